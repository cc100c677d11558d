"""Cut the fonts when the package is built, or installed from a checkout: no site has to."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FontHook(BuildHookInterface[Any]):
    """What hatchling calls before it gathers the files of a wheel, also of one that leads to a checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        del version, build_data
        root = Path(self.root)
        sys.path[:0] = [str(root / "tools/fonts"), str(root / "generator")]
        from font_cutting import cut_into  # noqa: PLC0415, found on that path

        cut_into(root / "generator/mkdocs_briefings/theme/assets")
