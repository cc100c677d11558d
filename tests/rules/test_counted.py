"""What a number counts is read from what stands behind it."""

from __future__ import annotations

import pytest
from mkdocs_briefings.rules import figures
from mkdocs_briefings.rules.counted import counted, differ
from mkdocs_briefings.text.languages import language


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("three fishermen met", "en", "any"),
        ("three full years", "en", ""),
        ("three years", "en", "unit"),
        ("noch 51 statt 64 Prozent", "de", ""),
        ("drei Fischer klagen", "de", "any"),
        ("弁護士3人", "ja", "person"),
        ("38件", "ja", "thing"),
        ("5年間", "ja", "unit"),
        ("两条线路", "zh", "thing"),
    ],
)
def test_it_is_told_by_the_words_behind(text: str, lang: str, found: str) -> None:
    pack = language(lang)
    assert counted(text, figures.read(text, pack).numbers[0], pack) == found


def test_lawyers_are_no_years_and_no_cases() -> None:
    assert differ("person", "unit")
    assert differ("person", "thing")
    assert not differ("", "unit")
    assert not differ("any", "person")
