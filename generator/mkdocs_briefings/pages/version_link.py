"""The link from a briefing to its recorded versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.derive.version_content import content
from mkdocs_briefings.document.nodes import PageLink
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.addresses import Target

if TYPE_CHECKING:
    from mkdocs_briefings.document.nodes import Inline
    from mkdocs_briefings.model.corpus import Briefing
    from mkdocs_briefings.pages.view import View


def version_link(desk: View, briefing: Briefing) -> Inline:
    """Name the newest version of a briefing, and lead to all of them; nothing where none is recorded."""
    ledger = desk.ledgers.get(briefing.id)
    if ledger is None:
        return ""
    newest = ledger.versions[-1]
    same = newest.said == content(briefing, desk.corpus).said
    say, number = desk.say, newest.number
    words = say("version", number=number) if same else say("version-changed", number=number)
    return PageLink(Target(addresses.versions_of(briefing.id)), words)
