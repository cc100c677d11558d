"""The MkDocs plugin: a thin shell that hands files to `build` and pages to MkDocs."""

from __future__ import annotations

import datetime as dt
import logging
import os
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from jinja2 import TemplateError
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import CountHandler, get_relative_url

from generator import baseline, garbage, report
from generator.build import Result, build
from generator.codes import files as codes
from generator.enhance import enhance
from generator.locate import locate
from generator.pages.claim import counted
from generator.problem import Place, Problem
from generator.read import read
from generator.settings import Settings
from generator.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

    from generator.build import Memo
    from generator.pages.page import Page

log = logging.getLogger("mkdocs.plugins.briefings")
THEME = Path(__file__).parent / "theme"
STYLES = ("tokens", "page", "figures", "controls")
SCRIPTS = ("board", "filters")
"""What every page loads, in this order, from `theme/assets`."""


class BriefingsConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' own
    """The options of the plugin in mkdocs.yml."""

    briefings_dir = c.Type(str, default="briefings")
    seeds_dir = c.Type(str, default="seeds")
    as_of = c.Optional(c.Type((str, dt.date)))
    """A day (`2026-01-24`), or `today`; the day of the newest source if left out."""
    max_share = c.Optional(c.Type((int, float)))
    """The greatest share of a source's words that pages print, from 0 to 1."""
    manual = c.Type(bool, default=False)
    """Publish the editors' manual with the site."""


def settings_of(config: MkDocsConfig, options: BriefingsConfig, *, preview: bool) -> Settings:
    """Read the settings of a site.

    Raises:
        PluginError: `as_of` is no day.

    """
    return Settings(
        briefings_dir=options.briefings_dir.strip("/"),
        seeds_dir=options.seeds_dir.strip("/"),
        title=config.site_name,
        as_of=_day(options.as_of),
        max_share=None if preview else options.max_share,
        preview=preview,
        manual=options.manual,
    )


def _day(value: object) -> dt.date | None:
    if value is None or isinstance(value, dt.date):
        return value
    text = str(value)
    if text == "today":
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        now = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)
        return now.date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise PluginError(
            f"mkdocs.yml: briefings: as_of: `{text}` is no day; write 2026-01-24, or today"
        ) from error


