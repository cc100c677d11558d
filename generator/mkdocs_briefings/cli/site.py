"""A site folder for the command line: settings from mkdocs.yml, files, problems."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.console import Console

from mkdocs_briefings.build import Result, build
from mkdocs_briefings.files import collector
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.files.second_process import begin
from mkdocs_briefings.files.taken_pages import taken_pages
from mkdocs_briefings.mkdocs.progress import Steps
from mkdocs_briefings.mkdocs.site_settings import SiteError, settings
from mkdocs_briefings.model import baseline, dismissals
from mkdocs_briefings.model.problem import foremost
from mkdocs_briefings.parse.file import lock_path
from mkdocs_briefings.report.location import Located, locate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.model.settings import Settings


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
        partly = bool(self.result.lock.replacements)
        return locate(baseline.apply(self.problems, self.tree, self.settings, partly=partly), self.tree)

    def doubts(self) -> list[Located]:
        """Locate the foremost doubts of each file, of those that nobody has dismissed."""
        return locate(foremost(dismissals.left(self.result.doubts, self.tree, self.settings)), self.tree)


def open_site(root: Path, *, preview: bool = False, locked: bool = True) -> Site:
    """Read and build the site in `root`; not `locked` from its texts alone.

    Raises:
        SiteError: the folder holds no desk, or mkdocs.yml cannot be read.

    """
    found, docs = settings(root)
    if not (root / found.briefings_dir).is_dir() and not (root / found.seeds_dir).is_dir():
        raise SiteError(
            f"{root}: there is no `{found.briefings_dir}/` or `{found.seeds_dir}/` here; name the site folder with --root DIR"
        )
    found = replace(found, preview=preview)
    tree, problems = read(root, found)
    if not locked:
        tree.pop(lock_path(found), None)
    console = Console(stderr=True)
    with collector.uncollected(), Steps(console, console.print) as step:
        result = build(tree, found, step=step, begin=begin)
    problems += result.problems
    if docs is not None:
        problems += taken_pages(result, docs, root)
    return Site(root, found, tree, tuple(problems), result)
