"""Read the metadata of an article from a saved web page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.intake import json_ld, page_state, printed_days
from mkdocs_briefings.intake.article import FieldValue
from mkdocs_briefings.intake.moments import moment, moments_in, plain_figures
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
_OF_PUBLICATION = re.compile(
    r"^(?!.*(?:modif|updat|expir|chang|review)).*(?:publi(?:sh|shed|c|cation)[-_.: ]?(?:date|time|at|on)|pub[-_.: ]?(?:date|time)|"
    r"first[-_]published|(?:release|issue)[-_.: ]?d?(?:date|time)|create[-_]?at)"
)
"""Names of metadata in which programs of all kinds put the day of publication."""
_DAY_IN_ADDRESS = re.compile(r"/(20\d\d|19\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-])")
_TITLES = (
    "og:title",
    "citation_title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "twitter:title",
    "articletitle",
)
_PUBLISHERS = (
    "og:site_name",
    "dcterms.publisher",
    "dc.publisher",
    "citation_publisher",
    "publisher",
    "application-name",
    "sitename",
    "contentsource",
)
_AUTHORS = (
    "author", "article:author", "article:author_name", "citation_author", "dc.creator", "dcterms.creator", "byl",
    "parsely-author", "sailthru.author",
)  # fmt: skip
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
_LANG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_BY = re.compile(
    r"(?:(?:(?:written|posted|submitted|story|published) )?by|von|par|por|di|door|av|af|author|autor|autore|auteur|autora|기자명|記者|作者)"
    r"\s?[:： ]\s*(?=[^\W\d_])",
    re.IGNORECASE,
)
_REPORTER = re.compile(r"\s(?:기자|特派員|記者)$")
_PARTS = re.compile(r"\s+[|·•–—:»/-]{1,2}\s+|\s*[|»]\s*")
"""What sites put between a headline and their name."""

_BETWEEN = re.compile(r"\s*[:：|｜_»·•–—/-]{1,2}\s*")
"""The same, beside a headline that is known."""
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s*(?:©|\(c\)|\d{4}(?:\s?[-–]\s?\d{4})?|,|by))*\s+(?P<name>[^\W\d_][^|.,;:\d]{1,60}?)(?:[.,|;:].*)?",
    re.IGNORECASE,
)

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
    things = _of_this_page(declared, json_ld.articles(declared.data))
    things += page_state.articles(declared.scripts, _headlines(declared, things))
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
    named_once = declared.properties.get("named headline", ())
    named_once = named_once if len(set(named_once)) == 1 else ()
    shown_first = _shown_headline(declared)
    candidates = [
        *((_text(one.get("headline")), "headline") for one in things),
        *((_meta(declared, name), name) for name in _TITLES[:1]),
        *((words, "headline") for words in declared.properties.get("headline", ())[:1]),
        *((words, "headline") for words in named_once[:1]),
        (heads[0] if len(heads) == 1 else "", "h1"),
        (shown_first, "headline"),
        *((_meta(declared, name), name) for name in _TITLES[1:]),
        (_line(declared.title), "title"),
    ]
    named = [
        (bare, tag)
        for words, tag in candidates
        if (bare := _without_site(_line(words), sites, heads)) and not _is_of(bare, sites)
    ]
    shown = {normalise(words) for words in (*heads, *named_once[:1])}
    twice = (one for one in named if one[1] != "h1" and normalise(one[0]) in shown)
    best = next(twice, named[0] if named else None)
    return FieldValue(best[0], f"The headline of the saved page ({best[1]}).") if best else None


def _shown_headline(declared: Declared) -> str:
    """Return the first line of the page with which its title begins, where the name of the site follows it."""
    title = _line(declared.title)
    return next(
        (
            one.words
            for one in declared.blocks
            if not one.aside
            and title.startswith(one.words)
            and len(one.words) >= len(title) / 3
            and (one.words == title or _BETWEEN.match(title, len(one.words)))
        ),
        "",
    )


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
    lang = declared.lang.strip()
    heads = _headlines(declared, things)
    other_names = sorted(
        name for name in declared.meta if name not in _DATES and _OF_PUBLICATION.search(name)
    )
    declared_days = [
        *((_text(one.get("datePublished")), "datePublished") for one in things),
        *((words, name) for name in (*_DATES, *other_names) for words in declared.meta.get(name, ())[:1]),
        *((words, "datePublished") for words in declared.properties.get("datepublished", ())[:1]),
    ]
    candidates = [
        *((moment(words, lang), tag) for words, tag in declared_days),
        *printed_days.beside_headline(declared.blocks, heads, declared.title, lang),
        *((_day_of_address(one), "address") for one in _addresses(declared)),
    ]
    found = [(day, tag) for day, tag in candidates if day]
    if not found:
        return None
    day, tag = found[0]
    other = next((one for one in found if one[0][:10] != day[:10]), None)
    doubt = f"; {other[1]} says {other[0]}" if other else ""
    return FieldValue(day, f"The metadata of the saved page ({tag}{doubt}).")


def _headlines(declared: Declared, things: list[Thing]) -> list[str]:
    """Return what the page declares or shows as its headline."""
    return [
        *(_text(one.get("headline")) for one in things),
        *declared.properties.get("headline", ())[:1],
        *(one.words for one in declared.headlines if not one.leads_home),
        *(_meta(declared, name) for name in _TITLES),
    ]


def _of_this_page(declared: Declared, things: list[Thing]) -> list[Thing]:
    """Leave out what is described with another headline than that of the page, if something has that: entries of a live blog."""
    shown = {normalise(one).casefold() for one in _headlines(declared, []) if one}
    own = [one for one in things if normalise(_text(one.get("headline"))).casefold() in shown]
    return own or things


def _day_of_address(address: str) -> str:
    found = _DAY_IN_ADDRESS.search(address)
    return moment("-".join(found.groups())) if found else ""


def _publisher(declared: Declared, things: list[Thing]) -> FieldValue | None:
    candidates = [
        *((_name(one.get("publisher")), "publisher") for one in things),
        *((_meta(declared, name), name) for name in _PUBLISHERS),
        *((_line(words), "publisher") for words in declared.properties.get("publisher", ())[:1]),
        (_beside_headline(declared), "title"),
        (_copyright(declared), "copyright"),
    ]
    return _first(candidates)


def _beside_headline(declared: Declared) -> str:
    """Return what stands at the other end of the page's title than the headline: the name of the site."""
    title = _line(declared.title)
    heads = [one.words for one in declared.headlines if not one.leads_home]
    logos = {normalise(one.words).casefold() for one in declared.headlines if one.leads_home}
    named = declared.properties.get("named headline", ())[:1]
    for head in (*named, *heads, _meta(declared, "og:title"), _shown_headline(declared)):
        if not head or title == head:
            continue
        if title.startswith(head) and (mark := _BETWEEN.match(title, len(head))) is not None:
            return _short(_PARTS.split(title[mark.end() :])[-1])
        before = title.removesuffix(head)
        if before != title and (mark := re.search(_BETWEEN.pattern + "$", before)) is not None:
            return _short(_PARTS.split(before[: mark.start()])[0])
    last = _PARTS.split(title)[-1]
    return _short(last) if normalise(last).casefold() in logos else ""


