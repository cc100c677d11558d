"""French."""

from __future__ import annotations

from mkdocs_briefings.text.languages import common_words, reported_speech
from mkdocs_briefings.text.languages.pack import Language
from mkdocs_briefings.text.languages.units import (
    CENTURY,
    DAY,
    DECADE,
    HOUR,
    METRE,
    MINUTE,
    MONTH,
    SECOND,
    SHORT,
    WEEK,
    YEAR,
)  # fmt: skip

_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_ONES = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze",
    "quinze", "seize")  # fmt: skip

FRENCH = Language(
    code="fr",
    name="French",
    capitals=True,
    spaced=True,
    months={**{name: n for n, name in enumerate(_MONTHS, 1)}, "janv": 1, "févr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12},
    weekdays={name: n for n, name in enumerate(_DAYS)},
    numbers={**{word: n for n, word in enumerate(_ONES) if word != "un"}, "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19, "vingt": 20,
        "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "soixante-dix": 70, "quatre-vingts": 80, "quatre-vingt-dix": 90, "cent": 100,
        "mille": 1000, "dizaine": 10, "douzaine": 12, "vingtaine": 20, "trentaine": 30, "cinquantaine": 50, "centaine": 100, "deuxième": 2, "troisième": 3,
        "quatrième": 4, "cinquième": 5},
    scales={"cents": 1e2, "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "md": 1e9, "m": 1e6},
    fractions={"moitié": 1 / 2, "demi": 1 / 2, "demie": 1 / 2, "tiers": 1 / 3, "quart": 1 / 4, "quarts": 1 / 4, "cinquièmes": 1 / 5, "dixième": 1 / 10,
        "dixièmes": 1 / 10},
    percent=r"%|pour\s?cent",
    points=r"points?(?:\s+de\s+pourcentage)?",
    currencies={"$": "$", "dollar": "$", "dollars": "$", "€": "€", "euro": "€", "euros": "€", "£": "£", "livres": "£", "¥": "¥", "yuans": "¥", "yens": "¥"},
    measures={
        **{word: unit for word, unit in SHORT.items() if word != "m"},
        **{f"{word}{end}": unit for word, unit in (("seconde", SECOND), ("minute", MINUTE), ("heure", HOUR), ("jour", DAY), ("semaine", WEEK),
            ("an", YEAR), ("année", YEAR), ("décennie", DECADE), ("siècle", CENTURY), ("mètre", METRE), ("kilomètre", ("length", 1000.0)),
            ("tonne", ("mass", 1e6)), ("kilo", ("mass", 1e3)), ("kilogramme", ("mass", 1e3)), ("hectare", ("area", 1e4))) for end in ("", "s")},
        "mois": MONTH,
    },
    rounding={
        **dict.fromkeys(("environ", "quelque", "autour de", "à peu près", "une"), "about"),
        **dict.fromkeys(("près de", "presque", "moins de", "près des", "à peine", "près d'", "près d’"), "below"),
        **dict.fromkeys(("plus de", "plus d'", "plus d’", "au moins", "plus des"), "above"),
    },
    negations=r"\b(?:ne|non|sans)\b|\bn[’']",
    half_negations=r"\b(?:dément\w*|démenti\w*|nie(?:nt)?|nié\w*|rejet\w*|refus\w*|échou\w*|empêch\w*|inconnu\w*|incertain\w*|improbable\w*|contest\w*|exclut|exclu\w*)\b",
    hedges=r"\b(?:pou(?:rrai(?:t|ent)|vait|rra)|peu(?:t|vent)|devrai(?:t|ent)|serai(?:t|ent)|aurai(?:t|ent)|peut-être|probable(?:ment)?|possible(?:ment)?|sans\s+doute|éventuel\w*|semble\w*|apparemment|présumé\w*|risque\w*|vraisemblable\w*)\b",
    prospects=r"\b(?:serai(?:t|ent)|va|vont|prévo\w*|prévu\w*|prévision\w*|projet\w*|envisag\w*|propos\w*|compte|doit|devra\w*|devrait|pourrait|prochain\w*|d[’']ici|entend|souhait\w*|veut|à\s+partir)\b",
    universals=r"\b(?:tou(?:tes?|s)|chaque|seul\w*|uniquement|jamais|toujours|entièrement|unanim\w*|aucun\w*|partout|totalement)\b",
    causes=r"\b(?:parce\s+qu\w*|car|à\s+cause|en\s+raison|caus\w*|grâce|dû|due|provoqu\w*|entraîn\w*|puisqu\w*|suite\s+à|en\s+réponse|déclench\w*|faute)\b",
    speech=r"\b(?:di(?:t|sent|sait|re)|affirm\w*|déclar\w*|annonc\w*|selon|d[’']après|estim\w*|rappel\w*|expliqu\w*|indiqu\w*|écri\w*|assur\w*|ajout\w*|dément\w*|accus\w*|prévo\w*|jug\w*|décid\w*|rapport\w*|cit\w*|soulign\w*|not\w*|précis\w*|regrett\w*)\b",
    day_words={"hier": -1, "avant-hier": -2, "aujourd'hui": 0, "aujourd’hui": 0, "demain": 1},
    year_words={"l'an dernier": -1, "l’an dernier": -1, "l'année dernière": -1, "l’année dernière": -1, "l'an passé": -1, "cette année": 0, "l'année prochaine": 1, "l’année prochaine": 1, "l'an prochain": 1, "l’an prochain": 1},
    states={
        "considered": r"envisag|étudi|examin|réfléch|prépar|projet",
        "proposed": r"propos|projet|recommand|présent",
        "issued": r"adopt|promulgu|publi|impos|décrét|instaur|introdui|délivr|accord|autoris|sign|vot|pri(?:s|t)",
        "in force": r"en\s+vigueur|appliqu|effectif",
        "suspended": r"suspen|gel|report|interromp",
        "withdrawn": r"retir",
        "revoked": r"abrog|annul|révoqu|supprim|lev|cass|invalid",
        "dropped": r"abandonn|renonc|enterr",
        "expired": r"expir|échu|caduc|échéance|pris\s+fin",
    },
    dates=(
        r"(?:(?P<first>\d{{1,2}})(?:er)?\s?(?:-|–|au|et)\s?)?(?P<day>\d{{1,2}})(?:er)?\s(?P<month>{months})\.?(?:\s(?P<year>[12]\d{{3}}))?",
        r"(?P<day>\d{{1,2}})/(?P<number>\d{{1,2}})/(?P<year>[12]\d{{3}})",
        r"(?P<month>{months})\.?(?:\s(?P<year>[12]\d{{3}}))?",
    ),
    no_names=frozenset((
        "m", "mme", "mlle", "me", "dr", "pr", "président", "présidente", "ministre", "directeur", "directrice", "pdg", "pib", "tva", "le", "la", "les", "un", "une",
        "ce", "cette", "il", "elle", "ils", "elles", "on", "selon", "en", "dans", "pour", "par", "avec", "sans", "mais", "et", "depuis", "l", "d", "c", "n", "s",
        "qu", "j", "état", "etat", "premier", "première",
    )),
    never_last=r"M|MM|Mme|Mmes|Mlle|Me|Dr|Pr|St|Ste|art|n°|cf|p|env|av|bd|tél|chap|éd",
    may_be_last=r"etc|Cie|janv|févr|avr|juil|sept|oct|nov|déc",
    openers=r"Le|La|Les|Un|Une|Il|Elle|Ils|Elles|On|Ce|Cette|Ces|C|L|D|En|Dans|Pour|Par|Avec|Mais|Et|Selon|Depuis|Au|Aux|À|Nous|Je|Si",
    points_back=r"\b(?:il|elle|ils|elles|son|sa|ses|leur|leurs|ce|cette|celui|celle|(?:le|la|l[’']|les|du|de\s+la|au)\s?(?:groupe|société|entreprise|ministère|tribunal|cour|banque|"
    r"institut|université|agence|autorité|gouvernement|étude|chercheurs|auteurs|juge|ministre|directeur|directrice|présidente?|parquet|association|commission))\b",
    opposites=(
        (r"\b(?:augment\w+|hausse\w*|progress\w+|accroî\w+|accru\w*|mont(?:e|é|ée|ent)|bondi\w*|relev\w+)\b", r"\b(?:baiss\w+|recul\w+|diminu\w+|chut\w+|réduit\w*|rédui\w+|tomb\w+|ralenti\w*|abaiss\w+)\b"),
        (r"\b(?:supérieur\w*|au-dessus|maximum)\b", r"\b(?:inférieur\w*|au-dessous|minimum)\b"),
        (r"\b(?:accept\w+|approuv\w+|autoris\w+|soutien\w*|soutenu\w*|valid\w+|confirm\w+|adopt\w+)\b", r"\b(?:rejet\w+|refus\w+|interdi\w+|critiqu\w+|annul\w+|oppos\w+|contre)\b"),
        (r"\b(?:relax\w+|acquitt\w+|gagn\w+|réussi\w*|innocent\w*)\b", r"\b(?:condamn\w+|coupable\w*|perd\w+|échou\w+)\b"),
        (r"\b(?:ouvr\w+|ouvert\w*|ouverture|commenc\w+|lanc\w+|débu\w+)\b", r"\b(?:ferm\w+|fin(?:i\w*)?|cess\w+|arrêt\w+|suspend\w*)\b"),
        (r"\b(?:achet\w+|achat\w*|import\w+|embauch\w+)\b", r"\b(?:vend\w+|vente\w*|export\w+|licenci\w+)\b"),
    ),
    shares=r"\b(?P<many>une?|deux|trois|quatre|cinq|six|sept|huit|neuf|\d{1,3})\s(?:\w+\s)?sur\s(?P<of>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|cent|\d{1,3})(?!\w)",
    attributions=reported_speech.FRENCH,
    pronouns=r"\b(?:il|elle|ils|elles|lui|eux|leur|leurs|son|sa|ses|nous|notre|nos|je|mon|ma|mes|ce|cette|ces|celui-ci|celle-ci)\b",
    apparatus=r"(?:\(?(?:photo|image|crédits?|source|contact|légende|rédaction|mots-clés|correction)s?\s*:|par\s+[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+)+\.?\s*$|(?:publié|mis\s+à\s+jour|posté)\b[^.]{0,20}\d|(?:lire\s+(?:aussi|la\s+suite)|à\s+lire|abonnez|inscrivez|suivez|tous\s+droits\s+réservés|partager|publicité)\b|©)",
    endnotes=r"(?:notes?|références|bibliographie|sources)",
    common=common_words.FRENCH,
)  # fmt: skip
