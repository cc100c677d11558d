"""Saved pages whose day is hard to find or easy to mistake, in six languages: the third set of the measure in `saved_pages`.

Outlets, persons and places are invented. The layouts were written by somebody who had read the rules, before they were tried on
them. A page may give no day of its own: to read one nevertheless is worse than to read none.
"""

from __future__ import annotations

import datetime as dt
import json
from html import escape as _h
from typing import TYPE_CHECKING, Any

from babel.dates import format_date

from bench.second_words import long_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.second_pages import Facts

_AND = {"en": "and", "fr": "et", "es": "y", "pt": "e", "pl": "i"}
_BY = {"en": "By", "fr": "Par", "es": "Por", "pt": "Por", "pl": "Autor:", "ja": "記者："}
_SECOND = {
    "en": "Dora Finch",
    "fr": "Lise Aubin",
    "es": "Marta Olmedo",
    "pt": "Clara Teles",
    "pl": "Ewa Kozak",
    "ja": "高橋直人",
}
_AGO = {
    "en": "2 hours ago",
    "es": "hace 2 horas",
    "ja": "2時間前",
    "fr": "il y a 2 jours",
    "pt": "há 2 dias",
    "pl": "2 dni temu",
}
_WIRE = {"en": "Coast Wire", "fr": "Agence Rivage", "es": "Agencia Faro", "pt": "Agência Maré"}


def _page(f: Facts, head: str, main: str) -> str:
    return (
        f'<!doctype html>\n<html lang="{f.lang}"><head><meta charset="utf-8"><title>{_h(f.title)} | {_h(f.paper)}</title>{head}</head>'
        f"<body>{main}<footer><p>© {f.other.year} {_h(f.paper)}</p></footer></body></html>"
    )


def _first_and_rest(f: Facts, start: str) -> str:
    first, *rest = f.paragraphs
    return f"<p>{start}{_h(first)}</p>" + "".join(f"<p>{_h(one)}</p>" for one in rest)


def dateline_only(f: Facts) -> str:
    """Only the place and the day before the first words."""
    place = {"en": "ARNSBY, ", "fr": "ARNSVILLE, le ", "es": "Arnedal, ", "pt": "Arnosa, "}[f.lang]
    main = f'<article><h1>{_h(f.title)}</h1><p class="byline">{_BY[f.lang]} {_h(f.author)}</p>'
    return _page(
        f, "", f"{main}{_first_and_rest(f, f'{place}{f.said} – ')}</article><ul>{f.teasers('long')}</ul>"
    )


def time_without_datetime(f: Facts) -> str:
    """A `time` that says the day in words only; the other articles have one, too."""
    teasers = "".join(
        f"<li><a href='/x'>{_h(one)}</a><time>{long_date(f.other, f.lang)}</time></li>" for one in f.more
    )
    main = f"<main><h1>{_h(f.title)}</h1><div><span class='author-name'>{_h(f.author)}</span><time>{f.said}</time></div>{f.body}</main>"
    return _page(f, "", f"{main}<aside><ul>{teasers}</ul></aside>")


def script_state(f: Facts) -> str:
    """Everything in the state that a script of the site reads; the words stand on the page, the day does not."""
    state = {
        "page": "article",
        "related": [{"headline": one, "publishedAt": f"{f.other}T08:00:00Z"} for one in f.more],
        "article": {
            "id": 7,
            "headline": f.title,
            "publishedAt": f.stamp,
            "updatedAt": f"{f.other}T10:00:00Z",
            "authors": [{"name": f.author}],
        },
    }
    script = f"<script>window.__STATE__ = {json.dumps(state, ensure_ascii=False)};</script>"
    return _page(
        f,
        f'<meta property="og:site_name" content="{_h(f.paper)}">',
        f"<div><h1>{_h(f.title)}</h1>{f.body}</div>{script}",
    )


def next_data(f: Facts) -> str:
    """The state as JSON in an element of its own, as a widespread framework has it."""
    props = {"story": {"title": f.title, "slug": "a", "published_at": f.stamp, "updated_at": f"{f.other}T10:00:00Z", "author": {"name": f.author}},
             "more": [{"title": one, "published_at": f"{f.other}T08:00:00Z"} for one in f.more]}  # fmt: skip
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"pageProps": props}}, ensure_ascii=False)}</script>'
    main = f"<main><h1>{_h(f.title)}</h1><p class='byline'>{_BY[f.lang]} {_h(f.author)}</p>{f.body}</main>"
    return _page(f, "", main + script)


