"""Spanish."""

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
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
_DAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
_ONES = ("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince",
    "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte")  # fmt: skip
_TENS = ("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")

SPANISH = Language(
    code="es",
    name="Spanish",
    capitals=True,
    spaced=True,
    months={**{name: n for n, name in enumerate(_MONTHS, 1)}, "setiembre": 9},
    weekdays={name: n for n, name in enumerate(_DAYS)},
    numbers={**{word: n for n, word in enumerate(_ONES) if n != 1}, **{word: 10 * n for n, word in enumerate(_TENS, 3)}, "cien": 100, "mil": 1000, "docena": 12},
    scales={"mil": 1e3, "millón": 1e6, "millones": 1e6, "billón": 1e12, "billones": 1e12},
    fractions={"mitad": 1 / 2, "medio": 1 / 2, "media": 1 / 2, "tercio": 1 / 3, "tercios": 1 / 3, "tercera parte": 1 / 3, "cuarto": 1 / 4, "cuartos": 1 / 4,
        "quinto": 1 / 5, "quintos": 1 / 5, "décima": 1 / 10, "décimas": 1 / 10},
    percent=r"%|por\s?ciento",
    points=r"puntos?(?:\s+porcentuales?)?",
    currencies={"$": "$", "dólar": "$", "dólares": "$", "€": "€", "euro": "€", "euros": "€", "£": "£", "libras": "£", "¥": "¥", "yuanes": "¥", "yenes": "¥"},
    measures={
        **SHORT,
        **{f"{word}{end}": unit for word, unit in (("segundo", SECOND), ("minuto", MINUTE), ("hora", HOUR), ("día", DAY), ("semana", WEEK), ("año", YEAR),
            ("década", DECADE), ("siglo", CENTURY), ("metro", METRE), ("kilómetro", ("length", 1000.0)), ("tonelada", ("mass", 1e6)), ("kilo", ("mass", 1e3)),
            ("hectárea", ("area", 1e4))) for end in ("", "s")},
        "mes": MONTH, "meses": MONTH,
    },
    rounding={
        **dict.fromkeys(("unos", "unas", "alrededor de", "aproximadamente", "cerca de", "en torno a"), "about"),
        **dict.fromkeys(("casi", "menos de"), "below"),
        **dict.fromkeys(("más de", "al menos"), "above"),
    },
    negations=r"\b(?:no|ni|nunca|jamás|sin|ningun[oa]?|ningún|nadie|nada|tampoco)\b",
    half_negations=r"\b(?:nieg\w+|neg[óa]\w*|desmient\w+|desminti\w+|rechaz\w+|rehus\w+|imp(?:ide|idió)\w*|fracas\w+|desconocid\w+|improbable\w*)\b",
    hedges=r"\b(?:podrían?|pued[ea]n?|quizás?|tal\s+vez|probable\w*|posible\w*|presunt\w+|supuest\w+|parece\w*|aparente\w*|habría\w*|sería\w*|estim\w+|riesgo)\b",
    prospects=r"\b(?:va\s+a|van\s+a|prev[éeí]\w*|previst\w+|previsi\w+|plane\w+|propon\w+|propuest\w+|estudi\w+|considera\w*|próxim\w+|podrían?|debe\w*|espera\w*)\b",
    universals=r"\b(?:tod[oa]s?|cada|sol[oa]|sólo|únic\w+|siempre|nunca|unánim\w+|totalmente|ningun\w+)\b",
    causes=r"\b(?:porque|debido|por\s+culpa|caus\w+|a\s+causa|como\s+resultado|provoc\w+|gracias|en\s+respuesta|por\s+tanto|ya\s+que|motiv\w+)\b",
    speech=r"\b(?:dij\w+|dice\w*|afirm\w+|declar\w+|anunci\w+|según|explic\w+|señal\w+|indic\w+|escrib\w+|asegur\w+|añad\w+|neg\w+|decidi\w+|prev\w+|inform\w+|estim\w+)\b",
    day_words={"ayer": -1, "anteayer": -2, "hoy": 0, "mañana": 1},
    year_words={"el año pasado": -1, "este año": 0, "el próximo año": 1, "el año que viene": 1},
    states={
        "considered": r"estudi|consider|evalú|sopes|prepar|plante",
        "proposed": r"propon|propus|propuest|proyecto|recom",
        "issued": r"aprob|aprueb|public|dict|impon|impus|impuest|adopt|emit|promulg|conced|firm",
        "in force": r"vigor|vigente|aplic",
        "suspended": r"suspen|congel|aplaz|paraliz",
        "withdrawn": r"retir",
        "revoked": r"revoc|derog|anul|elimin|levant",
        "dropped": r"abandon|renunci|descart",
        "expired": r"expir|venc|caduc|termin",
    },
    dates=(
        r"(?:(?P<first>\d{{1,2}})\s?(?:-|–|al|y)\s?)?(?P<day>\d{{1,2}})º?\sde\s(?P<month>{months})(?:\s(?:de|del)\s(?P<year>[12]\d{{3}}))?",
        r"(?P<day>\d{{1,2}})/(?P<number>\d{{1,2}})/(?P<year>[12]\d{{3}})",
        r"(?P<month>{months})(?:\s(?:de|del)\s(?P<year>[12]\d{{3}}))?",
    ),
    no_names=frozenset((
        "sr", "sra", "dr", "dra", "presidente", "presidenta", "ministro", "ministra", "pib", "iva", "el", "la", "los", "las", "un", "una", "en", "según", "pero", "y",
        "por", "para", "con", "sin", "este", "esta", "es", "no", "al", "del", "de", "ee", "uu", "se", "su",
    )),
    never_last=r"Sr|Sra|Srta|Dr|Dra|D|Dña|art|núm|pág|p\.\s?ej|Ud|Uds|EE|av",
    may_be_last=r"etc|UU|C",
    openers=r"El|La|Los|Las|Un|Una|En|Es|Se|Pero|Y|Por|Para|Con|Según|Este|Esta|No|Su|Al|Cuando|También",
    points_back=r"\b(?:él|ella|ellos|su|sus|este|esta|(?:el|la|los|las|del|al)\s(?:empresa|compañía|grupo|ministerio|tribunal|banco|instituto|universidad|agencia|gobierno|estudio|"
    r"investigadores|juez|jueza|ministr[oa]|director|directora|president[ea]|comisión))\b",
    opposites=(
        (r"\b(?:sub(?:e|en|ió|ieron|ida)|aument\w+|crec\w+|increment\w+|alza)\b", r"\b(?:baj(?:a|an|ó|aron|ada)|cay\w+|cae\w*|caíd\w+|descend\w+|reduj\w+|reduc\w+|disminu\w+)\b"),
        (r"\b(?:mayor\w*|superior\w*|máxim\w+)\b", r"\b(?:menor\w*|inferior\w*|mínim\w+)\b"),
        (r"\b(?:acept\w+|aprob\w+|aprueb\w+|apoy\w+|autoriz\w+|confirm\w+)\b", r"\b(?:rechaz\w+|prohíb\w+|prohib\w+|critic\w+|anul\w+|contra|opon\w+)\b"),
        (r"\b(?:gan[óa]\w*|absuel\w+|éxito|inocente\w*)\b", r"\b(?:perd\w+|conden\w+|fracas\w+|culpable\w*)\b"),
        (r"\b(?:abr\w+|apertura|comenz\w+|empez\w+|inici\w+)\b", r"\b(?:cerr\w+|cierr\w+|termin\w+|acab\w+|suspend\w+)\b"),
        (r"\b(?:compr\w+|import\w+|contrat\w+)\b", r"\b(?:vend\w+|venta\w*|export\w+|despid\w+)\b"),
    ),
    shares=r"\b(?P<many>un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|\d{1,3})\s(?:\w+\s)?de\scada\s(?P<of>dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d{1,3})(?!\w)",
    attributions=reported_speech.SPANISH,
    pronouns=r"\b(?:él|ella|ellos|ellas|le|les|lo|su|sus|nosotros|nuestr[oa]s?|yo|mi|mis|este|esta|estos|estas|ese|esa)\b",
    apparatus=r"(?:\(?(?:foto|imagen|crédito|fuente|contacto|redacción|etiquetas?|corrección)s?\s*:|por\s+[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+)+\.?\s*$|(?:publicado|actualizado)\b[^.]{0,20}\d|(?:leer\s+(?:más|también)|lea\s+también|suscríbase|síganos|todos\s+los\s+derechos\s+reservados|compartir|publicidad)\b|©)",
    endnotes=r"(?:notas?|referencias|bibliografía|fuentes)",
    common=common_words.SPANISH,
)  # fmt: skip
