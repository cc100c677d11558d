"""The translations: whole, with the placeholders of the English, in the plural forms of their language."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from mkdocs_briefings.messages.message import messages, taken_apart, untranslated
from mkdocs_briefings.messages.site_messages import ENGLISH
from mkdocs_briefings.messages.translations import LANGUAGES

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

FOLDER = Path(__file__).parents[2] / "generator" / "mkdocs_briefings" / "messages"
WORDS = re.compile(r"[a-z]{3,}")
NEUTRAL = {"wikidata", "entity-field.wikidata"}
"""Messages that are the same in several languages."""


def catalog(language: str) -> Catalog:
    data = (FOLDER / f"{language}.po").read_bytes()
    return read_po(io.BytesIO(data), locale=language.replace("-", "_"), charset="utf-8", abort_invalid=True)


def forms(said: object) -> tuple[str, ...]:
    return (
        (said,) if isinstance(said, str) else tuple(map(str, said)) if isinstance(said, (list, tuple)) else ()
    )


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_translation_names_what_the_english_names(language: str) -> None:
    found = catalog(language)
    for one in found:
        if not one.id or not all(forms(one.string)):
            continue
        english = {n for form in forms(ENGLISH[str(one.context)]) for _, n in taken_apart(form) if n}
        for form in forms(one.string):
            named = {n for _, n in taken_apart(form) if n}
            assert named | {"count"} == english | {"count"}, one.context
        assert len(forms(one.string)) == (found.num_plurals if isinstance(one.id, (list, tuple)) else 1)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_translation_lacks_at_most_what_is_newest(language: str) -> None:
    """What it lacks is in English; `python tools/messages.py` puts it into the file, empty."""
    found = {one.context: one for one in catalog(language) if one.id}
    assert found.keys() == ENGLISH.keys()
    assert len(untranslated(messages(language), language)) <= len(ENGLISH) // 30
    assert not any(one.fuzzy for one in found.values())


@pytest.mark.parametrize("language", ["ja", "zh-Hans"])
def test_no_english_is_left_in_other_scripts(language: str) -> None:
    left = {
        one.context
        for one in catalog(language)
        if one.id and WORDS.search("".join(w for form in forms(one.string) for w, _ in taken_apart(form)))
    }
    assert left <= {
        "citations-about",
        "data-about",
        "data-table.claims",
        "data-column.replies.outcome",
        "data-column.briefings.level",
        "data-column.briefings.status",
        "data-column.claims.kind",
        "data-column.entities.wikidata",
        "data-column.sources.status",
        *NEUTRAL,
    }, "names of programs and columns"


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("fr", r" [;:?!»]|« |[\w}][;?!»]"),
        ("ja", r"[;?!]|(?<!\d)[.,]$|[ぁ-ん一-鿿}][,:(]"),
        ("zh-Hans", r"[;?!]|(?<!\d)[.,]$|[一-鿿}][,:(]"),
        ("es", r"[¿¡] | [;:?!»]|« "),
        ("de", r"[“”][\w{]| [;:?!]"),
    ],
)
def test_marks_are_spaced_as_the_language_does(language: str, wrong: str) -> None:
    """French puts a no-break space before a mark; Japanese and Chinese have marks of full width."""
    left = {
        one.context: form
        for one in catalog(language)
        if one.id and one.context not in {"ordinal", *NEUTRAL}
        for form in forms(one.string)
        if re.search(wrong, form)
    }
    assert left == {}


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("de", "1 Aussage", "1.234 Aussagen"),
        ("fr", "1 affirmation", "1\u202f234 affirmations"),
        ("ja", "主張1件", "主張1,234件"),
    ],
)
def test_plurals_and_numbers_are_those_of_the_language(language: str, one: str, many: str) -> None:
    say = messages(language)
    assert (say("claims", count=1), say("claims", count=1234)) == (one, many)
