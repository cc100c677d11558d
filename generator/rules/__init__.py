"""Rules about the desk as a whole: one function, one code, one entry in the manual.

A rule is a function from the corpus and what is derived from it to problems; add it to `RULES`, its `Rule`
to `generator/codes/`, and a case to `tests/cases/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.rules import dates, desk, own_voice, prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.corpus import Corpus
    from generator.derive import Derived
    from generator.problem import Problem

RULES: tuple[Callable[[Corpus, Derived], Iterator[Problem]], ...] = (
    prose.uncited_sentences,
    prose.uncited_answers,
    desk.unmentioned_entities,
    desk.single_value_properties,
    desk.unclassed_disagreements,
    desk.missing_denials,
    desk.unused_sources,
    desk.undated_occasions,
    dates.date_mismatches,
    dates.printed_not_found,
    own_voice.own_voice,
)


def check(corpus: Corpus, derived: Derived) -> list[Problem]:
    """Hold the whole desk against every rule."""
    return [problem for rule in RULES for problem in rule(corpus, derived)]
