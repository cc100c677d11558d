"""English."""

from __future__ import annotations

from mkdocs_briefings.text.languages import common_words, naming, reported_speech
from mkdocs_briefings.text.languages.pack import Language
from mkdocs_briefings.text.languages.units import (
    CENTURY,
    CURRENCIES,
    DAY,
    DECADE,
    FOOT,
    HOUR,
    METRE,
    MILE,
    MINUTE,
    MONTH,
    SECOND,
    SHORT,
    WEEK,
    YEAR,
)  # fmt: skip

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december")  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_PARTS = ("third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

ENGLISH = Language(
    code="en",
    name="English",
    capitals=True,
    spaced=True,
    marks=("“", "”", "‘", "’"),
    comma=False,
    months={**{name: n for n, name in enumerate(_MONTHS, 1)}, **{name[:3]: n for n, name in enumerate(_MONTHS, 1)}, "sept": 9},
    weekdays={name: n for n, name in enumerate(_DAYS)},
    numbers={**{word: n for n, word in enumerate(_ONES)}, **{word: 10 * n for n, word in enumerate(_TENS, 2)}, "dozen": 12},
    scales={"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12},
    fractions={
        "half": 1 / 2, "halves": 1 / 2,
        **{word + end: 1 / n for n, word in enumerate(_PARTS, 3) for end in ("", "s")},
    },
    percent=r"%|per\s?cent",
    points=r"percentage\s+points?|points?\s+of\s+a\s+percent",
    currencies={**CURRENCIES, "franc": "fr", "francs": "fr", "krone": "kr", "kroner": "kr", "krona": "kr", "kronor": "kr", "kronas": "kr", "crown": "kr", "crowns": "kr", "rupee": "₹", "rupees": "₹", "zloty": "zł", "zlotys": "zł", "rouble": "₽", "roubles": "₽", "ruble": "₽", "rubles": "₽", "lira": "₺", "peso": "peso", "pesos": "peso", "baht": "baht", "dirham": "dirham", "dirhams": "dirham", "forint": "forint", "forints": "forint", "shekel": "shekel", "shekels": "shekel",
        "$": "$", "us$": "$", "dollar": "$", "dollars": "$", "€": "€", "euro": "€", "euros": "€", "£": "£", "pound": "£",
        "pounds": "£", "¥": "¥", "yuan": "¥", "yen": "¥", "renminbi": "¥"},
    measures={
        **SHORT,
        **{f"{word}{end}": unit for word, unit in (("second", SECOND), ("minute", MINUTE), ("hour", HOUR), ("day", DAY),
            ("week", WEEK), ("month", MONTH), ("year", YEAR), ("decade", DECADE), ("metre", METRE), ("meter", METRE),
            ("kilometre", ("length", 1000.0)), ("kilometer", ("length", 1000.0)), ("mile", MILE), ("kilogram", ("mass", 1e3)),
            ("kilo", ("mass", 1e3)), ("gram", ("mass", 1.0)), ("tonne", ("mass", 1e6)), ("megawatt", ("power", 1e6)),
            ("gigawatt", ("power", 1e9)), ("kilowatt", ("power", 1e3)), ("hectare", ("area", 1e4))) for end in ("", "s")},
        "century": CENTURY, "centuries": CENTURY, "feet": FOOT,
    },
    rounding={
        **dict.fromkeys(("about", "around", "roughly", "some", "approximately", "approx", "circa", "an estimated", "close to", "near", "or so"), "about"),
        **dict.fromkeys(("nearly", "almost", "just under", "just below", "less than", "under", "fewer than", "below", "not quite"), "below"),
        **dict.fromkeys(("more than", "over", "above", "just over", "at least", "upwards of", "well over"), "above"),
    },
    negations=r"\b(?:(?<!or\s)not|no|nor|never|neither|without|cannot|none|nobody|nothing|nowhere|\w+n[’']t)\b",
    half_negations=r"\b(?:den(?:y|ie[sd]|ial|ying)|reject(?:s|ed|ing|ion)?|refus(?:e|es|ed|ing|al)|fail(?:s|ed|ing|ure)?|declin(?:e|es|ed|ing)\s+to|prevent(?:s|ed|ing)?|lack(?:s|ed|ing)?|unclear|unknown|unlikely|unable)\b",
    hedges=r"\b(?:(?:not|n[’']t)\s+(?:rule[sd]?\s+out|exclude)|(?-i:may)|might|could|likely|unlikely|possibl[ey]|perhaps|probabl[ey]|potential(?:ly)?|reportedly|allegedly|alleged|apparent(?:ly)?|seems?|seemed|appears?\s+to|appeared\s+to|suggests?|suggested|unclear|whether|believed|thought\s+to|fears?|estimat(?:e|es|ed)|alleg(?:e|es|ation|ations))\b",
    prospects=r"\b(?:will|would|shall|plans?|planned|planning|propos(?:e|es|ed|al|als|ing)|weigh(?:s|ed|ing)?|consider(?:s|ed|ing)?|intends?|intended|aims?|aimed|seeks?|expects?|expected|scheduled|due|set\s+to|is\s+to|are\s+to|closer|going\s+to|about\s+to|upcoming|next|forecasts?|predict(?:s|ed)?|until|ready\s+to|(?-i:may)|might|could|prepar(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|want(?:s|ed)?\s+to|for\s+now|vow(?:s|ed)?|pledg(?:e|es|ed)|promis(?:e|es|ed))\b",
    universals=r"\b(?:(?<!at\s)(?<!after\s)(?<!above\s)(?<!of\s)(?:(?<!in\s)all(?!\sin\sall)|(?<=in\s)all(?=\s\w))|every|each|only(?!\s(?:about|an?|one|two|three|four|five|half|\d))|never|always|throughout|everyone|everybody|entire(?:ly)?|whole|most|sole(?:ly)?|unanimous(?:ly)?|completely|totally)\b",
    causes=r"\b(?:because|due\s+to|caus(?:e|es|ed|ing)|in\s+response\s+to|as\s+a\s+result|led\s+to|leads\s+to|owing\s+to|prompt(?:s|ed)|trigger(?:s|ed)?|result(?:s|ed)\s+(?:in|from)|thanks\s+to|therefore|blam(?:e|es|ed)|attribut(?:e|es|ed)|driven\s+by|so\s+that)\b",
    speech=r"\b(?:sa(?:y|ys|id)|tells?|told|writes?|wrote|reports?|reported|stat(?:e|es|ed|ement)|argu(?:e|es|ed)|claim(?:s|ed)?|announc(?:e|es|ed|ement)|call(?:s|ed)?|cit(?:e|es|ed|ing)|quot(?:e|es|ed|ing)|according|per|den(?:y|ie[sd])|warn(?:s|ed)?|add(?:s|ed)|accus(?:e|es|ed)|alleg(?:e|es|ed)|think(?:s)?|believ(?:e|es|ed)|expect(?:s|ed)?|estimat(?:e|es|ed)|describ(?:e|es|ed)|suggest(?:s|ed)?|predict(?:s|ed)?|forecast(?:s)?|maintain(?:s|ed)|insist(?:s|ed)?|note[sd]?|find(?:s)?|found|held|holds|view|opinion|sees?|in\s+(?:its|his|her|their)\s+(?:view|words))\b",
    day_words={"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1},
    year_words={"last year": -1, "the previous year": -1, "this year": 0, "next year": 1},
    states={
        "considered": r"\b(?:consider|weigh|prepar|plan|mull|study|studi|explor|look(?:s|ed|ing)?\s+at|discuss|think(?:s|ing)?\s+about|moving\s+closer|closer)",
        "proposed": r"\b(?:propos|suggest|draft|put\s+forward|recommend|unveil|bill)",
        "issued": r"\b(?:issu|establish|impos|adopt|introduc|sanction|add|request|designat|enact|publish|announc|sign|list|delist|licen[cs]|approv|order|finali[sz]|pass|grant|plac|launch|rule|ban|restrict|requir)",
        "in force": r"\b(?:in(?:to)?\s+(?:force|effect)|effective|implement|took\s+effect|takes?\s+effect|taking\s+effect|appl(?:y|ies|ied)|remain|start|began|begin|enforc|in\s+place|since)",
        "suspended": r"\b(?:suspend|paus|halt|freez|froze|on\s+hold|postpon|delay|stay|defer)",
        "withdrawn": r"\b(?:withdr|pull|retract|took\s+back|recall)",
        "revoked": r"\b(?:revok|rescind|repeal|overturn|annul|struck\s+down|strik\w+\s+down|scrap|cancel|lift|delist|remov|quash|void|undo|reverse|end)",
        "dropped": r"\b(?:drop|abandon|scrap|shelv|gave\s+up|give\s+up|withdr|cancel|shelf|kill)",
        "expired": r"\b(?:expir|laps|ran\s+out|run\s+out|ended|end)",
    },
    no_names=frozenset((
        "mr", "mrs", "ms", "dr", "prof", "professor", "judge", "justice", "president", "minister", "secretary", "senator",
        "governor", "mayor", "chairman", "chairwoman", "chair", "chief", "ceo", "cfo", "coo", "cto", "director", "general",
        "captain", "king", "queen", "prince", "princess", "sir", "lord", "lady", "dame", "pope", "chancellor", "premier",
        "prime", "deputy", "vice", "representative", "rep", "sen", "gov", "ambassador", "spokesman", "spokeswoman",
        "commissioner", "attorney", "dr.", "first", "executive", "officer", "managing", "foreign", "interior", "finance",
        "gdp", "ai", "tv", "pm", "am", "utc", "gmt", "ok", "id", "phd", "hq", "q1", "q2", "q3", "q4",
    )),
    points_back=r"\b(?:he|she|it|they|his|her|its|their|him|them|the\s+(?:\w+\s+)?(?:report|firm|company|group|announcement|statement|department|ministry|office|two|agency|"
    r"bank|court|institute|institution|university|team|study|authors|researchers|scientists|commission|committee|council|board|authority|bureau|"
    r"regulator|union|party|plant|factory|centre|center|network|service|fund|maker|manufacturer|judge|judges|chairman|director|economist|professor|researcher|plaintiffs?|"
    r"defendants?|towns?|organi[sz]ation|association|charity|foundation|watchdog|paper|newspaper|filing|suit|lawsuit))\b",
    opposites=(
        (r"\b(?:rose|rise[sn]?|rising|increas\w+|grew|grow(?:s|n|th|ing)?|climb\w*|gain(?:s|ed)?|jump(?:s|ed)?|(?:%|percent|per\s+cent|points?)\s+more|up\s+(?:from|by)|widen\w*|strengthen\w*)\b", r"\b(?:fell(?!\s(?:ill|short))|fall(?:s|en|ing)?|decreas\w+|declin\w+|drop(?:s|ped)?|shr[aiu]nk\w*|slid|slump\w*|(?:%|percent|per\s+cent|points?)\s+(?:less|fewer)|lost\s+[$€£]?\d|down\s+(?:from|by)|narrow\w*|weaken\w*|reduc\w+|cut)\b"),
        (r"\b(?:higher|larger|longer|faster|better|highest|largest|maximum)\b", r"\b(?:fewer|lower|smaller|shorter|slower|worse|lowest|smallest|minimum)\b"),
        (r"\b(?:den(?:y|ie[sd]|ying|ial))\b", r"\b(?:admit\w*|admission|confess\w*|acknowledg\w+|concede[sd]?)\b"),
        (r"\b(?:accept\w*|approv\w+|agree[ds]?|uph(?:eld|old\w*)|back(?:s|ed|ing)|support\w*|welcom\w+|allow\w*|permit(?:s|ted|ting)|in\s+favou?r)\b", r"\b(?:reject\w*|refus\w+|oppos\w+|overturn\w*|dismiss\w*|block\w*|bann?\w*|prohibit\w*|critici[sz]\w+|against|condemn\w*)\b"),
        (r"\b(?:won|win(?:s|ning)?|succeed\w*|success\w*|acquitt\w+|cleared|innocent)\b", r"\b(?:lost|los(?:es|ing)|fail\w*|convict\w*|guilty|defeat\w*)\b"),
        (r"\b(?:open\w*|start\w*|beg[aiu]n\w*|launch\w*|resum\w+|reviv\w+)\b", r"\b(?:clos(?:e|es|ed|ing|ure)|end(?:s|ed|ing)?|stopp?\w*|halt\w*|suspend\w*|shut\w*)\b"),
        (r"\b(?:buy\w*|bought|import\w*|hir(?:e|es|ed|ing)|join\w*|enter\w*)\b", r"\b(?:sell\w*|sold|export\w*|fir(?:ed|es|ing)|dismiss\w*|leav(?:e|es|ing)|left|quit)\b"),
    ),
    attributions=reported_speech.ENGLISH,
    pronouns=r"\b(?:he|she|it|they|him|her|them|his|its|their|hers|theirs|we|us|our|ours|i|me|my|mine|this|that(?=\s+(?:day|week|month|year))|these|those)\b",
    apparatus=r"(?:\(?(?:(?:additional\s+)?(?:reporting|editing|writing)|translated|edited|written|compiled|photographs?|photos?|images?|graphics?)\s+by\b|by\s+[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+)*\.?\s*$|(?:photo(?:graph)?|image|picture|credit|source|contact|tags?|topics|related|correction|media\s+contact)s?\s*:|(?:published|updated|posted|last\s+(?:updated|modified))\b[^.]{0,20}\d|(?:read\s+(?:more|also|next)|sign\s+up|subscribe|follow\s+us|click\s+here|copyright|all\s+rights\s+reserved|share\s+this|advertisement|to\s+read\s+(?:more|the\s+full)|have\s+a\s+(?:tip|story))\b|©)",
    endnotes=r"(?:notes?|footnotes|endnotes|references|bibliography|sources|works\s+cited|further\s+reading)",
    common=common_words.ENGLISH,
    naming=naming.ENGLISH,
    articles=r"an?|one|a\ssingle",
    remainders=r"\b(?:others?|remaining|remainder|rest|left|more|fewer|less|further|additional|another|gap|differ\w+|above|below|higher|lower|later|earlier|older|younger|longer|shorter|than|extra|up|down)\b",
    about_after=r"\s(?:or\s(?:so|thereabouts)|or\smore|odd)\b|-odd\b",
    year_before=r"\b(?:a\syear\s(?:earlier|before|ago|previously)|the\s(?:year\sbefore|previous\syear|prior\syear)|same\s\w+\s(?:of\s)?last\syear)\b",
    plans=r"\b(?:hop(?:e|es|ed|ing)|must|need(?:s|ed)?|call(?:s|ed|ing)?\s(?:for|on)|demand(?:s|ed|ing)?|ask(?:s|ed|ing)?|appl(?:y|ies|ied)|request\w*|order(?:s|ed)?|agree(?:s|d)?|announc\w+\s+(?:the|an?|its|plans?|that|new|his|her|their)\b|decid\w+|target\w*|goal\w*|project\w*|draft\w*|bid|campaign\w*|talks|back(?:s|ed)?|tender|on\scondition|if|unless|would-be|offer(?:s|ed)?|invit\w+|commit\w*|schedul\w+|eye[sd]?|let|allow\w*|later|soon|from\s(?:next|\w+\son))\b",
    superlatives=r"\b(?:\w{2,}est|most|least|record|first|last|unprecedented|lone|single|none|no|sole|only|every|all|each|any|both|universal\w*)\b",
    only=r"\b(?:only|sole(?:ly)?|lone|single|just|exclusively|alone|no\sother)\b",
    hearsay=r"\b(?:alleged\w*|reported(?:ly)?|suspect\w*|accus\w+|purported\w*|supposed\w*|charged)\b",
    asked="a about after against am an and any are as at be been before being belong belongs between by can come comes could did do does doing done during ever explain for from get gets give happen happened happening happens has have having how i in into is it its known list many me mean means might much must my now of on or our over own owned owns please said say says shall should show since so still tell than that the their them there these they this those to under us was we were what what's when where whether which who who's whom whose why will with would yet you your",
    month_before=r"\b(?:a\smonth\s(?:earlier|before|ago|previously)|(?:the\s)?(?:previous|prior)\smonth|(?:from|since|the)\smonth\sbefore|last\smonth)\b",
)  # fmt: skip
