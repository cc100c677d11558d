"""A source: what is known of the article, what rests on it, and its cited passages in their order."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import Md, anchor, external_link, join, md
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.pages import view
from mkdocs_briefings.pages.claim import claim_links, passage_words
from mkdocs_briefings.pages.moved import moved_pages
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.rows import TableCells
from mkdocs_briefings.text import quotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


@dataclass(frozen=True, slots=True)
class CitedView:
    """A passage of the source with what rests on it."""

    mark: Md
    words: str
    claims: Md


def source_pages(desk: View) -> Iterable[Page]:
    """Make the page of every source, and the redirects of its old addresses."""
    for source in desk.corpus.sources.values():
        page = source_page(desk, source)
        yield page
        yield from moved_pages(desk, page, addresses.source, source.formerly)


def source_page(desk: View, source: Source) -> Page:
    path = addresses.source(source.id)
    briefings = desk.derived.backlinks.sources.get(source.id, ())
    title = view.source_title(source)
    coverage = desk.derived.coverage[source.id]
    stating = len(coverage.touched) + len(coverage.untouched)
    page = Page(
        path,
        "source",
        title,
        Md(""),
        source.path,
        description=f"{title}: what is known of this article and what rests on it.",
        modified=view.day(source.published),
    )
    here = source.outline is None
    whole = here and (source.publishable or desk.settings.preview)
    return view.fill(
        desk,
        "source",
        page,
        status="" if source.status == "current" else source.status,
        status_note=source.status_note,
        facts=list(_facts(desk, path, source)),
        notes=[source.note] if source.note else [],
        coverage=(
            f"{len(coverage.touched)} of {stating} sentences are touched by a claim; "
            f"its cited passages are {coverage.published_share:.0%} of its words."
        )
        if stating
        else "",
        briefings=[
            view.page_link(path, desk.corpus.briefings[id_].title, addresses.briefing(id_))
            for id_ in briefings
        ],
        cites=[
            TableCells((view.entity(desk, path, outlet), md(passage_words(desk, p))))
            for outlet, p in source.cites
        ],
        misprints=list(misprints(desk, path, source)),
        names=_names(desk, path, source),
        disputes=[
            view.page_link(path, one.about.text, addresses.disagreement(one.briefing, one.id))
            for one in _internal(desk, source)
        ],
        passages=list(_passages(desk, path, source)),
        whole=[md(line) for line in source.text.raw.splitlines() if line.strip()] if whole else [],
        untouched=[md(source.text.raw[a:b]) for a, b in coverage.untouched]
        if here and desk.settings.preview
        else [],
    )


def misprints(desk: View, page: str, source: Source) -> Iterator[TableCells]:
    for one in dict.fromkeys((m.printed, m.entity, m.words) for m in source.misprints):
        yield TableCells((md(one[0]), view.entity(desk, page, one[1]) if one[1] else md(one[2])))


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


def _facts(desk: View, page: str, source: Source) -> Iterator[TableCells]:
    """Give each field with its basis: printed, inferred from the text, or known from elsewhere."""
    printed = {"title": source.title, "publisher": _publisher_name(desk, source), "author": source.author}
    shown: dict[str, Md] = {
        "title": md(source.title or "not looked at"),
        "published": md(_published(source)),
        "publisher": view.publisher(desk, page, source),
        "author": md(source.author),
        "address": external_link(source.address, source.address) if source.address else Md(""),
        "captured": md(dates.words(source.captured)) if source.captured else Md(""),
        "lang": md(source.lang),
    }
    for field, value in shown.items():
        reasons = [f"inferred: {source.inferred[field]}"] if field in source.inferred else []
        reasons += [f"not from the text: {source.outside[field]}"] if field in source.outside else []
        words = printed.get(field)
        if not reasons and words and words != NOT_STATED:
            reasons = ["as printed"] if quotation.places(source.text, words) else ["entered by the desk"]
        if value:
            yield TableCells((Md(_LABELS[field]), value, join(reasons, "; ")))


def _published(source: Source) -> str:
    if source.published:
        return dates.words(source.published)
    return NOT_STATED if source.undated else "not looked at"


def _publisher_name(desk: View, source: Source) -> str:
    known = desk.corpus.entities.get(source.publisher or "")
    return known.name if known else ""


def _names(desk: View, page: str, source: Source) -> Md:
    """Name whom the text names, most often first: what is known of an article that no briefing uses yet."""
    counts = Counter(entity for entity, _ in source.mentions if entity in desk.derived.present)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return join((Md(f"{view.entity(desk, page, id_)} ({count})") for id_, count in ordered), ", ")


def _passages(desk: View, page: str, source: Source) -> Iterator[CitedView]:
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
        yield CitedView(
            anchor(addresses.passage(source.id, start, end).anchor),
            passage_words(desk, passage),
            claim_links(desk, page, refs),
        )
