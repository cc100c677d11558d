"""What doubts share: the words of the evidence that a sentence takes up, and the key by which one is dismissed."""

from __future__ import annotations

import functools
import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.rules.clauses import clause_spans, comma_marks, either, piece_marks
from mkdocs_briefings.rules.patterns import compiled
from mkdocs_briefings.text.languages import language_of
from mkdocs_briefings.text.languages.english import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.corpus import Claim
    from mkdocs_briefings.model.problem import Problem, Rule
    from mkdocs_briefings.rules.clauses import Marks
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.quotation import Span

TAKEN_UP = "taken up"
"""Begins the keys of claims that sentences take up."""
_TAKEN_UP = 0.25
"""The share of a claim's words that a sentence has if it tells that claim."""
_LONG = 4
_KEY = 8


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A claim that a sentence takes up, with the texts that it is held against, each with its language."""

    claim: Claim
    texts: tuple[tuple[str, Language], ...]

    def has(self, field: str) -> bool:
        """Whether a text has a word of this field of its language."""
        return any(found(text, pack, field) for text, pack in self.texts)


@functools.lru_cache(maxsize=1 << 13)
def found(text: str, pack: Language, field: str) -> re.Match[str] | None:
    """Find the first word of a field of a language, or of its words of course (`hedges`, `conditions`), in a text."""
    pattern = getattr(pack if hasattr(pack, field) else pack.course, field)
    return compiled(pattern).search(text) if pattern else None


def unquoted(said: OwnSentence) -> str:
    """Give the words of a sentence with blanks for what it quotes: those words are the source's."""
    text = said.text
    for start, end in said.quoted:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def cited(evidence: Evidence, said: OwnSentence) -> list[TakenUp]:
    """The claims that a sentence takes up; none where the language of any is unknown."""
    return evidence.at_hand("cited", said, lambda: _cited(evidence, said))


def _cited(evidence: Evidence, said: OwnSentence) -> list[TakenUp]:
    refs = [ref for ref in said.cited if ref in evidence.corpus.claims]
    claims = [evidence.corpus.claims[ref] for ref in refs]
    if said.pack is None or len(refs) < len(said.cited):
        return []
    if len(claims) > 1:
        claims = [
            one for one in claims if _takes_up(said, one) or (one.denies and one.denies in refs)
        ] or claims
    made = [_taken_up(evidence, claim, text=said.kind != "text") for claim in claims]
    return [] if None in made else list(filter(None, made))


def can_make(evidence: Evidence) -> None:
    """Tell how to ask for a claim that sentences take up by its key."""

    def again(key: tuple[Any, ...]) -> None:
        _, ref, text = key
        if claim := evidence.corpus.claims.get(ref):
            _taken_up(evidence, claim, text=text)

    evidence.once.can_make(TAKEN_UP, again)


def _taken_up(evidence: Evidence, claim: Claim, *, text: bool) -> TakenUp | None:
    """A claim with its passages, and its `text`; None where the language of any is unknown."""

    def make() -> TakenUp | None:
        tags = evidence.of_claim(claim).tags
        texts = [" ".join(passage.words) for passage in claim.passages]
        packs = [language_of(text, *tags) for text in texts]
        if text and claim.analysed:
            texts.append(claim.text.text)
            packs.append(language_of(claim.text.text, *reversed(tags)))
        known = [(text, pack) for text, pack in zip(texts, packs, strict=True) if pack]
        return TakenUp(claim, tuple(known)) if len(known) == len(texts) else None

    return evidence.once((TAKEN_UP, claim.ref, text), make, claim)


def clauses(said: OwnSentence, taken: Sequence[TakenUp]) -> Iterator[tuple[Span, list[TakenUp]]]:
    """Part a sentence into clauses, each with the claims that it takes up more of than the others do."""
    text = unquoted(said)
    spans = clause_spans(text, said.pack or ENGLISH)
    if len(taken) == 1 or len(spans) == 1:
        yield (0, len(text)), list(taken)
        return
    best = []
    for one in taken:
        shares = [_share(said, text[slice(*span)], one) for span in spans]
        best.append(shares.index(max(shares)))
    for n, span in enumerate(spans):
        own = [one for one, at in zip(taken, best, strict=True) if at == n]
        if own:
            yield span, own


