"""Characters that look like a space, but are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.parse import yaml_codes
from mkdocs_briefings.parse.fault import YamlFault

if TYPE_CHECKING:
    from mkdocs_briefings.parse.fault import Mark

ODD = "\\u00a0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u2060\\u3000"
"""As a part of a set in a regular expression."""
ODD_SPACE = re.compile(f"[{ODD}]")
_NAMES = {"\u00a0": "A no-break space", "\u202f": "A narrow no-break space", "\u3000": "An ideographic space"}


def odd_space_fault(line: str, at: Mark) -> YamlFault:
    """Report such a character in a line."""
    char = line[at[1]]
    name = _NAMES.get(char, "An invisible character, or one that looks like a space,")
    return YamlFault(yaml_codes.ODD_SPACE, at, f"{name} (U+{ord(char):04X}) is used here instead of a space")
