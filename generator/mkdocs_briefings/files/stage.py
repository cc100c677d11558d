"""Build beside the old site and swap at the end, so that a failed build leaves the old site whole."""

from __future__ import annotations

import errno
import shutil
from dataclasses import dataclass
from pathlib import Path

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})


@dataclass(frozen=True, slots=True)
class Stage:
    """A folder that becomes the site when everything went well."""

    folder: Path
    site: Path

    @classmethod
    def beside(cls, site: Path) -> Stage:
        """Make the stage of a site folder, in the same file system so that the swap is a rename.

        Where `site` is a link, its target is the site.
        """
        site = site.resolve()
        return cls(site.with_name(f".{site.name}.stage"), site)

    def open(self) -> Path:
        """Make the folder anew, readable for nobody else until it is published; give it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.folder.mkdir(mode=0o700)
        return self.folder

    @property
    def _old(self) -> Path:
        return self.site.with_name(f".{self.site.name}.old")

    def publish(self) -> None:
        """Take the new site into the place of the old one, with its permissions; the old one is kept for `take_back`."""
        shutil.rmtree(self._old, ignore_errors=True)
        self.site.mkdir(exist_ok=True)
        self.folder.chmod(self.site.stat().st_mode & 0o7777)
        self.site.rename(self._old)
        self.folder.rename(self.site)

    def settle(self) -> None:
        """Let go of the old site: the new one stays."""
        shutil.rmtree(self._old, ignore_errors=True)

    def take_back(self) -> None:
        """Put the old site back into the place of the new one, which was published."""
        shutil.rmtree(self.site, ignore_errors=True)
        self._old.rename(self.site)

    def drop(self) -> None:
        """Throw away the new site, which was not published."""
        shutil.rmtree(self.folder, ignore_errors=True)


def unwritable(error: OSError, site: Path, stage: Stage | None) -> str:
    """Say what to do where the site cannot be written; empty if it is something else that failed."""
    homes = [site.resolve(), stage.folder] if stage else [site.resolve()]
    path = Path(str(error.filename or ""))
    # A full disk gives no path.
    if error.errno not in _NO_ROOM and not any(path.is_relative_to(home) for home in homes):
        return ""
    left = "; the old site was not changed" if stage else ""
    return (
        f"{stage.folder.parent if stage else path}: the site cannot be written there: {error.strerror}{left}\n"
        "  Make the folder writable, check that the disk has room, or build elsewhere: `mkdocs build --site-dir DIR`"
    )
