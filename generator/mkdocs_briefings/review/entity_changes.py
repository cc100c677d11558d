"""Find entities that were added, changed or lost; names and kinds decide how texts are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.corpus_fields import OF_ENTITY
from mkdocs_briefings.review.change import EntityChange
from mkdocs_briefings.review.field_changes import field_changes

if TYPE_CHECKING:
    from mkdocs_briefings.review.change import Edition


def entity_changes(base: Edition, head: Edition) -> tuple[EntityChange, ...]:
    """Compare the entities of two builds, but for those of files that have errors now."""
    one, two = base.result.corpus.entities, head.result.corpus.entities
    faulty = {problem.place.path for problem in head.result.problems if problem.is_error}
    found = []
    for id_ in dict.fromkeys((*two, *one)):
        old, new = one.get(id_), two.get(id_)
        if new is None:
            assert old is not None  # noqa: S101, one of the two has it
            if old.path not in faulty:
                found.append(EntityChange(id_, old.name, old.kind, "lost", ()))
        elif old is None:
            found.append(EntityChange(id_, new.name, new.kind, "added", ()))
        elif fields := field_changes(OF_ENTITY, old, new):
            found.append(EntityChange(id_, new.name, new.kind, "changed", fields))
    return tuple(sorted(found, key=lambda change: (_HOWS.index(change.how), change.id)))


_HOWS = ("lost", "changed", "added")
