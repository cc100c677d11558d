"""What follows from the words of a passage is no unsupported number, date or name; what does not follow is."""

from __future__ import annotations

import pytest

from tests.desks import made, source, yaml


def wrong(text: str, sentence: str, *, lang: str = "en", ours: str = "") -> list[str]:
    files: dict[str, str | bytes] = {
        "seeds/a.txt": source(f"A first line of the paper.\n\n{text}.\n", lang=lang, published="2026-05-20"),
        "briefings/2026-05-24-b.yml": yaml(
            title="Title",
            lang=ours or lang,
            sources=["a"],
            summary=f"{sentence} [@c].",
            claims={"c": {"text": "It is so.", "quote": text}},
        ),
        "briefings/entities/all.yml": yaml(),
    }
    codes = {"unsupported-number", "unsupported-date", "unsupported-name"}
    return [p.message for p in made(files).problems if p.rule.code in codes]


@pytest.mark.parametrize(
    ("text", "right", "changed", "langs"),
    [
        ("Output fell by a third in May", "Output fell by 33.3 percent", "Output fell by 43.3 percent", "en"),
        ("Output fell by 34 percent", "Output fell by about a third", "Output fell by about a quarter", "en"),
        ("The road is 4 km long", "The road is four kilometres long", "The road is five kilometres long", "en"),
        ("The road is 4 km long", "The road is 4,000 metres long", "The road is 4,500 metres long", "en"),
        ("They cut it by two thirds", "It falls to a third", "It falls to a fifth", "en"),
        ("Sixty-one percent agreed", "Six in ten agreed", "Eight in ten agreed", "en"),
        ("Of all, 62 of 206 patients fell ill", "Thirty percent fell ill", "Forty percent fell ill", "en"),
        ("The court ruled 2-1", "It ruled by two votes to one", "It ruled by three votes to one", "en"),
        ("Of 48 farms, 36 are left", "It lost a quarter of its farms", "It lost a third of its farms", "en"),
        ("It went from 4.6% to 5.6%", "It rose by a full point", "It rose by two full points, 2 percentage points", "en"),
        ("The court ruled 4-1", "All five judges voted", "All six judges voted", "en"),
        ("There are 14 quays, four of them new", "The other ten are old", "The other nine are old", "en"),
        ("It took a week", "It took seven days", "It took nine days", "en"),
        ("It cost EUR 1,080", "It cost €1,080", "It cost €1,800", "en"),
        ("It cost 310 million kroner", "It cost 310 million Danish kroner", "It cost 301 million kroner", "en"),
        ("Es dauerte sieben Tage", "Es dauerte eine Woche, also 7 Tage", "Es dauerte 9 Tage", "de"),
        ("Es kostet 15 Euro", "Der Preis beträgt 15 Euro", "Der Preis beträgt 25 Euro", "de"),
        ("Es kostet 1.080 Euro", "It costs €1,080", "It costs €1,800", "de en"),
        ("Jeder dritte Kunde zahlte", "Ein Drittel der Kunden zahlte", "Ein Viertel der Kunden zahlte", "de"),
        ("Seit 1886 wird hier gedruckt", "Seit 140 Jahren wird gedruckt", "Seit 170 Jahren wird gedruckt", "de"),
        ("Le chantier ouvrira à l'automne prochain", "Il ouvrira en 2026", "Il ouvrira en 2028", "fr"),
        ("En mai 2026, 20 % de plus qu'un an plus tôt", "C'est plus qu'en mai 2025", "C'est plus qu'en mai 2023", "fr"),
        ("Un habitant de la ville sur trois vote", "Un tiers vote", "Un quart vote", "fr"),
        ("El 62 % votó", "Votó el 62 %", "Votó el 26 %", "es"),
        ("公司裁员1.2万人", "公司裁员12000人", "公司裁员21000人", "zh"),
        ("In Niedersachsen regnet es", "It rains in Lower Saxony", "It rains, said John Smith of Acme", "de en"),
    ],
)  # fmt: skip
def test_what_follows_is_told(text: str, right: str, changed: str, langs: str) -> None:
    lang, _, ours = langs.partition(" ")
    assert wrong(text, right, lang=lang, ours=ours) == []
    assert wrong(text, changed, lang=lang, ours=ours) != []
