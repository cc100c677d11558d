"""The one form of YAML: it means the same, keeps every comment with its key, and is reached in one step."""

from __future__ import annotations

import json
import random
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.edit.format import UnformattableError, format_file, format_text
from mkdocs_briefings.edit.format.scalar_text import WIDTH
from mkdocs_briefings.model import parts
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse import schema, seed
from mkdocs_briefings.parse.file import model_of
from mkdocs_briefings.parse.schema_fields import part_at
from mkdocs_briefings.parse.yaml import load
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from tests.sampling import examples

if TYPE_CHECKING:
    from click.testing import Result
    from mkdocs_briefings.model.problem import Loc
    from pydantic import BaseModel

PROJECT = Path(__file__).parents[2]
DESK = PROJECT / "tests/desk"
BASE = Path(__file__).parents[1] / "cases/_base"
WRITTEN = sorted([*(DESK / "briefings").rglob("*.yml"), *(DESK / "seeds").glob("*.txt")])
SALES = "briefings/2025-01-07-sales.yml"

HOSTILE = [
    "NO", "yes", "on", "~", "null", "true", "1", "01", "1.5", "0x1F", "1_000", ".inf", "2026-01-24", "12:30:45", "=", "<<",
    "ranked #1", "#1", "a # b", "a: b", "a:", ":a", "- a", "-", "--- a", "...", "? a", "a ? b", "[a]", "{a: b}", "a, b", "a]",
    "&a", "*a", "!a", "%a", "@a", "`a", "|", ">", ">-", "'", '"', "'a' b", '"a" b', "it's", 'a "b" c', "it's \"b\"", "\\", "a\\nb",
    " a", "a ", "a  b", "\ta", "a\tb", "a\n", "a\nb", "a\n\nb\n", "\na", "a\n  b\n", "  a\nb\n", "a\n\n", "a \nb", "a\n# b\n", "- a\n- b\n",
    "a\r\nb", "é", "“a” – b", "a\u00a0b", "\U0001f600", "---", "a---b", "[[x]]", "[@x]", "x" * 130, "ab " * 60 + "c", "a: b " * 30 + "c",
    "# " * 60 + "c", "a  b " * 40 + "c", "“a " * 50 + "b",
]  # fmt: skip

