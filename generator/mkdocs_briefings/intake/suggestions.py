"""Suggest entities for names in the sources: how often and where each occurs, and a first entry."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from mkdocs_briefings.edit.body_sentences import body_sentences, is_headline
from mkdocs_briefings.intake.holdings import folded, free
from mkdocs_briefings.intake.source_file import slug
from mkdocs_briefings.model import names as matching
from mkdocs_briefings.text.languages import language
from mkdocs_briefings.text.languages.common_words import ABBREVIATIONS
from mkdocs_briefings.text.prepared import normalise

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from mkdocs_briefings.model.corpus import Entity, Source
    from mkdocs_briefings.text.quotation import Span

NEAR = 80.0
"""From which likeness (0 to 100) a name may be another spelling of a known one. An editor decides."""

_NO_CAPITALS = re.compile(
    "am|ar|bn|ckb|dv|fa|gu|he|hi|iw|ja|ka|kn|km|ko|lo|ml|mr|my|ne|or|pa|ps|si|ta|te|th|ti|ug|ur|yi|yue|zh"
)
_CAPITAL_NOUNS = re.compile("de|lb")

_WORD = re.compile(r"[^\W_](?:\w|[&.'’-](?=\w))*")
_POSSESSIVE = re.compile(r"['’]s?$")
_INSIDE = re.compile(r"for|de|del|der|den|du|la|van|von|bin|al|(?:al|el|an|ar|as|ash|at)-[A-Z][\w’'-]+")
"""What may stand inside a name in small letters."""
_NO_NAME = re.compile(
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    "Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I|OK|Easter|Christmas"
)
_OPENER = re.compile(
    "A|An|The|This|That|These|Those|There|Then|Their|They|She|He|It|Its|His|Her|We|Our|You|Your|In|On|At|By|For|From|"
    "With|Without|Within|But|And|Or|Nor|So|Yet|If|As|When|While|Where|Although|Though|After|Before|Since|Until|Because|"
    "However|Meanwhile|Moreover|Furthermore|Additionally|Instead|Still|Also|Earlier|Later|Under|Over|Despite|During|Both|"
    "Some|Many|Most|Several|Such|Each|Another|Other|What|Who|Why|How|Not|No|Nobody|Nothing|Now|Once|Only|According|"
    "Yesterday|Today|Tomorrow|Last|Next|Further|Between|About|Every|All|Any|Few|More|To|Of|Up|Out|Here|One|Two|Three|"
    "Four|Five|Six|Seven|Eight|Nine|Ten|First|Second|Third|Neither|Either|Among|Against|Through|Across|Even|Just|"
    "Is|Are|Was|Were|Has|Have|Had|Does|Do|Did|Can|Could|Will|Would|Should|Might|Must"
)
_TITLE = re.compile(
    "Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Judge|Minister|President|Secretary|Captain|Director|Commissioner|"
    "Senator|Governor|Mayor|Chancellor|Ambassador|Premier|Congressman|Congresswoman|Councillor|Inspector|Sergeant|Colonel"
)
_TITLE_OF_TWO = re.compile(
    r"(?:Chief|Associate|Lord|Vice|Deputy) (?:Executive|Justice|Chief|Prosecutor|Economist|Scientist|Engineer)"
)
_DEMONYM = re.compile(r"\w{2,}(?:ese|ish|[aeio]cans?)|\w{4,}ians?")
_KINDS = (
    (
        "agency",
        r"authority|ministry|department|agency|office|commission|board|bureau|council|court|parliament|navy|police",
    ),
    ("outlet", r"times|post|journal|news|courier|herald|gazette|radio|weekly|tribune|press|magazine"),
    (
        "company",
        r"inc|ltd|llc|plc|corp|co|gmbh|steel|bank|holdings|motors|airlines|lines?|consult(?:ing|ants)|industries|shipping",
    ),
    (
        "organization",
        r"union|association|federation|university|institute|foundation|society|trust|party|group|club|hospital|infirmary|school|museum",
    ),
    ("measure", r"act|rule|order|treaty|directive|plan|regulation|bill|charter|convention|agreement"),
    ("place", r"bay|river|island|islands|street|road|port|harbour|sea|canal|bridge|lake|city|county"),
)
_BODY = re.compile(
    "Association|Union|Federation|University|Institute|Foundation|Society|Office|Council|Court|Guild|Party|Alliance|Charter|Congress|"
    "Compensation|Cooperative|Forum|League|Network"
)
"""What may follow an owner inside a name: the Seafarers' Union."""
_PERSON = re.compile(r"\w[\w.'’-]*(?: (?!of |for )\w[\w.'’-]*){1,3}")
_HEAD = re.compile(
    "Academy|Act|Agency|Association|Authority|Bank|Bay|Board|Bureau|Centers?|Centres?|Chamber|City|College|Commission|Committee|Council|"
    "Convention|Court|Department|Federation|Government|Gulf|Hospital|House|Infirmary|Institutes?|Isle|Kingdom|Library|Ministry|Museum|"
    "Office|Organi[sz]ation|Port|Republic|School|Sea|Society|State|States|Strait|Treaty|Union|University"
)
"""What may have an `of` after it inside a name."""
_OF_SUBJECT = re.compile(r"\b(?:Department|Ministry|Bureau|Office|Commission|Board)\b.* of ")
_ROLE = (
    r"(?:director|chair(?:man|woman)?|minister|secretary|president|spokes(?:man|woman|person)|manager|professor|officer|"
    r"executive|captain|mayor|governor|senator|analyst|engineer|lawyer|farmer|editor|reporter|founder|head|leader)"
)
_BEARS_TITLE = re.compile(rf"(?:\b(?:{_TITLE.pattern})\.?|\b{_ROLE},?)\s*$", re.IGNORECASE)
_TOLD_OF = re.compile(rf"\s*,\s*(?:\d\d\s*,|who\b|(?:[a-z]\w*\s+){{0,3}}{_ROLE}\b)")
"""What follows a person's name alone: an age, a clause that begins with `who`, an office."""
_SPEECH = re.compile(r"[“\"‘:–—]\s?\Z")
"""Before a word that begins a sentence within a sentence."""
_COMPASS = re.compile(
    "North|South|East|West|Northern|Southern|Eastern|Western|Central|New|Old|Great|United|Upper|Lower|San|Saint|St"
)
"""What the names of places begin with."""
_SHORT_ACRONYM = 3
_NUMBERED = re.compile(r"\s\d")
"""After a word that is counted, as in "Phase 3"."""
_COMPOUND = re.compile(r"\w+[-‑]\w*[a-z]{3}")
"""Before a name, such as "London-based"."""
_COUNTED = re.compile(r"\d\s?\Z")
"""Before the symbol of a unit, as in "600 MW"."""
_UNIT_LENGTH = 3
_WITHIN = re.compile(r"\b(?:in|near|across|outside)\s+$")


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


