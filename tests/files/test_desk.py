"""The files of a desk change together or not at all, and what somebody else writes meanwhile is never lost."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import stat
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs_briefings.files import desk as desks
from mkdocs_briefings.files import exchange, journal, kernel_lock, temporary, unsettled
from mkdocs_briefings.files.desk import FileChange, LockedDesk, changing, heal
from mkdocs_briefings.files.journal import Journal, JournalError, Step, digest
from mkdocs_briefings.files.kernel_lock import HeldError, locked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

OLD = {"a": b"1", "b": b"2", "gone": b"3"}
NEW = {"a": b"one", "b": b"two", "fresh": b"four"}


@pytest.fixture(params=["exchange", "links", "copies"])
def root(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a desk of three files, on a system that can exchange two names, or can only link, or neither."""
    for name, data in OLD.items():
        (tmp_path / name).write_bytes(data)
    if request.param != "exchange":
        monkeypatch.setattr(exchange, "_call", lambda: None)
    if request.param == "copies":
        monkeypatch.setattr(os, "link", no_links)
    return tmp_path


def no_links(_: object, two: object) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM), str(two))


@pytest.fixture
def desk(root: Path) -> Iterator[LockedDesk]:
    with changing(root, (), lambda _: None) as made:
        yield made


def files(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in root.iterdir()}


def changes(root: Path, old: Mapping[str, bytes] = OLD, new: Mapping[str, bytes] = NEW) -> list[FileChange]:
    return [FileChange(root / name, old.get(name), new.get(name)) for name in {**old, **new}]


def test_files_are_changed_made_and_removed(desk: LockedDesk) -> None:
    assert desk.change(changes(desk.root)) == {}
    assert files(desk.root) == NEW


def test_a_changed_file_keeps_its_permissions_and_its_link(desk: LockedDesk) -> None:
    (desk.root / "a").chmod(0o640)
    (desk.root / "link").symlink_to("a")
    assert desk.change([FileChange(desk.root / "link", b"1", b"one")]) == {}
    assert (desk.root / "link").is_symlink()
    assert (desk.root / "a").read_bytes() == b"one"
    assert (desk.root / "a").stat().st_mode & 0o7777 == 0o640


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("saved", ["a", "b", "gone", "fresh"])
def test_what_was_saved_since_it_was_read_is_left_and_named(
    desk: LockedDesk, saved: str, together: bool
) -> None:
    (desk.root / saved).write_bytes(b"saved")
    refused = desk.change(changes(desk.root), together=together)
    assert list(refused) == [desk.root / saved]
    wanted = {**(OLD if together else NEW), saved: b"saved"}
    assert files(desk.root) == wanted


def test_what_only_rests_on_a_file_needs_it_unchanged(desk: LockedDesk) -> None:
    refused = desk.change([FileChange(desk.root / "a", b"1", b"one")], unchanged={desk.root / "b": b"other"})
    assert refused == {desk.root / "b": journal.CHANGED}
    assert files(desk.root) == OLD


@pytest.mark.parametrize("in_place", [True, False])
@pytest.mark.parametrize("name", ["a", "b"])
def test_what_is_saved_in_the_last_moment_is_put_back(
    desk: LockedDesk, monkeypatch: pytest.MonkeyPatch, name: str, in_place: bool
) -> None:
    """Between the last look and the exchange an editor saves: what came out is looked at."""
    real = exchange.swap
    said: list[str] = []

    def late(spare: Path, target: Path) -> None:
        if target.name == name and not said:
            said.append(name)
            save(target, b"saved", in_place=in_place)
        real(spare, target)

    monkeypatch.setattr(exchange, "swap", late)
    assert desk.change(changes(desk.root)) == {desk.root / name: journal.CHANGED}
    assert files(desk.root) == {**OLD, name: b"saved"}


