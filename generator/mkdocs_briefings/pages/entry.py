"""A briefing in a list: its title, its facts and the first sentence of its summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import Md, anchor, join, md
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.pages import list_parts, view
from mkdocs_briefings.pages.briefing import draft_words, evidence_to
from mkdocs_briefings.pages.page import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mkdocs_briefings.model.corpus import Briefing
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.pages.view import View


@dataclass(frozen=True, slots=True)
class BriefingEntry:
    """A briefing, ready to print in a list."""

    mark: Md
    title: Md
    facts: tuple[Md, ...]
    """Its date, its level, the day of its evidence, its storylines; before them what keeps it unpublished."""
    summary: Md


def live(desk: View) -> Iterator[Briefing]:
    """Give the briefings that stand, newest first."""
    return (briefing for briefing in desk.corpus.briefings.values() if briefing.status != "withdrawn")


def briefing_entry(desk: View, page: str, briefing: Briefing) -> BriefingEntry:
    """Show a briefing on a page that lists it."""
    return BriefingEntry(
        mark=anchor(addresses.entry(briefing.id)),
        title=view.page_link(page, briefing.title, addresses.briefing(briefing.id)),
        facts=tuple(_facts(desk, page, briefing)),
        summary=_first_sentence(desk, page, briefing),
    )


def grouped(
    desk: View, page: str, briefings: Iterable[Briefing], key: Callable[[Date | None], tuple[str, str]]
) -> list[tuple[str, list[BriefingEntry]]]:
    """Show briefings under the words that `key` gives for their dates."""
    found: dict[str, list[BriefingEntry]] = {}
    for briefing in briefings:
        found.setdefault(key(briefing.date)[1], []).append(briefing_entry(desk, page, briefing))
    return list(found.items())


def facets(
    briefings: Iterable[Briefing], named: Mapping[str, Iterable[str]] | None = None
) -> tuple[Entry, ...]:
    """Give what a filter can choose each briefing by; a page that shows briefings has them as its `entries`.

    Args:
        briefings: those that the page shows.
        named: the entities that each names, where the page has a filter for them.

    """
    return tuple(
        Entry(
            addresses.entry(briefing.id),
            (
                ("storyline", briefing.storylines),
                ("year", (list_parts.year(briefing.date)[0],)),
                ("level", (briefing.level,)),
                ("entity", tuple((named or {}).get(briefing.id, ()))),
            ),
        )
        for briefing in briefings
    )


def _facts(desk: View, page: str, briefing: Briefing) -> Iterator[Md]:
    draft = draft_words(desk, briefing)
    if draft:
        yield Md(f"**{md(draft)}**")
    yield md(dates.words(briefing.date) if briefing.date else "not dated")
    yield md(briefing.level)
    evidence = evidence_to(desk, briefing)
    yield md(f"evidence to {view.day_words(evidence) if evidence else 'an unknown date'}")
    storylines = [
        view.page_link(page, desk.corpus.storylines[id_].title, addresses.storyline(id_))
        for id_ in dict.fromkeys(briefing.storylines)
        if addresses.storyline(id_) != page
    ]
    if storylines:
        yield join(storylines, " · ")


def _first_sentence(desk: View, page: str, briefing: Briefing) -> Md:
    """Give the first sentence, marked if it rests on an article that its publisher corrected or withdrew."""
    first = next((s for block in briefing.summary for s in block.sentences if s.text), None)
    if first is None:
        return Md("")
    return Md(f"{view.sentence(desk, page, first)}{view.fallen(desk, *(item.ref for item in first.cites))}")
