"""Measure what `briefings add` reads out of saved pages of our own, beside trafilatura: three sets.

    python -m bench.saved_pages [--set first|second|third] [--pages 144] [--seed 1] [--json FILE]

Each page is made from what is true of it: date, title, author, publisher, paragraphs, and furniture around them. A field is
right, wrong or absent; of the body, the share of its words that was kept; of the furniture, the share that came along.
"""

from __future__ import annotations

import argparse
import datetime as dt
import html
import json
import logging
import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from mkdocs_briefings.intake.article import UnreadableError
from mkdocs_briefings.intake.extraction import extract

from bench import third_pages
from bench.second_pages import SYSTEMS, facts

if TYPE_CHECKING:
    from collections.abc import Callable

FIELDS = ("published", "title", "author", "publisher")

_MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
    "de": ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
}  # fmt: skip
_WHO = {
    "en": (
        "The harbour board",
        "A spokesman of the hospital",
        "The county council",
        "The ferry company",
        "An engineer",
    ),
    "de": ("Die Hafenbehörde", "Ein Sprecher der Klinik", "Der Kreistag", "Die Reederei", "Eine Ingenieurin"),
    "fr": (
        "Le conseil du port",
        "Un porte-parole de l'hôpital",
        "Le conseil départemental",
        "La compagnie",
        "Une ingénieure",
    ),
}
_DID = {
    "en": ("has put off the opening of the new lock", "will close two of its wards", "wants to pay {n} million for the bridge",
           "counted {n} oyster beds in the sound", "said that the plan had been dropped", "expects {n} passengers a day"),
    "de": ("hat die Eröffnung der neuen Schleuse verschoben", "will zwei Stationen schließen", "will {n} Millionen für die Brücke zahlen",
           "zählte {n} Austernbänke im Sund", "teilte mit, dass der Plan aufgegeben sei", "erwartet {n} Fahrgäste am Tag"),
    "fr": ("a reporté l'ouverture de la nouvelle écluse", "va fermer deux de ses services", "veut payer {n} millions pour le pont",
           "a compté {n} bancs d'huîtres dans le détroit", "a dit que le projet était abandonné", "attend {n} passagers par jour"),
}  # fmt: skip
_WHY = {
    "en": ("because steel came late", "after a long dispute with the owners", "although the mayor had asked for more time", "as the winter was mild"),
    "de": ("weil der Stahl zu spät kam", "nach langem Streit mit den Eigentümern", "obwohl die Bürgermeisterin um Aufschub bat", "da der Winter mild war"),
    "fr": ("parce que l'acier est arrivé tard", "après un long litige avec les propriétaires", "bien que la maire ait demandé un délai", "car l'hiver était doux"),
}  # fmt: skip
_FURNITURE = {
    "en": ("Home", "Sign in", "Subscribe to our newsletter and never miss a story", "Most read: ferries, locks and bridges", "Cookie settings",
           "Share this article", "All rights reserved", "Related: the old lock in pictures"),
    "de": ("Startseite", "Anmelden", "Newsletter abonnieren und nichts verpassen", "Meistgelesen: Fähren, Schleusen, Brücken", "Cookie-Einstellungen",
           "Artikel teilen", "Alle Rechte vorbehalten", "Lesen Sie auch: die alte Schleuse in Bildern"),
    "fr": ("Accueil", "Se connecter", "Abonnez-vous à notre lettre et ne manquez rien", "Les plus lus : ferries, écluses et ponts", "Gérer les cookies",
           "Partager l'article", "Tous droits réservés", "À lire aussi : l'ancienne écluse en images"),
}  # fmt: skip
_PUBLISHERS = {
    "en": ("Westhaven Courier", "The Skerrow Gazette", "Coast Wire"),
    "de": ("Nordküsten-Anzeiger", "Der Hafenbote", "Kreiszeitung Marsch"),
    "fr": ("Le Rivage", "L'Écho du Détroit", "La Gazette de Velmonde"),
}
_AUTHORS = ("Ada Alder", "Piet Hansen", "Odile Marchand", "Jürgen Voß", "Mia Lund", "Émile Rousse")


@dataclass(frozen=True, slots=True)
class SavedPage:
    """What is true of a page, and the page."""

    layout: str
    lang: str
    published: str
    title: str
    author: str
    publisher: str
    body: tuple[str, ...]
    furniture: tuple[str, ...]
    html: bytes


