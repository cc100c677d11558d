"""The texts with which excerpts are tried are what they say: hedged, in each language that has a pack."""

from __future__ import annotations

import pytest
from mkdocs_briefings.text.languages import LANGUAGES

from tests.search.hedged import WORD, WORDS, hedge_of, told


def test_each_language_has_some() -> None:
    assert set(WORDS) == set(LANGUAGES)


@pytest.mark.parametrize("lang", WORDS)
def test_the_language_itself_sees_the_hedge_far_before_the_word(lang: str) -> None:
    for hit in told(lang, 30):
        assert hedge_of(lang, hit), hit.sentence
        assert hit.text.count(WORD) == 1
