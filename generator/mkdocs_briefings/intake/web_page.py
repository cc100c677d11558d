"""Read the metadata of an article from a saved web page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.intake import json_ld
from mkdocs_briefings.intake.article import FieldValue
from mkdocs_briefings.intake.moments import moment
from mkdocs_briefings.intake.page_reader import PageReader
from mkdocs_briefings.model import web_address
from mkdocs_briefings.text.prepared import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.intake.json_ld import Thing
    from mkdocs_briefings.intake.page_reader import Declared

_MOST = 500
"""No title, name or address is longer, in characters."""
_DATES = (
    "article:published_time", "article:published", "datepublished", "og:published_time", "og:article:published_time",
    "citation_publication_date", "citation_online_date", "citation_date", "date", "pubdate", "publish-date", "publish_date",
    "publishdate", "published", "publication_date", "publication-date", "originalpublicationdate", "dc.date.issued",
    "dcterms.issued", "dcterms.date.issued", "date.issued", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created",
    "article.published", "article_date_original", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "parsely-title", "twitter:title")
_PUBLISHERS = (
    "og:site_name",
    "dcterms.publisher",
    "dc.publisher",
    "citation_publisher",
    "publisher",
    "application-name",
)
_AUTHORS = (
    "author", "article:author", "article:author_name", "citation_author", "dc.creator", "dcterms.creator", "byl",
    "parsely-author", "sailthru.author",
)  # fmt: skip
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
_LANG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_BY = re.compile(r"(?:by|von|par|por|di|door)[ :]\s*(?=[^\W\d_])", re.IGNORECASE)
_PARTS = re.compile(r"\s+[|·•–—:»/-]{1,2}\s+|\s*[|»]\s*")
"""What sites put between a headline and their name."""

_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*\w+ (\w+ \d+ \d+)")
_ARCHIVED = re.compile(r"FILE ARCHIVED ON (?:\d\d:\d\d:\d\d )?(\w+ \d{1,2}, \d{4})")
_MIRRORED = re.compile(r"Mirrored from (\S+) by HTTrack[^,]*(?:,[^,]*)?, \w+, (\d{1,2} \w+ \d{4})")
_IN_AN_ARCHIVE = re.compile(r"https?://web\.archive\.org/web/(\d{8})\d{0,6}[a-z_]*/(https?:/?/?.+)")


def read(html: str) -> dict[str, FieldValue]:
    """Read what the page itself says: its metadata, its headline, what a browser or an archive noted when saving it.

    Returns:
        The fields of the front matter that it gives, each with the reason.

    """
    reader = PageReader()
    reader.feed(html)
    reader.close()
    declared = reader.declared
    things = json_ld.articles(declared.data)
    publisher = _publisher(declared, things)
    found = {
        "title": _title(declared, things, publisher.value if publisher else ""),
        "published": _published(declared, things),
        "publisher": publisher,
        "author": _author(declared, things),
        **_saved(declared),
        "lang": _lang(declared),
    }
    return {name: metadata for name, metadata in found.items() if metadata}


def _title(declared: Declared, things: list[Thing], publisher: str) -> FieldValue | None:
    """Prefer the headline that readers see and that the page names as its title; its site's name is no part of it."""
    sites = {normalise(name).casefold() for name in _sites(declared, publisher) if name}
    heads = [one.words for one in declared.headlines if not one.leads_home and not _is_of(one.words, sites)]
    candidates = [
        *((_text(one.get("headline")), "headline") for one in things),
        *((_meta(declared, name), name) for name in _TITLES[:1]),
        *((words, "headline") for words in declared.properties.get("headline", ())[:1]),
        (heads[0] if len(heads) == 1 else "", "h1"),
        *((_meta(declared, name), name) for name in _TITLES[1:]),
        (_line(declared.title), "title"),
    ]
    named = [
        (bare, tag)
        for words, tag in candidates
        if (bare := _without_site(_line(words), sites, heads)) and not _is_of(bare, sites)
    ]
    shown = {normalise(words) for words in heads}
    twice = (one for one in named if one[1] != "h1" and normalise(one[0]) in shown)
    best = next(twice, named[0] if named else None)
    return FieldValue(best[0], f"The headline of the saved page ({best[1]}).") if best else None


