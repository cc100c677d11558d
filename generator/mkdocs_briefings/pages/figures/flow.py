"""Who says what through whom, as a picture: from each first voice over those who pass it on to the article and its claims."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.origins import routes
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.pages import view
from mkdocs_briefings.pages.claim import KINDS, counted
from mkdocs_briefings.pages.page import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs_briefings.model.corpus import Briefing, Claim, Voice
    from mkdocs_briefings.pages.view import View

ANCHOR = "f-flow"
SIGNS = {"report": "", "allegation": "!", "denial": "≠", "opinion": "“", "forecast": "→"}
"""A sign for each kind of claim, so that colour is never the only difference."""
WIDEST = 3
"""Voices in a row that fit beside each other on a wide page; longer chains stay the list that phones show."""
ENOUGH = 2
"""Ways, or voices on one way, from which on there is something to see."""
LONGEST = 70
"""Characters of a name that the picture prints."""

_Speaker = tuple[str, str]
"""The entity and the description of a voice."""
_NOT_ANALYSED = ("", "\0")


@dataclass(frozen=True, slots=True)
class _FlowRow:
    """Claims that come the same way: over `way`, the last voice first, to the source."""

    source: str
    way: tuple[_Speaker, ...]
    claims: tuple[Claim, ...]

    @property
    def path(self) -> tuple[object, ...]:
        return (self.source, *self.way)


@dataclass(frozen=True, slots=True)
class _Picture:
    """What every cell is made from."""

    desk: View
    rows: Sequence[_FlowRow]
    voices: int
    """Columns for voices: as many as the longest way has."""
    occasions: Mapping[_Speaker, Iterable[str]]
    numbers: Mapping[str, int]


def flow(desk: View, briefing: Briefing, numbers: Mapping[str, int]) -> tuple[Figure, ...]:
    """Draw how the claims of a briefing reached it; nothing where all comes from one voice over one step.

    Args:
        desk: the desk.
        briefing: the briefing.
        numbers: the number of each of its claims on its page.

    """
    rows = _rows(briefing, numbers)
    voices = max((len(row.way) for row in rows), default=0)
    if not any(claim.analysed for claim in briefing.claims) or max(len(rows), voices) < ENOUGH:
        return ()
    picture = _Picture(desk, rows, max(voices, 1), _occasions(briefing), numbers)
    cells = "".join("".join(_cells(picture, at)) for at in range(len(rows)))
    layout = f"b-flow-{voices}" if voices <= WIDEST else "b-flow-long"
    label = "By which way each claim came: who says it, who passes it on, which article tells it. The table below holds the same."
    html = (
        f'<div class="b-flow" role="group" aria-label="{label}"><div class="b-ways {layout}">{cells}</div>'
        f"{_legend(briefing.claims, rows)}</div>"
    )
    return (Figure(ANCHOR, html),)


def _rows(briefing: Briefing, numbers: Mapping[str, int]) -> list[_FlowRow]:
    """Gather claims by their way, and put next to each other what comes over the same voices."""
    found: dict[tuple[str, tuple[_Speaker, ...]], dict[str, Claim]] = {}
    for route in routes(briefing):
        way = tuple(_speaker(voice) for voice in reversed(route.chain))
        key = (route.source, way if route.analysed else (_NOT_ANALYSED,))
        found.setdefault(key, {}).update({claim.ref: claim for claim in route.claims})
    rows = [
        _FlowRow(source, way, tuple(sorted(claims.values(), key=lambda claim: numbers[claim.ref])))
        for (source, way), claims in found.items()
    ]
    ranks: dict[tuple[object, ...], int] = {}
    for row in rows:
        for length in range(1, len(row.path) + 1):
            ranks.setdefault(row.path[:length], len(ranks))
    return sorted(rows, key=lambda row: [ranks[row.path[: n + 1]] for n in range(len(row.path))])


def _speaker(voice: Voice) -> _Speaker:
    return (voice.entity, "" if voice.entity else voice.description)


def _occasions(briefing: Briefing) -> dict[_Speaker, dict[str, None]]:
    found: dict[_Speaker, dict[str, None]] = {}
    for claim in briefing.claims:
        for chain in claim.chains:
            for voice in chain:
                said = found.setdefault(_speaker(voice), {})
                if voice.occasion:
                    said[voice.occasion] = None
    return found


def _cells(picture: _Picture, at: int) -> Iterator[str]:
    """Make what begins in a row, the article first: so the cells also read as a list, each voice below its heir."""
    rows, voices = picture.rows, picture.voices
    row, line = rows[at], at + 1
    depth = len(row.way) if row.way != (_NOT_ANALYSED,) else 0
    yield f'<div class="b-line" style="grid-column:1/-1;grid-row:{line}"></div>'
    for level in range(depth + 1):
        start = row.path[: level + 1]
        if at and rows[at - 1].path[: level + 1] == start:
            continue
        span = sum(other.path[: level + 1] == start for other in rows[at:])
        place = f"grid-column:{voices - level + 1};grid-row:{line}/span {span}"
        if level == 0:
            yield _article(picture.desk, row.source, place)
        else:
            speaker = row.way[level - 1]
            yield _voice(picture, speaker, level, place)
    if depth == 0:
        words = "in its own voice" if not row.way else "voices not analysed"
        yield f'<div class="b-own" style="grid-column:{voices};grid-row:{line}">{words}</div>'
    yield _claims(row.claims, depth, f"grid-column:{voices + 2};grid-row:{line}", picture.numbers)


def _article(desk: View, source_id: str, place: str) -> str:
    source = desk.corpus.sources[source_id]
    outlet = desk.corpus.entities.get(source.publisher or "")
    name = outlet.name if outlet and source.publisher != NOT_STATED else source.label
    when = f"article, {view.day_words(source.published)}" if source.published else "article"
    fallen = view.fallen(desk, source_id)
    return (
        f'<div class="b-told" style="{place}"><a href="md:{escape(addresses.source(source_id))}" '
        f'title="{escape(source.label)}">{escape(_short(name))}</a> <small>{escape(when + fallen)}</small></div>'
    )


def _voice(picture: _Picture, speaker: _Speaker, level: int, place: str) -> str:
    entity = picture.desk.corpus.entities.get(speaker[0])
    name = entity.name if entity else speaker[0] or speaker[1] or "speaker not stated"
    unnamed = " b-unnamed" if not speaker[0] else ""
    about = "; ".join(picture.occasions.get(speaker, ())) or (
        entity.kind if entity and entity.kind == "outlet" else ""
    )
    small = f" <small>{escape(_short(about))}</small>" if about else ""
    full = escape(f"{name} ({about})" if about else name)
    return (
        f'<div class="b-voice b-d{min(level, 6)}{unnamed}" style="{place}" title="{full}">'
        f'<span class="b-from">from </span><b>{escape(_short(name))}</b>{small}</div>'
    )


def _claims(claims: Sequence[Claim], depth: int, place: str, numbers: Mapping[str, int]) -> str:
    links = " ".join(_chip(claim, numbers[claim.ref]) for claim in claims)
    count = f'<small class="b-count">{counted(len(claims), "claim")}</small> ' if len(claims) > 1 else ""
    return f'<div class="b-claims b-d{min(depth, 6)}" style="{place}">{count}{links}</div>'


def _chip(claim: Claim, number: int) -> str:
    target = addresses.claim(claim.ref)
    kind = KINDS[claim.kind] if claim.analysed else "Quotation"
    sign = f'<i aria-hidden="true">{SIGNS[claim.kind]}</i>' if SIGNS[claim.kind] else ""
    return (
        f'<a class="b-chip k-{claim.kind}" href="md:{escape(target.page)}#{escape(target.anchor)}" '
        f'aria-label="{number}, {kind.lower()}" title="{escape(f"{kind}: {claim.text.text}")}">{number}{sign}</a>'
    )


def _legend(claims: Iterable[Claim], rows: Iterable[_FlowRow]) -> str:
    present = {claim.kind for claim in claims}
    kinds = " ".join(
        f'<span class="b-chip k-{kind}">{SIGNS[kind]} {name.lower()}</span>'
        for kind, name in KINDS.items()
        if kind in present and SIGNS[kind]
    )
    unnamed = any(not entity for row in rows for entity, words in row.way if words != _NOT_ANALYSED[1])
    dashed = ' <span class="b-key b-unnamed">not named</span>' if unnamed else ""
    return f'<p class="b-legend">The numbers are those of the claims below. {kinds}{dashed}</p>'


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
