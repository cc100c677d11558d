"""The reasoning about a date in the language of a page: every reason that the program gives, and some whole ones."""

from __future__ import annotations

import ast
import datetime as dt
import re
import string
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.derive import date_proof, reasons, time_meanings
from mkdocs_briefings.derive.date_proof import proofs
from mkdocs_briefings.derive.reasons import ENGLISH, SaidDays, SaidName, reason
from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.messages.translations import LANGUAGES

from tests import pseudo
from tests.desks import sound, source, yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.derive.reasons import Reason, Value


def named(id_: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(ENGLISH[id_]) if name}


def calls() -> Iterator[tuple[str, set[str]]]:
    """Give the reasons that the code makes whose ids are written out, with what they name."""
    for module in (date_proof, time_meanings):
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "reason" and node.keywords:
                first = node.args[0]
                if isinstance(first, ast.Constant) and all(one.arg for one in node.keywords):
                    yield str(first.value), {str(one.arg) for one in node.keywords}


def test_reasons_name_what_their_sentences_name() -> None:
    made = list(calls())
    assert len(made) > 20
    assert [(id_, names) for id_, names in made if named(id_) != names] == []


DAYS = SaidDays(dt.date(2026, 1, 20), dt.date(2026, 1, 24))
PART = reason("as-printed", days=DAYS)
VALUES: dict[str, Value] = {
    "words": "words",
    "claim": "words",
    "number": 3,
    "years": (reasons.year(2019), reasons.year(2024)),
    "weekday": SaidName("weekday", 4),
    "other": SaidName("weekday", 5),
    "month": SaidName("month", 2),
    "reason": PART,
    "more": PART,
    "opening": PART,
}
"""What is put into braces, by their names; days where nothing else is said."""


def every() -> Iterator[Reason]:
    """Make each reason with values of the kinds that it has."""
    return (reason(id_, **{name: VALUES.get(name, DAYS) for name in named(id_)}) for id_ in ENGLISH)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_reason_is_said_in_every_language(language: str) -> None:
    say = messages(language)
    english = messages("en")
    for one in every():
        said = say.reason(one)
        assert said
        assert english.reason(one) == reasons.english(one)
        if one.id not in {"and-then", "day-is"}:
            assert said != reasons.english(one), one.id


def test_no_reason_has_a_word_that_no_message_says() -> None:
    with pseudo.spoken():
        said = [messages(pseudo.LANGUAGE).reason(one).replace("words", "") for one in every()]
    assert [one for one in said if re.search("[A-Za-z]", one)] == []


def desk(language: str, words: str, date: str) -> str:
    """Print the proof of a date as a page in a language has it; the article is of Saturday 24 January 2026."""
    claim = {"text": "It happened.", "quote": f"It happened {words}", "date": date, "printed": words}
    result = sound(
        {
            "seeds/a.txt": source(f"It happened {words}.", published="2026-01-24", lang="en"),
            "briefings/2026-01-25-b.yml": yaml(
                title="B", sources=["a"], lang=language, summary="It happened [@it].", claims={"it": claim}
            ),
        },
        language=language,
    )
    page = next(page for page in result.pages if page.path == "briefings/b.md")
    [proof] = proofs(result.corpus).values()
    [step] = proof.steps
    said = messages(language).reason(step)
    assert said in page.body.replace("\\", "")
    return said


@pytest.mark.parametrize(
    ("language", "words", "date", "said"),
    [
        ("de", "on Friday", "2026-01-23", "„on Friday“: der Artikel erschien am 24. Januar 2026, einem Samstag; der Freitag davor: 23. Januar 2026."),
        ("de", "on 5 March", "2025-03-05", "„on 5 March“: ein Jahr ist nicht genannt; der Artikel erschien am 24. Januar 2026; der letzte 5. März bis dahin ist der von 2025."),
        ("fr", "last year", "2025", "«\xa0last year\xa0»\xa0: 2026\u202f; l’année précédente\xa0: 2025."),
        ("es", "two days ago", "2026-01-22", "«two days ago»: el artículo se publicó el 24 de enero de 2026; 2 días antes: 22 de enero de 2026."),
        ("ja", "on Friday", "2026-01-23", "「on Friday」：記事の公開日は2026年1月24日（土曜日）、その前の金曜日は2026年1月23日。"),
        ("zh-Hans", "last month", "2025-12", "“last month”：基准月份为2026年1月，前一个月是2025年12月。"),
    ],
)  # fmt: skip
def test_a_page_says_it_in_its_language(language: str, words: str, date: str, said: str) -> None:
    assert desk(language, words, date) == said