words = st.sampled_from(HOSTILE) | st.text(
    st.sampled_from("ab:#-?,[]{}&*!|>'\"%@` \n\t1.é\\~"), min_size=1, max_size=12
)
names = st.sampled_from(["a", "b-c", "NO", "1", "2026", "a b", "x: y", "#k", "'q'", "é", "true"])
values = st.recursive(
    words | st.integers(-5, 2030) | st.sampled_from([1.5, True, False]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=6,
)


def _entries(model: type[BaseModel], **known: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    fields = [field.alias or name for name, field in model.model_fields.items()]
    one = {field: known.get(field, words) for field in [*fields, "unknown", "other"]}
    return st.sets(st.sampled_from(sorted(one)), min_size=1, max_size=6).flatmap(
        lambda chosen: st.fixed_dictionaries({field: one[field] for field in sorted(chosen)})
    )


_claims = st.dictionaries(
    names,
    _entries(
        schema.ClaimEntry,
        quote=words | st.lists(words, min_size=1, max_size=3),
        value=st.dictionaries(names, st.dictionaries(names, values, max_size=2), max_size=2),
        role=st.dictionaries(names, words, max_size=2),
    ),
    max_size=3,
)
_briefings = _entries(
    schema.BriefingFile,
    sources=st.lists(names, max_size=3),
    claims=_claims,
    questions=st.lists(words | _entries(schema.QuestionEntry), max_size=2),
    disagreements=st.lists(
        _entries(schema.DisagreementEntry, between=st.lists(names, max_size=3)), max_size=2
    ),
)
_sources = _entries(
    schema.SourceFront,
    inferred=st.dictionaries(names, words, max_size=2),
    skip=st.dictionaries(names, st.lists(words, max_size=2)),
)
DOCUMENTS = st.one_of(
    st.tuples(st.just(schema.BriefingFile), _briefings),
    st.tuples(st.just(schema.SourceFront), _sources),
    st.tuples(
        st.just(schema.EntitiesFile),
        st.dictionaries(
            names, _entries(schema.EntityEntry, aliases=st.lists(words, max_size=3)), min_size=1, max_size=3
        ),
    ),
    st.tuples(
        st.just(schema.StorylinesFile),
        st.dictionaries(names, _entries(schema.StorylineEntry), min_size=1, max_size=2),
    ),
)


class Writer:
    """Writes data as YAML in any of the forms that an editor may choose, with comments."""

    def __init__(self, chance: random.Random, comments: float) -> None:
        self.chance = chance
        self.often = comments
        self.comments: list[str] = []

    def document(self, data: dict[str, Any]) -> str:
        lines = ["# yaml-language-server: $schema=x.json"] * self.chance.choice([0, 0, 1])
        if self.often and not self.chance.randrange(6):
            lines += [self.comment(""), ""]
        lines += self.mapping(data, 0)
        if self.often and not self.chance.randrange(6):
            lines.append(self.comment(""))
        return "\n".join(lines) + "\n" * self.chance.choice([1, 1, 1, 0, 3])

    def comment(self, about: str) -> str:
        self.comments.append(f"# c{len(self.comments)}{about}")
        return self.comments[-1]

    def trail(self, about: str) -> str:
        return f" {self.comment(about)}" if self.chance.random() < self.often else ""

    def above(self, indent: int, about: str, *, top: bool) -> list[str]:
        lines = [""] * self.chance.choice([0, 0, 0, 0, 1, 2])
        if self.chance.random() < self.often:
            lines.append(" " * indent + self.comment(about))
            # A blank line below the first comment of a file makes it one about the file.
            lines += [""] * (0 if top else self.chance.choice([0, 0, 0, 1]))
        return lines

    def mapping(self, data: dict[str, Any], indent: int) -> list[str]:
        lines: list[str] = []
        for key, value in data.items():
            shown = self.scalar(key, key=True)
            lines += self.above(indent, f" @{shown}:", top=indent == 0 and not lines)
            lines += self.value(f"{' ' * indent}{shown}:", value, indent, key, is_item=False)
        return lines

    def sequence(self, data: list[Any], indent: int) -> list[str]:
        lines = []
        for value in data:
            lines += self.above(indent, "", top=False)
            lines += self.value(" " * indent + "-", value, indent, "", is_item=True)
        return lines

    def value(self, lead: str, value: Any, indent: int, name: str, *, is_item: bool) -> list[str]:
        about = "" if is_item else f" @{lead.strip()}"
        space = " " * self.chance.choice([1, 1, 1, 2])
        if isinstance(value, dict | list):
            if value and self.chance.random() < 0.15:
                return self.open_flow(lead + space, value, indent + 2, about)
            if not value or self.chance.random() < 0.3:
                return [lead + space + self.flow(value) + self.trail(about)]
            is_map = isinstance(value, dict)
            more = (
                indent
                + (2 if is_map or is_item else self.chance.choice([0, 2]))
                + self.chance.choice([0, 0, 2])
            )
            trail = self.trail(about)
            if isinstance(value, dict):
                below = self.mapping(value, more)
            else:
                if more != indent and more < indent + 2:
                    more = indent + 2
                below = self.sequence(value, more)
            if (
                is_item
                and not trail
                and below[0].strip()
                and not below[0].lstrip().startswith("#")
                and self.chance.random() < 0.8
            ):
                return [lead + below[0][len(lead) :], *below[1:]]
            return [lead + trail, *below]
        if not isinstance(value, str):
            return [lead + space + json.dumps(value) + ("" if name in PROSE else self.trail(about))]
        if self.chance.random() < 0.4 and (
            block := self.block(value, indent + self.chance.choice([1, 2, 4]))
        ):
            return [f"{lead}{space}{block[0]}" + self.trail(about), *block[1:]]
        shown = self.scalar(value)
        trail = (
            self.trail(about)
            if shown[0] in "'\"" or (not set(" #") & set(value) and name not in PROSE and not is_item)
            else ""
        )
        return [lead + space + shown + trail]

    def open_flow(self, lead: str, value: dict[str, Any] | list[Any], indent: int, about: str) -> list[str]:
        """Write a list or mapping in brackets over several lines."""
        is_map = isinstance(value, dict)
        lines = [lead + ("{" if is_map else "[") + self.trail(about)]
        for one in value.items() if isinstance(value, dict) else enumerate(value):
            key = f"{self.scalar(str(one[0]), key=True, flow=True)}: " if is_map else ""
            named = f" @{key.strip()}" if key else ""
            lines += self.above(indent, named, top=False)
            lines.append(f"{' ' * indent}{key}{self.flow(one[1])},{self.trail(named)}")
        return [*lines, " " * indent + ("}" if is_map else "]")]

    def block(self, text: str, indent: int) -> list[str]:
        """Write a block scalar; nothing if the text is none that can stand there."""
        body = text.rstrip("\n")
        lines = body.split("\n")
        if not body or re.search(r"[\t\r]", text) or any(line and not line.strip() for line in lines):
            return []
        ends = len(text) - len(body)
        chomp = "-" if not ends else "" if ends == 1 else "+"
        pad = " " * indent
        if ends < 2 and lines == [body] and body.strip() == body and self.chance.random() < 0.7:
            folded = re.split(r"(?<=[^ ]) (?=[^ ])", body)
            cut = self.chance.randrange(len(folded) + 1)
            parts = [" ".join(part) for part in (folded[:cut], folded[cut:]) if part]
            return [f">{chomp}", *(pad + part for part in parts)]
        if body.lstrip("\n").startswith(" "):
            return []
        lines += [""] * (ends - 1)
        return [f"|{chomp}", *(pad + line if line else "" for line in lines)]

    def flow(self, value: Any) -> str:
        if isinstance(value, dict):
            return (
                "{"
                + ", ".join(
                    f"{self.scalar(k, key=True, flow=True)}: {self.flow(v)}" for k, v in value.items()
                )
                + "}"
            )
        if isinstance(value, list):
            return (
                "["
                + ", ".join(map(self.flow, value))
                + self.chance.choice(["", "", ","] if value else [""])
                + "]"
            )
        return self.scalar(value, flow=True) if isinstance(value, str) else json.dumps(value)

    def scalar(self, text: str, *, key: bool = False, flow: bool = False) -> str:
        forms = [json.dumps(text, ensure_ascii=False)]
        if not re.search(r"[\n\r\t]", text):
            forms.append("'" + text.replace("'", "''") + "'")
        line = f"{text}: x" if key else f"[{text}]" if flow else f"k: {text}"
        read = load("", f"[{{{line}}}]" if flow and key else line)
        wanted: Any = {text: "x"} if key else [text] if flow else {"k": text}
        if not read.problems and read.data == ([wanted] if flow and key else wanted):
            forms += [text, text]
        return self.chance.choice(forms)


PROSE = frozenset(
    {"about", "answer", "note", "printed", "quote", "said_by", "summary", "text", "title", "why"}
)


def strict(data: Any) -> Any:
    """Give the data so that types count and the order of keys does not."""
    if isinstance(data, dict):
        return {str(key): strict(value) for key, value in data.items()}
    if isinstance(data, list):
        return [strict(one) for one in data]
    return (type(data).__name__, data)


def stripped(data: Any, model: type[BaseModel], loc: Loc = ()) -> Any:
    """Leave out the white space of paragraphs and quotations that has no meaning."""
    if isinstance(data, dict):
        return {key: stripped(one, model, (*loc, key)) for key, one in data.items()}
    if isinstance(data, list):
        return [stripped(one, model, (*loc, n)) for n, one in enumerate(data)]
    part = part_at(model, loc) if isinstance(data, str) else None
    if part == parts.PROSE:
        return re.sub(r"[ \t]+$", "", data, flags=re.MULTILINE)
    if part == parts.QUOTATION:
        return re.sub(r"[ \t\n]+", " ", data).strip(" ") or data
    return data


def others(text: str) -> Any:
    """Read YAML 1.2 as others do: dates are dates there."""
    return YAML(typ="safe", pure=True).load(text)


def readable(text: str) -> bool:
    """Whether others can read a text at all: they refuse `=`, and the keys `1` and `"1"` in one mapping."""
    try:
        others(text)
    except YAMLError:
        return False
    return True


def kept(text: str, model: type[BaseModel]) -> str:
    """Format a text and show that it means the same, to us and to others, and that formatting it again changes nothing."""
    before = load("", text)
    assert not before.problems
    made = format_text("", text, model)
    after = load("", made)
    assert not after.problems, after.problems
    assert strict(after.data) == strict(stripped(before.data, model))
    assert strict(others(made)) == strict(stripped(others(text), model))
    assert format_text("", made, model) == made
    return made


@pytest.mark.slow
@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    deadline=None,
    max_examples=examples(200),
)
@given(DOCUMENTS, st.randoms(use_true_random=False), st.sampled_from([0, 0.1, 0.4]))
def test_any_document_keeps_its_meaning_and_its_comments(
    document: tuple[type[BaseModel], dict[str, Any]], chance: random.Random, comments: float
) -> None:
    model, data = document
    writer = Writer(chance, comments)
    text = writer.document(data)
    read = load("", text)
    assume(not read.problems and strict(read.data) == strict(data) and readable(text))
    made = kept(text, model)
    lines = made.split("\n")
    found = [match[1] for line in lines if (match := re.search(r"(?:^|\s)(# c\d+(?: @.*)?)$", line))]
    assert sorted(found) == sorted(writer.comments)
    for n, line in enumerate(lines):
        if match := re.search(r"(?P<before>^|.*\s)# c\d+ @(?P<key>.*)$", line):
            below = (one for one in lines[n + 1 :] if one.strip() and not one.lstrip().startswith("#"))
            about = line if match["before"].strip() else next(below)
            named = load("", f"{match['key']} x").data
            assert isinstance(named, dict)
            (key,) = named
            assert any(form in about for form in (key, json.dumps(key), key.replace("'", "''"))), (
                line,
                about,
            )


@pytest.mark.slow
@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_the_desk_typed_in_any_other_way_comes_out_alike(path: Path) -> None:
    model, text = yaml_of(path)
    data = load("", text).data
    assert isinstance(data, dict)
    for chance in range(3):
        kept(Writer(random.Random(chance), 0.05).document(data), model)  # noqa: S311, any will do
    kept(json.dumps(data, ensure_ascii=False, indent=1), model)


def name_of(path: Path) -> str:
    return path.relative_to(DESK).as_posix()


def yaml_of(path: Path) -> tuple[type[BaseModel], str]:
    model = model_of(name_of(path), Settings())
    assert model is not None
    data = path.read_bytes()
    return model, (seed.split(data).front or "") if path.suffix == ".txt" else data.decode()


# The form


def briefing(text: str) -> str:
    return kept(text, schema.BriefingFile)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("title: NO\n", "title: NO\n"),
        ("title: 'NO'\n", "title: NO\n"),
        ("title: 'ranked #1'\n", 'title: "ranked #1"\n'),
        ('title: "it is"\n', "title: it is\n"),
        ("title: 'a: b'\n", 'title: "a: b"\n'),
        ('title: "\\"a\\" b"\n', "title: '\"a\" b'\n"),
        ("updated: '2026-01-24'\n", 'updated: "2026-01-24"\n'),
        ("updated: 2026-01-24\n", "updated: 2026-01-24\n"),
        ("updated: '2025'\n", 'updated: "2025"\n'),
        ("claims:\n  a:\n    value: {x: {y: 1.50, z: 0x1F}}\n", "claims:\n  a:\n    value: {x: {y: 1.50, z: 0x1F}}\n"),
        ("title: >-\n  short\n  words\n", "title: short words\n"),
        ("title: >-\n  short: words\n", "title: >-\n  short: words\n"),
        ("summary: |\n    - one  \n    - two\t\n", "summary: |\n  - one\n  - two\n"),
        ('summary: "a\\n\\n- b\\n"\n', "summary: |\n  a\n\n  - b\n"),
        ('claims:\n  a:\n    quote: "  The  ban was\\n  lifted "\n', "claims:\n  a:\n    quote: The ban was lifted\n"),
        ("claims:\n  a:\n    quote:\n    - |\n      The ban\n      was: lifted\n    - ' 2019 '\n", 'claims:\n  a:\n    quote:\n    - >-\n      The ban was: lifted\n    - "2019"\n'),
        ("sources:\n    - a\n    - b\n", "sources:\n- a\n- b\n"),
        ("sources: [ a,b, ]\n", "sources: [a, b]\n"),
        ('{"title": "x", "sources": ["a"]}', "title: x\nsources: [a]\n"),
        ("summary: x\ntitle: y\nfoo: z\nsources: [b, a]\n", "title: y\nsources: [b, a]\nsummary: x\nfoo: z\n"),
        ("claims:\n  b: {quote: x, text: y}\n  a: {quote: z}\n", "claims:\n  b: {text: y, quote: x}\n  a: {quote: z}\n"),
        ("questions:\n-   on: a\n    text: b\n- c\n", "questions:\n- text: b\n  on: a\n- c\n"),
        ("\n\ntitle: x\n\n\n\nsummary: y\n\n\n", "title: x\n\nsummary: y\n"),
        ("---\ntitle: x\n...\n", "title: x\n"),
    ],
)  # fmt: skip
def test_each_thing_has_one_form(typed: str, form: str) -> None:
    assert briefing(typed) == form


