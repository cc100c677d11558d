"""Say how a line that an editor types goes on: from the words offered, from those nearby, from those of the desk."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_TOKEN = re.compile(r"[^\W_](?:[\w]|[.,:’'-](?=\w))*|[^\w\s]+")
_CHUNK = re.compile(r"\s*(?:[^\W_](?:[\w]|[.,:’'-](?=\w))*|[^\w\s]+)")
_CLAUSE = re.compile(r"[^\w]*\w.*?(?=\s*[^\w\s’'.-]|[.](?:\s|\Z)|\Z)")
_LAST = re.compile(r"(?:[^\W_](?:[\w]|[.,:’'-](?=\w))*[-.,:’']?|[^\w\s]+)\Z")
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}”’»")
_NO_SPACE_AFTER = frozenset("([{“‘«")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Which words follow which in texts, and all words, the most frequent first."""

    after: Mapping[tuple[str, ...], tuple[str, ...]]
    """After one or two words, in small letters: the words that follow, as printed."""
    words: tuple[str, ...]


def vocabulary(texts: Iterable[str]) -> Vocabulary:
    """Learn from texts, such as sources and the claims of a desk."""
    counts: Counter[str] = Counter()
    follow: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for text in texts:
        tokens = ["", *_TOKEN.findall(text)]
        low = [token.casefold() for token in tokens]
        counts.update(tokens[1:])
        for n in range(1, len(tokens)):
            follow[(low[n - 1],)][tokens[n]] += 1
            if n > 1:
                follow[low[n - 2], low[n - 1]][tokens[n]] += 1
    ranked = {key: tuple(word for word, _ in found.most_common(_MOST)) for key, found in follow.items()}
    return Vocabulary(ranked, tuple(word for word, _ in counts.most_common()))


_MOST = 60
"""Words that are kept as what may follow."""


def ghosts(typed: str, offered: str, near: tuple[str, ...], known: tuple[Vocabulary, ...]) -> tuple[str, ...]:
    """Return how a line may go on, the two best guesses; fewer if less is known.

    Args:
        typed: the line so far.
        offered: the whole line that is the best guess; with it, an editor who types nothing has only to accept.
        near: texts close by, such as the quotation: what is typed probably goes on as there.
        known: what was learnt, the closest first.

    """
    part, before = _parted(typed)
    texts = (offered, *near)
    shown: list[str] = []
    if offered.startswith(typed) and len(offered) > len(typed):
        shown.append(offered[len(typed) :])
    following = _next_words(part, before, texts, known) if part else ()
    ending = (rest[len(part) :] for rest in _completions(part, before, texts, known))
    goes_on = (_joined(typed, rest) for rest in following)
    for one in itertools.chain.from_iterable(itertools.zip_longest(goes_on, ending)):
        if one and chunk(one) not in {chunk(other) for other in shown}:
            shown.append(one if part else _joined(typed, one))
        if len(shown) == _SHOWN:
            break
    return tuple(shown)


def _next_words(
    part: str, before: tuple[str, ...], texts: tuple[str, ...], known: tuple[Vocabulary, ...]
) -> list[str]:
    """Return what may follow if the word is complete: only where it has been followed by something."""
    last = (*before, part.casefold())[-2:]
    found = _apart(_continuations(last, texts, known, anywhere=False))
    return list(itertools.islice(found, _SHOWN))


def _completions(
    part: str, before: tuple[str, ...], texts: tuple[str, ...], known: tuple[Vocabulary, ...]
) -> Iterator[str]:
    """Return words that the line may go on with; of those that begin like the word being typed, none shown before."""
    found = list(itertools.islice(_apart(_continuations(before, texts, known)), _MOST_TRIED))
    seen: set[str] = set()
    for length in range(len(part)):
        # What was shown, and not taken, is not what is meant.
        seen.update(_word_of(one) for one in _fitting(found, part[:length], seen)[:_SHOWN])
    yield from _fitting(found, part, seen)
    if part:
        words = (word for one in known for word in one.words)
        yield from (word for word in words if _fits(word, part) and word.casefold() not in seen)
        yield from _fitting(found, part, set())


_SHOWN = 3
_MOST_TRIED = 400


def _fits(rest: str, part: str) -> bool:
    word = _word_of(rest)
    return word.startswith(part.casefold()) and len(word) > len(part)


def _fitting(found: list[str], part: str, seen: set[str]) -> list[str]:
    return [rest for rest in found if _fits(rest, part) and _word_of(rest) not in seen]


def _word_of(rest: str) -> str:
    return chunk(rest).strip().casefold()


def _apart(found: Iterable[str]) -> Iterator[str]:
    """Leave out what begins with the same word as one before."""
    seen = set()
    for rest in found:
        word = _word_of(rest)
        if word not in seen:
            seen.add(word)
            yield rest


def chunk(rest: str) -> str:
    """Return the next word of a ghost, with the space before it."""
    match = _CHUNK.match(rest)
    return match[0] if match else rest


def clause(rest: str) -> str:
    """Return a ghost up to before its next mark, or all of it."""
    match = _CLAUSE.match(rest)
    return match[0] if match else rest


def _parted(typed: str) -> tuple[str, tuple[str, ...]]:
    """Part a line into the word that is being typed, and the two before it."""
    last = _LAST.search(typed)
    part = last[0] if last and not typed.endswith((" ", "\n")) else ""
    tokens = [token.casefold() for token in _TOKEN.findall(typed[: len(typed) - len(part)])]
    return part, tuple(tokens[-2:])


def _continuations(
    before: tuple[str, ...], texts: tuple[str, ...], known: tuple[Vocabulary, ...], *, anywhere: bool = True
) -> Iterator[str]:
    """Return how a text may go on after two words: as in the texts close by, then as in others."""
    lengths = [length for length in (2, 1) if len(before) >= length and (length > 1 or before[-1].isalnum())]
    for length in lengths:
        for text in texts:
            yield from _along(text, before[-length:])
    for length in lengths:
        for one in known:
            yield from one.after.get(before[-length:], ())
    if not before:
        for one in known:
            yield from one.after.get(("",), ())
    for text in texts if anywhere else ():
        yield from (text[token.start() :] for token in _TOKEN.finditer(text) if token[0][0].isalnum())


def _along(text: str, wanted: tuple[str, ...]) -> Iterator[str]:
    tokens = list(_TOKEN.finditer(text))
    low = tuple(token[0].casefold() for token in tokens)
    for n in range(len(tokens) - len(wanted)):
        if low[n : n + len(wanted)] == wanted:
            yield text[tokens[n + len(wanted)].start() :]


def _joined(typed: str, rest: str) -> str:
    """Put the space between what is typed and what may follow, where there is one."""
    spaced = typed and not typed[-1].isspace() and rest[:1] not in _NO_SPACE_BEFORE
    return f" {rest}" if spaced and typed[-1] not in _NO_SPACE_AFTER else rest
