"""Tell what bears a name by its words, or by what is around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_briefings.intake.name_runs import NameRun

SHORT_ACRONYM = 3
"""Letters."""
_PERSON = re.compile(r"\w[\w.'’-]*(?: (?!of |for )\w[\w.'’-]*){1,3}")


def kind(name: str, parts: Sequence[str], runs: Sequence[NameRun]) -> tuple[str, bool]:
    """Return the kind of what bears a name, and whether nothing tells it, so that it is a guess.

    Args:
        name: in full.
        parts: its short forms.
        runs: where it and they are; at least one.

    """
    words = runs[0].words
    titled = any(words.bears.search(run.before) for run in runs)
    for told, pattern in words.kinds:
        if pattern.search(name) and not (told == "place" and titled):
            return told, False
    looks = _PERSON.fullmatch(name) is not None and not any(word.isupper() for word in name.split())
    surname, first = name.rpartition(" ")[2], name.partition(" ")[0]
    named = titled or any(map(_is_told_of, runs))
    if (looks and surname in parts and not words.compass.fullmatch(first)) or (named and not name.isupper()):
        return "person", False
    there = sum(map(lies_there, runs))
    if there * 2 >= len(runs) and there > (len(name) > SHORT_ACRONYM and name.isupper()) * len(runs):
        return "place", False
    return "organization", True  # it speaks? So do companies


def _is_told_of(run: NameRun) -> bool:
    """Return whether what follows a name tells of a person; "In Dunmore, the mayor" begins another thought."""
    return bool(run.words.told_of.match(run.after) and not run.words.within.search(run.before))


def lies_there(run: NameRun) -> bool:
    """Return whether something is said to be in what bears this name: a place is nobody's short form."""
    return bool(run.words.within.search(run.before)) and not re.match(r"['’]s\b", run.after)
