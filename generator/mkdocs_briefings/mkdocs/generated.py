"""Hand generated pages to MkDocs: as HTML, or as Markdown on request."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_briefings.document import html
from mkdocs_briefings.mkdocs.internals import get_relative_url
from mkdocs_briefings.pages import readers

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_briefings.build import Result
    from mkdocs_briefings.model.addresses import Target
    from mkdocs_briefings.pages.page import Page
    from mkdocs_briefings.pages.view import View

log = logging.getLogger("mkdocs.plugins.briefings")
ANY_PAGE = "*"
"""Stands for every page of a folder: all of them lead to another page by the same address. No id is written so."""


@dataclass
class Pages:
    """What the generated pages of a build share."""

    files: Files
    desk: View
    headings: html.Headings
    wants_markdown: bool
    """Whether another plugin or a hook reads the Markdown of pages, or changes it."""
    changed: list[str] = field(default_factory=list)
    """The pages whose Markdown somebody changed."""
    lost: dict[str, str] = field(default_factory=dict)
    """Pages to which others lead and that somebody took away, each with the first page that leads there."""
    outside: dict[str, dict[File, dict[str, str]]] = field(default_factory=dict)
    """By page, its links to anchors on what somebody put in the place of generated pages; MkDocs checks these."""
    editing: Mapping[str, dict[str, str]] = field(default_factory=dict)
    """By page, the links into the editor by the anchors behind which they stand."""
    outputs: Collection[str] = ()
    """The paths of what lies beside the pages."""
    is_reading: bool = False
    """Whether MkDocs is reading pages, and nobody wants to know what they hold."""

    @cached_property
    def site(self) -> html.HtmlSite:
        """What they share as HTML, made when the first page is written: then all files of the site are known."""
        urls = self.desk.reads.take("urls", {path: file.url for path, file in self.files.src_uris.items()})

        def url(folder: str, path: str) -> str:
            target = urls.get(path)
            if target is None and path in self.outputs:
                target = quote(path)
            return "" if target is None else get_relative_url(target, folder)

        return readers.site(self.desk, url, self.headings)

    def follow(self, path: str, links: Iterable[Target]) -> None:
        """Hold the links of a page against what is there: ours lead to places that are, if nobody changed them."""
        files = self.files.src_uris  # asked a hundred thousand times, and our paths need no mending
        for to in links:
            target = files.get(to.page)
            if target is None:
                if to.page not in self.outputs:
                    self.lost.setdefault(to.page, path)
            elif to.anchor and not isinstance(target, GeneratedFile):
                found = self.outside.setdefault(path, {}).setdefault(target, {})
                found[to.anchor] = f"{to.page}#{to.anchor}"


class GeneratedFile(File):
    """A file whose content is written when somebody reads it."""

    made: Page
    replaced: str | None = None
    """What another plugin wants its content to be."""

    @property
    def content_string(self) -> str:
        return self.made.text() if self.replaced is None else self.replaced

    @content_string.setter
    def content_string(self, value: str) -> None:
        self.replaced = value

    @property
    def content_bytes(self) -> bytes:
        return self.content_string.encode()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self.replaced = value.decode()


class GeneratedPage(MkDocsPage):
    """A page that brings its HTML. MkDocs fires its events as for others, and holds links to it against its anchors.

    The HTML is written when somebody reads it, and let go of once the page is in its place: a site is larger than what
    it is made from.
    """

    file: GeneratedFile

    def __init__(self, title: str | None, file: GeneratedFile, config: MkDocsConfig, pages: Pages) -> None:
        self.shared = pages
        self.given = ""
        self._written: html.HtmlPage | None = None
        self._whole: Page | None = None
        self._content: str | None = None
        """What somebody wants the HTML to be."""
        self._toc: TableOfContents | None = None
        self._ids: set[str] | None = None
        super().__init__(title, file, config)

    @property
    def content(self) -> str | None:
        if self._content is not None:
            return self._content
        return "" if self.shared.is_reading else self.written.html

    @content.setter
    def content(self, value: str | None) -> None:
        # While pages are read, MkDocs hands back what it was given.
        self._content = value if value or not self.shared.is_reading else None

    @property
    def toc(self) -> TableOfContents:
        if self._toc is None:
            self._toc = contents(self.written.contents)
        return self._toc

    @toc.setter
    def toc(self, value: TableOfContents) -> None:
        self._toc = value or None  # MkDocs begins with an empty list

    @property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]  # nobody else sets it
        if self._ids is None:
            is_kept = self._written is not None
            self._ids = set(self.written.ids)
            if not is_kept:
                self.let_go()
        return self._ids

    @property
    def links_to_anchors(self) -> dict[File, dict[str, str]]:  # type: ignore[override]  # the same here
        return self.shared.outside.get(self.file.src_uri, {})

    @property
    def written(self) -> html.HtmlPage:
        """The page, kept until `let_go`."""
        if self._written is None:
            made, pages = self.whole, self.shared
            written = readers.written(made, pages.site, folder_of(self))
            if links := pages.editing.get(made.path):
                written = replace(written, html=with_links(written.html, links))
            self._written = written
            pages.follow(made.path, written.links)
        return self._written

    @property
    def whole(self) -> Page:
        """What it is made from, with its blocks, kept until `let_go`."""
        if self._whole is None:
            self._whole = self.file.made.whole()
        return self._whole

    def renew(self, made: Page, pages: Pages) -> None:
        """Show something else from now on."""
        self.file.made, self.shared = made, pages
        self._content = self._toc = self._ids = self._written = self._whole = None

    def let_go(self) -> None:
        """Forget what can be written again."""
        self._written = self._toc = self._whole = None

    def read_source(self, config: MkDocsConfig) -> None:
        made = self.file.made
        self.meta = {"title": made.title}
        if made.description:
            self.meta["description"] = made.description
        if made.modified:
            self.meta["date"] = made.modified
        if made.tags:
            self.meta["tags"] = list(made.tags)
        if not made.listed:
            self.meta["search"] = {"exclude": True}
        if not made.indexed:
            self.meta["robots"] = "noindex"
        self.given = made.body if self.shared.wants_markdown else ""
        self.markdown = self.given
        asked = config.plugins.on_page_read_source(page=self, config=config)
        if asked is not None or self.file.replaced is not None:
            self.shared.changed.append(made.path)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the page as it is; what others made of its Markdown is left out, for its sentences are bound to passages."""
        del config, files
        if (
            self.markdown or ""
        ).strip() != self.given.strip():  # a template engine takes the line end at the end
            self.shared.changed.append(self.file.made.path)
        self._title_from_render = self.file.made.title


