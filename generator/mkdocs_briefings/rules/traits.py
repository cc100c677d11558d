"""How a sentence and what it takes up differ: kinds of words that only one side has, and words that the other lacks."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from mkdocs_briefings.rules.deeds import deeds
from mkdocs_briefings.rules.doubting import found, without_bounds
from mkdocs_briefings.rules.opposite_word import pairs
from mkdocs_briefings.rules.patterns import Sieved, compiled
from mkdocs_briefings.rules.pieces import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.rules.doubting import TakenUp
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language

Traits = dict[str, tuple[float, str]]
"""How strong each is, and the words that show it."""

_FIELDS = (
    *("negations", "half_negations", "turned", "hedges", "prospects", "plans", "hearsay", "awaited", "speech", "tells"),
    *("by_word", "universals", "only", "superlatives", "firsts", "tops", "lower", "causes", "reasons", "conditions"),
    *("conditional", "before", "after", "earlier", "later", "certain", "open", "asks", "announced", "to_come"),
    *("at_least", "at_most", "partials", "lacking", "since"),
)  # fmt: skip
"""The fields of packs whose words are looked for."""
_OPEN = ("prospects", "open", "asks", "hearsay", "hedges", "plans", "conditions")
"""Those of what is not done, or not known."""
_NEGATING = ("negations", "half_negations")
_MANY, _LONG_SENTENCE = 5, {True: 200, False: 80}
"""Claims from which on more make no difference, and a length in characters, with spaces between words and without; from twice
that on, none."""
_FEW = 4
"""New words that are shown."""
_MOST_NEW, _MOST_IN_A_ROW = 10, 6


def traits(said: OwnSentence, taken: Sequence[TakenUp]) -> Traits:
    """Compare a sentence with the passages and claims that it takes up."""
    pack = said.pack
    if pack is None or not taken:
        return {}
    made: Traits = {f"kind {said.kind}": (1.0, "")}
    mine = kinds(said.text, pack)
    theirs: dict[str, str] = {}
    for one in taken:
        for text, other in one.texts:
            theirs |= {kind: word for kind, word in kinds(text, other).items() if kind not in theirs}
    made |= {f"+{_class(kind)}": (1.0, word) for kind, word in mine.items() if kind not in theirs}
    if said.kind != "title":  # a title cannot tell all of its page
        made |= {f"-{_class(kind)}": (1.0, word) for kind, word in theirs.items() if kind not in mine}
    made |= dict(_compared(mine, theirs))
    made |= dict(_new_words(said, pack, taken))
    made["many"] = (min(len(taken), _MANY) / _MANY, "")
    made["long"] = (min(len(said.text) / _LONG_SENTENCE[pack.spaced], 2.0), "")
    return made


@functools.lru_cache(maxsize=1 << 12)
def kinds(text: str, pack: Language) -> dict[str, str]:
    """The kinds of words that a text has, each with its first word."""
    made: dict[str, str] = {}
    for field in _FIELDS:
        match = found(without_bounds(text, pack) if field == "negations" else text, pack, field)
        if match:
            made[field] = match[0]
    for name, pattern in _patterns(pack):
        if match := pattern.search(text):
            made[name] = match[0]
    for n, pattern in enumerate(map(compiled, pack.dones)):
        if match := pattern.search(text):
            made.setdefault("act", match[0])
            if not match.lastgroup:
                made[f"done{n}"] = match[0]
    if told := deeds(text, pack):
        made["deed"] = text[slice(*next(iter(told.values())))]
    return made


@functools.cache
def _patterns(pack: Language) -> tuple[tuple[str, Sieved], ...]:
    """Return the patterns of a pack that are in no field of their own, each with a name."""
    named = {
        **{f"scope{n}": one for n, one in enumerate(pack.scopes)},
        **{f"office{n}": one for n, one in enumerate(pack.offices)},
        **pack.stands,
        **{f"side{n}{side}": pair[at] for n, pair in enumerate(pairs(pack)) for at, side in enumerate("ab")},
    }
    return tuple((name, compiled(one)) for name, one in named.items())


_NUMBERED = re.compile(r"(office|done|side)\d+[ab]?")


def _class(kind: str) -> str:
    """The name that the kinds of one sort share: which office or act it is tells nothing."""
    match = _NUMBERED.fullmatch(kind)
    return match[1] if match else kind


def _compared(mine: dict[str, str], theirs: dict[str, str]) -> Iterator[tuple[str, tuple[float, str]]]:
    """What two kinds tell together: an opposite, a deed over what is open, one "not" more or less."""
    for kind, word in mine.items():
        other = _OTHER_SIDE.get(kind[-1], "") if kind.startswith("side") else ""
        if other and kind not in theirs and kind[:-1] + other not in mine and kind[:-1] + other in theirs:
            yield "turned round", (1.0, f"{word}\0{theirs[kind[:-1] + other]}")
            break
    new = next((kind for kind in mine if kind.startswith("done") and kind not in theirs), "")
    early = next((theirs[one] for one in _OPEN if one in theirs), "")
    if new:
        yield "done", (1.0, mine[new])
        if early:
            yield "done over open", (1.0, f"{mine[new]}\0{early}")
            if not any(kind.startswith("done") for kind in theirs):
                yield "done over nothing but open", (1.0, f"{mine[new]}\0{early}")
    own, other_ = ([side[one] for one in _NEGATING if one in side] for side in (mine, theirs))
    if bool(own) != bool(other_):
        yield ("one not more" if own else "one not less"), (1.0, (own or other_)[0])


_OTHER_SIDE = {"a": "b", "b": "a"}


def _new_words(
    said: OwnSentence, pack: Language, taken: Sequence[TakenUp]
) -> Iterator[tuple[str, tuple[float, str]]]:
    """How many words of a sentence nothing that it takes up has, and how much of that it tells; in one language only."""
    texts = [text for one in taken for text, other in one.texts if other is pack]
    there = "\0".join((*texts, *(one.words for one in said.supports if one.pack is pack))).lower()
    if len(texts) < len(taken):
        return
    words = pieces(said.text, pack)
    new = [piece not in there for _, piece in words]
    told = [said.text[slice(*span)] for (span, _), is_new in zip(words, new, strict=True) if is_new]
    row = longest = 0
    for is_new in new:
        row = row + 1 if is_new else 0
        longest = max(longest, row)
    shown = "\0".join(told[:_FEW])
    yield "new words", (len(told) / max(_FEW, len(words)), shown)
    yield "many new words", (min(len(told), _MOST_NEW) / _MOST_NEW, shown)
    yield "new words in a row", (min(longest, _MOST_IN_A_ROW) / _MOST_IN_A_ROW, shown)
    own = said.text.lower()
    shares = [share for text in texts if (share := _share(text, own, pack)) is not None]
    if shares:
        yield "little of the best told", (1 - max(shares), "")
        yield "little of the worst told", (1 - min(shares), "")


def _share(text: str, own: str, pack: Language) -> float | None:
    there = [piece for _, piece in pieces(text, pack)]
    return sum(piece in own for piece in there) / len(there) if there else None
