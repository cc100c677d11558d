"""A quotation that is cut inside a number, behind its sign or a negation is refused; what readers cannot see is alike."""

from __future__ import annotations

import pytest
from mkdocs_briefings.text.quotation import Match, Miss, Missed, find, prepare, words


def missed(raw: str, quotation: str) -> Miss | None:
    found = find(prepare(raw), quotation)
    return found.kind if isinstance(found, Missed) else None


@pytest.mark.parametrize(
    ("raw", "quotation", "kind"),
    [
        ("It fell by -5 percent then.", "5 percent", Miss.PART_OF_WORD),
        ("It fell by −5 percent then.", "5 percent", Miss.PART_OF_WORD),
        ("It fell by -5 percent then.", "-5 percent", None),
        ("It cost $12.50 then.", "12.50 then", Miss.PART_OF_WORD),
        ("It cost €1 200 000 then.", "200 000 then", Miss.PART_OF_WORD),
        ("It cost €1 200 000 then.", "€1 200", Miss.PART_OF_WORD),
        ("It cost €1\u202f200\u202f000 then.", "€1 200 000", None),
        ("It took 40–50 people then.", "50 people", Miss.PART_OF_WORD),
        ("It took 40–50 people then.", "took 40", Miss.PART_OF_WORD),
        ("It fell by 5 percent then.", "It fell by 5", Miss.PART_OF_WORD),
        ("It fell by 5% then.", "It fell by 5", Miss.PART_OF_WORD),
        ("It made 5 million then.", "It made 5", Miss.PART_OF_WORD),
        ("It took 5 people in 2024.", "It took 5", None),
        ("It has 1,200 staff.", "200 staff", Miss.PART_OF_WORD),
        ("In 2024 200 people left.", "200 people left", None),
        ("A not-for-profit firm left.", "for-profit firm", Miss.PART_OF_WORD),
        ("They have not yet prevented it.", "prevented it", Miss.NEGATION_BESIDE),
        ("It was never fully approved.", "approved", Miss.NEGATION_BESIDE),
        ("It is unlikely to change soon.", "change soon", Miss.NEGATION_BESIDE),
        ("It is not indicated what was given.", "what was given", Miss.NEGATION_BESIDE),
        ("It is not new, what was given.", "what was given", None),
        ("The firm may perhaps, they say, close it.", "The firm […] close it", Miss.GAP_SWALLOWS_NEGATION),
        ("The firm, in May, will close it.", "The firm […] will close it", None),
        ("公司可能会关闭工厂。", "公司 […] 关闭工厂", Miss.GAP_SWALLOWS_NEGATION),
    ],
)
def test_cuts(raw: str, quotation: str, kind: Miss | None) -> None:
    assert missed(raw, quotation) == kind


@pytest.mark.parametrize(
    ("raw", "quotation", "printed"),
    [
        ("Of\ufb01cials con\ufb01rmed it.", "Officials confirmed", "Of\ufb01cials con\ufb01rmed"),
        ("The \u200efirm\u200f left.", "The firm left", "The \u200efirm\u200f left"),
        ("The \u2066firm\u2069 left.", "firm left", "firm\u2069 left"),
        (
            "\ufee3\ufeae\ufea3\ufe92\ufe8e",
            "\u0645\u0631\u062d\u0628\u0627",
            "\ufee3\ufeae\ufea3\ufe92\ufe8e",
        ),
        (
            "The sanc-\ntions of the US-\nChina row in 2025-\n26 end.",
            "sanctions of the US-China row in 2025-26",
            None,
        ),
        ("The sanc-\ntions end.", "The sanc- tions end", "The sanctions end"),
        ("The long-\nterm plan.", "The long-term plan", "The longterm plan"),
        ("The long-\nterm plan.", "The long term plan", "The longterm plan"),
        ("The sanc\u00ad\ntions end.", "The sanctions end", "The sanctions end"),
    ],
)
def test_what_cannot_be_seen_is_alike(raw: str, quotation: str, printed: str | None) -> None:
    text = prepare(raw)
    found = find(text, quotation)
    assert isinstance(found, Match), found
    if printed is not None:
        assert words(text, found) == (printed,)


def test_a_hyphen_inside_a_line_is_no_break() -> None:
    assert missed("The sanc-tions end.", "The sanctions end") is Miss.NOT_FOUND
    assert missed("It fell -\n5 percent.", "5 percent") is None
