"""A site is published whole or not at all, however the system moves it, and the folder stays what it was to others."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from mkdocs_briefings.files import exchange, mounts, publish
from mkdocs_briefings.files.publish import Stage, private, unwritable

OLD = {"index.html": "old", "gone.html": "old", "a/index.html": "old", "file": "old", "folder/x": "old"}
NEW = {"index.html": "new", "fresh.html": "new", "a/index.html": "new", "file/x": "new", "folder": "new"}
HIDDEN = {".git": "gitdir: elsewhere", ".well-known/x": "kept"}
WAYS = ["exchange", "renames", "fill", "fill without links"]


@pytest.fixture(params=WAYS)
def site(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an old site, on a system that can exchange two folders, or only rename them, or where it is a mount."""
    if request.param == "renames":
        monkeypatch.setattr(exchange, "_call", lambda: None)
    monkeypatch.setattr(publish, "is_mounted", lambda _: request.param.startswith("fill"))
    if request.param == "fill without links":
        monkeypatch.setattr(os, "link", refused)
    written(tmp_path / "site", OLD | HIDDEN)
    return tmp_path / "site"


def refused(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def written(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def held(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".briefings.stage" not in str(path)
    }


def opened(site: Path, said: list[str] | None = None) -> Stage:
    stage = Stage.of(site, (said if said is not None else []).append)
    written(stage.open(), NEW)
    return stage


def alone(site: Path) -> bool:
    """Whether nothing but the site is left, beside it and in it."""
    beside = [path.name for path in site.parent.iterdir()] == [site.name]
    return beside and not any(path.name.startswith(".briefings") for path in site.iterdir())


def test_the_new_site_takes_the_place_of_the_old_one(site: Path) -> None:
    stage = opened(site)
    assert held(site) == OLD | HIDDEN
    stage.publish()
    assert held(site) == NEW | HIDDEN
    stage.settle()
    assert held(site) == NEW | HIDDEN
    assert not [path for path in site.rglob("*") if path.is_dir() and not list(path.iterdir())]
    assert alone(site)


def test_a_failed_build_leaves_the_old_site(site: Path) -> None:
    opened(site).drop()
    assert held(site) == OLD | HIDDEN
    assert alone(site)


def test_what_fails_after_publishing_brings_the_old_site_back(site: Path) -> None:
    stage = opened(site)
    stage.publish()
    stage.take_back()
    assert held(site) == OLD | HIDDEN
    assert alone(site)


class KilledError(BaseException):
    """Ends all, as a kill does: nothing is cleaned up."""


def killed(monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """Let the `at`-th change of a name, and all that come after it, not happen."""
    left = at

    def count(real: Any) -> Any:
        def step(*given: Any, **named: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                raise KilledError
            return real(*given, **named)

        return step

    for name in ("rename", "replace", "unlink", "rmdir", "mkdir", "chmod"):
        monkeypatch.setattr(Path, name, count(getattr(Path, name)))
    monkeypatch.setattr(publish, "exchanged", count(exchange.exchanged))
    monkeypatch.setattr(shutil, "rmtree", count(shutil.rmtree))


@pytest.mark.parametrize("back", [False, True])
def test_wherever_it_is_killed_the_next_build_finds_a_whole_site(
    site: Path, monkeypatch: pytest.MonkeyPatch, back: bool
) -> None:
    """Each step is the last one once; then the next build begins, and is killed as well, wherever it mends."""
    for at in range(100):
        stage = opened(site)
        with monkeypatch.context() as patch:
            killed(patch, at)
            try:
                stage.publish()
                stage.take_back() if back else stage.settle()
            except KilledError:
                ended = False
            else:
                ended = True
        stage._held.close()  # noqa: SLF001, the kernel lets go of a lock when a process ends
        for again in (at % 7, at % 3, 100):
            with monkeypatch.context() as patch:
                killed(patch, again)
                try:
                    next_ = Stage.of(site, lambda _: None)
                except KilledError:
                    continue
            next_.drop()
        now = held(site)
        assert now in (OLD | HIDDEN, NEW | HIDDEN), at
        assert alone(site), at
        shutil.rmtree(site)
        written(site, OLD | HIDDEN)
        if ended:
            assert at > 3
            return
    pytest.fail("it has no end")


def test_the_first_site_is_readable_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        stage = opened(tmp_path / "public/site")
        stage.publish()
        written(stage.site, {"by/hook.html": "new"})
        stage.settle()
    finally:
        os.umask(before)
    site = tmp_path / "public/site"
    for path in (site, *site.rglob("*")):
        wanted = 0o555 if path.is_dir() else 0o444
        assert path.stat().st_mode & wanted == wanted, path
    assert private(site) == ""


def test_a_folder_that_only_its_owner_may_read_stays_so_and_is_told(site: Path) -> None:
    site.chmod(0o700)
    stage = opened(site)
    stage.publish()
    stage.settle()
    assert stat.S_IMODE(site.stat().st_mode) == 0o700
    assert "only its owner may read this folder (mode 700)" in private(site)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows folders have no group to keep")
def test_mode_and_group_are_kept_and_new_files_get_the_group(site: Path) -> None:
    groups = [one for one in (os.getgroups() if os.geteuid() else [12345]) if one != os.getegid()]
    if not groups:
        pytest.skip("this user is in one group only")
    os.chown(site, -1, groups[0])
    site.chmod(0o2775)
    stage = opened(site)
    stage.publish()
    stage.settle()
    found = site.stat()
    assert (stat.S_IMODE(found.st_mode), found.st_gid) == (0o2775, groups[0])
    assert {path.stat().st_gid for path in site.rglob("*") if ".git" not in path.name} >= {groups[0]}
    assert (site / "fresh.html").stat().st_gid == groups[0]
    assert (site / "file").stat().st_gid == groups[0]


def test_a_group_that_we_may_not_give_has_the_folder_filled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    written(site, OLD)
    monkeypatch.setattr(publish, "take_group", lambda *_: False)
    folder = site.stat().st_ino
    stage = opened(site)
    stage.publish()
    stage.settle()
    assert (held(site), site.stat().st_ino) == (NEW, folder)


def test_a_parent_that_is_not_ours_has_the_folder_filled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    written(site, OLD)
    real = os.mkdir, os.open

    def denied(call: Any) -> Any:
        def made(path: Any, *rest: Any, **named: Any) -> Any:
            if Path(os.fsdecode(path)).parent == tmp_path and Path(os.fsdecode(path)) != site:
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return call(path, *rest, **named)

        return made

    monkeypatch.setattr(os, "mkdir", denied(real[0]))
    monkeypatch.setattr(os, "open", denied(real[1]))
    stage = opened(site)
    stage.publish()
    stage.settle()
    assert held(site) == NEW
    with pytest.raises(PermissionError):
        opened(tmp_path / "other")


def test_a_folder_that_cannot_be_moved_is_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing told that it is in use until it was to be moved."""
    site = tmp_path / "site"
    written(site, OLD)
    stage = opened(site)
    real = Path.rename

    def busy(self: Path, target: Path) -> Path:
        if self == site:
            raise OSError(errno.EBUSY, "Device or resource busy", str(self))
        return real(self, target)

    monkeypatch.setattr(Path, "rename", busy)
    monkeypatch.setattr(publish, "exchanged", lambda *_: False)
    folder = site.stat().st_ino
    stage.publish()
    assert held(site) == NEW
    stage.take_back()
    assert (held(site), site.stat().st_ino) == (OLD, folder)
    assert alone(site)


def test_what_older_versions_and_killed_builds_left_is_cleared(tmp_path: Path) -> None:
    site = tmp_path / "site"
    written(site, OLD)
    for name in (".site.stage", ".site.old", ".site.stage.abc_123x"):
        written(tmp_path / name, NEW)
    written(tmp_path / ".site.stage.of-mine.txt", {})
    written(tmp_path / ".other.stage.abc", NEW)
    Stage.of(site, lambda _: None).drop()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".other.stage.abc", "site"]
    assert held(site) == OLD


def test_the_site_that_an_older_version_had_moved_away_comes_back(tmp_path: Path) -> None:
    written(tmp_path / ".site.old", OLD)
    said: list[str] = []
    Stage.of(tmp_path / "site", said.append).drop()
    assert held(tmp_path / "site") == OLD
    assert said[0].endswith("a build was interrupted while it published; the old site is back")


def test_what_cannot_be_removed_is_named_and_in_nobodys_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    written(site, OLD)
    written(tmp_path / ".site.old", OLD)
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)
    said: list[str] = []
    stage = opened(site, said)
    stage.publish()
    stage.settle()
    assert held(site) == NEW
    assert (
        f"{tmp_path / '.site.old'}: a build left this folder and it cannot be removed: remove it by hand"
        in said
    )


def test_a_build_within_a_build_does_not_wait_for_itself(tmp_path: Path) -> None:
    outer = opened(tmp_path / "site")
    inner = opened(tmp_path / "site")
    inner.publish()
    inner.settle()
    outer.publish()
    outer.settle()
    assert held(tmp_path / "site") == NEW
    assert alone(tmp_path / "site")


@pytest.mark.parametrize(
    ("path", "told"),
    [("site/x", True), (".site.lock", True), (".site.stage.x/new/y", True), ("", True), ("docs/x", False), ("siteX", False)],
)  # fmt: skip
def test_only_what_hinders_the_site_is_told_so(tmp_path: Path, path: str, told: bool) -> None:
    error = OSError(errno.EACCES, "Permission denied", str(tmp_path / path))
    found = unwritable(error, tmp_path / "site", apart=True)
    assert (f"{tmp_path}: the site cannot be written there: Permission denied; the old site" in found) == told
    assert unwritable(OSError(errno.ENOSPC, "No space"), tmp_path / "site", apart=False).startswith(
        ".: the site"
    )


# Mounts


@pytest.fixture
def proc(tmp_path: Path) -> Path:
    """Give a /proc in which one process sees what we see, and another one is in a container."""
    (tmp_path / "self").mkdir()
    (tmp_path / "self/mountinfo").write_text(
        "21 1 8:1 / / rw - ext4 /dev/sda rw\n35 21 8:2 /all/homes /home rw - ext4 /dev/sdb rw\n", "utf-8"
    )
    (tmp_path / "17").mkdir()
    (tmp_path / "stat").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("line", "mounted"),
    [
        ("70 60 8:2 /all/homes/me/my\\040desk/site /usr/share/nginx/html ro - ext4 /dev/sdb rw", True),
        ("70 60 8:2 /all/homes/me/my\\040desk/site/assets /cdn ro - ext4 /dev/sdb rw", True),
        ("70 60 8:2 /all/homes/me/my\\040desk /desk rw - ext4 /dev/sdb rw", False),
        ("70 60 8:2 /all/homes/me/my\\040desk/site2 /x rw - ext4 /dev/sdb rw", False),
        ("70 60 8:1 /all/homes/me/my\\040desk/site /x rw - ext4 /dev/sda rw", False),
        ("nonsense", False),
    ],
)
def test_a_site_that_a_container_reads_is_known(proc: Path, line: str, mounted: bool) -> None:
    (proc / "17/mountinfo").write_text(f"{line}\n", "utf-8")
    assert mounts.is_mounted(Path("/home/me/my desk/site"), proc) == mounted


def test_where_nothing_is_told_of_mounts_none_are_known(tmp_path: Path) -> None:
    assert not mounts.is_mounted(tmp_path / "site", tmp_path / "none")
