"""Names in the sources that no entity covers: how often, where, and an entry to begin with."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from generator.adding.compose import slug
from generator.adding.holdings import folded, free
from generator.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.corpus import Entity, Source
    from generator.quote import Span

NEAR = 80.0
"""From which likeness (0 to 100) a name may be another spelling of a known one. An editor decides."""

_NO_CAPITALS = re.compile(
    "am|ar|bn|ckb|dv|fa|gu|he|hi|iw|ja|ka|kn|km|ko|lo|ml|mr|my|ne|or|pa|ps|si|ta|te|th|ti|ug|ur|yi|yue|zh"
)
_CAPITAL_NOUNS = re.compile("de|lb")

_WORD = re.compile(r"[^\W_](?:[\w&]|[.'’-](?=\w))*")
_POSSESSIVE = re.compile(r"['’]s?$")
_INSIDE = re.compile("for|de|del|der|den|du|la|van|von|bin|al")
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
    "Four|Five|Six|Seven|Eight|Nine|Ten|First|Second|Third|Neither|Either|Among|Against|Through|Across|Even|Just"
)
_TITLE = re.compile(
    "Mr|Mrs|Ms|Mx|Dr|Prof|Sir|Dame|Lord|Lady|Judge|Minister|President|Secretary|Captain|Director"
)
_DEMONYM = re.compile(r"\w{2,}(?:ese|ish|[aeio]cans?)|\w{4,}ians?")
_KINDS = (
    (
        "agency",
        r"authority|ministry|department|agency|office|commission|board|bureau|council|court|parliament|navy|police",
    ),
    ("outlet", r"times|post|journal|news|courier|herald|gazette|radio|weekly|tribune|press|magazine"),
    ("company", r"inc|ltd|llc|plc|corp|co|gmbh|steel|bank|holdings|motors|airlines|lines?"),
    (
        "organization",
        r"union|association|federation|university|institute|foundation|society|trust|party|group|club",
    ),
    ("measure", r"act|rule|order|treaty|directive|plan|regulation"),
    ("place", r"bay|river|island|islands|street|road|port|harbour|sea|canal|bridge|lake|city|county"),
)
_BODY = re.compile(
    "Association|Union|Federation|University|Institute|Foundation|Society|Office|Council|Court|Guild|Party"
)
"""What may follow an owner inside a name: the Seafarers' Union."""
_PERSON = re.compile(r"\w[\w.'’-]*(?: (?!of |for )\w[\w.'’-]*){1,3}")
_HEAD = re.compile(
    "Academy|Act|Agency|Association|Authority|Bank|Bay|Board|Bureau|Chamber|City|College|Commission|Committee|Council|"
    "Court|Department|Federation|Government|Gulf|House|Institute|Isle|Kingdom|Ministry|Office|Organi[sz]ation|Port|"
    "Republic|Sea|Society|State|States|Strait|Treaty|Union|University"
)
"""What may have an `of` after it inside a name."""
_OF_SUBJECT = re.compile(r"\b(?:Department|Ministry|Bureau|Office|Commission|Board)\b.* of ")
_SPEAKS = re.compile(r"\s*,?\s*(?:said|says|told|wrote|added|argued|warned|announced)\b")
_SPOKEN = re.compile(r"(?:said|says|told|Mr|Mrs|Ms|Dr|Judge|Minister|President|Secretary|Captain)\.?,?\s*$")
_SPEECH = re.compile(r"[“\"‘:–—]\s?\Z")
"""Before a word that begins a sentence within a sentence."""
_WITHIN = re.compile(r"\b(?:in|at|near|across|outside|from)\s+$")


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
    """Known entities that it may be, and the name of each that is alike."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A run of capitalised words, with what stands around it."""

    name: str
    source: str
    sentence: str
    opens: bool
    before: str
    after: str


