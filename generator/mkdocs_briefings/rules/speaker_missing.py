"""Report sentences that say “reportedly” or the like without naming a speaker."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.row import OfSentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence

RULE = Rule(
    "speaker-missing",
    Severity.WARNING,
    "A sentence says “reportedly” or the like, but not who reports it.",
    "To judge a statement, readers need to know who says it.",
    "`The meeting will reportedly involve three secretaries [@involve].`",
    "Name the speaker in the same sentence: “…, the Journal reports”, “…, the article says without naming a source”.",
)


_BE = r"(?:is|are|was|were|been|being)"
_TOLD = r"(?:said|reported|alleged|believed|understood|claimed|thought|rumou?red|reputed)"
_HEDGE = re.compile(
    rf"\b(?:reportedly|allegedly|supposedly|purportedly|{_BE}\s+(?:\w+ly\s+)?{_TOLD}\s+to\b|it\s+(?:is|was)\s+{_TOLD}"
    rf"|{_BE}\s+reported\s+(?:out|as|in|by)\b|according\s+to\s+(?:media\s+)?reports\b|reports?\s+(?:say|said|suggest)\b"
    r"|sources?\s+(?:say|said)\b)",
    re.IGNORECASE,
)
# fmt: off
_HEDGE_WORDS = frozenset((
    "reportedly", "allegedly", "supposedly", "purportedly", "said", "reported", "alleged", "believed",
    "understood", "claimed", "thought", "rumored", "rumoured", "reputed", "report", "reports", "source", "sources",
))
# fmt: on
_SPEECH = re.compile(
    r"\b(?:says?|said|tells?|told|writes?|wrote|reports|reported|states|stated|argues?|argued|claims|claimed|announces?"
    r"|announced|calls|called|relays?|relayed|cites?|cited|citing|quotes|quoted|quoting|according\s+to|per|as\s+told\s+by)\b",
    re.IGNORECASE,
)
_NEAR = 40
_NO_SPEAKER = re.compile(r"\b(?:it|who|what|that|which|there)\s*$", re.IGNORECASE)
_SPEAKS_FOR_ITSELF = frozenset({"outlet"})


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find hedges in sentences that name nobody whose word it is."""
    hedge = None if _HEDGE_WORDS.isdisjoint(said.words) else _HEDGE.search(said.text)
    if hedge is None or any(start <= hedge.start() < end for start, end in said.quoted):
        return
    kinds = {
        evidence.corpus.entities[one.entity].kind
        for one in said.named
        if one.entity in evidence.corpus.entities
    }
    if kinds & _SPEAKS_FOR_ITSELF:
        return
    rest = _HEDGE.sub(lambda match: " " * len(match[0]), said.text)
    for speech in _SPEECH.finditer(rest):
        before = rest[max(0, speech.start() - _NEAR) : speech.start()]
        passive = re.search(rf"\b{_BE}\s+(?:\w+ly\s+)?$", before)
        if not passive and not _NO_SPEAKER.search(before):
            return
    yield RULE.at(
        said.at(*hedge.span()), f"“{' '.join(hedge[0].split())}”, but the sentence names no speaker"
    )


ROW = OfSentences(RULE, check, kinds=frozenset({"title", "summary", "answer"}), names=True)
