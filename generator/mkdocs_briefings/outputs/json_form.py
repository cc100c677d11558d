"""JSON on one line: encoded by one encoder, for making one takes longer than encoding what an output writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

json_line: Callable[[object], str] = json.JSONEncoder(ensure_ascii=False).encode
"""Writes a value."""
json_dense: Callable[[object], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Writes a value without blanks."""
