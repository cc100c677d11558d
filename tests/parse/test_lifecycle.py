"""What is not published leaves no trace in what is: drafts, embargoes, withdrawn briefings, old addresses."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desks import made, page, sound, source, told, yaml

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result

TEXT = "Acme sold chips. Zed Xylo objected to the quibble. Beta bought chips in 2025. China will decide in March 2027."
SECRET = ("zed-xylo", "Zed Xylo", "quibble", "hush", "Hush", "secret")
OPEN = yaml(
    title="Acme sold chips",
    sources=["a"],
    summary="Acme sold chips [@sold].",
    claims={"sold": {"text": "Acme sold chips.", "quote": "Acme sold chips"}},
)


def hidden(**life: Any) -> dict[str, Any]:
    return {
        "title": "Hush: a secret",
        "sources": ["a"],
        "summary": 'A hush-hush secret of Zed Xylo [@objected; @a "Beta bought chips"]. It is Acme\'s [@open#sold].',
        "storylines": ["chips"],
        "claims": {
            "objected": {
                "text": "Zed Xylo objected.",
                "quote": "Zed Xylo objected to the quibble",
                "said_by": "hush-bureau",
                "state": {"hush-rule": "issued"},
                "date": "2025",
                "denies": "open#sold",
                "note": "A secret note.",
            },
            "next": {"text": "It is decided, hush.", "quote": "China will decide", "date": "2027-03"},
        },
        "disagreements": [{"about": "A hush secret", "class": "scope", "between": ["objected", "open#sold"]}],
        "questions": [
            "What is the secret?",
            {"text": "Hush?", "on": "next", "answer": "Secret [@objected]."},
        ],
        "corrections": [{"date": "2026-01-24", "text": "A secret."}],
        "formerly": ["hush-old"],
        "note": "Secret.",
        **life,
    }


def desk(*, with_hidden: dict[str, Any] | None) -> dict[str, str | bytes]:
    files: dict[str, str | bytes] = {
        "seeds/a.txt": source(TEXT),
        "briefings/2026-01-24-open.yml": OPEN,
        "briefings/storylines.yml": yaml(chips={"title": "Chips", "summary": "Acme sold [@open#sold]."}),
        "briefings/entities/all.yml": yaml(
            **{
                "acme": {"kind": "company", "name": "Acme"},
                "hush-bureau": {"kind": "agency", "name": "Hush Bureau"},
                "hush-rule": {
                    "kind": "measure",
                    "name": "hush rule",
                    "issuer": "hush-bureau",
                    "targets": ["acme"],
                },
            }
        ),
    }
    if with_hidden is not None:
        files["briefings/2026-01-25-hush-deal.yml"] = yaml(**with_hidden)
    return files


def texts(result: Result) -> dict[str, str]:
    return {page.path: page.text() for page in result.pages}


def leaks(result: Result) -> list[tuple[str, str]]:
    """Places of pages where a word stands that only the hidden briefing has."""
    shown = [(page.path, repr(page)) for page in result.pages]
    return [(path, word) for path, text in shown for word in SECRET if word in path or word in text]


@pytest.mark.parametrize("life", [{"status": "draft"}, {"embargo": "2026-02"}, {"embargo": "2026-01-25"}])
@pytest.mark.parametrize("linked", [False, True])
def test_what_is_not_published_is_nowhere(life: dict[str, str], *, linked: bool) -> None:
    """Also where a storyline cites nothing of what is published, and where it cites some of it."""
    with_it, without = desk(with_hidden=hidden(**life)), desk(with_hidden=None)
    if not linked:
        for files in (with_it, without):
            files["briefings/storylines.yml"] = yaml(chips={"title": "Chips", "summary": "Acme sold [@a]."})
    result = made(with_it)
    assert not result.failed, told(result)
    assert leaks(result) == []
    assert texts(result) == texts(made(without))


@pytest.mark.parametrize(
    ("embargo", "as_of", "shown"),
    [
        ("2026-02-03", dt.date(2026, 2, 2), False),
        ("2026-02-03", dt.date(2026, 2, 3), True),
        ("2026-02", dt.date(2026, 2, 27), False),
        ("2026-02", dt.date(2026, 2, 28), True),
        ("2026-01-24", None, True),  # the day of the newest source
        ("2026-01-25", None, False),
    ],
)
def test_an_embargo_ends_on_its_day(embargo: str, as_of: dt.date | None, *, shown: bool) -> None:
    result = made(desk(with_hidden=hidden(embargo=embargo)), as_of=as_of)
    assert ("briefings/hush-deal.md" in texts(result)) == shown
    assert bool(leaks(result)) == shown


def test_without_any_day_an_embargo_stands() -> None:
    files = desk(with_hidden=hidden(embargo="2020"))
    files["seeds/a.txt"] = source(TEXT, published=None)
    assert leaks(made(files)) == []


def test_a_preview_shows_drafts_and_marks_them() -> None:
    result = made(desk(with_hidden=hidden(status="draft")), preview=True)
    assert "**Draft.**" in page(result, "briefings/hush-deal.md")
    listed = page(result, "briefings/index.md").partition("[Hush: a secret]")[2].splitlines()
    assert listed[2].startswith("**Draft.** · ")
    assert "Draft" not in page(result, "briefings/open.md")


@pytest.mark.parametrize(
    "rests",
    [
        {"summary": "So [@hush-deal#objected]."},
        {"questions": [{"text": "Q?", "answer": "So [@hush-deal#objected]."}]},
        {"questions": [{"text": "Q?", "on": "hush-deal#next"}]},
        {"disagreements": [{"about": "A", "class": "scope", "between": ["c", "hush-deal#objected"]}]},
        {"claims": {"c": {"denies": "hush-deal#objected", "quote": "Acme sold chips"}}},
        {"claims": {"c": {"text": "C.", "quote": "Acme sold chips", "same": "hush-deal#objected"}}},
        {"claims": {"c": {"text": "C.", "quote": "Acme sold chips", "at": "hush-deal#objected"}}},
        {"corrections": [{"date": "2026", "text": "So [@hush-deal#objected]."}]},
    ],
)
def test_what_is_published_cannot_rest_on_what_is_not(rests: dict[str, Any]) -> None:
    claims = {"c": {"text": "C.", "quote": "Acme sold chips"}}
    files = desk(with_hidden=hidden(status="draft"))
    fields = {"title": "T", "sources": ["a"], "summary": "So [@c].", "claims": claims} | rests
    files["briefings/2026-01-26-rests.yml"] = yaml(**fields)
    result = made(files)
    assert result.failed
    assert "not-published" in {p.rule.code for p in result.problems}
    assert result.pages == ()
    assert not made(files, preview=True).failed


def test_a_storyline_cannot_rest_on_what_is_not_published() -> None:
    files = desk(with_hidden=hidden(status="draft"))
    files["briefings/storylines.yml"] = yaml(
        chips={"title": "Chips", "summary": "Acme sold [@hush-deal#objected]."}
    )
    result = made(files)
    assert "not-published" in {p.rule.code for p in result.problems}
    assert result.pages == ()


def test_a_withdrawn_briefing_leaves_a_note_and_nothing_else() -> None:
    life = {"status": "withdrawn", "withdrawn": "It rested on a misreading.", "updated": "2026-01-26"}
    fields = hidden(**life) | {"title": "Withdrawn one", "corrections": [], "note": "x"}
    result = made(desk(with_hidden=fields))
    assert not result.failed, told(result)
    note = page(result, "briefings/hush-deal.md")
    assert "withdrawn on 26 January 2026" in note
    assert "It rested on a misreading." in note
    # What is new names the withdrawal, by the title that the note has.
    assert {path for path, _ in leaks(result)} <= {
        "briefings/hush-deal.md",
        "briefings/hush-old.md",
        "new.md",
    }
    assert "Withdrawn: [Withdrawn one](briefings/hush-deal.md)" in page(result, "new.md")
    others = [p for p in result.pages if "Withdrawn one" in p.body or "hush-deal" in p.body]
    assert {p.path for p in others} == {"briefings/hush-deal.md", "briefings/hush-old.md", "new.md"}
    assert [p.path for p in others if p.listed] == ["new.md"]


def test_an_old_address_leads_to_the_new_one() -> None:
    result = made(desk(with_hidden=hidden()))
    (moved,) = (page for page in result.pages if page.path == "briefings/hush-old.md")
    assert (moved.moved_to, moved.listed) == ("briefings/hush-deal.md", False)
    assert "[Hush: a secret](hush-deal.md)" in moved.body


def test_corrections_show_what_they_cite() -> None:
    corrections = [{"date": "2026-01-26", "text": "Not 5, but 6 [@open#sold; @objected; @a]."}]
    shown = page(made(desk(with_hidden=hidden(corrections=corrections))), "briefings/hush-deal.md")
    (line,) = (line for line in shown.splitlines() if "Corrected" in line)
    assert line.startswith("> **Corrected 26 January 2026.** Not 5, but 6 \\[")
    assert "(open.md#c-sold)" in line
    assert "(#c-objected)" in line
    assert "(../sources/a.md)" in line


# Which briefings are drafts


NAMES = ("ash", "oak", "yew")


def many(drafts: set[str], files_of: set[str]) -> dict[str, str | bytes]:
    """Three briefings that share entities, sources and a measure, and rest on nothing of each other."""
    files: dict[str, str | bytes] = {
        "seeds/a.txt": source(TEXT),
        "seeds/z.txt": source("Gamma sold chips too.", published="2025-05"),
        "briefings/entities/all.yml": yaml(
            acme={"kind": "company", "name": "Acme"},
            beta={"kind": "company", "name": "Beta"},
            only={"kind": "person", "name": "Olga Only"},
            rule={"kind": "measure", "name": "chip rule", "targets": ["place"]},
            place={"kind": "place", "name": "Faraway"},
        ),
    }
    bodies: dict[str, dict[str, Any]] = {
        "ash": {
            "summary": "Acme sold, Olga Only says [@x].",
            "state": {"rule": "issued"},
            "role": {"only": "trader"},
        },
        "oak": {
            "summary": 'The chip rule of Beta [@x; @a "China will decide"].',
            "state": {"rule": "dropped"},
            "value": {"beta": {"price": 5}},
        },
        "yew": {
            "summary": "Faraway, Acme and the market [@x].",
            "value": {"acme": {"price": 5, "seat": "place"}},
        },
    }
    for name in NAMES:
        if name in files_of:
            claim = {
                "text": f"Claim {name}.",
                "quote": "Acme sold chips",
                "date": "2025",
                "why": "The fields are those of the test: 5, and others.",
                **bodies[name],
            }
            summary = claim.pop("summary")
            files[f"briefings/2026-01-24-{name}.yml"] = yaml(
                title=f"T {name}",
                sources=["a"],
                summary=summary,
                claims={"x": claim},
                status="draft" if name in drafts else "published",
                questions=[f"Who asks {name}?"],
            )
    return files


@given(drafts=st.sets(st.sampled_from(NAMES)))
def test_a_desk_with_drafts_is_published_as_one_without_their_files(drafts: set[str]) -> None:
    kept = set(NAMES) - drafts
    with_drafts, without = made(many(drafts, set(NAMES))), made(many(set(), kept))
    assert not with_drafts.failed
    assert [p.text() for p in with_drafts.pages] == [p.text() for p in without.pages]
    assert list(with_drafts.pages) == list(without.pages)


def test_an_entity_that_only_drafts_mention_has_no_page() -> None:
    shown = texts(made(many({"ash", "yew"}, set(NAMES))))
    assert "entities/beta.md" in shown
    assert "entities/only.md" not in shown
    assert "entities/rule.md" in shown  # by the second
    assert "Olga Only" not in "".join(shown.values())
    shown = texts(made(many({"ash", "oak"}, set(NAMES))))
    assert "entities/rule.md" not in shown
    assert "chip rule" not in "".join(shown.values())


def test_a_sound_desk() -> None:
    files = desk(with_hidden=None)
    files["briefings/entities/all.yml"] = yaml(acme={"kind": "company", "name": "Acme"})
    assert sound(files).pages
