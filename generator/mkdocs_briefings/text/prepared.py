"""Prepare a text for finding words in it: what counts as the same, and where words begin and end."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import field
from typing import TYPE_CHECKING

from mkdocs_briefings.text.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]
"""A stretch of a text in characters, half-open."""

_VANISHED = "\u200b"
_ALIKE = {
    "'": "‘’‚‛′ʼ",
    '"': "“”„‟″",
    _VANISHED: "\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    " ": "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000",
}
# Letters tied together for print, and the forms that Arabic letters take in a word: what stands for them is typed.
_FORMS = "\ufb00-\ufb06\ufb13-\ufb17\ufb20-\ufb28\ufb4f-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
_FORM = re.compile(f"[{_FORMS}]")
_CHANGED = re.compile(rf" [ {_VANISHED}]+|{_VANISHED}[ {_VANISHED}]*|…|[{_FORMS}]+")
BREAK = "\x01"
"""Stands for a hyphen at the end of a line, which may part a word or belong to it."""
_LINE_END_HYPHEN = re.compile(r"(?<=[^\W_])[-‐\u00ad][^\S\n]*\n\s*(?=[^\W_])")
_SPACES = re.compile(" +")
_ASCII_CHANGED = re.compile(r"[\t\n\v\f\r\x1c-\x1f]|  ")
# All that composing can change, with the character before it: the slow way is taken only there.
_DOUBTFUL = re.compile(r"[\x00-\x7f]?(?:[^\x00-\x7f]++ *+)++|  +")
UNSPACED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1980-\u19df\u1a20-\u1aaf\u2e80-\u312f\u31a0-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
)
"""Thai to Burmese, Khmer, Tai Tham, Chinese and Japanese: writing that puts no spaces between words."""


@dataclass(frozen=True, slots=True)
class Text:
    """A source's text made ready for finding. Positions in ``norm`` lead back to positions in ``raw``."""

    raw: str
    norm: str
    # Stretches in order: where each begins in norm and in raw, and where it ends in raw if its length
    # changed (0 if it did not).
    _norm_at: tuple[int, ...] = field(repr=False)
    _raw_at: tuple[int, ...] = field(repr=False)
    _raw_end: tuple[int, ...] = field(repr=False)

    def to_raw(self, span: Span) -> Span:
        """Translate a span of ``norm``; it must not begin or end inside a character of ``raw``."""
        first = bisect_right(self._norm_at, span[0]) - 1
        last = bisect_left(self._norm_at, span[1]) - 1
        start = self._raw_at[first] + span[0] - self._norm_at[first]
        return start, self._raw_end[last] or self._raw_at[last] + span[1] - self._norm_at[last]


def has_line_end_hyphens(raw: str) -> bool:
    """Whether words may be parted at ends of lines, as in a PDF."""
    return _LINE_END_HYPHEN.search(raw) is not None


def joined(raw: str) -> str:
    """Join what a hyphen at the end of a line parts: a word before a small letter, else with its hyphen."""
    return _LINE_END_HYPHEN.sub(lambda match: "" if raw[match.end()].islower() else "-", raw)


def prepare(raw: str, *, breaks: bool = False) -> Text:
    """Normalise ``raw`` and keep the way back to it; hyphens at ends of lines as `BREAK`, if ``breaks``."""
    if raw.isascii() and not _ASCII_CHANGED.search(raw):
        return Text(raw, raw, (0,), (0,), (0,))
    flat = _flat(raw, breaks=breaks)
    composed = unicodedata.is_normalized("NFC", _FORM.sub("", flat.replace(_VANISHED, "")))
    pieces: list[str] = []
    norm_at, raw_at, raw_end = [0], [0], [0]
    length = done = 0
    for start, end in (match.span() for match in _CHANGED.finditer(flat)) if composed else _clusters(flat):
        old = flat[start:end]
        new = _FORM.sub(lambda form: unicodedata.normalize("NFKC", form[0]), old.replace(_VANISHED, ""))
        new = unicodedata.normalize("NFC", new).replace("…", "...")
        if "  " in new:
            new = _SPACES.sub(" ", new)
        if new == old:
            continue
        pieces += flat[done:start], new
        length += start - done
        if new:
            norm_at.append(length)
            raw_at.append(start)
            raw_end.append(end)
        length += len(new)
        norm_at.append(length)
        raw_at.append(end)
        raw_end.append(0)
        done = end
    pieces.append(flat[done:])
    return Text(raw, "".join(pieces), tuple(norm_at), tuple(raw_at), tuple(raw_end))


def _flat(raw: str, *, breaks: bool) -> str:
    """Fold characters that are alike, one by one, so that places stay."""
    if breaks:
        raw = _LINE_END_HYPHEN.sub(lambda match: BREAK + _VANISHED * (len(match[0]) - 1), raw)
    for plain, variants in _ALIKE.items():
        for variant in variants:
            raw = raw.replace(variant, plain)
    return raw


