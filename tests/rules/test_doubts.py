"""Doubts: what is told as more certain, more general or the other way round; they fail nothing, and can be dismissed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.model import dismissals
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.rules.reads_otherwise import RULE

from tests.desks import made, source, tree, yaml

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_briefings.model.problem import Problem

TEXT = (
    "The bridge might close in June. Sales of tickets fell in May. The council plans to build a tunnel. Exports stopped. "
    "Die Brücke dürfte im Juni schließen. Le pont pourrait fermer en juin. 这座桥可能在六月关闭。"
)
CLAIMS = {
    "bridge": {"text": "The bridge might close in June.", "quote": "The bridge might close in June"},
    "tickets": {"text": "Sales of tickets fell.", "quote": "Sales of tickets fell in May"},
    "tunnel": {"text": "The council plans a tunnel.", "quote": "The council plans to build a tunnel"},
    "exports": {"text": "Exports stopped.", "quote": "Exports stopped"},
}


def files(summary: str, quote: str = "The bridge might close in June") -> dict[str, str]:
    claims = {**CLAIMS, "bridge": {**CLAIMS["bridge"], "quote": quote}}
    return {
        "seeds/a.txt": source(TEXT),
        "briefings/2026-01-24-b.yml": yaml(title="A title", sources=["a"], summary=summary, claims=claims),
    }


def doubts(summary: str, quote: str = "The bridge might close in June") -> tuple[Problem, ...]:
    return made(files(summary, quote)).doubts


@pytest.mark.parametrize(
    ("summary", "codes"),
    [
        ("The bridge might close in June [@bridge].", []),
        ("The bridge closes in June [@bridge].", ["hedge-lost"]),
        ("The bridge closes in June; sales of tickets may have fallen [@bridge; @tickets].", ["hedge-lost"]),
        ("Sales of tickets fell [@tickets].", []),
        ("Sales of tickets rose [@tickets].", ["opposite-word"]),
        ("Ticket sales never fell so much [@tickets].", ["universal-added"]),
        ("The council wants to build a tunnel [@tunnel].", []),
        ("The council built a tunnel [@tunnel].", ["prospect-as-fact"]),
        ("Sales fell because exports stopped [@tickets; @exports].", ["cause-added"]),
        ('"The bridge might close" [@bridge].', ["hedge-lost"]),
    ],
)
def test_doubts(summary: str, codes: list[str]) -> None:
    assert [one.rule.code for one in of_summary(summary)] == codes


def of_summary(summary: str, quote: str = "The bridge might close in June") -> list[Problem]:
    """Give what rules doubt in the summary, without what only weighs much."""
    return [one for one in doubts(summary, quote) if one.place.loc == ("summary",) and one.rule is not RULE]


def test_notes_on_disagreements_are_held_against_their_claims() -> None:
    desk = {
        "seeds/a.txt": source(TEXT),
        "briefings/2026-01-24-b.yml": yaml(
            title="A title",
            sources=["a"],
            summary="Sales of tickets fell [@tickets].",
            claims=CLAIMS,
            disagreements=[
                {
                    "about": "Tickets",
                    "class": "scope",
                    "between": ["tickets", "tunnel"],
                    "note": "The council built a tunnel.",
                },
                {
                    "about": "Sales",
                    "class": "wording",
                    "between": ["tickets", "exports"],
                    "note": "Sales of tickets rose in May.",
                },
            ],
        ),
    }
    found = {
        (one.rule.code, one.place.loc[1]) for one in made(desk).doubts if one.place.loc[0] == "disagreements"
    }
    assert found == {("stage-ahead", 0), ("opposite-word", 1)}


def test_a_doubt_names_the_word_that_decides() -> None:
    (one,) = of_summary("Sales of tickets rose [@tickets].")
    assert (one.message, one.place.near) == ("“rose”, and what is cited has only its opposite", "rose")


def test_a_dismissal_is_of_one_sentence_and_its_passages() -> None:
    (one,) = of_summary("The bridge closes in June [@bridge].")
    listed = {dismissals.path(Settings()): f"{one.key} the council said so later\n".encode()}
    assert dismissals.left([one], listed, Settings()) == []
    (other,) = of_summary("The bridge closes in June now [@bridge].")
    assert dismissals.left([other], listed, Settings()) == [other]
    (longer,) = of_summary("The bridge closes in June [@bridge].", "bridge might close in June")
    assert dismissals.left([longer], listed, Settings()) == [longer]


def test_doubts_fail_no_check(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nplugins: [briefings]\n")
    for path, data in tree(files("The bridge closes in June [@bridge].")).items():
        (tmp_path / path).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / path).write_bytes(data)
    run = CliRunner()
    plain = run.invoke(main, ["--root", str(tmp_path), "check", "--strict"])
    told = run.invoke(main, ["--root", str(tmp_path), "check", "--strict", "--doubts"])
    assert (plain.exit_code, told.exit_code) == (0, 0)
    assert "[hedge-lost]" in told.output
    assert "[hedge-lost]" not in plain.output
    _, _, told_of_it = told.output.partition("[hedge-lost]")
    key = told_of_it.partition("To dismiss it: `")[2].partition("`")[0]
    (tmp_path / "briefings/dismissed.txt").write_text(f"{key}\n")
    again = run.invoke(main, ["--root", str(tmp_path), "check", "--strict", "--doubts"])
    assert again.exit_code == 0
    assert "[hedge-lost]" not in again.output


def test_an_error_elsewhere_silences_no_doubt() -> None:
    desk = files("The bridge closes in June [@bridge].", "The bridge might close in June")
    desk["briefings/2026-05-01-other.yml"] = yaml(
        title="T",
        sources=["a"],
        summary="It has 77 rooms [@x].",
        claims={"x": {"text": "X", "quote": "no such words"}},
    )
    result = made(desk)
    assert result.failed
    assert [one.rule.code for one in result.doubts if one.place.loc == ("summary",)] == ["hedge-lost"]


ORDER = (
    "The union voted before the board approved the plan. The lock will open if the wind drops. It is one of the largest ports. "
    "The plant is considering a sale of its ships. No ship was harmed. "
)
ORDERED = {
    "vote": {"text": "The union voted before the board approved the plan.", "quote": "The union voted before the board approved the plan"},
    "lock": {"text": "The lock will open if the wind drops.", "quote": "The lock will open if the wind drops"},
    "port": {"text": "It is one of the largest ports.", "quote": "It is one of the largest ports"},
    "ships": {"text": "The plant is considering a sale of its ships.", "quote": "The plant is considering a sale of its ships"},
    "harm": {"text": "No ship was harmed.", "quote": "No ship was harmed"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("summary", "codes"),
    [
        ("The union voted after the board had approved the plan [@vote].", ["order-differs"]),
        ("The board approved the plan after the union had voted [@vote].", []),
        ("The lock will open [@lock].", ["condition-lost"]),
        ("Whether the lock opens depends on the wind [@lock].", []),
        ("Once the wind drops, the lock will open [@lock].", []),
        ("It is the largest port [@port].", ["rank-raised"]),
        ("It belongs among the largest ports [@port].", []),
        ("The plant has leased out its ships [@ships].", ["prospect-as-fact"]),
        ("The plant is weighing a sale of its ships [@ships].", []),
        ("The ships were harmed [@harm].", ["negation-left-out"]),
        ("The ships came through safely [@harm].", ["negation-left-out"]),
        ("That a ship was harmed is certain [@harm].", ["hedge-lost"]),
    ],
)
def test_doubts_of_order_condition_rank_and_deed(summary: str, codes: list[str]) -> None:
    desk = {
        "seeds/a.txt": source(ORDER),
        "briefings/2026-01-24-b.yml": yaml(title="A title", sources=["a"], summary=summary, claims=ORDERED),
    }
    found = [one for one in made(desk).doubts if one.place.loc == ("summary",) and one.rule is not RULE]
    assert [one.rule.code for one in found] == codes
