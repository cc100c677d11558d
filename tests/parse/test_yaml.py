"""Loading: what YAML means here, both scanners alike, and faults that are no faults of syntax."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.parse.compose import compose
from mkdocs_briefings.parse.reading import MAX_DEPTH
from mkdocs_briefings.parse.repair import prepare
from mkdocs_briefings.parse.yaml import MAX_LENGTH, Loaded, load
from ruamel.yaml import YAML

from tests.growth import grows_with_its_input
from tests.sampling import sampled

EXAMPLES = sorted(Path(__file__).parents[1].glob("desk/briefings/**/*.yml"))


def faults(loaded: Loaded) -> list[tuple[int, int, str]]:
    return [(p.place.line, p.place.column, p.rule.code) for p in loaded.problems]


VALUES = [
    ("NO", "NO"),
    ("yes", "yes"),
    ("on", "on"),
    ("true", True),
    ("False", False),
    ("null", None),
    ("~", None),
    ("", None),
    ("2025", 2025),
    ("-7", -7),
    ("007", 7),
    ("0x1F", 31),
    ("0o17", 15),
    ("1_000", "1_000"),
    ("1.5", 1.5),
    ("1e3", 1000.0),
    (".5", 0.5),
    ("1e999", "1e999"),
    (".inf", ".inf"),
    (".nan", ".nan"),
    ("14:56", "14:56"),
    ("2026-01-24", "2026-01-24"),
    ("2026-01-24T14:56", "2026-01-24T14:56"),
    ("2026-13-99", "2026-13-99"),
    ("2024-10-08..2024-10-15", "2024-10-08..2024-10-15"),
    ("2024-10-23~", "2024-10-23~"),
    ("=", "="),
    ("a#b", "a#b"),
    ("http://example.org/x", "http://example.org/x"),
    ("AT&T", "AT&T"),
    ("a & b ! c % d * e ? f @ g", "a & b ! c % d * e ? f @ g"),
    ('"quoted \\u00e9"', "quoted é"),
    ("'it''s'", "it's"),
    ('"2025"', "2025"),
    (">-\n  one\n  two", "one two"),
    ("|\n  one # no comment\n  two", "one # no comment\ntwo\n"),
    (">- # a comment\n  one", "one"),
    ("|\n   \n    after a blank line of spaces", "\nafter a blank line of spaces\n"),
    ("one\n  two", "one two"),
    ("[a, 'b, c', {d: e}]", ["a", "b, c", {"d": "e"}]),
    ("[a: b]", [{"a": "b"}]),
    ("{linked to: [china, russia]}", {"linked to": ["china", "russia"]}),
    ("😀 “x” – é\u00a0z", "😀 “x” – é\u00a0z"),
    ("9" * 400, "9" * 400),
]


@pytest.mark.parametrize(("written", "read"), VALUES)
def test_values(written: str, read: object) -> None:
    text = f"k: {written}\nend: 1"
    assert load("f.yml", text) == Loaded({"k": read, "end": 1}, ())
    assert compose(prepare(text)[0]).data == {"k": read, "end": 1}


def test_keys_are_text_as_written() -> None:
    assert load("f.yml", "2025: a\nnull: b\n1.50: c\nNO: d\n'': e\n").data == {
        "2025": "a",
        "null": "b",
        "1.50": "c",
        "NO": "d",
        "": "e",
    }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_whole_desk_is_read_as_ruamel_reads_it(path: Path) -> None:
    text = path.read_text("utf-8")
    loaded = load("f.yml", text)
    assert loaded.problems == ()
    yaml = YAML(typ="safe", pure=True)
    yaml.constructor.add_constructor("tag:yaml.org,2002:timestamp", type(yaml.constructor).construct_yaml_str)
    assert loaded.data == _with_str_keys(yaml.load(text))


def _with_str_keys(data: object) -> object:
    match data:
        case dict():
            return {str(key): _with_str_keys(value) for key, value in data.items()}
        case list():
            return [_with_str_keys(value) for value in data]
    return data


def test_line_ends_and_byte_order_mark_do_not_matter() -> None:
    assert load("f.yml", "\ufeffa: 1\r\nb: 2\rc: |\r\n  x\r\n") == Loaded({"a": 1, "b": 2, "c": "x\n"}, ())


def test_places_count_the_lines_above() -> None:
    loaded = load("seeds/a.txt", "a: 1\na: 2", line_offset=1)
    assert loaded.problems[0].place == Place("seeds/a.txt", line=3, column=1)
    assert loaded.problems[0].related == (Place("seeds/a.txt", line=2, column=1),)


FAULTS = [
    ("", [(1, 1, "yaml-empty")]),
    ("# nothing\n", [(1, 1, "yaml-empty")]),
    ("---\n", [(1, 1, "yaml-empty")]),
    (
        "a: 1\nb: 2\na: 3\nb: 4\na: 5",
        [(3, 1, "yaml-duplicate-key"), (4, 1, "yaml-duplicate-key"), (5, 1, "yaml-duplicate-key")],
    ),
    ("a: {b: 1, b: 2, b: 3}", [(1, 11, "yaml-duplicate-key"), (1, 17, "yaml-duplicate-key")]),
    ("2025: 1\n'2025': 2", [(2, 1, "yaml-duplicate-key")]),
    ("a: &x [1]\nb: *x", [(1, 4, "yaml-alias"), (2, 4, "yaml-alias")]),
    ("a: *nowhere", [(1, 4, "yaml-alias")]),
    ("a: {<<: {b: 1}}", [(1, 5, "yaml-alias")]),
    ("a: !!python/object:os.system x\nb: !t y", [(1, 4, "yaml-tag"), (2, 4, "yaml-tag")]),
    ("a: 1\n---\nb: 2", [(2, 1, "yaml-documents")]),
    ("a: 1\n...\nb: 2", [(3, 1, "yaml-documents")]),
    ("%YAML 1.1\n---\na: NO", [(1, 1, "yaml-syntax")]),
    ("? a\n: b", [(1, 3, "yaml-complex-key")]),
    ("[a]: b\n{c: d}: e", [(1, 1, "yaml-complex-key"), (2, 1, "yaml-complex-key")]),
    (": a", [(1, 1, "yaml-syntax")]),
    ("a: x\u2028y\nb: \x07", [(1, 5, "yaml-control-character"), (2, 4, "yaml-control-character")]),
    ('a: "\\0"\nb: "\\ud800"', [(1, 4, "yaml-control-character"), (2, 4, "yaml-control-character")]),
    ("\ud800: 1", [(1, 1, "yaml-control-character")]),
    ("[" * (MAX_DEPTH + 1), [(1, 33, "yaml-too-deep")]),
    ("- " * (MAX_DEPTH + 1), [(1, 65, "yaml-too-deep")]),
    ("a: " + "x" * 200_001, [(1, 4, "yaml-too-large")]),
    ("x" * (MAX_LENGTH + 1), [(1, 1, "yaml-too-large")]),
    ("a:\n- b\n  - c", [(3, 3, "yaml-indent")]),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS, ids=[text[:20] for text, _ in FAULTS])
def test_faults_that_are_no_faults_of_syntax(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert faults(load("f.yml", text)) == expected


COMMENTS = [
    ("quote: ranked #1", (1, 15)),
    ("quote: >-\n  ranked #1", None),
    ("quote: >- # folded\n  ranked", None),
    ("quote: 'ranked #1'  # quoted", None),
    ("quote: ranked#1", None),
    ("quote:\n- ranked #1", (2, 10)),
    ("quote: # two of them\n- ranked", None),
    ("quote: one\n  two # three", (2, 7)),
    ("quote: one\n  #1 in the world", (2, 3)),
    ("quote: one\n\n  #1 in the world\nb: 1", (3, 3)),
    ("quote: one\n# above the next key\nb: 1", None),
    ("title: #1 in the world", (1, 8)),
    ("note: word # comment", (1, 12)),
    ("id: word # comment", None),
    ("id: two words # comment", (1, 15)),
    ("date: 2025 # comment", None),
    ("sources: [a, b] # comment", None),
    ("sources: [a b, # comment\n  c]", None),
    ("sources: # comment\n- a # comment", None),
    ("a key: # comment\n  b: 1", None),
]


@pytest.mark.parametrize(("text", "place"), COMMENTS)
def test_comments_that_cut_a_text(text: str, place: tuple[int, int] | None) -> None:
    assert faults(load("f.yml", text)) == ([(*place, "yaml-comment-cuts")] if place else [])


def test_a_text_that_was_cut_is_kept_whole_if_it_is_no_comment() -> None:
    assert load("f.yml", "quote: ranked #1\nnote: a b # see below").data == {
        "quote": "ranked #1",
        "note": "a b",
    }


@pytest.mark.parametrize(
    "unit",
    sampled(
        [
            "a: b: c\n",
            "[",
            "\ta: 1\n",
            "a: b c # d\n",
            "{a: ",
            "a: &a [*a]\n",
            "'",
            "---\n",
            "\x07\n",
            '"',
            "* ",
            "|\n",
        ],
        3,
    ),
)
def test_the_work_on_hostile_texts_grows_with_them(unit: str) -> None:
    grows_with_its_input(lambda size: load("f.yml", (unit * size)[:size]), MAX_LENGTH // 64)


PARTS = """
a |b: |- |: |:|# x| #|'|"|[|]|{|}|, |,|>|?|? |!|!t |&a |*a|@|`|%|---|...|é|😀|1|null|key: |quote: |- a: |x y|<<: |=
a:b|--| -|[@a]|[[n]]|"x"|'y'|{a: b}|[a: b]|{a}|#1|+
"""
ODD = [
    "|", "|-", ">-", "|2", "\n", "\n", "\n  ", "\n    ", "\n- ", "\ntext: ", "\n%a", "  ", "\t",
    "\\", "\\n", "\r", "\ufeff", "\u2028", "\x07", "\ud800",
]  # fmt: skip
YAML_LIKE = st.lists(st.sampled_from([*re.split(r"[|\n]", PARTS), *ODD]), max_size=16).map("".join)


@settings(deadline=2000)
@given(st.text() | YAML_LIKE)
def test_any_text_loads_as_the_slow_way_would(text: str) -> None:
    loaded = load("f.yml", text)
    prepared, forbidden = prepare(text)
    slow = compose(prepared)
    is_clean = not (forbidden or slow.faults or slow.stop)
    assert is_clean == (not loaded.problems)
    if is_clean:
        assert repr(loaded.data) == repr(slow.data)
    lines = prepared.split("\n")
    for problem in loaded.problems:
        assert 1 <= problem.place.line <= len(lines)
        assert problem.place.column >= 1
        assert problem.message
        assert problem.hint
