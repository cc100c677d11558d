"""Which way scripts run."""

from __future__ import annotations

import pytest
from mkdocs_briefings.document.direction import direction


@pytest.mark.parametrize(
    ("language", "way"),
    [("ar", "rtl"), ("ar-EG", "rtl"), ("he", "rtl"), ("ar-Latn", "ltr"), ("az-Arab", "rtl"), ("de", "ltr"), ("zh-Hans", "ltr"), ("", "ltr")],
)  # fmt: skip
def test_a_language_runs_one_way(language: str, way: str) -> None:
    assert direction(language) == way