def _sites(declared: Declared, publisher: str) -> Iterator[str]:
    """Return the names that the site calls itself by: as declared, on its logo, and what all its titles share."""
    yield publisher
    yield from (_meta(declared, name) for name in _PUBLISHERS)
    yield from (one.words for one in declared.headlines if one.leads_home)
    title, short = _line(declared.title), _meta(declared, "og:title")
    for whole, part in ((title, short), (short, title)):
        if part and whole != part and whole.startswith(part):
            yield _PARTS.sub("", whole[len(part) :], count=1).strip()
    address = next((one for one in _addresses(declared) if not web_address.fault(one)), "")
    host = address.partition("://")[2].partition("/")[0].removeprefix("www.").partition(".")[0]
    for end in (title, short):
        for part in (_PARTS.split(end)[-1], _PARTS.split(end)[0]) if _PARTS.search(end) else ():
            letters = re.sub(r"[\W_]", "", part).casefold()
            if letters and letters == re.sub(r"[\W_]", "", host).casefold():
                yield part


def _is_of(words: str, sites: set[str]) -> bool:
    return normalise(words).casefold() in sites


def _without_site(words: str, sites: set[str], heads: list[str]) -> str:
    """Take the site's name off either end of a title, and whatever follows the headline that readers see."""
    for head in heads:
        if head and words != head and words.startswith(head) and _PARTS.match(words, len(head)):
            return head
    changed = True
    while changed:
        changed = False
        for mark in list(_PARTS.finditer(words)):
            before, after = words[: mark.start()], words[mark.end() :]
            if before and _is_of(after, sites):
                words, changed = before, True
                break
            if after and _is_of(before, sites):
                words, changed = after, True
                break
    return words


def _published(declared: Declared, things: list[Thing]) -> FieldValue | None:
    candidates = [
        *((_text(one.get("datePublished")), "datePublished") for one in things),
        *((words, name) for name in _DATES for words in declared.meta.get(name, ())[:1]),
        *((words, "datePublished") for words in declared.properties.get("datepublished", ())[:1]),
        *((words, "time") for words in declared.times[:1]),
        *((words, "printed below the headline") for words in declared.properties.get("printed date", ())[:1]),
    ]
    found = [(day, tag) for words, tag in candidates if (day := moment(words))]
    if not found:
        return None
    day, tag = found[0]
    other = next((one for one in found if one[0][:10] != day[:10]), None)
    doubt = f"; {other[1]} says {other[0]}" if other else ""
    return FieldValue(day, f"The metadata of the saved page ({tag}{doubt}).")


def _publisher(declared: Declared, things: list[Thing]) -> FieldValue | None:
    candidates = [
        *((_name(one.get("publisher")), "publisher") for one in things),
        *((_meta(declared, name), name) for name in _PUBLISHERS),
        *((_line(words), "publisher") for words in declared.properties.get("publisher", ())[:1]),
        (_after_headline(declared), "title"),
    ]
    return _first(candidates)


def _after_headline(declared: Declared) -> str:
    """Return what stands last in the page's title, where the headline comes first: the name of the site."""
    title = _line(declared.title)
    heads = [one.words for one in declared.headlines if not one.leads_home]
    logos = {normalise(one.words).casefold() for one in declared.headlines if one.leads_home}
    for head in (*heads, _meta(declared, "og:title")):
        if head and title != head and title.startswith(head) and _PARTS.match(title, len(head)):
            return _short(_PARTS.split(title[len(head) :])[-1])
    last = _PARTS.split(title)[-1]
    return _short(last) if normalise(last).casefold() in logos else ""


def _short(name: str) -> str:
    return name.strip() if len(name.split()) <= _LONGEST_NAME else ""