def pages(count: int, seed: int) -> list[SavedPage]:
    """Make pages, as many of each layout and language; the same seed gives the same bytes."""
    made = []
    for n in range(count):
        luck = random.Random(f"{seed}/{n}")
        layout = list(LAYOUTS)[n % len(LAYOUTS)]
        lang = ("en", "de", "fr")[n // len(LAYOUTS) % 3]
        made.append(_page(layout, lang, luck))
    return made


def second(seed: int) -> list[SavedPage]:
    """Make three pages of each system of the second set; a field that a page does not give is empty."""
    made = []
    for system, (write, langs, told) in SYSTEMS.items():
        for n, lang in enumerate(langs):
            f = facts(lang, random.Random(f"{seed}/{system}/{n}"))
            day = "" if "undated" in told else f.day.isoformat()
            author = f.author if "author" in told else ""
            publisher = f.paper if "publisher" in told else ""
            made.append(
                SavedPage(
                    system, lang, day, f.title, author, publisher, f.paragraphs, f.more, write(f).encode()
                )
            )
    return made


def third(seed: int) -> list[SavedPage]:
    """Make a page of each layout and language of the third set."""
    made = []
    for layout, (write, langs, told) in third_pages.LAYOUTS.items():
        for n, lang in enumerate(langs):
            f = facts(lang, random.Random(f"{seed}/{layout}/{n}"))
            day = "" if "undated" in told else f.day.isoformat()
            who = third_pages.authors(f, told)
            made.append(
                SavedPage(layout, lang, day, f.title, who, f.paper, f.paragraphs, f.more, write(f).encode())
            )
    return made


def _page(layout: str, lang: str, luck: random.Random) -> SavedPage:
    day = dt.date(2023, 1, 1) + dt.timedelta(luck.randrange(1100))

    def sentence() -> str:
        did = luck.choice(_DID[lang]).format(n=luck.randrange(3, 900))
        return f"{luck.choice(_WHO[lang])} {did}, {luck.choice(_WHY[lang])}."

    title = sentence().partition(",")[0]
    body = tuple(
        " ".join(sentence() for _ in range(luck.randrange(2, 5))) for _ in range(luck.randrange(4, 9))
    )
    facts = {
        "lang": lang, "title": title, "author": luck.choice(_AUTHORS), "publisher": luck.choice(_PUBLISHERS[lang]),
        "iso": day.isoformat(), "said": _said(day, lang), "time": f"{day.isoformat()}T0{luck.randrange(6, 10)}:15:00+01:00",
    }  # fmt: skip
    text = LAYOUTS[layout]({name: html.escape(value) for name, value in facts.items()}, "".join(f"<p>{html.escape(one)}</p>\n" for one in body),
                           [html.escape(one) for one in _FURNITURE[lang]])  # fmt: skip
    return SavedPage(
        layout,
        lang,
        day.isoformat(),
        title,
        facts["author"],
        facts["publisher"],
        body,
        _FURNITURE[lang],
        text.encode(),
    )


def _said(day: dt.date, lang: str) -> str:
    month = _MONTHS[lang][day.month - 1]
    return {
        "en": f"{month} {day.day}, {day.year}",
        "de": f"{day.day}. {month} {day.year}",
        "fr": f"{day.day} {month} {day.year}",
    }[lang]


def _around(head: str, main: str, furniture: list[str], lang: str) -> str:
    nav = "".join(f'<li><a href="/{n}">{words}</a></li>' for n, words in enumerate(furniture[:3]))
    foot = "".join(f"<p>{words}</p>" for words in furniture[3:])
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body><nav><ul>{nav}</ul></nav>\n'
        f"{main}\n<footer>{foot}</footer></body></html>"
    )


_AND = re.compile(r",? (?:and|et|y|e|i) (?=[A-ZÀ-Ž])")
"""Between two authors; their names are never part of a title here."""

Facts = dict[str, str]


def _json_ld(f: Facts, body: str, furniture: list[str]) -> str:
    thing = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": html.unescape(f["title"]), "datePublished": f["time"],
        "author": [{"@type": "Person", "name": html.unescape(f["author"])}], "publisher": {"@type": "Organization", "name": html.unescape(f["publisher"])},
    }  # fmt: skip
    head = f'<title>{f["title"]} | {f["publisher"]}</title><script type="application/ld+json">{json.dumps(thing)}</script>'
    return _around(head, f"<article><h1>{f['title']}</h1>{body}</article>", furniture, f["lang"])


