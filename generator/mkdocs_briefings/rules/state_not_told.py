"""Report sentences that give a measure a state that nothing they cite gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.row import OfSentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence, Support
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language

RULE = Rule(
    "state-not-told",
    Severity.ERROR,
    "A sentence gives a measure a state that nothing it cites gives.",
    "A proposal is not a rule, and a rule that has been issued may not be in force yet.",
    "`The ban was issued [@proposed].`, where the claim has `state: {ban: proposed}`",
    "Use the word for the state in the claim, or cite a claim that gives the other state.",
)


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
_ENDED = frozenset({"suspended", "withdrawn", "revoked", "dropped", "expired"})
_MEASURE = re.compile(
    r"\b(?:rule|measure|ban|plan|regulation|control|sanction|permit|order|restriction|proposal|tariff|curb|law|bill|act|licen[cs]e)s?\b",
    re.IGNORECASE,
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find sentences that have a measure in a state which nothing cited tells."""
    if _STATE_WORDS.isdisjoint(said.words) or not _is_of_measure(evidence, said):
        return
    states = frozenset().union(*(support.states for support in said.supports))
    for state, form in _TOLD.items():
        for match in form.finditer(said.text):
            if states & _STATES[state][1] or any(form.search(support.words) for support in said.supports):
                continue
            if any(start <= match.start() < end for start, end in said.quoted):
                continue
            if any(_told_otherwise(support, state) for support in said.supports):
                continue
            if state == "issued" and not states and not any(map(_is_planned, said.supports)):
                continue  # such words are common, and nothing cited contradicts them
            cited = f"the state {' or '.join(f'“{one}”' for one in sorted(states))}" if states else "no state"
            message = f"“{match[0]}”, but what is cited gives {cited}"
            yield RULE.at(said.at(*match.span()), message)


def _is_planned(support: Support) -> bool:
    """Whether a source has words for a state that comes before a measure is issued."""
    pack = support.pack
    return pack is not None and not states_told(support.words, pack).isdisjoint({"proposed", "considered"})


def _told_otherwise(support: Support, state: str) -> bool:
    """Whether a source has another word of the family of a state: in another language, or "halted" for "suspended"."""
    pack = support.pack
    if pack is None:
        return True
    family = "issued" if state == "banned" else state
    return (pack.code != "en" or state in _ENDED) and is_of_family(family, support.words, pack)


def states_told(words: str, pack: Language) -> frozenset[str]:
    """Return the states that a text has verbs for; in other languages than English those that are seldom meant by chance."""
    if pack.code == "en":
        return frozenset(state for state, form in _TOLD.items() if state != "banned" and form.search(words))
    start = r"(?<!\w)" if pack.spaced else ""
    return frozenset(
        state for state in _CERTAIN if re.search(rf"{start}(?:{pack.states[state]})", words, re.IGNORECASE)
    )


_CERTAIN = ("in force", "suspended", "withdrawn", "revoked", "expired")
_ALIKE = (frozenset({"issued", "in force"}), frozenset({"withdrawn", "revoked", "dropped"}))


def alike(state: str) -> frozenset[str]:
    """Return a state and those that the same words may tell."""
    return next((some for some in _ALIKE if state in some), frozenset({state}))


def is_of_family(state: str, words: str, pack: Language) -> bool:
    """Whether a text has any word of a state's family, in its language."""
    return re.search(pack.states[state], words, re.IGNORECASE) is not None


def _is_of_measure(evidence: Evidence, said: OwnSentence) -> bool:
    entities = evidence.corpus.entities
    named = any(one.entity in entities and entities[one.entity].kind == "measure" for one in said.named)
    return named or any(support.states for support in said.supports) or bool(_MEASURE.search(said.text))


ROW = OfSentences(RULE, check)
