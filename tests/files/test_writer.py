"""Files written whole or not at all, whatever happens on the way."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.files.writer import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable

STEPS = [
    "os.fsync",
    "os.fdopen",
    "tempfile.mkstemp",
    "pathlib.Path.replace",
    "pathlib.Path.chmod",
    "pathlib.Path.unlink",
]


def files(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in root.iterdir()}


def failing(monkeypatch: pytest.MonkeyPatch, step: str, at: int, error: BaseException) -> None:
    """Let a step fail the `at`-th time that it is taken, once."""
    module, _, name = step.rpartition(".")
    home: object = {"os": os, "pathlib.Path": Path}.get(module)
    if home is None:
        import tempfile  # noqa: PLC0415, only where it is meant

        home = tempfile
    real: Callable[..., object] = getattr(home, name)
    taken = 0

    def step_(*args: object, **named: object) -> object:
        nonlocal taken
        taken += 1
        if taken == at:
            raise error
        return real(*args, **named)

    monkeypatch.setattr(home, name, step_)


def test_a_file_is_written_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write_whole(path, b"one")
    assert path.stat().st_mode & 0o777 == 0o666 & ~_mask()
    path.chmod(0o640)
    write_whole(path, b"two")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"two", 0o640)
    assert files(tmp_path) == {"a": b"two"}


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"one")
    (tmp_path / "link").symlink_to("real")
    write_whole(tmp_path / "link", b"two")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"two"


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "no" / "a", b"")


@pytest.mark.parametrize("error", [OSError(28, "full"), KeyboardInterrupt()], ids=["full", "interrupted"])
@pytest.mark.parametrize("step", STEPS)
def test_one_file_is_old_or_new_and_nothing_lies_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with monkeypatch.context() as patch:
        failing(patch, step, 1, error)
        try:
            write_whole(tmp_path / "a", b"new")
        except (OSError, KeyboardInterrupt):
            assert files(tmp_path) == {"a": b"old"}
        else:
            assert files(tmp_path) == {"a": b"new"}


def test_a_refusal_names_the_file_that_was_meant(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        write_whole(tmp_path / "no-folder/a.txt", b"new")
    assert caught.value.filename == str(tmp_path / "no-folder/a.txt")
