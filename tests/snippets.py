"""The snippets of the repository as an editor inserts them, each in a file where it belongs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

from mkdocs_briefings.parse.schema import EntityKind

ROOT = Path(__file__).parents[1]
SNIPPETS = ROOT / ".vscode" / "briefings.code-snippets"

_NOW = {"CURRENT_YEAR": "2026", "CURRENT_MONTH": "03", "CURRENT_DATE": "04"}
_BRIEFING = "briefings/2026-03-04-snippets.yml"
_TOP = "title: T\nsources: [source]\nsummary: S\n"
_ENTITIES = "briefings/entities/snippets.yml"
_PLACES = {
    "briefing": (_BRIEFING, ""),
    "claim": (_BRIEFING, f"{_TOP}claims:\n  "),
    "event": (_BRIEFING, f"{_TOP}claims:\n  "),
    "denial": (_BRIEFING, f"{_TOP}claims:\n  "),
    "disagreement": (_BRIEFING, f"{_TOP}disagreements:\n"),
    "question": (_BRIEFING, f"{_TOP}questions:\n"),
    "correction": (_BRIEFING, f"{_TOP}corrections:\n"),
    "storyline": ("briefings/storylines.yml", ""),
    **dict.fromkeys(get_args(EntityKind), (_ENTITIES, "")),
}
"""By prefix: the file, and what stands in it before the snippet, its indent included."""


def bodies() -> dict[str, str]:
    """Give the bodies of all snippets, by prefix."""
    read = json.loads(SNIPPETS.read_text(encoding="utf-8"))
    return {one["prefix"]: "\n".join(one["body"]) for one in read.values()}


def inserted(prefix: str, choice: int = 0) -> tuple[str, str]:
    """Insert a snippet and take what it proposes, the `choice`-th of what there is to choose: path and text."""
    path, before = _PLACES[prefix]
    indent = before.rpartition("\n")[2]
    return path, before + expanded(bodies()[prefix], choice).replace("\n", f"\n{indent}").rstrip(" ")


def expanded(body: str, choice: int = 0) -> str:
    """Take what a snippet proposes."""
    text = re.sub(r"\$(?P<name>[A-Z_]+)", lambda found: _NOW[found["name"]], body)
    text = re.sub(r"\$\{\d+\|([^|]+)\|\}", lambda found: _nth(found[1].split(","), choice), text)
    text = re.sub(r"\$\{\d+:([^{}$]+)\}", r"\1", text).replace("$0", "")
    assert "$" not in text, text
    return text


def choices(body: str) -> list[list[str]]:
    return [found.split(",") for found in re.findall(r"\$\{\d+\|([^|]+)\|\}", body)]


def _nth(words: list[str], choice: int) -> str:
    return words[choice % len(words)]
