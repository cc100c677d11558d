"""Compute what depends on a source, a claim or an entity: claims, states, sentences and answers."""

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
    """Everything that depends on one source, claim or entity."""

    claims: tuple[Claim, ...]
    measures: tuple[str, ...]
    """Measures whose current state rests on it."""
    sentences: tuple[Backlink, ...]
    """Sentences that cite its claims, the source as a whole, or name the entity."""
    disagreements: tuple[Disagreement, ...]
    answers: tuple[Question, ...]
    questions: tuple[Question, ...]
    """Questions that ask about its claims."""
    referring: tuple[Claim, ...]
    """Other claims that deny these, state the same or were said on their occasion."""
    weakened: tuple[Claim, ...] = ()
    """Other claims that lose an origin."""


def impact(corpus: Corpus, derived: Derived, id_: str) -> Impact:
    """Gather all that depends on a source, a claim or an entity, in the order of the desk.

    Of an entity depend the claims that name it, that it says or, if it is an outlet, that its articles report.

    Args:
        corpus: the corpus.
        derived: what follows from it.
        id_: of a source or an entity, or the reference of a claim.

    """
    claims = tuple(claim for claim in corpus.claims.values() if _rests_on(corpus, derived, claim, id_))
    refs = {claim.ref for claim in claims}
    events = ((measure, current(history)) for measure, history in derived.states.items())
    links = dict.fromkeys(link for ref in (*refs, id_) for link in derived.backlinks.claims.get(ref, ()))
    links |= dict.fromkeys(link for link in derived.backlinks.entities.get(id_, ()) if link.claim is None)
    briefings = corpus.briefings.values()
    others = {ref: claim for ref, claim in corpus.claims.items() if ref not in refs}
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
            if q.answer and any(i.ref in refs or i.ref == id_ for i in q.answer.cites)
        ),
        questions=tuple(q for b in briefings for q in b.questions if q.on in refs),
        referring=tuple(c for c in others.values() if c.denies in refs or c.at in refs or refs & set(c.same)),
    )


def _rests_on(corpus: Corpus, derived: Derived, claim: Claim, id_: str) -> bool:
    if id_ in corpus.sources or id_ in corpus.claims:
        return id_ in {claim.source, claim.ref}
    source = corpus.sources.get(claim.source)
    named = any(link.claim is claim for link in derived.backlinks.entities.get(id_, ()))
    said = any(one is claim for one in derived.backlinks.said.get(id_, ()))
    return named or said or (source is not None and source.publisher == id_)
