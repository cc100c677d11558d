"""Read the article out of the state that a page keeps for its own scripts: the object that has the page's headline."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.text.prepared import normalise

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

_ASSIGNED = re.compile(r"(?:^|[;\s])(?:window|self|globalThis|var|let|const)\b[^={}\n]{1,80}=\s*(?=[{\[])")
_LONGEST = 4_000_000
"""Characters of all scripts of a page that are looked at."""
_MOST = 100_000
"""Objects and lists of a state that are looked at."""
_HEADLINES = frozenset({"headline", "title", "name", "heading"})
_PUBLISHED = re.compile(
    r"(?:date_?published|(?:first_?)?publi(?:shed|cation|sh)_?(?:at|on|date|time)(?:time)?|pub_?date|(?:first_?)?published|display_?date)",
    re.IGNORECASE,
)
_AUTHORS = frozenset({"author", "authors", "byline", "creator", "contributors"})


def articles(scripts: Iterable[str], headlines: Iterable[str]) -> list[dict[str, Any]]:
    """Return what states say of the article with one of these headlines, as JSON-LD would name it.

    A state lists other articles, too; without the page's own headline, none of its days counts.
    """
    wanted = {normalise(one).casefold() for one in headlines if one}
    found = []
    left = _LONGEST
    for text in scripts:
        left -= len(text)
        if left < 0:
            break
        for state in _states(text):
            found += [_article(one) for one in _things(state) if _is_named(one, wanted)]
    return [one for one in found if one]


def _is_named(thing: Mapping[str, Any], wanted: Container[str]) -> bool:
    titles = (value for name, value in thing.items() if name.lower() in _HEADLINES and isinstance(value, str))
    return any(normalise(one).casefold() in wanted for one in titles)


def _article(thing: Mapping[str, Any]) -> dict[str, Any]:
    days = {value for name, value in thing.items() if _PUBLISHED.fullmatch(name) and isinstance(value, str)}
    authors = [value for name, value in thing.items() if name.lower() in _AUTHORS and value]
    is_one = len({day[:10] for day in days}) == 1
    return {"datePublished": max(days, key=len), "author": authors[0] if authors else ""} if is_one else {}


def _states(text: str) -> Iterator[Any]:
    """Return the values of a script that is JSON, or gives names to such values."""
    reader = json.JSONDecoder(strict=False)
    first = len(text) - len(text.lstrip())
    starts = (
        [first] if text[first : first + 1] in {"{", "["} else [one.end() for one in _ASSIGNED.finditer(text)]
    )
    end = 0
    for start in starts:
        if start >= end:
            try:
                value, end = reader.raw_decode(text, start)
            except (ValueError, RecursionError):
                continue
            yield value


def _things(state: Any) -> Iterator[dict[str, Any]]:
    left = [state]
    for _ in range(_MOST):
        if not left:
            return
        value = left.pop()
        if isinstance(value, dict):
            yield value
            left += [one for one in value.values() if isinstance(one, (dict, list))]
        elif isinstance(value, list):
            left += [one for one in value if isinstance(one, (dict, list))]