@dataclass(frozen=True, slots=True)
class _NameRun:
    """A run of capitalised words, with what is around it."""

    name: str
    source: str
    sentence: str
    opens: bool
    before: str
    after: str


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
    sources: Iterable[Source], entities: Mapping[str, Entity], ids: Iterable[str], least: int = 1
) -> list[Suggestion]:
    """Find the names that no entity covers: those in most sources first, then the most frequent.

    Args:
        sources: where to look.
        entities: what is known.
        ids: ids that are taken, case-folded.
        least: how often a name has to be there.

    """
    fit = [source for source in sources if not unfit(source)]
    places = _without_article(_as_elsewhere([place for source in fit for place in _places(source)]))
    inside = {place.name for place in places if not place.opens}
    inside |= {place.name.rpartition(" ")[2] for place in places if " " in place.name}
    # A capital at the beginning of a sentence says nothing by itself.
    places = [place for place in places if not place.opens or " " in place.name or place.name in inside]
    places = _without_common(places, fit)
    by_name: dict[str, list[_NameRun]] = {}
    for place in places:
        by_name.setdefault(place.name, []).append(place)
    counts = Counter({name: len(found) for name, found in by_name.items()})
    spread = {name: len({place.source for place in found}) for name, found in by_name.items()}
    order = sorted(counts, key=lambda name: (-spread[name], -counts[name], name.casefold(), name))
    known = [(name, id_) for id_, entity in entities.items() for name in _names(entity)]
    longer = _longer({name: counts[name] for name in order}, {one.name for one in places if _lies_there(one)})
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
        kind, guess = _kind(name, parts, own)
        made.append(Suggestion(name, len(own), seen, id_, _entry(name, kind, parts), guess=guess))
    return [one for one in _found(made, fit) if one.count >= least]


