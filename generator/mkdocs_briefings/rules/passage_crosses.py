"""Report quotations that go over the end of a paragraph, or take in a headline, a byline or a caption."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.model.problem import Place, Rule, Severity
from mkdocs_briefings.rules.row import OfDesk
from mkdocs_briefings.text import quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.corpus import Claim, Source
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.text.quotation import Span

RULE = Rule(
    "passage-crosses",
    Severity.WARNING,
    "A quotation goes over the end of a paragraph, or takes in a headline, a byline or a caption with other words.",
    "Readers see one passage, where the article has parts that do not belong together.",
    "`quote: New lock opens By Ada Alder The port said`",
    "Quote each part by itself, in a list.",
)

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_LONG_LINE = 130
"""Characters of a line that is not broken to a width: it is a paragraph."""


def check(evidence: Evidence) -> Iterator[Problem]:
    """Find passages that are parts of more than one paragraph, or of a line of another kind."""
    titles = {
        id_: evidence.once(("title in text", id_), partial(_title, source), source)
        for id_, source in evidence.corpus.sources.items()
    }
    for claim in evidence.corpus.claims.values():
        source = evidence.corpus.sources.get(claim.source)
        for n, passage in enumerate(claim.passages if source else ()):
            why = next((why for span in passage.spans if (why := _crossed(source, span, titles))), "")
            if why:
                yield RULE.at(_place(claim, n), f"the quotation {why}")


def _crossed(source: Source | None, span: Span, titles: dict[str, Span | None]) -> str:
    if source is None:
        return ""
    named = [(kind, at) for kind, at in source.skip if kind in {"heading", "byline", "caption"}]
    title = titles[source.id]
    for kind, at in [*([("headline", title)] if title else []), *named]:
        overlaps = at[0] < span[1] and span[0] < at[1]
        if overlaps and not (at[0] <= span[0] and span[1] <= at[1]):
            return f"takes in a {kind}"
    words = source.text.raw[slice(*span)]
    lines = words.split("\n")
    is_over = _BLANK_LINE.search(words) or (len(lines) > 1 and max(map(len, lines)) > _LONG_LINE)
    return "goes over the end of a paragraph" if is_over else ""


def _title(source: Source) -> Span | None:
    """Return where the headline is in the text, if it is a line of its own there."""
    if source.outline is not None or not source.title or source.title == NOT_STATED:
        return None
    raw = source.text.raw
    for start, end in quotation.places(source.text, source.title):
        if not raw[:start].rpartition("\n")[2].strip() and not raw[end:].partition("\n")[0].strip():
            return start, end
    return None


def _place(claim: Claim, n: int) -> Place:
    if not claim.analysed:
        return claim.place
    fields = ("quote", n) if len(claim.passages) > 1 else ("quote",)
    return Place(claim.place.path, (*claim.place.loc, *fields))


ROW = OfDesk(RULE, check, beside=True)
