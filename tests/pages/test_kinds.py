"""The table of page kinds: every address belongs to a kind, every page keeps to the row of its kind."""

from __future__ import annotations

import inspect
import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from mkdocs_briefings.build import build
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.mkdocs.edit_links import gathered_from
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.outputs.table import NAMES
from mkdocs_briefings.pages.kinds import BY_NAME, KINDS, navigation
from ruamel.yaml import YAML

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.build import Result
    from mkdocs_briefings.pages.kinds import Paths

ROOT = Path(__file__).parents[2]
PARTS = (
    "briefings_by",
    "entities_by",
    "sources_by",
    "measures_by",
    "disagreements_by",
    "questions_by",
    "timeline",
    "versions_of",
)


def fits(place: Paths, path: str) -> bool:
    if isinstance(place, str):
        return place == path
    name = getattr(place, "__name__", "storyline_by")
    pattern = re.escape(place("X/Y" if name in PARTS else "X")).replace(r"X/Y", ".+").replace("X", "[^/]+")
    if name == "storyline_by":
        pattern = r"storylines/by/[^/]+/.+\.md"
    return re.fullmatch(pattern, path) is not None


def result_of(folder: Path, settings: Settings) -> Result:
    tree, _ = read(folder, settings)
    return build(tree, settings)


@pytest.fixture(scope="module")
def desks() -> list[tuple[Result, Settings]]:
    shown = (
        (ROOT / "tests/desk", Settings(manual=True, outputs=NAMES)),
        (ROOT / "tests/golden/levels", Settings()),
        (ROOT / "tests/golden/life", Settings(preview=True)),
        (ROOT / "tests/golden/life", Settings(own_home=True)),
    )
    return [(result_of(folder, settings), settings) for folder, settings in shown]


def test_every_page_keeps_to_its_row(desks: list[tuple[Result, Settings]]) -> None:
    for result, _ in desks:
        for page in result.pages:
            kind = BY_NAME[page.kind]
            assert any(fits(place, page.path) for place in kind.paths), (page.kind, page.path)
            assert kind.listed or not page.listed, page.path
            assert bool(page.moved_to) == (page.kind == "moved")


def test_every_kind_is_made_somewhere(desks: list[tuple[Result, Settings]]) -> None:
    met = {page.kind for result, _ in desks for page in result.pages}
    assert met == BY_NAME.keys() - {"stub", "desk-status"}, "the preview's own, held in tests/mkdocs"
    assert len(BY_NAME) == len(KINDS)


def test_every_address_belongs_to_a_kind() -> None:
    """Whoever adds a path says in the table what stands there."""
    fixed = [
        value for name, value in vars(addresses).items() if name.isupper() and str(value).endswith(".md")
    ]
    made = []
    for name, function in inspect.getmembers(addresses, inspect.isfunction):
        if function.__module__ != addresses.__name__ or name in {"slug", "md_link", "entry", "link"}:
            continue
        kinds = [parameter.annotation for parameter in inspect.signature(function).parameters.values()]
        given = function(*(7 if kind == "int" else "x" for kind in kinds))
        made.append(given.page if isinstance(given, Target) else given)
    assert len(fixed) > 5
    assert len(made) > 10
    for path in (*fixed, *filter(lambda path: path.endswith(".md"), made)):
        assert any(fits(place, path) for kind in KINDS for place in kind.paths), path


def test_every_page_is_reached_from_the_navigation(desks: list[tuple[Result, Settings]]) -> None:
    """Whoever adds a kind of page also says from where readers come to it."""
    for result, settings in desks:
        links = {
            page.path: {
                unquote(posixpath.normpath(posixpath.join(posixpath.dirname(page.path), to)))
                for to in re.findall(r"\]\(<?([^()<>#\s]+\.md)", page.body)
            }
            for page in result.pages
        }
        found: set[str] = set()
        ahead = [path for _, path in navigation_here() if path in links]
        ahead += [addresses.OVERVIEW] if settings.own_home else []
        while ahead:
            path = ahead.pop()
            if path not in found and path in links:
                found.add(path)
                ahead += links[path]
        lost = {page.path for page in result.pages if BY_NAME[page.kind].listed} - found
        assert not lost, "no page leads here, and the navigation does not"


def test_the_edit_link_of_every_page_leads_to_its_files(desks: list[tuple[Result, Settings]]) -> None:
    result, settings = desks[0]
    led = {page.kind: page.made_from or gathered_from(page, result, settings) for page in result.pages}
    assert led["timeline"] == led["home"] == led["questions"] == led["briefings"] == "briefings/"
    assert led["measures"] == led["entities"] == "briefings/entities/"
    assert led["sources"] == "seeds/"
    assert led["storylines"] == "briefings/storylines.yml"
    assert led["manual"] == ""
    assert {kind for kind, path in led.items() if not path} <= {
        "manual",
        "moved",
        "follow",
        "data",
        "version",
    }


def navigation_here() -> list[tuple[str, str]]:
    """Give words and path of each page in the navigation of this repository; those of a section have no words."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    nav = YAML(typ="safe", pure=True).load(text[text.index("\nnav:") :])["nav"]
    pairs = [pair for one in nav for pair in one.items()]
    return [
        one
        for words, path in pairs
        for one in ([(words, path)] if isinstance(path, str) else (("", under) for under in within(path)))
    ]


def within(section: list[Any]) -> Iterator[str]:
    """Give the pages of a section and of the sections in it."""
    for one in section:
        if isinstance(one, str):
            yield one
        else:
            for below in one.values():
                yield from within(below)


def test_the_navigation_of_this_repository_is_that_of_a_new_one() -> None:
    assert [*navigation()] == [one for one in navigation_here() if one[0]]
