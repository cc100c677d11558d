"""Lists of references with attached files, a column for chosen rows, and tables that were corrected."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.intake.article import UnreadableError
from mkdocs_briefings.intake.reference_lists import read_references
from mkdocs_briefings.parse import seed
from mkdocs_briefings.parse.yaml import load

if TYPE_CHECKING:
    from click.testing import Result
    from mkdocs_briefings.intake.listing import TableRow

RIS = """\
TY  - NEWS
TI  - Lock late
AU  - Alder, Ada
AU  - Hansen, Piet
T2  - Westhaven Courier
DA  - 2026/03/04/
UR  - https://courier.example/lock?a=1;b=2
LA  - en
L1  - files/lock.txt
ER  -

TY  - NEWS
TI  - No file
ER  -
"""
BIB = r"""
@string{wc = "Westhaven Courier"}
@article{lock2026,
  title = {Lock sp{\"a}t},
  author = {Alder, Ada and {Port Authority}},
  journal = wc,
  year = 2026, month = mar,
  url = {https://courier.example/lock},
  file = {Snapshot:files/lock.txt:text/plain},
}
"""
CSL = json.dumps([
    {"type": "article-newspaper", "title": "Lock late", "container-title": "Westhaven Courier", "language": "en-GB",
     "issued": {"date-parts": [[2026, 3, 4]]}, "URL": "https://courier.example/lock", "file": "files/lock.txt",
     "author": [{"family": "Alder", "given": "Ada"}, {"literal": "Port Authority"}], "accessed": {"date-parts": [["2026", "3"]]}},
], indent=1)  # fmt: skip
ZOTERO = json.dumps({"items": [{"title": "Lock late", "date": "2026-03-04", "creators": [{"firstName": "Ada", "lastName": "Alder"}],
    "publicationTitle": "Westhaven Courier", "attachments": [{"path": "files/lock.txt"}]}]})  # fmt: skip


def rows(text: str, ending: str) -> list[TableRow]:
    return read_references(text.encode(), ending).rows


def test_ris() -> None:
    one, none = rows(RIS, ".ris")
    assert (one.file, one.line, one.fault) == ("files/lock.txt", 1, "")
    assert one.metadata == {
        "title": "Lock late", "publisher": "Westhaven Courier", "published": "2026-03-04", "author": "Alder, Ada; Hansen, Piet",
        "address": "https://courier.example/lock?a=1;b=2", "lang": "en",
    }  # fmt: skip
    assert (none.line, none.fault[:20]) == (12, "it names no file: at")


def test_bibtex() -> None:
    (one,) = rows(BIB, ".bib")
    assert (one.file, one.line) == ("files/lock.txt", 3)
    assert one.metadata == {
        "title": "Lock spät", "publisher": "Westhaven Courier", "published": "2026-03", "author": "Alder, Ada; Port Authority",
        "address": "https://courier.example/lock",
    }  # fmt: skip


def test_csl_json_and_that_of_zotero() -> None:
    (one,) = rows(CSL, ".json")
    assert (one.file, one.line) == ("files/lock.txt", 4)
    assert one.metadata == {
        "title": "Lock late", "publisher": "Westhaven Courier", "published": "2026-03-04", "author": "Ada Alder; Port Authority",
        "address": "https://courier.example/lock", "captured": "2026-03", "lang": "en-GB",
    }  # fmt: skip
    (other,) = rows(ZOTERO, ".json")
    assert other.metadata["author"] == "Ada Alder"
    assert other.metadata["published"] == "2026-03-04"


@pytest.mark.parametrize(
    ("text", "ending"),
    [("", ".ris"), ("no tags", ".ris"), ("", ".bib"), ("@article{x, title = {", ".bib"), ("@article{x, title={a}, title={b}}\n@article{x,}", ".bib"),
     ("", ".json"), ("{}", ".json"), ("[1]", ".json"), ("[" * 100_000, ".json"), ('[{"title": "x"', ".json")],
)  # fmt: skip
def test_what_is_no_such_list_is_refused_in_words(text: str, ending: str) -> None:
    with pytest.raises(UnreadableError):
        rows(text, ending)


def test_values_that_cannot_be_used_are_the_rows_own_fault() -> None:
    text = json.dumps(
        [
            {"title": "A", "file": "a.txt", "URL": "no address"},
            {"title": "B", "file": "b.txt", "issued": {"literal": "soon"}},
        ]
    )
    one, two = rows(text, ".json")
    assert "address" in one.fault
    assert "not a date" in two.fault


def run(root: Path, *arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["--root", str(root), *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for folder in ("desk/seeds", "desk/briefings/entities", "in/files"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "in/files/lock.txt").write_text(
        "The lock is late. It opens in June, the port said.\n", encoding="utf-8"
    )
    return tmp_path / "desk"


def front(desk: Path) -> dict[str, object]:
    (path,) = (desk / "seeds").glob("*.txt")
    data = load("", seed.split(path.read_bytes()).front or "").data
    assert isinstance(data, dict)
    return data


@pytest.mark.parametrize(
    ("name", "text"), [("x.ris", RIS), ("x.bib", BIB), ("x.json", CSL), ("x.json", ZOTERO)]
)
def test_a_list_adds_its_files(desk: Path, name: str, text: str) -> None:
    path = desk.parent / "in" / name
    path.write_text(text, encoding="utf-8")
    result = run(desk, "add", path, "--yes")
    assert "1 added" in result.output, result.output
    assert front(desk)["publisher"] == "westhaven-courier"
    if name == "x.ris":
        assert f"{path}:12: refused: No file: it names no file" in result.output
        assert result.exit_code == 1


def test_a_corrected_table_updates_the_front_matter_alone(desk: Path) -> None:
    table = desk.parent / "in/list.csv"
    table.write_text(
        "file,title,date,publisher\nfiles/lock.txt,Lock late,2026-03-04,not stated\n", encoding="utf-8"
    )
    run(desk, "add", table, "--yes")
    (path,) = (desk / "seeds").glob("*.txt")
    text = seed.split(path.read_bytes()).text
    digest = front(desk)["sha256"]
    table.write_text(
        "file,title,date,author\nfiles/lock.txt,The lock is late: again,2026-03-05,Ada Alder\n",
        encoding="utf-8",
    )
    untouched = path.read_bytes()
    told = run(desk, "add", table, "--yes")
    assert "title, published, author given here but not changed: use --update" in told.output
    assert path.read_bytes() == untouched
    result = run(desk, "add", table, "--update", "--yes")
    assert (
        "these fields change:\n  title: The lock is late: again\n  published: 2026-03-05\n  author: Ada Alder\n"
        in result.output
    )
    found = front(desk)
    assert (found["title"], found["published"], found["author"]) == (
        "The lock is late: again",
        "2026-03-05",
        "Ada Alder",
    )
    assert (found["sha256"], seed.split(path.read_bytes()).text, found["publisher"]) == (
        digest,
        text,
        "not stated",
    )
    assert "0 errors" in run(desk, "check").output
    assert "0 added, 1 already there" in run(desk, "add", table, "--update", "--yes").output


def test_what_was_inferred_loses_its_reason_when_it_is_corrected(desk: Path) -> None:
    table = desk.parent / "in/list.csv"
    table.write_text("file,date\nfiles/lock.txt,2026-03-04\n", encoding="utf-8")
    run(desk, "add", table, "--yes")
    (path,) = (desk / "seeds").glob("*.txt")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(
            "published:",
            "inferred:\n  published: >-\n    The name of the file\n    says so.\n  lang: It is.\npublished:",
            1,
        ),
        encoding="utf-8",
    )
    table.write_text("file,date\nfiles/lock.txt,2026-03-05\n", encoding="utf-8")
    run(desk, "add", table, "--update", "--yes")
    found = front(desk)
    assert found["published"] == "2026-03-05"
    assert found["inferred"] == {"lang": "It is."}


def test_a_row_may_be_added_anyway(desk: Path) -> None:
    run(desk, "add", desk.parent / "in/files/lock.txt", "--yes", "--title", "A")
    for name in ("two", "three"):
        (desk.parent / f"in/files/{name}.txt").write_text(
            f"The lock is late. It opens in June, the port said. {name}.\n", encoding="utf-8"
        )
    table = desk.parent / "in/list.csv"
    table.write_text("file,title,anyway\nfiles/two.txt,Two,yes\nfiles/three.txt,Three,\n", encoding="utf-8")
    result = run(desk, "add", table, "--yes")
    assert "1 added, 0 already there, 1 refused" in result.output, result.output


def test_the_table_of_zotero(desk: Path) -> None:
    table = desk.parent / "in/zotero.csv"
    table.write_text(
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","Url","Date","Access Date","File Attachments","Language"\n'
        '"ABCD2345","newspaperArticle","2026","Alder, Ada","Lock late","not stated","https://c.example/l","2026-03-04","2026-03-05 10:00:00",'
        '"files/cover.png; files/lock.txt","en"\n',
        encoding="utf-8",
    )
    result = run(desk, "add", table, "--yes")
    assert "1 added" in result.output, result.output
    found = front(desk)
    assert (found["published"], found["captured"], found["author"]) == (
        "2026-03-04",
        "2026-03-05T10:00",
        "Alder, Ada",
    )
    assert found["id"] != "ABCD2345"


def test_a_list_is_bounded_and_long_ones_are_read_in_a_moment(desk: Path) -> None:
    with pytest.raises(UnreadableError, match="in parts"):
        read_references(b" " * 20_000_001, ".ris")
    many = "".join(f"TY  - NEWS\nTI  - T {n}\nL1  - missing-{n}.txt\nER  - \n\n" for n in range(700))
    path = desk.parent / "in/x.ris"
    path.write_text(many, encoding="utf-8")
    found = rows(many, ".ris")
    assert (found[699].line, found[699].file) == (699 * 5 + 1, "missing-699.txt")
    output = run(desk, "add", path, "--yes").output
    assert "… 200 more refused" in output
    assert "0 added, 0 already there, 700 refused" in output


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("biblatex.bib", {"published": "2026-03-04", "address": "https://courier.example/lock?page=1&part=2", "captured": "2026-03-05", "lang": "en-GB"}),
        ("bibtex.bib", {"published": "2026-03"}),
        ("references.json", {"published": "2026-03-04", "address": "https://courier.example/lock?page=1&part=2", "captured": "2026-03-05", "lang": "en-GB"}),
        ("references.ris", {"published": "2026-03"}),
    ],
)  # fmt: skip
def test_lists_as_other_programs_write_them(name: str, told: dict[str, str]) -> None:
    """Their programs attach no files, so each entry gets one as its program would write it."""
    text = (Path(__file__).parent / "saved" / name).read_text(encoding="utf-8")
    if name.endswith(".bib"):
        text = text.replace("  author =", "  file = {:lock.html:text/html},\n  author =")
    elif name.endswith(".ris"):
        text = text.replace("ER  -", "L1  - lock.html\nER  -")
    else:
        text = text.replace('"author":', '"file": "lock.html", "author":')
    first, second = read_references(text.encode(), Path(name).suffix).rows
    assert (first.fault, second.fault) == ("", "")
    assert first.metadata["title"].casefold() == "new lock will not open before june"
    assert second.metadata["title"] == "Économie d’une écluse: 10 % & plus"
    assert first.metadata["publisher"] == "Westhaven Courier"
    assert "Jane" in first.metadata["author"]
    assert "van der Aa" in first.metadata["author"]
    assert {field: first.metadata[field] for field in told} == told
