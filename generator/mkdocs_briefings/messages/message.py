"""The messages of one language: fill in what a message names, choose its plural, write numbers and dates."""

from __future__ import annotations

import functools
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast, overload

from babel import Locale
from babel.core import UnknownLocaleError
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from mkdocs_briefings.derive.reasons import Reason, SaidDays, SaidName
from mkdocs_briefings.document.nodes import joined
from mkdocs_briefings.messages import told_dates
from mkdocs_briefings.messages.site_messages import ENGLISH, FOR_PROGRAMS
from mkdocs_briefings.messages.translations import nearest, translations

if TYPE_CHECKING:
    import datetime as dt
    from gettext import NullTranslations

    from mkdocs_briefings.derive.reasons import Value
    from mkdocs_briefings.document.nodes import Inline
    from mkdocs_briefings.model.dates import Date

_ENGLISH, _OF_ENGLISH_LISTS = Locale("en"), Locale("en", "GB")
"""Without the comma before "and", as our other lists."""
_ENOUGH = 200
"""Numbers among which each plural form of a language has one."""
_SMALL = 10_000
_WITH_FORMS = frozenset(id_ for id_, said in ENGLISH.items() if not isinstance(said, str))
_WITHOUT_SPACES = frozenset({"ja", "zh"})
Own = Mapping[str, Mapping[str, str | Mapping[str, str]]]
"""Messages of a desk, by language and id; those with a number may have plural forms."""
Parts = tuple[tuple[str, str], ...]
"""A message taken apart: words, each with the name of the value that follows them, or none."""


@dataclass(frozen=True, slots=True)
class Messages:
    """Says what readers see, in one language."""

    language: str
    """Theirs (BCP 47)."""
    locale: Locale
    """For numbers, dates and plurals."""
    translated: NullTranslations
    own: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)
    """What the desk says in words of its own."""
    kept: dict[tuple[str, int], Parts] = field(default_factory=dict, compare=False)
    """Messages taken apart already, by id and form."""
    dates: dict[tuple[str, bool], str] = field(default_factory=dict, compare=False)
    """Dates as they are said, by their text and whether shortly."""
    said: dict[str, str] = field(default_factory=dict, compare=False)
    """Messages without values that were said already: pages say them a hundred thousand times."""
    numbers: dict[int, str] = field(default_factory=dict, compare=False)
    """Small numbers as they are written, which pages count with."""

    @overload
    def __call__(self, id_: str, /, **values: str | int) -> str: ...
    @overload
    def __call__(self, id_: str, /, **values: Inline | int) -> Inline: ...
    def __call__(self, id_: str, /, **values: Inline | int) -> Inline:
        """Say a message.

        Args:
            id_: of the catalogue; a test finds those that it does not have.
            values: what its braces name. A number is written as the language does; `count` chooses the plural.

        Returns:
            A text, or a line of several inlines where a value is one.

        """
        if not values:
            said = self.said.get(id_)
            if said is None:
                said = self.said[id_] = "".join(words for words, _ in self._parts(id_, 1))
            return said
        count = values.get("count", 1)
        made: list[Inline] = []
        plain = True
        for words, name in self._parts(id_, count if isinstance(count, int) else 1):
            if words:
                made.append(words)
            if name:
                value = values[name]
                if isinstance(value, int):
                    made.append(self.number(value))
                else:
                    plain = plain and isinstance(value, str)
                    made.append(value)
        return "".join(cast("list[str]", made)) if plain else tuple(made)

    @overload
    def of(self, group: str, value: str, /, **values: str | int) -> str: ...
    @overload
    def of(self, group: str, value: str, /, **values: Inline | int) -> Inline: ...
    def of(self, group: str, value: str, /, **values: Inline | int) -> Inline:
        """Say one of a group, such as a value of a field: `of("state", "in force")` is `state.in force`."""
        return self(f"{group}.{value}", **values)

    def either(self, *words: str) -> str:
        """Put words into a list of which one holds: "a, b or c"."""
        return format_list(words, style="or", locale=self._of_lists)

    def both(self, *words: str) -> str:
        """Put words into a list of which all hold: "a, b and c"."""
        return format_list(words, locale=self._of_lists)

    @property
    def space(self) -> str:
        """What the language puts between sentences and words: nothing in Japanese and Chinese."""
        return "" if self.locale.language in _WITHOUT_SPACES else " "

    def sentences(self, *sentences: str) -> str:
        """Put sentences behind each other; empty ones fall out."""
        return self.space.join(filter(None, sentences))

    def line(self, *sentences: Inline) -> Inline:
        """The same for sentences of which some have links."""
        return joined([one for one in sentences if one], self.space)

    def aside(self, words: str) -> str:
        """Put words into brackets, behind others."""
        return f"{self.space}{self('aside', words=words)}"

    def items(self, *items: Inline) -> Inline:
        """Put the parts of an enumeration behind each other, with the commas of the language."""
        return joined(items, self("between-items"))

    def number(self, number: int) -> str:
        """Write a number with the separators of the language."""
        said = self.numbers.get(number)
        if said is None:
            said = str(format_decimal(number, locale=self.locale))
            if 0 <= number < _SMALL:
                self.numbers[number] = said
        return said

    def figure(self, number: float) -> str:
        """Write a number as it was given, with the decimal sign of the language: it may be a year, or of any size."""
        return str(
            format_decimal(number, locale=self.locale, decimal_quantization=False, group_separator=False)
        )

    def date(self, date: Date) -> str:
        """Say a date in a sentence: "4 March 2026", "4. März 2026", "2026年3月4日"."""
        return self._date(date, told_dates.words, is_short=False)

    def date_short(self, date: Date) -> str:
        """Say a date in a table: "4 Mar 2026"."""
        return self._date(date, told_dates.short, is_short=True)

    def _date(
        self, date: Date, say: Callable[[Date, Messages, Locale | None], str], *, is_short: bool
    ) -> str:
        said = self.dates.get((date.text, is_short))
        if said is None:
            said = self.dates[date.text, is_short] = say(date, self, self._of_dates)
        return said

    def year(self, first: dt.date) -> str:
        """Name a year: "2026", "2026年"."""
        return told_dates.year(first, self._of_dates)

    def month(self, first: dt.date) -> str:
        """Name a month of a year: "March 2026"."""
        return told_dates.month(first, self._of_dates)

    def month_short(self, first: dt.date) -> str:
        """The same where there is little room: "Mar 2026"."""
        return told_dates.month_short(first, self._of_dates)

    def month_name(self, first: dt.date) -> str:
        """Name a month alone where there is little room: "Mar"."""
        return told_dates.month_name(first, self._of_dates)

    def date_within(self, date: Date, year: int) -> str:
        """Say a date in a table below its year: "4 Mar"."""
        return told_dates.within(date, year, self, self._of_dates)

    def percent(self, share: float) -> str:
        """Write a share without decimals: "12%", "12 %"."""
        return format_percent(share, locale=self.locale)

    def language_name(self, language: str) -> str:
        """Name a language (BCP 47) in this one: "German" for `de`; its tag where it has no name."""
        try:
            return Locale.parse(language, sep="-").get_display_name(self.locale) or language
        except (ValueError, UnknownLocaleError):
            return language

    def reason(self, one: Reason) -> str:
        """Say why words for a time mean certain days."""
        return self(f"date-step.{one.id}", **{name: self._of_reason(value) for name, value in one.values})

    def _of_reason(self, value: Value) -> str:
        if isinstance(value, tuple):
            return self.both(*map(self._of_reason, value))
        if isinstance(value, Reason):
            return self.reason(value)
        if isinstance(value, SaidDays | SaidName):
            return told_dates.of_reason(value, self, self._of_dates)
        return self.number(value) if isinstance(value, int) else value

    @property
    def _of_lists(self) -> Locale:
        return _OF_ENGLISH_LISTS if self.locale == _ENGLISH else self.locale

    @property
    def _of_dates(self) -> Locale | None:
        return None if self.language.partition("-")[0] == "en" else self.locale

    def template(self, id_: str, count: int = 1) -> str:
        """Give a message as it is before anything is filled in."""
        english, own = ENGLISH[id_], self.own.get(id_)
        if own is not None:
            return own if isinstance(own, str) else own.get(self.locale.plural_form(count)) or own["other"]
        if isinstance(english, str):
            return self.translated.pgettext(id_, english)
        return self.translated.npgettext(id_, *english, count)

    def forms(self, id_: str) -> dict[str, str]:
        """Give the plural forms of a message that has some, by their names in CLDR."""
        found: dict[str, str] = {}
        for number in range(_ENOUGH):
            found.setdefault(self.locale.plural_form(number), self.template(id_, number))
        return found

    def _parts(self, id_: str, count: int) -> Parts:
        form = count if id_ in _WITH_FORMS else 0
        parts = self.kept.get((id_, form))
        if parts is None:
            parts = self.kept[id_, form] = taken_apart(self.template(id_, count))
        return parts