def in_the_address(f: Facts) -> str:
    """Only the address has the day; another one is that of an event in the text."""
    head = f'<link rel="canonical" href="https://paper.example/{f.day:%Y/%m/%d}/story.html"><meta property="og:site_name" content="{_h(f.paper)}">'
    main = f'<article><h1>{_h(f.title)}</h1><p class="byline">{_BY[f.lang]} {_h(f.author)}</p>{f.body}</article><ul>{f.teasers("long")}</ul>'
    return _page(f, head, main)


def side_by_side(f: Facts) -> str:
    """Publication and change in one line."""
    later = long_date(f.other, f.lang)
    line = {
        "fr": f"Mis à jour le {later} à 10h00 - Publié le {f.said} à 09h15",
        "es": f"Actualizado: {f.other:%d/%m/%Y} 10:00 | Publicado: {f.day:%d/%m/%Y} 09:15",
        "pl": f"Aktualizacja: {later}, 10:00 • Opublikowano: {f.said}, 9:15",
        "ja": f"更新 {later} 10:00 公開 {f.said} 9:15",
        "pt": f"Atualizado em {later} às 10h00 · Publicado em {f.said} às 9h15",
    }[f.lang]
    return _page(
        f,
        "",
        f'<article><h1>{_h(f.title)}</h1><p class="autor">{_h(f.author)}</p><p class="dates">{line}</p>{f.body}</article>',
    )


def relative_only(f: Facts) -> str:
    """How long ago it was when the page was saved: no day. The other articles have days."""
    main = f'<article><h1>{_h(f.title)}</h1><span class="author">{_h(f.author)}</span><span class="when">{_AGO[f.lang]}</span>{f.body}</article>'
    return _page(f, "", f"{main}<section><h2>…</h2><ul>{f.teasers('long')}</ul></section>")


def relative_with_title(f: Facts) -> str:
    """How long ago, and the day where a pointer rests."""
    stamp = f'<span class="when" title="{f.said}">{_AGO[f.lang]}</span>'
    return _page(
        f,
        "",
        f'<article><h1>{_h(f.title)}</h1><div class="author">{_h(f.author)}</div>{stamp}{f.body}</article>',
    )


def two_authors_linked(f: Facts) -> str:
    """Two links to authors."""
    names = f" {_AND[f.lang]} ".join(
        f'<a rel="author" href="/a/{n}">{_h(one)}</a>' for n, one in enumerate((f.author, _SECOND[f.lang]))
    )
    main = f'<article><h1>{_h(f.title)}</h1><p class="byline">{_BY[f.lang]} {names}</p><time datetime="{f.stamp}">{f.said}</time>{f.body}</article>'
    return _page(f, "", main)


def two_authors_printed(f: Facts) -> str:
    """Two names in one line."""
    line = f"{_BY[f.lang]} {_h(f.author)} {_AND[f.lang]} {_SECOND[f.lang]}"
    return _page(
        f, "", f'<article><h1>{_h(f.title)}</h1><p class="byline">{line}</p><p>{f.said}</p>{f.body}</article>'
    )


def wire_byline(f: Facts) -> str:
    """An agency as the author, with the day as agencies stamp it."""
    stamp = {
        "en": f"{f.day:%a} {f.day.day} {f.day:%b %Y} 09.15 GMT",
        "fr": f"{f.said}, 09:15",
        "es": f"{f.said} - 09:15",
        "pt": f"{f.said} · 09:15",
    }[f.lang]
    main = f'<article><h1>{_h(f.title)}</h1><div class="byline">{_WIRE[f.lang]}</div><div class="stamp">{stamp}</div>{f.body}</article>'
    return _page(f, f'<meta property="og:site_name" content="{_h(f.paper)}">', main)


def updated_only(f: Facts) -> str:
    """Only when it was changed: that is not when it was published."""
    later = long_date(f.other, f.lang)
    line = {"en": f"Updated: {later}, 10:15 a.m.", "es": f"Actualizado a las 10:15 del {later}", "pl": f"Aktualizacja: {later}, 10:15", "ja": f"最終更新 {later} 10:15",
            "fr": f"Mis à jour le {later}"}[f.lang]  # fmt: skip
    return _page(
        f,
        "",
        f'<article><h1>{_h(f.title)}</h1><p class="byline">{_BY[f.lang]} {_h(f.author)}</p><p>{line}</p>{f.body}</article>',
    )


