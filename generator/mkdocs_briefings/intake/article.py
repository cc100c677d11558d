"""What is known about an article before it becomes a source."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.parse.schema import SkipKind

FIELDS = ("title", "published", "publisher", "author", "address", "captured", "lang")
"""What is looked for, in the order in which front matter tells it."""

ASKED = ("title", "published", "publisher")
"""Without these, a reader cannot judge a passage, and the check warns."""


class UnreadableError(ValueError):
    """A file gives no article; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A field of the front matter, and why it is what it is."""

    value: str
    reason: str = ""
    """For readers, who see the text alone; empty where the text itself says so, or the editor does."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text taken out of a file, with what the file tells of it."""

    body: bytes = field(repr=False)
    """The text as it is to be sealed, in UTF-8."""
    metadata: Mapping[str, FieldValue] = field(default_factory=dict)
    skip: Mapping[SkipKind, tuple[str, ...]] = field(default_factory=dict)
    """Whole lines that state nothing."""
    head: bytes = b""
    """The byte order mark of the file, if it had one."""
    front: str | None = None
    """Front matter that the file has already; it is kept as it was typed."""
    remarks: tuple[str, ...] = ()
    """What the editor should know of how the text was taken out."""

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")
