"""Long lists in parts, by year, month, kind or letter, so that no page of a list grows without end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from mkdocs_briefings.document.nodes import PageLink, joined
from mkdocs_briefings.model import dates
from mkdocs_briefings.model.addresses import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.document.nodes import Inline
    from mkdocs_briefings.model.dates import Date

WHOLE = 100
"""Entries: a list of so many stands on one page."""
NEWEST = 50
"""Entries of a longer list that its first page shows."""
MOST = 200
"""Entries of any other page."""

UNDATED = "undated", "Not dated"

T = TypeVar("T")
Key = Callable[[T], tuple[str, str]]
"""Gives the name of the part that an item belongs to, and the words for it."""


@dataclass(frozen=True, slots=True)
class ListPart(Generic[T]):
    """A part of a list, with a page of its own."""

    name: str
    """What the path of its page is made from."""
    words: str
    items: tuple[T, ...]
    parts: tuple[ListPart[T], ...] = ()
    """What it is split into if its items are too many for a page."""


def split(items: Iterable[T], keys: Sequence[Key[T]], most: int = MOST) -> tuple[ListPart[T], ...]:
    """Split a list by the first key, what is still too long by the next ones, at last by number; order is kept."""
    grouped: dict[tuple[str, str], list[T]] = {}
    for item in items:
        grouped.setdefault(keys[0](item), []).append(item)
    return tuple(
        ListPart(name, words, tuple(found), _finer(name, words, found, keys[1:], most))
        for (name, words), found in grouped.items()
    )


def _finer(
    name: str, words: str, items: Sequence[T], keys: Sequence[Key[T]], most: int
) -> tuple[ListPart[T], ...]:
    if len(items) <= most:
        return ()
    if not keys:
        starts = range(0, len(items), most)
        return tuple(
            ListPart(f"{name}/part-{n}", f"{words}, part {n} of {len(starts)}", tuple(items[at : at + most]))
            for n, at in enumerate(starts, 1)
        )
    found = split(items, keys, most)
    # A key that tells nothing apart would only add a page in between.
    return found if len(found) > 1 else _finer(name, words, items, keys[1:], most)


def leaves(parts: Iterable[ListPart[T]]) -> Iterator[ListPart[T]]:
    """Give the parts whose pages show items, in order."""
    for part in parts:
        yield from leaves(part.parts) if part.parts else (part,)


def every(parts: Iterable[ListPart[T]]) -> Iterator[ListPart[T]]:
    """Give all parts, each before its own."""
    for part in parts:
        yield part
        yield from every(part.parts)


def year(date: Date | None) -> tuple[str, str]:
    """Name the year of a date's place in every list, which is that of its first known day."""
    return UNDATED if date is None else (_year(date), _year(date))


def month(date: Date | None) -> tuple[str, str]:
    """Name the month of a date's place in every list; one of which the year alone is known has none."""
    if date is None:
        return year(date)
    if date.precision < dates.Precision.MONTH:
        return f"{_year(date)}-xx", f"{_year(date)}, month not stated"
    first = dates.sort_key(date)[0]
    return f"{first.year}-{first.month:02}", f"{dates.MONTHS[first.month - 1]} {first.year}"


def _year(date: Date) -> str:
    return str(dates.sort_key(date)[0].year)


def links(parts: Iterable[ListPart[T]], address: Callable[[str], str]) -> Inline:
    """Link parts, each with the number of its items; nothing without any."""
    shown: list[Inline] = [
        (PageLink(Target(address(part.name)), part.words), f" ({len(part.items)})") for part in parts
    ]
    return joined(shown, " · ")


def trail(
    part: ListPart[T],
    parts: Sequence[ListPart[T]],
    address: Callable[[str], str],
    up: tuple[str, str],
    words: tuple[str, str] = ("Newer", "Older"),
) -> Inline:
    """Link what stands around a part: the page before, the whole list, the page after.

    Args:
        part: the part whose page it is.
        parts: all parts of the list.
        address: gives the path of a part's page by its name.
        up: words and path of the page that leads to the parts.
        words: how the list runs.

    """
    row = list(leaves(parts))
    at = row.index(part) if part in row else None
    before = row[at - 1] if at else None
    after = row[at + 1] if at is not None and at + 1 < len(row) else None
    steps: list[Inline] = [PageLink(Target(up[1]), up[0])]
    if before:
        steps.insert(0, (f"{words[0]}: ", PageLink(Target(address(before.name)), before.words)))
    if after:
        steps.append((f"{words[1]}: ", PageLink(Target(address(after.name)), after.words)))
    return joined(steps, " · ")
