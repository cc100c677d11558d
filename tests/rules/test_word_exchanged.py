"""One of a few words that exclude each other is the one that the evidence has, in every language."""

from __future__ import annotations

import pytest
from mkdocs_briefings.text.languages import LANGUAGES

from tests.desks import made, source, yaml


def exchanged(text: str, sentence: str, lang: str, article_lang: str = "") -> list[str]:
    files: dict[str, str | bytes] = {
        "seeds/a.txt": source(f"A.\n\n{text}.\n", lang=article_lang or lang, published="2026-05-20"),
        "briefings/2026-05-24-b.yml": yaml(
            title="Title",
            lang=lang,
            sources=["a"],
            summary=f"{sentence} [@c].",
            claims={"c": {"text": "X.", "quote": text}},
        ),
    }
    return [p.place.near for p in made(files).problems if p.rule.code == "word-exchanged"]


@pytest.mark.parametrize(
    ("text", "right", "changed", "word", "lang"),
    [
        ("It opens in spring 2027", "The opening is in spring 2027", "The opening is in autumn 2027", "autumn", "en"),
        ("Of the patients, 40 were women", "There were 40 women", "There were 40 men", "men", "en"),
        ("Das Bad öffnet im Herbst", "Im Herbst öffnet das Bad", "Im Frühjahr öffnet das Bad", "Frühjahr", "de"),
        ("Dafür stimmten nur die Grünen", "Die Grünen waren dafür", "Die Liberalen waren dafür", "Liberalen", "de"),
        ("Das Werk in Indien wird gebaut", "In Indien entsteht ein Werk", "In Brasilien entsteht ein Werk", "Brasilien", "de"),
        ("La ligne ouvre au printemps 2027", "Au printemps 2027, la ligne ouvre", "À l’automne 2027, la ligne ouvre", "automne", "fr"),
        ("La obra acaba en otoño", "En otoño acaba la obra", "En verano acaba la obra", "verano", "es"),
        ("下半期の利益が減る", "利益は下半期に減る", "利益は上半期に減る", "上半期", "ja"),
        ("タイの工場が動く", "工場はタイで動く", "工場はインドで動く", "インド", "ja"),
        ("末班车延后两小时", "末班车晚两小时，即延后", "末班车提前两小时", "提前", "zh"),
        ("It was the second-highest level", "The level was the second-highest", "The level was the highest", "highest", "en"),
        ("Es war der zweithöchste Wert", "Der Wert war der zweithöchste", "Der Wert war der höchste", "höchst", "de"),
        ("في النصف الأول", "النصف الأول", "النصف الثاني", "النصف الثاني", "ar"),
    ],
)  # fmt: skip
def test_another_word_of_a_class_is_refused(
    text: str, right: str, changed: str, word: str, lang: str
) -> None:
    assert exchanged(text, right, lang) == []
    assert exchanged(text, changed, lang) == [word]


@pytest.mark.parametrize(
    ("text", "sentence", "lang", "article_lang"),
    [
        ("Work starts in April and ends in winter", "It begins in spring and lasts until winter", "en", "en"),
        ("Women were 60 percent", "Women were 60 percent, men 40 percent", "en", "en"),
        ("米国の関税が上がる", "American tariffs on Japan rise in spring", "en", "ja"),
        ("Das indische Werk liegt bei China", "Das Werk in Indien ist gemeint", "de", "de"),
        ("秋に試験を始める", "The trial begins in autumn", "en", "ja"),
    ],
)
def test_honest_words_pass(text: str, sentence: str, lang: str, article_lang: str) -> None:
    assert exchanged(text, sentence, lang, article_lang) == []


def test_all_languages_have_the_same_classes() -> None:
    shapes = {code: [len(words) for words in pack.closed] for code, pack in LANGUAGES.items()}
    assert len({tuple(shape) for shape in shapes.values()}) == 1, shapes
