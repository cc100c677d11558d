"""What a second process finds is told as if there were none."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, TypeVar

from mkdocs_briefings import rules

from tests.desks import made, source, yaml

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

T = TypeVar("T")


def test_what_is_found_beside_is_told_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        "seeds/a.txt": source("Acme sold 40 chips on Friday. Beta bought 50 chips in May 2025. Gamma left.")
    }
    for n in range(4):
        claims = {"sold": {"text": f"Acme sold {n + 70} chips.", "quote": "Acme sold 40 chips"}}
        entry = {
            "title": f"Delta sold {n + 60}",
            "sources": ["a"],
            "summary": f"Zeta sold 4{n + 1} chips [@sold].",
        }
        files[f"briefings/2026-01-24-b{n}.yml"] = yaml(**entry, claims=claims)
    result = made(files)
    alone = rules.check(result.corpus, result.derived)
    asked = []

    def begin(work: Callable[[], T]) -> Callable[[], T]:
        asked.append(pickle.dumps(work()))
        return lambda: pickle.loads(asked[0])  # noqa: S301, of this test

    assert rules.check(result.corpus, result.derived, begin=begin) == alone
    assert not asked, "so few are not worth a process"
    monkeypatch.setattr(rules, "_MANY", 2)
    both = rules.check(result.corpus, result.derived, begin=begin)
    assert both == alone
    assert 0 < len(pickle.loads(asked[0])) < len(alone)  # noqa: S301
    assert all(one.rule is other.rule for one, other in zip(both, alone, strict=True))
