"""Hand-written pages where a generated one belongs: MkDocs would drop them without a word."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.parse import file_codes

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_briefings.build import Result


def taken_pages(result: Result, docs: Path, root: Path) -> list[Problem]:
    """Find the hand-written pages whose paths generated pages have.

    Args:
        result: what was built.
        docs: the folder of the hand-written pages.
        root: the site folder.

    """
    return [
        file_codes.PAGE_TAKEN.at(
            Place(os.path.relpath(docs / path, root).replace(os.sep, "/")),
            "a generated page has this path",
        )
        for path in (*(page.path for page in result.pages), *result.outputs)
        if (docs / path).exists()
    ]
