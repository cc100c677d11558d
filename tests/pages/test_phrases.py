"""How pages print the words of others."""

from __future__ import annotations

import pytest
from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.pages.phrases import in_marks


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("the office closes", "“the office closes”"),
        ("officials focused on ‘China tech threat’", "“officials focused on ‘China tech threat’”"),
        ("so-called “threats,” were dismissed", "“so-called “threats,” were dismissed”"),
        ("“The US’ move is wrong", "“The US’ move is wrong"),
        ('he called it "a threat"', 'he called it "a threat"'),
        ("„Nein“, sagte er", "„Nein“, sagte er"),
    ],
)
def test_marks_are_never_doubled_and_the_words_stay_as_they_are(words: str, shown: str) -> None:
    assert in_marks(messages("en"), words) == shown
