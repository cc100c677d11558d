"""Report numbers of a sentence that nothing it cites has."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules import arithmetic, counted, figures, implied_figures, lengths, words_beside
from mkdocs_briefings.rules.derived_values import SMALL
from mkdocs_briefings.rules.patterns import compiled
from mkdocs_briefings.rules.quantities import Day, Number
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.said import within
from mkdocs_briefings.text.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence, Support
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.languages.pack import Near

RULE = Rule(
    "unsupported-number",
    Severity.ERROR,
    "A sentence has a number that is in nothing it cites.",
    "Readers remember figures, and a wrong digit looks as certain as a right one.",
    "`Three officials were dismissed [@dismissed].`, where the passage has “two officials”",
    "Correct the number, or cite the claim that has it.",
)


_NEAR = 40
"""Characters before a number that tell what it is of."""
# Words that stand for things told of already, and count nothing new.
_PRONOUN_AFTER = re.compile(
    r"\s+(?:of|another|or another|who|that|which|is|are|was|were|has|have|had|can|could|may|might|would|will|differ)\b|\s*[,.;:?!)]|$"
)
_PRONOUN_BEFORE = re.compile(r"\b(?:no|the|this|that|these|those|any|each|every|which|if)\s$", re.IGNORECASE)
_SAME = re.compile(r"\b(?:is|are|be|as)\s$", re.IGNORECASE)
"""Before "one measure": that two are the same."""
_ONLY = re.compile(r"\b(?:only|just)\s$", re.IGNORECASE)
_PART_OF = re.compile(r"\b(?:part|chapter|no\.)\s?$", re.IGNORECASE)
_TEXTS = re.compile(r"\s+(?:\w+\s)?(?:articles?|sources?|reports?|accounts?|texts?|papers?)\b")
_LANDS = re.compile(
    r"\s+(?:sides?|countries|nations|governments|powers|states|announcements|parties|economies)\b"
)
_MEASURES = re.compile(r"\s+(?:\w+\s){0,2}(?:measures?|rules?|plans?|controls?|bans?|regulations?)\b")


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find numbers that nothing cited has; of those in words, what may be counted is a doubt (`unsupported-count`)."""
    for number in untold(evidence, said):
        if is_provable(evidence, said, number):
            end = end_of_unit(said, number)
            words = said.text[number.start : end].strip()
            yield RULE.at(said.at(number.start, end), f"the number “{words}” is in no cited passage or claim")


def untold(evidence: Evidence, said: OwnSentence) -> tuple[Number, ...]:
    """Give the numbers of a sentence that nothing it cites tells."""

    def make() -> tuple[Number, ...]:
        inside = [one.span for one in said.named if not one.linked]
        numbers = evidence.read(said.text, said.pack).numbers
        wholes = list(lengths.joined(said.text, numbers))
        return tuple(
            number
            for number in numbers
            if not within(inside, number.start)
            and not number_told(evidence, said, number)
            and not any(
                one.start <= number.start < one.end and number_told(evidence, said, one) for one in wholes
            )
        )

    return evidence.at_hand("untold numbers", said, make)


def is_provable(evidence: Evidence, said: OwnSentence, number: Number) -> bool:
    """Return whether a number that is not told is sure to be wrong, not only uncounted.

    Figures are. A small number in words may count what is told without any: a list, a pair, "women or men". It is
    wrong where the evidence counts the same, or has what a difference is computed from; shares and lengths are computed.
    """
    if any(char.isdigit() for char in said.text[number.start : number.end]):
        return True
    if number.unit or number.value > SMALL:
        return True
    theirs = [(one, text, pack) for text, pack in _texts(said) for one in evidence.read(text, pack).numbers]
    after = said.text[number.end :]
    if _TEXTS.match(after) or _MEASURES.match(after) or _LANDS.match(after):
        return True  # the desk itself counts them
    if number.measure or number.times or number.fraction:
        return True
    if number.ordinal and _ANOTHER.search(said.text, 0, number.start):
        return any(one.ordinal for one, _, _ in theirs)
    if number.ordinal:
        return len(theirs) > 1 or any(one.ordinal or one.fraction for one, _, _ in theirs)
    ours = _nouns(said.text, number, said.pack)
    if any(not ours.isdisjoint(_nouns(text, one, pack)) for one, text, pack in theirs):
        return not _is_left(number, theirs)
    if _is_of_two(number, [one for one, _, _ in theirs]):
        return False
    if any(abs(one.value - number.value) == 1 < one.value for one, _, _ in theirs if not one.measure):
        return False  # "four rivals" of five who compete
    return _is_compared(said, number) and (
        len(theirs) > 1 or any(one.ordinal or one.fraction for one, _, _ in theirs)
    )


