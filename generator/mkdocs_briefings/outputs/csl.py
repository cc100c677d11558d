"""How a briefing or a source is cited, as CSL-JSON: what every other form of a citation is made from.

Names are never taken apart: each is `literal`. A date that is not one sure day, month or year has no place in the form
that programs agree on, so what is sure of it is in `issued` and the words are in `note`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.model.dates import Precision, Shape
from mkdocs_briefings.outputs.clean import one_line
from mkdocs_briefings.pages import phrases
from mkdocs_briefings.pages.briefing import evidence_to

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Briefing, Source
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.outputs.publication import Publication

Item = dict[str, Any]
DateParts = list[int]


def items(publication: Publication) -> Iterator[Item]:
    """Give all briefings that are not withdrawn, then all sources."""
    for briefing in publication.corpus.briefings.values():
        if briefing.status != "withdrawn":
            yield briefing_item(publication, briefing)
    for source in publication.corpus.sources.values():
        yield source_item(publication, source)


def briefing_item(publication: Publication, briefing: Briefing) -> Item:
    """Cite a briefing as a report of the site, of the day on which it changed last."""
    say = publication.desk.within(briefing.lang).say
    site = one_line(publication.settings.title)
    changed = publication.changed(briefing)
    evidence = evidence_to(publication.desk, briefing)
    return _without_gaps(
        {
            "id": briefing.id,
            "type": "report",
            "title": one_line(briefing.title),
            "author": [{"literal": site}],
            "publisher": site,
            "issued": _issued(_parts(changed, Precision.DAY) if changed else []),
            "language": briefing.lang,
            "URL": publication.web(addresses.briefing(briefing.id)),
            "note": say("cite-evidence", date=say.date(dates.day(evidence))) if evidence else "",
        }
    )


def source_item(publication: Publication, source: Source) -> Item:
    """Cite the article, not the page that this site has of it."""
    say = publication.desk.say
    publisher = one_line(phrases.publisher(publication.corpus, source))
    known = publication.corpus.entities.get(source.publisher or "")
    is_outlet = known is not None and known.kind == "outlet"
    author = source.author if source.author != NOT_STATED else ""
    has_title = source.title and source.title != NOT_STATED
    notes = [
        "" if has_title else say("cite-no-title"),
        say("cite-date", date=say.date(source.published))
        if source.published and not is_sure(source.published)
        else "",
        "" if source.status == "current" else say.of("cite-status", source.status),
    ]
    return _without_gaps(
        {
            "id": source.id,
            "type": "article-newspaper" if is_outlet else "webpage" if source.address else "document",
            "title": one_line(source.title if source.title and has_title else source.label),
            "author": [{"literal": one_line(author)}] if author else [],
            "container-title": publisher if is_outlet else "",
            "publisher": publisher,
            "issued": _issued(sure_parts(source.published)),
            "language": source.lang,
            "URL": source.address or publication.web(addresses.source(source.id)),
            "note": say.sentences(*notes),
        }
    )


def is_sure(date: Date) -> bool:
    """Return whether a date is one day, month or year, with no doubt."""
    return date.shape is Shape.POINT and not (date.approximate or date.uncertain)


def sure_parts(date: Date | None) -> DateParts:
    """Give year, month and day as far as all days that it may be share them; none of what is open or only about."""
    if date is None or date.open_start or date.open_end or date.approximate or date.uncertain:
        return []
    parts = _parts(date.earliest, date.precision)
    last = _parts(date.latest, date.precision)
    shared: DateParts = []
    for one, other in zip(parts, last, strict=True):
        if one != other:
            break
        shared.append(one)
    return shared


def _parts(day: dt.date, precision: Precision) -> DateParts:
    return [day.year, day.month, day.day][:precision]


def _issued(parts: DateParts) -> Item:
    return {"date-parts": [parts]} if parts else {}


def _without_gaps(item: Item) -> Item:
    return {name: value for name, value in item.items() if value}
