"""Files that are watched: each change is told by its path, and a folder that is another one now is seen."""

from __future__ import annotations

import os
import shutil
import threading
import time
from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.files.mounts import kind_of
from mkdocs_briefings.mkdocs import watching
from mkdocs_briefings.mkdocs.watching import Watcher, is_silent
from watchdog.events import FileSystemEventHandler

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from watchdog.events import FileSystemEvent


class Told(FileSystemEventHandler):
    """Stands in for what MkDocs does with an event."""

    def __init__(self) -> None:
        self.files = threading.Semaphore(0)

    def on_any_event(self, event: FileSystemEvent) -> None:
        assert not event.is_directory, "MkDocs leaves folders out"
        self.files.release()


class Desk:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.watcher, self.told = Watcher(), Told()

    def watch(self, *paths: str) -> None:
        for path in paths:
            self.watcher.schedule(self.told, str(self.root / path), recursive=True)
        self.watcher.start()

    def sees(self, path: str, change: Callable[[], object]) -> None:
        """Make a change, and wait until it is told."""
        change()
        end = time.monotonic() + 20
        seen: set[str] = set()
        while path not in seen:
            assert time.monotonic() < end, f"only {seen}"
            self.told.files.acquire(timeout=0.2)
            seen |= {one.relative_to(self.root).as_posix() for one in self.watcher.taken()}

    def is_quiet(self, act: Callable[[], object]) -> None:
        time.sleep(0.3)
        self.watcher.taken()
        act()
        time.sleep(0.3)
        assert not self.watcher.taken()


@pytest.fixture(params=["by the system", "by looking"])
def desk(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(watching, "_LOOK", 0.1)
    monkeypatch.setattr(watching, "_POLL", 0.1)
    monkeypatch.setattr(watching, "is_silent", lambda _: request.param == "by looking")
    (tmp_path / "seeds/sub").mkdir(parents=True)
    (tmp_path / "seeds/a.txt").write_text("a")
    (tmp_path / "seeds/sub/b.txt").write_text("b")
    (tmp_path / "mkdocs.yml").write_text("a")
    made = Desk(tmp_path)
    yield made
    made.watcher.stop()
    made.watcher.join()


def test_each_change_is_told_by_its_path(desk: Desk) -> None:
    desk.watch("seeds", "mkdocs.yml", "later")
    seed, config = desk.root / "seeds/a.txt", desk.root / "mkdocs.yml"

    def put(path: Path) -> None:
        """Save as many editors do: another file comes in the place of the one before."""
        part = path.with_name(f".{path.name}.tmp")
        part.write_text(str(time.monotonic_ns()))
        os.replace(part, path)  # noqa: PTH105, as they do it

    desk.is_quiet(seed.read_text)
    desk.sees("seeds/a.txt", lambda: seed.write_text("another"))
    desk.sees("seeds/a.txt", lambda: put(seed))
    for _ in range(2):
        desk.sees("mkdocs.yml", lambda: put(config))
    desk.sees("seeds/a.txt", seed.unlink)
    desk.sees("later", (desk.root / "later").mkdir)
    desk.sees("later/c.txt", lambda: (desk.root / "later/c.txt").write_text("c"))


def test_a_folder_that_is_moved_away_and_back_is_seen(desk: Desk) -> None:
    """Row 4 of the attacks: the preview was blind to a folder that had been replaced."""
    desk.watch("seeds")
    seeds, away = desk.root / "seeds", desk.root / "away"
    desk.sees("seeds", lambda: shutil.move(seeds, away))
    desk.sees("seeds", lambda: shutil.move(away, seeds))
    time.sleep(0.5)  # until it is watched again, its own name stands for all that changes in it
    desk.sees("seeds/a.txt", lambda: (seeds / "a.txt").write_text("after"))

    def replace() -> None:
        shutil.copytree(seeds, away)
        shutil.rmtree(seeds)
        shutil.move(away, seeds)

    desk.sees("seeds", replace)
    time.sleep(0.5)
    desk.sees("seeds/sub/b.txt", lambda: (seeds / "sub/b.txt").write_text("after"))


def test_where_the_system_has_no_more_watches_it_is_looked_at(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Exhausted:
        def __init__(self, **_: float) -> None:
            raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watching, "Observer", Exhausted)
    with caplog.at_level("INFO", "mkdocs.plugins.briefings"):
        desk.watch("seeds")
    desk.sees("seeds/a.txt", lambda: (desk.root / "seeds/a.txt").write_text("another"))
    assert "looked at every second" in caplog.text or watching.is_silent(desk.root)


@pytest.mark.parametrize(
    ("kind", "silent"), [("ext4", False), ("overlay", False), ("nfs4", True), ("fuse.sshfs", True)]
)
def test_file_systems_of_other_machines_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, *, silent: bool
) -> None:
    (tmp_path / "self").mkdir()
    line = f"36 35 98:0 / {tmp_path} rw,noatime master:1 - {kind} server:/data rw\n"
    (tmp_path / "self/mountinfo").write_text(f"1 0 8:1 / / rw - ext4 /dev/sda rw\n{line}")
    assert kind_of(tmp_path / "below", tmp_path) == kind
    monkeypatch.setattr(watching, "kind_of", lambda path: kind_of(path, tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert is_silent(tmp_path) is silent
