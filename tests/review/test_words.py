"""What changed between two versions of a text, and what of it turns what it says."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.review import word_changes

from tests.growth import grows_with_its_input

TEXTS = st.lists(
    st.sampled_from(["the", "rule", "not", "hurts", "no", "Acme", "5", "sales."]), max_size=12
).map(" ".join)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_the_kept_words_and_those_of_one_side_are_that_side(old: str, new: str) -> None:
    parts = word_changes.differences(old, new)
    for side, fate in ((old, "lost"), (new, "gained")):
        assert [word for part in parts if part.fate in {"kept", fate} for word in part.words] == side.split()
    assert all(one.fate != two.fate for one, two in itertools.pairwise(parts))
    assert (old.split() == new.split()) == all(part.fate == "kept" for part in parts)


def test_long_texts_cost_no_square() -> None:
    def work(size: int) -> None:
        parts = word_changes.differences("a " * size + "x " * size, "a " * size + "y " * size)
        assert [part.fate for part in parts] == ["kept", "lost", "gained"]

    grows_with_its_input(work, 30_000)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("The rule would not hurt it.", "The rule would hurt it.", "A negation was removed: “not”."),
        ("It hurts.", "It doesn’t hurt.", "A negation was added: “doesn't”."),
        ("It refused to sell.", "It agreed to sell.", "A negation was removed: “refused”."),
        (
            "A did not say B sold.",
            "A did say B sold not.",
            "A negation was moved or reworded: “not”, now “not”.",
        ),
        ("It does not sell.", "It does not buy.", ""),
        ("It refuses to sell.", "It will refuse to sell.", ""),
        ("", "", ""),
    ],
)
def test_negations_of_two_versions(old: str, new: str, told: str) -> None:
    assert word_changes.negation_change(old, new) == told


@pytest.mark.parametrize(
    ("text", "passages", "told"),
    [
        (
            "It sold chips.",
            ["It did not sell chips"],
            "The passage has a negation (“not”); the sentence does not.",
        ),
        ("It sold no chips.", ["It sold chips"], "The sentence has a negation (“no”); the passage does not."),
        ("It sold no chips.", ["It did not sell chips", "It sold chips"], ""),
        ("It sold chips.", ["It did not sell chips", "It sold chips"], ""),
        ("It sold no chips.", [], ""),
    ],
)
def test_negations_against_passages(text: str, passages: list[str], told: str) -> None:
    assert word_changes.negation_against(text, passages) == told


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("It sold 5 chips.", "It sold 50 chips.", True),
        ("It sold five chips.", "It sold 5 chips.", False),
        ("It was on 3 March 2026.", "It was on 4 March 2026.", True),
        ("It was on 3 March 2026.", "On 3 March 2026 it was.", False),
        ("It cost $5.", "It cost 5 euros.", True),
    ],
)
def test_figures(old: str, new: str, *, changed: bool) -> None:
    assert word_changes.figures_change(old, new) is changed
