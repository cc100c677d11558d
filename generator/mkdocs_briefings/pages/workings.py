"""How figures of our sentences were worked out, for those who open it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Bullets, Fold
from mkdocs_briefings.pages import phrases
from mkdocs_briefings.rules import working
from mkdocs_briefings.rules.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.document.nodes import Block
    from mkdocs_briefings.model.corpus import Claim
    from mkdocs_briefings.model.prose import Sentence
    from mkdocs_briefings.pages.view import View
    from mkdocs_briefings.rules.working import Working


def below(desk: View, sentences: Iterable[Sentence]) -> Iterator[Block]:
    """Show how the figures of some sentences follow from what they cite; nothing where all are printed there."""
    found = working.of_prose(_evidence(desk), sentences, desk.say.language)
    if told := tuple(dict.fromkeys(_words(desk, one) for one in found)):
        yield Fold(desk.say("workings"), (Bullets(told),))


def of_claim(desk: View, claim: Claim) -> tuple[str, ...]:
    """Say how the figures of a claim follow from its passages; every page that shows it asks for that."""
    return desk.once(("workings", claim.ref), partial(_of_claim, desk, claim), claim)


def _of_claim(desk: View, claim: Claim) -> tuple[str, ...]:
    found = working.of_claim(_evidence(desk), claim)
    return tuple(dict.fromkeys(_words(desk, one) for one in found))


def _evidence(desk: View) -> Evidence:
    return Evidence(desk.corpus, desk.derived, desk.reads.brief())


def _words(desk: View, one: Working) -> str:
    say = desk.say
    if one.source:
        day = phrases.day_words(say, desk.corpus.sources[one.source].published)
        return say("working-date", told=one.told, printed=phrases.in_marks(say, one.by), day=day)
    if one.exact:
        return say("working", told=one.told, by=one.by)
    return say("working-rounded", told=one.told, by=one.by)
