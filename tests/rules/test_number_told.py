"""Numbers that round, multiply, count or are left of a whole: the honest ones pass, others are refused."""

from __future__ import annotations

import pytest

from tests.desks import made, source, yaml


def untold(text: str, sentence: str, lang: str) -> list[str]:
    files: dict[str, str | bytes] = {
        "seeds/a.txt": source(f"A first line of it.\n\n{text}.\n", lang=lang, published="2026-05-20"),
        "briefings/2026-05-24-b.yml": yaml(
            title="Title",
            lang=lang,
            sources=["a"],
            summary=f"{sentence} [@c].",
            claims={"c": {"text": "It is so.", "quote": text}},
        ),
    }
    return [p.place.near for p in made(files).problems if p.rule.code == "unsupported-number"]


@pytest.mark.parametrize(
    ("text", "right", "changed", "lang"),
    [
        ("Jobs rose to 2,682,000", "About 2.68 million have jobs", "About 2.86 million have jobs", "en"),
        ("It has at least 300 ships", "At least 300 ships are there", "At least 200 ships are there", "en"),
        ("There are 400 firms and 3 courts", "There are 400 firms", "There are some 1,200 firms", "en"),
        ("They played 20 of 30 games", "There are ten games left", "There are eight games left", "en"),
        ("It took 2 hours 50 minutes, now 58 minutes", "It is 112 minutes shorter", "It is 141 minutes shorter", "en"),
        ("Some pay 1,640 crowns; in Skell, they pay 702", "In Skell it is 702 crowns", "In Skell it is 720 crowns", "en"),
        ("They won 29:27, after 11:16", "They made up five goals", "They made up seven goals", "en"),
        ("A move is planned; 60 of 240 workers move", "About a quarter move", "About a third move", "en"),
        ("Es gab 212 Fälle, davon 167 leichte", "Gut drei Viertel waren leicht", "Gut die Hälfte war leicht", "de"),
        ("La peine est de 300 euros, dont 100 avec sursis", "Deux tiers sont ferme", "Trois quarts sont ferme", "fr"),
        ("弁護士3人が5年間調べた", "弁護士3人が調べた", "弁護士5人が調べた", "ja"),
        ("28億円では51億円を補えない", "51億円の半分余りを補う", "51億円の3分の2余りを補う", "ja"),
    ],
)  # fmt: skip
def test_a_number_is_told_or_is_not(text: str, right: str, changed: str, lang: str) -> None:
    assert untold(text, right, lang) == []
    assert len(untold(text, changed, lang)) == 1
