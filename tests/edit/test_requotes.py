"""`check --fix` types a text that YAML misreads so that it is read as it stands: only where that is sure."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.build import build
from mkdocs_briefings.edit.fixes import fixed
from mkdocs_briefings.edit.requotes import requoted
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.schema import BriefingFile
from mkdocs_briefings.parse.yaml import load

from tests.sampling import examples
from tests.test_cases import BASE, tree_of

SALES = "briefings/2025-01-07-sales.yml"
SOURCE = "seeds/umbrellas.txt"
LONG = "'Tis said that a sale # 5 of umbrellas went well: the shop gave no number, and nobody asked for one at all"
TEXT = (
    'READ MORE: Ten best umbrellas. "Very good" umbrellas, said a lawyer. [The] shop was ranked #1 in sales. '
    f"@umbrellas wrote: none. {LONG}, or so it was told to the paper on Monday."
)
FRONT = "---\nid: umbrellas\ntitle: TITLE\npublished: 2025-01-10\npublisher: post\n---\n"
HEAD = """\
title: Acme sells umbrellas
sources: [umbrellas]
summary: Acme sells umbrellas [@sold].
claims:
  sold:   # kept
    text: Umbrellas.
"""


def mended(yaml: str) -> tuple[str, list[str]]:
    """Give a briefing after mending, and what was told of it."""
    source = FRONT.replace("TITLE", "Umbrellas") + TEXT
    tree = tree_of(BASE) | {SOURCE: source.encode(), SALES: yaml.encode()}
    problems = [problem for problem in build(tree, Settings()).problems if problem.place.path == SALES]
    changes, told = fixed(tree, problems, Settings())
    return (changes.get(SALES) or yaml.encode()).decode(), told


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("quote: READ MORE: Ten best umbrellas", 'quote: "READ MORE: Ten best umbrellas"'),
        ('quote: "Very good" umbrellas', "quote: '\"Very good\" umbrellas'"),
        ("quote: [The] shop was ranked", 'quote: "[The] shop was ranked"'),
        ("quote: shop was ranked #1 in sales", 'quote: "shop was ranked #1 in sales"'),
        ("quote: '#1 in sales", "quote: '#1 in sales"),
        ("quote: #1 in sales", 'quote: "#1 in sales"'),
        ("quote: a sale # 5 of umbrellas", 'quote: "a sale # 5 of umbrellas"'),
        ("quote: a sale # 5\n      of umbrellas  # kept", "quote: a sale # 5\n      of umbrellas  # kept"),
        ("quote: a sale # 5\n      of umbrellas\n    note: x", 'quote: "a sale # 5 of umbrellas"\n    note: x'),
        ('quote:\n    - READ MORE\n    - "Very good" umbrellas', "quote:\n    - READ MORE\n    - '\"Very good\" umbrellas'"),
        ("quote: @umbrellas wrote: none", 'quote: "@umbrellas wrote: none"'),
        (f"quote: {LONG}", "quote: >-\n      " + LONG.replace(" for one", "\n      for one")),
        ("quote: READ MORE\n    note: It says: no", 'quote: READ MORE\n    note: "It says: no"'),
        ("quote: READ MORE\n    note: It says: no\n    why: As: before", 'quote: READ MORE\n    note: "It says: no"\n    why: "As: before"'),
        ("quote: READ MORE\n    note: @home she is", 'quote: READ MORE\n    note: "@home she is"'),
        ("quote: READ MORE\n    note: It says:\n      no", 'quote: READ MORE\n    note: "It says: no"'),
    ],
)  # fmt: skip
def test_a_text_that_yaml_misreads(typed: str, made: str) -> None:
    text, told = mended(f"{HEAD}    {typed}\n")
    assert text == f"{HEAD}    {made}\n"
    assert bool(told) == (typed != made)


@pytest.mark.parametrize(
    "typed",
    [
        "quote: READ MORE: Nine best umbrellas",
        "quote: shop was ranked # see below",
        "quote: the shop gave # no number",
        'quote: "READ MORE',
        "quote: READ MORE\n    note: It says: no # ask",
        "quote: READ MORE\n    note: 'It''s' no",
        "quote: READ MORE\n    note: why: no",
        "quote: READ MORE\n    note: [It says no",
        "quote: READ MORE\n    note: > It says: no",
        "quote: READ MORE\n    date: 2024-01: 05",
        "quote: READ MORE\n    said_by: [acme, post",
        'quote: READ MORE\n    note: "It says no',
        "quote: READ MORE\n    note: It says: no\n\n      and yes",
    ],
)
def test_what_is_not_sure_is_left_to_the_editor(typed: str) -> None:
    yaml = f"{HEAD}    {typed}\n"
    assert mended(yaml) == (yaml, [])


def test_all_of_a_file_and_the_line_ends_of_windows() -> None:
    yaml = HEAD.replace("Acme sells umbrellas\n", "Umbrellas: Acme sells them\n")
    typed = f"\ufeff{yaml}    quote: READ MORE: Ten\n".replace("\n", "\r\n")
    text, told = mended(typed)
    made = typed.replace("Umbrellas: Acme sells them", '"Umbrellas: Acme sells them"')
    assert text == made.replace("READ MORE: Ten", '"READ MORE: Ten"')
    assert len(told) == 2


def test_the_front_matter_of_a_source_but_never_its_text() -> None:
    data = FRONT.replace("TITLE", "Umbrellas: ten best").encode() + b"---\r\ntitle: a: b\n\xc3\xa9"
    tree = {SOURCE: data}
    problems = build(tree, Settings()).problems
    changes, told = fixed(tree, problems, Settings())
    made = changes[SOURCE] or b""
    assert b'title: "Umbrellas: ten best"\n' in made
    assert made.endswith(b"---\n---\r\ntitle: a: b\n\xc3\xa9")
    assert len(told) == 1


@settings(deadline=None, max_examples=examples(150))
@given(
    st.text(alphabet="ab:-# \"'[]{},|>&*!?%@`\\\n", max_size=40), st.sampled_from(["title", "note", "quote"])
)
def test_never_raises_and_changes_nothing_else(value: str, key: str) -> None:
    text = f"sources: [a]\nclaims:\n  c: {{text: x, quote: y}}\n  d:\n    {key}: {value}\n    why: z\n"
    made, told = requoted(SALES, text.encode(), BriefingFile, lambda _sources, _words: True)
    after = load("", made.decode())
    before = load("", text)
    assert bool(told) == (made != text.encode())
    if told:
        assert len(after.problems) <= len(before.problems)
        assert isinstance(after.data, dict)
        assert after.data["claims"]["c"] == {"text": "x", "quote": "y"}


@pytest.mark.parametrize(
    ("old", "typed"),
    [
        ("title: Acme sells umbrellas\n", "title: Draft words status: draft\n"),
        ("title: Acme sells umbrellas\n", "title: Words embargo: 2026-01-01\n"),
        ("    text: Umbrellas.\n", "    text: Umbrellas sell. kind: opinion\n"),
        ("    text: Umbrellas.\n", "    text: Umbrellas sell. said_by: Reuters\n"),
    ],
)
def test_a_field_behind_a_text_stays_an_error(old: str, typed: str) -> None:
    """Two lines that ran together: to make one text of them would publish a draft."""
    yaml = HEAD.replace(old, typed) + "    quote: READ MORE\n"
    assert mended(yaml) == (yaml, [])
