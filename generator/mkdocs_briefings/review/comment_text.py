"""Make untrusted text safe in a comment of a code host: no mentions, links or commands.

Such hosts read a comment twice, first as Markdown, then, whatever was escaped, for names and numbers to link and
people to notify. So beside the escapes of `md` a word joiner, which nobody sees, breaks what that second look
would find: `@name`, `#1`, `!1`, `GH-1`, web addresses, `:emoji:` and what looks like a commit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs_briefings.document.escape import Md, link, markdown
from mkdocs_briefings.report.printing import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_briefings.review.word_changes import Stretch

_JOINER = "\u2060"
_BREAKS = re.compile(
    r"""(?<=[@#!~%$&*^])(?=[\w"'\[({]) | (?<=:)(?=[\w/+-]) | (?<=www)(?=\.) | (?<=GH)(?=-) | (?<=[0-9a-f]{6})(?=[0-9a-f])""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_NAME = 240
_LONGEST_WORD = 400
_MARKS = {"kept": "", "lost": "~~", "gained": "**"}
_BACKTICKS = re.compile(r"[`|\\]|^\s|\s$|^$")
KEPT_AROUND = 8
"""Words that a shortened text keeps on each side of a change."""


def inline_text(text: str, most: int | None = None) -> Md:
    """Make a text safe wherever it is in a line; longer than `most` characters, it says how much is left out."""
    if most is not None and len(text) > most:
        return Md(f"{_safe(text[:most])} […{len(text) - most} more characters]")
    return _safe(text)


def code(name: str) -> Md:
    """Show an id or a path as it is typed; as plain words where it could not be between backticks.

    One of any length is cut: it must leave room for others.
    """
    shown = _shown(name[:_LONGEST_NAME])
    if _BACKTICKS.search(shown):
        return inline_text(name, _LONGEST_NAME)
    left = len(name) - _LONGEST_NAME
    return Md(f"`{shown}` […{left} more characters]" if left > 0 else f"`{shown}`")


def place(preview: str, page: str, anchor: str, words: Md) -> Md:
    """Link `words` to a place of the preview, if there is a preview."""
    if not preview:
        return words
    path = re.sub(r"(?:^|(?<=/))index\.md$", "", page)
    path = f"{path.removesuffix('.md')}/" if path.endswith(".md") else path
    return link(
        words,
        f"{preview.rstrip('/')}/{quote(path.encode(errors='surrogateescape'))}{f'#{quote(anchor)}' if anchor else ''}",
    )


def marked(stretches: Iterable[Stretch], most: int | None = None) -> Md:
    """Show a text with its changed words marked: ~~lost~~, **gained**; with `most`, only words near a change."""
    parts = list(stretches)
    if len(parts) == 1 and parts[0].fate == "kept":
        return inline_text(" ".join(parts[0].words), most)
    shown = []
    for n, part in enumerate(parts):
        words = part.words
        if most is not None:
            words = _near(words, n == 0, n == len(parts) - 1) if part.fate == "kept" else _cut(words, most)
        mark = _MARKS[part.fate]
        shown.append(f"{mark}{_safe(' '.join(words))}{mark}")
    return Md(" ".join(shown))


def _safe(text: str) -> Md:
    return Md(markdown(_BREAKS.sub(_JOINER, _shown(text)), first=True).strip())


def _shown(text: str) -> str:
    """Show controls as such, and the bytes of a file's name that are no UTF-8 by their numbers."""
    return visible(text).encode(errors="backslashreplace").decode()


def _near(words: tuple[str, ...], first: bool, last: bool) -> tuple[str, ...]:
    before, after = (0 if first else KEPT_AROUND), (0 if last else KEPT_AROUND)
    left = len(words) - before - after
    if left <= KEPT_AROUND:
        return _cut(words, _LONGEST_WORD)
    gap = (f"[…{left} words…]",)
    return _cut(words[:before], _LONGEST_WORD) + gap + _cut(words[len(words) - after :], _LONGEST_WORD)


def _cut(words: tuple[str, ...], most: int) -> tuple[str, ...]:
    text = " ".join(words)
    return words if len(text) <= most else (text[:most], f"[…{len(text) - most} more characters]")
