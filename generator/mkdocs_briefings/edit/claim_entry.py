"""Write a claim into the file of a briefing, and read the fields that an editor types in one line each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from mkdocs_briefings.edit.format import UnformattableError, format_file
from mkdocs_briefings.edit.stub import dump
from mkdocs_briefings.parse.schema import BriefingFile
from mkdocs_briefings.parse.yaml import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MAPPINGS = frozenset({"state", "value", "role", "reply"})
_LISTS = frozenset({"said_by", "same"})
_PLAIN = frozenset({"date"})
"""Fields that stand without quotation marks, as a person types them."""
_CLAIMS = re.compile(r"^claims:[ \t]*(\{\s*\})?[ \t]*(?:#.*)?$", re.MULTILINE)
_TOP = re.compile(r"^(?=[^\s#-])", re.MULTILINE)


class ClaimRefusedError(ValueError):
    """A claim cannot be written into a file; the message says why."""


def field(name: str, typed: str) -> Any:
    """Return the value of a field that was typed in one line: `measure: issued` for a mapping, `[a, b]` for a list.

    Raises:
        ValueError: it is no mapping, or no list.

    """
    if name == "role":
        person, colon, role = typed.partition(":")
        if not colon or not role.strip():
            raise ValueError("write `person: role`")
        return {person.strip(): role.strip()}
    if name in _MAPPINGS:
        flow = typed.strip() if typed.strip().startswith("{") else f"{{{typed}}}"
        data = load("typed", f"typed: {flow}").data
        found = data.get("typed") if isinstance(data, dict) else None
        if not isinstance(found, dict) or not found or None in found.values():
            raise ValueError("write `id: …`")
        return found
    if typed.startswith("[") and typed.endswith("]") and name in _LISTS:
        return [one.strip() for one in typed[1:-1].split(",")]
    return typed


def with_claim(
    path: str, data: bytes, id_: str, fields: Mapping[str, object], remarks: Iterable[str] = ()
) -> bytes:
    """Return a briefing's file with one more claim, the last; everything else stays.

    Raises:
        ClaimRefusedError: the file cannot be read, has such a claim already, or has its claims in a form that cannot be
            added to.

    """
    try:
        text = data.decode("utf-8").rstrip("\n") + "\n"
    except UnicodeDecodeError as error:
        raise ClaimRefusedError("it is not UTF-8") from error
    before = load(path, text)
    if before.problems or not isinstance(before.data, dict):
        raise ClaimRefusedError("it has a fault of syntax; `briefings check` says where")
    claims = before.data.get("claims") or {}
    if not isinstance(claims, dict) or id_ in claims:
        raise ClaimRefusedError(f"it already has a claim `{id_}`")
    made = _inserted(text, "".join(f"  {line}\n" for line in _lines(id_, fields, remarks)))
    after = load(path, made).data
    wanted = {**before.data, "claims": {**claims, id_: load(path, _written(fields)).data}}
    if after != wanted:
        raise ClaimRefusedError(
            "its claims are not in the form that `briefings fmt` gives them; run that first"
        )
    try:
        return format_file(path, made.encode(), BriefingFile)
    except UnformattableError as error:
        raise ClaimRefusedError(str(error)) from error


def _inserted(text: str, claim: str) -> str:
    match = _CLAIMS.search(text)
    if match is None:
        return f"{text}claims:\n{claim}"
    if match[1]:
        return f"{text[: match.start()]}claims:\n{claim}{text[match.end() + 1 :]}"
    following = _TOP.search(text, match.end() + 1)
    end = following.start() if following else len(text)
    return text[:end] + claim + text[end:]


def _lines(id_: str, fields: Mapping[str, object], remarks: Iterable[str]) -> list[str]:
    return [
        f"{id_}:",
        *(f"  # {line}" for line in remarks),
        *(f"  {line}" for line in _written(fields).splitlines()),
    ]


def _written(fields: Mapping[str, object]) -> str:
    return "".join(
        f"{name}: {value}\n" if name in _PLAIN else dump({name: _compact(name, value)})
        for name, value in fields.items()
    )


def _compact(name: str, value: object) -> object:
    """Put several voices on one line, and the values of each subject."""
    if name in _LISTS and isinstance(value, list):
        row = CommentedSeq(value)
        row.fa.set_flow_style()
        return row
    if name != "value" or not isinstance(value, dict):
        return value
    made = {subject: CommentedMap(properties) for subject, properties in value.items()}
    for properties in made.values():
        properties.fa.set_flow_style()
    return made
