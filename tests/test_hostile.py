"""Whatever stands in a file, it ends in a page that shows it as typed or in a clear problem, and soon."""

from __future__ import annotations

import functools
import hashlib
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs_briefings.build import build
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.reading import MAX_DEPTH
from mkdocs_briefings.parse.yaml import MAX_LENGTH
from mkdocs_briefings.report import printing
from mkdocs_briefings.report.location import locate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs_briefings.build import Memo, Result

from tests.sampling import examples, sampled

DESK = Path(__file__).parent / "desk"
EXTENSIONS = [
    "tables", "fenced_code", "toc", "attr_list", "md_in_html", "admonition", "footnotes", "def_list", "abbr",
    "pymdownx.snippets", "pymdownx.superfences", "pymdownx.tasklist", "pymdownx.details",
]  # fmt: skip
PAYLOADS = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "https://evil.example and www.evil.example and mail@evil.example",
    "{{ config.site_url }}",
    "{% raw %}x{% include 'y' %}",
    "{# a comment #}",
    '--8<-- "/etc/passwd"',
    ";--8<-- x",
    "{: .x onclick=alert(1)}",
    "x { #id .class onclick=alert(1) }",
    "<img src=x onerror=alert(1)>",
    "<div markdown=1>*x*</div>",
    "![alt](http://evil.example/x.png)",
    "![alt][1]",
    "<!-- a comment -->",
    "<![CDATA[x]]>",
    "<?php x ?>",
    "&lt;b&gt; &amp; &#60; &nbsp; &copy",
    r"a \ b \* c \\ d \<e",
    "a | b || c",
    "| a | b |",
    "# Heading",
    "Heading ## {#id}",
    "1. one",
    "1) one",
    "2025. It was a year",
    "- item",
    "+ item",
    "* item",
    "> quoted",
    ">> quoted",
    ": definition",
    "!!! note",
    "??? note",
    "``` code",
    "`code` and ``more``",
    "~~~ code",
    "~~gone~~",
    "*a* **b** _c_ __d__ ***e***",
    "snake_case_word and 2*3*4",
    "[^1] and [^1]: a note",
    "*[HTML]: Hyper",
    "[ ] task",
    "--- a",
    "=== b",
    "$x$ $$y$$",
    ":smile: and :material-home:",
    "H~2~O and x^2^ and ==marked==",
    "\u202eltr \u200bzero",
    "'single' ‘curly’",
    "a&#x3c;script&#x3e;b",
    "&#106;avascript:x",
    "\u5de5\u4e1a\u548c\u4fe1\u606f\u5316\u90e8<b>",
    "%0a%0d%3Cscript%3E",
    "<a href='x' onclick='y'>z</a>",
    "</td></table></body>",
    "<svg/onload=alert(1)>",
    "<style>body{}</style>",
    "<iframe src=//evil.example>",
]
POSITIONS: dict[str, Callable[[str, str], str]] = {
    "within": lambda name, payload: f"{name} {payload} end of {name}",
    "first": lambda name, payload: f"{payload} {name}",
    "last": lambda name, payload: f"{name} {payload}",
}
_VOID = {"br", "hr", "img"}


