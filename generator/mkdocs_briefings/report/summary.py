"""Summarise a build in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.corpus_fields import of_briefing
from mkdocs_briefings.pages.phrases import counted
from mkdocs_briefings.text.languages import language

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result
    from mkdocs_briefings.model.corpus import Corpus


def summary(result: Result) -> str:
    """Say in one line what was built."""
    return f"{counted(len(result.pages), 'page')} from {holdings(result)}"


def holdings(result: Result) -> str:
    """Say what a desk holds, without making a page."""
    corpus = result.corpus
    passages = sum(len(claim.passages) for claim in corpus.claims.values())
    return (
        f"{counted(len(corpus.sources), 'source')} and {counted(len(corpus.briefings), 'briefing')}: "
        f"{counted(len(corpus.claims), 'claim')}, {counted(passages, 'passage')} verified, "
        f"{counted(_sentences(corpus), 'sentence')} held against them"
    )


def _sentences(corpus: Corpus) -> int:
    """How many sentences of ours cite something, or are what a claim states."""
    own = sum(bool(claim.analysed and claim.text.inlines) for claim in corpus.claims.values())
    return own + sum(
        bool(one.sentence.cites) for briefing in corpus.briefings.values() for one in of_briefing(briefing)
    )


def basis(result: Result) -> str:
    """Say what quotations were checked against: the texts, or the lock."""
    return f"{_texts(result)}{_unread(result.corpus)}"


def _unread(corpus: Corpus) -> str:
    """Say which languages have no pack, so that only quotations, figures and entities of them are checked."""
    tags = {source.lang for source in corpus.sources.values()} | {
        one.lang for one in corpus.briefings.values()
    }
    without = sorted(tag for tag in tags if tag and language(tag) is None)
    return f"; words in {', '.join(without)} are not checked, for want of a language pack" if without else ""


def _texts(result: Result) -> str:
    lock = result.lock
    if not lock.replacements:
        return "checked against the texts"
    replaced, sources = len(lock.replacements), len(result.corpus.sources)
    # A wrong `seeds_dir` looks like texts that are kept elsewhere.
    where = f", none of which is in {result.settings.seeds_dir}/" if replaced == sources else ""
    return f"{replaced} of {sources} sources checked against {lock.path}, not their texts{where}"
