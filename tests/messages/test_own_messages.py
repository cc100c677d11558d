"""A desk says any message in words of its own; what is wrong with them is told where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.messages.message import untranslated
from mkdocs_briefings.messages.site_messages import ENGLISH, FOR_PROGRAMS

from tests.desks import made, page, source, told

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result

READ = [id_ for id_ in ENGLISH if not id_.startswith(FOR_PROGRAMS)]


def desk(messages: str, language: str = "de") -> Result:
    return made({"seeds/a.txt": source("Words."), "briefings/messages.yml": messages}, language=language)


def test_a_desk_says_a_message_in_its_own_words() -> None:
    result = desk('de: {timeline: Zeitleiste, articles: {one: "{count} Text", other: "{count} Texte"}}')
    assert told(result) == []
    assert "# Zeitleiste" in page(result, "timeline.md")
    assert result.desk.say("articles", count=2) == "2 Texte"
    assert result.desk.say("questions") == "Offene Fragen"


def test_a_region_takes_the_words_of_its_language() -> None:
    assert "# Zeitleiste" in page(desk("de: {timeline: Zeitleiste}", "de-AT"), "timeline.md")


def test_a_language_without_translation_says_what_the_desk_gives_and_the_rest_in_english() -> None:
    say = desk("ko: {timeline: 연표}", "ko").desk.say
    assert (say.language, say("timeline"), say("questions")) == ("ko", "연표", "Open questions")


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("de: {timelin: x}", "unknown-field de.timelin: `timelin` is not a message"),
        ('de: {timeline-of: "Zeit: {teil}"}', "wrong-type de.timeline-of: `timeline-of` has braces that nothing fills in: teil"),
        ('de: {timeline-of: "Zeit: {part"}', "wrong-type de.timeline-of: `timeline-of` has braces that nothing fills in: {"),
        ("de: {timeline: [x]}", "wrong-type de.timeline: `timeline` must be a text"),
        ("de: {timeline: {other: x}}", "wrong-type de.timeline: `timeline` must be a text"),
        ("de: {claims: {one: x}}", "wrong-type de.claims: `claims` must have `other` and no other keys than `zero`, `one`, `two`, `few` and `many`"),
        ("de: {timeline-of: Zeit}", "wrong-type de.timeline-of: `timeline-of` leaves out `{part}`"),
        ("german: {timeline: Zeit}", "unknown-field german: `german` is not a language"),
        ("de: x", "wrong-type de: `de` must be a mapping of messages"),
        ("- x", "wrong-type : the file must be a mapping of languages"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(given: str, problem: str) -> None:
    assert told(desk(given)) == [problem.replace(" :", ":")]


@pytest.mark.parametrize(
    ("language", "own", "left"), [("en", "{}", 0), ("ko", "ko: {timeline: 연표}", 1), ("en-GB", "{}", 0)]
)
def test_what_nobody_has_translated_is_named(language: str, own: str, left: int) -> None:
    found = untranslated(desk(own or "{}", language).desk.say, language)
    assert len(found) == (len(READ) - left if left else 0)
    assert "timeline" not in found
