"""A site at one time, in a folder or a git revision, for comparison."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_briefings.files import git
from mkdocs_briefings.files.reader import below, is_file, read

if TYPE_CHECKING:
    from typing import Protocol

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.model.settings import Settings

    class Snapshot(Protocol):
        """The files of a site at one time, by paths relative to it."""

        def file(self, path: str) -> bytes | None:
            """Return one file, or None if there is none."""

        def names(self) -> list[str]:
            """Return the names that are in the site folder itself."""

        def desk(self, settings: Settings) -> tuple[dict[str, bytes], list[Problem]]:
            """Return the files of the desk, and what is wrong with the tree itself."""

        def files(self, folder: str) -> dict[str, bytes]:
            """Return the files below a folder, by paths relative to it; of a link that leads out, where it leads."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A site in a folder, as it is now."""

    root: Path
    own: bool = False
    """It is the site folder of whoever asks, with texts that may lie elsewhere, as for every other command."""

    def file(self, path: str) -> bytes | None:
        found = self.root / path
        return found.read_bytes() if self._holds(found) and is_file(found) else None

    def names(self) -> list[str]:
        return sorted(os.listdir(self.root))  # noqa: PTH208, names, not paths

    def desk(self, settings: Settings) -> tuple[dict[str, bytes], list[Problem]]:
        # Settings that come with a change that is to be judged decide about its folder alone.
        return read(self.root, settings, elsewhere=self.own)

    def files(self, folder: str) -> dict[str, bytes]:
        home, site = self.root / folder, self.root.resolve()
        if not self._holds(home):
            return {}
        found = {}
        for path in below(home):
            name = path.relative_to(home).as_posix()
            if path.is_symlink() and not _resolved(path).is_relative_to(site):
                found[name] = os.fsencode(path.readlink())
            elif is_file(path):
                found[name] = path.read_bytes()
        return found

    def _holds(self, path: Path) -> bool:
        """Return whether a path leads to something in the site; what settings name may be no path at all."""
        try:
            return path.resolve(strict=True).is_relative_to(self.root.resolve())
        except (OSError, RuntimeError, ValueError):
            return False


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError:  # a link that leads to itself
        return path


def snapshot(root: Path, name: str | None) -> Snapshot:
    """Open a folder, or a revision of the repository that `root` is in; None is `root` as it is now.

    Raises:
        RevisionError: there is no such folder or revision, no repository, or no git.

    """
    if name is None:
        return Folder(root, own=True)
    if Path(name).is_dir():
        return Folder(Path(name), own=Path(name).resolve() == root.resolve())
    return git.commit(root, name)