_ANOTHER = re.compile(r"\ba\s$", re.IGNORECASE)
"""Before "second": another one."""


def _is_left(number: Number, theirs: Sequence[tuple[Number, str, Language | None]]) -> bool:
    """Whether a number is one of the evidence without a smaller one beside it: "seven schools" of twelve that become five."""
    return any(
        text is other_text and one.value - other.value == number.value and other.value > 1
        for (one, text, _), (other, other_text, _) in itertools.permutations(theirs, 2)
        if not (one.unit or one.measure or one.fraction or other.unit or other.measure or other.fraction)
    )


def _is_of_two(number: Number, theirs: Sequence[Number]) -> bool:
    """Whether a small number is two of the evidence together, or apart: "eleven members" after two more than nine."""
    plain = {one.value for one in theirs if not (one.unit or one.measure or one.fraction or one.times)}
    return any(
        number.value in {abs(one - other), one + other} for one, other in itertools.combinations(plain, 2)
    )


_NOUNS = re.compile(r"(?:[\s-][^\W\d_]+){1,3}")
_NOUN = re.compile(r"[^\W\d_]{5,}")
_STEM = 5


def _is_compared(said: OwnSentence, number: Number) -> bool:
    """Whether a number is a difference, a part of another one or a vote against another one: it is computed."""
    if said.pack is None:
        return False
    if words_beside.beside(said.text, number, said.pack).rest:
        return True
    if any(one.span[0] <= number.start < one.span[1] for one in implied_figures.vote_pairs(said.text)):
        return True
    return any(
        one.start <= number.start < one.end or one.end <= number.start <= one.end + 1
        for one in figures.of_shares(said.text, said.pack)
    ) or bool(_COMPARED.match(said.text, number.end))


_COMPARED = re.compile(
    r"\s(?:[^\W\d_]+\s)?(?:more|fewer|less|mehr|weniger|de\splus|de\smoins|más|menos|later|earlier|longer|of|sur|von|der|de)\b",
    re.IGNORECASE,
)


def _nouns(text: str, number: Number, pack: Language | None) -> frozenset[str]:
    """Give how the words that a number counts begin; without spaces, its counter."""
    if pack is None or not pack.spaced:
        return frozenset(text[number.end : number.end + 1])
    match = _NOUNS.match(text, number.end)
    words = (word.lower() for word in _NOUN.findall(match[0])) if match else ()
    return frozenset(word[:_STEM] for word in words)


def end_of_unit(said: OwnSentence, number: Number) -> int:
    """Return where a number of a sentence ends with the unit behind it."""
    if number.measure is None or said.pack is None:
        return number.end
    rest = said.text[number.end :].lower()
    gap = len(rest) - len(rest.lstrip(" \xa0\u202f-"))
    units = (word for word in said.pack.measures if rest.startswith(word, gap))
    return number.end + gap + max(map(len, units), default=-gap)


_VOTES = re.compile(r"\b(?:votes?|voted|stimmen|voix|votos)\b|票", re.IGNORECASE)


def _is_other_vote(said: OwnSentence, number: Number) -> bool:
    """Whether it is of a vote, where the evidence tells votes and none like it."""
    if not _VOTES.search(said.text):
        return False
    ours = [one for one in implied_figures.vote_pairs(said.text) if one.span[0] <= number.start < one.span[1]]
    theirs = {(one.most, one.least) for text, _ in _texts(said) for one in implied_figures.vote_pairs(text)}
    return bool(ours and theirs) and (ours[0].most, ours[0].least) not in theirs