class Reader(HTMLParser):
    """Reads what a browser would: the elements with the names of their attributes, and the words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, ...]] = []
        self.words: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, *sorted(name for name, _ in attrs)))
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.elements.append(("declaration", decl))

    def handle_pi(self, data: str) -> None:
        self.elements.append(("instruction", data))

    def unknown_decl(self, data: str) -> None:
        self.elements.append(("declaration", data))

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def rendered(result: Result) -> dict[str, Reader]:
    made = {}
    for page in result.pages:
        reader = Reader()
        reader.feed(markdown.markdown(page.body, extensions=EXTENSIONS))
        reader.close()
        made[page.path] = reader
    return made


def typed(field: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """The files of a desk that has a text in every field that takes one."""
    article = "\n".join(
        [
            field("passage") + " is what the article says.",
            field("listed") + " is listed.",
            field("skipped") + " is a heading.",
            field("misprint") + " is wrong.",
            field("whole") + " stands there too.",
            "Plain words of the desk.",
        ]
    )
    front = {
        "id": "src", "title": field("source-title"), "label": field("label"), "published": "2025-01-10",
        "publisher": "e-outlet", "author": field("author"), "note": field("source-note"),
        "inferred": {"publisher": field("inferred")}, "outside": {"published": field("outside")},
        "status": "corrected", "status_note": field("status-note"), "rights": "own",
        "skip": {"heading": field("skipped")}, "misprints": {field("misprint"): field("meant")},
        "cites": {"e-outlet": field("listed")}, "sha256": hashlib.sha256(article.encode()).hexdigest(),
    }  # fmt: skip
    yield "seeds/src.txt", f"---\n{_block(front)}---\n{article}"
    entities = {
        "e-outlet": {"kind": "outlet", "name": field("outlet-name")},
        "e-rule": {"kind": "measure", "name": field("rule-name"), "issuer": "e-body", "note": field("entity-note"),
                 "outside": {"issuer": field("entity-outside")}},
        "e-body": {"kind": "agency", "name": field("body-name"), "aliases": [field("alias")], "short": field("short")},
        "e-person": {"kind": "person", "name": field("person-name")},
    }  # fmt: skip
    yield "briefings/entities/all.yml", _block(entities)
    story = {
        "title": field("story-title"),
        "summary": "It stands so, " + field("story-summary") + " [@b#c1].",
        "measures": ["e-rule"],
    }
    yield "briefings/storylines.yml", _block({"story": story})
    claims = {
        "c1": {
            "text": field("claim-text"), "quote": field("passage"),
            "said_by": [field("voice").replace(">", ""), f"e-outlet ({field('occasion').translate(_NO_SIGNS)})"],
            "printed": field("passage"), "why": field("why"), "date": "2025-01-06", "note": field("claim-note"),
            "state": {"e-rule": "issued"}, "value": {"e-rule": {field("property"): "e-body"}},
            "role": {"e-person": field("role")}, "reply": {"e-body": {"answered": "2025-01-07", "words": field("reply")}},
        },
        "c2": {"text": field("other-claim"), "quote": field("whole"), "value": {"e-rule": {field("property"): "e-body"}}},
    }  # fmt: skip
    briefing = {
        "title": field("title"), "sources": ["src"], "storylines": ["story"],
        "summary": f"It stands so [@c1], {field('summary')} [@c1].\n\n- {field('bullet')} [@c2].\n",
        "claims": claims,
        "disagreements": [{"id": "d", "about": field("about"), "class": "scope", "between": ["c1", "c2"], "note": field("why-not")}],
        "questions": [field("question"), {"id": "q", "text": field("asked"), "on": "c1", "answer": field("answer") + " [@c1]."}],
        "corrections": [{"date": "2025-02-01", "text": field("correction")}],
        "note": field("note"),
    }  # fmt: skip
    yield "briefings/2025-01-06-b.yml", _block(briefing)
    gone = {"title": field("gone-title"), "sources": ["src"], "summary": "x", "status": "withdrawn",
            "withdrawn": field("withdrawn"), "formerly": ["older"]}  # fmt: skip
    yield "briefings/2025-01-07-gone.yml", _block(gone)


_NO_SIGNS = str.maketrans("", "", "()>")
_NEVER_SHOWN = {"short", "alias", "skipped"}
"""Names for finding only (shown on a page of their own, or not), and lines that state nothing."""


def _block(data: dict[str, Any]) -> str:
    return "".join(
        f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in data.items()
    ).replace('"id":', "id:", 1)


def desk(position: str, payload: str) -> tuple[dict[str, bytes], dict[str, str]]:
    used: dict[str, str] = {}

    def field(name: str) -> str:
        return used.setdefault(name, POSITIONS[position](f"the {name} field", payload))

    return {path: text.encode() for path, text in typed(field)}, used


def built(position: str, payload: str) -> tuple[Result, dict[str, str]]:
    tree, used = desk(position, payload)
    result = build(tree, Settings(title=f"Site {payload}"))
    errors = [problem for problem in result.problems if problem.is_error]
    assert not errors, printing.plain(locate(errors, tree))
    return result, used


@functools.cache
def harmless(position: str) -> dict[str, Reader]:
    return rendered(built(position, "Harmless words")[0])


@pytest.mark.parametrize(
    "position", ["within", *(pytest.param(name, marks=pytest.mark.slow) for name in ("first", "last"))]
)
@pytest.mark.parametrize("payload", sampled(PAYLOADS, 3))
def test_a_text_is_shown_as_typed(payload: str, position: str) -> None:
    result, used = built(position, payload)
    pages = rendered(result)
    assert pages.keys() == harmless(position).keys()
    for path, page in pages.items():
        assert page.elements == harmless(position)[path].elements, path
        for address in page.addresses:
            assert not address.lower().lstrip().startswith(("javascript:", "data:", "//", "http")), path
    shown = "\n".join(page.text for page in pages.values())
    for name, text in used.items():
        words = text.replace(">", "") if name == "voice" else text
        words = words.translate(_NO_SIGNS) if name == "occasion" else words
        if name not in _NEVER_SHOWN:
            assert " ".join(words.split()) in shown, name
    for made in result.pages:
        for mark in ("{{", "{%", "{#", "--8<", "<script", "<img", "<iframe", "onclick="):
            assert mark not in made.body.replace("&#", ""), made.path


def test_titles_in_front_matter_are_data() -> None:
    result, _ = built("first", '"\n---\n<script>{{ x }}: \\')
    for made in result.pages:
        head, title = made.text().split("\n")[:2]
        assert head == "---"
        assert json.loads(title.removeprefix("title: ")) == made.title


@pytest.mark.parametrize(
    "name",
    ["<script>alert(1)<", "[x](javascript:alert(1))", "{{ x }}", "a\nb", "con", "..", "-", "a b", "\u202e", "%2e%2e", "C:\\x", "`x`", "x" * 200],
)  # fmt: skip
def test_hostile_file_names(name: str) -> None:
    tree, _ = desk("within", "Harmless words")
    stray = {
        f"seeds/{name}.txt": b"A raw text.\n",
        f"briefings/entities/{name}.yml": b"raw-person: {kind: person, name: Raw}\n",
    }
    result = build(tree | stray, Settings())
    assert not result.failed
    for page in result.pages:
        assert not {"..", ".", ""} & set(page.path.split("/"))
        assert "\\" not in page.path
        reader = Reader()
        reader.feed(markdown.markdown(page.body, extensions=EXTENSIONS))
        assert {element[0] for element in reader.elements} <= _known_elements(), page.path
    refused = build(
        tree | {f"briefings/2025-01-09-{name}.yml": b"title: T\nsources: [src]\nsummary: S.\n"}, Settings()
    )
    if name != "con":
        told = printing.plain(locate(refused.problems, tree))
        assert ("bad-file-name" in told) == (name != "x" * 200), told


def _known_elements() -> set[str]:
    return {element[0] for page in harmless("within").values() for element in page.elements}


IDS = [
    "../x",
    "/etc/passwd",
    "..",
    ".",
    "a/b",
    "a\\b",
    "a b",
    "<x>",
    "a#b#c",
    "-x",
    "x-",
    "_x",
    "x:y",
    "x%2f",
    "",
    "\u200b",
    "a" * 101,
]


@pytest.mark.parametrize("id_", IDS)
def test_hostile_ids_are_refused(id_: str) -> None:
    shown = json.dumps(id_)
    tree, _ = desk("within", "Harmless words")
    for path, text in {
        "briefings/entities/more.yml": f"? {shown}\n: {{kind: person, name: X}}\n".replace("? ", "").replace(
            "\n:", ":"
        ),
        "seeds/more.txt": f"---\nid: {shown}\n---\nText.\n",
        "briefings/2025-02-01-m.yml": f"title: T\nsources: [src]\nsummary: S.\nclaims: {{{shown}: {{text: T, quote: Plain words}}}}\n",
        "briefings/2025-02-01-f.yml": f"title: T\nsources: [src]\nsummary: S.\nformerly: [{shown}]\n",
        "briefings/2025-02-01-q.yml": f"title: T\nsources: [src]\nsummary: S.\nquestions: [{{id: {shown}, text: Q?}}]\n",
    }.items():
        result = build(tree | {path: text.encode()}, Settings())
        assert result.failed, path
        assert not result.pages
        located = locate(result.problems, tree | {path: text.encode()})
        assert {one.spot.path for one in located if one.problem.is_error} == {path}
        assert {"bad-id", "wrong-type", "yaml-control-character"} & {one.problem.rule.code for one in located}


def test_links_that_leave_the_site_folder(tmp_path: Path) -> None:
    root, outside = tmp_path / "desk", tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("Secret.\n", encoding="utf-8")
    (outside / "secret.yml").write_text("secret: {}\n", encoding="utf-8")
    (root / "seeds").mkdir(parents=True)
    (root / "seeds/a.txt").symlink_to(outside / "secret.txt")
    (root / "seeds/folder").symlink_to(outside, target_is_directory=True)
    (root / "seeds/up.txt").symlink_to("../../outside/secret.txt")
    (root / "briefings").symlink_to(outside, target_is_directory=True)
    tree, problems = read(root, Settings())
    assert not tree
    assert {(problem.place.path, problem.rule.code) for problem in problems} == {
        (path, "path-outside")
        for path in (
            "seeds/a.txt",
            "seeds/folder",
            "seeds/up.txt",
            "briefings/secret.txt",
            "briefings/secret.yml",
        )
    }
    tree, problems = read(root, Settings(briefings_dir="../outside"))
    assert not tree
    assert {problem.rule.code for problem in problems} == {"path-outside"}


# what must end soon

GREEDY: dict[str, tuple[bytes, str]] = {
    "two aliases": (b"a: &a [x]\nb: [*a, *a]\n", "yaml-alias"),
    "a merge": (b"a: &a {x: 1}\nb: {<<: [*a, *a]}\n", "yaml-alias"),
    "a byte too many": (b"title: " + b"x" * MAX_LENGTH + b"\n", "yaml-too-large"),
    "a long scalar": (b"title: " + b"x " * 200_000 + b"\n", "yaml-too-large"),
    "a megabyte of lines": (b"title: x\n" * 110_000, "yaml-duplicate-key"),
    "deep lists": (b"[" * (MAX_DEPTH + 1), "yaml-too-deep"),
    "deep mappings": (b"{a: " * (MAX_DEPTH + 1), "yaml-too-deep"),
    "deep blocks": (b"".join(b" " * n + b"a:\n" for n in range(MAX_DEPTH + 1)), "yaml-too-deep"),
    "deep items": (b"- " * (MAX_DEPTH + 1) + b"x", "yaml-too-deep"),
    "unclosed quotes": (b'title: "' + b"x\n" * 50_000, "yaml-leading-quote"),
    "many colons": (b"title: " + b"a: " * 20_000 + b"\n", "yaml-unquoted-colon"),
    "many faults": (b"x:\n" + b"  - a: b: c\n" * 5_000, "yaml-unquoted-colon"),
    "many tabs": (b"title: x\n" + b"\ty: z\n" * 5_000, "yaml-tab"),
    "zero bytes": (b"title: a\0b\n", "yaml-control-character"),
    "only zero bytes": (b"\0" * 10_000, "yaml-control-character"),
    "no utf-8": (b"title: \xff\n", "bad-encoding"),
    "utf-16": ("title: x\n".encode("utf-16"), "bad-encoding"),
    "utf-32": ("title: x\n".encode("utf-32"), "bad-encoding"),
    "a raw surrogate": (b"title: \xed\xa0\x80\n", "bad-encoding"),
    "an escaped surrogate": (b'title: "\\ud800"\n', "yaml-control-character"),
    "a huge escape": (b'title: "\\UFFFFFFFF"\n', "yaml-syntax"),
    "a huge number": (b"title: " + b"9" * 10_000 + b"\n", "missing-field"),
    "a number of limits": (b"title: 1e999999999\nsources: [99999999999999999999999999]\n", "wrong-type"),
    "a huge year": (b"updated: " + b"9" * 200 + b"\n", "bad-date"),
    "not a number": (b"title: .nan\nsources: .inf\n", "wrong-type"),
    "a long key": (b"k" * 100_000 + b": x\n", "yaml-unquoted-colon"),
    "a long id": (b"claims: {" + b"k" * 1000 + b": {text: T, quote: Q}}\n", "wrong-type"),
    "a tag": (b"title: !!python/object/apply:os.system ['true']\n", "yaml-tag"),
    "a key that is a list": (b"? [a, b]\n: x\n", "yaml-complex-key"),
    "a directive": (b"%YAML 1.1\n---\ntitle: NO\n", "yaml-syntax"),
    "documents": (b"---\ntitle: x\n---\ntitle: y\n", "yaml-documents"),
    "a text": (b"just words\n", "wrong-type"),
    "null": (b"null\n", "yaml-empty"),
    "nothing": (b"", "yaml-empty"),
    "a mark alone": (b"\xef\xbb\xbf", "yaml-empty"),
    "old mac line ends": (b"title: x\rsources: y\r", "wrong-type"),
    "evil pattern": (b"claims:\n  a" + b"-_." * 30 + b"!: {text: T, quote: Q}\n", "bad-id"),
    "long id of parts": (b"sources: ['" + b"a-" * 50_000 + b"!']\n", "wrong-type"),
    "brackets in prose": (b"title: T\nsources: [a]\nsummary: '" + b"[[" * 50_000 + b"'\n", "prose-syntax"),
    "citations in prose": (b"title: T\nsources: [a]\nsummary: '" + b"[@a; " * 30_000 + b"'\n", "prose-syntax"),
    "quotes in prose": (b"title: T\nsources: [a]\nsummary: '" + b'[@a "x ' * 20_000 + b"'\n", "prose-syntax"),
    "a long date": (b"updated: '" + b"2025-01-01.." * 10_000 + b"'\n", "bad-date"),
}  # fmt: skip


@pytest.mark.parametrize("kind", sampled(GREEDY, 2))
@pytest.mark.parametrize(
    "path",
    sampled(
        ["briefings/2025-02-01-x.yml", "briefings/entities/x.yml", "briefings/storylines.yml", "seeds/x.txt"],
        4,
    ),
)
def test_a_greedy_file_ends_in_a_clear_problem(kind: str, path: str) -> None:
    data, code = GREEDY[kind]
    if path.endswith(".txt"):
        data = b"---\ntitle: x\n" + data + b"\n---\nText.\n"
    result = build({path: data}, Settings())
    located = locate(result.problems, {path: data})
    printed = printing.plain(located) + printing.github(located) + printing.as_json(located)
    assert "Traceback" not in printed
    assert len(printed) < 2_000_000
    for one in located:
        _within(one.spot.line, data)
    if path.startswith("briefings/2"):
        assert result.failed
        assert code in {one.problem.rule.code for one in located}, printing.plain(located)[:2000]


GREEDY_TEXTS = {
    "zeros": b"\0" * 100_000,
    "no sentences": b"word " * 200_000,
    "dots": b"." * 500_000,
    "lines": b"\n" * 500_000,
    "brackets": b"[@" * 200_000,
    "dashes": b"- " * 200_000,
    "quotes": b'"' * 300_000,
    "one name": b"Acme " * 100_000,
    "boundaries": b"---\n" * 100_000,
}


@pytest.mark.parametrize("kind", GREEDY_TEXTS)
def test_a_greedy_article_is_read(kind: str) -> None:
    tree = {
        "seeds/x.txt": GREEDY_TEXTS[kind],
        "briefings/entities/x.yml": b"acme: {kind: company, name: Acme}\n",
        "briefings/2025-02-01-x.yml": b"title: T\nsources: [x]\nsummary: S.\nclaims:\n  a: {text: T, quote: 'word word word nothing [...] word'}\n",
    }
    located = locate(build(tree, Settings(preview=True)).problems, tree)
    printing.plain(located)


def _within(line: int, data: bytes) -> None:
    count = len(data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert 1 <= line <= count


# mutations of a whole desk

WHOLE = {
    path.relative_to(DESK).as_posix(): path.read_bytes()
    for folder in ("seeds", "briefings")
    for path in sorted((DESK / folder).rglob("*"))
    if path.is_file()
}
MEMO: Memo = {}
YAML_FILES = sorted(path for path in WHOLE if path.endswith(".yml"))
SIGNS = st.sampled_from(
    [*"abcN09 \t\n:-[]{}#'\"|>&*!%@`,?…“”\u2028\0~<=/\\.", "- ", ": ", "[@", "[[", "---\n", "<<: "]
)


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, bytes]:
    path = draw(st.sampled_from(YAML_FILES))
    lines = WHOLE[path].decode().splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["delete", "double", "swap", "insert", "replace", "cut", "indent"])):
            case "delete" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "swap":
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
            case "indent":
                lines[at] = draw(st.sampled_from(["", " ", "  ", "   ", "\t"])) + lines[at].lstrip(" ")
            case kind:
                column = draw(st.integers(0, max(0, len(lines[at]) - 1)))
                end = column + {"insert": 0, "replace": 1, "cut": 5}.get(kind, 0)
                lines[at] = lines[at][:column] + draw(SIGNS) * (kind != "cut") + lines[at][end:]
    return path, "".join(lines).encode()


def _hold(path: str, data: bytes) -> None:
    tree = WHOLE | {path: data}
    MEMO.pop((path, data), None)
    result = build(tree, Settings(), MEMO)
    MEMO.pop((path, data), None)
    located = locate(result.problems, tree)
    assert result.failed == any(one.problem.is_error for one in located)
    assert bool(result.pages) != result.failed
    for one in located:
        for spot in (one.spot, *one.related):
            _within(spot.line, tree[spot.path])
            assert spot.column >= 1
    printing.plain(located)
    printing.github(located)
    printing.as_json(located)


@pytest.mark.slow
@settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))
@given(mutations())
def test_a_mutated_briefing_never_raises(mutation: tuple[str, bytes]) -> None:
    _hold(*mutation)


@pytest.mark.slow
@settings(max_examples=examples(20), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_mutated_source_never_raises(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(path for path in WHOLE if path.endswith(".txt"))))
    text = WHOLE[path].decode()
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, min(2500, len(text))))
        end = at + data.draw(st.integers(0, 12))
        text = text[:at] + data.draw(SIGNS) * data.draw(st.integers(0, 2)) + text[end:]
    _hold(path, text.encode())


@settings(max_examples=examples(75), deadline=None)
@given(
    st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_any_bytes_in_any_file(data: bytes) -> None:
    tree = dict.fromkeys(
        ("seeds/a.txt", "briefings/2025-01-01-b.yml", "briefings/entities/c.yml", "briefings/storylines.yml"),
        data,
    )
    result = build(tree, Settings())
    for one in locate(result.problems, tree):
        _within(one.spot.line, data)
