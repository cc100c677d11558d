"""Sentences that lose or gain a “not” on the way from their evidence."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.clauses import either
from mkdocs_briefings.rules.doubting import found, negates, turned, without_bounds, word_pieces
from mkdocs_briefings.rules.patterns import compiled
from mkdocs_briefings.rules.pieces import pieces
from mkdocs_briefings.rules.polarity import negated
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.word_forms import content_words, plain_words
from mkdocs_briefings.text.frozen import dataclass
from mkdocs_briefings.text.languages import language_of
from mkdocs_briefings.text.languages.english import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.corpus import Claim
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language

RULE = Rule(
    "negation-lost",
    Severity.WARNING,
    "The evidence has a negation such as “not” and the sentence has none, or the other way round.",
    "One missing word turns a statement into its opposite.",
    "`text: The firm does business in the US.`, quoted “as it does not conduct business in the U.S.”",
    "Correct the text, or quote all that it depends on; if both mean the same, use the word that the source uses.",
)


# fmt: off
_NOT = frozenset((
    "not", "no", "nor", "never", "neither", "without", "cannot", "none", "nobody", "nothing", "nowhere",
    "isn't", "aren't", "wasn't", "weren't", "don't", "doesn't", "didn't", "hasn't", "haven't", "hadn't", "ain't", "can't",
    "couldn't", "won't", "wouldn't", "shan't", "shouldn't", "mustn't", "mightn't", "needn't", "oughtn't", "daren't",
))
# fmt: on
# Words that negate by themselves, each by its stem.
_HALF = {
    stem + end: stem
    for stem, ends in {
        "den": "y ies ied ial ials ying",
        "reject": "- s ed ing ion",
        "refus": "e es ed ing al",
        "fail": "- s ed ing ure",
        "prevent": "- s ed ing",
        "lack": "- s ed ing",
        "unclear": "-",
        "unknown": "-",
        "unlikely": "-",
        "unable": "-",
    }.items()
    for end in ends.replace("-", "").split(" ")
}  # fmt: skip
# "Not who is in charge but whether": a text may well take up what follows the "but" alone.
_NOT_BUT = re.compile(r"\bnot\b[^.;:]{0,200}\bbut\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:]\s|\s(?:and|but|while)\s")
_TAKEN_UP = 0.4
"""The share of a claim's words that a clause has if it says that claim."""


@dataclass(frozen=True, slots=True)
class _Signs:
    """How a text negates: how often by "not" and the like, by which words of their own."""

    plain: int
    half: frozenset[str]
    text: str
    pack: Language

    @property
    def negates(self) -> bool:
        return self.plain > 0 or bool(self.half)

    @property
    def once(self) -> _Signs:
        """The same, however many words negate."""
        return replace(self, plain=int(self.negates), half=frozenset())

    def lost_in(self, told: _Signs) -> bool:
        """Return whether a text that should say the same has no negation for this one's."""
        if told.half - self.half:
            return False
        if told.plain < min(self.plain, _MOST) or (not told.plain and bool(self.half - told.half)):
            # "Was acquitted" may well tell "was not found guilty": a word that the other text has as well tells nothing.
            return turned(told.text, told.pack) <= turned(self.text, self.pack)
        return False


_MOST = 2
"""Two negations say the opposite of one; what more of them say, nobody can tell."""


def _signs(words: Sequence[str], text: str) -> _Signs:
    """How an English text negates."""
    there = frozenset(words)
    if _MAY_NEGATE.isdisjoint(there):
        return _Signs(0, frozenset(), text, ENGLISH)
    plain = sum(word in _NOT for word in words)
    half = frozenset(_HALF[word] for word in there if word in _HALF)
    if not _DECLINES.isdisjoint(there) and _DECLINES_TO.search(text):
        half |= {"refus"}
    return _Signs(plain, half, text, ENGLISH)


_DECLINES = frozenset(("decline", "declines", "declined", "declining"))
_DECLINES_TO = re.compile(r"\bdeclin\w+\s+to\b", re.IGNORECASE)
_MAY_NEGATE = _NOT | frozenset(_HALF) | _DECLINES
_BEGINNING = 3


