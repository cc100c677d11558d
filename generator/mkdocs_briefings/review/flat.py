"""Flatten settings into rows of name and text, so that two versions can be compared."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST = 20_000
"""Values, far beyond any site: a file of a hundred lines that repeats its own parts must not fill the memory."""
_DEAR = 1_000
"""Characters that cost as much as a value."""
_LONGEST = 1_000
"""Bits of a number that is written in digits."""


class TooManyError(ValueError):
    """There are more values than any site sets."""

    def __init__(self) -> None:
        super().__init__("it has more settings than any site needs")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A value with a tag of YAML that would name code or the environment; nobody follows it."""

    tag: str
    words: str


def cost(text: str) -> int:
    """Tell how many values a text stands for: a long one may repeat by reference, too."""
    return len(text) // _DEAR


@dataclass(slots=True)
class _Room:
    left: int

    def spend(self, values: int) -> None:
        self.left -= values
        if self.left < 0:
            raise TooManyError


def flat(data: Mapping[str, Any]) -> dict[tuple[str, ...], str]:
    """Give each setting its own row; plugins and extensions, which MkDocs takes in two forms, in one.

    Raises:
        TooManyError: there are more than `MOST` values, or words that cost as much.

    """
    rows: dict[tuple[str, ...], str] = {}
    room = _Room(MOST)
    try:
        plain = _plain(data, room)
    except RecursionError as error:
        raise TooManyError from error
    for name, text in _rows((), _one_form(plain)):
        room.spend(cost("".join(name)))
        rows[name] = f"{rows[name]}; {text}" if name in rows else text
    return rows


def _one_form(data: Mapping[str, Any]) -> dict[str, Any]:
    made = dict(data)
    for name in ("plugins", "markdown_extensions"):
        if isinstance(made.get(name), list):
            made[name] = dict(_named(made[name]))
    if isinstance(made.get("theme"), str):
        made["theme"] = {"name": made["theme"]}
    return made


def _named(listed: list[Any]) -> Iterator[tuple[str, Any]]:
    count: dict[str, int] = {}
    for one in listed:
        for key, options in (one if isinstance(one, dict) else {_text(one): None}).items():
            count[key] = count.get(key, 0) + 1
            yield (key if count[key] == 1 else f"{key} ({count[key]})"), options


def _plain(value: Any, room: _Room) -> Any:
    """Return what JSON can hold, each value counted: parts that repeat by reference cost as often as they are told."""
    room.spend(1)
    match value:
        case dict():
            return {_words(name, room): _plain(one, room) for name, one in value.items()}
        case list() | tuple():
            return [_plain(one, room) for one in value]
        case set():
            return sorted(_words(one, room) for one in value)
        case int() if _is_huge(value):
            return Tagged("!!int", _words(value, room))
        case None | bool() | int() | float():
            return value
        case Tagged():
            return Tagged(value.tag, _words(value.words, room))
    return _words(value, room)


def _words(name: Any, room: _Room) -> str:
    words = hex(name) if _is_huge(name) else str(name)
    room.spend(cost(words))
    return words


def _is_huge(value: Any) -> bool:
    """Return whether it is a number that Python refuses to write in digits, or may be set to."""
    return isinstance(value, int) and value.bit_length() > _LONGEST


def _rows(name: tuple[str, ...], value: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    if not isinstance(value, dict) or not value:
        yield name, _text(value)
        return
    for key, one in value.items():
        if name in {
            ("plugins",),
            ("markdown_extensions",),
        }:  # that it is there is told apart from its options
            yield (*name, key), ""
            if not one:
                continue
        yield from _rows((*name, key), one)


def _text(value: Any) -> str:
    """Tell words as they are, but where they could be taken for another kind of value."""
    if isinstance(value, Tagged):
        return f"{value.tag} {value.words}".rstrip()
    if isinstance(value, str) and not value.startswith("!"):
        try:
            json.loads(value)
        except (ValueError, RecursionError):
            return value
    return json.dumps(value, ensure_ascii=False, default=lambda one: {one.tag: one.words})
