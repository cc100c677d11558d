"""The published share of a source's words stays under its cap on all pages together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.derive.small import ENTITIES
from tests.desks import made, page, source, yaml
from tests.pages.figures import drawn, figures_of
from tests.sampling import examples

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.build import Result

COUNT = 60
WORDS = [f"w{n:02}" for n in range(COUNT)]
"""A text in which no word comes twice, so that every word on a page is one of its source."""


def files(
    passages: Mapping[str, tuple[int, int]],
    cited: list[str],
    story: tuple[str, ...] = (),
    **front: object,
) -> dict[str, str]:
    """Write a desk whose claims quote words of the text, from one to another."""
    claims = {name: {"text": "So it is.", "quote": " ".join(WORDS[a:b])} for name, (a, b) in passages.items()}
    summary = " ".join(f"It is so [@{name}]." for name in cited)
    storyline = " ".join(f"It is so [@told#{name}]." for name in story) or "It is so [@a]."
    return {
        "seeds/a.txt": source(f"{' '.join(WORDS)}.", id="a", **front),
        "briefings/2026-01-24-told.yml": yaml(title="T", sources=["a"], summary=summary, claims=claims),
        "briefings/storylines.yml": yaml(line={"title": "A line", "summary": storyline}),
        "briefings/entities/all.yml": yaml(**ENTITIES),
    }


def printed(result: Result) -> set[str]:
    """Give the words of the source that the site prints anywhere."""
    assert result.pages, [p.message for p in result.problems]
    found = {word for one in result.pages for word in re.findall(r"\bw\d\d\b", one.body)}
    found |= {word for one in result.pages for word in re.findall(r"\bw\d\d\b", one.description)}
    return found | {
        word
        for one in result.pages
        for figure in figures_of(one.blocks)
        for word in re.findall(r"\bw\d\d\b", drawn(figure))
    }


PASSAGES = {"early": (0, 10), "middle": (20, 30), "late": (40, 50)}


def test_what_a_summary_cites_is_printed_first() -> None:
    result = made(files(PASSAGES, ["late"]), max_share=0.34)
    assert printed(result) == set(WORDS[40:50]) | set(WORDS[0:10])
    body = page(result, "sources/a.md")
    assert "[10 words, characters 80 to 119 of the sealed text; not printed" in body.replace("&#91;", "[")


def test_a_storyline_is_a_summary_too() -> None:
    result = made(files(PASSAGES, ["late"], story=("middle",)), max_share=0.34)
    assert printed(result) == set(WORDS[20:30]) | set(WORDS[40:50])


def test_what_is_too_long_leaves_room_for_what_is_shorter() -> None:
    result = made(files({"long": (0, 30), "short": (40, 44)}, ["long"]), max_share=0.1)
    assert printed(result) == set(WORDS[40:44])


def test_words_of_two_passages_count_once() -> None:
    result = made(files({"one": (0, 10), "two": (5, 15)}, ["one"]), max_share=0.25)
    assert printed(result) == set(WORDS[0:15])


def test_without_a_cap_and_in_the_preview_all_is_printed() -> None:
    assert printed(made(files(PASSAGES, ["late"]))) == set(WORDS[0:10] + WORDS[20:30] + WORDS[40:50])
    preview = made(files(PASSAGES, ["late"]), max_share=0.0, preview=True)
    assert printed(preview) == set(WORDS)
    for passage in (WORDS[0:10], WORDS[20:30], WORDS[40:50]):
        assert f"> {' '.join(passage)}" in page(preview, "briefings/told.md")


def test_a_free_text_is_printed_whole() -> None:
    assert printed(made(files(PASSAGES, ["late"], rights="public-domain"), max_share=0.0)) == set(WORDS)


def test_a_cap_of_nothing_prints_nothing() -> None:
    assert printed(made(files(PASSAGES, ["late"]), max_share=0.0)) == set()


def test_the_sources_that_an_article_lists_count() -> None:
    cites = {"wire": " ".join(WORDS[50:58])}
    within = made(files(PASSAGES, ["late"], cites=cites), max_share=0.7)
    assert set(WORDS[50:58]) <= printed(within)
    beyond = made(files(PASSAGES, ["late"], cites=cites), max_share=0.17)
    assert printed(beyond) == set(WORDS[40:50])
    assert "The Wire" in page(beyond, "sources/a.md")


def test_words_that_are_always_printed_count() -> None:
    """The ledger of misprints cannot do without what is printed."""
    front: dict[str, Any] = {"misprints": {" ".join(WORDS[12:16]): "what is meant"}}
    result = made(files(PASSAGES, ["late"], **front), max_share=0.2)
    assert printed(result) == set(WORDS[12:16])


SPANS = st.tuples(st.integers(0, COUNT - 4), st.integers(2, 25)).map(
    lambda s: (s[0], min(s[0] + s[1], COUNT))
)


@settings(max_examples=examples(40), deadline=None)
@given(
    st.lists(SPANS, min_size=1, max_size=6),
    st.sets(st.integers(0, 5)),
    st.floats(0, 1),
    st.one_of(st.none(), SPANS),
)
def test_the_cap_holds_over_all_pages(
    spans: list[tuple[int, int]], cited: set[int], cap: float, listed: tuple[int, int] | None
) -> None:
    passages = {chr(97 + n): span for n, span in enumerate(spans)}
    front: dict[str, Any] = {"cites": {"wire": " ".join(WORDS[slice(*listed)])}} if listed else {}
    chosen = [name for n, name in enumerate(passages) if n in cited] or ["a"]
    made_of = files(passages, chosen, **front)
    assert len(printed(made(made_of, max_share=cap))) <= cap * COUNT
    uncapped = printed(made(made_of))
    wanted = {w for a, b in [*spans, *([listed] if listed else [])] for w in WORDS[a:b]}
    assert uncapped == wanted
