"""A review names recorded versions that are not as they were; new ones are no reason to look."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.version_ledger import dumps, version_sum
from mkdocs_briefings.parse.version_ledger import read as read_ledger

from tests.review.sides import change

if TYPE_CHECKING:
    from mkdocs_briefings.parse.version_ledger import Version

TREE = read(Path(__file__).parents[1] / "golden" / "life", Settings())[0]
PATH = "briefings/versions/lidar-sale.json"
LEDGER = read_ledger(PATH, TREE[PATH])[0]
assert LEDGER is not None
FIRST, SECOND = LEDGER.versions


def titled(version: Version, title: str) -> Version:
    made = version.model_copy(update={"title": title})
    return made.model_copy(update={"sum": version_sum(made)})


@pytest.mark.parametrize(
    ("before", "after", "numbers"),
    [
        ((FIRST,), (FIRST, SECOND), ""),
        ((FIRST, SECOND), (titled(FIRST, "Nobody sold anything"), SECOND), "1"),
        ((FIRST, SECOND), (FIRST,), "2"),
        ((FIRST, SECOND), (), "1, 2"),
    ],
)
def test_what_is_not_as_it_was_is_flagged(
    before: tuple[Version, ...], after: tuple[Version, ...], numbers: str
) -> None:
    assert LEDGER is not None
    sides = []
    for versions in (before, after):
        side = {path: data for path, data in TREE.items() if path != PATH}
        if versions:
            side[PATH] = dumps(LEDGER.model_copy(update={"versions": versions}))
        sides.append(side)
    flags = [flag.words for one in change(*sides).briefings for flag in one.flags]
    assert flags == ([f"Recorded versions were changed or taken out: {numbers}."] if numbers else [])
