"""One style sheet and one script of ours on every page: a browser asks for two files instead of twenty, both small."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File
from rcssmin import cssmin
from rjsmin import jsmin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

STYLE = "assets/briefings.css"
SCRIPT = "assets/briefings.js"
FORMS_SCRIPT = "assets/forms.js"
"""What the forms of boards and lists need; `forms-open.js` names it."""
SEARCH_STYLE = "assets/search.css"
SEARCH_SCRIPT = "assets/search.js"
"""What the search needs once somebody reaches for it; `search-open.js` names these."""
_SHORT = {".css": cssmin, ".js": jsmin}


def bundle(  # noqa: PLR0913, what a file is made of
    files: Files, config: MkDocsConfig, path: str, parts: Sequence[str], *, ours: Path, more: str = ""
) -> None:
    """Put files into one and take them out of the site; a site may have its own version of each.

    Args:
        files: those of the site.
        config: that of MkDocs.
        path: of the new file, in the folder of the others, so that their relative addresses hold.
        parts: the paths of the others, in order.
        ours: the folder of those that lose their comments and spaces; how a site writes its own is its own affair.
        more: what comes behind them, of this site alone.

    """
    found = [file for part in parts if (file := files.get_file_from_path(part)) is not None]
    # A script may end without a semicolon, and begin with a parenthesis.
    between = ";\n" if path.endswith(".js") else "\n"
    content = between.join(filter(None, (*(_content(file, ours) for file in found), more)))
    for file in found:
        files.remove(file)
    files.append(File.generated(config, path, content=f"{content}\n"))


def _content(file: File, ours: Path) -> str:
    """Read a part, without its comments and line ends if it is ours."""
    text = file.content_string.strip()
    is_ours = file.src_dir is not None and Path(file.src_dir) == ours
    return str(_SHORT[Path(file.src_uri).suffix](text)) if is_ours else text