def number_told(evidence: Evidence, said: OwnSentence, number: Number) -> bool:
    """Return whether the evidence tells a number, or it follows from what that tells."""
    if _is_other_vote(said, number):
        return False
    near = words_beside.near(said.text, number, said.pack)
    known, is_there = _known(evidence, said, number, near)
    if is_there or _has_money_of_article(evidence, said, number, known):
        return True
    word = said.text[number.start : number.end].strip().lower()
    if said.kind == "title" and _PART_OF.search(said.text, max(0, number.start - _NEAR), number.start):
        return True
    if word == "one" and _one_told(said, number):
        return True
    if (
        _counts(evidence, said, number)
        or _points_back(said, number, word)
        or _is_implied(evidence, said, number)
    ):
        return True
    implied = _implied(evidence, said)
    known += implied
    if any(_is_one_apart(number, text, pack, known) for text, pack in _texts(said)):
        return True
    parts = (one for text, pack in _texts(said) if pack for one in figures.of_shares(text, pack))
    if any(arithmetic.same_number(number, one, near) for one in (*implied, *parts)):
        return True
    beside = words_beside.beside(said.text, number, said.pack)
    beside = replace(
        beside,
        of_whole=any(implied_figures.has_whole(text) for text, _ in _texts(said)),
        apiece=any(_tells_of_each(text, pack) for text, pack in (*_texts(said), (said.text, said.pack))),
    )
    if arithmetic.follows(number, known, near, _years(evidence, said), beside):
        return True
    return _is_in_headline(evidence, said, number) or _follows_from_context(
        evidence, said, number, known, beside
    )


def _has_money_of_article(
    evidence: Evidence, said: OwnSentence, number: Number, known: Sequence[Number]
) -> bool:
    """Whether the evidence has a great amount without its money, which the article tells elsewhere: "it cost 9.1 million"."""
    if number.unit in {"", "%", "pp"} or number.value < _GREAT:
        return False
    if not any(one.value == number.value and not (one.unit or one.measure) for one in known):
        return False
    return any(one.unit == number.unit for one in _of_articles(evidence, said))


def _of_articles(evidence: Evidence, said: OwnSentence) -> Iterator[Number]:
    """Give the numbers of the whole articles on which a sentence rests."""
    for id_ in dict.fromkeys(id_ for one in said.supports for id_ in one.sources):
        for told in evidence.figures_of(evidence.of_source(evidence.corpus.sources[id_])):
            yield from told.numbers


_GREAT = 1000


def _is_one_apart(number: Number, text: str, pack: Language | None, known: Sequence[Number]) -> bool:
    """Whether a text tells a number and that somebody has one more, or less: "68 points, one ahead of the Foxes"."""
    if pack is None or not (pack.apart and pack.articles) or number.unit or number.measure:
        return False
    one_apart = rf"\b(?:{pack.articles})(?:\s[^\W\d_]+)?\s(?:{pack.apart})"
    values = {one.value for one in known if not (one.unit or one.measure or one.fraction)}
    near = {number.value - 1, number.value + 1} & values
    return bool(near) and compiled(one_apart).search(text) is not None


def _is_in_headline(evidence: Evidence, said: OwnSentence, number: Number) -> bool:
    """Whether the title of a cited article tells a number that is no small count: what all of it is about."""
    if number.value <= SMALL or number.fraction or number.times:
        return False
    sources = (evidence.corpus.sources[id_] for one in said.supports for id_ in one.sources)
    titles = ((one.title, language_of(one.title, one.lang)) for one in sources if one.title)
    return any(
        arithmetic.same_number(number, other, None)
        for title, pack in titles
        for other in evidence.read(title, pack).numbers
    )