def _without_common(places: Sequence[_NameRun], sources: Sequence[Source]) -> list[_NameRun]:
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
            is_ordinary(words[0]) or _NUMBERED.match(place.after) or _is_unit(words[0], place)
        ):
            continue
        if all(word.casefold() in common or not word[0].isupper() for word in words):
            continue
        kept.append(replace(place, name=" ".join(words)))
    return kept


def _is_unit(word: str, place: _NameRun) -> bool:
    return len(word) <= _UNIT_LENGTH and word[1:].isupper() and _COUNTED.search(place.before) is not None


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


def _places(source: Source) -> Iterator[_NameRun]:
    covered = [span for _, span in source.mentions]
    skipped = [span for _, span in source.skip]
    for start, end in body_sentences(source, 1) or source.sentences:
        if any(a < end and start < b for a, b in skipped) or is_headline(source.text.raw[start:end]):
            continue
        sentence = " ".join(source.text.raw[start:end].split())
        for (first, last), opens in _runs(source.text.raw, start, end, covered):
            name = _POSSESSIVE.sub("", normalise(source.text.raw[first:last]))
            if name:
                before, after = (
                    source.text.raw[max(start, first - 30) : first],
                    source.text.raw[last : last + 30],
                )
                yield _NameRun(name, source.id, sentence, opens, before, after)


def _without_article(places: Sequence[_NameRun]) -> list[_NameRun]:
    """Take `The` off a name that stands without it elsewhere."""
    bare = {place.name for place in places}
    return [
        replace(place, name=name) if (name := place.name.removeprefix("The ")) in bare else place
        for place in places
    ]


def _as_elsewhere(places: Sequence[_NameRun]) -> list[_NameRun]:
    """Write a name that stands in capitals, in a dateline for one, as it is written elsewhere."""
    written = {place.name.upper(): place.name for place in places if not place.name.isupper()}
    return [
        replace(place, name=written[place.name])
        if place.name in written and (" " in place.name or len(place.name) > _SHORT_ACRONYM)
        else place
        for place in places
    ]


def _lies_there(place: _NameRun) -> bool:
    """Return whether something is said to be in what bears this name: a place is nobody's short form."""
    return bool(_WITHIN.search(place.before)) and not re.match(r"['’]s\b", place.after)


