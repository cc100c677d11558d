"""Make search records of hand-written pages: their sections, read from the HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from mkdocs_briefings.search.record import Find, Record, facets

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADING = re.compile(r"h[1-6]")
_SILENT = frozenset({"script", "style", "template", "svg", "noscript"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s"}
    | {"small", "span", "strong", "sub", "sup", "u", "var", "wbr"}
)


def written_find(path: str, title: str, html: str, kind: str, lang: str = "en") -> Find:
    """Read the sections of a page.

    Args:
        path: the Markdown path of the page.
        title: its title.
        html: its content; a heading with an id opens a section, one of the first level the page itself.
        kind: what hits on it are called.
        lang: its language.

    """
    reader = _SectionReader()
    reader.feed(html)
    reader.close()
    sections = [(anchor, " ".join("".join(parts).split())) for anchor, parts in reader.sections]
    chosen = facets(kind=kind)
    rest = (Record(anchor, kind, text, facets=chosen) for anchor, text in sections[1:] if text)
    return Find(path, title, (Record("", kind, sections[0][1], facets=chosen), *rest), lang=lang)


class _SectionReader(HTMLParser):
    """Gathers the words of each section; the first one is the page."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: list[tuple[str, list[str]]] = [("", [])]
        self.silent: list[str] = []
        """The elements that are open since one whose words are not the page's."""

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self.silent:
            self.silent += [] if tag in _VOID else [tag]
        elif tag in _SILENT or "headerlink" in (given.get("class") or "").split():
            self.silent = [tag]
        elif tag not in _INLINE:
            self._break()
            if _HEADING.fullmatch(tag) and tag != "h1" and given.get("id"):
                self.sections.append((given["id"] or "", []))

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        del attrs
        if not self.silent and tag not in _INLINE:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            if tag in self.silent:
                last = len(self.silent) - self.silent[::-1].index(tag) - 1
                del self.silent[last:]
        elif _HEADING.fullmatch(tag):
            self._end_heading(titles_page=tag == "h1")
        elif tag not in _INLINE:
            self._break()

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.sections[-1][1].append(data)

    def _break(self) -> None:
        self.sections[-1][1].append(" ")

    def _end_heading(self, *, titles_page: bool) -> None:
        """Part a heading from what follows; that of the page is its title, which hits show anyway."""
        parts = self.sections[-1][1]
        if titles_page:
            parts.clear()
        elif "".join(parts).strip():
            parts.append(": ")
