"""What is told of a change: what is the same under another name, what fell, what nobody can tell."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.review.change import LOOKS, Change
from mkdocs_briefings.review.comparison import new_problems
from mkdocs_briefings.review.json_report import as_json
from mkdocs_briefings.review.markdown_report import LABELS, markdown

from tests.desks import source, yaml
from tests.review.sides import change, side
from tests.sampling import examples

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT = (
    "Acme did not sell 5 chips on Monday, a lawyer said. Acme bought 7 chips, the Daily Wire reported. "
    "The ministry issued the chip rule. The chip rule was proposed. Beta said that Acme sold 5 chips."
)
ENTITIES = yaml(
    acme={"kind": "company", "name": "Acme"},
    beta={"kind": "company", "name": "Beta"},
    wire={"kind": "outlet", "name": "Daily Wire"},
    rule={"kind": "measure", "name": "chip rule"},
)
SOLD = {"text": "Acme did not sell 5 chips.", "quote": "Acme did not sell 5 chips on Monday"}
BOUGHT = {"text": "Acme bought 7 chips.", "quote": "Acme bought 7 chips", "said_by": "wire"}
FILE = "briefings/2026-01-24-sales.yml"


def desk(claims: Mapping[str, Any], summary: str = "Acme.", **more: Any) -> dict[str, str | bytes]:
    briefing = {"title": "Acme", "sources": ["a"], "summary": summary, "claims": claims, **more}
    return {
        "seeds/a.txt": source(TEXT),
        "briefings/entities/all.yml": ENTITIES,
        FILE: yaml(**briefing),
    }


def looks(found: Change) -> list[str]:
    told = (found.claims, found.sentences, found.sources, found.states, found.corroboration, found.briefings)
    return [flag.look for changes in told for one in changes for flag in one.flags]


def claims(found: Change) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.how, one.ref, one.fields) for one in found.claims]


def test_nothing_changes() -> None:
    found = change(desk({"sold": SOLD}), desk({"sold": SOLD}))
    told = {field.name for field in fields(Change) if getattr(found, field.name)}
    assert told == {"public"}
    assert "Nothing on the desk changes." in markdown(found)


def test_a_new_name_hides_no_changed_word() -> None:
    moved = {**SOLD, "text": "Acme did sell 5 chips."}
    found = change(desk({"sold": SOLD}), desk({"sale": moved}))
    assert claims(found) == [("renamed", "sales#sale", ("text",))]
    assert "negation" in looks(found)
    other = {**SOLD, "quote": "Beta said that Acme sold 5 chips"}
    found = change(desk({"sold": SOLD}), desk({"sale": other}))
    assert claims(found) == [("renamed", "sales#sale", ("passages",))]


def test_twins_are_not_taken_for_each_other() -> None:
    found = change(desk({"a": SOLD, "b": SOLD}), desk({"c": SOLD, "d": SOLD}))
    assert sorted(how for how, *_ in claims(found)) == ["added", "added", "lost", "lost"]


def test_a_claim_that_moves_to_another_briefing_is_the_same() -> None:
    base = desk({"sold": SOLD, "bought": BOUGHT})
    head = desk({"sold": SOLD}) | {
        "briefings/2026-01-25-other.yml": yaml(
            title="Acme", sources=["a"], summary="Acme.", claims={"bought": BOUGHT}
        )
    }
    (found,) = change(base, head).claims
    assert (found.how, found.ref, found.was, found.fields) == ("renamed", "other#bought", "sales#bought", ())


def test_what_changed_while_the_passage_stayed() -> None:
    found = change(desk({"sold": SOLD}), desk({"sold": {**SOLD, "text": "Acme did not sell 50 chips."}}))
    assert {"figures", "sentence-alone"} <= set(looks(found))
    found = change(
        desk({"sold": {**SOLD, "date": "2026-01-19"}}), desk({"sold": {**SOLD, "date": "2026-01-12"}})
    )
    assert "figures" in looks(found)
    found = change(
        desk({"sold": SOLD}),
        desk({"sold": {**SOLD, "quote": "Acme did not sell 5 chips on Monday, a lawyer said"}}),
    )
    assert looks(found) == ["passage-alone"]


def test_kinds_voices_and_origins() -> None:
    found = change(desk({"b": BOUGHT}), desk({"b": {**BOUGHT, "kind": "allegation", "said_by": "acme"}}))
    assert [flag.look for flag in found.claims[0].flags] == ["voice", "kind"]
    (moved,) = found.corroboration
    assert (moved.gained, moved.dropped, moved.before, moved.after) == (("Acme",), ("Daily Wire",), 1, 1)
    assert [flag.look for flag in moved.flags] == ["origin-lost"]
    found = change(desk({"b": BOUGHT}), desk({"b": {**BOUGHT, "said_by": ["wire", "acme"]}}))
    (moved,) = found.corroboration
    assert (moved.gained, moved.dropped, moved.flags) == (("Acme",), (), ())


def test_states_move_by_a_claim() -> None:
    proposed = {
        "text": "The chip rule was proposed.",
        "quote": "The chip rule was proposed",
        "date": "2026-01-10",
    }
    issued = {
        "text": "The ministry issued the chip rule.",
        "quote": "The ministry issued the chip rule",
        "date": "2026-01-20",
    }
    base = {"p": {**proposed, "state": {"rule": "proposed"}}}
    found = change(desk(base), desk({**base, "i": {**issued, "state": {"rule": "issued"}}}))
    (state,) = found.states
    assert (state.name, state.old, state.new, state.claim) == ("chip rule", "proposed", "issued", "sales#i")
    assert state.passages[0].words == "The ministry issued the chip rule"
    (state,) = change(desk(base), desk({"p": proposed})).states
    assert (state.old, state.new, state.claim) == ("proposed", "", "sales#p")


def test_the_text_of_a_source_cannot_change_in_silence() -> None:
    base = desk({"sold": SOLD})
    head = base | {"seeds/a.txt": source(TEXT.replace("bought 7", "bought 8"))}
    (found,) = change(base, head).sources
    assert [one.field for one in found.fields] == ["text"]
    assert [flag.look for flag in found.flags] == ["source-text"]
    assert any("sales#sold" in one for one in found.falls)


def test_what_is_told_of_a_source_is_told_with_both_values() -> None:
    def told(**front: object) -> list[tuple[str, str, str]]:
        base, head = desk({"sold": SOLD}), desk({"sold": SOLD}) | {"seeds/a.txt": source(TEXT, **front)}
        return [(one.field, one.old, one.new) for found in change(base, head).sources for one in found.fields]

    assert told(misprints={"Daily Wire": "Weekly Wire"}) == [("misprints", "", "Daily Wire → Weekly Wire")]
    assert told(means={"The ministry": "acme"}) == [("means", "", "The ministry: acme")]
    assert told(published="2026-01-23") == [("published", "24 January 2026", "23 January 2026")]
    assert told(publisher="wire", lang="de") == [("publisher", "not stated", "wire"), ("lang", "en", "de")]


def test_what_is_told_of_an_entity_is_told_with_both_values() -> None:
    def told(**acme: object) -> list[tuple[str, str, str]]:
        base, head = desk({"sold": SOLD}), desk({"sold": SOLD})
        head["briefings/entities/all.yml"] = str(ENTITIES).replace(
            '"kind": "company",\n  "name": "Acme"',
            json.dumps({"kind": "company", "name": "Acme"} | acme)[1:-1],
        )
        (found,) = change(base, head).entities
        assert (found.id, found.how) == ("acme", "changed")
        return [(one.field, one.old, one.new) for one in found.fields]

    assert told(kind="agency") == [("kind", "company", "agency")]
    assert told(aliases=["Beta's", "A"], quiet=True) == [("aliases", "", "Beta's; A"), ("quiet", "no", "yes")]
    assert told(name="Acme Inc.") == [("name", "Acme", "Acme Inc.")]


def test_entities_that_come_and_go_are_told() -> None:
    base, head = desk({"sold": SOLD}), desk({"sold": SOLD})
    head["briefings/entities/all.yml"] = str(ENTITIES).replace('"beta":', '"gamma":', 1)
    assert [(one.how, one.id) for one in change(base, head).entities] == [
        ("lost", "beta"),
        ("added", "gamma"),
    ]
    head["briefings/entities/all.yml"] = "acme: ["
    assert not change(base, head).entities


def test_sentences_beside_what_they_cite() -> None:
    base = desk({"sold": SOLD}, "Acme did not sell 5 chips [@sold]. Acme is well [@sold].")
    head = desk({"sold": SOLD}, "Acme sold 5 chips [@sold]. Acme is well [@sold].")
    (found,) = change(base, head).sentences
    assert (found.how, found.old, found.new) == (
        "changed",
        "Acme did not sell 5 chips.",
        "Acme sold 5 chips.",
    )
    assert found.cited[0].passages[0].words == "Acme did not sell 5 chips on Monday"
    assert [flag.look for flag in found.flags] == ["negation"]
    head = desk({"sold": SOLD, "b": BOUGHT}, "Acme did not sell 5 chips [@sold]. Acme is well [@b].")
    (found,) = change(base, head).sentences
    assert [flag.look for flag in found.flags] == ["citation"]


def test_publication_is_told() -> None:
    base, head = (desk({"sold": SOLD}, status=status) for status in ("draft", "published"))
    found = change(base, head)
    assert not found.claims
    assert [(one.old, one.new) for one in found.briefings] == [("draft", "published")]
    assert looks(found) == ["publication"]
    back = change(head, base)
    assert "briefings/sales.md" in {address.path for address in back.addresses}
    assert "](https://p.example/briefings/sales/" not in markdown(back, preview="https://p.example")


def test_a_draft_that_something_published_cites_makes_no_address_lost() -> None:
    story = {"story": {"title": "S", "summary": "It was sold [@sales#sold]."}}
    base, head = (
        desk({"sold": SOLD}, status=status, storylines=["story"])
        | {"briefings/storylines.yml": yaml(**story)}
        for status in ("published", "draft")
    )
    found = change(base, head)
    assert [problem.code for problem in found.new_problems] == ["not-published"]
    assert not found.addresses
    assert not found.pages
    assert looks(found) == ["publication"]


def test_redirects_that_are_missing_and_those_that_are_there() -> None:
    base = desk({"sold": SOLD})
    head = dict(base)
    head["briefings/2026-01-24-trade.yml"] = head.pop(FILE)
    (address,) = [one for one in change(base, head).addresses if one.path.startswith("briefings/")]
    assert address.path == "briefings/sales.md"
    head["briefings/2026-01-24-trade.yml"] = desk({"sold": SOLD}, formerly=["sales"])[FILE]
    found = change(base, head)
    assert [one.path for one in found.addresses] == []
    assert [(one.how, one.id, one.was) for one in found.briefings] == [("renamed", "trade", "sales")]
    assert not found.claims
    assert ("moved", "briefings/trade.md") in {(page.how, page.to) for page in found.pages}


def test_a_briefing_with_another_id_and_nothing_formerly_is_known_by_what_it_says() -> None:
    base = desk({"sold": SOLD, "b": BOUGHT}, "It did not sell [@sold]. It bought [@b]. Acme.")
    head = desk({"sold": SOLD, "b": BOUGHT}, "It did sell [@sold]. It bought [@b]. Acme.")
    head["briefings/2026-01-24-trade.yml"] = head.pop(FILE)
    found = change(base, head)
    assert [(one.how, one.id, one.was) for one in found.briefings] == [("renamed", "trade", "sales")]
    assert [(one.how, one.home, one.new) for one in found.sentences] == [("changed", "trade", "It did sell.")]
    assert not found.claims
    (address,) = found.addresses
    assert (address.path, address.why) == (
        "briefings/sales.md",
        "Put `sales` under `formerly` of the briefing `trade`.",
    )


def test_another_briefing_is_not_taken_for_one_that_is_lost() -> None:
    base = desk({"sold": SOLD}, "It did not sell [@sold]. Acme.")
    head = desk({"b": BOUGHT}, "It bought [@b]. Beta is well.")
    head["briefings/2026-01-24-trade.yml"] = head.pop(FILE)
    assert {(one.how, one.id) for one in change(base, head).briefings} == {
        ("lost", "sales"),
        ("added", "trade"),
    }
    twin = desk({"sold": SOLD}, "It did not sell [@sold]. Acme.")
    twin["briefings/2026-01-24-one.yml"] = twin["briefings/2026-01-24-two.yml"] = twin.pop(FILE)
    assert {one.how for one in change(base, twin).briefings} == {"lost", "added"}


def test_where_a_page_moves_to_is_no_page_that_is_new() -> None:
    head = desk({"sold": SOLD}, formerly=["sales"])
    head["briefings/2026-01-24-trade.yml"] = head.pop(FILE)
    told = [
        (page.how, page.path)
        for page in change(desk({"sold": SOLD}), head).pages
        if page.path[:10] == "briefings/"
    ]
    assert told == [("moved", "briefings/sales.md"), ("changed", "briefings/index.md")]


def test_what_has_another_id_formerly_is_the_same() -> None:
    def named(measure: str, source_: str, **formerly: Any) -> dict[str, str | bytes]:
        issued = {"text": "It was issued.", "quote": "The ministry issued the chip rule", "date": "2026-01-02",
                  "state": {measure: "issued"}, "value": {measure: {"answers": measure}}}  # fmt: skip
        briefing = {"title": "T", "sources": [source_], "summary": "A lawyer tells it [@issued].",
                    "claims": {"issued": issued}, "storylines": ["story"]}  # fmt: skip
        front = {"id": source_, **formerly}
        return {
            "seeds/text.txt": source(TEXT, **front),
            "briefings/entities/all.yml": yaml(
                wire={"kind": "outlet", "name": "Daily Wire"},
                **{measure: {"kind": "measure", "name": "chip rule", **formerly}},
            ),
            "briefings/2026-01-24-sales.yml": yaml(**briefing),
            "briefings/storylines.yml": yaml(
                story={"title": "S", "measures": [measure], "summary": "It was issued [@sales#issued]."}
            ),
        }

    base, head = named("rule", "a"), named("the-rule", "b")
    assert change(base, head).sources
    head["seeds/text.txt"] = source(TEXT, id="b", formerly=["x", "a"])
    head["briefings/entities/all.yml"] = named("the-rule", "b", formerly=["rule"])[
        "briefings/entities/all.yml"
    ]
    found = change(base, head)
    assert (found.head_errors, found.base_errors) == (0, 0)
    told = {field.name for field in fields(Change) if getattr(found, field.name)}
    assert told == {"public", "pages"}
    moved = {(page.path, page.to) for page in found.pages if page.how == "moved"}
    assert ("entities/rule.md", "entities/the-rule.md") in moved
    assert ("sources/a.md", "sources/b.md") in moved
    assert {page.path for page in found.pages if page.how == "gone"} == set()


def test_a_claim_with_its_old_id_under_formerly_is_that_claim() -> None:
    other = {"text": "Beta told it.", "quote": "Beta said that Acme sold 5 chips", "formerly": ["sold"]}
    found = change(desk({"sold": SOLD}), desk({"told": other}))
    assert [(one.how, one.ref, one.was) for one in found.claims] == [("renamed", "sales#told", "sales#sold")]
    twice = {**SOLD, "formerly": ["b"]}
    found = change(desk({"sold": SOLD, "b": BOUGHT}), desk({"sold": twice}))
    assert claims(found) == [("lost", "sales#b", ())]


def test_an_anchor_of_a_claim_that_is_lost_is_an_address_that_is_lost() -> None:
    def lost(base: Mapping[str, str | bytes], head: Mapping[str, str | bytes]) -> list[tuple[str, list[str]]]:
        return [(one.path, [flag.look for flag in one.flags]) for one in change(base, head).addresses]

    base = desk({"sold": {**SOLD, "formerly": ["older"]}, "b": BOUGHT})
    sold, older = (
        ("briefings/sales.md#c-sold", ["address"]),
        ("briefings/sales.md#c-older", ["address"]),
    )
    assert lost(base, desk({"sale": SOLD, "b": BOUGHT})) == [older, sold]
    assert lost(base, desk({"b": BOUGHT})) == [older, sold]
    assert lost(base, desk({"sale": {**SOLD, "formerly": ["sold"]}, "b": BOUGHT})) == [older]
    assert lost(base, desk({"sale": {**SOLD, "formerly": ["sold", "older"]}, "b": BOUGHT})) == []
    assert lost(base, desk({"b": BOUGHT}, status="withdrawn")) == []
    assert lost(desk({"sold": SOLD}, status="draft"), desk({"sale": SOLD})) == []
    moved = dict(base)
    del moved[FILE]
    moved["briefings/2026-01-24-trade.yml"] = desk({"sale": SOLD, "b": BOUGHT}, formerly=["sales"])[FILE]
    assert lost(base, moved) == [older, sold]
    moved["briefings/2026-01-24-trade.yml"] = desk({"sale": SOLD, "b": BOUGHT})[FILE]
    assert lost(base, moved) == [("briefings/sales.md", ["address"])]


def test_an_address_of_an_entity_that_is_lost_is_told() -> None:
    base, head = desk({"sold": SOLD}), desk({"sold": SOLD})
    head["briefings/entities/all.yml"] = str(ENTITIES).replace('"acme":', '"acme-inc":', 1)
    (address,) = [one for one in change(base, head).addresses if one.path == "entities/acme.md"]
    assert "under `formerly` of what replaces it" in address.why


def test_with_errors_nothing_is_said_to_be_lost_that_nobody_can_tell() -> None:
    base = desk({"sold": SOLD, "b": BOUGHT})
    head = desk({"sold": {**SOLD, "quote": "Acme sold no chips"}, "b": BOUGHT})
    found = change(base, head)
    assert claims(found) == [("unreadable", "sales#sold", ())]
    assert not found.pages
    assert not found.addresses
    assert found.head_errors == 1
    assert [problem.code for problem in found.new_problems] == ["passage-not-found"]
    mended = change(head, base)
    assert "passage-not-found" in [problem.code for problem in mended.mended_problems]
    assert claims(mended) == [("added", "sales#sold", ())]


def test_a_problem_that_moves_is_not_new() -> None:
    base = desk({"sold": SOLD}, "Acme.\n\nThis changes everything.")
    head = desk({"sold": SOLD, "b": BOUGHT}, "Acme.\n\n- More [@b].\n\nThis changes everything.")
    assert "uncited-sentence" in {one.problem.rule.code for one in side(base).problems}
    assert "uncited-sentence" not in {one.problem.rule.code for one in new_problems(side(base), side(head))}


def test_a_baseline_hides_no_new_warning() -> None:
    base = desk({"sold": SOLD}, "Acme [@sold].")
    head = desk({"sold": SOLD}, "Acme [@sold]. This changes everything.")
    head["briefings/baseline.txt"] = f"{FILE}: “This changes everything.” cites nothing [uncited-sentence]\n"
    assert "uncited-sentence" in {problem.code for problem in change(base, head).new_problems}


def test_every_look_has_its_label() -> None:
    assert set(LABELS) == set(LOOKS)


@settings(deadline=None, max_examples=examples(25))
@given(st.permutations(["sold", "bought", "c", "d"]), st.booleans())
def test_the_order_of_files_and_claims_changes_nothing(names: list[str], swapped: bool) -> None:
    entries = {
        "sold": SOLD,
        "bought": BOUGHT,
        "c": {**SOLD, "text": "Acme sold no chips."},
        "d": {**BOUGHT, "text": "Acme has 7 chips."},
    }
    base = desk({"sold": SOLD, "x": BOUGHT})
    head = desk({name: entries[name] for name in names})
    if swapped:
        base, head = (dict(reversed(files.items())) for files in (base, head))
    found = change(base, head)
    again = change(desk({"sold": SOLD, "x": BOUGHT}), desk(entries))
    assert found.claims == again.claims
    assert found.corroboration == again.corroboration
    assert json.loads(as_json(found))["counts"] == json.loads(as_json(again))["counts"]
