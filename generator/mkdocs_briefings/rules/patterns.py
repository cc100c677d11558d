"""The patterns of the language packs, each compiled once."""

from __future__ import annotations

import functools
import re


@functools.cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of a pack, for which capitals and small letters are alike."""
    return re.compile(pattern, re.IGNORECASE)
