"""Find quotations in the texts of the sources, word for word."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs_briefings.model.corpus import Passage
from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.parse.validate import PLACEHOLDER
from mkdocs_briefings.resolve import quotation_codes
from mkdocs_briefings.text import lookalikes, quotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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


@dataclass(frozen=True, slots=True)
class AllOf:
    """The texts of a desk, in order of their ids; read only where a quotation was not found."""

    held: Mapping[str, Held]

    def __iter__(self) -> Iterator[Held]:
        return (self.held[id_] for id_ in sorted(self.held))


def find(held: Held, words: str, place: Place, others: Iterable[Held] = ()) -> Passage | Problem | None:
    """Find one quotation; None for a quotation that is missing from the YAML (reported already)."""
    if words == PLACEHOLDER:
        return None
    found = quotation.find(held.text, words, held.ignore, held.sentences)
    if held.verified is not None and not _is_verified(found, held.verified):
        message = f"the text of `{held.id}` is missing here, and the lock does not contain this passage"
        return quotation_codes.NOT_VERIFIED.at(place, message)
    if isinstance(found, quotation.Match):
        return Passage(held.id, found.spans, quotation.words(held.text, found))
    return miss(held, found, place, words, others)


def find_in_one(
    candidates: Sequence[Held], quotes: Sequence[tuple[str, Place]], others: Iterable[Held] = ()
) -> tuple[list[Passage], list[Problem]]:
    """Find all quotations of a claim in the one candidate that contains them all."""
    results = [[find(held, words, place, others) for words, place in quotes] for held in candidates]
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


def miss(held: Held, missed: Missed, place: Place, words: str = "", others: Iterable[Held] = ()) -> Problem:
    """Explain why a quotation was refused, with the nearest passage and the first difference.

    Args:
        held: where it was looked up.
        missed: why it was refused.
        place: where it is written.
        words: the quotation.
        others: further texts of the desk, in one of which it may be.

    """
    rule, message = _RULES[missed.kind]
    related: tuple[Place, ...] = ()
    hint = ""
    if missed.nearest:
        related = (place_in_text(held, missed.nearest),)
        nearest = " ".join(held.text.raw[missed.nearest[0] : missed.nearest[1]].split())
        if missed.kind is quotation.Miss.NOT_FOUND:
            hint = f"Nearest passage: “{cut(nearest, _NEAREST)}”."
    if missed.kind is quotation.Miss.NOT_FOUND and missed.expected:
        difference = _difference(missed)
        hint = " ".join(filter(None, (_known_mistake(held, words, others) or difference, hint)))
        place = _at_word(place, words, missed.expected)
    return rule.at(
        place,
        message.format(source=held.id, expected=missed.expected, found=missed.found),
        hint=hint,
        related=related,
    )


_NEAREST = 120


def _difference(missed: Missed) -> str:
    if alike := lookalikes.first_alike(missed.expected, missed.found):
        mine, theirs = map(lookalikes.named, alike)
        return f"In “{cut(missed.expected, _NEAREST // 2)}” is {mine}, in the source {theirs}."
    if not missed.found:
        return f"The first words that are not there: “{missed.expected}”. {quotation_codes.PASSAGE_NOT_FOUND.remedy}"
    return f"First difference: the quotation has “{missed.expected}”, the source has “{missed.found}”."


_ELLIPSIS = re.compile(r"[(\[]?\s*(?:…|\.\.\.)\s*[)\]]?")
_FEW = 12
"""Characters of a quotation that may be in any text."""


def _known_mistake(held: Held, words: str, others: Iterable[Held]) -> str:
    """Say what was mistyped, where that can be known: the quotation is found once it is mended."""
    if "''" in words and _is_in(held, words.replace("''", "'")):
        word = next(word for word in words.split() if "''" in word)
        return f"“{cut(word, _FEW * 2)}” has two apostrophes; only between single quotation marks does YAML make one of them."
    if _ELLIPSIS.search(words) and _is_in(held, _ELLIPSIS.sub(" […] ", words)):
        return "Words that are left out must be written `[…]`, with brackets."
    if len(words) > _FEW and (
        other := next((one for one in others if one is not held and _is_in(one, words)), None)
    ):
        return f"The words are in another source of the desk: `{other.id}`."
    return ""


def _is_in(held: Held, words: str) -> bool:
    # The first part is looked for before anything else, for that is fast.
    part = quotation.normalise(words.partition("[")[0])
    return part in held.text.norm and isinstance(
        quotation.find(held.text, words, held.ignore, held.sentences), quotation.Match
    )


def _at_word(place: Place, words: str, expected: str) -> Place:
    """Point at the first words of a quotation that are not in the source."""
    typed = quotation.prepare(words)
    at = typed.norm.find(expected)
    if at < 0:
        return place
    start, end = typed.to_raw((at, at + len(expected)))
    return replace(place, before=place.before + words[:start], near=words[start:end])


def place_in_text(held: Held, span: Span) -> Place:
    """Return line and column of a span of the text in its file."""
    before = held.text.raw[: span[0]]
    return Place(held.path, line=held.above + before.count("\n") + 1, column=span[0] - before.rfind("\n"))


def cut(text: str, most: int) -> str:
    """Cut a text to so many characters."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