def test_white_space_stays_where_it_may_have_a_meaning() -> None:
    text = 'claims:\n  a:\n    value: {x: {quote: " a "}}\n    note: " a  b "\n    quote: "  "\n'
    made = format_text("", text, schema.BriefingFile)
    assert load("", made).data == load("", text).data


def test_long_texts_are_folded_and_titles_are_not() -> None:
    long = "word " * 36 + "end"
    made = briefing(f"title: {long}\nnote: {long}\nsummary: '{long}: x'\n").split("\n")
    assert made[0] == f"title: {long}"
    assert made[1] == "summary: >-"
    assert made[4] == "note: >-"
    folded = made[2:4] + made[5:7]
    assert all(len(line) <= WIDTH for line in folded)
    assert " ".join(line.strip() for line in folded) == f"{long}: x {long}"
    assert all(len(line) + 1 + len("word") > WIDTH for line in folded[::2])


def test_a_list_that_does_not_fit_has_a_line_for_each_item() -> None:
    ids = [f"source-number-{n}" for n in range(9)]
    assert briefing(f"sources: [{', '.join(ids)}]\n") == "sources:\n" + "".join(f"- {one}\n" for one in ids)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("# yaml-language-server: $schema=x\nsummary: a\ntitle: b\n", "# yaml-language-server: $schema=x\ntitle: b\nsummary: a\n"),
        ("# of the file\n\nsummary: a\ntitle: b\n", "# of the file\n\ntitle: b\nsummary: a\n"),
        ("{\n  summary: 1_000, # of it\n  title: b\n}\n", "title: b\n# of it\nsummary: 1_000\n"),
        ("# of it\nsummary: a\ntitle: b\n", "title: b\n# of it\nsummary: a\n"),
        ("summary: a\n# of it\n\ntitle: b\n", "# of it\ntitle: b\nsummary: a\n"),
        ("sources: [ # all\n  a, # first\n  # last\n  b]\n", "sources:  # all\n- a  # first\n# last\n- b\n"),
        ("sources:\n  - a\n  # - b\ntitle: x\n", "title: x\nsources:\n- a\n# - b\n"),
        ('title: "two words" # why\n', 'title: "two words"  # why\n'),
        ("status: 'draft'   # why\n", "status: draft  # why\n"),
        ("note: >- # why\n  two words\n", "note: >-  # why\n  two words\n"),
        ("questions:\n- # one\n  text: a\n", "questions:\n-  # one\n  text: a\n"),
        ("questions:\n-\n  # one\n  text: a\n", "questions:\n# one\n- text: a\n"),
        ("claims:\n  a:\n    text: x\n    # end of a\n  # b\n  b:\n    text: y\n# end\n", "claims:\n  a:\n    text: x\n    # end of a\n  # b\n  b:\n    text: y\n# end\n"),
        ("note: |\n  # no comment\n  a\n# comment\nlang: de\n", "# comment\nlang: de\nnote: |\n  # no comment\n  a\n"),
    ],
)  # fmt: skip
def test_comments_stay_with_what_they_are_about(typed: str, form: str) -> None:
    assert briefing(typed) == form


