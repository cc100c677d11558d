"""Change the files of a desk: locked, compared with what was read, all of them or none."""

from __future__ import annotations

import errno
import os
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_briefings.files import journal as journals
from mkdocs_briefings.files import temporary
from mkdocs_briefings.files.exchange import appear, settle_folder
from mkdocs_briefings.files.journal import CHANGED, Journal, JournalError, Step, digest
from mkdocs_briefings.files.kernel_lock import HeldError, locked
from mkdocs_briefings.files.reader import lies_elsewhere
from mkdocs_briefings.files.unsettled import watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    Say = Callable[[str], None]

WAITING = "another command is changing this desk: waiting until it is done (Ctrl-C gives up)"
NO_LOCK = "the file system has no locks: make sure that nobody else runs a command on this desk"
_POLL = 0.05


@dataclass(frozen=True, slots=True)
class FileChange:
    """What becomes of one file."""

    path: Path
    read: bytes | None
    """The bytes that the change was made from; None if there is no such file."""
    data: bytes | None
    """The bytes that it gets; None removes it."""


@dataclass(slots=True)
class LockedDesk:
    """A desk that this process alone changes."""

    root: Path
    homes: tuple[Path, ...]
    """The folders in which files may be changed."""
    _own: dict[Path, tuple[int, int]] = field(default_factory=dict)
    """Files that were written here, as they were then: no need to watch them."""

    def change(
        self,
        changes: Sequence[FileChange],
        *,
        together: bool = True,
        unchanged: Mapping[Path, bytes] | None = None,
    ) -> dict[Path, str]:
        """Change files; give those that were refused, with the reason.

        Args:
            changes: what becomes of them.
            together: all are changed, or none; else each for itself.
            unchanged: files that must still hold these bytes, too, because the changes rest on them.

        Raises:
            OSError: a new file could not be prepared (then nothing has changed), or could neither be put in place
                nor taken back (then the next command will do that).

        """
        targets = {one.path: one.path.resolve() for one in changes}
        refused = self._refused(changes, targets)
        refused = {path: CHANGED for path, data in (unchanged or {}).items() if _read(path) != data} | refused
        todo = [one for one in changes if one.path not in refused and one.read != one.data]
        if (refused and together) or not todo:
            return refused
        # Removals come last: should all else fail, a file that is there twice is better than none.
        todo.sort(key=lambda one: one.data is None)
        steps: dict[str, FileChange] = {}
        spares: list[Path] = []
        made: list[Step] = []
        try:
            for one in todo:
                target = targets[one.path]
                spare = (
                    temporary.free_name(target) if one.data is None else temporary.beside(target, one.data)
                )
                spares.append(spare)
                name = os.path.relpath(target, self.root.resolve()).replace(os.sep, "/")
                steps[name] = one
                made.append(Step(name, spare.name, _digest(one.read), _digest(one.data)))
            journal = Journal(together, tuple(made))
            journals.write(self.root, journal)
        except BaseException:
            if not (self.root / journals.NAME).exists():
                for spare in spares:
                    spare.unlink(missing_ok=True)
            else:
                journals.settle(self.root, journal, back=True)
            raise
        try:
            outcome = journals.settle(self.root, journal)
        except BaseException:
            if (self.root / journals.NAME).exists():
                journals.settle(self.root, journal, back=True)
            raise
        self._remember(targets[steps[name].path] for name in outcome.done)
        return refused | {steps[name].path: why for name, why in outcome.refused.items()}

    def create(self, path: Path, data: bytes) -> None:
        """Make a new file, whole; its folder is made, too. What is there is never replaced.

        Raises:
            FileExistsError: something has that name.
            OSError: it could not be made; nothing is there.

        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except FileExistsError as error:  # not to be taken for a file of that name
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path.parent)) from error
        spare = temporary.beside(path, data)
        try:
            appear(spare, path)
        finally:
            spare.unlink(missing_ok=True)
        settle_folder(path.parent)
        self._remember([path])

    def _refused(self, changes: Sequence[FileChange], targets: Mapping[Path, Path]) -> dict[Path, str]:
        refused = {
            one.path: CHANGED if one.read is not None else journals.TAKEN
            for one in changes
            if _read(targets[one.path]) != one.read
        }
        old = [one.path for one in changes if one.read is not None and one.path not in refused]
        foreign = [path for path in old if self._own.get(targets[path]) != _mark(targets[path])]
        found = watched([targets[path] for path in foreign])
        return refused | {path: found[targets[path]] for path in foreign if targets[path] in found}

    def _remember(self, targets: Iterable[Path]) -> None:
        for target in targets:
            with suppress(OSError):
                self._own[target.resolve()] = _mark(target)


@contextmanager
def changing(root: Path, folders: Sequence[str], say: Say) -> Iterator[LockedDesk]:
    """Hold a desk while a command reads and changes it; finish first what an interrupted one left.

    Args:
        root: the desk, which must exist.
        folders: those of its files, relative to it; what lies outside of it is locked for itself.
        say: told what is waited for, and what was healed.

    Raises:
        JournalError: the journal of the desk was not written by a command.
        OSError: the desk cannot be read, or not be healed.

    """
    inside = root.resolve()
    below = {path for folder in folders if (path := (root / folder).resolve()).is_dir()}
    # A link that leads out of the desk is refused wherever it is met; only a setting may name a folder outside.
    named = {(root / folder).resolve() for folder in folders if lies_elsewhere(folder)} & below
    homes = (root, *sorted(named))
    with _all_locked(homes, say):
        _heal(root, homes, say)
        temporary.clear([root], deep=False)
        temporary.clear(path for path in below if path in named or path.is_relative_to(inside))
        yield LockedDesk(root, homes)


def heal(root: Path, folders: Sequence[str], say: Say) -> None:
    """Finish what an interrupted command left, if it left anything, before a desk is read.

    Raises:
        JournalError: the journal of the desk was not written by a command.
        OSError: the desk cannot be healed.

    """
    homes = (root, *(root / folder for folder in folders if lies_elsewhere(folder)))
    while (root / journals.NAME).exists():
        try:
            with locked(root, None):
                _heal(root, homes, say)
        except HeldError:
            time.sleep(_POLL)  # a command is at it, and will be done in a moment


def _heal(root: Path, homes: Iterable[Path], say: Say) -> None:
    journal = journals.read(root, homes)
    if journal is None:
        return
    outcome = journals.settle(root, journal)
    files = ", ".join(one.path for one in journal.steps)
    if outcome.refused and journal.together:
        say(f"a command was interrupted while it changed {files}: its changes were undone")
    else:
        say(f"a command was interrupted while it changed {files}: its changes are complete now")
    for path, why in outcome.refused.items():
        say(f"{path}: left unchanged: {why}")


@contextmanager
def _all_locked(folders: Sequence[Path], say: Say) -> Iterator[None]:
    if not folders:
        yield
        return
    with locked(folders[0], lambda: say(WAITING)) as is_held:
        if not is_held:
            say(NO_LOCK)
        with _all_locked(folders[1:], say):
            yield


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _digest(data: bytes | None) -> str | None:
    return None if data is None else digest(data)


def _mark(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_ino, found.st_mtime_ns


__all__ = ["FileChange", "JournalError", "LockedDesk", "changing", "heal"]
