"""Words by which a clause tells what was first, on what it depends, what has been done, and how high it ranks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """Patterns of one language; what they stand beside follows in languages with spaces, and leads in others."""

    before: str
    after: str
    earlier: str
    """Words by themselves for "before that"; `later` for "after that"."""
    later: str
    conditions: str
    conditional: str
    """Further words by which a sentence tells that something depends on something."""
    done: str
    """Verbs that tell what has been done, in the group `verb`; without these, a clause tells of no deed."""
    open: str
    """Further words, beside `prospects`, for what is not done yet: weighed, under study, asked for."""
    announced: str
    """Verbs that tell what somebody says or plans: such a deed is no other than the telling."""
    tops: str
    """Words by which nothing else ranks above, beside `firsts`: "no other … as"."""
    lower: str
    """A rank that others stand above or beside: "second-largest", "one of the largest"."""
    since: str
    """Words that bound the time for which something ranks first."""
    certain: str
    """Words by which something is known for certain: "established", "bound to"."""
    opposites: tuple[tuple[str, str], ...]
    """Further pairs of opposites, in all languages in the same order: at the earliest, less, too low."""


ENGLISH = Course(
    before=r"\b(?:before|prior\sto|ahead\sof)\b",
    after=r"\b(?:after|following|since|once)\b",
    earlier=r"\b(?:beforehand|previously|before(?=[.,;]|$))",
    later=r"\b(?:afterwards?|subsequently|thereafter|after\s(?:it|that|this|which)(?=[.,;]|\sand\b|$))",
    conditions=r"\b(?:(?<!even\s)(?<!as\s)(?<!asked\s)(?<!know\s)(?<!see\s)(?<!say\s)(?<!sure\s)(?<!unclear\s)if(?!\sany\b)|unless|provided(?:\sthat)?(?!\s(?:by|with|to|for))|(?:as|so)\slong\sas|on\s(?:the\s)?condition|in\sthe\sevent|assuming)\b",
    conditional=r"\b(?:if|when|should\s\w+|whether|depend\w*|subject\sto|pending|condition\w*|requir\w*|needs?|must|without|only|until|once|before|otherwise|except|contingent|hing\w+|in\sreturn|where|ready\sto|agree[sd]?\sto|as\sthings|at\sthis\srate)\b",
    done=r"(?<!\bbe\s)(?<!\bis\s)(?<!\bare\s)(?<!\bthe\s)(?<!\ban\s)(?<!\ba\s)(?<!\bits\s)(?<!\btheir\s)(?<!\bof\s)(?<!\bto\s)(?<!\bbeing\s)\b(?P<verb>(?!need|speed|hundred|indeed|united|based|related|called|so-called|named|aged|used|limited|advanced|armed|mixed|red\b|bed\b)\w{3,}ed|began|begun|broke|broken|brought|built|bought|came|chose|chosen|drew|drawn|fell|found|gave|given|gone|went|held|kept|laid|led|left|lost|made|met|paid|quit|ran|sent|sold|spent|struck|sued|took|taken|threw|thrown|withdrew|withdrawn|won|wrote|written|became|ha(?:s|ve|d)\s(?:\w+ly\s)?(?:set|put|cut|shut|hit|let))\b",
    open=r"\b(?:weigh\w*|consider\w*|look\w*\sinto|under\sreview|stud(?:y|ies|ied|ying)|examin\w+|mull\w*|discuss\w*|must|could|should|want\w*|call\w*\sfor|hop(?:e|es|ed|ing)|awaits?|awaiting|recommend\w*)\b",
    announced=r"\b(?:said|told|announc\w+|reported|stated|added|indicated|signal\w*|hint\w*|unveil\w*|set\sout|asked|wanted|hoped|urged|called|claimed|warned|argued|noted|vowed|pledged|promised|agreed|confirmed|insisted|offered)\b",
    tops=r"\bno\s(?!more\b|less\b|fewer\b|longer\b|later\b)(?:other\s)?\w+(?:\s\w+){0,6}\s(?:than|as\s(?:many|much|large|high|long|big|low))\b|\bnone\s(?:\w+\s){0,6}(?:than|as\s(?:many|much|large|high|long|big|low))\b|\bnever\s(?:before\s)?(?:\w+\s){0,4}(?:so|as|more)\b|\bever\b|\bon\srecord\b|\b(?:more|less|\w+er)\sthan\s(?:any|all|every)\b",
    lower=r"\b(?:second|third|fourth|fifth|sixth|seventh|\d+(?:nd|rd|th))[\s-](?:(?:\w+\s)?(?:\w+est|most)\b|place|rank\w*|time\b)|\b(?:one|two|three|some|several|many)\sof\s(?:the|its|their|his|her|our)\s(?:\w+['’]s\s)?(?:\w+\s){0,2}(?:\w+est|most|best|worst)\b|\bamong\s(?:the|its|their)\b|\bonly\s(?:one|two|a)\b|\b(?:next|behind|after)\s(?:to\s)?(?:the\s)?(?:largest|biggest|first)\b|\brare(?:ly)?\b|\bnearly\b|\balmost\b",
    since=r"\b(?:since|(?:in|for)\s(?:\w+\s){0,2}(?:years|decades|months|a\scentury)|(?:last|past)\s\w+\syears)\b",
    certain=r"\b(?:certain(?:ly)?|established|proven?|proved|proof|confirmed|definite(?:ly)?|concluded|bound\sto|sure\sto|undisputed|guaranteed|showed|shown)\b",
    opposites=(
        (
            r"\b(?:(?:at\sthe\s)?earliest|not?\s(?:before|earlier\sthan))\b",
            r"\b(?:(?:at\sthe\s)?latest(?=[.,;]|$)|no\slater\sthan)\b",
        ),
        (r"\b(?:less|fewer|least|fewest)\b(?!\sthan\s\S*\d)", r"\b(?:more|most)\b(?!\sthan\s\S*\d|\sof\b)"),
        (
            r"\b(?:too\s(?:low|small|few|little)|under(?:estimat|stat)\w*)\b",
            r"\b(?:too\s(?:high|large|big|many|much)|over(?:estimat|stat)\w*|exaggerat\w*)\b",
        ),
    ),
)
GERMAN = Course(
    before=r"\b(?:bevor|ehe|vor(?!\s(?:allem|ort|(?:\w+\s){1,2}(?:jahr|tag|woche|monat|stund|minut)\w*)))\b",
    after=r"\b(?:nachdem|nach(?!\s(?:angaben|ansicht|worten|meinung|einschätzung|wie\svor|\d))|seit(?:dem)?|sobald|kaum\sdass)\b",
    earlier=r"\b(?:zuvor|vorher|davor|im\svorfeld)\b",
    later=r"\b(?:danach|anschließend|nachher|daraufhin|im\sanschluss|hinterher)\b",
    conditions=r"\b(?:(?<!auch\s)(?<!selbst\s)(?<!als\s)(?<!sogar\s)wenn(?!\sauch)|falls|sofern|vorausgesetzt|unter\sder\s(?:bedingung|voraussetzung)|es\ssei\sdenn|solange|im\sfalle?\s(?:einer|eines|der|des|dass))\b",
    conditional=r"\b(?:wenn|falls|sofern|ob|(?:ab)?häng\w*|bedingung\w*|voraussetz\w*|vorausgesetzt|vorbehalt\w*|erst|ohne|muss|müss\w+|nur|sollte\w*|bei|braucht|brauchen|nötig|solange|bis|sobald|wo|soweit|bereit|unter\sumständen)\b",
    done=r"(?:(?<=\bhat\s)|(?<=\bhaben\s)|(?<=\bwurde\s)|(?<=\bwurden\s)|\b(?:hat|haben|hatten?|wurden?|ist|sind|war|waren)\b[^.;:]*?\s)(?P<verb>(?:\w{0,8}ge\w{2,}(?:t|en)|(?:be|ver|er|ent|zer|über|unter|wider|miss)\w{2,}(?:t|en)|\w+iert))\b|\b(?P<late>(?:\w{0,8}ge\w{2,}(?:t|en)|(?:be|ver|er|ent|zer|über|unter|wider)\w{2,}(?:t|en)|\w+iert))\s(?:hat|haben|hatten?|wurden?|worden|ist|sind|war|waren)\b|\b(?P<past>beschloss\w*|entschied\w*|stimmte\w*|eröffnete\w*|billigte\w*|genehmigte\w*|kaufte\w*|zahlte\w*|reichte\w*|klagte\w*|schloss\w*|begann\w*|trat\w*|legte\w*|erhielt\w*|erhob\w*|einigte\w*|entließ\w*|strich\w*|verlegte\w*|fand(?:en)?\s(?:\w+\s){0,5}statt|verhängte\w*|verbot\w*|unterzeichnete\w*|übernahm\w*|verkaufte\w*|senkte\w*|räumte\w*)\b",
    open=r"\b(?:prüf\w*|überprüf\w*|erwäg\w*|erwog\w*|berät|beraten|diskut\w+|muss|müssen|soll(?:en|te)?|möcht\w+|(?:an)?streb\w*|forder\w*|verlang\w*|hoff\w*|wünsch\w*|will|wollen|würden?|könnte\w*|steht\s(?:\w+\s){0,4}bevor|ausstehend\w*|beantrag\w*|empf\w+|rät)\b",
    announced=r"\b(?:gesagt|erklärt\w*|angekündigt|mitgeteilt|berichtet\w*|betont\w*|bekannt\w*|gefordert|verlangt|gebeten|geschrieben|genannt|begründet\w*|angegeben|angeregt|versprochen|zugesagt|bekräftigt|vereinbart|gewarnt|vorgeworfen|beantragt|bezeichnet)\b",
    tops=r"\bkein\w*\s(?:ander\w+\s)?\w+(?:\s\w+){0,6}\s(?:als|so)\b|\b(?:noch\s)?nie(?:mals)?\s(?:zuvor\s)?(?:\w+\s){0,6}(?:mehr|so|\w+er)\b|\bjemals\b|\bseit\sbeginn\sder\b",
    lower=r"\b(?:zweit|dritt|viert|fünft|sechst|siebt)(?:größt|höchst|best|meist|wichtigst|längst|kleinst|niedrigst|stärkst|ältest|teuerst)\w*|\b(?:zweite|dritte|vierte)[nrms]?\smal\b|\beine[rsm]?\sder\s(?:\w+\s)?\w+ten\b|\b(?:gehört|zählt|zählen|gehören|zählte|gehörte)\w*\s(?:\w+\s){0,3}zu\b|\bunter\sden\b|\bnur\seinmal\b|\bnur\sein\w*\b|\bselten\w*\b|\bfast\b|\bbeinahe\b",
    since=r"\bseit\b",
    certain=r"\b(?:erwiesen\w*|bewiesen|belegt\w*|nachgewiesen|bestätigt|zweifellos|eindeutig|geklärt|steht\s(?:\w+\s)?fest|sicher(?=[.,;]|$)|ergab(?:en)?|ergeben)\b",
    opposites=(
        (r"\bfrühestens\b", r"\bspätestens\b"),
        (r"\b(?:weniger|wenigsten)\b(?!\sals\s\S*\d)", r"\b(?:mehr|meisten)\b(?!\sals\s\S*\d)"),
        (
            r"\b(?:zu\s(?:niedrig|gering|klein|wenig)\w*|unterschätz\w*)\b",
            r"\b(?:zu\s(?:hoch|hohe\w*|groß|viel)\w*|übertr[ie]\w+|überschätz\w*)\b",
        ),
    ),
)
FRENCH = Course(
    before=r"\b(?:avant|préalablement\sà)\b",
    after=r"\b(?:après|depuis|dès|à\sla\ssuite\sd[eu’'])",
    earlier=r"\b(?:auparavant|précédemment|au\spréalable)\b",
    later=r"\b(?:ensuite|par\sla\ssuite|ultérieurement)\b",
    conditions=r"\b(?:(?<!même\s)(?<!comme\s)(?<!dit\s)(?<!savoir\s)(?<!dire\s)(?<!demande\s)(?<!décider\s)si(?!\s(?:bien|peu|loin))|s[’']ils?|à\scondition|pourvu\sque?|à\smoins|sous\sréserve|en\scas\sd|dans\sle\scas|tant\sque)(?!\w)",
    conditional=r"\b(?:si|s[’']il\w*|dépend\w*|condition\w*|subordonn\w*|pourvu|réserve|sans|quand|lorsqu\w*|une\sfois|faut|doi(?:t|vent)|devr\w+|exig\w+|seul\w*|suspendu\w*\sà|dès|ne\s\w+\sque|avant|prêt\w*)(?!\w)",
    done=r"\b(?:a|ont|avait|avaient|ayant|est|sont|était|étaient|été|aurait\sété)\s(?:(?:été|déjà|aussi|également|finalement|ensuite|bien|\w+ment)\s){0,2}(?P<verb>\w{2,}(?:[éiu]|ée?s?|[iu]es?|is|us|ise?s?|ert(?:es?|s)?|int(?:es?|s)?|ait(?:es?|s)?))(?!\w)",
    open=r"\b(?:envisag\w+|étudi\w+|examin\w+|song\w+|réfléchi\w+|propos\w+|doi(?:t|vent)|devr\w+|pourrai\w*|souhait\w+|demand\w+|voudrai\w*|veu\w+|recommand\w+|préconis\w+|attend\w+|se\sprononcer\w*|à\sl[’']étude|\w{3,}(?:era|eront|ira|iront|dra|dront))\b",
    announced=r"\b(?:dit|déclaré|annoncé|indiqué|affirmé|précisé|expliqué|ajouté|assuré|écrit|estimé|souligné|rappelé|promis|demandé|proposé|évoqué|prévenu|confirmé|souhaité|présenté)e?s?\b",
    tops=r"\baucun\w*\s(?:autre\s)?\w+(?:\s\w+){0,6}\s(?:plus|autant|aussi|que)\b|\bjamais\s(?:\w+\s){0,5}(?:autant|aussi|plus|si)\b|\bde\stous\sles\stemps\b",
    lower=r"\b(?:deuxième|seconde?|troisième|quatrième|cinquième)\s(?:\w+\s){0,2}(?:plus|fois|rang|meilleur\w*)\b|\bl[’']un\w*\sdes\s(?:\w+\s){0,2}(?:plus|moins|meilleur\w*|pire\w*)\b|\bparmi\sles\b|\bune?\sseule?\b|\brare\w*\b|\bpresque\b",
    since=r"\b(?:depuis|en\s\w+\sans)\b",
    certain=r"(?<!\w)(?:établie?s?|prouvée?s?|avérée?s?|confirmée?s?|certainement|certaine?\sque|démontrée?s?|conclu(?:t|ent|e)?|sûre?s?\sd[e’'])(?!\w)",
    opposites=(
        (r"\bau\splus\stôt\b", r"\bau\splus\stard\b"),
        (r"\b(?:le\s|les\s|la\s)?moins\b(?!\sd[e’']\s?\S*\d)", r"\b(?:(?:le|les|la)\splus|davantage)\b"),
        (
            r"\b(?:trop\s(?:bas|faible|peu)\w*|sous-(?:estim|évalu)\w*)",
            r"\b(?:trop\s(?:haut|élevé)\w*|exagér\w*|sur(?:estim|évalu)\w*)",
        ),
    ),
)
SPANISH = Course(
    before=r"\b(?:antes\s(?:del?|que)|previo\sa)\b",
    after=r"\b(?:después\s(?:del?|que)|tras|desde|luego\sde)\b",
    earlier=r"\b(?:antes(?!\sd)|previamente|anteriormente)\b",
    later=r"\b(?:después(?!\sd)|posteriormente|a\scontinuación)\b",
    conditions=r"\b(?:(?<!como\s)(?<!incluso\s)(?<!saber\s)(?<!decidir\s)(?<!estudia\s)si|siempre\s(?:que|y\scuando)|salvo\sque|a\smenos\sque|a\scondición|en\scaso\sde|con\stal\sd)\b",
    conditional=r"\b(?:si|siempre|depend\w*|condicion\w*|supedit\w*|sujet[oa]\w*|sol[oa]|sólo|sin|cuando|debe\w*|una\svez|requier\w*|necesit\w*|pendiente\w*|antes|salvo|hasta)\b",
    done=r"\b(?:ha|han|había|habían|fue|fueron|sido|quedó|quedaron)\s(?:(?:ya|también|sido|\w+mente)\s){0,2}(?P<verb>\w{2,}(?:[ai]d[oa]s?|[cs]?t[oa]s?|ch[oa]s?))\b|\b(?P<past>\w{3,}(?:ó|aron|ieron))\b",
    open=r"\b(?:estudi\w+|evalú\w*|analiz\w+|sopes\w+|propon\w+|debe\w*|podrí\w+|quier\w+|pid\w+|solicit\w+|esper\w+|recomiend\w+|plante\w+|consider\w+|\w{3,}r(?:á|án))\b",
    announced=r"\b(?:dijo|dijeron|dicho|anunci\w+|declar\w+|afirm\w+|asegur\w+|explic\w+|indic\w+|señal\w+|añad\w+|inform\w+|propus\w+|propuest\w+|solicit\w+|pid\w+|pidió|promet\w+|confirm\w+|advirt\w+|record\w+|expres\w+)\b",
    tops=r"\bning[uú]n\w*\s(?:otr[oa]\s)?\w+(?:\s\w+){0,6}\s(?:más|tan\w*|mayor|menor)\b|\b(?:nunca|jamás)\s(?:\w+\s){0,5}(?:tan\w*|más)\b|\bde\sla\shistoria\b",
    lower=r"\b(?:segund|tercer|cuart|quint)[oa]?\s(?:\w+\s){0,2}(?:más|mayor|menor|mejor|peor|vez)\b|\b(?:uno|una)\sde\s(?:los|las)\b|\bentre\s(?:los|las)\b|\brar[oa]\w*\b|\bcasi\b|\bsolo\sun[oa]?\b",
    since=r"\b(?:desde|en\s\w+\saños)\b",
    certain=r"\b(?:demostrad\w*|probad[oa]s?|confirmad\w*|establecid\w*|conclu[iy]\w*|segur[oa]\sque|ciert[oa]\sque|sin\sduda)\b",
    opposites=(
        (r"\bcomo\s(?:muy\s)?pronto\b", r"\b(?:como\s(?:muy\s)?tarde|a\smás\stardar)\b"),
        (r"\bmenos\b(?!\sde\s\S*\d)", r"\bmás\b(?!\sde\s\S*\d|\starde|\sbien)"),
        (
            r"\b(?:demasiado\s(?:baj|poc|pequeñ)\w*|subestim\w*)",
            r"\b(?:demasiado\s(?:alt|much|grand)\w*|exager\w*|sobr[e]?estim\w*)",
        ),
    ),
)
JAPANESE = Course(
    before=r"(?<!午)(?<!手)前(?![年期回月半後日提述線])|までに|に先立",
    after=r"(?<![午今前最背])後(?![半方任継ろ援])|のち|以降",
    earlier=r"それまで|事前に|あらかじめ",
    later=r"その後|事後|続いて",
    conditions=r"(?<!によ)(?<!とす)(?:れば|けば|せば|えば(?!、)|めば|てば)|場合(?:は|に|、|には)|(?<!も)(?<!い)たら(?![すしさ])|なら(?![なずびぬいっわ])|という条件|条件に|限り(?:は|、)|このままでは|次第で",
    conditional=r"れば|けば|場合|たら|なら|条件|限り|次第|かどうか|必要|前提|まま|のみ|時(?=は|に|、)|とき|ば(?=、)|ても|と(?=、)",
    done=r"(?P<verb>[一-龥々ァ-ヶー]{1,8}(?:を|に|が)?[ぁ-ん]{0,4}?(?<!だ)(?<!な)(?:した|れた|った|いだ|んだ|えた|めた|けた|げた|べた|せた|じた|きた|いた|済み))(?=[。、」）)\[\s]|と(?!み)|が|の|こと|ため|$)",
    open=r"検討|視野に|方針|予定|求め|要請|目指|提案|計画|協議|調整|考え|意向|つもり|見通し|見込み|たい|申請|準備|(?<!議)案(?![内件の])",
    announced=r"示した|明らかにした|発表した|述べた|話した|語った|説明した|表明した|打ち出した|指摘した|主張した|強調した|求めた|訴えた|伝えた|答えた|報じた|コメントした|言った|とした|していた|考えた|提案した|要請した|だった",
    tops=r"最(?:も|大|高|低|多|少|長|古|悪)(?!で\d)|初めて|初の|唯一|史上|過去最|第?[1一]位",
    lower=r"[2-9二三四五]番目|[2-9二三四五](?:回|度|件|例)目|[2-9二三四五]位|最も[^。、]{1,12}の(?:一つ|ひとつ|1つ)|屈指|有数|珍し|ほぼ|に次(?:ぐ|い)",
    since=r"以来|以降|ぶり|年から",
    certain=r"確認された|確認した|判明|断言|断定|明らかになった|確実|裏付け|立証|特定した",
    opposites=(
        (r"早くて|早くとも|早ければ", r"遅くとも|遅くて"),
        (r"より少な|より低|最も少な", r"より多|より高|最も多"),
        (r"少なすぎ|低すぎ|過小", r"多すぎ|高すぎ|過大|誇張"),
    ),
)
CHINESE = Course(
    before=r"(?<![目此当提])前(?![年期景往来沿身任言端所]|三|一年)|以前|之前",
    after=r"(?<![最今然先落])[后後](?![来續续果悔勤备])|之后|以后",
    earlier=r"此前|在此之前|事先|事前",
    later=r"此后|随后|之后(?=，)|事后",
    conditions=r"如果|如若|(?:(?<![一-龥])|(?<=[但称说示即]))若(?![干无是非要])|倘若|假如|只要|除非|一旦|的话|前提是|条件下",
    conditional=r"如|若|倘|假|只要|除非|一旦|取决|视|条件|只有|才|须|需|必须|待|要看|看|是否|前提|没有|不|当",
    done=r"(?P<verb>[一-龥]{2})了(?!解)|已(?![知成])(?:经|經|于|在|向|对|获|被)?(?P<past>[一-龥]{2})|(?P<late>获批)",
    open=r"考虑|考慮|研究|拟|擬|打算|计划|計劃|建议|建議|要求|提议|提議|希望|准备|準備|争取|酝酿|讨论|評估|评估|审议|申请|呼吁|将",
    announced=r"表示|宣布|公布|通报|说了|称|提出|指出|介绍|透露|强调|要求|建议|呼吁|回应|减少|增加|上升|下降|启动",
    tops=r"最(?:大|高|低|多|少|早|长|快|好|差|严重|重要)|首次|首个|首例|第一|唯一|史上|从未(?:有|如此)|排名?首位|居首",
    lower=r"第[二三四五]|排名?第[二三四五]|最[^，。]{1,6}(?:之一|的[^，。]{0,8}之一)|之一|罕见|少有|几乎|仅次于|次[大高]",
    since=r"以来|自[^，。]{1,12}起|近[一二三四五六七八九十\d]+年",
    certain=r"确认|确证|证实|能确定|已确定|查明|断定|认定|断言|证明",
    opposites=(
        (r"最早(?=[在于要也\d一二三四五六七八九十明今])", r"最迟|最晚|至迟"),
        (r"更少|更低|较少|较低", r"更多|更高|较多|较高"),
        (r"过低|偏低|低估", r"过高|偏高|高估|夸大"),
    ),
)
ARABIC = Course(
    before=r"(?<!\w)[وف]?قبل(?!\w)",
    after=r"(?<!\w)[وف]?(?:بعد|عقب|منذ|إثر)(?!\w)",
    earlier=r"(?<!\w)(?:سابقا|من\sقبل|مسبقا)(?!\w)",
    later=r"(?<!\w)(?:لاحقا|بعد\sذلك|فيما\sبعد)(?!\w)",
    conditions=r"(?<!\w)[وف]?(?:إذا|شريطة|بشرط|ما\sلم|في\sحال|لو)(?!\w)",
    conditional=r"(?<!\w)[وفبل]?(?:ال)?(?:إذا|إن|يتوقف|تتوقف|رهن\w*|مشروط\w*|شرط\w*|يعتمد|عند|بعد|دون|بدون|فقط|يجب|حال\w*|لو)(?!\w)",
    done=r"(?<!\w)[وف]?(?:تمت?|جرى|جرت)\s(?P<verb>\w{3,})",
    open=r"(?<!\w)[وف]?[يت](?:درس|بحث|نظر|طلب|طالب|قترح|عتزم|خطط|نوي|فكر|سعى)(?!\w)",
    announced=r"(?<!\w)[وف]?(?:قال|قالت|أعلن|أعلنت|إعلان|أضاف|ذكر|أكد)(?!\w)",
    tops=r"(?<!\w)(?:الأكبر|الأعلى|الأول|الأولى|الوحيد\w*|لأول\sمرة)(?!\w)",
    lower=r"(?<!\w)(?:ال)?(?:ثاني|ثانية|ثالث|ثالثة|رابع)\s(?:أكبر|أعلى|أقل|مرة|أهم|أكثر)|(?<!\w)(?:من\sبين|من\sأكبر|أحد|إحدى|نادر\w*)(?!\w)",
    since=r"(?<!\w)منذ(?!\w)",
    certain=r"(?<!\w)(?:مؤكد\w*|تأكد|ثبت|أثبت\w*)(?!\w)",
    opposites=(
        (r"في\sأقرب", r"في\sموعد\sأقصاه|أقصاه"),
        (r"(?<!\w)(?:الأقل|أقل)(?!\w|\sمن\s\S*\d)", r"(?<!\w)(?:الأكثر|أكثر)(?!\w|\sمن\s\S*\d)"),
        (r"منخفض\w*\sجدا", r"مرتفع\w*\sجدا|مبالغ\w*"),
    ),
)
