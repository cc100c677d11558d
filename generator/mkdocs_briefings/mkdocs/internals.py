"""Everything that MkDocs does not document and that we use; a test fails when it changes."""

from __future__ import annotations

import logging
import re
import sys
import time
from importlib import import_module
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import CountHandler, get_build_date, get_relative_url

from mkdocs_briefings.mkdocs.admission import HEADERS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from jinja2 import Environment
    from mkdocs.config.base import Config
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.theme import Theme

    from mkdocs_briefings.mkdocs.admission import Refusal

__all__ = ["get_relative_url"]

IN_PREVIEW = InclusionLevel.is_in_serve
LOGGER = "mkdocs"
"""The logger whose warnings strict mode counts, or one below it (ProperDocs)."""
OPTION = re.compile(r"Config value '([^']*)': (.*)", re.DOTALL)
"""How the log names an option of mkdocs.yml, and what is wrong with it."""
LINK = re.compile(r"Doc file '([^']*)' contains a[^']*'([^']*)'")
"""How the log names a hand-written page and a link of it that leads nowhere."""
ANCHOR = "does not contain an anchor"
"""What the log says of a link whose page is there."""
TOO_DEEP = "this is nested too deeply to be read"
"""What MkDocs, which reads YAML without a bound, ends in a RecursionError."""
UNKNOWN = "Unrecognised configuration name: {key}"


def furnish(theme: Theme, prepare: Callable[[Environment], None]) -> None:
    """Have every further environment of a theme prepared: other plugins make their own to render its templates."""
    make = getattr(theme.get_env, "unprepared", theme.get_env)

    def get_env() -> Environment:
        env = make()
        prepare(env)
        return env

    get_env.unprepared = make  # type: ignore[attr-defined]  # a build again wraps the same one
    theme.get_env = get_env  # type: ignore[method-assign]


def warned() -> bool:
    """Return whether strict mode, which ends the build after the last event, has counted any warning."""
    return any(counter.get_counts() for _, counter in _counters())


def count_no_warnings() -> None:
    """Let strict mode refuse nothing: a preview tells everything anyhow."""
    for logger, counter in list(_counters()):
        logger.removeHandler(counter)


def _counters() -> Iterator[tuple[logging.Logger, CountHandler]]:
    logger: logging.Logger | None = logging.getLogger(LOGGER)
    while logger is not None:
        for handler in logger.handlers:
            if isinstance(handler, CountHandler):
                yield logger, handler
        logger = logger.parent


def unknown_options(config: Config) -> list[str]:
    """Name the options that are set and that nobody knows, in order."""
    return sorted(config.keys() - config._schema_keys)  # noqa: SLF001


def given_title(page: Page) -> str | None:
    """Give the title that the navigation gives a page; None if it gives none."""
    title: str | None = vars(page).get("title")
    return title


def heading(page: Page) -> str:
    """Give the first heading of a page that has been rendered, as HTML without tags; empty without one."""
    return page._title_from_render or ""  # noqa: SLF001


def is_of_mkdocs(config: MkDocsConfig) -> bool:
    """Return whether it is MkDocs that runs, not a program that carries it on and has parts of its own."""
    return type(config).__module__.partition(".")[0] == LOGGER


def watch(server: LiveReloadServer, folder: Path) -> None:
    """Watch a folder, once; MkDocs counts how often it was asked to."""
    if str(folder.absolute()) not in server._watched_paths:  # noqa: SLF001
        server.watch(str(folder))


def answer(server: LiveReloadServer) -> int:
    """Have a server answer with what it has while the next version is built; give the version that it wants.

    MkDocs 1.6 lets a request wait while the version that it wants is not the one that it has, for it builds into the
    folder from which it serves.
    """
    with server._epoch_cond:  # noqa: SLF001
        wanted, server._wanted_epoch = server._wanted_epoch, server._visible_epoch  # noqa: SLF001
        server._epoch_cond.notify_all()  # noqa: SLF001, a request may have begun to wait
    return wanted


def wait(server: LiveReloadServer, wanted: int) -> None:
    """Have requests wait for a version again."""
    with server._epoch_cond:  # noqa: SLF001
        server._wanted_epoch = wanted  # noqa: SLF001


def show(server: LiveReloadServer) -> None:
    """Have the pages that are open loaded again, while the build goes on."""
    with server._epoch_cond:  # noqa: SLF001
        # A browser asks for a later version than its own, so each must be later than the one before.
        server._visible_epoch = server._wanted_epoch = max(_now(), server._visible_epoch + 1)  # noqa: SLF001
        server._epoch_cond.notify_all()  # noqa: SLF001


