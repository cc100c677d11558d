"""Sentences that say "rose" where their evidence says "fell"."""

from __future__ import annotations

import functools
import re
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.clauses import clause_spans, piece_marks
from mkdocs_briefings.rules.doubting import best_pieces, cited, doubt, found, unquoted
from mkdocs_briefings.rules.patterns import compiled
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.said import ASSERTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.doubting import TakenUp
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.quotation import Span

RULE = Rule(
    "opposite-word",
    Severity.DOUBT,
    "A sentence has a word, and what it takes up has its opposite.",
    "A direction that is turned round looks as plausible as the right one.",
    "`Sales rose [@sales].`, where the article has “fell”",
    "Correct the word, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find words whose opposite is in the evidence, and not they themselves."""
    text = unquoted(said)
    taken: list[TakenUp] | None = None
    for span, other in _by_prefix(evidence, said, text):
        taken = cited(evidence, said)
        words = " ".join(text for one in taken for text, _ in one.texts).lower()
        if (
            re.search(rf"\b{other}\b", words)
            and said.pack
            and not found(text[max(0, span[0] - _NEAR) : span[0]], said.pack, "negations")
            and not re.search(rf"(?:{said.pack.negations})\W+(?:\w+\W+)?{other}\b", words)
        ):
            yield doubt(RULE, said, span, f"“{text[slice(*span)]}”, and what is cited has “{other}”", taken)
    for span in clause_spans(text, said.pack) if said.pack else ():
        for number, pair in enumerate(pairs(said.pack) if said.pack else ()):
            for mine, other in (pair, pair[::-1]):
                word = compiled(mine).search(text, *span)
                if word is None or compiled(other).search(text, *span) or _is_negated(said, text, word):
                    continue
                taken = cited(evidence, said) if taken is None else taken
                if (
                    taken
                    and not (number == 0 and _RATES.search(text, *span))
                    and _is_turned(said, taken, span, number, pair.index(mine))
                    and not (number == _LESS and not _is_of_same(said, taken, word, other))
                ):
                    yield doubt(
                        RULE,
                        said,
                        word.span(),
                        f"“{word[0]}”, and what is cited has only its opposite",
                        taken,
                    )


@functools.cache
def pairs(pack: Language) -> tuple[tuple[str, str], ...]:
    """All pairs of opposites of a language, in all languages in the same order; a language may have no first ones."""
    none = (r"(?!)", r"(?!)")
    return (*pack.opposites, *(none for _ in range(_PAIRS - len(pack.opposites))), *pack.course.opposites)


_PAIRS = 7
_LESS = _PAIRS + 1
"""The pair of "less" and "more", which compare only what follows them."""
_NEXT = re.compile(r"\W+(\w{4,})")


def _is_of_same(said: OwnSentence, taken: Sequence[TakenUp], word: re.Match[str], other: str) -> bool:
    """Whether the evidence has the opposite right before the word that follows ours."""
    following = _NEXT.match(said.text, word.end())
    if following is None:
        return False
    again = re.compile(rf"(?:{other})\W+{re.escape(following[1][:_LEAST])}", re.IGNORECASE)
    return any(again.search(text) for one in taken for text, _ in one.texts)


def _is_negated(said: OwnSentence, text: str, word: re.Match[str]) -> bool:
    """Whether a word is negated, or bounds a number."""
    pack = said.pack
    if pack is None or found(word[0], pack, "at_least") or found(word[0], pack, "at_most"):
        return True
    return bool(found(text[max(0, word.start() - _NEAR) : word.start()], pack, "negations"))


# Prices that rise more slowly make inflation fall.
_RATES = re.compile(
    r"\b(?:inflation\w*|growth|pace|teuerung\w*|wachstum\w*|tempo|croissance|rythme|inflación|crecimiento|ritmo)\b|增速|涨幅|通胀|インフレ|上昇率|伸び率",
    re.IGNORECASE,
)


_PREFIX = {
    "en": re.compile(r"un|in(?=[^bmplr])|im(?=[bmp])|il(?=l)|ir(?=r)|dis|non-?"),
    "de": re.compile(r"un"),
    "fr": re.compile(r"in(?=[^bmplr])|im(?=[bmp])|il(?=l)|ir(?=r)|non-"),
    "es": re.compile(r"in(?=[^bmplr])|im(?=[bmp])|i(?=[lr])|des"),
}
"""What turns a word round in each language, joined to it."""
_LEAST = 5
_NEAR = 10
"""Characters before a word in which a negation turns it round."""
# "Form" is in "inform", and not turned round by it.
_OTHER_WORDS = re.compile(
    r"(?:form|creas|deed|side|tend|vent|come|stall|press|pact|port|vest|cover|charg|play|clos|count|flu|dustr|ter|stan|stit|quir|posi|medi|"
    r"divid|clu|cid|struc|puls|spir|spec|dica|her|jur|sist|sul|tel|vol|ver|voc|serv|cour|cuss|tanc|tinc|tribut|turb|miss|plo|solv|ord|pro|pos|"
    r"empl|echa|arroll|taca|pué|crip|cub|pach|pid|tin|ple|mens|gef|wel|fall|ters)\w*"
)
_WORDS = re.compile(r"[^\W\d_]+")


def _turned(text: str, pack: Language) -> dict[str, str]:
    """The words of a text that a prefix turns round, by what is left without it."""
    prefix = _PREFIX[pack.code]
    made = {}
    for word in _WORDS.findall(text.lower()):
        start = prefix.match(word)
        plain = word[start.end() :] if start else ""
        if len(plain) >= _LEAST and not _OTHER_WORDS.fullmatch(plain):
            made[plain] = word
    return made


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(text))


def _by_prefix(evidence: Evidence, said: OwnSentence, text: str) -> Iterator[tuple[Span, str]]:
    """Words of which the evidence has only the opposite that a prefix makes: "unlawful" for "lawful", or the other way."""
    pack = said.pack
    if pack is None or pack.code not in _PREFIX or any(one.pack is not pack for one in said.supports):
        return
    theirs: dict[str, str] = {}
    for support in said.supports:
        theirs |= evidence.once(("turned", support.words), partial(_turned, support.words, pack))
    mine = {whole: plain for plain, whole in _turned(text, pack).items()}
    if not theirs and not mine:
        return
    there = frozenset[str]().union(
        *(evidence.once(("words", one.words), partial(_words, one.words)) for one in said.supports)
    )
    for match in _WORDS.finditer(text.lower()):
        word = match[0]
        other = mine.get(word) if mine.get(word) in there else theirs.get(word)
        if other and word not in there:
            yield match.span(), other


def _is_turned(said: OwnSentence, taken: Sequence[TakenUp], span: Span, number: int, side: int) -> bool:
    """Whether of a pair of words all that a clause takes up has the other one alone, in whatever language."""
    clause = said.text[slice(*span)]
    pieces = [piece for one in taken for piece in best_pieces(said, clause, [one], piece_marks)]
    for one in pieces:
        pair = pairs(one.pack)[number]
        if compiled(pair[side]).search(one.text):
            return False
    return any(compiled(pairs(one.pack)[number][1 - side]).search(one.text) for one in pieces)


ROW = OfSentences(RULE, check, ASSERTED | {"note"})
