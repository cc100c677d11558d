"""Language packs: what Unicode's locale data has of months and weekdays, every pack has too; the language of a text."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
from babel import Locale
from mkdocs_briefings.text.languages import LANGUAGES, Language, language, language_of
from mkdocs_briefings.text.sentences import sentences

PACKS = tuple(LANGUAGES.values())


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_months_and_weekdays_are_those_of_unicode(pack: Language) -> None:
    locale = Locale(pack.code)
    assert {pack.months[name.lower()] for name in locale.months["format"]["wide"].values()} == set(
        range(1, 13)
    )
    days = locale.days["format"]["wide"]
    assert [pack.weekdays[days[n].lower()] for n in range(7)] == list(range(7))


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_patterns_can_be_read(pack: Language) -> None:
    for one in fields(pack):
        value = getattr(pack, one.name)
        if one.name not in {"code", "name"} and isinstance(value, str) and value:
            assert re.compile(value).search("") is None, one.name
    assert all(re.compile(pattern) for pattern in pack.states.values())
    assert len(pack.states) == 9


@pytest.mark.parametrize(
    ("text", "tags", "code"),
    [
        ("The firm fell.", ("en",), "en"),
        ("Die Firma ist in der Stadt.", ("en", "de"), "de"),
        ("The firm is in the city.", ("de", "en"), "en"),
        ("Die Firma", ("de-AT",), "de"),
        ("二人が辞任した。", ("en",), "ja"),
        ("两人辞职。", ("en",), "zh"),
        ("議員辞職", ("ja",), "ja"),
        ("استقال اثنان", ("en",), "ar"),
        ("Dwie osoby odeszły", ("pl",), ""),
    ],
)
def test_the_language_of_a_text(text: str, tags: tuple[str, ...], code: str) -> None:
    found = language_of(text, *tags)
    assert (found.code if found else "") == code


def test_a_tag_has_the_pack_of_its_language() -> None:
    assert language("pt-BR") is None
    assert language("zh_Hant") is LANGUAGES["zh"]


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("de", "Am 3. März fiel es. Es stieg.", 2),
        ("en", "Am 3. März fiel es.", 1),
        ("de", "In Nr. 5 und § 40 Abs. 1 steht es, z. B. Bayern.", 1),
        ("de", "Im 20. Jahrhundert. Die Zahl ist 20. Der Rest fehlt.", 3),
        ("de", "Es sind 3 Mio. Menschen. Das ist viel.", 2),
        ("fr", "M. Le Goff et Mme. Roy partent. Il reste.", 2),
        ("es", "Los bancos de EE. UU. El Banco sube.", 2),
        ("es", "Los bancos de EE. UU. Bajaron los de Suiza.", 1),
        ("es", "El Sr. Ruiz vino. No habló.", 2),
    ],
)
def test_full_stops_that_end_nothing(lang: str, text: str, count: int) -> None:
    assert len(sentences(text, lang=lang)) == count
