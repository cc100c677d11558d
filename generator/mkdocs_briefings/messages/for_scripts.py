"""The messages that scripts of the theme say, as a script that brings them in one language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mkdocs_briefings.messages.site_messages import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_briefings.messages.message import Messages

PAGE = (
    *("between-items", "card-claim", "card-page", "cite-name", "copied", "events", "filter-shown", "label"),
    *("notes-fewer", "notes-more", "notes-passages", "permalink-copy", "search", "search-not-here"),
)
"""What the scripts of every page say."""
SEARCH = (
    *("close", "filter", "filter-all", "filter-kind", "filter-publisher", "filter-storyline", "filter-year"),
    *("head-state", "list-count", "search-about", "search-alike", "search-also", "search-hint"),
    *("search-meant", "search-more", "search-narrow", "search-nothing", "search-pages", "search-pages-of"),
    *("search-pages-of-at-most", "search-results", "search-running", "search-told", "search-told-more"),
    *("search-told-perhaps-more", "search-topics", "search-without"),
)
"""What the search says as well, once it is opened."""
PREVIEW = (
    *("clip-citation", "clip-claim", "clip-copied", "clip-no-answer", "clip-text", "clips"),
    *("panel", "panel-done", "panel-doubts", "panel-errors", "panel-held", "panel-hide", "panel-left-out"),
    *("panel-list", "panel-show", "panel-updating", "panel-warnings"),
)
"""What only the preview says."""


def script(say: Messages, ids: Iterable[str]) -> str:
    """Write messages as `globalThis.briefingsWords`, beside those that are there; with a number, by the forms of CLDR."""
    made = {id_: _forms(say, id_) for id_ in ids}
    language, given = (
        json.dumps(one, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
        for one in (say.language, made)
    )
    before = "...globalThis.briefingsWords?.messages"
    return f"globalThis.briefingsWords={{language:{language},messages:{{{before},...{given}}}}};\n"


def _forms(say: Messages, id_: str) -> str | dict[str, str]:
    return say.template(id_) if isinstance(ENGLISH[id_], str) else say.forms(id_)
