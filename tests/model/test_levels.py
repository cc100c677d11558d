"""A level is earned by what the summary cites."""

from __future__ import annotations

import pytest

from tests.desks import made, source

TEXT = "The port said that the lock is late. It opens in June.\n"
OWN = "{text: The opening is put off., quote: the lock is late}"
BARE = "{text: It opens in June., date: 2026-06, quote: It opens in June}"
VOICED = "{text: The lock is late., said_by: the port, quote: the lock is late}"


@pytest.mark.parametrize(
    ("summary", "claims", "level"),
    [
        ("Late [@c].", OWN, "analysed"),
        ("Late [@c].", VOICED, "analysed"),
        ("Late [@c].", BARE, "quoted"),
        ("Late [@a].", OWN, "summarised"),
        ("Late [@c]. June [@a].", OWN, "summarised or quoted"),
        ('Late [@c]. June [@a "It opens in June"].', OWN, "quoted"),
        ('Late [@c; @a "It opens in June"].', OWN, "analysed"),
    ],
)
def test_levels_are_earned(summary: str, claims: str, level: str) -> None:
    files = {
        "seeds/a.txt": source(TEXT, published="2026-03-04", title="A"),
        "briefings/2026-03-04-b.yml": f"title: Late\nsources: [a]\nsummary: |\n  {summary}\nclaims:\n  c: {claims}\n",
    }
    assert made(files).corpus.briefings["b"].level in level.split(" or ")


def test_what_another_briefing_worked_out_counts() -> None:
    files = {
        "seeds/a.txt": source(TEXT, published="2026-03-04", title="A"),
        "briefings/2026-03-04-b.yml": f"title: Late\nsources: [a]\nsummary: |\n  Late [@c].\nclaims:\n  c: {OWN}\n",
        "briefings/2026-03-05-d.yml": "title: June\nsources: [a]\nsummary: |\n  Late [@b#c]. June [@e].\n"
        "claims:\n  e: {text: June is when it opens., quote: It opens in June}\n",
    }
    assert made(files).corpus.briefings["d"].level == "analysed"
