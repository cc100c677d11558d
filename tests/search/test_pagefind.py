"""What Pagefind is asked for: slim pages by shard, in one language, and what is to be removed of what it makes."""

from __future__ import annotations

from pathlib import PurePosixPath

from mkdocs_briefings.search.pagefind import shards
from mkdocs_briefings.search.record import Find, Record
from mkdocs_briefings.search.record_files import MOST_WORDS, Address, slim

MOST_LETTERS = 100
WORDS = " ".join(f"w{n}" for n in range(MOST_WORDS // 2 + 1))


def found(name: str, date: str = "", text: str = "x") -> tuple[Find, Address]:
    find = Find(f"{name}.md", name, (Record("", "", text),), date=date)
    return find, Address(f"{name}/", f"{name}/index.html")


def test_a_small_site_is_one_shard() -> None:
    (one,) = shards([found("a"), found("b")])
    assert one.name == "0"
    assert [html for _, html in one.pages] == [slim(*found("a")), slim(*found("b"))]
    assert "pagefind.js" not in one.unused


def test_a_large_one_is_parted_and_its_scripts_are_kept_once() -> None:
    one, two = shards([found("old", "2020", WORDS), found("new", "2026", WORDS)])
    assert [[html for _, html in shard.pages] for shard in (one, two)] == [
        [slim(*found("new", "2026", WORDS))],
        [slim(*found("old", "2020", WORDS))],
    ]
    assert {"pagefind.js", "pagefind-worker.js"} == set(two.unused) - set(one.unused)


def test_pagefind_cuts_no_endings_off() -> None:
    (one,) = shards([found("a")])
    said = one.arguments(PurePosixPath("pages"), PurePosixPath("out"))
    assert said == ["--site", "pages", "--output-path", "out", "--force-language", "und", "--silent"]


def test_slim_pages_lie_in_one_folder_under_names_that_no_other_page_changes() -> None:
    (one,), (more,) = shards([found("a")]), shards([found("b"), found("a"), found("é" * 300)])
    names = [name for name, _ in more.pages]
    assert [name for name, _ in one.pages] == [names[1]]
    assert len({*names}) == len(names)
    assert all("/" not in name and len(name) < MOST_LETTERS for name in names)
