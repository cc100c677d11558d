"""Prove that a renaming changed only the id: compare both resolved desks with the two ids made equal."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.model import baseline
from mkdocs_briefings.text.prepared import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_briefings.build import Result
    from mkdocs_briefings.edit.rename.references import Renaming
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.model.settings import Settings

    Neutral = Callable[[str], str]

_EITHER = "\0"


def neutral(renaming: Renaming) -> Neutral:
    """Make the function that puts the same word for the old id and for the new one."""
    ids = sorted((re.escape(renaming.old), re.escape(renaming.new)), key=len, reverse=True)
    either = re.compile(rf"(?<!\w)(?:{'|'.join(ids)})(?!\w)")
    return lambda words: either.sub(_EITHER, words)


def is_same(before: Result, after: Result, alike: Neutral) -> bool:
    """Return whether two desks hold the same, in the same order but where ids decide about it, and give the same pages."""
    return _pages(before, alike) == _pages(after, alike) and _plain(before.corpus, alike) == _plain(
        after.corpus, alike
    )


def fresh(before: Iterable[Problem], after: Iterable[Problem], alike: Neutral) -> list[Problem]:
    """Return the problems that were not there before."""
    left = Counter(alike(baseline.worded(problem)) for problem in before)
    found = []
    for problem in after:
        words = alike(baseline.worded(problem))
        if left[words] > 0:
            left[words] -= 1
        else:
            found.append(problem)
    return found


def frozen(
    tree: Mapping[str, bytes], settings: Settings, after: Iterable[Problem], alike: Neutral
) -> dict[str, bytes]:
    """Return the baseline with its warnings as they read after the renaming; nothing if none changes."""
    path = baseline.path(settings)
    if path not in tree:
        return {}
    now = {alike(line): line for line in map(baseline.worded, after)}
    lines = tree[path].decode("utf-8", "replace").split("\n")
    made = "\n".join(now.get(alike(line), line) for line in lines).encode()
    return {} if made == tree[path] else {path: made}


def _pages(result: Result, alike: Neutral) -> set[tuple[str, str]]:
    return {(alike(page.path), page.kind) for page in result.pages if not page.moved_to}


def _plain(value: Any, alike: Neutral) -> Any:
    if isinstance(value, str):
        return alike(value)
    if isinstance(value, Text):
        return value.raw
    if isinstance(value, Mapping):
        items = ((alike(key), _plain(one, alike)) for key, one in value.items())
        return sorted(items, key=lambda item: item[0])
    if isinstance(value, tuple | list):
        return [_plain(one, alike) for one in value]
    if dataclasses.is_dataclass(value):
        return [
            type(value).__name__,
            *(
                # A former id is what the renaming adds.
                [one for one in map(alike, getattr(value, field.name)) if one != _EITHER]
                if field.name == "formerly"
                else _plain(getattr(value, field.name), alike)
                for field in dataclasses.fields(value)
            ),
        ]
    return value