def normalise(words: str) -> str:
    """Return ``words`` as quotations are compared, without white space at the ends."""
    return prepare(words).norm.strip(" ")


# Words of French and Italian that are written into the next. Not "n'": what follows it is negated. A capital one may be part of a
# name ("D'Marlow"), unless it opens a sentence.
_ELIDED = re.compile(
    r"(?:(?<![\w'])(?:[cdjlmst]|(?:jus|lors|puis|quoi)?qu|(?:d|n|s|su|qu)?(?:all|ell|ull|eg?l))"
    r"|(?:(?<=[.!?:»”\"«“] )|(?<=\n)|\A)(?:[CDJLMST]|Qu|(?:Jus|Lors|Puis)qu|[DNS](?:all|ell|ull)))'\Z"
)
_LONGEST_ELIDED = 8


def is_edge(norm: str, at: int) -> bool:
    """Return whether a word may begin or end at ``at``: Unicode's word boundaries, simplified.

    Unlike Unicode we let a new sentence begin without a space ("battle.Despite"), as captured texts do.
    """
    if at <= 0 or at >= len(norm):
        return True
    before, after = norm[at - 1], norm[at]
    if before == after == "." or (after > "\x7f" and unicodedata.category(after)[0] == "M"):
        return False
    if _is_joined(before, after):
        return False
    if before == "'" and _ELIDED.search(norm, max(0, at - _LONGEST_ELIDED), at):
        return True
    if after in "'.,:·" and at + 1 < len(norm):
        return not _is_joined(before, norm[at + 1], after)
    if before in "'.,:·" and at > 1:
        return not _is_joined(norm[at - 2], after, before)
    return True


_SIGN = re.compile(
    r"(?:(?<![^\s(\[“\"'])[-−–+±]|[$€£¥₹₩]\s?|[$€£¥]\s?[-−]?|(?<![\w.,])\d{1,3} |\d\s?[-–—]\s?)\Z"
)
_GROUP = re.compile(r"\d{3}(?!\d)")
_MORE = re.compile(
    r" \d{3}(?!\d)|\s?[-–—]\s?\d|\s?[%‰°]|\s(?:percent|per cent|percentage|thousand|million|billion|trillion|bn|Mio|Mrd|Millionen|"
    r"Milliarden|Prozent|millions?|milliards?|millones|pour cent|por ciento)(?!\w)|[万萬亿億兆]"
)
_FIGURE_END = re.compile(r"\d\Z")


def number_cut(norm: str, start: int, end: int) -> str:
    """Give the whole of a number whose sign, digits or unit a stretch leaves out; nothing where it cuts none."""
    first = start
    if norm[start : start + 1].isdigit() and (sign := _SIGN.search(norm, max(0, start - 6), start)):
        is_group = sign[0].endswith(" ") and sign[0][:1].isdigit()
        if not is_group or _GROUP.match(norm, start):
            first = sign.start()
    last = end
    if norm[end - 1 : end].isdigit() and (more := _MORE.match(norm, end)):
        is_group = more[0][:1] == " " and more[0][1:2].isdigit()
        if not is_group or _grouped(norm, start, end):
            last = more.end()
    if (first, last) == (start, end):
        return ""
    return norm[first:last] if last - first < _LONGEST_NUMBER else norm[first : first + _LONGEST_NUMBER]


_LONGEST_NUMBER = 60
_GROUPS = re.compile(r"(?<![\w.,])\d{1,3}(?: \d{3})*\Z")


def _grouped(norm: str, start: int, end: int) -> bool:
    """Whether the digits before a place may be followed by a group of three."""
    return _GROUPS.search(norm, start, end) is not None


def _is_joined(before: str, after: str, between: str = "") -> bool:
    if not (_is_word(before) and _is_word(after)) or UNSPACED.match(before) or UNSPACED.match(after):
        return False
    if between in {",", ":"}:
        return before.isdigit() and after.isdigit()
    return between != "." or not (before.islower() and after.isupper())


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_" or (char > "\x7f" and unicodedata.category(char)[0] == "M")


def _clusters(flat: str) -> Iterator[Span]:
    """Cut where composing cannot reach across: before all but marks, Korean vowels and what vanishes."""
    for stretch in _DOUBTFUL.finditer(flat):
        start, end = stretch.span()
        for at in range(start + 1, end):
            char = flat[at]
            joins = (
                flat[start] in (" ", _VANISHED)
                if char == " "
                else char == _VANISHED
                or (
                    char >= "\u0300"
                    and (unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff")
                )
            )
            if not joins:
                yield start, at
                start = at
        yield start, end
