"""Messages about quotations: short, true, about the right characters, at the right column."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.model.problem import LONGEST, Place, bounded
from mkdocs_briefings.parse.field_codes import BAD_DATE
from mkdocs_briefings.report import printing
from mkdocs_briefings.report.location import Located, Spot, locate
from mkdocs_briefings.rules.catalogue import ALL
from rich.console import Console

from tests.desks import made, source, tree, yaml

if TYPE_CHECKING:
    from mkdocs_briefings.model.problem import Problem

TEXT = (
    "The state\u2011owned firm sold 61·4 tonnes of Ausk\u200bunft and lost \u22125 percent, its maker's report says. "
    "Nobody at the plant, which opened in 1998, was asked by the union of the paper mills in May. "
    "“We do not know,” said the mayor. The the court ruled on 3 May. 工厂将于明年关闭，工会表示反对。 The café closed."
)
OTHER = "A quite different article says that the harbour is closed to all ships."
HOME = "briefings/2026-01-24-b.yml"


def refused(quote: str, *, text: str = TEXT, summary: str = "It is so [@c].") -> tuple[Located, Problem]:
    files: dict[str, str | bytes] = {
        "seeds/a.txt": source(text),
        "seeds/o.txt": source(OTHER),
        HOME: yaml(
            title="A title",
            sources=["a"],
            summary=summary,
            claims={"c": {"text": "It is so.", "quote": quote}},
        ),
        "briefings/entities/all.yml": yaml(),
    }
    found = [p for p in made(files).problems if p.rule.code in {"passage-not-found", "prose-syntax"}]
    return locate(found, tree(files))[0], found[0]


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("The state-owned firm", "“-” (U+002D, hyphen-minus), in the source “‑” (U+2011, non-breaking hyphen)"),
        ("The state\u2010owned firm", "“‐” (U+2010, hyphen), in the source “‑” (U+2011, non-breaking hyphen)"),
        ("The state‑owned f\u0456rm", "(U+0456, cyrillic small letter byelorussian-ukrainian i), in the source “i” (U+0069"),
        ("The st\u0430te‑owned firm", "“а” (U+0430, cyrillic small letter a), in the source “a” (U+0061"),
        ("sold 61.4 tonnes", "“.” (U+002E, full stop), in the source “·” (U+00B7, middle dot)"),
        ("lost -5 percent", "“-” (U+002D, hyphen-minus), in the source “−” (U+2212, minus sign)"),
        ("The cafe closed", "“e” (U+0065, latin small letter e), in the source “é” (U+00E9"),
        ("asked by the union of the textile mills", "the quotation has “textile mills”, the source has “paper mills”"),
        ("Nobody at the plant was asked", "the quotation has “plant was asked”, the source has “plant, which opened”"),
        ("The the the court ruled", "the quotation has “the the court ruled”, the source has “the court ruled”"),
        ("工厂将于今年关闭", "the quotation has “今年关闭”, the source has “明年关闭”"),
        ("its maker''s report", "“maker''s” has two apostrophes"),
        ("Nobody at the plant … was asked", "must be written `[…]`"),
        ("Nobody at the plant (...) was asked", "must be written `[…]`"),
        ("the harbour is closed", "The words are in another source of the desk: `o`."),
    ],
)  # fmt: skip
def test_a_miss_says_what_differs(quote: str, said: str) -> None:
    assert said in refused(quote)[1].hint


def test_a_difference_never_shows_the_same_words_twice() -> None:
    words = TEXT.split()
    for at in range(len(words) - 4):
        for quote in (
            " ".join((*words[at : at + 2], "odd", *words[at + 2 : at + 4])),
            " ".join((*words[at : at + 2], *words[at + 3 : at + 5])),
            " ".join((*words[at : at + 4],))[:-1] + "q",
        ):
            hint = refused(quote)[1].hint
            mine, _, theirs = hint.partition("the quotation has “")[2].partition("”, the source has “")
            assert not mine or mine != theirs.partition("”")[0]


@pytest.mark.parametrize(
    ("quote", "word"),
    [
        ("asked by the union of the textile mills", "textile"),
        ("sold 61.4 tonnes", "61.4"),
        ("“We don’t know,” said", "don’t"),
    ],
)
def test_the_caret_is_at_the_word(quote: str, word: str) -> None:
    located, _ = refused(quote)
    assert located.source_line[located.spot.column - 1 :].startswith(word)


def test_the_caret_is_at_the_word_of_a_quotation_in_the_prose() -> None:
    summary = "The union is of textile mills [@a “the union of the textile mills”]."
    located, _ = refused("We do not know", summary=summary)
    assert located.source_line[located.spot.column - 1 :].startswith("textile mills”]")


def test_straight_marks_in_a_quotation_of_the_prose() -> None:
    summary = 'He said so [@a "He said "We do not know" then"].'
    _, problem = refused("We do not know", summary=summary)
    assert "straight quotation marks in a quotation" in problem.message
    assert "“ ”" in problem.hint


def test_messages_are_bounded() -> None:
    _, problem = refused("no such words " * 9_000)
    assert len(problem.message) <= LONGEST
    assert len(problem.hint) <= LONGEST
    long = BAD_DATE.at(Place("b.yml"), f"`{'x' * 100_000}` is no date, and the end is told", hint="y" * 1_000)
    assert len(long.message) < LONGEST / 2
    assert long.message.endswith("the end is told")
    assert len(long.hint) == LONGEST
    assert bounded("short “" + "z" * 90 + "”") == "short “" + "z" * 90 + "”"
    assert {code for code, rule in ALL.items() if len(rule.remedy) > LONGEST} == set()


def many(count: int) -> list[Located]:
    problem = BAD_DATE.at(Place("b.yml"), "a fault")
    return [Located(Spot("b.yml", n + 1, 1), problem, (), "") for n in range(count)]


@pytest.mark.parametrize(
    ("count", "shown", "rest"), [(20, 20, ""), (21, 20, "and 1 more"), (805, 20, "and 785 more")]
)
def test_a_file_shows_twenty_problems_of_a_code(count: int, shown: int, rest: str) -> None:
    stream = io.StringIO()
    printing.people(many(count), Console(file=stream, width=200, highlight=False))
    for text in (stream.getvalue(), printing.plain(many(count)), printing.github(many(count))):
        assert text.count("a fault") == shown
        assert ("more" in text) == bool(rest)
        assert rest in text
    assert printing.as_json(many(count)).count("a fault") == count
