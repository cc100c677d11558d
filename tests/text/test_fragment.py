"""Text Fragments: which words of a passage they are made of, and how they are written."""

from __future__ import annotations

import pytest
from mkdocs_briefings.text.fragment import with_fragment

RAW = (
    "One, two-three & four.\nA second line of the text, which is here.\nEnd\n"
    + " ".join(f"w{n}" for n in range(30))
    + "\n"
)


def fragment(*parts: str) -> str:
    spans = [(RAW.index(part), RAW.index(part) + len(part)) for part in parts]
    return with_fragment("https://example.org/a", RAW, spans).partition("#:~:text=")[2]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("two-three & four.",), "two%2Dthree%20%26%20four."),
        (("One, two-three",), "One%2C%20two%2Dthree"),
        (("w1 w2", "w7 w8"), "w1%20w2"),
        (("One, two", "second line of the text"), "second%20line%20of%20the%20text"),
        (("two-three & four.\nA second line",), "two%2Dthree%20%26%20four.,A%20second%20line"),
        (("text, which is here.\nEnd",), "text%2C%20which%20is%20here."),
        ((" ".join(f"w{n}" for n in range(30)),), "w0%20w1%20w2%20w3%20w4%20w5%20w6%20w7,w22%20w23%20w24%20w25%20w26%20w27%20w28%20w29"),
    ],
)  # fmt: skip
def test_a_fragment_is_made_of_lines_of_the_passage(parts: tuple[str, ...], expected: str) -> None:
    assert fragment(*parts) == expected


def test_an_address_keeps_the_place_that_it_has() -> None:
    assert (
        with_fragment("https://example.org/a?b=c#d", RAW, [(0, 3)])
        == "https://example.org/a?b=c#d:~:text=One"
    )
