"""The settings of a build, passed to the core as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.model import homepage
from mkdocs_briefings.model.desk_format import FORMAT

if TYPE_CHECKING:
    import datetime


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a build. The core knows no clock: `as_of` is given, or the date of the evidence."""

    briefings_dir: str = "briefings"
    seeds_dir: str = "seeds"
    title: str = "Briefings"
    """The name of the site, as `site_name` gives it."""
    description: str = ""
    """What the site is about, in a sentence, as `site_description` gives it."""
    language: str = "en"
    """Of the site (BCP 47), as `theme.language` gives it: what readers see is in it."""
    as_of: datetime.date | None = None
    """The day from which the site looks; the date of the newest source if None."""
    max_share: float | None = None
    """The greatest share of a source's words that pages print, from 0 to 1; no cap if None."""
    preview: bool = False
    """The desk's own view: drafts, marked as such, and the whole text of every source."""
    own_home: bool = False
    """The site has a first page written by hand: ours moves aside."""
    home: tuple[str, ...] = homepage.SECTIONS
    """The sections of the first page, in order."""
    desk_format: int = FORMAT
    """The format of the desk's files."""
    index_people: bool = False
    """Let search engines list the pages of persons."""
    manual: bool = False
    """Publish the editors' manual (rules, YAML reference) as part of the site."""
    address: str = ""
    """Where the site is on the web, with a slash at its end; empty where that is not known."""
    directory_urls: bool = True
    """Whether the address of a page is that of a folder (`x/`) or of a file (`x.html`)."""
    outputs: tuple[str, ...] = ()
    """What leaves the site beside its pages: names out of `outputs.table`."""
    feed_claims: int = 5
    """In how many claims an entity must be named to have a feed."""