def unfit(source: Source) -> str:
    """Say why names cannot be told from other words in a source; empty if they can."""
    if source.outline is not None:
        return "its text is not here, only what the lock tells of it"
    lang = source.lang.lower().partition("-")[0]
    if _NO_CAPITALS.fullmatch(lang):
        return f"its language ({source.lang}) has no capital letters: names cannot be told from other words"
    if _CAPITAL_NOUNS.fullmatch(lang):
        return (
            f"its language ({source.lang}) gives every noun a capital: names cannot be told from other nouns"
        )
    letters = [char for char in source.text.raw if char.isalpha()]
    if letters and sum(char.islower() or char.isupper() for char in letters) * 2 < len(letters):
        return "most of its letters know no capitals: names cannot be told from other words"
    return ""


def suggest(
    sources: Iterable[Source], entities: Mapping[str, Entity], ids: Iterable[str]
) -> list[Suggestion]:
    """Find the names that no entity covers, the most frequent first.

    Args:
        sources: where to look.
        entities: what is known.
        ids: ids that are taken, case-folded.

    """
    places = [place for source in sources if not unfit(source) for place in _places(source)]
    inside = {place.name for place in places if not place.opens}
    inside |= {place.name.rpartition(" ")[2] for place in places if " " in place.name}
    # A capital at the beginning of a sentence says nothing by itself.
    places = [place for place in places if not place.opens or " " in place.name or place.name in inside]
    by_name: dict[str, list[_Place]] = {}
    for place in places:
        by_name.setdefault(place.name, []).append(place)
    counts = Counter({name: len(found) for name, found in by_name.items()})
    order = sorted(counts, key=lambda name: (-counts[name], name.casefold(), name))
    known = [(name, id_) for id_, entity in entities.items() for name in _names(entity)]
    longer = _longer({name: counts[name] for name in order})
    taken = set(ids)
    made: list[Suggestion] = []
    for name in order:
        maybe = _maybe(name, known)
        if not maybe and name in longer:
            continue
        parts = [one for one in order if longer.get(one) == name and not _maybe(one, known)]
        own = by_name[name] + [place for one in parts for place in by_name[one]]
        seen = tuple(dict.fromkeys((place.source, place.sentence) for place in own))
        if maybe:
            made.append(Suggestion(name, counts[name], seen, maybe=maybe))
            continue
        id_ = free(slug(name, 5)[:60].strip("-."), taken)
        taken.add(folded(id_))
        made.append(Suggestion(name, len(own), seen, id_, _entry(name, parts, own)))
    return made


def _names(entity: Entity) -> Iterator[str]:
    yield from filter(None, (entity.name, *entity.aliases, entity.short))
    if entity.kind == "person" and " " in entity.name:
        yield entity.name.rpartition(" ")[2]


def _places(source: Source) -> Iterator[_Place]:
    covered = [span for _, span in source.mentions]
    skipped = [span for _, span in source.skip]
    for start, end in source.sentences:
        if any(a < end and start < b for a, b in skipped) or _is_headline(source.text.raw[start:end]):
            continue
        sentence = " ".join(source.text.raw[start:end].split())
        for (first, last), opens in _runs(source.text.raw, start, end, covered):
            name = _POSSESSIVE.sub("", normalise(source.text.raw[first:last]))
            if name:
                before, after = (
                    source.text.raw[max(start, first - 30) : first],
                    source.text.raw[last : last + 30],
                )
                yield _Place(name, source.id, sentence, opens, before, after)


def _is_headline(words: str) -> bool:
    """Whether every word of weight has a capital: there, capitals tell nothing."""
    long = [word[0] for word in _WORD.findall(words) if len(word) > 3]  # noqa: PLR2004, "the", "and"
    most = sum(word.isupper() for word in long) * 10 >= len(long) * 8
    return len(long) > 3 and most and not words.rstrip().endswith((".", "”", '"'))  # noqa: PLR2004, a name may have three


