"""Read lists of references with attached files: RIS, BibTeX, CSL-JSON and the JSON of Zotero."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.intake.article import UnreadableError
from mkdocs_briefings.intake.decoding import decode
from mkdocs_briefings.intake.listing import Listing, TableRow, checked_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    Entry = Mapping[str, Any]

_NEEDS = "{} are read with `{}`: install it with `pip install mkdocs-briefings[references]`"
_NO_FILE = "it names no file: attach the saved page to the reference, and export the list with its files"
MOST_BYTES = 20_000_000
"""Of a list: what reads it holds several copies."""
_RIS_TYPE = re.compile(r"^TY  - ", re.MULTILINE)
_BIB_ENTRY = re.compile(
    r"^[ \t]*@(?!comment|string|preamble)\w+\s*\{\s*([^,\s]+)", re.MULTILINE | re.IGNORECASE
)
_DATE = re.compile(r"(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?/*(?:[^\d/-].*)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_references(data: bytes, ending: str, encoding: str = "") -> Listing:
    """Read a list; `ending` is that of its name.

    Raises:
        UnreadableError: it is no such list, or what reads it is not installed.

    """
    if len(data) > MOST_BYTES:
        raise UnreadableError(f"it has more than {MOST_BYTES // 1_000_000} MB; export the list in parts")
    text, _ = decode(data, encoding=encoding)
    return Listing(list(LISTS[ending](text)), [])


def _ris(text: str) -> Iterator[TableRow]:
    try:
        import rispy  # noqa: PLC0415, an extra
    except ImportError as error:
        raise UnreadableError(_NEEDS.format("RIS files", "rispy")) from error
    lines = _lines(text, (match.start() for match in _RIS_TYPE.finditer(text)))
    try:
        # Its own list of tags that are cut at a semicolon cuts addresses.
        entries = rispy.loads(text, skip_unknown_tags=True, delimiter_tags_mapping={})
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        raise UnreadableError(f"it cannot be read as RIS: {error}") from error
    if not entries:
        raise UnreadableError("there is no reference in it; RIS begins each with `TY  - `")
    for number, one in enumerate(entries):
        yield _row(
            lines[number] if number < len(lines) else 1,
            _first(one, "file_attachments1", "file_attachments2", "figure"),
            title=_first(one, "title", "primary_title", "translated_title"),
            publisher=_first(one, "secondary_title", "journal_name", "alternate_title3", "publisher"),
            published=_day(_first(one, "date", "year", "publication_year")),
            author="; ".join(_listed(one, "authors", "first_authors")),
            address=_first(one, "urls", "url"),
            captured=_day(_first(one, "access_date")),
            lang=_lang(_first(one, "language")),
        )


def _lines(text: str, places: Iterable[int]) -> list[int]:
    """Return the lines of places that are in order."""
    found, before, line = [], 0, 1
    for at in places:
        line += text.count("\n", before, at)
        before = at
        found.append(line)
    return found


_NEAR = 20_000
"""Characters within which the title of the next reference is looked for, to tell its line."""


def _bib(text: str) -> Iterator[TableRow]:
    try:
        from pybtex.database import parse_string  # noqa: PLC0415, an extra
        from pybtex.exceptions import PybtexError  # noqa: PLC0415
        from pybtex.richtext import Text  # noqa: PLC0415
    except ImportError as error:
        raise UnreadableError(_NEEDS.format("BibTeX files", "pybtex")) from error
    found = list(_BIB_ENTRY.finditer(text))
    lines = dict(zip((one[1] for one in found), _lines(text, (one.start() for one in found)), strict=True))
    try:
        entries = parse_string(text, "bibtex").entries
    except PybtexError as error:
        raise UnreadableError(f"it cannot be read as BibTeX: {error}") from error
    if not entries:
        raise UnreadableError("there is no reference in it; BibTeX begins each with `@article{`")
    for key, entry in entries.items():
        fields = {name.lower(): value for name, value in entry.fields.items()}

        def plain(*names: str, fields: Mapping[str, str] = fields) -> str:
            found = next((fields[name] for name in names if fields.get(name)), "")
            return str(Text.from_latex(found)) if found else ""

        people = entry.persons.get("author", [])
        yield _row(
            lines.get(key, 1),
            _attached(fields.get("file", "")),
            title=plain("title"),
            publisher=plain("journaltitle", "journal", "publisher", "organization", "howpublished"),
            published=_day(fields.get("date", "")) or _year_and_month(fields),
            author="; ".join(str(Text.from_latex(str(one))) for one in people),
            address=fields.get("url", ""),
            captured=_day(fields.get("urldate", "")),
            lang=_lang(fields.get("langid", "") or fields.get("language", "")),
        )


def _csl(text: str) -> Iterator[TableRow]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"it is not JSON: {error}") from error
    entries = data.get("items") if isinstance(data, dict) else data
    if not isinstance(entries, list) or not entries or not all(isinstance(one, dict) for one in entries):
        raise UnreadableError("there is no list of references in it (CSL-JSON, or Zotero's)")
    at, line = 0, 1
    for one in entries:
        title = json.dumps(one.get("title", ""), ensure_ascii=False)
        if title in text[at : at + _NEAR]:
            found = text.index(title, at)
            line += text.count("\n", at, found)
            at = found
        yield _row(
            line,
            _attachment(one),
            title=str(one.get("title", "")),
            publisher=_first(
                one, "container-title", "publicationTitle", "websiteTitle", "blogTitle", "publisher"
            ),
            published=_csl_day(one.get("issued") or one.get("date")),
            author="; ".join(filter(None, map(_csl_name, one.get("author") or one.get("creators") or []))),
            address=_first(one, "URL", "url"),
            captured=_csl_day(one.get("accessed") or one.get("accessDate")),
            lang=_lang(_first(one, "language")),
        )


LISTS: dict[str, Callable[[str], Iterator[TableRow]]] = {".ris": _ris, ".bib": _bib, ".json": _csl}
"""What reads a list, by the ending of its name."""


def _row(line: int, file: str, **found: str) -> TableRow:
    metadata = {name: " ".join(value.split()) for name, value in found.items() if value and value.strip()}
    if not file:
        title = metadata.get("title", "a reference")
        return TableRow(title, {}, line, _NO_FILE)
    return checked_row(file, metadata, line)


def _first(entry: Entry, *names: str) -> str:
    for name in names:
        value = entry.get(name)
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""


def _listed(entry: Entry, *names: str) -> list[str]:
    return next((list(entry[name]) for name in names if entry.get(name)), [])


def _attached(files: str) -> str:
    """Return the path of the first file in a field of BibTeX: `description:path:type`, several with semicolons."""
    for one in re.split(r"(?<!\\);", files):
        parts = re.split(r"(?<!\\):", one)
        path = parts[1] if len(parts) >= 3 else one  # noqa: PLR2004, a description, the path and a type
        if path.strip():
            return re.sub(r"\\([:;\\_])", r"\1", path.strip())
    return ""


def _attachment(entry: Entry) -> str:
    for one in entry.get("attachments") or ():
        if isinstance(one, dict) and isinstance(one.get("path"), str) and one["path"]:
            return str(one["path"]).removeprefix("attachments:")
    return _first(entry, "file")


def _csl_name(name: Any) -> str:
    if not isinstance(name, dict):
        return ""
    literal = _first(name, "literal", "name")
    given = " ".join(
        filter(None, (_first(name, "given", "firstName"), _first(name, "non-dropping-particle")))
    )
    return literal or " ".join(filter(None, (given, _first(name, "family", "lastName"))))


def _csl_day(date: Any) -> str:
    if isinstance(date, str):
        return _day(date)
    if not isinstance(date, dict):
        return ""
    parts = date.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        ends = ["-".join(f"{int(part):02d}" for part in one[:3]) for one in parts[:2] if _are_numbers(one)]
        return "/".join(ends) if len(set(ends)) == 1 else "..".join(ends)
    return _first(date, "raw", "literal")


def _are_numbers(parts: Any) -> bool:
    return isinstance(parts, list) and bool(parts) and all(str(part).isdigit() for part in parts[:3])


def _year_and_month(fields: Mapping[str, str]) -> str:
    year, month = fields.get("year", "").strip("{} "), fields.get("month", "").strip("{} ").lower()
    number = month if month.isdigit() else str(1 + _MONTHS.index(month[:3])) if month[:3] in _MONTHS else ""
    day = fields.get("day", "")
    return "-".join(
        filter(None, (year, number.zfill(2) if number else "", day.zfill(2) if number and day else ""))
    )


def _day(date: str) -> str:
    """Return a date as the desk writes it, from `2026/03/04/` and the like; else the words, to be read later."""
    match = _DATE.fullmatch(date.strip())
    if match is None or ".." in date:
        return date.strip()
    return "-".join(part.zfill(2) for part in match.groups() if part)


_LANGUAGES = {"english": "en", "german": "de", "deutsch": "de", "ngerman": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "american": "en", "british": "en"}  # fmt: skip


def _lang(name: str) -> str:
    low = name.strip().lower()
    return _LANGUAGES.get(
        low, name.strip() if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", name.strip()) else ""
    )