def _share(said: OwnSentence, text: str, one: TakenUp) -> float:
    spaced = said.pack is None or said.pack.spaced
    words = word_pieces(one.claim.text.text, spaced=spaced)
    return len(words & word_pieces(text, spaced=spaced)) / max(1, len(words))


_TOLD_OF = 3
"""Characters outside of quotation marks that make a clause tell of a quotation."""
_NEARLY = 0.6
"""The share of the best likeness at which the text of a claim still tells the same clause."""


def lost(said: OwnSentence, taken: Sequence[TakenUp], field: str, *others: str) -> Iterator[tuple[Span, str]]:
    """The clauses without a word of a field, or of others, where what each takes up has one, with that word.

    A clause of ours takes up the pieces of the evidence that it shares most words with. A clause that negates tells
    what is not so, or not known, which is another thing.
    """
    text, pack = unquoted(said), said.pack
    if pack is None:
        return
    for span in clause_spans(text, pack):
        clause = text[slice(*span)]
        # Words that are quoted and told of tell it too; a sentence that is nothing but a quotation tells it as its own.
        if len(clause.replace(",", " ").strip()) >= _TOLD_OF:
            clause = said.text[slice(*span)]
        if any(found(clause, pack, one) for one in (field, *others)) or negates(clause, pack):
            continue
        best = _best_words(said, said.text[slice(*span)], taken, field, others)
        if best is None or _is_told_otherwise(clause, pack, field, *best):
            continue
        yield span, best[0]


def negates(clause: str, pack: Language) -> bool:
    """Whether a clause says that something is not so; "without a vote" leaves what it says as it is."""
    return bool(found(compiled(pack.lacking).sub("", clause) if pack.lacking else clause, pack, "negations"))


def without_bounds(text: str, pack: Language) -> str:
    """A text without what only seems to negate: "no more than"."""
    # In one: "no more than" is not "no" with "more than" beside it.
    text = compiled(either(pack.at_least, pack.at_most)).sub("", text)
    for word in _negating_bounds(pack):
        text = text.replace(word, "")
    return text


@functools.cache
def _negating_bounds(pack: Language) -> tuple[str, ...]:
    """Words that round a number and seem to negate: 不到."""
    words = (*pack.bounds, *pack.rounding)
    return tuple(word for word in words if found(word, pack, "negations"))


def _is_told_otherwise(
    clause: str, pack: Language, field: str, word: str, pieces: Sequence[EvidenceClause]
) -> bool:
    """Whether a clause has a plain way to tell a word of the evidence: "was acquitted", "is planned for what is expected"."""
    if field in _NEGATING:
        if field == "negations" and not any(
            found(without_bounds(one.text, one.pack), one.pack, field) for one in pieces
        ):
            return True
        if found(clause, pack, "hedges") and any(_denies_nothing(one.text, one.pack) for one in pieces):
            return True
        theirs = frozenset().union(*(turned(one.text, one.pack) for one in pieces))
        return not turned(clause, pack) <= theirs
    awaited = field == "hedges" and any(found(word, one.pack, "awaited") for one in pieces)
    return awaited and any(found(clause, pack, one) for one in ("prospects", "plans"))


def _denies_nothing(text: str, pack: Language) -> bool:
    """Whether a text negates only within a word for what may be: "does not rule out"."""
    hedge = found(text, pack, "hedges")
    return hedge is not None and bool(found(hedge[0], pack, "negations"))


_NEGATING = frozenset({"negations", "half_negations"})


@functools.lru_cache(maxsize=1 << 12)
def turned(text: str, pack: Language) -> frozenset[str]:
    """Give the words of a text whose own meaning is negative, by how they begin: "lacks" is no other word than "lacked"."""
    words = compiled(pack.turned).finditer(text)
    return frozenset(match[0].lower()[: _BEGINNING if pack.spaced else None] for match in words)


