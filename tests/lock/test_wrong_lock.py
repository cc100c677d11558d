"""A lock that was changed by hand, that is rubbish, or that is out of date."""

from __future__ import annotations

import json
from typing import Any

import pytest
from mkdocs_briefings.build import build
from mkdocs_briefings.edit.seal import seal
from mkdocs_briefings.lock.document import LockedSource, dumps, entry_sum
from mkdocs_briefings.lock_proof import lock
from mkdocs_briefings.mkdocs.preview import Files, sound_tree
from mkdocs_briefings.report.summary import basis

from tests.desks import source
from tests.lock.harbour import BRIEFING, LOCK, SETTINGS, TEXT, changed, desk, locked


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"publisher": "news"', '"publisher": "port"'),
        ('"title": "Lock opens late"', '"title": "Lock opens soon"'),
        ("steel came late", "steel came soon"),
        ('"passages": [', '"passages": [[[20, 30]], '),
        ('"ahead": [', '"ahead": [900, '),
        ('"sum": "', '"sum": "0'),
        ('"sentences": [', '"sentences": [[5, 3], '),
        ('"front": {', '"front": {"evil": 1, '),
        ('"text": [', '"text": [[1, 9000000], '),
        ('"text": [', '"text": [[0, 0], '),
        ('"text": [', '"text": [[1, 100000000000], '),
    ],
)
def test_an_entry_that_was_changed_by_hand_is_refused(old: str, new: str) -> None:
    public = locked(desk())
    text = public[LOCK].decode()
    assert old in text
    result = build({**public, LOCK: text.replace(old, new, 1).encode()}, SETTINGS)
    (problem,) = result.problems
    assert (problem.rule.code, problem.place.path) == ("lock-broken", LOCK)
    assert "`paper`" in problem.message
    assert not result.pages


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b"null", b"\xff\xfe", b'{"version": 2, "context": 0, "borne_out": [], "sources": []}',
     b'{"version": 1, "context": 0, "borne_out": [], "sources": [1]}', b"[" * 100_000],
)  # fmt: skip
def test_rubbish_is_no_lock(data: bytes) -> None:
    public = locked(desk())
    assert {p.rule.code for p in build({**public, LOCK: data}, SETTINGS).problems} >= {"lock-broken"}
    assert [p.rule.code for p in build({**desk(), LOCK: data}, SETTINGS).problems] == ["lock-out-of-date"]


def test_a_passage_whose_words_are_hidden_is_refused_even_if_its_sum_is_right() -> None:
    public = locked(desk())
    raw = json.loads(public[LOCK])["sources"][0]
    start = TEXT.index("Zebra")
    raw["outline"]["passages"].append([[start, start + 5]])
    entry = LockedSource.model_validate_json(json.dumps(raw))
    made = dumps([entry.model_copy(update={"sum": entry_sum(entry)})], [], 0)
    assert [p.rule.code for p in build({**public, LOCK: made}, SETTINGS).problems] == ["lock-broken"]


def test_the_preview_goes_on_with_the_lock_that_was_sound() -> None:
    public = locked(desk())
    first = sound_tree(public, Files({}), SETTINGS, {})
    torn = b"<<<<<<< HEAD\n" + public[LOCK]
    shown = sound_tree({**public, LOCK: torn}, first.files, SETTINGS, {})
    assert [p.rule.code for p in shown.problems] == ["lock-broken"]
    assert shown.held == (LOCK,)
    assert shown.result.pages == first.result.pages


@pytest.mark.parametrize(
    ("change", "told_"),
    [
        (lambda files: files, []),
        (
            lambda files: changed(files, summary=f"Late: the lock. {BRIEFING['summary']}"),
            ["uncited-sentence"],
        ),
        (
            lambda files: changed(files, summary='Steel [@paper "steel came late in March"].'),
            ["lock-out-of-date"],
        ),
        (
            lambda files: (
                files | {"seeds/a.txt": files["seeds/a.txt"].replace(b"---\n", b"---\n# A remark.\n", 1)}
            ),
            [],
        ),
        (lambda files: files | {"seeds/b.txt": seal(source("More.").encode())}, ["lock-out-of-date"]),
        (
            lambda files: {"seeds/z.txt" if p == "seeds/a.txt" else p: d for p, d in files.items()},
            ["lock-out-of-date"],
        ),
        (
            lambda files: (
                files
                | {"seeds/a.txt": files["seeds/a.txt"].replace(b"Lock opens late", b"Lock opens very late")}
            ),
            ["lock-out-of-date"],
        ),
    ],
)
def test_with_both_there_the_texts_win_and_an_old_lock_is_told(change: Any, told_: list[str]) -> None:
    files = desk()
    result = build(change({**files, LOCK: lock(files, SETTINGS)}), SETTINGS)
    assert [p.rule.code for p in result.problems] == told_
    assert basis(result) == "checked against the texts"
    assert result.pages
