"""Who says what through whom, as a picture: what stands beside what, what is merged, and what editors typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from mkdocs_briefings.derive.origins import routes
from mkdocs_briefings.pages.briefing import note_numbers
from mkdocs_briefings.pages.figures.flow import ANCHOR, LONGEST, SIGNS, WIDEST, flow
from mkdocs_briefings.pages.phrases import KINDS

from tests.derive.small import small
from tests.pages import figures
from tests.pages.figures import HOSTILE, Element, Picture, desk, read

if TYPE_CHECKING:
    from tests.derive.small import Small


def drawn(made: Small) -> Picture | None:
    briefing = made.corpus.briefings["told"]
    found = flow(desk(made), briefing, note_numbers(briefing))
    assert len(found) <= 1
    assert all(figure.anchor == ANCHOR for figure in found)
    return read(figures.drawn(found[0])) if found else None


def picture(claims: dict[str, dict[str, Any]], **rest: Any) -> Picture:
    made = drawn(small(claims, **rest))
    assert made is not None
    return made


def place(element: Element) -> tuple[int, int, int]:
    """Give the column, the first row and the number of rows of a cell."""
    row, _, span = element.style["grid-row"].partition("/span ")
    return int(element.style["grid-column"]), int(row), int(span or 1)


def test_one_voice_over_one_step_is_no_picture() -> None:
    assert drawn(small({"x": {}, "y": {}})) is None
    assert drawn(small({"x": {"said_by": "wire"}, "y": {"said_by": "wire"}})) is None


def test_two_voices_or_two_steps_are_one() -> None:
    assert drawn(small({"x": {}, "y": {"said_by": "wire"}})) is not None
    assert drawn(small({"x": {"said_by": "a clerk > wire"}})) is not None


def test_voices_stand_left_of_whom_they_reach_and_the_claims_right_of_the_article() -> None:
    made = picture({"x": {"said_by": "minister > wire"}})
    minister, wire = made.all("b-voice")[::-1]
    assert minister.text == "from Ada Ames"
    assert wire.text == "from The Wire outlet"
    columns = [place(cell)[0] for cell in (minister, wire, *made.all("b-told"), *made.all("b-claims"))]
    assert columns == [1, 2, 3, 4]


def test_an_outlet_that_relays_and_speaks_for_itself_is_one_cell() -> None:
    made = picture(
        {
            "x": {"said_by": "a clerk > wire"},
            "y": {},
            "z": {"said_by": "wire"},
            "again": {"said_by": "minister > wire"},
        }
    )
    (wire,) = [cell for cell in made.all("b-voice") if "The Wire" in cell.text]
    column, row, span = place(wire)
    assert (column, span) == (2, 3)
    within = [cell for cell in made.all("b-voice") if place(cell)[0] == 1]
    assert {cell.text for cell in within} == {"from a clerk", "from Ada Ames"}
    assert {place(cell)[1] for cell in within} == {row + 1, row + 2}, "its own report comes first"


def test_a_way_on_two_occasions_is_one_row_that_names_both() -> None:
    made = picture(
        {"x": {"said_by": "minister (a speech)"}, "y": {"said_by": "minister (a letter)"}, "z": {}}
    )
    (minister,) = made.all("b-voice")
    assert minister.text == "from Ada Ames a speech; a letter"
    assert "2 claims" in [cell.text for cell in made.all("b-count")]


def test_every_claim_is_linked_in_every_row_that_tells_it() -> None:
    claims: dict[str, dict[str, Any]] = {f"c{n}": {"said_by": ["wire", "minister > post"]} for n in range(40)}
    made = small(claims)
    shown = drawn(made)
    assert shown is not None
    links = [link.attributes["href"] for link in shown.all("a") if "b-chip" in link.classes]
    briefing = made.corpus.briefings["told"]
    told = [claim.id for telling in routes(briefing) for claim in telling.claims]
    assert sorted(links) == sorted(f"md:briefings/told.md#c-{id_}" for id_ in told)
    assert len(links) == 80
    assert [cell.text.split()[0] for cell in shown.all("b-count")] == ["40", "40"]


def test_whoever_is_not_named_is_dashed() -> None:
    made = picture({"x": {"said_by": "a clerk"}, "y": {"said_by": "not stated"}, "z": {"said_by": "wire"}})
    dashed = {cell.text: "b-unnamed" in cell.classes for cell in made.all("b-voice")}
    assert dashed == {"from a clerk": True, "from speaker not stated": True, "from The Wire outlet": False}
    assert made.all("b-key"), "the legend tells what it means"


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"denial"}))
def test_a_kind_has_a_word_and_a_sign_besides_its_hue(kind: str) -> None:
    made = picture({"x": {"kind": kind, "said_by": "wire"}, "y": {}})
    chip = next(link for link in made.all("b-chip") if f"k-{kind}" in link.classes and link.tag == "a")
    assert kind in chip.attributes["aria-label"]
    assert chip.attributes["title"].startswith(f"{kind.capitalize()}: ")
    assert chip.text.endswith(SIGNS[kind])
    legend = " ".join(span.text for span in made.all("span") if "b-chip" in span.classes)
    assert (kind in legend) == bool(SIGNS[kind])


def test_a_name_is_escaped_and_cut_and_told_in_full() -> None:
    name = f"{HOSTILE} {'of a long office ' * 10}".strip()
    made = picture(
        {"x": {"said_by": "wire"}, "y": {"said_by": 'clerks " &amp; <i'}, "z": {"text": f"It is {HOSTILE}."}},
        entities={"wire": {"kind": "outlet", "name": name}},
    )
    assert not made.all("script")
    assert 'from clerks " &amp; <i' in [cell.text for cell in made.all("b-voice")]
    assert not [one for one in made.elements if "onclick" in one.attributes]
    voice = next(cell for cell in made.all("b-voice") if "b-unnamed" not in cell.classes)
    assert voice.attributes["title"] == f"{name} (outlet)"
    assert len(voice.text) < LONGEST + 20
    assert "…" in voice.text


def test_articles_stand_apart() -> None:
    made = picture(
        {"x": {"said_by": "wire"}, "y": {"said_by": "wire", "source": "b"}, "z": {}},
        sources={"a": {}, "b": {"publisher": "post"}},
    )
    articles = made.all("b-told")
    assert [place(cell)[1:] for cell in articles] == [(1, 2), (3, 1)]
    assert len(made.all("b-voice")) == 2, "the same outlet, once for each article"
    assert articles[1].text.startswith("The Post article, ")


def test_a_chain_too_long_to_stand_side_by_side_stays_a_list() -> None:
    voices = "a clerk > minister > wire > post > blog"
    ways = picture({"x": {"said_by": voices}}).all("b-ways")
    assert "b-flow-long" in ways[0].classes
    shorter = "a clerk > minister > wire"
    assert f"b-flow-{WIDEST}" in picture({"x": {"said_by": shorter}}).all("b-ways")[0].classes


def test_it_has_no_ids_and_says_what_it_is() -> None:
    made = picture({"x": {"said_by": "wire"}, "y": {}})
    assert not [one for one in made.elements if "id" in one.attributes]
    (group,) = made.all("b-flow")
    assert group.attributes["role"] == "group"
    assert group.attributes["aria-label"]
