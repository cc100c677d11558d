"""Keep the snippets with the ids of a desk fresh, where its editors use those of this program."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from mkdocs_briefings.edit.id_snippets import NAME, id_snippets
from mkdocs_briefings.files.writer import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_briefings.model.corpus import Corpus

_OURS = "briefings.code-snippets"
"""What a desk with the snippets of this program has."""


def refresh_id_snippets(root: Path, corpus: Corpus) -> None:
    """Write the file if the ids are other ones now; a folder that cannot be written into is no fault."""
    folder = root / ".vscode"
    with suppress(OSError):
        if not (folder / _OURS).is_file() or not folder.resolve().is_relative_to(root.resolve()):
            return
        path = folder / NAME
        made = id_snippets(corpus).encode()
        is_there = path.is_file()
        if path.read_bytes() != made if is_there else corpus.sources or corpus.entities:
            write_whole(path, made, durable=False)
