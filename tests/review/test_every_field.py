"""Whatever field of a desk changes, the review says what changed: never only that a page did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.model.parts import FORMER
from mkdocs_briefings.parse.schema_fields import part_at

from tests import whole
from tests.desks import sound
from tests.review.sides import change
from tests.sampling import sampled

if TYPE_CHECKING:
    from mkdocs_briefings.model.problem import Loc
    from mkdocs_briefings.review.change import Change

OTHERS = {
    "acme": "beta", "beta": "gamma", "land": "north", "office": "court", "post": "other-post", "other-post": "post",
    "clerk": "writer", "chips": "lasers", "curb": "new-rule", "old-rule": "new-rule", "a": "b", "line": "side",
    "sold": "bought", "bought": "none", "other#saw": "other#left", "other#left": "other#saw",
}  # fmt: skip
"""Another id of the same kind, for each."""
CHANGES: dict[tuple[str, Loc], object] = {
    ("seed", ("published",)): "2025-06-11",
    ("seed", ("address",)): "https://example.org/b",
    ("seed", ("captured",)): "2025-06-12",
    ("seed", ("lang",)): "de",
    ("seed", ("rights",)): "own",
    ("seed", ("skip", "heading", 0)): "NEWS",
    ("seed", ("skip", "boilerplate")): "page.",
    ("seed", ("misprints", "SALES")): "Sale",
    ("seed", ("cites", "post", 0)): "the Post",
    ("seed", ("cites", "other-post")): "told the Post",
    ("seed", ("status",)): "withdrawn",
    ("entities", ("acme", "kind")): "organization",
    ("entities", ("curb", "kind")): "technology",
    ("entities", ("acme", "quiet")): True,
    ("entities", ("acme", "wikidata")): "Q43",
    ("main", ("claims", "sold", "kind")): "report",
    ("main", ("claims", "sold", "said_by", 0)): "a clerk of the office",
    ("main", ("claims", "sold", "said_by", 1)): "a clerk",
    ("main", ("claims", "sold", "quote")): "Acmee sold 40 chips",
    ("main", ("claims", "sold", "date")): "2025-06",
    ("main", ("claims", "sold", "printed")): "Friday",
    ("main", ("claims", "sold", "value", "curb", "chips sold")): 41,
    ("main", ("claims", "sold", "value", "curb", "answers")): "new-rule",
    ("main", ("claims", "bought", "said_by")): "beta",
    ("main", ("claims", "bought", "date")): "2025-05",
    ("main", ("claims", "bought", "value", "beta", "chips sold")): 51,
    ("main", ("claims", "bought", "quote", 0)): "Beta bought 50 chips",
    ("main", ("claims", "none", "quote")): "Nobody sold 60 chips",
    ("main", ("claims", "issued", "state", "curb")): "in force",
    ("main", ("claims", "issued", "quote", 0)): "curb was issued",
    ("main", ("disagreements", 0, "id")): "how-much",
    ("main", ("questions", 1, "id")): "whom",
    ("main", ("disagreements", 0, "class")): "wording",
    ("main", ("status",)): "draft",
    ("main", ("updated",)): "2025-06-15",
    ("storylines", ("line", "reviewed")): "2025-03-06",
    ("entities", ("curb", "reviewed")): "2025-03-07",
    ("main", ("corrections", 0, "date")): "2025-06-15",
    ("main", ("embargo",)): "2025-06-02",
    ("main", ("lang",)): "de",
    ("gone", ("status",)): "published",
}
"""What stands there instead; where nothing is said, another id, or another word at the end."""
SKIPPED = {("seed", ("id",)), ("gone", ("title",)), ("gone", ("sources", 0)), ("gone", ("summary",))}
"""An id that changes is a rename, which has tests of its own; of a withdrawn briefing only the reason is shown."""


def fields() -> list[tuple[str, Loc]]:
    data = whole.desk()
    return [
        (name, loc)
        for name in ("seed", "entities", "storylines", "main", "gone")
        for loc in whole.leaves(data[name])
        if (name, loc) not in SKIPPED
        and (name != "entities" or loc[0] in {"acme", "curb"})
        and loc[0] != "side"
    ]


def changed(name: str, loc: Loc) -> Change:
    base, head = whole.desk(), whole.desk()
    old: object = head[name]
    for step in loc:
        old = old[step]  # type: ignore[index]  # it is a mapping or a list
    longer = f"{old}-again" if part_at(whole.MODELS[name], loc) == FORMER else f"{old}, again"
    new = CHANGES.get((name, loc), OTHERS.get(str(old), longer if isinstance(old, str) else None))
    assert new not in (None, old), "say in CHANGES what stands there instead"
    whole.put(head[name], loc, new)
    return change(whole.files(base), whole.files(head))


def test_the_whole_desk_is_sound() -> None:
    sound(whole.files(whole.desk()))


@pytest.mark.parametrize(("name", "loc"), sampled(fields(), 4), ids=lambda part: ".".join(map(str, part)))
def test_a_changed_field_is_told(name: str, loc: Loc) -> None:
    found = changed(name, loc)
    part = part_at(whole.MODELS[name], loc)
    told = (
        *found.claims, *found.sentences, *found.sources, *found.entities, *found.storylines, *found.briefings,
        *found.disagreements, *found.questions,
    )  # fmt: skip
    # A former id is told by the address that led somewhere, or leads somewhere now.
    former = part == FORMER and (*found.addresses, *(page for page in found.pages if page.how == "moved"))
    assert told or former, [page.path for page in found.pages]
