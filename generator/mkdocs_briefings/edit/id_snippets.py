"""Write the ids of a desk as snippets of VS Code, so that they complete while an editor types."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Corpus

NAME = "desk-ids.code-snippets"
_LONGEST = 120


def id_snippets(corpus: Corpus) -> str:
    """Return the snippets: for each id itself, with what it is."""
    made = {}
    for id_, kind, words in _ids(corpus):
        told = " ".join(words.split())
        short = told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"
        body = id_.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
        made[f"{kind} {id_}"] = {
            "scope": "yaml",
            "prefix": id_,
            "body": [body],
            "description": f"{kind}: {short}",
        }
    return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _ids(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    for id_, entity in corpus.entities.items():
        yield id_, entity.kind, entity.name
    for id_, source in corpus.sources.items():
        yield id_, "source", source.label or source.title or ""
    for id_, storyline in corpus.storylines.items():
        yield id_, "storyline", storyline.title
    for id_, briefing in corpus.briefings.items():
        yield id_, "briefing", briefing.title
    for claim in corpus.claims.values():
        if claim.analysed:
            yield claim.ref, "claim", claim.text.text
