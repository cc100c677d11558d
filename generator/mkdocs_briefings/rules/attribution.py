"""Rules about who says it: no "reportedly" without a speaker, no chain that the source does not show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.codes import voice_codes as codes
from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.rules.word_forms import content_words, holds_people, holds_word, is_land, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Claim, Source, Voice
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.said import Said
    from mkdocs_briefings.rules.support import Desk
    from mkdocs_briefings.text.quotation import Span

_BE = r"(?:is|are|was|were|been|being)"
_TOLD = r"(?:said|reported|alleged|believed|understood|claimed|thought|rumou?red|reputed)"
_HEDGE = re.compile(
    rf"\b(?:reportedly|allegedly|supposedly|purportedly|{_BE}\s+(?:\w+ly\s+)?{_TOLD}\s+to\b|it\s+(?:is|was)\s+{_TOLD}"
    rf"|{_BE}\s+reported\s+(?:out|as|in|by)\b|according\s+to\s+(?:media\s+)?reports\b|reports?\s+(?:say|said|suggest)\b"
    r"|sources?\s+(?:say|said)\b)",
    re.IGNORECASE,
)
# fmt: off
_HEDGE_WORDS = frozenset((
    "reportedly", "allegedly", "supposedly", "purportedly", "said", "reported", "alleged", "believed",
    "understood", "claimed", "thought", "rumored", "rumoured", "reputed", "report", "reports", "source", "sources",
))
# fmt: on
_SPEECH = re.compile(
    r"\b(?:says?|said|tells?|told|writes?|wrote|reports|reported|states|stated|argues?|argued|claims|claimed|announces?"
    r"|announced|calls|called|relays?|relayed|cites?|cited|citing|quotes|quoted|quoting|according\s+to|per|as\s+told\s+by)\b",
    re.IGNORECASE,
)
_NEAR = 40
_NO_SPEAKER = re.compile(r"\b(?:it|who|what|that|which|there)\s*$", re.IGNORECASE)
_SPEAKS_FOR_ITSELF = frozenset({"outlet"})


def speaker_missing(desk: Desk, said: Said) -> Iterator[Problem]:
    """Find hedges in sentences that name nobody whose word it is."""
    hedge = None if _HEDGE_WORDS.isdisjoint(said.words) else _HEDGE.search(said.text)
    if hedge is None or any(start <= hedge.start() < end for start, end in said.quoted):
        return
    kinds = {
        desk.corpus.entities[one.entity].kind for one in said.named if one.entity in desk.corpus.entities
    }
    if kinds & _SPEAKS_FOR_ITSELF:
        return
    rest = _HEDGE.sub(lambda match: " " * len(match[0]), said.text)
    for speech in _SPEECH.finditer(rest):
        before = rest[max(0, speech.start() - _NEAR) : speech.start()]
        passive = re.search(rf"\b{_BE}\s+(?:\w+ly\s+)?$", before)
        if not passive and not _NO_SPEAKER.search(before):
            return
    yield codes.SPEAKER_MISSING.at(
        said.at(*hedge.span()), f"“{' '.join(hedge[0].split())}”, and the sentence names nobody who says it"
    )


# fmt: off
_EMPTY = frozenset(map(stem, (
    "a", "an", "the", "of", "in", "on", "to", "with", "for", "by", "at",
    "as", "and", "or", "not", "no", "his", "her", "its", "their", "our", "stated",
    "named", "unnamed", "several", "some", "others", "other", "people", "person", "who", "familiar",
)))
# fmt: on
_FARTHEST = 5


def chain_unsupported(desk: Desk, claim: Claim) -> Iterator[Problem]:
    """Find voices that neither the passages nor the sentences beside them name."""
    stretches = []
    if claim.chains:
        source = desk.corpus.sources[claim.source]
        stretches = [*(span for _, span in desk.around(claim, 1)), *desk.before(claim, _FARTHEST)]
    for number, chain in enumerate(claim.chains):
        for position, voice in enumerate(chain):
            typed = position and voice.entity == desk.corpus.sources[claim.source].publisher
            if (
                (voice.entity or voice.description)
                and not typed
                and not any(_is_named(desk, voice, source, span) for span in stretches)
            ):
                loc = ("said_by", number) if len(claim.chains) > 1 else ("said_by",)
                name = voice.entity or voice.description
                yield codes.CHAIN_UNSUPPORTED.at(
                    Place(claim.place.path, (*claim.place.loc, *loc), near=name),
                    f"neither the passage nor what stands beside it names `{name}`",
                    related=(Place(claim.place.path, (*claim.place.loc, "quote")),),
                )


def _is_named(desk: Desk, voice: Voice, source: Source, span: Span) -> bool:
    words = source.text.raw[slice(*span)].lower()
    if not voice.entity:
        plain = words.replace("u.s.", "us")
        wanted = (word for word in content_words(voice.description) if word not in _EMPTY)
        return all(holds_word(plain, word) for word in wanted)
    if any(entity == voice.entity for entity in desk.mentions(source, span)):
        return True
    if voice.entity in source.one_voice.values():
        descriptions = (text for text, one in source.one_voice.items() if one == voice.entity)
        if any(text.lower() in words for text in descriptions):
            return True
    entity = desk.corpus.entities.get(voice.entity)
    if entity is None:
        return True
    forms = [name.lower() for name in (entity.name, *entity.aliases, entity.short) if name]
    return any(form in words for form in forms) or (
        is_land(entity.kind) and any(holds_people(words, form) for form in forms)
    )
