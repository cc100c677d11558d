"""Find the entity of a publisher that an article names, or make one."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from mkdocs_briefings.intake.holdings import free
from mkdocs_briefings.intake.source_file import slug
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.file import parse
from mkdocs_briefings.parse.schema import EntitiesFile
from mkdocs_briefings.text.prepared import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_briefings.model.corpus import Entity

KINDS = frozenset({"outlet", "agency", "company", "organization"})
_AGENCY = re.compile(
    r"\b(?:authority|ministry|department|agency|office|commission|bureau|council|court|parliament|government)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"\b(?:inc|ltd|llc|plc|corp|gmbh|ag|co)\b\.?$", re.IGNORECASE)
_PLAIN = re.compile(r"[^\W\d_][^:#,\[\]{}\"'&*!|>%@`?\\]*")


def known(name: str, entities: Mapping[str, Entity]) -> str:
    """Return the id of the publisher that bears this name, or this id; empty if there is none."""
    wanted = _bare(name)
    for id_, entity in entities.items():
        if entity.kind in KINDS and wanted in {_bare(one) for one in _names(id_, entity)}:
            return id_
    return ""


def _names(id_: str, entity: Entity) -> Iterable[str]:
    return filter(None, (id_, entity.name, entity.short, *entity.aliases))


def _bare(name: str) -> str:
    return normalise(name).casefold().removeprefix("the ")


def new_id(name: str, taken: set[str], lang: str) -> str:
    """Make an id for a new publisher."""
    return free(slug(name, 4, lang)[:60].strip("-") or "outlet", taken)


def entry(id_: str, name: str) -> str:
    """Write a new publisher as a line of a file of entities."""
    kind = "agency" if _AGENCY.search(name) else "company" if _COMPANY.search(name) else "outlet"
    return f"{id_}: {{kind: {kind}, name: {_flow(name)}}}\n"


def _flow(words: str) -> str:
    plain = (
        _PLAIN.fullmatch(words)
        and words.isprintable()
        and words == words.strip()
        and words.lower() not in {"true", "false", "null"}
    )
    return words if plain else json.dumps(words, ensure_ascii=False)


def appended(path: str, data: bytes | None, lines: Iterable[str], schema: str) -> bytes | None:
    """Return the file of entities with new entries at its end, as it was typed otherwise; None if that would break it.

    Args:
        path: of the file, below the site folder.
        data: the file; None if there is none yet.
        lines: entries.
        schema: the first line of a new file.

    """
    old = data if data is not None else schema.encode()
    if old and not old.endswith(b"\n"):
        old += b"\n"
    made = old + "".join(lines).encode()
    parsed = parse(path, made, Settings())
    sound = parsed is not None and not parsed.problems and isinstance(parsed.entry, EntitiesFile)
    return made if sound else None
