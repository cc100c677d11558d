"""Write the tree of a YAML file as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.edit.format import scalar_text
from mkdocs_briefings.edit.format.scalar_text import WIDTH
from mkdocs_briefings.edit.format.yaml_tree import Collection, Comment, YamlText
from mkdocs_briefings.parse.reading import PROSE

if TYPE_CHECKING:
    from mkdocs_briefings.edit.format.yaml_tree import Node, YamlDocument, YamlEntry


def emit(document: YamlDocument) -> str:
    """Write a YAML file."""
    _open_up(document.root)
    document.root.flow = False
    for first in document.root.entries[:1]:
        # Below a blank line, its comments would be read as those about the file.
        first.blank = False
        first.head = [Comment(comment.text, blank=False) for comment in first.head]
    lines = [] if not document.root.entries else _comments(document.head, 0, first=True)
    if document.gap:
        lines.append("")
    lines += _block(document.root, 0) if document.root.entries else ["{}"]
    return "\n".join(lines) + "\n"


def _open_up(collection: Collection) -> bool:
    """Take the brackets off whatever has a comment inside; tell whether it has one."""
    inside = bool(collection.foot)
    for entry in collection.entries:
        inside |= bool(entry.head or entry.trail)
        if isinstance(entry.value, Collection):
            inside |= _open_up(entry.value)
    collection.flow &= not inside
    return inside


def _comments(found: list[Comment], indent: int, *, first: bool) -> list[str]:
    lines = []
    for n, comment in enumerate(found):
        if comment.blank and not (first and n == 0):
            lines.append("")
        lines.append(" " * indent + comment.text)
    return lines


def _block(collection: Collection, indent: int) -> list[str]:
    lines: list[str] = []
    for n, entry in enumerate(collection.entries):
        made = _comments(entry.head, indent, first=n == 0)
        if entry.blank and (n or entry.head):
            made.append("")
        # Below a text that keeps the blank lines at its end, a further one would be a part of it.
        if made and made[0] == "" and lines and lines[-1] == "":
            del made[0]
        lines += made + _entry(entry, indent)
    foot = _comments(collection.foot, indent, first=not lines or lines[-1] == "")
    return lines + foot


def _entry(entry: YamlEntry, indent: int) -> list[str]:
    pad = " " * indent
    first, *behind = entry.trail or [""]
    trail = f"  {first}" if first else ""
    value = entry.value
    lead = f"{pad}{scalar_text.in_line(entry.key, flow=False)}:" if entry.key else f"{pad}-"
    if isinstance(value, YamlText):
        names = {entry.name, entry.parent.owner.name if entry.parent.owner else ""}
        bare = not trail or not (" " in value.text or names & PROSE)
        made = scalar_text.block(
            value, indent + 2, one_line=entry.name == "title", bare=bare, used=len(lead) + 1
        )
        return [f"{lead} {made[0]}".rstrip(" ") + trail, *made[1:]]
    if not value.entries or (value.flow and not behind):
        line = flow(value)
        if not value.entries or len(lead) + 1 + len(line) <= WIDTH:
            return [f"{lead} {line}{trail}"]
    if value.flow:
        value.flow = False
    inner = indent if entry.key and not value.is_map else indent + 2
    below = _block(value, inner)
    below += [f"{' ' * inner}{words}" for words in behind]
    if entry.key or trail or below[0].lstrip(" ").startswith("#"):
        return [lead + trail, *below]
    return [f"{lead} {below[0][inner:]}", *below[1:]]


def flow(node: Node) -> str:
    """Write a value in brackets, on one line."""
    if isinstance(node, YamlText):
        return scalar_text.in_line(node, flow=True)
    parts = [
        f"{scalar_text.in_line(entry.key, flow=True)}: {flow(entry.value)}".rstrip(" ")
        if entry.key
        else flow(entry.value)
        for entry in node.entries
    ]
    return f"{{{', '.join(parts)}}}" if node.is_map else f"[{', '.join(parts)}]"
