"""The one way to publish a site: made apart, taken in one step, the old one back if anything fails or is interrupted."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.files.exchange import exchanged
from mkdocs_briefings.files.kernel_lock import locked
from mkdocs_briefings.files.mounts import is_mounted
from mkdocs_briefings.files.site_files import (
    INSIDE,
    carry,
    files_below,
    is_foreign,
    keep,
    make_readable,
    make_way,
    move,
    remove_empty,
    take_after,
    take_group,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    Say = Callable[[str], None]

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOT_MOVED = frozenset({errno.EBUSY, errno.EXDEV, errno.EACCES, errno.EPERM, errno.EINVAL})
"""What systems answer if a folder cannot be moved: a mount, a folder that is in use, a parent that is not ours."""
_READY = "ready.json"
_LOCKED: set[Path] = set()
"""The sites that this process is building: a build within a build must not wait for itself."""


@dataclass(slots=True)
class Stage:
    """A folder apart, `folder`, that becomes the site when all went well.

    It lies in one of its own, with the old site or its files while they may still come back. `ready.json` there
    says that publishing has begun; to remove that file is the moment from which the new site stays.
    """

    site: Path
    say: Say
    home: Path | None = None
    _held: ExitStack = field(default_factory=ExitStack)
    _is_alone: bool = False

    @classmethod
    def of(cls, site: Path, say: Say) -> Stage:
        """Wait until no other build writes the site, and mend what an interrupted one left.

        Args:
            site: the folder of the site; where it is a link, its target is the site.
            say: told what is waited for, and what was mended.

        Raises:
            OSError: the site of before cannot be put back.

        """
        stage = cls(site.resolve(), say)
        try:
            stage._lock()
            if stage._is_alone:
                stage._mend()
        except BaseException:
            stage._held.close()
            raise
        return stage

    @property
    def folder(self) -> Path:
        """Where the new site is made."""
        assert self.home is not None, "`open` comes first"  # noqa: S101
        return self.home / "new"

    def open(self) -> Path:
        """Make the folder, once, readable for nobody else until it is published; give it.

        Raises:
            OSError: it cannot be made, neither beside the site nor in it.

        """
        if self.home is not None:
            return self.folder
        if self.site.is_dir() and is_mounted(self.site):
            self.home = self._made(inside=True)
        else:
            self.site.parent.mkdir(parents=True, exist_ok=True)
            try:
                self.home = self._made(inside=False)
            except PermissionError:
                if not self.site.is_dir():
                    raise
                self.home = self._made(inside=True)  # a parent that is not ours
        self.folder.mkdir(mode=0o700)
        if self.site.is_dir() and not take_group(self.folder, self.site.stat()):
            # Not our group to give, but what is made in the folder gets it.
            shutil.rmtree(self.home)
            self.home = self._made(inside=True)
            self.folder.mkdir(mode=0o700)
        return self.folder

    def apart(self) -> Path:
        """Name a folder, which is not there yet, for what may take the place of `folder`."""
        assert self.home is not None, "`open` comes first"  # noqa: S101
        return self.home / "apart"

    def replace(self, folder: Path) -> None:
        """Publish another folder, which lies where `apart` said, instead of the one that `open` gave."""
        mode = self.folder.stat()
        shutil.rmtree(self.folder)
        folder.rename(self.folder)
        self.folder.chmod(stat.S_IMODE(mode.st_mode))

    def publish(self) -> None:
        """Take the new site into the place of the old one, which is kept for `take_back`.

        The folder keeps its permissions, owner and group; all can read what lies in it, whatever the umask. Hidden
        files at the top of the old site, which MkDocs never makes, stay.

        Raises:
            OSError: it did not work; `take_back` leaves the old site as it was.

        """
        make_readable(self.folder)
        old = self.site.stat() if self.site.is_dir() else None
        fill = self._is_inside
        if not fill:
            take_after(self.folder, self.site, old)
            self._write_ready(old, fill=False)
            fill = not self._swap(old)
        if fill:
            self._write_ready(old, fill=True)
            self._fill()

    def settle(self) -> None:
        """Let go of the old site: the new one stays, with what others have written into it."""
        assert self.home is not None, "`open` comes first"  # noqa: S101
        make_readable(self.site)
        (self.home / _READY).unlink(missing_ok=True)
        self.drop()

    def take_back(self) -> None:
        """Put the old site back into the place of the new one, which was or was not published.

        Where that is not possible now, the next build tries again.
        """
        try:
            if self.home is not None:
                self._restore(self.home)
        except OSError as error:
            self.say(
                f"{self.site}: the old site cannot be put back now ({error}); the next build tries again"
            )
            self.home = None
        finally:
            self.drop()

    def drop(self) -> None:
        """Throw away what is not the site, and let other builds begin."""
        try:
            if self.home is not None:
                self._clear(self.home)
        finally:
            self._release()

    @property
    def _is_inside(self) -> bool:
        return self.home is not None and self.home.parent == self.site

    def _lock(self) -> None:
        if self.site in _LOCKED:
            return
        target = self.site.with_name(f".{self.site.name}.lock")

        def waiting() -> None:
            self.say(f"another build is writing {self.site}: waiting until it is done (Ctrl-C gives up)")

        self.site.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._is_alone = self._held.enter_context(locked(target, waiting))
        except PermissionError:
            if not self.site.is_dir():
                raise
            self._is_alone = self._held.enter_context(locked(self.site, waiting))
        if not self._is_alone:
            self.say(f"{self.site.parent}: this file system has no locks: run one build at a time")
        _LOCKED.add(self.site)
        self._held.callback(_LOCKED.discard, self.site)

    def _release(self) -> None:
        self._held.close()

    def _made(self, *, inside: bool) -> Path:
        """Make the home of the stage under a name of its own, readable for us alone."""
        if inside:
            return Path(tempfile.mkdtemp(prefix=f"{INSIDE}.", dir=self.site))
        return Path(tempfile.mkdtemp(prefix=f".{self.site.name}.stage.", dir=self.site.parent))

    def _mend(self) -> None:
        """Take back what an interrupted build had begun to publish; clear what others left."""
        beside = (f".{self.site.name}.stage", f".{self.site.name}.old")
        for folder, names in ((self.site.parent, beside), (self.site, (INSIDE,))):
            for home in _named(folder, names):
                if (home / _READY).is_file():
                    self._restore(home)
                    self.say(f"{self.site}: a build was interrupted while it published; the old site is back")
                elif home.name == f".{self.site.name}.old" and not self.site.exists():
                    home.rename(self.site)  # of a version that had no journal
                    self.say(f"{self.site}: a build was interrupted while it published; the old site is back")
                    continue
                self._clear(home)

    def _clear(self, home: Path) -> None:
        """Remove a folder; if that does not work it is in nobody's way, but should be known."""
        shutil.rmtree(home, ignore_errors=True)
        if os.path.lexists(home):
            self.say(f"{home}: a build left this folder and it cannot be removed: remove it by hand")

    def _write_ready(self, old: os.stat_result | None, *, fill: bool) -> None:
        """Note what is about to happen: which folder is the old site, or which files are new in it."""
        assert self.home is not None, "`open` comes first"  # noqa: S101
        before = frozenset(files_below(self.site)) if fill else frozenset()
        fresh = [path for path in files_below(self.folder) if path not in before] if fill else []
        told = {"fill": fill, "old": [old.st_dev, old.st_ino] if old else None, "fresh": fresh}
        part = self.home / f"{_READY}.part"
        part.write_text(json.dumps(told), encoding="utf-8")
        part.replace(self.home / _READY)

    def _swap(self, old: os.stat_result | None) -> bool:
        """Let the new site and the old one change places; False where the folder cannot be moved."""
        assert self.home is not None, "`open` comes first"  # noqa: S101
        if old is None:
            self.folder.rename(self.site)
            return True
        aside = self.home / "old"
        try:
            if exchanged(self.folder, self.site):
                carry(self.folder, self.site)
                return True
            self.site.rename(aside)
        except OSError as error:
            if error.errno not in _NOT_MOVED:
                raise
            return False
        self.folder.rename(self.site)
        carry(aside, self.site)
        return True

    def _fill(self) -> None:
        """Bring the files of the new site into the folder one by one; the old ones are kept apart."""
        assert self.home is not None, "`open` comes first"  # noqa: S101
        aside = self.home / "old"
        wanted = set()
        for path in list(files_below(self.folder)):
            wanted.add(path)
            target = self.site / path
            make_way(self.site, path, aside)
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_dir() and not target.is_symlink():
                move(target, aside / path)
            elif os.path.lexists(target):
                keep(target, aside / path, self.home / "part")
            move(self.folder / path, target)
        for path in list(files_below(self.site)):
            if path not in wanted and not is_foreign(path):
                move(self.site / path, aside / path)
        remove_empty(self.site)

    def _restore(self, home: Path) -> None:
        """Put the old site back, from wherever publishing or this was interrupted."""
        told = _read_ready(home / _READY)
        if told is None:
            return
        aside = home / "old"
        if told["fill"]:
            for path in told["fresh"]:
                target = self.site / path
                is_brought = not os.path.lexists(home / "new" / path)
                if is_brought and (target.is_file() or target.is_symlink()):  # else it has gone again already
                    target.unlink()
            remove_empty(self.site)
            for path in list(files_below(aside)):
                (self.site / path).parent.mkdir(parents=True, exist_ok=True)
                move(aside / path, self.site / path)
        elif told["old"] is None:
            if not (home / "new").exists():
                self.site.rename(home / "new")
        else:
            for place in (home / "new", aside):
                if place.is_dir() and [place.stat().st_dev, place.stat().st_ino] == told["old"]:
                    self._put_back(place, home)
        (home / _READY).unlink(missing_ok=True)

    def _put_back(self, place: Path, home: Path) -> None:
        if self.site.exists():
            carry(self.site, place)
            if exchanged(place, self.site):
                return
            self.site.rename(home / "dropped")
        place.rename(self.site)


