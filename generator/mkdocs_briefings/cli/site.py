"""A site folder as the command line meets it: its settings from mkdocs.yml, its files, its problems."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from mkdocs_briefings.build import Result, build
from mkdocs_briefings.files import collector
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.mkdocs.options import has_home, settings_of
from mkdocs_briefings.mkdocs.plugin import BriefingsPlugin, taken
from mkdocs_briefings.model import baseline
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.file import lock_path
from mkdocs_briefings.report.location import Located, locate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.model.problem import Problem


class SiteError(Exception):
    """The folder is no site; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site folder, read and built."""

    root: Path
    settings: Settings
    tree: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    result: Result

    def located(self, *, frozen: bool = True) -> list[Located]:
        """Locate all problems; without those that the baseline freezes, if `frozen`."""
        if not frozen:
            return locate(self.problems, self.tree)
        partly = bool(self.result.lock.stands_for)
        return locate(baseline.apply(self.problems, self.tree, self.settings, partly=partly), self.tree)


def settings(root: Path) -> tuple[Settings, Path | None]:
    """Read the settings of the site in `root`, and where its hand-written pages lie.

    Raises:
        SiteError: mkdocs.yml cannot be read.

    """
    if not (root / "mkdocs.yml").is_file():
        return Settings(), None
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    try:
        config = load_config(str(root / "mkdocs.yml"))
        plugin = next((p for p in config.plugins.values() if isinstance(p, BriefingsPlugin)), None)
        if plugin is None:
            return Settings(title=config.site_name), None
        found = settings_of(config, plugin.config, preview=False, own_home=has_home(config))
        return found, Path(config.docs_dir)
    except (MkDocsException, Abort) as error:
        raise SiteError(f"{root / 'mkdocs.yml'}: {error}") from error


def open_site(root: Path, *, preview: bool = False, locked: bool = True) -> Site:
    """Read and build the site in `root`; not `locked` from its texts alone.

    Raises:
        SiteError: the folder holds no desk, or mkdocs.yml cannot be read.

    """
    found, docs = settings(root)
    if not (root / found.briefings_dir).is_dir() and not (root / found.seeds_dir).is_dir():
        raise SiteError(
            f"{root}: no `{found.briefings_dir}/` and no `{found.seeds_dir}/` here; use --root DIR"
        )
    found = replace(found, preview=preview)
    tree, problems = read(root, found)
    if not locked:
        tree.pop(lock_path(found), None)
    with collector.uncollected():
        result = build(tree, found)
    problems += result.problems
    if docs is not None:
        problems += taken(result, docs, root)
    return Site(root, found, tree, tuple(problems), result)