def live_declared(f: Facts) -> str:
    """A live blog that declares itself and its entries."""
    entries: list[dict[str, Any]] = [
        {
            "@type": "BlogPosting",
            "headline": one,
            "datePublished": f"{f.other}T1{n}:00:00Z",
            "author": {"name": _SECOND[f.lang]},
        }
        for n, one in enumerate(f.more)
    ]
    thing = {"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": f.title, "datePublished": f.stamp, "dateModified": f"{f.other}T12:00:00Z",
             "coverageStartTime": f.stamp, "author": {"@type": "Person", "name": f.author}, "publisher": {"name": f.paper}, "liveBlogUpdate": entries}  # fmt: skip
    posts = "".join(f'<article class="entry"><h2>{_h(one["headline"])}</h2><time datetime="{one["datePublished"]}">1{n}:00</time><p>{_h(f.paragraphs[n])}</p></article>'
                    for n, one in enumerate(entries))  # fmt: skip
    rest = "".join(f"<p>{_h(one)}</p>" for one in f.paragraphs[len(entries) :])
    script = f'<script type="application/ld+json">{json.dumps({"@graph": [*entries, thing]}, ensure_ascii=False)}</script>'
    return _page(f, script, f"<main><h1>{_h(f.title)}</h1>{rest}{posts}</main>")


def live_bare(f: Facts) -> str:
    """A live blog that only its entries date, the newest first: when it began is not said."""
    days = [f.other - dt.timedelta(n) for n in range(len(f.paragraphs))]
    posts = "".join(f'<section class="entry"><time datetime="{day}T1{n}:00:00Z">{long_date(day, f.lang)}, 1{n}:00</time><p>{_h(one)}</p></section>'
                    for n, (day, one) in enumerate(zip(days, f.paragraphs, strict=True)))  # fmt: skip
    return _page(
        f, "", f'<main><h1>{_h(f.title)}</h1><p class="byline">{_BY[f.lang]} {_h(f.author)}</p>{posts}</main>'
    )


def masthead_today(f: Facts) -> str:
    """The day on which the page was looked at is on top, as on paper; the article has its own."""
    today = format_date(f.other, "full", locale=f.lang)
    main = f'<div class="top">{today}</div><article><h1>{_h(f.title)}</h1><p class="firma">{_h(f.author)}</p><p class="fecha">{f.said}</p>{f.body}</article>'
    return _page(f, "", main)


def below_the_text(f: Facts) -> str:
    """The day below the text; teasers with days above the headline."""
    line = {
        "pl": f"Data publikacji: {f.said}",
        "pt": f"Publicado em {f.said}",
        "fr": f"Publié le {f.said}",
        "ja": f"掲載日：{f.said}",
    }[f.lang]
    return _page(
        f,
        "",
        f'<ul class="strip">{f.teasers("long")}</ul><article><h1>{_h(f.title)}</h1>{f.body}<p class="info">{line}</p></article>',
    )


LAYOUTS: dict[str, tuple[Callable[[Facts], str], tuple[str, ...], str]] = {
    "dateline only": (dateline_only, ("en", "fr", "es", "pt"), "author publisher"), "time without datetime": (time_without_datetime, ("fr", "es", "pl", "ja"), "author publisher"),
    "script state": (script_state, ("en", "pt", "ja"), "author publisher"), "next data": (next_data, ("en", "es", "pl"), "author publisher"),
    "in the address": (in_the_address, ("en", "es", "fr"), "author publisher"), "side by side": (side_by_side, ("fr", "es", "pl", "ja", "pt"), "author publisher"),
    "relative only": (relative_only, ("en", "es", "ja"), "author publisher undated"), "relative with title": (relative_with_title, ("en", "pt", "fr"), "author publisher"),
    "two authors, linked": (two_authors_linked, ("en", "fr", "pl"), "author second publisher"), "two authors, printed": (two_authors_printed, ("en", "pt", "es"), "author second publisher"),
    "wire byline": (wire_byline, ("en", "fr", "es", "pt"), "wire publisher"), "updated only": (updated_only, ("en", "es", "pl", "ja", "fr"), "author publisher undated"),
    "live, declared": (live_declared, ("en", "fr", "es"), "author publisher"), "live, bare": (live_bare, ("en", "pt", "pl"), "author publisher undated"),
    "masthead": (masthead_today, ("es", "fr", "en"), "author publisher"), "below the text": (below_the_text, ("pl", "pt", "fr", "ja"), "publisher"),
}  # fmt: skip
"""Of each layout: how it makes a page, its languages, which fields it gives (`second`: two authors), or that it gives no day."""


def authors(f: Facts, told: str) -> str:
    """Return who wrote a page of a layout that gives these fields."""
    if "wire" in told:
        return _WIRE[f.lang]
    if "second" in told:
        return f"{f.author}, {_SECOND[f.lang]}"
    return f.author if "author" in told else ""
