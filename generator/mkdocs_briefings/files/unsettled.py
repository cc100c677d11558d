"""Find out whether somebody is still writing a file."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import TYPE_CHECKING

if sys.platform == "linux":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

YOUNG = 2.0
"""Seconds for which a file must have been left alone."""
CHANGING = "it is still being written"


def watched(paths: Iterable[Path]) -> dict[Path, str]:
    """Name the files that somebody is writing, with the reason.

    A file that was written less than `YOUNG` seconds ago is watched until it is as old; one that is dated in the
    future, as long. All are watched at once.

    Raises:
        OSError: a file cannot be read.

    """
    before = {path: _state(path) for path in paths}
    now = time.time()
    ages = [now - state[0] / 1e9 for state in before.values()]
    wait = max((YOUNG - max(age, 0) for age in ages), default=0)
    if wait > 0:
        time.sleep(wait)
    found = {}
    for path, state in before.items():
        if wait > 0 and _state(path) != state:
            found[path] = CHANGING
        elif is_open_for_writing(path):
            found[path] = "another program has it open for writing"
    return found


def _state(path: Path) -> tuple[int, int, int]:
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0, 0, 0
    return found.st_mtime_ns, found.st_size, found.st_ino


if sys.platform == "linux":

    def is_open_for_writing(path: Path) -> bool:
        """Return whether any process has a file open for writing, as far as the system says: no lease is given then."""
        try:
            handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        except OSError:
            return False
        try:
            # Whoever opens it in this very moment waits, and we are told by a signal: one that ends nothing.
            fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        except BlockingIOError:
            return True
        except OSError:
            return False  # no leases here, or not for other people's files
        finally:
            os.close(handle)
        return False

else:

    def is_open_for_writing(path: Path) -> bool:
        """Windows refuses to replace an open file by itself; other systems do not say."""
        del path
        return False
