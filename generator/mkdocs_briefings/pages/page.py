"""A page of the site: blocks, and what a site builder needs to know of it."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs_briefings.document import markdown, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_briefings.document.nodes import Block

_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Page:
    """One page. Its blocks are all that it says; writers give them a form."""

    path: str
    """Below `docs/`, from `addresses`."""
    kind: str
    """A row of `pages.kinds`."""
    title: str
    blocks: Sequence[Block]
    made_from: str = ""
    """The file that an editor would change, relative to the site folder; empty for lists."""
    description: str = ""
    lang: str = ""
    """Its language (BCP 47), where it may be another than the site's."""
    modified: str = ""
    """The day of the newest evidence on it (ISO 8601), as far as it is one."""
    tags: tuple[str, ...] = ()
    """What it belongs to, for other plugins."""
    listed: bool = True
    """False keeps it out of the search and the sitemap: redirects, tombstones, parts of long lists."""
    indexed: bool = True
    """False asks search engines to leave it out, though the site's own search finds it: persons."""
    moved_to: str = ""
    """The Markdown path that this address now leads to, for a redirect."""

    def whole(self) -> Page:
        """Give the same page with its blocks at hand: whoever goes through them twice has them made once."""
        return self if isinstance(self.blocks, tuple) else replace(self, blocks=tuple(iter(self.blocks)))

    @property
    def body(self) -> str:
        """The page in the portable subset of Markdown (CommonMark and tables, no Markdown inside HTML)."""
        return markdown.written(self.blocks, self.path)

    @property
    def version(self) -> str:
        """Name what the page says: the first digits of the SHA-256 of its title and words."""
        said = "\n".join((self.title, *words.lines(self.blocks)))
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:8]

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
