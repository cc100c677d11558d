"""Read the files of a desk from the disk."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from rapidfuzz import process

from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse import file_codes
from mkdocs_briefings.parse.file import lock_path
from mkdocs_briefings.parse.leftovers import is_passing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

State = tuple[str | int, ...]

_DEFAULT = Settings()
_NEAR = 75
"""How alike the name of a folder must be (0 to 100) to be taken for what was meant."""

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
    `known` and has not changed is not read again. Where a setting leads to no folder, nothing is read at all.

    Raises:
        OSError: a folder cannot be listed, or a file cannot be read. It must not pass for one that is not there.

    """
    problems = [one for one in (_missing(root, settings, folder) for folder in _named(settings)) if one]
    if problems:
        return {}, problems
    tree: dict[str, bytes] = {}
    told: dict[str, tuple[State, bytes]] = {}
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


def _named(settings: Settings) -> tuple[str, str]:
    return settings.seeds_dir, settings.briefings_dir


def _folders(
    root: Path, settings: Settings, problems: list[Problem], *, elsewhere: bool
) -> Iterator[tuple[str, Path]]:
    """Give the folders of a desk, each with the one that no link in it may leave."""
    for folder in _named(settings):
        if folder != settings.seeds_dir or not lies_elsewhere(folder):
            yield folder, root.resolve()
        elif elsewhere:
            yield folder, (root / folder).resolve()
        elif not (root / lock_path(settings)).is_file():
            message = f"`seeds_dir: {folder}` leads out of the site folder; for this, nothing is read there"
            problems.append(file_codes.PATH_OUTSIDE.at(Place("mkdocs.yml"), message, hint=_LOCK_IT))


def _missing(root: Path, settings: Settings, folder: str) -> Problem | None:
    """Say that mkdocs.yml names a folder that is not there.

    The texts may be away where the lock replaces them, but not if they are where the setting does not lead.
    """
    is_seeds = folder == settings.seeds_dir
    default = _DEFAULT.seeds_dir if is_seeds else _DEFAULT.briefings_dir
    if folder == default or (root / folder).is_dir():
        return None
    others = [default, *([near] if (near := _near(root, folder)) else [])]
    instead = next((one for one in others if _has_files(root / one, ".txt" if is_seeds else ".yml")), None)
    if is_seeds and instead is None and (root / lock_path(settings)).is_file():
        return None
    name = "seeds_dir" if is_seeds else "briefings_dir"
    found = f"; `{instead}` is here" if instead else ""
    return file_codes.FOLDER_MISSING.at(Place("mkdocs.yml"), f"`{name}: {folder}` leads to no folder{found}")


def _near(root: Path, folder: str) -> str | None:
    """Find a folder with nearly the same path: the one step that leads nowhere is spelt otherwise."""
    steps = folder.split("/")
    for number, step in enumerate(steps):
        above = root.joinpath(*steps[:number])
        if (above / step).is_dir():
            continue
        if not above.is_dir():
            return None
        names = sorted(one.name for one in above.iterdir() if one.is_dir())
        found = process.extractOne(step, names, score_cutoff=_NEAR)
        return "/".join((*steps[:number], found[0], *steps[number + 1 :])) if found else None
    return None


def _has_files(folder: Path, suffix: str) -> bool:
    return folder.is_dir() and any(one.suffix == suffix for one in below(folder))


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