def _json_ld_graph(f: Facts, body: str, furniture: list[str]) -> str:
    things = {"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "@id": "#site", "name": html.unescape(f["publisher"])}, {"@type": "Person", "@id": "#who", "name": html.unescape(f["author"])},
        {"@type": "Article", "headline": html.unescape(f["title"]), "datePublished": f["iso"], "author": {"@id": "#who"}, "publisher": {"@id": "#site"}},
    ]}  # fmt: skip
    head = f'<title>{f["title"]} - {f["publisher"]}</title><script type="application/ld+json">//<![CDATA[\n{json.dumps(things)}\n//]]></script>'
    return _around(head, f"<div class='post'><h1>{f['title']}</h1>{body}</div>", furniture, f["lang"])


def _open_graph(f: Facts, body: str, furniture: list[str]) -> str:
    head = (
        f'<title>{f["title"]}</title><meta property="og:title" content="{f["title"]}"><meta property="og:site_name" content="{f["publisher"]}">'
        f'<meta property="article:published_time" content="{f["time"]}"><meta name="author" content="{f["author"]}">'
    )
    return _around(head, f"<main><h1>{f['title']}</h1><div>{body}</div></main>", furniture, f["lang"])


def _microdata(f: Facts, body: str, furniture: list[str]) -> str:
    main = (
        f'<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{f["title"]}</h1>'
        f'<span itemprop="author">{f["author"]}</span> <span itemprop="datePublished" content="{f["iso"]}">{f["said"]}</span>'
        f'<div itemprop="articleBody">{body}</div></div>'
    )
    return _around(
        f'<title>{f["title"]}</title><meta property="og:site_name" content="{f["publisher"]}">',
        main,
        furniture,
        f["lang"],
    )


def _time_tag(f: Facts, body: str, furniture: list[str]) -> str:
    main = f'<article><header><h1>{f["title"]}</h1><p class="byline">{_by(f)}</p><time datetime="{f["time"]}">{f["said"]}</time></header>{body}</article>'
    return _around(f"<title>{f['title']} | {f['publisher']}</title>", main, furniture, f["lang"])


def _by(f: Facts) -> str:
    return {"en": "By", "de": "Von", "fr": "Par"}[f["lang"]] + " " + f["author"]


def _printed_date(f: Facts, body: str, furniture: list[str]) -> str:
    main = f'<div id="content"><h1>{f["title"]}</h1><div class="author">{f["author"]}</div><div class="date">{f["said"]}</div>{body}</div>'
    return _around(f"<title>{f['title']} – {f['publisher']}</title>", main, furniture, f["lang"])


def _logo_heading(f: Facts, body: str, furniture: list[str]) -> str:
    main = (
        f'<header><h1><a href="/">{f["publisher"]}</a></h1></header><article><h2>{f["title"]}</h2>'
        f'<p class="meta">{_by(f)}, <time datetime="{f["iso"]}">{f["said"]}</time></p>{body}</article>'
    )
    return _around(f"<title>{f['title']} :: {f['publisher']}</title>", main, furniture, f["lang"])


def _dublin_core(f: Facts, body: str, furniture: list[str]) -> str:
    head = (
        f'<title>{f["title"]}</title><meta name="DC.title" content="{f["title"]}"><meta name="DC.creator" content="{f["author"]}">'
        f'<meta name="DC.date.issued" content="{f["iso"]}"><meta name="DC.publisher" content="{f["publisher"]}">'
    )
    return _around(head, f"<h1>{f['title']}</h1>{body}", furniture, f["lang"])


def _parsely(f: Facts, body: str, furniture: list[str]) -> str:
    head = (
        f'<title>{f["title"]}</title><meta name="parsely-title" content="{f["title"]}"><meta name="parsely-author" content="{f["author"]}">'
        f'<meta name="parsely-pub-date" content="{f["time"]}"><meta property="og:site_name" content="{f["publisher"]}">'
    )
    return _around(head, f"<section><h1>{f['title']}</h1>{body}</section>", furniture, f["lang"])


def _table_layout(f: Facts, body: str, furniture: list[str]) -> str:
    side = "".join(f"<a href='/'>{words}</a><br>" for words in furniture)
    main = f"<table><tr><td width='20%'>{side}</td><td><font size='5'><b>{f['title']}</b></font><br><i>{_by(f)}, {f['said']}</i>{body}</td></tr></table>"
    return f'<html lang="{f["lang"]}"><head><meta charset="utf-8"><title>{f["title"]} - {f["publisher"]}</title></head><body>{main}</body></html>'


def _blog(f: Facts, body: str, furniture: list[str]) -> str:
    comments = "".join(f"<li class='comment'><p>{words}</p></li>" for words in furniture[4:7])
    main = (
        f'<article class="h-entry"><h1 class="p-name entry-title">{f["title"]}</h1><a class="p-author" rel="author">{f["author"]}</a>'
        f'<time class="dt-published" datetime="{f["iso"]}">{f["said"]}</time><div class="e-content entry-content">{body}</div></article>'
        f'<section id="comments"><ol>{comments}</ol></section>'
    )
    return _around(
        f'<title>{f["title"]}</title><meta property="og:site_name" content="{f["publisher"]}">',
        main,
        furniture,
        f["lang"],
    )


