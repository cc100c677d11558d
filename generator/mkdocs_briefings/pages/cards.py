"""What a preview tells of a linked claim or entity: the passage with its voices, or who and what somebody is."""

from __future__ import annotations

import posixpath
import re
from html import escape, unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from mkdocs_briefings.derive.states import current
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.pages.claim import KINDS, counted, in_marks, passage_words
from mkdocs_briefings.pages.figures import board, chronicle
from mkdocs_briefings.pages.kinds import BY_NAME
from mkdocs_briefings.pages.page import Card
from mkdocs_briefings.pages.view import source_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Chain, Claim, Entity, Source, Voice
    from mkdocs_briefings.pages.page import Page
    from mkdocs_briefings.pages.view import View

MOST = 150
"""Previews of other pages that a page carries at most: a page of links is no text to read. Its own claims have
theirs beside the sentences, however many they are."""
_MARK = re.compile(r'<a class="b-dot [^"]*" href="md:([^"#]*)#([^"]*)"')
_LINK = re.compile(r"\]\(([^()\s#]*)(?:#([^()\s]*))?\)")


def cards(desk: View, page: Page) -> tuple[Card, ...]:
    """Make the previews of everything to which a page links, in the order of its links.

    A claim that a picture marks has no words there: its preview tells them, even on pages that print its passage.
    """
    marked = dict.fromkeys(
        addresses.Target(unescape(to), unescape(anchor))
        for figure in page.figures
        for to, anchor in _MARK.findall(figure.html)
    )
    found: dict[addresses.Target, str] = {}
    others = 0
    for target in (*marked, *_targets(page)):
        if target in found or (target.anchor and BY_NAME[page.kind].prints_passages and target not in marked):
            continue
        if target.page != page.path and others == MOST:
            continue
        card = _card(desk, target)
        if card:
            found[target] = _statement(desk, target) + card if target in marked else card
            others += target.page != page.path
    return tuple(Card(target.page, target.anchor, html) for target, html in found.items())


def _targets(page: Page) -> Iterator[addresses.Target]:
    folder = posixpath.dirname(page.path)
    for path, anchor in dict.fromkeys(_LINK.findall(page.body)):
        to = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else page.path
        yield addresses.Target(to, anchor)


def _statement(desk: View, target: addresses.Target) -> str:
    """Tell what a mark stands for: when, and our own words. A note beside sentences, which say it, shows neither."""
    claim = _claim(desk, target)
    event = desk.derived.events.get(claim.ref) if claim else None
    if event is None:
        return ""
    words = chronicle.told(event.claim, event.date, scheduled=event.scheduled)
    return f'<p class="b-mark-of">{escape(words)}</p>'


def foreign(desk: View, path: str, lang: str, body: str) -> tuple[tuple[str, str, str], ...]:
    """Tell which sources and briefings in other languages than the page's it links to, its own among them."""
    corpus = desk.corpus
    known = {
        addresses.source(s.id): (s.lang, source_title(s))
        for s in corpus.sources.values()
        if s.lang not in {"", lang}
    } | {
        addresses.briefing(b.id): (b.lang, b.title)
        for b in corpus.briefings.values()
        if b.lang not in {"", lang}
    }
    if not known:
        return ()
    linked = {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(m[1])))
        for m in _LINK.finditer(body)
    }
    return tuple((target, *known[target]) for target in sorted({path, *linked} & known.keys()))


def _card(desk: View, target: addresses.Target) -> str:
    if target not in desk.cards:
        folder, _, name = target.page.removesuffix(".md").partition("/")
        made = ""
        if claim := _claim(desk, target):
            made = claim_card(desk, claim)
        elif folder == "entities" and not target.anchor and name in desk.corpus.entities:
            made = entity_card(desk, desk.corpus.entities[name])
        desk.cards[target] = made
    return desk.cards[target]


def _claim(desk: View, target: addresses.Target) -> Claim | None:
    folder, _, name = target.page.removesuffix(".md").partition("/")
    if folder != "briefings" or not target.anchor.startswith("c-"):
        return None
    return desk.corpus.claims.get(f"{name}#{target.anchor.removeprefix('c-')}")


