"""Build beside the old site and swap at the end, so that a failed build leaves the old one whole."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


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
