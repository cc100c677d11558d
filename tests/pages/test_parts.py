"""Parts of a list: nothing is lost, nothing is too long, no two have one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.model import dates
from mkdocs_briefings.pages import list_parts

SAY = messages("en")


def tens(number: int) -> tuple[str, str]:
    return f"{number // 10}x", f"the {number // 10}0s"


def ones(number: int) -> tuple[str, str]:
    return str(number), f"number {number}"


@given(st.lists(st.integers(0, 30), max_size=80), st.integers(1, 20))
def test_parts_hold_everything_once_and_no_more_than_they_may(numbers: list[int], most: int) -> None:
    found = list_parts.split(SAY, numbers, (tens, ones), most)
    leaves = list(list_parts.leaves(found))
    assert sorted(n for part in leaves for n in part.items) == sorted(numbers)
    assert all(0 < len(part.items) <= most for part in leaves)
    names = [part.name for part in list_parts.every(found)]
    assert len(set(names)) == len(names)


def test_what_is_short_enough_is_not_split_further() -> None:
    found = list_parts.split(SAY, [11, 12, 21], (tens, ones), 2)
    assert [(part.name, part.items, part.parts) for part in found] == [
        ("1x", (11, 12), ()),
        ("2x", (21,), ()),
    ]


def test_a_key_that_tells_nothing_apart_is_passed_over() -> None:
    (only,) = list_parts.split(SAY, [7, 7, 7], (tens, ones), 2)
    assert [(part.name, part.words) for part in only.parts] == [
        ("0x/part-1", "the 00s, part 1 of 2"),
        ("0x/part-2", "the 00s, part 2 of 2"),
    ]


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("2026-03-05", "2026", "2026-03"),
        ("2026-03", "2026", "2026-03"),
        ("2026", "2026", "2026-xx"),
        ("2025-12-30..2026-01-02", "2025", "2025-12"),
        ("..2026-01", "2026", "2026-01"),
        ("2024-05..", "2024", "2024-05"),
    ],
)
def test_a_date_stands_where_lists_put_it(text: str, year: str, month: str) -> None:
    date = dates.parse(text)
    assert list_parts.year(SAY, date)[0] == year
    assert list_parts.month(SAY, date)[0] == month


def test_what_has_no_date_has_a_place_of_its_own() -> None:
    assert list_parts.year(SAY, None) == list_parts.month(SAY, None) == ("undated", "Not dated")
