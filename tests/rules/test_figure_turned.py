"""What is said of a figure is not the opposite of what the evidence says of it; honest words for it pass."""

from __future__ import annotations

import pytest

from tests.desks import made, source, yaml


def turned(text: str, sentence: str, lang: str) -> list[str]:
    files: dict[str, str | bytes] = {
        "seeds/a.txt": source(f"A first line of the paper.\n\n{text}.\n", lang=lang, published="2026-05-20"),
        "briefings/2026-05-24-b.yml": yaml(
            title="Title",
            lang=lang,
            sources=["a"],
            summary=f"{sentence} [@c].",
            claims={"c": {"text": "It is so.", "quote": text}},
        ),
        "briefings/entities/all.yml": yaml(),
    }
    return [p.message for p in made(files).problems if p.rule.code == "figure-turned"]


@pytest.mark.parametrize(
    ("text", "right", "changed", "lang"),
    [
        ("Sales fell by 3 percent", "Sales shrank by 3%", "Sales grew by 3%", "en"),
        ("Unemployment fell by 3 points", "Unemployment is down by 3 points", "Unemployment rose by 3 points", "en"),
        ("Der Absatz stieg um 3 Prozent", "Der Absatz wuchs um 3 Prozent", "Der Absatz sank um 3 Prozent", "de"),
        ("Les ventes ont reculé de 3 %", "Les ventes ont baissé de 3 %", "Les ventes ont augmenté de 3 %", "fr"),
        ("Las ventas cayeron un 3 %", "Las ventas bajaron un 3 %", "Las ventas subieron un 3 %", "es"),
        ("売上は3%減った", "売上は3%減少した", "売上は3%増加した", "ja"),
        ("销售额下降3%", "销售额减少3%", "销售额增长3%", "zh"),
        ("انخفضت المبيعات بنسبة 3%", "تراجعت المبيعات بنسبة 3%", "ارتفعت المبيعات بنسبة 3%", "ar"),
        ("Stocks shrank by two thirds", "Stocks fell to one third", "Stocks rose to one third", "en"),
        ("The fee went from 400 to 500 euros", "The fee rose by a quarter", "The fee fell by a quarter", "en"),
        ("It has more than 40 ships", "It has over 40 ships", "It has fewer than 40 ships", "en"),
        ("It has no more than 40 ships", "It has 40 ships at most", "It has 40 ships or more", "en"),
        ("Es sind höchstens 40 Schiffe", "Es sind maximal 40 Schiffe", "Es sind mindestens 40 Schiffe", "de"),
        ("Il y a au moins 40 navires", "Il y a 40 navires au moins", "Il y a au plus 40 navires", "fr"),
        ("Hay menos de 40 barcos", "Hay menos de 40 barcos", "Hay más de 40 barcos", "es"),
        ("船は40隻以上ある", "船は40隻以上だ", "船は40隻以下だ", "ja"),
        ("不少于40艘船", "至少有40艘船", "至多有40艘船", "zh"),
        ("There are 40 ships in the north and 60 in the south", "The north has 40 ships, the south 60",
         "The north has 60 ships, the south 40", "en"),
        ("Im Norden liegen 40 Schiffe, im Süden 60", "60 Schiffe liegen im Süden, 40 im Norden",
         "Im Norden liegen 60 Schiffe, im Süden 40", "de"),
        ("Hubo 40 barcos en 2025 y 60 el año anterior", "En 2024 hubo 60; en 2025, 40", "En 2024 hubo 40; en 2025, 60", "es"),
        ("They work 34.1 hours, after 34.6", "They work 34.1 hours, half an hour less", "They work 34.1 hours, half an hour more", "en"),
        ("Es fielen 94 Liter; üblich sind 88", "94 Liter fielen, sechs Liter mehr", "94 Liter fielen, sechs Liter weniger", "de"),
        ("Un quart de moins que prévu", "25 % de moins que prévu", "25 % de plus que prévu", "fr"),
        ("利益は22％増の96億円", "利益は22％増えた", "利益は22％減った", "ja"),
        ("同比增长17%", "比上年多17%", "比上年少17%", "zh"),
        ("北支部は40隻、南支部は60隻", "南支部は60隻、北支部は40隻", "南支部は40隻、北支部は60隻", "ja"),
    ],
)  # fmt: skip
def test_what_is_turned_round_is_refused(text: str, right: str, changed: str, lang: str) -> None:
    assert turned(text, right, lang) == []
    assert len(turned(text, changed, lang)) == 1


@pytest.mark.parametrize(
    ("text", "sentence", "lang"),
    [
        ("Losses rose by 3 million euros", "The result fell by 3 million euros", "en"),
        ("Inflation fell to 2 percent", "Prices rose by 2 percent", "en"),
        ("Sales did not rise by 3 percent", "Sales fell, not rose, by 3 percent", "en"),
        ("No judge is younger than 30", "All judges are at least 30", "en"),
        ("Aucun juge n'a moins de 30 ans", "Les juges ont au moins 30 ans", "fr"),
        ("Some 40 people fell ill", "Cases rose to 40", "en"),
        ("Output fell by 3 percent and exports rose by 3 percent", "Exports grew by 3 percent", "en"),
        (
            "The north has 40 ships, 60 fewer than the south",
            "The north has 40 ships, the south 100, so 60 more",
            "en",
        ),
        ("Calls became 18% shorter", "Bats called 18% more briefly", "en"),
        ("Ester has 12 ships more than Vale", "Vale has 12 ships fewer than Ester", "en"),
        ("Exports fell from 60 to 40 tonnes", "After a fall from 60 tonnes, exports are 40 tonnes", "en"),
        (
            "Die Fracht fiel von 60 auf 40 Tonnen",
            "Mit 40 Tonnen ist die Fracht um ein Drittel gesunken",
            "de",
        ),
        ("Over 40 of the 60 ships are old", "Fewer than 20 ships are new, more than 40 are old", "en"),
    ],
)
def test_honest_words_pass(text: str, sentence: str, lang: str) -> None:
    assert turned(text, sentence, lang) == []