def unwritable(error: OSError, site: Path, *, apart: bool) -> str:
    """Say what to do where the site cannot be written; empty if it is something else that failed.

    Args:
        error: what failed.
        site: the folder of the site.
        apart: whether the old site was out of reach.

    """
    site = site.resolve()
    path = Path(str(error.filename or ""))
    # A full disk gives no path.
    if error.errno not in _NO_ROOM and not _is_of(path, site):
        return ""
    left = "; the old site was not changed" if apart else ""
    return (
        f"{site.parent if apart else path}: the site cannot be written there: {error.strerror}{left}\n"
        "  Make the folder writable, check that the disk has room, or build elsewhere: `mkdocs build --site-dir DIR`"
    )


def _is_of(path: Path, site: Path) -> bool:
    """Whether a path is that of a site, of what stands beside it while it is built, or of a folder that holds it."""
    if not path.is_absolute() or site.is_relative_to(path):
        return path.is_absolute()
    beside = path.relative_to(site.parent).parts[0] if path.is_relative_to(site.parent) else ""
    return beside == site.name or beside.startswith(f".{site.name}.")


def private(site: Path) -> str:
    """Say that no web server can read a site, if that is so; empty otherwise."""
    mode = site.stat().st_mode
    if os.name == "nt" or mode & 0o077:
        return ""
    return f"{site}: only its owner may read this folder (mode {mode & 0o777:o}), as before; `chmod 755` opens it"


def _named(folder: Path, names: tuple[str, ...]) -> list[Path]:
    """Find the folders that builds make, by the beginning of their names."""
    try:
        found = [path for path in folder.iterdir() if path.is_dir() and not path.is_symlink()]
    except OSError:
        return []
    return sorted(path for path in found if path.name in names or path.name.rpartition(".")[0] in names)


def _read_ready(path: Path) -> dict[str, Any] | None:
    try:
        told = json.loads(path.read_bytes())
        return {"fill": told["fill"] is True, "old": told["old"], "fresh": [*map(str, told["fresh"])]}
    except (OSError, ValueError, TypeError, KeyError):
        return None
