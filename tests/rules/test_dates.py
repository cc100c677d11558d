"""Dates that do not fit, and printed words that are not there, are told at their place."""

from __future__ import annotations

import pytest

from tests.desks import made, source, told, yaml

TEXT = "Before it, all was calm. The rule came on Friday, said one. It was new. Far off it ended in May.\nAD\nThe end."


def faults(**claim: object) -> list[str]:
    entry = {"text": "The rule came.", "quote": "The rule came", **claim}
    return told(
        made(
            {
                "seeds/a.txt": source(TEXT, skip={"caption": "AD"}),
                "briefings/2026-01-01-b.yml": yaml(title="B", sources=["a"], summary="It came [@it].", claims={"it": entry}),
            }
        )
    )  # fmt: skip


def test_a_date_that_does_not_fit() -> None:
    assert faults(date="2026-01-23", printed="on Friday") == []
    [fault] = faults(date="2026-01-22", printed="on Friday")
    assert fault == (
        "date-mismatch claims.it.date: 22 January 2026, a Thursday, does not match “on Friday”; “on Friday”: 24 January 2026, "
        "when the article was published, is a Saturday; the Friday before it is 23 January 2026"
    )


def test_without_printed_the_passage_counts() -> None:
    [fault] = faults(date="2026-01-22", quote="The rule came on Friday")
    assert fault.startswith("date-mismatch claims.it.date: 22 January 2026")


def test_the_hint_tells_what_fits() -> None:
    entry = {"text": "It came.", "quote": "The rule came", "printed": "on Friday", "date": "2026-01-22"}
    page = yaml(title="B", sources=["a"], summary="It came [@it].", claims={"it": entry})
    [problem] = made({"seeds/a.txt": source(TEXT), "briefings/2026-01-01-b.yml": page}).problems
    assert problem.hint.startswith("These dates would match: `2026-01-23`.")
    assert [place.loc[-1] for place in problem.related] == ["printed"]


@pytest.mark.parametrize(
    "words", ["on Friday", "on  Friday", "came […] Friday", "all was calm", "It was new", "new"]
)
def test_printed_stands_in_or_beside_the_passage(words: str) -> None:
    assert faults(printed=words) == []


@pytest.mark.parametrize(
    "words", ["on friday", "on Saturday", "in May", "on Fri", "calm […] Saturday", "[…]"]
)
def test_printed_that_stands_elsewhere(words: str) -> None:
    assert faults(printed=words) == [
        f"printed-not-found claims.it.printed: “{words}” is neither in the passage nor next to it"
    ]


def test_lines_that_state_nothing_are_no_neighbours() -> None:
    assert faults(quote="Far off it ended", printed="The end") == []
    assert len(faults(quote="Far off it ended", printed="AD")) == 1


def of_article(quote: str, lang: str, published: str, **claim: object) -> list[str]:
    entry = {"text": "It is so.", "quote": quote, **claim}
    page = yaml(title="B", lang=lang, sources=["a"], summary="It is so [@it].", claims={"it": entry})
    article = source(f"A first line.\n\n{quote}.\n", lang=lang, published=published)
    return [
        one
        for one in told(made({"seeds/a.txt": article, "briefings/2026-01-01-b.yml": page}))
        if "date-" in one
    ]


@pytest.mark.parametrize(
    ("quote", "lang", "printed"),
    [
        ("Quien pague antes del 31 de agosto paga menos", "es", "antes del 31 de agosto"),
        ("Wer vor dem 31. August zahlt, zahlt weniger", "de", "vor dem 31. August"),
        ("Qui paie avant le 31 août paie moins", "fr", "avant le 31 août"),
        ("Whoever pays before 31 August pays less", "en", "before 31 August"),
        ("8月31日より前に払えば安い", "ja", "8月31日より前"),
        ("8月31日之前付款可优惠", "zh", "8月31日之前"),
    ],
)
def test_before_a_day_ends_on_the_day_before_it_or_on_it(quote: str, lang: str, printed: str) -> None:
    for date in ("..2026-08-30", "..2026-08-31"):
        assert of_article(quote, lang, "2026-07-15", date=date, printed=printed) == []
    if lang != "en":  # the proofs of English dates take any day before
        assert of_article(quote, lang, "2026-07-15", date="..2026-08-25", printed=printed) != []


