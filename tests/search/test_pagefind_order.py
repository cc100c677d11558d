"""The files of Pagefind in one order, whatever order its hash tables gave them."""

from __future__ import annotations

import gzip
import json

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.search.pagefind_order import ENTRY, ordered

FILTERS = {"kind": {"Claim": [0, 2], "Event": [1]}, "year": {"2024": [0], "2025": [1, 300], "2026": [2]}}


def index(filters: dict[str, dict[str, list[int]]]) -> dict[str, bytes]:
    """Write an index as Pagefind does, with its filters and their values in the order given."""

    def file(parts: object) -> bytes:
        return gzip.compress(b"pagefind_dcd" + cbor2.dumps(parts))

    marks = {name: f"und_{number}" for number, name in enumerate(filters)}
    parts = [
        "1.5.2",
        [["und_p", 5]],
        [["a", "z", "und_i"]],
        [list(one) for one in marks.items()],
        [],
        ["title"],
    ]
    entry = {"version": "1.5.2", "languages": {"und": {"hash": "und_m", "wasm": None, "page_count": 1}}}
    return {
        ENTRY: json.dumps(entry).encode(),
        "pagefind.und_m.pf_meta": file(parts),
        **{
            f"filter/{marks[name]}.pf_filter": file(
                [name, [[value, pages] for value, pages in values.items()]]
            )
            for name, values in filters.items()
        },
    }


def held(files: dict[str, bytes | None]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if data is not None}


@given(st.data())
def test_the_order_of_a_run_leaves_no_trace(data: st.DataObject) -> None:
    names = data.draw(st.permutations(sorted(FILTERS)))
    mixed = {name: dict(data.draw(st.permutations(sorted(FILTERS[name].items())))) for name in names}
    assert held(ordered(index(mixed))) == held(ordered(index(FILTERS)))


def test_all_that_was_written_is_still_there_and_leads_to_itself() -> None:
    files = held(ordered(index(FILTERS)))
    (about,) = json.loads(files[ENTRY])["languages"].values()
    meta = cbor2.loads(files[f"pagefind.{about['hash']}.pf_meta"].removeprefix(b"pagefind_dcd"))
    assert meta[:3] + meta[4:] == ["1.5.2", [["und_p", 5]], [["a", "z", "und_i"]], [], ["title"]]
    found = {
        name: cbor2.loads(files[f"filter/{mark}.pf_filter"].removeprefix(b"pagefind_dcd"))
        for name, mark in meta[3]
    }
    assert {name: (own, dict(values)) for name, (own, values) in found.items()} == {
        name: (name, values) for name, values in FILTERS.items()
    }


def test_a_second_time_nothing_changes() -> None:
    once = held(ordered(index(FILTERS)))
    assert held(ordered(once)) == once


@pytest.mark.parametrize(
    "data",
    [b"pagefind_dcd\x01", b"pagefind_dcd", gzip.compress(b"other", mtime=0), b"other"],
    ids=["cut off", "empty", "packed", "other"],
)
def test_files_of_another_form_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not an index of Pagefind"):
        ordered(index(FILTERS) | {"pagefind.und_m.pf_meta": data})
