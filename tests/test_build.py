"""A build is a function of the files: the same whatever their order, and whatever was built before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data
from mkdocs_briefings import build as build_module
from mkdocs_briefings.build import build
from mkdocs_briefings.document.nodes import Heading
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.model import recorded
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.parse.file import parse

from tests.desks import made, source, told, tree, yaml

if TYPE_CHECKING:
    from mkdocs_briefings.build import Memo

DESK = Path(__file__).parent / "desk"
SMALL = {
    "seeds/a.txt": source("Acme sold chips. Beta did not."),
    "seeds/z.txt": source("Beta bought chips.", published="2025"),
    "briefings/2026-01-24-b.yml": yaml(
        title="T",
        sources=["a"],
        summary="Acme sold [@x].",
        claims={"x": {"text": "Acme sold chips.", "quote": "Acme sold chips", "state": {"rule": "issued"}}},
        questions=["Who bought them?"],
        storylines=["s"],
    ),
    "briefings/2026-01-24-c.yml": yaml(title="T", sources=["z"], summary='Beta bought [@z "Beta bought"].'),
    "briefings/storylines.yml": yaml(s={"title": "Chips", "summary": "Acme sold [@b#x]."}),
    "briefings/entities/one.yml": yaml(
        acme={"kind": "company", "name": "Acme"}, rule={"kind": "measure", "name": "R"}
    ),
    "briefings/entities/two.yml": yaml(beta={"kind": "company", "name": "Beta"}),
    "briefings/README.md": "Nothing of the desk.",
}


@given(paths=st.permutations(list(SMALL)))
def test_a_build_does_not_depend_on_the_order_of_the_files(paths: list[str]) -> None:
    files = tree(SMALL)
    expected = build(files, Settings())
    assert expected.pages
    again = build({path: files[path] for path in paths}, Settings())
    assert again == expected
    assert again.pages == expected.pages


@pytest.mark.slow
def test_a_whole_desk_does_not_depend_on_the_order_of_its_files() -> None:
    settings = Settings(manual=True, preview=True)
    files, problems = read(DESK, settings)
    assert not problems
    there, back = (build(dict(items), settings) for items in (files.items(), reversed(files.items())))
    assert there.pages
    assert there.pages == back.pages
    assert there.problems == back.problems


def test_what_was_parsed_before_is_not_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    memo: Memo = {}
    files = tree(SMALL)
    first = build(files, Settings(), memo)
    parsed: list[str] = []
    real = parse

    def spy(path: str, data: bytes, settings: Settings) -> object:
        parsed.append(path)
        return real(path, data, settings)

    monkeypatch.setattr(build_module, "parse", spy)
    assert build(files, Settings(), memo) == first
    assert parsed == []
    changed = files | {
        "briefings/entities/two.yml": yaml(beta={"kind": "company", "name": "Beta Inc"}).encode()
    }
    assert build(changed, Settings(), memo) == build(changed, Settings())
    assert parsed.count("briefings/entities/two.yml") == 2
    assert build(files, Settings(), memo) == first


@given(changes=st.lists(st.sampled_from([*SMALL, ""]), max_size=4))
def test_a_memo_never_changes_a_result(changes: list[str]) -> None:
    memo: Memo = {}
    files = tree(SMALL)
    for path in changes:
        if path:
            files[path] = b"title: [broken" if files[path] == tree(SMALL)[path] else tree(SMALL)[path]
        again = build(files, Settings(), memo)
        fresh = build(files, Settings())
        assert (again.pages, again.problems) == (fresh.pages, fresh.problems)


def test_errors_give_no_pages_and_every_one_is_told_once() -> None:
    result = made(
        SMALL | {"briefings/2026-01-24-b.yml": yaml(title="T", sources=["nope"], summary="S [@x].")}
    )
    assert result.failed
    assert result.pages == ()
    assert len(told(result)) == len(set(told(result))) > 1


def test_an_empty_desk_is_a_site() -> None:
    result = build({}, Settings())
    assert not result.problems
    assert "There is no briefing yet." in "".join(page.body for page in result.pages)


def test_no_two_pages_have_one_path() -> None:
    paths = [page.path for page in made(SMALL, manual=True).pages]
    assert len(paths) == len(set(paths))


# Front matter


text = st.text(st.characters(exclude_categories=["Cs"])).filter(str.strip)


@given(title=text, description=text)
def test_front_matter_reads_as_what_it_was(title: str, description: str) -> None:
    page = Page("x.md", "briefing", title, (Heading(1, "Title"),), description=description, listed=False)
    body, fields = get_data(page.text())
    assert fields == {"title": title, "description": description, "search": {"exclude": True}}
    assert body.lstrip("\n") == "# Title\n"


@pytest.mark.parametrize(
    "title",
    ["a\u2028b", "a\x85b", "\x7f", "\ufeff", "\uffff", "😀", "---", "a\n---\nb", '"', "{{ x }}", "yes", "\\"],
)
def test_front_matter_holds_nasty_titles(title: str) -> None:
    assert get_data(Page("x.md", "briefing", title, (Heading(1, "x"),)).text())[1]["title"] == title


def test_a_page_is_made_only_for_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(build_module, "render", refuse)
    result = build(tree(SMALL), Settings())
    assert not result.failed
    assert result == build(tree(SMALL), Settings())
    with pytest.raises(AssertionError):
        assert result.pages


@pytest.mark.parametrize("case", ["unsupported-number", "translation-differs", "speaker-missing"])
def test_what_the_rules_hold_at_a_time_changes_no_problem(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = DESK.parent / "cases"
    files = {
        path.relative_to(cases / folder).as_posix(): path.read_bytes()
        for folder in ("_base", case)
        for path in (cases / folder).rglob("*.*")
        if path.is_file()
    }
    before = build(files, Settings()).problems
    monkeypatch.setattr(recorded, "MOST_AT_HAND", 2)
    assert build(files, Settings()).problems == before
    assert [problem.rule.code for problem in before] == [case]
