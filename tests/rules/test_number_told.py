"""Numbers that round, multiply, count or are left of a whole: the honest ones pass, others are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.desks import made, source, yaml

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result


def desk(text: str, sentence: str, lang: str) -> Result:
    """Build a desk of an article with a text, and a briefing whose summary is a sentence that cites it."""
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
    return made(files)


def untold(text: str, sentence: str, lang: str) -> list[str]:
    return [p.place.near for p in desk(text, sentence, lang).problems if p.rule.code == "unsupported-number"]


def counts(text: str, sentence: str, lang: str) -> tuple[list[str], list[str]]:
    """Give what is refused of a sentence, and what is doubted of its counts."""
    built = desk(text, sentence, lang)
    refused = [p.place.near for p in built.problems if p.is_error]
    return refused, [p.place.near for p in built.doubts if p.rule.code == "unsupported-count"]


@pytest.mark.parametrize(
    ("text", "sentence", "word", "lang"),
    [
        (
            "Ehen zwischen Frauen oder zwischen Männern sind selten",
            "Selten heiraten drei Frauen",
            "drei",
            "de",
        ),
        ("The council of nine would get two members more", "It would then have eleven", "eleven", "en"),
        ("L’élite passe de 14 à 12 équipes", "L’élite perd deux places", "deux", "fr"),
        ("La presa daña campos, casas y un molino", "La presa daña cuatro cosas", "cuatro", "es"),
    ],
)
def test_a_small_count_in_words_that_nothing_contradicts_is_doubted(
    text: str, sentence: str, word: str, lang: str
) -> None:
    assert counts(text, sentence, lang) == ([], [word])


@pytest.mark.parametrize(
    ("text", "sentence", "lang"),
    [
        ("Seven residents were hurt", "Eight residents were hurt", "en"),
        ("Sieben Anwohner wurden verletzt", "Acht Anwohner wurden verletzt", "de"),
        ("Le procès a duré trois semaines", "Le procès a duré quatre semaines", "fr"),
        ("Un tercio de los hogares pagó", "Un cuarto de los hogares pagó", "es"),
        ("There were 60 guests of 240", "There were 80 guests", "en"),
    ],
)
def test_a_count_is_refused_where_the_evidence_counts_the_same_or_it_is_in_figures(
    text: str, sentence: str, lang: str
) -> None:
    refused, doubted = counts(text, sentence, lang)
    assert len(refused) == 1
    assert doubted == []


@pytest.mark.parametrize(
    ("text", "sentence", "lang"),
    [
        ("She was hurt in the 38th minute", "She was hurt shortly before the 40th minute", "en"),
        ("Elle est sortie à la 38e minute", "Elle est sortie peu avant la 40e minute", "fr"),
        ("Sie verletzte sich in der 38. Minute", "Sie verletzte sich kurz vor der 40. Minute", "de"),
        ("Cobran 38 euros al mes", "Cobran algo menos de 40 euros al mes", "es"),
        ("要求額は前年度の1.5倍の120億円だ", "要求額は前年度より40億円多い", "ja"),
        (
            "The true volume could be up to 15 per cent lower",
            "The volume could be lower by up to 15 per cent",
            "en",
        ),
        (
            "Das Volumen könnte bis zu 15 Prozent kleiner sein",
            "Das Volumen könnte um bis zu 15 Prozent kleiner sein",
            "de",
        ),
    ],
)
def test_a_number_just_before_another_or_as_a_limit_is_not_refused(
    text: str, sentence: str, lang: str
) -> None:
    assert counts(text, sentence, lang)[0] == []


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
