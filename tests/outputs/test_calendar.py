"""Calendars, read by icalendar and by ical.js."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import icalendar
import pytest
from mkdocs_briefings.outputs import icalendar_form as form

from tests import whole
from tests.desks import made, source, told, yaml
from tests.outputs import js_readers
from tests.outputs.desks import ADDRESS, HOSTILE, hostile, published, with_deadline

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result

SITE = "calendars/site.ics"
READ = """
const ICAL = (await import("ical.js")).default;
return given.map((text) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => {
  const event = new ICAL.Event(one);
  return [event.uid, event.summary, event.description, event.startDate.toString(), event.endDate.toString(),
    event.startDate.isDate, event.sequence, one.getFirstPropertyValue("status")];
}));
"""
DATES = {
    "2026-03-05": ("2026-03-05", "2026-03-06", "Expected: "),
    "..2026-03": ("2026-03-31", "2026-04-01", "Expected by the end of March 2026: "),
    "2026-03-05~": ("2026-03-05", "2026-03-06", "Expected about 5 March 2026: "),
    "2026-03": ("2026-03-01", "2026-04-01", "Expected March 2026: "),
    "2026-03-05..2026-03-09": ("2026-03-05", "2026-03-10", "Expected between 5 and 9 March 2026: "),
    "2026-03-05/2026-03-09": ("2026-03-05", "2026-03-10", "Expected from 5 to 9 March 2026: "),
    "2026-03-05..": ("2026-03-05", "2026-03-06", "Expected on or after 5 March 2026: "),
    "2027/..": ("2027-01-01", "2028-01-01", "Expected from 2027 on: "),
    "9999-12-31": ("9999-12-31", "9999-12-31", "Expected: "),
    "2026-03-05T10:00Z": ("2026-03-05", "2026-03-06", "Expected: "),
}
"""What an editor types, and its first day, the day after its last, and how it begins."""


def announced(*more: dict[str, Any], day: str = "2026-03-05", **fields: Any) -> Result:
    """Build a desk that expects a curb, and of which later articles tell more."""
    files = {
        "briefings/entities/all.yml": yaml(curb={"kind": "measure", "name": "chip curb"}),
        "seeds/s.txt": source("The chip curb comes into force soon.", id="s", published="2025-06-01"),
        "briefings/2025-06-01-b.yml": yaml(
            title="A curb", sources=["s"], summary="The chip curb comes [@comes].",
            claims={"comes": {
                "text": "The chip curb comes.", "quote": "The chip curb comes into force soon", "date": day, "why": "Known.",
                "state": {"curb": "in force"}, **fields,
            }},
        ),
    }  # fmt: skip
    for n, claim in enumerate(more):
        files[f"seeds/m{n}.txt"] = source(
            f"The chip curb was {claim['was']}.", id=f"s{n}", published=claim["on"]
        )
        files[f"briefings/2025-07-01-m{n}.yml"] = yaml(
            title="More", sources=[f"s{n}"], summary="The chip curb moved [@it].",
            claims={"it": {"text": "It moved.", "quote": f"The chip curb was {claim['was']}", "state": {"curb": claim["state"]}}},
        )  # fmt: skip
    result = made(files, title="T", address=ADDRESS, outputs=("calendar",))
    assert not result.failed, told(result)
    return result


def events(result: Result, path: str = SITE) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(result.outputs[path])
    found = list(calendar.walk("VEVENT"))
    assert [event.errors for event in found] == [[]] * len(found)
    return found


def test_two_readers_find_the_same() -> None:
    result = published()
    paths = [path for path in result.outputs if path.endswith(".ics")]
    assert SITE in paths
    read = js_readers.run(READ, [result.outputs[path].decode() for path in paths])
    for path, found in zip(paths, read, strict=True):
        assert found == [
            [
                str(event["UID"]), str(event["SUMMARY"]), str(event["DESCRIPTION"]), event["DTSTART"].dt.isoformat(),
                event["DTEND"].dt.isoformat(), True, int(event["SEQUENCE"]), str(event["STATUS"]),
            ]
            for event in events(result, path)
        ]  # fmt: skip


def test_a_measure_called_site_has_a_calendar_of_its_own() -> None:
    data = whole.desk()
    data["entities"]["site"] = {"kind": "measure", "name": "Site Act"}
    data["other"]["claims"]["ends"] = {}
    files = {
        path: text.replace("The chip curb ends", "The Site Act ends")
        for path, text in with_deadline(data).items()
    }
    result = made(files, title="T", address=ADDRESS, outputs=("calendar",))
    assert not result.failed, told(result)
    [event] = events(result, "calendars/measures/site.ics")
    assert event["UID"] in {one["UID"] for one in events(result)}


def test_the_calendar_holds_all_that_is_expected() -> None:
    result = published()
    expected = {one.event.claim.ref for one in result.derived.expectations}
    assert len(events(result)) == len(expected) > 0
    [event] = [one for one in events(result) if "ends" in one["UID"]]
    assert event["UID"] == "briefings/other/claims/ends@desk.example/below/"
    assert event["URL"] == f"{ADDRESS}briefings/other/#c-ends"
    assert "The chip curb ends by 31 January 2026. — Acme → Post" in event["DESCRIPTION"]
    assert "“The chip curb ends by 31 January 2026”" in event["DESCRIPTION"]
    assert "When is it over? The chip curb ends." in event["DESCRIPTION"]


@pytest.mark.parametrize("day", DATES)
def test_a_date_covers_whole_days_and_says_what_is_not_sure(day: str) -> None:
    [event] = events(announced(day=day))
    first, after, begins = DATES[day]
    assert event["DTSTART"].dt == dt.date.fromisoformat(first)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert ("DTEND" in event) == (first != after)
    assert first == after or event["DTEND"].dt == dt.date.fromisoformat(after)
    assert str(event["SUMMARY"]).startswith(begins)


def test_the_status_is_what_sources_tell_and_no_guess() -> None:
    def status(**more: str) -> str:
        return str(events(announced(*([more] if more else [])))[0]["STATUS"])

    assert status() == "TENTATIVE"
    assert status(was="put in force", state="in force", on="2026-03-06") == "CONFIRMED"
    assert status(was="dropped", state="dropped", on="2025-09-01") == "CANCELLED"
    assert status(was="dropped", state="dropped", on="2025-05-01") == "TENTATIVE", (
        "told before it was announced"
    )
    assert status(was="proposed", state="proposed", on="2025-09-01") == "TENTATIVE"


def test_the_sequence_grows_by_the_day_and_differs_by_content() -> None:
    first, reworded = (events(announced(text=text))[0] for text in ("The chip curb comes.", "It comes."))
    assert first["SEQUENCE"] != reworded["SEQUENCE"]
    assert first["UID"] == reworded["UID"]
    same = events(announced(note="A remark of the editor."))[0]
    assert same["SEQUENCE"] == first["SEQUENCE"], "it shows no note"


def test_without_an_address_a_calendar_can_be_opened() -> None:
    result = published(address="")
    event = next(one for one in events(result) if "ends" in one["UID"])
    assert "URL" not in event
    assert "calendars/site.ics" in next(page for page in result.pages if page.path == "follow.md").text()


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_title_breaks_a_calendar(kind: str) -> None:
    result = hostile(kind)
    for path in (path for path in result.outputs if path.endswith(".ics")):
        data = result.outputs[path]
        assert all(len(line) <= form.MOST_BYTES for line in data.split(b"\r\n"))
        assert b"\n" not in data.replace(b"\r\n", b"")
        for event in events(result, path):
            assert len(event["SUMMARY"]) <= 400
    assert len(events(result)) == len(result.derived.expectations)


def test_lines_are_folded_between_characters() -> None:
    line = f"SUMMARY:{'–é北' * 40}"
    folded = form.written([line])
    assert folded.replace(b"\r\n ", b"").decode() == f"{line}\r\n"
    assert all(part.decode() for part in folded.split(b"\r\n ") if part)
