"""Sentences are told apart as a reader would."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.text.sentences import sentences

from tests.sampling import examples


def split(raw: str, *, wrapped: bool | None = None) -> list[str]:
    return [raw[start:end] for start, end in sentences(raw, wrapped=wrapped)]


# `|` stands where one sentence ends and the next begins.
@pytest.mark.parametrize(
    "marked",
    [
        "It left. |She stayed. |Why? |Go! |End",
        "Exports fell 5.5 percent to $5.5 billion. |They rose.",
        "The U.S. Treasury acted. |In the U.S. market it fell.",
        "It has no business in the U.S. |The firm said so.",
        "At 9 a.m. Eastern it began. |It ended at 5 p.m. |Then all left.",
        "Mr. Ross met Sen. Warren and Dr. J. Smith. |They spoke.",
        "Apple Inc. China chief left. |It was Tideco Co. Ltd. |However, it stayed.",
        "On Jan. 5 it rose, e.g. Monday vs. Tuesday, i.e. Today. |No. 5 won. |He said no. |She left.",
        "Read Marketplace.org. |Or Node.js now.",
        "He said, “It is over.” |“Is it?” she asked. |“It is!” |She left.",
        "It is over (he said so.) |Then it began.",
        "It waits… |Then goes. |It … waits ... for you.",
        "“We […] agree. |We do.”",
        "他说可以。|“真的吗？”|是的！|好。",
        "「行く。」と述べた。|次の文。",
        "Facts.[1] |More facts.[12][13] |End.",
        "Is it so?! |Yes.",
        "यह सच है। |वह गया।",
    ],
)
def test_sentences_within_a_line(marked: str) -> None:
    assert split(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Headline\nText runs. On.\n\nNext", ["Headline", "Text runs.", "On.", "Next"]),
        ("Head\r\n\r\nText\r\nMore", ["Head", "Text", "More"]),
        (
            "Takeaways\n- China protests.\n- New rules\n• Last",
            ["Takeaways", "China protests.", "New rules", "Last"],
        ),
        ("- Advertisement -\n- Advertisement -\n---\n* * *", ["Advertisement"] * 2),
        ("1. First.\n2. Second.", ["1. First.", "2. Second."]),
        ("A well-\nknown fact – as said –", ["A well-", "known fact – as said"]),
        (" \n\t ", []),
        ("", []),
    ],
)
def test_lines_end_sentences(raw: str, expected: list[str]) -> None:
    assert split(raw) == expected


WRAPPED = """\
The department withdrew the rule, officials said, after months of debate
between the agencies that had drafted it. It may return. The ministry
declined to comment on the matter.

- One item of the list that is long enough to be broken over two lines by
  whoever wrote it
- Another
"""


def test_lines_broken_to_a_width_run_on() -> None:
    assert [" ".join(sentence.split()) for sentence in split(WRAPPED)] == [
        "The department withdrew the rule, officials said, after months of debate between the agencies that had drafted it.",
        "It may return.",
        "The ministry declined to comment on the matter.",
        "One item of the list that is long enough to be broken over two lines by whoever wrote it",
        "Another",
    ]


def test_lines_that_end_by_themselves_are_not_wrapped() -> None:
    lines = [
        "The department withdrew the rule on Tuesday, officials said after debate.",
        "The ministry declined to comment.",
        "It may return in another form, people familiar with the matter said then.",
    ]
    assert split("\n".join(lines)) == lines


@pytest.mark.parametrize(
    "marked",
    [
        "Marlow leaves [@a#b]. |Next [@a; @b].",
        "Marlow leaves. [@a] |Next. [@b#c; @d]",
        "Marlow leaves.\n[@a] |Next\none.",
        "Marlow\n– the head –\nleaves. |Next",
        'She left [@id "quoted. Words"]. |Next.',
        'She left. [@id "We […] go. Now! Or “never.” Go"] |Next.',
        "She left [@id “quoted. Words [...] on. And”] then. |Next.",
        "First.\n\n|Second [@a].\n- |Third\n- |[[U.S. Treasury|Treasury]] acts.".replace("y|T", "y\0T"),
    ],
)
def test_citations_in_our_prose(marked: str) -> None:
    raw = marked.replace("|", "").replace("\0", "|")
    parts = [part.strip(" \n-").replace("\0", "|") for part in marked.split("|")]
    assert split(raw, wrapped=True) == parts


TEXTS = st.lists(
    st.sampled_from(
        ["a", "U.S", "Mr", "The", " ", "\n", "\r\n", "\n\n", ".", "!", "…", "。", "”", "“", "[@a]"]
    )
    | st.sampled_from(
        ['[@b "c. D"]', "[@", '"', "[…]", "- ", "-", "– ", "1", ". ", ")", "」", "[1]", "中", "\u2029"]
    ),
    max_size=50,
).map("".join) | st.text(max_size=80)


@given(TEXTS, st.sampled_from([None, True, False]))
@settings(deadline=None, max_examples=examples(400))
def test_spans_are_ordered_and_leave_out_only_space_and_bullets(raw: str, wrapped: bool | None) -> None:
    spans = sentences(raw, wrapped=wrapped)
    bounds = [0, *itertools.chain.from_iterable(spans), len(raw)]
    assert bounds == sorted(bounds)
    for start, end in spans:
        assert start < end
        assert not raw[start].isspace()
        assert not raw[end - 1].isspace()
    left_out = "".join(raw[bounds[at] : bounds[at + 1]] for at in range(0, len(bounds), 2))
    assert not "".join(left_out.split()).strip("-*•‣◦▪·–—")