def claim_card(desk: View, claim: Claim) -> str:
    """Tell kind, voices, words, source and date of a claim."""
    source = desk.corpus.sources[claim.source]
    kind = KINDS[claim.kind] if claim.analysed else "Quotation"
    words = "".join(
        f'<p class="b-words"{_lang(source)}>{escape(in_marks(passage_words(desk, passage)))}</p>'
        for passage in claim.passages
    )
    first = claim.passages[0]
    place = addresses.passage(source.id, first.start, first.end)
    when = f", {dates.short(_day(source.published))}" if source.published else ""
    told = "; and ".join(_chain(desk, chain) for chain in claim.chains)
    by = f"{told} → " if told else ""
    fallen = f" (article {source.status})" if source.status != "current" else ""
    return (
        f'<p class="b-who"><b class="b-kind k-{claim.kind}">{kind}</b> {by}'
        f'<a href="md:{escape(place.page)}#{escape(place.anchor)}">{escape(_publisher(desk, source))}</a>'
        f"{escape(when + fallen)}</p>{words}"
    )


def entity_card(desk: View, entity: Entity) -> str:
    """Tell what an entity is, its state or its roles with who tells them, and where to read on."""
    lines = [
        f'<p class="b-what">{escape(_what(desk, entity))}</p>',
        f'<p class="b-name">{escape(entity.name)}</p>',
    ]
    if entity.kind == "measure" and (event := current(desk.derived.states.get(entity.id, ()))):
        since = f", {dates.words(event.when)}" if event.when else ""
        lines.append(
            f'<p><b class="b-state s-{event.state.replace(" ", "-")}">{board.SYMBOLS[event.state]} {escape(event.state)}</b>'
            f"{escape(since)}</p>"
        )
    lines += list(_roles(desk, entity))[:2]
    sentences = len(desk.derived.backlinks.entities.get(entity.id, ()))
    lines.append(
        f'<p class="b-more"><a href="md:{escape(addresses.entity(entity.id))}">In {counted(sentences, "sentence")}</a></p>'
    )
    return "".join(lines)


def _what(desk: View, entity: Entity) -> str:
    above = entity.issuer or entity.of or entity.part_of
    owner = f", {desk.corpus.entities[above].name}" if above and above in desk.corpus.entities else ""
    also = ", ".join(name for name in entity.aliases if name != entity.name)
    return f"{entity.kind}{owner}{f' · also {also}' if also else ''}"


def _roles(desk: View, entity: Entity) -> Iterator[str]:
    told = dict.fromkeys(one.claim for one in desk.derived.backlinks.entities.get(entity.id, ()) if one.claim)
    for claim in told:
        for role in claim.roles:
            if role.person == entity.id:
                source = desk.corpus.sources[claim.source]
                by = [
                    *(
                        _voice(desk, voice)
                        for voice in (claim.chains or ((),))[0]
                        if voice.entity != entity.id
                    )
                ]
                who = " → ".join([*by, escape(_publisher(desk, source))])
                yield f'<p>{escape(role.role.text)} <span class="b-by">({who})</span></p>'


def _chain(desk: View, chain: Chain) -> str:
    return " → ".join(_voice(desk, voice) for voice in chain)


def _voice(desk: View, voice: Voice) -> str:
    known = desk.corpus.entities.get(voice.entity)
    return escape(known.name if known else voice.entity or voice.description or "speaker not stated")


def _publisher(desk: View, source: Source) -> str:
    if source.publisher is None or source.publisher == NOT_STATED:
        return source.label
    known = desk.corpus.entities.get(source.publisher)
    return known.name if known else source.publisher


def _day(date: dates.Date) -> dates.Date:
    return dates.parse(date.text.split("T", maxsplit=1)[0])


def _lang(source: Source) -> str:
    return f' lang="{escape(source.lang)}"' if source.lang else ""