def _author(declared: Declared, things: list[Thing]) -> FieldValue | None:
    candidates = [
        *((_name(one.get("author")), "author") for one in things),
        *((_several(declared.meta.get(name, ())), name) for name in _AUTHORS),
        (_several(declared.properties.get("author", ())), "author"),
        (next(filter(None, map(_byline, declared.properties.get("byline", ()))), ""), "byline"),
    ]
    named = ((_BY.sub("", words, count=1) if _BY.match(words) else words, tag) for words, tag in candidates)
    return _first((words, tag) for words, tag in named if not _ADDRESS.match(words))


def _byline(words: str) -> str:
    """Return who is named in the line below a headline: after "by", or if nothing else is there than a name."""
    told = _BY.match(words)
    name = re.split(r"[,|·•\d]|\s[–—-]\s", words[told.end() if told else 0 :])[0].strip()
    parts = name.split()
    is_name = 1 < len(parts) <= _LONGEST_NAME and all(
        part[0].isupper() or part in _PARTICLES for part in parts
    )
    return name if is_name and (told or name == words.strip()) else ""


_LONGEST_NAME = 5
"""Words of the name of a person or a paper."""
_PARTICLES = frozenset({"de", "von", "van", "der", "den", "du", "la", "and", "und", "et", "y", "e"})


def _several(values: Iterable[str]) -> str:
    """Join the names of several authors, each once."""
    names = dict.fromkeys(
        line for one in list(values)[:20] if (line := _line(one)) and not _ADDRESS.match(line)
    )
    return ", ".join(names)


def _addresses(declared: Declared) -> list[str]:
    return [_line(declared.canonical), _meta(declared, "og:url")]


def _saved(declared: Declared) -> dict[str, FieldValue | None]:
    """Return the address, as declared or as noted when saving, and the day on which the page was saved."""
    noted = day = ""
    for comment in declared.comments:
        if (whole := _SINGLE_FILE.search(comment)) is not None:
            noted, day = noted or whole[1], day or moment(whole[2])
        elif (mirrored := _MIRRORED.search(comment)) is not None:
            noted, day = noted or f"http://{mirrored[1]}", day or moment(mirrored[2])
        elif (archived := _ARCHIVED.search(comment)) is not None:
            day = day or moment(archived[1])
        elif (first := _SAVED_FROM.search(comment)) is not None:
            noted = noted or first[1]
    found = [_original(one) for one in (*_addresses(declared), _line(noted)) if not web_address.fault(one)]
    address = next((one for one, _ in found), "")
    day = day or next((one for _, one in found if one), "")
    return {
        "address": FieldValue(address) if address else None,
        "captured": FieldValue(day, "Noted in the saved page.") if day else None,
    }


def _original(address: str) -> tuple[str, str]:
    """Return the address of a page as an archive's own address names it, and the day of the capture."""
    found = _IN_AN_ARCHIVE.fullmatch(address)
    if found is None:
        return address, ""
    return re.sub(r"^(https?):/*", r"\1://", found[2]), moment(found[1])


def _lang(declared: Declared) -> FieldValue | None:
    lang = declared.lang.strip()
    return FieldValue(lang.replace("_", "-")) if _LANG.fullmatch(lang) and lang.lower() != "en" else None


def _first(candidates: Iterable[tuple[str, str]]) -> FieldValue | None:
    found = next(((words, tag) for words, tag in candidates if words), None)
    return FieldValue(found[0], f"The metadata of the saved page ({found[1]}).") if found else None


def _meta(declared: Declared, name: str) -> str:
    return next(filter(None, map(_line, declared.meta.get(name, ()))), "")


def _name(value: Any) -> str:
    """Return the name of a person or an organization, or of several."""
    if isinstance(value, list):
        return ", ".join(name for one in value[:20] if (name := _name(one)))
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: Any) -> str:
    return _line(value) if isinstance(value, str) else ""


def _line(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _MOST and line.isprintable() else ""