def _copyright(declared: Declared) -> str:
    """Return whose the page is by the line at its foot."""
    lines = (_COPYRIGHT.fullmatch(one.words[:_MOST]) for one in reversed(declared.blocks))
    return next((_short(one["name"]) for one in lines if one is not None), "")


def _short(name: str) -> str:
    return name.strip() if len(name.split()) <= _LONGEST_NAME else ""


def _author(declared: Declared, things: list[Thing]) -> FieldValue | None:
    candidates = [
        *((_name(one.get("author")), "author") for one in things),
        *((_several(declared.meta.get(name, ())), name) for name in _AUTHORS),
        (_several(declared.properties.get("author", ())), "author"),
        (next(filter(None, map(_author_line, declared.properties.get("author's line", ()))), ""), "byline"),
        (next(filter(None, map(_byline, declared.properties.get("byline", ()))), ""), "byline"),
    ]
    named = ((_BY.sub("", words, count=1) if _BY.match(words) else words, tag) for words, tag in candidates)
    return _first((words, tag) for words, tag in named if not _ADDRESS.match(words))


def _author_line(words: str) -> str:
    """Return who is named in an element for the author, which may have a day and names without capitals."""
    words = plain_figures(words)
    for start, end, _ in reversed(list(moments_in(words))):
        words = words[:start] + "|" + words[end:]
    words = words.strip(" |,·•–—-")
    if name := _byline(words):
        return name
    told = _BY.match(words)
    rest = _REPORTER.sub("", words[told.end() if told else 0 :])
    uncased = rest.upper() == rest.lower() and all(part.isalpha() for part in rest.split())
    return (
        rest if uncased and 1 < len(rest) <= _LONGEST_UNCASED and len(rest.split()) <= _LONGEST_NAME else ""
    )


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
_LONGEST_UNCASED = 30
"""Characters of a name in a script without capitals."""
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
