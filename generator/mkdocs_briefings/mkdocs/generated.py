"""Hand generated pages to MkDocs: as HTML, or as Markdown on request."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_briefings.document import html
from mkdocs_briefings.mkdocs.internals import get_relative_url
from mkdocs_briefings.pages import readers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_briefings.build import Result
    from mkdocs_briefings.pages.page import Page

log = logging.getLogger("mkdocs.plugins.briefings")
ANY_PAGE = "*"
"""Stands for every page of a folder: all of them lead to another page by the same address. No id is written so."""


@dataclass(slots=True)
class Pages:
    """What the generated pages of a build share."""

    site: html.HtmlSite
    wants_markdown: bool
    """Whether another plugin or a hook reads the Markdown of pages, or changes it."""
    changed: list[str] = field(default_factory=list)
    """The pages whose Markdown somebody changed."""
    lost: dict[str, str] = field(default_factory=dict)
    """Pages to which others lead and that somebody took away, each with the first page that leads there."""


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
    """A page that brings its HTML. MkDocs fires its events as for others, and holds links to it against its anchors."""

    file: GeneratedFile

    def __init__(self, title: str | None, file: GeneratedFile, config: MkDocsConfig, pages: Pages) -> None:
        super().__init__(title, file, config)
        self.shared = pages
        self.given = ""

    def read_source(self, config: MkDocsConfig) -> None:
        made = self.file.made
        self.meta = {"title": made.title}
        if made.description:
            self.meta["description"] = made.description
        if not made.listed:
            self.meta["search"] = {"exclude": True}
        self.given = made.body if self.shared.wants_markdown else ""
        self.markdown = self.given
        asked = config.plugins.on_page_read_source(page=self, config=config)
        if asked is not None or self.file.replaced is not None:
            self.shared.changed.append(made.path)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Write the page; what others made of its Markdown is left out, for its sentences are bound to passages."""
        del config
        made, pages = self.file.made, self.shared
        if self.markdown != self.given:
            pages.changed.append(made.path)
        written = readers.written(made, pages.site, folder_of(self))
        self.content = written.html
        self.toc = contents(written.contents)
        self._title_from_render = made.title
        self.present_anchor_ids = set(written.ids)
        # Pages of ours lead to places that are there; what somebody put in the place of one is held against the links.
        links: dict[File, dict[str, str]] = {}
        for to in written.links:
            target = files.get_file_from_path(to.page)
            if target is None:
                pages.lost.setdefault(to.page, made.path)
            elif to.anchor and not isinstance(target, GeneratedFile):
                links.setdefault(target, {})[to.anchor] = f"{to.page}#{to.anchor}"
        self.links_to_anchors = links


def folder_of(page: MkDocsPage) -> str:
    """Name the address from which the links of a page lead, the same for all pages of a folder."""
    url = page.url
    if page.file.name == "index" or not url.endswith("/"):
        return url.rpartition("/")[0] + "/" if "/" in url else ""
    return f"{url[: url.rstrip('/').rfind('/') + 1]}{ANY_PAGE}/"


def shared(result: Result, files: Files, config: MkDocsConfig, *, wants_markdown: bool) -> Pages:
    """Make what the pages of a build share."""
    desk = result.desk
    urls = desk.reads.take("urls", {path: file.url for path, file in files.src_uris.items()})

    def url(folder: str, path: str) -> str:
        target = urls.get(path)
        return "" if target is None else get_relative_url(target, folder)

    site = readers.site(desk, url, headings(config.mdx_configs.get("toc") or {}))
    return Pages(site, wants_markdown)


def files_of(
    made: Iterable[Page], pages: Pages, config: MkDocsConfig, edit_uri: Callable[[Page], str | None]
) -> Iterator[File]:
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


def rewriters(config: MkDocsConfig, own: object) -> bool:
    """Return whether other plugins or hooks want the Markdown of pages."""
    events = config.plugins.events
    found = [*events["page_markdown"], *events["page_read_source"]]
    return any(getattr(method, "__self__", None) is not own for method in found)


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
