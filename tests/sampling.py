"""A sample of many cases, and of many examples, for the quick tests; `make test` runs them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterable


def sampled(cases: Iterable[Any], every: int) -> list[Any]:
    """Give all cases as parameters; but for each `every`th they are slow, and the quick tests leave them out."""
    return [
        case if number % every == 0 else pytest.param(*_values(case), marks=pytest.mark.slow)
        for number, case in enumerate(cases)
    ]


def _values(case: Any) -> tuple[Any, ...]:
    return case if isinstance(case, tuple) else (case,)


def examples(count: int) -> int:
    """Give how many examples to draw of a test that wants `count`, so that it follows the profile: quick, or soak."""
    return max(1, count * settings.get_profile(settings.get_current_profile_name()).max_examples // 100)