def _press_release(f: Facts, body: str, furniture: list[str]) -> str:
    main = f'<div class="press"><p>{f["said"]}</p><h1>{f["title"]}</h1>{body}<p>{f["publisher"]}</p></div>'
    head = f'<title>{f["title"]}</title><meta name="date" content="{f["iso"]}"><meta name="author" content="{f["author"]}"><meta name="publisher" content="{f["publisher"]}">'
    return _around(head, main, furniture, f["lang"])


LAYOUTS: dict[str, Callable[[Facts, str, list[str]], str]] = {
    "json-ld": _json_ld, "json-ld-graph": _json_ld_graph, "open-graph": _open_graph, "microdata": _microdata, "time-tag": _time_tag,
    "printed-date": _printed_date, "logo-heading": _logo_heading, "dublin-core": _dublin_core, "parsely": _parsely,
    "table-layout": _table_layout, "blog": _blog, "press-release": _press_release,
}  # fmt: skip


def ours(page: SavedPage) -> tuple[dict[str, str], str]:
    """Return what we read: the fields and the text."""
    try:
        found = extract("page.html", page.html)
    except UnreadableError:
        return {}, ""
    skipped = {line for lines in found.skip.values() for line in lines}
    text = "\n".join(line for line in found.text.splitlines() if line.strip() not in skipped)
    return {name: found.metadata[name].value for name in FIELDS if name in found.metadata}, text


def theirs(page: SavedPage) -> tuple[dict[str, str], str]:
    """Return what trafilatura reads, with its own settings."""
    import trafilatura  # noqa: PLC0415, it takes a second

    found = trafilatura.bare_extraction(page.html.decode(), with_metadata=True)
    if not isinstance(found, trafilatura.settings.Document):
        return {}, ""
    names = {
        "published": found.date,
        "title": found.title,
        "author": found.author,
        "publisher": found.sitename,
    }
    return {name: value for name, value in names.items() if value}, found.text or ""


def measured(
    made: list[SavedPage], read: Callable[[SavedPage], tuple[dict[str, str], str]]
) -> dict[str, dict[str, Any]]:
    """Count what is right, wrong and absent of each field, and the shares of body and furniture."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    kept = came = 0.0
    for page in made:
        fields, text = read(page)
        for name in FIELDS:
            value = fields.get(name, "")
            told = value[:10] if name == "published" else value
            right = _same(
                told, getattr(page, name)
            )  # a field that the page does not give is right if it is absent
            counts[name]["right" if right else "wrong" if value else "absent"] += 1
        words = Counter(text.split())
        kept += _share(page.body, words)
        came += sum(line in text for line in page.furniture) / len(page.furniture)
    shares = {"body": {"kept": round(kept / len(made), 3)}, "furniture": {"came": round(came / len(made), 3)}}
    return {**{name: dict(one) for name, one in counts.items()}, **shares}


def _same(value: str, wanted: str) -> bool:
    told, true = (_AND.sub(", ", " ".join(one.split())).casefold() for one in (value, wanted))
    return told == true


def _share(body: tuple[str, ...], words: Counter[str]) -> float:
    wanted = Counter(" ".join(body).split())
    return sum((wanted & words).values()) / sum(wanted.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=144)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--set", choices=("first", "second", "third"), default="first")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    sets = {"first": lambda seed: pages(given.pages, seed), "second": second, "third": third}
    made = sets[given.set](given.seed)
    found = {"ours": measured(made, ours), "trafilatura": measured(made, theirs)}
    for who, figures in found.items():
        click.echo(f"{who}, {len(made)} pages:")
        for name, counts in figures.items():
            click.echo(
                f"  {name}: " + ", ".join(f"{number} {what}" for what, number in sorted(counts.items()))
            )
    by_layout: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for page in made:
        fields, _ = ours(page)
        by_layout[page.layout].update(
            name
            for name in FIELDS
            if not _same(fields.get(name, "")[: 10 if name == "published" else None], getattr(page, name))
        )
    for layout, counts in by_layout.items():
        if counts:
            click.echo(
                f"  not right in {layout}: "
                + ", ".join(f"{name} {number}" for name, number in counts.items())
            )
    if given.json:
        given.json.write_text(
            json.dumps({"pages": len(made), "seed": given.seed, **found}, indent=1), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
