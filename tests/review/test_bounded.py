"""A report keeps to its size, and says of each section how much it leaves out."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.document.escape import Md
from mkdocs_briefings.review.bounded import LEAST, ReportEntry, Section, joined
from mkdocs_briefings.review.markdown_report import markdown

from tests.desks import source, yaml
from tests.review.sides import change

ENTRIES = st.builds(
    ReportEntry, st.sampled_from(["added", "lost"]), st.integers(1, 900).map(lambda n: Md("é" * n))
)
SECTIONS = st.lists(
    st.builds(
        Section,
        st.sampled_from(["Claims", "Pages"]),
        st.lists(ENTRIES, max_size=30).map(tuple),
        listed=st.booleans(),
    ),
    max_size=8,
)


@settings(deadline=None)
@given(SECTIONS, st.integers(LEAST, 30_000))
def test_it_keeps_to_its_size_and_counts_the_rest(sections: list[Section], most: int) -> None:
    text = joined(Md("## Head"), sections, most)
    assert len(text.encode()) <= most
    shown = sum(line.startswith("é") for line in text.splitlines())
    left = sum(int(number) for number in re.findall(r"\*\*(\d+) more, not shown here\*\*", text))
    assert shown + left == sum(len(section.entries) for section in sections)
    sums = re.findall(r"not shown here\*\* \((.*)\)", text)
    assert left == sum(int(number) for one in sums for number in re.findall(r"\d+", one))


def test_an_entry_too_large_hides_no_other() -> None:
    huge, small = (ReportEntry("code", Md("é" * n)) for n in (100_000, 10))
    for sections in (
        [Section("First", (huge, small))],
        [Section("First", ()), Section("Second", (huge, small))],
    ):
        text = joined(Md("## Head"), sections, LEAST)
        assert small.text in text.splitlines()
        assert "**1 more, not shown here** (1 code)." in text


@settings(deadline=None)
@given(SECTIONS)
def test_without_a_limit_nothing_is_left_out(sections: list[Section]) -> None:
    text = joined(Md("## Head"), sections, None)
    assert "not shown" not in text
    assert sum(line.startswith("é") for line in text.splitlines()) == sum(len(s.entries) for s in sections)


def test_one_huge_sentence_is_shortened_not_dropped() -> None:
    long = " ".join(f"word{n}" for n in range(9_000))
    base = {
        "seeds/a.txt": source("Acme did not sell chips. End."),
        "briefings/2026-01-24-b.yml": yaml(
            title="Acme",
            sources=["a"],
            summary="Acme [@a].",
            claims={"sold": {"text": f"{long} not.", "quote": "Acme did not sell chips"}},
        ),
    }
    head = {path: text.replace(" not.", ".") for path, text in base.items()}
    found = change(base, head)
    whole = markdown(found)
    assert len(whole) > 100_000
    told = markdown(found, most=60_000)
    assert len(told.encode()) <= 60_000
    assert "A negation was removed: “not”." in told
    assert "~~not.~~" in told or "~~word8999 not.~~" in told
    assert "words…&#93;" in told
    assert markdown(found, most=10**7) == whole
