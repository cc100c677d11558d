"""Read the files of a desk from the disk: the only door in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.codes import files as codes
from generator.problem import Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from generator.settings import Settings


def read(root: Path, settings: Settings) -> tuple[dict[str, bytes], list[Problem]]:
    """Read `seeds/` and `briefings/` below `root`, by paths relative to it with forward slashes.

    A link that leads out of the site folder is refused, not followed.
    """
    tree: dict[str, bytes] = {}
    problems: list[Problem] = []
    home = root.resolve()
    for folder in (settings.seeds_dir, settings.briefings_dir):
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root).as_posix()
            if not path.resolve().is_relative_to(home):
                problems.append(codes.PATH_OUTSIDE.at(Place(name), "this link leads out of the site folder"))
            elif path.is_file():
                tree[name] = path.read_bytes()
    return tree, problems
