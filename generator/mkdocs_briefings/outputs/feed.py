"""One feed as data; `atom` and `json_feed` give it a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from mkdocs_briefings.model.addresses import Target
    from mkdocs_briefings.outputs.news import News

Scope = Literal["site", "storyline", "measure", "entity"]


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed, in as many forms as there are."""

    scope: Scope
    path: str
    """Without its ending."""
    about: str
    """The name of what it is about; empty for the site."""
    home: Target
    news: tuple[News, ...]
    """The newest first."""
