"""Data held against the models: every fault once, and what is sound goes on."""

from __future__ import annotations

from typing import Any

import pytest
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.field_codes import WRONG_TYPE
from mkdocs_briefings.parse.file import parse
from mkdocs_briefings.parse.schema import BriefingFile, EntitiesFile, SourceFront, StorylinesFile
from mkdocs_briefings.parse.validate import PLACEHOLDER, validate

CLAIM = {"text": "T", "quote": "Q"}


def briefing(**changes: Any) -> dict[str, Any]:
    return {"title": "T", "sources": ["a"], "summary": "S", "claims": {"one": CLAIM, "two": CLAIM}} | changes


def told(data: Any, model: Any = BriefingFile) -> list[tuple[str, tuple[int | str, ...], bool]]:
    return [(p.rule.code, p.place.loc, p.place.at_key) for p in validate("f.yml", model, data).problems]


def test_sound_data_has_no_problems() -> None:
    validated = validate("f.yml", BriefingFile, briefing())
    assert validated.problems == ()
    assert validated.broken == frozenset()
    assert validated.entry is not None
    assert list(validated.entry.claims) == ["one", "two"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"titel": "x"}, ("unknown-field", ("titel",), True)),
        ({"claims": {"one": {"text": "T"}}}, ("missing-field", ("claims", "one"), True)),
        ({"title": 2025}, ("wrong-type", ("title",), False)),
        ({"title": ""}, ("wrong-type", ("title",), False)),
        ({"title": " \n"}, ("wrong-type", ("title",), False)),
        ({"title": None}, ("wrong-type", ("title",), False)),
        ({"sources": []}, ("wrong-type", ("sources",), False)),
        ({"sources": "a"}, ("wrong-type", ("sources",), False)),
        ({"sources": ["a", "b c"]}, ("bad-id", ("sources", 1), False)),
        ({"status": "drafty"}, ("bad-choice", ("status",), False)),
        ({"updated": "2024-02-30"}, ("bad-date", ("updated",), False)),
        ({"updated": 20240230}, ("bad-date", ("updated",), False)),
        ({"claims": {"O K": CLAIM}}, ("bad-id", ("claims", "O K"), True)),
        ({"claims": {"one": "text"}}, ("wrong-type", ("claims", "one"), False)),
        ({"claims": {"one": CLAIM | {"denies": "a#b#c"}}}, ("bad-id", ("claims", "one", "denies"), False)),
        ({"claims": {"one": CLAIM | {"value": {"a": {"b": True}}}}}, ("wrong-type", ("claims", "one", "value", "a", "b"), False)),
        ({"disagreements": [{"about": "A", "class": "quarrel", "between": ["a", "b"]}]}, ("bad-choice", ("disagreements", 0, "class"), False)),
        ({"disagreements": [{"about": "A", "class": "scope", "between": ["a"]}]}, ("wrong-type", ("disagreements", 0, "between"), False)),
        ({"questions": ["Q?", {"txt": "Q?", "text": "Q"}]}, ("unknown-field", ("questions", 1, "txt"), True)),
    ],
)  # fmt: skip
def test_each_fault_is_told_once_at_its_place(changes: dict[str, Any], expected: tuple[Any, ...]) -> None:
    assert told(briefing(**changes)) == [expected]


@pytest.mark.parametrize("data", [[], "text", 3, None, True])
@pytest.mark.parametrize("model", [BriefingFile, EntitiesFile, StorylinesFile, SourceFront])
def test_a_file_of_another_shape(data: Any, model: Any) -> None:
    validated = validate("f.yml", model, data)
    assert validated.entry is None
    assert [p.rule.code for p in validated.problems] == ["wrong-type"]
    assert validated.problems[0].message == "the file must be a mapping (`key: value`)"


@pytest.mark.parametrize(
    ("bad", "hint"),
    [
        ({"said-by": "x"}, "Did you mean `said_by`?"),
        ({"Quote": "x"}, "Did you mean `quote`?"),
        ({"zzz": "x"}, "The fields here are `text`, `denies`,"),
    ],
)
def test_a_field_of_the_place_is_suggested(bad: dict[str, Any], hint: str) -> None:
    (problem,) = validate("f.yml", BriefingFile, briefing(claims={"one": CLAIM | bad})).problems
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    ("model", "data", "hint"),
    [
        (EntitiesFile, {"a": {"kind": "person", "name": "A", "alias": ["B"]}}, "Did you mean `aliases`?"),
        (StorylinesFile, {"a": {"title": "A", "summary": "B", "measure": ["B"]}}, "Did you mean `measures`?"),
        (SourceFront, {"pubisher": "x"}, "Did you mean `publisher`?"),
        (BriefingFile, briefing(disagreements=[{"about": "A", "class": "scope", "between": ["a", "b"], "clas": "x"}]), "Did you mean `class`?"),
        (BriefingFile, briefing(questions=[{"text": "A", "answr": "x"}]), "Did you mean `answer`?"),
    ],
)  # fmt: skip
def test_suggestions_in_all_files(model: Any, data: Any, hint: str) -> None:
    (problem,) = validate("f.yml", model, data).problems
    assert problem.hint == hint


