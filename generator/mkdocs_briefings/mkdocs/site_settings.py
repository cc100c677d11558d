"""Read the settings of a site with MkDocs, including the plugins and hooks that it names."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from mkdocs_briefings.mkdocs import internals
from mkdocs_briefings.mkdocs.options import has_home, keep_apart, settings_of
from mkdocs_briefings.mkdocs.plugin import BriefingsPlugin
from mkdocs_briefings.model.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator


class SiteError(Exception):
    """The folder is no site; the message says why and what to do."""


def settings(root: Path) -> tuple[Settings, Path | None]:
    """Read the settings of the site in `root`, and where its hand-written pages lie.

    Raises:
        SiteError: mkdocs.yml cannot be read.

    """
    path = root / "mkdocs.yml"
    if not path.is_file():
        return Settings(), None
    try:
        with _errors_only():
            config = load_config(str(path))
        plugin = next((p for p in config.plugins.values() if isinstance(p, BriefingsPlugin)), None)
        if plugin is None:
            return Settings(title=config.site_name), None
        found = settings_of(config, plugin.config, preview=False, own_home=has_home(config))
        keep_apart(config, found)
        return found, Path(config.docs_dir)
    except (MkDocsException, Abort) as error:
        raise SiteError(f"{path}: {error}") from error
    except RecursionError as error:
        raise SiteError(f"{path}: {internals.TOO_DEEP}") from error


@contextmanager
def _errors_only() -> Iterator[None]:
    """Let MkDocs print no warnings: they are those of a build, not of this command."""
    logger = logging.getLogger(internals.LOGGER)
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)
