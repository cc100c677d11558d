"""Messages in words: values of each kind, plurals, numbers, dates of each shape, languages without a translation."""

from __future__ import annotations

import pytest
from mkdocs_briefings.document.nodes import PageLink
from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.messages.translations import nearest
from mkdocs_briefings.model import dates
from mkdocs_briefings.model.addresses import Target

SAY = messages("en")


def test_a_message_of_texts_is_a_text() -> None:
    assert SAY("disagreements-of", part="2026") == "Disagreements: 2026"


def test_a_message_with_a_link_is_a_line() -> None:
    link = PageLink(Target("x.md"), "2025")
    assert SAY.of("step", "older", part=link) == ("Older: ", link)


def test_what_is_filled_in_is_never_read_as_a_message() -> None:
    assert SAY("disagreements-of", part="{part} %s") == "Disagreements: {part} %s"


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 disagreements."),
        (1, "1 disagreement."),
        (2, "2 disagreements."),
        (12345, "12,345 disagreements."),
    ],
)
def test_a_number_chooses_the_form(count: int, said: str) -> None:
    assert SAY("disagreements-count", count=count) == said


def test_an_unknown_message_is_an_error() -> None:
    with pytest.raises(KeyError):
        SAY("nonsense")  # the test of the catalogue finds those in the package


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("de-AT", "de"),
        ("zh", "zh-Hans"),
        ("zh-TW", "en"),
        ("ko", "en"),
        ("pt_BR", "en"),
        ("", "en"),
        ("../x", "en"),
    ],
)
def test_a_language_leads_to_the_nearest_translation(language: str, name: str) -> None:
    assert nearest(language) == name
    assert messages(language)("disagreements")


@pytest.mark.parametrize(
    ("language", "text", "said", "short"),
    [
        ("en", "2026-03-04", "4 March 2026", "4 Mar 2026"),
        ("de", "2026-03-04", "4. März 2026", "04.03.2026"),
        ("fr", "2026-03-04", "4 mars 2026", "4 mars 2026"),
        ("es", "2026-03-04", "4 de marzo de 2026", "4 mar 2026"),
        ("ja", "2026-03-04", "2026年3月4日", "2026/03/04"),
        ("zh-Hans", "2026-03-04", "2026年3月4日", "2026年3月4日"),
        ("de", "2026-03", "März 2026", "März 2026"),
        ("ja", "2026", "2026年", "2026年"),
        ("de", "2026-01-12/2026-01-18", "12.–18. Jan. 2026", "12.–18. Jan. 2026"),
        ("ja", "2026-01-12/2026-01-18", "2026年1月12日～18日", "2026年1月12日～18日"),
        ("de", "2024/2026", "2024–2026", "2024–2026"),
    ],
)  # fmt: skip
def test_dates_are_said_as_the_language_does(language: str, text: str, said: str, short: str) -> None:
    say, date = messages(language), dates.parse(text)
    assert (say.date(date), say.date_short(date)) == (said, short)


def test_a_year_has_no_separator() -> None:
    assert [messages(one).year(dates.parse("2026").earliest) for one in ("en", "de", "ja")] == [
        "2026",
        "2026",
        "2026年",
    ]
