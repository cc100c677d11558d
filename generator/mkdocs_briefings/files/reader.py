"""Read the files of a desk from the disk."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.parse import file_codes
from mkdocs_briefings.parse.file import lock_path
from mkdocs_briefings.parse.leftovers import is_passing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.model.settings import Settings

State = tuple[str | int, ...]

_LOCK_IT = "`briefings lock` gives it what it needs from the texts."


@dataclass(slots=True)
class KnownFiles:
    """What was read before, so that only what has changed is read again."""

    files: dict[str, tuple[State, bytes]] = field(default_factory=dict)
    """By path: what the system told of the file, and its content."""

    def forget(self, paths: Iterable[str]) -> None:
        """Read these again, whatever the system tells of them."""
        for path in paths:
            self.files.pop(path, None)

    def same(self, name: str, path: Path, real: str) -> bytes | None:
        """Give the content of a file that is as it was; None if it must be read."""
        before = self.files.get(name)
        return before[1] if before is not None and before[0] == _told(path, real) else None


def read(
    root: Path, settings: Settings, *, elsewhere: bool = True, known: KnownFiles | None = None
) -> tuple[dict[str, bytes], list[Problem]]:
    """Read `seeds/` and `briefings/` below `root`, by paths relative to it with forward slashes.

    A link that leads out of the site folder is refused, not followed. The texts may lie elsewhere, where
    `seeds_dir` says so (`../private/seeds`); not `elsewhere` if nobody vouches for that setting. What is
    `known` and has not changed is not read again.

    Raises:
        OSError: a folder cannot be listed, or a file cannot be read. It must not pass for one that is not there.

    """
    tree: dict[str, bytes] = {}
    told: dict[str, tuple[State, bytes]] = {}
    problems: list[Problem] = []
    for folder, home in _folders(root, settings, problems, elsewhere=elsewhere):
        real = str((root / folder).resolve())
        for path in (one for one in below(root / folder) if not is_passing(one.name)):
            name = path.relative_to(root).as_posix()
            if known is not None and (data := known.same(name, path, real)) is not None:
                tree[name] = data
                told[name] = known.files[name]
                continue
            if (problem := _refused(path, name, home)) is not None:
                problems.append(problem)
            elif is_file(path):
                state = _told(path, real)
                tree[name] = path.read_bytes()
                if state is not None:
                    told[name] = (state, tree[name])
    if known is not None:
        known.files = told
    return tree, problems


def _folders(
    root: Path, settings: Settings, problems: list[Problem], *, elsewhere: bool
) -> Iterator[tuple[str, Path]]:
    """Give the folders of a desk, each with the one that no link in it may leave."""
    for folder in (settings.seeds_dir, settings.briefings_dir):
        if folder != settings.seeds_dir or not lies_elsewhere(folder):
            yield folder, root.resolve()
        elif elsewhere:
            yield folder, (root / folder).resolve()
        elif not (root / lock_path(settings)).is_file():
            message = f"`seeds_dir: {folder}` leads out of the site folder; for this, nothing is read there"
            problems.append(file_codes.PATH_OUTSIDE.at(Place("mkdocs.yml"), message, hint=_LOCK_IT))


def _refused(path: Path, name: str, home: Path) -> Problem | None:
    """Say why a link is not followed; None for what is read."""
    try:
        inside = path.resolve().is_relative_to(home)
    except RuntimeError:  # a link that leads to itself
        inside = True
    if not inside:
        return file_codes.PATH_OUTSIDE.at(Place(name), "this link leads out of the site folder")
    if path.is_symlink() and not is_file(path):
        message = "this link leads to a folder" if path.is_dir() else "this link leads nowhere"
        hint = "Replace it with the files themselves, or remove it."
        return file_codes.UNKNOWN_FILE.at(Place(name), message, hint=hint)
    return None


def _told(path: Path, real: str) -> State | None:
    """Give what the system tells of a file, which is another thing after each change; None for a link and all else.

    `real` is where its folder really is, for that may become a link that leads elsewhere.
    """
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode):
        return None
    return real, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def below(folder: Path) -> list[Path]:
    """List all that lies below a folder, in order; links are not followed, and a folder that is not there holds nothing.

    Raises:
        OSError: a folder cannot be listed; `Path.rglob` would take it for an empty one.

    """
    try:
        folder.lstat()
    except FileNotFoundError:
        return []
    return sorted(
        Path(at, name) for at, folders, files in os.walk(folder, onerror=_stop) for name in (*folders, *files)
    )


def is_file(path: Path) -> bool:
    """Return whether a path, links followed, leads to a file; not if it leads nowhere.

    Raises:
        OSError: it cannot be told; `Path.is_file` says no to that in newer versions of Python.

    """
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return False
    except OSError as error:
        if error.errno == errno.ELOOP:
            return False
        raise


def _stop(error: OSError) -> NoReturn:
    raise error


def lies_elsewhere(path: str) -> bool:
    """Return whether a path, relative to the site folder, leads out of it by its own words, not by a link."""
    return path.partition("/")[0] == ".."
