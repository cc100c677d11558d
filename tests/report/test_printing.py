"""Problems as people and machines read them."""

from __future__ import annotations

import io
import json

import pytest
from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.parse.field_codes import BAD_DATE
from mkdocs_briefings.report import printing
from mkdocs_briefings.report.location import Located, Spot
from mkdocs_briefings.rules.uncited_sentence import RULE as UNCITED_SENTENCE
from rich.console import Console


def one(line: str = "", column: int = 1, message: str = "a fault", path: str = "b.yml") -> Located:
    problem = BAD_DATE.at(_place(), message, hint="Mend it.")
    return Located(Spot(path, 3, column), problem, (Spot("c.yml", 1, 2),), line)


def _place() -> Place:
    return Place("b.yml")


def people(located: Located, *, colour: bool = False) -> str:
    stream = io.StringIO()
    printing.people(
        [located], Console(file=stream, width=40, highlight=False, force_terminal=colour, no_color=not colour)
    )
    return stream.getvalue()


def test_people_see_the_line_and_a_caret() -> None:
    assert people(one("date: 2024-02-30", 7)) == (
        "b.yml:3:7: error: a fault [bad-date]\n"
        "      3 | date: 2024-02-30\n"
        "        |       ^\n"
        "        = Mend it.\n"
        "        see c.yml:1:2\n"
    )


def test_nothing_is_shown_of_an_empty_line() -> None:
    assert "|" not in people(one("  "))


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("date: x", 7),
        ("\tdate: x", 8),
        ("工业和信息化部: x", 10),
        ("a" * 500 + ": x", 503),
        ("x" + "b" * 500, 1),
    ],
)
def test_the_caret_stands_below_its_place(line: str, column: int) -> None:
    from rich.cells import cell_len  # noqa: PLC0415, what a terminal counts

    rows = people(one(line, column)).splitlines()
    assert cell_len(rows[2][: rows[2].index("^")]) == cell_len(rows[1][: rows[1].index("x")])


def test_markup_and_control_characters_are_shown_as_text() -> None:
    shown = people(
        one("[red]x[/red] \x1b[31m :smile:", 1, "see [link=x]\x1b]8;;evil\x07\nfake", "a\nb\u202e.yml")
    )
    assert "[red]x[/red] \ufffd[31m :smile:" in shown
    assert "see [link=x]\ufffd]8;;evil\ufffd\ufffdfake" in shown
    assert shown.startswith("a\ufffdb\ufffd.yml:3:1: ")
    assert "\x1b" not in shown
    plain = printing.plain([one(message="a\nb\x1b[31m", path="x\ny")])
    assert plain.splitlines()[0] == "x\ufffdy:3:1: error: a\ufffdb\ufffd[31m [bad-date]"


def test_plain() -> None:
    warning = Located(Spot("a.yml", 1, 2), UNCITED_SENTENCE.at(_place(), "w"), (), "")
    assert printing.plain([one(), warning]) == (
        "b.yml:3:1: error: a fault [bad-date]\n    Mend it.\n    see c.yml:1:2\n"
        f"a.yml:1:2: warning: w [uncited-sentence]\n    {UNCITED_SENTENCE.remedy}"
    )
    assert printing.plain([]) == ""


def test_github() -> None:
    shown = printing.github([one(message="100% a::b,\r\nc", path="a,b:c%\n.yml")])
    assert shown == (
        "::error file=a%2Cb%3Ac%25%0A.yml,line=3,col=1,title=bad-date::100%25 a::b,%0D%0Ac. Mend it."
    )


def test_json() -> None:
    (shown,) = json.loads(printing.as_json([one(message="“x”\n")]))
    assert shown == {
        "path": "b.yml", "line": 3, "column": 1, "severity": "error", "code": "bad-date", "message": "“x”\n",
        "hint": "Mend it.", "related": [{"path": "c.yml", "line": 1, "column": 2}],
    }  # fmt: skip
    assert "“x”" in printing.as_json([one(message="“x”")])


CONTROLS = "a\x07b\x1b[31mc\x9bd\u202ee\u2028f\x7fg"


def test_nothing_that_is_printed_commands_a_terminal() -> None:
    located = [one(CONTROLS, 1, CONTROLS, CONTROLS)]
    for text in (
        people(located[0]),
        printing.plain(located),
        printing.github(located),
        printing.as_json(located),
    ):
        assert not {"\x07", "\x1b", "\x9b", "\u202e", "\u2028", "\x7f"} & set(text)


def test_json_holds_every_character_all_the_same() -> None:
    (told,) = json.loads(printing.as_json([one(message=CONTROLS, path=CONTROLS)]))
    assert (told["message"], told["path"]) == (CONTROLS, CONTROLS)
    assert json.loads(printing.json_text({"a": "b\n\u2028", CONTROLS: ["\n"]})) == {
        "a": "b\n\u2028",
        CONTROLS: ["\n"],
    }


def test_annotations_keep_their_lines() -> None:
    assert "::a%0Ab%25 c" in printing.github([one(message="a\nb% c")])
