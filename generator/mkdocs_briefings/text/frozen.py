"""Frozen dataclasses of which very many are made: mypy sees to it that nobody changes them, and nothing else does.

Python's own take four times as long to make, for each field is set past a guard; that was a tenth of a check.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass  # noqa: PLC0414, what others import from here
else:

    def dataclass(*, frozen: bool, slots: bool, order: bool = False) -> Callable[[type], type]:
        """Make a class as `dataclasses.dataclass` does with these options, which are always given."""
        return dataclasses.dataclass(slots=slots, order=order, unsafe_hash=frozen)
