"""The messages that a desk says in words of its own: `briefings/messages.yml`, by language and id."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from babel import Locale
from babel.core import UnknownLocaleError

from mkdocs_briefings.messages.message import taken_apart
from mkdocs_briefings.messages.site_messages import ENGLISH
from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.parse import field_codes
from mkdocs_briefings.parse.file import messages_path
from mkdocs_briefings.parse.yaml import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_briefings.messages.message import Own
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.model.settings import Settings

FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})
"""The plural forms of CLDR."""


def own_messages(tree: Mapping[str, bytes], settings: Settings) -> tuple[Own, list[Problem]]:
    """Read the messages of a desk, and what is wrong with them.

    A message is a text, or a mapping of plural forms to texts: `claims: {one: "{count} claim", other: "{count} claims"}`.
    """
    path = messages_path(settings)
    data = tree.get(path)
    if data is None:
        return {}, []
    loaded = load(path, data.decode("utf-8", "replace"))
    problems = list(loaded.problems)
    if not isinstance(loaded.data, dict):
        if not problems:
            problems.append(field_codes.WRONG_TYPE.at(Place(path), "the file must be a mapping of languages"))
        return {}, problems
    own: dict[str, dict[str, str | dict[str, str]]] = {}
    for language, given in loaded.data.items():
        if not isinstance(given, dict):
            message = f"`{language}` must be a mapping of messages"
            problems.append(field_codes.WRONG_TYPE.at(Place(path, (language,)), message))
            continue
        if not _is_tag(language):
            key = Place(path, (language,), at_key=True)
            hint = "Write the tag of a language, as `theme.language` or the `lang` of a briefing has it: `de`, `pt-BR`."
            problems.append(field_codes.UNKNOWN_FIELD.at(key, f"`{language}` is not a language", hint=hint))
            continue
        for id_, said in given.items():
            found = list(_wrong(path, language, id_, said))
            problems += found
            if not found:
                own.setdefault(language, {})[id_] = said
    return own, problems


def _wrong(path: str, language: str, id_: str, said: object) -> Iterator[Problem]:
    place = Place(path, (language, id_))
    if id_ not in ENGLISH:
        near = get_close_matches(id_, ENGLISH, 1)
        hint = f"Did you mean `{near[0]}`?" if near else "`briefings messages` lists all messages."
        key = Place(path, (language, id_), at_key=True)
        yield field_codes.UNKNOWN_FIELD.at(key, f"`{id_}` is not a message", hint=hint)
        return
    english = ENGLISH[id_]
    if not isinstance(said, str | dict) or (isinstance(said, dict) and isinstance(english, str)):
        yield field_codes.WRONG_TYPE.at(place, f"`{id_}` must be a text")
        return
    if isinstance(said, dict) and (said.keys() - FORMS or "other" not in said):
        message = f"`{id_}` must have `other` and no other keys than `zero`, `one`, `two`, `few` and `many`"
        yield field_codes.WRONG_TYPE.at(place, message)
        return
    allowed = {
        name for form in ((english,) if isinstance(english, str) else english) for _, name in _parts(form)
    }
    allowed |= set() if isinstance(english, str) else {"count"}
    needed = allowed - {"count", ""}
    for form in (said,) if isinstance(said, str) else said.values():
        named = {name for _, name in _parts(form)} if isinstance(form, str) else {"?"}
        if unknown := named - allowed - {""}:
            known = ", ".join(f"`{{{name}}}`" for name in sorted(allowed - {""})) or "nothing"
            message = f"`{id_}` has braces that nothing fills in: {', '.join(sorted(unknown))}"
            yield field_codes.WRONG_TYPE.at(place, message, hint=f"In braces may be: {known}.")
            return
        if left_out := needed - named:
            what = ", ".join(f"`{{{name}}}`" for name in sorted(left_out))
            hint = f"Put {what} where it belongs: readers would miss it."
            yield field_codes.WRONG_TYPE.at(place, f"`{id_}` leaves out {what}", hint=hint)
            return


def _is_tag(language: object) -> bool:
    try:
        Locale.parse(str(language), sep="-")
    except (ValueError, UnknownLocaleError):
        return False
    return True


def _parts(form: str) -> tuple[tuple[str, str], ...]:
    try:
        return taken_apart(form)
    except ValueError:
        return (("", "{"),)
