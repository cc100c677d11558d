"""Rules about what is asserted: no "not" is lost on the way, no proposal becomes a rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.model.codes import voice_codes as codes
from mkdocs_briefings.rules.word_forms import content_words, plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.corpus import Claim
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.said import Said
    from mkdocs_briefings.rules.support import Desk

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
# Words in which a "not" of the evidence may well be told.
# fmt: off
_STANDS_FOR = frozenset((
    "keep", "keeps", "kept", "instead", "rather", "only", "stop", "stops", "stopped", "stopping",
    "absence", "absent", "differ", "differs", "differing", "open", "unfounded", "ineffective", "uncertain", "undecided",
))
# fmt: on
# "Not who is in charge but whether": a text may well take up what follows the "but" alone.
_NOT_BUT = re.compile(r"\bnot\b[^.;:]{0,200}\bbut\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:]\s|\s(?:and|but|while)\s")
_TAKEN_UP = 0.4
"""The share of a claim's words that a clause has if it tells that claim."""


@dataclass(frozen=True, slots=True)
class _Signs:
    """How a text negates: how often by "not" and the like, by which words of their own."""

    plain: int
    half: frozenset[str]
    other: bool

    @property
    def negates(self) -> bool:
        return self.plain > 0 or bool(self.half)

    def lost_in(self, told: _Signs) -> bool:
        """Whether a text that should say the same has no negation for this one's."""
        if told.half - self.half or told.other:
            return False
        return told.plain < min(self.plain, _MOST) or (not told.plain and bool(self.half - told.half))


_MOST = 2
"""Two negations say the opposite of one; what more of them say, nobody can tell."""


def _signs(words: Sequence[str]) -> _Signs:
    there = frozenset(words)
    if _MAY_NEGATE.isdisjoint(there):
        return _NONE
    plain = sum(word in _NOT for word in words)
    half = frozenset(_HALF[word] for word in there if word in _HALF)
    return _Signs(plain, half, not _STANDS_FOR.isdisjoint(there))


_NONE = _Signs(0, frozenset(), other=False)
_MAY_NEGATE = _NOT | frozenset(_HALF) | _STANDS_FOR


def negations(text: str) -> tuple[str, ...]:
    """The words with which a text negates, in small letters, as often as they stand in it."""
    return tuple(word for word in plain_words(text) if word in _NOT or word in _HALF)


def negation_lost_in_text(claim: Claim, said: Said) -> Iterator[Problem]:
    """Find texts of claims that lose or gain a negation on the way from their passages."""
    texts = (" ".join(passage.words) for passage in claim.passages)
    passages = [_signs(plain_words(_NOT_BUT.sub("", text) if "ot " in text else text)) for text in texts]
    told = _signs(said.words)
    if all(one.lost_in(told) for one in passages):
        yield codes.NEGATION_LOST.at(said.place, "the passage negates, the text does not")
    elif all(told.lost_in(one) for one in passages):
        yield codes.NEGATION_LOST.at(said.place, "the text negates, the passage does not")


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


def negation_lost(desk: Desk, said: Said) -> Iterator[Problem]:
    """Find sentences that lose the negation of the claims that they cite, or of what they say of the sources."""
    if said.part == "title":
        return
    told = _signs(said.words)
    for hollow in _HOLLOW.finditer(said.text) if not _HOLLOW_WORDS.isdisjoint(said.words) else ():
        clause = _BEFORE_HOLLOW.split(said.text[: hollow.start()])[-1]
        if not _signs(plain_words(clause + hollow[0])).negates:
            message = f"“{hollow[0]}”, and it is not told: is a “not” missing?"
            yield codes.NEGATION_LOST.at(said.at(*hollow.span()), message)
            return
    claims = [claim for ref in said.cited if (claim := desk.corpus.claims.get(ref)) and claim.analysed]
    signs = [_signs_of(desk, claim) for claim in claims]
    if not any(one.negates for one in signs):
        return
    if (all(one.lost_in(told) for one in signs) and _speaks_of(claims, said)) or any(
        _lost_in_clause(claim, said) for claim, one in zip(claims, signs, strict=True) if one.plain
    ):
        yield codes.NEGATION_LOST.at(said.at(0, 20), "what is cited negates, the sentence does not")


def _speaks_of(claims: Sequence[Claim], said: Said) -> bool:
    """Whether a sentence has any word of the claims that it cites."""
    words = set(content_words(said.text)) - _SMALL
    return any(not words.isdisjoint(content_words(claim.text.text)) for claim in claims)


def _signs_of(desk: Desk, claim: Claim) -> _Signs:
    signs = desk.once(("signs", claim.ref), lambda: _signs(plain_words(claim.text.text)))
    return _Signs(signs.plain, signs.half | {"den"}, signs.other) if claim.denies else signs