def _follows_from_context(
    evidence: Evidence,
    said: OwnSentence,
    number: Number,
    known: Sequence[Number],
    beside: words_beside.Beside,
) -> bool:
    """Whether a share or an amount of money follows exactly from what is cited and one amount told elsewhere in the article.

    "60 percent, or 28.8 million" of the costs that the sentence before told.
    """
    unit = number.unit if number.unit not in {"%", "pp"} else ""
    if not (unit or number.fraction or number.unit == "%") or said.kind == "title":
        return False
    units = {unit} if unit else {one.unit for one in known} - {"", "%", "pp"}
    shares = [one for one in known if one.fraction or one.unit == "%"]
    amounts = [one for one in known if one.unit in units]
    others = [one for one in _of_articles(evidence, said) if one.unit in units]
    cited = shares if unit else amounts
    near = words_beside.near(said.text, number, said.pack) if number.fraction else None
    return any(
        arithmetic.follows_exactly(number, [one, other], beside, near)
        for one in cited
        for other in others
        if one.value and other.value and one.value != other.value
    )


def _known(
    evidence: Evidence, said: OwnSentence, number: Number, near: Near | None
) -> tuple[list[Number], bool]:
    """Give the numbers that are cited but those that count something else, and whether one is the number."""
    known, is_there = [], False
    ours = counted.counted(said.text, number, said.pack)
    for text, pack in _texts(said):
        for one in evidence.read(text, pack).numbers:
            same = arithmetic.same_number(number, one, near)
            if same and counted.differ(ours, counted.counted(text, one, pack)):
                continue
            known.append(one)
            is_there = is_there or (same and not _is_beyond_limit(number, near, one, text, pack))
    return known, is_there


def _implied(evidence: Evidence, said: OwnSentence) -> list[Number]:
    """Give the numbers that the evidence tells without writing them so."""
    implied: list[Number] = []
    for text, pack in _texts(said):
        read = evidence.read(text, pack).numbers
        implied += implied_figures.periods(text)
        implied += implied_figures.scaled_alike(text, read)
        implied += implied_figures.year_spans(text)
        implied += lengths.joined(text, read)
        implied += lengths.short_races(text)
        implied += lengths.between_clocks(text, pack)
        implied += implied_figures.units_alike(text, read)
        implied += implied_figures.single_units(text, pack)
        implied += implied_figures.told_by_words(text, read, pack)
        implied += implied_figures.lengths(evidence.read(text, pack).dates)
        if pack and pack.births:
            years = {
                day.year for day in (*evidence.read(text, pack).dates, *_days_of_articles(said)) if day.year
            }
            implied += implied_figures.ages(text, years, pack)
    days = {(day.year, day.month, day.day): day for one in said.supports for day in one.dates if day.day}
    implied += implied_figures.lengths(tuple(days.values()))
    return implied


def _days_of_articles(said: OwnSentence) -> Iterator[Day]:
    """Give the days of the articles that a sentence cites."""
    return (day for support in said.supports for day in support.published)


def _is_beyond_limit(
    number: Number, near: Near | None, one: Number, text: str, pack: Language | None
) -> bool:
    """Whether a number of the evidence is a limit itself, and ours another one: "at least 400" for "at least 300"."""
    return (
        near in {"below", "above"}
        and not arithmetic.same_number(number, one, None)
        and words_beside.bound(text, one, pack) in {"below", "above"}
    )


def _texts(said: OwnSentence) -> Iterator[tuple[str, Language | None]]:
    """The texts that a sentence rests on, each with its language."""
    return ((text, language_of(text, *one.tags)) for one in said.supports for text in one.texts)


def _tells_of_each(text: str, pack: Language | None) -> bool:
    return pack is None or not pack.apiece or compiled(pack.apiece).search(text) is not None


_HALF = 0.5


def _is_implied(evidence: Evidence, said: OwnSentence, number: Number) -> bool:
    """Return whether it is a number that the evidence tells without writing it: of a list, of votes, of a share."""
    if any((number.value, number.unit) == total for one in said.supports for total in _listed(evidence, one)):
        return True
    counts = not _PRONOUN_AFTER.match(said.text, number.end)
    if _ONLY.search(said.text, max(0, number.start - _NEAR), number.start) and any(
        one.ordinal and one.value == number.value + 1
        for text, pack in _texts(said)
        for one in evidence.read(text, pack).numbers
    ):
        return True  # "only one has more" for "the second-most"
    for text, pack in _texts(said):
        if counts and any(number.value == count for count in implied_figures.items(text)):
            return True
        if number.value == 2 and not number.unit and implied_figures.has_pair(text):  # noqa: PLR2004, of a pair
            return True
        if any(number.value == total for total in implied_figures.votes(text)):
            return True
        parts = tuple(figures.of_shares(text, pack)) if pack else ()
        if number.value in implied_figures.rests(text, evidence.read(text, pack).numbers, parts):
            return True
        if number.unit == "%":
            shares = implied_figures.shares(evidence.read(text, pack).numbers, text)
            if any(abs(number.value - share) <= _HALF for share in shares):
                return True
    return False


