"""Record planned changes to several files, so that the next command can finish or undo them."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.files import exchange
from mkdocs_briefings.files.exchange import mend_swap, settle_folder
from mkdocs_briefings.files.temporary import beside
from mkdocs_briefings.files.unsettled import is_open_for_writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

NAME = ".briefings.journal"
CHANGED = "it was changed while the command ran"
TAKEN = "a file of this name exists by now"
_READ_ONLY = 0o400
_WRITABLE = 0o222


class JournalError(Exception):
    """The journal cannot be trusted; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file that changes."""

    path: str
    """Relative to the desk, with forward slashes; `..` leads to texts that lie outside."""
    spare: str
    """The name beside it that holds the new bytes before, the old ones afterwards."""
    old: str | None
    """The SHA-256 of the bytes that the change was made from; None if there was no file."""
    new: str | None
    """The same of the bytes that it shall have; None if it goes."""


@dataclass(frozen=True, slots=True)
class Journal:
    """What changes, in this order, and whether all of it changes or nothing."""

    together: bool
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the files of a journal, by their path in it."""

    done: tuple[str, ...]
    refused: dict[str, str]
    """Those that did not change, and why."""


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def write(root: Path, journal: Journal) -> None:
    """Put the journal into the desk, whole and on the disk; it is read-only, which no checkout of git can make it."""
    path = root / NAME
    text = json.dumps(
        {"version": 1, "together": journal.together, "steps": [asdict(one) for one in journal.steps]}
    )
    made = beside(path, text.encode())
    try:
        made.chmod(_READ_ONLY)
        made.replace(path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
    settle_folder(root)


def read(root: Path, homes: Iterable[Path]) -> Journal | None:
    """Read the journal that an interrupted command left; None if there is none.

    Args:
        root: the desk.
        homes: the folders in which files may be changed, links followed.

    Raises:
        JournalError: no command of ours wrote it, or it names files outside of `homes`.
        OSError: it cannot be read.

    """
    path = root / NAME
    advice = f"look at the files that it names, then remove {NAME}"
    try:
        if path.is_symlink() or path.stat().st_mode & _WRITABLE:
            raise JournalError(f"{path}: this journal was not written by a command here: {advice}")
        told = json.loads(path.read_bytes())
        found = Journal(told["together"] is True, tuple(Step(**one) for one in told["steps"]))
        whole = told["version"] == 1 and all(map(_is_sound, found.steps))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise JournalError(f"{path}: this journal cannot be read: {advice}") from error
    real = [home.resolve() for home in homes]
    if not whole or not all(_is_inside(root / one.path, real) for one in found.steps):
        raise JournalError(f"{path}: this journal names files that no command changes: {advice}")
    return found


def _is_sound(step: Step) -> bool:
    texts = (step.path, step.spare, step.old or "", step.new or "")
    named = all(isinstance(text, str) and "\0" not in text for text in texts)
    return named and step.spare.startswith(".") and not set(step.spare) & {"/", "\\"}


def _is_inside(path: Path, homes: Sequence[Path]) -> bool:
    real = path.parent.resolve() / path.name
    return ".git" not in map(str.lower, real.parts) and any(real.is_relative_to(home) for home in homes)


def settle(root: Path, journal: Journal, *, back: bool = False) -> Outcome:
    """Do what the journal says, from wherever it was interrupted, and remove it.

    A file that somebody else changed is left as they left it. Then, if the files belong together, those that
    changed already are taken back, and with `back` in any case.

    Raises:
        OSError: a file can neither be changed nor taken back; the journal stays.

    """
    refused = {} if back else {one.path: why for one in journal.steps if (why := _try(root / one.path, one))}
    if back or (refused and journal.together):
        for one in reversed(journal.steps):
            if why := _back(root / one.path, one):
                refused[one.path] = why
        done: tuple[str, ...] = ()
    else:
        done = tuple(one.path for one in journal.steps if one.path not in refused)
    for folder in {(root / one.path).parent for one in journal.steps}:
        settle_folder(folder)
    _remove(root / NAME)
    settle_folder(root)
    for one in journal.steps:
        with suppress(OSError):  # the next command clears what cannot be removed now
            _spare(root / one.path, one).unlink(missing_ok=True)
    return Outcome(done, refused)


def _try(target: Path, step: Step) -> str:
    try:
        return _forward(target, step)
    except OSError as error:
        return error.strerror or str(error)


def _forward(target: Path, step: Step) -> str:
    """Change a file, unless it is done; say why not, if it is not."""
    spare = _spare(target, step)
    mend_swap(spare)
    held, kept = _digest(target), _digest(spare)
    if step.old is None:
        return _create(target, spare, held, kept, step)
    if step.new is None:
        return _take_away(target, spare, held, kept, step)
    if held == step.new and kept in {step.old, None}:
        return ""
    if held == step.old and kept == step.new:
        exchange.swap(spare, target)
    elif held != step.new:
        return "" if kept == step.old else CHANGED  # changed by somebody afterwards, or before
    # What came out is looked at: somebody may have saved a moment before.
    if _digest(spare) == step.old and not is_open_for_writing(spare):
        return ""
    exchange.swap(spare, target)
    if _digest(spare) != step.new:
        exchange.swap(spare, target)  # saved once more since: that is the newest
    return CHANGED


def _create(target: Path, spare: Path, held: str | None, kept: str | None, step: Step) -> str:
    if held == step.new:
        return ""
    if held is not None or kept != step.new:
        return TAKEN
    try:
        exchange.appear(spare, target)
    except FileExistsError:
        return TAKEN
    return ""


def _take_away(target: Path, spare: Path, held: str | None, kept: str | None, step: Step) -> str:
    if held is None and kept in {step.old, None}:
        return ""
    if held is not None and kept is None:
        if held != step.old:
            return CHANGED
        target.replace(spare)
        held, kept = None, _digest(spare)
    if kept == step.old and not is_open_for_writing(spare):
        return ""
    if held is None:
        exchange.appear(spare, target)
    return CHANGED


def _back(target: Path, step: Step) -> str:
    """Take back what was done to a file; say why not, if somebody has changed it since."""
    spare = _spare(target, step)
    mend_swap(spare)
    held, kept = _digest(target), _digest(spare)
    if step.old is None:
        if held == step.new and kept is None:
            target.replace(spare)
        elif held == step.new:
            target.unlink()
        return ""
    if step.new is None:
        if held is None and kept is not None:
            exchange.appear(spare, target)
        return ""
    if held == step.new and kept == step.old:
        exchange.swap(spare, target)
        if _digest(spare) == step.new:
            return ""
        exchange.swap(spare, target)
    elif kept != step.old:
        return ""
    return "it was changed in the meantime and keeps its new content"


def _spare(target: Path, step: Step) -> Path:
    return target.with_name(step.spare)


def _digest(path: Path) -> str | None:
    try:
        return digest(path.read_bytes())
    except FileNotFoundError:
        return None


def _remove(path: Path) -> None:
    if os.name == "nt":
        path.chmod(_READ_ONLY | _WRITABLE)
    path.unlink()
