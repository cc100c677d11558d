"""Hand-written pages where a generated one belongs: MkDocs would drop them without a word."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mkdocs_briefings.files.reader import below
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.pages.home import home_page
from mkdocs_briefings.pages.kinds import KINDS
from mkdocs_briefings.parse import file_codes

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_briefings.build import Result


def taken_pages(result: Result, docs: Path, root: Path) -> list[Problem]:
    """Find the hand-written pages whose paths generated pages have.

    Args:
        result: what was built.
        docs: the folder of the hand-written pages.
        root: the site folder.

    """
    suspects = _suspects(docs)
    made: tuple[str, ...] = ()
    if suspects == {addresses.HOME}:
        made = () if result.failed else (home_page(result.desk).path,)
    elif suspects:
        made = (*(page.path for page in result.pages), *result.outputs)
    return [
        file_codes.PAGE_TAKEN.at(
            Place(os.path.relpath(docs / path, root).replace(os.sep, "/")),
            "a generated page has this path",
        )
        for path in made
        if (docs / path).exists()
    ]


def _suspects(docs: Path) -> set[str]:
    """Find what may have the path of something generated: most desks have no such file, and making all pages takes long."""
    found = {path.relative_to(docs).as_posix(): path for path in below(docs)}
    return {
        name
        for name, path in found.items()
        if path.is_symlink() or (path.is_file() and not name.endswith(_ASSETS) and _roots(name))
    }


def _roots(path: str) -> bool:
    """Whether generated pages are in the folder of a path, or have its name; what is no page may be any output."""
    first = path.partition("/")[0]
    return not path.endswith(".md") or first in _GENERATED


_ASSETS = (
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".webp",
    ".svg",
    ".avif",
    ".ico",
    ".css",
    ".js",
    ".woff2",
    ".keep",
    ".html",
    ".pdf",
)
_GENERATED = frozenset(
    (path if isinstance(path, str) else path("x")).partition("/")[0] for kind in KINDS for path in kind.paths
)
