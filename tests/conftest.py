"""What holds for all tests."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from mkdocs_briefings.files import unsettled

# How long an example takes tells of the machine, not of the code: speed is measured in bench/.
# `make test` draws some, so that it ends in ten minutes; the quick tests fewer, `make soak` a thousand.
settings.register_profile("untimed", deadline=None, max_examples=40)
settings.register_profile("quick", deadline=None, max_examples=15)
settings.register_profile("soak", deadline=None, max_examples=1000)
# `make fuzz`: some thousand desks, about half an hour.
settings.register_profile("fuzz", deadline=None, max_examples=10_000)
settings.load_profile("untimed")


ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tools/fonts"))


LONGEST = (
    "tests/test_package.py",
    "tests/test_hostile.py",
    "tests/mkdocs/test_update.py",
    "tests/site/test_search.py",
    "tests/site/test_html.py",
    "tests/mkdocs/test_warm.py",
    "tests/site/test_panel.py",
    "tests/test_workflows.py",
    "tests/site/test_filters.py",
    "tests/site/test_repository.py",
    "tests/site/test_lock.py",
    "tests/site/test_board.py",
    "tests/site/test_evidence.py",
    "tests/test_two_renderers.py",
    "tests/files/test_interruptions.py",
    "tests/site/test_newcomer.py",
    "tests/test_docs.py",
)
"""Two fifths of the time of `make test`: begun first, so that at its end no worker has one of them still before it."""


# No built site is kept for another test: a user without a place for a secret has none (tests/mkdocs/test_warm.py has).
os.environ["XDG_STATE_HOME"] = os.devnull


def pytest_sessionstart() -> None:
    """Cut the fonts anew after a change of what they are made from; installing the package does the same."""
    from font_cutting import cut_into  # noqa: PLC0415

    cut_into(ROOT / "generator/mkdocs_briefings/theme/assets")


@pytest.fixture(autouse=True)
def files_of_any_age(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands change what a test wrote a moment before; the rule about that has its own tests in tests/files."""
    monkeypatch.setattr(unsettled, "YOUNG", 0.0)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest (`make test` hands out files in this order)."""
    place = {path: n for n, path in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.location[0], len(place)))
