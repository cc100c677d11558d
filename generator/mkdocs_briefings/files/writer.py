"""Write files whole: whoever interrupts it finds the old file or the new one, never half of either."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def write_whole(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write `data` to `path`, in place of what is there. The folder must exist; a link is followed.

    The file keeps its permissions. What lies beside it for a moment begins with a dot, so that no check reads it.
    `durable` waits for the disk, so that a power cut does no harm either; what is made anew at will need not.

    Raises:
        OSError: the file could not be written; what was there is there still.

    """
    target = path.resolve()
    temporary = _beside(target, data, durable=durable)
    try:
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if durable:
        _settle(target.parent)


def write_all(changes: Mapping[Path, bytes | None]) -> None:
    """Write several files, or none; None removes a file. All are prepared before the first is put in place.

    Raises:
        OSError: one could not be written or removed; those before it have been put back.

    """
    targets = {path.resolve(): data for path, data in changes.items()}
    before = {target: target.read_bytes() if target.exists() else None for target in targets}
    ready: dict[Path, Path] = {}
    done: list[Path] = []
    try:
        for target, data in targets.items():
            if data is not None:
                ready[target] = _beside(target, data)
        # Removals come last: should all else fail, a file that stands twice is better than none.
        for target in sorted(targets, key=lambda one: targets[one] is None):
            done.append(target)
            if target in ready:
                ready[target].replace(target)
            else:
                target.unlink(missing_ok=True)
    except BaseException:
        for target in reversed(done):
            _put_back(target, before[target])
        for temporary in ready.values():
            temporary.unlink(missing_ok=True)
        raise
    for folder in {target.parent for target in targets}:
        _settle(folder)


def _put_back(target: Path, data: bytes | None) -> None:
    if data is None:
        target.unlink(missing_ok=True)
    elif not target.exists() or target.read_bytes() != data:
        write_whole(target, data)


def _beside(target: Path, data: bytes, *, durable: bool = True) -> Path:
    """Write `data` into a file beside `target`."""
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.", suffix=".tmp")
    except OSError as error:  # its own name tells an editor nothing
        raise OSError(error.errno, error.strerror, str(target)) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        temporary.chmod(_mode(target))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _mode(target: Path) -> int:
    """The permissions of the file that is there, or those that a new one gets."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _settle(folder: Path) -> None:
    """Have the folder know of its new file after a power cut, too; not every system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
