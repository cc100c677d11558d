"""Resolve what was written into the corpus: ids, passages, names; report all errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.corpus import Corpus
from mkdocs_briefings.resolve import briefings as briefings_
from mkdocs_briefings.resolve import ids
from mkdocs_briefings.resolve.entities import entities, gather_names
from mkdocs_briefings.resolve.sources import sources

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.parse.file import Parsed
    from mkdocs_briefings.resolve.lookups import ResolveMemo


def resolve(
    files: Sequence[Parsed], as_of: datetime.date | None = None, memo: ResolveMemo | None = None
) -> tuple[Corpus, list[Problem]]:
    """Resolve the whole desk.

    Args:
        files: every file of the desk, ordered by path.
        as_of: the day from which the site looks; None for the day of the newest source.
        memo: what was resolved before. What looks up the same again is the same object again.

    """
    known, problems = ids.know(files)
    found_entities, entity_problems = entities(files, known, memo)
    problems += entity_problems
    names = gather_names(found_entities, memo)
    found_sources, held, mentions, source_problems = sources(files, known, names, memo)
    problems += source_problems
    found_briefings = briefings_.briefings(files, known, names, found_sources, held, problems, memo)
    stories = briefings_.storylines(files, known, names, problems, memo)
    claims = {claim.ref: claim for briefing in found_briefings.values() for claim in briefing.claims}
    newest = max((s.published.latest for s in found_sources.values() if s.published), default=None)
    corpus = Corpus(
        found_sources, found_briefings, found_entities, stories, claims, mentions, as_of or newest
    )
    return corpus, problems
