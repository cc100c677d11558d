"""Make temporary files beside others: whole, ignored by checks, found by the next command."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENDING = ".briefings.tmp"
_OURS = re.compile(r"\..+\.[a-z0-9_]{8}\.briefings(\.aside)?\.tmp")
_LONGEST = 100


def beside(target: Path, data: bytes, *, durable: bool = True) -> Path:
    """Write `data` into a new file beside `target`, with the permissions and the owner that its file has or will have.

    Raises:
        OSError: it could not be written; nothing lies there. The error names `target`.

    """
    try:
        handle, name = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.name[:_LONGEST]}.", suffix=_ENDING
        )
    except OSError as error:  # its own name tells an editor nothing
        raise OSError(error.errno, error.strerror, str(target)) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            _take_after(target, temporary)
            if durable:
                os.fsync(file.fileno())
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(target)) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def free_name(target: Path) -> Path:
    """Return a name beside `target` that nothing has."""
    while True:
        random = os.urandom(4).hex()
        path = target.with_name(f".{target.name[:_LONGEST]}.{random}{_ENDING}")
        if not os.path.lexists(path):
            return path


def clear(folders: Iterable[Path], *, deep: bool = True) -> None:
    """Remove what interrupted commands left in folders and, if `deep`, below them. Nobody may be writing there."""
    for folder in folders:
        for at, below, files in os.walk(folder):
            if not deep:
                below.clear()
            for name in files:
                if _OURS.fullmatch(name):
                    with suppress(OSError):
                        Path(at, name).unlink()


def _take_after(target: Path, temporary: Path) -> None:
    """Give a file the permissions, owner and attributes of the one that it replaces, as far as the system lets us."""
    try:
        old = target.stat()
    except FileNotFoundError:
        temporary.chmod(0o666 & ~_mask())
        return
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(temporary, -1, old.st_gid)
        with suppress(OSError):
            os.chown(temporary, old.st_uid, -1)
    shutil.copystat(target, temporary)  # behind the owner, whose change takes set-id bits away
    os.utime(temporary)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
