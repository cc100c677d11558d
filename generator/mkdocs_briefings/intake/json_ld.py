"""Read the articles that a page describes as JSON-LD, as tolerantly as search engines do."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ARTICLE = re.compile(r"Article|Report|Posting|PressRelease|NewsStory")
_WRAPPING = re.compile(
    r"^\s*(?://|/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*/)?|(?://|/\*)?\s*(?:-->|\]\]>)\s*(?:\*/)?\s*;?\s*$"
)
_STRING_OR_COMMA = re.compile(r'("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])', re.DOTALL)
_DEPTH = 6
"""How deep an article may lie in what a page describes."""
_MOST = 2_000
"""Of the things that a page describes, the first so many are looked at."""

Thing = dict[str, Any]


def articles(texts: Iterable[str]) -> list[Thing]:
    """Return the articles of a page: at the top, in a graph, or as what the page is about; not those that it lists.

    What a thing names only by its `@id` is put in its place if the page describes it, so that a publisher or an
    author has its name. Character references are read once, as many programs write them into their strings.

    Args:
        texts: the contents of the page's `script` elements of this type.

    """
    tops = [top for text in texts for top in _tops(text)]
    things = list(_things(tops, _DEPTH))[:_MOST]
    known = {str(one["@id"]): one for one in reversed(things) if "@id" in one and len(one) > 1}
    return [
        {name: _resolved(value, known) for name, value in one.items()}
        for one in things
        if _ARTICLE.search(str(one.get("@type")))
    ]


def _tops(text: str) -> Iterator[Any]:
    text = _WRAPPING.sub("", _WRAPPING.sub("", text))
    for form in (text, _STRING_OR_COMMA.sub(r"\1", text)):
        try:
            data = json.loads(form, strict=False)  # a raw line break in a string is read as one
        except (ValueError, RecursionError):
            continue
        yield from data if isinstance(data, list) else [data]
        return


def _things(values: Iterable[Any], depth: int) -> Iterator[Thing]:
    """Return what is described, in the page's order, wherever one thing holds another that is its subject or a part."""
    for value in values:
        if not isinstance(value, dict):
            continue
        yield value
        if depth:
            inner = [
                value.get(name)
                for name in ("@graph", "mainEntity", "mainEntityOfPage", "publisher", "author")
            ]
            yield from _things(
                (one for some in inner for one in (some if isinstance(some, list) else [some])), depth - 1
            )


def _resolved(value: Any, known: dict[str, Thing]) -> Any:
    if isinstance(value, str):
        return unescape(value)
    if isinstance(value, list):
        return [_resolved(one, known) for one in value[:_MOST]]
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            value = known.get(str(value["@id"]), value)
        return {name: unescape(one) if isinstance(one, str) else one for name, one in value.items()}
    return value
