"""When a briefing last changed: the latest of its evidence, its updates, its corrections and its withdrawal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from mkdocs_briefings.model.corpus import Briefing, Corpus
    from mkdocs_briefings.model.dates import Date


def last_change(corpus: Corpus, briefing: Briefing) -> datetime.date | None:
    """Return the day of the last change; None where nothing has a day. A withdrawal is dated by `updated`."""
    evidence = (corpus.sources[id_].published for id_ in briefing.sources)
    corrections = (one.date for one in briefing.corrections)
    return latest((*evidence, briefing.updated, *corrections))


def latest(dates: Iterable[Date | None]) -> datetime.date | None:
    """Return the last day of some dates; what has an open end names no last day."""
    return max((one.latest for one in dates if one and not one.open_end), default=None)
