"""The MkDocs plugin: a thin shell that hands files to `build` and pages to MkDocs."""

from __future__ import annotations

import datetime as dt
import logging
import os
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from jinja2 import TemplateError
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import CountHandler, get_relative_url

from mkdocs_briefings.build import Result, build
from mkdocs_briefings.files import collector
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.files.stage import Stage, unwritable
from mkdocs_briefings.mkdocs import hosting
from mkdocs_briefings.mkdocs.edit_links import found_at, gathered_from, written_by_hand
from mkdocs_briefings.mkdocs.failure import template_place
from mkdocs_briefings.mkdocs.fonts import STYLE, Fonts, fonts
from mkdocs_briefings.mkdocs.indexing import Search
from mkdocs_briefings.mkdocs.options import BriefingsConfig, address, has_home, settings_of
from mkdocs_briefings.mkdocs.server import PANEL, Serving, listen, with_links
from mkdocs_briefings.model import baseline
from mkdocs_briefings.model.codes import file_codes as codes
from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.pages.claim import counted
from mkdocs_briefings.pages.enhancement import enhance
from mkdocs_briefings.pages.kinds import BY_NAME
from mkdocs_briefings.report import printing
from mkdocs_briefings.report.location import locate
from mkdocs_briefings.report.summary import basis, summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

    from mkdocs_briefings.build import Memo
    from mkdocs_briefings.pages.page import Page

log = logging.getLogger("mkdocs.plugins.briefings")
THEME = Path(__file__).parents[1] / "theme"
STYLES = ("tokens", "page", "evidence", "figures", "controls", "tables", "print")
SCRIPTS = ("menu", "evidence", "board", "filters")
"""What every page loads, in this order, from `theme/assets`."""


