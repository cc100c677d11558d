"""Names in Latin letters: what is read so, what stays, and that it makes an id."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs_briefings.intake.source_file import slug
from mkdocs_briefings.parse.schema import ID_PATTERN
from mkdocs_briefings.text.latin import latin


@pytest.mark.parametrize(
    ("words", "language", "id_"),
    [
        ("München und Łódź", "de", "münchen-und-łódź"),
        ("中国商务部", "zh-Hans", "zhongguoshangwubu"),
        ("宇宙機関", "ja", "宇宙機関"),
        ("宇宙カプセル", "ja", "宇宙カプセル"),
        ("カプセル", "ja", "kapuseru"),
        ("中国商务部", "", "中国商务部"),
        ("Газпром нефть", "ru", "gazprom-neft"),
        ("Ελλάδα", "el", "ellada"),
        ("서울", "ko", "seoul"),
        ("हिन्दी समाचार", "hi", "hindi-smacar"),
        ("وزارة النقل", "ar", "wzrh-lnql"),
        ("Xi 习近平", "zh", "xi-xijinping"),
    ],
)
def test_an_id_is_in_letters_that_every_keyboard_types(words: str, language: str, id_: str) -> None:
    assert slug(words, 5, language) == id_


@given(st.text(min_size=1, max_size=40), st.sampled_from(("en", "zh", "ja", "ar", "")))
@example("ß", "de")
def test_whatever_it_is_it_makes_an_id(words: str, language: str) -> None:
    assert re.fullmatch(ID_PATTERN, slug(words, 5, language))


@given(st.text(alphabet=st.characters(max_codepoint=0x24F, whitelist_categories=("Ll", "Lu"))))
def test_latin_letters_stay(words: str) -> None:
    assert latin(words, "en").casefold() == latin(words, "zh").casefold()
