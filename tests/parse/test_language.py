"""What does not give its language is in that of the site."""

from __future__ import annotations

import pytest
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.file import SeedText, parse
from mkdocs_briefings.parse.schema import BriefingFile

from tests.desks import source, yaml


@pytest.mark.parametrize(
    ("given", "site", "lang"),
    [({}, "de", "de"), ({"lang": "fr"}, "de", "fr"), ({"lang": "en"}, "de", "en"), ({}, "en", "en")],
)
def test_what_does_not_give_its_language_is_in_that_of_the_site(
    given: dict[str, str], site: str, lang: str
) -> None:
    settings = Settings(language=site)
    text = source("Words.", **given).encode()
    parsed = parse("seeds/a.txt", text, settings)
    assert parsed is not None
    assert isinstance(parsed.entry, SeedText)
    assert parsed.entry.front.lang == lang
    data = yaml(title="T", sources=["a"], **given).encode()
    briefing = parse("briefings/2026-01-24-b.yml", data, settings)
    assert briefing is not None
    assert isinstance(briefing.entry, BriefingFile)
    assert briefing.entry.lang == lang
