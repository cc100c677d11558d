"""The form of the filters: what it offers, and that names cannot break out of it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.pages import filters

from tests.pages.figures import drawn

if TYPE_CHECKING:
    from mkdocs_briefings.document.nodes import Facets


class Options(HTMLParser):
    """The options of each select, the words of the form."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.options: dict[str, list[str]] = {}
        self.words = ""
        self.tags: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        if tag == "select":
            self.options[given["name"] or ""] = []
        if tag == "option":
            list(self.options.values())[-1].append(given["value"] or "")

    def handle_data(self, data: str) -> None:
        self.words += data


def entries(*values: str, facet: str = "level") -> list[Facets]:
    return [((facet, (value,) if value else ()),) for value in values]


def test_only_what_is_present_is_offered_in_the_order_of_its_names() -> None:
    (facet,) = filters.facet(
        messages("en"), "level", "Level", {"c": "C", "b": "B", "a": "A"}, entries("a", "b", "a", "b")
    )
    assert facet.options == (("b", "B"), ("a", "A"))


def test_what_tells_no_entry_from_another_is_no_filter() -> None:
    assert filters.facet(messages("en"), "level", "Level", {"a": "A"}, entries("a", "a")) == ()
    assert filters.facet(messages("en"), "level", "Level", {"a": "A"}, entries("", "")) == ()
    assert len(filters.facet(messages("en"), "level", "Level", {"a": "A"}, entries("a", ""))) == 1


def test_of_too_many_values_the_most_frequent_are_offered_and_the_label_says_so() -> None:
    names = {f"v{n}": f"V {n}" for n in range(70)}
    often = [f"v{n}" for n in range(5, 69)] * 2
    (facet,) = filters.facet(
        messages("en"), "entity", "Entity", names, entries(*names, *often, "v60", facet="entity")
    )
    assert facet.label == "Entity (most named)"
    assert len(facet.options) == filters.MOST_OPTIONS
    assert {"v0", "v69"} & {value for value, _ in facet.options} == set()
    assert "v60" in {value for value, _ in facet.options}
    assert list(facet.options) == sorted(facet.options, key=lambda option: list(names).index(option[0]))


def test_few_entries_need_no_form() -> None:
    few = entries(*"ab" * (filters.FEW // 2))
    facets = filters.facet(messages("en"), "level", "Level", {"a": "A", "b": "B"}, few)
    assert facets
    assert filters.form(facets, few) == ()
    assert filters.form((), entries(*"ab" * 20)) == ()


def test_the_form_says_when_it_chooses_among_a_part() -> None:
    many = entries(*"ab" * 20)
    facets = filters.facet(messages("en"), "level", "Level", {"a": "A", "b": "B"}, many)
    (whole,), (part,) = filters.form(facets, many), filters.form(facets, many, is_part=True)
    assert "what this page shows" not in drawn(whole)
    assert "what this page shows" in drawn(part)


def test_names_are_escaped() -> None:
    many = entries(*"ab" * 20)
    facets = filters.facet(
        messages("en"), "level", "Level", {"a": '<b onclick="x">&', "b": "</select><script>"}, many
    )
    (form,) = filters.form(facets, many)
    found = Options(drawn(form))
    assert found.options == {"level": ["", "a", "b"]}
    assert found.tags == {"form", "label", "span", "select", "option", "button", "output"}
    assert "<b onclick=“x”>&" in found.words
