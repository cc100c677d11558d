"""What can be shown on another site, as blocks: a claim with its passages, the states of a measure, a timeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.states import spans
from mkdocs_briefings.document.nodes import Bullets, PageLink, Para, Quotation, Strong, joined
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.outputs.clean import title
from mkdocs_briefings.pages import state_words
from mkdocs_briefings.pages.briefing import claim_numbers
from mkdocs_briefings.pages.claim import corroboration_words, mention, mention_as, quotations
from mkdocs_briefings.pages.figures.board import MOST_OF_ONE, bar
from mkdocs_briefings.pages.timeline import event_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.derive.events import Event
    from mkdocs_briefings.document.nodes import Inline
    from mkdocs_briefings.model.corpus import Briefing, Claim
    from mkdocs_briefings.outputs.publication import Publication
    from mkdocs_briefings.pages.view import View

MOST_EVENTS = 12
"""Events of a timeline; the page to which it leads has all."""


@dataclass(frozen=True, slots=True)
class Embed:
    """A small page for another site."""

    stems: tuple[str, ...]
    """Its paths without their ending: the present one, then those that it had before."""
    title: str
    label: str
    """What it is called on the page that it is part of."""
    home: Target
    desk: View
    """In the language of its labels."""
    blocks: tuple[Para | Bullets | Quotation, ...]
    """Those of a claim go on after its mention."""
    claim: Claim | None = None
    """That which it shows."""
    picture: str = ""
    """HTML that goes before the blocks, which say the same."""

    @property
    def stem(self) -> str:
        return self.stems[0]


def embeds(publication: Publication) -> Iterator[Embed]:
    """Give all that a site offers to others, made anew each time: there are more than should be held."""
    desk, corpus = publication.desk, publication.corpus
    for briefing in corpus.briefings.values():
        numbers = claim_numbers(briefing)
        for claim in briefing.claims:
            yield _claim(desk.within(briefing.lang), briefing, claim, numbers[claim.ref])
    for id_ in sorted(desk.derived.present):
        if corpus.entities[id_].kind == "measure" and spans(desk.derived.states.get(id_, ())):
            yield _measure(desk, id_)
    for line in corpus.storylines.values():
        within = {id_ for id_, one in corpus.briefings.items() if line.id in one.storylines}
        events = [event for event in desk.derived.timeline if event.claim.briefing in within]
        if events:
            page = Target(addresses.storyline(line.id))
            stems = (addresses.embed(f"timelines/{id_}") for id_ in (line.id, *line.formerly))
            yield _timeline(desk, tuple(stems), line.title, page, events)


def _claim(desk: View, briefing: Briefing, claim: Claim, number: int) -> Embed:
    say = desk.say
    homes, names = (briefing.id, *briefing.formerly), (claim.id, *claim.formerly)
    facts: list[Inline] = [say.date(claim.date)] if claim.date else []
    facts += [corroboration_words(desk, claim)] if claim.analysed else []
    shown = [Para(joined(facts, " · "))] if facts else []
    return Embed(
        tuple(addresses.embed(f"claims/{home}/{name}") for home in homes for name in names),
        title(say("embed-claim", number=number, title=briefing.title)),
        say("embed-claim-label", number=number),
        addresses.claim(claim.ref),
        desk,
        (*shown, *quotations(desk, claim)),
        claim,
    )


def _measure(desk: View, id_: str) -> Embed:
    say, measure = desk.say, desk.corpus.entities[id_]
    periods = spans(desk.derived.states[id_])[-MOST_OF_ONE:]
    told = tuple(
        mention_as(
            desk, one.event.claim, PageLink(addresses.claim(one.event.claim.ref), state_words.dated(say, one)), voiced=True
        )
        for one in reversed(periods)
    )  # fmt: skip
    return Embed(
        tuple(addresses.embed(f"measures/{one}") for one in (id_, *measure.formerly)),
        title(say("embed-states", name=measure.name)),
        say("embed-states-label"),
        Target(addresses.entity(id_)),
        desk,
        (Para(state_words.age(desk, id_, [one.event for one in periods])), Bullets(told)),
        picture=bar(desk, id_, title(measure.name)),
    )


def _timeline(desk: View, stems: tuple[str, ...], name: str, home: Target, events: Iterable[Event]) -> Embed:
    newest = [*events][-MOST_EVENTS:]
    lines = tuple((Strong(event_day(desk, one)), " · ", mention(desk, one.claim)) for one in reversed(newest))
    named = title(desk.say("embed-timeline", name=name))
    return Embed(stems, named, desk.say("embed-timeline-label"), home, desk, (Bullets(lines),))
