"""Build beside the old site and swap at the end, so that a failed build leaves the old one whole."""

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

    def swap(self) -> Path:
        """Take the new site into the place of the old one; give the site folder."""
        old = self.folder.with_name(f".{self.site.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        if self.site.exists():
            self.site.rename(old)
        self.folder.rename(self.site)
        shutil.rmtree(old, ignore_errors=True)
        return self.site

    def drop(self) -> Path:
        """Throw the new site away; give the old one's folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
        return self.site


def unwritable(error: OSError, site: Path, stage: Stage | None) -> str:
    """Say what to do where the site cannot be written; empty if it is something else that failed."""
    homes = [site.resolve(), stage.folder] if stage else [site.resolve()]
    path = Path(str(error.filename or ""))
    # A full disk gives no path.
    if error.errno not in _NO_ROOM and not any(path.is_relative_to(home) for home in homes):
        return ""
    left = "; the old site is left as it was" if stage else ""
    return (
        f"{stage.folder.parent if stage else path}: the site cannot be written there: {error.strerror}{left}\n"
        "  Make it writable and see that there is room, or build elsewhere: `mkdocs build --site-dir DIR`"
    )
