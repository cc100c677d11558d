"""Find the changed fields of a source or entity, with old and new values."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from mkdocs_briefings.model import dates
from mkdocs_briefings.model.parts import CLAIM, FORMER, ITEMS
from mkdocs_briefings.review.change import FieldChange
from mkdocs_briefings.review.statements import renamed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_briefings.model.corpus_fields import CorpusField

_T = TypeVar("_T")
_NOTHING: Mapping[str, str] = MappingProxyType({})


def field_changes(
    rows: Iterable[CorpusField[_T]],
    old: _T,
    new: _T,
    apart: Collection[str] = (),
    now: Mapping[str, str] = _NOTHING,
) -> tuple[FieldChange, ...]:
    """Compare two things field by field.

    Args:
        rows: their fields.
        old: the thing as it was.
        new: the same thing now.
        apart: fields that are told elsewhere. Sentences that may cite, items, and former ids always are.
        now: the claims that have another reference by now, each with that.

    """
    return tuple(
        FieldChange(row.name, _words(before), _words(after))
        for row in rows
        if not row.computed and row.name not in apart and row.part != FORMER
        if row.part != ITEMS or row.shown
        if (before := _told(row, old, now)) != (after := _told(row, new, {}))
    )


def _told(row: CorpusField[_T], owner: _T, now: Mapping[str, str]) -> object:
    if row.part == CLAIM and row.refers_to:
        return tuple(now.get(ref, ref) for ref in row.refers_to(owner))
    if row.part.sort == "prose" and row.told:
        return tuple((sentence.text, renamed(sentence, now)) for _, sentence in row.told(owner))
    return (row.shown or row.get)(owner)


def _words(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case dates.Date():
            return dates.words(value)
        case Mapping():
            return "; ".join(f"{key}: {one}" for key, one in value.items())
        case (str() as text, tuple()):  # a sentence, and what it cites
            return text
        case tuple() | list():
            return "; ".join(map(_words, value))
    return str(value)
