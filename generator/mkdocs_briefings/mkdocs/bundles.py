"""One style sheet and one script of ours on every page: a browser asks for two files instead of twenty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

STYLE = "assets/briefings.css"
SCRIPT = "assets/briefings.js"


def bundle(files: Files, config: MkDocsConfig, path: str, parts: Sequence[str]) -> None:
    """Put files into one and take them out of the site; a site may have its own version of each.

    Args:
        files: those of the site.
        config: that of MkDocs.
        path: of the new file, in the folder of the others, so that their relative addresses hold.
        parts: the paths of the others, in order.

    """
    found = [file for part in parts if (file := files.get_file_from_path(part)) is not None]
    # A script may end without a semicolon, and begin with a parenthesis.
    between = ";\n" if path.endswith(".js") else "\n"
    content = between.join(file.content_string.strip() for file in found)
    for file in found:
        files.remove(file)
    files.append(File.generated(config, path, content=f"{content}\n"))
