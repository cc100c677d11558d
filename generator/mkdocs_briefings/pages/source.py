"""A source: what is known of the article, what rests on it, and its cited passages in their order."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import (
    Bullets,
    Fold,
    Heading,
    PageLink,
    Para,
    Quotation,
    Remark,
    Row,
    Table,
    Verbatim,
    WebLink,
)
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.pages import list_parts, phrases, view
from mkdocs_briefings.pages.claim import mentions, passage_notes, passage_words
from mkdocs_briefings.pages.moved import moved_pages
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.text import quotation
from mkdocs_briefings.text.fragment import with_fragment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.document.nodes import Block, Inline
    from mkdocs_briefings.messages.message import Messages
    from mkdocs_briefings.model.corpus import Claim, Disagreement, Passage, Source
    from mkdocs_briefings.pages.view import View


OPEN = 5
"""Passages that stand open; the others open on demand, and for who comes to one of them."""
NAMED = 12
"""Names of those whom the text names, the same."""


def source_pages(desk: View) -> Iterable[Page]:
    """Make the page of every source, and the redirects of its old addresses."""
    for source in desk.corpus.sources.values():
        page = desk.once(("source page", source.id), partial(source_page, desk, source), source)
        yield page
        yield from moved_pages(desk, page, addresses.source, source.formerly)


def source_page(desk: View, source: Source) -> Page:
    title = view.source_title(desk.say, source)
    return Page(
        addresses.source(source.id),
        "source",
        title,
        desk.row(partial(_blocks, desk, source)),
        source.path,
        description=desk.say("source-description", title=title),
        modified=phrases.day(source.published),
    )


def _blocks(desk: View, source: Source) -> Iterator[Block]:
    say, title = desk.say, view.source_title(desk.say, source)
    # Its own title is in its own language, what the desk calls it in the desk's.
    printed_title = title == source.title
    yield Heading(1, Verbatim(title) if printed_title else title, lang=source.lang if printed_title else "")
    if source.status != "current":
        yield Remark(say.of("source", source.status), source.status_note)
    yield Table((say("head-field"), say("head-value"), say("head-basis")), tuple(_facts(desk, source)))
    if source.note:
        yield Para(say("editors-note", note=source.note))
    coverage = desk.derived.coverage[source.id]
    if stating := len(coverage.touched) + len(coverage.untouched):
        touched, share = len(coverage.touched), say.percent(coverage.published_share)
        yield Para(say("source-coverage", touched=touched, all=stating, share=share))
    if briefings := desk.derived.backlinks.sources.get(source.id, ()):
        yield Heading(2, say("source-briefings"))
        yield Bullets(tuple(view.briefing_as(desk.corpus.briefings[id_]) for id_ in briefings))
    if source.cites:
        yield Heading(2, say("source-lists"))
        cited = (
            Row((view.entity(desk, outlet), Verbatim(passage_words(desk, p)))) for outlet, p in source.cites
        )
        yield Table((say("head-outlet"), say("head-as-printed")), tuple(cited))
    if printed := tuple(misprints(desk, source)):
        yield Heading(2, say("head-as-printed"))
        yield Table((say("head-printed"), say("head-meant")), printed)
    if names := tuple(_names(desk, source)):
        yield Heading(2, say("source-names-heading"))
        yield from names
    if disputes := tuple(
        PageLink(addresses.disagreement(one.briefing, one.id), one.about.text)
        for one in _internal(desk, source)
    ):
        yield Heading(2, say("source-disputes"))
        yield Bullets(disputes)
    yield from _cited(desk, source)
    yield from _text(desk, source)


def _cited(desk: View, source: Source) -> Iterator[Block]:
    """Print the first cited passages; the others open on demand."""
    passages = tuple(_passages(desk, source))
    if not passages:
        return
    yield Heading(2, desk.say("source-passages"))
    yield from list_parts.folded(passages, OPEN, lambda _, rest: desk.say("fold-passages", count=rest))


def _text(desk: View, source: Source) -> Iterator[Block]:
    """Print what may be printed of the text itself, where it is here."""
    if source.outline is not None:
        return
    if source.publishable or desk.settings.preview:
        lines = tuple(line for line in source.text.raw.splitlines() if line.strip())
        if lines:
            yield Heading(2, desk.say("source-whole-text"))
            yield Quotation(lines, source.lang, "", whole_text_of=source.id if desk.settings.preview else "")
    untouched = desk.derived.coverage[source.id].untouched
    if untouched and desk.settings.preview:
        yield Heading(2, desk.say("source-untouched"))
        yield Bullets(tuple(Verbatim(source.text.raw[a:b]) for a, b in untouched))


def misprints(desk: View, source: Source) -> Iterator[Row]:
    for one in dict.fromkeys((m.printed, m.entity, m.words) for m in source.misprints):
        yield Row((Verbatim(one[0]), view.entity(desk, one[1]) if one[1] else one[2]))


def _internal(desk: View, source: Source) -> Iterator[Disagreement]:
    """Give the disagreements of a source with itself: a headline against the body, one sentence against another."""
    met: set[tuple[str, str]] = set()
    told: set[tuple[str, str]] = set()
    for briefing in desk.derived.backlinks.sources.get(source.id, ()):
        for claim in desk.corpus.briefings[briefing].claims:
            for one in desk.derived.disputes.get(claim.ref, ()) if claim.source == source.id else ():
                key = one.briefing, one.id
                if key in met and key not in told:
                    told.add(key)
                    yield one
                met.add(key)


def _facts(desk: View, source: Source) -> Iterator[Row]:
    """Give each field with its basis: printed, inferred from the text, or known from elsewhere."""
    printed = {"title": source.title, "publisher": _publisher_name(desk, source), "author": source.author}
    say = desk.say
    shown: dict[str, Inline] = {
        "title": _as_printed(say, source.title) if source.title else say("not-looked-at"),
        "published": _published(say, source),
        "publisher": view.publisher(desk, source),
        "author": _as_printed(say, source.author) if source.author else "",
        "address": WebLink(source.address, source.address) if source.address else "",
        "captured": say.date(source.captured) if source.captured else "",
        "lang": say.language_name(source.lang),
    }
    for field, value in shown.items():
        reasons = [say("basis-inferred-why", why=source.inferred[field])] if field in source.inferred else []
        reasons += [say("basis-outside-why", why=source.outside[field])] if field in source.outside else []
        words = printed.get(field)
        if not reasons and words and words != NOT_STATED:
            is_printed = bool(quotation.places(source.text, words))
            reasons = [say("basis-printed") if is_printed else say("basis-desk")]
        if value:
            yield Row((say.of("field", field), value, say("between-clauses").join(reasons)))


def _as_printed(say: Messages, words: str) -> Inline:
    return say("not-stated") if words == NOT_STATED else Verbatim(words)


def _published(say: Messages, source: Source) -> str:
    if source.published:
        return say.date(source.published)
    return say("not-stated") if source.undated else say("not-looked-at")


def _publisher_name(desk: View, source: Source) -> str:
    known = desk.corpus.entities.get(source.publisher or "")
    return known.name if known else ""


def _names(desk: View, source: Source) -> Iterator[Block]:
    """Name whom the text names, most often first: what is known of an article that no briefing uses yet."""
    counts = Counter(
        entity for entity, _ in desk.corpus.mentions[source.id] if entity in desk.derived.present
    )
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    told = [desk.say("list-count", part=view.entity(desk, id_), count=count) for id_, count in ordered]
    first, rest = list_parts.cut(told, NAMED)
    if first:
        yield Para(desk.say.items(*first))
    if rest:
        yield Fold(desk.say("fold-rows", count=len(rest)), (Para(desk.say.items(*rest)),))


def _passages(desk: View, source: Source) -> Iterator[Quotation]:
    """Give the cited passages in the order of the text, with the claims that rest on each."""
    resting: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
    told: defaultdict[tuple[int, int], dict[str, None]] = defaultdict(dict)
    shown: dict[tuple[int, int], Passage] = {}
    for briefing in desk.derived.backlinks.sources.get(source.id, ()):
        for claim in desk.corpus.briefings[briefing].claims:
            for passage, note in zip(claim.passages, passage_notes(desk, claim), strict=True):
                if passage.source == source.id:
                    told[passage.start, passage.end][note] = None
                    resting[passage.start, passage.end].append(claim)
                    shown[passage.start, passage.end] = passage
    for (start, end), passage in sorted(shown.items()):
        refs = dict.fromkeys(claim.ref for claim in resting[start, end])
        anchor = addresses.passage(source.id, start, end).anchor
        below = desk.say.line(*filter(None, told[start, end]), mentions(desk, refs))
        if source.address and passage not in desk.derived.withheld:
            there = with_fragment(source.address, source.text.raw, passage.spans)
            below = (below, " · ", WebLink(there, desk.say("passage-in-original")))
        yield Quotation((passage_words(desk, passage),), source.lang, below, anchor)
