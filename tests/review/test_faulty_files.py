"""A changed file with errors: its sentences are told as far as they could be read, and it is the first to look at."""

from __future__ import annotations

import pytest
from mkdocs_briefings.review.markdown_report import markdown

from tests.desks import source
from tests.review.sides import change

SOURCE = source(
    "Owners have until June to apply. The port said so.\n", id="lock", title="Lock", published="2026-03-04"
)
PATH = "briefings/2026-03-04-x.yml"
TEXT = """\
title: Owners have until June
sources: [lock]
summary: |
  Owners have until June to apply [@until]. The port said so [@lock].
claims:
  until:
    text: Owners have until June to apply.
    quote: Owners have until June to apply
"""
TURNED = TEXT.replace("Owners have until June to apply [", "Owners do not have until June to apply [")


@pytest.mark.parametrize(
    ("fault", "read"),
    [
        (TURNED + "tags: [x]\n", True),
        (TURNED + "updated: soon\n", True),
        (TURNED + "status: maybe\n", True),
        (TURNED + "questions: [\n", True),
        (TURNED.replace("quote: Owners have", "quote: Owners had"), True),
        (TURNED.replace("[@lock]", "[@nowhere]"), True),
        (TURNED.replace("title: Owners have until June\n", ""), True),
        (TURNED.replace("sources: [lock]\n", ""), False),
        (TURNED.replace("sources: [lock]", "sources: lock"), False),
        (TURNED.replace("  until:\n", "  until:\n\ttext: x\n"), True),
    ],
)
def test_a_turned_sentence_is_told_or_its_file_listed_first(fault: str, read: bool) -> None:
    found = change({"seeds/lock.txt": SOURCE, PATH: TEXT}, {"seeds/lock.txt": SOURCE, PATH: fault})
    assert found.head_errors
    assert [(one.path, one.read) for one in found.faulty] == [(PATH, read)]
    told = [one for one in found.sentences if "do not have" in one.new]
    assert bool(told) == read
    assert all(any(flag.look == "negation" for flag in one.flags) for one in told)
    assert not any(one.how == "lost" for one in found.sentences), "it may only be unreadable"
    first = markdown(found).partition("### Look at these first")[2].splitlines()
    assert first[3].startswith(f"- **Not judged** · `{PATH}`: "), first
    assert ("are compared below" in first[3]) == read


def test_a_file_that_had_these_errors_before_is_not_listed() -> None:
    base = {"seeds/lock.txt": SOURCE, PATH: TEXT + "tags: [x]\n"}
    assert change(base, {**base, "briefings/2026-03-05-y.yml": TEXT}).faulty == ()
