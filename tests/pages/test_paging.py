"""Lists of any length: no page grows without end, every page is reached from the first, every link leads somewhere."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from mkdocs_briefings.derive import derive
from mkdocs_briefings.document.nodes import Table
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.corpus import Corpus
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.pages import entity_list as entities_
from mkdocs_briefings.pages import list_parts, measures, storyline, timeline
from mkdocs_briefings.pages.figures.board import MOST_OF_ONE
from mkdocs_briefings.pages.kinds import BY_NAME
from mkdocs_briefings.pages.measures import measures_pages
from mkdocs_briefings.pages.state_words import MOST_BEFORE
from mkdocs_briefings.pages.view import View

from tests.derive.small import small
from tests.desks import sound, source, yaml
from tests.pages import figures

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_briefings.model.corpus import Briefing, Claim, Source
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.pages.page import Page

INDEXES = {addresses.BRIEFINGS, addresses.STORYLINES, addresses.ENTITIES, addresses.SOURCES, addresses.DISAGREEMENTS, addresses.QUESTIONS, addresses.TIMELINE}  # fmt: skip
LINK = re.compile(r"\]\(([^()\s]*)\)")
ANCHOR = re.compile(r'<a id="(e-[^"]+)"></a>')
MOST = max(list_parts.MOST, timeline.MOST, entities_.MOST)
DAYS: dict[str, Callable[[int], str]] = {
    "ten years": lambda n: (dt.date(2016, 1, 1) + dt.timedelta(days=n * 3650 // 5000)).isoformat(),
    "one year": lambda n: (dt.date(2020, 1, 1) + dt.timedelta(days=n % 366)).isoformat(),
    "one month": lambda n: f"2020-02-{n % 29 + 1:02}",
    "years alone": lambda n: str(2000 + n % 20),
    "no date": lambda _: "",
}

FILES = {
    "seeds/wire.txt": source("The plant in Arden closed on 4 May 2020, a clerk said. Its owner, Acme, denied it."),
    "briefings/2020-05-04-b.yml": yaml(
        title="The plant closes",
        sources=["wire"],
        storylines=["plant"],
        summary="The plant in Arden closed, a clerk says [@closed].",
        claims={
            "closed": {"text": "The plant closed.", "said_by": "a clerk", "date": "2020-05-04",
                       "quote": "The plant in Arden closed on 4 May 2020, a clerk said"},
            "denied": {"denies": "closed", "said_by": "acme", "quote": "Its owner, Acme, denied it"},
        },
        disagreements=[{"about": "Whether it closed", "class": "contradiction", "between": ["closed", "denied"]}],
        questions=["Who owns it now?"],
    ),
    "briefings/entities/all.yml": yaml(acme={"kind": "company", "name": "Acme"}, arden={"kind": "place", "name": "Arden"}),
    "briefings/storylines.yml": yaml(plant={"title": "The plant", "summary": "It closed [@b#closed]."}),
}  # fmt: skip


@cache
def smallest() -> Corpus:
    return sound(FILES).corpus


def place(date: Date | None) -> tuple[object, ...]:
    return dates.sort_key(date) if date else ()


def many(count: int, day: str) -> View:
    """Give a desk of `count` briefings, each with its own source, claims, disagreement and question.

    Every third one is quoted, not analysed.
    """
    corpus = smallest()
    known, article = corpus.briefings["b"], corpus.sources["wire"]
    briefings: dict[str, Briefing] = {}
    sources: dict[str, Source] = {}
    claims: dict[str, Claim] = {}
    for n in range(count):
        id_, text = f"b{n}", DAYS[day](n)
        date = dates.parse(text) if text else None
        own = tuple(
            replace(c, ref=f"{id_}#{c.id}", briefing=id_, source=f"s{n}", date=date if c.date else None,
                    denies=f"{id_}#closed" if c.denies else None,
                    passages=tuple(replace(p, source=f"s{n}") for p in c.passages))
            for c in known.claims
        )  # fmt: skip
        disagreements = tuple(
            replace(d, briefing=id_, between=(f"{id_}#closed", f"{id_}#denied")) for d in known.disagreements
        )
        questions = tuple(replace(q, briefing=id_) for q in known.questions)
        sources[f"s{n}"] = replace(article, id=f"s{n}", label=f"Report {n}", published=date)
        briefings[id_] = replace(
            known, id=id_, date=date, sources=(f"s{n}",), claims=() if n % 3 == 2 else own,
            disagreements=disagreements, questions=questions,
        )  # fmt: skip
        claims |= {claim.ref: claim for claim in own}
    made = Corpus(
        sources={s.id: s for s in sorted(sources.values(), key=lambda s: place(s.published), reverse=True)},
        briefings={b.id: b for b in sorted(briefings.values(), key=lambda b: place(b.date), reverse=True)},
        entities=corpus.entities,
        storylines={id_: replace(one, summary=()) for id_, one in corpus.storylines.items()},
        claims=claims,
        mentions=dict.fromkeys(sources, corpus.mentions[article.id]),
        as_of=dt.date(2030, 1, 1),
    )  # fmt: skip
    return View(made, derive(made), Settings())


def lists(desk: View) -> dict[str, Page]:
    names = ("briefings", "entities", "sources", "storyline", "disagreements", "questions", "timeline")
    makers = [maker for name in names if (maker := BY_NAME[name].maker)]
    assert len(makers) == len(names)
    made = [page for maker in makers for page in maker(desk)]
    pages = {page.path: page for page in made}
    assert len(pages) == len(made), "two pages have one path"
    return pages


def links(page: Page) -> list[tuple[str, str]]:
    """Give path and anchor of everything to which a page links."""
    found = []
    for target in LINK.findall(page.body):
        path, _, anchor = target.partition("#")
        to = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(path)))
        found.append((to if path else page.path, anchor))
    return found


def reached(pages: dict[str, Page]) -> set[str]:
    """Give the list pages that a reader reaches from the indexes by following links between lists."""
    found: set[str] = set()
    ahead = [path for path in pages if path in INDEXES]
    while ahead:
        path = ahead.pop()
        if path not in found:
            found.add(path)
            ahead += [to for to, _ in links(pages[path]) if to in pages]
    return found


@cache
def told(count: int, day: str) -> tuple[View, dict[str, Page]]:
    desk = many(count, day)
    return desk, lists(desk)


SIZES = [(0, "ten years"), (1, "ten years"), (100, "ten years"), (101, "ten years"), (101, "no date"),
         (900, "one year"), (500, "no date"),
         *(pytest.param(*size, marks=pytest.mark.slow) for size in ((700, "one month"), (900, "years alone"))),
         pytest.param(5000, "ten years", marks=pytest.mark.soak)]  # fmt: skip


@pytest.mark.parametrize(("count", "day"), SIZES)
class TestAnyLength:
    def test_no_page_holds_more_than_it_may(self, count: int, day: str) -> None:
        _, pages = told(count, day)
        for path, page in pages.items():
            anchors = ANCHOR.findall(page.body)
            assert len(anchors) <= MOST, path
            assert len(set(anchors)) == len(anchors), path
            assert page.body.count("\n|") <= 2 * MOST + 10, path

    def test_every_page_is_reached_and_every_item_listed(self, count: int, day: str) -> None:
        desk, pages = told(count, day)
        assert reached(pages) == set(pages)
        targets = {to for page in pages.values() for to in links(page)}
        for briefing in desk.corpus.briefings.values():
            assert (addresses.briefing(briefing.id), "") in targets
            assert (addresses.briefing(briefing.id), f"d-{briefing.disagreements[0].id}") in targets
            assert (addresses.briefing(briefing.id), f"q-{briefing.questions[0].id}") in targets
        shown = {anchor for page in pages.values() for anchor in ANCHOR.findall(page.body)}
        assert {addresses.entry(id_) for id_ in desk.corpus.sources} <= shown
        assert {addresses.entry(event.claim.ref) for event in desk.derived.timeline} <= shown

    def test_every_link_leads_somewhere(self, count: int, day: str) -> None:
        desk, pages = told(count, day)
        corpus = desk.corpus
        known = {addresses.briefing(id_) for id_ in corpus.briefings} | {
            addresses.source(id_) for id_ in corpus.sources
        }
        known |= {addresses.entity(id_) for id_ in desk.derived.present}
        for page in pages.values():
            for to, anchor in links(page):
                assert to in pages or to in known, (page.path, to)
                if to in pages and anchor:
                    assert f'<a id="{anchor}"></a>' in pages[to].body, (page.path, to, anchor)


def test_a_short_list_has_no_machinery() -> None:
    _, pages = told(100, "ten years")
    assert not [path for path in pages if "/by/" in path]
    assert len(ANCHOR.findall(pages[addresses.BRIEFINGS].body)) == 100
    assert "By year" not in pages[addresses.BRIEFINGS].body


def test_a_year_has_its_months_as_headings_and_a_month_has_none() -> None:
    _, pages = told(101, "ten years")
    year = pages["briefings/by/2016.md"].body
    assert [line for line in year.splitlines() if re.match(r"## .* \d", line)] == [
        "## March 2016",
        "## February 2016",
        "## January 2016",
    ]
    _, pages = told(900, "one year")
    assert re.findall("^## .*", pages["briefings/by/2020-02.md"].body, re.MULTILINE) == ["## Newer and older"]


def test_a_long_list_shows_the_newest_and_leads_to_its_years_and_levels() -> None:
    desk, pages = told(101, "ten years")
    index = pages[addresses.BRIEFINGS].body
    assert (
        ANCHOR.findall(index) == [addresses.entry(id_) for id_ in desk.corpus.briefings][: list_parts.NEWEST]
    )
    assert f"The newest {list_parts.NEWEST} of 101 briefings." in index
    assert "**By year:** [2016](by/2016.md) (101)" in index
    assert "**By level:** [analysed](by/analysed.md) (68) · [quoted](by/quoted.md) (33)" in index
    assert pages["storylines/plant.md"].body.count('<a id="e-b') == list_parts.NEWEST
    assert "storylines/by/plant/2016.md" in pages


@pytest.mark.soak
def test_years_and_months_lead_to_their_neighbours() -> None:
    _, pages = told(5000, "ten years")
    assert "**By month:**" in pages["briefings/by/2020.md"].body
    assert ANCHOR.findall(pages["briefings/by/2020.md"].body) == []
    march = pages["briefings/by/2020-03.md"].body
    assert (
        "Newer: [April 2020](2020-04.md) · [Briefings](../index.md) · Older: [February 2020](2020-02.md)"
        in march
    )
    assert "Older: [December 2019](2019-12.md)" in pages["briefings/by/2020-01.md"].body
    newest = pages["briefings/by/2025-12.md"].body
    assert "Newer:" not in newest
    assert "Older: [November 2025]" in newest


def test_what_no_date_tells_apart_is_numbered() -> None:
    _, pages = told(500, "no date")
    assert "briefings/by/undated/part-3.md" in pages
    assert "Newer: [Not dated, part 1 of 3](part-1.md)" in pages["briefings/by/undated/part-2.md"].body


def test_a_short_list_of_years_alone_has_no_month() -> None:
    _, pages = told(900, "years alone")
    assert {p for p in pages if p.startswith("briefings/by/20")} == {
        f"briefings/by/{y}.md" for y in range(2000, 2020)
    }


@pytest.mark.parametrize("count", [0, 41, 300, 301, 2500])
def test_entities_of_any_number(count: int) -> None:
    desk = many(1, "ten years")
    place = desk.corpus.entities["arden"]
    names = {f"x{n}": f"{'abcdé漢жØ1'[n % 9]}nova {n:04}" for n in range(count)}
    made = {id_: replace(place, id=id_, name=name, kind="person") for id_, name in names.items()}
    corpus = replace(desk.corpus, entities={**desk.corpus.entities, **made})
    derived = replace(desk.derived, present=desk.derived.present | made.keys())
    pages = {page.path: page for page in entities_.entity_lists(View(corpus, derived, Settings()))}
    shown = [anchor for page in pages.values() for anchor in ANCHOR.findall(page.body)]
    assert sorted(shown) == sorted(addresses.entry(id_) for id_ in derived.present)
    assert max(len(ANCHOR.findall(page.body)) for page in pages.values()) <= entities_.MOST
    for page in pages.values():
        for to, anchor in links(page):
            assert to in pages or to == addresses.entity(to.removeprefix("entities/").removesuffix(".md"))
            assert not anchor or f'<a id="{anchor}"></a>' in pages[to].body
    if count == 41:
        assert (
            "[0–9](#e-x8) · [A](#e-x0) · [B](#e-x1) · [C](#e-x2) · [D](#e-x3) · [E](#e-x4) · [O](#e-x7)"
            in (pages[addresses.ENTITIES].body)
        )
    if count == 2500:
        assert "entities/by/person/ж.md" in pages
        assert "Before: [People: Ж](" in pages["entities/by/person/han.md"].body


@pytest.mark.parametrize("count", [0, measures.MOST, measures.MOST + 1, 250, 2500])
def test_measures_of_any_number(count: int) -> None:
    desk = many(1, "ten years")
    rule = replace(desk.corpus.entities["arden"], kind="measure", name="rule")
    made = {f"r{n}": replace(rule, id=f"r{n}", issuer="acme" if n % 25 else None) for n in range(count)}
    corpus = replace(desk.corpus, entities={**desk.corpus.entities, **made})
    derived = replace(desk.derived, present=desk.derived.present | made.keys())
    pages = {page.path: page for page in measures_pages(View(corpus, derived, Settings()))}
    found = {path: ANCHOR.findall(page.body) for path, page in pages.items()}
    first = found[addresses.MEASURES]
    shown = [anchor for path, anchors in found.items() if path != addresses.MEASURES for anchor in anchors]
    assert sorted(shown or first) == sorted(addresses.entry(id_) for id_ in made)
    assert all(len(anchors) <= measures.MOST for anchors in found.values())
    assert (len(pages) > 1) == (count > measures.MOST)
    assert {to for page in pages.values() for to, _ in links(page)} >= set(pages) - {addresses.MEASURES}
    if count > measures.MOST:
        assert len(first) == measures.NEWEST
        assert {"measures/by/acme.md", "measures/not-stated.md"} <= pages.keys()
        assert (
            f"[Issuer not stated](measures/not-stated.md) ({-(-count // 25)})"
            in pages[addresses.MEASURES].body
        )
    if count == 2500:
        assert "measures/not-stated/not-known/part-3.md" not in pages
        assert "measures/not-stated/part-3.md" in pages, "one state tells nothing apart"


def test_measures_that_moved_last_come_first() -> None:
    days = {f"m{n}": f"2024-01-{n:02}" for n in range(1, 31)}
    states = {
        name: {"state": {f"r{name[1:]}": "issued" if int(name[1:]) % 2 else "in force"}, "date": day}
        for name, day in days.items()
    }
    again = {"state": {"r1": "issued"}, "date": "2024-02-01"}
    rules = {f"r{n}": {"kind": "measure", "name": f"rule {n}", "issuer": "ministry"} for n in range(1, 31)}
    few = measures_pages(figures.desk(small({**states, "again": again}, entities=rules)))
    (page,) = few
    listed = ANCHOR.findall(page.body)
    assert listed[:2] == ["e-r30", "e-r28"], "what is in force comes before what is issued"
    assert listed[15:17] == ["e-r29", "e-r27"]
    assert listed[-1] == "e-r1", "told again is not moved"
    shown = {figure.anchor: figures.drawn(figure) for figure in figures.figures_of(page.blocks)}
    board = shown["f-board"]
    assert board.index("e-r30-bar") < board.index("e-r1-bar")
    table = next(block for block in page.blocks if isinstance(block, Table))
    assert dict(table.rows[0].facets) == {"state": ("in-force",), "issuer": ("ministry",)}
    assert "f-filter" in shown


def test_the_measures_of_an_issuer_that_are_too_many_are_split_by_state() -> None:
    count = measures.MOST + 10
    states = {f"m{n}": {"state": {f"r{n}": "in force"}, "date": "2024-01-01"} for n in range(count // 2)}
    rules = {f"r{n}": {"kind": "measure", "name": f"rule {n}", "issuer": "ministry"} for n in range(count)}
    named = {f"n{n}": {"text": f"It is about rule {n}."} for n in range(count)}
    pages = {
        one.path: one for one in measures_pages(figures.desk(small({**states, **named}, entities=rules)))
    }
    issuer = pages["measures/by/ministry.md"]
    assert "[Ministry of Trade, in force](ministry/in-force.md) (25)" in issuer.body
    assert "[Ministry of Trade, state not known](ministry/not-known.md) (25)" in issuer.body
    assert not ANCHOR.findall(issuer.body)
    assert len(ANCHOR.findall(pages["measures/by/ministry/in-force.md"].body)) == count // 2


def test_a_measure_that_moves_often_is_told_by_its_newest_states() -> None:
    states = ("issued", "suspended")
    days = [dt.date(2020, 1, 1) + dt.timedelta(days=20 * n) for n in range(60)]
    told = {
        f"c{n}": {"state": {"rule": states[n % 2]}, "date": day.isoformat()} for n, day in enumerate(days)
    }
    desk = figures.desk(small(told, entities={"rule": {"kind": "measure", "name": "rule"}}))
    (page,) = measures_pages(desk)
    (board,) = (figures.drawn(one) for one in figures.figures_of(page.blocks) if one.anchor == "f-board")
    assert board.count("<template data-from") == MOST_OF_ONE + 2, "before all was told, nothing was"
    assert board.count("earlier states: on its page") == 1
    assert days[-1].isoformat() in board
    assert days[0].isoformat() not in board
    assert f"and {len(days) - 1 - MOST_BEFORE} more" in page.body


def test_the_list_of_storylines_shows_those_with_the_newest_briefings() -> None:
    count = storyline.MOST_STORYLINES + 5
    files = {
        **FILES,
        "briefings/storylines.yml": yaml(
            **{f"s{n}": {"title": "A topic", "summary": "It closed [@b#closed]."} for n in range(count)},
            plant={"title": "The plant", "summary": "It closed [@b#closed]."},
        ),
    }
    (page,) = (page for page in sound(files).pages if page.path == addresses.STORYLINES)
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    assert len(table.rows) == storyline.MOST_STORYLINES
    assert f"The {storyline.MOST_STORYLINES} newest of {count + 1}" in page.body
    assert "The plant" in page.body.partition("A topic")[0]
