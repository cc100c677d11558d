"""What a template may see of a page while a shell is made: slots to print, and what all pages of the class have alike."""

from __future__ import annotations

import functools
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape
from mkdocs.utils.templates import script_tag_filter, url_filter

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from jinja2 import Environment

BEGIN, END = "\2", "\3"
"""Around the name of a slot: characters that HTML may not hold."""
RAW, ESCAPED, STRIPPED = "<i>", "&lt;i&gt;", ""
"""What becomes of the tag in a slot where a template prints its words as they are, escaped, or without tags."""
_PRINTING = frozenset({"e", "escape", "d", "default"})
"""Filters that print a slot, or leave it alone."""
_ABOUT_BEING = frozenset({"defined", "undefined", "none"})
"""Tests that do not look into words."""


class UnknownReadError(Exception):
    """A template reads what a shell cannot stand for."""


class Slot:
    """Words of a page: a template may print them, raw, escaped or without tags, and not look into them.

    It is no string: what takes strings apart finds nothing here, or is refused.
    """

    __slots__ = ("name", "safe")

    def __init__(self, name: str, *, safe: bool = False) -> None:
        self.name, self.safe = name, safe

    def __str__(self) -> str:
        return f"{BEGIN}{self.name}{RAW}{END}"

    def __html__(self) -> str:
        return str(self) if self.safe else str(escape(str(self)))

    def stripped(self) -> Markup:
        return Markup(f"{BEGIN}{self.name}{STRIPPED}{END}")  # noqa: S704, a name of ours

    def __bool__(self) -> bool:
        return True

    def refuse(self, *_: object) -> Any:
        raise UnknownReadError(self.name)

    __len__ = __iter__ = __contains__ = __getitem__ = __lt__ = __le__ = __gt__ = __ge__ = refuse
    __eq__ = __ne__ = __hash__ = __add__ = __radd__ = __mul__ = __rmul__ = __mod__ = __rmod__ = __repr__ = (
        refuse
    )

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise UnknownReadError(f"{self.name}.{name}")

    def __format__(self, spec: str) -> str:
        return str(self) if not spec else self.refuse()


class Items:
    """A list that a template may go through, but not measure."""

    __slots__ = ("items",)

    def __init__(self, items: Iterable[object]) -> None:
        self.items = tuple(items)

    def __iter__(self) -> Iterator[object]:
        return iter(self.items)

    def __bool__(self) -> bool:
        return bool(self.items)

    def refuse(self, *_: object) -> Any:
        raise UnknownReadError("a table of contents")

    __len__ = __contains__ = __getitem__ = __eq__ = __ne__ = __hash__ = __repr__ = refuse


class Probe:
    """A page as the templates of a shell see it."""

    __slots__ = ("_alike", "_real", "_slots", "_what")

    def __init__(self, what: str, real: object, alike: Collection[str], slots: Mapping[str, object]) -> None:
        """Stand in for a page.

        Args:
            what: how to call it.
            real: the page.
            alike: what all pages of the class have alike: a template may look into these.
            slots: what takes the place of the others.

        """
        self._what, self._real, self._alike, self._slots = what, real, alike, slots

    def __getattr__(self, name: str) -> Any:
        if name in self._slots:
            return self._slots[name]
        if name in self._alike:
            return getattr(self._real, name)
        if name.startswith("__") or not hasattr(self._real, name):
            raise AttributeError(name)
        raise UnknownReadError(f"{self._what}.{name}")

    def __getitem__(self, name: object) -> Any:
        raise KeyError(name)  # Jinja asks for the attribute then

    def refuse(self, *_: object) -> Any:
        raise UnknownReadError(self._what)

    __len__ = __iter__ = __contains__ = __eq__ = __ne__ = __hash__ = __str__ = __repr__ = __html__ = refuse

    def __bool__(self) -> bool:
        return True


class _GuardedContext(Context):
    """Lets only macros have a slot as an argument: what a function makes of one nobody knows."""

    def call(self, *args: Any, **kwargs: Any) -> Any:
        called, *given = args
        if not isinstance(called, Macro):
            _refuse_slots(getattr(called, "__name__", "a function"), (*given, *kwargs.values()))
        return super().call(*args, **kwargs)


@contextmanager
def guarded(env: Environment, address: str) -> Iterator[set[str]]:
    """Have an environment refuse what looks into slots; gives the addresses that templates ask the way to.

    Args:
        env: renders the templates.
        address: from which the pages of the class lead to others.

    """
    asked: set[str] = set()
    before = env.filters, env.tests, env.context_class
    env.filters = {name: _filter(name, one, address, asked) for name, one in env.filters.items()}
    tests: Any = env.tests
    env.tests = {name: one if name in _ABOUT_BEING else _refusing(name, one) for name, one in tests.items()}
    env.context_class = _GuardedContext
    try:
        yield asked
    finally:
        env.filters, env.tests, env.context_class = before


def _filter(name: str, own: Callable[..., Any], address: str, asked: set[str]) -> Callable[..., Any]:
    if own is url_filter or own is script_tag_filter:
        return _leading(name, own, address, asked)
    if name == "striptags":
        return _stripping(own)
    return own if name in _PRINTING else _refusing(name, own)


def _leading(name: str, own: Callable[..., Any], address: str, asked: set[str]) -> Callable[..., Any]:
    """Lead to a place from the address that the pages of a class share."""

    @functools.wraps(own)
    def lead(context: Mapping[str, Any], value: object) -> Any:
        if isinstance(value, Slot):
            # A place on the page itself: the way to it is what it is.
            return value if value.name.startswith("#") else _refuse_slots(name, (value,))
        asked.add(str(value))
        return own({"page": _At(address), "base_url": context["base_url"]}, value)

    return lead


class _At:
    """All that MkDocs needs of a page to find the way from it."""

    def __init__(self, url: str) -> None:
        self.url = url


def _stripping(own: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(own)
    def strip(*args: Any) -> Any:
        return args[-1].stripped() if isinstance(args[-1], Slot) else own(*args)

    return strip


def _refusing(name: str, own: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(own)
    def call(*args: Any, **kwargs: Any) -> Any:
        _refuse_slots(name, (*args, *kwargs.values()))
        return own(*args, **kwargs)

    return call


def _refuse_slots(name: str, given: Iterable[object]) -> None:
    for one in given:
        if isinstance(one, Slot):
            raise UnknownReadError(f"{one.name} | {name}")
