"""What is known in a run of `add`: where it writes, how, and what has been learnt so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_briefings.cli.add_report import FileOutcome
    from mkdocs_briefings.files import desk as desks
    from mkdocs_briefings.intake.holdings import Holdings
    from mkdocs_briefings.model.settings import Settings


def _console() -> Console:
    return Console(highlight=False, stderr=True)


@dataclass(frozen=True, slots=True)
class AddRun:
    """Where articles are added, how, and what has been learnt in this run."""

    root: Path
    door: desks.LockedDesk
    settings: Settings
    held: Holdings
    anyway: bool
    yes: bool
    ask: bool
    update: bool
    id_: str
    outlets: dict[str, str] = field(default_factory=dict)
    """Publishers that were entered in this run: name and id."""
    unknown: dict[str, str] = field(default_factory=dict)
    """Publishers that nobody entered: name and entry."""
    rows: list[FileOutcome] = field(default_factory=list)
    """What became of the files so far."""
    bar: Progress = field(default_factory=lambda: Progress(console=_console(), transient=True))
