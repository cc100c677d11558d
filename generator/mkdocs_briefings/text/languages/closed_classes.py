"""Words of which one excludes the others, by class and language: seasons, halves of a year, sexes, parties, sides."""

from __future__ import annotations

Classes = tuple[tuple[str, ...], ...]
"""In all languages the same classes, with the same members, in the same order: the seasons; the halves of a year; its
quarters; women, men; morning, evening; north, south, east, west; earlier, later; mother, father, daughter, son, sister,
brother; greens, liberals, social democrats, conservatives, the left."""

ENGLISH: Classes = (
    (r"\b(?<!as\s)spring\b(?!\sboard)", r"\bsummer\b", r"\b(?:autumn|fall\sof\s\d{4})\b", r"\bwinter\b"),
    (r"\bfirst\shalf\sof\s(?:the\s|this\s|next\s|last\s)?(?:year|\d{4})", r"\bsecond\shalf\sof\s(?:the\s|this\s|next\s|last\s)?(?:year|\d{4})"),
    (r"\bfirst[\s-]quarter", r"\bsecond[\s-]quarter", r"\bthird[\s-]quarter", r"\bfourth[\s-]quarter"),
    (r"\b(?:women|woman|girls?|female|mothers?|daughters?|wife|widow|sisters?)\b", r"\b(?:men|man|boys?|male|fathers?|sons?|husband|widower|brothers?)\b"),
    (r"\b(?:morning)\b", r"\b(?:evening|night|overnight)\b"),
    (r"(?-i:\b(?:north|northern)\b)", r"(?-i:\b(?:south|southern)\b)", r"(?-i:\b(?:east|eastern)\b)", r"(?-i:\b(?:west|western)\b)"),
    (r"\b(?:days?|weeks?|months?|years?|hours?|minutes?)\searlier\b", r"\b(?:days?|weeks?|months?|years?|hours?|minutes?)\slater\b"),
    (r"\bmother\b", r"\bfather\b", r"\bdaughters?\b", r"\bsons?\b", r"\bsisters?\b", r"\bbrothers?\b"),
    (r"(?-i:\bGreens?\b)", r"(?-i:\bLiberals?\b)", r"(?-i:\b(?:Social\sDemocrats?|Labou?r)\b)", r"(?-i:\b(?:Conservatives?|Christian\sDemocrats?)\b)", r"(?-i:\bLeft\b)"),
)  # fmt: skip
GERMAN: Classes = (
    (r"\b(?:früh(?:jahr|ling)\w*|frühlings\w*)\b", r"\b\w{0,6}sommer\w*\b", r"\bherbst\w*\b", r"\b\w{0,6}winter\w*\b"),
    (r"\berste[nsr]?\s(?:halbjahr\w*|jahreshälfte)|\bhalbjahr\seins\b", r"\bzweite[nsr]?\s(?:halbjahr\w*|jahreshälfte)"),
    (r"\berste[nsr]?\s(?:quartal|vierteljahr)", r"\bzweite[nsr]?\s(?:quartal|vierteljahr)", r"\bdritte[nsr]?\s(?:quartal|vierteljahr)", r"\b(?:vierte[nsr]?\s(?:quartal|vierteljahr)|schlussquartal)"),
    (r"\b(?:frau|frauen|mädchen|weiblich\w*|mutter|mütter|tochter|töchter|schwestern?)\b", r"\b(?-i:Mann|Männer\w*|Jungen?)\b|\b(?:männlich\w*|vater|väter|söhne?|sohn|brüder|bruder)\b"),
    (r"\b(?:morgens|vormittag\w*|\w+vormittag|\w+tagmorgen|am\smorgen)\b", r"\b(?:abends?|\w+abend|nachts?|\w*nacht)\b"),
    (r"\b(?-i:Norden|nördlich\w*)\b", r"\b(?-i:Süden|südlich\w*)\b", r"\b(?-i:Osten|östlich\w*)\b", r"\b(?-i:Westen|westlich\w*)\b"),
    (r"\b(?:tage?n?|wochen?|monate?n?|jahre?n?|stunden?|minuten?)\s(?:früher|eher|zuvor|vorher|davor)\b", r"\b(?:tage?n?|wochen?|monate?n?|jahre?n?|stunden?|minuten?)\s(?:später|darauf|danach)\b"),
    (r"\bmutter\b", r"\bvater\w*\b", r"\b(?:tochter|töchter\w*)\b", r"\b(?:sohn\w*|söhne\w*)\b", r"\bschwestern?\b", r"\b(?:bruder\w*|brüder\w*)\b"),
    (r"\b(?-i:Grünen?|Bündnis\s90\S*)", r"\b(?-i:Liberalen?|FDP|Freie[nr]?\sDemokrat\w*)\b", r"\b(?-i:SPD|Sozialdemokrat\w*)\b", r"\b(?-i:CDU|CSU|Union|Christdemokrat\w*|Konservative\w*)\b", r"\b(?-i:Linken?|Linkspartei)\b"),
)  # fmt: skip
FRENCH: Classes = (
    (r"\bprintemps\b", r"\bété(?=\s\d{4}|\sprochain|\sdernier)|l[’']été\b", r"\bautomne\b", r"\bhiver\b"),
    (r"\bpremier\ssemestre", r"\b(?:second|deuxième)\ssemestre"),
    (r"\bpremier\strimestre", r"\b(?:deuxième|second)\strimestre", r"\btroisième\strimestre", r"\b(?:quatrième|dernier)\strimestre"),
    (r"\b(?:femmes?|filles?|fillettes?|féminin\w*|mères?|sœurs?)\b", r"\b(?:hommes|homme(?=\sde\s\d)|garçons?|masculin\w*|pères?|fils|frères?)\b"),
    (r"\b(?:matin|matinée)\b", r"\b(?:soir|soirée|nuit)\b"),
    (r"(?-i:\bnord\b)", r"(?-i:\bsud\b)", r"(?<!-)(?-i:\best\sd[eu]\b|\bl[’']est\b)", r"(?-i:\bouest\b)"),
    (r"\b(?:jours?|semaines?|mois|ans?|années?|heures?|minutes?)\s(?:plus\stôt|auparavant)\b", r"\b(?:jours?|semaines?|mois|ans?|années?|heures?|minutes?)\s(?:plus\stard|après)\b"),
    (r"\bmère\b", r"\bpère\b", r"\bfilles?\b", r"\bfils\b", r"\bsœurs?\b", r"\bfrères?\b"),
    (r"\b(?:écologistes?|verts(?=\b))\b", r"\blibéra(?:l|le|ux)\b", r"\b(?:socialistes?|sociaux-démocrates)\b", r"\bconservat(?:eur|rice)s?\b", r"\binsoumis\b"),
)  # fmt: skip
SPANISH: Classes = (
    (r"\bprimavera\b", r"\bverano\b", r"\botoño\b", r"\binvierno\b"),
    (r"\bprimer\ssemestre", r"\bsegundo\ssemestre"),
    (r"\bprimer\strimestre", r"\bsegundo\strimestre", r"\btercer\strimestre", r"\b(?:cuarto|último)\strimestre"),
    (r"\b(?:mujer(?:es)?|niñas?|femenin\w*|madres?|hijas?|hermanas?)\b", r"\b(?:hombres|hombre(?=\sde\s\d)|varón|varones|niños?|masculin\w*|padres?|hijos?|hermanos?)\b"),
    (r"\bpor\sla\smañana\b|\bde\sla\smañana\b", r"\bpor\sla\s(?:noche|tarde)\b|\bde\sla\s(?:noche|tarde)\b"),
    (r"(?-i:\bnorte\b)", r"(?-i:\bsur\b)", r"(?-i:\beste\sde\b|al\seste\b)", r"(?-i:\boeste\b)"),
    (r"\b(?:días?|semanas?|mes(?:es)?|años?|horas?|minutos?)\santes\b", r"\b(?:días?|semanas?|mes(?:es)?|años?|horas?|minutos?)\s(?:después|más\starde)\b"),
    (r"\bmadre\b", r"\bpadre\b", r"\bhijas?\b", r"\bhijos?\b", r"\bhermanas?\b", r"\bhermanos?\b"),
    (r"\b(?:ecologistas?|los\sverdes)\b", r"\bliberal(?:es)?\b", r"\b(?:socialistas?|socialdemócratas?)\b", r"\b(?:conservador\w*|populares)\b", r"\bizquierda\b"),
)  # fmt: skip
JAPANESE: Classes = (
    (r"春(?![日分])", r"夏", r"秋(?!田)", r"冬"),
    (r"上半期|上期|前半(?!戦)", r"下半期|下期|後半(?!戦)"),
    (r"第?[1一]四半期", r"第?[2二]四半期", r"第?[3三]四半期", r"第?[4四]四半期"),
    (r"女性|女子|女児|女の子|女生徒|女(?=\d|ら|、|\()", r"男性|男子|男児|男の子|男子生徒|男(?=\d|ら|、|\()"),
    (r"午前|未明|早朝|朝(?![日鮮])", r"午後|夕方|夜|夕"),
    (r"北部|北側|北東|北西|の北|以北", r"南部|南側|南東|南西|の南|以南", r"東部|東側|の東|以東", r"西部|西側|の西|以西"),
    (r"(?:日|週間|月|年|時間|分)(?:前|早)", r"(?:日|週間|月|年|時間|分)(?:後|遅)"),
    (r"母親|母(?!国|校|港|体|数)", r"父親|父", r"長女|次女|娘", r"長男|次男|息子", r"姉|妹", r"兄|弟"),
    (r"緑の党|緑(?=系)", r"自由党|自由民主党|自民", r"社会民主党|社民|立憲", r"保守党|保守系|公明", r"左派|共産"),
)  # fmt: skip
CHINESE: Classes = (
    (r"春(?!节|運|运)", r"夏", r"秋", r"冬"),
    (r"上半年", r"下半年"),
    (r"第?一季度", r"第?二季度", r"(?<!前)第?三季度", r"第?四季度"),
    (r"女(?:性|子|生|孩|童|士|方|婴)|妇女|婦女", r"男(?:性|子|生|孩|童|士|方|婴)"),
    (r"上午|早上|凌晨|清晨|早晨", r"下午|晚上|夜间|夜里|傍晚|晚间"),
    (r"北部|以北|北侧|北岸", r"南部|以南|南侧|南岸", r"东部|東部|以东|东侧|东岸", r"西部|以西|西侧|西岸"),
    (r"提前|提早", r"推迟|推遲|延后|延後|延迟|延长|延期|推后"),
    (r"母亲|母親", r"父亲|父親", r"女儿|女兒", r"儿子|兒子", r"姐姐|妹妹|姐妹", r"哥哥|弟弟|兄弟"),
    (r"绿党|綠黨", r"自由党|自民党|自由民主党", r"社民党|社会民主党|工党|社会党", r"保守党|基民盟|国民党|人民党", r"左翼党|左派"),
)  # fmt: skip
ARABIC: Classes = (
    (r"الربيع|ربيع(?=\s\d)", r"الصيف|صيف(?=\s\d)", r"الخريف|خريف(?=\s\d)", r"الشتاء|شتاء(?=\s\d)"),
    (r"النصف\sالأول", r"النصف\sالثاني"),
    (r"الربع\sالأول", r"الربع\sالثاني", r"الربع\sالثالث", r"الربع\sالرابع"),
    (r"(?:ال)?(?:نساء|امرأة|فتيات|فتاة|إناث|أنثى)", r"(?:ال)?(?:رجال|رجل|ذكور|فتيان)(?!\w)"),
    (r"صباح", r"مساء|ليل"),
    (r"(?<!\w)(?:ال)?شمال", r"(?<!\w)(?:ال)?جنوب", r"(?<!\w)(?:ال)?شرق", r"(?<!\w)(?:ال)?غرب"),
    (r"(?:أيام|أسابيع|أشهر|سنوات|ساعات)\s(?:قبل|سابقا)", r"(?:أيام|أسابيع|أشهر|سنوات|ساعات)\s(?:بعد|لاحقا)"),
    (r"والدة|أم(?!\w)", r"والد(?!\w|ة)", r"ابنة|بنت", r"ابن(?!\w)", r"شقيقة|أخت", r"شقيق(?!\w)"),
    (r"حزب\sالخضر|الخضر", r"الليبرالي", r"الاشتراكي", r"المحافظ(?:ون|ين)(?!\w)", r"اليسار"),
)  # fmt: skip
