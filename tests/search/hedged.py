"""Long texts in which a word stands far behind the hedge and the speaker of its sentence, in each language that has a pack."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from mkdocs_briefings.text.languages import LANGUAGES, Language

WORD = "zephyrs"
"""The word that is looked for."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What sentences of a language are made of."""

    filler: str
    speakers: tuple[str, ...]
    hedges: tuple[str, ...]
    """Some of the pack's; a test holds them against its pattern."""
    between: tuple[str, ...]
    """What parts a hedge from the word: full stops that end nothing, marks, brackets."""
    end: str = "."
    space: str = " "


WORDS = {
    "en": _Words(
        "Nobody doubts the tide.",
        ("U.S. Senator Vale's office said that", "According to Dr. J. Ames of Vale Inc.,", "In a note of 3 March the firm denied that"),
        ("may", "could", "reportedly", "allegedly", "is likely to"),
        ("in spite of No. 5, Art. 12 and 3.5 per cent. of the vote", '(see "Vale v. Ames", p. 12, e.g. the annex)', "as the St. Ives Gazette etc. wrote", "between Jan. 3 and Sept. 9, at 5 p.m. local time,"),
    ),
    "de": _Words(
        "Niemand zweifelt an der Flut.",
        ("Laut Dr. J. Ames von der Vale & Co. KG", "Das Büro von Senatorin Vale teilte am 3. März mit, dass", "Die Firma bestritt, dass"),
        ("könnte", "dürfte", "womöglich", "vielleicht", "wahrscheinlich"),
        ("trotz Nr. 5, Art. 12 Abs. 3 und 3,5 Mio. Euro", "(vgl. S. 12, z. B. den Anhang, u. a. auch „Vale“)", "am 3. März bzw. am 9. Sept. um 17 Uhr", "nach Angaben der St. Iveser Zeitung usw."),
    ),
    "fr": _Words(
        "Personne ne doute de la marée.",
        ("Selon M. J. Ames, de Vale S.A.,", "Le bureau de Mme Vale a dit le 3 mars que", "La société nie que"),
        ("pourrait", "peut", "peut-être", "devrait"),
        ("malgré l’art. 12, le n° 5 et 3,5 p. 100 des voix", "(cf. p. 12, «\u00a0Vale\u00a0», etc., en annexe)", "du 3 janv. au 9 sept., à 17 h,"),
    ),
    "es": _Words(
        "Nadie duda de la marea.",
        ("Según el Dr. J. Ames, de Vale S.A.,", "La oficina de la Sra. Vale dijo el 3 de marzo que", "La empresa niega que"),
        ("podría", "puede", "quizá", "tal vez"),
        ("pese al art. 12, al núm. 5 y al 3,5 % de los votos", "(véase la pág. 12, «Vale», etc.)", "entre el 3 de ene. y el 9 de sept., a las 17 h,"),
    ),
    "ja": _Words("潮を疑う者はいない。", ("ベイル議員の事務所は三月三日、", "エイムズ博士（ベイル社）によると、"), ("可能性", "見込み", "見通し"), ("「第五号」、３.５％の票、附属書（第一二頁）", "一月三日から九月九日まで、"), "。", ""),
    "zh": _Words("没有人怀疑潮水。", ("据维尔参议员办公室三月三日称，", "艾姆斯博士（维尔公司）说，"), ("可能", "或许", "也许", "据称"), ("“第五号”、3.5%的选票、附件（第12页）", "从1月3日到9月9日，"), "。", ""),
    "ar": _Words("لا أحد يشك في المد.", ("قال مكتب السيناتور فيل يوم 3 مارس إن الشركة", "وفقا للدكتور ج. أيمز من شركة فيل،"), ("قد", "ربما", "يمكن"), ("رغم المادة 12 والرقم 5 و3.5 في المئة من الأصوات", "(انظر ص. 12 والملحق)")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """A text with the word, and the sentence of which nothing may be left out."""

    text: str
    sentence: str


def pack(lang: str) -> Language:
    return LANGUAGES[lang]


def told(lang: str, count: int) -> list[Hit]:
    """Draw texts of a language, the same each time."""
    words, draw = WORDS[lang], Random(f"{lang}-hedged")  # noqa: S311, no secret
    made = []
    for _ in range(count):
        between = draw.sample(words.between, k=draw.randint(1, len(words.between)))
        parts = [draw.choice(words.speakers), draw.choice(words.hedges), *between, WORD]
        sentence = words.space.join(parts) + words.end
        around = words.space.join([words.filler] * draw.randint(20, 26))
        made.append(Hit(words.space.join((around, sentence, around)), sentence))
    return made


def hedge_of(lang: str, hit: Hit) -> bool:
    """Whether the pack itself sees that the sentence is hedged."""
    return re.search(pack(lang).hedges, hit.sentence, re.IGNORECASE) is not None
