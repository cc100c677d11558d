"""Dates: what editors may type, how it is ordered and said, and agreement with the library `edtf`."""

from __future__ import annotations

import calendar
import datetime as dt
import warnings
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from mkdocs_briefings.model import dates
from mkdocs_briefings.model.dates import Precision, Shape, parse

from tests.sampling import examples

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what the library's own imports deprecate is not ours to mend
    import edtf

if TYPE_CHECKING:
    import random


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


DAYS = st.dates(min_value=dt.date(1000, 1, 1))
PLAIN = st.builds(lambda d, length: d.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10]))
TIMED = st.builds(
    lambda d, t, seconds, zone: f"{d}T{t.isoformat(timespec='seconds' if seconds else 'minutes')}{zone}",
    DAYS,
    st.times(),
    st.booleans(),
    st.sampled_from(["", "Z", "+08:00", "-05:00", "+14:00", "-12:00"]),
)
POINTS = st.builds(str.__add__, PLAIN | TIMED, st.sampled_from(["", "", "?", "~", "%"]))
PAIRS = st.builds(
    lambda ends, mark: mark.join(sorted(ends)),
    st.lists(PLAIN, min_size=2, max_size=2),
    st.sampled_from(["/", ".."]),
).filter(dates.is_date)
OPEN = st.builds(str.format, st.sampled_from(["..{}", "{}..", "../{}", "{}/.."]), POINTS)
DATES = (POINTS | PAIRS | OPEN).map(parse)
# Texts that look like dates find more than texts of any kind.
NEARLY = st.text("0123456789-/.T:Z+?~% ", max_size=24) | st.builds(
    lambda text, at, char: text[: at % len(text)] + char + text[at % len(text) + 1 :],
    POINTS | PAIRS | OPEN,
    st.integers(0, 40),
    st.sampled_from("0123456789-/.T:Z+?~% x"),
)


SAID = [
    ("2024", "2024", "2024"),
    ("2024-10", "October 2024", "Oct 2024"),
    ("2024-10-08", "8 October 2024", "8 Oct 2024"),
    ("2024-10-08T14:56", "8 October 2024, 14:56", "8 Oct 2024, 14:56"),
    ("2024-10-08T14:56:30Z", "8 October 2024, 14:56:30 UTC", "8 Oct 2024, 14:56:30 UTC"),
    ("2024-10-08T14:56+08:00", "8 October 2024, 14:56 UTC+08:00", "8 Oct 2024, 14:56 UTC+08:00"),
    ("2024-10-23~", "about 23 October 2024", "about 23 Oct 2024"),
    ("2025-01?", "January 2025, uncertain", "Jan 2025?"),
    ("2025%", "about 2025, uncertain", "about 2025?"),
    ("2026-01-12..2026-01-18", "between 12 and 18 January 2026", "within 12–18 Jan 2026"),
    ("2025-05..2025-12", "between May and December 2025", "within May–Dec 2025"),
    ("2025-05-28..2025-06-03", "between 28 May and 3 June 2025", "within 28 May – 3 Jun 2025"),
    ("2024-01-05..2025-01-09", "between 5 January 2024 and 9 January 2025", "within 5 Jan 2024 – 9 Jan 2025"),
    ("2024..2025", "between 2024 and 2025", "within 2024–2025"),
    ("2024..2025~", "between 2024 and about 2025", "within 2024 – about 2025"),
    ("2025-01?..2025-05", "between January 2025 (uncertain) and May 2025", "within Jan 2025? – May 2025"),
    ("2025-05-12..2025-06", "between 12 May 2025 and June 2025", "within 12 May 2025 – Jun 2025"),
    ("2024-10-08..2024-10-08", "8 October 2024", "8 Oct 2024"),
    ("..2025-01-20", "by 20 January 2025", "by 20 Jan 2025"),
    ("..2025-01", "by the end of January 2025", "by the end of Jan 2025"),
    ("..2025~", "by about 2025", "by about 2025"),
    ("2024-10-08..", "on or after 8 October 2024", "8 Oct 2024 or later"),
    ("2024-10..", "in or after October 2024", "Oct 2024 or later"),
    ("2024-10/2024-12", "from October to December 2024", "Oct–Dec 2024"),
    ("2024/2024", "throughout 2024", "throughout 2024"),
    ("../2024-10", "until October 2024", "until Oct 2024"),
    ("2024-10/..", "from October 2024 on", "from Oct 2024"),
]


