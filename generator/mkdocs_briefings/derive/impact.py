"""Compute what depends on a source: claims, states, sentences and answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.origins import corroborations
from mkdocs_briefings.derive.states import current

if TYPE_CHECKING:
    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.derive.backlinks import Backlink
    from mkdocs_briefings.model.corpus import Claim, Corpus, Disagreement, Question


@dataclass(frozen=True, slots=True)
class Impact:
    """Everything that depends on one source."""

    claims: tuple[Claim, ...]
    measures: tuple[str, ...]
    """Measures whose current state rests on it."""
    sentences: tuple[Backlink, ...]
    """Sentences that cite its claims, or the source as a whole."""
    disagreements: tuple[Disagreement, ...]
    answers: tuple[Question, ...]
    questions: tuple[Question, ...]
    """Questions that ask about its claims."""
    referring: tuple[Claim, ...]
    """Claims of other sources that deny its claims, state the same or were said on their occasion."""
    weakened: tuple[Claim, ...] = ()
    """Claims of other sources that lose an origin."""


def impact(corpus: Corpus, derived: Derived, source: str) -> Impact:
    """Gather all that depends on `source`, in the order of the desk."""
    claims = tuple(claim for claim in corpus.claims.values() if claim.source == source)
    refs = {claim.ref for claim in claims}
    events = ((measure, current(history)) for measure, history in derived.states.items())
    links = dict.fromkeys(link for ref in (*refs, source) for link in derived.backlinks.claims.get(ref, ()))
    briefings = corpus.briefings.values()
    others = {ref: claim for ref, claim in corpus.claims.items() if claim.source != source}
    left = corroborations(replace(corpus, claims=others))
    return Impact(
        claims=claims,
        weakened=tuple(
            claim
            for ref, claim in others.items()
            if ref in left and len(left[ref].origins) < len(derived.corroborations[ref].origins)
        ),
        measures=tuple(sorted(m for m, event in events if event and event.claim.ref in refs)),
        sentences=tuple(sorted(links, key=lambda link: (link.target, link.sentence.text))),
        disagreements=tuple(d for b in briefings for d in b.disagreements if refs & set(d.between)),
        answers=tuple(
            q
            for b in briefings
            for q in b.questions
            if q.answer and any(i.ref in refs or i.ref == source for i in q.answer.cites)
        ),
        questions=tuple(q for b in briefings for q in b.questions if q.on in refs),
        referring=tuple(
            c
            for c in corpus.claims.values()
            if c.source != source and (c.denies in refs or c.at in refs or refs & set(c.same))
        ),
    )
