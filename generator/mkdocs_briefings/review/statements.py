"""Put claims and citations into words for a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.model import dates
from mkdocs_briefings.pages.phrases import chain_words, name, replies
from mkdocs_briefings.review.change import Cited, PrintedPassage, Statement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.derive.origins import Origin
    from mkdocs_briefings.model.corpus import Claim, Corpus
    from mkdocs_briefings.model.prose import Sentence

_ENGLISH = messages("en")
"""Reviews are for editors, in English as the command is."""


def statement(corpus: Corpus, claim: Claim, now: Mapping[str, str]) -> Statement:
    """Put a claim into words; `now` gives the references that others have under another name by now."""

    def ref(one: str | None) -> str:
        return now.get(one, one) if one else ""

    source = corpus.sources[claim.source]
    return Statement(
        text=claim.text.text,
        said_by=tuple(chain_words(_ENGLISH, corpus, source, chain) for chain in claim.chains or ((),)),
        kind=claim.kind,
        date=dates.words(claim.date) if claim.date else "",
        states=tuple(f"{name(corpus, measure)}: {state}" for measure, state in claim.states),
        values=tuple(
            f"{name(corpus, one.subject)}, {one.property}: {', '.join(map(str, one.values))}"
            for one in claim.values
        ),
        roles=tuple(f"{name(corpus, role.person)}: {role.role.text}" for role in claim.roles),
        replies=replies(_ENGLISH, corpus, claim),
        translations=claim.translations,
        translator=claim.translator,
        denies=ref(claim.denies),
        same=tuple(sorted(ref(one) for one in claim.same)),
        at=ref(claim.at),
        printed=claim.printed,
        why=claim.why,
        note=claim.note,
        passages=evidence(corpus, claim),
    )


def evidence(corpus: Corpus, claim: Claim) -> tuple[PrintedPassage, ...]:
    return tuple(
        PrintedPassage(passage.source, corpus.sources[passage.source].label, " […] ".join(passage.words))
        for passage in claim.passages
    )


def cited(corpus: Corpus, sentence: Sentence | None) -> tuple[Cited, ...]:
    """Return what a sentence rests on, in the order in which it cites it."""
    refs = dict.fromkeys(item.ref for item in sentence.cites) if sentence else ()
    return tuple(one for ref in refs if (one := cite(corpus, ref)))


def cite(corpus: Corpus, ref: str) -> Cited | None:
    """Return what a citation leads to; None if it leads nowhere."""
    if ref in corpus.claims:
        claim = corpus.claims[ref]
        return Cited(ref, claim.text.text if claim.analysed else "", evidence(corpus, claim))
    return Cited(ref, corpus.sources[ref].label, ()) if ref in corpus.sources else None


def renamed(sentence: Sentence | None, now: Mapping[str, str]) -> tuple[str, ...]:
    """Return the references that a sentence cites, by their names of now."""
    return tuple(now.get(item.ref, item.ref) for item in sentence.cites) if sentence else ()


def origin_words(corpus: Corpus, origin: Origin) -> str:
    if origin.entity:
        return name(corpus, origin.entity)
    behind = origin.unnamed_behind
    known = corpus.sources[behind].label if behind in corpus.sources else name(corpus, behind)
    return f"unnamed, known to {known}"
