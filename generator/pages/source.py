"""A source: what is known of the article, what rests on it, and its cited passages in their order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import dates, urls
from generator.corpus import NOT_STATED
from generator.md import Md, anchor, external_link, join, md
from generator.pages import show
from generator.pages.briefing import Row
from generator.pages.claim import claim_links
from generator.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.corpus import Claim, Passage, Source
    from generator.pages.show import Desk


@dataclass(frozen=True, slots=True)
class CitedView:
    """A passage of the source with what rests on it."""

    mark: Md
    words: str
    claims: Md


def source_pages(desk: Desk) -> Iterable[Page]:
    """Make the page of every source, and their index."""
    for source in desk.corpus.sources.values():
        yield source_page(desk, source)
    yield index_page(desk)


def source_page(desk: Desk, source: Source) -> Page:
    path = urls.source(source.id)
    briefings = desk.derived.backlinks.sources.get(source.id, ())
    title = show.source_title(source)
    coverage = desk.derived.coverage[source.id]
    stating = len(coverage.touched) + len(coverage.untouched)
    page = Page(
        path,
        "source",
        title,
        Md(""),
        source.path,
        description=f"{title}: what is known of this article and what rests on it.",
        modified=show.day(source.published),
    )
    whole = source.publishable or desk.settings.preview
    return show.fill(
        desk,
        "source",
        page,
        status="" if source.status == "current" else source.status,
        status_note=source.status_note,
        facts=list(_facts(desk, path, source)),
        notes=[source.note] if source.note else [],
        coverage=f"{len(coverage.touched)} of {stating} sentences are touched by a claim." if stating else "",
        briefings=[
            show.page_link(path, desk.corpus.briefings[id_].title, urls.briefing(id_)) for id_ in briefings
        ],
        cites=[
            Row((show.entity(desk, path, outlet), md(" […] ".join(p.words)))) for outlet, p in source.cites
        ],
        misprints=[
            Row((md(m.printed), show.entity(desk, path, m.entity) if m.entity else md(m.words)))
            for m in dict.fromkeys(source.misprints)
        ],
        passages=list(_passages(desk, path, source)),
        whole=[md(line) for line in source.text.raw.splitlines() if line.strip()] if whole else [],
        untouched=[md(source.text.raw[a:b]) for a, b in coverage.untouched] if desk.settings.preview else [],
    )


def index_page(desk: Desk) -> Page:
    """List all sources, newest first."""
    path = urls.SOURCES
    rows = [
        Row((
            Md(f"{anchor(urls.entry(source.id))}{show.page_link(path, source.label, urls.source(source.id))}"),
            show.publisher(desk, path, source),
            md(dates.words(source.published) if source.published else "not stated"),
            md(len(desk.derived.backlinks.sources.get(source.id, ()))),
        ))
        for source in desk.corpus.sources.values()
    ]  # fmt: skip
    page = Page(path, "sources", "Sources", Md(""), description="The articles that the briefings rest on.")
    return show.fill(desk, "sources", page, rows=rows)


def _facts(desk: Desk, page: str, source: Source) -> Iterator[Row]:
    shown: dict[str, Md] = {
        "title": md(source.title or "not looked at"),
        "published": md(dates.words(source.published) if source.published else "not looked at"),
        "publisher": show.publisher(desk, page, source),
        "author": md(source.author),
        "address": external_link(source.address, source.address) if source.address else Md(""),
        "captured": md(dates.words(source.captured)) if source.captured else Md(""),
        "lang": md(source.lang),
    }
    for field, value in shown.items():
        reasons = [f"inferred: {source.inferred[field]}"] if field in source.inferred else []
        reasons += [f"not from the text: {source.outside[field]}"] if field in source.outside else []
        if value:
            stated = "" if value == NOT_STATED else "as printed"
            yield Row(
                (Md(field), value, join(reasons, "; ") if reasons else md(stated if field != "lang" else ""))
            )


def _passages(desk: Desk, page: str, source: Source) -> Iterator[CitedView]:
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
            anchor(urls.passage(source.id, start, end).anchor),
            " […] ".join(passage.words),
            claim_links(desk, page, refs),
        )