def _signs_in(text: str, pack: Language | None) -> _Signs:
    """How a text in a language negates; without a pack nobody can say."""
    if pack is None:
        return _Signs(0, frozenset(), "", ENGLISH)
    if pack.code == "en":
        text = _NOT_BUT.sub("", text) if "ot " in text else text
        signs = _signs(plain_words(text), text)
        return _signs(plain_words(without_bounds(text, pack)), text) if signs.plain else signs
    plain = sum(1 for _ in compiled(pack.negations).finditer(text))
    if plain:
        plain = sum(1 for _ in compiled(pack.negations).finditer(without_bounds(text, pack)))
    half = frozenset(match[0].lower()[:_BEGINNING] for match in compiled(pack.half_negations).finditer(text))
    return _Signs(plain, half, text, pack)


def _word(signs: Sequence[_Signs]) -> str:
    """The first word by which any of some texts negates."""
    for one in signs:
        for pattern in (one.pack.negations, one.pack.half_negations):
            if match := compiled(pattern).search(one.text):
                return match[0]
    return "not"


def _without_hedges(text: str, pack: Language) -> str:
    """A text without what only seems to negate: "does not rule out" says that it may be."""
    negation = compiled(pack.negations)
    return compiled(pack.hedges).sub(lambda match: "" if negation.search(match[0]) else match[0], text)


def negations(text: str) -> tuple[str, ...]:
    """Return the words with which a text negates, in small letters, as often as they are in it."""
    return tuple(word for word in plain_words(text) if word in _NOT or word in _HALF)