class BriefingsPlugin(BasePlugin[BriefingsConfig]):  # type: ignore[no-untyped-call]  # MkDocs' own
    """Builds the desk before MkDocs touches the old site, and gives it the pages."""

    def __init__(self) -> None:
        listen()
        self.serving = False
        self.dirty = False
        self.root = Path()
        self.site = Path()
        self.settings = Settings()
        self.memo: Memo = {}
        self.result: Result | None = None
        self.pages: dict[str, Page] = {}
        self.files: Files | None = None
        self.stage: Stage | None = None
        self.preview: Serving | None = None
        self.search: Search | None = None
        self.links: dict[str, dict[str, str]] = {}
        self.fonts: Fonts | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"
        self.preview = Serving() if self.serving else None
        self.dirty = dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Ship what readers see, and build beside the old site so that it stays whole if anything fails."""
        self.root = Path(config.config_file_path).parent
        # Behind the site's own overrides, before what they override.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        look(config)
        config.extra_css.append(STYLE)
        config.extra_css.extend(f"assets/{name}.css" for name in STYLES)
        config.extra_javascript.extend(f"assets/{name}.js" for name in SCRIPTS)
        if self.config.search:
            self.search = self.search or Search(serving=self.serving)
            self.search.configure(config)
        address("edit_url", self.config.edit_url)
        if self.preview is not None:
            self.preview.configure(config, address("editor", self.config.editor) or "")
        self.site = Path(config.site_dir)
        if not self.dirty:
            self.stage = Stage.beside(self.site)
            config.site_dir = str(self.stage.folder)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build the desk; raising here leaves the old site as it is."""
        root = Path(config.config_file_path).parent
        settings = settings_of(config, self.config, preview=self.serving, own_home=has_home(config))
        self.settings = settings
        try:
            tree, problems = read(root, settings)
        except OSError as error:
            path = os.path.relpath(error.filename or root, root)
            raise PluginError(f"{path}: {error.strerror}; the old site is left as it was") from error
        collector.forget()
        with collector.uncollected():
            if self.preview is None:
                self.result = build(tree, settings, self.memo)
                problems += self.result.problems
            else:
                shown = self.preview.build(tree, settings, self.memo)
                self.result = shown.result
                problems += shown.problems
        problems += taken(self.result, Path(config.docs_dir), root)
        partly = bool(self.result.lock.stands_for)
        located = locate(baseline.apply(problems, tree, settings, partly=partly), tree)
        errors = [one for one in located if one.problem.is_error]
        if self.preview is not None:
            self.preview.found = located
        elif errors:
            text = printing.plain(located)
            raise PluginError(
                f"the briefings have {len(errors)} error(s); the old site is left as it was\n{text}"
            )
        for one in located:
            log.log(logging.ERROR if one.problem.is_error else logging.WARNING, "%s", printing.plain([one]))
        if not self.serving:
            os.environ.setdefault("SOURCE_DATE_EPOCH", str(_epoch(self.result)))
        # The corpus stays: without this, Python would look through all of it again and again while MkDocs renders.
        collector.keep()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages; each one's edit link leads to the file that made it."""
        assert self.result is not None  # noqa: S101, MkDocs calls on_pre_build first
        self.pages = {page.path: page for page in self.result.pages}
        self.links = self.preview.links() if self.preview else {}
        if self.preview is None:
            for path in PANEL:
                if (unwanted := files.get_file_from_path(path)) is not None:
                    files.remove(unwanted)
        up = os.path.relpath(Path(config.config_file_path).parent, config.docs_dir).replace(os.sep, "/")
        for page in self.result.pages:
            file = File.generated(config, page.path, content=page.text(), inclusion=InclusionLevel.NOT_IN_NAV)
            made_from = found_at(page, self.result)
            file.edit_uri = f"{up}/{made_from}" if made_from else None
            files.append(file)
        self.fonts = fonts(self.root / ".cache/briefings")
        for path, data in self.fonts.files.items():
            files.append(File.generated(config, path, content=data))
        self.files = files
        return files

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Tell every template, those of hand-written pages too, which fonts to ask for first."""
        del files
        features = config.theme.get("features") or ()
        # Material has a link of its own, if it is asked for it.
        env.globals["briefings_edit"] = bool(self.config.edit_url) and "content.action.edit" not in features
        # A site without directory URLs may be opened as files, where browsers refuse such requests.
        wanted = self.fonts is not None and config.use_directory_urls
        env.globals["briefings_fonts"] = self.fonts.preload if self.fonts and wanted else ()
        return env

    def on_page_markdown(
        self, markdown: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Have generated pages rendered by our template, which builds on the site's own."""
        del files
        self._lead_to_editor(page, config)
        if page.file.src_uri in self.pages:
            page.meta.setdefault("template", "briefings.html")
            # They stand outside the navigation: its column would be empty.
            page.meta.setdefault("hide", ["navigation"])
            # Material prints these two as they are; quotation marks in them would end the attribute.
            for name in ("title", "description"):
                if name in page.meta:
                    page.meta[name] = escape(str(page.meta[name]))
        return markdown

    def on_page_content(self, html: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Add what Markdown cannot hold."""
        made = self.pages.get(page.file.src_uri)
        if self.search is not None and (made is None or BY_NAME[made.kind].found_by == "words"):
            self.search.read(html, page, config)
        if made is None:
            return html

        def url(path: str) -> str:
            target = files.get_file_from_path(path)
            return get_relative_url(target.url, page.url) if target else ""

        return with_links(enhance(html, made, url), self.links.get(made.path, {}))

    def on_page_context(
        self, context: TemplateContext, /, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell the theme what it needs to know of a generated page."""
        del config, nav
        made = self.pages.get(page.file.src_uri)
        page.update_date = made.modified if made else ""
        target = (
            self.files.get_file_from_path(made.moved_to) if self.files and made and made.moved_to else None
        )
        shown = {"page": made, "moved_to": target.url if target else ""}
        return cast("TemplateContext", {**context, "briefings": shown})

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Watch the desk; whatever fails is told in the terminal and in the browser, and the old site stays up."""
        folders = [self.root / folder for folder in (self.config.briefings_dir, self.config.seeds_dir)]
        custom = [config.theme.custom_dir] if config.theme.custom_dir else []
        (self.preview or Serving()).start(server, builder, [*folders, *custom])
        return server

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the search, then take the new site into the old one's place, unless strict mode is about to refuse it."""
        if self.search is not None and self.result is not None and self.files is not None:
            self.search.write(self.result, self.files, config)
        if self.preview is not None:
            self.preview.write(Path(config.site_dir))
            self.preview.settle()
        if self.stage is not None:
            refused = config.strict and _warned()
            config.site_dir = str(self.stage.drop() if refused else self.stage.swap())
            self.stage = None
        if not self.serving and self.result is not None:
            warnings = sum(not problem.is_error for problem in self.result.problems)
            log.info("%s, %s; %s", summary(self.result), counted(warnings, "warning"), basis(self.result))

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site; a mistake in a template gets its place instead of a traceback, a full disk its remedy.

        Raises:
            PluginError: a template is wrong, or the site cannot be written.

        """
        stage = self.stage
        self.on_shutdown()
        if self.preview is not None:
            self.preview.error = error
        if isinstance(error, TemplateError):
            raise PluginError(f"{_template_place(error, self.root)}error: {error}") from error
        if isinstance(error, OSError) and (told := unwritable(error, self.site, stage)):
            raise PluginError(told) from error

    def _lead_to_editor(self, page: MkDocsPage, config: MkDocsConfig) -> None:
        """Lead a page's edit link to its file at the hosting, if `edit_url` says how; else it is MkDocs' own."""
        template = self.config.edit_url
        if template is None:
            return
        made = self.pages.get(page.file.src_uri)
        path = found_at(made, self.result) if made else written_by_hand(page.file, config)
        if made and not path and self.result:
            path = gathered_from(made, self.result, self.settings)
        at = hosting.folder if path.endswith("/") else hosting.edit
        page.edit_url = at(template, path.rstrip("/")) or None if path else None

    def on_shutdown(self) -> None:
        """Leave no stage behind, whatever ended the build."""
        if self.stage is not None:
            self.stage.drop()
            self.stage = None


def look(config: MkDocsConfig) -> None:
    """Give the site our mark and our fonts, where it does not say otherwise."""
    theme = config.theme
    if theme.get("favicon") in {None, "assets/images/favicon.png"}:
        theme["favicon"] = "assets/mark.svg"
    icon = theme.get("icon") or {}
    if not theme.get("logo") and not icon.get("logo"):
        theme["icon"] = {**icon, "logo": "briefings/mark"}
    # Material takes its fonts from Google unless told not to: a site of ours asks nobody.
    if theme.get("font") == {"text": "Roboto", "code": "Roboto Mono"}:
        theme["font"] = False
    elif theme.get("font"):
        log.warning(
            "mkdocs.yml: theme: font: every page asks Google for this font; "
            "write `font: false` to use those that the site carries"
        )


def taken(result: Result, docs: Path, root: Path) -> list[Problem]:
    """Tell which hand-written pages stand where a generated one belongs: MkDocs would silently drop them."""
    return [
        codes.PAGE_TAKEN.at(
            Place(os.path.relpath(docs / page.path, root).replace(os.sep, "/")),
            "the generator makes this page",
        )
        for page in result.pages
        if (docs / page.path).exists()
    ]


def _epoch(result: Result) -> int:
    """The day of the newest source, which dates the site: the same content gives the same bytes on any day."""
    day = result.corpus.as_of or dt.date(1970, 1, 1)
    return int(dt.datetime.combine(day, dt.time(), dt.UTC).timestamp())


def _warned() -> bool:
    """Whether MkDocs has counted warnings, for which strict mode will end the build after the last event."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))


def _template_place(error: TemplateError, root: Path) -> str:
    """Say which line of which template is wrong, as far as Jinja tells."""
    name, line = template_place(error)
    if not name:
        return ""
    path = Path(name)
    return f"{path.relative_to(root) if path.is_relative_to(root) else path}:{line}: "
