"""Report voices that are named neither in the passages nor in the sentences next to them."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.rules.row import OfDesk
from mkdocs_briefings.rules.soundness import claim_and_names
from mkdocs_briefings.rules.speaking import names_voice, offices
from mkdocs_briefings.rules.word_forms import (
    contains_nationality,
    contains_word,
    content_words,
    is_land,
    stem,
)
from mkdocs_briefings.text.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Claim, Entity, Source, Voice
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.text.quotation import Span

RULE = Rule(
    "chain-unsupported",
    Severity.WARNING,
    "A chain names somebody who is not named in the passage or in the sentences next to it.",
    "The source must show who said it, like everything else.",
    "`said_by: reuters`, where the sentence ends “according to the Journal”",
    "Correct the voice, quote the words that name it as well, or add the name that the source uses as an alias.",
)


# fmt: off
_EMPTY = frozenset(map(stem, (
    "a", "an", "the", "of", "in", "on", "to", "with", "for", "by", "at",
    "as", "and", "or", "not", "no", "his", "her", "its", "their", "our", "stated",
    "named", "unnamed", "several", "some", "others", "other", "people", "person", "who", "familiar",
)))
# fmt: on
_NEAR, _FARTHEST = 5, 40


def check(evidence: Evidence) -> Iterator[Problem]:
    """Find voices that nothing beside their claim's passages names."""
    for claim in evidence.own_claims():
        yield from unnamed(evidence, claim)


def unnamed(evidence: Evidence, claim: Claim) -> tuple[Problem, ...]:
    """Return what is said of the voices of a claim, found once."""
    return evidence.once(("chains checked", claim.ref), partial(_in_claim, evidence, claim), claim)


def _in_claim(evidence: Evidence, claim: Claim) -> tuple[Problem, ...]:
    return tuple(of_claim(evidence, claim))


def of_claim(evidence: Evidence, claim: Claim) -> Iterator[Problem]:
    """Find voices that neither the passages nor the sentences beside them name."""
    near, far = [], []
    is_translated = False
    if claim.chains:
        source = evidence.corpus.sources[claim.source]
        near = [*(span for _, span in evidence.around(claim, 1)), *evidence.before(claim, _NEAR)]
        # "The agency said" may follow its name by far; "she" hardly does.
        far = [*near, *evidence.pointed_to(claim, _FARTHEST)]
        is_translated = _language(source.lang) != _language(evidence.language(claim))
    for number, chain in enumerate(claim.chains):
        for position, voice in enumerate(chain):
            entity = evidence.corpus.entities.get(voice.entity)
            stretches = near if entity is None or entity.kind in {"person", "outlet"} else far
            typed = position and voice.entity == evidence.corpus.sources[claim.source].publisher
            if (
                (voice.entity or voice.description)
                and not (typed or (is_translated and voice.description))
                and not any(_is_named(evidence, voice, source, span) for span in stretches)
                and not _is_understood(evidence, claim, voice)
            ):
                loc = ("said_by", number) if len(claim.chains) > 1 else ("said_by",)
                name = voice.entity or voice.description
                yield RULE.at(
                    Place(claim.place.path, (*claim.place.loc, *loc), near=name),
                    f"`{name}` is named neither in the passage nor next to it",
                    related=(Place(claim.place.path, (*claim.place.loc, "quote")),),
                )


_BACK = 3
"""Sentences over which somebody may go on speaking."""
_TOLD_ON = frozenset({4, 11})
"""The offices of researchers and of auditors, whose findings are told without them, one after the other."""
_SPEAKING = frozenset({"person", "agency", "company", "organization"})


def _is_understood(evidence: Evidence, claim: Claim, voice: Voice) -> bool:
    """Whether readers know who says it, though no name is near: by the office, or because nobody else spoke since."""
    source = evidence.corpus.sources[claim.source]
    own = [source.text.raw[slice(*span)] for _, span in evidence.around(claim)]
    before = [span for _, span in evidence.around(claim, _BACK)]
    if not voice.entity:
        # "Lit gardens held fewer": what a study found goes on without its being named again.
        held = _offices(voice.description, source) & _TOLD_ON
        return bool(held) and any(held & _offices(source.text.raw[slice(*span)], source) for span in before)
    roles = [
        role.role.text
        for one in evidence.corpus.claims.values()
        for role in one.roles
        if role.person == voice.entity
    ]
    held = frozenset[int]().union(*(_offices(role, source) for role in roles))
    if held and any(held & _offices(text, source) for text in own):
        return True
    return _speaks_on(evidence, claim, voice.entity)


