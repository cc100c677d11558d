"""The lines of a page as it shows them, each with where it stands: what prints a day is judged by its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_BREAKING = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
        "h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul",
    )
)
"""Elements that begin and end a line."""
_PLACES = frozenset({"nav", "aside", "footer", "header", "ul", "ol", "li", "article", "main", "a"})
_ASIDE = frozenset({"nav", "aside"})
_WHOLE = frozenset({"article", "main"})
_EDITS = frozenset({"ins", "del"})
"""Their moments are those of changes."""
_POINTED = frozenset({"span", "time", "abbr", "small"})
_MAY_DATE = re.compile(r"(?=.*\d{4}).{6,60}")
"""A title that may be a moment; most titles of words are explanations."""
_MOST = 20_000
"""Lines of a page that are looked at."""
_CHANGED = ("modified", "updated", "lastmod")


def _moment(tag: str, given: dict[str, str]) -> str:
    """Return the moment that an element declares, or shows where the pointer rests on words such as "2 days ago"."""
    if tag in _EDITS:
        return ""
    title = given.get("title", "").strip() if tag in _POINTED else ""
    return given.get("datetime", "").strip() or (title if _MAY_DATE.fullmatch(title) else "")


@dataclass(slots=True)
class PageLine:
    """A line of a page."""

    tag: str
    """The element that began it."""
    whole: int
    """The number of the innermost `article` or `main`; 0 if there is none."""
    aside: bool
    """It is part of the navigation, of an aside, or of the head or foot of the site."""
    leads_elsewhere: bool
    """It is an entry of a list and links somewhere, as those of other articles are."""
    words: str = ""
    moment: str = ""
    """What a `time` in it declares, or the title of words in it; not always a moment."""
    changed: bool = False
    """Its element is named after a change: its day is not that of publication."""


@dataclass(slots=True)
class PageBlocks:
    """Gathers the lines; is fed by the reader of the page."""

    found: list[PageLine] = field(default_factory=list)
    stack: list[tuple[str, int]] = field(default_factory=list)
    count: int = 0
    current: PageLine | None = None
    parts: list[str] = field(default_factory=list)
    """The words of the current line."""
    has_words: bool = False
    changed: str = ""
    """The element named after a change that is open."""

    def start(self, tag: str, given: dict[str, str]) -> None:
        """Take in the start of an element."""
        if tag in _BREAKING:
            self._flush()
        if tag in _PLACES:
            if tag == "li" and self.stack and self.stack[-1][0] == "li":
                self.stack.pop()
            self.count += 1
            self.stack.append((tag, self.count))
        block = self._block(tag)
        if tag in _BREAKING:
            block.tag = tag
        if tag == "a":
            block.leads_elsewhere = block.leads_elsewhere or self._is_listed()
        names = f"{given.get('itemprop', '')} {given.get('class', '')}".lower()
        if not self.changed and any(one in names for one in _CHANGED) and "publi" not in names:
            self.changed = tag
        told = _moment(tag, given)
        if told and not self.changed and not block.moment:
            block.moment = told
        self.parts.append(" ")

    def end(self, tag: str) -> None:
        """Take in the end of an element."""
        if tag in _BREAKING:
            self._flush()
        elif self.current is not None:
            self.parts.append(" ")
        if tag == self.changed:
            self.changed = ""
        if tag in _PLACES and any(name == tag for name, _ in self.stack):
            while self.stack.pop()[0] != tag:
                pass

    def words(self, data: str) -> None:
        """Take in words that are shown."""
        if not data.strip():
            self.parts.append(" ")
            return
        block = self._block("")
        is_first = not self.has_words
        self.has_words = True
        # What names a change is not told by what stands beside it in the same line.
        block.changed = block.changed or (bool(self.changed) and is_first)
        if block.changed or not self.changed:
            self.parts.append(data)

    def close(self) -> list[PageLine]:
        """Return all lines of the page."""
        self._flush()
        return self.found

    def _block(self, tag: str) -> PageLine:
        if self.current is None:
            places = [name for name, _ in self.stack]
            whole = next((number for name, number in reversed(self.stack) if name in _WHOLE), 0)
            of_site = not whole and ("header" in places or "footer" in places)
            self.current = PageLine(tag, whole, of_site or bool(_ASIDE & {*places}), leads_elsewhere=False)
        return self.current

    def _is_listed(self) -> bool:
        return any(name == "li" for name, _ in self.stack)

    def _flush(self) -> None:
        block, self.current = self.current, None
        words = " ".join("".join(self.parts).split())
        self.parts, self.has_words = [], False
        if block is not None and (words or block.moment) and len(self.found) < _MOST:
            block.words = words
            self.found.append(block)
