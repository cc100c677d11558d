"""Records as files: hostile text stays text, in a script as in HTML, and nothing is lost on the way."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs_briefings.search.record import Find, Record, facets
from mkdocs_briefings.search.record_files import GLOBAL, Address, script, shards, slim, spaced

HOSTILE = (
    st.text(st.sampled_from("</script>!-[]\"'&=\\ \n\u2028\u2029a中é\ud800"), max_size=30)
    | st.sampled_from(["</script><script>alert(1)</script>", "<!--", '"><img src=x onerror=1>', "]]>"])
    | st.text(max_size=20)
)
RECORDS = st.builds(
    Record,
    HOSTILE,
    HOSTILE,
    HOSTILE,
    HOSTILE,
    HOSTILE,
    st.builds(lambda one, two: facets(kind=(one, two), year=one), HOSTILE, HOSTILE),
)
FINDS = st.builds(
    Find,
    HOSTILE,
    HOSTILE,
    st.lists(RECORDS, min_size=1, max_size=3).map(tuple),
    st.lists(HOSTILE, max_size=2).map(tuple),
    HOSTILE,
)
HOME = Address("x/", "x/index.html")


def plain(text: str) -> str:
    """Give text as UTF-8 can hold it."""
    return text.encode("utf-8", "replace").decode()


@given(FINDS)
@example(Find("p", "</script>", (Record("", "", "</SCRIPT ><!--"),)))
def test_a_script_of_records_is_data_and_nothing_else(find: Find) -> None:
    text = script([(find, HOME)])
    assert not set("<>&\u2028\u2029") & set(text)
    text.encode()  # no half of a pair is left
    start, end = f"globalThis.{GLOBAL}=", ";\n"
    assert text.startswith(start)
    assert text.endswith(end)
    [[url, title, lang, names, records]] = json.loads(text[len(start) : -len(end)])
    assert (url, title, lang, tuple(names)) == ("x/", find.title, find.lang, find.names)
    assert [(one[0], one[1], one[2], one[4], one[5]) for one in records] == [
        (r.anchor, r.kind, r.by, r.text, r.said) for r in find.records
    ]


class Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.filters: set[tuple[str, str]] = set()
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_ = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if "id" in given_:
            self.ids.append(given_["id"])
        if "data-pagefind-filter" in given_:
            name = given_["data-pagefind-filter"].removesuffix("[content]")
            self.filters.add((name, given_["content"]))

    def handle_data(self, data: str) -> None:
        self.words += data.split()


@given(FINDS)
@example(Find("p", "a", (Record("", "", "</p></body>", "<a id=x>"),), ("</h1>",)))
def test_a_slim_page_holds_the_records_and_no_tag_of_theirs(find: Find) -> None:
    reader = Reader(slim(find, HOME))
    assert set(reader.tags) <= {"html", "head", "meta", "title", "body", "h1", "p", "a", "span"}
    marks: list[Any] = [json.loads(unquote(id_)) for id_ in reader.ids if id_.startswith("[")]
    assert [(mark[0], mark[1], mark[2], mark[3]) for mark in marks] == [
        (plain(r.anchor), plain(r.kind), plain(r.by), json.loads(plain(json.dumps(dict(r.facets), ensure_ascii=False))))
        for r in find.records
    ]  # fmt: skip
    assert marks[0][4:] == [find.records[0].type, "x/", plain(find.lang)]
    assert reader.filters == {
        (name, plain(value)) for r in find.records for name, values in r.facets for value in values
    }
    for one in find.records:
        assert " ".join(plain(spaced(one.text)).split()) in " ".join(reader.words)


def test_ids_hold_no_space_which_pagefind_would_take_out() -> None:
    find = Find("p", "A title", (Record("", "Event · Denial", "Words", by="The Wire, 24 January"),))
    assert all(" " not in id_ for id_ in Reader(slim(find, HOME)).ids)


@given(st.text(st.sampled_from("ab 中国の々é,。"), max_size=20))
def test_each_character_of_chinese_and_japanese_is_a_word(text: str) -> None:
    words = spaced(text).split(" ")
    assert "".join(words) == "".join(text.split())
    assert all(len(word) == 1 for word in words if set(word) & set("中国の々"))


def find(name: str, date: str, words: int) -> Find:
    text = " ".join(f"{name}{n}" for n in range(words))
    return Find(f"{name}.md", "", (Record("", "", text),), date=date)


def test_shards_are_bounded_newest_first_and_keep_what_has_no_date_at_hand() -> None:
    all_ = [find(f"n{n}", f"2026-01-{n:02}", 10) for n in range(1, 8)] + [find("entity", "", 5)]
    made = shards([(one, HOME) for one in all_], most=30)
    assert [[one.path for one, _ in part] for part in made] == [
        ["entity.md", "n7.md", "n6.md"],
        ["n5.md", "n4.md", "n3.md"],
        ["n2.md", "n1.md"],
    ]


@given(st.lists(st.tuples(st.sampled_from(["", "2025", "2026"]), st.integers(1, 40)), max_size=12))
def test_no_page_is_lost_or_in_two_shards(sizes: list[tuple[str, int]]) -> None:
    all_ = [find(f"p{n}x", date, words) for n, (date, words) in enumerate(sizes)]
    made = shards([(one, HOME) for one in all_], most=30)
    assert sorted(one.path for part in made for one, _ in part) == sorted(one.path for one in all_)
    for part in made:
        total = sum(len(one.records[0].text.split()) for one, _ in part)
        assert total <= 30 or len(part) == 1


def test_a_site_without_anything_to_find_has_one_empty_shard() -> None:
    assert shards([]) == [[]]
