"""The timeline: every dated claim with its passage, by year; long ones a page a year."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator import dates, urls
from generator.md import Md
from generator.pages import show
from generator.pages.claim import ClaimView, claim_view
from generator.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.derive.timeline import Event
    from generator.pages.show import Desk

MOST = 200
"""Events: with more of them, each year has a page of its own and the first page leads there."""


def timeline_pages(desk: Desk) -> Iterable[Page]:
    """Make the timeline, newest year first."""
    years = [(year, list(found)) for year, found in groupby(desk.derived.timeline, _year)]
    years.reverse()
    page = Page(
        urls.TIMELINE, "timeline", "Timeline", Md(""), description="Every dated claim, with its passage."
    )
    if len(desk.derived.timeline) <= MOST:
        shown = [(year, _views(desk, page.path, events)) for year, events in years]
        yield show.fill(desk, "timeline", page, years=shown, pages=[])
        return
    pages = [(show.page_link(page.path, year, urls.timeline(year)), len(events)) for year, events in years]
    yield show.fill(desk, "timeline", page, years=[], pages=pages)
    for year, events in years:
        one = Page(
            urls.timeline(year), "timeline", f"Timeline: {year}", Md(""), description=f"Dated claims, {year}."
        )
        yield show.fill(desk, "timeline", one, years=[(year, _views(desk, one.path, events))], pages=[])


def _year(event: Event) -> str:
    """Give the year of an event's place in the order, which for "by …" is that of its end."""
    return str(dates.sort_key(event.date)[0].year)


def _views(desk: Desk, page: str, events: Sequence[Event]) -> list[tuple[str, ClaimView]]:
    return [
        (
            dates.words(event.date) + (" (scheduled)" if event.scheduled else ""),
            claim_view(desk, page, event.claim),
        )
        for event in events
    ]
