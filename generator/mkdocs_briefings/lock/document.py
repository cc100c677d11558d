"""The file form of the lock: JSON that is readable in a diff, one line for each piece."""

from __future__ import annotations

import hashlib
import json
from datetime import date  # noqa: TC003, pydantic reads it
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from mkdocs_briefings.parse.schema import SkipKind, SourceFront  # noqa: TC001, pydantic reads them

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 10_000_000
"""Characters of a text, far beyond any article: a number in a file must not fill the memory."""

VERSION = 1
"""Of the file form. A program reads no newer one."""

_Position = Annotated[int, Field(ge=0, le=MOST)]
_Span = tuple[_Position, _Position]
_Seal = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class _LockModel(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class OutlineEntry(_LockModel):
    """Where things are in a text that is not here."""

    sentences: tuple[_Span, ...]
    skip: tuple[tuple[SkipKind, _Position, _Position], ...]
    mentions: tuple[tuple[str, _Position, _Position], ...]
    passages: tuple[tuple[_Span, ...], ...]
    """The passages that were found in the text, a span for each part between gaps."""
    ahead: tuple[_Position, ...]
    """The sentences, by their number, that tell of what is to come."""
    days: tuple[tuple[date, date], ...]
    """The days with a year that these sentences print."""


class LockedSource(_LockModel):
    """One source."""

    path: str
    """Below `seeds_dir`."""
    id: str
    digest: _Seal
    """SHA-256 of the bytes of the text."""
    front: SourceFront
    """The front matter, without what quotes words that are not published."""
    text: tuple[str | tuple[_Position, _Position], ...]
    """Characters, and for what is hidden how many words and how many characters."""
    outline: OutlineEntry | None = None
    """None where the whole text may be published."""
    sum: str = ""
    """SHA-256 of all of the above, so that nobody fixes an entry by hand."""


class Head(_LockModel):
    """What the lock holds beside its sources, which are read one by one."""

    version: Literal[1]
    context: Annotated[int, Field(ge=0)]
    """How many words on either side of a passage are known, too."""
    borne_out: tuple[str, ...]
    """What rules find without the texts, and do not find with them: the evidence is beside the passage."""
    sources: tuple[dict[str, Any], ...]


def entry_sum(entry: LockedSource) -> str:
    """Return the sum of an entry; whatever its own `sum` says plays no part in it."""
    rest = {name: value for name, value in _data(entry).items() if name != "sum"}
    return hashlib.sha256(_compact(rest).encode()).hexdigest()


def dumps(entries: Iterable[LockedSource], borne_out: Iterable[str], context: int) -> bytes:
    """Write the file."""
    told = ",".join(f"\n  {_compact(line)}" for line in sorted(set(borne_out)))
    sources = ",".join(f"\n  {{{_fields(_data(entry))}\n  }}" for entry in entries)
    return (
        f'{{\n "version": {VERSION},\n "context": {context},\n "borne_out": [{told}],\n "sources": [{sources}]\n}}\n'
    ).encode()


def _data(entry: LockedSource) -> dict[str, Any]:
    front = entry.front.model_dump(mode="json", exclude_defaults=True)
    data = entry.model_dump(mode="json", exclude={"front"}, exclude_none=True)
    return {"path": data.pop("path"), "id": data.pop("id"), "front": front, **data}


def _fields(data: dict[str, Any]) -> str:
    return ",".join(f"\n   {_compact(name)}: {_value(name, value)}" for name, value in data.items())


def _value(name: str, value: Any) -> str:
    if name == "text":
        return f"[{','.join(f'{chr(10)}    {_compact(piece)}' for piece in value)}]"
    if name in {"front", "outline"}:
        lines = (f"\n    {_compact(key)}: {_compact(inner)}" for key, inner in value.items())
        return f"{{{','.join(lines)}}}"
    return _compact(value)


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