@pytest.mark.parametrize(("text", "words", "short"), SAID)
def test_a_date_is_said_in_words_and_short(text: str, words: str, short: str) -> None:
    assert (dates.words(parse(text)), dates.short(parse(text))) == (words, short)


@pytest.mark.parametrize(
    ("text", "shape", "earliest", "latest"),
    [
        ("2024", Shape.POINT, "2024-01-01", "2024-12-31"),
        ("2024-02", Shape.POINT, "2024-02-01", "2024-02-29"),
        ("2023-02~", Shape.POINT, "2023-02-01", "2023-02-28"),
        ("2024-10-08T23:59-12:00", Shape.POINT, "2024-10-08", "2024-10-08"),
        ("2024-05..2025", Shape.RANGE, "2024-05-01", "2025-12-31"),
        ("2024-05/2024", Shape.INTERVAL, "2024-05-01", "2024-12-31"),
        ("..2024-05", Shape.RANGE, "0001-01-01", "2024-05-31"),
        ("2024-05..", Shape.RANGE, "2024-05-01", "9999-12-31"),
        ("../2024-05", Shape.INTERVAL, "0001-01-01", "2024-05-31"),
        ("2024-05/..", Shape.INTERVAL, "2024-05-01", "9999-12-31"),
        ("1000", Shape.POINT, "1000-01-01", "1000-12-31"),
        ("9999", Shape.POINT, "9999-01-01", "9999-12-31"),
    ],
)
def test_bounds(text: str, shape: Shape, earliest: str, latest: str) -> None:
    d = parse(text)
    assert (d.shape, d.earliest, d.latest) == (shape, day(earliest), day(latest))


def test_what_is_known_of_a_date() -> None:
    d = parse(" 2024-10-08T14:56+08:00% ")
    assert (d.text, d.precision, d.time) == ("2024-10-08T14:56+08:00%", Precision.DAY, "14:56")
    assert (d.approximate, d.uncertain, d.open_start, d.open_end) == (True, True, False, False)
    assert (d.start.zone, d.end) == ("+08:00", d.start)
    d = parse("2024-10-08~..2025-01?")
    assert (d.approximate, d.uncertain, d.precision, d.time) == (True, True, Precision.MONTH, "")
    assert [parse(t).open_start for t in ("..2024", "../2024", "2024..", "2024/..")] == [
        True,
        True,
        False,
        False,
    ]
    assert [parse(t).open_end for t in ("..2024", "../2024", "2024..", "2024/..")] == [
        False,
        False,
        True,
        True,
    ]