# That something is told, without telling it: so speaks a sentence that has lost its "not".
_TOLD_VERBS = "give|state|tell|sa[yi]|report|name|indicate|specif[yi]|disclose|explain|identif[yi]|mention|show|confirm|bear"
_HOLLOW = re.compile(
    rf"\b(?:is|are|was|were)\s(?:given|told|said|shown|(?:{_TOLD_VERBS})e?d)(?=[.;:]|$)"
    rf"|\b(?:do|does|did)\s(?:{_TOLD_VERBS})\b|\b(?:says?|tells?|said|told|indicates?|reports?)\swhether\b"
    r"|\b(?:gives?|reports?|names?|tells?|states?)\s(?:(?:a|an|the|any)\s)?(?:\w+\s)?"
    r"(?:answer|decision|finding|reason|outcome|result|somebody|anybody|anything)(?=[.;:,]|$|\sand\b)",
    re.IGNORECASE,
)
# fmt: off
_HOLLOW_WORDS = frozenset((
    "is", "are", "was", "were", "do", "does", "did", "whether", "answer",
    "decision", "finding", "reason", "outcome", "result", "somebody", "anybody", "anything",
))
# fmt: on
_BEFORE_HOLLOW = re.compile(r"[;:]\s|,\sand\s")


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Hold a sentence against the claims that it cites, the text of a claim against its passages."""
    if hollow := next(_hollow(said), None):
        yield hollow
    elif _is_in_same_words(said):
        yield from _checked(evidence, said, sure=True)


def unsure(evidence: Evidence, said: OwnSentence) -> Iterator[str]:
    """Find sentences that may lose a negation, though they are in other words, or lack the word that it negates."""
    if not any(check(evidence, said)):
        yield from (problem.message for problem in _checked(evidence, said, sure=False))


_SAME_WORDS = 0.8
"""The share of the words of a sentence that stand in its evidence, if it is told in the same words."""


def _is_in_same_words(said: OwnSentence) -> bool:
    """Whether a sentence is told in the words of its evidence: in others, there is more than one way to tell a "not"."""
    pack = said.pack
    if pack is None:
        return True
    there = "\0".join(one.words for one in said.supports)
    words = pieces(said.text, pack)
    return sum(piece in there for _, piece in words) >= _SAME_WORDS * len(words)


def _checked(evidence: Evidence, said: OwnSentence, *, sure: bool) -> Iterator[Problem]:
    if said.kind == "text":
        return _lost_in_text(evidence.corpus.claims[said.cited[0]], said)
    if said.pack is not None and said.pack.code != "en":
        return _lost_otherwise(evidence, said, sure=sure)
    return _lost(evidence, said, sure=sure)


def _lost_in_text(claim: Claim, said: OwnSentence) -> Iterator[Problem]:
    """Find texts of claims that lose or gain a negation on the way from their passages."""
    tags = said.supports[0].tags
    packs = [language_of(" ".join(passage.words), *tags) for passage in claim.passages]
    texts = [" ".join(passage.words) for passage in claim.passages]
    if said.pack is None or None in packs:
        return
    hedged = compiled(said.pack.hedges).search(said.text)
    read = [
        _without_hedges(text, pack) if hedged and pack else text
        for text, pack in zip(texts, packs, strict=True)
    ]
    passages = [_signs_in(text, pack) for text, pack in zip(read, packs, strict=True)]
    told = _signs_in(_without_hedges(said.text, said.pack) if hedged else said.text, said.pack)
    if any(pack is not said.pack for pack in packs):
        # Languages negate by different numbers of words; which clause is taken up cannot be told either.
        if any(_clauses(pack).search(text) for text, pack in zip(texts, packs, strict=True) if pack):
            return
        passages, told = [one.once for one in passages], told.once
    if all(one.lost_in(told) for one in passages):
        if any(_is_of(one, told, near=False) for one in passages) and not all(
            _tells_other_clause(text, told, pack) for text, pack in zip(texts, packs, strict=True) if pack
        ):
            yield RULE.at(said.place, f"the passage negates (“{_word(passages)}”), the text does not")
    elif all(told.lost_in(one) and _is_of(told, one, near=False) for one in passages):
        yield RULE.at(said.place, f"the text negates (“{_word([told])}”), the passage does not")


def _is_of(one: _Signs, other: _Signs, *, sure: bool = True, near: bool = True) -> bool:
    """Whether another text tells what one negates: of a text in another language, or in other words, nobody can say."""
    if one.pack is not other.pack or not one.plain:
        return True
    if found(other.text, other.pack, "conditions") and not negates(one.text, one.pack):
        return False  # "Without the clinic, they would have to travel": "if it closed".
    if found(one.text, one.pack, "tops") and any(
        found(other.text, other.pack, field) for field in ("firsts", "tops")
    ):
        return False
    words = negated(one.text, one.pack, near=near)
    return not sure or not words or not words.isdisjoint(word_pieces(other.text, spaced=other.pack.spaced))


@functools.cache
def _clauses(pack: Language) -> re.Pattern[str]:
    words = either(pack.joining.equal, pack.joining.contrasting, pack.joining.dependent)
    return re.compile(rf"[,،;:，；、]|\b(?:{words})\b", re.IGNORECASE)


def _tells_other_clause(passage: str, told: _Signs, pack: Language) -> bool:
    """Return whether the clause of the passage that the text has most words of negates no more than the text does."""
    words = _pieces(told.text, spaced=pack.spaced)
    clauses = [clause for clause in _clauses(pack).split(passage) if clause]
    shares = [len(words & _pieces(clause, spaced=pack.spaced)) for clause in clauses]
    best = max(shares, default=0)
    return best > 0 and any(
        share == best and not _signs_in(clause, pack).lost_in(told)
        for share, clause in zip(shares, clauses, strict=True)
    )


def _lost_otherwise(evidence: Evidence, said: OwnSentence, *, sure: bool) -> Iterator[Problem]:
    """Find sentences, in a language whose clauses we cannot tell apart, that lose a negation of what they take up."""
    pack = said.pack
    if pack is None:
        return
    hedged = bool(compiled(pack.hedges).search(said.text))
    told = _signs_in(_without_hedges(said.text, pack) if hedged else said.text, pack)
    claims = [claim for ref in said.cited if (claim := evidence.corpus.claims.get(ref)) and claim.analysed]
    texts = ((claim, claim.text.text) for claim in claims)
    signs = [
        (claim, _signs_in(_without_hedges(text, pack) if hedged else text, pack)) for claim, text in texts
    ]
    lost = [
        (claim, one)
        for claim, one in signs
        if one.negates and one.lost_in(told) and _is_of(one, told, sure=sure)
    ]
    if lost and (len(lost) == len(claims) or any(_takes_up(said, claim) for claim, _ in lost)):
        yield RULE.at(said.at(0, 20), _message([one for _, one in lost]))


def _message(signs: Sequence[_Signs]) -> str:
    return f"what is cited negates (“{_word(signs)}”), the sentence does not"


def _takes_up(said: OwnSentence, claim: Claim) -> bool:
    """Return whether a sentence has a good part of the words of a claim; of its pairs of characters, without spaces."""
    spaced = said.pack is None or said.pack.spaced
    words, there = _pieces(claim.text.text, spaced=spaced), _pieces(said.text, spaced=spaced)
    return bool(words) and len(words & there) >= _TAKEN_UP * len(words)


_LONG = 4


def _pieces(text: str, *, spaced: bool) -> set[str]:
    if spaced:
        return {word.lower()[:6] for word in re.findall(r"[^\W\d_]+", text) if len(word) >= _LONG}
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _lost(evidence: Evidence, said: OwnSentence, *, sure: bool) -> Iterator[Problem]:
    """Find sentences that lose the negation of the claims that they cite, or of what they say of the sources."""
    told = _signs(said.words, said.text)
    claims = [claim for ref in said.cited if (claim := evidence.corpus.claims.get(ref)) and claim.analysed]
    signs = [_signs_of(evidence, claim) for claim in claims]
    if not any(one.negates for one in signs):
        return
    signs = [
        one if _is_of(one, told, sure=sure) else replace(one, plain=0, half=frozenset()) for one in signs
    ]
    if not any(one.negates for one in signs):
        return
    if (all(one.lost_in(told) for one in signs) and _speaks_of(claims, said)) or any(
        _lost_in_clause(claim, said)
        for claim, one in zip(claims, signs, strict=True)
        if one.plain and not told.half - one.half
    ):
        yield RULE.at(said.at(0, 20), _message([one for one in signs if one.negates]))


def _hollow(said: OwnSentence) -> Iterator[Problem]:
    """Find English sentences that say that something is told, and not what."""
    if said.kind == "text" or (said.pack and said.pack.code != "en") or _HOLLOW_WORDS.isdisjoint(said.words):
        return
    for hollow in _HOLLOW.finditer(said.text):
        clause = _BEFORE_HOLLOW.split(said.text[: hollow.start()])[-1]
        if not _signs(plain_words(clause + hollow[0]), clause).negates:
            message = f"“{hollow[0]}”, but the sentence does not say what: is a “not” missing?"
            yield RULE.at(said.at(*hollow.span()), message)


def _speaks_of(claims: Sequence[Claim], said: OwnSentence) -> bool:
    """Return whether a sentence has any word of the claims that it cites."""
    words = set(content_words(said.text)) - _SMALL
    return any(not words.isdisjoint(content_words(claim.text.text)) for claim in claims)


def _signs_of(evidence: Evidence, claim: Claim) -> _Signs:
    text = claim.text.text
    signs = evidence.once(("signs", claim.ref), lambda: _signs(plain_words(text), text))
    return replace(signs, half=signs.half | {"den"}) if claim.denies else signs


def _lost_in_clause(claim: Claim, said: OwnSentence) -> bool:
    """Return whether a clause of the claim that negates is told by a clause of the sentence that does not."""
    told: list[tuple[str, set[str]]] = []
    for own in _CLAUSE.split(claim.text.text):
        signs = _signs(plain_words(own), own)
        words = {word for word in content_words(own) if word not in _SMALL} if signs.plain else set()
        if not words:
            continue
        told = told or [(clause, set(content_words(clause))) for clause in _CLAUSE.split(said.text)]
        shares = [len(words & there) / len(words) for _, there in told]
        best = told[shares.index(max(shares))][0]
        if max(shares) >= _TAKEN_UP and signs.lost_in(_signs(plain_words(best), best)):
            # "Whether it helps, the trial did not show": the clause beside it may negate for both.
            rest = " ".join(clause for clause, there in told if words & there)
            return signs.lost_in(_signs(plain_words(rest), rest))
    return False


# fmt: off
_SMALL = _NOT | frozenset((
    "a", "an", "the", "of", "in", "on", "to", "with", "for", "by", "at", "as", "and", "or",
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "it", "its",
    "they", "their", "he", "his", "she", "her", "that", "which", "this", "these", "there", "any", "would", "could",
    "may", "might", "will", "than", "more",
))
# fmt: on
ROW = OfSentences(RULE, check, kinds=frozenset({"summary", "answer", "text"}))
