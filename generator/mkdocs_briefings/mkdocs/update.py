"""Bring the site of a preview up to date after an edit of the desk: only pages that show something else are written."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mkdocs_briefings.mkdocs import generated, internals
from mkdocs_briefings.mkdocs.edit_links import found_at, gathered_from
from mkdocs_briefings.mkdocs.escaped_words import escaped_settings
from mkdocs_briefings.mkdocs.generated import GeneratedFile, GeneratedPage
from mkdocs_briefings.pages import of_files, readers

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage

    from mkdocs_briefings.build import Result
    from mkdocs_briefings.mkdocs.indexing import Search
    from mkdocs_briefings.mkdocs.session import Current
    from mkdocs_briefings.pages.page import Page

_OWN_EVENTS = frozenset({"startup", "shutdown", "serve", "config"})
"""Events of other plugins that have no part in making a page."""
_ALL_PAGES = re.compile(r"\bpages\b")
"""What a template says that lists all pages: it changes with any of them."""


class Audience(Protocol):
    """Whoever waits for an update."""

    def first(self) -> Collection[str]:
        """Name the files of the site that are looked at, or that were edited: they come first."""

    def right(self, file: str) -> None:
        """Learn that a file of the site is as it will be."""

    def look(self) -> None:
        """Learn that all that comes first is right."""

    def forget_links(self, *, pages: bool) -> None:
        """Learn that links to anchors are looked at again; with `pages`, those to pages as well."""

    def is_impatient(self) -> bool:
        """Return whether there is another edit already: what is left is taken up with that one."""


@dataclass(slots=True)
class Standing:
    """A site that MkDocs has built, and what each generated page of it shows."""

    current: Current
    search: Search | None
    files: Files
    nav: Navigation
    env: Environment
    shared: Callable[[], generated.Pages]
    """Makes what pages have in common, of the result of now."""
    made: Callable[[Page], GeneratedFile]
    """Makes the file of a page that is new."""
    edit_uri: Callable[[Page], str | None]
    """Gives the path from the folder of hand-written pages to the file that a page was made from."""
    site: Path
    navigation: dict[str, str | None]
    """What the navigation takes from generated pages."""
    shown: dict[str, object] = field(default_factory=dict)
    """All that a page showed when it was written last, by Markdown path."""
    is_due: bool = False
    """Whether hand-written pages may lead elsewhere than they should."""

    def update(self, new: Result, audience: Audience) -> int | None:
        """Bring the site up to date.

        Args:
            new: what it is to show, which is in `current` already.
            audience: told what is right, as soon as it is.

        Returns:
            How many pages were written; None if there is another edit that takes up the rest.

        """
        current, config = self.current, self.current.config
        with _apart(self.site) as folder, escaped_settings(config), _site(config, folder):
            before = [file.src_uri for file in self.files if isinstance(file, GeneratedFile)]
            if before != [page.path for page in new.pages]:
                self._take_over(new)
                self.is_due = True
            current.shared = pages = self.shared()
            pages.is_reading = False
            for one in self._generated():
                one.shared = pages  # else those before would live as long as any of their pages
            if (count := self._write_generated(new, audience, folder)) is None:
                return None
            audience.forget_links(pages=self.is_due)
            self._write_others(new)
            _bring(folder, self.site)
        return count

    def hurry(self, new: Result, changed: Collection[str], audience: Audience) -> None:
        """Write the pages that were edited before any other is made, unless what they lead to is not there yet.

        Args:
            new: what the site is to show, which is in `current` already.
            changed: the files that were edited.
            audience: told what is right.

        """
        current = self.current
        named = self._titles()
        with _apart(self.site) as folder, escaped_settings(current.config), _site(current.config, folder):
            current.shared = pages = self.shared()
            pages.is_reading = False
            listed = self._listed()
            for page in of_files(new.desk, changed):
                file = self.files.get_file_from_path(page.path)
                if not isinstance(file, GeneratedFile) or file.page is None or page.path in named:
                    continue  # it is new, or all pages may show its title
                written = readers.written(page, pages.site, generated.folder_of(file.page))
                if any(self.files.get_file_from_path(to.page) is None for to in written.links):
                    continue
                self._write(file, page, folder, listed)
                self.shown[page.path] = self.shows(page)
                audience.right(file.dest_uri)
            audience.look()

    def _write_generated(self, new: Result, audience: Audience, folder: Path) -> int | None:
        """Write the pages that show something else, first those that somebody waits for; None if there is another edit."""
        first, listed = audience.first(), self._listed()
        count = 0
        is_first = True
        for page in sorted(new.pages, key=lambda page: self._file(page).dest_uri not in first):
            file = self._file(page)
            if is_first and file.dest_uri not in first:
                is_first = False
                if count:
                    audience.look()
            if not is_first and audience.is_impatient():
                return None
            if (shows := self.shows(page)) != self.shown.get(page.path):
                self._write(file, page, folder, listed)
                self.shown[page.path] = shows
                count += 1
            audience.right(file.dest_uri)
        return count

    def _write_others(self, new: Result) -> None:
        """Write what lists the pages or leads to them: pages written by hand, templates, the search."""
        config = self.current.config
        pages = list(self._hand_written())
        if self.is_due:
            for page in pages:
                self._populate(page)
            listed = self._listed()
            for page in pages:
                self._render(page, listed)
            self.is_due = False
        for page in pages:
            page.validate_anchor_links(files=self.files, log_level=config.validation.links.anchors)
        for one in (*pages, *self._generated()):
            internals.undate(one)
        for name in config.theme.static_templates:
            internals.write_template(name, self.env, self.files, config, self.nav)
        if self.search is not None:
            self.search.write(new, self.files, config).wait()

    def remember(self, pages: Collection[Page]) -> None:
        """Take all pages for written."""
        self.shown = {page.path: self.shows(page) for page in pages}

    def edited(self, result: Result, changed: Collection[str]) -> frozenset[str]:
        """Name the files of the site whose pages were made from what was changed."""
        files = (
            self.files.get_file_from_path(page.path) for page in result.pages if page.made_from in changed
        )
        return frozenset(file.dest_uri for file in files if file)

    def is_another_navigation(self, new: Result) -> bool:
        """Return whether every page would have to show another navigation."""
        return navigation(self.current.config, new) != self.navigation

    def shows(self, page: Page) -> object:
        """Gather all that a page shows."""
        current = self.current
        assert current.shared is not None  # noqa: S101, there is a site of generated pages
        assert current.result is not None  # noqa: S101
        file = self._file(page)
        assert file.page is not None  # noqa: S101, a generated file has its page
        html = readers.mark(page, current.shared.site, generated.folder_of(file.page))
        target = self.files.get_file_from_path(page.moved_to) if page.moved_to else None
        edited = (found_at(page, current.result), gathered_from(page, current.result, current.settings))
        return page, html, edited, target.url if target else "", current.links.get(page.path)

    def _file(self, page: Page) -> GeneratedFile:
        # By its path as it is: MkDocs' own way takes it for one of this system first, and pages are many.
        file = self.files.src_uris[page.path]
        assert isinstance(file, GeneratedFile)  # noqa: S101, MkDocs got one for each page
        return file

    def _write(self, file: GeneratedFile, made: Page, folder: Path, listed: Sequence[File]) -> None:
        """Have MkDocs make a page, as it does in any build, and put it into the site in one step."""
        page, pages = file.page, self.current.shared
        assert isinstance(page, GeneratedPage)  # noqa: S101, a generated file has its page
        assert pages is not None  # noqa: S101, there is a site of generated pages
        page.renew(made, pages)
        file.edit_uri = self.edit_uri(made)
        pages.is_reading = True
        self._populate(page)
        pages.is_reading = False
        self._render(page, listed)
        target = self.site / file.dest_uri
        target.parent.mkdir(parents=True, exist_ok=True)
        (folder / file.dest_uri).replace(target)

    def _populate(self, page: MkDocsPage) -> None:
        config = self.current.config
        internals.renew(page, config, is_titled=bool(self._titles().get(page.file.src_uri)))
        internals.populate_page(page, config, self.files)

    def _titles(self) -> dict[str, str | None]:
        return dict(generated.titles(self.current.config.nav))

    def _render(self, page: MkDocsPage, listed: Sequence[File]) -> None:
        internals.write_page(page, self.current.config, listed, self.nav, self.env)

    def _listed(self) -> Sequence[File]:
        """Give the files of all pages, which templates may list; MkDocs looks through all files for them."""
        return self.files.documentation_pages(inclusion=internals.IN_PREVIEW)

    def _generated(self) -> Iterator[GeneratedPage]:
        return (file.page for file in self.files if isinstance(file.page, GeneratedPage))

    def _hand_written(self) -> Iterator[MkDocsPage]:
        for file in self.files.documentation_pages(inclusion=internals.IN_PREVIEW):
            if file.page is not None and not isinstance(file, GeneratedFile):
                yield file.page

    def _take_over(self, new: Result) -> None:
        """Give MkDocs the files of the pages that there are now, in their order."""
        before = {file.src_uri: file for file in [*self.files] if isinstance(file, GeneratedFile)}
        for file in before.values():
            self.files.remove(file)
        for page in new.pages:
            self.files.append(before.pop(page.path) if page.path in before else self.made(page))
        for path, file in before.items():
            self.shown.pop(path, None)
            target = self.site / file.dest_uri
            target.unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # something else lies in its folder
                target.parent.rmdir()


def is_plain(config: MkDocsConfig, own: object) -> bool:
    """Return whether an edit of the desk changes nothing but the pages of the desk and what lists them.

    Other plugins and hooks may do anything with a page, and a template that lists all pages changes with each.
    """
    others = (
        method
        for event, methods in config.plugins.events.items()
        if event not in _OWN_EVENTS
        for method in methods
        if getattr(method, "__self__", None) is not own
    )
    if not internals.is_of_mkdocs(config) or config.extra_templates or any(True for _ in others):
        return False
    custom = config.theme.custom_dir
    return not custom or not any(
        _ALL_PAGES.search(path.read_text("utf-8", "replace")) for path in Path(custom).rglob("*.html")
    )


def navigation(config: MkDocsConfig, result: Result) -> dict[str, str | None]:
    """Give what the navigation, which every page shows, takes from generated pages: their titles, where it gives none."""
    named = dict(generated.titles(config.nav))
    return {page.path: named[page.path] or page.title for page in result.pages if page.path in named}


@contextlib.contextmanager
def _apart(site: Path) -> Iterator[Path]:
    """Make a folder in which to write what then takes the place of what is served."""
    folder = Path(tempfile.mkdtemp(prefix=f".{site.name}.update.", dir=site.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _site(config: MkDocsConfig, folder: Path) -> Iterator[None]:
    before, config.site_dir = config.site_dir, str(folder)
    try:
        yield
    finally:
        config.site_dir = before


def _bring(folder: Path, site: Path) -> None:
    """Put all that is another file now into the site."""
    for at, _, names in os.walk(folder):
        for name in names:
            made = Path(at, name)
            target = site / made.relative_to(folder)
            if not target.is_file() or target.read_bytes() != made.read_bytes():
                target.parent.mkdir(parents=True, exist_ok=True)
                made.replace(target)
