r"""Escape by default in Markdown: only `Md` passes untouched, any other text appears as it was typed.

Jinja's own autoescape is unsound here (`~` and `join` let markup through), so the environment escapes at its
one exit, `finalize`, and any string operation on an `Md` yields a plain `str` again. Character references
serve rather than backslashes, because Python-Markdown does not know `\\<` and `\\~`.
"""

from __future__ import annotations

import functools
import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

if TYPE_CHECKING:
    from collections.abc import Iterable


class Md(str):
    """Markdown made by us, safe to print; plain text becomes it by `md`."""

    __slots__ = ()


_INLINE = r"[#$&*+<=>@!\[\\\]^_`{|}~]|:(?=//|[\w+-]+:)|(?<=www)\."
_RISKY = re.compile(_INLINE, re.IGNORECASE)
_RISKY_FIRST = re.compile(rf"^ ?\d+[.)]|^ ?[!-/:-@]|{_INLINE}", re.IGNORECASE)
_BLANK = re.compile(r"[\0- \x7f-\x9f\u2028\u2029]+")


def md(value: object) -> Md:
    """Make any value safe in every inline Markdown context, on one line; an `Md` passes untouched.

    Raises:
        TypeError: `value` is None, which no page should show.

    """
    if type(value) is Md:
        return value
    if value is None:
        raise TypeError("a template printed None")
    return _escaped(str(value))


@lru_cache(maxsize=1 << 14)
def _escaped(text: str) -> Md:
    return Md(_RISKY_FIRST.sub(_references, _BLANK.sub(" ", text).strip()))


def inline(text: str, *, first: bool = False) -> Md:
    """Make a piece of a line safe, the spaces at its ends kept; `first` if it may open the line."""
    return Md((_RISKY_FIRST if first else _RISKY).sub(_references, _BLANK.sub(" ", text)))


def _references(match: re.Match[str]) -> str:
    return "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in match[0])


def join(parts: Iterable[object], between: str = "") -> Md:
    """Escape each part and join them; `between` is taken as Markdown."""
    return Md(between.join(md(part) for part in parts))


def link(words: object, target: str) -> Md:
    """Link `words` (escaped unless `Md`) to a target that `urls` made."""
    return Md(f"[{md(words)}]({target})")


def external_link(words: object, address: str) -> Md:
    """Link to another site if `address` is plain http(s) with a host; otherwise give the words alone."""
    address = address.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return md(words)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return md(words)
    return Md(f"[{md(words)}](<{quote(address, safe=':/?#@!$&*+,;=%-._~')}>)")


def anchor(name: str) -> Md:
    """Mark a place that links can lead to; `name` comes from `urls`."""
    return Md(f'<a id="{name}"></a>')


@functools.cache
def environment() -> Environment:
    """Make the environment that every page template is rendered in; once, for compiling takes its time."""
    made = Environment(
        loader=PackageLoader("mkdocs_briefings", "pages/templates"),
        autoescape=False,  # noqa: S701, `md` escapes at the one exit
        finalize=md,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["md"] = md
    return made
