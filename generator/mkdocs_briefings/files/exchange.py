"""Exchange or replace two names in one step, as far as the system can."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_LINUX_HERE = -100
"""AT_FDCWD: paths are relative to the current folder."""
_LINUX_EXCHANGE = 2
_MAC_SWAP = 2
_CANNOT = frozenset(
    {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM, errno.EXDEV, errno.EBUSY}
)
"""What systems answer that know the call, but not for this file system, for a mount, or in this sandbox."""
ASIDE = ".aside.tmp"
"""How the name of the old file ends for the moment in which two names change places in three steps."""


def exchanged(one: Path, two: Path) -> bool:
    """Let two paths, both of which exist, change places in one step; False where the system cannot.

    Raises:
        OSError: one is missing, or may not be changed.

    """
    sys.audit("mkdocs_briefings.exchange", str(one), str(two))
    call = _call()
    if call is None or call(os.fsencode(one), os.fsencode(two)) == 0:
        return call is not None
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(two))


@cache
def _call() -> Callable[[bytes, bytes], int] | None:
    """Find the call of Linux or of macOS; Windows has none."""
    if sys.platform not in {"linux", "darwin"}:
        return None
    library = ctypes.CDLL(None, use_errno=True)
    name = "renameat2" if sys.platform == "linux" else "renamex_np"
    found: Any = getattr(library, name, None)
    if found is None:
        return None
    if sys.platform == "linux":
        at = (_LINUX_HERE, _LINUX_EXCHANGE)
        return lambda one, two: int(found(at[0], one, at[0], two, at[1]))
    return lambda one, two: int(found(one, two, _MAC_SWAP))


def swap(spare: Path, target: Path) -> None:
    """Let two files change places. Where that takes three steps, `mend_swap` undoes or ends what was interrupted.

    Raises:
        OSError: they did not.

    """
    if exchanged(spare, target):
        return
    aside = _aside(spare)
    try:
        os.link(target, aside)  # what is written into the old file from now on is seen, too
    except OSError:
        shutil.copy2(target, aside)
        settle_file(aside)
    try:
        spare.replace(target)
    except BaseException:
        mend_swap(spare)
        raise
    aside.replace(spare)


def mend_swap(spare: Path) -> None:
    """Bring two names back into one of their two orders after `swap` was interrupted."""
    aside = _aside(spare)
    with suppress(FileNotFoundError):
        if os.path.lexists(spare):
            aside.unlink()
        else:
            aside.replace(spare)


def _aside(spare: Path) -> Path:
    return spare.with_name(spare.name.removesuffix(".tmp") + ASIDE)


def appear(spare: Path, target: Path) -> None:
    """Give a file a second name, or another one, that must be free: nobody's file is ever replaced.

    Raises:
        FileExistsError: the name is taken.
        OSError: it cannot be made.

    """
    if sys.platform == "win32":
        os.rename(spare, target)  # noqa: PTH104, on Windows it refuses a name that is taken
        return
    try:
        os.link(spare, target)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _CANNOT | {errno.EMLINK}:
            raise OSError(error.errno, error.strerror, str(target)) from error
        # No links here: the name is taken first, then given to the file that is whole.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        try:
            spare.replace(target)
        except BaseException:
            if not target.stat().st_size:
                target.unlink()
            raise


def settle_file(path: Path) -> None:
    """Wait until a file is on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle_folder(folder: Path) -> None:
    """Have the folder know of its new names after a power cut, too; not every system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
