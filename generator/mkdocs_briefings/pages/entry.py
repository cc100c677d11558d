"""A briefing in a list: its title, its facts and the first sentence of its summary."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Entry, PageAnchor, Para, Strong, joined
from mkdocs_briefings.model import addresses
from mkdocs_briefings.pages import list_parts, phrases, view
from mkdocs_briefings.pages.briefing import draft_words, evidence_to
from mkdocs_briefings.pages.phrases import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mkdocs_briefings.document.nodes import Block, Facets, Inline
    from mkdocs_briefings.messages.message import Messages
    from mkdocs_briefings.model.corpus import Briefing, Level
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.pages.view import View


def live(desk: View) -> Iterator[Briefing]:
    """Give the briefings that stand, newest first."""
    return (briefing for briefing in desk.corpus.briefings.values() if briefing.status != "withdrawn")


def briefing_entry(
    desk: View, briefing: Briefing, named: Mapping[str, tuple[str, ...]] | None = None, *, within: str = ""
) -> Entry:
    """Show a briefing on a page that lists it.

    Args:
        desk: the desk.
        briefing: the briefing.
        named: the entities that each briefing names, where the page has a filter for them.
        within: the storyline whose page it is.

    """
    blocks = desk.once(("entry", briefing.id, within), partial(_blocks, desk, briefing, within), briefing)
    return Entry(blocks, _facets(desk, briefing, (named or {}).get(briefing.id, ())))


def _blocks(desk: View, briefing: Briefing, within: str) -> tuple[Block, ...]:
    title = Strong(view.briefing_as(briefing))
    blocks: list[Block] = [
        Para((PageAnchor(addresses.entry(briefing.id)), title)),
        Para(joined([*_facts(desk, briefing, within)], " · ")),
    ]
    if first := _first_sentence(desk, briefing):
        blocks.append(Para(first))
    return tuple(blocks)


def grouped(
    desk: View,
    briefings: Iterable[Briefing],
    key: Callable[[Messages, Date | None], tuple[str, str]],
    named: Mapping[str, tuple[str, ...]],
) -> list[tuple[str, list[Entry]]]:
    """Show briefings under the words that `key` gives for their dates."""
    found: dict[str, list[Entry]] = {}
    for briefing in briefings:
        found.setdefault(key(desk.say, briefing.date)[1], []).append(briefing_entry(desk, briefing, named))
    return list(found.items())


def facets(desk: View, briefing: Briefing, named: Mapping[str, tuple[str, ...]]) -> Facets:
    """Give what a filter can choose a briefing by."""
    return _facets(desk, briefing, named.get(briefing.id, ()))


def _facets(desk: View, briefing: Briefing, named: tuple[str, ...]) -> Facets:
    return (
        ("storyline", briefing.storylines),
        ("year", (list_parts.year_name(briefing.date),)),
        ("level", (level(desk, briefing),)),
        ("entity", named),
    )


def level(desk: View, briefing: Briefing) -> Level:
    """Give the level of a briefing, for which all its sentences are looked through."""
    return desk.once(("level", briefing.id), lambda: briefing.level, briefing)


def _facts(desk: View, briefing: Briefing, within: str) -> Iterator[Inline]:
    """Give its date, its level where it is not the usual one, the day of its evidence, its storylines.

    Before them goes what keeps it unpublished.
    """
    if draft := draft_words(desk, briefing):
        yield Strong(draft)
    if line := view.dateline(desk, briefing):
        yield line
    if (told := level(desk, briefing)) != LEVELS[0]:
        yield desk.say.of("level", told)
    if not view.is_reported(desk, briefing):
        yield phrases.evidence_to(desk.say, evidence_to(desk, briefing))
    for id_ in dict.fromkeys(briefing.storylines):
        if id_ != within:
            yield view.storyline(desk, id_)


def _first_sentence(desk: View, briefing: Briefing) -> Inline:
    """Give the first sentence, marked if it rests on an article that its publisher corrected or withdrew."""
    first = next((s for block in briefing.summary for s in block.sentences if s.text), None)
    if first is None:
        return ""
    return (view.sentence(desk, first), view.fallen(desk, *(item.ref for item in first.cites)))
