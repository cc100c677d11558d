"""How texts attribute what they report, in each language: patterns with the groups `who` and `what`."""

from __future__ import annotations

_WHO = r"(?P<who>(?!qu(?:e\b|[’'])|dass\b|that\b)[^,;:.“”\"«»„]{1,90}(?:, [^,;:“”\"«»„]{2,80},)?)"
_WHAT = r"(?P<what>\S.{8,}?)"

_ENGLISH_SAID = r"(?:said|says|told|adds?|added|stated?|states|announced|announces|reported|reports|wrote|writes|explained|explains|noted|notes)"
_ENGLISH_ASIDE = r"(?:\s(?:on|in|at|late|early|earlier|last|this)\s[^,]{2,60}?|,\s(?:on|in)\s[^,]{2,60},|\s(?:yesterday|today))?"

_SPEECH = r"(?P<what>[“\"«„][^”\"»“]{8,}[”\"»“])"

ENGLISH = (
    rf"{_SPEECH},?\s+(?P<who>(?!qu(?:e\b|[’'])|dass\b|that\b)[^“”\"]{{2,120}}?)\s+{_ENGLISH_SAID}{_ENGLISH_ASIDE}",
    rf"{_SPEECH},?\s+(?:said|says|wrote|writes)\s+(?P<who>(?!qu(?:e\b|[’'])|dass\b|that\b)[^“”\"]{{2,120}}?)",
    rf"According\s+to\s+{_WHO},\s+{_WHAT}",
    rf"{_WHAT},\s+according\s+to\s+{_WHO}",
    rf"{_WHAT},\s+{_WHO}\s+{_ENGLISH_SAID}{_ENGLISH_ASIDE}",
    rf"{_WHAT},\s+(?:said|says|wrote|writes|reported)\s+{_WHO}",
    rf"{_WHO}\s+(?:told|tells)\s+[^,]{{2,60}}?{_ENGLISH_ASIDE}\s+that\s+{_WHAT}",
    rf"{_WHO}\s+{_ENGLISH_SAID}{_ENGLISH_ASIDE}\s+that\s+{_WHAT}",
    rf"{_WHO}\s+(?:said|says){_ENGLISH_ASIDE}(?:,|\s)(?=\s?(?:the|it|he|she|they|there|its|their|no|a|an|[A-Z])\b)\s?{_WHAT}",
    rf"{_WHO}\s+{_ENGLISH_SAID}{_ENGLISH_ASIDE}[,:]\s+{_WHAT}",
)

_GERMAN_SAID = r"(?:sagte|sagt|erklärte|erklärt|teilte|betonte|schrieb|schreibt|meldete|meldet|berichtete|berichtet|kündigte)"

GERMAN = (
    rf"{_SPEECH},?\s+{_GERMAN_SAID}\s+(?P<who>(?!qu(?:e\b|[’'])|dass\b|that\b)[^“”\"]{{2,120}}?)",
    rf"(?:Laut|Nach\s+Angaben\s+(?:von|der|des))\s+{_WHO}\s+(?=(?:hat|haben|ist|sind|wird|werden|soll|sollen|war|waren)\b){_WHAT}",
    rf"{_WHAT},\s+{_GERMAN_SAID}\s+{_WHO}(?:\s+(?:mit|an))?",
    rf"{_WHO}\s+{_GERMAN_SAID}(?:\s+am\s+[^,]{{2,40}})?(?:\s+(?:mit|an))?,\s+(?:dass\s+)?{_WHAT}",
    rf"{_WHO}\s+{_GERMAN_SAID}(?:\s+am\s+[^,]{{2,40}})?(?:\s+mit)?:\s+{_WHAT}",
)

_FRENCH_SAID = r"(?:a\s+(?:déclaré|dit|affirmé|annoncé|indiqué|expliqué|précisé|écrit|ajouté|souligné)|déclare|dit|affirme|annonce|indique|explique|précise|écrit|ajoute)"

FRENCH = (
    rf"{_SPEECH},?\s+{_FRENCH_SAID}\s+(?P<who>(?!qu(?:e\b|[’'])|dass\b|that\b)[^“”\"]{{2,120}}?)",
    rf"(?:Selon|D[’']après)\s+{_WHO},\s+{_WHAT}",
    rf"{_WHAT},\s+(?:selon|d[’']après)\s+{_WHO}",
    rf"{_WHAT},\s+{_FRENCH_SAID}\s+{_WHO}",
    rf"{_WHO}\s+{_FRENCH_SAID}(?:\s+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?:\s[^,]{{1,30}})?)?\s+qu(?:e\s+|[’']){_WHAT}",
    rf"{_WHO}\s+{_FRENCH_SAID}\s?:\s+{_WHAT}",
)

_SPANISH_SAID = r"(?:dijo|dice|afirmó|afirma|anunció|anuncia|declaró|declara|indicó|explicó|señaló|añadió|informó|escribió|aseguró)"

SPANISH = (
    rf"{_SPEECH},?\s+{_SPANISH_SAID}\s+(?P<who>(?!qu(?:e\b|[’'])|dass\b|that\b)[^“”\"]{{2,120}}?)",
    rf"(?:Según|De\s+acuerdo\s+con)\s+{_WHO},\s+{_WHAT}",
    rf"{_WHAT},\s+según\s+{_WHO}",
    rf"{_WHAT},\s+{_SPANISH_SAID}\s+{_WHO}",
    rf"{_WHO}\s+{_SPANISH_SAID}(?:\s+el\s+[^,]{{2,40}}?)?\s+que\s+{_WHAT}",
    rf"{_WHO}\s+{_SPANISH_SAID}:\s+{_WHAT}",
)
