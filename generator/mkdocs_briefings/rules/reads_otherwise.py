"""Sentences that differ from their evidence in more, or in weightier, kinds of words than such as tell the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.doubt_weights import LEAST, WEIGHTS
from mkdocs_briefings.rules.doubting import cited, doubt
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.traits import traits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.rules.traits import Traits
    from mkdocs_briefings.text.quotation import Span

RULE = Rule(
    "reads-otherwise",
    Severity.DOUBT,
    "A sentence and what it takes up differ in more kinds of words, or in weightier ones, than two sentences that say the "
    "same usually do.",
    "An object, a deed or an attitude that is exchanged for another one has no word that gives it away.",
    "`The council approved the plan [@plan].`, where the article has “the committee wants to look at the plan again”",
    "Read the sentence beside its passages; correct it, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find sentences that weigh much."""
    found = differences(evidence, said)
    if weigh(found) >= LEAST and (shown := _shown(said, found)):
        yield doubt(RULE, said, *shown, cited(evidence, said))


def differences(evidence: Evidence, said: OwnSentence) -> Traits:
    """Return the traits of a sentence, found once."""
    return evidence.at_hand("traits", said, lambda: traits(said, cited(evidence, said)))


def weigh(found: Traits) -> float:
    """Return what traits weigh together."""
    return sum(WEIGHTS.get(name, 0.0) * strength for name, (strength, _) in found.items())


def _shown(said: OwnSentence, found: Traits) -> tuple[Span, str] | None:
    """Say what weighs most of all that has words: where it stands, and a message."""
    told = {name: words for name, (_, words) in found.items() if words and WEIGHTS.get(name, 0.0) > 0}
    if not told:
        return None
    name = max(told, key=lambda one: WEIGHTS[one] * found[one][0])
    mine, _, other = told[name].partition("\0")
    start = said.text.find(mine)
    if start < 0 or name.startswith("-") or name == "one not less":
        return (0, len(said.text)), f"what is cited says “{mine}”, the sentence nothing like it"
    span = (start, start + len(mine))
    if "new words" in name:
        words = ", ".join(f"“{word}”" for word in told[name].split("\0"))
        return (0, len(said.text)), f"{words}: nothing of what is cited has these words"
    if other:
        return span, f"“{mine}”, and what is cited says “{other}”"
    return span, f"“{mine}”, and what is cited says nothing like it"


ROW = OfSentences(RULE, check)
