"""A rule as a row of a table: its code, how it runs, which sentences it reads, what must be sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.rules.said import ASSERTED, OwnSentence
from mkdocs_briefings.rules.soundness import Ground, nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs_briefings.model.corpus import Corpus
    from mkdocs_briefings.model.corpus_fields import Kind
    from mkdocs_briefings.model.problem import Problem, Rule
    from mkdocs_briefings.rules.evidence import Evidence


@dataclass(frozen=True, slots=True)
class OfDesk:
    """A rule that looks at the desk as a whole."""

    rule: Rule
    check: Callable[[Evidence], Iterator[Problem]]
    needs: Callable[[Corpus, Problem], Iterable[Ground]] = nothing
    """What must be sound for a problem to be told: with a fault there, it may only seem to be one."""
    beside: bool = False
    """It reads beside the passages, where a lock holds no words."""


@dataclass(frozen=True, slots=True)
class OfSentences:
    """A rule that holds each of our sentences against its evidence.

    One pass makes the sentences ready for all of them, for reading the evidence is what costs. A sentence needs its
    own entry and all that it cites to be sound.
    """

    rule: Rule
    check: Callable[[Evidence, OwnSentence], Iterator[Problem]]
    kinds: frozenset[Kind] = ASSERTED
    """The kinds of sentences that it reads."""
    names: bool = False
    """It needs the names of all entities."""

    @property
    def beside(self) -> bool:
        return True


Row = OfDesk | OfSentences
