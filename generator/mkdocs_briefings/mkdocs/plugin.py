"""The MkDocs plugin: a thin shell that passes files to `build` and pages to MkDocs."""

from __future__ import annotations

import logging
import os
import time
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from jinja2 import TemplateError
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from rich.console import Console

from mkdocs_briefings import outputs
from mkdocs_briefings.build import Result, build, forget
from mkdocs_briefings.document.direction import direction
from mkdocs_briefings.files import collector
from mkdocs_briefings.files.desk import JournalError, heal
from mkdocs_briefings.files.editor_ids import refresh_editor_ids
from mkdocs_briefings.files.kept_drawings import KeptDrawings
from mkdocs_briefings.files.publish import Stage, private, unwritable
from mkdocs_briefings.files.reader import KnownFiles, read
from mkdocs_briefings.files.signals import end_as_ctrl_c_does
from mkdocs_briefings.files.taken_pages import taken_pages
from mkdocs_briefings.messages import for_scripts
from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.mkdocs import bundles, clock, fonts, generated, hosting, internals
from mkdocs_briefings.mkdocs.admission import refusal
from mkdocs_briefings.mkdocs.bundles import bundle
from mkdocs_briefings.mkdocs.card_drawing import NoCardsError, style
from mkdocs_briefings.mkdocs.card_files import Cards, cards
from mkdocs_briefings.mkdocs.edit_links import found_at, gathered_from, written_by_hand
from mkdocs_briefings.mkdocs.escaped_words import (
    escape_meta,
    escape_navigation,
    escape_title,
    escaped_settings,
    without_tags,
)
from mkdocs_briefings.mkdocs.failure import template_place
from mkdocs_briefings.mkdocs.indexing import SAID, Search, openers, scripts
from mkdocs_briefings.mkdocs.look import FORM_SCRIPTS, SCRIPTS, STYLES, THEME, WORDS, chosen_style, look
from mkdocs_briefings.mkdocs.neighbours import blame
from mkdocs_briefings.mkdocs.options import BriefingsConfig, has_home, keep_apart, settings_of
from mkdocs_briefings.mkdocs.progress import LOGGER as PROGRESS
from mkdocs_briefings.mkdocs.progress import Steps
from mkdocs_briefings.mkdocs.server import PANEL, Serving
from mkdocs_briefings.mkdocs.session import Current, Session
from mkdocs_briefings.mkdocs.shells import is_foreign, take_over
from mkdocs_briefings.mkdocs.site_language import site_language
from mkdocs_briefings.mkdocs.update import Standing, is_plain, navigation
from mkdocs_briefings.mkdocs.warm import warm
from mkdocs_briefings.model import baseline, desk_format
from mkdocs_briefings.outputs.table import lacking
from mkdocs_briefings.pages.kinds import BY_NAME
from mkdocs_briefings.pages.phrases import counted
from mkdocs_briefings.report import printing
from mkdocs_briefings.report.location import locate
from mkdocs_briefings.report.summary import basis, summary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.pages.page import Page

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
        self.build = Current(config, root, config.site_dir, os.environ.get(clock.NAME))
        try:
            clock.clear_empty()
        except clock.MomentError as error:
            raise PluginError(str(error)) from error
        session.address = config.dev_addr.host
        own_type = self.config.typeface == "system"
        session.fonts = () if own_type else fonts.first(messages(site_language(config)))
        if (asked := look(config, self.config.color)) is not None:
            self._warn(asked)
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
        read = _read(current.root, current.settings, session.known if session.serving else None)
        if self._is_brought(*read):
            return
        with current.warm.listening() if current.warm is not None else nullcontext():
            result = self._build_desk(*read)
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

    def _build_desk(
        self,
        tree: dict[str, bytes],
        problems: list[Problem],
        hurry: Callable[[Result], None] = lambda _: None,
    ) -> Result:
        """Build the desk; tell what is wrong with it.

        Args:
            tree: its files.
            problems: what was wrong when they were read.
            hurry: told what a preview will show before its pages are made.

        Raises:
            PluginError: it has errors, and is not previewed.

        """
        session, current = self.session, self.current
        root, settings = current.root, current.settings
        current.tree = tree
        if not session.serving and log.isEnabledFor(logging.INFO):
            current.step = Steps(Console(stderr=True), logging.getLogger(PROGRESS).info)
        with collector.uncollected():
            if session.preview is None:
                result = build(tree, settings, session.memo, step=current.step)
                forget(session.memo, tree)
                problems += result.problems
            else:
                shown = session.preview.build(tree, settings, session.memo, session.kept)
                hurry(shown.result)
                result = session.preview.complete(shown, tree)
                problems += shown.problems
            current.pages = {page.path: page for page in result.pages}
        current.result = result
        current.step.end()
        problems += taken_pages(result, Path(current.config.docs_dir), root)
        partly = bool(result.lock.replacements)
        located = locate(baseline.apply(problems, tree, settings, partly=partly), tree)
        errors = [one for one in located if one.problem.is_error]
        if session.preview is not None:
            session.preview.located = located
            refresh_editor_ids(root, result.corpus)
        elif errors:
            text = printing.plain(located)
            raise PluginError(
                f"the briefings have {len(errors)} error(s); the old site was not changed\n{text}"
            )
        told, left_out = printing.shortened(located)
        for one in told:
            text = printing.plain([one])
            if one.problem.is_error:
                log.error("%s", text)
            else:
                self._warn(text)
        for rest in left_out:
            log.info("%s", rest)
        return result

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages, unless the site of a build before is published as it is."""
        if self.current.is_kept:
            return Files([])
        if self.current.warm is not None:
            self.current.warm.listen()
        return self._with_ours(files, config)

    def _with_ours(self, files: Files, config: MkDocsConfig) -> Files:
        """Add what we make; the edit link of each page leads to the file that made it."""
        current, preview = self.current, self.session.preview
        result = current.result
        assert result is not None  # noqa: S101, MkDocs calls on_pre_build first
        current.links = preview.links() if preview else {}
        if preview is None:
            for path in PANEL:
                if (unwanted := files.get_file_from_path(path)) is not None:
                    files.remove(unwanted)
        for path, data in result.outputs.items():
            files.append(File.generated(config, path, content=data))
        drawn = self._cards(result, config)
        for path, data in drawn.files.items():
            files.append(File.generated(config, path, content=data))
        heads = outputs.head(result.publication), drawn.head
        current.head = lambda page: "".join(head(page) for head in heads)
        current.has_cards = bool(drawn.shown)
        current.foot = outputs.foot(result.publication)
        if (without := lacking(current.settings)) and preview is None:
            log.info("not made: %s; set `site_url` in mkdocs.yml to have them", ", ".join(without))
        for file in self._files(result, files, config):
            files.append(file)
        say = result.desk.say
        if self.session.search is not None:
            self.session.search.say = say
        said = (*for_scripts.PAGE, *(for_scripts.PREVIEW if preview else ()))
        files.append(File.generated(config, WORDS, content=for_scripts.script(say, said)))
        search = self.session.search
        chosen = chosen_style(self.config.color, self.config.typeface)
        bundle(files, config, bundles.STYLE, STYLES, ours=THEME, more=chosen)
        bundle(
            files,
            config,
            bundles.SCRIPT,
            (*SCRIPTS, *(openers(search.engines) if search else [])),
            ours=THEME,
        )
        bundle(files, config, bundles.FORMS_SCRIPT, FORM_SCRIPTS, ours=THEME)
        if search:
            said = for_scripts.SEARCH
            files.append(File.generated(config, SAID, content=for_scripts.script(say, said)))
            bundle(files, config, bundles.SEARCH_STYLE, (bundles.SEARCH_STYLE,), ours=THEME)
            bundle(files, config, bundles.SEARCH_SCRIPT, scripts(search.engines), ours=THEME)
        current.files = files
        return files

    def _cards(self, result: Result, config: MkDocsConfig) -> Cards:
        """Draw the cards of the pages, if the site wants any and they can be drawn here."""
        wanted = outputs.pictures(result.publication)
        if wanted:
            root = self.current.root
            try:
                self.current.step("Drawing cards")
                chosen = style(config, self.config.color, self.config.typeface)
                kept = KeptDrawings.of(root) if self.config.cache else None
                made = cards(wanted, chosen, self.current.settings.address, kept)
            except NoCardsError as error:
                self._warn(f"mkdocs.yml: briefings: outputs: {error}")
            else:
                for told in made.told:
                    log.info("%s", told)
                return made
            finally:
                self.current.step.end()
        return Cards()

    def _files(self, result: Result, files: Files, config: MkDocsConfig) -> Iterable[File]:
        """Make the files of the generated pages."""
        current = self.current

        def edit_uri(page: Page) -> str | None:
            return self._edit_uri(page, result)

        if self.config.render == "markdown":
            log.info("render: markdown: pages have no notes, filters or figures, because Markdown has none")
            return generated.files_of_markdown(result.pages, config, edit_uri)
        current.shared = generated.shared(result, files, config, self, current.links)
        return generated.files_of(result.pages, current.shared, config, edit_uri)

    def _edit_uri(self, page: Page, result: Result) -> str | None:
        config = self.current.config
        up = os.path.relpath(Path(config.config_file_path).parent, config.docs_dir).replace(os.sep, "/")
        path = found_at(page, result)
        return f"{up}/{path}" if path else None

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

    def _tell_changed(self, config: MkDocsConfig) -> None:
        """Say once what others did to generated pages."""
        shared = self.current.shared
        if shared is None:
            return
        if changed := sorted(set(shared.changed)):
            self._warn(
                f"another plugin or a hook changes the Markdown of {counted(len(changed), 'generated page')} "
                f"({changed[0]}{' and others' if changed[1:] else ''}): the change is ignored. "
                "Write `render: markdown` below `briefings` in mkdocs.yml to have these pages made from Markdown"
            )
        level = config.validation.links.not_found
        for lost, path in sorted(shared.lost.items()):
            log.log(level, "%s leads to %s, which another plugin removed", path, lost)

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
        preview.update = self._update
        preview.start(server, builder, [*folders, *custom])
        return server

    def _stand(self) -> Standing | None:
        """Keep the site of a preview, so that an edit of the desk changes it in part; None if that is not possible."""
        current, session = self.current, self.session
        config, files, result = current.config, current.files, current.result
        if current.shared is None or files is None or result is None or session.dirty:
            return None
        if current.nav is None or current.env is None or not is_plain(config, self):
            return None

        def shared() -> generated.Pages:
            assert current.result is not None  # noqa: S101, it was built
            return generated.shared(current.result, files, config, self, current.links)

        def edit_uri(page: Page) -> str | None:
            assert current.result is not None  # noqa: S101, it was built
            return self._edit_uri(page, current.result)

        def made(page: Page) -> generated.GeneratedFile:
            assert current.shared is not None  # noqa: S101, pages are generated
            (file,) = generated.files_of([page], current.shared, config, edit_uri)
            return file

        standing = Standing(
            current,
            session.search,
            files,
            current.nav,
            current.env,
            shared,
            made,
            edit_uri,
            Path(current.site),
            navigation(config, result),
        )
        standing.remember(result.pages)
        return standing

    def _update(self, changed: frozenset[str]) -> bool | None:
        """Bring the site of a preview up to date; see `Serving.update`."""
        session, current = self.session, self.current
        standing, preview = self.standing, session.preview
        folders = (current.settings.briefings_dir, current.settings.seeds_dir)
        if standing is None or preview is None or not all(_is_below(path, folders) for path in changed):
            return False
        begun = time.monotonic()
        session.known.forget(changed)

        def hurry(result: Result) -> None:
            current.result = result
            current.links = preview.links()
            standing.hurry(result, changed, preview)

        result = self._build_desk(*_read(current.root, current.settings, session.known), hurry)
        if standing.is_another_navigation(result):
            return False
        current.links = preview.links()
        preview.edited = standing.edited(result, changed)
        with collector.uncollected():
            count = standing.update(result, preview)
        if count is None:
            return None
        log.info("Done: %s written in %.2f seconds", counted(count, "page"), time.monotonic() - begun)
        return True

    @event_priority(100)
    def _publish(self, *, config: MkDocsConfig) -> None:
        """Make the search, then take the new site into the old one's place, for others who finish it there."""
        session, current = self.session, self.current
        current.rendering.close()
        if current.is_kept:
            self._publish_kept(config)
            return
        self._tell_changed(config)
        if session.search is not None and current.result is not None and current.files is not None:
            # In a preview, pages are read again and again, and nobody may look at the desk meanwhile.
            current.step("Making the search index")
            searching = current.searching or session.search.write(current.result, current.files, config)
            searching.wait()
            current.step.end()
        if session.preview is not None:
            session.preview.write(Path(config.site_dir))
            session.preview.settle()
        if current.warm is not None:
            current.warm.leave()
        if current.stage is not None and not self._is_refused():
            if current.warm is not None and current.result is not None:
                current.warm.keep(current.stage.folder, current.result, current.tree)
            current.published = True
            current.stage.publish()
            config.site_dir = current.site

    def _publish_kept(self, config: MkDocsConfig) -> None:
        """Publish the site of a build before, not what MkDocs made of nothing; one that stands already is left alone."""
        current = self.current
        assert current.warm is not None, "there is one"  # noqa: S101
        assert current.stage is not None, "a dirty build keeps none"  # noqa: S101
        config.site_dir = current.site
        if current.warm.brought is None:
            current.stage.drop()
            current.stage = None
            return
        current.stage.replace(current.warm.brought)
        current.published = True
        current.stage.publish()

    @event_priority(-100)
    def _finish(self, *, config: MkDocsConfig) -> None:
        """Let go of the old site, unless strict mode refuses the new one.

        Raises:
            PluginError: there are warnings of ours that MkDocs, told to be quiet, has not counted.

        """
        del config
        current = self.current
        if self._is_refused():
            current.end()
            if not internals.warned():
                told = "\n".join(current.warnings)
                raise PluginError(
                    f"Aborted with {counted(len(current.warnings), 'warning')} in strict mode!\n{told}"
                )
            return
        if current.stage is not None:
            current.stage.settle()
            if not self.session.serving and (told := private(current.stage.site)):
                log.info(told)
        current.over()
        if current.shells is not None:
            log.info(current.shells.told())
        if self.session.serving:
            self.standing = self._stand()
        if current.warm is not None and current.is_kept:
            log.info("%s", current.warm.summary)
        if not self.session.serving and current.result is not None:
            warnings = sum(not problem.is_error for problem in current.result.problems)
            log.info(
                "%s, %s; %s", summary(current.result), counted(warnings, "warning"), basis(current.result)
            )

    on_post_build = CombinedEvent(_publish, _finish)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site; instead of a traceback a template gets its place, a full disk or another plugin its remedy.

        Raises:
            PluginError: a template is wrong, another plugin failed, or the site cannot be written.

        """
        if self.build is None:
            return
        current = self.build
        current.end()
        if self.session.preview is not None:
            self.session.preview.error = error
        if isinstance(error, TemplateError):
            raise PluginError(f"{_template_place(error, current.root)}error: {error}") from error
        others = {name: one for name, one in current.config.plugins.items() if one is not self}
        if told := blame(error, others):
            log.debug("the traceback of that plugin", exc_info=error)
            named = PluginError(told)
            if self.session.preview is not None:
                self.session.preview.error = named
            raise named from error
        apart = not self.session.dirty
        if isinstance(error, OSError) and (told := unwritable(error, Path(current.site), apart=apart)):
            raise PluginError(told) from error

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

    def _is_refused(self) -> bool:
        """Return whether strict mode, which counts only what is printed, ends this build."""
        strict = self.current.config.strict and not self.session.serving
        return strict and (internals.warned() or bool(self.current.warnings))

    def _warn(self, text: str) -> None:
        self.current.warnings.append(text)
        log.warning("%s", text)

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


def _is_below(path: str, folders: Iterable[str]) -> bool:
    return any(path == folder or path.startswith(f"{folder}/") for folder in folders)


def _read(root: Path, settings: Settings, known: KnownFiles | None) -> tuple[dict[str, bytes], list[Problem]]:
    """Read the desk, which no command may have left half changed.

    Raises:
        PluginError: it cannot be read.

    """
    try:
        heal(root, (settings.briefings_dir, settings.seeds_dir), log.info)
        return read(root, settings, known=known)
    except JournalError as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        path = os.path.relpath(error.filename or root, root)
        raise PluginError(f"{path}: {error.strerror}; the old site was not changed") from error


def _template_place(error: TemplateError, root: Path) -> str:
    """Say which line of which template is wrong, as far as Jinja tells."""
    name, line = template_place(error)
    if not name:
        return ""
    path = Path(name)
    return f"{path.relative_to(root) if path.is_relative_to(root) else path}:{line}: "
