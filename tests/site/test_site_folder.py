"""The folder of the site, as others see it: whole at any time, whoever builds, whatever is killed, mounted or not."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import BIN, environment, tree

if TYPE_CHECKING:
    from tests.site.conftest import Desk

pytestmark = pytest.mark.slow
KILLED = """
import os, signal, sys
from pathlib import Path
from mkdocs_briefings.files import publish
publish.exchanged = lambda *_: False
real, home = Path.rename, Path(sys.argv.pop(1))
def rename(self, target):
    made = real(self, target)
    if self == home:
        os.kill(os.getpid(), signal.SIGKILL)
    return made
Path.rename = rename
from mkdocs.__main__ import cli
cli()
"""
WAITS = """
import pathlib, time
def on_post_page(output, **_):
    print("page", flush=True)
    for _ in range(1200):
        if pathlib.Path("go").exists():
            break
        time.sleep(0.05)
"""


@pytest.fixture
def quick(small: Desk) -> Desk:
    """Leave out the search, which is another program."""
    small.configure(plugins="[briefings: {search: false}]")
    return small


def build(desk: Desk, **more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [BIN / "mkdocs", "build"],
        cwd=desk.root,
        env=environment() | more,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )


def test_two_builds_at_once_publish_a_whole_site(quick: Desk) -> None:
    """Row 1: they shared the names of their folders, and published a part of each other's."""
    assert quick.build().returncode == 0
    whole = tree(quick.site)
    shutil.rmtree(quick.site)
    quick.write("wait.py", WAITS)
    quick.configure(hooks="[wait.py]")
    with build(quick) as one:
        assert one.stdout is not None
        assert "page\n" in iter(one.stdout.readline, "")
        with build(quick) as two:
            assert two.stdout is not None
            waiting = f"INFO    -  another build is writing {quick.site}: waiting until it is done (Ctrl-C gives up)\n"
            assert waiting in iter(two.stdout.readline, "")
            quick.write("go", "")
            told = [stream.communicate(timeout=120)[0] for stream in (one, two)]
    assert (one.returncode, two.returncode) == (0, 0), told
    assert tree(quick.site) == whole
    assert quick.leftovers() == []


def test_a_build_that_was_killed_between_two_renames_leaves_the_old_site(quick: Desk) -> None:
    """Row 6: there was no site then, and the next build that failed deleted the finished one."""
    quick.write("site/index.html", "the site of before")
    before = tree(quick.site)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, quick.site, "build"], cwd=quick.root, env=environment(), check=False,
        capture_output=True,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stdout
    assert not quick.site.exists()
    quick.edit("briefings/2026-01-02-first.yml", "[@closes]", "[@shuts]")
    failed = quick.build()
    assert failed.returncode == 1
    assert "a build was interrupted while it published; the old site is back" in failed.stdout
    assert tree(quick.site) == before
    assert quick.leftovers() == []


def test_a_mounted_site_is_filled(quick: Desk) -> None:
    """Row 7: a volume of a container cannot be moved, and its owner wants its mode and group kept."""
    volume = quick.root.with_name("volume")
    volume.mkdir()
    quick.site.mkdir()
    if subprocess.run(["mount", "--bind", volume, quick.site], check=False, capture_output=True).returncode:
        pytest.skip("only root may mount")
    try:
        (quick.site / "stale").mkdir()
        quick.write("site/stale/index.html", "the site of before")
        quick.write("site/.htaccess", "kept")
        volume.chmod(0o2775)
        os.chown(volume, -1, 12345)
        done = quick.build()
        assert done.returncode == 0, done.stdout
        assert (volume / "briefings/first/index.html").is_file()
        assert not (volume / "stale").exists()
        assert [path.name for path in volume.iterdir() if path.name.startswith(".")] == [".htaccess"]
        found = volume.stat()
        assert (stat.S_IMODE(found.st_mode), found.st_gid) == (0o2775, 12345)
        assert (volume / "index.html").stat().st_gid == 12345
        assert quick.leftovers() == []
    finally:
        subprocess.run(["umount", quick.site], check=True)


def test_a_container_keeps_seeing_the_site(quick: Desk) -> None:
    """Row 7: what is mounted elsewhere is the folder itself; in its place, the container had an empty one."""
    served = quick.root.with_name("served")
    served.mkdir()
    quick.write("site/index.html", "the site of before")
    if subprocess.run(["mount", "--bind", quick.site, served], check=False, capture_output=True).returncode:
        pytest.skip("only root may mount")
    try:
        assert quick.build().returncode == 0
        assert tree(served) == tree(quick.site)
        assert (served / "briefings/first/index.html").is_file()
    finally:
        subprocess.run(["umount", served], check=True)


def test_all_can_read_a_site_whatever_the_umask(quick: Desk) -> None:
    """Row 8: a site that no web server could read, without a word."""
    before = os.umask(0o077)
    try:
        done = quick.build()
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stdout
    for path in (quick.site, *quick.site.rglob("*")):
        assert path.stat().st_mode & 0o444 == 0o444, path
    quick.site.chmod(0o700)
    assert f"{quick.site}: only its owner may read this folder (mode 700)" in quick.build().stdout


def test_a_folder_that_cannot_be_removed_hinders_no_build(quick: Desk) -> None:
    """Row 8: it blocked every build, and nothing named it."""
    quick.write("site/index.html", "the site of before")
    quick.write(".site.old/x/y.html", "of an older version")
    if subprocess.run(
        ["chattr", "+i", quick.root / ".site.old/x/y.html"], check=False, capture_output=True
    ).returncode:
        pytest.skip("no file here can be made immutable")
    try:
        done = quick.build()
    finally:
        subprocess.run(["chattr", "-i", quick.root / ".site.old/x/y.html"], check=True)
    assert done.returncode == 0, done.stdout
    assert f"{quick.root / '.site.old'}: a build left this folder and it cannot be removed" in done.stdout