def _lost_in_clause(claim: Claim, said: Said) -> bool:
    """Whether a clause of the claim that negates is told by a clause of the sentence that does not."""
    told: list[tuple[str, set[str]]] = []
    for own in _CLAUSE.split(claim.text.text):
        signs = _signs(plain_words(own))
        words = {word for word in content_words(own) if word not in _SMALL} if signs.plain else set()
        if not words:
            continue
        told = told or [(clause, set(content_words(clause))) for clause in _CLAUSE.split(said.text)]
        shares = [len(words & there) / len(words) for _, there in told]
        if max(shares) >= _TAKEN_UP and signs.lost_in(
            _signs(plain_words(told[shares.index(max(shares))][0]))
        ):
            return True
    return False


# fmt: off
_SMALL = _NOT | frozenset((
    "a", "an", "the", "of", "in", "on", "to", "with", "for", "by", "at", "as", "and", "or",
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "it", "its",
    "they", "their", "he", "his", "she", "her", "that", "which", "this", "these", "there", "any", "would", "could",
    "may", "might", "will", "than", "more",
))
# fmt: on


_ISSUED = (
    r"\bissued\b|\bissues(?=\s(?:a|an|the|its|new|interim|final)\b)|\bestablish(?:es|ed)\b|\bimpos(?:es|ed)\b"
    r"|\benact(?:s|ed)\b|\badopt(?:s|ed)\b|\bintroduc(?:es|ed)\b"
)
_BAN = r"\bban(?:s|ned)\b|\bprohibit(?:s|ed)\b|\bbar(?:s|red)\b|\boutlaw(?:s|ed)\b"
_STATES = {
    "proposed": (r"\bpropos(?:e|es|ed|al|als)\b", {"proposed"}),
    "issued": (_ISSUED, {"issued", "in force"}),
    "in force": (
        r"\bin(?:to)?\s(?:force|effect)\b|\btakes?\seffect\b|\btook\seffect\b|\bimplement(?:s|ed)?\b",
        {"in force"},
    ),
    "banned": (_BAN, {"issued", "in force"}),
    "suspended": (r"\bsuspend(?:s|ed)\b|\bpaus(?:es|ed)\b", {"suspended"}),
    "withdrawn": (r"\bwithdr(?:aws|ew|awn)\b", {"withdrawn"}),
    "revoked": (r"\brevok(?:es|ed)\b|\brescind(?:s|ed)\b|\brepeal(?:s|ed)\b", {"revoked"}),
    "dropped": (r"\bdrop(?:s|ped)\b|\babandon(?:s|ed)\b|\bscrap(?:s|ped)\b|\bshelv(?:es|ed)\b", {"dropped"}),
    "expired": (r"\bexpir(?:es|ed)\b|\blaps(?:es|ed)\b", {"expired"}),
}
_TOLD = {state: re.compile(words, re.IGNORECASE) for state, (words, _) in _STATES.items()}
# The words of all these patterns, to look for first.
_STATE_WORDS = frozenset(
    f"{stem}{end}"
    for stem, ends in {
        "propos": "e es ed al als", "issue": "s d", "establish": "es ed", "impos": "es ed", "enact": "s ed", "adopt": "s ed",
        "introduc": "es ed", "force": "-", "effect": "-", "implement": "- s ed", "ban": "s ned", "prohibit": "s ed",
        "bar": "s red", "outlaw": "s ed", "suspend": "s ed", "paus": "es ed", "withdr": "aws ew awn", "revok": "es ed",
        "rescind": "s ed", "repeal": "s ed", "drop": "s ped", "abandon": "s ed", "scrap": "s ped", "shelv": "es ed",
        "expir": "es ed", "laps": "es ed",
    }.items()
    for end in ends.replace("-", "").split(" ")
)  # fmt: skip


def state_not_told(desk: Desk, said: Said) -> Iterator[Problem]:
    """Find sentences that have a measure in a state which nothing cited tells."""
    if _STATE_WORDS.isdisjoint(said.words) or not _is_of_measure(desk, said):
        return
    states = frozenset().union(*(support.states for support in said.supports))
    for state, form in _TOLD.items():
        for match in form.finditer(said.text):
            if states & _STATES[state][1] or any(form.search(support.words) for support in said.supports):
                continue
            if any(start <= match.start() < end for start, end in said.quoted):
                continue
            told = " or ".join(f"“{one}”" for one in sorted(states)) or "none"
            message = f"“{match[0]}”, and of states what is cited tells {told}"
            yield codes.STATE_NOT_TOLD.at(said.at(*match.span()), message)


_MEASURE = re.compile(
    r"\b(?:rule|measure|ban|plan|regulation|control|sanction|permit|order|restriction|proposal|tariff|curb|law|bill|act|licen[cs]e)s?\b",
    re.IGNORECASE,
)


def _is_of_measure(desk: Desk, said: Said) -> bool:
    entities = desk.corpus.entities
    named = any(one.entity in entities and entities[one.entity].kind == "measure" for one in said.named)
    return named or any(support.states for support in said.supports) or bool(_MEASURE.search(said.text))
