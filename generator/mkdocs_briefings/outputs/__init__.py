"""What leaves the site beside its pages: files that other programs read, from the corpus and what is derived from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.outputs.follow import follow_page
from mkdocs_briefings.outputs.table import chosen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs_briefings.outputs.publication import Publication
    from mkdocs_briefings.outputs.share_cards import ShareCard
    from mkdocs_briefings.pages.page import Page


def files(publication: Publication) -> Mapping[str, bytes]:
    """Make the files of all outputs that a site wants, by their paths in the site.

    A preview has none: it shows drafts and whole texts, which never leave.
    """
    if publication.settings.preview:
        return {}
    made: dict[str, bytes] = {}
    for output in chosen(publication.settings):
        if output.files:
            made |= output.files(publication)
    return made


def pages(publication: Publication) -> tuple[Page, ...]:
    """Make the pages that lead to outputs and describe them."""
    makers = (output.pages for output in chosen(publication.settings) if output.pages)
    return (follow_page(publication), *(page for maker in makers for page in maker(publication)))


def head(publication: Publication) -> Callable[[Page | None], str]:
    """Give what writes the HTML of all outputs into the head of a page; None stands for one written by hand."""
    if publication.settings.preview:
        return lambda _: ""
    writers = [output.head(publication) for output in chosen(publication.settings) if output.head]
    return lambda page: "".join(write(page) for write in writers)


def foot(publication: Publication) -> Callable[[Page], str]:
    """Give what writes the HTML of all outputs below a page."""
    if publication.settings.preview:
        return lambda _: ""
    writers = [output.foot(publication) for output in chosen(publication.settings) if output.foot]
    return lambda page: "".join(write(page) for write in writers)


def pictures(publication: Publication) -> Mapping[str, tuple[ShareCard, ...]]:
    """Say what the pictures of pages say, by their paths, each in the forms that it may have."""
    made: dict[str, tuple[ShareCard, ...]] = {}
    if not publication.settings.preview:
        for output in chosen(publication.settings):
            if output.pictures:
                made |= output.pictures(publication)
    return made
