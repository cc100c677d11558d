"""Quotations that are typed in short: the first words, two dots, the last words."""

from __future__ import annotations

import pytest
from mkdocs_briefings.edit.stretch import stretch

RAW = "The lock is late.  The port said the “new lock” will\nopen in June. It’s late, the port said again.\n"
SECOND = (RAW.index("The port"), RAW.index(" It’s"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", "The port said the “new lock” will open in June"),
        ('the "n..ju', "the “new lock” will open in June"),
        ("..wi", "The port said the “new lock” will"),
        ("will..", "will open in June"),
        ("it's..", "It’s late, the port said again"),
        ("the lock is..late", "The lock is late"),
        ("the..port", "The port"),
        ("port.. said the [...] open..", "port said the […] open in June"),
        ("nowhere..June", "nowhere..June"),
        ("port..nowhere", "port..nowhere"),
        ("The port said", "The port said"),
        ("..", "The port said the “new lock” will open in June"),
        ("[…]", "The port said the “new lock” will open in June […] The port said the “new lock” will open in June"),
    ],
)  # fmt: skip
def test_what_is_meant(typed: str, meant: str) -> None:
    assert stretch(RAW, typed, SECOND) == meant


def test_text_without_spaces() -> None:
    raw = "港务局表示新船闸在六月之前不会开放。钢材交付延迟。"
    assert stretch(raw, "新..六月", (0, 17)) == "新船闸在六月"
    assert stretch(raw, "", (18, 25)) == "钢材交付延迟"
