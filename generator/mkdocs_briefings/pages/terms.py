"""Words that the site uses in a sense of its own: explained where a page uses them first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Term

if TYPE_CHECKING:
    from mkdocs_briefings.document.nodes import Inline
    from mkdocs_briefings.messages.message import Messages


def term(say: Messages, name: str, words: Inline) -> Term:
    """Mark words as a term: `measure`, `origin`, `state` or `storyline`."""
    return Term(name, words, say.of("meaning", name))