FAULTS = [
    ("", "the date is empty"),
    (" \n", "the date is empty"),
    ("2024-02-30", "February 2024 has 29 days"),
    ("2023-02-29", "February 2023 has 28 days"),
    ("2024-04-00", "there is no day 00: April 2024 has 30 days"),
    ("2024-13", "there is no month 13"),
    ("2024-00-01", "there is no month 00"),
    ("2024-10-08..2024-13", "there is no month 13"),
    ("2024-2", "the month must have two digits: 2024-02"),
    ("2024-2-10", "the month must have two digits: 2024-02-10"),
    ("2024-2-3", "the month and the day must have two digits: 2024-02-03"),
    ("2024-10-8..2024-10-12", "the day must have two digits: 2024-10-08"),
    ("2024-10-08..2024-10-9", "the day must have two digits: 2024-10-09"),
    ("08/10/2024", "the year comes first: 2024-10-08 if 08 is the day, 2024-08-10 if 10 is"),
    ("3/4/2026", "the year comes first: 2026-04-03 if 3 is the day, 2026-03-04 if 4 is"),
    ("08.10.2024", "the year comes first"),
    ("8-10-2024", "the year comes first"),
    ("24-10-08", "the year must have four digits"),
    ("0999", "the year must have four digits, 1000 to 9999"),
    ("-0500", "the year must have four digits"),
    ("12024-10", "the year must have four digits"),
    ("2025/2024", "the range ends before it begins: 2025 is after 2024"),
    ("2024-10-08..2024-10-01", "the range ends before it begins"),
    ("2024-10-08T15:00/2024-10-08T14:00", "the range ends before it begins"),
    ("2024/10/08", "write hyphens: 2024-10-08"),
    ("20241008", "write hyphens: 2024-10-08"),
    ("2024/10", "for a month write a hyphen: 2024-10"),
    ("2024/25", "write both ends in full: 2024/2025"),
    ("2024-10-08..15", "write both ends in full: 2024-10-08..2024-10-15"),
    ("2024–2025", "a range is 2024..2025 (at some time within it) or 2024/2025 (throughout)"),
    ("2024–10–08", "use plain hyphens"),
    ("2024...2025", "a range has a single .. or /"),
    ("2024../2025", "a range has a single .. or /"),
    ("2024 .. 2025", "remove the spaces: 2024..2025"),
    ("..", "a range needs a date on at least one side"),
    ("../..", "a range needs a date on at least one side"),
    ("/", "a range needs a date on at least one side"),
    ("/2024", "an open side is written with two dots"),
    ("2024/", "an open side is written with two dots"),
    ("[2024..2025]", "remove the brackets: 2024..2025"),
    ("~2024", "the mark comes at the end: 2024~"),
    ("2024?~", "one mark is enough: 2024%"),
    ("2024-10-08 14:56", "write a T before the time: 2024-10-08T14:56"),
    ("2024-10T14:56", "a time comes after a day"),
    ("2024-10-08T24:00", "a time comes after a day, as in 2024-10-08T14:56, from 00:00 to 23:59"),
    ("2024-10-08T14:60", "a time comes after a day"),
    ("2024-10-08T14:56-00:00", "a time comes after a day"),
    ("2024-10-08T14:56+15:00", "a time comes after a day"),
    ("2024-21", "there is no month 21"),
    ("2024-XX", "“2024-XX” is not a date: write 2024, 2024-10 or 2024-10-08"),
    ("8 October 2024", "“8 October 2024” is not a date"),
    ("٢٠٢٤", "is not a date"),
    ("a\ud800\nb", "“a��b” is not a date"),
]


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_a_fault_is_said_in_plain_words(text: str, message: str) -> None:
    with pytest.raises(dates.DateError) as caught:
        parse(text)
    assert message in str(caught.value)
    assert not dates.is_date(text)


@pytest.mark.parametrize(
    ("text", "value", "weekday"),
    [
        ("2024", "2024", None),
        ("2024-10", "2024-10", None),
        ("2024-10-08", "2024-10-08", "Tuesday"),
        ("2024-10-08T14:56Z", "2024-10-08T14:56Z", "Tuesday"),
        ("2024-10-08~", "", None),
        ("2024-10-08?", "", None),
        ("2024-10-08..2024-10-08", "", "Tuesday"),
        ("2024-10-08..2024-10-09", "", None),
        ("9999-12-31/..", "", None),
    ],
)
def test_machine_value_and_weekday(text: str, value: str, weekday: str | None) -> None:
    assert (dates.iso(parse(text)), dates.weekday(parse(text))) == (value, weekday)


def test_a_timeline_runs_by_first_known_day_then_last_day_then_time() -> None:
    timeline = [
        "2024-09-30",
        "../2024-10-01",
        "2024-10-01",
        "2024-10-01T09:00",
        "2024-10-01T14:56",
        "2024-10-01..2024-10-08",
        "2024-10",
        "2024-10-01..",
        "..2024-10-08",
        "2024-10-08",
    ]
    shuffled = sorted(map(parse, reversed(timeline)), key=dates.sort_key)
    assert [d.text for d in shuffled] == timeline


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("2024-10-08", "2024-10-09", "before"),
        ("2024-10-08T15:00", "2024-10-08T14:00", "overlaps"),
        ("2024-10", "2024-10-08", "overlaps"),
        ("2025", "..2024-12-31", "after"),
        ("..2024", "..1999", "overlaps"),
        ("2024..", "../2024", "overlaps"),
        ("2024-12-31~", "2025", "before"),
    ],
)
def test_order_is_certain_or_not(a: str, b: str, relation: str) -> None:
    assert [r for r in ("before", "after", "overlaps") if getattr(dates, r)(parse(a), parse(b))] == [relation]


