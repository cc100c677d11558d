"""Compare our own prose sentence by sentence, with the passages that it cites."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal, NamedTuple

from rapidfuzz import fuzz

from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.corpus_fields import of_briefing, of_storyline
from mkdocs_briefings.parse.validate import PLACEHOLDER
from mkdocs_briefings.review import word_changes
from mkdocs_briefings.review.change import LOOKS, Flag, SentenceChange
from mkdocs_briefings.review.claim_changes import weight
from mkdocs_briefings.review.statements import cited, renamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs_briefings.model.corpus import Briefing, Corpus
    from mkdocs_briefings.model.corpus_fields import Kind
    from mkdocs_briefings.model.prose import Sentence
    from mkdocs_briefings.review.change import Cited, Edition

_ALIKE = 50
"""How alike, of 100, two sentences are of which one is taken for a new version of the other."""
_MOST = 10_000
"""Pairs of sentences that are compared for likeness; beyond, they are paired in their order."""
_PARTS: tuple[Kind, ...] = ("title", "summary", "correction", "withdrawal", "note")
"""Of a briefing; claims, disagreements and questions are compared apart."""


class _ComparedSentence(NamedTuple):
    """A sentence as it is compared: its words, and what it cites by the names of now."""

    sentence: Sentence
    text: str
    cites: tuple[str, ...]


def sentence_changes(
    base: Edition, head: Edition, homes: Mapping[str, str], now: Mapping[str, str]
) -> tuple[SentenceChange, ...]:
    """Compare the titles, summaries and corrections of two builds.

    Of a file that has errors now, what could be read is compared; what is not there may only be what could not be read.
    """
    one, two = base.result.corpus, head.result.corpus
    faulty = {problem.place.path for problem in head.result.problems if problem.is_error}
    found: list[SentenceChange] = []
    then = {new: old for old, new in homes.items()}
    for id_, briefing in two.briefings.items():
        old = one.briefings.get(then.get(id_, ""))
        page = addresses.briefing(id_)
        for part in _PARTS:
            before = _told(_of(old, part), now) if old else []
            changes = _compared(one, two, id_, page, part, before, _told(_of(briefing, part), {}))
            found += _readable(changes) if briefing.path in faulty else changes
    for id_, briefing in one.briefings.items():
        if id_ not in homes and briefing.path not in faulty:
            for part in _PARTS:
                before = _told(_of(briefing, part), now)
                found += _compared(one, two, id_, addresses.briefing(id_), part, before, [])
    for id_ in dict.fromkeys((*two.storylines, *one.storylines)):
        is_faulty = any(side.storylines[id_].path in faulty for side in (one, two) if id_ in side.storylines)
        for kind, part in (("title", "title"), ("summary", "storyline")):
            before, after = (
                _told((t.sentence for t in of_storyline(side.storylines[id_]) if t.kind == kind), names)
                if id_ in side.storylines
                else []
                for side, names in ((one, now), (two, {}))
            )
            changes = _compared(one, two, id_, addresses.storyline(id_), part, before, after)
            found += _readable(changes) if is_faulty else changes
    return tuple(
        sorted(found, key=lambda change: (weight(change.flags), change.page, _HOWS.index(change.how)))
    )


def _readable(changes: Iterable[SentenceChange]) -> Iterator[SentenceChange]:
    """Return what was not only lost, or left without its citations, because of what is at fault."""
    told = (one for one in changes if one.how != "lost" and one.new.strip(" .") != PLACEHOLDER)
    return (one for one in told if one.old != one.new)


_How = Literal["added", "changed", "lost"]
_HOWS = ("lost", "changed", "added")


def _of(briefing: Briefing, part: Kind) -> Iterator[Sentence]:
    things = {"briefing", "correction"}
    return (one.sentence for one in of_briefing(briefing) if one.kind == part and one.thing in things)


def _told(sentences: Iterable[Sentence], now: Mapping[str, str]) -> list[_ComparedSentence]:
    return [_ComparedSentence(sentence, sentence.text, renamed(sentence, now)) for sentence in sentences]


def _compared(  # noqa: PLR0913, two sides and a place
    base: Corpus,
    head: Corpus,
    home: str,
    page: str,
    part: str,
    before: Sequence[_ComparedSentence],
    after: Sequence[_ComparedSentence],
) -> Iterator[SentenceChange]:
    one, two = ([(told.text, told.cites) for told in side] for side in (before, after))
    for what, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        for old, new in _pairs(part, before[a:b], after[c:d]):
            shown = cited(head, new.sentence) if new else cited(base, old.sentence if old else None)
            how: _How = "changed" if old and new else "added" if new else "lost"
            flags = tuple(_flags(old, new, shown, cited(base, old.sentence) if old else ()))
            texts = (old.text if old else "", new.text if new else "")
            yield SentenceChange(home, page, part, how, *texts, shown, flags)


def _pairs(
    part: str, before: Sequence[_ComparedSentence], after: Sequence[_ComparedSentence]
) -> Iterator[tuple[_ComparedSentence | None, _ComparedSentence | None]]:
    """Pair each new sentence with the old one that is most like it, if any is; then what is left of both.

    A briefing has one title, whatever it says.
    """
    left = list(before)
    for new in after:
        if part == "title":
            yield (left.pop() if left else None), new
        elif len(before) * len(after) <= _MOST:
            likes = [(fuzz.ratio(old.text, new.text), -n) for n, old in enumerate(left)]
            like, place = max(likes, default=(0.0, 0))
            yield (left.pop(-place) if like >= _ALIKE else None), new
        else:
            yield (left.pop(0) if left else None), new
    yield from ((old, None) for old in left)


def sentence_flags(
    base: Corpus, head: Corpus, old: Sentence | None, new: Sentence | None, now: Mapping[str, str]
) -> tuple[Flag, ...]:
    """Tell what a reviewer must look at in a sentence that is new or has changed."""
    before, after = (_told([one], names)[0] if one else None for one, names in ((old, now), (new, {})))
    return tuple(_flags(before, after, cited(head, new), cited(base, old)))


def _flags(
    old: _ComparedSentence | None,
    new: _ComparedSentence | None,
    shown: Sequence[Cited],
    before: Sequence[Cited],
) -> Iterator[Flag]:
    if new is None:
        return
    found = []
    if old is None:
        against = word_changes.negation_against(new.text, [p.words for one in shown for p in one.passages])
        if against:
            found.append(Flag("negation", against))
    else:
        stayed = old.cites == new.cites and _passages(shown) == _passages(before)
        if change := word_changes.negation_change(old.text, new.text):
            found.append(Flag("negation", change))
        if stayed and shown and word_changes.figures_change(old.text, new.text):
            found.append(Flag("figures", "A number or date changed; its citations did not."))
        if old.cites != new.cites and old.text == new.text:
            found.append(Flag("citation", "Its citations changed; its words did not."))
    yield from sorted(found, key=lambda flag: LOOKS.index(flag.look))


def _passages(shown: Sequence[Cited]) -> list[tuple[str, str]]:
    return [(passage.source, passage.words) for one in shown for passage in one.passages]
