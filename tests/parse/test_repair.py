"""Faults of syntax: each told once, on its line, with its cause; and nothing that only follows from it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.parse.yaml import Loaded, load

from tests.sampling import examples

EXAMPLES = {
    path.name: path.read_text("utf-8") for path in Path(__file__).parents[1].glob("desk/briefings/**/*.yml")
}


def faults(loaded: Loaded) -> list[tuple[int, int, str]]:
    return [(p.place.line, p.place.column, p.rule.code.removeprefix("yaml-")) for p in loaded.problems]


SINGLE = [
    ("title: Brunel: no sale", (1, 14, "unquoted-colon"), {"title": "Brunel: no sale"}),
    ("- a: b: c", (1, 7, "unquoted-colon"), [{"a": "b: c"}]),
    ("quote: He said\n  one thing: no", (2, 12, "unquoted-colon"), {"quote": "He said one thing: no"}),
    ("{about: How: why, class: x}", (1, 12, "unquoted-colon"), {"about": "How: why", "class": "x"}),
    ('quote: "very good" equilibrium', (1, 8, "leading-quote"), {"quote": '"very good" equilibrium'}),
    ("quote: 'very good' equilibrium", (1, 8, "leading-quote"), {"quote": "'very good' equilibrium"}),
    ("note: 'tis so\nb: 1", (1, 7, "leading-quote"), {"note": "'tis so", "b": 1}),
    ('quote: "a\nnote: b "c" d', (1, 8, "leading-quote"), {"quote": '"a', "note": 'b "c" d'}),
    ('quote: "a\n  b" c', (1, 8, "leading-quote"), {"quote": '"a b" c'}),
    ('- {about: "a" b, class: x}', (1, 11, "leading-quote"), [{"about": '"a" b', "class": "x"}]),
    ("text: [x] and more", (1, 7, "leading-indicator"), {"text": "[x] and more"}),
    ("answer: [@x#y] and more\nb: 1", (1, 9, "leading-indicator"), {"answer": "[@x#y] and more", "b": 1}),
    ("text: [x and more\nb: 1", (1, 7, "leading-indicator"), {"text": "[x and more", "b": 1}),
    ("text: {x} and more", (1, 7, "leading-indicator"), {"text": "{x} and more"}),
    ("text: @claim", (1, 7, "leading-indicator"), {"text": "@claim"}),
    ("text: `x` y", (1, 7, "leading-indicator"), {"text": "`x` y"}),
    ("text: %5", (1, 7, "leading-indicator"), {"text": "%5"}),
    ("text: *very* good", (1, 7, "leading-indicator"), {"text": "*very* good"}),
    ("text: & more", (1, 7, "leading-indicator"), {"text": "& more"}),
    ("text: - more", (1, 7, "leading-indicator"), {"text": "- more"}),
    ("text: | more", (1, 7, "leading-indicator"), {"text": "| more"}),
    ("text: > 5 percent", (1, 7, "leading-indicator"), {"text": "> 5 percent"}),
    ("a: - b\n- c", (1, 4, "leading-indicator"), {"a": ["c"]}),
    ("sources: [a, @b]", (1, 14, "leading-indicator"), {"sources": ["a", "@b"]}),
    ("quote: one # two\n  three", (1, 12, "comment-cuts"), {"quote": "one # two three"}),
    ("quote: one\n  # two\n  three", (2, 3, "comment-cuts"), {"quote": "one # two three"}),
    ("a:\n\tb: 1\n\tc: 2\nd: 3", (2, 1, "tab"), {"a": {"b": 1, "c": 2}, "d": 3}),
    ("a:\tb", (1, 3, "tab"), {"a": "b"}),
    ("a:\n\u00a0\u00a0b: 1\n\u00a0\u00a0c: 2\nd: 3", (2, 1, "odd-space"), {"a": {"b": 1, "c": 2}, "d": 3}),
    ("a:\n\u00a0 b: 1\n  c: 2\nd: 3", (2, 1, "odd-space"), {"a": {"b": 1, "c": 2}, "d": 3}),
    ("a:\n  b: 1\n \u00a0c: 2\nd: 3", (3, 2, "odd-space"), {"a": {"b": 1, "c": 2}, "d": 3}),
    ("a: 1\n\u00a0b: 2", (2, 1, "odd-space"), {"a": 1, "b": 2}),
    ("a: 1\nb:\u3000c\nd: 2", (2, 3, "odd-space"), {"a": 1, "b": "c", "d": 2}),
    ("a:\n- b\n-\u202fc\nd: 2", (3, 2, "odd-space"), {"a": ["b", "c"], "d": 2}),
    ("v: {a: 1 b: 2, c: 3}", (1, 9, "syntax"), {"v": {"a": 1, "b": 2, "c": 3}}),
    ('v: {a: "1 x" b: 2}', (1, 13, "syntax"), {"v": {"a": "1 x", "b": 2}}),
    ("c: {text: He left quote: he left}", (1, 18, "syntax"), {"c": {"text": "He left", "quote": "he left"}}),
    (
        "c: {text: He left,\n  quote: he left\n  note: x}",
        (2, 17, "syntax"),
        {"c": {"text": "He left", "quote": "he left", "note": "x"}},
    ),
    ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> main\nb: 1", (1, 1, "merge-conflict"), {"a": 1, "b": 1}),
    (
        "a:\n  b: 1\n<<<<<<< HEAD\n  c: 1\n||||||| base\n  c: 0\n=======\n  c: 2\n>>>>>>> main",
        (3, 1, "merge-conflict"),
        {"a": {"b": 1, "c": 1}},
    ),
    (
        "a: |\n<<<<<<< HEAD\n  b\n=======\n  c\n>>>>>>> main\nd: 1",
        (2, 1, "merge-conflict"),
        {"a": "\nb\n", "d": 1},
    ),
    ("a: 1\n>>>>>>> main\nb: 1", (2, 1, "merge-conflict"), {"a": 1, "b": 1}),
    ("<<<<<<< HEAD\na: 1\n=======\nb: 1", (1, 1, "merge-conflict"), {"a": 1, "b": 1}),
    ("a:\n  b: 1\n   c: 2\nd: 3", (3, 4, "indent"), {"a": {"b": 1, "c": 2}, "d": 3}),
    ("a:\n  b: 1\n c: 2\n  d: 3", (3, 2, "indent"), {"a": {"b": 1, "c": 2, "d": 3}}),
    (
        "a:\n   b: 1\n  c: 2\nd:\n  e: 1\nf:\n  g: 1",
        (2, 4, "indent"),
        {"a": {"b": 1, "c": 2}, "d": {"e": 1}, "f": {"g": 1}},
    ),
    (" a: 1\nb: 2\nc: 3", (1, 2, "indent"), {"a": 1, "b": 2, "c": 3}),
    ("a: 1\n b: 2\n c: 3", (2, 2, "indent"), {"a": 1, "b": 2, "c": 3}),
    ("a:\n  - b\n - c", (3, 2, "indent"), {"a": ["b", "c"]}),
    ("a: |\n  b\nc d\ne: 1", (3, 1, "indent"), {"a": "b\nc d\n", "e": 1}),
    ("a: b\nc d\ne: 1", (2, 1, "indent"), {"a": "b c d", "e": 1}),
    ("title:Foo\nb: 1", (1, 6, "syntax"), {"title": "Foo", "b": 1}),
    ("a:\n- b\n-c", (3, 1, "syntax"), {"a": ["b", "c"]}),
    ("just words\nb: 1", (1, 1, "syntax"), {"b": 1}),
    ("a: 1\n- c\nb: 2", (2, 1, "syntax"), {"a": 1, "b": 2}),
    ("a: {b: c\nd: 1", (1, 4, "syntax"), {"a": "{b: c", "d": 1}),
    ('a: "C:\\stuff"', (1, 7, "syntax"), {"a": "C:\\stuff"}),
    ('a: "\\U00110000"', (1, 5, "syntax"), {"a": "\\U00110000"}),
]


@pytest.mark.parametrize(("text", "fault", "data"), SINGLE, ids=[text for text, *_ in SINGLE])
def test_one_fault(text: str, fault: tuple[int, int, str], data: object) -> None:
    loaded = load("f.yml", text)
    assert faults(loaded) == [fault]
    assert loaded.data == data


TWENTY = r"""title: Brunel: no sale
note: "Very good" equilibrium
about: [x] and more
summary: |
  One.
 Two.
