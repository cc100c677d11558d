"""Read the files of a desk from the disk: the only door in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.codes import files as codes
from generator.parse.file import lock_path
from generator.problem import Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from generator.settings import Settings

_LOCK_IT = "`briefings lock` gives it what it needs of the texts."


def read(root: Path, settings: Settings, *, elsewhere: bool = True) -> tuple[dict[str, bytes], list[Problem]]:
    """Read `seeds/` and `briefings/` below `root`, by paths relative to it with forward slashes.

    A link that leads out of the site folder is refused, not followed. The texts may lie elsewhere, where
    `seeds_dir` says so (`../private/seeds`); not `elsewhere` if nobody vouches for that setting.
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
                        f"`seeds_dir: {folder}` leads out of the site folder, where nothing is read for this"
                    )
                    problems.append(codes.PATH_OUTSIDE.at(Place("mkdocs.yml"), message, hint=_LOCK_IT))
                continue
            home = (root / folder).resolve()
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root).as_posix()
            try:
                inside = path.resolve().is_relative_to(home)
            except RuntimeError:  # a link that leads to itself
                inside = True
            if not inside:
                problems.append(codes.PATH_OUTSIDE.at(Place(name), "this link leads out of the site folder"))
            elif path.is_file():
                tree[name] = path.read_bytes()
            elif path.is_symlink():
                message = "this link leads to a folder" if path.is_dir() else "this link leads nowhere"
                hint = "Put the files themselves in its place, or remove it."
                problems.append(codes.UNKNOWN_FILE.at(Place(name), message, hint=hint))
    return tree, problems


def lies_elsewhere(path: str) -> bool:
    """Whether a path, relative to the site folder, leads out of it by its own words, not by a link."""
    return path.partition("/")[0] == ".."
