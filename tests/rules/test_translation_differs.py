"""A translation has the figures and names of its passage, and leaves none out; sentences may quote it."""

from __future__ import annotations

from typing import Any

import pytest
from mkdocs_briefings import rules

from tests.desks import made, source, yaml

ENTITIES = {
    "customs": {"kind": "agency", "name": "General Administration of Customs", "aliases": ["海关总署"]},
    "lu": {"kind": "person", "name": "Lu Daming", "aliases": ["吕大明"]},
    "zhou": {"kind": "person", "name": "Zhou Nan", "aliases": ["周楠"]},
}
ZH = "海关总署7月15日公布，上半年出口13.4万亿元，增长6.2%，汽车312万辆。发言人吕大明说，外需“疲弱”。分析师周楠没有说话。"
DE = "Das Werk in Rostock kostete am 3. März 2024 rund 1,2 Milliarden Euro. Frau Hansen verkaufte 4.500 Anteile."


def found(text: str, lang: str, translation: str | list[str], **fields: Any) -> list[str]:
    """Give what the rule says of a translation; nothing else may be wrong with it."""
    claim = {"text": "It is so.", "quote": text.rstrip("。."), "translation": translation} | fields
    files = {
        "seeds/a.txt": source(ZH if lang == "zh" else DE, lang=lang, published="2026-07-15"),
        "briefings/2026-07-16-b.yml": yaml(
            title="It is so",
            sources=["a"],
            summary="It is so [@x].",
            translator="A. Editor",
            claims={"x": claim},
        ),
        "briefings/entities/all.yml": yaml(**ENTITIES),
    }
    problems = [p for p in made(files).problems if p.rule.code.startswith("translation")]
    assert all(p.place.loc[:3] == ("claims", "x", "translation") for p in problems)
    return [p.message for p in problems]


EXPORTS = "海关总署7月15日公布，上半年出口13.4万亿元，增长6.2%，汽车312万辆"


@pytest.mark.parametrize(
    ("translation", "wrong"),
    [
        (
            "On 15 July customs said that exports were 13.4 trillion yuan, up 6.2 percent, with 3.12 million cars.",
            [],
        ),
        ("On 15 July [2026] customs said exports rose 6.2% to 13.4 trillion yuan; cars: 3,120,000.", []),
        (
            "On 15 July customs said that exports were 13.4 billion yuan, up 6.2 percent, with 3.12 million cars.",
            [
                "“13.4 billion yuan” is not in the passage",
                "the passage has “13.4万亿元”, the translation has not",
            ],
        ),
        (
            "On 16 July customs said that exports were 13.4 trillion yuan, up 6.2 percent, with 3.12 million cars.",
            ["“16 July” is not in the passage", "the passage has “7月15日”, the translation has not"],
        ),
        (
            "On 15 July customs said that exports were 13.4 trillion yuan, with 3.12 million cars.",
            ["the passage has “6.2%”, the translation has not"],
        ),
        (
            "On 15 July Zhou Nan said exports rose 6.2% to 13.4 trillion yuan, with 3.12 million cars.",
            ["the name “Zhou Nan” is not in the passage"],
        ),
    ],
)
def test_from_chinese(translation: str, wrong: list[str]) -> None:
    assert found(EXPORTS, "zh", translation) == wrong


@pytest.mark.parametrize(
    ("translation", "wrong"),
    [
        ("The plant in Rostock cost about 1.2 billion euros on 3 March 2024.", []),
        ("The plant in Rostock cost around €1.2bn on March 3, 2024.", []),
        (
            "The plant in Rostock cost about 1.2 million euros on 3 March 2024.",
            [
                "“1.2 million euros” is not in the passage",
                "the passage has “1,2 Milliarden Euro”, the translation has not",
            ],
        ),
        (
            "The plant in Rostock cost about 1.2 billion euros on 3 May 2024.",
            ["“3 May 2024” is not in the passage", "the passage has “3. März 2024”, the translation has not"],
        ),
        (
            "The plant of Ole Petersen cost about 1.2 billion euros on 3 March 2024.",
            ["the name “Ole Petersen” is not in the passage"],
        ),
    ],
)
def test_from_german(translation: str, wrong: list[str]) -> None:
    assert (
        found("Das Werk in Rostock kostete am 3. März 2024 rund 1,2 Milliarden Euro", "de", translation)
        == wrong
    )


def test_each_quotation_has_its_own() -> None:
    quote = ["Das Werk in Rostock", "Frau Hansen verkaufte 4.500 Anteile"]
    assert found("", "de", ["The plant in Rostock", "Ms Hansen sold 4,500 shares"], quote=quote) == []
    [wrong] = found("", "de", ["The plant in Rostock"], quote=quote)
    assert wrong == "1 translations of 2 quotations"


@pytest.mark.parametrize(
    ("words", "translation", "codes"),
    [
        ("weak", "Demand abroad is “weak”.", []),
        ("strong", "Demand abroad is “weak”.", ["quoted-words"]),
        ("weak", None, ["translation-missing"]),
    ],
)
def test_sentences_quote_the_translation(words: str, translation: str | None, codes: list[str]) -> None:
    """Without one, a quotation over another language is a doubt; with one, it is held to it."""
    claim = {"text": "Demand is weak.", "quote": "外需“疲弱”", "said_by": "lu"}
    claim |= {"translation": translation, "translator": "A. Editor"} if translation else {}
    result = made(
        {
            "seeds/a.txt": source(ZH, lang="zh", published="2026-07-15"),
            "briefings/2026-07-16-b.yml": yaml(
                title="Demand is weak",
                sources=["a"],
                summary=f"Lu Daming calls demand abroad “{words}” [@x].",
                claims={"x": claim},
            ),
            "briefings/entities/all.yml": yaml(**ENTITIES),
        }
    )
    problems = [*result.problems, *rules.doubts(result.corpus, result.derived)]
    assert [p.rule.code for p in problems if p.rule.code in {"quoted-words", "translation-missing"}] == codes


BEFORE = "二行目。三行目。四行目。奥浦町の話。五行目。六行目。七行目。"


@pytest.mark.parametrize(
    ("quote", "translation", "wrong"),
    [
        ("1日1キロ当たり212人だ", "It was 212 people a day and kilometre.", []),
        ("1日4往復多い16往復だ", "There are 16 round trips a day, four more.", []),
        ("赤字は6億3千万円だ", "The loss is 630 million yen.", []),
        (
            "赤字は6億3千万円だ",
            "The loss is 603 million yen.",
            [
                "“603 million yen” is not in the passage",
                "the passage has “6億3千万円”, the translation has not",
            ],
        ),
        ("奥浦駅は残る", "The station of Okuura stays.", []),
        ("駅は残る", "The station of Okuura stays.", ["the name “Okuura” is not in the passage"]),
    ],
)
def test_from_japanese(quote: str, translation: str, wrong: list[str]) -> None:
    """What is told for each day is no date, one of a thing needs no "one", a place is named without its rank."""
    files = {
        "seeds/a.txt": source(f"話。\n\n{BEFORE}\n\n{quote}。\n", lang="ja", published="2026-07-15"),
        "briefings/2026-07-16-b.yml": yaml(
            title="It is so",
            sources=["a"],
            summary="It is so [@x].",
            translator="A. Editor",
            claims={"x": {"text": "It is so.", "quote": quote, "translation": translation}},
        ),
        "briefings/entities/all.yml": yaml(okuura={"kind": "place", "name": "Okuura", "aliases": ["奥浦町"]}),
    }
    assert [p.message for p in made(files).problems if p.rule.code == "translation-differs"] == wrong