def version(server: LiveReloadServer) -> int:
    """Give the version that a server answers with."""
    return server._visible_epoch  # noqa: SLF001


def is_wanted(server: LiveReloadServer) -> bool:
    """Return whether files have changed since the build began."""
    return server._want_rebuild  # noqa: SLF001


def _now() -> int:
    """Give the moment as MkDocs numbers its versions."""
    return round(time.monotonic() * 1000)


def observe(server: LiveReloadServer, observer: Any) -> None:
    """Have another observer watch what a server watches; before it starts."""
    paths = [path for path, times in server._watched_paths.items() for _ in range(times)]  # noqa: SLF001
    for path in paths:
        server.unwatch(path)
    server.observer = observer
    for path in paths:
        server.watch(path)


def build_nothing(config: MkDocsConfig) -> Callable[[], None]:
    """Have MkDocs find no navigation and no templates in a build that has no files; give what undoes it."""
    before = (config.nav, config.extra_templates, config.theme.static_templates)
    config.nav, config.extra_templates, config.theme.static_templates = None, [], set()

    def undo() -> None:
        config.nav, config.extra_templates, config.theme.static_templates = before

    return undo


def find_also(files: Files, paths: Collection[str], config: MkDocsConfig) -> None:
    """Have MkDocs find files that lie in the folder of the site already, when it looks where a link leads."""
    known = files.get_file_from_path

    def get_file_from_path(path: str) -> File | None:
        found: File | None = known(path)
        name = PurePath(path).as_posix()
        if found is None and name in paths:
            at = str(Path(config.site_dir, name))
            return File.generated(config, name, abs_src_path=at, inclusion=InclusionLevel.INCLUDED)
        return found

    files.get_file_from_path = get_file_from_path  # type: ignore[method-assign]  # no event asks plugins for a file


def populate_page(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Have a page read and rendered, with all its events."""
    _populate_page(page, config, files)


def write_page(
    page: Page, config: MkDocsConfig, pages: Sequence[File], nav: Navigation, env: Environment
) -> None:
    """Have a page that was read put into its template and written into the folder of the site that is set now."""
    vars(page.file).pop("abs_dest_path", None)  # MkDocs keeps that of the folder before
    page.file.dest_dir = config.site_dir
    excluded = page.file.inclusion.is_excluded()  # type: ignore[no-untyped-call]  # MkDocs' own
    _build_page(page, config, pages, nav, env, excluded=excluded)


def write_template(name: str, env: Environment, files: Files, config: MkDocsConfig, nav: Navigation) -> None:
    """Have a static template of the theme filled and written."""
    _build_theme_template(name, env, files, config, nav)


def renew(page: Page, config: MkDocsConfig, *, is_titled: bool) -> None:
    """Have a page take its title, unless the navigation gives it one, and its edit link anew."""
    if not is_titled:
        vars(page).pop("title", None)
    page._set_edit_url(config.repo_url, config.edit_uri, config.edit_uri_template)  # noqa: SLF001


def undate(page: Page) -> None:
    """Date a page as MkDocs does before any is written, when it fills the templates of the theme."""
    page.update_date = get_build_date()


def admit(refused: Callable[[dict[str, Any]], Refusal | None]) -> Callable[[], None]:
    """Have the servers of previews answer only what is not refused, before they look at anything else.

    Not every server is shown to plugins (`--no-livereload`), so it is its class that learns to refuse.

    Args:
        refused: gives the reason for refusing a request, by its WSGI environment.

    Returns:
        what undoes it.

    """
    if not any(f"{name}.livereload" in sys.modules for name in (LOGGER, "properdocs")):
        return lambda: None  # no preview: it is slow to load
    server: Any = import_module("mkdocs.livereload").LiveReloadServer
    before = server.serve_request

    def serve_request(self: Any, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            return start_response(status, [*headers, *HEADERS], *more)

        if (why := refused(environ)) is None:
            answered: Iterable[bytes] = before(self, environ, start)
            return answered
        start(
            why.line, [("Content-Type", "text/plain; charset=utf-8"), ("X-Content-Type-Options", "nosniff")]
        )
        return [why.message.encode()]

    def undo() -> None:
        server.serve_request = before

    server.serve_request = serve_request
    return undo