@pytest.mark.parametrize(("kind", "near"), [("alegation", "allegation"), ("opinions", "opinion")])
def test_a_word_is_suggested(kind: str, near: str) -> None:
    (problem,) = validate("f.yml", BriefingFile, briefing(claims={"one": CLAIM | {"kind": kind}})).problems
    assert (
        problem.hint
        == f"Use `report`, `allegation`, `denial`, `opinion` or `forecast`. Did you mean `{near}`?"
    )


@pytest.mark.parametrize("bad", [True, [True], [True, None, {}], {}, {"a": [[]]}, None])
def test_what_is_sound_beside_a_fault_is_kept(bad: Any) -> None:
    claims = {"one": CLAIM | {"value": {"m": {"p": bad, "q": 3}}}, "two": CLAIM, "three": CLAIM}
    validated = validate("f.yml", BriefingFile, briefing(claims=claims))
    assert validated.problems
    assert validated.entry is not None
    assert list(validated.entry.claims) == ["one", "two", "three"]
    assert "two" not in validated.broken


def test_the_faulty_items_of_a_list_go_and_no_others() -> None:
    validated = validate("f.yml", BriefingFile, briefing(sources=["a", "b c", "d", "e f", "g"]))
    assert validated.entry is not None
    assert validated.entry.sources == ["a", "d", "g"]


@pytest.mark.parametrize("field", ["title", "summary"])
@pytest.mark.parametrize("bad", [3, "", None, ["x"]])
def test_a_required_text_that_is_faulty_is_stood_in_for(field: str, bad: Any) -> None:
    validated = validate("f.yml", BriefingFile, briefing(**{field: bad}))
    assert len(validated.problems) == 1
    assert getattr(validated.entry, field) == PLACEHOLDER


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("a", "Put it in brackets: `sources: [a]`."),
        ("a, b-c", "Put it in brackets: `sources: [a, b-c]`."),
        ("a: b", WRONG_TYPE.remedy),
    ],
)
def test_a_list_without_brackets_is_shown_with_them(value: str, hint: str) -> None:
    (problem,) = validate("f.yml", BriefingFile, briefing(sources=value)).problems
    assert problem.hint == hint


def test_faulty_data_is_not_changed() -> None:
    data = briefing(titel="x", sources=["a", 3])
    before = repr(data)
    validate("f.yml", BriefingFile, data)
    assert repr(data) == before


def test_an_item_of_a_list_is_named_as_one() -> None:
    (problem,) = validate("f.yml", BriefingFile, briefing(storylines=[["a"]])).problems
    assert problem.message == "an item of `storylines` must be a text"
    assert problem.place.loc == ("storylines", 0)


HEAD = "title: Late\nsources: [lock]\nsummary: |\n  It is late [@a].\n"
ENTRY = "text: The lock is late.\n{0}quote: The lock is late\n"


def reported(text: str) -> list[tuple[str, str]]:
    parsed = parse("briefings/2026-03-04-x.yml", text.encode(), Settings())
    assert parsed is not None
    return [(problem.message, problem.hint) for problem in parsed.problems]


def test_an_entry_that_is_indented_too_deep_is_one_problem() -> None:
    inner = HEAD + "claims:\n  a:\n    " + ENTRY.format("    ") + "    b:\n      " + ENTRY.format("      ")
    assert reported(inner) == [
        ("`b` is an entry, and is indented one level too deep", "Begin it in the column of `a`, and move its fields with it.")
    ]  # fmt: skip
    wrapped = (
        HEAD
        + "claims:\n  x:\n    a:\n      "
        + ENTRY.format("      ")
        + "    b:\n      "
        + ENTRY.format("      ")
    )
    assert [message for message, _ in reported(wrapped)] == [
        f"`{name}` is an entry, and is indented one level too deep" for name in "ab"
    ]


def test_fields_in_the_column_of_the_entries_are_one_problem() -> None:
    assert reported(HEAD + "claims:\n  a:\n  " + ENTRY.format("  ")) == [
        ("`text` is a field, but it is in the column of the entries", "Indent it, and the fields after it, below `a`.")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "hint"),
    [("tags", ""), ("source", "sources"), ("titel", "title"), ("summery", "summary"), ("Claims", "claims"), ("a", ""), ("url", "")],
)  # fmt: skip
def test_another_field_is_meant_only_if_few_letters_differ(name: str, hint: str) -> None:
    (found,) = [one for message, one in reported(HEAD + f"{name}: x\n") if f"`{name}`" in message]
    assert found.startswith(f"Did you mean `{hint}`?" if hint else "The fields here are")


def test_what_is_meant_is_not_missing_too_and_what_is_missing_has_a_line() -> None:
    text = "# note\ntitle: Late\nsource: lock\nsummary: |\n  It is late [@lock].\n"
    assert [message for message, _ in reported(text)] == ["`source` is not a field here"]
    parsed = parse("briefings/2026-03-04-x.yml", text.replace("source: lock\n", "").encode(), Settings())
    assert parsed is not None
    assert [problem.place.loc for problem in parsed.problems] == [("title",)]
