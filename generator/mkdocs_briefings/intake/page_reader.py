"""Collect what a saved web page declares: metadata, marked-up properties, headlines, comments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from mkdocs_briefings.intake.page_blocks import PageBlocks, PageLine

_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_PROPERTIES = frozenset(
    {"datepublished", "headline", "author", "publisher", "name", "byline", "author's line", "named headline"}
)
_CLASSES = {
    "dt-published": "datepublished",
    "published": "datepublished",
    "p-author": "author",
    "p-name": "headline",
    **dict.fromkeys(("entry-title", "post-title", "article-title"), "named headline"),
    **dict.fromkeys(("meta", "article-meta", "post-meta", "entry-meta"), "byline"),
}
"""Properties by class: as microformats have them (hNews, h-entry), and where themes print headline and byline."""
_OF_AUTHORS = re.compile(
    r"(?:^|[-_])(?:authors?|byline|writers?|username|user-name|reporter|journalist|autor|autore|auteur|firma|redakteur)(?:$|[-_])"
)
"""Parts of the classes of elements that name who wrote it."""
_NOT_AUTHORS = re.compile(
    r"bio|image|img|avatar|photo|social|follow|card|about|box|description|title|twitter|job"
)
_CREATED = frozenset({"dc:date", "dc:created", "dcterms:created", "dcterms:issued", "dc:issued"})
"""Properties of RDFa for the day of publication."""
_HOMES = frozenset({"", "/", "./", "index.html", "/index.html"})


@dataclass(frozen=True, slots=True)
class Headline:
    """A heading of the first rank."""

    words: str
    leads_home: bool
    """It is a link to the site's first page: a logo."""


@dataclass(slots=True)
class Declared:
    """What a page declares, each in the page's order."""

    meta: dict[str, list[str]] = field(default_factory=dict)
    properties: dict[str, list[str]] = field(default_factory=dict)
    """Microdata, RDFa and microformats: by the name of the property, in lower case."""
    headlines: list[Headline] = field(default_factory=list)
    title: str = ""
    blocks: list[PageLine] = field(default_factory=list)
    """The page's lines as it shows them."""
    data: list[str] = field(default_factory=list)
    """JSON-LD."""
    scripts: list[str] = field(default_factory=list)
    """What may hold the state of the page: JSON, or a script that gives names to it."""
    comments: list[str] = field(default_factory=list)
    canonical: str = ""
    lang: str = ""


@dataclass(slots=True)
class _Open:
    """An element whose words are gathered."""

    tag: str
    names: tuple[str, ...]
    depth: int = 0
    words: list[str] = field(default_factory=list)
    leads_home: bool = False
    named: bool = False
    """It holds an element with its name, so that the rest of its words does not count."""


class PageReader(HTMLParser):
    """Gathers what pages declare."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.declared = Declared()
        self.open: list[_Open] = []
        self.hidden = ""
        self.script: list[str] = []
        self.blocks = PageBlocks()

    def close(self) -> None:
        super().close()
        self.declared.blocks = self.blocks.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        for one in self.open:
            one.depth += one.tag == tag
            one.leads_home = one.leads_home or (tag == "a" and _is_home(given.get("href", "")))
        self._declare(tag, given)
        self.blocks.start(tag, given)
        if tag == "script" and given.get("type", "").strip().lower() == "application/ld+json":
            self.open = [_Open(tag, ("data",))]
        elif tag in _UNSEEN:
            self.hidden = self.hidden or tag
            if self.hidden == tag == "script":
                self.script = []
        elif tag == "title" and not self.hidden and not self.declared.title:
            self.open.append(_Open(tag, ("title",)))
        elif tag == "h1":
            self.open = [_Open(tag, ("h1",))]
        elif names := _properties(tag, given):
            whole = (
                given.get("content")
                or given.get("datetime")
                or (given.get("title", "") if tag == "abbr" else "")
            )
            if whole.strip() and names != ("name",):
                self._tell(names, whole)
            elif tag not in _VOID:
                self.open.append(_Open(tag, names))

    def _declare(self, tag: str, given: dict[str, str]) -> None:
        """Take what an element declares by its attributes alone."""
        declared = self.declared
        match tag:
            case "meta":
                name = given.get("property") or given.get("name") or given.get("itemprop") or ""
                if given.get("content", "").strip():
                    declared.meta.setdefault(name.strip().lower(), []).append(given["content"])
            case "link" if "canonical" in given.get("rel", "").lower().split():
                declared.canonical = declared.canonical or given.get("href", "")
            case "html":
                declared.lang = declared.lang or given.get("lang", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.hidden:
            self.hidden = ""
            if tag == "script":
                self.declared.scripts.append("".join(self.script))
        self.blocks.end(tag)
        kept = []
        for one in self.open:
            if one.tag == tag and one.depth == 0:
                self._close(one)
            else:
                one.depth -= one.tag == tag
                kept.append(one)
        self.open = kept

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            if not any(one.names in {("data",), ("title",)} for one in self.open):
                self.blocks.words(data)
            for one in self.open:
                if not one.named:
                    one.words.append(data)
        elif self.hidden == "script":
            self.script.append(data)

    def handle_comment(self, data: str) -> None:
        self.declared.comments.append(data)

    def _close(self, one: _Open) -> None:
        words = "".join(one.words)
        if one.names == ("data",):
            self.declared.data.append(words)
        elif one.names == ("title",):
            self.declared.title = " ".join(words.split())
        elif one.names == ("h1",):
            self.declared.headlines.append(Headline(" ".join(words.split()), one.leads_home))
        elif one.names == ("name",):
            outer = next(
                (other for other in reversed(self.open) if {"author", "publisher"} & {*other.names}), None
            )
            if outer is not None and not outer.named:
                outer.words, outer.named = [words], True
        else:
            self._tell(one.names, words)

    def _tell(self, names: tuple[str, ...], words: str) -> None:
        if line := " ".join(words.split()):
            for name in names:
                self.declared.properties.setdefault(name, []).append(line)


def _properties(tag: str, given: dict[str, str]) -> tuple[str, ...]:
    """Name the properties that an element has: `itemprop`, `property`, a class of microformats, `rel=author`."""
    told = f"{given.get('itemprop', '')} {given.get('property', '') if tag != 'meta' else ''}".lower().split()
    named = [
        "datepublished" if name in _CREATED else name.rpartition(":")[2].rpartition("/")[2] for name in told
    ]
    named += [_CLASSES[name] for name in given.get("class", "").lower().split() if name in _CLASSES]
    hooks = f"{given.get('class', '')} {given.get('data-hook', '')}".lower().split()
    if any(_OF_AUTHORS.search(name) and not _NOT_AUTHORS.search(name) for name in hooks):
        named.append("author's line")
    if tag == "a" and "author" in given.get("rel", "").lower().split():
        named.append("author")
    return tuple(dict.fromkeys(name for name in named if name in _PROPERTIES))


def _is_home(address: str) -> bool:
    path = address.strip().partition("#")[0].partition("?")[0]
    if "://" in path:
        path = path.partition("://")[2].partition("/")[2]
    return path in _HOMES