def test_a_month_may_lie_ahead_where_the_words_or_the_editor_say_so() -> None:
    about: dict[str, object] = {"lang": "en", "published": "2025-10-09", "printed": "in December"}
    assert of_article("She did not rule out a cut in December", date="2025-12", **about) == []  # type: ignore[arg-type]
    assert (
        of_article(
            "The cut of December", date="2025-12", printed="December", lang="en", published="2025-10-09"
        )
        != []
    )
    why = "The December after the article."
    assert (
        of_article("The cut of December", "en", "2025-10-09", date="2025-12", printed="December", why=why)
        == []
    )
    assert (
        of_article("The cut of December", "en", "2025-10-09", date="2026-12", printed="December", why=why)
        != []
    )


@pytest.mark.parametrize(
    ("quote", "right", "wrong", "lang"),
    [
        ("1号機は昨年6月に爆発し、2号機も今年2月に失敗した", "1号機は2025年6月に爆発した", "1号機は2025年2月に爆発した", "ja"),
        ("一号机去年6月爆炸，二号机今年2月失败", "一号机2025年6月爆炸", "一号机2025年2月爆炸", "zh"),
        ("Im Juni vergangenen Jahres brannte es", "Im Juni 2025 brannte es", "Im Juni 2024 brannte es", "de"),
        ("El Gobierno decide en otoño", "Decide en otoño de 2026", "Decide en otoño de 2028", "es"),
        ("Die Regierung entscheidet im Herbst", "Sie entscheidet im Herbst 2026", "Sie entscheidet im Herbst 2028", "de"),
        ("Le gouvernement décidera en automne", "Il décidera en automne 2026", "Il décidera en automne 2028", "fr"),
        ("The government will decide in autumn", "It will decide in autumn 2026", "It will decide in autumn 2028", "en"),
    ],
)  # fmt: skip
def test_a_year_follows_from_the_word_beside_a_month_or_from_a_season(
    quote: str, right: str, wrong: str, lang: str
) -> None:
    def found(sentence: str) -> list[str]:
        claims = {"it": {"text": "It.", "quote": quote}}
        page = yaml(title="B", lang=lang, sources=["a"], summary=f"{sentence} [@it].", claims=claims)
        article = source(f"A first line.\n\n{quote}.\n", lang=lang, published="2026-07-15")
        desk = made({"seeds/a.txt": article, "briefings/2026-01-01-b.yml": page})
        return [p.rule.code for p in desk.problems if p.rule.code == "unsupported-date"]

    assert found(right) == []
    assert found(wrong) == ["unsupported-date"]


@pytest.mark.parametrize(
    ("right", "wrong", "lang"),
    [("公表の11日前に報告した", "公表の13日前に報告した", "ja")],
)
def test_days_before_are_counted_between_the_dates_of_claims(right: str, wrong: str, lang: str) -> None:
    text = "同社は2日に公表した。庁には5月22日に報告した"

    def found(sentence: str) -> list[str]:
        claims = {
            "one": {
                "text": "公表した。",
                "quote": "同社は2日に公表した",
                "date": "2026-06-02",
                "printed": "2日",
            },
            "two": {
                "text": "報告した。",
                "quote": "庁には5月22日に報告した",
                "date": "2026-05-22",
                "printed": "5月22日",
            },
        }
        page = yaml(title="B", lang=lang, sources=["a"], summary=f"{sentence} [@one; @two].", claims=claims)
        article = source(f"初めの行。\n\n{text}。\n", lang=lang, published="2026-06-03")
        desk = made({"seeds/a.txt": article, "briefings/2026-01-01-b.yml": page})
        return [p.rule.code for p in desk.problems if p.is_error]

    assert found(right) == []
    assert len(found(wrong)) == 1