def _runs(raw: str, start: int, end: int, covered: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    """Return the runs of capitalised words, and whether each opens the sentence."""
    run: list[re.Match[str]] = []
    words = list(_WORD.finditer(raw, start, end))
    for word, following in pairwise([*words, None]):
        if word is None:
            break
        free_ = not any(a < word.end() and word.start() < b for a, b in covered)
        if free_ and (word[0][0].isupper() or _joins(run, word[0], words[0])):
            run.append(word)
        else:
            yield from _closed(run, words)
            run = []
            continue
        gap = raw[word.end() : following.start()] if following else "."
        if following and _goes_on(word[0], gap, following[0]):
            continue
        apart = gap.strip(" \n'’") or "\n\n" in gap
        owner = gap.strip() or _POSSESSIVE.search(word[0])
        if apart or (owner and not (following and _owned(run, gap, words, following))):
            yield from _closed(run, words)
            run = []
    yield from _closed(run, words)


def _goes_on(word: str, gap: str, following: str) -> bool:
    """Return whether a name goes on after an initial, `St.` or `&`: John F. Carver, Helix & Hart."""
    if not following[0].isupper() or "\n\n" in gap:
        return False
    initial = len(word) == 1 and word != "I"
    return gap.strip() == "&" or (gap.rstrip() == "." and gap != "." and (initial or word == "St"))


def _owned(
    run: Sequence[re.Match[str]], gap: str, words: Sequence[re.Match[str]], following: re.Match[str]
) -> bool:
    """Return whether an owner is part of a name: the Seafarers' Union, the Patients' Rights Charter, St. Anne's Hospital."""
    if _BODY.fullmatch(following[0]) or (run[0][0] == "St" and following[0][0].isupper()):
        return True
    many = len(run) == 1 and gap.strip() in {"'", "’"} and run[0][0].endswith("s")
    second = next((one for one in words if one.start() > following.start()), None)
    beside = second is not None and not second.string[following.end() : second.start()].strip()
    return bool(many and following[0][0].isupper() and second and beside and _BODY.fullmatch(second[0]))


def _joins(run: Sequence[re.Match[str]], word: str, first: re.Match[str]) -> bool:
    """Return whether a word in small letters may go on with a name: the Bank of England, not a man of Westhaven."""
    if not run:
        return False
    if word == "for" and run[-1] is first and first[0].endswith("s") and not _HEAD.fullmatch(first[0]):
        return False  # "Lawyers for Northline" names one thing
    if word == "of":
        return bool(_HEAD.fullmatch(run[-1][0]))
    return bool(_INSIDE.fullmatch(word) or (word == "the" and run[-1][0] == "of"))


def _closed(run: list[re.Match[str]], words: list[re.Match[str]]) -> Iterator[tuple[Span, bool]]:
    left = list(run)
    dropped = 0
    while left and _leads_in(left[0], words[dropped if left[0] is words[dropped] else 0]):
        dropped += left[0] is words[dropped]
        left.pop(0)
    office, left = _without_title(left)
    if len(office) > 1 and any(_HEAD.fullmatch(one[0]) for one in office):
        yield from _closed(office, words)
    while left and (left[-1][0].islower() or _is_no_name(left[-1][0])):
        left.pop()
    if not left or (len(left) == 1 and not _is_name(left[0][0])):
        return
    # In "Who Is At Risk?" every word has a capital, in "The OICS" one that says something.
    opens = (
        left[0] is words[0]
        or (dropped > 1 and left[0] is words[dropped])
        or _SPEECH.search(left[0].string, 0, left[0].start()) is not None
    )
    yield (left[0].start(), left[-1].end()), opens


def _without_title(run: list[re.Match[str]]) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """Return what is before the title of a person, and the person's name.

    Before that of `Energy Minister Ann Low` is a subject, before that of `Bank of England Governor Ann Low` a name, too.
    """
    for at in range(len(run) - 2, -1, -1):
        word, following = run[at][0], run[at + 1 :]
        long = at > 0 and _TITLE_OF_TWO.fullmatch(f"{run[at - 1][0]} {word}") is not None
        is_body = at > 0 and any(_HEAD.fullmatch(one[0]) or _BODY.fullmatch(one[0]) for one in following)
        if (long or _TITLE.fullmatch(word)) and following[0][0][0].isupper() and not is_body:
            return run[: at - long], following
    return [], run


def _leads_in(word: re.Match[str], first: re.Match[str]) -> bool:
    """Return whether a word before a name is no part of it."""
    opens = word is first and _OPENER.fullmatch(word[0])
    is_compound = _COMPOUND.fullmatch(word[0]) and word[0].rpartition("-")[2][:1].islower()
    return bool(opens or is_compound or _INSIDE.fullmatch(word[0]) or _is_no_name(word[0]))


def _is_no_name(word: str) -> bool:
    return bool(_NO_NAME.fullmatch(word) or _TITLE.fullmatch(word))


def _is_name(word: str) -> bool:
    plain = _POSSESSIVE.sub("", word)
    return (
        len(plain) > 1
        and not _OPENER.fullmatch(plain)
        and not _DEMONYM.fullmatch(plain)
        and not re.search(r"\d", plain)
    )


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
    of = longer.endswith((f" of {name}", f" of the {name}", f" for {name}"))
    return not of or _OF_SUBJECT.search(longer) is not None


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


def _kind(name: str, parts: Sequence[str], places: Sequence[_NameRun]) -> tuple[str, bool]:
    """Tell what bears a name by its words, or by what is around it; and whether neither tells, so that it is a guess."""
    for kind, words in _KINDS:
        if re.search(rf"\b(?:{words})\b", name, re.IGNORECASE):
            return kind, False
    looks = _PERSON.fullmatch(name) is not None and not any(word.isupper() for word in name.split())
    surname = name.rpartition(" ")[2]
    named = any(_BEARS_TITLE.search(place.before) or _TOLD_OF.match(place.after) for place in places)
    first = name.partition(" ")[0]
    if (looks and surname in parts and not _COMPASS.fullmatch(first)) or (named and not name.isupper()):
        return "person", False
    there = sum(map(_lies_there, places))
    if there * 2 >= len(places) and there > (len(name) > _SHORT_ACRONYM and name.isupper()) * len(places):
        return "place", False
    return "organization", True  # it speaks? So do companies
