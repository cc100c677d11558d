"""Feeds of the site, of each storyline and measure, and of whatever else is named often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import attribute
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.outputs import atom, json_feed
from mkdocs_briefings.outputs.feed import Feed
from mkdocs_briefings.outputs.news import entry, of_briefing, of_measure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs_briefings.outputs.feed import Scope
    from mkdocs_briefings.outputs.news import FeedEntry, News
    from mkdocs_briefings.outputs.publication import Publication
    from mkdocs_briefings.pages.page import Page

MOST = 30
"""Entries of the feed of the site."""
MOST_OF_ONE = 12
"""Entries of the feed of one storyline, measure or entity."""


REL = "alternate feed"
"""Material asks the server for a `sitemap.xml` beside whatever is `rel="alternate"` and nothing else."""


def feeds(publication: Publication) -> tuple[Feed, ...]:
    """Give all feeds that have an entry: that of the site, then those of storylines, measures and other entities."""
    return publication.once("feeds", lambda: _feeds(publication))


def _feeds(publication: Publication) -> tuple[Feed, ...]:
    corpus, desk = publication.corpus, publication.desk
    of_home = {id_: tuple(of_briefing(publication, one)) for id_, one in corpus.briefings.items()}
    moved = {m: tuple(of_measure(publication, m)) for m in desk.derived.states if m in corpus.entities}
    everything = (*of_home.values(), *moved.values())
    made = [_feed("site", "site", "", addresses.HOME, (one for found in everything for one in found), MOST)]
    for line in corpus.storylines.values():
        homes = (found for id_, found in of_home.items() if line.id in corpus.briefings[id_].storylines)
        states = (moved.get(measure, ()) for measure in line.measures)
        news = (one for found in (*homes, *states) for one in found)
        made.append(
            _feed("storyline", f"storylines/{line.id}", line.title, addresses.storyline(line.id), news)
        )
    for id_ in sorted(desk.derived.present):
        homes_of = _homes(publication, id_)
        entity = corpus.entities[id_]
        is_measure = entity.kind == "measure"
        if homes_of.claims < publication.settings.feed_claims and not is_measure:
            continue
        news = (one for home in homes_of.briefings for one in of_home.get(home, ()))
        both = (*news, *moved.get(id_, ()))
        scope: Scope = "measure" if is_measure else "entity"
        made.append(_feed(scope, f"entities/{id_}", entity.name, addresses.entity(id_), both))
    return tuple(feed for feed in made if feed.news)


def feed_files(publication: Publication) -> dict[str, bytes]:
    """Write all feeds in all forms; an entry is written once for all that have it."""
    entries: dict[str, FeedEntry] = {}
    parts: tuple[dict[str, str], dict[str, str]] = ({}, {})
    made: dict[str, bytes] = {}
    for feed in feeds(publication):
        shown = []
        for news in feed.news:
            if news.path not in entries:
                entries[news.path] = entry(publication, news)
            shown.append(entries[news.path])
        for form, known in zip((atom, json_feed), parts, strict=True):
            texts = []
            for one in shown:
                if one.name not in known:
                    known[one.name] = form.written_entry(one)
                texts.append(known[one.name])
            made[f"{feed.path}{form.ENDING}"] = form.written_feed(publication, feed, shown, texts).encode()
    return made


@dataclass(frozen=True, slots=True)
class _Homes:
    """The briefings in which an entity is named or speaks, and in how many claims."""

    briefings: tuple[str, ...]
    claims: int


def _homes(publication: Publication, entity: str) -> _Homes:
    links = publication.desk.derived.backlinks
    about = links.entities.get(entity, ())
    said = links.said.get(entity, ())
    claims = {link.claim.ref for link in about if link.claim} | {claim.ref for claim in said}
    withdrawn = _recalled(publication).get(entity, {})
    homes = dict.fromkeys((*(link.home for link in about), *(claim.briefing for claim in said), *withdrawn))
    return _Homes(tuple(homes), len(claims) + sum(withdrawn.values()))


def _recalled(publication: Publication) -> dict[str, dict[str, int]]:
    """Give the withdrawn briefings that named an entity: its feed told of them, so it tells that they are withdrawn."""

    def found() -> dict[str, dict[str, int]]:
        made: dict[str, dict[str, int]] = {}
        for id_, briefing in publication.corpus.briefings.items():
            for entity, claims in briefing.recalls:
                made.setdefault(entity, {})[id_] = claims
        return made

    return publication.once("recalled", found)


def _feed(  # noqa: PLR0913, what a feed is
    scope: Scope, name: str, about: str, home: str, news: Iterable[News], most: int = MOST_OF_ONE
) -> Feed:
    newest = sorted({one.path: one for one in news}.values(), key=lambda one: one.order, reverse=True)
    return Feed(scope, addresses.feed(name), about, Target(home), tuple(newest[:most]))


def feed_head(publication: Publication) -> Callable[[Page | None], str]:
    """Give what the head of a page says of feeds: that of the site, and its own."""
    found = feeds(publication)
    site = "".join(_links(publication, feed) for feed in found if feed.scope == "site")
    own = {feed.home.page: feed for feed in found if feed.scope != "site"}

    def head(page: Page | None) -> str:
        feed = own.get(page.path) if page else None
        return f"{_links(publication, feed)}{site}" if feed else site

    return head


def _links(publication: Publication, feed: Feed) -> str:
    words = attribute(publication.titled(feed.about))
    return "".join(
        f'<link rel="{REL}" type="{form.MEDIA_TYPE}" title="{words}" '
        f'href="{attribute(publication.address(feed.path + form.ENDING))}">\n'
        for form in (atom, json_feed)
    )
