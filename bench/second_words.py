"""Sentences, names and dates in fifteen languages for the second set of saved pages; places and persons are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date

if TYPE_CHECKING:
    import datetime as dt
    import random

_SENTENCES = {
    "en": ("The council of Arnsby has voted to keep the night ferry for another year", "Engineers found cracks in two of the four gates of the old lock", "The hospital says that the new ward will have forty beds", "Nobody had told the fishermen about the survey", "A spokeswoman declined to say how much the repairs will cost", "The tram line was closed for most of the winter"),
    "de": ("Der Rat von Arnsbüttel will die Nachtfähre ein weiteres Jahr betreiben", "Ingenieure fanden Risse in zwei der vier Tore der alten Schleuse", "Die neue Station soll nach Angaben der Klinik vierzig Betten haben", "Die Fischer erfuhren von der Vermessung erst aus der Zeitung", "Eine Sprecherin nannte keine Summe für die Reparatur", "Die Straßenbahn fuhr fast den ganzen Winter nicht"),
    "fr": ("Le conseil d'Arnsville a voté le maintien du bac de nuit pour un an", "Des ingénieurs ont trouvé des fissures dans deux des quatre portes de l'écluse", "L'hôpital annonce que le nouveau service aura quarante lits", "Personne n'avait prévenu les pêcheurs de la campagne de mesures", "Une porte-parole n'a pas voulu dire combien coûteront les travaux", "La ligne de tramway est restée fermée presque tout l'hiver"),
    "es": ("El ayuntamiento de Arnedal ha votado mantener el transbordador nocturno un año más", "Los ingenieros hallaron grietas en dos de las cuatro compuertas de la esclusa", "El hospital afirma que la nueva planta tendrá cuarenta camas", "Nadie había avisado a los pescadores de las mediciones", "Una portavoz no quiso decir cuánto costarán las obras", "La línea de tranvía estuvo cerrada casi todo el invierno"),
    "pt": ("A câmara de Arnosa votou a manutenção do barco noturno por mais um ano", "Os engenheiros encontraram fendas em duas das quatro comportas da eclusa", "O hospital diz que a nova ala terá quarenta camas", "Ninguém tinha avisado os pescadores das medições", "Uma porta-voz não quis dizer quanto custarão as obras", "A linha de elétrico esteve fechada quase todo o inverno"),
    "it": ("Il consiglio di Arneto ha votato per mantenere il traghetto notturno un altro anno", "Gli ingegneri hanno trovato crepe in due delle quattro porte della chiusa", "L'ospedale dice che il nuovo reparto avrà quaranta letti", "Nessuno aveva avvertito i pescatori dei rilievi", "Una portavoce non ha voluto dire quanto costeranno i lavori", "La linea del tram è rimasta chiusa quasi tutto l'inverno"),
    "nl": ("De raad van Arnsdam wil de nachtboot nog een jaar laten varen", "Ingenieurs vonden scheuren in twee van de vier deuren van de oude sluis", "Het ziekenhuis zegt dat de nieuwe afdeling veertig bedden krijgt", "Niemand had de vissers over de metingen verteld", "Een woordvoerster wilde niet zeggen wat de reparatie kost", "De tramlijn was het grootste deel van de winter dicht"),
    "sv": ("Fullmäktige i Arnsvik har beslutat att behålla nattfärjan ett år till", "Ingenjörer fann sprickor i två av slussens fyra portar", "Sjukhuset uppger att den nya avdelningen får fyrtio platser", "Ingen hade berättat för fiskarna om mätningen", "En talesperson ville inte säga vad reparationen kostar", "Spårvägen var stängd under större delen av vintern"),
    "pl": ("Rada Arnowa postanowiła utrzymać nocny prom przez kolejny rok", "Inżynierowie znaleźli pęknięcia w dwóch z czterech wrót starej śluzy", "Szpital podaje, że nowy oddział będzie miał czterdzieści łóżek", "Nikt nie powiedział rybakom o pomiarach", "Rzeczniczka nie chciała podać kosztów naprawy", "Linia tramwajowa była zamknięta przez większość zimy"),
    "ru": ("Совет Арнска решил сохранить ночной паром ещё на год", "Инженеры нашли трещины в двух из четырёх ворот старого шлюза", "В больнице сообщили, что в новом отделении будет сорок коек", "Рыбакам никто не сказал об измерениях", "Представитель не назвала стоимость ремонта", "Трамвайная линия была закрыта почти всю зиму"),
    "tr": ("Arnköy meclisi gece vapurunun bir yıl daha sürmesine karar verdi", "Mühendisler eski havuzun dört kapısından ikisinde çatlak buldu", "Hastane yeni serviste kırk yatak olacağını söylüyor", "Balıkçılara ölçümlerden kimse söz etmemişti", "Bir sözcü onarımın ne kadar tutacağını söylemedi", "Tramvay hattı kışın büyük bölümünde kapalıydı"),
    "ja": ("新浜市議会は夜間フェリーの運航をもう一年続けることを決めた", "技術者は古い閘門の四つの扉のうち二つに亀裂を見つけた", "病院によると新しい病棟には四十床が置かれる", "漁業者には測量のことを誰も知らせていなかった", "広報担当者は修理の費用を明らかにしなかった", "路面電車は冬のほとんどの間運休していた"),
    "zh": ("新浜市议会决定将夜间渡轮再运营一年", "工程师在旧船闸的四扇闸门中发现两扇有裂缝", "医院表示新病房将有四十张床位", "没有人把测量的事告诉渔民", "发言人拒绝透露维修费用", "有轨电车在冬季大部分时间停运"),
    "ko": ("신포시 의회는 야간 여객선을 한 해 더 운항하기로 했다", "기술자들은 낡은 갑문의 네 문 가운데 두 곳에서 균열을 찾았다", "병원은 새 병동에 병상 마흔 개를 둔다고 밝혔다", "어민들에게 측량을 알린 사람은 없었다", "대변인은 수리 비용을 밝히지 않았다", "전차 노선은 겨울 내내 거의 운행하지 않았다"),
    "ar": ("قرر مجلس بلدة العرنوس الإبقاء على العبارة الليلية سنة أخرى", "وجد المهندسون شقوقا في اثنتين من بوابات القفل القديم الأربع", "يقول المستشفى إن القسم الجديد سيضم أربعين سريرا", "لم يخبر أحد الصيادين بأعمال المسح", "رفضت المتحدثة ذكر كلفة الإصلاح", "ظل خط الترام مغلقا معظم الشتاء"),
}  # fmt: skip
_STOP = {"ja": "。", "zh": "。"}
_NAMES = {
    "en": ("Harriet Lowe", "Tom Ashdown"), "de": ("Wiebke Thaden", "Jörg Petersen"), "fr": ("Solène Kervran", "Hugo Marsac"),
    "es": ("Lucía Arribas", "Íñigo Saldaña"), "pt": ("Inês Carvalhal", "Rui Mourato"), "it": ("Chiara Bellandi", "Ugo Ferrante"),
    "nl": ("Sanne de Wit", "Joris Hoekstra"), "sv": ("Elin Sandvall", "Åke Norrby"), "pl": ("Zofia Wilczek", "Łukasz Górny"),
    "ru": ("Анна Лесная", "Пётр Громов"), "tr": ("Elif Şahbaz", "Kerem Doğan"), "ja": ("佐藤美咲", "田中健一"), "zh": ("李明华", "王小雨"),
    "ko": ("김하늘", "박서준"), "ar": ("ليلى حداد", "سامي نصار"),
}  # fmt: skip
_PAPERS = {
    "en": "The Arnsby Mercury", "de": "Arnsbütteler Bote", "fr": "La Voix d'Arnsville", "es": "El Faro de Arnedal", "pt": "Jornal de Arnosa",
    "it": "Il Corriere di Arneto", "nl": "Dagblad van Arnsdam", "sv": "Arnsviks Allehanda", "pl": "Kurier Arnowski", "ru": "Арнский вестник",
    "tr": "Arnköy Postası", "ja": "新浜新聞", "zh": "新浜日报", "ko": "신포일보", "ar": "جريدة العرنوس",
}  # fmt: skip
LOCALES = {"en": "en_GB", "pt": "pt_PT"}


def sentences(lang: str, luck: random.Random, count: int) -> list[str]:
    """Return different sentences, then the same ones again if there are not enough."""
    known = list(_SENTENCES[lang])
    luck.shuffle(known)
    return [known[n % len(known)] + _STOP.get(lang, ".") for n in range(count)]


def name(lang: str, luck: random.Random) -> str:
    """Return the name of a person."""
    return luck.choice(_NAMES[lang])


def paper(lang: str) -> str:
    """Return the name of the one paper of a language."""
    return _PAPERS[lang]


def long_date(day: dt.date, lang: str) -> str:
    """Return a day as it is printed in a language, by CLDR."""
    return format_date(day, "long", locale=LOCALES.get(lang, lang))


def full_date(day: dt.date, lang: str) -> str:
    """Return a day with its weekday as it is printed in a language, by CLDR."""
    return format_date(day, "full", locale=LOCALES.get(lang, lang))
