"""What follows from the words of a passage is no unsupported number, date or name; what does not follow is."""

from __future__ import annotations

import pytest
from mkdocs_briefings.text import quotation

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
    codes = {"unsupported-number", "unsupported-count", "unsupported-date", "unsupported-name"}
    desk = made(files)
    return [p.message for p in (*desk.problems, *desk.doubts) if p.rule.code in codes]


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
        ("Rain fell across Tasmania", "The Tasmanian farms had rain", "The Victorian farms had rain", "en"),
        ("The Bavarian court ruled", "A court of Bavaria ruled", "A court of Saxony ruled", "en"),
        ("The port of Genoa closed", "The Genoese port closed", "The Tuscan port closed", "en"),
        ("Le tribunal toulousain a tranché", "Le tribunal de Toulouse a tranché", "Le tribunal de Bordeaux a tranché", "fr"),
        ("Le club de Marseille a gagné", "Les Marseillais ont gagné", "Les Lillois ont gagné", "fr"),
        ("Of the 250 ships, 50 were checked", "One in five ships was checked", "One in four ships was checked", "en"),
        ("The line ran 90 of 100 trains", "Nine in ten trains ran", "Eight in ten trains ran", "en"),
        ("It paid 40 crowns, before 20", "The fee doubled to 40 crowns", "The fee tripled to 40 crowns", "en"),
        ("Sales were 20 tonnes, after 80 tonnes", "Sales were once four times as high", "Sales were once five times as high", "en"),
        ("The fee rose fourfold", "The fee quadrupled", "The fee doubled", "en"),
        ("Die Kosten stiegen von 12 auf 24 Millionen Euro", "Die Kosten verdoppelten sich", "Die Kosten verdreifachten sich", "de"),
        ("Die Flotte hat 30 Schiffe, früher waren es 10", "Sie hat dreimal so viele Schiffe", "Sie hat viermal so viele Schiffe", "de"),
        ("Le port compte 60 grues, contre 20 avant", "Il a trois fois plus de grues", "Il a quatre fois plus de grues", "fr"),
        ("El puerto tiene 60 grúas, frente a 30", "Tiene el doble de grúas", "Tiene el triple de grúas", "es"),
        ("港口有60台起重机，过去为20台", "起重机数量是过去的三倍", "起重机数量是过去的五倍", "zh"),
        ("クレーンは20基から60基になった", "クレーンは3倍になった", "クレーンは5倍になった", "ja"),
        ("It took a year and a half", "It took 18 months", "It took 15 months", "en"),
        ("Es dauerte anderthalb Jahre", "Es dauerte 18 Monate", "Es dauerte 15 Monate", "de"),
        ("Cela a duré un an et demi", "Cela a duré dix-huit mois", "Cela a duré quinze mois", "fr"),
        ("Duró un año y medio", "Duró 18 meses", "Duró 15 meses", "es"),
        ("工期为一年半", "工期为18个月", "工期为15个月", "zh"),
        ("工期は1年半だ", "It took a year and a half, 18 months", "It took 15 months", "ja en"),
        ("استغرق العمل عاما ونصف", "استغرق العمل 18 شهرا", "استغرق العمل 15 شهرا", "ar"),
        ("28日に発表した", "It was announced on the 28th", "It was announced on the 26th", "ja en"),
        ("費用は2億4,000万円だ", "It cost 240 million yen", "It cost 24 million yen", "ja en"),
        ("费用为3.5万亿元", "It cost 3.5 trillion yuan", "It cost 3.5 billion yuan", "zh en"),
        ("８０人が参加した", "80 people took part", "90 people took part", "ja en"),
        ("Es kostet 2 Mrd. Euro", "It costs 2 billion euros", "It costs 2 million euros", "de en"),
        ("Costó 3.000 millones de euros", "It cost 3 billion euros", "It cost 3 million euros", "es en"),
        ("Es kamen 12 Tsd. Gäste", "Es kamen 12.000 Gäste", "Es kamen 21.000 Gäste", "de"),
        ("Es waren 40 im vergangenen Jahr, 51 im Jahr davor", "2024 waren es 51", "2022 waren es 51", "de"),
        ("They had 40 in 2021 and 51 the year after", "In 2022 they had 51", "In 2024 they had 51", "en"),
        ("Il y en avait 40 en 2021, 51 l'année suivante", "En 2022 il y en avait 51", "En 2024 il y en avait 51", "fr"),
        ("Hubo 40 en 2021 y 51 el año anterior", "En 2020 hubo 51", "En 2018 hubo 51", "es"),
        ("昨年は40件、前年は51件だった", "2024年は51件だった", "2022年は51件だった", "ja"),
        ("2021年为40件，次年为51件", "2022年为51件", "2024年为51件", "zh"),
        ("كان العدد 40 في 2021 و51 في العام السابق", "كان العدد 51 في 2020", "كان العدد 51 في 2018", "ar"),
        ("The hearing is for June 12", "The hearing is on 12 June 2026", "The hearing is on 21 June 2026", "en"),
        ("Die Anhörung ist am 12. Juni", "Sie ist am 12. Juni 2026", "Sie ist am 12. Juli 2026", "de"),
        ("Claims are due by July 1", "Claims are due by 1 July 2026", "Claims are due by 1 August 2026", "en"),
        ("Il dit qu'en janvier il a plu", "Il a plu en janvier 2026", "Il a plu en mars 2026", "fr"),
        ("He left on the 12th", "He left on 12 May 2026", "He left on 13 May 2026", "en"),
        ("In the first quarter 40 ships came", "From January to March 40 ships came", "From April to June 40 ships came", "en"),
        ("The gust had 165 km/h", "The gust had 165 km/h, about 103 mph", "The gust had 165 mph", "en"),
        ("The line is 42 miles long", "It is 42 miles long", "It is 42 kilometres long", "en"),
        ("Die Strecke ist 42 Kilometer lang", "Sie ist 42 km lang", "Sie ist 42 Meilen lang", "de"),
        ("Le câble mesure 42 kilomètres", "Il mesure 42 km", "Il mesure 42 milles", "fr"),
        ("It rose by 2 percentage points", "It rose by two percentage points", "It rose by 2%", "en"),
        ("It weighs 30 tonnes", "It weighs 30,000 kilos", "It weighs 30 kilos", "en"),
        ("It holds 50 litres", "It holds 50 litres of oil", "It holds 50 gallons of oil", "en"),
        ("Llovieron 80 milímetros", "Llovieron 80 mm", "Llovieron 80 centímetros", "es"),
        ("水位下降30厘米", "水位下降30厘米", "水位下降30米", "zh"),
        ("水位が30センチ下がった", "水位が30センチ下がった", "水位が30メートル下がった", "ja"),
        ("赤字は6億3千万円だ", "The loss is 630 million yen", "The loss is 603 million yen", "ja en"),
        ("赤字は3千万円だ", "赤字は3000万円だ", "赤字は300万円だ", "ja"),
        ("投资3千5百万元", "投资3500万元", "投资3050万元", "zh"),
        ("请求740万元，返还210万元", "返还的不到三成", "返还的不到九成", "zh"),
        ("請求は740万円、返還は210万円", "返還は3割に満たない", "返還は2割に満たない", "ja"),
        ("1日約180隻が通る", "1日に180隻が通る", "1日に280隻が通る", "ja"),
        ("1日1キロ当たり212人だ", "1日1キロ当たり212人だ", "1日1キロ当たり221人だ", "ja"),
        ("1日3時に出港した", "1日に出港した", "3日に出港した", "ja"),
        ("原定1日开学，现推迟至7日", "开学晚六天", "开学晚八天", "zh"),
        ("On avait réclamé sept masques", "On réclamait 7 masques", "On réclamait neuf masques", "fr"),
        ("Il est né en sept. 2022", "Il est né en septembre 2022", "Il est né en octobre 2022", "fr"),
        ("Ils étaient sept", "Sie waren sieben", "Sie waren acht", "fr de"),
        ("L'agence a quinze jours", "Elle a deux semaines", "Elle a trois semaines", "fr"),
        ("Tienen quince días", "Tienen dos semanas", "Tienen tres semanas", "es"),
        ("Es gab 212 Einsätze, davon 167 nachts", "In gut drei Vierteln war es Nacht", "In gut zwei Dritteln war es Tag", "de"),
        ("Den Dreistundenwert hat die Station gemessen", "Er gilt für drei Stunden", "Er gilt für vier Stunden", "de"),
        ("Die fünftägige Reise endet", "Die Reise dauert fünf Tage", "Die Reise dauert sechs Tage", "de"),
        ("Half of the 126,000 tonnes go there", "It gets 63,000 tonnes", "It gets 36,000 tonnes", "en"),
        ("It rises from 54,000 to 63,000 tonnes", "It grows by a sixth", "It grows by a fifth", "en"),
        ("Half goes north, 30 per cent south, the rest east", "East gets the other 20 percent", "East gets the other 40 percent", "en"),
        ("Nobody should read much into a single quarter", "It warns of one quarter", "It warns of one third", "en"),
        ("It loses two thirds", "It loses two thirds of a struggling line", "It loses three quarters of a struggling line", "en"),
        ("Scientists report next autumn", "They report in 2026", "They report in 2028", "en"),
        ("Son chef, Bruno Keller, est parti", "Ihr Anführer Bruno Keller ist weg", "Ihr Anführer Bruno Kaiser ist weg", "fr de"),
    ],
)  # fmt: skip
def test_what_follows_is_told(text: str, right: str, changed: str, langs: str) -> None:
    lang, _, ours = langs.partition(" ")
    assert wrong(text, right, lang=lang, ours=ours) == []
    assert wrong(text, changed, lang=lang, ours=ours) != []


