"""The kinds of pages, one row each: paths, maker, edit link, search, navigation. Whatever lists kinds reads this table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from mkdocs_briefings.model import addresses
from mkdocs_briefings.pages import new_page
from mkdocs_briefings.pages.briefing import briefing_pages
from mkdocs_briefings.pages.briefing_list import briefing_lists
from mkdocs_briefings.pages.disagreement_list import disagreement_lists
from mkdocs_briefings.pages.entity import entity_pages
from mkdocs_briefings.pages.entity_list import entity_lists
from mkdocs_briefings.pages.home import home_page
from mkdocs_briefings.pages.manual import manual_pages
from mkdocs_briefings.pages.measures import measures_pages
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.question_list import question_lists
from mkdocs_briefings.pages.source import source_pages
from mkdocs_briefings.pages.source_list import source_lists
from mkdocs_briefings.pages.storyline import storyline_pages
from mkdocs_briefings.pages.timeline import timeline_pages
from mkdocs_briefings.pages.versions import version_pages
from mkdocs_briefings.pages.view import View

if TYPE_CHECKING:
    from mkdocs_briefings.model.settings import Settings

Maker = Callable[[View], Iterable[Page]]
Paths = str | Callable[[str], str]
"""A path, or what gives one for an id or for the part of a list."""
GatheredFrom = Literal["", "briefings", "entities", "storylines", "sources"]
"""The files that a page without one of its own is made from: those of the briefings, of the entities and so on."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """What holds for every page of a kind."""

    name: str
    paths: tuple[Paths, ...]
    maker: Maker | None = None
    """None where the maker of another kind makes these as well, an output does, or the preview."""
    gathered_from: GatheredFrom = ""
    """Where the edit link of a page leads that was not made from one file; nowhere if empty."""
    listed: bool = True
    """False keeps all of them out of the search and the sitemap."""
    found_by: Literal["records", "words", "site"] = "records"
    """How the search finds it: by what the desk holds, by its words, as the site itself."""
    navigation: str = ""
    """The words of a new desk's navigation; empty keeps it out."""
    leads_on: bool = False
    """Whether a redirect can stand at its address."""
    prints_passages: bool = False
    """It prints the passages of the claims to which it links, so these links need no previews."""


KINDS = (
    PageKind("home", (addresses.HOME, addresses.OVERVIEW), lambda desk: (home_page(desk),), "briefings",
         found_by="site", navigation="Home"),
    PageKind("new", (new_page.PATH,), lambda desk: (new_page.new_page(desk),), "briefings",
         found_by="site", navigation="New"),
    PageKind("briefings", (addresses.BRIEFINGS, addresses.briefings_by, partial(addresses.storyline_by, "plant")),
         briefing_lists, "briefings", navigation="Briefings"),
    PageKind("storylines", (addresses.STORYLINES,), None, "storylines", navigation="Storylines"),
    PageKind("measures", (addresses.MEASURES, addresses.measures_by), measures_pages, "entities",
         navigation="Measures"),
    PageKind("timeline", (addresses.TIMELINE, addresses.timeline), timeline_pages, "briefings",
         navigation="Timeline", prints_passages=True),
    PageKind("disagreements", (addresses.DISAGREEMENTS, addresses.disagreements_by), disagreement_lists, "briefings",
         navigation="Disagreements"),
    PageKind("questions", (addresses.QUESTIONS, addresses.questions_by), question_lists, "briefings",
         navigation="Questions"),
    PageKind("entities", (addresses.ENTITIES, addresses.entities_by), entity_lists, "entities", navigation="Entities"),
    PageKind("sources", (addresses.SOURCES, addresses.sources_by), source_lists, "sources", navigation="Sources"),
    PageKind("follow", (addresses.FOLLOW,), found_by="words", navigation="Follow"),
    PageKind("data", (addresses.DATA,), found_by="words"),
    PageKind("briefing", (addresses.briefing,), briefing_pages, leads_on=True),
    PageKind("version", (addresses.versions_of,), version_pages, listed=False),
    PageKind("withdrawn", (addresses.briefing,), listed=False, leads_on=True),
    PageKind("entity", (addresses.entity,), entity_pages, leads_on=True),
    PageKind("source", (addresses.source,), source_pages, leads_on=True, prints_passages=True),
    PageKind("storyline", (addresses.storyline,), storyline_pages, leads_on=True),
    PageKind("moved", (addresses.briefing, addresses.entity, addresses.source, addresses.storyline, addresses.versions_of),
         listed=False, leads_on=True),
    PageKind("stub", (addresses.briefing, addresses.source), listed=False),
    PageKind("desk-status", (addresses.DESK_STATUS,), listed=False),
    PageKind("manual", (addresses.RULES, addresses.YAML_REFERENCE), manual_pages, found_by="words"),
)  # fmt: skip
"""In the order in which their pages are made, and stand in a new desk's navigation."""
BY_NAME = {kind.name: kind for kind in KINDS}


def makers(settings: Settings) -> Iterable[Maker]:
    """Give the makers of a site's pages; the manual is made only for a site that wants it."""
    return (kind.maker for kind in KINDS if kind.maker and (kind.name != "manual" or settings.manual))


def navigation() -> tuple[tuple[str, str], ...]:
    """Give words and path of each page of a new desk's navigation, in their order."""
    return tuple((kind.navigation, str(kind.paths[0])) for kind in KINDS if kind.navigation)
