"""A desk whose evidence stands beside the passages, with its texts and without them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.files.reader import read
from mkdocs_briefings.lock_proof import lock
from mkdocs_briefings.model.settings import Settings

from tests.desks import source, tree, yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.build import Result


WHOLE = Path(__file__).parents[1] / "desk"
LOCK = "briefings/sources.lock"
SETTINGS = Settings()

TEXT = """\
HARBOUR NEWS

The port authority of Westhaven said on Tuesday that the new lock will not open before June. Zebra umbrella \
quartz 4711 pelican. It was to open in April 2026, after 30 months of work that Brunel Steel began, and "no later".
The harbor master, Jane Moor, told this paper that steel came late in March 2026. In the same month the crane fell.
Looking ahead, the minister will speak in Westhaven on 1 December 2026 of violet marmalade.
"""
ENTITIES = yaml(
    port={"kind": "agency", "name": "port authority"},
    moor={"kind": "person", "name": "Jane Moor"},
    steel={"kind": "company", "name": "Brunel Steel"},
    town={"kind": "place", "name": "Westhaven"},
    news={"kind": "outlet", "name": "Harbour News", "medium": "newspaper"},
)
BRIEFING: dict[str, Any] = {
    "title": "The new lock opens late",
    "sources": ["paper"],
    "summary": "The lock will not open before June [@late]. Brunel Steel worked on it for 30 months [@work]. "
    'Steel was late [@paper "steel came late"].',
    "claims": {
        "late": {
            "text": "The new lock will not open before June.",
            "said_by": "port",
            "quote": "the new lock will not […] before June",
        },
        "work": {
            "text": "After 30 months of work by Brunel Steel it was to open in April.",
            "date": "2026-04",
            "printed": "April 2026",
            "quote": "It was to open in",
        },
        "crane": {
            "text": "The crane fell.",
            "date": "2026-03",
            "printed": "the same month",
            "quote": "the crane fell",
        },
    },
}


def desk(briefing: Mapping[str, Any] = BRIEFING, text: str = TEXT, **front: object) -> dict[str, bytes]:
    front = {
        "id": "paper",
        "title": "Lock opens late",
        "published": "2026-04-02",
        "publisher": "news",
        "skip": {"heading": "HARBOUR NEWS"},
        "misprints": {"harbor master": "harbour master"},
        "means": {"the minister": "port"},
        "one_voice": {"an unnamed pelican": "moor"},
        "retranslated": {"de": "steel came late in", "fr": "of violet marmalade"},
    } | front
    files = {
        "seeds/a.txt": source(text, **front),
        "briefings/entities/all.yml": ENTITIES,
        "briefings/2026-04-02-lock.yml": json.dumps(briefing),
    }
    return tree(files)


def locked(files: Mapping[str, bytes], settings: Settings = SETTINGS, context: int = 0) -> dict[str, bytes]:
    """Give the public side of a desk: its lock, and no text."""
    made = lock(files, settings, context)
    return {p: data for p, data in files.items() if not p.startswith(f"{settings.seeds_dir}/")} | {LOCK: made}


def changed(files: Mapping[str, bytes], **fields: object) -> dict[str, bytes]:
    briefing = json.loads(files["briefings/2026-04-02-lock.yml"]) | fields
    return {**files, "briefings/2026-04-02-lock.yml": json.dumps(briefing).encode()}


def printed(result: Result) -> str:
    return "".join(page.text() for page in result.pages) + str(result.problems)


def whole() -> dict[str, bytes]:
    """Give the invented desk of all tests."""
    return {p: data for p, data in read(WHOLE, SETTINGS)[0].items() if p != LOCK}
