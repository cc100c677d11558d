"""Who says what through whom, as a picture: from each first voice over those who pass it on to the article and its claims."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.origins import routes
from mkdocs_briefings.document.nodes import Figure
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.pages import phrases, view
from mkdocs_briefings.pages.claim import chip_words
from mkdocs_briefings.pages.phrases import KINDS
from mkdocs_briefings.text.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs_briefings.document.nodes import Pen, Say
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
class _FlowArticle:
    """What the picture tells of an article: who publishes it, how the desk calls it, of when it is."""

    id: str
    name: str
    label: str
    when: str


@dataclass(frozen=True, slots=True)
class Flow:
    """What the picture shows."""

    rows: tuple[_FlowRow, ...]
    voices: int
    """Columns for voices: as many as the longest way has."""
    numbers: Mapping[str, int]
    names: Mapping[_Speaker, tuple[str, str]]
    """The name of each voice, and what it spoke at or is."""
    articles: Mapping[str, _FlowArticle]
    words: Mapping[str, str]
    """What each claim states, in which manner, and who denies it."""


def flow(desk: View, briefing: Briefing, numbers: Mapping[str, int]) -> tuple[Figure, ...]:
    """Show how the claims of a briefing reached it; nothing where all comes from one voice over one step.

    Args:
        desk: the desk.
        briefing: the briefing.
        numbers: the number of each of its claims on its page.

    """
    rows = _rows(briefing, numbers)
    voices = max((len(row.way) for row in rows), default=0)
    if not any(claim.analysed for claim in briefing.claims) or max(len(rows), voices) < ENOUGH:
        return ()
    occasions = _occasions(briefing)
    speakers = dict.fromkeys(speaker for row in rows for speaker in row.way)
    names = {speaker: _called(desk, speaker, occasions.get(speaker, ())) for speaker in speakers}
    articles = {row.source: _article_of(desk, row.source) for row in rows}
    words = {claim.ref: chip_words(desk, claim) for row in rows for claim in row.claims}
    own = {claim.ref: numbers[claim.ref] for row in rows for claim in row.claims}
    return (Figure(ANCHOR, "flow", Flow(tuple(rows), max(voices, 1), own, names, articles, words)),)


def draw(picture: object, pen: Pen) -> str:
    """Draw every way from its first voice to its claims."""
    assert isinstance(picture, Flow)  # noqa: S101, the table of drawings pairs them
    cells = "".join("".join(_cells(picture, at, pen)) for at in range(len(picture.rows)))
    voices = max((len(row.way) for row in picture.rows), default=0)
    layout = f"b-flow-{voices}" if voices <= WIDEST else "b-flow-long"
    label = escape(pen.say("flow-picture"))
    claims = [claim for row in picture.rows for claim in row.claims]
    return (
        f'<div class="b-flow" role="group" aria-label="{label}"><div class="b-ways {layout}">{cells}</div>'
        f"{_legend(pen.say, claims, picture.rows)}</div>"
    )


def _called(desk: View, speaker: _Speaker, occasions: Iterable[str]) -> tuple[str, str]:
    entity = desk.corpus.entities.get(speaker[0])
    name = entity.name if entity else speaker[0] or speaker[1] or desk.say("speaker-not-stated")
    is_outlet = entity is not None and entity.kind == "outlet"
    return name, desk.say("between-clauses").join(occasions) or (
        desk.say.of("entity", "outlet") if is_outlet else ""
    )


def _article_of(desk: View, source_id: str) -> _FlowArticle:
    source = desk.corpus.sources[source_id]
    outlet = desk.corpus.entities.get(source.publisher or "")
    say = desk.say
    name = outlet.name if outlet and source.publisher != NOT_STATED else phrases.called(say, source)
    name = typeset(name, say.language)
    day = phrases.day_words(say, source.published)
    when = say("flow-article-of", day=day) if source.published else say("flow-article")
    return _FlowArticle(source_id, name, source.label, when + view.fallen(desk, source_id))


def _rows(briefing: Briefing, numbers: Mapping[str, int]) -> list[_FlowRow]:
    """Gather claims by their way, and put next to each other what comes over the same voices."""
    found: dict[tuple[str, tuple[_Speaker, ...]], dict[str, Claim]] = {}
    for telling in routes(briefing):
        way = tuple(_speaker(voice) for voice in reversed(telling.chain))
        key = (telling.source, way if telling.analysed else (_NOT_ANALYSED,))
        found.setdefault(key, {}).update({claim.ref: claim for claim in telling.claims})
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


def _cells(picture: Flow, at: int, pen: Pen) -> Iterator[str]:
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
            yield _article(picture.articles[row.source], place, pen)
        else:
            speaker = row.way[level - 1]
            yield _voice(pen.say, picture, speaker, level, place)
    if depth == 0:
        words = pen.say("flow-own-voice") if not row.way else pen.say("voices-not-analysed")
        yield f'<div class="b-own" style="grid-column:{voices};grid-row:{line}">{escape(words)}</div>'
    yield _claims(row.claims, depth, f"grid-column:{voices + 2};grid-row:{line}", picture, pen)


def _article(article: _FlowArticle, place: str, pen: Pen) -> str:
    return (
        f'<div class="b-told" style="{place}"><a href="{pen.lead(Target(addresses.source(article.id)))}" '
        f'title="{escape(article.label)}">{escape(_short(article.name))}</a> '
        f"<small>{escape(article.when)}</small></div>"
    )


def _voice(say: Say, picture: Flow, speaker: _Speaker, level: int, place: str) -> str:
    name, about = picture.names[speaker]
    unnamed = " b-unnamed" if not speaker[0] else ""
    small = f" <small>{escape(_short(about))}</small>" if about else ""
    full = escape(say("voice-at", voice=name, occasion=about) if about else name)
    return (
        f'<div class="b-voice b-d{min(level, 6)}{unnamed}" style="{place}" title="{full}">'
        f'<span class="b-from">{escape(say("flow-from"))} </span><b>{escape(_short(name))}</b>{small}</div>'
    )


def _claims(claims: Sequence[Claim], depth: int, place: str, picture: Flow, pen: Pen) -> str:
    links = " ".join(_chip(claim, picture, pen) for claim in claims)
    count = (
        f'<small class="b-count">{escape(pen.say("claims", count=len(claims)))}</small> '
        if len(claims) > 1
        else ""
    )
    return f'<div class="b-claims b-d{min(depth, 6)}" style="{place}">{count}{links}</div>'


def _chip(claim: Claim, picture: Flow, pen: Pen) -> str:
    number = picture.numbers[claim.ref]
    kind = claim.kind if claim.analysed else "quotation"
    label = escape(pen.say("flow-chip", number=number, kind=pen.say.of("kind-lower", kind)))
    sign = f'<i aria-hidden="true">{SIGNS[claim.kind]}</i>' if SIGNS[claim.kind] else ""
    return (
        f'<a class="b-chip k-{claim.kind}" href="{pen.lead(addresses.claim(claim.ref))}" '
        f'aria-label="{label}" title="{escape(picture.words[claim.ref])}">{number}{sign}</a>'
    )


def _legend(say: Say, claims: Iterable[Claim], rows: Iterable[_FlowRow]) -> str:
    present = {claim.kind for claim in claims}
    kinds = " ".join(
        f'<span class="b-chip k-{kind}">{SIGNS[kind]} {escape(say.of("kind-lower", kind))}</span>'
        for kind in KINDS
        if kind in present and SIGNS[kind]
    )
    unnamed = any(not entity for row in rows for entity, words in row.way if words != _NOT_ANALYSED[1])
    dashed = f' <span class="b-key b-unnamed">{escape(say("flow-unnamed"))}</span>' if unnamed else ""
    return f'<p class="b-legend">{escape(say("flow-numbers"))} {kinds}{dashed}</p>'


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
