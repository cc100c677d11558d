"""What a saved web page tells of its article, outside the article's text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.intake.article import FieldValue
from mkdocs_briefings.intake.moments import moment
from mkdocs_briefings.text.prepared import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST = 500
"""No title, name or address is longer, in characters."""
_DATES = (
    "article:published_time", "datepublished", "og:published_time", "date", "pubdate", "publish-date", "publishdate",
    "publication_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date",
)  # fmt: skip
_PUBLISHERS = ("og:site_name", "dcterms.publisher", "dc.publisher", "application-name")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author")
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
_ARTICLE = re.compile(r"Article|Report|Posting|PressRelease|NewsStory")
_LANG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*\w+ (\w+ \d+ \d+)")
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg"})


@dataclass(slots=True)
class _Seen:
    meta: dict[str, str] = field(default_factory=dict)
    headlines: list[str] = field(default_factory=list)
    title: str = ""
    times: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    canonical: str = ""
    lang: str = ""
    layout: bool = False


class _PageReader(HTMLParser):
    """Gathers what pages declare; of an element that is there twice, the first counts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = _Seen()
        self.collected: list[str] | None = None
        self.into = ""
        self.cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        seen = self.seen
        if tag == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop") or ""
            if given.get("content", "").strip():
                seen.meta.setdefault(name.strip().lower(), given["content"])
        elif tag == "link" and "canonical" in given.get("rel", "").lower().split():
            seen.canonical = seen.canonical or given.get("href", "")
        elif tag == "html":
            seen.lang = seen.lang or given.get("lang", "")
        elif tag == "time" and given.get("datetime"):
            seen.times.append(given["datetime"])
        elif tag in {"td", "th"}:
            self.cells += 1
        elif tag == "p" and self.cells:
            seen.layout = True
        is_data = tag == "script" and given.get("type", "").strip().lower() == "application/ld+json"
        if tag in {"title", "h1"} or is_data:
            self.into, self.collected = tag, []
        elif tag in _UNSEEN:
            self.into, self.collected = "", None

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self.cells = max(0, self.cells - 1)
        if self.collected is None or tag != self.into:
            return
        words = "".join(self.collected)
        self.collected = None
        if tag == "script":
            self.seen.data.append(words)
        elif tag == "h1":
            self.seen.headlines.append(_line(words))
        else:
            self.seen.title = self.seen.title or _line(words)

    def handle_data(self, data: str) -> None:
        if self.collected is not None:
            self.collected.append(data)

    def handle_comment(self, data: str) -> None:
        self.seen.comments.append(data)


@dataclass(frozen=True, slots=True)
class SavedPage:
    """What a page tells, and whether it is laid out as a table, as old ones are."""

    told: dict[str, FieldValue]
    layout: bool


def read(html: str) -> SavedPage:
    """Read what the page itself says: its metadata, its headline, what the browser noted when it was saved."""
    reader = _PageReader()
    reader.feed(html)
    reader.close()
    seen = reader.seen
    things = list(_things(seen.data))
    publisher = _publisher(seen, things)
    found = {
        "title": _title(seen, things, publisher.value if publisher else ""),
        "published": _published(seen, things),
        "publisher": publisher,
        "author": _author(seen, things),
        **_saved(seen),
        "lang": _lang(seen),
    }
    return SavedPage({name: told for name, told in found.items() if told}, seen.layout)


