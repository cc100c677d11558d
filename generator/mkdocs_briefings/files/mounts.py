"""Where folders are mounted, from which file systems: another one put in the place of a mount would not be seen there."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROC = Path("/proc")
_OCTAL = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Mount:
    """A line of Linux' list of mounts."""

    device: str
    root: str
    """The folder of the file system that is mounted."""
    at: str
    """Where it is mounted."""
    kind: str = ""
    """Of the file system: `ext4`, `nfs`."""


def is_mounted(folder: Path, proc: Path = PROC) -> bool:
    """Whether a folder, or one in it, is a mount, or is mounted elsewhere on this machine: in a container, for one.

    Args:
        folder: with all links followed.
        proc: where Linux tells of processes; other systems do not say what is mounted elsewhere.

    """
    if os.path.ismount(folder):
        return True
    home = _home(folder, list(_mounts(proc / "self/mountinfo")))
    if home is None:
        return False
    inner = f"{home.root.rstrip('/')}/{folder.relative_to(home.at).as_posix()}"
    try:
        processes = [path for path in proc.iterdir() if path.name.isdigit()]
    except OSError:
        processes = []
    return any(
        one.device == home.device and f"{one.root}/".startswith(f"{inner}/")
        for process in processes
        for one in _mounts(process / "mountinfo")
    )


def kind_of(path: Path, proc: Path = PROC) -> str:
    """Name the kind of the file system in which something lies; empty where the system does not say it."""
    home = _home(path.resolve(), list(_mounts(proc / "self/mountinfo")))
    return home.kind if home else ""


def _home(folder: Path, mounts: list[Mount]) -> Mount | None:
    """Find the mount that a folder lies in: the last one of the longest path."""
    around = [one for one in mounts if folder.is_relative_to(one.at)]
    return max(reversed(around), key=lambda one: len(one.at), default=None)


def _mounts(path: Path) -> Iterator[Mount]:
    try:
        text = path.read_text("utf-8", "surrogateescape")
    except OSError:  # the process has ended, or nothing is told of it
        return
    for line in text.splitlines():
        fields = line.split(" ")
        if len(fields) > 4:  # noqa: PLR2004, number, parent, device, root, place
            _, _, after = line.partition(" - ")
            yield Mount(fields[2], _plain(fields[3]), _plain(fields[4]), after.partition(" ")[0])


def _plain(field: str) -> str:
    """Undo the octal numbers that stand for blanks."""
    return _OCTAL.sub(lambda match: chr(int(match[1], 8)), field)
