"""Sentences with an "all" or "only" that their evidence lacks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.doubting import cited, doubt, found, unquoted
from mkdocs_briefings.rules.patterns import compiled
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.text.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.quotation import Span

RULE = Rule(
    "universal-added",
    Severity.DOUBT,
    "A sentence says “all”, “only”, “never” or the like, and nothing that it takes up does.",
    "One exception makes such a sentence wrong.",
    "`All exports stopped [@exports].`, where the article has “exports stopped”",
    "Leave the word out, cite what says it, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find words for it that no cited claim or passage has, nor the sentences around the passages."""
    if said.kind == "title" or said.pack is None:
        return
    yield from _firsts(evidence, said)
    word = found(unquoted(said), said.pack, "universals")
    if word and _is_of_limit(said.text, said.pack, word.span()):
        return
    taken = cited(evidence, said) if word else []
    if (
        not word
        or not taken
        or _is_beside_number(evidence, said, word.span())
        or _is_share(evidence, said, word[0])
        or _is_ranked(evidence, said, word.span())
        or _is_partial(said, word)
    ):
        return
    texts = [text for one in taken for text in one.texts]
    texts += [(support.words, support.pack) for support in said.supports if support.pack]
    only, never = bool(found(word[0], said.pack, "only")), word[0].lower() in _NEVER
    if not any(_says_so(text, pack, only=only, never=never) for text, pack in texts):
        yield doubt(RULE, said, word.span(), f"“{word[0]}” is in nothing that is cited", taken)


def _is_of_limit(text: str, pack: Language, span: Span) -> bool:
    """Whether a word belongs to a limit of a number: "at the most", "at least"."""
    limits = (one for one in (pack.at_least, pack.at_most) if one)
    found_ = (m for one in limits for m in compiled(one).finditer(text))
    # 最大 is a limit, 最大手 is not.
    return any(m.start() < span[0] < m.end() or m.start() == span[0] < span[1] <= m.end() for m in found_)


def _firsts(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find words that set something above all others, where the evidence neither does nor gives numbers that rank it."""
    pack = said.pack
    word = found(unquoted(said), pack, "firsts") if pack else None
    if not word or pack is None or _is_of_limit(said.text, pack, word.span()):
        return
    if not (taken := cited(evidence, said)):
        return
    texts = [text for one in taken for text in one.texts]
    texts += [(support.words, support.pack) for support in said.supports if support.pack]
    if _is_ranking(evidence, said) or any(_ranks(text, other) for text, other in texts):
        return
    # "For the first time in twelve years": "not since 2014".
    if any(_SINCE.search(text) and found(text, other, "negations") for text, other in texts):
        return
    yield doubt(RULE, said, word.span(), f"“{word[0]}” is in nothing that is cited", taken)


_SINCE = re.compile(r"\b(?:since|seit|depuis|desde)\b|以来|以降|年ぶり|自从|منذ", re.IGNORECASE)


def _ranks(text: str, pack: Language) -> bool:
    """Whether a text sets something above all others, and not only leaves nothing out."""
    return bool(found(text, pack, "firsts")) or any(
        not found(word[0], pack, "negations")
        and not compiled(pack.scopes[2]).search(word[0])
        and word[0].lower() not in pack.numbers
        for word in compiled(pack.superlatives).finditer(text)
    )


def _is_partial(said: OwnSentence, word: re.Match[str]) -> bool:
    """Whether it leaves some out: "not all"; in French and Spanish, "all have not"."""
    pack = said.pack
    return bool(
        pack
        and not found(word[0], pack, "only")
        and word[0].lower() not in _NEVER
        and found(said.text, pack, "negations")
    )


_NEVER = frozenset(("never", "most", "nie", "niemals", "jamais", "nunca", "aucun", "aucune", "从未", "最も"))


def _says_so(text: str, pack: Language, *, only: bool, never: bool) -> bool:
    """Whether a text leaves all others out, or leaves nothing out: "the lowest" is never lower."""
    if only:
        return bool(found(text, pack, "only"))
    if found(text, pack, "universals") and not found(text, pack, "only"):
        return True
    # "All survived" tells "nobody died".
    if not never and (compiled(pack.scopes[2]).search(text) or found(text, pack, "negations")):
        return True
    return never and bool(found(text, pack, "superlatives"))


_HALF = 0.5


def _is_share(evidence: Evidence, said: OwnSentence, word: str) -> bool:
    """Whether it is "most", and the evidence has a share of more than half."""
    if word.lower() != "most":
        return False
    numbers = (
        one for support in said.supports for told in evidence.figures_of(support) for one in told.numbers
    )
    return any(
        (one.value / 100 if one.unit == "%" else one.value if one.fraction else 0) > _HALF for one in numbers
    )


_RANKS = 3


def _is_ranked(evidence: Evidence, said: OwnSentence, span: Span) -> bool:
    """Whether it is "the most" of what the evidence gives a row of numbers of, which ranks them."""
    if said.text[slice(*span)].lower() != "most" or not said.text[: span[0]].lower().endswith("the "):
        return False
    return _is_ranking(evidence, said)


def _is_ranking(evidence: Evidence, said: OwnSentence) -> bool:
    """Whether the evidence gives a row of numbers."""
    values = {
        one.value
        for support in said.supports
        for told in evidence.figures_of(support)
        for one in told.numbers
        if not one.unit and not one.measure
    }
    return len(values) >= _RANKS


_NEAR = 3


def _is_beside_number(evidence: Evidence, said: OwnSentence, span: Span) -> bool:
    """Whether a number is beside it: "only six in ten" and "all 14" weigh it, and leave nothing out; so does "24 all"."""
    start, end = span
    pack = said.pack
    numbers = evidence.read(said.text, pack).numbers
    if any(end <= one.start <= end + _NEAR or start - _NEAR < one.end <= start for one in numbers):
        return True
    # "Only one is missing", "un seul": what is left of a whole that the evidence counts.
    return bool(
        pack
        and found(said.text[start:end], pack, "only")
        and (_ONE_BEHIND.match(said.text, end) or _ONE_BEFORE.search(said.text, 0, start))
        and any(
            evidence.read(text, language_of(text, *s.tags)).numbers for s in said.supports for text in s.texts
        )
    )


_ONE_BEHIND = re.compile(r"\s?(?:one|eine?[rns]?|une?|una|uno)\b|一", re.IGNORECASE)
_ONE_BEFORE = re.compile(r"(?:\b(?:une?|un|una)\s|一[^\W\d_]{0,2})$", re.IGNORECASE)


ROW = OfSentences(RULE, check)
