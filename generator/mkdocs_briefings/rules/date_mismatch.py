"""Report dates that do not match the words of the source."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.rules import dates_printed
from mkdocs_briefings.rules.row import OfDesk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Claim
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence

RULE = Rule(
    "date-mismatch",
    Severity.ERROR,
    "A date does not match the weekday, day or relative words that the source prints.",
    "“Friday” and “last week” are turned into dates by hand, and readers would believe a wrong date because it looks precise.",
    "`printed: on Friday` with `date: 2026-01-22`, a Thursday",
    "Correct the date or the words in `printed`. If the passage mentions other times too, put into `printed` only the words "
    "that date this claim.",
)


def check(evidence: Evidence) -> Iterator[Problem]:
    """Find dates that do not fit the words by which the source tells them."""
    for ref, proof in evidence.derived.proofs.items():
        if not proof.fits:
            claim = evidence.corpus.claims[ref]
            dates = " or ".join(f"`{date}`" for date in proof.would_fit[:3])
            yield RULE.at(
                _place(claim, "date"),
                f"{proof.mismatch}; {proof.told}".rstrip(".; "),
                hint=f"These dates would match: {dates}. {RULE.remedy}" if dates else "",
                related=(_place(claim, "printed" if claim.printed else "quote"),),
            )
    for claim in evidence.own_claims():
        if claim.date is None or claim.ref in evidence.derived.proofs:
            continue
        if words := evidence.once(
            ("printed date", claim.ref), partial(dates_printed.mismatch, evidence, claim), claim
        ):
            yield RULE.at(
                _place(claim, "date"),
                f"the source has “{words}”, `date` has {claim.date.text}",
                related=(_place(claim, "printed" if claim.printed else "quote"),),
            )


def _place(claim: Claim, field: str) -> Place:
    return Place(claim.place.path, (*claim.place.loc, field))


ROW = OfDesk(RULE, check, beside=True)
