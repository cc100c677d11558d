"""Words that stand for one of a few that exclude each other, where the evidence has another one: autumn for spring."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.patterns import Sieved, compiled
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.said import ASSERTED, within
from mkdocs_briefings.text.languages import language_of
from mkdocs_briefings.text.languages.lands import lands_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.quotation import Span

RULE = Rule(
    "word-exchanged",
    Severity.ERROR,
    "A sentence has a season, a half of a year, a sex, a side, a party, a country or a rank where its evidence has another.",
    "One such word looks as good as another, and only one of them is right.",
    "`It opens in autumn [@opening].`, where the passage has “in spring”",
    "Take the word of the passage, or cite the claim that has yours.",
)
_SEASONS = 0
_QUARTERS = 2
_LAND = -1
Member = tuple[int, int | str]
"""The number of a class, and the word of it that is told: its number, or the code of a country."""


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find words that nothing cited has, where it has another one of their class instead."""
    pack = said.pack
    if pack is None or not pack.closed:
        return
    yield from _of_ranks(said, pack)
    ours = [
        (one, span)
        for one, span in members(said.text, pack)
        if not within(said.quoted, span[0]) and not within((named.span for named in said.named), span[0])
    ]
    if not ours:
        return
    theirs = _theirs(evidence, said)
    mine = {one for one, _ in ours}
    for (number, word), span in ours:
        others = {one for one in theirs if one[0] == number}
        # Where all others are told as well, this one is what is left of a whole.
        if (number, word) in theirs or not others - mine:
            continue
        if not _is_told_otherwise(evidence, said, number, word):
            found = said.text[slice(*span)]
            yield RULE.at(
                said.at(*span), f"“{found}” is in nothing that is cited, which has another one instead"
            )


def _of_ranks(said: OwnSentence, pack: Language) -> Iterator[Problem]:
    """Find "the highest" where all that is cited has of it is "the second-highest", and the other way round."""
    if not pack.ranked:
        return
    for match in compiled(pack.ranked).finditer(said.text):
        if within(said.quoted, match.start()):
            continue
        rank, what = (match["rank"] or "").lower(), match["what"].lower()
        theirs = {
            (other["rank"] or "").lower()
            for support in said.supports
            if support.pack is pack
            for other in compiled(pack.ranked).finditer(support.words)
            if other["what"] == what
        }
        if theirs and rank not in theirs:
            yield RULE.at(said.at(*match.span()), f"“{match[0]}” has another rank in what is cited")


def members(text: str, pack: Language) -> Iterator[tuple[Member, Span]]:
    """Give the words of a text that are of a closed class."""
    for match in _any(pack).finditer(text):
        for number, words in enumerate(pack.closed):
            for word, form in enumerate(words):
                # The form may look at what is beside it.
                if compiled(form).match(text, match.start()):
                    yield (number, word), match.span()
    if not pack.capitals:
        names, pattern = lands_of(pack.code)
        for match in pattern.finditer(text):
            yield (_LAND, names[match[0]]), match.span()


@functools.cache
def _any(pack: Language) -> Sieved:
    return compiled("|".join(form for words in pack.closed for form in words))


def _theirs(evidence: Evidence, said: OwnSentence) -> set[Member]:
    found: set[Member] = set()
    for support in said.supports:
        for text in (*support.texts, support.beside):
            pack = language_of(text, *support.tags) if text else None
            if pack is not None and pack.closed:
                found |= evidence.once(("closed", text, pack.code), functools.partial(_members, text, pack))
                if pack.capitals and said.pack and not said.pack.capitals:
                    found |= evidence.once(("lands", text, pack.code), functools.partial(_lands, text, pack))
    return found


def _members(text: str, pack: Language) -> frozenset[Member]:
    return frozenset(one for one, _ in members(text, pack))


def _lands(text: str, pack: Language) -> frozenset[Member]:
    names, pattern = lands_of(pack.code)
    return frozenset((_LAND, names[match[0]]) for match in pattern.finditer(text))


def _is_told_otherwise(evidence: Evidence, said: OwnSentence, number: int, word: int | str) -> bool:
    """Whether the evidence tells it in other words: a season by its month, a country by its people or a short name."""
    if number == _LAND:
        return _is_land_known(evidence, said, str(word))
    if number not in {_SEASONS, _QUARTERS}:
        return False
    months = {
        day.month
        for support in said.supports
        for day in (*support.dates, *(one for told in evidence.figures_of(support) for one in told.dates))
        if day.month
    }
    if number == _QUARTERS:
        return any((month - 1) // 3 == word for month in months)
    # A season begins before or after its first month: March is spring, December winter.
    return any((month + 9) % 12 // 3 == word or (month + 10) % 12 // 3 == word for month in months)


def _is_land_known(evidence: Evidence, said: OwnSentence, code: str) -> bool:
    """Whether something cited has another form of a country's name, or is about the country as an entity."""
    for support in said.supports:
        pack = language_of(support.texts[0], *support.tags) if support.texts else None
        for one in {pack, said.pack} - {None}:
            names, _ = lands_of(one.code) if one else ({}, None)
            forms = [name for name, land in names.items() if land == code]
            stems = [name[:_STEM] if one and one.spaced else name for name in forms]
            if any(stem.lower() in support.words or stem.lower() in support.beside for stem in stems):
                return True
            entities = (evidence.corpus.entities.get(id_) for id_ in support.entities)
            if any(entity and {entity.name, *entity.aliases} & {*forms} for entity in entities):
                return True
    return False


_STEM = 4

ROW = OfSentences(RULE, check, ASSERTED - {"title"}, names=True)
