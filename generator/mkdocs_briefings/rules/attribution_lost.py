"""Sentences that tell as their own what somebody alleges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.doubting import cited, clauses, doubt, found, unquoted
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.speaking import names_voice, offices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.corpus import Claim
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.doubting import TakenUp
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.quotation import Span

RULE = Rule(
    "attribution-lost",
    Severity.DOUBT,
    "All that a sentence takes up is an allegation, an opinion, or the word of unnamed people; the sentence names no speaker.",
    "Readers take a sentence without a speaker for what is known.",
    "`The firm spied on rivals [@spying].`, where the claim is an allegation",
    "Say whose word it is, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find clauses without a speaker for what only somebody says."""
    if said.kind in {"title", "text"} or said.pack is None:
        return
    taken = cited(evidence, said)
    denied = {one.claim.denies for one in taken}
    # Who denies something does not say that it is so.
    told = [one for one in taken if one.claim.ref in denied or not one.claim.denies]
    text = unquoted(said)
    for span, all_of_it in clauses(said, taken):
        own = [one for one in all_of_it if one in told]
        clause = text[slice(*span)]
        if (
            not own
            or not all(_is_somebodys(one.claim) for one in own)
            or _has_speaker(said, clause, span, own)
        ):
            continue
        yield doubt(
            RULE,
            said,
            span,
            f"what is cited is {_whose(evidence, own)} word, the sentence does not say whose",
            taken,
        )


def _whose(evidence: Evidence, own: Sequence[TakenUp]) -> str:
    """Who says it, as the claim has it."""
    for one in own:
        for chain in one.claim.chains:
            if chain and (chain[0].description or chain[0].entity in evidence.corpus.entities):
                return f"“{chain[0].description or evidence.corpus.entities[chain[0].entity].name}”’s"
    return "somebody’s"


def _has_speaker(said: OwnSentence, clause: str, span: Span, own: Sequence[TakenUp]) -> bool:
    """Whether a clause has a word for saying, or a name of who says it; what is said before holds for what follows."""
    pack = said.pack
    if pack is None:
        return True
    before = said.text[: span[0]]
    speech = [*re.finditer(pack.speech, f"{before}{clause}", re.IGNORECASE)]
    # "Managers had been warned" tells what is alleged, and not who alleges it.
    told = " ".join(one.claim.text.text for one in own).lower()
    speech = [word for word in speech if not pack.spaced or word[0].lower()[:_LONG] not in told]
    if any(not found(word[0], pack, "half_negations") for word in speech) or found(clause, pack, "hearsay"):
        return True
    if found(clause, pack, "negations") and not any(one.has("negations") for one in own):
        return True
    described = [
        voice.description for one in own for chain in one.claim.chains for voice in chain if voice.description
    ]
    if any(_names(clause, words, pack) for words in described):
        return True
    voices = {voice.entity for one in own for chain in one.claim.chains for voice in chain if voice.entity}
    return not voices.isdisjoint(one.entity for one in said.named)


def _names(clause: str, description: str, pack: Language) -> bool:
    """Whether a clause names a described voice, by its office or by another form of a word: "the midwives put it down to"."""
    if not offices(description, pack).isdisjoint(offices(clause, pack)):
        return True
    words = [
        word.lower() for word in _WORD.findall(description) if len(word) >= (_LONG if pack.spaced else 2)
    ]
    return any(names_voice(clause, (word,)) for word in words)


_WORD = re.compile(r"[^\W\d_]+")
_LONG = 5


def _is_somebodys(claim: Claim) -> bool:
    return claim.kind in {"allegation", "opinion"} or any(
        chain[0].description for chain in claim.chains if chain
    )


ROW = OfSentences(RULE, check)
