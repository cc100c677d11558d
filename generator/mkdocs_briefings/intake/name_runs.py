"""Find the runs of capitalised words in a source that may be names, each with what is around it."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from mkdocs_briefings.edit.body_sentences import body_sentences, is_headline
from mkdocs_briefings.text.languages import language, naming
from mkdocs_briefings.text.prepared import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.corpus import Mentions, Source
    from mkdocs_briefings.text.languages.naming import Naming
    from mkdocs_briefings.text.quotation import Span

WORD = r"[^\W_](?:\w|[&.'’-](?=\w))*"
_POSSESSIVE = re.compile(r"['’]s?$")
_SPEECH = re.compile(r"[“\"‘«:–—]\s?\Z")
"""Before a word that begins a sentence within a sentence."""
_COMPOUND = re.compile(r"\w+[-‑]\w*[a-z]{3}")
"""Before a name, such as "London-based"."""
_BEFORE, _AFTER = 60, 30
"""Characters around a name that are kept."""


@dataclass(frozen=True, slots=True)
class NameRun:
    """A run of capitalised words, with what is around it."""

    name: str
    source: str
    sentence: str
    opens: bool
    """It begins the sentence, so that its capital says nothing."""
    before: str
    after: str
    words: Naming
    """Of the language of the source."""


def naming_of(lang: str) -> Naming:
    """Return the words of a language by which names are told; those of English where there are none of its own."""
    pack = language(lang)
    return pack.naming if pack and pack.naming else naming.ENGLISH


def name_runs(source: Source, mentions: Mentions) -> Iterator[NameRun]:
    """Yield the runs of a source that no known entity covers, but not those of headlines and of lines that state nothing."""
    words = naming_of(source.lang)
    covered = [span for _, span in mentions]
    skipped = [span for _, span in source.skip]
    raw = source.text.raw
    for start, end in body_sentences(source, 1) or source.sentences:
        if any(a < end and start < b for a, b in skipped) or is_headline(raw[start:end]):
            continue
        sentence = " ".join(raw[start:end].split())
        for (first, last), opens in _SentenceRuns(raw, start, end, words).runs(covered):
            name = _POSSESSIVE.sub("", normalise(raw[first:last]))
            if name:
                before, after = raw[max(start, first - _BEFORE) : first], raw[last : last + _AFTER]
                yield NameRun(name, source.id, sentence, opens, before, after, words)


@functools.cache
def _word(elided: str) -> re.Pattern[str]:
    return re.compile(f"(?!(?:{elided})[^\\W_]){WORD}" if elided else WORD)


class _SentenceRuns:
    """The words of a sentence, and the rules of its language by which they join."""

    def __init__(self, raw: str, start: int, end: int, naming_: Naming) -> None:
        self.raw, self.start, self.end, self.naming = raw, start, end, naming_
        self.words = list(_word(naming_.elided).finditer(raw, start, end))

    def runs(self, covered: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
        """Return the runs of capitalised words, and whether each opens the sentence."""
        run: list[re.Match[str]] = []
        for word, following in pairwise([*self.words, None]):
            if word is None:
                break
            is_free = not any(a < word.end() and word.start() < b for a, b in covered)
            if is_free and (word[0][0].isupper() or self._joins(run, word[0])):
                run.append(word)
            else:
                yield from self._closed(run)
                run = []
                continue
            gap = self.raw[word.end() : following.start()] if following else "."
            if following and _goes_on(word[0], gap, following[0]):
                continue
            if self._ends(run, gap, following):
                yield from self._closed(run)
                run = []
        yield from self._closed(run)

    def _ends(self, run: list[re.Match[str]], gap: str, following: re.Match[str] | None) -> bool:
        word = run[-1][0]
        if self.naming.elided and re.fullmatch(rf"\s(?:{self.naming.elided})+", gap):
            return not any(self.naming.heads.fullmatch(one[0]) for one in run[:2])
        if gap.strip(" \n'’") or "\n\n" in gap:
            return True
        owner = gap.strip() or _POSSESSIVE.search(word)
        return bool(owner and not (following and self._owned(run, gap, following)))

    def _owned(self, run: Sequence[re.Match[str]], gap: str, following: re.Match[str]) -> bool:
        """Return whether an owner is part of a name: the Seafarers' Union, the Patients' Rights Charter, St. Anne's Hospital."""
        bodies = self.naming.bodies
        if bodies.fullmatch(following[0]) or (run[0][0] == "St" and following[0][0].isupper()):
            return True
        many = len(run) == 1 and gap.strip() in {"'", "’"} and run[0][0].endswith("s")
        second = next((one for one in self.words if one.start() > following.start()), None)
        beside = second is not None and not self.raw[following.end() : second.start()].strip()
        return bool(many and following[0][0].isupper() and second and beside and bodies.fullmatch(second[0]))

    def _joins(self, run: Sequence[re.Match[str]], word: str) -> bool:
        """Return whether a word in small letters may go on with a name: the Bank of England, not a man of Westhaven."""
        if not run:
            return False
        heads = self.naming.heads
        if (
            word == "for"
            and run[-1] is self.words[0]
            and run[-1][0].endswith("s")
            and not heads.fullmatch(run[-1][0])
        ):
            return False  # "Lawyers for Northline" names one thing
        if word in self.naming.of and self.naming.noble:
            opens = len(run) > 1 and run[0] is self.words[0] and self.naming.openers.fullmatch(run[0][0])
            first = run[bool(opens)][0]
            is_alone = len(run) - bool(opens) == 1 and not self.naming.peoples.fullmatch(first)
            return is_alone or heads.fullmatch(first) is not None
        if word in self.naming.of:
            return heads.fullmatch(run[-1][0]) is not None
        joins = self.naming.inside.fullmatch(word) is not None
        return joins or (word in self.naming.of_the and run[-1][0] in self.naming.of)

    def _closed(self, run: list[re.Match[str]]) -> Iterator[tuple[Span, bool]]:
        left = list(run)
        words = self.words
        dropped = 0
        while left and self._leads_in(left[0], words[dropped if left[0] is words[dropped] else 0]):
            dropped += left[0] is words[dropped]
            left.pop(0)
        office, left = self._without_title(left)
        if len(office) > 1 and any(self.naming.heads.fullmatch(one[0]) for one in office):
            yield from self._closed(office)
        while left and (left[-1][0].islower() or self._is_no_name(left[-1][0])):
            left.pop()
        if not left:
            return
        first, last = self._widened(left)
        is_bare = len(left) == 1 and (first, last) == (left[0].start(), left[-1].end())
        titled = any(self.naming.titles.fullmatch(one[0]) for one in run[: run.index(left[0])])
        if is_bare and not titled and not self._is_name(left[0][0]):
            return
        # In "Who Is At Risk?" every word has a capital, in "The OICS" one that says something.
        is_first = left[0] is words[0] and not any(map(str.isalpha, self.raw[self.start : left[0].start()]))
        opens = (
            is_first
            or (dropped > 1 and left[0] is words[dropped])
            or _SPEECH.search(self.raw, 0, left[0].start()) is not None
        )
        yield (first, last), opens and (first, last) == (left[0].start(), left[-1].end())

    def _widened(self, run: Sequence[re.Match[str]]) -> Span:
        """Take in the words in small letters that are part of a name before it, or after its head."""
        first, last = run[0].start(), run[-1].end()
        small = self.naming.small_heads
        if small and (found := small.search(self.raw, max(self.start, first - _BEFORE), first)) is not None:
            first = found.start("head")
        if self.naming.described and self.naming.heads.fullmatch(run[0][0]):
            last = max(last, self.naming.described.match(self.raw, last, self.end).end())  # type: ignore[union-attr]  # matches nothing, too
        return first, last

    def _without_title(self, run: list[re.Match[str]]) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
        """Return what is before the title of a person, and the person's name.

        Before that of `Energy Minister Ann Low` is a subject, before that of `Bank of England Governor Ann Low` a name, too.
        """
        heads, bodies = self.naming.heads, self.naming.bodies
        for at in range(len(run) - 2, -1, -1):
            word, following = run[at][0], run[at + 1 :]
            long = at > 0 and self.naming.long_titles.fullmatch(f"{run[at - 1][0]} {word}") is not None
            is_body = at > 0 and any(heads.fullmatch(one[0]) or bodies.fullmatch(one[0]) for one in following)
            if (long or self.naming.titles.fullmatch(word)) and following[0][0][0].isupper() and not is_body:
                return run[: at - long], following
        return [], run

    def _leads_in(self, word: re.Match[str], first: re.Match[str]) -> bool:
        """Return whether a word before a name is no part of it."""
        opens = word is first and self.naming.openers.fullmatch(word[0])
        is_compound = _COMPOUND.fullmatch(word[0]) and word[0].rpartition("-")[2][:1].islower()
        is_place = self.naming.elided and "-" in word[0]  # Port-sur-Mer
        inside = self.naming.inside.fullmatch(word[0])
        return bool(opens or (is_compound and not is_place) or inside or self._is_no_name(word[0]))

    def _is_no_name(self, word: str) -> bool:
        return bool(self.naming.no_names.fullmatch(word) or self.naming.titles.fullmatch(word))

    def _is_name(self, word: str) -> bool:
        plain = _POSSESSIVE.sub("", word)
        return (
            len(plain) > 1
            and not self.naming.openers.fullmatch(plain)
            and not self.naming.peoples.fullmatch(plain)
            and not re.search(r"\d", plain)
        )


def _goes_on(word: str, gap: str, following: str) -> bool:
    """Return whether a name goes on after an initial, `St.` or `&`: John F. Carver, Helix & Hart."""
    if not following[0].isupper() or "\n\n" in gap:
        return False
    initial = len(word) == 1 and word != "I"
    return gap.strip() == "&" or (gap.rstrip() == "." and gap != "." and (initial or word == "St"))
