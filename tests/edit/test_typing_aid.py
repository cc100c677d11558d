"""How a line goes on: as offered, as the quotation, as the desk usually says it; what was not taken is not shown again."""

from __future__ import annotations

from mkdocs_briefings.edit.typing_aid import chunk, clause, ghosts, vocabulary

QUOTE = "the new lock, which is late, opens in June"
DESK = vocabulary(["The port authority said so. The port authority denies it. The port council met."])


def test_an_empty_line_is_what_is_offered() -> None:
    assert ghosts("", "The lock is late.", (QUOTE,), ())[0] == "The lock is late."
    assert ghosts("The lock", "The lock is late.", (), ())[0] == " is late."


def test_a_line_goes_on_as_the_quotation_does() -> None:
    assert ghosts("A new lock", "", (QUOTE,), ())[0] == ", which is late, opens in June"
    assert ghosts("It op", "", (QUOTE,), ())[0] == "ens in June"


def test_a_line_goes_on_as_the_desk_usually_does() -> None:
    assert ghosts("the port", "", (), (DESK,))[:2] == (" authority", " council")
    assert ghosts("the port c", "", (), (DESK,))[0] == "ouncil"


def test_what_was_shown_and_not_taken_is_not_shown_again() -> None:
    desk = vocabulary(["to permit. to permit. to permit. to pert. to perk. to perish. to permits"])
    shown = [ghosts(typed, "", (), (desk,)) for typed in ("to ", "to p")]
    assert shown == [("permit", "pert", "perk"), ("erish", "ermits", "ermit")], "until there is nothing else"


def test_parts_of_what_is_shown() -> None:
    assert chunk(" port-side, which") == " port-side"
    assert chunk(", which") == ","
    assert clause("the port, which") == "the port"
    assert clause(" it is. Then") == " it is"
    assert chunk("") == clause("") == ""


def test_nothing_is_known_of_nothing() -> None:
    assert ghosts("", "", (), ()) == ()
    assert ghosts("xyz ", "", (), ()) == ()
