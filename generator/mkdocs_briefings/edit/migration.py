"""Bring the files of a desk from an older format to the present one."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from mkdocs_briefings.edit.new_desk import with_format
from mkdocs_briefings.parse.jsonschema import schemas

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def migrated(config: str, schemas_there: Mapping[str, bytes]) -> tuple[str | None, dict[str, bytes]]:
    """Return what a desk's files are in the present format.

    A field that was renamed or moved would be changed here; so far newer formats only add to older ones.

    Args:
        config: the text of mkdocs.yml.
        schemas_there: the JSON Schemas of the desk, by path.

    Returns:
        mkdocs.yml with the format's number, or None if it has to be written by hand; the schemas that change, by path.

    """
    present = {name: text.encode() for name, text in schemas().items()}
    changed = {
        path: present[posixpath.basename(path)]
        for path, data in schemas_there.items()
        if data != present[posixpath.basename(path)]
    }
    return with_format(config), changed


def schema_paths(folders: Iterable[str]) -> list[str]:
    """Name the files of a desk that may be its JSON Schemas."""
    return [posixpath.normpath(f"{folder}/{name}") for folder in folders for name in schemas()]