def _runs(raw: str, start: int, end: int, covered: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    """Give the runs of capitalised words, and whether each opens the sentence."""
    run: list[re.Match[str]] = []
    words = list(_WORD.finditer(raw, start, end))
    for word, following in pairwise([*words, None]):
        if word is None:
            break
        free_ = not any(a < word.end() and word.start() < b for a, b in covered)
        if free_ and (word[0][0].isupper() or _joins(run, word[0])):
            run.append(word)
        else:
            yield from _closed(run, words)
            run = []
            continue
        gap = raw[word.end() : following.start()] if following else "."
        apart = gap.strip(" \n'’") or "\n\n" in gap
        owner = gap.strip() or _POSSESSIVE.search(word[0])
        if apart or (owner and not (following and _BODY.fullmatch(following[0]))):
            yield from _closed(run, words)
            run = []
    yield from _closed(run, words)


def _joins(run: Sequence[re.Match[str]], word: str) -> bool:
    """Whether a word in small letters may go on with a name: the Bank of England, not a man of Westhaven."""
    if not run:
        return False
    if word == "of":
        return bool(_HEAD.fullmatch(run[-1][0]))
    return bool(_INSIDE.fullmatch(word) or (word == "the" and run[-1][0] == "of"))


def _closed(run: list[re.Match[str]], words: list[re.Match[str]]) -> Iterator[tuple[Span, bool]]:
    left = list(run)
    while left and _leads_in(left[0], words[0]):
        left.pop(0)
    while left and (left[-1][0].islower() or _is_no_name(left[-1][0])):
        left.pop()
    if not left or (len(left) == 1 and not _is_name(left[0][0])):
        return
    opens = left[0] is words[0] or _SPEECH.search(left[0].string, 0, left[0].start()) is not None
    yield (left[0].start(), left[-1].end()), opens


def _leads_in(word: re.Match[str], first: re.Match[str]) -> bool:
    """Whether a word before a name is no part of it."""
    opens = word is first and _OPENER.fullmatch(word[0])
    return bool(opens or _INSIDE.fullmatch(word[0]) or _is_no_name(word[0]))


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


def _longer(counts: Mapping[str, int]) -> dict[str, str]:
    """Lead a name to the one longer name that it shortens: `Alder` to `Ruth Alder`, `Brunel` to `Brunel Steel`.

    A place is no short form of what lies there: what opens a longer name may not be more frequent than that.
    """
    led: dict[str, str] = {}
    for name in counts:
        ends = [one for one in counts if one.endswith(f" {name}") and not name.isupper()]
        begins = [one for one in counts if one.startswith(f"{name} ") and counts[name] <= counts[one]]
        if len(ends) + len(begins) == 1:
            led[name] = (ends or begins)[0]
    return {name: led.get(target, target) for name, target in led.items()}


def _maybe(name: str, known: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Give the known entities, the likeliest first, whose name is alike, or is shortened to this one."""
    best: dict[str, tuple[float, str]] = {}
    for other, id_ in known:
        likeness = fuzz.ratio(name.casefold(), other.casefold())
        if name.isupper() and len(name) > 1 and name == _initials(other):
            likeness = 100.0
        if other.endswith(f" {name}") and (f" of {name}" not in other or _OF_SUBJECT.search(other)):
            likeness = 90.0
        if likeness >= NEAR and likeness > best.get(id_, (0.0, ""))[0]:
            best[id_] = likeness, other
    return tuple((id_, best[id_][1]) for id_ in sorted(best, key=lambda one: (-best[one][0], one)))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _entry(name: str, parts: Sequence[str], places: Sequence[_Place]) -> tuple[tuple[str, object], ...]:
    kind = _kind(name, places)
    fields: list[tuple[str, object]] = [("kind", kind), ("name", name)]
    short = next((one for one in parts if " " not in one), "")
    aliases = [one for one in parts if one != short]
    if aliases:
        fields.append(("aliases", aliases))
    if short:
        fields.append(("short", short))
    return tuple(fields)


def _kind(name: str, places: Sequence[_Place]) -> str:
    """Guess what bears a name: by its words, then by what stands around it."""
    for kind, words in _KINDS:
        if re.search(rf"\b(?:{words})\b", name, re.IGNORECASE):
            return kind
    speaks = any(_SPEAKS.match(place.after) or _SPOKEN.search(place.before) for place in places)
    if _PERSON.fullmatch(name) and not any(word.isupper() for word in name.split()):
        return "person"
    if any(_WITHIN.search(place.before) for place in places):
        return "place"
    return "person" if speaks and not name.isupper() else "organization"
