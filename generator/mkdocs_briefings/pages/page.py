"""A page of the site: Markdown that holds every fact, and what a site builder needs to know of it."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_briefings.document.escape import Md


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in HTML of facts that the page also tells in Markdown; `enhance` puts it at its anchor.

    Its links are written `md:PATH#ANCHOR`, for only the site builder knows the addresses of pages.
    """

    anchor: str
    html: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a preview tells of the target of a link: HTML made by us, links written as in a `Figure`."""

    page: str
    anchor: str
    html: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of the page that begins at an anchor, and what filters can choose it by."""

    anchor: str
    facets: tuple[tuple[str, tuple[str, ...]], ...]
    """Names of facets with their values."""


_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Page:
    """One page, in the portable subset of Markdown (CommonMark and tables, no Markdown inside HTML)."""

    path: str
    """Below `docs/`, from `urls`."""
    kind: str
    title: str
    body: Md
    made_from: str = ""
    """The file that an editor would change, relative to the site folder; empty for lists."""
    description: str = ""
    lang: str = "en"
    modified: str = ""
    """The day of the newest evidence on it (ISO 8601), as far as it is one."""
    listed: bool = True
    """False keeps it out of the search and the sitemap: redirects, tombstones, parts of long lists."""
    figures: tuple[Figure, ...] = ()
    entries: tuple[Entry, ...] = ()
    cards: tuple[Card, ...] = ()
    """Previews of what it links to; `enhance` puts those of cited claims beside the sentences."""
    foreign: tuple[tuple[str, str, str], ...] = ()
    """Sources and briefings in another language than its own that it leads to, or is: path, language (BCP 47), title."""
    moved_to: str = ""
    """The Markdown path that this address now leads to, for a redirect."""

    @property
    def version(self) -> str:
        """Name what the page says: the first digits of the SHA-256 of its title and words."""
        return hashlib.sha256(f"{self.title}\n{self.body}".encode()).hexdigest()[:8]

    def text(self) -> str:
        """Give the page as a file: front matter, which is JSON and so any YAML's, then the Markdown."""
        fields: dict[str, object] = {"title": self.title}
        if self.description:
            fields["description"] = self.description
        if not self.listed:
            fields["search"] = {"exclude": True}
        lines = "".join(f"{name}: {_json(value)}\n" for name, value in fields.items())
        return f"---\n{lines}---\n\n{self.body}"


def _json(value: object) -> str:
    """Write JSON that YAML reads as the same: what YAML refuses or takes for a line break is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
