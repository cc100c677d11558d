"""Locks kept by the kernel: a lock ends with its process, so none is ever broken for its age."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NAME = ".briefings.lock"
"""The file that stands for a folder where folders cannot be locked."""
_POLL = 0.1
"""Seconds between two attempts, where the system does not wait by itself."""
_NO_LOCKS = frozenset(
    {errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
)
"""What file systems without locks answer; some network ones lock files, but no folders."""


class HeldError(Exception):
    """Another process holds the lock."""


@contextmanager
def locked(path: Path, waiting: Callable[[], None] | None) -> Iterator[bool]:
    """Hold the lock of a folder, or of a file that is made for it and removed again; give whether there is one.

    Args:
        path: the folder, which must exist, or the file, whose folder must.
        waiting: called once if another process holds it, before this one waits; None does not wait.

    Raises:
        HeldError: another process holds it, and there is no `waiting`.
        OSError: the folder cannot be read, or the file cannot be made.

    """
    held = None
    if path.is_dir():
        held = _hold(path, waiting, os.O_RDONLY) if sys.platform != "win32" else None
        path /= NAME
        if held is not None:
            try:
                yield True
            finally:
                os.close(held)
            return
    held = _hold(path, waiting, os.O_RDWR | os.O_CREAT)
    try:
        yield held is not None
    finally:
        if held is not None:
            _remove(path, held)


def _hold(path: Path, waiting: Callable[[], None] | None, flags: int) -> int | None:
    """Open a path and lock it; None where the file system has no locks."""
    while True:
        handle = os.open(path, flags | getattr(os, "O_CLOEXEC", 0), 0o666)
        try:
            _acquire(handle, waiting)
            if _is_at(handle, path):
                return handle
        except OSError as error:
            os.close(handle)
            if error.errno in _NO_LOCKS:
                return None
            raise
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)  # whoever held it before has removed it: this is the lock of nothing


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _remove(path: Path, handle: int) -> None:
    if sys.platform == "win32":
        os.close(handle)
        with suppress(OSError):  # who waits for it has it open
            path.unlink()
    else:
        try:
            with suppress(OSError):
                path.unlink()
        finally:
            os.close(handle)


def _acquire(handle: int, waiting: Callable[[], None] | None) -> None:
    said = False
    while not _acquired(handle, wait=said):
        if waiting is None:
            raise HeldError
        if not said:
            waiting()
            said = True


if sys.platform == "win32":

    def _acquired(handle: int, *, wait: bool) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno not in {errno.EACCES, errno.EDEADLOCK}:
                raise
            time.sleep(_POLL if wait else 0)
            return False
        return True

else:

    def _acquired(handle: int, *, wait: bool) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_POLL if wait else 0)  # some network file systems do not wait
            return False
        return True
