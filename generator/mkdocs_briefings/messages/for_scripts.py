"""The messages that scripts of the theme say, as a script that brings them in one language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mkdocs_briefings.messages.screen_messages import SCREEN
from mkdocs_briefings.messages.site_messages import ENGLISH

if TYPE_CHECKING:
    from mkdocs_briefings.messages.message import Messages

OTHERS = (
    *(
        "between-items",
        "events",
        "filter",
        "filter-all",
        "filter-kind",
        "filter-publisher",
        "filter-storyline",
        "filter-year",
    ),
    *("found.page", "head-state", "label", "list-count"),
)
"""Messages of pages that scripts say as well."""


def script(say: Messages) -> str:
    """Write the messages as `globalThis.briefingsWords`; those with a number by the plural forms of CLDR."""
    made = {id_: _forms(say, id_) for id_ in (*SCREEN, *OTHERS)}
    given = {"language": say.language, "messages": made}
    text = json.dumps(given, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.briefingsWords={text.replace('<', chr(92) + 'u003c')};\n"


def _forms(say: Messages, id_: str) -> str | dict[str, str]:
    return say.template(id_) if isinstance(ENGLISH[id_], str) else say.forms(id_)
