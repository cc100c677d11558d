"""A language that brackets every message, and a desk without a Latin letter: where one is shown, words were glued.

The words of a message are written in circled letters, what is filled in stays: `⟦ⓐⓛⓛ {part}⟧`. Dates, numbers and names
of languages are Greek, by CLDR; what the desk says is Cyrillic. So a Latin letter is of no message.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from contextlib import contextmanager
from gettext import NullTranslations
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs_briefings.build import Result
from mkdocs_briefings.messages import message, translations
from mkdocs_briefings.messages.message import taken_apart
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.model.dates import Date
from mkdocs_briefings.model.prose import Words
from mkdocs_briefings.resolve.claims import DENIED
from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGE = "el"
"""Has no Latin letters, and no translation."""
_CAPITALS, _SMALL = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"
_CIRCLED = str.maketrans(
    {c: chr(ord("Ⓐ") + i) for i, c in enumerate(_CAPITALS)}
    | {c: chr(ord("ⓐ") + i) for i, c in enumerate(_SMALL)}
)
_CYRILLIC = str.maketrans(
    {c: chr(ord("А") + i) for i, c in enumerate(_CAPITALS)} | {c: chr(ord("а") + i) for i, c in enumerate(_SMALL)}
)  # fmt: skip
_ID = re.compile(r"[^\sA-Z]+")
_OURS = frozenset({
    "title", "label", "author", "note", "status_note", "name", "aliases", "short", "description", "ownership", "taken_as_one", "words",
    "occasion", "raw", "norm", "printed", "why", "translations", "translator", "matters", "withdrawn", "inferred",
    "outside", "one_voice", "quote", "property", "reading", "text", "about", "answer", "reason",
})  # fmt: skip
"""The fields of the corpus in which words are, by whomever."""


class _Bracketing(NullTranslations):
    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002, as gettext has it
        return bracketed(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002, as gettext has it
        return bracketed(msgid1 if n == 1 else msgid2)


def bracketed(text: str) -> str:
    """Say a message in the pseudo-language."""
    parts = (
        f"{words.translate(_CIRCLED)}{f'{{{name}}}' if name else ''}" for words, name in taken_apart(text)
    )
    return f"⟦{''.join(parts)}⟧"


@contextmanager
def spoken() -> Iterator[pytest.MonkeyPatch]:
    """Let the program have the pseudo-language among its translations for a while."""
    with pytest.MonkeyPatch.context() as patch:
        nearest, read = translations.nearest, translations.translations
        patch.setattr(message, "nearest", lambda name: name if name == LANGUAGE else nearest(name))
        patch.setattr(message, "translations", lambda name: _Bracketing() if name == LANGUAGE else read(name))
        message.messages.cache_clear()
        yield patch
    message.messages.cache_clear()


def foreign(result: Result) -> Result:
    """Write all that a desk says, and its sources, in other letters, and in the pseudo-language."""
    corpus, ledgers = (_foreign(one, within=False) for one in (result.corpus, result.ledgers))
    return Result(corpus, (), result.settings, lock=result.lock, ledgers=ledgers)


def _foreign(value: Any, *, within: bool) -> Any:
    if isinstance(value, Date) or value == Words(DENIED):
        return value
    if isinstance(value, str):
        return value.translate(_CYRILLIC) if within and value != NOT_STATED else value
    if isinstance(value, tuple):
        return tuple(_foreign(one, within=within) for one in value)
    if isinstance(value, Mapping):
        # A key with a capital, or more than a word, is words of a text; others are ids and names of fields.
        return {
            _foreign(key, within=not _ID.fullmatch(str(key))): _foreign(one, within=within)
            for key, one in value.items()
        }
    if isinstance(value, BaseModel):
        return value.model_copy(
            update=_said({name: getattr(value, name) for name in type(value).model_fields})
        )
    if not dataclasses.is_dataclass(value):
        return value
    kind: Any = type(value)
    return kind(**_said({one.name: getattr(value, one.name) for one in dataclasses.fields(value)}))


def _said(fields: Mapping[str, Any]) -> dict[str, Any]:
    made = {name: _foreign(one, within=name in _OURS) for name, one in fields.items()}
    return made | ({"lang": LANGUAGE} if "lang" in made else {})
