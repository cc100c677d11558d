"""`briefings add`: saved articles become sources, whole, sealed, and once."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mkdocs_briefings.cli import add
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.files.desk import LockedDesk
from mkdocs_briefings.intake import duplicates, listing, outlets, text_lines, web_page
from mkdocs_briefings.intake.article import Article, FieldValue, UnreadableError
from mkdocs_briefings.intake.decoding import decode
from mkdocs_briefings.intake.extraction import extract
from mkdocs_briefings.intake.source_file import compose, file_stem, handle, slug
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse import seed
from mkdocs_briefings.parse.file import SeedText, parse
from mkdocs_briefings.parse.yaml import load

from tests.papers import MINUTES
from tests.sampling import examples

if TYPE_CHECKING:
    from click.testing import Result

TESTS = Path(__file__).parents[1]
SAVED = TESTS / "newcomer"
LOCK = """\
New lock will not open before June

The port authority of Westhaven said on Tuesday, 3 March 2026, that the new lock will not open before June.
The lock was to open in April. A contractor told the Westhaven Courier that steel had been delivered late.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for folder in ("seeds", "briefings/entities"):
        (tmp_path / "desk" / folder).mkdir(parents=True)
    return tmp_path / "desk"


def run(root: Path, *arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["--root", str(root), *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def put(root: Path, path: str, text: str | bytes) -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def seeds(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((root / "seeds").iterdir())}


def front(data: bytes) -> dict[str, Any]:
    found = seed.split(data).front
    assert found is not None
    held = load("", found).data
    assert isinstance(held, dict)
    return held


def only(root: Path) -> bytes:
    (data,) = seeds(root).values()
    return data


# A text


def test_a_text_keeps_its_bytes_and_is_sealed(desk: Path, tmp_path: Path) -> None:
    file = put(tmp_path, "lock.txt", LOCK)
    result = run(desk, "add", file, "--published", "2026-03-04", "--publisher", "not stated")
    assert result.exit_code == 0, result.output
    ((name, data),) = seeds(desk).items()
    assert name == "2026-03-04-new-lock-will-not-open.txt"
    assert seed.split(data).body == LOCK.encode()
    told = front(data)
    assert told["title"] == "New lock will not open before June"
    assert told["inferred"] == {"title": "The first line of the text."}
    assert told["sha256"] == seed.seal(LOCK.encode())
    assert "title: The first line of the text" in result.output
    assert run(desk, "check", "--strict").exit_code in {0, 1}
    assert "0 errors, 0 warnings" in run(desk, "check").output
    assert file.read_bytes() == LOCK.encode()


@pytest.mark.parametrize(
    "text",
    [
        LOCK.replace("\n", "\r\n").encode(),
        seed.BOM + LOCK.encode(),
        b"---\n" + LOCK.encode(),
        b"---\nA line\n---\n" + LOCK.encode(),
        LOCK.encode() + b"\n\n---\n\n---\n",
        LOCK.rstrip().encode(),
        "Приём судов закрыт\n\nПорт закрыт до июня, сказал капитан порта.".encode(),
    ],
    ids=[
        "crlf",
        "bom",
        "opens-with-dashes",
        "looks-like-front-matter",
        "dashes-below",
        "no-newline",
        "cyrillic",
    ],
)
def test_a_text_of_any_make_keeps_its_bytes(desk: Path, tmp_path: Path, text: bytes) -> None:
    result = run(desk, "add", put(tmp_path, "a.txt", text))
    assert result.exit_code == 0, result.output
    assert seed.split(only(desk)).body == text.removeprefix(seed.BOM)
    assert only(desk).startswith(seed.BOM) == text.startswith(seed.BOM)
    assert "0 errors" in run(desk, "check").output


@settings(deadline=None)
@given(
    st.text(
        st.one_of(
            st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), st.sampled_from("-\n: .")
        ),
        max_size=300,
    )
)
@example("---\ntitle: x\n---\nThe text")
@example("---\nsha256: x\n---\n")
@example("x\u2028y\x85z")
@example("\ufeffx")
def test_every_text_that_is_taken_is_kept_to_the_byte(text: str) -> None:
    data = text.encode()
    try:
        article = extract("a.txt", data)
        made = compose(article, "an-id", article.metadata)
    except UnreadableError:
        return
    assert made.endswith(article.body)
    assert data.endswith(article.body)
    parsed = parse("seeds/a.txt", made, Settings())
    assert parsed is not None
    assert not parsed.problems
    assert isinstance(parsed.entry, SeedText)
    assert parsed.entry.text.encode() == article.body
    assert parsed.entry.front.sha256 == parsed.entry.digest


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["title", "author", "address"]), st.text(min_size=1, max_size=300)))
@example({"title": "---\nid: other\n---"})
@example({"title": "# no comment", "author": "yes: no"})
@example({"title": "a\tb  c", "author": " x "})
@example({"title": "long " * 50, "author": "- x"})
def test_whatever_is_told_comes_back_out_of_the_front_matter(told: dict[str, str]) -> None:
    article = Article(b"The text.\n")
    try:
        made = compose(article, "", {name: FieldValue(value, value) for name, value in told.items()})
    except UnreadableError:
        return
    held = front(made) if told else {}
    assert {name: held[name] for name in told} == told
    assert held.get("inferred", {}) == told


