"""Decide what is published: no drafts, and only a note of withdrawn briefings."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_briefings.model import corpus_fields as fields
from mkdocs_briefings.model import dates
from mkdocs_briefings.model.prose import Name
from mkdocs_briefings.parse.schema import BriefingFile
from mkdocs_briefings.parse.validate import PLACEHOLDER

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.model.corpus import Briefing, Corpus
    from mkdocs_briefings.model.prose import Sentence
    from mkdocs_briefings.parse.file import Parsed

_EMPTY = {"summary": PLACEHOLDER, "claims": {}, "disagreements": [], "questions": []}
"""What is left of a withdrawn briefing: its storylines stay, for their feeds say that it was withdrawn."""


def published(files: Iterable[Parsed], as_of: datetime.date | None, *, drafts: bool) -> list[Parsed]:
    """Leave out drafts (unless wanted) and briefings under embargo on the day `as_of`, empty withdrawn ones."""
    kept = []
    for parsed in files:
        entry = parsed.entry
        if isinstance(entry, BriefingFile):
            if entry.status == "withdrawn":
                kept.append(replace(parsed, entry=entry.model_copy(update=_EMPTY)))
                continue
            if not drafts and (entry.status == "draft" or _embargoed(entry, as_of)):
                continue
        kept.append(parsed)
    return kept


def hide(corpus: Corpus, shown: Iterable[Parsed]) -> Corpus | None:
    """Keep only what is shown of a resolved corpus; None if that refers to hidden claims.

    It gives what resolving the files `shown` gives, in far less time.
    """
    paths = {parsed.path for parsed in shown}
    briefings = {
        id_: _emptied(briefing) if briefing.status == "withdrawn" else briefing
        for id_, briefing in corpus.briefings.items()
        if briefing.path in paths
    }
    claims = {claim.ref: claim for briefing in briefings.values() for claim in briefing.claims}
    shown_ = replace(corpus, briefings=briefings, claims=claims)
    cited = (item.ref for told in fields.of_corpus(shown_) for item in told.sentence.cites)
    referred = (ref for briefing in briefings.values() for ref in fields.referred(briefing, "claim"))
    if any("#" in ref and ref not in claims for ref in (*cited, *referred)):
        return None
    return shown_


def recalled(shown: Corpus, whole: Corpus) -> Corpus:
    """Note of each withdrawn briefing whom it named: who follows them hears of it, too."""
    return replace(
        shown,
        briefings={
            id_: replace(one, recalls=_named(whole.briefings[id_])) if one.status == "withdrawn" else one
            for id_, one in shown.briefings.items()
        },
    )


def _named(briefing: Briefing) -> tuple[tuple[str, int], ...]:
    """Give the entities that a briefing names in any way, each with the number of its claims that do."""
    found = Counter(
        entity
        for claim in briefing.claims
        for entity in {*fields.referred_by_claim(claim), *_in(claim.text)} - {""}
    )
    elsewhere = [id_ for id_ in fields.referred(briefing, "entity") if id_]
    elsewhere += [id_ for told in fields.of_briefing(briefing) for id_ in _in(told.sentence)]
    return tuple(sorted({**dict.fromkeys(elsewhere, 0), **found}.items()))


def _in(sentence: Sentence) -> Iterator[str]:
    return (inline.entity for inline in sentence.inlines if isinstance(inline, Name))


def _emptied(briefing: Briefing) -> Briefing:
    return replace(briefing, summary=(), claims=(), disagreements=(), questions=())


def _embargoed(entry: BriefingFile, as_of: datetime.date | None) -> bool:
    """Return whether the embargo has not certainly passed; without a day to look from it never has."""
    return entry.embargo is not None and (as_of is None or as_of < dates.parse(entry.embargo).latest)
