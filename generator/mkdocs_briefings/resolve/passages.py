"""Find quotations in the texts of the sources, word for word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.model.corpus import Passage
from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.parse.validate import PLACEHOLDER
from mkdocs_briefings.resolve import quotation_codes
from mkdocs_briefings.text import quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_briefings.text.quotation import Match, Missed, Span, Text

_RULES = {
    quotation.Miss.EMPTY: (
        quotation_codes.PASSAGE_EMPTY,
        "the quotation has no words, or begins or ends with a gap",
    ),
    quotation.Miss.NOT_FOUND: (quotation_codes.PASSAGE_NOT_FOUND, "these words are not in `{source}`"),
    quotation.Miss.NOT_UNIQUE: (
        quotation_codes.PASSAGE_NOT_UNIQUE,
        "these words occur in `{source}` more than once",
    ),
    quotation.Miss.PART_OF_WORD: (
        quotation_codes.PASSAGE_CUTS_WORD,
        "the quotation has “{expected}”, but `{source}` has “{found}”",
    ),
    quotation.Miss.GAP_CROSSES_SENTENCE: (
        quotation_codes.GAP_CROSSES_SENTENCE,
        "the gap `[…]` crosses the end of a sentence",
    ),
    quotation.Miss.GAP_JOINS_NOTHING: (
        quotation_codes.PASSAGE_EMPTY,
        "a gap `[…]` is at the beginning or end, or next to another gap",
    ),
    quotation.Miss.OUT_OF_ORDER: (
        quotation_codes.PASSAGE_NOT_FOUND,
        "the parts are in `{source}`, but not in this order",
    ),
    quotation.Miss.GAP_SWALLOWS_NEGATION: (
        quotation_codes.GAP_SWALLOWS_NEGATION,
        "the gap `[…]` leaves out “{found}”",
    ),
    quotation.Miss.NEGATION_BESIDE: (
        quotation_codes.NEGATION_BESIDE,
        "“{found}” is right next to these words in `{source}`",
    ),
}


@dataclass(frozen=True, slots=True)
class Held:
    """A text in which quotations can be looked up."""

    id: str
    path: str
    text: Text
    sentences: tuple[Span, ...]
    ignore: tuple[Span, ...] = ()
    """Stretches that may repeat what is elsewhere: misprints and lines that state nothing."""
    above: int = 0
    """Lines of the file above the text."""
    verified: frozenset[tuple[Span, ...]] | None = None
    """The passages that the lock knows of a text that is not here; None where it is here."""


def find(held: Held, words: str, place: Place) -> Passage | Problem | None:
    """Find one quotation; None for a quotation that is missing from the YAML (reported already)."""
    if words == PLACEHOLDER:
        return None
    found = quotation.find(held.text, words, held.ignore, held.sentences)
    if held.verified is not None and not _is_verified(found, held.verified):
        message = f"the text of `{held.id}` is missing here, and the lock does not contain this passage"
        return quotation_codes.NOT_VERIFIED.at(place, message)
    if isinstance(found, quotation.Match):
        return Passage(held.id, found.spans, quotation.words(held.text, found))
    return miss(held, found, place)


def find_in_one(
    candidates: Sequence[Held], quotes: Sequence[tuple[str, Place]]
) -> tuple[list[Passage], list[Problem]]:
    """Find all quotations of a claim in the one candidate that contains them all."""
    results = [[find(held, words, place) for words, place in quotes] for held in candidates]
    whole = [result for result in results if not any(isinstance(r, Problem) for r in result)]
    if len(whole) > 1 and any(whole[0]):
        ids = ", ".join(f"`{held.id}`" for held in candidates)
        return [], [
            quotation_codes.SOURCE_AMBIGUOUS.at(
                quotes[0][1], f"more than one of {ids} contains the quotation"
            )
        ]
    # What a text that is here does not hold may well be in one that is not.
    best = min(results, key=lambda result: (len(problems := _problems(result)), not _is_open(problems)))
    return (
        [r for r in best if isinstance(r, Passage)],
        [r for r in best if isinstance(r, Problem)],
    )


def _is_verified(found: Match | Missed, verified: frozenset[tuple[Span, ...]]) -> bool:
    """Return whether it is a passage of the lock, or wrong by itself, whatever the text may be."""
    if isinstance(found, quotation.Missed):
        return found.kind in {quotation.Miss.EMPTY, quotation.Miss.GAP_JOINS_NOTHING}
    return found.spans in verified


def _problems(result: Sequence[Passage | Problem | None]) -> list[Problem]:
    return [one for one in result if isinstance(one, Problem)]


def _is_open(problems: Sequence[Problem]) -> bool:
    return any(problem.rule is quotation_codes.NOT_VERIFIED for problem in problems)


def miss(held: Held, missed: Missed, place: Place) -> Problem:
    """Explain why a quotation was refused, with the nearest passage and the first difference."""
    rule, message = _RULES[missed.kind]
    related: tuple[Place, ...] = ()
    hint = ""
    if missed.nearest:
        related = (place_in_text(held, missed.nearest),)
        nearest = " ".join(held.text.raw[missed.nearest[0] : missed.nearest[1]].split())
        if missed.kind is quotation.Miss.NOT_FOUND:
            hint = f"Nearest passage: “{_cut(nearest)}”."
            if missed.expected or missed.found:
                hint += f" First difference: the quotation has “{missed.expected}”, the source has “{missed.found}”."
    return rule.at(
        place,
        message.format(source=held.id, expected=missed.expected, found=missed.found),
        hint=hint,
        related=related,
    )


def place_in_text(held: Held, span: Span) -> Place:
    """Return line and column of a span of the text in its file."""
    before = held.text.raw[: span[0]]
    return Place(held.path, line=held.above + before.count("\n") + 1, column=span[0] - before.rfind("\n"))


def _cut(text: str, most: int = 240) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
