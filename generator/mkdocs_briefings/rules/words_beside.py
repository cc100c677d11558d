"""How the words beside a number round it, make it a limit, or make a difference of it."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.rules.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.rules.quantities import Number
    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.languages.pack import Near

_LOOK_BACK = 24
_ARTICLE = re.compile(r"\s+(?:the|an?|der|die|das|dem|den|eine?[nmr]?|le|la|les|los|las|el|une?|una|des)$")


def rounding(text: str, start: int, pack: Language | None) -> Near | None:
    """How the word before a number rounds it, if one does."""
    if pack is None:
        return None
    return _word_before(text, start, pack, _roundings(pack))


def bound(text: str, number: Number, pack: Language | None) -> Near | None:
    """Which way a number is a limit by the words beside it: "at least", "more than", "or less"."""
    if pack is None:
        return None
    if found := _word_before(text, number.start, pack, _limits(pack)):
        return found
    return _limit_after(text, number.end, pack)


_Words = tuple[tuple[tuple[str, "Near"], ...], tuple[str, ...]]
"""Words with what each makes of a number, longest first, and the words alone: one look tells whether any is there."""


@functools.cache
def _roundings(pack: Language) -> _Words:
    return _longest_first(pack.rounding)


@functools.cache
def _limits(pack: Language) -> _Words:
    return _longest_first({**pack.rounding, **pack.bounds})


def _longest_first(words: Mapping[str, Near]) -> _Words:
    return tuple(sorted(words.items(), key=lambda item: len(item[0]), reverse=True)), tuple(words)


def _word_before(text: str, start: int, pack: Language, words: _Words) -> Near | None:
    before = text[max(0, start - _LOOK_BACK) : start].lower()
    before = before.rstrip(" \t\n$€£¥" if pack.spaced else " $€£¥有为為是达達")
    known, ends = words
    for stretch in dict.fromkeys((before, _ARTICLE.sub("", before))):
        for word, near in known if stretch.endswith(ends) else ():
            if stretch.endswith(word) and (not pack.spaced or not stretch[: -len(word)][-1:].isalnum()):
                return near
    return None


def rounding_after(text: str, end: int, pack: Language | None) -> Near | None:
    """How the words behind a number round it: "or so", "environ", "or less"."""
    if pack is None:
        return None
    if pack.about_after and compiled(pack.about_after).match(text, end):
        return "about"
    return _limit_after(text, end, pack)


def near(text: str, number: Number, pack: Language | None) -> Near | None:
    """How the words on either side of a number round it."""
    return rounding(text, number.start, pack) or rounding_after(text, number.end, pack)


def _limit_after(text: str, end: int, pack: Language) -> Near | None:
    if pack.above_after and compiled(pack.above_after).match(text, end):
        return "above"
    return "below" if pack.below_after and compiled(pack.below_after).match(text, end) else None


@dataclass(frozen=True, slots=True)
class Beside:
    """What the words beside a number of ours make of it."""

    rest: bool = False
    """It may be a difference, however small: "the other ten", "three more"."""
    of_whole: bool = False
    """The evidence tells a part with its whole: "80 of the 240"."""
    apiece: bool = False
    """A word says what is told of each: "per", "a day", so that numbers multiply."""
    change: Literal["", "up", "down"] = ""
    """The way in which it changes something; empty where no word tells it, or words tell both."""


NOTHING = Beside()
_BESIDE = 30
"""Characters on either side in which they are."""
_OF_OTHERS = re.compile(
    r"\s(?:(?:out\s)?of|von|der|des|sur|de)\s(?:(?:the|den|les|los|las|its)\s)?(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve|zwei|drei|"
    r"vier|fünf|sechs|sieben|acht|neun|zehn|deux|trois|quatre|cinq|sept|huit|neuf|dix|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)",
    re.IGNORECASE,
)
"""Behind a number that counts some of others: "seven of the nine"."""


def beside(text: str, number: Number, pack: Language | None) -> Beside:
    """Read the words beside a number."""
    of_others = bool(_OF_OTHERS.match(text, number.end))
    rest = of_others or _is_remainder(text, number, pack)
    return Beside(rest, change=_change(text, number, pack))


_DOWN = re.compile(
    r"\b(?:los[te]s?|losing|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin\w+|shr[aiu]nk\w*|cut|reduc\w+|decreas\w+|less|fewer|lower|smaller|"
    r"shorter|down)\b",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:gain\w*|r[io]se\w*|rising|grow(?:s|n|ing|th)?|grew|increas\w+|climb\w*|jump\w*|more|higher|larger|longer|up|expand\w*|add(?:s|ed)?)\b",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 40, 25


def _change(text: str, number: Number, pack: Language | None) -> Literal["", "up", "down"]:
    """Tell from the words on either side which way something changes by a number."""
    if pack is None or not all(pack.changes):
        return ""
    around = text[max(0, number.start - _BEFORE) : number.end + _AFTER]
    up, down = (_UP, _DOWN) if pack.code == "en" else map(compiled, pack.changes)
    rises, falls = bool(up.search(around)), bool(down.search(around))
    return "" if falls is rises else "down" if falls else "up"


def _is_remainder(text: str, number: Number, pack: Language | None) -> bool:
    """Whether a word beside a number makes it a difference: "the other ten", "three more than"."""
    if pack is None or not pack.remainders:
        return False
    return bool(compiled(pack.remainders).search(text, max(0, number.start - _BESIDE), number.end + _BESIDE))
