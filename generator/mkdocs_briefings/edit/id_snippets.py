"""Write the ids of a desk as snippets of VS Code, so that they complete while an editor types."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mkdocs_briefings.edit.desk_ids import desk_ids

if TYPE_CHECKING:
    from mkdocs_briefings.model.corpus import Corpus

NAME = "desk-ids.code-snippets"
_LONGEST = 120


def id_snippets(corpus: Corpus) -> str:
    """Return the snippets: for each id itself, with what it is."""
    made = {}
    for one in desk_ids(corpus):
        told = " ".join(one.words.split())
        short = told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"
        body = one.id.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
        made[f"{one.kind} {one.id}"] = {
            "scope": "yaml",
            "prefix": one.id,
            "body": [body],
            "description": f"{one.kind}: {short}",
        }
    return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