sources: [a, @b]
claims:
  one:
    text: @claim
    quote: ranked #1
    note:Foo
	date: 2025
     kind: report
    said_by: 'tis said
  two:
    text: *very* good
    quote: He said
      one thing: no
    kind: forecast
    kind: opinion
    at: &anchor call
    note: !important it is
    value: {a: b: c}
    date: {c: "d" e}
    state: {f: g
  three:
    quote: > 5 percent
    text: "C:\stuff"
    printed: `code`
just words
questions:
-Who?
- ? complex
"""


def test_twenty_faults_are_twenty_lines() -> None:
    loaded = load("f.yml", TWENTY)
    assert [(line, code) for line, _, code in faults(loaded)] == [
        (1, "unquoted-colon"),
        (2, "leading-quote"),
        (3, "leading-indicator"),
        (6, "indent"),
        (7, "leading-indicator"),
        (10, "leading-indicator"),
        (11, "comment-cuts"),
        (12, "syntax"),
        (13, "tab"),
        (14, "indent"),
        (15, "leading-quote"),
        (17, "leading-indicator"),
        (19, "unquoted-colon"),
        (21, "duplicate-key"),
        (22, "alias"),
        (23, "tag"),
        (24, "unquoted-colon"),
        (25, "leading-quote"),
        (26, "syntax"),
        (28, "leading-indicator"),
        (29, "syntax"),
        (30, "leading-indicator"),
        (31, "syntax"),
        (33, "syntax"),
        (34, "complex-key"),
    ]
    assert isinstance(loaded.data, dict)
    assert list(loaded.data["claims"]) == ["one", "two", "three"]


def test_at_most_fifty_repairs() -> None:
    loaded = load("f.yml", "".join(f"k{n}: a: b\n" for n in range(80)))
    assert len(loaded.problems) == 50
    assert loaded.data is None


def test_every_fault_says_what_to_do() -> None:
    seen = Counter(problem.rule for problem in load("f.yml", TWENTY).problems)
    assert len(seen) > 10
    assert all(rule.code.startswith("yaml-") and rule.remedy for rule in seen)


@pytest.mark.parametrize("text", EXAMPLES.values(), ids=EXAMPLES)
def test_no_fault_in_valid_files(text: str) -> None:
    assert load("f.yml", text).problems == ()


SPOILERS = {
    "unquoted-colon": lambda words: f"{words[0]}: {' '.join(words[1:])}",
    "leading-quote": lambda words: f'"{words[0]}" {" ".join(words[1:])}',
    "leading-indicator": lambda words: f"[{words[0]}] {' '.join(words[1:])}",
    "comment-cuts": lambda words: f"{words[0]} #{' '.join(words[1:])}",
}


@settings(deadline=None, max_examples=examples(60))
@given(st.data())
def test_faults_in_files_of_a_whole_desk_are_found_one_by_one(data: st.DataObject) -> None:
    """Spoil some plain texts of a file: exactly these lines are told, each with its cause."""
    name = data.draw(st.sampled_from(sorted(EXAMPLES)))
    lines = EXAMPLES[name].split("\n")
    plain = [
        row
        for row, line in enumerate(lines)
        if line.strip().startswith(("text: ", "note: "))
        and line.split(": ")[1][:1].isalpha()
        and len(line.split()) > 3
    ]
    if not plain:
        return
    expected = {}
    for row in data.draw(st.lists(st.sampled_from(plain), unique=True, max_size=8)):
        code = data.draw(st.sampled_from(sorted(SPOILERS)))
        key, _, value = lines[row].partition(": ")
        lines[row] = f"{key}: {SPOILERS[code](value.split())}"
        expected[row + 1] = code
    assert {line: code for line, _, code in faults(load("f.yml", "\n".join(lines)))} == expected
