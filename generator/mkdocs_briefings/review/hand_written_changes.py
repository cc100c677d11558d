"""Find changed hand-written pages, and their addresses that are broken now."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.review.change import BrokenAddress, Flag, PageChange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.review.change import Edition

LOST = Flag("address", "This address is broken now.")
_TITLE = re.compile(r"^(?:title:|#)[ \t]+(\S.*)$", re.MULTILINE)
_BEGIN = 4_000
"""Bytes in which a title is looked for."""


def written_changes(base: Edition, head: Edition) -> Iterator[PageChange]:
    """Compare what lies in the folder of hand-written pages, pictures and the like too."""
    for path in filter(_is_built, dict.fromkeys((*base.docs, *head.docs))):
        old, new = base.docs.get(path), head.docs.get(path)
        if new is None and old is not None:
            yield PageChange(path, _title(path, old), "gone", "", listed=True)
        elif new is not None and old != new:
            yield PageChange(path, _title(path, new), "added" if old is None else "changed", "", listed=True)


def written_lost(base: Edition, head: Edition) -> Iterator[BrokenAddress]:
    """Tell which hand-written pages went where no other page is."""
    made = {page.path for page in head.result.pages}
    for path, old in base.docs.items():
        if _is_built(path) and is_page(path) and path not in head.docs and path not in made:
            why = (
                "The page was written by hand: keep it, or leave a page there that links to its replacement."
            )
            yield BrokenAddress(path, _title(path, old), why, (LOST,))


def is_page(path: str) -> bool:
    return path.lower().endswith((".md", ".markdown", ".mdown", ".mkdn", ".mkd"))


def public(edition: Edition) -> frozenset[str]:
    """Return the pages of one side that readers would see."""
    return edition.public | {path for path in edition.docs if _is_built(path) and is_page(path)}


def _is_built(path: str) -> bool:
    """Return whether MkDocs publishes a file, as it does all but these."""
    return not path.startswith("templates/") and not any(part.startswith(".") for part in path.split("/"))


def _title(path: str, text: bytes) -> str:
    found = _TITLE.search(text[:_BEGIN].decode(errors="replace")) if is_page(path) else None
    return found[1].strip() if found else ""
