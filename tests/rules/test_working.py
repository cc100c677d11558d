"""Figures that nobody printed are worked out for readers: what is computed, from which words, and nothing else."""

from __future__ import annotations

from html import unescape

import pytest
from mkdocs_briefings.rules import working
from mkdocs_briefings.rules.evidence import Evidence

from tests.desks import page, sound, source, yaml

TEXT = (
    "The first ward treated 612 patients and the second 816. In the north 40 of 160 beds were empty, and waiting took 63 days. "
    "The share rose from 4.1% to 4.9%. The bill of $480 million was due on July 8, and a third of the staff had left. "
    "Die Reise dauerte."
)
QUOTES = {
    "wards": "The first ward treated 612 patients and the second 816",
    "beds": "In the north 40 of 160 beds were empty, and waiting took 63 days",
    "share": "The share rose from 4.1% to 4.9%",
    "bill": "The bill of $480 million was due on July 8, and a third of the staff had left",
}


def desk(text: str, claim: str) -> dict[str, str]:
    claims = {
        claim: {"text": "It is so.", "quote": QUOTES[claim]},
        "own": {"text": text, "quote": QUOTES[claim]},
    }
    return {
        "seeds/a.txt": source(TEXT, id="a", published="2015-07-09"),
        "briefings/2026-01-24-b.yml": yaml(
            title="B", sources=["a"], summary=f"{text} [@{claim}].".replace(". [", " ["), claims=claims
        ),
    }


@pytest.mark.parametrize(
    ("claim", "text", "found"),
    [
        ("wards", "Both wards treated 1,428 patients.", ["1,428 = 612 + 816"]),
        ("wards", "The second ward treated 204 more.", ["204 = 816 − 612"]),
        ("wards", "The first ward treated about 600 patients.", ["600 ≈ 612"]),
        ("wards", "The first ward treated 612 patients.", []),
        ("beds", "A quarter of the beds, 25 percent, were empty.", ["25 percent = 40 ÷ 160"]),
        ("beds", "Waiting took nine weeks.", ["nine weeks = 63 days"]),
        ("share", "The share rose by 0.8 percentage points.", ["0.8 percentage points = 4.9% − 4.1%"]),
        ("bill", "About 33 percent of the staff had left.", ["33 percent ≈ a third"]),
        ("bill", "The bill was due on 8 July 2015.", ["8 July 2015: July 8 (a)"]),
        ("bill", "The bill was due on July 8.", []),
    ],
)
def test_what_is_worked_out(claim: str, text: str, found: list[str]) -> None:
    corpus, derived = (made := sound(desk(text, claim))).corpus, made.derived
    evidence = Evidence(corpus, derived)
    for told in (
        working.of_claim(evidence, corpus.claims["b#own"]),
        working.of_prose(evidence, corpus.briefings["b"].summary[0].sentences, "en"),
    ):
        shown = [
            f"{one.told}: {one.by} ({one.source})"
            if one.source
            else f"{one.told} {'=' if one.exact else '≈'} {one.by}"
            for one in told
        ]
        assert [one for one in shown if "quarter" not in one] == found


def test_pages_show_it_folded_below_the_sentence() -> None:
    made = sound(desk("Both wards treated 1,428 patients.", "wards"))
    shown = unescape(page(made, "briefings/b.md"))
    assert shown.count("1,428 = 612 + 816") == 2
    at = shown.index("How figures and dates were worked out")
    assert shown.index("Both wards") < at < shown.index("## Claims")
    made = sound(desk("The bill was due on 8 July 2015.", "bill"))
    assert "8 July 2015: the article of 9 July 2015 has “July 8”" in unescape(page(made, "briefings/b.md"))
