"""`formerly` put into a text: it means what it meant and tells the old id, and every comment stays with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.edit.format import format_text
from mkdocs_briefings.edit.format.yaml_tree import comments, read
from mkdocs_briefings.edit.rename.changes import apply
from mkdocs_briefings.edit.rename.former import former
from mkdocs_briefings.parse.schema import BriefingFile, EntitiesFile, SourceFront, StorylinesFile
from mkdocs_briefings.parse.yaml import load

if TYPE_CHECKING:
    from mkdocs_briefings.model.problem import Loc
    from pydantic import BaseModel

ROWS = {
    "kind": ["kind: measure"],
    "name": ["name: A rule", "name: >-\n  A rule that is\n  # no comment", "name: 'A\n  rule'"],
    "aliases": ["aliases: [A, 'B # b']", "aliases:\n- A\n-   B", "aliases: [\n  A,\n  B\n  ]"],
    "targets": ["targets: [acme]"],
    "wikidata": ["wikidata: Q42"],
    "note": ["note: |\n  Two\n\n  # lines", "note: 'x' # why"],
    "outside": ["outside: {name: because}", "outside:\n  name: |\n    because"],
}
BETWEEN = st.lists(st.sampled_from(["", "# said", "# and", "  # within"]), max_size=3)


@st.composite
def entities(draw: st.DrawFn) -> str:
    lines: list[str] = []
    for id_ in ("one", "two", "three"):
        lines += [line for line in draw(BETWEEN) if not line.startswith(" ") or lines] + [f"{id_}:"]
        wanted = draw(st.sets(st.sampled_from(sorted(ROWS)))) | {"kind", "name"}
        for name in draw(st.permutations(sorted(wanted))) if draw(st.booleans()) else ROWS:
            if name in wanted:
                typed = draw(st.sampled_from(ROWS[name]))
                lines += ["  " + line if line else "" for line in typed.split("\n")]
                lines += draw(BETWEEN)
    return "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n"]))


def told(text: str, model: type[BaseModel], loc: Loc, old: str, new: str = "new") -> str:
    return apply(text, [former(text, model, loc, old, new)])


@given(entities(), st.sampled_from(["one", "two", "three"]))
def test_only_the_old_id_is_added_and_comments_stay_with_their_keys(text: str, id_: str) -> None:
    before = load("", text)
    assert before.problems == ()
    made = told(text, EntitiesFile, (id_,), "old")
    after = load("", made)
    assert after.problems == ()
    assert isinstance(before.data, dict)
    assert isinstance(after.data, dict)
    assert after.data[id_].pop("formerly") == ["old"]
    assert {id_: _ended(data) for id_, data in after.data.items()} == {
        id_: _ended(data) for id_, data in before.data.items()
    }
    one, two = read(text), read(made)
    assert one
    assert two
    assert comments(one) == comments(two)


def _ended(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value.rstrip("\n") if isinstance(value, str) else value for key, value in data.items()}


@given(entities(), st.sampled_from(["one", "two", "three"]))
def test_what_had_its_one_form_keeps_it(text: str, id_: str) -> None:
    formed = format_text("", text, EntitiesFile)
    made = told(formed, EntitiesFile, (id_,), "old")
    assert format_text("", made, EntitiesFile) == made


@pytest.mark.parametrize(
    ("model", "loc", "text", "made"),
    [
        (
            BriefingFile, (),
            "title: T\nsummary: |\n  S.\n\n# soon\nembargo: 2026-01-01\n",
            "title: T\nsummary: |\n  S.\nformerly: [old]\n\n# soon\nembargo: 2026-01-01\n",
        ),
        (BriefingFile, (), "title: T", "title: T\nformerly: [old]\n"),
        (BriefingFile, (), "title: T\r\nnote: N\r\n", "title: T\r\nformerly: [old]\r\nnote: N\r\n"),
        (BriefingFile, (), '{"title": "T", "lang": "en"}', '{"title": "T", "formerly": ["old"], "lang": "en"}'),
        (BriefingFile, (), "title: T\nformerly: []\nnote: N\n", "title: T\nformerly: [old]\nnote: N\n"),
        (BriefingFile, (), "title: T\nformerly: [a, b] # c\n", "title: T\nformerly: [a, b, old] # c\n"),
        (BriefingFile, (), "formerly:\n  - a # c\n  # d\ntitle: T", "formerly:\n  - a # c\n  - old\n  # d\ntitle: T"),
        (BriefingFile, (), "title: T\nformerly: ['new', b]\n", "title: T\nformerly: ['old', b]\n"),
        (
            BriefingFile, ("claims", "old"),
            "claims:\n  old: {text: T, quote: [a, b], note: N}\n  other:\n    quote: c\n",
            "claims:\n  old: {text: T, quote: [a, b], formerly: [old], note: N}\n  other:\n    quote: c\n",
        ),
        (
            BriefingFile, ("claims", "old"),
            "claims:\n  old:\n    text: T\n    quote: >-\n      a\n      b\n    # of old\n  # of other\n  other:\n    quote: c\n",
            "claims:\n  old:\n    text: T\n    quote: >-\n      a\n      b\n    formerly: [old]\n    # of old\n  # of other\n  other:\n    quote: c\n",
        ),
        (
            StorylinesFile, ("old",),
            "old:\n  title: T\n  summary: S.\n\nother:\n  title: O\n",
            "old:\n  title: T\n  summary: S.\n  formerly: [old]\n\nother:\n  title: O\n",
        ),
        (SourceFront, (), "id: old # short\n# as printed\ntitle: T\n", "id: old # short\nformerly: [old]\n# as printed\ntitle: T\n"),
    ],
)  # fmt: skip
def test_it_stands_where_the_schema_has_it(model: type[BaseModel], loc: Loc, text: str, made: str) -> None:
    assert told(text, model, loc, "old") == made
