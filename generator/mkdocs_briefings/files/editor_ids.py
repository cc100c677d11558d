"""Keep what completes the ids of a desk fresh, where its editors use it: snippets, and schemas of ids."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from mkdocs_briefings.edit.id_schemas import FOLDER, id_schemas
from mkdocs_briefings.edit.id_snippets import NAME, id_snippets
from mkdocs_briefings.files.writer import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mkdocs_briefings.model.corpus import Corpus

_OURS = "briefings.code-snippets"
"""What a desk with the snippets of this program has."""
_SETTINGS = "settings.json"


def refresh_editor_ids(root: Path, corpus: Corpus) -> None:
    """Write the files if the ids are other ones now; a folder that cannot be written into is no fault."""
    folder = root / ".vscode"
    if (folder / _OURS).is_file() and (corpus.sources or corpus.entities or (folder / NAME).is_file()):
        _write(root, ".vscode", {NAME: id_snippets(corpus)})
    settings = folder / _SETTINGS
    is_bound = False
    with suppress(OSError):
        is_bound = FOLDER.encode() in settings.read_bytes()
    if is_bound or (root / FOLDER).is_dir():
        _write(root, FOLDER, id_schemas(corpus))


def _write(root: Path, name: str, made: Mapping[str, str]) -> None:
    folder = root / name
    with suppress(OSError):
        if not folder.resolve().is_relative_to(root.resolve()):
            return
        folder.mkdir(parents=True, exist_ok=True)
        for file, text in made.items():
            path = folder / file
            if not path.is_file() or path.read_bytes() != text.encode():
                write_whole(path, text.encode(), durable=False)
