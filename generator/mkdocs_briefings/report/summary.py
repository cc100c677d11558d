"""What a build says of itself, in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.pages.claim import counted

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result


def summary(result: Result) -> str:
    """Say in a line what was built."""
    corpus = result.corpus
    passages = sum(len(claim.passages) for claim in corpus.claims.values())
    return (
        f"{counted(len(result.pages), 'page')} from {counted(len(corpus.sources), 'source')} and "
        f"{counted(len(corpus.briefings), 'briefing')}: {counted(len(corpus.claims), 'claim')}, "
        f"{counted(passages, 'passage')} verified"
    )


def basis(result: Result) -> str:
    """Say what the quotations were held against: the texts, or what the lock knows of them."""
    lock = result.lock
    if not lock.stands_for:
        return "sources: texts"
    return f"sources: {len(lock.stands_for)} of {len(result.corpus.sources)} from {lock.path}, without their texts"