@given(st.text() | NEARLY)
@settings(max_examples=examples(1000))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    if dates.is_date(text):
        assert parse(text).text == text.strip()
        return
    with pytest.raises(dates.DateError) as caught:
        parse(text)
    assert str(caught.value).isprintable()  # so that a terminal can show it, whatever was typed


@given(DATES)
def test_a_date_has_ordered_bounds_words_and_a_round_trip(d: dates.Date) -> None:
    assert d.earliest <= d.latest
    assert parse(d.text) == d
    for said in (dates.words(d), dates.short(d)):
        assert said == " ".join(said.split()) != ""
        # The year of each end is told, or the end that is left out shares it.
        assert str(d.end.earliest.year) in said
        assert str(d.start.earliest.year) in said


@given(st.lists(DATES, max_size=20), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_where_dates_stood(
    found: list[dates.Date], chance: random.Random
) -> None:
    shuffled = chance.sample(found, len(found))
    assert sorted(shuffled, key=dates.sort_key) == sorted(found, key=dates.sort_key)


@given(DATES, DATES)
def test_keys_are_equal_for_equal_dates_only(a: dates.Date, b: dates.Date) -> None:
    assert (dates.sort_key(a) == dates.sort_key(b)) == (a == b)


@given(DATES, DATES)
def test_two_dates_are_before_after_or_overlap(a: dates.Date, b: dates.Date) -> None:
    assert [dates.before(a, b), dates.after(a, b), dates.overlaps(a, b)].count(True) == 1
    assert dates.before(a, b) == dates.after(b, a)
    assert dates.overlaps(a, b) == dates.overlaps(b, a)


@given(POINTS.map(parse))
def test_a_machine_value_is_iso_8601(d: dates.Date) -> None:
    if d.precision is Precision.DAY and dates.iso(d):
        assert dt.datetime.fromisoformat(dates.iso(d)).date() == d.earliest
        assert dates.weekday(d) == calendar.day_name[d.earliest.weekday()]


ORACLE = settings(
    max_examples=examples(60), deadline=None
)  # the library takes milliseconds a date, more at its first


def edtf_bounds(text: str) -> tuple[dt.date, dt.date]:
    found = edtf.parse_edtf(text)
    return dt.date(*found.lower_strict()[:3]), dt.date(*found.upper_strict()[:3])


@given(PLAIN, st.sampled_from(["", "?", "~", "%"]))
@ORACLE
def test_edtf_agrees_about_points_and_marks(text: str, mark: str) -> None:
    d = parse(text + mark)
    assert (d.earliest, d.latest) == edtf_bounds(text + mark)
    if mark:
        found = edtf.parse_edtf(text + mark)
        both = found.is_uncertain_and_approximate
        assert (d.uncertain, d.approximate) == (found.is_uncertain or both, found.is_approximate or both)


@given(PAIRS, st.sampled_from(["", "?", "~", "%"]), st.sampled_from(["", "?", "~", "%"]))
@ORACLE
def test_edtf_agrees_about_ranges(text: str, first: str, last: str) -> None:
    if "/" in text:
        start, _, end = text.partition("/")
        text = theirs = f"{start}{first}/{end}{last}"
    else:
        assume(len(set(map(len, text.split("..")))) == 1)  # the library's sets want ends of one precision
        theirs = f"[{text}]"
    d = parse(text)
    assert (d.earliest, d.latest) == edtf_bounds(theirs)


@given(st.integers(1000, 9999), st.integers(0, 14), st.integers(0, 32))
@ORACLE
def test_edtf_agrees_which_days_there_are(year: int, month: int, day_of_month: int) -> None:
    assume((month, day_of_month) != (2, 29))  # the library has one in every year
    text = f"{year}-{month:02}-{day_of_month:02}"
    try:
        known = bool(edtf.parse_edtf(text))
    except edtf.EDTFParseException:
        known = False
    assert dates.is_date(text) == known
