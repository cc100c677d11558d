"""Equal inputs give the same objects again: a file depends on what it says, and on the names that it looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings import rules
from mkdocs_briefings.build import Kept, build
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.pages import readers
from mkdocs_briefings.resolve.lookups import Lookups
from mkdocs_briefings.rules import field_contradicted
from mkdocs_briefings.rules.catalogue import ROWS
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.search import finds

from tests import whole
from tests.desks import tree
from tests.sampling import examples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.build import Memo, Result
    from mkdocs_briefings.document.html import HtmlPage
    from mkdocs_briefings.model.corpus import Claim
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence


class Shell:
    """Builds again and again, as a preview does."""

    def __init__(self) -> None:
        self.memo: Memo = {}
        self.kept = Kept()

    def build(self, data: whole.Desk) -> Result:
        return build(tree(whole.files(data)), Settings(), self.memo, self.kept)


def test_lookups_record_misses() -> None:
    table = Lookups({"a": 1})
    assert (table.get("a"), table.get("b"), "c" in table) == (1, None, False)
    assert set(table.seen) == {"a", "b", "c"}
    assert not table.whole
    assert list(table) == ["a"]
    assert table.whole


def test_nothing_changed_gives_the_same_objects() -> None:
    shell = Shell()
    one, two = shell.build(whole.desk()), shell.build(whole.desk())
    assert one == two
    for a, b in (
        (one.corpus.briefings, two.corpus.briefings),
        (one.corpus.sources, two.corpus.sources),
        (one.corpus.entities, two.corpus.entities),
        (one.corpus.storylines, two.corpus.storylines),
        (one.corpus.claims, two.corpus.claims),
    ):
        assert a.keys() == b.keys()
        assert all(a[key] is b[key] for key in a)
    assert one.derived.backlinks is two.derived.backlinks
    assert one.derived.proofs is two.derived.proofs
    assert one.derived.coverage is two.derived.coverage


def test_an_edit_makes_only_its_briefing_anew() -> None:
    shell = Shell()
    one = shell.build(whole.desk())
    data = whole.desk()
    data["main"]["note"] = "Another note."
    two = shell.build(data)
    assert two.corpus.briefings["main"].note == "Another note."
    assert two.corpus.briefings["other"] is one.corpus.briefings["other"]
    assert two.corpus.sources["a"] is one.corpus.sources["a"]
    assert two.corpus.storylines["line"] is one.corpus.storylines["line"]
    assert two.derived.proofs is one.derived.proofs


def test_what_was_missing_and_is_there_now_counts() -> None:
    """A citation that led nowhere is looked up again; what did not ask for it stays as it is."""
    shell = Shell()
    data = whole.desk()
    data["main"]["summary"] += " Gamma left [@b]."
    data["main"]["sources"] += ["b"]
    one = shell.build(data)
    assert [item.ref for item in one.corpus.briefings["main"].summary[-1].sentences[-1].cites] == ["b"]
    data["storylines"]["line"]["summary"] += " Gamma left [@other#more]."
    assert shell.build(data).failed
    data["other"]["claims"]["more"] = {"text": "Gamma left.", "quote": "Gamma left the market in March"}
    two = shell.build(data)
    assert not two.failed
    assert "other#more" in two.derived.backlinks.claims
    assert two.corpus.briefings["main"] is one.corpus.briefings["main"]


def test_a_new_name_of_an_entity_is_found_in_all_texts() -> None:
    shell = Shell()
    one = shell.build(whole.desk())
    data = whole.desk()
    data["entities"]["gamma"]["aliases"] = ["40 chips"]
    two = shell.build(data)
    assert two.corpus.briefings["main"] != one.corpus.briefings["main"]
    assert_same(two, build(tree(whole.files(data)), Settings()))


def test_a_new_name_leaves_files_as_they_are_that_do_not_have_it() -> None:
    """One in another word, a name that nothing says, a name that is gone again: no file is read for names anew."""
    shell = Shell()
    one = shell.build(whole.desk())
    for aliases in (["obody"], ["Nobody says this"], []):
        data = whole.desk()
        data["entities"]["gamma"]["aliases"] = aliases
        two = shell.build(data)
        for a, b in ((one.corpus.sources, two.corpus.sources), (one.corpus.briefings, two.corpus.briefings)):
            assert all(a[key] is b[key] for key in a)
        assert_same(two, build(tree(whole.files(data)), Settings()))
        assert len({id(kept.names) for many in shell.kept.resolved.kept.values() for kept in many}) <= 2


def test_a_name_that_is_gone_or_is_of_another_entity_counts() -> None:
    shell = Shell()
    for of in ("gamma", "", "beta"):
        data = whole.desk()
        if of:
            data["entities"][of]["aliases"] = ["40 chips"]
        assert_same(shell.build(data), build(tree(whole.files(data)), Settings()))


def test_another_name_in_the_place_of_one_is_found_in_titles() -> None:
    """Names are told apart by what they are, not by how many each entity has."""
    shell = Shell()
    data = whole.desk()
    data["main"]["title"] = "A zephyr sold chips"
    for alias in ("breeze", "zephyr"):
        data["entities"]["court"]["aliases"] = [alias]
        made = shell.build(data)
        fresh = build(tree(whole.files(data)), Settings())
        assert_same(made, fresh)
        assert any("zephyr" in one.message for one in made.problems) is (alias == "zephyr")


def test_a_claim_is_held_against_its_passage_again_only_if_either_has_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Not for another sentence of its briefing, nor for a name that its passage does not have."""
    read: set[str] = set()

    def sentence(_: Evidence, said: OwnSentence) -> Iterator[Problem]:
        read.add(said.text)
        yield from ()

    def fields(_: Evidence, claim: Claim) -> Iterator[Problem]:
        read.add(claim.ref)
        yield from ()

    monkeypatch.setattr(field_contradicted, "_of_claim", fields)
    row = OfSentences(field_contradicted.RULE, sentence, frozenset({"text"}))
    monkeypatch.setattr(rules, "ROWS", (*ROWS, row))
    shell = Shell()
    first = shell.build(whole.desk())
    assert {"other#left", first.corpus.claims["other#left"].text.text, "main#sold"} <= read
    read.clear()
    data = whole.desk()
    data["main"]["note"] = "Another note."
    shell.build(data)
    assert not read
    data["entities"]["gamma"]["aliases"] = ["40 chips"]
    shell.build(data)
    assert read


