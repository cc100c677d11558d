"""What the picture says that other programs show beside a link: a title, who says so, who denies it, whose site it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.document.words import words
from mkdocs_briefings.model import addresses
from mkdocs_briefings.outputs.clean import one_line
from mkdocs_briefings.pages import phrases
from mkdocs_briefings.pages.claim import mention_as
from mkdocs_briefings.text.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.model.corpus import Briefing, Claim
    from mkdocs_briefings.model.prose import Block
    from mkdocs_briefings.outputs.publication import Publication
    from mkdocs_briefings.pages.view import View

SITE = ""
"""The path that stands for every page without a card of its own."""


_FEWER = (3, 1)
"""How many of those who report something are named where there is no room for all."""


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line below the title."""

    words: str
    label: str = ""
    """The kind of the claims, in words."""
    kind: str = ""
    """The same as a name, by which it has its colour."""


@dataclass(frozen=True, slots=True)
class ShareCard:
    """One card in words, for whoever draws it."""

    title: str
    site: str = ""
    lines: tuple[CardLine, ...] = ()

    @property
    def alt(self) -> str:
        """What it says, for those who do not see it."""
        said = (f"{one.label}: {one.words}" if one.label else one.words for one in self.lines)
        return " · ".join(part for part in (self.title, *said, self.site) if part)


def share_cards(publication: Publication) -> dict[str, tuple[ShareCard, ...]]:
    """Give the cards by the paths of pages: of each briefing that stands, and the neutral one of all other pages.

    Each is given in the forms that it may have, the fullest first: whoever draws takes the first for which there is
    room, and the neutral card where there is none. No form leaves out a kind that is more than a report, its voices, or
    who denies it.
    """
    settings, desk = publication.settings, publication.desk
    site = one_line(settings.title)
    about = one_line(typeset(settings.description, settings.language))
    neutral = ShareCard(site, lines=(CardLine(about),) if about else ())
    made = {SITE: tuple(dict.fromkeys((neutral, ShareCard(site))))}
    for briefing in publication.corpus.briefings.values():
        if briefing.status != "withdrawn":
            title = one_line(typeset(briefing.title, briefing.lang))
            forms = _forms(desk.within(briefing.lang), briefing)
            made[addresses.briefing(briefing.id)] = tuple(ShareCard(title, site, lines) for lines in forms)
    return made


def _forms(desk: View, briefing: Briefing) -> Iterator[tuple[CardLine, ...]]:
    """Say of what kind that is which a title rests on, who says it, and who denies it.

    A title cites nothing. It tells what the bottom line begins with, or what is alleged further down.
    """
    lead = _cited(desk, briefing.summary[:1])
    alleged = (one for one in _cited(desk, briefing.summary) if one.analysed and one.kind == "allegation")
    found = {claim.ref: claim for claim in (*lead, *alleged)}
    # What denies another of them is named beside that one.
    claims = [claim for claim in found.values() if claim.kind != "denial" or claim.denies not in found]
    if not claims:
        sources = (
            phrases.source_line(desk.say, desk.corpus, desk.corpus.sources[id_]) for id_ in briefing.sources
        )
        yield (CardLine(one_line(desk.say("rests-on", sources=desk.say("between-clauses").join(sources)))),)
        return
    told: dict[tuple[str, bool, str], list[str]] = {}
    for claim in claims:
        mention = mention_as(desk, claim, "", voiced=True)
        voices = told.setdefault((claim.kind, claim.analysed, words(mention.answers)), [])
        voices.append(words(mention.voices))
    lines = [(_line(desk, key, voices), key, voices) for key, voices in told.items()]
    due = tuple(line for line, key, _ in lines if not _may_go(key))
    reports = [(key, tuple(dict.fromkeys(voices))) for _, key, voices in lines if _may_go(key)]
    most = max((len(voices) for _, voices in reports), default=0)
    for number in (most, *(few for few in _FEWER if few < most)):
        yield (*due, *(_line(desk, key, voices[:number], len(voices[number:])) for key, voices in reports))
    if due and reports:
        yield due


def _may_go(key: tuple[str, bool, str]) -> bool:
    kind, _, answers = key
    return kind == "report" and not answers


def _line(desk: View, key: tuple[str, bool, str], voices: Iterable[str], others: int = 0) -> CardLine:
    kind, analysed, answers = key
    said = [*dict.fromkeys(voices)]
    if others:
        said.append(desk.say("fold-rows", count=others))
    told = (desk.say("between-ways").join(said), answers)
    label = phrases.kind(desk.say, kind, analysed=analysed).words
    line = typeset(desk.say("between-clauses").join(filter(None, told)), desk.say.language)
    return CardLine(one_line(line), label, kind if analysed else "")


def _cited(desk: View, blocks: Iterable[Block]) -> Iterator[Claim]:
    refs = (item.ref for block in blocks for told in block.sentences for item in told.cites)
    return (desk.corpus.claims[ref] for ref in dict.fromkeys(refs) if ref in desk.corpus.claims)
