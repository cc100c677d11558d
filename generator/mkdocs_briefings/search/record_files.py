"""Write search records as files: a list for the scan in the browser, and pages for Pagefind."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from mkdocs_briefings.search.keys import keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_briefings.search.record import Find, Record

Located = tuple["Find", "Address"]
"""What can be found, and where its page is."""

MOST_WORDS = 250_000
"""Words of a shard, each counted once a page: Pagefind needs about a kilobyte of memory for each, and a browser reads the
list of pages of a shard before it shows a hit."""
GLOBAL = "briefingsFinds"
"""The one name that the script of records gives to the browser."""
_CJK = re.compile("[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_UNSAFE = re.compile(r"[^\w.~:,\[\]{}-]", re.ASCII)
"""What an address or an id does not hold as it is (RFC 3986), but for the signs of JSON that hurt nobody."""
_IN_SCRIPT = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a page of the site is."""

    url: str
    """Relative to the root of the site, as links write it."""
    file: str
    """Relative to the folder of the site."""


def shards(finds: Iterable[Located], most: int = MOST_WORDS) -> list[list[Located]]:
    """Part what can be found into indexes that are searched one after the other, the newest first.

    So neither the memory for making an index grows with the site, nor what a browser fetches before its first hits.
    """
    timeless: list[Located] = []
    dated: list[Located] = []
    for one in finds:
        (dated if one[0].date else timeless).append(one)
    dated.sort(key=lambda one: one[0].date, reverse=True)
    made: list[list[Located]] = [[]]
    left = most
    for one in (*timeless, *dated):
        size = _distinct(one[0])
        if size > left and made[-1]:
            made.append([])
            left = most
        made[-1].append(one)
        left -= size
    return made


def _distinct(find: Find) -> int:
    return len({word for text in _texts(find) for word in spaced(text).split()})


def _texts(find: Find) -> tuple[str, ...]:
    return (find.title, *find.names, *(text for one in find.records for text in (one.text, one.said)))


def script(finds: Iterable[Located]) -> str:
    """Write all records as a classic script, which also loads where modules and data do not: over `file://`."""
    pages = [
        [
            address.url,
            find.title,
            find.lang,
            list(find.names),
            [
                [one.anchor, one.kind, one.by, dict(one.facets), one.text, one.said, one.type]
                for one in find.records
            ],
        ]
        for find, address in finds
    ]  # fmt: skip
    return f"globalThis.{GLOBAL}={in_script(json.dumps(pages, ensure_ascii=False, separators=(',', ':')))};\n"


def in_script(text: str) -> str:
    """Escape in JSON what could end a script or, in old browsers, the line."""
    return _IN_SCRIPT.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def slim(find: Find, address: Address) -> str:
    """Write a page for Pagefind: only what can be found, with an element at the beginning of each part.

    Pagefind gives the ids of elements back with each result and does not search them. So the id at the beginning
    of a record holds, as JSON, what the front shows of it; `names`, `text` and `said` mark parts of a record, `keys` what
    makes the page be found by words that Pagefind reads otherwise than readers.
    """
    first, *others = find.records
    values = dict.fromkeys(
        (name, value) for one in find.records for name, found in one.facets for value in found
    )
    filters = "".join(
        f'<meta data-pagefind-filter="{name}[content]" content="{escape(value)}">' for name, value in values
    )
    text = '<p data-pagefind-weight="0.2">' if first.type == "page" else "<p>"
    names = f'<a id="names"></a><span data-pagefind-weight="10">{_words(", ".join(find.names))}</span> '
    parts = [
        f'<h1 data-pagefind-weight="7">{_mark(first, address.url, find.lang)}{_words(find.title)}</h1>{text}',
        names if find.names else "",
        f'<a id="text"></a>{_words(first.text)} ',
        *(f"{_mark(one)}{_words(one.text)} {_said(one)}" for one in others),
        f'<a id="keys"></a><span data-pagefind-weight="0.1">{escape(" ".join(keys(_texts(find))))}</span>',
    ]
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{escape(find.title)}</title></head>'
        f"<body data-pagefind-body>{filters}{''.join(parts)}</p></body></html>\n"
    ).encode("utf-8", "replace").decode()  # fmt: skip


def spaced(text: str) -> str:
    """Part the characters of Chinese and Japanese, which have no spaces: each is a word of the index."""
    return " ".join((text if text.isascii() else _CJK.sub(r" \g<0> ", text)).split())


def _words(text: str) -> str:
    return escape(spaced(text))


def _said(one: Record) -> str:
    return f'<a id="said"></a><span data-pagefind-weight="0.5">{_words(one.said)}</span> ' if one.said else ""


def _mark(one: Record, *more: str) -> str:
    """Mark the beginning of a record; percent-encoded, for Pagefind takes the spaces out of ids."""
    data = [one.anchor, one.kind, one.by, dict(one.facets), one.type, *more]
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'<a id="{_encoded(text)}"></a>'


def _encoded(text: str) -> str:
    """Percent-encode what is unsafe, each byte of its UTF-8."""
    plain = text if text.isascii() else text.encode("utf-8", "replace").decode("latin-1")
    return _UNSAFE.sub(lambda match: f"%{ord(match[0]):02X}", plain)
