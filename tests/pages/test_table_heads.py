"""Cells carry the heads of their columns, and what tables say stays as it is."""

from __future__ import annotations

from html.parser import HTMLParser

import markdown
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.document.escape import Md, md
from mkdocs_briefings.pages.table_heads import labelled


class Cells(HTMLParser):
    """The labels of a page's cells, its words, and the classes of its tables."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.labels: list[str | None] = []
        self.words: list[str] = []
        self.classes: list[str | None] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_ = dict(attrs)
        if tag == "td":
            assert given_.keys() <= {"data-label"}
            self.labels.append(given_.get("data-label"))
        if tag == "table":
            self.classes.append(given_.get("class"))

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def render(text: str) -> str:
    return markdown.markdown(text, extensions=["tables"])


def table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [[md(cell) for cell in line] for line in (heads, *rows)]
    lines.insert(1, [Md("---")] * len(heads))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def test_each_cell_has_the_head_of_its_column() -> None:
    html = labelled(render(table(["When", "What"], [["1 May", "It closed."], ["2 May", "It opened."]])))
    assert Cells(html).labels == ["When", "What", "When", "What"]
    assert Cells(html).classes == ["b-table"]


def test_a_head_without_words_gives_no_label() -> None:
    html = labelled(render(table(["Field", ""], [["title", "needed"]])))
    assert Cells(html).labels == ["Field", None]


def test_two_tables_keep_their_own_heads() -> None:
    both = table(["A"], [["1"]]) + "\n\nBetween.\n\n" + table(["B", "C"], [["2", "3"]])
    assert Cells(labelled(render(both))).labels == ["A", "B", "C"]


def test_a_head_with_markup_gives_its_words() -> None:
    html = labelled(
        "<table><thead><tr><th><a href='x'>R&amp;D</a> \"now\"</th></tr></thead><tr><td>1</td></tr></table>"
    )
    assert Cells(html).labels == ['R&D "now"']


def test_a_table_of_somebody_else_is_left() -> None:
    html = '<table class="theirs"><tr><th>A</th></tr><tr><td>1</td></tr></table><p>table</p>'
    assert labelled(html) == html


CELLS = st.text(st.sampled_from("ab &<>\"'|*_`[]é“"), min_size=1, max_size=10)


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.tuples(
            st.lists(CELLS, min_size=n, max_size=n),
            st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1, max_size=3),
        )
    )
)
def test_words_stay_and_labels_are_the_heads_whatever_they_hold(
    made: tuple[list[str], list[list[str]]],
) -> None:
    heads, rows = made
    plain = render(table(heads, rows))
    found = Cells(labelled(plain))
    assert found.words == Cells(plain).words
    assert [label or "" for label in found.labels] == [" ".join(head.split()) for head in heads] * len(rows)