def test_line_ends_and_byte_order_marks_stay() -> None:
    made = format_file(SALES, b"\xef\xbb\xbfsummary: a\r\ntitle: b\r\n", schema.BriefingFile)
    assert made == b"\xef\xbb\xbftitle: b\r\nsummary: a\r\n"


@given(st.binary(max_size=60), st.sampled_from(["\n", "\r\n"]))
@example(b"---\ntitle: x\n---\n", "\n")
@example("\ufeff\r\u2028 \n\n".encode(), "\r\n")
def test_of_a_source_only_the_front_matter_changes(body: bytes, end: str) -> None:
    front = end.join(["---", "title: 'x'", "id:   y", "---", ""]).encode()
    try:
        body.decode()
    except UnicodeDecodeError:
        with pytest.raises(UnformattableError, match="not UTF-8"):
            format_file("seeds/y.txt", front + body, schema.SourceFront)
        return
    wanted = end.join(["---", "id: y", "title: x", "---", ""]).encode()
    assert format_file("seeds/y.txt", front + body, schema.SourceFront) == wanted + body


def test_a_raw_source_stays() -> None:
    assert format_file("seeds/y.txt", b"A text.\r\n", schema.SourceFront) == b"A text.\r\n"


@pytest.mark.parametrize(
    "text", ["a: [", "a: b: c", "- a\n", "x", "", "a: &x b\n", "a: 1\na: 2\n", "a: b c # d\n", "a: \x07\n"]
)
def test_what_is_faulty_or_no_mapping_is_refused(text: str) -> None:
    with pytest.raises(UnformattableError):
        format_text("", text, schema.BriefingFile)