def untranslated(say: Messages, language: str) -> tuple[str, ...]:
    """Name the messages that are in English on a site in another language, because nobody has said them in that."""
    if language.partition("-")[0] == "en":
        return ()
    wanted = {id_: said for id_, said in ENGLISH.items() if not id_.startswith(FOR_PROGRAMS)}
    return tuple(
        id_ for id_, said in wanted.items() if id_ not in say.own and not _is_translated(say, id_, said)
    )


def _is_translated(say: Messages, id_: str, english: str | tuple[str, str]) -> bool:
    # gettext gives back the very text that it was asked for where it has no other.
    if isinstance(english, str):
        return say.translated.pgettext(id_, english) is not english
    return say.translated.npgettext(id_, *english, 2) is not english[1]


def taken_apart(text: str) -> Parts:
    """Take a message apart.

    Raises:
        ValueError: its braces do not match.

    """
    return tuple((words, name or "") for words, name, _, _ in string.Formatter().parse(text))


@functools.cache
def messages(language: str) -> Messages:
    """Give the messages of a language (BCP 47); English for one that has no translation."""
    return _messages(language, is_own=False)


def messages_of(language: str, own: Own) -> Messages:
    """Give the messages of a language as a desk says them: its own words first, then the translation, then English."""
    given = own.get(language) or own.get(language.partition("-")[0])
    return (
        replace(_messages(language, is_own=True), own=given, kept={}, said={}, dates={}, numbers={})
        if given
        else messages(language)
    )


def _messages(language: str, *, is_own: bool) -> Messages:
    name = nearest(language)
    try:
        as_it_is = is_own or name != "en"
        locale = Locale.parse(language.replace("_", "-") if as_it_is else name, sep="-")
    except (ValueError, UnknownLocaleError):
        as_it_is, locale = name != "en", Locale.parse(name, sep="-")
    return Messages(language if as_it_is else name, locale, translations(name))
