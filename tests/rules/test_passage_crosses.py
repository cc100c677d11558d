"""Quotations that run over paragraphs, headlines and bylines."""

from __future__ import annotations

import pytest

from tests.desks import made, source

TEXT = (
    "New lock opens in June\nBy Ada Alder\n\nThe port said that the lock\nis late. It cost three million.\n\n"
    "The council met.\n" + "A line that is not broken to a width, " * 5 + "ends here.\nIt was late.\n"
)


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("the lock is late. It cost three", ""),
        ("three million. The council met", "the end of a paragraph"),
        ("ends here. It was late", ""),
        ("which begins: not", ""),
        ("A line that is not broken to a width, " * 5 + "ends here. It was", "the end of a paragraph"),
        ("New lock opens in June", ""),
        ("lock opens", ""),
        ("in June By Ada Alder", "a headline"),
        ("By Ada Alder The port said", "a byline"),
        ("lock opens in June", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("inline", [False, True])
def test_what_a_quotation_goes_over(quote: str, why: str, inline: bool) -> None:
    cite, claims = (
        (f'@a "{quote}"', "")
        if inline
        else ("@c", f"claims:\n  c: {{text: It is late., quote: '{quote}'}}\n")
    )
    files = {
        "seeds/a.txt": source(
            TEXT, title="New lock opens in June", published="2026-03-04", skip={"byline": "By Ada Alder"}
        ),
        "briefings/2026-03-04-b.yml": f"title: Late\nsources: [a]\nsummary: It is late [{cite}].\n{claims}",
    }
    found = [one.message for one in made(files).problems if one.rule.code == "passage-crosses"]
    assert [bool(found)] == [bool(why)] or "which" in quote
    assert all(why in message for message in found)