def folder_of(page: MkDocsPage) -> str:
    """Name the address from which the links of a page lead, the same for all pages of a folder."""
    url = page.url
    if page.file.name == "index" or not url.endswith("/"):
        return url.rpartition("/")[0] + "/" if "/" in url else ""
    return f"{url[: url.rstrip('/').rfind('/') + 1]}{ANY_PAGE}/"


def shared(
    result: Result,
    files: Files,
    config: MkDocsConfig,
    own: object,
    editing: Mapping[str, dict[str, str]],
) -> Pages:
    """Make what the pages of a build share.

    Args:
        result: the desk.
        files: the files of the site.
        config: that of MkDocs.
        own: our plugin.
        editing: the links into the editor, as `Pages` has them.

    """
    wants_markdown = watches(config, "page_markdown", own) or watches(config, "page_read_source", own)
    is_reading = not watches(config, "page_content", own)
    of_toc = headings(config.mdx_configs.get("toc") or {})
    return Pages(files, result.desk, of_toc, wants_markdown, editing=editing, is_reading=is_reading)


def files_of(
    made: Iterable[Page], pages: Pages, config: MkDocsConfig, edit_uri: Callable[[Page], str | None]
) -> Iterator[GeneratedFile]:
    """Make the files of generated pages, each with its page; those of the navigation keep the title that it gives."""
    named = dict(titles(config.nav))
    for one in made:
        file = GeneratedFile.generated(config, one.path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        assert isinstance(file, GeneratedFile)  # noqa: S101, `generated` makes its own class
        file.made = one
        file.edit_uri = edit_uri(one)
        GeneratedPage(named.get(one.path), file, config, pages)  # which it hands to the file
        yield file


def files_of_markdown(
    made: Iterable[Page], config: MkDocsConfig, edit_uri: Callable[[Page], str | None]
) -> Iterator[File]:
    """Make the files of pages that MkDocs renders from their Markdown."""
    for one in made:
        file = File.generated(config, one.path, content=one.text(), inclusion=InclusionLevel.NOT_IN_NAV)
        file.edit_uri = edit_uri(one)
        yield file


def titles(nav: object) -> Iterator[tuple[str, str | None]]:
    """Return the files of a navigation with their titles."""
    if isinstance(nav, str):
        yield nav, None
    elif isinstance(nav, list):
        for item in nav:
            yield from titles(item)
    elif isinstance(nav, dict):
        for title, value in nav.items():
            if isinstance(value, str):
                yield value, str(title)
            else:
                yield from titles(value)


def watches(config: MkDocsConfig, event: str, own: object) -> bool:
    """Return whether other plugins or hooks take part in an event."""
    return any(getattr(method, "__self__", None) is not own for method in config.plugins.events[event])


def with_links(html: str, links: Mapping[str, str]) -> str:
    """Put each link into the editor behind its anchor, that of the page as a whole behind the heading."""
    for anchor, link in links.items():
        mark = f'<a id="{anchor}"></a>' if anchor else "</h1>"
        html = html.replace(mark, mark + link, 1)
    return html


def headings(toc: Mapping[str, Any]) -> html.Headings:
    """Read what a site says of headings, in the options of Python-Markdown's `toc`."""
    sign = toc.get("permalink")
    top, _, bottom = str(toc.get("toc_depth", 6)).rpartition("-")
    default = html.Headings()
    return html.Headings(
        permalink="¶" if sign is True else str(sign or ""),
        permalink_class=str(toc.get("permalink_class", default.permalink_class)),
        permalink_title=str(toc.get("permalink_title", default.permalink_title)),
        permalink_leading=bool(toc.get("permalink_leading")),
        slugify=toc.get("slugify") or html.slug,
        separator=str(toc.get("separator", default.separator)),
        top=int(top or 1),
        bottom=int(bottom),
    )


def contents(lines: Iterable[html.Title]) -> TableOfContents:
    """Nest the lines of a table of contents by their levels."""
    top: list[AnchorLink] = []
    stack: list[AnchorLink] = []
    for line in lines:
        link = AnchorLink(line.words, line.id, line.level)
        while stack and stack[-1].level >= line.level:
            stack.pop()
        (stack[-1].children if stack else top).append(link)
        stack.append(link)
    return TableOfContents(top)
