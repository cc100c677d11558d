"""Suggest entities for names in the sources: how often and where each occurs, and a first entry."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from mkdocs_briefings.intake.holdings import folded, free
from mkdocs_briefings.intake.name_kinds import SHORT_ACRONYM, kind, lies_there
from mkdocs_briefings.intake.name_runs import WORD, NameRun, name_runs
from mkdocs_briefings.intake.source_file import slug
from mkdocs_briefings.model import names as matching
from mkdocs_briefings.text.languages import language
from mkdocs_briefings.text.languages.common_words import ABBREVIATIONS
from mkdocs_briefings.text.languages.naming import NAMINGS
from mkdocs_briefings.text.languages.units import is_unit

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from mkdocs_briefings.model.corpus import Entity, Mentions, Source

NEAR = 80.0
"""From which likeness (0 to 100) a name may be another spelling of a known one. An editor decides."""

_NO_CAPITALS = re.compile(
    "am|ar|bn|ckb|dv|fa|gu|he|hi|iw|ja|ka|kn|km|ko|lo|ml|mr|my|ne|or|pa|ps|si|ta|te|th|ti|ug|ur|yi|yue|zh"
)
_CAPITAL_NOUNS = re.compile("de|lb")

_WORD = re.compile(WORD)
_NUMBERED = re.compile(r"\s\d")
"""After a word that is counted, as in "Phase 3"."""
_COUNTED = re.compile(r"\d\s?\Z")
"""Before the symbol of a unit, as in "600 MW"."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that no entity covers."""

    name: str
    count: int
    sentences: tuple[tuple[str, str], ...]
    """Sources and sentences in which it stands, in order."""
    id: str = ""
    entry: tuple[tuple[str, object], ...] = ()
    """Fields of an entity; empty where the name may be a known one's."""
    maybe: tuple[tuple[str, str], ...] = ()
    """Known entities, and others of these, that it may be, and the name of each that is alike."""
    guess: bool = False
    """Whether nothing but the look of the name tells the kind."""


def unfit(source: Source) -> str:
    """Say why names cannot be told from other words in a source; empty if they can."""
    if source.outline is not None:
        return "its text is missing here; only the lock is known"
    lang = source.lang.lower().partition("-")[0]
    if _NO_CAPITALS.fullmatch(lang):
        return f"its language ({source.lang}) has no capital letters, so names cannot be recognised"
    if _CAPITAL_NOUNS.fullmatch(lang):
        return (
            f"its language ({source.lang}) gives every noun a capital letter, so names cannot be recognised"
        )
    letters = [char for char in source.text.raw if char.isalpha()]
    if letters and sum(char.islower() or char.isupper() for char in letters) * 2 < len(letters):
        return "most of its letters have no capitals, so names cannot be recognised"
    return ""


def suggest(
    sources: Iterable[Source],
    mentions: Mapping[str, Mentions],
    entities: Mapping[str, Entity],
    ids: Iterable[str],
    least: int = 1,
) -> list[Suggestion]:
    """Find the names that no entity covers: those in most sources first, then the most frequent.

    Args:
        sources: where to look.
        mentions: the entities that each names already.
        entities: what is known.
        ids: ids that are taken, case-folded.
        least: how often a name has to be there.

    """
    fit = [source for source in sources if not unfit(source)]
    places = _without_article(
        _as_elsewhere([place for one in fit for place in name_runs(one, mentions[one.id])])
    )
    inside = {place.name for place in places if not place.opens}
    inside |= {place.name.rpartition(" ")[2] for place in places if " " in place.name}
    # A capital at the beginning of a sentence says nothing by itself.
    places = [place for place in places if not place.opens or " " in place.name or place.name in inside]
    places = _without_common(places, fit)
    by_name: dict[str, list[NameRun]] = {}
    for place in places:
        by_name.setdefault(place.name, []).append(place)
    counts = Counter({name: len(found) for name, found in by_name.items()})
    spread = {name: len({place.source for place in found}) for name, found in by_name.items()}
    order = sorted(counts, key=lambda name: (-spread[name], -counts[name], name.casefold(), name))
    known = [(name, id_) for id_, entity in entities.items() for name in _names(entity)]
    lie = {one.name for one in places if lies_there(one)}
    longer = _longer({name: counts[name] for name in order}, lie)
    taken = set(ids)
    langs = {source.id: source.lang for source in fit}
    made: list[Suggestion] = []
    for name in order:
        maybe = _maybe(name, known)
        if not maybe and name in longer:
            continue
        maybe = maybe or _maybe(name, _made_of(made), both_ways=True)
        parts = [one for one in order if longer.get(one) == name and not _maybe(one, known)]
        own = by_name[name] + [place for one in parts for place in by_name[one]]
        seen = tuple(dict.fromkeys((place.source, place.sentence) for place in own))
        if maybe:
            made.append(Suggestion(name, counts[name], seen, maybe=maybe))
            continue
        id_ = free(slug(name, 5, langs[own[0].source])[:60].strip("-."), taken)
        taken.add(folded(id_))
        told, guess = kind(name, parts, own)
        made.append(Suggestion(name, len(own), seen, id_, _entry(name, told, parts), guess=guess))
    return [one for one in _found(made, fit) if one.count >= least]


