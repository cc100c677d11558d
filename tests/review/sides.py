"""The two sides of a change, made where a test needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.cli.side import side as read
from mkdocs_briefings.files.snapshot import Folder
from mkdocs_briefings.review.comparison import compare
from mkdocs_briefings.review.edition import edition

from tests.desks import tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mkdocs_briefings.build import Memo
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.review.change import Change, Edition


class Tree:
    """Files in memory, as a revision gives them."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.held = files

    def file(self, path: str) -> bytes | None:
        return self.held.get(path)

    def names(self) -> list[str]:
        return [path for path in self.held if "/" not in path]

    def desk(self, settings: Settings) -> tuple[dict[str, bytes], list[Problem]]:
        folders = (f"{settings.seeds_dir}/", f"{settings.briefings_dir}/")
        return {path: data for path, data in self.held.items() if path.startswith(folders)}, []

    def files(self, folder: str) -> dict[str, bytes]:
        start = f"{folder}/"
        return {p.removeprefix(start): data for p, data in self.held.items() if p.startswith(start)}


def side(files: Mapping[str, str | bytes], memo: dict[str, Memo] | None = None) -> Edition:
    """Build a side from files, the sources sealed."""
    return edition(read(Tree(tree(files)), "a test"), {} if memo is None else memo)


def change(base: Mapping[str, str | bytes], head: Mapping[str, str | bytes]) -> Change:
    memo: dict[str, Memo] = {}
    return compare(side(base, memo), side(head, memo))


def folders(base: Path, head: Path) -> Change:
    memo: dict[str, Memo] = {}
    return compare(edition(read(Folder(base), "base"), memo), edition(read(Folder(head), "head"), memo))