_SINGLE = re.compile(
    r"(?<=\band )(?:an?|one)\b(?!\shalf)|(?<=\bund )eine?[nmrs]?\b|(?<=\bet )une?\b|(?<=\by )una?\b",
    re.IGNORECASE,
)
"""One thing of a list: "four residents and a workshop" are five."""


def _listed(evidence: Evidence, support: Support) -> Iterator[tuple[float, str]]:
    for text in support.texts:
        numbers = list(evidence.read(text, language_of(text, *support.tags)).numbers)
        numbers += [Number(1, "", *match.span()) for match in _SINGLE.finditer(text)]
        yield from implied_figures.listed(text, sorted(numbers, key=lambda one: one.start))


def _years(evidence: Evidence, said: OwnSentence) -> Iterator[int]:
    """Return the years from which lengths of time can be counted: those that are cited, those that the sentence says."""
    days = [day for support in said.supports for day in (*support.dates, *support.published)]
    days += [day for support in said.supports for told in evidence.figures_of(support) for day in told.dates]
    days += evidence.read(said.text, said.pack).dates
    told = [one for support in said.supports for told in evidence.figures_of(support) for one in told.numbers]
    yield from (int(one.value) for one in told if _OLDEST <= one.value <= _NEWEST and not one.unit)
    yield from (day.year for day in days if day.year)


_OLDEST, _NEWEST = 1000, 2100


def _one_told(said: OwnSentence, number: Number) -> bool:
    """Return whether "one" is a pronoun or an article, rather than a count."""
    before, after = said.text[max(0, number.start - _NEAR) : number.start], said.text[number.end :]
    return bool(
        _PRONOUN_AFTER.match(after)
        or _PRONOUN_BEFORE.search(before)
        or _TEXTS.match(after)
        or _SAME.search(before)
        or any(_has_single(support.words, after) for support in said.supports)
    )


def _has_single(words: str, after: str) -> bool:
    """Return whether the evidence has what follows "one" in the singular."""
    noun = re.match(r"\s+([^\W\d_]+)", after)
    return bool(noun and not noun[1].endswith("s") and re.search(rf"\b{noun[1].lower()}\b", words))


def _points_back(said: OwnSentence, number: Number, word: str) -> bool:
    """Return whether it counts nothing: "both … and", "the two are", "the second" after "the first"."""
    before, after = said.text[max(0, number.start - _NEAR) : number.start], said.text[number.end :]
    if word == "both":
        return " and " in after
    if number.ordinal:
        return bool(re.search(r"\bfirst\b", said.text[: number.start], re.IGNORECASE))
    return word == "two" and bool(_PRONOUN_BEFORE.search(before) and _PRONOUN_AFTER.match(after))


def _counts(evidence: Evidence, said: OwnSentence, number: Number) -> bool:
    """Return whether the things that are counted are cited: so many articles, so many measures, both countries."""
    after = said.text[number.end :]
    claims = [claim for ref in said.cited if (claim := evidence.corpus.claims.get(ref))]
    if _TEXTS.match(after):
        return number.value == len({claim.source for claim in claims})
    if _MEASURES.match(after):
        return number.value == len({measure for claim in claims for measure, _ in claim.states})
    if _LANDS.match(after) and number.value == 2:  # noqa: PLR2004, two sides
        lands = {id_ for support in said.supports for id_ in support.entities}
        return sum(evidence.corpus.entities[id_].kind == "country" for id_ in lands) >= number.value
    return False


ROW = OfSentences(RULE, check, names=True)