def _offices(text: str, source: Source) -> frozenset[int]:
    pack = language_of(text, source.lang)
    return offices(text, pack) if pack else frozenset()


def _speaks_on(evidence: Evidence, claim: Claim, voice: str) -> bool:
    """Whether a passage names nobody who may speak, and the nearest sentence before it that does names this one."""
    entities, source = evidence.corpus.entities, evidence.corpus.sources[claim.source]
    for _, (start, _) in evidence.around(claim):
        spans = [span for span in source.sentences if span[1] <= start][-_BACK:]
        held = [[one for one, at in evidence.corpus.mentions[source.id] if a <= at[0] < b] for a, b in spans]
        spoken = [{one for one in row if one in entities and entities[one].kind in _SPEAKING} for row in held]
        near = next((row for row in reversed(spoken) if row), set[str]())
        if voice in near:
            own = {one for _, span in evidence.around(claim) for one in evidence.mentions(source.id, span)}
            return not any(one in entities and entities[one].kind in _SPEAKING for one in own)
    return False


def _language(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _is_named(evidence: Evidence, voice: Voice, source: Source, span: Span) -> bool:
    words = source.text.raw[slice(*span)].lower()
    if not voice.entity:
        plain = words.replace("u.s.", "us")
        wanted = (word for word in content_words(voice.description) if word not in _EMPTY)
        return all(contains_word(plain, word) for word in wanted) or _is_told_in_part(voice, source, words)
    if voice.entity in evidence.mentions(source.id, span):
        return True
    if voice.entity in source.one_voice.values():
        descriptions = (text for text, one in source.one_voice.items() if one == voice.entity)
        if any(text.lower() in words for text in descriptions):
            return True
    entity = evidence.corpus.entities.get(voice.entity)
    if entity is None:
        return True
    forms = [name.lower() for name in (entity.name, *entity.aliases, entity.short) if name]
    if _is_called_by_part(entity, source, span):
        return True
    return any(form in words for form in forms) or (
        is_land(entity.kind) and any(contains_nationality(words, form) for form in forms)
    )


def _is_told_in_part(voice: Voice, source: Source, words: str) -> bool:
    """Whether a text has half of the words of a description, in whatever form: the other half says more about them.

    "Prosecutors" are "the prosecution", the judges a court; "residents of the Ill valley" are "the residents", there.
    """
    pack = language_of(words, source.lang)
    empty = pack.common if pack else frozenset[str]()
    wanted = [word for word in content_words(voice.description) if word not in _EMPTY and word not in empty]
    theirs = offices(words, pack) if pack else frozenset()
    told = [
        word
        for word in wanted
        if (pack and not theirs.isdisjoint(offices(word, pack))) or names_voice(words, (word,))
    ]
    if not told:
        return False
    whole = source.text.raw
    return len(told) * 2 >= len(wanted) or all(word in told or names_voice(whole, (word,)) for word in wanted)


_LONG = 4


def _is_called_by_part(entity: Entity, source: Source, span: Span) -> bool:
    """Whether an article that has the whole name calls it by a part there: a family name, "the Commission"."""
    names = [name for name in (entity.name, *entity.aliases) if " " in name and name in source.text.raw]
    parts = (
        {name.split()[-1] for name in names}
        if entity.kind == "person"
        else {w for n in names for w in n.split()}
    )
    text = source.text.raw[slice(*span)]
    return any(
        re.search(rf"(?<!\w){re.escape(part)}(?:['’]?s)?(?!\w)", text)
        for part in parts
        if len(part) >= _LONG and part[0].isupper()
    ) or (
        entity.kind not in _OWN_NAMES
        and (
            any(names_voice(text, (name.lower(),)) for name in _plain_names(entity))
            or any(_is_called_by_noun(text, part.lower()) for part in parts if len(part) > _LONG)
        )
    )


def _is_called_by_noun(text: str, noun: str) -> bool:
    """Whether a text calls a body by a common noun of its name: "la autoridad", "the council"."""
    return bool(
        re.search(rf"\b(?:the|la|el|le|l[’']|los|las|les)\s?{re.escape(noun)}\b", text, re.IGNORECASE)
    )


_OWN_NAMES = frozenset({"person", "outlet"})


def _plain_names(entity: Entity) -> Iterator[str]:
    """The names of a body that are one word each, as common nouns are: "Stadtverwaltung"."""
    return (name for name in (entity.name, *entity.aliases) if " " not in name)


ROW = OfDesk(RULE, check, needs=claim_and_names, beside=True)
