"""Sentences that put into somebody's mouth what their evidence has somebody else say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.doubting import cited, doubt, found, unquoted
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.speaking import offices, speakers
from mkdocs_briefings.text.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from mkdocs_briefings.model.corpus import Claim
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.doubting import TakenUp
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.quotation import Span

RULE = Rule(
    "speaker-differs",
    Severity.DOUBT,
    "A sentence says whose word something is, and the claims and passages that it cites have it from somebody else.",
    "A true statement in the wrong mouth is a false one.",
    "`The mayor calls it a mistake [@mistake].`, where the article has “the union said”",
    "Name who says it, or dismiss the doubt.",
)

_SPEAKING = frozenset({"person", "agency", "company", "outlet", "organization"})


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find speakers whom nothing cited has speak."""
    pack = said.pack
    if said.kind in {"title", "text"} or pack is None:
        return
    entities = evidence.corpus.entities
    named = [
        (one.entity, one.span)
        for one in said.named
        if one.entity in entities and entities[one.entity].kind in _SPEAKING
    ]
    text = unquoted(said)
    if not found(text, pack, "tells") and not found(text, pack, "by_word"):
        return
    taken: list[TakenUp] | None = None
    for span in _parts(text):
        # "Peter Quist, who speaks for the owners, fears": any of them may be meant.
        mine = list(speakers(text, pack, named, span))
        if not mine:
            continue
        taken = cited(evidence, said) if taken is None else taken
        other = _other(evidence, {who for who, _ in mine}, taken)
        if other:
            at = mine[0][1]
            yield doubt(
                RULE, said, at, f"“{text[slice(*at)]}” says it here, and in what is cited {other}", taken
            )


_PART = re.compile(r"[;；]\s*")


def _parts(text: str) -> Iterator[Span]:
    """Part a sentence where it turns to another matter."""
    start = 0
    for mark in _PART.finditer(text):
        yield start, mark.start()
        start = mark.end()
    yield start, len(text)


def _other(evidence: Evidence, who: AbstractSet[str], taken: Sequence[TakenUp]) -> str:
    """Who says it in all that is cited; nothing if anything cited has it from any of these, or from nobody."""
    heard = ""
    for one in taken:
        voices, told = _voices(evidence, one.claim)
        if not voices or who & voices:
            return ""
        heard = heard or told
    return heard


def _voices(evidence: Evidence, claim: Claim) -> tuple[frozenset[str], str]:
    """Who says what a claim tells: entities with all that they are of, and offices; and the first of them in words."""
    named = [*_of_chains(evidence, claim), *_of_passages(evidence, claim)]
    if not named:
        return frozenset(), ""
    source = evidence.corpus.sources[claim.source]
    voices = {one for who, _ in named for one in who}
    # Whoever has an office in the passage may be told by it: "the lawyer Anne Dorr".
    for _, (start, end) in evidence.around(claim):
        voices |= _offices(source.text.raw[start:end], source.lang)
    return frozenset((*voices, *_beside(evidence, claim), source.publisher or "")), named[0][1]


_NEAR = 30
"""Characters between who speaks and the body for which: "the spokesman of the railways, Ole Wiegand"."""


def _beside(evidence: Evidence, claim: Claim) -> Iterator[str]:
    """The bodies named in a passage right beside a person, for whom the person may speak."""
    entities = evidence.corpus.entities
    source = evidence.corpus.sources[claim.source]
    for _, (start, end) in evidence.around(claim):
        held = [
            (one, span)
            for one, span in evidence.corpus.mentions[source.id]
            if start <= span[0] < end and one in entities
        ]
        persons = [span for one, span in held if entities[one].kind == "person"]
        for one, (a, b) in held:
            if entities[one].kind != "person" and any(
                -_NEAR <= p - b <= _NEAR or -_NEAR <= a - q <= _NEAR for p, q in persons
            ):
                yield one


Heard = tuple[frozenset[str], str]
"""Ids and offices by which one voice may be told, and its name."""


def _of_chains(evidence: Evidence, claim: Claim) -> Iterator[Heard]:
    lang = evidence.language(claim)
    for voice in (voice for chain in claim.chains for voice in chain):
        entity = evidence.corpus.entities.get(voice.entity)
        told = entity.name if entity else voice.description
        if told:
            words = " ".join((told, *(entity.aliases if entity else ()), voice.description, voice.occasion))
            mentioned = {mention.entity for mention in evidence.named_in(words)}
            tags = (lang, evidence.corpus.sources[claim.source].lang)
            held = {one for tag in tags for one in _offices(words, tag)}
            yield evidence.lineage(voice.entity) | mentioned | held, f"“{told}”"


def _of_passages(evidence: Evidence, claim: Claim) -> Iterator[Heard]:
    source = evidence.corpus.sources[claim.source]
    entities = evidence.corpus.entities
    for _, (start, end) in evidence.around(claim):
        text = source.text.raw[start:end]
        pack = language_of(text, source.lang)
        named = [
            (entity, (a - start, b - start))
            for entity, (a, b) in evidence.corpus.mentions[source.id]
            if start <= a and b <= end and entity in entities and entities[entity].kind in _SPEAKING
        ]
        near = list(speakers(text, pack, named, (0, len(text)))) if pack else []
        # The nearest one by name, and the nearest by office.
        for who, at in (
            *[one for one in near if one in named][:1],
            *[one for one in near if one not in named][:1],
        ):
            yield evidence.lineage(who) | {who}, f"“{text[slice(*at)]}”"


def _offices(text: str, tag: str) -> frozenset[str]:
    pack = language_of(text, tag)
    return frozenset(map(str, offices(text, pack))) if pack else frozenset()


ROW = OfSentences(RULE, check, frozenset({"summary", "answer"}), names=True)
