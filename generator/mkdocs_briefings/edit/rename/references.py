"""Find the ids and references in the files of a desk, and which of them a renaming changes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from mkdocs_briefings.model import dates, prose
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.parse.schema import State
from mkdocs_briefings.parse.schema_fields import part_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic import BaseModel

    from mkdocs_briefings.model.parts import Part
    from mkdocs_briefings.model.problem import Loc
    from mkdocs_briefings.resolve.ids import Known

_STATES = frozenset(get_args(State))
_VOICE = re.compile(r"(?P<id>[^\s(]+)(?:\s+\([^()]+\))?")
_ROLE = re.compile(r"[^\W_][\w.-]*")

_NAMES = {"quoted": "source"}
_KINDS = {"claim": "ref"}
"""A reference to a claim may name its briefing too, and be that of a source."""

Read = tuple[str, str]
"""A reference in a text: `source`, `entity`, `storyline`, `any`, `ref` or `quoted`, and the words that make it."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """An id and what it is to be instead."""

    kind: str
    """`source`, `briefing`, `storyline`, `entity` or `claim`."""
    old: str
    new: str
    home: str = ""
    """The briefing of a claim."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How the texts at a place are read."""

    read: Callable[[str], tuple[Read, ...]]
    """All references of a text, in order."""
    is_prose: bool = False


def after(renaming: Renaming, read: Read, home: str, local: frozenset[str], known: Known) -> str | None:
    """Return what a reference is after the renaming, or None if it stays.

    Args:
        renaming: what changes.
        read: the reference.
        home: the briefing in which it stands; empty elsewhere.
        local: the claims of that briefing, which go before sources.
        known: all ids.

    """
    kind, words = read
    old, new = renaming.old, renaming.new
    if kind != "ref":
        is_named = words in known.kinds if kind == "any" else renaming.kind == _NAMES.get(kind, kind)
        return new if is_named and words == old and renaming.kind != "claim" else None
    briefing, mark, claim = words.rpartition("#")
    if renaming.kind == "briefing":
        return f"{new}#{claim}" if mark and briefing == old else None
    if renaming.kind == "claim":
        is_it = claim == old and (briefing == renaming.home if mark else home == renaming.home)
        return f"{briefing}{mark}{new}" if is_it else None
    is_source = renaming.kind == "source" and not mark and words == old and words not in local
    return new if is_source else None


def reader_at(model: type[BaseModel], loc: Loc) -> Reader | None:
    """Tell how the text at a place is read; None if it refers to nothing."""
    part = part_at(model, loc)
    return _reader(part) if part and part.refers else None


def keys_at(model: type[BaseModel], loc: Loc) -> str | None:
    """Tell what the key at a place names: `entity`, `storyline`, `claim`; None if it is no id."""
    part = part_at(model, loc, key=True)
    return part.of if part and part.refers else None


def _one(kind: str) -> Reader:
    return Reader(lambda text: ((kind, text),))


def _prose(text: str) -> tuple[Read, ...]:
    found = (s for block in prose.parse(text) for s in block.sentences)
    return tuple(read for sentence in found for read in _inlines(sentence))


def _line(text: str) -> tuple[Read, ...]:
    return tuple(_inlines(prose.parse_line(text)))


def _inlines(sentence: prose.Sentence) -> Iterator[Read]:
    for inline in sentence.inlines:
        if isinstance(inline, prose.Name):
            yield "entity", inline.entity
        elif isinstance(inline, prose.Cite):
            yield from (("quoted" if item.quote else "ref", item.ref) for item in inline.items)


def _voices(text: str) -> tuple[Read, ...]:
    parts = (part.strip() for part in text.split(">"))
    found = (_VOICE.fullmatch(part) for part in parts if part != NOT_STATED)
    return tuple(("entity", match["id"]) for match in found if match)


def _role(text: str) -> tuple[Read, ...]:
    return tuple(("entity", word) for word in _ROLE.findall(text))


def _value(text: str) -> tuple[Read, ...]:
    return () if text in _STATES or dates.is_date(text) or " " in text else (("entity", text),)


_FORMS: dict[str, Callable[[str], tuple[Read, ...]]] = {
    "paragraphs": _prose,
    "voices": _voices,
    "role": _role,
    "compared": _value,
}


def _reader(part: Part) -> Reader:
    if part.sort == "prose":
        return Reader(_FORMS.get(part.form, _line), is_prose=True)
    return Reader(_FORMS[part.form]) if part.form else _one(_KINDS.get(part.of, part.of))
