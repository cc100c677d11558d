"""How much work a function does, counted in calls: a measure that no busy machine changes, for growth without a clock."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


def calls(work: Callable[[], object]) -> int:
    """Count the calls of functions, ours and built-in ones, that `work` makes."""
    count = 0

    def counting(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counting)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def grows_with_its_input(work: Callable[[int], object], size: int) -> None:
    """Hold the work for an input of `size` against that for one of a quarter: a square would be sixteen times as much."""
    quarter, whole = calls(lambda: work(size // 4)), calls(lambda: work(size))
    assert whole < 6 * quarter + 5_000, f"{quarter} calls for {size // 4}, {whole} for {size}"
