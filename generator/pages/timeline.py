"""The timeline: every dated claim with its passage, by year, with filters; long ones a page a year."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from generator import dates, urls
from generator.md import Md, anchor
from generator.pages import show
from generator.pages.claim import KINDS, ClaimView, claim_view
from generator.pages.page import Entry, Figure, Page
from generator.prose import Name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.derive.timeline import Event
    from generator.pages.show import Desk

MOST = 200
"""Events: with more of them, each year has a page of its own and the first page leads there."""
_FILTER = "f-filter"


def timeline_pages(desk: Desk) -> Iterable[Page]:
    """Make the timeline, newest year first."""
    years = [(year, list(found)) for year, found in groupby(desk.derived.timeline, _year)]
    years.reverse()
    if len(desk.derived.timeline) <= MOST:
        yield _page(desk, urls.TIMELINE, "Timeline", years)
        return
    page = Page(urls.TIMELINE, "timeline", "Timeline", Md(""), description="Every dated claim, year by year.")
    pages = [(show.page_link(page.path, year, urls.timeline(year)), len(events)) for year, events in years]
    yield show.fill(desk, "timeline", page, years=[], pages=pages, filter="")
    for year, events in years:
        yield _page(desk, urls.timeline(year), f"Timeline: {year}", [(year, events)])


def facets(desk: Desk, event: Event) -> dict[str, tuple[str, ...]]:
    """What a filter can choose an event by: kind, storylines, entities; values are ids."""
    claim = event.claim
    named = [i.entity for i in claim.text.inlines if isinstance(i, Name)]
    named += [voice.entity for chain in claim.chains for voice in chain if voice.entity]
    named += [measure for measure, _ in claim.states]
    return {
        "kind": (claim.kind,),
        "storyline": desk.corpus.briefings[claim.briefing].storylines,
        "entity": tuple(dict.fromkeys(named)),
    }


def _page(desk: Desk, path: str, title: str, years: Sequence[tuple[str, Sequence[Event]]]) -> Page:
    events = [event for _, found in years for event in found]
    chosen = {event.claim.ref: facets(desk, event) for event in events}
    page = Page(
        path,
        "timeline",
        title,
        Md(""),
        description=f"{title}: dated claims, each with its passage.",
        figures=(Figure(_FILTER, _form(desk, list(chosen.values()))),) if events else (),
        entries=tuple(Entry(urls.entry(ref), tuple(found.items())) for ref, found in chosen.items()),
    )
    told = [(year, [_view(desk, path, e) for e in found if not e.scheduled]) for year, found in years]
    ahead = [_view(desk, path, event) for _, found in reversed(years) for event in found if event.scheduled]
    shown = [(year, views) for year, views in told if views]
    if ahead:
        shown.append(("Still ahead when it was told", ahead))
    return show.fill(desk, "timeline", page, years=shown, pages=[], filter=anchor(_FILTER) if events else "")


def _year(event: Event) -> str:
    """Give the year of an event's place in the order, which for "by …" is that of its end."""
    return str(dates.sort_key(event.date)[0].year)


def _view(desk: Desk, page: str, event: Event) -> tuple[str, ClaimView]:
    return dates.words(event.date), claim_view(desk, page, event.claim, dated=False)


def _form(desk: Desk, chosen: Sequence[dict[str, tuple[str, ...]]]) -> str:
    """Make the filters, hidden until the script that works them shows them."""
    corpus = desk.corpus
    names = {
        "kind": dict(KINDS),
        "storyline": {id_: storyline.title for id_, storyline in corpus.storylines.items()},
        "entity": {id_: entity.name for id_, entity in corpus.entities.items()},
    }
    selects = ""
    for facet, known in names.items():
        present = {value for found in chosen for value in found[facet]}
        options = "".join(
            f'<option value="{escape(id_)}">{escape(name)}</option>'
            for id_, name in known.items()
            if id_ in present
        )
        selects += f'<label>{facet.capitalize()} <select name="{facet}"><option value="">all</option>{options}</select></label> '
    return (
        f'<form class="b-filter" aria-label="Filter" hidden>{selects}<button type="reset">Show all</button> '
        '<output aria-live="polite"></output></form>'
    )
