"""The order of names, and the letters under which they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.text import alphabet


def test_case_diacritics_and_the_article_do_not_count() -> None:
    names = [
        "Zürich",
        "the Gazette",
        "Ørsted",
        "ödeme",
        "Öztürk",
        "Oslo",
        "“Apple”",
        "The Hague",
        "3M",
        "éclair",
    ]
    ordered = [
        "3M",
        "“Apple”",
        "éclair",
        "the Gazette",
        "The Hague",
        "ödeme",
        "Ørsted",
        "Oslo",
        "Öztürk",
        "Zürich",
    ]
    assert sorted(names, key=alphabet.key) == ordered


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Zürich", "Z"), ("the Gazette", "G"), ("Ørsted", "O"), ("æon", "A"), ("3M", "0–9"), ("", "0–9"),
        ("Жуков", "Ж"), ("Ελλάς", "Ε"), ("華為", "漢字"), ("中兴", "漢字"), ("إيران", "ا"), ("ガス", "カ"), ("the", "T"),
    ],
)  # fmt: skip
def test_names_stand_under_their_own_letter(name: str, letter: str) -> None:
    assert alphabet.letter(name)[1] == letter


@given(st.text())
def test_a_letter_is_fit_for_a_path(name: str) -> None:
    path, words = alphabet.letter(name)
    assert path
    assert path.isalnum()
    assert words.strip() == words != ""
