"""Long lists in parts, by year, month, kind or letter, so that no page of a list grows without end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from mkdocs_briefings.document.nodes import Fold, PageLink, joined
from mkdocs_briefings.model import dates
from mkdocs_briefings.model.addresses import Target

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.document.nodes import Block, Inline
    from mkdocs_briefings.messages.message import Messages
    from mkdocs_briefings.model.dates import Date

WHOLE = 100
"""Entries: a list of so many stands on one page."""
NEWEST = 40
"""Entries of a longer list that its first page shows."""
MOST = 200
"""Entries of any other page."""

UNDATED = "undated"
"""Names the part of what is not dated."""

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


def split(
    say: Messages, items: Iterable[T], keys: Sequence[Key[T]], most: int = MOST
) -> tuple[ListPart[T], ...]:
    """Split a list by the first key, what is still too long by the next ones, at last by number; order is kept."""
    grouped: dict[tuple[str, str], list[T]] = {}
    for item in items:
        grouped.setdefault(keys[0](item), []).append(item)
    return tuple(
        ListPart(name, words, tuple(found), _finer(say, name, words, found, keys[1:], most))
        for (name, words), found in grouped.items()
    )


def _finer(  # noqa: PLR0913, what a part is made from
    say: Messages, name: str, words: str, items: Sequence[T], keys: Sequence[Key[T]], most: int
) -> tuple[ListPart[T], ...]:
    if len(items) <= most:
        return ()
    if not keys:
        starts = range(0, len(items), most)
        return tuple(
            ListPart(
                f"{name}/part-{n}",
                say("list-part", part=words, number=n, parts=len(starts)),
                tuple(items[at : at + most]),
            )
            for n, at in enumerate(starts, 1)
        )
    found = split(say, items, keys, most)
    # A key that tells nothing apart would only add a page in between.
    return found if len(found) > 1 else _finer(say, name, words, items, keys[1:], most)


def leaves(parts: Iterable[ListPart[T]]) -> Iterator[ListPart[T]]:
    """Give the parts whose pages show items, in order."""
    for part in parts:
        yield from leaves(part.parts) if part.parts else (part,)


def every(parts: Iterable[ListPart[T]]) -> Iterator[ListPart[T]]:
    """Give all parts, each before its own."""
    for part in parts:
        yield part
        yield from every(part.parts)


def year(say: Messages, date: Date | None) -> tuple[str, str]:
    """Name the year of a date's place in every list, which is that of its first known day."""
    return (UNDATED, say("list-not-dated")) if date is None else (_year(date), say.year(_first(date)))


def month(say: Messages, date: Date | None) -> tuple[str, str]:
    """Name the month of a date's place in every list; one of which the year alone is known has none."""
    if date is None:
        return year(say, date)
    if date.precision < dates.Precision.MONTH:
        return f"{_year(date)}-xx", say("list-no-month", year=say.year(_first(date)))
    first = _first(date)
    return f"{first.year}-{first.month:02}", say.month(first)


def year_name(date: Date | None) -> str:
    """Name the part of the year, as addresses and filters do."""
    return UNDATED if date is None else _year(date)


def _first(date: Date) -> dt.date:
    return dates.sort_key(date)[0]


def _year(date: Date) -> str:
    return str(_first(date).year)


def links(say: Messages, parts: Iterable[ListPart[T]], address: Callable[[str], str]) -> Inline:
    """Link parts, each with the number of its items; nothing without any."""
    shown = [
        say("list-count", part=PageLink(Target(address(part.name)), part.words), count=len(part.items))
        for part in parts
    ]
    return joined(shown, " · ")


def folded(blocks: Sequence[Block], most: int, label: Callable[[bool, int], str]) -> Iterator[Block]:
    """Show the first blocks of a list; the rest opens on demand, unless it is a single one.

    Args:
        blocks: the list.
        most: how many are in sight.
        label: names the rest, by whether anything is in sight, and by how many it is.

    """
    first, rest = cut(blocks, most)
    yield from first
    if rest:
        yield Fold(label(bool(first), len(rest)), rest)


def cut(items: Sequence[T], most: int) -> tuple[tuple[T, ...], tuple[T, ...]]:
    """Cut a list after its first items; not for the last alone."""
    shown = len(items) if len(items) <= most + 1 else most
    return tuple(items[:shown]), tuple(items[shown:])


def trail(  # noqa: PLR0913, what stands around a part
    say: Messages,
    part: ListPart[T],
    parts: Sequence[ListPart[T]],
    address: Callable[[str], str],
    up: tuple[str, str],
    words: tuple[str, str] = ("newer", "older"),
) -> Inline:
    """Link what stands around a part: the page before, the whole list, the page after.

    Args:
        say: the messages.
        part: the part whose page it is.
        parts: all parts of the list.
        address: gives the path of a part's page by its name.
        up: words and path of the page that leads to the parts.
        words: how the list runs: two steps of the catalogue.

    """
    row = list(leaves(parts))
    at = row.index(part) if part in row else None
    before = row[at - 1] if at else None
    after = row[at + 1] if at is not None and at + 1 < len(row) else None
    steps: list[Inline] = [PageLink(Target(up[1]), up[0])]
    if before:
        steps.insert(0, say.of("step", words[0], part=PageLink(Target(address(before.name)), before.words)))
    if after:
        steps.append(say.of("step", words[1], part=PageLink(Target(address(after.name)), after.words)))
    return joined(steps, " · ")
