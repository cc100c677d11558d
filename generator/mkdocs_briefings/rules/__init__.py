"""Rules about the desk as a whole: one function, one code, one entry in the manual.

A rule is a function from the corpus and what is derived from it to problems; add it to `RULES`, its `Rule`
to `generator/codes/`, and a case to `tests/cases/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.rules import date_rules, desk_rules, own_voice, prose_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.model.corpus import Corpus
    from mkdocs_briefings.model.problem import Problem

RULES: tuple[Callable[[Corpus, Derived], Iterator[Problem]], ...] = (
    prose_rules.uncited_sentences,
    prose_rules.uncited_answers,
    desk_rules.unmentioned_entities,
    desk_rules.single_value_properties,
    desk_rules.unclassed_disagreements,
    desk_rules.missing_denials,
    desk_rules.unused_sources,
    desk_rules.undated_occasions,
    date_rules.date_mismatches,
    date_rules.printed_not_found,
    own_voice.own_voice,
)


def check(corpus: Corpus, derived: Derived) -> list[Problem]:
    """Hold the whole desk against every rule."""
    return [problem for rule in RULES for problem in rule(corpus, derived)]
