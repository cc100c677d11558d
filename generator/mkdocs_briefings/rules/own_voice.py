"""Rules about our own voice: numbers, dates and names of a sentence stand in what it cites.

Reading the evidence is what costs, so that one pass holds each sentence against it for all codes.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.codes import voice_codes as codes
from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.rules import assertion, attribution, quantities
from mkdocs_briefings.rules.naming import unknown_names
from mkdocs_briefings.rules.said import all_said, made, within
from mkdocs_briefings.rules.support import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.model.corpus import Claim, Corpus
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.quantities import Number
    from mkdocs_briefings.rules.said import Said
    from mkdocs_briefings.rules.support import Support


def own_voice(corpus: Corpus, _: Derived) -> Iterator[Problem]:
    """Hold every sentence of ours against all that it cites, and every claim against its passages."""
    desk = Desk(corpus)
    for said in all_said(desk):
        yield from unsupported(desk, said)
        yield from attribution.speaker_missing(desk, said)
        yield from assertion.state_not_told(desk, said)
        yield from assertion.negation_lost(desk, said)
    for claim in corpus.claims.values():
        stands = corpus.briefings[claim.briefing].status != "withdrawn"
        if stands and claim.analysed and claim.source in corpus.sources:
            yield from _of_claim(desk, claim)


def _of_claim(desk: Desk, claim: Claim) -> Iterator[Problem]:
    yield from attribution.chain_unsupported(desk, claim)
    # A denial's text is that of the claim which it denies.
    if claim.text.inlines and not claim.denies:
        place = Place(claim.place.path, (*claim.place.loc, "text"))
        said = made("claim", claim.text, place, (claim.ref,), (desk.of_claim(claim, text=False),))
        yield from unsupported(desk, said)
        yield from assertion.state_not_told(desk, said)
        yield from assertion.negation_lost_in_text(claim, said)


def unsupported(desk: Desk, said: Said) -> Iterator[Problem]:
    """Find numbers, dates and names that nothing cited tells."""
    told = desk.read(said.text)
    inside = [one.span for one in said.named if not one.linked]
    for number in told.numbers:
        if not within(inside, number.start) and not _number_told(desk, said, number):
            words = said.text[number.start : number.end].strip()
            message = f"nothing cited has the number “{words}”"
            yield codes.UNSUPPORTED_NUMBER.at(said.at(number.start, number.end), message)
    for day in told.dates:
        if not within(inside, day.start) and not _date_told(desk, said, day):
            message = f"nothing cited has the date “{said.text[day.start : day.end]}”"
            yield codes.UNSUPPORTED_DATE.at(said.at(day.start, day.end), message)
    for start, end in unknown_names(desk, said):
        message = f"nothing cited names “{said.text[start:end]}”"
        yield codes.UNSUPPORTED_NAME.at(said.at(start, end), message)


_NEAR = 40
"""Characters before a number or a date that tell what it is of."""
# Words that stand for things told of already, and count nothing new.
_PRONOUN_AFTER = re.compile(
    r"\s+(?:of|another|or another|who|that|which|is|are|was|were|has|have|had|can|could|may|might|would|will|differ)\b|\s*[,.;:?!)]|$"
)
_PRONOUN_BEFORE = re.compile(r"\b(?:no|the|this|that|these|those|any|each|every|which|if)\s$", re.IGNORECASE)
_SAME = re.compile(r"\b(?:is|are|be|as)\s$", re.IGNORECASE)
"""Before "one measure": that two are the same."""
_PART_OF = re.compile(r"\b(?:part|chapter|no\.)\s?$", re.IGNORECASE)
_TEXTS = re.compile(r"\s+(?:\w+\s)?(?:articles?|sources?|reports?|accounts?|texts?|papers?)\b")
_LANDS = re.compile(
    r"\s+(?:sides?|countries|nations|governments|powers|states|announcements|parties|economies)\b"
)
_MEASURES = re.compile(r"\s+(?:\w+\s){0,2}(?:measures?|rules?|plans?|controls?|bans?|regulations?)\b")


def _number_told(desk: Desk, said: Said, number: Number) -> bool:
    if any(
        number.value == one.value and number.unit in {"", one.unit}
        for support in said.supports
        for told in desk.told(support)
        for one in told.numbers
    ):
        return True
    word = said.text[number.start : number.end].strip().lower()
    if said.part == "title" and _PART_OF.search(said.text, max(0, number.start - _NEAR), number.start):
        return True
    if word == "one" and _one_told(said, number):
        return True
    return _counts(desk, said, number) or _points_back(said, number, word)


def _one_told(said: Said, number: Number) -> bool:
    """Whether "one" is a pronoun or an article, rather than a count."""
    before, after = said.text[max(0, number.start - _NEAR) : number.start], said.text[number.end :]
    return bool(
        _PRONOUN_AFTER.match(after)
        or _PRONOUN_BEFORE.search(before)
        or _TEXTS.match(after)
        or _SAME.search(before)
        or any(_has_single(support.words, after) for support in said.supports)
    )


def _has_single(words: str, after: str) -> bool:
    """Whether the evidence has what follows "one" in the singular."""
    noun = re.match(r"\s+([^\W\d_]+)", after)
    return bool(noun and not noun[1].endswith("s") and re.search(rf"\b{noun[1].lower()}\b", words))


def _points_back(said: Said, number: Number, word: str) -> bool:
    """Whether it counts nothing: "both … and", "the two are", "the second" after "the first"."""
    before, after = said.text[max(0, number.start - _NEAR) : number.start], said.text[number.end :]
    if word == "both":
        return " and " in after
    if number.ordinal:
        return bool(re.search(r"\bfirst\b", said.text[: number.start], re.IGNORECASE))
    return word == "two" and bool(_PRONOUN_BEFORE.search(before) and _PRONOUN_AFTER.match(after))


def _counts(desk: Desk, said: Said, number: Number) -> bool:
    """Whether the things that are counted are cited: so many articles, so many measures, both countries."""
    after = said.text[number.end :]
    claims = [claim for ref in said.cited if (claim := desk.corpus.claims.get(ref))]
    if _TEXTS.match(after):
        return number.value == len({claim.source for claim in claims})
    if _MEASURES.match(after):
        return number.value == len({measure for claim in claims for measure, _ in claim.states})
    if _LANDS.match(after) and number.value == 2:  # noqa: PLR2004, two sides
        lands = {id_ for support in said.supports for id_ in support.entities}
        return sum(desk.corpus.entities[id_].kind == "country" for id_ in lands) >= number.value
    return False


# Only what an article is said to be of, or to tell then, is dated by the day of the article.
_OF_ARTICLE = re.compile(
    r"\b(?:articles?|reports?|text|story|headline|digest|sources?|relays?|relayed|writes|wrote|says|said|reports|reported|told)"
    r"(?:\sit)?,?\s(?:of|in|on|from|dated)(?:\s(?:early|mid|late))?[\s-]$",
    re.IGNORECASE,
)


def _is_printed_weekday(desk: Desk, support: Support, day: quantities.Day) -> bool:
    """Whether a whole date is the one weekday that the passage prints: "said on Wednesday", in a paper of that day."""
    if day.year is None or day.month is None or day.day is None:
        return False
    weekday = dt.date(day.year, day.month, day.day).weekday()
    return any(one.weekday == weekday for told in desk.told(support) for one in told.dates)


def _date_told(desk: Desk, said: Said, day: quantities.Day) -> bool:
    of_article = bool(_OF_ARTICLE.search(said.text, max(0, day.start - _NEAR), day.start))
    for support in said.supports:
        if any(day.is_told_by(one) for one in support.dates):
            return True
        if any(day.is_told_by(one) for told in desk.told(support) for one in told.dates):
            return True
        if any(day.is_told_by(one) for one in support.published) and (
            of_article or _is_printed_weekday(desk, support, day)
        ):
            return True
        year_alone = day.year is not None and day.month is None
        if year_alone and any(first <= (day.year or 0) <= last for first, last in support.spans):
            return True
    return False
