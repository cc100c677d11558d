"""Apply `formerly` of the head to the base, so that only other changes are reported."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_briefings.build import build
from mkdocs_briefings.edit.rename import RenameError, renamed
from mkdocs_briefings.edit.rename.changes import NoPlaceError
from mkdocs_briefings.edit.rename.references import Renaming
from mkdocs_briefings.lock import replacement as locks
from mkdocs_briefings.parse.file import parse
from mkdocs_briefings.resolve.ids import know
from mkdocs_briefings.review.locked import renamed_in_lock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mkdocs_briefings.model.corpus import Corpus
    from mkdocs_briefings.review.change import Edition


def named_as(head: Edition, base: Edition) -> Edition:
    """Return the base with the ids that its sources, entities and storylines have in the head.

    Its pages stay those of the addresses that readers have. Where an id cannot be changed without changing how
    something was typed, it stays.
    """
    if base.result.failed:
        return base
    names: dict[str, str] = {}
    tree = dict(base.tree)
    for renaming in _renamings(base.result.corpus, head.result.corpus):
        files = [found for path in sorted(tree) if (found := parse(path, tree[path], base.settings))]
        locked = locks.read(tree, base.settings, files).replacements
        try:
            changes = renamed(tree, base.settings, renaming, locked)
            if locked:
                known = know([*files, *locked])[0]
                changes |= renamed_in_lock(tree, base.settings, renaming, known)
        except (RenameError, NoPlaceError):
            continue
        tree |= {path: data for path, data in changes.items() if data is not None}
        names[renaming.old] = renaming.new
    if not names:
        return base
    made = build(tree, base.settings)
    if made.failed:
        return base
    return replace(base, result=replace(made, given=base.result.pages), names=names)


def changed(base: Edition, head: Edition) -> dict[str, str]:
    """Return the ids of the base that have others in the head, with these."""
    return {one.old: one.new for one in _renamings(base.result.corpus, head.result.corpus)}


def reader(names: Mapping[str, str]) -> Callable[[str], str]:
    """Make the function that puts the ids of the head into a message about the base."""
    if not names:
        return str
    old = re.compile(rf"`({'|'.join(map(re.escape, names))})`")
    return lambda message: old.sub(lambda match: f"`{names[match[1]]}`", message)


def _renamings(base: Corpus, head: Corpus) -> Iterator[Renaming]:
    kinds = (
        ("source", base.sources, head.sources),
        ("entity", base.entities, head.entities),
        ("storyline", base.storylines, head.storylines),
    )
    for kind, olds, news in kinds:
        for new in news.values():
            # The last one that the base has: a thing may have been renamed more than once.
            old = next((id_ for id_ in reversed(new.formerly) if id_ in olds and id_ not in news), None)
            if old and new.id not in olds:
                yield Renaming(kind, old, new.id)