class BriefingsPlugin(BasePlugin[BriefingsConfig]):  # type: ignore[no-untyped-call]  # MkDocs' own
    """Builds the desk before MkDocs touches the old site, and gives it the pages."""

    def __init__(self) -> None:
        self.serving = False
        self.dirty = False
        self.root = Path()
        self.memo: Memo = {}
        self.result: Result | None = None
        self.pages: dict[str, Page] = {}
        self.files: Files | None = None
        self.stage: Stage | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"
        self.dirty = dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Ship what readers see, and build beside the old site so that it stays whole if anything fails."""
        self.root = Path(config.config_file_path).parent
        # Behind the site's own overrides, before what they override.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        config.extra_css.extend(f"assets/{name}.css" for name in STYLES)
        config.extra_javascript.extend(f"assets/{name}.js" for name in SCRIPTS)
        if not self.dirty:
            self.stage = Stage.beside(Path(config.site_dir))
            config.site_dir = str(self.stage.folder)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build the desk; raising here leaves the old site as it is."""
        root = Path(config.config_file_path).parent
        settings = settings_of(config, self.config, preview=self.serving)
        tree, problems = read(root, settings)
        garbage.forget()
        with garbage.uncollected():
            self.result = build(tree, settings, self.memo)
        problems += self.result.problems
        problems += taken(self.result, Path(config.docs_dir), root)
        located = locate(baseline.apply(problems, tree, settings), tree)
        errors = [one for one in located if one.problem.is_error]
        if errors:
            text = report.plain(located)
            raise PluginError(
                f"the briefings have {len(errors)} error(s); the old site is left as it was\n{text}"
            )
        for one in located:
            log.warning("%s", report.plain([one]))
        if not self.serving:
            os.environ.setdefault("SOURCE_DATE_EPOCH", str(_epoch(self.result)))
        # The corpus stays: without this, Python would look through all of it again and again while MkDocs renders.
        garbage.keep()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages; each one's edit link leads to the file that made it."""
        assert self.result is not None  # noqa: S101, MkDocs calls on_pre_build first
        self.pages = {page.path: page for page in self.result.pages}
        up = os.path.relpath(Path(config.config_file_path).parent, config.docs_dir).replace(os.sep, "/")
        for page in self.result.pages:
            file = File.generated(config, page.path, content=page.text(), inclusion=InclusionLevel.NOT_IN_NAV)
            file.edit_uri = f"{up}/{page.made_from}" if page.made_from else None
            files.append(file)
        self.files = files
        return files

    def on_page_markdown(
        self, markdown: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Have generated pages rendered by our template, which builds on the site's own."""
        del config, files
        if page.file.src_uri in self.pages:
            page.meta.setdefault("template", "briefings.html")
            # They stand outside the navigation: its column would be empty.
            page.meta.setdefault("hide", ["navigation"])
        return markdown

    def on_page_content(self, html: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Add what Markdown cannot hold."""
        del config
        made = self.pages.get(page.file.src_uri)
        if made is None:
            return html

        def url(path: str) -> str:
            target = files.get_file_from_path(path)
            return get_relative_url(target.url, page.url) if target else ""

        return enhance(html, made, url)

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
        """Watch the desk; a build that fails is told in the terminal and leaves the old site up."""
        root = Path(config.config_file_path).parent
        for folder in (self.config.briefings_dir, self.config.seeds_dir):
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        server.builder = _tolerant(builder)
        return server

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Take the new site into the old one's place, unless strict mode is about to refuse it."""
        if self.stage is not None:
            refused = config.strict and _warned()
            config.site_dir = str(self.stage.drop() if refused else self.stage.swap())
            self.stage = None
        if not self.serving and self.result is not None:
            warnings = sum(not problem.is_error for problem in self.result.problems)
            log.info("%s, %s", summary(self.result), counted(warnings, "warning"))

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site; a mistake in a template gets its place instead of a traceback.

        Raises:
            PluginError: a template is wrong.

        """
        self.on_shutdown()
        if isinstance(error, TemplateError):
            raise PluginError(f"{_template_place(error, self.root)}error: {error}") from error

    def on_shutdown(self) -> None:
        """Leave no stage behind, whatever ended the build."""
        if self.stage is not None:
            self.stage.drop()
            self.stage = None


def summary(result: Result) -> str:
    """Say in a line what was built."""
    corpus = result.corpus
    passages = sum(len(claim.passages) for claim in corpus.claims.values())
    return (
        f"{counted(len(result.pages), 'page')} from {counted(len(corpus.sources), 'source')} and "
        f"{counted(len(corpus.briefings), 'briefing')}: {counted(len(corpus.claims), 'claim')}, "
        f"{counted(passages, 'passage')} verified"
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
    frames = [(f.filename, f.lineno) for f in traceback.extract_tb(error.__traceback__)]
    spots = [(name, line) for name, line in frames if not name.endswith(".py")]
    spots.append((getattr(error, "filename", None) or "", getattr(error, "lineno", 0)))
    name, line = next((spot for spot in reversed(spots) if spot[0]), ("", 0))
    if not name:
        return ""
    path = Path(name)
    return f"{path.relative_to(root) if path.is_relative_to(root) else path}:{line}: "


def _tolerant(builder: Callable[..., Any]) -> Callable[..., Any]:
    """Keep MkDocs' server answering after a failed build: by itself it lets every request wait."""

    def build_or_tell(*args: Any, **kwargs: Any) -> None:
        try:
            builder(*args, **kwargs)
        except (Exception, SystemExit) as error:  # noqa: BLE001, whatever failed, the old site stays up
            log.error("the build failed, the old site stays up: %s", error)  # noqa: TRY400, editors need no traceback

    return build_or_tell
