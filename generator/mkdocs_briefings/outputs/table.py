"""The outputs, one row each: whatever lists, chooses or makes them reads this table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.outputs.annotations import annotation_files
from mkdocs_briefings.outputs.calendars import calendar_files
from mkdocs_briefings.outputs.change_feed import PATH as CHANGES
from mkdocs_briefings.outputs.change_feed import SCHEMA_PATH as CHANGE_SCHEMA
from mkdocs_briefings.outputs.change_feed import change_files
from mkdocs_briefings.outputs.citations import PATHS as CITATIONS
from mkdocs_briefings.outputs.citations import citation_files, citation_foot, citation_head
from mkdocs_briefings.outputs.data import data_files
from mkdocs_briefings.outputs.data_page import data_pages
from mkdocs_briefings.outputs.edition_text import edition_files
from mkdocs_briefings.outputs.embeds import embed_files, embed_foot
from mkdocs_briefings.outputs.feeds import feed_files, feed_head
from mkdocs_briefings.outputs.follow_the_money import money_files
from mkdocs_briefings.outputs.linked_data import linked_head
from mkdocs_briefings.outputs.mail_page import digest_files, digest_foot, digest_pages
from mkdocs_briefings.outputs.share_cards import share_cards

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.outputs.publication import Publication
    from mkdocs_briefings.outputs.share_cards import ShareCard
    from mkdocs_briefings.pages.page import Page

    Files = Callable[[Publication], Mapping[str, bytes]]
    """Makes files, by their paths in the site."""
    Pages = Callable[[Publication], Iterable[Page]]
    """Makes the pages that describe an output."""
    Head = Callable[[Publication], Callable[[Page | None], str]]
    """Gives what writes HTML into the head of a page; None stands for one that is written by hand."""
    Foot = Callable[[Publication], Callable[[Page], str]]
    """Gives what writes HTML below a page."""
    Pictures = Callable[[Publication], Mapping[str, tuple[ShareCard, ...]]]
    """Says what the pictures of pages say, by their paths; a shell draws them."""


@dataclass(frozen=True, slots=True)
class Output:
    """What holds for an output."""

    name: str
    """As the option `outputs` has it."""
    files: Files | None = None
    at: tuple[str, ...] = ()
    """The folders in which all its files are, or their names."""
    pages: Pages | None = None
    head: Head | None = None
    foot: Foot | None = None
    pictures: Pictures | None = None
    by_default: bool = True
    needs_address: bool = False
    """Its readers need the full address of the site: without one it is not made."""


OUTPUTS = (
    Output("feeds", feed_files, ("feeds",), head=feed_head, needs_address=True),
    Output("calendar", calendar_files, ("calendars",)),
    Output("json-ld", head=linked_head),
    Output("changes", change_files, (CHANGES, CHANGE_SCHEMA), needs_address=True),
    Output("citations", citation_files, CITATIONS, head=citation_head, foot=citation_foot),
    Output("annotations", annotation_files, ("annotations",), by_default=False),
    Output("embeds", embed_files, ("embed",), foot=embed_foot, by_default=False, needs_address=True),
    Output("digests", digest_pages, ("digest",), foot=digest_foot, by_default=False, needs_address=True),
    Output("data", data_files, ("data",), data_pages, by_default=False),
    Output("followthemoney", money_files, ("followthemoney",), by_default=False),
    Output("cards", pictures=share_cards, by_default=False, needs_address=True),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What leaves when somebody asks for it."""

    command: str
    files: Files
    """Makes all that the command can write, by names of its own."""


ASKED = (Asked("digest", digest_files), Asked("edition", edition_files))
NAMES = tuple(output.name for output in OUTPUTS)
DEFAULT = tuple(output.name for output in OUTPUTS if output.by_default)


def chosen(settings: Settings) -> tuple[Output, ...]:
    """Give the outputs that a site wants and can have."""
    return tuple(
        output
        for output in OUTPUTS
        if output.name in settings.outputs and (settings.address or not output.needs_address)
    )


def lacking(settings: Settings) -> tuple[str, ...]:
    """Name the outputs that a site wants and cannot have, as its address is not known."""
    wanted = (output for output in OUTPUTS if output.name in settings.outputs)
    return tuple(output.name for output in wanted if output.needs_address and not settings.address)
