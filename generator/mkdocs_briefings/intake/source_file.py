"""Write an article as the file of a source, and name the file."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING

from mkdocs_briefings.edit import seal
from mkdocs_briefings.edit.format import UnformattableError, format_file
from mkdocs_briefings.edit.stub import dump
from mkdocs_briefings.intake.article import FIELDS, Article, FieldValue, UnreadableError
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.file import SeedText, parse
from mkdocs_briefings.parse.schema import SourceFront
from mkdocs_briefings.text.latin import latin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.parse.schema import SkipKind

_IN_NAME, _IN_ID = 5, 3
"""How many words of the title go into the file's name and into the id."""
_LONGEST_PART = 40
_SMALL_WORD = re.compile(
    r"(?<![\w'’])(?:a|an|and|at|by|for|from|in|of|on|or|over|the|to|with)(?![\w'’])", re.IGNORECASE
)
_DATE_FIELDS = frozenset({"published", "captured"})


def compose(article: Article, id_: str, metadata: Mapping[str, FieldValue]) -> bytes:
    """Return the file of a source: front matter, seal, and the text as it was taken out.

    Args:
        article: the text, and front matter that it brought along.
        id_: the source's id; empty if the file's name shall give it.
        metadata: what is known of it; of an article with front matter, only what that lacks.

    Raises:
        UnreadableError: the metadata gives no valid front matter.

    """
    fields = {"id": FieldValue(id_)} if id_ else {}
    fields |= {name: metadata[name] for name in FIELDS if name in metadata}
    if article.front is not None:
        fields = {name: one for name, one in fields.items() if name not in article.metadata}
    front = "".join(_field(name, one.value) for name, one in fields.items())
    if article.front is None:
        reasons = {name: one.reason for name, one in fields.items() if one.reason}
        front += dump({"inferred": reasons}) if reasons else ""
        front += dump({"skip": _one_or_many(article.skip)}) if article.skip else ""
    else:
        typed = article.front if article.front.endswith("\n") else f"{article.front}\n"
        front = typed + front
    whole = article.head + (f"---\n{front}---\n".encode() if front else b"") + article.body
    sealed = seal.seal(whole) or whole
    if article.front is None:
        with suppress(UnformattableError):
            sealed = format_file("source.txt", sealed, SourceFront)
    parsed = parse("seeds/x.txt", sealed, Settings())
    if parsed is None or parsed.problems or not isinstance(parsed.entry, SeedText):
        why = parsed.problems[0].message if parsed and parsed.problems else "the result cannot be read"
        raise UnreadableError(f"it cannot become a source: {why}")
    if parsed.entry.text.encode() != article.body:
        raise UnreadableError("it cannot become a source: its text would differ from what was captured")
    return sealed


def _field(name: str, value: str) -> str:
    """Write a field; a date stands plain, as a person types it."""
    return f"{name}: {value}\n" if name in _DATE_FIELDS else dump({name: value})


def _one_or_many(skip: Mapping[SkipKind, tuple[str, ...]]) -> dict[str, str | list[str]]:
    return {kind: found[0] if len(found) == 1 else list(found) for kind, found in skip.items()}


def file_stem(metadata: Mapping[str, str], name: str) -> str:
    """Name the file of a source by date, publisher and title, as far as they are known; else by the file's old `name`."""
    lang = metadata.get("lang", "")
    title = _part(metadata.get("title", ""), _IN_NAME, lang) or _part(name, _IN_NAME, lang) or "article"
    publisher = _part(metadata.get("publisher", ""), 4, lang)
    return "-".join(filter(None, (_day(metadata.get("published", "")), publisher, title)))


def handle(metadata: Mapping[str, str]) -> str:
    """Make an id for a source, one that is short enough to type; empty if its title is not known.

    All ids are in one space, and a title often begins with a name, or is that of the briefing to come: so the publisher
    or the day goes before it, or what it is after it.
    """
    lang = metadata.get("lang", "")
    publisher = _part(metadata.get("publisher", ""), 4, lang)
    telling = _SMALL_WORD.sub(" ", metadata.get("title", ""))
    if not _part(telling, _IN_ID, lang):
        return ""
    rest = slug(telling, _IN_ID + publisher.count("-") + 1, lang).removeprefix(f"{publisher}-")
    words = _part(rest.replace("-", " "), _IN_ID, lang)
    before = publisher or _day(metadata.get("published", ""))
    return f"{before}-{words}" if before else f"{words}-article"


def slug(words: str, most: int, lang: str = "") -> str:
    """Make an id out of the first words, in Latin letters where `latin` gives them; what is no letter and no digit parts words."""
    plain = unicodedata.normalize("NFKC", latin(words, lang))
    plain = re.sub(r"(?<=\w)['’ʼ](?=\w)", "", plain)
    # Not all that Python takes for part of a word may be in an id.
    kept = "".join(char if _is_plain(char) else " " for char in plain)
    return unicodedata.normalize("NFC", addresses.slug(kept, most))


def _is_plain(char: str) -> bool:
    return unicodedata.category(char) in {"Ll", "Lu", "Lt", "Lo", "Lm", "Nd"}


def _part(words: str, most: int, lang: str) -> str:
    if not any(map(_is_plain, unicodedata.normalize("NFKC", words))) or words == NOT_STATED:
        return ""
    made = slug(words, most, lang)[:_LONGEST_PART]
    return re.sub(r"[\W_]+\Z", "", made)


def _day(published: str) -> str:
    """Return the date of a file's name: the day, month or year; nothing where it is a range."""
    if not dates.is_date(published):
        return ""
    date = dates.parse(published)
    return date.text.partition("T")[0].rstrip("?~%") if date.shape is dates.Shape.POINT else ""