# The command


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(BASE, tmp_path / "desk"))
    put(root, SALES, "summary: x\ntitle: y\n")
    put(root, "briefings/2025-02-other.yml", "summary: 'x'\ntitle: y\n")
    return root


def put(root: Path, path: str, text: str) -> None:
    (root / path).write_bytes(text.encode())


def run(root: Path, *arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["--root", str(root), "fmt", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_only_the_files_named_are_touched(desk: Path) -> None:
    before = files(desk)
    result = run(desk, desk / SALES)
    assert result.exit_code == 0, result.output
    assert result.output == f"{desk / SALES}: formatted\n1 file formatted.\n"
    assert files(desk) == {**before, SALES: b"title: y\nsummary: x\n"}


def test_all_files_by_default_and_a_second_time_nothing(desk: Path) -> None:
    assert run(desk).exit_code == 0
    after = files(desk)
    assert after["briefings/2025-02-other.yml"] == b"title: y\nsummary: x\n"
    result = run(desk)
    assert (result.exit_code, result.output, files(desk)) == (0, "nothing to format.\n", after)
    assert run(desk, "--check").exit_code == 0


def test_check_and_diff_write_nothing_and_fail(desk: Path) -> None:
    before = files(desk)
    checked = run(desk, "--check", desk / SALES)
    assert (checked.exit_code, checked.output) == (
        1,
        f"{desk / SALES}: not formatted\n1 file would change.\n",
    )
    shown = run(desk, "--diff", desk / SALES)
    assert shown.exit_code == 1
    assert f"--- {SALES}\n+++ {SALES}\n" in shown.output
    assert "+title: y\n summary: x\n-title: y\n" in shown.output
    assert files(desk) == before


def test_a_faulty_file_is_left_and_told_and_the_others_are_formatted(desk: Path) -> None:
    put(desk, SALES, "title: a: b\nsummary: x\n")
    before = files(desk)
    result = run(desk)
    assert result.exit_code == 1
    assert f"{SALES}:1:9: error:" in result.output
    assert f"{desk / SALES}: left unchanged: it has a syntax error" in result.output
    assert files(desk)[SALES] == before[SALES]
    assert files(desk)["briefings/2025-02-other.yml"] == b"title: y\nsummary: x\n"


def test_a_file_of_another_kind_is_refused(desk: Path) -> None:
    put(desk, "README.md", "# x\n")
    for name in ("README.md", "../x.yml"):
        (desk / name).write_text("# x\n")
        result = run(desk, desk / name)
        assert result.exit_code == 1
        assert "is not a file with YAML in briefings/ or seeds/" in result.output


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_an_interruption_leaves_the_old_file(desk: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    before = files(desk)

    def stop(*_: object) -> None:
        raise OSError(28, "No space left on device", "x")

    monkeypatch.setattr("os.fsync" if step == "fsync" else "pathlib.Path.replace", stop)
    result = run(desk)
    assert result.exit_code == 1
    assert "No space left on device" in result.output
    assert files(desk) == before


def test_the_hooks_run_commands_that_there_are() -> None:
    hooks = YAML(typ="safe").load(PROJECT / ".pre-commit-hooks.yaml")
    assert {hook["id"]: hook["entry"] for hook in hooks} == {
        "briefings-check": "briefings check",
        "briefings-fmt": "briefings fmt",
    }
    for hook in hooks:
        assert hook["entry"].split()[1] in main.commands
        assert re.search(hook["files"], SALES)
    assert not re.search(hooks[1]["files"], "briefings/baseline.txt")
