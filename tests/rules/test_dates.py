"""Dates that do not fit, and printed words that are not there, are told at their place."""

from __future__ import annotations

import pytest

from tests.desks import made, source, told, yaml

TEXT = "Before it, all was calm. The rule came on Friday, said one. It was new. Far off it ended in May.\nAD\nThe end."


def faults(**claim: object) -> list[str]:
    entry = {"text": "The rule came.", "quote": "The rule came", **claim}
    return told(
        made(
            {
                "seeds/a.txt": source(TEXT, skip={"caption": "AD"}),
                "briefings/2026-01-01-b.yml": yaml(title="B", sources=["a"], summary="It came [@it].", claims={"it": entry}),
            }
        )
    )  # fmt: skip


def test_a_date_that_does_not_fit() -> None:
    assert faults(date="2026-01-23", printed="on Friday") == []
    [fault] = faults(date="2026-01-22", printed="on Friday")
    assert fault == (
        "date-mismatch claims.it.date: 22 January 2026, a Thursday, does not match “on Friday”; “on Friday”: 24 January 2026, "
        "when the article was published, is a Saturday; the Friday before it is 23 January 2026"
    )


def test_without_printed_the_passage_counts() -> None:
    [fault] = faults(date="2026-01-22", quote="The rule came on Friday")
    assert fault.startswith("date-mismatch claims.it.date: 22 January 2026")


def test_the_hint_tells_what_fits() -> None:
    entry = {"text": "It came.", "quote": "The rule came", "printed": "on Friday", "date": "2026-01-22"}
    page = yaml(title="B", sources=["a"], summary="It came [@it].", claims={"it": entry})
    [problem] = made({"seeds/a.txt": source(TEXT), "briefings/2026-01-01-b.yml": page}).problems
    assert problem.hint.startswith("These dates would match: `2026-01-23`.")
    assert [place.loc[-1] for place in problem.related] == ["printed"]


@pytest.mark.parametrize(
    "words", ["on Friday", "on  Friday", "came […] Friday", "all was calm", "It was new", "new"]
)
def test_printed_stands_in_or_beside_the_passage(words: str) -> None:
    assert faults(printed=words) == []


@pytest.mark.parametrize(
    "words", ["on friday", "on Saturday", "in May", "on Fri", "calm […] Saturday", "[…]"]
)
def test_printed_that_stands_elsewhere(words: str) -> None:
    assert faults(printed=words) == [
        f"printed-not-found claims.it.printed: “{words}” is neither in the passage nor next to it"
    ]


def test_lines_that_state_nothing_are_no_neighbours() -> None:
    assert faults(quote="Far off it ended", printed="The end") == []
    assert len(faults(quote="Far off it ended", printed="AD")) == 1
