"""The very same site without the texts."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from mkdocs_briefings.build import build
from mkdocs_briefings.edit.seal import seal
from mkdocs_briefings.lock.outline import HIDDEN
from mkdocs_briefings.lock_proof import LockError, lock
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.report.summary import basis

from tests.desks import source, told
from tests.lock.harbour import BRIEFING, LOCK, SETTINGS, TEXT, changed, desk, locked, printed, whole


def test_a_whole_desk_gives_the_same_pages_without_its_texts() -> None:
    files = whole()
    public = locked(files)
    before, after = build(files, SETTINGS), build(public, SETTINGS)
    assert before.pages
    assert after.pages == before.pages
    assert after.problems == before.problems
    assert basis(before) == "checked against the texts"
    assert (
        basis(after) == f"8 of 8 sources checked against {LOCK}, not their texts, none of which is in seeds/"
    )
    hidden = sum(
        p[0] for s in json.loads(public[LOCK])["sources"] for p in s["text"] if not isinstance(p, str)
    )
    assert hidden > 100, "words of which the lock tells the number alone"


@pytest.mark.parametrize("most", [None, 0.0, 0.1, 0.5])
def test_a_desk_whose_evidence_stands_beside_the_passages(most: float | None) -> None:
    files, settings = desk(), Settings(max_share=most)
    before = build(files, settings)
    assert told(before) == []
    public = locked(files, settings)
    after = build(public, settings)
    assert after.pages == before.pages
    assert after.problems == ()
    text = public[LOCK].decode()
    assert json.loads(text)["borne_out"], "numbers and names that only the hidden text has"
    for words in (
        "Zebra",
        "4711",
        "marmalade",
        "HARBOUR",
        "minister will",
        "1 December",
        "pelican",
        "told this",
    ):
        assert words not in text, words
    page = next(page.body for page in after.pages if page.path == "briefings/lock.md")
    if most is None:
        assert "translated these words from another language (German)" in page
    assert "stands before it" in page, "a proof that rests on words beside the passage"


@pytest.mark.parametrize(
    "front",
    [
        {"rights": "own"},
        {"rights": "cc-by"},
        {"publisher": None},
        {"title": None, "published": None},
        {"status": "withdrawn", "status_note": "It was wrong."},
        {"id": None},
        {"misprints": {"steel came […] in March": "iron came in March"}},
        {"cites": {"news": "told this paper that […] late"}},
        {"author": "Jane Moor", "lang": "de", "address": "https://x.example/", "captured": "2026-05"},
        {"inferred": {"published": "It must be."}, "outside": {"author": "We know."}, "note": "A note."},
    ],
)
def test_whatever_the_front_matter_tells(front: dict[str, Any]) -> None:
    files = desk(**front)
    if "id" in front:
        moved = {k: v for k, v in files.items() if k != "seeds/a.txt"}
        files = {**moved, "seeds/paper.txt": files["seeds/a.txt"]}
    before, after = build(files, SETTINGS), build(locked(files), SETTINGS)
    assert before.pages
    assert after.pages == before.pages
    assert {p.message for p in after.problems} == {p.message for p in before.problems}


def test_a_text_that_may_be_published_is_there_as_a_whole() -> None:
    public = locked(desk(rights="own"))
    entry = json.loads(public[LOCK])["sources"][0]
    assert entry["text"] == [TEXT]
    assert "outline" not in entry
    quoted = changed(public, summary='A pelican came [@paper "quartz 4711 pelican"].', claims={})
    assert told(build(quoted, SETTINGS)) == [], "so that new quotations are looked up in it"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_texts_that_are_normalised_before_anything_is_found(ends: str) -> None:
    text = ends.join(
        (
            "﻿“Cafe\u0301\u00a0Zoë…”  it\u00adself  said\tLee: e\u0301lan e\u0301.",
            "",
            "日本語。次の文。",
            "🙂 The end",
        )
    )
    briefing = {
        "title": "A title",
        "sources": ["paper"],
        "summary": 'It is said [@paper "Café Zoë..."]. Again [@paper "itself said Lee"]. So [@paper "次の文"].',
    }
    files = desk(briefing, text, skip={}, misprints={}, means={}, one_voice={}, retranslated={})
    before = build(files, SETTINGS)
    assert before.pages, told(before)
    assert build(locked(files), SETTINGS).pages == before.pages


def test_drafts_are_there_for_the_preview_and_never_print_what_is_hidden() -> None:
    public = locked(desk({**BRIEFING, "status": "draft"}))
    preview = build(public, Settings(preview=True))
    assert {page.path for page in preview.pages} >= {"briefings/lock.md", "sources/paper.md"}
    assert HIDDEN not in printed(preview)
    assert "briefings/lock.md" not in {page.path for page in build(public, SETTINGS).pages}


def test_the_same_texts_give_the_same_bytes() -> None:
    files = desk()
    first = lock(files, SETTINGS)
    assert lock(dict(reversed(files.items())), SETTINGS) == first
    assert lock({**files, LOCK: b"rubbish"}, SETTINGS) == first
    assert first.endswith(b"}\n")


def test_where_the_sources_lie_is_a_setting_of_each_side() -> None:
    private = {re.sub("^seeds/", "../private/seeds/", path): data for path, data in desk().items()}
    made = lock(private, Settings(seeds_dir="../private/seeds"))
    assert made == lock(desk(), SETTINGS)


def test_there_is_no_lock_of_nothing_or_of_a_faulty_desk() -> None:
    with pytest.raises(LockError, match="no text in seeds/"):
        lock(locked(desk()), SETTINGS)
    with pytest.raises(LockError, match="the desk has errors"):
        lock(changed(desk(), summary="So it is [@nothing]."), SETTINGS)


def test_a_single_text_that_is_missing_comes_from_the_lock() -> None:
    two = {**desk(), "seeds/b.txt": seal(source("More is said.", id="more").encode()) or b""}
    made = {**two, LOCK: lock(two, SETTINGS)}
    del made["seeds/a.txt"]
    result = build(made, SETTINGS)
    assert result.pages == build(two, SETTINGS).pages
    assert basis(result) == f"1 of 2 sources checked against {LOCK}, not their texts"
