"""The names to compare with a misspelt word of a query."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mkdocs_briefings.search.record_files import in_script

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.model.corpus import Corpus

GLOBAL = "briefingsNames"
"""The one name that the script gives to the browser."""
MOST_BYTES = 100_000
"""Of the script; whoever mistypes should not wait for all names of a large desk."""


def called(corpus: Corpus, derived: Derived) -> tuple[str, ...]:
    """Return the names and aliases of the entities that have a page, those of the most named first.

    Misprints and numbers also find an entity, but nobody means them.
    """
    links = derived.backlinks

    def named(id_: str) -> int:
        return sum(len(one.get(id_, ())) for one in (links.entities, links.said, links.named))

    entities = [entity for entity in corpus.entities.values() if entity.id in derived.present]
    entities.sort(key=lambda entity: (-named(entity.id), entity.id))
    names: dict[str, str] = {}
    for name in (name for one in entities for name in (one.name, one.short, *one.aliases) if name):
        names.setdefault(name.casefold(), name)
    return tuple(names.values())


def script(names: Iterable[str]) -> str:
    """Write names as a classic script, as many from the first on as are within `MOST_BYTES`."""
    start, end = f"globalThis.{GLOBAL}=[", "];\n"
    left = MOST_BYTES - len(start) - len(end)
    kept: list[str] = []
    for name in names:
        text = in_script(json.dumps(name, ensure_ascii=False))
        left -= len(text.encode()) + 1
        if left < 0:
            break
        kept.append(text)
    return f"{start}{','.join(kept)}{end}"
