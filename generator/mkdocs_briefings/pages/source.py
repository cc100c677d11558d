"""A source: what is known of the article, what rests on it, and its cited passages in their order."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import (
    Bullets,
    Heading,
    PageLink,
    Para,
    Quotation,
    Remark,
    Row,
    Table,
    WebLink,
    joined,
)
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.pages import phrases, view
from mkdocs_briefings.pages.claim import mentions, passage_words
from mkdocs_briefings.pages.moved import moved_pages
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.text import quotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.document.nodes import Block, Inline
    from mkdocs_briefings.model.corpus import Claim, Disagreement, Passage, Source
    from mkdocs_briefings.pages.view import View

_LABELS = {
    "title": "Title",
    "published": "Published",
    "publisher": "Publisher",
    "author": "Author",
    "address": "Address",
    "captured": "Captured",
    "lang": "Language",
}


def source_pages(desk: View) -> Iterable[Page]:
    """Make the page of every source, and the redirects of its old addresses."""
    for source in desk.corpus.sources.values():
        page = desk.once(("source page", source.id), partial(source_page, desk, source), source)
        yield page
        yield from moved_pages(page, addresses.source, source.formerly)


def source_page(desk: View, source: Source) -> Page:
    title = view.source_title(source)
    return Page(
        addresses.source(source.id),
        "source",
        title,
        tuple(_blocks(desk, source)),
        source.path,
        description=f"{title}: what is known of this article and what rests on it.",
        modified=phrases.day(source.published),
    )


def _blocks(desk: View, source: Source) -> Iterator[Block]:
    title = view.source_title(source)
    # Its own title is in its own language, what the desk calls it in the desk's.
    yield Heading(1, title, lang=source.lang if title == source.title else "")
    if source.status != "current":
        yield Remark(source.status, f"by its publisher. {source.status_note}")
    yield Table(("Field", "Value", "Basis"), tuple(_facts(desk, source)))
    if source.note:
        yield Para(f"Editor’s note: {source.note}")
    coverage = desk.derived.coverage[source.id]
    if stating := len(coverage.touched) + len(coverage.untouched):
        touched = f"{len(coverage.touched)} of {stating} sentences are touched by a claim"
        yield Para(f"{touched}; its cited passages are {coverage.published_share:.0%} of its words.")
    if briefings := desk.derived.backlinks.sources.get(source.id, ()):
        yield Heading(2, "Briefings that draw on it")
        yield Bullets(tuple(view.briefing_as(desk.corpus.briefings[id_]) for id_ in briefings))
    if source.cites:
        yield Heading(2, "Sources that it lists")
        cited = (Row((view.entity(desk, outlet), passage_words(desk, p))) for outlet, p in source.cites)
        yield Table(("Outlet", "As printed"), tuple(cited))
    if printed := tuple(misprints(desk, source)):
        yield Heading(2, "As printed")
        yield Table(("Printed", "Meant"), printed)
    if names := _names(desk, source):
        yield Heading(2, "Whom it names")
        yield Para(names)
    if disputes := tuple(
        PageLink(addresses.disagreement(one.briefing, one.id), one.about.text)
        for one in _internal(desk, source)
    ):
        yield Heading(2, "Where it does not agree with itself")
        yield Bullets(disputes)
    if passages := tuple(_passages(desk, source)):
        yield Heading(2, "Cited passages, in their order")
        yield from passages
    yield from _text(desk, source)


def _text(desk: View, source: Source) -> Iterator[Block]:
    """Print what may be printed of the text itself, where it is here."""
    if source.outline is not None:
        return
    if source.publishable or desk.settings.preview:
        lines = tuple(line for line in source.text.raw.splitlines() if line.strip())
        if lines:
            yield Heading(2, "The whole text")
            yield Quotation(lines, source.lang, "")
    untouched = desk.derived.coverage[source.id].untouched
    if untouched and desk.settings.preview:
        yield Heading(2, "Sentences that no claim touches")
        yield Bullets(tuple(source.text.raw[a:b] for a, b in untouched))


def misprints(desk: View, source: Source) -> Iterator[Row]:
    for one in dict.fromkeys((m.printed, m.entity, m.words) for m in source.misprints):
        yield Row((one[0], view.entity(desk, one[1]) if one[1] else one[2]))


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
    shown: dict[str, Inline] = {
        "title": source.title or "not looked at",
        "published": _published(source),
        "publisher": view.publisher(desk, source),
        "author": source.author,
        "address": WebLink(source.address, source.address) if source.address else "",
        "captured": dates.words(source.captured) if source.captured else "",
        "lang": source.lang,
    }
    for field, value in shown.items():
        reasons = [f"inferred: {source.inferred[field]}"] if field in source.inferred else []
        reasons += [f"not from the text: {source.outside[field]}"] if field in source.outside else []
        words = printed.get(field)
        if not reasons and words and words != NOT_STATED:
            reasons = ["as printed"] if quotation.places(source.text, words) else ["entered by the desk"]
        if value:
            yield Row((_LABELS[field], value, "; ".join(reasons)))


def _published(source: Source) -> str:
    if source.published:
        return dates.words(source.published)
    return NOT_STATED if source.undated else "not looked at"


def _publisher_name(desk: View, source: Source) -> str:
    known = desk.corpus.entities.get(source.publisher or "")
    return known.name if known else ""


def _names(desk: View, source: Source) -> Inline:
    """Name whom the text names, most often first: what is known of an article that no briefing uses yet."""
    counts = Counter(entity for entity, _ in source.mentions if entity in desk.derived.present)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return joined([(view.entity(desk, id_), f" ({count})") for id_, count in ordered], ", ")


def _passages(desk: View, source: Source) -> Iterator[Quotation]:
    """Give the cited passages in the order of the text, with the claims that rest on each."""
    resting: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
    shown: dict[tuple[int, int], Passage] = {}
    for briefing in desk.derived.backlinks.sources.get(source.id, ()):
        for claim in desk.corpus.briefings[briefing].claims:
            for passage in claim.passages:
                if passage.source == source.id:
                    resting[passage.start, passage.end].append(claim)
                    shown[passage.start, passage.end] = passage
    for (start, end), passage in sorted(shown.items()):
        refs = dict.fromkeys(claim.ref for claim in resting[start, end])
        anchor = addresses.passage(source.id, start, end).anchor
        yield Quotation((passage_words(desk, passage),), source.lang, mentions(desk, refs), anchor)