def _things(texts: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Give the articles that a page describes as JSON-LD, at the top or in a graph, and not those that it lists."""
    for text in texts:
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for top in data if isinstance(data, list) else [data]:
            graph = top.get("@graph") if isinstance(top, dict) else None
            for one in [top, *(graph if isinstance(graph, list) else [])]:
                if isinstance(one, dict) and _ARTICLE.search(str(one.get("@type"))):
                    yield one


def _title(seen: _Seen, things: list[dict[str, Any]], publisher: str) -> FieldValue | None:
    """Prefer the headline that readers see and that the page names as its title; its site's name is no part of it."""
    candidates = [
        *((_text(one.get("headline")), "headline") for one in things),
        (_line(seen.meta.get("og:title", "")), "og:title"),
        (seen.headlines[0] if len(seen.headlines) == 1 else "", "h1"),
        (_line(seen.meta.get("twitter:title", "")), "twitter:title"),
        (_line(seen.title), "title"),
    ]
    named = [(_without_site(words, publisher), tag) for words, tag in candidates if words]
    shown = {normalise(words) for words in seen.headlines}
    twice = (one for one in named if one[1] != "h1" and normalise(one[0]) in shown)
    best = next(twice, named[0] if named else None)
    return FieldValue(best[0], f"The headline of the saved page ({best[1]}).") if best and best[0] else None


def _without_site(words: str, publisher: str) -> str:
    for mark in (" | ", " - ", " – ", " — ", " :: ", " · "):
        if publisher and words.endswith(f"{mark}{publisher}"):
            return words.removesuffix(f"{mark}{publisher}")
    return words


def _published(seen: _Seen, things: list[dict[str, Any]]) -> FieldValue | None:
    candidates = [
        *((_text(one.get("datePublished")), "datePublished") for one in things),
        *((_line(seen.meta.get(name, "")), name) for name in _DATES),
        *((words, "time") for words in seen.times[:1]),
    ]
    found = [(day, tag) for words, tag in candidates if (day := moment(words))]
    if not found:
        return None
    day, tag = found[0]
    other = next((one for one in found if one[0][:10] != day[:10]), None)
    doubt = f"; {other[1]} says {other[0]}" if other else ""
    return FieldValue(day, f"The metadata of the saved page ({tag}{doubt}).")


def _publisher(seen: _Seen, things: list[dict[str, Any]]) -> FieldValue | None:
    candidates = [
        *((_name(one.get("publisher")), "publisher") for one in things),
        *((_line(seen.meta.get(name, "")), name) for name in _PUBLISHERS),
    ]
    return _first(candidates)


def _author(seen: _Seen, things: list[dict[str, Any]]) -> FieldValue | None:
    candidates = [
        *((_name(one.get("author")), "author") for one in things),
        *((_line(seen.meta.get(name, "")), name) for name in _AUTHORS),
    ]
    return _first((words, tag) for words, tag in candidates if not _ADDRESS.match(words))


def _saved(seen: _Seen) -> dict[str, FieldValue | None]:
    """Give the address, as declared or as the browser noted it, and the day on which the page was saved."""
    noted = day = ""
    for comment in seen.comments:
        if (whole := _SINGLE_FILE.search(comment)) is not None:
            noted, day = noted or whole[1], day or moment(whole[2])
        elif (first := _SAVED_FROM.search(comment)) is not None:
            noted = noted or first[1]
    candidates = (seen.canonical, seen.meta.get("og:url", ""), noted)
    address = next((one for one in map(_line, candidates) if _ADDRESS.fullmatch(one)), "")
    return {
        "address": FieldValue(address) if address else None,
        "captured": FieldValue(day, "Noted in the saved page.") if day else None,
    }


def _lang(seen: _Seen) -> FieldValue | None:
    lang = seen.lang.strip()
    return FieldValue(lang.replace("_", "-")) if _LANG.fullmatch(lang) and lang.lower() != "en" else None


def _first(candidates: Iterable[tuple[str, str]]) -> FieldValue | None:
    found = next(((words, tag) for words, tag in candidates if words), None)
    return FieldValue(found[0], f"The metadata of the saved page ({found[1]}).") if found else None


def _name(value: Any) -> str:
    """Give the name of a person or an organization, or of several."""
    if isinstance(value, list):
        return ", ".join(name for one in value[:20] if (name := _name(one)))
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: Any) -> str:
    return _line(value) if isinstance(value, str) else ""


def _line(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _MOST and line.isprintable() else ""
