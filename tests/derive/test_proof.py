"""A date fits what the source prints, or it is refused; the arithmetic is shown."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mkdocs_briefings.derive.date_proof import Proof, proofs, prove
from mkdocs_briefings.derive.printed_times import read
from mkdocs_briefings.model.dates import MONTHS, WEEKDAYS
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.file import parse
from mkdocs_briefings.resolve import resolve

from tests.desks import source, tree, yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.model.corpus import Corpus

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


def made(files: Mapping[str, bytes]) -> Corpus:
    """Resolve a desk, without making its pages."""
    parsed = (parse(path, data, Settings()) for path, data in sorted(files.items()))
    return resolve([one for one in parsed if one])[0]


def desk(
    sentence: str, *, printed: str = "", published: str | None = "2026-01-24", at: str = "", **claims: object
) -> dict[str, Proof]:
    claim = {
        "text": "It happened.",
        "quote": sentence,
        **{k: v for k, v in (("printed", printed), ("at", at)) if v},
    }
    entries = {
        name: {**claim, "date": value} if isinstance(value, str) else value for name, value in claims.items()
    }
    corpus = made(
        tree(
            {
                "seeds/a.txt": source(sentence, published=published),
                "briefings/2026-01-01-b.yml": yaml(
                    title="B", sources=["a"], summary="It happened [@it].", claims=entries
                ),
            }
        )
    )
    return dict(proofs(corpus))


def proof(
    words: str,
    date: str,
    published: str | None = "2026-01-24",
    *,
    before: str = "It happened ",
    after: str = ".",
) -> Proof | None:
    return desk(f"{before}{words}{after}", printed=words, published=published, it=date).get("b#it")


# Words, when they were published (Saturday 24 January 2026 if not given), what fits, what does not.
@pytest.mark.parametrize(
    ("words", "published", "fitting", "wrong"),
    [
        ("on Friday", "2026-01-24", "2026-01-23 2026-01-23? 2026-01 2026-01-22..2026-01-23", "2026-01-22 2026-01-16 2026-01-30 2025"),
        ("on FRIDAY local time", "2026-01-24T14:56", "2026-01-23", "2026-01-24"),
        ("Saturday", "2026-01-24", "2026-01-24", "2026-01-17 2026-01-23"),
        ("this Tuesday", "2025-06-10..2025-06-16", "2025-06-10", "2025-06-09 2025-06-11 2026-06-10"),
        ("on Tuesday", "2020-02-05..2020-02-10", "2020-02-04", "2020-02-05 2020-02-11 2020-01-28"),
        ("on Tuesday", "2020-02", "2020-02-04 2020-02-25 2020-01-28", "2020-02-05 2020-01-21 2020-03-03"),
        ("last Friday", "2026-01-24", "2026-01-23 2026-01-16", "2026-01-09 2026-01-22"),
        ("next Friday", "2026-01-24", "2026-01-30 2026-02-06", "2026-01-23 2026-02-13"),
        ("Tuesday last week", "2026-01-24", "2026-01-13", "2026-01-20 2026-01-14"),
        ("last week, on Tuesday", "2026-01-24", "2026-01-13", "2026-01-20 2026-01-14"),
        ("on Friday", None, "2026-01-23 2019-05-10", "2026-01-22 2026-01-24"),
        ("yesterday", "2026-01-24", "2026-01-23", "2026-01-24 2026-01-22"),
        ("today", "2026-01-24", "2026-01-24", "2026-01-23"),
        ("tomorrow", "2026-01-24", "2026-01-25", "2026-01-24"),
        ("last week", "2026-01-24", "2026-01-11..2026-01-18 2026-01-12 2026-01-18 2026-01", "2026-01-10 2026-01-19 2025-12 2026-01-12..2026-01-20"),
        ("this week", "2026-01-24", "2026-01-18 2026-01-25", "2026-01-17 2026-01-26"),
        ("next week", "2026-01-24", "2026-01-25 2026-02-01", "2026-01-24 2026-02-02"),
        ("earlier this week", "2026-01-24", "2026-01-18..2026-01-23 2026-01-24", "2026-01-17 2026-01-25"),
        ("later this month", "2026-01-24", "2026-01-24 2026-01-31 2026-01", "2026-01-23 2026-02-01"),
        ("earlier this year", "2026-03-10", "2026-02 2026-01-05", "2025-12 2026-04"),
        ("last month", "2026-01-24", "2025-12 2025-12-31", "2026-01 2025-11 2024-12"),
        ("next month", "2025-12-31", "2026-01 2026-01-31", "2025-12 2026-02"),
        ("last year", "2026-01-24", "2025 2025-06 2025-12-31", "2024 2026 2026-01"),
        ("last year", "2025-12..2026-01", "2024 2025", "2023 2026"),
        ("this year", "2026-01-24", "2026 2026-01-01", "2025 2027"),
        ("next year", "2026-01-24", "2027", "2026 2028"),
        ("two weeks ago", "2026-01-24", "2026-01-07", "2026-01-14"),
        ("three days ago", "2026-01-24", "2026-01-21", "2026-01-20 2026-01-22"),
        ("two years ago", "2026-01-24", "2024", "2023 2025"),
        ("in September", "2024-10-08..2024-10-15", "2024-09 2024-09-12", "2023-09 2024-10 2025-09"),
        ("In May", "2020-02-05..2020-02-10", "2019-05", "2020-05 2018-05 2019-06"),
        ("in January", "2025-06-10..2025-06-16", "2025-01", "2024-01 2026-01"),
        ("last April", "2025-06-10..2025-06-16", "2025-04 2024-04 ..2025-04", "2023-04 2025-05 ..2025-05"),
        ("last December", "2026-01-24", "2025-12", "2024-12 2026-12"),
        ("next April", "2025-06-10", "2026-04", "2025-04 2027-04"),
        ("this April", "2025-06-10", "2025-04", "2024-04 2026-04"),
        ("in May last year", "2026-01-24", "2025-05", "2024-05 2026-05"),
        ("on September 23", "2024-10-08..2024-10-15", "2024-09-23 2024-09", "2024-09-22 2023-09-23 2025-09-23"),
        ("Feb. 28", "2020-03-10", "2020-02-28", "2020-02-29 2019-02-28"),
        ("29 February", "2026-01-24", "2024-02-29", "2020-02-29 2024-02-28"),
        ("On Tuesday, October 8th", "2024-10-08..2024-10-15", "2024-10-08", "2019-10-08 2023-10-08 2024-10-09"),
        ("On Monday, October 8th", "2024-10-08..2024-10-15", "", "2024-10-08 2024-10-07 2024-10 2018-10-08"),
        ("On Tuesday, October 8th", None, "2024-10-08 2019-10-08", "2023-10-08 2024-10-09 2024-10-15"),
        ("Tues., Oct. 8, 2024", None, "2024-10-08 2024-10", "2024-10-09 2024-10-15"),
        ("Monday, Oct. 8, 2024", None, "", "2024-10-08 2024-10-07"),
        ("the 8th of October 2024", None, "2024-10-08", "2024-10-18"),
        ("8–15 October 2024", None, "2024-10-08/2024-10-15 2024-10-09 2024-10", "2024-10-16 2024-10-07..2024-10-09"),
        ("2025-01-20", None, "2025-01-20 2025-01", "2025-01-21 2024-01-20"),
        ("early January 2025", None, "2025-01-01..2025-01-10 2025-01-07 2025-01", "2025-01-11 2024-12 2025-01-05..2025-01-15"),
        ("mid-January", "2026-03-01", "2026-01-11..2026-01-20 2026-01", "2026-01-10 2025-01-15"),
        ("late January 2025", None, "2025-01-31 2025-01-21", "2025-01-20 2025-02"),
        ("at the end of 2024", None, "2024-12 2024", "2024-03 2025"),
        ("for the majority of 2023", None, "2023 2023-03", "2022 2024"),
        ("until February 1, 2025", None, "2025-02-01 ..2025-02-01 2025-01-15..2025-02-01 2025-02", "2025-02-02 ..2025-03-01 2025-01-15 2025-01"),
        ("by January 20, 2025", None, "..2025-01-20 2025-01-20", "..2025-01-21 2025-01-19 ..2026-01-20"),
        ("by the end of March", "2026-01-24", "..2026-03-31 2026-03", "..2026-04-30 ..2026-02"),
        ("before July 2024", None, "..2024-06 2024-03 ..2024-07", "..2024-08 2024-08-01"),
        ("Since taking office in January", "2025-06-10..2025-06-16", "2025-01..2025-06-16 2025-05 2025-01..", "2024-12 2024-12-31"),
        ("after March 2025", None, "2025-04 2025-03-31 2025-04..", "2025-02 2024"),
        ("starting in 2027", None, "2027 2027.. 2027-06/2030", "2026 2028 2026.."),
        ("in 2030 or by January 2029", None, "2029-01..2030 2030 2029-01", "2031 2028 2029-01..2031"),
        ("from January to March 2025", None, "2025-01/2025-03 2025-02 2025-01", "2024-01/2025-03 2025-04 2024-01"),
        ("in September and October 2024", None, "2024-09 2024-10 2024-09..2024-10", "2023-09 2024-11"),
    ],
)  # fmt: skip
def test_words(words: str, published: str | None, fitting: str, wrong: str) -> None:
    for date in fitting.split():
        found = proof(words, date, published)
        assert found is not None, date
        assert found.fits, (date, found)
        assert not found.mismatch
    for date in wrong.split():
        found = proof(words, date, published)
        assert found is not None, date
        assert not found.fits, (date, found)
        assert found.mismatch
        assert found.steps


@pytest.mark.parametrize(
    "words",
    [
        "shortly after", "recently signed", "comes after", "at the end of President Biden’s term", "it may be", "a march on",
        "over the last week", "$2025", "2,024 cars", "in fiscal 2025", "the 2027 model year", "on Black Friday", "30 February", "1.2024",
        "the following day", "sat down",
    ],
)  # fmt: skip
def test_what_is_not_understood_proves_nothing(words: str) -> None:
    assert proof(words, "2026-01-20") is None


def test_relative_words_need_a_day_to_count_from() -> None:
    assert proof("last week", "2026-01-12", None) is None
    assert proof("last week", "2026-01-12", "2026..") is None


def test_other_languages_are_left_alone() -> None:
    text = source("Es geschah am 3 March 2025.", lang="de")
    claim = {"text": "So.", "quote": "Es geschah", "printed": "3 March 2025", "date": "2024"}
    page = yaml(title="B", sources=["a"], summary="So [@it].", claims={"it": claim})
    corpus = made(tree({"seeds/a.txt": text, "briefings/2026-01-01-b.yml": page}))
    assert prove(corpus, corpus.claims["b#it"]) is None


@pytest.mark.parametrize(
    ("words", "date", "published", "step"),
    [
        ("on Friday", "2026-01-23", "2026-01-24", "“on Friday”: 24 January 2026, when the article was published, is a Saturday; the Friday before it is 23 January 2026."),
        ("on Saturday", "2026-01-24", "2026-01-24", "“on Saturday”: 24 January 2026, when the article was published, is a Saturday."),
        ("on Tuesday", "2020-02-04", "2020-02-05..2020-02-10", "“on Tuesday”: the article was published between 5 and 10 February 2020; the Tuesday before it or on its day is 4 February 2020."),
        ("last week", "2026-01-12", "2026-01-24", "“last week”: the week before 24 January 2026, when the article was published, is 11 to 17 January 2026 (weeks from Sunday) or 12 to 18 January 2026 (from Monday)."),
        ("last year", "2025", "2026-01-24", "“last year”: the year before 2026 is 2025."),
        ("last April", "2025-04", "2025-06", "“last April”: the April before the article, published in June 2025, is April 2025."),
        ("last April", "2024-04", "2025-06", "“last April”: the April of the year before the article, published in June 2025, is April 2024."),
        ("in May", "2019-05", "2020-02-10", "“in May”: no year is printed; the last May up to 10 February 2020, when the article was published, is that of 2019."),
        ("Friday, 23 January 2026", "2026-01-23", None, "“Friday, 23 January 2026”: 23 January 2026 is a Friday."),
        ("Friday, 24 January 2026", "2026-01-24", None, "“Friday, 24 January 2026”: 24 January 2026 is a Saturday, not a Friday."),
    ],
)  # fmt: skip
def test_steps(words: str, date: str, published: str | None, step: str) -> None:
    found = proof(words, date, published)
    assert found
    assert found.told == step


def test_a_date_that_stands_there_in_full_needs_no_arithmetic() -> None:
    assert proof("January 20, 2025", "2025-01-20") == Proof("b#it", (), fits=True)


def test_a_weekday_without_a_year_tells_the_year() -> None:
    text = ". The aim is to end by January 20, 2025. Photo of 3 March 2026."
    found = proof("On Tuesday, October 8th", "2024-10-08", "2024-10-08..2024-10-15", before="", after=text)
    assert found
    assert "of the years 2018–2026 only 2019 and 2024 fit;" in found.told
    assert found.told.endswith("; the text looks ahead to 20 January 2025.")


def test_what_is_to_come_lies_ahead() -> None:
    past = proof("on 28 February", "2020-02-28", "2020-02-05", before="They met ")
    ahead = proof("on 28 February", "2020-02-28", "2020-02-05", before="They will meet ")
    assert (past and past.fits, ahead and ahead.fits) == (False, True)
    ahead = proof("on Friday", "2026-01-30", before="The council meets ")
    assert ahead
    assert ahead.fits


def test_what_would_fit_is_told() -> None:
    def better(words: str, date: str) -> tuple[str, ...]:
        found = proof(words, date)
        return found.would_fit if found else ()

    assert better("on Friday", "2026-01-22") == ("2026-01-23",)
    assert better("last week", "2026-01-22") == ("2026-01-11..2026-01-18",)
    assert better("last month", "2026-01") == ("2025-12",)
    assert better("last year", "2026") == ("2025",)
    assert better("Friday, 24 January 2026", "2026-01-24") == ()


def test_an_occasion_counts_as_well_as_the_article() -> None:
    spoken = {"text": "He spoke.", "quote": "It happened last week", "date": "2025-06-10"}

    def desk_of(date: str) -> dict[str, Proof]:
        return desk("It happened last week.", printed="last week", at="talk", it=date, talk=spoken)

    assert desk_of("2025-06-03")["b#it"].fits
    assert desk_of("2026-01-14")["b#it"].fits
    assert not desk_of("2025-06-10")["b#it"].fits


def test_the_same_month_is_that_told_before() -> None:
    def same(date: str) -> Proof | None:
        return proof("In the same month", date, "2025-06-12", before="It asked in April 2025, and paid. ")

    found = same("2025-04")
    assert found
    assert found.fits
    assert found.told == "“In the same month”: “in April 2025” stands before it: April 2025, as printed."
    assert not (wrong := same("2025-05")) or not wrong.fits


def test_a_length_of_time_counts_from_a_day_of_the_briefing() -> None:
    sentence = "It was proposed on 23 September 2024, with 30 days to comment."
    proposed = {
        "text": "It was proposed.",
        "quote": "It was proposed on 23 September 2024",
        "date": "2024-09-23",
    }

    def of(date: str) -> Proof:
        return desk(sentence, printed="30 days", it=date, proposed=proposed)["b#it"]

    assert of("2024-10-23~").told == (
        "“30 days”: 30 days from 23 September 2024 (“It was proposed”) end on 23 October 2024."
    )
    assert of("2024-10-23").fits
    assert not of("2024-10-30").fits


def test_without_printed_one_time_of_the_passage_is_enough() -> None:
    sentence = "The firm, founded in 1993, said on Friday that it grew last year."
    for date in ("1993", "2026-01-23", "2025"):
        found = desk(sentence, it=date)["b#it"]
        assert found.fits, date
        assert len(found.steps) <= 1
    assert not desk(sentence, it="2026-01-22")["b#it"].fits
    assert "b#it" not in desk("The 2022 rules may end in 30 days.", it="2026-01-22")


def test_words_are_read_once_and_in_order() -> None:
    found = read("On Tuesday, October 8th, and again last week; in 2030 or by January 2029")
    assert [one.words for one in found] == [
        "On Tuesday, October 8th",
        "last week",
        "in 2030",
        "by January 2029",
    ]


@settings(deadline=None)
@given(day=DAYS, other=st.integers(1, 6), known=st.booleans())
def test_another_weekday_is_refused(day: dt.date, other: int, known: bool) -> None:
    published = (day + dt.timedelta(2)).isoformat() if known else None
    right, wrong = WEEKDAYS[day.weekday()], WEEKDAYS[(day.weekday() + other) % 7]
    for form in ("on {w}", "{w}, {d} {m} {y}", "{w}, {m} {d}"):
        for name, fits in ((right, True), (wrong, False)):
            words = form.format(w=name, d=day.day, m=MONTHS[day.month - 1], y=day.year)
            found = proof(words, day.isoformat(), published)
            assert found is not None
            assert found.fits is fits, words


@settings(deadline=None)
@given(day=DAYS, by=st.integers(1, 6), back=st.booleans(), first=st.integers(0, 6), more=st.integers(0, 40))
def test_a_shifted_day_is_refused(day: dt.date, by: int, back: bool, first: int, more: int) -> None:
    published = f"{day + dt.timedelta(first)}..{day + dt.timedelta(first + more)}"
    words = f"on {WEEKDAYS[day.weekday()]}"
    found = proof(words, day.isoformat(), published)
    assert found
    assert found.fits
    shifted = proof(words, (day + dt.timedelta(-by if back else by)).isoformat(), published)
    assert shifted
    assert not shifted.fits


WORDS = """
on in last next this early late by since Monday May March week year 8 2024 2024-02 29 99 or to ago two days the same month
October
"""


@settings(deadline=None)
@given(
    words=st.lists(st.sampled_from(WORDS.split())).map(" ".join),
    date=st.sampled_from(["1000", "9999-12-31", "..2024", "2024..", "2024-02-29~"]),
)
@example(words="Monday May 29", date="1000")
def test_no_words_break_it(words: str, date: str) -> None:
    for published in ("1000-01-01", "9999-12-31", "..2024", None):
        proof(words or "x", date, published)
