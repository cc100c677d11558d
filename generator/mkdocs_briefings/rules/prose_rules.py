"""Rules about sentences: each shows its evidence."""

from __future__ import annotations

import re
from textwrap import shorten
from typing import TYPE_CHECKING

from mkdocs_briefings.model.codes import desk_codes as codes
from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.model.prose import Cite, typed
from mkdocs_briefings.model.wording import MOST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.model.corpus import Corpus
    from mkdocs_briefings.model.problem import Loc, Problem
    from mkdocs_briefings.model.prose import Prose, Sentence


def uncited_sentences(corpus: Corpus, _: Derived) -> Iterator[Problem]:
    """Find sentences of summaries without a citation.

    A briefing that cites nothing at all and has one source is merely summarised: it rests on the article.
    """
    for briefing in corpus.briefings.values():
        cites = any(True for block in briefing.summary for s in block.sentences for _ in s.cites)
        if cites or briefing.claims or len(briefing.sources) > 1:
            yield from _uncited(briefing.path, ("summary",), briefing.summary)
    for storyline in corpus.storylines.values():
        yield from _uncited(storyline.path, (storyline.id, "summary"), storyline.summary)


def uncited_answers(corpus: Corpus, _: Derived) -> Iterator[Problem]:
    """Find answers without a citation."""
    for briefing in corpus.briefings.values():
        for n, question in enumerate(briefing.questions):
            if question.answer and not any(question.answer.cites) and not _broken(question.answer):
                place = Place(briefing.path, ("questions", n, "answer"))
                yield codes.ANSWER_UNCITED.at(place, f"the answer to “{question.text.text}” cites nothing")


def _uncited(path: str, loc: Loc, prose: Prose) -> Iterator[Problem]:
    for block in prose:
        for sentence in block.sentences:
            if not any(sentence.cites) and re.search(r"\w", sentence.text) and not _broken(sentence):
                place = Place(path, loc, near=typed(sentence.inlines)[:MOST])
                shown = shorten(sentence.text, 60, placeholder="…")
                yield codes.UNCITED_SENTENCE.at(place, f"“{shown}” cites nothing")


def _broken(sentence: Sentence) -> bool:
    """Whether it has a citation that was refused, which is reported already: it is kept, empty."""
    return any(isinstance(inline, Cite) for inline in sentence.inlines)
