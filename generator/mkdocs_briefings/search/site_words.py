"""What the scripts of the search know of a site: words of questions, synonyms, the kind of its own pages, topics."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mkdocs_briefings.search.record_files import in_script
from mkdocs_briefings.text.languages import language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_briefings.search.record_files import Located

GLOBAL = "briefingsSearchSite"
"""The one name that the script gives to the browser."""
MOST_TOPICS = 8


def script(lang: str, page: str, finds: Iterable[Located]) -> str:
    """Write it as a classic script.

    Args:
        lang: the language of the site; one without a pack has no words of questions and no synonyms.
        page: what a page about the site is called among the kinds of hits.
        finds: what can be found; its first storylines and measures are the topics.

    """
    pack = language(lang)
    topics: dict[str, list[tuple[str, str]]] = {"storyline": [], "measure": []}
    for find, address in finds:
        first = find.records[0]
        kind = "measure" if first.type == "entity" and ("state" in dict(first.facets)) else first.type
        if kind in topics:
            topics[kind].append((find.title, address.url))
    known = {
        "asked": pack.asked.split() if pack else [],
        "synonyms": pack.synonyms if pack else (),
        "page": page,
        "topics": [*topics["storyline"], *topics["measure"]][:MOST_TOPICS],
    }
    return f"globalThis.{GLOBAL}={in_script(json.dumps(known, ensure_ascii=False, separators=(',', ':')))};\n"
