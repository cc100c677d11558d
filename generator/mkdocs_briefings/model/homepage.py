"""The first page: its sections, and whether a site has one of its own; the generated one then gets another name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    class Excluded(Protocol):
        """What MkDocs makes of `exclude_docs`."""

        def match_file(self, file: str) -> bool | None: ...


NAMES = ("index.md", "README.md")
"""The files that MkDocs takes for a first page."""


SECTIONS = (
    "new",
    "newest",
    "state-of-play",
    "briefings",
    "storylines",
    "disagreements",
    "overdue",
    "ahead",
    "questions",
)
"""The sections of the generated first page: what is new, the newest briefing, how measures stand, the other briefings, …"""


def is_own(exists: Callable[[str], bool], excluded: Excluded | None) -> bool:
    """Return whether a hand-written page is the first one.

    Args:
        exists: whether there is such a file in the folder of the hand-written pages.
        excluded: the files there that are no pages.

    """
    return any(exists(name) and not (excluded and excluded.match_file(name)) for name in NAMES)
