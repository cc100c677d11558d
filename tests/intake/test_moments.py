from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.intake.moments import moment
from mkdocs_briefings.model import dates


@pytest.mark.parametrize(
    ("words", "day"),
    [("4 March 2026", "2026-03-04"), ("Wednesday, 4 March 2026", "2026-03-04"), ("Mar 4, 2026", "2026-03-04"),
     ("March 4th, 2026 02:56 PM", "2026-03-04T14:56"), ("2026-03-04T10:00:00.000+0100", "2026-03-04T10:00+01:00"),
     ("2026-03-04T10:00:00Z", "2026-03-04T10:00Z"), ("2026-03-04 00:00", "2026-03-04"), ("03/04/2026", ""),
     ("31 February 2026", ""), ("March 2026", ""), ("yesterday", ""), ("2026-03-04T99:99", "2026-03-04"), ("", ""),
     ("Wed, 04 Mar 2026 09:05:00 +0100", "2026-03-04T09:05+01:00"), ("Wed, 04 Mar 2026 09:05:00 GMT", "2026-03-04T09:05Z"),
     ("20260304", "2026-03-04"), ("20260304T0905Z", "2026-03-04T09:05Z"), ("2026-03-04T09:05:00+01", "2026-03-04T09:05+01:00"),
     ("2026/03/04", "2026-03-04"), ("2026.3.4 09:05", "2026-03-04T09:05"), ("March 4, 2026, 5:30 p.m. ET", "2026-03-04T17:30"),
     ("10:12 AM EST, Wed March 4, 2026", "2026-03-04T10:12"), ("Updated: March 4, 2026", ""), ("4. März 2026, 09:05 Uhr", "2026-03-04T09:05"),
     ("Mittwoch, 4. März 2026", "2026-03-04"), ("1er mars 2026", "2026-03-01"), ("4 mars 2026 à 9:05", "2026-03-04T09:05"),
     ("4 de marzo de 2026", "2026-03-04"), ("2026年3月4日", "2026-03-04"), ("2026年3月4日(水) 09:05", "2026-03-04T09:05"),
     ("04-Mar-2026", "2026-03-04"), ("4 March 2026 at 5 pm", "2026-03-04T17:00"), ("May 4 2026", "2026-05-04"), ("04.03.2026", ""), ("13.03.2026", "2026-03-13"), ("03/13/2026", "2026-03-13"), ("04/04/2026", "2026-04-04"),
     ("20261304", ""), ("Volume 4 March 2026", ""), ("4 Marchember 2026", ""), ("2026-03-04T09:05:00 -00:00", "2026-03-04T09:05Z")],
)  # fmt: skip
def test_moments(words: str, day: str) -> None:
    assert moment(words) == day


@settings(deadline=None)
@given(st.text(max_size=40))
def test_every_moment_is_a_date(words: str) -> None:
    found = moment(words)
    assert found == "" or dates.is_date(found)
