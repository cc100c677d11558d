"""A search record: a page, and the anchors on it that can be found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FACETS = ("kind", "storyline", "year", "publisher", "state")
"""By what a search can be narrowed, in the order in which readers see it."""

Type = Literal[
    "page",
    "entity",
    "storyline",
    "briefing",
    "claim",
    "disagreement",
    "question",
    "answer",
    "source",
    "passage",
]
"""What a record is of, by which hits that fit alike are ordered; a `page` says how the site works rather than what it
holds, and readers are offered it after all evidence."""

Facets = tuple[tuple[str, tuple[str, ...]], ...]
"""Names out of `FACETS` with their values, as readers see them."""


@dataclass(frozen=True, slots=True)
class Record:
    """A stretch of a page that a hit leads to."""

    anchor: str
    """Empty for the page itself, which comes first on it."""
    kind: str
    """As a hit shows it, `Event · Allegation`."""
    text: str
    said: str = ""
    """By whom; searched like the text, but after it."""
    by: str = ""
    """In which source of which date, or what else tells it from its like: one line, only shown."""
    facets: Facets = ()
    type: Type = "page"


@dataclass(frozen=True, slots=True)
class Find:
    """A page of which something can be found."""

    path: str
    """The Markdown path of the page, from `urls`."""
    title: str
    records: tuple[Record, ...]
    names: tuple[str, ...] = ()
    """Under which it is also looked for: aliases, abbreviations, spellings that sources print."""
    lang: str = "en"
    date: str = ""
    """Of what it tells (ISO 8601): large sites are searched from the newest on. What has none is always at hand."""


def facets(**values: str | tuple[str, ...]) -> Facets:
    """Write facets in the order of `FACETS`, each value once; what is empty is left out."""
    given = {name: (value,) if isinstance(value, str) else value for name, value in values.items()}
    kept = ((name, tuple(dict.fromkeys(filter(None, given.get(name, ()))))) for name in FACETS)
    return tuple((name, found) for name, found in kept if found)
