"""JSON on one line, by an encoder that is made once: `json.dumps` with options makes one each time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

json_line: Callable[[object], str] = json.JSONEncoder(ensure_ascii=False).encode
"""Writes a value."""
json_dense: Callable[[object], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Writes a value without blanks."""
