"""Watch the files of a desk: by the events of the system where there are any, by looking again and again where not."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watchdog.events import FileModifiedEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from mkdocs_briefings.files.mounts import kind_of
from mkdocs_briefings.parse.leftovers import is_passing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from watchdog.events import FileSystemEvent
    from watchdog.observers.api import BaseObserver

log = logging.getLogger("mkdocs.plugins.briefings")

_CHANGES = frozenset({"created", "modified", "moved", "deleted", "closed"})
"""The kinds of events that tell of a change; others tell that somebody reads, as we do."""
_LOOK = 1.0
"""Seconds after which it is looked whether a folder is another one now."""
_POLL = 1.0
"""Seconds between two looks at all files, where the system tells nothing."""
_SILENT = frozenset(
    [
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "9p",
        "afs",
        "ceph",
        "ncpfs",
        "vboxsf",
        "prl_fs",
        "fakeowner",
        "virtiofs",
        "drvfs",
        "osxfs",
        "grpcfuse",
    ]
)
"""File systems that do not tell of changes made on another machine; those that begin with `fuse.` do not either."""


_LOST = (-1, -1)
"""Stands for a folder that was moved away: even if it comes back, nothing is told of it any more."""


@dataclass(eq=False, slots=True)
class Watched:
    """A file or a folder that is watched."""

    path: Path
    handler: FileSystemEventHandler
    """What MkDocs wants to be told."""
    recursive: bool
    identity: tuple[int, int] | None = None
    """Which one it is; None where nothing is there."""
    begun: list[tuple[BaseObserver, Any]] = field(default_factory=list)


class Watcher:
    """Stands in for the observer of MkDocs' server, which looks at all files twice a second.

    A folder that is moved away and another that comes in its place are seen, and what changed is told by path.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._watched: list[Watched] = []
        self._observers: dict[Callable[..., BaseObserver], BaseObserver] = {}
        self._changed: set[Path] = set()
        self._is_over = threading.Event()
        self._look = threading.Thread(target=self._look_again, name="briefings-watcher", daemon=True)

    # What MkDocs asks of an observer

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> Watched:
        one = Watched(Path(path).absolute(), handler, recursive)
        with self._lock:
            self._watched.append(one)
            self._begin(one)
        return one

    def unschedule(self, one: Watched) -> None:
        with self._lock:
            self._end(one)
            self._watched.remove(one)

    def start(self) -> None:
        with self._lock:
            for observer in self._observers.values():
                observer.start()
        self._look.start()

    def stop(self) -> None:
        self._is_over.set()
        with self._lock:
            for observer in self._observers.values():
                observer.stop()

    def join(self) -> None:
        for observer in self._observers.values():
            observer.join()

    # What we ask of it

    def taken(self) -> frozenset[Path]:
        """Give the paths that have changed since this was asked last."""
        with self._lock:
            changed, self._changed = frozenset(self._changed), set()
        return changed

    def note(self, paths: Iterable[Path]) -> None:
        """Count paths among those that have changed."""
        with self._lock:
            self._changed.update(paths)

    def tell(self, one: Watched, paths: Iterable[str]) -> None:
        """Note what has changed, and wake the server."""
        self.note(map(Path, paths))
        # MkDocs leaves out what it is told of folders, but one that is moved away takes its files along.
        one.handler.dispatch(FileModifiedEvent(str(one.path)))

    def _begin(self, one: Watched) -> None:
        one.identity = _identity(one.path)
        if one.identity is None:
            return
        if one.path.is_dir():
            self._observe(one, _Tell(self, one), one.path, recursive=one.recursive)
        else:
            # An editor may put another file in its place: its folder tells of both.
            self._observe(one, _Tell(self, one, one.path.name), one.path.parent, recursive=False)

    def _observe(self, one: Watched, tell: _Tell, path: Path, *, recursive: bool) -> None:
        for make in (PollingObserver if is_silent(path) else Observer, PollingObserver):
            try:
                observer = self._observer(make)
                one.begun.append((observer, observer.schedule(tell, str(path), recursive=recursive)))
            except OSError as error:  # no more watches, or files, for this user
                log.info("%s: %s; it is looked at every second instead", path, error.strerror or error)
            else:
                return

    def _observer(self, make: Callable[..., BaseObserver]) -> BaseObserver:
        if make not in self._observers:
            made = self._observers[make] = make(timeout=_POLL)
            if self._look.is_alive():
                made.start()
        return self._observers[make]

    def _end(self, one: Watched) -> None:
        for observer, watch in one.begun:
            with contextlib.suppress(KeyError, OSError):
                observer.unschedule(watch)
        one.begun.clear()

    def _look_again(self) -> None:
        """Notice folders that were moved away or replaced, of which the system tells those who watch nothing."""
        while not self._is_over.wait(_LOOK):
            with self._lock:
                others = [one for one in self._watched if _identity(one.path) != one.identity]
                for one in others:
                    self._end(one)
                    self._begin(one)
            for one in others:
                self.tell(one, [str(one.path)])


class _Tell(FileSystemEventHandler):
    """Passes on what has changed."""

    def __init__(self, watcher: Watcher, one: Watched, name: str = "") -> None:
        self.watcher, self.one, self.name = watcher, one, name

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _CHANGES or (event.is_directory and event.event_type == "modified"):
            return
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        if event.event_type in {"deleted", "moved"} and str(self.one.path) in paths:
            self.one.identity = _LOST
        told = [path for path in paths if self._is_meant(os.path.basename(path))]  # noqa: PTH119, of many events
        if told:
            self.watcher.tell(self.one, told)

    def _is_meant(self, name: str) -> bool:
        return name == self.name if self.name else not is_passing(name)


def is_silent(path: Path) -> bool:
    """Return whether a file system may not tell of all changes: others make them, on other machines."""
    if sys.platform != "linux":
        return False
    kind = kind_of(path)
    return kind in _SILENT or kind.startswith("fuse.")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    # A file is another one after each change that an editor makes; of these its folder tells.
    return (found.st_dev, found.st_ino) if path.is_dir() else (0, 0)
