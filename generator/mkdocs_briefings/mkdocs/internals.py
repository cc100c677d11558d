"""Everything that MkDocs does not document and that we use; a test fails when it changes."""

from __future__ import annotations

import logging
import re
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from mkdocs.utils import CountHandler, get_relative_url

from mkdocs_briefings.mkdocs.admission import HEADERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from mkdocs.config.base import Config
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page

    from mkdocs_briefings.mkdocs.admission import Refusal

__all__ = ["get_relative_url"]

LOGGER = "mkdocs"
"""The logger whose warnings strict mode counts, or one below it (ProperDocs)."""
OPTION = re.compile(r"Config value '([^']*)': (.*)", re.DOTALL)
"""How the log names an option of mkdocs.yml, and what is wrong with it."""
LINK = re.compile(r"Doc file '([^']*)' contains a[^']*'([^']*)'")
"""How the log names a hand-written page and a link of it that leads nowhere."""
TOO_DEEP = "this is nested too deeply to be read"
"""What MkDocs, which reads YAML without a bound, ends in a RecursionError."""
UNKNOWN = "Unrecognised configuration name: {key}"


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
