"""Dismissed doubts: a file of keys, one a line, with the reason behind it if it may be public."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.model.settings import Settings


def path(settings: Settings) -> str:
    """Return the path of the file in the desk."""
    return f"{settings.briefings_dir}/dismissed.txt"


def left(found: Iterable[Problem], tree: Mapping[str, bytes], settings: Settings) -> list[Problem]:
    """Leave out what is dismissed. A key is that of one sentence and its passages, and of no other."""
    lines = tree.get(path(settings), b"").decode("utf-8", "replace").splitlines()
    keys = {line.split(maxsplit=1)[0] for line in lines if line.strip()}
    return [one for one in found if one.key not in keys]