def test_little_is_kept() -> None:
    shell = Shell()
    for n in range(5):
        data = whole.desk()
        data["main"]["note"] = f"Note {n}."
        shell.build(data)
    kept = shell.kept.resolved.kept
    assert max(map(len, kept.values())) == 2
    assert set(kept) == set(whole.PATHS.values())
    del data["gone"]
    shell.build(data)
    assert whole.PATHS["gone"] not in shell.kept.resolved.kept


def assert_same(kept: Result, fresh: Result) -> None:
    """Hold two builds against each other, down to the HTML and the search."""
    assert kept == fresh
    assert kept.derived == fresh.derived
    assert [page.whole() for page in kept.pages] == [page.whole() for page in fresh.pages]
    assert html_of(kept) == html_of(fresh)
    one, two = kept.desk, fresh.desk
    assert finds(one.corpus, one.derived, one.say, once=one.reads) == finds(two.corpus, two.derived, two.say)


def html_of(result: Result) -> list[HtmlPage]:
    desk = result.desk
    urls = desk.reads.take("urls", {page.path: page.path for page in result.pages})
    site = readers.site(desk, lambda _, path: urls.get(path, ""))
    return [readers.written(page, site, "") for page in result.pages]


CHANGES = [
    (
        "main",
        "summary",
        "Acme sold 40 chips [@sold]. Beta bought 50 chips [@bought], nobody 60 [@none; @issued].",
    ),
    ("main", "sources", ["a", "b"]),
    ("main", "status", "draft"),
    ("main", "storylines", ["line", "side"]),
    ("other", "title", "Gamma left the market"),
    ("other", "status", "withdrawn"),
    ("other", "claims", {}),
    ("seed", "publisher", "acme"),
    ("seed", "status", "current"),
    ("other seed", "published", "2025-06-13"),
    ("entities", "beta", {"kind": "company", "name": "Beta", "aliases": ["The Post"]}),
    ("entities", "curb", {"kind": "technology", "name": "chip curb"}),
    ("storylines", "side", {"title": "Others", "summary": "Gamma left [@other#left]."}),
]


@settings(max_examples=examples(10), deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(range(len(CHANGES))), max_size=3, unique=True), min_size=2, max_size=4)
)
def test_what_is_kept_changes_nothing(builds: list[list[int]]) -> None:
    """Whatever was built before, a desk comes out as if nothing had been."""
    shell = Shell()
    for chosen in builds:
        data = whole.desk()
        for name, field, value in (CHANGES[n] for n in chosen):
            data[name][field] = value
        assert_same(shell.build(data), build(tree(whole.files(data)), Settings()))


@pytest.mark.parametrize("change", range(len(CHANGES)))
def test_each_change_is_seen(change: int) -> None:
    shell = Shell()
    shell.build(whole.desk())
    data = whole.desk()
    name, field, value = CHANGES[change]
    data[name][field] = value
    assert_same(shell.build(data), build(tree(whole.files(data)), Settings()))
    assert_same(shell.build(whole.desk()), build(tree(whole.files(whole.desk())), Settings()))
