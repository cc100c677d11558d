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
        ("Жуков", "Ж"), ("Ελλάς", "Ε"), ("華為", "漢字"), ("中兴", "漢字"), ("إيران", "ا"), ("ガス", "か"), ("the", "T"),
    ],
)  # fmt: skip
def test_names_stand_under_their_own_letter(name: str, letter: str) -> None:
    assert alphabet.letter(name)[1] == letter


@given(st.text(), st.sampled_from(("en", "es", "ja", "zh")))
def test_a_letter_is_fit_for_a_path(name: str, language: str) -> None:
    path, words = alphabet.letter(name, language)
    assert path
    assert path.isalnum()
    assert words.strip() == words != ""


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("de", "Ahre Ähre Ahrens Öl Ost Zoll Zürich"),
        ("es", "nube nulo ñandú ñu oca"),
        ("ja", "あき かいしゅう ガス きかん さくら ハム パン ビル やま"),
        ("zh-Hans", "北京 德国 复旦 广州 上海 中国"),
        ("zh-TW", "上海 中国 北京"),
    ],
)
def test_each_language_sorts_in_its_own_way(language: str, names: str) -> None:
    wanted = names.split()
    assert sorted(set(wanted), key=lambda name: (alphabet.key(name, language), name)) == wanted


def test_a_reading_tells_what_a_character_cannot() -> None:
    assert alphabet.letter("长江", "zh") == ("z", "Z"), "as the character alone is read"
    assert alphabet.letter("Cháng Jiāng", "zh") == ("c", "C")


@pytest.mark.parametrize(
    ("name", "language", "letter"),
    [
        ("ñandú", "es", ("ñ", "Ñ")),
        ("nube", "es", ("n", "N")),
        ("ñandú", "de", ("n", "N")),
        ("中国", "zh", ("z", "Z")),
        ("中国", "zh-Hant", ("han", "漢字")),
        ("中国", "ja", ("han", "漢字")),
        ("カプセル", "ja", ("kanaka", "か")),
        ("ﾊﾟﾝ", "ja", ("kanaha", "は")),
        ("ゔぃ", "ja", ("kanaa", "あ")),
        ("Äther", "de", ("a", "A")),
    ],
)
def test_each_language_has_its_own_letters(name: str, language: str, letter: tuple[str, str]) -> None:
    assert alphabet.letter(name, language) == letter