def test_what_the_editor_tells_goes_before_what_the_text_seems_to(desk: Path, tmp_path: Path) -> None:
    text = LOCK.replace("\n\n", "\nBy Jane Moor\n12 March 2026\n\n")
    run(desk, "add", put(tmp_path, "a.txt", text), "--title", "Lock late", "--author", "J. Moor", "--lang", "en-GB",
        "--published", "4 March 2026", "--captured", "2026-03-05", "--address", "https://a.example/1", "--id", "lock")  # fmt: skip
    told = front(only(desk))
    assert told["id"] == "lock"
    assert (told["title"], told["author"], told["published"]) == ("Lock late", "J. Moor", "2026-03-04")
    assert (told["captured"], told["address"], told["lang"]) == ("2026-03-05", "https://a.example/1", "en-GB")
    assert told["skip"] == {"byline": ["By Jane Moor", "12 March 2026"]}
    assert "inferred" not in told
    assert "0 errors" in run(desk, "check").output


def test_front_matter_that_is_there_stays_as_it_was_typed(desk: Path, tmp_path: Path) -> None:
    typed = "# why\ntitle: Ours\nid: lock\n"
    run(
        desk,
        "add",
        put(tmp_path, "a.txt", f"---\n{typed}---\n{LOCK}"),
        "--title",
        "Theirs",
        "--published",
        "2026",
    )
    data = only(desk).decode()
    assert data.startswith(f"---\n{typed}published: 2026\nsha256: ")
    assert data.endswith(LOCK)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", b"Caf\xe9 closed\n", "not UTF-8 (byte 0xe9 at 3)"),
        ("a.txt", b"One\0two", "zero bytes"),
        ("a.txt", LOCK.encode("utf-16-le"), "zero bytes"),
        ("a.txt", b"One\rtwo", "line 1 ends with a carriage return alone"),
        ("a.txt", b" \n\n", "there is no text in it"),
        ("a.docx", b"PK", "this is not a Word file"),
            ("a.rtf", b"{", "not a file that can be read"),
        ("a.html", b"<html><body><nav>Home</nav></body></html>", "there is no article"),
        ("a.html", b"", "there is no article"),
        ("a.pdf", b"%PDF-1.4\nnonsense", "the PDF cannot be read"),
        ("a.txt", b"---\ntitle: [\n---\nText\n", "its front matter has an error"),
        ("a.txt", b"---\ntitle: x\nlayout: post\n---\nText\n", "its front matter has an error"),
        ("a.txt", b"---\nsha256: " + b"a" * 64 + b"\n---\nText\n", "its seal does not match its text"),
        ("a.txt", b"---\npublisher: nobody\n---\nText\n", "names the publisher `nobody`, which is not an entity"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_and_nothing_is_written(
    desk: Path, tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    result = run(desk, "add", put(tmp_path, name, data))
    assert result.exit_code == 1
    assert why in result.output
    assert "0 added, 0 already there, 1 refused" in result.output
    assert seeds(desk) == {}


def test_encodings_are_told_never_guessed(desk: Path, tmp_path: Path) -> None:
    latin = put(tmp_path, "a.txt", "Café closed\n\nThe café on the pier is closed.\n".encode("cp1252"))
    assert run(desk, "add", latin).exit_code == 1
    result = run(desk, "add", latin, "--encoding", "cp1252")
    assert "read as cp1252, written as UTF-8" in result.output
    assert "café on the pier" in only(desk).decode()
    assert run(desk, "add", latin, "--encoding", "nonsense").exit_code == 1
    for codec in ("utf-16", "utf-32"):
        assert decode(LOCK.encode(codec))[0] == LOCK
    assert decode(b'<meta charset="iso-8859-1"><p>\x93Yes\x94', is_page=True) == (
        '<meta charset="iso-8859-1"><p>“Yes”', "cp1252"
    )  # fmt: skip
    assert decode('<meta charset="iso-8859-1"><p>“Yes”'.encode(), is_page=True)[1] == ""


GB = '<html><meta charset="gb2312"><body><article><p>港务局表示新船闸在六月之前不会开放，朱镕基说。</p></article>'


def test_an_encoding_that_the_editor_tells_is_for_files_that_do_not_tell_theirs(
    desk: Path, tmp_path: Path
) -> None:
    put(tmp_path, "in/gb.html", GB.replace("。", "钢材交付延迟。" * 20).encode("gbk"))
    put(tmp_path, "in/utf.txt", "Café closed\n\nThe café at the lock is closed.\n")
    put(tmp_path, "in/utf.html", f"<html><article><p>{'The café on the pier is open. ' * 20}</p></article>")
    put(tmp_path, "in/bom.txt", "The naïve pilot went home.\n".encode("utf-16"))
    put(tmp_path, "in/latin.txt", "Die Fähre hält mittags.\n".encode("cp1252"))
    result = run(desk, "add", tmp_path / "in", "--yes", "--encoding", "cp1252")
    assert "5 added" in result.output
    assert result.output.count("read as cp1252") == 1
    assert result.output.count("read as gb18030") == 1
    texts = "".join(data.decode() for data in seeds(desk).values())
    for words in (
        "港务局表示新船闸",
        "朱镕基说",
        "The café at the lock",
        "café on the pier",
        "naïve",
        "Die Fähre hält",
    ):
        assert words in texts


@pytest.mark.parametrize(
    ("data", "encoding", "text", "used"),
    [
        ("<meta charset=iso-2022-jp>港務局".encode("iso-2022-jp"), "cp1252", "港務局", "iso-2022-jp"),
        ("<?xml version='1.0' encoding='windows-1251'?>Порт".encode("cp1251"), "", "Порт", "windows-1251"),
        ("<meta charset=utf-16>café".encode("cp1252"), "cp1252", "café", "cp1252"),
        ("<meta charset=nonsense>café".encode("cp1252"), "cp1252", "café", "cp1252"),
        ("<meta charset=undefined>café".encode("cp1252"), "cp1252", "café", "cp1252"),
        ("<meta charset=shift_jis>①".encode("cp932"), "", "①", "cp932"),
        ("<p>A lock".encode("utf-16-le"), "utf-16-le", "A lock", "utf-16-le"),
        ("<p>\x1b[1mé".encode(), "cp1252", "é", ""),
    ],
)
def test_what_a_file_tells_goes_before_what_the_editor_does(
    data: bytes, encoding: str, text: str, used: str
) -> None:
    found, as_ = decode(data, encoding=encoding, is_page=True)
    assert found.endswith(text)
    assert as_ == used


def test_a_file_in_no_encoding_that_is_told_is_refused_by_name(desk: Path, tmp_path: Path) -> None:
    put(tmp_path, "in/a.html", b"<meta charset=euc-kr><p>\xff\xff")
    put(tmp_path, "in/b.txt", "The ferry stops at noon.\n")
    result = run(desk, "add", tmp_path / "in", "--yes", "--encoding", "ascii")
    assert result.exit_code == 1
    assert (
        "a.html: refused: not UTF-8, not CP949, not ASCII (byte 0xff at 24); name its encoding"
        in result.output
    )
    assert "1 added, 0 already there, 1 refused" in result.output
    wrong = run(desk, "add", tmp_path / "in", "--encoding", "hex")
    assert wrong.output == "--encoding: `hex` is not a known encoding; try cp1252, gb18030 or shift_jis\n"


# Pages and papers


def test_a_page_gives_its_article_and_what_it_tells_of_it(desk: Path) -> None:
    result = run(desk, "add", SAVED / "Lock contractor named _ Westhaven Courier.html", "--yes")
    assert result.exit_code == 0, result.output
    ((name, data),) = seeds(desk).items()
    assert name == "2026-03-12-westhaven-courier-brunel-steel-to-finish-the.txt"
    told = front(data)
    assert told["title"] == "Brunel Steel to finish the new lock"
    assert told["publisher"] == "westhaven-courier"
    assert told["published"] == "2026-03-12T07:15+00:00"
    assert told["author"] == "Jane Okafor"
    assert told["lang"] == "en-GB"
    assert told["address"] == "https://westhaven-courier.example/2026/03/lock-contractor-named/"
    assert told["inferred"]["published"] == "The metadata of the saved page (datePublished)."
    text = seed.split(data).text
    assert "“We have lost nine weeks and we will not lose a tenth,” she said." in text
    for noise in (
        "Accept all",
        "Advertisement",
        "Most read",
        "harbour_rat",
        "All rights reserved",
        "Related",
    ):
        assert noise not in text
    assert "0 errors, 0 warnings" in run(desk, "check").output


def test_words_in_time_and_quotation_tags_stay(desk: Path, tmp_path: Path) -> None:
    body = "<p>The strike begins on <time datetime='2026-04-02'>2 April</time>, <q>come what may</q>, the union said.</p>"
    run(
        desk,
        "add",
        put(tmp_path, "a.html", f"<html><body><article>{body}<p>{'The port is quiet. ' * 20}</p></article>"),
    )
    assert "The strike begins on 2 April, “come what may”, the union said." in only(desk).decode()


def test_what_a_page_says_is_read_with_its_doubts() -> None:
    told = web_page.read(
        "<title>Boats - Post</title><meta property=og:site_name content=Post><h1>Boats &amp; locks</h1>"
        '<script type="application/ld+json">[{"@type":["NewsArticle"],"headline":"Boats","datePublished":"2026-03-01",'
        '"author":[{"name":"A"},{"name":"B"}]}]</script><meta name=pubdate content="2026-03-02T10:00">'
        '<link rel=canonical href="javascript:alert(1)"><html lang="xx<y">'
    )
    assert told["title"].value == "Boats"
    assert told["published"] == FieldValue(
        "2026-03-01", "The metadata of the saved page (datePublished; pubdate says 2026-03-02T10:00)."
    )
    assert told["author"].value == "A, B"
    assert told["publisher"].value == "Post"
    assert not {"address", "lang", "captured"} & told.keys()


@settings(deadline=None)
@given(st.lists(st.sampled_from(
    ["<script type=application/ld+json>", "</script>", "[" * 50, '{"@graph":', "<title>", "<h1>", "</h1>", "<td>", "<p>", "<!--", "-->",
     '<meta name=date content="x">', "<meta property=og:title content='a\nb'>", "\x1b[2J", "<time datetime=2026-13-01>", "&#0;", "x"]
), max_size=30))  # fmt: skip
def test_no_page_breaks_the_reader(parts: list[str]) -> None:
    for told in web_page.read("".join(parts)).values():
        assert told.value.isprintable()


def test_a_paper_gives_its_text(desk: Path, tmp_path: Path) -> None:
    result = run(desk, "add", put(tmp_path, "minutes.pdf", MINUTES))
    assert result.exit_code == 0, result.output
    assert front(only(desk))["title"] == "Council minutes, 26 March 2026"
    assert "resolved to pay for a second tide gauge at the new lock." in only(desk).decode()
    assert "0 errors" in run(desk, "check").output


@pytest.mark.parametrize(("name", "extra"), [("trafilatura", "html"), ("pypdf", "pdf")])
def test_a_missing_extra_is_named(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    result = run(desk, "add", put(tmp_path, f"a.{extra}", MINUTES if extra == "pdf" else "<p>x"))
    assert result.exit_code == 1
    assert f"`pip install {name}`" in result.output


def test_a_table_of_other_programs_is_understood_and_what_it_has_more_is_named(
    desk: Path, tmp_path: Path
) -> None:
    put(tmp_path, "in/a.txt", LOCK)
    table = put(
        tmp_path,
        "in/list.csv",
        "Datei;Titel;Outlet;PubDate;Key;Relevance;Title\na.txt;Schleuse;Courier;13.03.2026;lock;high;Other\nnone.txt;X;;;;;\n",
    )
    result = run(desk, "add", table, "--yes")
    assert "list.csv: skipped: columns that are not used: Relevance, Title" in result.output
    assert f"{table}:3: refused: none.txt: there is no such file" in result.output
    made = front(only(desk))
    assert (made["id"], made["title"], made["published"], made["publisher"]) == (
        "lock",
        "Schleuse",
        "2026-03-13",
        "courier",
    )
    bad = put(tmp_path, "in/bad.csv", "file,id\na.txt,../lock\n")
    assert "`../lock` is not an id" in run(desk, "add", bad).output


@settings(deadline=None)
@given(st.binary(max_size=60), st.integers(0, len(MINUTES)))
def test_no_broken_paper_breaks_the_command(noise: bytes, at: int) -> None:
    with contextlib.suppress(UnreadableError):
        assert extract("a.pdf", b"%PDF-" + MINUTES[5:at] + noise + MINUTES[at:]).body.endswith(b"\n")


@settings(deadline=None, max_examples=examples(40))
@given(st.lists(st.sampled_from(
    ["<p>", "</p>", "<article>", "<table><tr><td>", "<q>", "<time", ">", "<![CDATA[", "&#0;", "\x0b", "\x1b", "\ud7ff", "word " * 12, "<!--", "\r"]
), max_size=20).map("".join))  # fmt: skip
def test_no_page_breaks_the_command(html: str) -> None:
    with contextlib.suppress(UnreadableError):
        article = extract("a.html", html.encode())
        assert b"\r" not in article.body
        compose(article, "x", article.metadata)


def test_nothing_is_fetched(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    assert run(desk, "add", SAVED, "--yes").exit_code == 0
    assert len(seeds(desk)) == 7


# Many


def test_a_folder_is_added_once_however_often_it_is_named(desk: Path) -> None:
    first = run(desk, "add", SAVED, SAVED, "--yes")
    assert "7 added, 0 already there, 0 refused" in first.output
    before = seeds(desk)
    again = run(desk, "add", SAVED, "--yes")
    assert again.exit_code == 0
    assert "0 added, 7 already there, 0 refused" in again.output
    assert seeds(desk) == before
    assert "0 errors" in run(desk, "check").output


def test_what_a_browser_saves_beside_a_page_is_no_article(desk: Path, tmp_path: Path) -> None:
    put(tmp_path, "in/lock.txt", LOCK)
    put(tmp_path, "in/page_files/frame.html", "<p>" + "An advertisement for boats. " * 20)
    put(tmp_path, "in/.hidden/x.txt", "Nothing here at all.\n")
    put(tmp_path, "secret.txt", "A secret.\n")
    (tmp_path / "in/link.txt").symlink_to(tmp_path / "secret.txt")
    assert "1 added" in run(desk, "add", tmp_path / "in").output
    assert "lock" in only(desk).decode()


def test_a_table_tells_of_many(desk: Path, tmp_path: Path) -> None:
    put(tmp_path, "in/a.txt", LOCK)
    put(tmp_path, "in/b.txt", "The ferry stops at noon.\n")
    table = put(
        tmp_path,
        "in/list.csv",
        "File;Title;Publisher;Date\na.txt;Lock late;Westhaven Courier;4 March 2026\nb.txt;;not stated;2026\n",
    )
    result = run(desk, "add", table, "--yes")
    assert "2 added" in result.output, result.output
    told = [front(data) for data in seeds(desk).values()]
    late, ferry = told if "title" in told[0] else told[::-1]
    assert late["title"] == "Lock late"
    assert late["publisher"] == "westhaven-courier"
    assert late["published"] == "2026-03-04"
    assert ferry["publisher"] == "not stated"
    assert "title" not in ferry


@pytest.mark.parametrize(
    ("text", "why"),
    [("title\nx\n", "no column `file`"), ("file\n../secret.txt\n", "outside the folder of the table"),
     ("file\n/etc/hostname\n", "outside the folder of the table"), ("file,date\na.txt,03/04/2026\n", "is not a date"),
     ("file\nnowhere.txt\n", "there is no such file"), ('file\n"a', "cannot be read"), ("", "no column `file`")],
)  # fmt: skip
def test_a_table_at_fault_is_refused(desk: Path, tmp_path: Path, text: str, why: str) -> None:
    put(tmp_path, "secret.txt", LOCK)
    result = run(desk, "add", put(tmp_path, "in/list.csv", text))
    assert result.exit_code == 1
    assert why in result.output
    assert seeds(desk) == {}


def test_a_row_at_fault_is_refused_by_its_line_and_the_others_are_added(desk: Path, tmp_path: Path) -> None:
    for name in "abcd":
        put(tmp_path, f"in/{name}.txt", f"The ferry {name} stops at noon, says port {name * 9}.\n")
    table = put(
        tmp_path,
        "in/list.csv",
        'file,title,date\na.txt,"Two\nlines",2026-03-24\nb.txt,B,05.03.2026\n../x.txt,X,\nc.txt,C,2026-03-26\n'
        "c.txt,C again,\nd.txt,D,\nd.txt,D,\n",
    )
    result = run(desk, "add", tmp_path / "in", table)
    assert result.exit_code == 1
    assert "3 added, 0 already there, 3 refused" in result.output
    wrong = (
        f"{table}:4: refused: b.txt: `05.03.2026` is not a date; write year, month and day, as in 2026-03-04"
    )
    assert wrong in result.output
    assert f"{table}:5: refused: x.txt: `../x.txt` is outside the folder of the table" in result.output
    assert f"{table}:7: refused: c.txt: {table}:6 gives other values for it" in result.output
    texts = b"".join(seeds(desk).values()).decode()
    assert "published: 2026-03-26" in texts
    assert "ferry b" not in texts


def test_what_a_table_tells_of_a_source_that_is_there_is_not_dropped_in_silence(
    desk: Path, tmp_path: Path
) -> None:
    put(tmp_path, "in/a.txt", LOCK)
    table = put(
        tmp_path, "in/list.csv", "file,title,publisher,date\na.txt,Lock late,The Courier,2026-03-04\n"
    )
    run(desk, "add", tmp_path / "in/a.txt")
    result = run(desk, "add", table, "--yes")
    assert result.exit_code == 0
    kept = "title, published, publisher given here but not changed: use --update, or edit the front matter of the source"
    assert f"already there: it is `new-lock-will-article`; {kept}" in result.output
    assert "given here" not in run(desk, "add", tmp_path / "in/a.txt").output
    run(
        desk,
        "add",
        put(tmp_path, "in/b.txt", "The ferry stops at noon.\n"),
        "--title",
        "Ferry",
        "--lang",
        "en",
    )
    again = run(desk, "add", tmp_path / "in/b.txt", "--title", "Ferry", "--lang", "en")
    assert "given here" not in again.output


def test_what_is_passed_over_in_a_folder_is_listed_with_the_reason(desk: Path, tmp_path: Path) -> None:
    put(tmp_path, "in/a.txt", LOCK)
    put(tmp_path, "in/b.msg", "x")
    put(tmp_path, "in/c.RTF", "x")
    put(tmp_path, "in/below/d.png", "x")
    put(tmp_path, "in/list.csv", "file\na.txt\n")
    put(tmp_path, "in/court_files/ruling.txt", "The court rules.\n")
    put(tmp_path, "in/page.htm", f"<html><article><p>{'The ferry is late again. ' * 20}</p></article>")
    put(tmp_path, "in/page_files/frame.html", "<p>" + "An advertisement for boats. " * 20)
    put(tmp_path, "in/.hidden", "x")
    put(tmp_path, "out.txt", "x")
    (tmp_path / "in/link.txt").symlink_to(tmp_path / "out.txt")
    (tmp_path / "in/more").symlink_to(tmp_path)
    result = run(desk, "add", tmp_path / "in")
    assert result.exit_code == 0
    assert "2 added, 0 already there, 0 refused, 7 skipped" in result.output
    for told in (
        "b.msg: skipped: not a file that can be read (PDF, MHTML, Safari's archive, mail, Word, OpenDocument, EPUB, HTML, text); save it as .eml",
        "EPUB, HTML, text); save it as .docx, .odt or PDF",
        "below/d.png: skipped: not a file that can be read",
        "list.csv: skipped: a table; name it to add the files that it lists",
        "court_files: skipped: looks like a folder that a browser saved with a page; name it to add its files",
        "link.txt: skipped: a link that leads out of the folder; name the file itself instead",
        "more: skipped: a link to a folder; name that folder instead",
    ):
        assert told in result.output
    assert "page_files" not in result.output
    assert "hidden" not in result.output
    assert "1 added" in run(desk, "add", tmp_path / "in/court_files").output
    named = run(desk, "add", tmp_path / "in", tmp_path / "in/list.csv")
    assert "list.csv" not in named.output


def test_the_list_of_what_is_passed_over_ends(desk: Path, tmp_path: Path) -> None:
    for n in range(45):
        put(tmp_path, f"in/{n:02}.{'png' if n % 2 else 'css'}", "x")
    result = run(desk, "add", tmp_path / "in")
    assert result.exit_code == 1
    assert result.output.count(": skipped: ") == 20
    assert "… 25 more skipped: .css (13), .png (12)\n" in result.output
    assert "in: refused: there is nothing in this folder that can be read" in result.output


def test_a_folder_below_that_cannot_be_listed_is_told(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "in/a.txt", LOCK)
    put(tmp_path, "in/below/b.txt", "The ferry stops at noon.\n")
    scandir = os.scandir

    def refused(path: Path) -> Any:
        if str(path).endswith("below"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    result = run(desk, "add", tmp_path / "in")
    assert (result.exit_code, result.output) == (1, f"{tmp_path / 'in/below'}: Permission denied\n")


@settings(deadline=None)
@given(st.binary(max_size=200))
@example(b"file\n\x00")
def test_no_table_breaks_the_reader(data: bytes) -> None:
    try:
        for row in listing.read(data, ".csv").rows:
            assert row.file
    except UnreadableError:
        pass


# Copies


def test_a_copy_is_named_and_a_near_copy_is_for_the_editor_to_judge(desk: Path, tmp_path: Path) -> None:
    text = LOCK * 6
    run(desk, "add", put(tmp_path, "a.txt", text), "--id", "lock")
    copy = run(desk, "add", put(tmp_path, "b.txt", text.upper().replace("\n", " \n")))
    assert copy.exit_code == 0
    assert "already there: it is `lock`" in copy.output
    near = put(tmp_path, "c.txt", text.replace("June", "July") + "Update: mended.\n")
    refused = run(desk, "add", near)
    assert refused.exit_code == 1
    assert "of its words are also in `lock`; use --anyway to add it" in refused.output
    assert len(seeds(desk)) == 1
    assert run(desk, "add", near, "--anyway").exit_code == 0
    assert len(seeds(desk)) == 2
    assert run(desk, "add", near, "--anyway").exit_code == 0
    assert len(seeds(desk)) == 2
    other = run(desk, "add", put(tmp_path, "d.txt", "The ferry stops at noon.\n"))
    assert "1 added" in other.output


def test_one_address_is_one_article(desk: Path, tmp_path: Path) -> None:
    run(desk, "add", put(tmp_path, "a.txt", LOCK), "--address", "https://a.example/1", "--id", "lock")
    again = run(desk, "add", put(tmp_path, "b.txt", "It opened.\n"), "--address", "https://a.example/1")
    assert again.exit_code == 1
    assert "`lock` has the same address" in again.output


@settings(deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_mutual_and_a_text_is_its_own_copy(one: str, other: str) -> None:
    a, b = duplicates.fingerprint(one), duplicates.fingerprint(other)
    assert duplicates.same(a, {"a": a}) == "a"
    assert (duplicates.nearest(a, {"b": b})[0] == "") == (duplicates.nearest(b, {"a": a})[0] == "")


def test_writing_without_spaces_is_compared_by_its_characters() -> None:
    one = "港务局表示新船闸在六月之前不会开放，钢材交付延迟。" * 3
    known = {"a": duplicates.fingerprint(one)}
    assert duplicates.nearest(duplicates.fingerprint(one.replace("六月", "七月")), known)[0] == "a"


# Publishers


def test_a_publisher_is_found_by_any_of_its_names(desk: Path, tmp_path: Path) -> None:
    put(
        desk,
        "briefings/entities/all.yml",
        "wc: {kind: outlet, name: Westhaven Courier, aliases: [WC]}\nwes: {kind: place, name: Westhaven}\n",
    )
    for n, name in enumerate(("The Westhaven Courier", "WC", "westhaven courier", "wc")):
        result = run(
            desk, "add", put(tmp_path, f"{n}.txt", f"Text number {name} {n}.\n"), "--publisher", name
        )
        assert result.exit_code == 0
    assert all(front(data)["publisher"] == "wc" for data in seeds(desk).values())
    run(
        desk,
        "add",
        put(tmp_path, "x.txt", "A place publishes nothing.\n"),
        "--publisher",
        "Westhaven",
        "--yes",
    )
    assert (desk / "briefings/entities/outlets.yml").read_text(
        encoding="utf-8"
    ) == "westhaven: {kind: outlet, name: Westhaven}\n"


def test_an_unknown_publisher_is_entered_below_what_is_there_or_printed(desk: Path, tmp_path: Path) -> None:
    typed = "# ours\nreuters: {kind: outlet, name: Reuters}  # an agency?"
    file = put(desk, "briefings/entities/outlets.yml", typed)
    one = put(tmp_path, "a.txt", LOCK)
    printed = run(desk, "add", one, "--publisher", "Fish: Times")
    assert 'fish-times: {kind: outlet, name: "Fish: Times"}' in printed.output
    assert file.read_text(encoding="utf-8") == typed
    assert "publisher" not in front(only(desk))
    two = put(tmp_path, "b.txt", "The ferry stops at noon.\n")
    run(desk, "add", two, "--publisher", "Fish: Times", "--yes")
    assert file.read_text(encoding="utf-8") == typed + '\nfish-times: {kind: outlet, name: "Fish: Times"}\n'
    assert run(desk, "check").exit_code == 0


def test_a_file_of_outlets_that_cannot_be_added_to_is_left_alone(desk: Path, tmp_path: Path) -> None:
    file = put(desk, "briefings/entities/outlets.yml", "{reuters: {kind: outlet, name: Reuters}}\n")
    result = run(desk, "add", put(tmp_path, "a.txt", LOCK), "--publisher", "Fish Times", "--yes")
    assert "fish-times: {kind: outlet, name: Fish Times}" in result.output
    assert file.read_text(encoding="utf-8") == "{reuters: {kind: outlet, name: Reuters}}\n"
    assert "0 errors" in run(desk, "check").output


@settings(deadline=None)
@given(st.text(min_size=1, max_size=80))
@example("yes: {no}")
@example("null")
@example("12")
@example("A\n0")
def test_every_name_of_a_publisher_makes_a_sound_entry(name: str) -> None:
    if not name.strip():
        return
    line = outlets.entry(outlets.new_id(name, set(), "en"), name)
    made = outlets.appended("briefings/entities/outlets.yml", None, [line], "")
    if made is not None:
        (entry,) = load("", made.decode()).data.values()  # type: ignore[attr-defined]
        assert entry["name"] == name


# Names, ids, questions, interruptions


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=20))
@example("../../etc/passwd", "..", "/")
@example("CON", "NUL", ".")
@example("a" * 500, "ü" * 500, "2026")
def test_no_title_leads_a_file_elsewhere(title: str, publisher: str, name: str) -> None:
    told = {"title": title, "publisher": publisher, "published": "2026-03-04"}
    for made in (file_stem(told, name), handle(told), slug(title, 4)):
        assert "/" not in made
        assert "\\" not in made
        assert not made.startswith(".")
    stem = file_stem(told, name)
    assert stem.startswith("2026-03-04-")
    assert len(stem.encode()) < 250
    data = compose(Article(b"Text.\n"), handle(told), {})
    parsed = parse(f"seeds/{stem}.txt", data, Settings())
    assert parsed is not None
    assert not parsed.problems


@pytest.mark.parametrize(
    ("told", "id_"),
    [
        ({"title": "Valley Water Board: minutes", "publisher": "valley-water-board"}, "valley-water-board-minutes"),
        ({"title": "Valley Water Board", "publisher": "valley-water-board"}, "valley-water-board-valley-water-board"),
        ({"title": "Valley Water Board: minutes", "publisher": "ap"}, "ap-valley-water-board"),
        ({"title": "Valley Water Board: minutes", "published": "2026-03-24T10:00"}, "2026-03-24-valley-water-board"),
        ({"title": "Water Board", "publisher": "not stated", "published": "2026-03"}, "2026-03-water-board"),
        ({"title": "Water Board", "published": "2026-03-01..2026-03-04"}, "water-board-article"),
        ({"title": "The lock is late"}, "lock-is-late-article"),
        ({"title": "新船闸六月前不会开放", "published": "2026-03-24"}, "2026-03-24-新船闸六月前不会开放"),
        ({"title": "not stated"}, ""),
        ({"published": "2026-03-24", "publisher": "ap"}, ""),
    ],
)  # fmt: skip
def test_the_id_of_a_source_is_none_that_its_subject_wants(told: dict[str, str], id_: str) -> None:
    assert handle(told) == id_


@pytest.mark.parametrize("title", ["新船闸六月前不会开放", "Valley Water Board"])
def test_a_briefing_gets_the_address_that_its_title_makes(desk: Path, tmp_path: Path, title: str) -> None:
    text = f"{title}\n\nValley Water Board waits. 港务局表示新船闸在六月之前不会开放。\n"
    run(desk, "add", put(tmp_path, "a.txt", text), "--published", "2026-03-24", "--publisher", "not stated")
    id_ = f"2026-03-24-{title.lower().replace(' ', '-')}"
    assert front(only(desk))["id"] == id_
    assert run(desk, "new", id_).exit_code == 0
    (briefing,) = desk.glob("briefings/*.yml")
    assert briefing.stem == id_
    assert "0 errors" in run(desk, "check").output


def test_two_of_one_name_get_two_files_and_ids(desk: Path, tmp_path: Path) -> None:
    for n in range(3):
        run(desk, "add", put(tmp_path, f"{n}.txt", f"Lock late\n\nStory number {n} about {n} boats.\n"))
    assert list(seeds(desk)) == ["lock-late-2.txt", "lock-late-3.txt", "lock-late.txt"]
    assert sorted(front(data)["id"] for data in seeds(desk).values()) == [
        "lock-late-article",
        "lock-late-article-2",
        "lock-late-article-3",
    ]
    assert "0 errors" in run(desk, "check").output
    taken = run(desk, "add", put(tmp_path, "x.txt", "Another.\n"), "--id", "LOCK-late-article")
    assert "its id `LOCK-late-article` is already used" in taken.output


def test_hostile_names_of_files_are_shown_not_sent(desk: Path, tmp_path: Path) -> None:
    result = run(desk, "add", put(tmp_path, "a\x1b[2J\n.txt", "A title\n\nA text.\n"))
    assert result.exit_code == 0, result.output
    assert "\x1b" not in result.output


def test_questions_are_asked_on_a_terminal_alone(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = put(tmp_path, "a.txt", "The ferry stops at noon.\n")
    monkeypatch.setattr("mkdocs_briefings.cli.add.asks", lambda: True)
    answers = "Ferry stops\nin March\n4 March 2026\nCoast Radio\ny\n"
    result = CliRunner().invoke(main, ["--root", str(desk), "add", str(file)], input=answers)
    assert result.exit_code == 0, result.output
    told = front(only(desk))
    assert (told["title"], told["published"], told["publisher"]) == (
        "Ferry stops",
        "2026-03-04",
        "coast-radio",
    )


def test_no_date_is_an_answer(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mkdocs_briefings.cli.add.asks", lambda: True)
    asked = put(tmp_path, "a.txt", "The ferry stops at noon.\n")
    answers = "not stated\nNot stated\nnot stated\n"
    result = CliRunner().invoke(main, ["--root", str(desk), "add", str(asked)], input=answers)
    assert result.exit_code == 0, result.output
    table = put(tmp_path, "in.csv", "file,date\nb.txt,Not stated\n")
    put(tmp_path, "b.txt", "The lock opens in June, says the port.\n")
    run(desk, "add", table, "--title", "Lock", "--publisher", "not stated")
    told_ = run(desk, "add", put(tmp_path, "c.txt", "Pilots strike.\n"), "--published", "not stated", "--yes")
    assert "1 added" in told_.output, told_.output
    assert [front(data)["published"] for data in seeds(desk).values()] == ["not stated"] * 3
    assert "`published`" not in run(desk, "check").output


def test_a_line_of_signs_is_no_headline(desk: Path, tmp_path: Path) -> None:
    run(desk, "add", put(tmp_path, "a.txt", "---\nThe pipeline: a column\n---\n\nIt costs too much.\n"))
    assert front(only(desk))["title"] == "The pipeline: a column"


def test_an_interruption_leaves_whole_files_and_goes_on(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link, calls = os.link, iter(range(100))

    def interrupted(one: Path, two: Path) -> None:
        if next(calls) == 4:
            raise KeyboardInterrupt
        link(one, two)

    monkeypatch.setattr(os, "link", interrupted)
    result = run(desk, "add", SAVED, "--yes")
    monkeypatch.undo()
    assert result.exit_code == 1
    assert "interrupted; run the same command again" in result.output
    half = seeds(desk)
    assert 0 < len(half) < 7
    assert "0 errors" in run(desk, "check").output
    assert run(desk, "add", SAVED, "--yes").exit_code == 0
    assert len(seeds(desk)) == 7
    assert half.items() <= seeds(desk).items()


def test_each_file_is_written_before_the_next_is_read(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever interrupts the reading of many files keeps all that were read, and is told which."""
    calls = iter(range(100))

    def interrupted(*arguments: Any) -> Article:
        if (n := next(calls)) == 4:
            raise KeyboardInterrupt
        assert len(seeds(desk)) == n
        return extract(*arguments)

    monkeypatch.setattr(add, "extract", interrupted)
    result = run(desk, "add", SAVED, "--yes")
    assert result.exit_code == 1
    assert len(seeds(desk)) == 4
    assert "4 added, 0 already there, 1 refused" in result.output
    assert all(front(data)["id"] in result.output for data in seeds(desk).values())
    monkeypatch.undo()
    assert "3 added, 4 already there, 0 refused" in run(desk, "add", SAVED, "--yes").output


def test_what_stands_there_when_an_interruption_comes_is_told(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mkdocs_briefings.files.desk.settle_folder", interrupted)
    result = run(desk, "add", put(tmp_path, "a.txt", LOCK))
    assert len(seeds(desk)) == 1
    assert "1 added, 0 already there, 1 refused" in result.output


def test_a_disk_that_fails_ends_the_run_and_what_came_before_is_told(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = iter(range(100))

    def full(_: LockedDesk, path: Path, data: bytes) -> None:
        if next(calls) == 2:
            raise OSError(28, "No space left on device", str(path))
        path.write_bytes(data)

    monkeypatch.setattr(LockedDesk, "create", full)
    result = run(desk, "add", SAVED)
    assert result.exit_code == 1
    assert "2 added, 0 already there, 1 refused" in result.output
    assert ".txt: refused: No space left on device" in result.output


def test_copies_within_one_run_are_named(desk: Path, tmp_path: Path) -> None:
    for name in "abc":
        put(tmp_path, f"in/{name}.txt", LOCK * 6 if name < "c" else LOCK.replace("June", "July") * 6)
    result = run(desk, "add", tmp_path / "in")
    assert "1 added, 1 already there, 1 refused" in result.output
    assert "b.txt: already there: it is `new-lock-will-article`" in result.output
    assert "c.txt: refused: " in result.output
    assert "are also in `new-lock-will-article`; use --anyway to add it" in result.output


def test_nothing_outside_the_desk_is_touched(desk: Path, tmp_path: Path) -> None:
    put(tmp_path, "in/a.txt", LOCK)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "in").rglob("*")}
    run(desk, "add", tmp_path / "in", "--title", "../../x", "--publisher", "/etc", "--yes")
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "in").rglob("*")} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["desk", "in"]
    outside = tmp_path / "outside"
    outside.mkdir()
    linked = tmp_path / "linked"
    linked.mkdir()
    (linked / "seeds").symlink_to(outside)
    assert run(linked, "add", tmp_path / "in").exit_code == 1
    assert list(outside.iterdir()) == []


def test_a_folder_that_is_no_desk(tmp_path: Path) -> None:
    result = run(tmp_path, "add", put(tmp_path, "a.txt", LOCK))
    assert result.exit_code == 1
    assert "briefings init DIR" in result.output


# Lines and moments


def test_lines_that_state_nothing_are_named_only_where_that_is_sure() -> None:
    text = "A story\n\n- Advertisement -\n\nThe advertisement was banned.\nRead more\nRead more books, she said.\n© 2026 The Post\n"
    assert text_lines.skipped(text) == {
        "advertisement": ("- Advertisement -",),
        "boilerplate": ("Read more", "© 2026 The Post"),
    }


@pytest.mark.parametrize(
    ("text", "title"),
    [("Lock late\n\nThe lock is late.\n", "Lock late"), ("Lock late\nThe lock is late.\n", "Lock late"),
     ("The lock is late.\n\nIt opens in June.\n", ""), ("Lock late\nBy Jane Moor\nThe lock is late.\n", "Lock late"),
     ("One line alone\n", ""), ("By Jane Moor\n\nLock late\n\nThe lock is late.\n", "Lock late"), ("x" * 300 + "\n\nText.\n", "")],
)  # fmt: skip
def test_the_first_line_is_a_title_if_it_stands_apart(text: str, title: str) -> None:
    told, _ = text_lines.read(text)
    assert told.get("title", FieldValue("")).value == title
