"""Reading figures takes time in proportion to the length of a text, whatever it repeats."""

from __future__ import annotations

import time

import pytest
from mkdocs_briefings.rules import figures, implied_figures
from mkdocs_briefings.text.languages import LANGUAGES

LENGTH = 20_000
MOST = 4.0
"""Seconds of CPU; what took time in proportion to the square took fifteen."""


@pytest.mark.parametrize("code", ["en", "de", "zh"])
@pytest.mark.parametrize("words", ["1 ", "12-", "二分之", "A and "])
def test_a_text_that_repeats_itself(code: str, words: str) -> None:
    text, pack = words * (LENGTH // len(words)), LANGUAGES[code]
    began = time.process_time()
    read = figures.read(text, pack)
    list(implied_figures.single_units(text, pack))
    list(implied_figures.votes(text))
    list(implied_figures.scaled_alike(text, read.numbers))
    implied_figures.has_pair(text)
    assert time.process_time() - began < MOST
