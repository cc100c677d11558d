"""Resolve one claim: passages, voices, states, values and references."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from mkdocs_briefings.model import dates, prose
from mkdocs_briefings.model.corpus import NOT_STATED, Chain, Claim, Comparable, Reply, Role, Voice
from mkdocs_briefings.model.problem import Loc, Place, Problem
from mkdocs_briefings.parse import field_codes
from mkdocs_briefings.parse.schema import State
from mkdocs_briefings.parse.validate import PLACEHOLDER
from mkdocs_briefings.resolve import quotation_codes, reference_codes
from mkdocs_briefings.resolve.entities import require
from mkdocs_briefings.resolve.linked_prose import ProseContext, resolve_line, resolve_ref, resolve_role
from mkdocs_briefings.resolve.passages import AllOf, Held, find_in_one
from mkdocs_briefings.text.prepared import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mkdocs_briefings.model.corpus import Passage
    from mkdocs_briefings.parse.schema import ClaimEntry, ReplyEntry

    _At = Callable[..., Place]

DENIED = "Denied: "
"""Stands before the text of a denial that has none of its own, so that nobody reads it as being said."""
_ONE_WORD = re.compile(r"(?P<id>[^\s(]+)(?:\s+\((?P<occasion>[^()]+)\))?")
_MEASURE = frozenset({"measure"})
_PERSON = frozenset({"person"})
_PARTY = frozenset({"person", "agency", "company", "outlet", "organization", "country"})
_STATES = frozenset(get_args(State))


@dataclass(frozen=True, slots=True)
class ClaimContext:
    """What the claims of one briefing are resolved against."""

    document: ProseContext
    sources: tuple[Held, ...]
    publishers: Mapping[str, str | None]
    """The publisher of each source."""
    denied: Mapping[str, str]
    """The text of every claim of the desk, for denials that leave out their own."""
    held: Mapping[str, Held] = field(default_factory=dict)
    """The texts of all sources of the desk: where a quotation may be that its own source does not have."""
    is_whole: bool = True
    """Whether all sources of the briefing could be read: else a passage may be in one that could not."""
    translator: str = ""
    """Who translated the quotations of claims that do not say it themselves."""


def resolve_claim(home: ClaimContext, id_: str, entry: ClaimEntry) -> Claim | None:
    """Resolve one claim; None if it has no passage, which is reported."""
    document = home.document
    path, briefing = document.path, document.briefing

    def at(*loc: int | str) -> Place:
        return Place(path, ("claims", id_, *loc))

    passages = _passages(home, entry, at)
    denies = resolve_ref(document, entry.denies, at("denies")) if entry.denies else None
    if denies == f"{briefing}#{id_}":
        document.problems.append(reference_codes.CYCLE.at(at("denies"), f"`{id_}` denies itself"))
    denied = home.denied.get(denies or "")
    text = entry.text or denied or ""
    if not text and (not entry.denies or denied is not None):
        place = Place(path, ("claims", id_), at_key=True)
        document.problems.append(field_codes.MISSING_FIELD.at(place, f"`{id_}` needs `text`"))
    kind = entry.kind or ("denial" if entry.denies else "report")
    sentence = resolve_line(document, text, at("text")) if text != PLACEHOLDER else prose.Sentence(())
    if denied and not entry.text:
        sentence = prose.Sentence((prose.Words(DENIED), *sentence.inlines))
    made = Claim(
        ref=f"{briefing}#{id_}",
        briefing=briefing,
        id=id_,
        place=Place(path, ("claims", id_), at_key=True),
        text=sentence,
        kind=kind,
        source=passages[0].source if passages else "",
        passages=tuple(passages),
        chains=_chains(home, entry, at("said_by"), passages[0].source if passages else ""),
        date=dates.parse(entry.date) if entry.date else None,
        at=resolve_ref(document, entry.at, at("at")) if entry.at else None,
        printed=entry.printed or "",
        why=entry.why or "",
        states=_states(document, entry, at),
        values=_values(document, entry, at),
        roles=_roles(document, entry, at),
        replies=_replies(document, entry, at),
        translations=_translations(home, entry, at) if len(passages) == len(entry.quote) else (),
        translator=(entry.translator or home.translator) if entry.translation else "",
        denies=denies,
        same=tuple(
            ref
            for n, same in enumerate(entry.same or ())
            if (
                ref := resolve_ref(document, same, at("same", n) if len(entry.same or ()) > 1 else at("same"))
            )
        ),
        formerly=tuple(entry.formerly),
        note=entry.note or "",
    )
    return made if passages else None


def _passages(home: ClaimContext, entry: ClaimEntry, at: _At) -> list[Passage]:
    problems = home.document.problems
    candidates: Sequence[Held] = home.sources
    if entry.source is not None:
        candidates = [held for held in home.sources if held.id == entry.source]
        if not candidates and entry.source not in home.document.known.broken:
            message = f"`{entry.source}` is not among the `sources` of this briefing"
            problems.append(reference_codes.UNKNOWN_SOURCE.at(at("source"), message))
    if not candidates:
        return []
    quotes = [(words, at("quote", n)) for n, words in enumerate(entry.quote)]
    found, missed = find_in_one(candidates, quotes, AllOf(home.held))
    if home.is_whole or entry.source is not None:
        problems += missed
    return [] if missed else found


def _chains(home: ClaimContext, entry: ClaimEntry, place: Place, source: str) -> tuple[Chain, ...]:
    chains: list[Chain] = []
    for n, text in enumerate(entry.said_by or ()):
        here = Place(place.path, (*place.loc, n)) if len(entry.said_by or ()) > 1 else place
        chain = tuple(_voice(home, part.strip(), here) for part in text.split(">"))
        publisher = home.publishers.get(source)
        if publisher and chain[-1] == Voice(publisher):
            message = f"`{publisher}` is the publisher of this source, which a chain never names"
            home.document.problems.append(reference_codes.PUBLISHER_TYPED.at(here, message))
        chains.append(chain)
    return tuple(chains)


def _voice(home: ClaimContext, text: str, place: Place) -> Voice:
    if text == NOT_STATED:
        return Voice()
    match = _ONE_WORD.fullmatch(text)
    if match is None or _is_phrase(home, match["id"]):
        return Voice(description=text)
    home.document.problems += require(home.document.known, match["id"], frozenset(), place)
    home.document.seen.add(match["id"])
    return Voice(match["id"], "", match["occasion"] or "")


def _is_phrase(home: ClaimContext, word: str) -> bool:
    """Whether what has no space describes a voice: in writing that puts none, all but the ids that there are do."""
    known = home.document.known
    return bool(UNSPACED.search(word)) and word not in known.kinds and word not in known.broken


def _states(document: ProseContext, entry: ClaimEntry, at: _At) -> tuple[tuple[str, str], ...]:
    for measure in entry.state or ():
        place = Place(document.path, at("state", measure).loc, at_key=True)
        document.problems += require(document.known, measure, _MEASURE, place)
    return tuple((entry.state or {}).items())


def _roles(document: ProseContext, entry: ClaimEntry, at: _At) -> tuple[Role, ...]:
    for person in entry.role or ():
        place = Place(document.path, at("role", person).loc, at_key=True)
        document.problems += require(document.known, person, _PERSON, place)
    return tuple(Role(person, resolve_role(document, role)) for person, role in (entry.role or {}).items())


def _translations(home: ClaimContext, entry: ClaimEntry, at: _At) -> tuple[str, ...]:
    """Give a translation for each quotation; none where it is not clear of which each is, or who made them."""
    given, problems = entry.translation or [], home.document.problems
    if given and len(given) != len(entry.quote):
        message = f"{len(given)} translations of {len(entry.quote)} quotations"
        problems.append(quotation_codes.TRANSLATION_UNCLEAR.at(at("translation"), message))
        return ()
    if given and not (entry.translator or home.translator):
        message = "there is no `translator`, neither of the claim nor of the briefing"
        problems.append(quotation_codes.TRANSLATION_UNCLEAR.at(at("translation"), message))
        return ()
    return tuple(given)


def _replies(document: ProseContext, entry: ClaimEntry, at: _At) -> tuple[Reply, ...]:
    made = []
    for party, reply in (entry.reply or {}).items():
        place = Place(document.path, at("reply", party).loc, at_key=True)
        document.problems += require(document.known, party, _PARTY, place)
        if fault := _reply_fault(reply):
            document.problems.append(reference_codes.REPLY_UNCLEAR.at(place, f"`{party}`: {fault}"))
            continue
        asked = dates.parse(reply.asked) if reply.asked else None
        if reply.answered:
            made.append(Reply(party, "answered", dates.parse(reply.answered), asked, reply.words or ""))
        elif reply.declined:
            made.append(Reply(party, "declined", dates.parse(reply.declined), asked, reply.words or ""))
        elif asked:
            made.append(Reply(party, "asked", asked))
    return tuple(made)


def _reply_fault(reply: ReplyEntry) -> str:
    """Say what is wrong with a reply; nothing if it is sound."""
    came = reply.answered or reply.declined
    if reply.answered and reply.declined:
        return "`answered` and `declined` cannot both be"
    if not came and not reply.asked:
        return "`asked`, `answered` or `declined` is needed, each with its day"
    if reply.answered and not reply.words:
        return "`answered` needs `words`, the reply itself"
    if reply.words and not came:
        return "`words` need the day on which they came, as `answered` or `declined`"
    if came and reply.asked and dates.parse(came).latest < dates.parse(reply.asked).earliest:
        return f"the reply of {came} comes before the question of {reply.asked}"
    return ""


def _values(document: ProseContext, entry: ClaimEntry, at: _At) -> tuple[Comparable, ...]:
    made = []
    for subject, properties in (entry.value or {}).items():
        place = Place(document.path, at("value", subject).loc, at_key=True)
        document.problems += require(document.known, subject, frozenset(), place)
        for name, value in properties.items():
            values = value if isinstance(value, list) else [value]
            found: list[Problem] = []
            for n, one in enumerate(values):
                loc: Loc = (
                    ("value", subject, name, n) if isinstance(value, list) else ("value", subject, name)
                )
                found += _value_problem(document, one, at(*loc))
            document.problems += found
            if not found:
                made.append(Comparable(subject, name, tuple(values)))
    return tuple(made)


def _value_problem(document: ProseContext, value: str | float, place: Place) -> list[Problem]:
    if not isinstance(value, str) or value in _STATES or dates.is_date(value):
        return []
    if " " not in value:
        return list(require(document.known, value, frozenset(), place))
    return [reference_codes.BAD_VALUE.at(place, f"“{value}” is not a date, number, id or state word")]