def _without_common(places: Sequence[NameRun], sources: Sequence[Source]) -> list[NameRun]:
    """Leave out what is an ordinary word with a capital: one of the most frequent, or more often written small."""
    common: set[str] = set()
    small: Counter[str] = Counter()
    for source in sources:
        pack = language(source.lang)
        if pack:
            common |= {*pack.common, *pack.months, *pack.weekdays}
        small.update(word for word in _WORD.findall(source.text.raw) if word[0].islower())
    large = Counter(place.name for place in places if " " not in place.name)

    def is_ordinary(word: str) -> bool:
        low = word.casefold()
        return (
            low in ABBREVIATIONS
            or (low in common and not word.isupper())
            or (small[low] > 0 and small[low] >= large[word])
        )

    kept = []
    for place in places:
        words = place.name.split()
        if place.opens and len(words) > 1 and (words[0].casefold() in common or small[words[0].casefold()]):
            # "Use Northline" names one thing, and so does "North Wire", where the other word is the name of nothing.
            rest = words[1:]
            words = rest if any(one[0].isupper() for one in rest) and not rest[0][0].islower() else words
        if len(words) == 1 and (
            is_ordinary(words[0])
            or _NUMBERED.match(place.after)
            or _is_unit(words[0], place)
            or place.words.offices.search(place.before)
        ):
            continue
        if all(word.casefold() in common or not any(map(str.isupper, word)) for word in words):
            continue
        kept.append(replace(place, name=" ".join(words)))
    return kept


def _is_unit(word: str, place: NameRun) -> bool:
    return _COUNTED.search(place.before) is not None and is_unit(word)


def _found(made: list[Suggestion], sources: Sequence[Source]) -> list[Suggestion]:
    """Leave out what nothing would mention, were all of these entered: part of a word with a soft hyphen, for one."""
    fields = {one.id: dict(one.entry) for one in made if one.entry}
    names = matching.gather(
        {id_: _full(entry) for id_, entry in fields.items()},
        {id_: str(entry["short"]) for id_, entry in fields.items() if "short" in entry},
    )
    there = {mention.entity for source in sources for mention in matching.find(names, source.text)}
    return [one for one in made if not one.entry or one.id in there]


def _full(entry: Mapping[str, object]) -> list[str]:
    aliases = entry.get("aliases", [])
    return [str(entry["name"]), *(aliases if isinstance(aliases, list) else [])]


def _made_of(made: Iterable[Suggestion]) -> list[tuple[str, str]]:
    return [(name, one.id) for one in made if one.entry for name in _full(dict(one.entry))]


def _names(entity: Entity) -> Iterator[str]:
    yield from filter(None, (entity.name, *entity.aliases, entity.short))
    if entity.kind == "person" and " " in entity.name:
        yield entity.name.rpartition(" ")[2]


def _without_article(places: Sequence[NameRun]) -> list[NameRun]:
    """Take `The` off a name that stands without it elsewhere."""
    bare = {place.name for place in places}
    return [
        replace(place, name=name) if (name := place.name.removeprefix("The ")) in bare else place
        for place in places
    ]


def _as_elsewhere(places: Sequence[NameRun]) -> list[NameRun]:
    """Write a name that stands in capitals, in a dateline for one, as it is written elsewhere."""
    written = {place.name.upper(): place.name for place in places if not place.name.isupper()}
    return [
        replace(place, name=written[place.name])
        if place.name in written and (" " in place.name or len(place.name) > SHORT_ACRONYM)
        else place
        for place in places
    ]


def _longer(counts: Mapping[str, int], lie: Container[str]) -> dict[str, str]:
    """Lead a name to the one longer name that it shortens: `Alder` to `Ruth Alder`, `Brunel` to `Brunel Steel`.

    A place is no short form of what lies there, or is of it: neither a name that is known to `lie` somewhere, nor what
    follows an `of`; and what opens a longer name may not be more frequent than that.
    """
    led: dict[str, str] = {}
    for name in counts:
        if name in lie:
            continue
        ends = [one for one in counts if _ends_with(one, name) and not name.isupper()]
        begins = [one for one in counts if one.startswith(f"{name} ") and counts[name] <= counts[one]]
        if len(ends) + len(begins) == 1:
            led[name] = (ends or begins)[0]
    return {name: led.get(target, target) for name, target in led.items()}


def _ends_with(longer: str, name: str) -> bool:
    """Return whether a name may be shortened to its end: the Department of Commerce to Commerce, no union of Westhaven to it."""
    if not longer.endswith(f" {name}"):
        return False
    before, first = longer.removesuffix(name), longer.partition(" ")[0]
    of = [
        words
        for words in NAMINGS
        if before.endswith(tuple(f" {one} " for one in (*words.of, "for", *words.of_the)))
    ]
    bodies = [words for words in of if not words.noble or words.heads.fullmatch(first)]
    return not bodies or any(words.subjects.search(longer) for words in bodies)


def _maybe(
    name: str, known: Sequence[tuple[str, str]], *, both_ways: bool = False
) -> tuple[tuple[str, str], ...]:
    """Return the entities, the likeliest first, whose name is alike, or is shortened to this one; or this one to theirs."""
    best: dict[str, tuple[float, str]] = {}
    for other, id_ in known:
        likeness = fuzz.ratio(name.casefold(), other.casefold())
        if _ends_with(other, name) or (both_ways and " " in other and _ends_with(name, other)):
            likeness = 90.0
        if _abbreviates(name, other) or (both_ways and _abbreviates(other, name)):
            likeness = 100.0
        if likeness >= NEAR and likeness > best.get(id_, (0.0, ""))[0]:
            best[id_] = likeness, other
    return tuple((id_, best[id_][1]) for id_ in sorted(best, key=lambda one: (-best[one][0], one)))


def _abbreviates(name: str, other: str) -> bool:
    return name.isupper() and len(name) > 1 and name == _initials(other)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _entry(name: str, kind: str, parts: Sequence[str]) -> tuple[tuple[str, object], ...]:
    fields: list[tuple[str, object]] = [("kind", kind), ("name", name)]
    short = next((one for one in parts if " " not in one), "")
    aliases = [one for one in parts if one != short]
    if aliases:
        fields.append(("aliases", aliases))
    if short:
        fields.append(("short", short))
    return tuple(fields)
