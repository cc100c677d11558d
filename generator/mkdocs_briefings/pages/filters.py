"""Filters of a page's entries: a form that its script shows and works, and keeps in the address."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Figure
from mkdocs_briefings.text.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mkdocs_briefings.document.nodes import Facets, Pen
    from mkdocs_briefings.messages.message import Messages

ANCHOR = "f-filter"
FEW = 10
"""Entries: a page that shows no more of them needs no filter."""
MOST_OPTIONS = 60
"""Values that a filter offers: of more, those that most entries have."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to choose entries."""

    name: str
    """As the entries and the address call it."""
    label: str
    options: tuple[tuple[str, str], ...]
    """Values, each with its words."""


def facet(
    say: Messages, name: str, label: str, names: Mapping[str, str], entries: Sequence[Facets]
) -> tuple[Facet, ...]:
    """Make a facet of the values that the entries have; none if it tells no entry from another.

    Args:
        say: the messages.
        name: the facet, as the entries call it.
        label: what readers call it.
        names: the words for each value, in the order of the options; values without words are left out.
        entries: the entries of the page.

    """
    counts = counted(name, entries)
    present = [value for value in names if value in counts]
    if len(present) > MOST_OPTIONS:
        often = sorted((value for value in present if counts[value] > 1), key=lambda value: -counts[value])
        chosen = frozenset(often[:MOST_OPTIONS])
        present = [value for value in present if value in chosen]
        label = say("filter-most-named", label=label)
    if all(counts[value] == len(entries) for value in present):
        return ()
    words = ((value, typeset(names[value], say.language)) for value in present)
    return (Facet(name, label, tuple(words)),)


def counted(name: str, entries: Iterable[Facets]) -> Counter[str]:
    """Count the entries that have each value of a facet."""
    return Counter(
        value for entry in entries for key, values in entry if key == name for value in set(values)
    )


@dataclass(frozen=True, slots=True)
class Form:
    """The filters of a page."""

    facets: tuple[Facet, ...]
    is_part: bool
    """Whether there is more than the page shows."""


def form(facets: Iterable[Facet], entries: Sequence[Facets], *, is_part: bool = False) -> tuple[Figure, ...]:
    """Make the form; none without facets or for few entries.

    Args:
        facets: the ways to choose.
        entries: the entries of the page.
        is_part: whether there is more than the page shows.

    """
    chosen = tuple(facets)
    if not chosen or len(entries) <= FEW:
        return ()
    return (Figure(ANCHOR, "filter", Form(chosen, is_part)),)


def draw(form: object, pen: Pen) -> str:
    """Draw the form, hidden until the script that works it shows it."""
    assert isinstance(form, Form)  # noqa: S101, the table of drawings pairs them
    say = pen.say
    told = f'<p class="b-scope">{escape(say("filter-scope"))}</p>' if form.is_part else ""
    selects = "".join(_select(one, escape(say("filter-all"))) for one in form.facets)
    return (
        f'<form class="b-filter" aria-label="{escape(say("filter"))}" autocomplete="off" hidden>{selects}'
        f'<button type="reset">{escape(say("filter-show-all"))}</button> <output aria-live="polite"></output>{told}</form>'
    )


def _select(one: Facet, everything: str) -> str:
    options = "".join(
        f'<option value="{escape(value)}">{escape(words)}</option>' for value, words in one.options
    )
    return (
        f'<label><span>{escape(one.label)}</span> <select name="{escape(one.name)}">'
        f'<option value="">{everything}</option>{options}</select></label> '
    )