_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class EvidenceClause:
    """A clause of the evidence, with how many words of ours it has."""

    text: str
    pack: Language
    claim: Claim
    own: bool
    """It is of the text of the claim, not of its passages."""
    shared: int


def best_pieces(
    said: OwnSentence, clause: str, taken: Sequence[TakenUp], marks: Marks
) -> list[EvidenceClause]:
    """The clauses of the evidence, cut at `marks`, that one of ours has most words of; all of them where it has none."""
    spaced = said.pack is None or said.pack.spaced
    mine = word_pieces(clause, spaced=spaced)
    found_ = [
        EvidenceClause(
            piece,
            pack,
            one.claim,
            n >= len(one.claim.passages),
            len(mine & theirs),
        )
        for one in taken
        for n, (words, pack) in enumerate(one.texts)
        for piece, theirs in _parts(words, marks(pack), spaced=pack.spaced)
    ]
    if len(found_) > 1 and not any(one.shared for one in found_):
        # One claim that is told in other words all along is what the sentence takes up.
        return found_ if len(taken) == 1 and len(clause) > len(said.text) * _NEARLY else []
    # In another language only names and figures are the same: where there are none, its clauses cannot be told apart.
    best: dict[str, int] = {}
    for one in found_:
        best[one.pack.code] = max(one.shared, best.get(one.pack.code, 0))
    if len(best) > 1:
        found_ = [one for one in found_ if best[one.pack.code]]
    return [one for one in found_ if one.shared >= best[one.pack.code] * (_NEARLY if one.own else 1)]


@functools.lru_cache(maxsize=1024)
def _parts(text: str, marks: re.Pattern[str], *, spaced: bool) -> tuple[tuple[str, frozenset[str]], ...]:
    """The clauses of a text, cut at `marks`, each with what tells it from another."""
    return tuple((piece, word_pieces(piece, spaced=spaced)) for piece in filter(None, marks.split(text)))


def _best_words(
    said: OwnSentence, clause: str, taken: Sequence[TakenUp], field: str, others: Sequence[str]
) -> tuple[str, list[EvidenceClause]] | None:
    """The word of a field in all that a clause takes up, and that; nothing if any of it has none."""
    words = ""
    pieces = best_pieces(said, clause, taken, comma_marks if field == "negations" else piece_marks)
    for one in pieces:
        if one.own and one.claim.kind == "forecast" and field == "prospects":
            continue
        match = found(one.text, one.pack, field)
        if match is None or any(found(one.text, one.pack, other) for other in others if other in _SAME_KIND):
            return None
        words = words or match[0]
    return (words, pieces) if words else None


_SAME_KIND = frozenset({"hedges"})
"""Fields whose words in the evidence make a matter of theirs, and none of the one that is looked for."""


def _takes_up(said: OwnSentence, claim: Claim) -> bool:
    spaced = said.pack is None or said.pack.spaced
    words, there = word_pieces(claim.text.text, spaced=spaced), word_pieces(said.text, spaced=spaced)
    return bool(words) and len(words & there) >= _TAKEN_UP * len(words)


@functools.lru_cache(maxsize=4096)
def word_pieces(text: str, *, spaced: bool) -> frozenset[str]:
    """Give what tells one sentence from another: the beginnings of long words, or pairs of characters."""
    if spaced:
        words = (word.lower()[:6] for word in _WORD.findall(text) if len(word) >= _LONG)
        return frozenset((*words, *_FIGURE.findall(text)))
    pairs = (text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalpha())
    return frozenset((*pairs, *_FIGURE.findall(text)))


_WORD = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"\d\d+")


def doubt(
    rule: Rule, said: OwnSentence, span: Span, message: str, evidence: Sequence[TakenUp] = ()
) -> Problem:
    """Make the doubt of a rule, with the key of its sentence and passages."""
    words = [words for one in evidence for passage in one.claim.passages for words in passage.words]
    named = "\0".join((rule.code, said.place.path, said.text, *words))
    key = hashlib.sha256(named.encode(errors="surrogatepass")).hexdigest()[:_KEY]
    problem = rule.at(said.at(*span), message)
    return replace(problem, key=key, hint=f"{problem.hint} To dismiss it: `{key}`.")
