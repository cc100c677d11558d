"""The MkDocs plugin: a thin shell that passes files to `build` and pages to MkDocs."""

from __future__ import annotations

import logging
import os
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files

from mkdocs_briefings.document.direction import direction
from mkdocs_briefings.files import collector
from mkdocs_briefings.files.publish import Stage
from mkdocs_briefings.files.signals import end_as_ctrl_c_does
from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.mkdocs import clock, fonts, generated, hosting, internals
from mkdocs_briefings.mkdocs.added_files import add_ours
from mkdocs_briefings.mkdocs.admission import refusal
from mkdocs_briefings.mkdocs.desk_build import build_desk, read_desk
from mkdocs_briefings.mkdocs.edit_links import found_at, gathered_from, written_by_hand
from mkdocs_briefings.mkdocs.escaped_words import (
    escape_meta,
    escape_navigation,
    escape_title,
    escaped_settings,
    without_tags,
)
from mkdocs_briefings.mkdocs.indexing import Search
from mkdocs_briefings.mkdocs.look import look
from mkdocs_briefings.mkdocs.options import BriefingsConfig, has_home, keep_apart, settings_of
from mkdocs_briefings.mkdocs.publishing import fail, finish, publish
from mkdocs_briefings.mkdocs.server import Serving
from mkdocs_briefings.mkdocs.session import Current, Session
from mkdocs_briefings.mkdocs.shells import is_foreign, take_over
from mkdocs_briefings.mkdocs.site_language import site_language
from mkdocs_briefings.mkdocs.standing import follow
from mkdocs_briefings.mkdocs.warm import warm
from mkdocs_briefings.model import desk_format
from mkdocs_briefings.pages.kinds import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

    from mkdocs_briefings.mkdocs.update import Standing
    from mkdocs_briefings.model.problem import Problem

log = logging.getLogger("mkdocs.plugins.briefings")


