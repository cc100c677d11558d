"""Interpret single YAML values: the core schema of YAML 1.2 as far as JSON has it."""

from __future__ import annotations

import math
import re

_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_NUMBER_START = frozenset("0123456789+-.")
_INT = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_LONGEST_NUMBER = 300

FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML refuses, and NEL, LS, PS and byte order marks, which it (or an editor) takes for something else."""


def plain(text: str) -> str | int | float | bool | None:
    """Resolve an unquoted scalar. Dates, `NO`, `yes`, `1_000`, `.inf` and numbers that JSON lacks stay strings."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_START or len(text) > _LONGEST_NUMBER:
        return text
    if _INT.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        number = float(text)
        return number if math.isfinite(number) else text
    return text


def forbidden(text: str) -> str:
    """Name the first forbidden character of `text` (`U+2028`), or give `""`."""
    match = FORBIDDEN.search(text)
    return f"U+{ord(match[0]):04X}" if match else ""
