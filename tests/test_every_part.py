"""Every part of a desk that uses all of them, in every reader: whatever is written is read by each that should."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs_briefings.edit.format import format_text
from mkdocs_briefings.edit.rename import renamed
from mkdocs_briefings.edit.rename.references import Renaming
from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.schema import BriefingFile
from mkdocs_briefings.parse.schema_fields import part_at, written
from mkdocs_briefings.parse.yaml import load
from mkdocs_briefings.search import finds

from tests import whole
from tests.desks import made, sound, told, tree, yaml

if TYPE_CHECKING:
    from mkdocs_briefings.model.problem import Loc

FIELDS = [
    (name, loc)
    for name in ("seed", "entities", "storylines", "main", "gone")
    for loc in whole.leaves(whole.desk()[name])
]
PROSE = [
    (name, loc)
    for name, loc in FIELDS
    if (part := part_at(whole.MODELS[name], loc))
    and part.sort == "prose"
    and name != "gone"
    and loc[0] != "side"
]
CLAIMS = [
    (name, loc)
    for name, loc in FIELDS
    if (part := part_at(whole.MODELS[name], loc)) and (part.sort, part.of) == ("reference", "claim")
]
TEXTS = [
    (name, loc)
    for name, loc in FIELDS
    if (part := part_at(whole.MODELS[name], loc)) and part.sort in {"prose", "text"} and part.form != "quotation"
    if name == "main" or (name == "storylines" and loc[0] == "line")
]  # fmt: skip
DRAFT: whole.Data = whole.OTHER | {"title": "Later", "summary": "Gamma left [@left].", "status": "draft"}


def ids(name: object) -> str:
    return name if isinstance(name, str) else ".".join(map(str, name))  # type: ignore[call-overload]  # a place


def at(data: Any, loc: Loc) -> Any:
    for step in loc:
        data = data[step]
    return data


def with_(name: str, loc: Loc, value: object) -> dict[str, str]:
    data = whole.desk()
    whole.put(data[name], loc, value)
    return whole.files(data)


def test_the_desk_uses_every_field() -> None:
    """A new field belongs into `tests/whole.py`: then all of this holds for it."""
    for name, model in whole.MODELS.items():
        used = {loc for other, loc in FIELDS if other == name or {name, other} == {"main", "gone"}}
        shapes = [tuple("[]" if isinstance(step, int) else step for step in loc) for loc in used]
        for one in written(model):
            fits = (
                len(s) == len(one.shape) and all(a in ("*", b) for a, b in zip(one.shape, s, strict=True))
                for s in shapes
            )
            assert one.is_key or one.shape == ("sha256",) or any(fits), (name, one.shape)  # fmt: skip


@pytest.mark.parametrize(("name", "loc"), PROSE, ids=ids)
def test_prose_links_and_cites_wherever_it_stands(name: str, loc: Loc) -> None:
    """In backlinks, with its place; in the numbers of notes; and a source that it alone cites is used."""
    data = whole.desk()
    data["main"]["sources"] += ["b"]
    data["other"]["claims"]["more"] = {"text": "Gamma left.", "quote": "Gamma left the market in March"}
    whole.put(data[name], loc, f"{at(data[name], loc)} Now [[gamma]] left [@other#more].")
    result = made(whole.files(data))
    # The text of a claim has its passages, and no other evidence.
    assert not result.failed or loc[-1] == "text", told(result)
    links = result.derived.backlinks
    here = {link.target for link in links.claims["other#more"]}
    assert here
    assert here <= {link.target for link in links.entities["gamma"]}
    assert name != "main" or not any(line.startswith("unused-source sources.1") for line in told(result))
    if loc[-1] in {"summary", "answer", "note"} or loc[0] == "corrections":  # others are headings
        [page] = [
            page for page in result.pages if page.path in {f"briefings/{name}.md", f"storylines/{loc[0]}.md"}
        ]
        assert re.search(r"\[\d+\]\([^)]*other\.md#c-more\)", page.text())


@pytest.mark.parametrize(("name", "loc"), PROSE, ids=ids)
def test_prose_that_is_not_complete_is_an_error(name: str, loc: Loc) -> None:
    lines = told(made(with_(name, loc, "Here stands [[gamma.")))
    assert any(line.startswith(f"prose-syntax {'.'.join(map(str, loc))}"[:30]) for line in lines)


@pytest.mark.parametrize(("name", "loc"), [*PROSE, *CLAIMS], ids=ids)
def test_nothing_published_refers_to_a_draft(name: str, loc: Loc) -> None:
    value = "later#left" if (name, loc) in CLAIMS else "Here it stands [@later#left]."
    files = with_(name, loc, value) | {"briefings/2025-06-13-later.yml": yaml(**DRAFT)}
    lines = told(made(files))
    assert any(line.startswith("not-published") for line in lines), lines


@pytest.mark.parametrize(("name", "loc"), TEXTS, ids=ids)
def test_words_are_found_by_the_search(name: str, loc: Loc) -> None:
    """All but why a claim is dated so, which a page folds away."""
    text = at(whole.desk()[name], loc)
    result = made(
        with_(
            name,
            loc,
            f"{text} So it is in zanzibar [@other#left]."
            if (name, loc) in PROSE
            else f"{text} So it is in zanzibar.",
        )
    )
    assert not result.failed, told(result)
    records = [
        record for find in finds(result.corpus, result.derived, messages("en")) for record in find.records
    ]
    titles = [find.title for find in finds(result.corpus, result.derived, messages("en"))]
    assert any("zanzibar" in text for text in (*titles, *(record.text for record in records)))


RENAMINGS = [
    Renaming("source", "a", "new-id"),
    Renaming("briefing", "main", "new-id"),
    Renaming("storyline", "line", "new-id"),
    Renaming("claim", "sold", "new-id", "main"),
    Renaming("claim", "left", "new-id", "other"),
    Renaming("claim", "saw", "new-id", "other"),
    *(Renaming("entity", id_, "new-id") for id_ in whole.ENTITIES),
]


@pytest.mark.parametrize("renaming", RENAMINGS, ids=lambda one: f"{one.kind}-{one.old}")
def test_an_id_is_renamed_wherever_it_stands(renaming: Renaming) -> None:
    """The renamed desk says the same: a reference that was left behind would be an error, or another name."""
    files = tree(whole.files(whole.desk()))
    changes = renamed(files, Settings(), renaming, ())
    after = {path: data for path, data in (files | changes).items() if data is not None}
    result = made(after)
    assert told(result) == []
    old = re.compile(rf"(?<![\w-]){renaming.old}(?![\w-])")
    assert len(result.pages) >= len(sound(whole.files(whole.desk())).pages)
    kept = [path for path, data in after.items() if b'"formerly"' not in data and old.search(data.decode())]
    if renaming.kind == "entity" and renaming.old not in WORDS:
        assert kept == []


WORDS = {
    "acme",
    "beta",
    "gamma",
    "post",
    "chips",
    "office",
    "clerk",
    "north",
    "land",
    "court",
    "writer",
    "curb",
    "lasers",
}
"""Ids that are words of the texts, too."""


def test_the_formatter_orders_every_field() -> None:
    """Keys that stand in any order come out in that of the schema, and mean the same."""
    data = whole.desk()["main"]
    backwards = _reversed(data)
    assert isinstance(backwards, dict)
    text = format_text("main.yml", yaml(**backwards), BriefingFile)
    again: Any = load("main.yml", text).data
    assert again == backwards
    assert list(again) == [one for one in data if one in again]
    assert list(again["claims"]["sold"]) == [
        "text", "kind", "said_by", "source", "at", "date", "printed", "why", "value", "role", "reply", "quote", "translation", "translator",
        "formerly", "note",
    ]  # fmt: skip


def _reversed(data: object) -> object:
    if isinstance(data, dict):
        return {key: _reversed(value) for key, value in reversed(data.items())}
    return [_reversed(one) for one in data] if isinstance(data, list) else data
