"""The files of a site folder, one by one: listed, carried over, moved aside, kept, and made readable."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

INSIDE = ".briefings.stage"
"""How the folder of a build is called where it has to lie in the site folder."""
_KEPT = "lost+found"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def write_all(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write thousands of files into a site that is being made, each by its path with forward slashes."""
    made = set()
    for path, data in files:
        within = path.rpartition("/")[0]
        if within not in made:
            (folder / within).mkdir(parents=True, exist_ok=True)
            made.add(within)
        handle = os.open(f"{folder}/{path}", _NEW, 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
        finally:
            os.close(handle)


def files_below(folder: Path) -> Iterator[str]:
    """Return all files below a folder, by path with forward slashes, links as they are; nothing of a stage."""
    for at, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith(INSIDE))
        links = [name for name in below if os.path.islink(os.path.join(at, name))]  # noqa: PTH114, PTH118, of many files
        within = Path(at).relative_to(folder).as_posix()
        before = "" if within == "." else f"{within}/"
        yield from (f"{before}{name}" for name in sorted([*names, *links]))


def is_foreign(path: str) -> bool:
    """Whether a file is none that MkDocs makes: hidden, or what a file system keeps at its top."""
    top = path.split("/", maxsplit=1)[0]
    return top.startswith(".") or top == _KEPT


def carry(old: Path, new: Path) -> None:
    """Take over what is hidden at the top of a site: a checkout, the settings of a web server."""
    for path in list(old.iterdir()):
        if path.name.startswith(".") and not os.path.lexists(new / path.name):
            path.rename(new / path.name)


def make_way(site: Path, path: str, aside: Path) -> None:
    """Move aside a file that stands where the new site has a folder."""
    for parent in list(Path(path).parents)[-2::-1]:
        there = site / parent
        if os.path.lexists(there) and (there.is_symlink() or not there.is_dir()):
            move(there, aside / parent)


def keep(one: Path, two: Path, part: Path) -> None:
    """Keep the file that is about to be replaced: by a second name, or else a copy, made as `part`."""
    two.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(two):
        return
    try:
        os.link(one, two, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(one, part, follow_symlinks=False)
        part.replace(two)


def move(one: Path, two: Path) -> None:
    """Move a file or a folder, into another file system if need be; what is there is replaced in one step."""
    two.parent.mkdir(parents=True, exist_ok=True)
    try:
        one.replace(two)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        if one.is_dir() and not one.is_symlink():
            shutil.copytree(one, two, symlinks=True, dirs_exist_ok=True)
            shutil.rmtree(one)
        else:
            part = two.with_name(f".{two.name}.part")
            shutil.copy2(one, part, follow_symlinks=False)
            part.replace(two)
            one.unlink()
    else:
        if os.path.lexists(one):  # two names of one file: the system leaves both
            one.unlink()


def remove_empty(site: Path) -> None:
    """Remove the folders that hold nothing any more."""
    for at, _, _ in os.walk(site, topdown=False):
        path = Path(at)
        if path != site and not is_foreign(path.relative_to(site).as_posix()):
            with suppress(OSError):
                path.rmdir()


def make_readable(folder: Path) -> None:
    """Let all read what lies in a folder, which the umask may have forbidden."""
    with os.scandir(folder) as found:
        for one in found:
            is_folder = one.is_dir(follow_symlinks=False)
            bits = 0o555 if is_folder else 0o444
            mode = one.stat(follow_symlinks=False).st_mode
            if not stat.S_ISLNK(mode) and mode & bits != bits:
                Path(one.path).chmod(stat.S_IMODE(mode) | bits)
            if is_folder:
                make_readable(Path(one.path))


def take_group(folder: Path, old: os.stat_result) -> bool:
    """Give a new folder the group of the old one, and have what is made in it get the same; False if we may not."""
    if sys.platform == "win32":
        return True
    if folder.stat().st_gid != old.st_gid:
        try:
            os.chown(folder, -1, old.st_gid)
        except OSError:
            return False
    folder.chmod(0o700 | (old.st_mode & stat.S_ISGID))
    return True


def take_after(folder: Path, site: Path, old: os.stat_result | None) -> None:
    """Give the new folder the permissions, owner and attributes of the old one, or those of a folder that all may read."""
    if old is None:
        mask = os.umask(0)
        os.umask(mask)
        folder.chmod(0o777 & ~mask | 0o555)
        return
    if sys.platform != "win32" and folder.stat().st_uid != old.st_uid:
        with suppress(OSError):
            os.chown(folder, old.st_uid, -1)
    times = folder.stat()
    shutil.copystat(site, folder)
    os.utime(folder, ns=(times.st_atime_ns, times.st_mtime_ns))