def test_what_is_saved_twice_stays_as_it_was_saved_last(
    desk: LockedDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = exchange.swap
    texts = [b"first", b"second"]

    def late(spare: Path, target: Path) -> None:
        if texts:
            save(target, texts.pop(0), in_place=False)
        real(spare, target)

    monkeypatch.setattr(exchange, "swap", late)
    assert desk.change([FileChange(desk.root / "a", b"1", b"one")]) == {desk.root / "a": journal.CHANGED}
    assert files(desk.root) == {**OLD, "a": b"second"}


def save(path: Path, data: bytes, *, in_place: bool) -> None:
    if in_place:
        path.write_bytes(data)
    else:
        other = path.with_name("other")
        other.write_bytes(data)
        other.replace(path)


def test_what_is_saved_while_it_is_removed_stays(desk: LockedDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.replace

    def late(self: Path, target: Path) -> Path:
        if self.name == "gone":
            self.write_bytes(b"saved")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", late)
    assert desk.change(changes(desk.root)) == {desk.root / "gone": journal.CHANGED}
    assert files(desk.root) == {**OLD, "gone": b"saved"}


@pytest.mark.skipif(
    sys.platform != "linux", reason="a lease shows that a file is open for writing, and only Linux has leases"
)
def test_a_file_that_is_open_for_writing_is_not_changed(desk: LockedDesk) -> None:
    with (desk.root / "a").open("ab"):
        refused = desk.change(changes(desk.root))
    assert refused == {desk.root / "a": "another program has it open for writing"}
    assert files(desk.root) == OLD


def test_a_young_file_is_watched(desk: LockedDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unsettled, "YOUNG", 2.0)
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    (desk.root / "b").touch()
    os.utime(desk.root / "a", (0, 0))
    assert desk.change([FileChange(desk.root / "a", b"1", b"one")]) == {}
    assert slept == []
    assert desk.change([FileChange(desk.root / "b", b"2", b"two")]) == {}
    assert 0 < slept[0] <= 2
    assert desk.change([FileChange(desk.root / "b", b"two", b"three")]) == {}
    assert len(slept) == 1, "what this command wrote needs no watching"


@pytest.mark.parametrize("date", [0.0, 3600.0])
def test_a_file_that_is_still_being_written_is_refused(
    desk: LockedDesk, monkeypatch: pytest.MonkeyPatch, date: float
) -> None:
    monkeypatch.setattr(unsettled, "YOUNG", 2.0)
    path = desk.root / "a"
    path.touch()
    if date:
        os.utime(path, (time.time() + date,) * 2)

    def more(_: float) -> None:
        path.write_bytes(b"1 and the rest")

    monkeypatch.setattr(time, "sleep", more)
    assert desk.change(changes(desk.root)) == {path: unsettled.CHANGING}
    assert files(desk.root) == {**OLD, "a": b"1 and the rest"}


def test_a_name_that_is_taken_is_never_replaced(desk: LockedDesk) -> None:
    desk.create(desk.root / "folder/new", b"new")
    assert files(desk.root / "folder") == {"new": b"new"}
    with pytest.raises(FileExistsError):
        desk.create(desk.root / "a", b"new")
    with pytest.raises(NotADirectoryError):
        desk.create(desk.root / "a/new", b"new")
    (desk.root / "link").symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        desk.create(desk.root / "link", b"new")
    assert not (desk.root / "nowhere").exists()


STEPS: dict[str, tuple[object, str]] = {
    "fsync": (os, "fsync"),
    "fdopen": (os, "fdopen"),
    "make": (tempfile, "mkstemp"),
    "replace": (Path, "replace"),
    "unlink": (Path, "unlink"),
    "chmod": (Path, "chmod"),
    "swap": (exchange, "swap"),
    "appear": (exchange, "appear"),
    "look": (journal, "_digest"),
}


def failing(monkeypatch: pytest.MonkeyPatch, step: str, at: int, error: BaseException) -> None:
    """Let a step fail the `at`-th time that it is taken, once."""
    home, name = STEPS[step]
    real: Callable[..., object] = getattr(home, name)
    taken = 0

    def step_(*args: object, **named: object) -> object:
        nonlocal taken
        taken += 1
        if taken == at:
            raise error
        return real(*args, **named)

    monkeypatch.setattr(home, name, step_)


@pytest.mark.parametrize("error", [OSError(28, "full"), KeyboardInterrupt()], ids=["full", "interrupted"])
@pytest.mark.parametrize("at", [1, 2, 4, 6])
@pytest.mark.parametrize("step", STEPS)
def test_of_several_files_all_are_new_or_none(
    root: Path, monkeypatch: pytest.MonkeyPatch, step: str, at: int, error: BaseException
) -> None:
    with monkeypatch.context() as patch, changing(root, (), lambda _: None) as desk:
        failing(patch, step, at, error)
        try:
            failed = bool(desk.change(changes(root)))
        except (OSError, KeyboardInterrupt):
            failed = True
    heal(root, (), lambda _: None)
    with changing(root, (), lambda _: None):
        pass
    assert files(root) in ([OLD, NEW] if failed else [NEW])


def test_nothing_is_changed_where_a_folder_is_missing(desk: LockedDesk) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        desk.change([FileChange(desk.root / "a", b"1", b"new"), FileChange(desk.root / "no/b", None, b"new")])
    assert caught.value.filename == str(desk.root / "no/b")
    assert files(desk.root) == OLD


# What an interrupted command left


def left(root: Path, *, together: bool = True) -> Journal:
    """Leave a journal and its new files, as a command that was killed before the first step."""
    steps = []
    for name in ("a", "b", "fresh", "gone"):
        data = NEW.get(name)
        spare = temporary.beside(root / name, data) if data else temporary.free_name(root / name)
        steps.append(Step(name, spare.name, hashed(OLD.get(name)), hashed(data)))
    made = Journal(together, tuple(steps))
    journal.write(root, made)
    return made


def hashed(data: bytes | None) -> str | None:
    return None if data is None else digest(data)


def test_the_next_command_finishes_it(root: Path) -> None:
    left(root)
    said: list[str] = []
    heal(root, (), said.append)
    assert files(root) == NEW
    assert said == [
        "a command was interrupted while it changed a, b, fresh, gone: its changes are complete now"
    ]


def test_the_next_command_takes_it_back_where_somebody_saved_what_was_not_changed_yet(root: Path) -> None:
    made = left(root)
    exchange.swap(root / made.steps[0].spare, root / "a")
    (root / "b").write_bytes(b"saved")
    said: list[str] = []
    heal(root, (), said.append)
    assert files(root) == {**OLD, "b": b"saved"}
    assert said[0].endswith("its changes were undone")
    assert said[1].startswith("b: left unchanged: ")


def test_the_next_command_finishes_it_where_somebody_saved_what_was_changed_already(root: Path) -> None:
    made = left(root)
    exchange.swap(root / made.steps[0].spare, root / "a")
    (root / "a").write_bytes(b"saved")
    heal(root, (), lambda _: None)
    assert files(root) == {**NEW, "a": b"saved"}


def test_where_somebody_saved_on_both_sides_nothing_is_lost_and_both_are_named(root: Path) -> None:
    made = left(root)
    exchange.swap(root / made.steps[0].spare, root / "a")
    (root / "a").write_bytes(b"saved")
    (root / "b").write_bytes(b"saved, too")
    said: list[str] = []
    heal(root, (), said.append)
    assert files(root) == {**OLD, "a": b"saved", "b": b"saved, too"}
    assert [line.partition(":")[0] for line in said[1:]] == ["b", "a"]


def test_an_edit_that_came_out_just_before_the_command_was_killed_is_put_back(root: Path) -> None:
    made = left(root, together=False)
    (root / "a").write_bytes(b"saved")
    exchange.swap(root / made.steps[0].spare, root / "a")
    heal(root, (), lambda _: None)
    assert files(root) == {**NEW, "a": b"saved"}


@pytest.mark.parametrize("keep", [True, False])
def test_a_swap_in_three_steps_is_mended(root: Path, keep: bool) -> None:
    made = left(root)
    spare = root / made.steps[0].spare
    aside = spare.with_name(spare.name.removesuffix(".tmp") + exchange.ASIDE)
    aside.write_bytes(b"1")
    if not keep:
        spare.replace(root / "a")
    heal(root, (), lambda _: None)
    assert files(root) == NEW


def test_temporary_files_are_cleared_by_the_next_command_and_nobody_elses(root: Path) -> None:
    mine = temporary.beside(root / "a", b"half")
    (root / "deep").mkdir()
    deep = temporary.beside(root / "deep/x", b"half")
    other = root / ".a.tmp"
    other.write_bytes(b"somebody's")
    with changing(root, ("deep",), lambda _: None):
        pass
    assert not mine.exists()
    assert not deep.exists()
    assert other.exists()


def test_a_journal_is_read_only_or_nobody_trusts_it(root: Path) -> None:
    """Git makes no file read-only, so that no commit can bring a journal that a later command would carry out."""
    left(root)
    assert (root / journal.NAME).stat().st_mode & 0o777 == 0o400
    (root / journal.NAME).chmod(0o644)
    for opened in (changing(root, (), lambda _: None).__enter__, lambda: heal(root, (), lambda _: None)):
        with pytest.raises(JournalError, match="this journal was not written by a command"):
            opened()
    assert {name: data for name, data in files(root).items() if not name.startswith(".")} == OLD


@pytest.mark.parametrize(
    "told",
    [
        {"path": "../outside"},
        {"path": "/etc/x"},
        {"path": ".git/hooks/pre-commit"},
        {"path": ".GIT/config"},
        {"path": 1},
        {"path": "a\0"},
        {"spare": "../x"},
        {"spare": "x"},
        {"new": 1},
        {"more": 1},
        None,
        "text",
    ],
)
def test_a_journal_that_names_what_no_command_changes_is_refused(root: Path, told: Any) -> None:
    left(root)
    path = root / journal.NAME
    held = json.loads(path.read_bytes())
    if isinstance(told, dict):
        held["steps"][0] |= told
    else:
        held["steps"] = told
    path.chmod(0o600)
    path.write_text(json.dumps(held), encoding="utf-8")
    path.chmod(0o400)
    with pytest.raises(JournalError, match=journal.NAME):
        heal(root, (), lambda _: None)
    assert {name: data for name, data in files(root).items() if not name.startswith(".")} == OLD


# The lock


def hold(path: Path, ready: Any, done: Any) -> None:
    with locked(path, None):
        ready.set()
        done.wait(30)


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_a_lock_is_held_by_one_process_and_ends_with_it(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "lock" if kind == "file" else tmp_path
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    other = context.Process(target=hold, args=(path, ready, done))
    other.start()
    try:
        assert ready.wait(30)
        with pytest.raises(HeldError), locked(path, None):
            pass
        waited: list[str] = []
        threading.Timer(0.2, other.kill).start()
        with locked(path, lambda: waited.append("said")) as is_held:
            assert is_held
        assert waited == ["said"]
    finally:
        other.kill()
        other.join()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    sys.platform == "win32", reason="this is how flock behaves; Windows has no fcntl and locks in another way"
)
def test_where_folders_have_no_locks_a_file_in_them_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl  # noqa: PLC0415, not on Windows

    real = fcntl.flock

    def flock(handle: int, how: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EBADF, "Bad file descriptor")
        real(handle, how)

    monkeypatch.setattr(fcntl, "flock", flock)
    with locked(tmp_path, None) as is_held:
        assert is_held
        assert [path.name for path in tmp_path.iterdir()] == [kernel_lock.NAME]
        with pytest.raises(HeldError), locked(tmp_path, None):
            pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    sys.platform == "win32", reason="this is how flock behaves; Windows has no fcntl and locks in another way"
)
def test_a_file_system_without_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl  # noqa: PLC0415, not on Windows

    def flock(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", flock)
    said: list[str] = []
    with changing(tmp_path, (), said.append):
        pass
    assert said == [desks.NO_LOCK]


def test_texts_that_lie_elsewhere_are_locked_for_themselves(tmp_path: Path) -> None:
    root, seeds = tmp_path / "desk", tmp_path / "private/seeds"
    root.mkdir()
    seeds.mkdir(parents=True)
    with changing(root, ("../private/seeds",), lambda _: None):
        for folder in (root, seeds):
            with pytest.raises(HeldError), locked(folder, None):
                pass