def test_a_name_made_of_a_place_is_known_by_the_place() -> None:
    """The university of a city is named without the rank of the city; the article names that city elsewhere."""
    text = "海州大学の教授が話した"
    before = "一行目。二行目。三行目。四行目。海州市の話。五行目。"
    files: dict[str, str | bytes] = {
        "seeds/a.txt": source(f"見出し\n\n{before}\n\n{text}。\n", lang="ja", published="2026-05-20"),
        "briefings/2026-05-24-b.yml": yaml(
            title="Title",
            sources=["a"],
            summary="A professor of Kaishu University spoke [@c].",
            claims={"c": {"text": "It is so.", "quote": text}},
        ),
        "briefings/entities/all.yml": yaml(
            kaishu={"kind": "place", "name": "Kaishu", "aliases": ["海州市"]},
        ),
    }
    assert [p.message for p in made(files).problems if p.rule.code == "unsupported-name"] == []


@pytest.mark.parametrize(
    ("text", "quote", "is_found"),
    [
        ("Il dit qu'en janvier il pleut", "en janvier", True),
        ("Le rapport de l’Insee", "Insee", True),
        ("La sede dell'Arpa", "Arpa", True),
        ("Il n'avait rien", "avait", False),
        ("He can't swim", "t swim", False),
        ("Mark's boat", "s boat", False),
    ],
)
def test_a_word_begins_behind_an_elision(text: str, quote: str, *, is_found: bool) -> None:
    assert bool(quotation.places(quotation.prepare(text), quote)) is is_found
