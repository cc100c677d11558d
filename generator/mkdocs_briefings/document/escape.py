r"""Escape words for Markdown and HTML; this happens nowhere else.

Character references serve in Markdown rather than backslashes, because Python-Markdown does not know `\<` and `\~`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

_INLINE = r"[#$&*+<=>@!\[\\\]^_`{|}~]|:(?=//|[\w+-]+:)|(?<=www)\."
_RISKY = re.compile(_INLINE, re.IGNORECASE)
# Lists may have letters and Roman numbers: pandoc and `fancylists` make item 2000 of “MM. Macron et Scholz”.
_LETTERED = r"(?-i:[a-z][.)]|[A-Z]\)|(?:[ivxlcdm]{2,}|[IVXLCDM]{2,})[.)])(?= |$)"
_RISKY_FIRST = re.compile(rf"^ ?\d+[.)]|^ ?{_LETTERED}|^ ?[!-/:-@]|{_INLINE}", re.IGNORECASE)
_BLANK = re.compile(r"[\0- \x7f-\x9f\u2028\u2029]+")
_CONTROL = re.compile(r"[\0-\x1f\x7f-\x9f\u2028\u2029]+")


@lru_cache(maxsize=1 << 14)
def markdown(text: str, *, first: bool = False) -> str:
    """Make a piece of a line safe in every inline context of Markdown, the spaces at its ends kept.

    Args:
        text: any words.
        first: whether they may open the line.

    """
    return (_RISKY_FIRST if first else _RISKY).sub(_references, _BLANK.sub(" ", text))


def _references(match: re.Match[str]) -> str:
    return "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in match[0])


class Md(str):
    """A stretch of Markdown, safe to put beside others; plain text becomes it by `md`."""

    __slots__ = ()


def md(value: object) -> Md:
    """Make any value safe in every inline context, on one line; an `Md` passes untouched."""
    return value if type(value) is Md else Md(markdown(_BLANK.sub(" ", str(value)).strip(), first=True))


def join(parts: Iterable[object], between: str = "") -> Md:
    """Escape each part and join them; `between` is taken as Markdown."""
    return Md(between.join(md(part) for part in parts))


def link(words: object, target: str) -> Md:
    """Link `words` (escaped unless `Md`) to a target that is safe."""
    return Md(f"[{md(words)}]({target})")


def html(text: str) -> str:
    """Make words safe between the tags of HTML."""
    if not text.isprintable():
        text = _CONTROL.sub(" ", text)  # what is printable has no such signs
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def attribute(text: str) -> str:
    """Make words safe as the value of an attribute between double quotation marks."""
    return html(text).replace('"', "&quot;")


def web_address(address: str) -> str:
    """Return the address of another site, safe in either language, if it is plain http(s) with a host; else nothing."""
    address = address.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return ""
    return quote(address, safe=":/?#@!$&*+,;=%-._~")
