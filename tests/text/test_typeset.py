"""Straight marks of our own prose are printed as its language prints them; the words of others stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.text.languages import LANGUAGES
from mkdocs_briefings.text.typeset import typeset


@pytest.mark.parametrize(
    ("lang", "typed", "printed"),
    [
        ("en", 'a "very good equilibrium" with China', "a “very good equilibrium” with China"),
        ("en", "Nvidia's chips, the officials' talk", "Nvidia’s chips, the officials’ talk"),
        ("en", "the 'threat', and don't", "the ‘threat’, and don’t"),
        ("en", "in the '90s", "in the ’90s"),
        ("en-GB", '("so")', "(“so”)"),
        ("en", 'a 6" pipe and a 5" one, 5\' long', 'a 6" pipe and a 5" one, 5\' long'),
        ("en", 'a lone " stays', 'a lone " stays'),
        ("de", 'die "Bedrohung" von \'19', "die „Bedrohung“ von ’19"),
        ("fr", 'l\'usine dite "sûre"', "l’usine dite «\u00a0sûre\u00a0»"),
        ("es", 'la "norma"', "la «norma»"),
        ("ja", '政府は"規制"を発表', "政府は「規制」を発表"),
        ("zh-Hans", '称其为"威胁"。', "称其为“威胁”。"),
        ("nl", 'de "regel" van \'t jaar', 'de "regel" van \'t jaar'),
        ("en", "curly “marks” stay’s", "curly “marks” stay’s"),
    ],
)
def test_marks_are_those_of_the_language(lang: str, typed: str, printed: str) -> None:
    assert typeset(typed, lang) == printed


def test_an_apostrophe_may_follow_a_link() -> None:
    assert typeset("'s resignation", "en", goes_on=True) == "’s resignation"
    assert typeset("' word", "en", goes_on=True) == "’ word"
    assert typeset("'tis said'", "en") == "‘tis said’"


@given(st.text(alphabet="ab 5.'\"“”’([—", max_size=40), st.sampled_from(sorted(LANGUAGES)))
def test_only_marks_change_and_only_once(text: str, lang: str) -> None:
    made = typeset(text, lang)
    marks = dict.fromkeys(map(ord, "'\"“”’‘„‚«»「」『』\u00a0"))
    assert made.translate(marks) == text.translate(marks)
    assert made.count('"') % 2 == text.count('"') % 2
