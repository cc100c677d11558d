"""Change fields of a source's front matter; the text below, its seal and all other fields stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.edit.format import UnformattableError, format_file
from mkdocs_briefings.edit.stub import dump
from mkdocs_briefings.parse import seed
from mkdocs_briefings.parse.schema import SourceFront
from mkdocs_briefings.parse.yaml import load

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATES = frozenset({"published", "captured"})
"""Fields that stand without quotation marks, as a person types them."""


class NotChangedError(ValueError):
    """The front matter cannot be changed safely; the message says why."""


def with_fields(path: str, data: bytes, values: Mapping[str, str]) -> bytes:
    """Return the file of a source with other values; reasons in `inferred` for the old ones go.

    Raises:
        NotChangedError: there is no front matter, or it could not be shown that all else stays.

    """
    opening, front, below = _parts(data)
    before = load(path, front)
    if before.problems or not isinstance(before.data, dict):
        raise NotChangedError("its front matter has a fault of syntax")
    made = front
    for name, value in values.items():
        made = _with_field(made, name, value)
        made = re.sub(rf"(?m)^  {re.escape(name)}:.*\n(?:(?:   .*)?\n)*?(?=\S|  \S|\Z)", "", made) if _is_inferred(
            before.data, name) else made  # fmt: skip
    made = re.sub(r"(?m)^inferred:[ \t]*\n(?=\S|\Z)", "", made)
    after = load(path, made).data
    if after != _wanted(before.data, values):
        raise NotChangedError("its front matter has a form that only a person can change")
    whole = opening + made.encode() + below
    try:
        return format_file(path, whole, SourceFront)
    except UnformattableError:
        return whole


def _parts(data: bytes) -> tuple[bytes, str, bytes]:
    try:
        front = seed.split(data).front
    except UnicodeDecodeError as error:
        raise NotChangedError("it is not UTF-8") from error
    encoded = (front or "").encode()
    at = data.find(encoded) if front else -1
    if front is None or at < 0 or not data[at + len(encoded) :].lstrip(b"\r\n").startswith(b"---"):
        raise NotChangedError("it has no front matter that could be changed")
    text = front if front.endswith("\n") else f"{front}\n"
    rest = data[at + len(encoded) :]
    return data[:at], text, rest if front.endswith("\n") else rest.removeprefix(b"\r").removeprefix(b"\n")


def _with_field(front: str, name: str, value: str) -> str:
    line = f"{name}: {value}\n" if name in _DATES else dump({name: value})
    pattern = re.compile(rf"(?m)^{re.escape(name)}:.*\n(?:(?:[ \t].*)?\n)*?(?=\S|\Z)")
    return pattern.sub(lambda _: line, front, count=1) if pattern.search(front) else front + line


def _is_inferred(data: Mapping[str, Any], name: str) -> bool:
    inferred = data.get("inferred")
    return isinstance(inferred, dict) and name in inferred


def _wanted(data: Mapping[str, Any], values: Mapping[str, str]) -> dict[str, Any]:
    made = {**data, **{name: load("", f"x: {value}\n").data["x"] if name in _DATES else value  # type: ignore[index]
                       for name, value in values.items()}}  # fmt: skip
    if isinstance(data.get("inferred"), dict):
        made["inferred"] = {name: why for name, why in data["inferred"].items() if name not in values}
        if not made["inferred"]:
            del made["inferred"]
    return made
