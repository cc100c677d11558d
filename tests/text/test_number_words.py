"""Numbers in words are read as what they spell, and as nothing else, in every language that has a pack."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.rules import figures
from mkdocs_briefings.text.languages import LANGUAGES

EN = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
DE = "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
DE_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
FR = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf"
FR_TENS = "vingt trente quarante cinquante soixante"
ES = "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte"
ES_TWENTIES = (
    "veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
)
ES_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
ES_HUNDREDS = (
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)
HAN = "一二三四五六七八九"
BEHIND = {"en": " houses", "de": " Häuser", "fr": " maisons", "es": " casas", "zh": "人", "ja": "人"}


def english(n: int) -> str:
    if n >= 100:
        rest = f" and {english(n % 100)}" if n % 100 else ""
        return f"{EN.split()[n // 100 - 1]} hundred{rest}"
    if n < 20:
        return EN.split()[n - 1]
    return EN_TENS.split()[n // 10 - 2] + (f"-{EN.split()[n % 10 - 1]}" if n % 10 else "")


def german(n: int) -> str:
    if n >= 100:
        return f"{DE.split()[n // 100 - 1]}hundert" + (german(n % 100) if n % 100 else "")
    if n < 20:
        return "eins" if n == 1 else DE.split()[n - 1]
    return (f"{DE.split()[n % 10 - 1]}und" if n % 10 else "") + DE_TENS.split()[n // 10 - 2]


def french(n: int) -> str:
    if n >= 100:
        many = f"{FR.split()[n // 100 - 1]} " if n >= 200 else ""
        return f"{many}cent" + (f" {french(n % 100)}" if n % 100 else "s" if n >= 200 else "")
    if n < 20:
        return FR.split()[n - 1]
    if n >= 80:
        return "quatre-vingts" if n == 80 else f"quatre-vingt-{french(n - 80)}"
    ten, rest = (60, n - 60) if n >= 60 else (n // 10 * 10, n % 10)
    word = FR_TENS.split()[ten // 10 - 2]
    if not rest:
        return word
    return f"{word} et {french(rest)}" if rest in {1, 11} else f"{word}-{french(rest)}"


def spanish(n: int) -> str:
    if n >= 100:
        return "cien" if n == 100 else ES_HUNDREDS.split()[n // 100 - 1] + (f" {spanish(n % 100)}" if n % 100 else "")  # fmt: skip
    if n <= 20:
        return ES.split()[n - 1]
    if n < 30:
        return ES_TWENTIES.split()[n - 21]
    return ES_TENS.split()[n // 10 - 3] + (f" y {spanish(n % 10)}" if n % 10 else "")


def han(n: int) -> str:
    if n >= 100:
        rest = n % 100
        return HAN[n // 100 - 1] + "百" + ("" if not rest else f"零{han(rest)}" if rest < 10 else (HAN[rest // 10 - 1] + han(rest)[han(rest).index("十"):]))  # fmt: skip
    if n < 10:
        return HAN[n - 1]
    tens = HAN[n // 10 - 1] if n >= 20 else ""
    return f"{tens}十{HAN[n % 10 - 1] if n % 10 else ''}"


SPELLED = {"en": english, "de": german, "fr": french, "es": spanish, "zh": han, "ja": han}


@given(st.integers(2, 999), st.sampled_from(sorted(SPELLED)))
def test_a_number_in_words_is_read_as_what_it_spells(n: int, lang: str) -> None:
    told = figures.read(SPELLED[lang](n) + BEHIND[lang], LANGUAGES[lang])
    assert [one.value for one in told.numbers] == [n]


@given(st.integers(2, 999), st.integers(2, 999), st.sampled_from(sorted(SPELLED)))
def test_two_numbers_in_words_are_read_as_two(n: int, other: int, lang: str) -> None:
    between = "、" if lang in {"zh", "ja"} else ", "
    text = between.join(SPELLED[lang](one) + BEHIND[lang] for one in (n, other))
    assert [one.value for one in figures.read(text, LANGUAGES[lang]).numbers] == [n, other]


@given(st.integers(1, 9), st.integers(2, 9))
def test_arabic_ones_come_before_their_tens(one: int, ten: int) -> None:
    pack = LANGUAGES["ar"]
    ones = ["واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"][one - 1]
    tens = ["عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"][ten - 2]
    told = figures.read(f"{ones} و{tens} شخصا", pack)
    assert [number.value for number in told.numbers] == [ten * 10 + one]
