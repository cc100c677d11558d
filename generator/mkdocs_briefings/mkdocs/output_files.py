"""What leaves a site beside its pages: thousands of files, written at once, of which MkDocs gets to see what leads there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_briefings.files.joined_files import pack
from mkdocs_briefings.files.site_files import write_all

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_briefings.files.joined_files import Pack

_UNWANTED = ("exclude_docs", "draft_docs")
"""Options of MkDocs that keep files out of a site."""


def write_outputs(made: Mapping[str, bytes], files: Files, config: MkDocsConfig, packed: Path | None) -> Pack:
    """Write files into the folder of the site, in the place of others of the same path, unless it leaves them out.

    Args:
        made: the files.
        files: what MkDocs knows of.
        config: that of MkDocs.
        packed: where they are to lie as one file, for whoever keeps the site; None if nobody does.

    """
    patterns = [found for name in _UNWANTED if (found := config.get(name))]
    wanted = {
        path: data for path, data in made.items() if not any(found.match_file(path) for found in patterns)
    }
    for path in files.src_uris.keys() & wanted.keys():
        files.remove(files.src_uris[path])
    write_all(Path(config.site_dir), wanted.items())
    return pack(wanted, packed)
