"""What all readers do with the text that they took out: line ends, a check that there are words, remarks."""

from __future__ import annotations

import re

from mkdocs_briefings.intake.article import UnreadableError


def unix(text: str) -> str:
    """Write a text as sources have it: line feeds, no zero bytes, no half surrogates, one line feed at the end."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return text.encode("utf-8", "replace").decode().rstrip("\n") + "\n"


def require_words(text: str, message: str = "there is no text in it") -> None:
    """Refuse a text without a letter or digit.

    Raises:
        UnreadableError: with the message.

    """
    if not re.search(r"\w", text):
        raise UnreadableError(message)


def remarks(converted: str) -> tuple[str, ...]:
    """Say that a text was in another encoding than UTF-8."""
    return (f"read as {converted}, written as UTF-8",) if converted else ()
