"""Have a part of a computation done by a second process, where that is possible and safe, on a processor of its own."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def begin(work: Callable[[], T]) -> Callable[[], T]:
    """Begin some work in a copy of this process, and return what waits for its result.

    The result must be data that can be pickled; what else the work does is lost. Where there is no second process to be had,
    or it comes to grief, the work is done by who waits for it.
    """
    if not _may_fork():
        return work
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:  # no more processes, or no memory
        os.close(reading)
        os.close(writing)
        return work
    if not child:
        _do(work, reading, writing)
    os.close(writing)

    def wait() -> T:
        with os.fdopen(reading, "rb") as pipe:
            given = pipe.read()
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            return work()
        return pickle.loads(given)  # type: ignore[no-any-return]  # noqa: S301, of our own process

    return wait


def _do(work: Callable[[], object], reading: int, writing: int) -> None:
    """Do the work in the copy, which ends here whatever happens: nothing that it has of the first process is its own."""
    ended = 1
    # What goes wrong is told, or goes wrong again, in the first process.
    with suppress(BaseException):
        os.close(reading)
        given = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(given)
        ended = 0
    os._exit(ended)


def _may_fork() -> bool:
    """Whether a copy of this process can go on: not where system libraries forbid it, nor with threads, whose locks it would have.

    A timer that waits holds none that the work could want.
    """
    others = (one for one in threading.enumerate() if one is not threading.current_thread())
    if (
        not hasattr(os, "fork")
        or sys.platform == "darwin"
        or not all(isinstance(t, threading.Timer) for t in others)
    ):
        return False
    return len(os.sched_getaffinity(0)) > 1 if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1) > 1
