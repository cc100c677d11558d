"""Find out whether a site has its own first page; the generated one then gets another name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    class Excluded(Protocol):
        """What MkDocs makes of `exclude_docs`."""

        def match_file(self, file: str) -> bool | None: ...


NAMES = ("index.md", "README.md")
"""The files that MkDocs takes for a first page."""


def is_own(exists: Callable[[str], bool], excluded: Excluded | None) -> bool:
    """Return whether a hand-written page is the first one.

    Args:
        exists: whether there is such a file in the folder of the hand-written pages.
        excluded: the files there that are no pages.

    """
    return any(exists(name) and not (excluded and excluded.match_file(name)) for name in NAMES)
