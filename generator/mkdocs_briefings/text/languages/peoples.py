"""English words for the people of a country and for what is theirs: in English they have a capital, as names do."""

from __future__ import annotations

_LISTED = """
afghanistan: afghan; albania: albanian; algeria: algerian; angola: angolan; argentina: argentine argentinian; armenia: armenian;
australia: australian; austria: austrian; azerbaijan: azerbaijani azeri; bahrain: bahraini; bangladesh: bangladeshi; belarus: belarusian;
belgium: belgian; bolivia: bolivian; bosnia: bosnian; botswana: botswanan; brazil: brazilian; bulgaria: bulgarian; cambodia: cambodian;
cameroon: cameroonian; canada: canadian; chad: chadian; chile: chilean; china: chinese; colombia: colombian; congo: congolese;
costa rica: costa rican; croatia: croatian croat; cuba: cuban; cyprus: cypriot; czech republic: czech; czechia: czech; denmark: danish dane;
ecuador: ecuadorian; egypt: egyptian; el salvador: salvadoran; england: english englishman; eritrea: eritrean; estonia: estonian;
ethiopia: ethiopian; europe: european; european union: european eu; fiji: fijian; finland: finnish finn; france: french frenchman frenchwoman;
gabon: gabonese; georgia: georgian; germany: german; ghana: ghanaian; greece: greek; greenland: greenlandic greenlander; guatemala: guatemalan;
guinea: guinean; haiti: haitian; honduras: honduran; hong kong: hongkonger; hungary: hungarian; iceland: icelandic icelander;
india: indian; indonesia: indonesian; iran: iranian; iraq: iraqi; ireland: irish irishman; israel: israeli; italy: italian; ivory coast: ivorian;
jamaica: jamaican; japan: japanese; jordan: jordanian; kazakhstan: kazakh kazakhstani; kenya: kenyan; kosovo: kosovar; kuwait: kuwaiti;
kyrgyzstan: kyrgyz; laos: lao laotian; latvia: latvian; lebanon: lebanese; liberia: liberian; libya: libyan; lithuania: lithuanian;
luxembourg: luxembourgish luxembourger; madagascar: malagasy; malawi: malawian; malaysia: malaysian; mali: malian; malta: maltese;
mauritania: mauritanian; mexico: mexican; moldova: moldovan; mongolia: mongolian; montenegro: montenegrin; morocco: moroccan;
mozambique: mozambican; myanmar: burmese; namibia: namibian; nepal: nepali nepalese; netherlands: dutch dutchman; new zealand: new zealander;
nicaragua: nicaraguan; niger: nigerien; nigeria: nigerian; north korea: north korean korean; north macedonia: macedonian; norway: norwegian;
oman: omani; pakistan: pakistani; palestine: palestinian; panama: panamanian; paraguay: paraguayan; peru: peruvian; philippines: filipino philippine;
poland: polish pole; portugal: portuguese; qatar: qatari; romania: romanian; russia: russian; rwanda: rwandan; saudi arabia: saudi;
scotland: scottish scot; senegal: senegalese; serbia: serbian serb; sierra leone: sierra leonean; singapore: singaporean; slovakia: slovak;
slovenia: slovenian slovene; somalia: somali; south africa: south african; south korea: south korean korean; spain: spanish spaniard;
sri lanka: sri lankan; sudan: sudanese; sweden: swedish swede; switzerland: swiss; syria: syrian; taiwan: taiwanese; tajikistan: tajik;
tanzania: tanzanian; thailand: thai; togo: togolese; tunisia: tunisian; turkey: turkish turk; turkmenistan: turkmen; uganda: ugandan;
ukraine: ukrainian; united arab emirates: emirati; united kingdom: british briton uk; britain: british briton uk; uruguay: uruguayan;
united states: american us u.s. america usa; uzbekistan: uzbek; venezuela: venezuelan; vietnam: vietnamese; wales: welsh welshman;
yemen: yemeni; zambia: zambian; zimbabwe: zimbabwean; asia: asian; africa: african; america: american us u.s.; latin america: latin american
"""
PEOPLES: dict[str, frozenset[str]] = {
    country.strip(): frozenset(_words.split())
    for entry in _LISTED.replace("\n", " ").split(";")
    for country, _, _words in (entry.partition(":"),)
}
"""By the English name of a country, the words for its people; all in small letters."""


def _related() -> dict[str, frozenset[str]]:
    made: dict[str, set[str]] = {}
    for country, words in PEOPLES.items():
        for word in (country, *words):
            made.setdefault(word, set()).update((country, *words))
    return {word: frozenset(found) for word, found in made.items()}


_RELATED = _related()


def relatives(word: str) -> frozenset[str]:
    """Give the words that mean the same country as one: for "danish" those of Denmark and its name."""
    return _RELATED.get(word) or _RELATED.get(word.removesuffix("s"), frozenset())