class BriefingsPlugin(BasePlugin[BriefingsConfig]):  # type: ignore[no-untyped-call]  # MkDocs' own
    """Builds the desk before MkDocs touches the old site, and gives it the pages."""

    def __init__(self) -> None:
        self.session = Session()
        self.build: Current | None = None
        self.standing: Standing | None = None
        """The site of a preview, which an edit of the desk changes in part."""

    @property
    def current(self) -> Current:
        assert self.build is not None, "MkDocs calls on_config first"  # noqa: S101
        return self.build

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        session = self.session = Session(serving=command == "serve", dirty=dirty)
        # Others load the configuration to read it, and end as they like.
        if command in {"build", "gh-deploy", "serve"}:
            session.undo = [
                end_as_ctrl_c_does(),
                internals.admit(lambda asked: refusal(asked, session.address, self.config.hosts)),
            ]
        if session.serving:
            session.preview = Serving()
            session.preview.listen()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Ship what readers see.

        Raises:
            PluginError: an option is no address, or the environment names no moment.

        """
        session, root = self.session, Path(config.config_file_path).parent
        self.build = Current(self, config, root, config.site_dir, os.environ.get(clock.NAME))
        try:
            clock.clear_empty()
        except clock.MomentError as error:
            raise PluginError(str(error)) from error
        session.address = config.dev_addr.host
        own_type = self.config.typeface == "system"
        session.fonts = () if own_type else fonts.first(messages(site_language(config)))
        if (asked := look(config, self.config.color)) is not None:
            self.current.warn(asked)
        if (older := desk_format.advice(self.config.format)) and not session.told_format:
            session.told_format = True
            log.info("%s", older)
        if self.config.search:
            session.search = session.search or Search(serving=session.serving)
            session.search.configure(config)
        if session.preview is not None:
            session.preview.configure(config, self.config.editor or "")
        return config

    @event_priority(-100)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build the desk, then have MkDocs build beside the old site; raising here leaves that as it is.

        This comes last, so that only MkDocs itself, and whoever writes into the new site, meets another `site_dir` than
        the one that is set.

        Raises:
            PluginError: the desk has errors or cannot be read, or the site cannot be written.

        """
        session, current = self.session, self.current
        current.settings = settings_of(
            config, self.config, preview=session.serving, own_home=has_home(config)
        )
        keep_apart(config, current.settings)
        self.standing = None
        session.speak(current.settings.language)
        if not session.dirty:
            # Before the desk is read: who comes later publishes what is newer.
            current.stage = Stage.of(Path(config.site_dir), log.info)
        collector.forget()
        read = read_desk(current.root, current.settings, session.known if session.serving else None)
        if self._is_brought(*read):
            return
        with current.warm.listening() if current.warm is not None else nullcontext():
            result = build_desk(session, current, *read)
        if not session.serving and result.corpus.as_of is not None:
            clock.date(result.corpus.as_of)
        if current.stage is not None:
            config.site_dir = str(current.stage.open())
        # The corpus stays: without this, Python would look through all of it again and again while MkDocs renders.
        collector.keep()

    def _is_brought(self, tree: dict[str, bytes], problems: list[Problem]) -> bool:
        """Bring the site that a build before made from the same; false if the site must be built."""
        session, current = self.session, self.current
        if session.serving or current.stage is None or not self.config.cache or problems:
            return False
        current.warm = warm(current.config, current.settings, tree, self, current.root)
        if current.warm is None:
            return False
        folder = current.stage.open()
        if not current.warm.bring(current.stage, tree):
            return False
        current.config.site_dir = str(folder)
        current.rendering.callback(internals.build_nothing(current.config))
        return True

    def _add(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages, unless the site of a build before is published as it is."""
        if self.current.is_kept:
            return Files([])
        if self.current.warm is not None:
            self.current.warm.listen()
        return add_ours(self.session, self.current, files, config)

    @event_priority(-100)
    def _find(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Have MkDocs find what lies beside the pages; last, for another plugin may have made a new list of files."""
        internals.find_also(files, self.current.outputs.parts, config)
        return files

    on_files = CombinedEvent(_add, _find)

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Have the titles of the navigation printed as text."""
        del config, files
        self.current.nav = nav
        escape_navigation(nav)
        return nav

    @event_priority(100)
    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Tell every template, those of hand-written pages too, which fonts to ask for first; begin with the search."""
        if self.current.is_kept:
            return env
        if self.current.shared is not None:
            # From here on, who reads a page gets it, and pages are written one by one.
            self.current.shared.is_reading = False
            self.current.shells = take_over(env, foreign=is_foreign(config, self))
        self._furnish(env)
        internals.furnish(config.theme, self._furnish)
        features = config.theme.get("features") or ()
        # Material has a link of its own, if it is asked for it.
        env.globals["briefings_edit"] = bool(self.config.edit_url) and "content.action.edit" not in features
        # A site without directory URLs may be opened as files, where browsers refuse such requests.
        env.globals["briefings_fonts"] = self.session.fonts if config.use_directory_urls else ()
        current, search = self.current, self.session.search
        if search is not None and current.result is not None and not self.session.serving:
            current.searching = search.write(current.result, files, config)
        current.env = env
        current.rendering.enter_context(escaped_settings(config))
        current.step("Writing pages", len(files.documentation_pages()))
        return env

    def _furnish(self, env: Environment) -> None:
        """Give templates what ours need, in whatever environment another plugin renders them."""
        assert self.current.result is not None  # noqa: S101, MkDocs calls on_pre_build first
        desk = self.current.result.desk
        env.globals["say"] = desk.say
        env.globals["briefings_cards"] = self.current.has_cards
        env.globals["way_of"] = direction
        env.globals["say_in"] = lambda language: desk.within(language).say
        env.filters["striptags"] = without_tags

    def on_page_markdown(
        self, markdown: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Have generated pages rendered by our template, which builds on the site's own."""
        del files
        self._lead_to_editor(page, config)
        escape_meta(page.meta)
        if page.file.src_uri in self.current.pages:
            page.meta.setdefault("template", "briefings.html")
            # They are outside the navigation: its column would be empty.
            page.meta.setdefault("hide", ["navigation"])
        return markdown

    def on_page_content(self, html: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Read what the search can find on pages of words, and link the places of others to the editor."""
        del files
        escape_title(page)
        made = self.current.pages.get(page.file.src_uri)
        search = self.session.search
        ours = page if isinstance(page, generated.GeneratedPage) else None
        if search is not None and (made is None or BY_NAME[made.kind].found_by == "words"):
            search.read(ours.written.html if ours and not html else html, page, config)
        if ours:
            ours.let_go()
        return (
            html
            if made is None or ours
            else generated.with_links(html, self.current.links.get(made.path, {}))
        )

    def on_page_context(
        self, context: TemplateContext, /, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell the theme what it needs to know of a generated page."""
        del config, nav
        current = self.current
        ours = page if isinstance(page, generated.GeneratedPage) else None
        current.step.advance()
        made = ours.whole if ours else current.pages.get(page.file.src_uri)
        page.update_date = made.modified if made else ""
        target = (
            current.files.get_file_from_path(made.moved_to)
            if current.files and made and made.moved_to
            else None
        )
        shown = {
            "page": made,
            "moved_to": target.url if target else "",
            "head": current.head(made),
            "foot": current.foot(made) if made else "",
        }
        return cast("TemplateContext", {**context, "briefings": shown})

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Watch the desk; whatever fails is told in the terminal and in the browser, and the old site stays up."""
        root = self.current.root
        folders = [root / folder for folder in (self.config.briefings_dir, self.config.seeds_dir)]
        custom = [config.theme.custom_dir] if config.theme.custom_dir else []
        preview = self.session.preview or Serving()
        preview.update = lambda changed: follow(self.session, self.current, self.standing, changed)
        preview.start(server, builder, [*folders, *custom])
        return server

    @event_priority(100)
    def _publish(self, *, config: MkDocsConfig) -> None:
        publish(self.session, self.current, config)

    @event_priority(-100)
    def _finish(self, *, config: MkDocsConfig) -> None:
        del config
        self.standing = finish(self.session, self.current)

    on_post_build = CombinedEvent(_publish, _finish)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site, and say what failed.

        Raises:
            PluginError: see `publishing.fail`.

        """
        if self.build is not None:
            fail(self.session, self.build, error)

    def on_shutdown(self) -> None:
        """Leave no stage behind, and the program that ran MkDocs as it was."""
        if self.build is not None:
            self.build.end()
        if self.session.preview is not None:
            self.session.preview.close()
        for undo in self.session.undo:
            undo()
        # MkDocs gives this same plugin to the next configuration that the program reads.
        self.session, self.build, self.standing = Session(), None, None

    def _lead_to_editor(self, page: MkDocsPage, config: MkDocsConfig) -> None:
        """Lead a page's edit link to its file at the hosting, if `edit_url` says how; else it is MkDocs' own."""
        template = self.config.edit_url
        if template is None:
            return
        current = self.current
        made = current.pages.get(page.file.src_uri)
        path = found_at(made, current.result) if made else written_by_hand(page.file, config)
        if made and not path and current.result:
            path = gathered_from(made, current.result, current.settings)
        at = hosting.folder if path.endswith("/") else hosting.edit
        page.edit_url = at(template, path.rstrip("/")) or None if path else None
