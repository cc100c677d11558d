"""Hand-written pages and files where something generated belongs: MkDocs would drop one of the two without a word."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mkdocs_briefings.files.reader import below
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.outputs.table import chosen
from mkdocs_briefings.pages.home import home_page
from mkdocs_briefings.pages.kinds import KINDS
from mkdocs_briefings.parse import file_codes

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_briefings.build import Result


def taken_pages(result: Result, docs: Path, root: Path) -> list[Problem]:
    """Find the hand-written pages and files whose paths something generated has.

    Args:
        result: what was built.
        docs: the folder of the hand-written pages.
        root: the site folder.

    """
    found = {path.relative_to(docs).as_posix(): path for path in below(docs)}
    names = {name for name, path in found.items() if path.is_symlink() or path.is_file()}
    pages = {name for name in names if name.endswith(".md") or found[name].is_symlink()}
    suspects = {name for name in pages if _top(name) in _GENERATED}
    made: list[str] = []
    # Most desks have no such file, and making all pages takes long.
    if suspects == {addresses.HOME}:
        made += [] if result.failed else [home_page(result.desk).path]
    elif suspects:
        made += [page.path for page in result.pages]
    tops = {_top(name) for name in names} & {top for one in chosen(result.settings) for top in one.at}
    if tops:
        made += [path for path in result.outputs if _top(path) in tops]
    return [
        file_codes.PAGE_TAKEN.at(
            Place(os.path.relpath(docs / path, root).replace(os.sep, "/")),
            "a generated page has this path" if path.endswith(".md") else "a generated file has this path",
        )
        for path in made
        if (docs / path).exists()
    ]


def _top(path: str) -> str:
    """Give the first part of a path, as systems compare it that take great letters for small ones."""
    return path.partition("/")[0].casefold()


_GENERATED = frozenset(
    _top(path if isinstance(path, str) else path("x")) for kind in KINDS for path in kind.paths
)
