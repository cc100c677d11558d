"""Read the files of a desk from the disk."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.parse import file_codes
from mkdocs_briefings.parse.file import lock_path
from mkdocs_briefings.parse.leftovers import is_passing

if TYPE_CHECKING:
    from mkdocs_briefings.model.settings import Settings

_LOCK_IT = "`briefings lock` gives it what it needs from the texts."


def read(root: Path, settings: Settings, *, elsewhere: bool = True) -> tuple[dict[str, bytes], list[Problem]]:
    """Read `seeds/` and `briefings/` below `root`, by paths relative to it with forward slashes.

    A link that leads out of the site folder is refused, not followed. The texts may lie elsewhere, where
    `seeds_dir` says so (`../private/seeds`); not `elsewhere` if nobody vouches for that setting.

    Raises:
        OSError: a folder cannot be listed, or a file cannot be read. It must not pass for one that is not there.

    """
    tree: dict[str, bytes] = {}
    problems: list[Problem] = []
    site = root.resolve()
    for folder in (settings.seeds_dir, settings.briefings_dir):
        home = site
        if folder == settings.seeds_dir and lies_elsewhere(folder):
            if not elsewhere:
                if not (root / lock_path(settings)).is_file():
                    message = (
                        f"`seeds_dir: {folder}` leads out of the site folder; for this, nothing is read there"
                    )
                    problems.append(file_codes.PATH_OUTSIDE.at(Place("mkdocs.yml"), message, hint=_LOCK_IT))
                continue
            home = (root / folder).resolve()
        for path in (one for one in below(root / folder) if not is_passing(one.name)):
            name = path.relative_to(root).as_posix()
            try:
                inside = path.resolve().is_relative_to(home)
            except RuntimeError:  # a link that leads to itself
                inside = True
            if not inside:
                problems.append(
                    file_codes.PATH_OUTSIDE.at(Place(name), "this link leads out of the site folder")
                )
            elif is_file(path):
                tree[name] = path.read_bytes()
            elif path.is_symlink():
                message = "this link leads to a folder" if path.is_dir() else "this link leads nowhere"
                hint = "Replace it with the files themselves, or remove it."
                problems.append(file_codes.UNKNOWN_FILE.at(Place(name), message, hint=hint))
    return tree, problems


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
