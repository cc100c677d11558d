"""What is new in some days, or one briefing, as one HTML page for a mail or another site: inline styles, no script."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from mkdocs_briefings.document.direction import direction
from mkdocs_briefings.document.escape import attribute, html
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.outputs.clean import title
from mkdocs_briefings.outputs.news import News, entry, of_briefing, of_measure
from mkdocs_briefings.outputs.publication import site_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs_briefings.model.corpus import Briefing
    from mkdocs_briefings.outputs.publication import Publication
    from mkdocs_briefings.pages.page import Page

FIRST_DAY = dt.date(1000, 1, 1)
"""The first that has a name in EDTF."""
DAYS = 7
_FOLDER = "digest"
_BODY = "margin:0 auto;max-width:40em;padding:1em;font-family:Georgia,serif;font-size:16px;line-height:1.5;color:#1a1a1a;background-color:#ffffff"
_TITLE = "font-size:24px;line-height:1.25;margin:0 0 8px"
_ENTRY = "font-size:19px;line-height:1.3;margin:32px 0 8px"
_SMALL = "font-size:14px;color:#555555"


def what_is_new(publication: Publication, since: dt.date, until: dt.date) -> str:
    """Write all that is new after the day `since`, up to the day `until`, the newest first."""
    say = publication.desk.say
    found = sorted(
        (one for one in _news(publication) if since < one.day <= until),
        key=lambda one: one.order,
        reverse=True,
    )
    first, last = (say.date(dates.parse(day.isoformat())) for day in (since, until))
    words = (
        say("digest-period", first=first, last=last)
        if found
        else say("digest-nothing", first=first, last=last)
    )
    return _page(publication, publication.titled(say("digest")), words, _entries(publication, found))


def last_day(publication: Publication) -> dt.date | None:
    """Return the latest day on which anything is new."""
    return max((one.day for one in _news(publication)), default=None)


def one_briefing(publication: Publication, briefing: Briefing) -> str:
    """Write one briefing, or the note of its withdrawal."""
    found = [next(of_briefing(publication, briefing))] if publication.changed(briefing) else []
    return _page(publication, publication.titled(""), "", _entries(publication, found))


def digest_files(publication: Publication) -> dict[str, bytes]:
    """Write all that there is to write: what was ever new, and each briefing."""
    until = last_day(publication)
    made = {"digest.html": what_is_new(publication, FIRST_DAY, until).encode()} if until else {}
    homes = publication.corpus.briefings.values()
    return made | {f"digest/{one.id}.html": one_briefing(publication, one).encode() for one in homes}


def digest_pages(publication: Publication) -> dict[str, bytes]:
    """Write what is new in the last days and each briefing, as pages that readers can copy."""
    until = last_day(publication)
    since = until - dt.timedelta(days=DAYS) if until else None
    made = {f"{_FOLDER}/new.html": what_is_new(publication, since, until)} if since and until else {}
    made |= {_path(one): one_briefing(publication, one) for one in publication.corpus.briefings.values()}
    return {path: text.encode() for path, text in made.items()}


def digest_foot(publication: Publication) -> Callable[[Page], str]:
    """Give what leads from a briefing to its page for a mail; a script of the theme copies that, where there is one."""

    def foot(page: Page) -> str:
        if page.kind != "briefing":
            return ""
        say = publication.desk.within(page.lang).say
        briefing = publication.corpus.briefings[page.path.rpartition("/")[2].removesuffix(".md")]
        # From this page on: a script reads it only where this page comes from.
        here = site_path(page.path, directory_urls=publication.settings.directory_urls)
        href = attribute(f"{'../' * here.count('/')}{site_path(_path(briefing), directory_urls=True)}")
        return (
            f'<p class="b-citing-files">{html(say("digest-take"))} <a href="{href}">{html(say("digest-page"))}</a> '
            f'<button type="button" class="b-copy" data-b-copy-page="{href}" hidden>{html(say("copy"))}</button></p>\n'
        )

    return foot


def _path(briefing: Briefing) -> str:
    return f"{_FOLDER}/briefings/{briefing.id}.html"


def _news(publication: Publication) -> Iterator[News]:
    for briefing in publication.corpus.briefings.values():
        yield from of_briefing(publication, briefing)
    for measure in publication.desk.derived.states:
        if measure in publication.corpus.entities:
            yield from of_measure(publication, measure)


def _entries(publication: Publication, found: Iterable[News]) -> Iterator[str]:
    for news in found:
        written = entry(publication, news)
        link = f'<a href="{attribute(written.address)}">{html(written.title)}</a>'
        yield f'<h2 style="{_ENTRY}">{link}</h2>\n'
        yield f'<div lang="{attribute(written.lang)}" dir="{direction(written.lang)}">\n{written.html}\n</div>\n'


def _page(publication: Publication, name: str, words: str, entries: Iterable[str]) -> str:
    home, language = publication.address(addresses.HOME), publication.settings.language
    site = f'<a href="{attribute(home)}">{html(title(publication.settings.title))}</a>'
    about = f'<p style="{_SMALL}">{html(words)}</p>\n' if words else ""
    return (
        f'<!doctype html>\n<html lang="{attribute(language)}" dir="{direction(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="robots" content="noindex">\n<title>{html(name)}</title>\n</head>\n'
        f'<body>\n<div style="{_BODY}">\n<h1 style="{_TITLE}">{html(name)}</h1>\n{about}'
        f'{"".join(entries)}<p style="{_SMALL}">{site}</p>\n</div>\n</body>\n</html>\n'
    )
