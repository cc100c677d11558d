"""Find the JSON Schemas of a desk, from its YAML files or from its VS Code settings."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import unquote

from mkdocs_briefings.edit.id_schemas import FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping

LINE = "# yaml-language-server: $schema={path}\n"
_LINE = re.compile(r"#\s*yaml-language-server:\s*\$schema=([\w./~%+-]+/)?[\w.-]+\.json\s*$", re.MULTILINE)
_OWN = "schema"
"""Where `briefings init` puts them."""


def schema_folders(heads: Mapping[str, str], vscode: str) -> list[str]:
    """Return the folders that may hold the schemas, by paths relative to the desk, the likeliest first.

    Args:
        heads: how the YAML files of the desk begin, by path.
        vscode: `.vscode/settings.json`; empty without one.

    """
    named = Counter(
        posixpath.normpath(posixpath.join(posixpath.dirname(path), found[1] or ""))
        for path, head in heads.items()
        if (found := _LINE.search(head))
    )
    bound = [posixpath.normpath(posixpath.dirname(unquote(one)) or ".") for one in _bound(vscode)]
    return list(dict.fromkeys([*(folder for folder, _ in named.most_common()), *bound, _OWN]))


def _bound(vscode: str) -> list[str]:
    """Return the schemas that VS Code binds to files of this folder; none if its settings are no plain JSON."""
    try:
        schemas = json.loads(vscode).get("yaml.schemas", {})
    except (ValueError, AttributeError, RecursionError):
        return []
    return (
        [one for one in schemas if ":" not in one and FOLDER not in one] if isinstance(schemas, dict) else []
    )
