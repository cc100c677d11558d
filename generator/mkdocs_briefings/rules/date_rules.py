"""Rules about dates: each fits what the source prints, and what it prints stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.derive import date_context
from mkdocs_briefings.model.codes import field_codes as codes
from mkdocs_briefings.model.problem import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.model.corpus import Claim, Corpus
    from mkdocs_briefings.model.problem import Problem


def date_mismatches(corpus: Corpus, derived: Derived) -> Iterator[Problem]:
    """Find dates that do not fit the words by which the source tells them."""
    for ref, proof in derived.proofs.items():
        if not proof.fits:
            claim = corpus.claims[ref]
            dates = " or ".join(f"`{date}`" for date in proof.would_fit[:3])
            yield codes.DATE_MISMATCH.at(
                _place(claim, "date"),
                f"{proof.mismatch}; {' '.join(proof.steps)}".rstrip(".; "),
                hint=f"What would fit: {dates}. {codes.DATE_MISMATCH.remedy}" if dates else "",
                related=(_place(claim, "printed" if claim.printed else "quote"),),
            )


def printed_not_found(corpus: Corpus, _: Derived) -> Iterator[Problem]:
    """Find claims whose `printed` stands neither in the passage nor beside it."""
    for claim in corpus.claims.values():
        source = corpus.sources.get(claim.source)
        if claim.printed and source and not any(True for _ in date_context.places(source, claim)):
            yield codes.PRINTED_NOT_FOUND.at(
                _place(claim, "printed"),
                f"“{claim.printed}” does not stand in or beside the passage",
                related=(_place(claim, "quote"),),
            )


def _place(claim: Claim, field: str) -> Place:
    return Place(claim.place.path, (*claim.place.loc, field))
