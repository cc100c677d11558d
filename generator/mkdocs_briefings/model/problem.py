"""Problems: what is wrong, where, and what to do."""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING

from mkdocs_briefings.text.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

Loc = tuple[int | str, ...]
"""A path into the data of a YAML file: keys of mappings and indexes of lists."""


LONGEST = 300
"""Characters of a message, and of what it says to do."""
_LONGEST_QUOTED = 60
_QUOTED = re.compile(rf"(?<=“)[^”]{{{_LONGEST_QUOTED + 1},}}(?=”)|(?<=`)[^`]{{{_LONGEST_QUOTED + 1},}}(?=`)")


def bounded(text: str, most: int = LONGEST) -> str:
    """Cut a text that is too long: first what it quotes, for what it says of that matters more."""
    if len(text) > most:
        text = _QUOTED.sub(lambda match: f"{match[0][: _LONGEST_QUOTED - 1]}…", text)
    return text if len(text) <= most else f"{text[: most - 1]}…"


class Severity(enum.StrEnum):
    """Errors stop the build; warnings stop it only under ``--strict``; doubts are for the reviewer and never stop it."""

    ERROR = "error"
    WARNING = "warning"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file of the desk.

    It names the data (``loc``) rather than the line, because positions are only worth computing for files
    that have problems; ``line`` and ``column`` (from 1) are set where the data cannot name the place.
    """

    path: str
    """Relative to the site folder, with forward slashes."""
    loc: Loc = ()
    at_key: bool = False
    """The key of the last part of ``loc`` is meant, not its value."""
    near: str = ""
    """Words inside the value: the place is where they stand."""
    before: str = ""
    """Words that are before `near` in its sentence, for there may be others like it (`parse/wording.py`)."""
    after: str = ""
    """Words that are after it."""
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong, as the rules page explains it. ``docs`` texts are Markdown."""

    code: str
    severity: Severity
    what: str
    why: str
    example: str
    remedy: str

    def at(self, place: Place, message: str, *, hint: str = "", related: tuple[Place, ...] = ()) -> Problem:
        """Make the problem of this rule at ``place``; ``hint`` says what to do, the rule's remedy if empty."""
        return Problem(self, place, bounded(message), bounded(hint) or self.remedy, related)


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: ``path:line:column: message [code]``, then ``hint``."""

    rule: Rule
    place: Place
    message: str
    hint: str
    related: tuple[Place, ...] = ()
    key: str = ""
    """Of a doubt: what it is dismissed by; another one once its sentence or a passage changes."""
    weight: float = 0.0
    """Of a doubt: how much it deserves a look, beside others of its file."""

    @property
    def is_error(self) -> bool:
        return self.rule.severity is Severity.ERROR


MOST_DOUBTS = 2
"""Doubts of a file that are shown at a time: of many, none is read."""


def foremost(doubts: Iterable[Problem]) -> list[Problem]:
    """Leave only the doubts of each file that weigh most, in their order."""
    doubts = list(doubts)
    of_file: dict[str, list[int]] = {}
    for n, one in enumerate(doubts):
        of_file.setdefault(one.place.path, []).append(n)
    first = {
        n for rows in of_file.values() for n in sorted(rows, key=lambda n: -doubts[n].weight)[:MOST_DOUBTS]
    }
    return [one for n, one in enumerate(doubts) if n in first]
