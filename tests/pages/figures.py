"""What the tests of pictures ask of their HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Columns, Entry, Figure, Fold
from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.pages.figures.drawings import DRAWINGS
from mkdocs_briefings.pages.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.document.nodes import Block, Say
    from mkdocs_briefings.model.addresses import Target

    from tests.derive.small import Small

HOSTILE = "\"><script>alert(1)</script><i onclick='x'>&amp;"


@dataclass(slots=True)
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def style(self) -> dict[str, str]:
        pairs = (part.partition(":") for part in self.attributes.get("style", "").split(";") if part)
        return {name: value for name, _, value in pairs}


@dataclass(slots=True)
class Picture:
    elements: list[Element] = field(default_factory=list)

    def all(self, kind: str) -> list[Element]:
        """Give the elements of a class, or of a tag."""
        return [one for one in self.elements if kind in one.classes or kind == one.tag]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.picture = Picture()
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.picture.elements.append(element)
        self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, "every element is closed in its turn"

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def read(html: str) -> Picture:
    """Read the HTML of a picture.

    Raises:
        AssertionError: its elements are not closed in order.

    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader.picture


def desk(made: Small) -> View:
    return View(made.corpus, made.derived, Settings())


class Pen:
    """Writes links as the path and the anchor that they lead to, and keeps what marks stand for."""

    def __init__(self) -> None:
        self.marks: dict[Target, str] = {}
        self.say: Say = messages("en")

    def lead(self, to: Target) -> str:
        return escape(f"md:{to.page}#{to.anchor}".rstrip("#"))

    def mark(self, to: Target, words: str) -> str:
        self.marks[to] = words
        return self.lead(to)


def drawn(figure: Figure) -> str:
    """Draw a figure."""
    return DRAWINGS[figure.drawing](figure.data, Pen())


def figures_of(blocks: Iterable[Block]) -> Iterator[Figure]:
    """Give the figures of a page, in order."""
    for block in blocks:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Entry | Fold):
            yield from figures_of(block.blocks)
        elif isinstance(block, Columns):
            for _, inside in block.groups:
                yield from figures_of(inside)
