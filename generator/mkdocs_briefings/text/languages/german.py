"""German."""

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
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
)
_DAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_ONES = ("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn",
    "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig")  # fmt: skip
_TENS = ("dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")

GERMAN = Language(
    code="de",
    name="German",
    capitals=False,
    spaced=True,
    months={**{name: n for n, name in enumerate(_MONTHS, 1)}, "jan": 1, "jänner": 1, "feb": 2, "apr": 4, "aug": 8, "sept": 9, "okt": 10,
        "nov": 11, "dez": 12},
    weekdays={**{name: n for n, name in enumerate(_DAYS)}, "sonnabend": 5},
    numbers={**{word: n for n, word in enumerate(_ONES)}, **{word: 10 * n for n, word in enumerate(_TENS, 3)}, "hundert": 100,
        "tausend": 1000, "dutzend": 12, "beide": 2, "beiden": 2, "zweimal": 2, "dreimal": 3},
    scales={"hundert": 1e2, "tausend": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9,
        "billion": 1e12, "billionen": 1e12},
    fractions={"halb": 1 / 2, "halbe": 1 / 2, "halben": 1 / 2, "halber": 1 / 2, "halbes": 1 / 2, "hälfte": 1 / 2, "drittel": 1 / 3, "viertel": 1 / 4,
        "fünftel": 1 / 5, "sechstel": 1 / 6, "siebtel": 1 / 7, "achtel": 1 / 8, "neuntel": 1 / 9, "zehntel": 1 / 10},
    percent=r"%|prozent",
    points=r"prozentpunkten?|prozentpunkte?",
    currencies={"$": "$", "us-dollar": "$", "dollar": "$", "€": "€", "euro": "€", "£": "£", "pfund": "£", "¥": "¥", "yuan": "¥", "yen": "¥"},
    measures={
        **SHORT,
        **{f"{word}{end}": unit for word, unit in (("sekunde", SECOND), ("minute", MINUTE), ("stunde", HOUR), ("tag", DAY), ("woche", WEEK),
            ("monat", MONTH), ("jahr", YEAR), ("jahrzehnt", DECADE), ("jahrhundert", CENTURY), ("tonne", ("mass", 1e6)))
            for end in ("", "n", "e", "en", "s", "es")},
        "meter": METRE, "metern": METRE, "kilometer": ("length", 1000.0), "kilometern": ("length", 1000.0),
        "gramm": ("mass", 1.0), "kilogramm": ("mass", 1e3), "kilo": ("mass", 1e3), "megawatt": ("power", 1e6), "gigawatt": ("power", 1e9),
        "hektar": ("area", 1e4),
    },
    rounding={
        **dict.fromkeys(("etwa", "rund", "ungefähr", "circa", "ca.", "gut", "zirka", "schätzungsweise", "um die"), "about"),
        **dict.fromkeys(("fast", "knapp", "beinahe", "nahezu", "weniger als", "unter"), "below"),
        **dict.fromkeys(("mehr als", "über", "gut", "mindestens"), "above"),
    },
    negations=r"\b(?:nicht|kein(?:e[rsnm]?)?|nie|niemals|niemand(?:em|en)?|nichts|ohne|weder|nirgends|keinesfalls|keineswegs)\b",
    half_negations=r"\b(?:bestreitet|bestritt(?:en)?|dementier(?:t|te|ten)|verneint(?:e)?|lehnt(?:e|en)?|abgelehnt|weist|wies|zurückgewiesen|verweiger(?:t|te)|scheiter(?:t|te|n)|verhinder(?:t|te|n)|unklar|unbekannt|unwahrscheinlich|ablehn\w*|leugnet\w*)\b",
    hedges=r"\b(?:könnten?|dürften?|womöglich|möglicherweise|vielleicht|wahrscheinlich|vermutlich|voraussichtlich|offenbar|angeblich|mutmaßlich\w*|wohl|soll(?:en)?|scheint|schein(?:bar|en)|möglich|eventuell|erwartet|befürchtet|geschätzt)\b",
    prospects=r"\b(?:würden?|will|wollen|plant|planen|geplant\w*|soll(?:en|te|ten)?|beabsichtig\w*|vorgesehen|künftig\w*|nächst\w*|bald|erwägt|erwägen|prüft|prüfen|vorgeschlagen|schlägt|kündigt\w*|angekündigt|erwart\w*|dürften?|könnten?|prognos\w*)\b",
    universals=r"\b(?:alle[rnms]?|jede[rnms]?(?!\s\w+te[rnms]?\b)|nur(?!\s(?:rund|etwa|knapp|noch|ein|\d))|immer|stets|sämtliche\w*|ausschließlich|niemals|überall|einzig\w*|ganz\w*|einstimmig)\b",
    causes=r"\b(?:weil|wegen|aufgrund|infolge|verursach\w*|deshalb|daher|dadurch|führt\w*\s+zu|auslös\w*|ausgelöst|dank|als\s+Folge|folglich)\b",
    speech=r"\b(?:sag(?:t|te|ten|en)|teilt\w*|mitgeteilt|heißt|laut|zufolge|erklär\w*|nann?te?\w*|nenn\w*|berichte\w*|so|nach\s+(?:angaben|einschätzung)|meint\w*|schreib\w*|schrieb\w*|betont\w*|kündigt\w*|bestreite\w*|behaupte\w*|habe|seien?|werde|warn\w*|erwart\w*|prognos\w*|gab|gibt|sieht|hält)\b",
    day_words={"gestern": -1, "vorgestern": -2, "heute": 0, "morgen": 1},
    year_words={"im vorjahr": -1, "vorjahr": -1, "vergangenen jahr": -1, "vergangenes jahr": -1, "letzten jahr": -1, "letztes jahr": -1, "voriges jahr": -1,
        "in diesem jahr": 0, "dieses jahr": 0, "diesem jahr": 0, "nächstes jahr": 1, "nächsten jahr": 1, "kommenden jahr": 1},
    states={
        "considered": r"erwäg|erwog|prüf|plan|überleg|diskut|vorbereit",
        "proposed": r"vorschlag|vorschläg|vorgeschlag|entwurf|schlägt|schlug|empf",
        "issued": r"erlass|erließ|erlässt|beschl|verabschied|verhäng|eingeführt|führt|verkünd|genehmig|erteil|angeordnet|veröffentlich|gelistet",
        "in force": r"in\s+kraft|gilt|galt|gelten|wirksam|umgesetzt|anwend",
        "suspended": r"ausgesetzt|aussetz|ausgesetz|gestoppt|pausier|verschob|vertag|aufgeschob",
        "withdrawn": r"zurückgezogen|zurückzieh|zieht|zog",
        "revoked": r"aufgehob|hob|aufheb|aufhob|hebt|kippt|gekippt|widerruf|rückgängig|annull|abgeschafft|gestrichen|nichtig",
        "dropped": r"fallen|aufgegeb|verworf|verwarf|verzicht|gestrichen|begrab",
        "expired": r"ausgelauf|auslauf|läuft|lief|abgelauf|erlosch|endet",
    },
    dates=(
        r"(?:(?P<first>\d{{1,2}})\.?\s?(?:-|–|bis|und|/)\s?)?(?P<day>\d{{1,2}})\.\s?(?P<month>{months})\.?(?:\s(?P<year>[12]\d{{3}}))?",
        r"(?P<day>\d{{1,2}})\.(?P<number>\d{{1,2}})\.(?P<year>[12]\d{{3}})",
        r"(?P<month>{months})\.?(?:\s(?P<year>[12]\d{{3}}))?",
    ),
    apposed=frozenset((
        "euro", "prozent", "millionen", "million", "milliarden", "tage", "tagen", "wochen", "jahre", "jahren", "monate", "stunden", "liter", "tonnen", "kilo",
        "ende", "anfang", "mitte", "prozentpunkte", "dollar", "menschen", "mal", "drittel", "viertel", "hälfte", "art", "teil", "herr", "frau", "nummer",
    )),
    never_last=r"[zduoivs]|bzw|ca|Nr|Abs|Art|Az|Dr|Prof|Hr|Fr|St|vgl|sog|inkl|evtl|max|min|Bd|Ziff|lit|Kap|Tel|geb|gest|Mio|Mrd|Str|Std",
    may_be_last=r"usw|etc|Jh|Chr|Co",
    openers=r"Der|Die|Das|Den|Dem|Des|Ein|Eine|Es|Er|Sie|Wir|Ich|Im|In|Am|An|Auf|Bei|Mit|Nach|Aber|Doch|Und|Auch|Dies|Diese|Dieser|Dabei|Zudem|Laut|Für|Seit|Wenn|Wie|Als",
    numbered=True,
    points_back=r"\b(?:er|sie|es|ihr|ihre[rnms]?|sein|seine[rnms]?|diese[rsnm]?|man|(?:der|die|das|dem|den|des)\s+(?:\w+\s+)?(?:Behörde|Unternehmen|Konzern\w*|Firma|Gericht\w*|"
    r"Ministerium\w*|Amt\w*|Institut\w*|Universität|Bank|Stadt|Verband\w*|Gruppe|Partei|Regierung|Kommission|Studie|Forscher\w*|Autoren|Richter\w*|Minister\w*|Chef\w*|Urteil\w*))\b",
    opposites=(
        (r"\b(?:stieg\w*|steig\w*|gestiegen|erhöh\w+|zunahm\w*|zugenommen|wuchs\w*|gewachsen|wächst|zulegt\w*|Anstieg|Zuwachs)\b", r"\b(?:sank\w*|sink\w*|gesunken|fiel\w*|gefallen|fällt|abnahm\w*|abgenommen|verringer\w+|schrumpf\w+|Rückgang|zurückgegangen|senk\w+|gesenkt)\b"),
        (r"\b(?:höher\w*|größer\w*|länger\w*|schneller|höchst\w*)\b", r"\b(?:niedriger\w*|kleiner\w*|kürzer\w*|langsamer|niedrigst\w*)\b"),
        (r"\b(?:billig\w+|genehmig\w+|zugestimmt|zustimm\w+|stimmt\w*\s+zu|unterstütz\w+|begrüß\w+|erlaub\w+|bestätig\w+|angenommen)\b", r"\b(?:abgelehnt|ablehn\w+|lehn\w+|verbot\w*|verbiet\w*|untersag\w+|kritisier\w+|zurückgewiesen|wies\w*|aufgehoben|gegen)\b"),
        (r"\b(?:gewann\w*|gewonnen|erfolg\w*|freigesprochen|unschuldig)\b", r"\b(?:verlor\w*|gescheitert|scheiter\w+|verurteilt\w*|schuldig)\b"),
        (r"\b(?:eröffn\w+|öffn\w+|begann\w*|beginn\w*|begonnen|start\w+)\b", r"\b(?:schließ\w+|schloss\w*|geschlossen|end(?:et|ete|en)|beend\w+|stopp\w+)\b"),
        (r"\b(?:kauf\w+|gekauft|import\w+|eingestellt|Einfuhr\w*)\b", r"\b(?:verkauf\w+|export\w+|entlass\w+|Ausfuhr\w*)\b"),
    ),
    attributions=reported_speech.GERMAN,
    pronouns=r"\b(?:er|sie|es|ihm|ihr|ihn|ihnen|sein|seine[rnms]?|ihre[rnms]?|wir|uns|unser\w*|ich|dies|diese[rnms]?)\b",
    apparatus=r"(?:\(?(?:foto|bild|grafik|quelle|text|kontakt|autor(?:in)?|redaktion|schlagworte|themen|korrektur)s?\s*:|von\s+[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+)+\.?\s*$|(?:veröffentlicht|aktualisiert|stand)\b[^.]{0,20}\d|(?:lesen\s+sie|mehr\s+zum\s+thema|newsletter|abonnieren|folgen\s+sie|alle\s+rechte\s+vorbehalten|anzeige)\b|©)",
    endnotes=r"(?:anmerkungen?|fußnoten|literatur(?:verzeichnis)?|quellen|einzelnachweise)",
    common=common_words.GERMAN,
)  # fmt: skip
