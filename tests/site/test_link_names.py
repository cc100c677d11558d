"""The names of links: whoever hears a link without the words around it learns more of it than a number or a mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.site.conftest import Built

pytestmark = pytest.mark.slow

WORD = re.compile(r"(?=[^\W_]*[^\W\d_])[^\W_]{2}|[\u3040-\u30ff\u3400-\u9fff]|^\s*(?:19|20)\d\d\s*$")
"""A letter with another sign ("H200"), or one that is a word by itself; a year, which has no other name."""


@dataclass(slots=True)
class Link:
    href: str
    style: str
    name: str = ""
    """Given for voices; else what is seen."""
    words: str = ""
    line: int = 0

    @property
    def is_named(self) -> bool:
        return bool(WORD.search(self.name or self.words))


class Links(HTMLParser):
    """Reads what voices tell of the links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Link] = []
        self.noted: set[str] = set()
        """What a note or a preview of the page tells: by it a script names citations."""
        self.inside: Link | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.noted.update(filter(None, [given.get("data-for")]))
        if tag == "a" and "href" in given:
            line, _ = self.getpos()
            style, name = given.get("class", ""), given.get("aria-label") or given.get("title", "")
            self.inside = Link(given["href"], style, name, line=line)
        elif tag == "img" and self.inside:
            self.inside.words += given.get("alt", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.inside:
            self.found.append(self.inside)
            self.inside = None

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.inside.words += data


def unnamed(site: Path) -> Iterator[str]:
    """Give the links of a site that have no name."""
    for path in sorted(site.rglob("*.html")):
        reader = Links()
        reader.feed(path.read_text(encoding="utf-8"))
        titles = {one.href for one in reader.found if one.is_named}
        for one in reader.found:
            # What the script of the page hides from voices, and what it names.
            hidden = one.style == "headerlink"
            by_script = one.style == "b-cite" and one.href in reader.noted | titles
            if not (one.is_named or hidden or by_script):
                yield f"{path.relative_to(site).as_posix()}:{one.line}: {one}"


@pytest.mark.parametrize("desk", ["built", "repository"])
def test_no_link_is_named_by_a_number_or_a_mark_alone(desk: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(desk)
    assert list(unnamed(built.site)) == []
