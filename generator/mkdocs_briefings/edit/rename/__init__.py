"""Change an id everywhere and nothing else, in the text as it was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.edit.format.scalar_text import is_ambiguous
from mkdocs_briefings.edit.rename.changes import Edit, NoPlaceError, apply, edits
from mkdocs_briefings.edit.rename.former import former
from mkdocs_briefings.edit.rename.ledgers import ledger_renamed
from mkdocs_briefings.edit.rename.references import Renaming
from mkdocs_briefings.parse import seed
from mkdocs_briefings.parse.file import Parsed, SeedText, parse
from mkdocs_briefings.parse.schema import ID_PATTERN, BriefingFile, EntitiesFile, SourceFront, StorylinesFile
from mkdocs_briefings.parse.version_ledger import VersionLedger, dumps
from mkdocs_briefings.resolve.ids import know, named_at, source_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_briefings.model.problem import Loc, Place
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.resolve.ids import Known

_LONGEST = 100


class RenameError(Exception):
    """It cannot be renamed; the message says why and what to do."""


def plan(tree: Mapping[str, bytes], settings: Settings, old: str, new: str) -> Renaming:
    """Find out what `old` is, and whether it may be called `new`. The desk must have no errors.

    Raises:
        RenameError: there is no `old`, or `new` is no id, or is taken.

    """
    known = _known(tree, settings)[1]
    home, mark, name = old.rpartition("#")
    fresh = new.removeprefix(f"{home}#") if mark else new
    if mark:
        if name not in known.claims.get(home, frozenset()):
            raise RenameError(f"there is no claim `{old}`")
        kind = "claim"
    elif old not in known.kinds:
        moved = known.places.get(old)
        where = f"; {_whose(moved)} had that id before" if moved else ""
        raise RenameError(f"there is no source, briefing, entity or storyline `{old}`{where}")
    else:
        kind = known.kinds[old]
    if not re.fullmatch(ID_PATTERN, fresh) or len(fresh) > _LONGEST:
        raise RenameError(f"`{fresh}` is not an id: letters, digits, and `-`, `_` or `.` between them")
    if is_ambiguous(fresh):
        raise RenameError(f"`{fresh}` does not work as an id: YAML reads it as a number, a date or nothing")
    if fresh == name:
        raise RenameError(f"`{old}` already has that id")
    if kind == "claim" and fresh in known.claims[home]:
        raise RenameError(f"there is already a claim `{home}#{fresh}`")
    taken = known.places.get(fresh)
    if kind != "claim" and taken and not _had(known.places[old], taken):
        raise RenameError(f"`{fresh}` is already used in {taken.path}")
    if kind not in {"claim", "source", "briefing", "storyline"}:
        kind = "entity"
    return Renaming(kind, name, fresh, home)


def _whose(former: Place) -> str:
    """Name the thing that had an id, from where its `formerly` gives it."""
    return f"`{former.loc[0]}` in {former.path}" if former.loc[:-2] else former.path


def _had(home: Place, taken: Place) -> bool:
    """Return whether an id is taken by nothing but the `formerly` of the thing itself."""
    return (taken.path, taken.loc[:-1]) == (home.path, (*named_at(home), "formerly"))


def renamed(
    tree: Mapping[str, bytes], settings: Settings, renaming: Renaming, elsewhere: Iterable[Parsed] = ()
) -> dict[str, bytes | None]:
    """Return the files that change, by path; None for one that is there no longer.

    Args:
        tree: the files of the desk.
        settings: where they lie.
        renaming: what changes.
        elsewhere: what the desk knows beside them, which plays its part in telling what refers to what.

    Raises:
        RenameError: a place cannot be changed without changing how it was typed.

    """
    files, known = _known(tree, settings)
    known = know([*files, *elsewhere])[0] if elsewhere else known
    changes: dict[str, bytes | None] = {}
    for parsed in files:
        data = tree[parsed.path]
        try:
            made = _changed(parsed, data, renaming, known)
        except NoPlaceError as error:
            raise RenameError(
                f"{parsed.path}:{error.line}:1: `{renaming.old}` cannot be changed here because of how it is typed; write it without quotation marks or escapes first"
            ) from error
        path = _moved(parsed, renaming)
        if path != parsed.path:
            changes[parsed.path] = None
        if made != data or path != parsed.path:
            changes[path] = made
    return changes


def _known(tree: Mapping[str, bytes], settings: Settings) -> tuple[list[Parsed], Known]:
    files = [found for path in sorted(tree) if (found := parse(path, tree[path], settings)) and found.entry]
    return files, know(files)[0]


def _changed(parsed: Parsed, data: bytes, renaming: Renaming, known: Known) -> bytes:
    if isinstance(parsed.entry, VersionLedger):
        made = ledger_renamed(parsed.entry, renaming)
        return data if made == parsed.entry else dumps(made)
    home = parsed.name.id if parsed.name else ""
    local = known.claims.get(home, frozenset())
    told_at = _told_at(parsed, renaming)
    if isinstance(parsed.entry, SeedText):
        split = seed.split(data)
        if split.front is None:
            lines = f"---\nid: {renaming.new}\nformerly: [{renaming.old}]\n---\n"
            return split.head + lines.encode() + split.body if told_at is not None else data
        above = data[len(split.head) : len(data) - len(split.body)].decode("utf-8")
        start = above.index("\n") + 1
        front = split.front
        found = edits(front, SourceFront, renaming, home, local, known)
        if told_at is not None:
            found += _named_anew(front, parsed.entry.front, renaming)
        whole = above[:start] + apply(front, found) + above[start + len(front) :]
        return split.head + whole.encode() + split.body
    model = type(parsed.entry)
    assert model in (BriefingFile, EntitiesFile, StorylinesFile)  # noqa: S101, for mypy
    head = seed.BOM if data.startswith(seed.BOM) else b""
    text = data[len(head) :].decode("utf-8")
    found = edits(text, model, renaming, home, local, known)
    if told_at is not None:
        found.append(former(text, model, told_at, renaming.old, renaming.new))
    return head + apply(text, found).encode()


def _told_at(parsed: Parsed, renaming: Renaming) -> Loc | None:
    """Return the place in a file of what it tells of the thing that is renamed; None if it tells nothing of it."""
    old = renaming.old
    match parsed.entry, renaming.kind:
        case BriefingFile(), "briefing" if parsed.name and parsed.name.id == old:
            return ()
        case BriefingFile(), "claim" if parsed.name and parsed.name.id == renaming.home:
            return "claims", old
        case (EntitiesFile(root=found), "entity") | (StorylinesFile(root=found), "storyline") if old in found:
            return (old,)
        case SeedText(), "source" if source_id(parsed) == old:
            return ()
    return None


def _named_anew(front: str, entry: SourceFront, renaming: Renaming) -> list[Edit]:
    """Give a source its former id, and where its file's name gave it its id, one of its own."""
    end = "\r\n" if "\r\n" in front else "\n"
    line = "" if entry.id else f"id: {renaming.new}{end}"
    if line and not entry.formerly:
        return [Edit(0, 0, f"{line}formerly: [{renaming.old}]{end}")]
    told = former(front, SourceFront, (), renaming.old, renaming.new)
    return [told, Edit(0, 0, line)] if line else [told]


def _moved(parsed: Parsed, renaming: Renaming) -> str:
    """Return the path of a file under the new id: the id of a briefing is its file's name."""
    if (
        isinstance(parsed.entry, VersionLedger)
        and renaming.kind == "briefing"
        and parsed.entry.briefing == renaming.old
    ):
        return parsed.path.removesuffix(f"{renaming.old}.json") + f"{renaming.new}.json"
    if renaming.kind != "briefing" or parsed.name is None or parsed.name.id != renaming.old:
        return parsed.path
    return parsed.path.removesuffix(f"{renaming.old}.yml") + f"{renaming.new}.yml"
