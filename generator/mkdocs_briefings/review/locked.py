"""Compare like with like: if one side has only the lock, use the lock of the other side too."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_briefings.build import build
from mkdocs_briefings.derive import date_proof
from mkdocs_briefings.edit.rename.changes import apply, edits
from mkdocs_briefings.lock.document import Head, LockedSource, dumps, entry_sum
from mkdocs_briefings.lock.making import entries
from mkdocs_briefings.model.baseline import worded
from mkdocs_briefings.parse.file import Parsed, SeedText, lock_path, parse
from mkdocs_briefings.parse.schema import SourceFront
from mkdocs_briefings.resolve.ids import source_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_briefings.edit.rename.references import Renaming
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.resolve.ids import Known
    from mkdocs_briefings.review.change import Edition


def as_locked(edition: Edition, other: Edition) -> Edition:
    """Put the lock in the place of the texts that the `other` side knows by its lock alone.

    What the lock does not hold (the whole text, a line of front matter that quotes it) would seem to change otherwise.
    """
    lock = other.result.lock
    if edition.result.failed or not lock.replacements:
        return edition
    corpus, settings = edition.result.corpus, edition.settings
    files = [found for path in edition.tree if (found := parse(path, edition.tree[path], settings))]
    known = set(_marks(lock.replacements))
    gone = {
        one.path for one in files if isinstance(one.entry, SeedText) and not known.isdisjoint(_marks([one]))
    }
    if not gone:
        return edition
    made = entries(files, corpus, date_proof.proofs(corpus), settings, lock.context)
    tree = {path: data for path, data in edition.tree.items() if path not in gone}
    told = {worded(problem) for problem in edition.result.problems}
    tree[lock_path(settings)] = dumps(made, (), lock.context)
    result = build(tree, settings)
    borne_out = [words for problem in result.problems if (words := worded(problem)) not in told]
    if borne_out:
        tree[lock_path(settings)] = dumps(made, borne_out, lock.context)
        result = build(tree, settings)
    return edition if result.failed else replace(edition, result=result, tree=tree)


def _marks(sources: Iterable[Parsed]) -> Iterator[str]:
    """Return what a source may be known by: its file, its id, its text."""
    for parsed in sources:
        yield parsed.path
        if isinstance(parsed.entry, SeedText):
            yield source_id(parsed)
            yield parsed.entry.digest


def renamed_in_lock(
    tree: Mapping[str, bytes], settings: Settings, renaming: Renaming, known: Known
) -> dict[str, bytes]:
    """Change an id in what the lock holds of each source; entries that somebody changed by hand stay as they are.

    Raises:
        NoPlaceError: it cannot be changed there.

    """
    path = lock_path(settings)
    if path not in tree:
        return {}
    head = Head.model_validate_json(tree[path])
    found = [LockedSource.model_validate_json(json.dumps(raw)) for raw in head.sources]
    made = [_renamed(one, renaming, known) if one.sum == entry_sum(one) else one for one in found]
    told = [line.replace(f"`{renaming.old}`", f"`{renaming.new}`") for line in head.borne_out]
    return {path: dumps(made, told, head.context)}


def _renamed(entry: LockedSource, renaming: Renaming, known: Known) -> LockedSource:
    text = entry.front.model_dump_json(exclude_defaults=True)
    front = SourceFront.model_validate_json(
        apply(text, edits(text, SourceFront, renaming, "", frozenset(), known))
    )
    changed: dict[str, object] = {"front": front}
    if renaming.kind == "source" and entry.id == renaming.old:
        changed |= {"id": renaming.new, "front": front.model_copy(update={"id": renaming.new})}
    if renaming.kind == "entity" and entry.outline:
        mentions = tuple(
            (renaming.new if entity == renaming.old else entity, start, end)
            for entity, start, end in entry.outline.mentions
        )
        changed["outline"] = entry.outline.model_copy(update={"mentions": mentions})
    made = entry.model_copy(update=changed)
    return made.model_copy(update={"sum": entry_sum(made)})
