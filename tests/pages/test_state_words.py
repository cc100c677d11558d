"""What stands beside the state of a measure, lest it be taken for what one source says, or for what holds today."""

from __future__ import annotations

from typing import Any

from mkdocs_briefings.document.nodes import Figure
from mkdocs_briefings.document.words import words
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.pages import home, state_words
from mkdocs_briefings.pages.figures import board
from mkdocs_briefings.pages.measures import state_cells
from mkdocs_briefings.pages.new_page import newest
from mkdocs_briefings.pages.view import View

from tests.desks import sound, source, yaml

OLD = "The port said in March 2019 that it proposed a toll with a night ban.\n"
NEW = "The toll was issued in January 2026.\n"


def desk(**toll: str) -> View:
    """Tell of a toll and of its part in 2019, and of the toll again in 2026."""
    entities: dict[str, Any] = {
        "toll": {"kind": "measure", "name": "toll", **toll},
        "ban": {"kind": "measure", "name": "night ban", "part_of": "toll"},
    }
    proposed = {
        "text": "A toll was proposed.",
        "date": "2019-03",
        "state": {"toll": "proposed", "ban": "proposed"},
    }
    issued = {"text": "The toll was issued.", "date": "2026-01", "state": {"toll": "issued"}}
    result = sound(
        {
            "seeds/old.txt": source(OLD, id="port", published="2019-03-20"),
            "seeds/new.txt": source(NEW, id="news", published="2026-01-20"),
            "briefings/entities/all.yml": yaml(**entities),
            "briefings/2019-03-20-old.yml": yaml(
                title="A toll is proposed", sources=["port"], summary="A toll with a night ban was proposed [@it].",
                claims={"it": {**proposed, "quote": "The port said in March 2019 that it proposed a toll with a night ban"}},
            ),
            "briefings/2026-01-20-new.yml": yaml(
                title="The toll is issued", sources=["news"], summary="The toll was issued [@it].",
                claims={"it": {**issued, "quote": "The toll was issued in January 2026"}},
            ),
        }
    )  # fmt: skip
    return View(result.corpus, result.derived, Settings())


def test_a_part_left_behind_says_how_old_it_is_and_that_nobody_tells_more() -> None:
    shown = words(state_cells(desk(), "ban")[0])
    assert shown == (
        "◌ proposed, last heard of 20 March 2019, 7 years before the newest evidence; "
        "no source tells what became of it since toll was issued (January 2026)"
    )
    assert words(state_cells(desk(), "toll")[0]) == "● issued", "it was heard of lately"
    told = desk()
    assert f"◌ proposed, {words(state_words.age(told, 'ban'))}" == shown
    (figure,) = (one for one in board.board(told, [told.corpus.entities["ban"]]) if isinstance(one, Figure))
    assert isinstance(figure.data, board.Board)
    assert figure.data.rows[0].told == words(state_words.age(told, "ban")), "beside its bar, too"


def test_states_that_the_desk_joins_are_called_its_reading_wherever_two_of_them_stand() -> None:
    reading = "that this is one measure is our own reading, no source says so"
    for told, is_told in ((desk(), False), (desk(taken_as_one="The same port."), True)):
        measure = told.corpus.entities["toll"]
        lines = [words(state_words.summary(told, measure)), *map(words, newest(told, 9))]
        lines += [words(block.items) for block in home._states(told) if hasattr(block, "items")]  # noqa: SLF001
        joined = [
            line.lower() for line in lines if "proposed" in line and ("ssued" in line or "before" in line)
        ]
        assert len(joined) == 3
        assert [reading in line for line in joined] == [is_told] * 3
    told = desk(taken_as_one="The same port.")
    first, second = told.derived.states["toll"]
    assert state_words.as_one(told, "toll", [first, second]) == reading
    assert state_words.as_one(told, "toll", [second, second]) == "", "one source tells both"


def test_the_first_page_counts_the_measures_that_it_leaves_out(monkeypatch: Any) -> None:
    monkeypatch.setattr(home, "STATES", 1)
    blocks = home._state_of_play(desk(), [])  # noqa: SLF001
    assert blocks
    told = [words(block.words) for block in blocks[1] if hasattr(block, "words")]
    assert "1 other measure, last told of before these, is left out here." in told
    monkeypatch.setattr(home, "STATES", 2)
    blocks = home._state_of_play(desk(), [])  # noqa: SLF001
    assert blocks
    assert not any("left out" in words(block.words) for block in blocks[1] if hasattr(block, "words"))
