"""Offer a claim for a sentence of a source: what it states, who says it, when; an editor judges each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs_briefings.derive import date_proof, printed_times, time_meanings
from mkdocs_briefings.derive.days import edtf
from mkdocs_briefings.model import addresses, dates, names, prose
from mkdocs_briefings.model.corpus import Claim, Passage
from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.text import quotation
from mkdocs_briefings.text.languages import language
from mkdocs_briefings.text.latin import latin
from mkdocs_briefings.text.prepared import prepare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.corpus import Corpus, Mentions, Source
    from mkdocs_briefings.model.names import Names
    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.quotation import Span

_STOPS = " .。．!！"
_PAIRS = {("“", "”"), ("„", "“"), ("«", "»"), ("「", "」"), ('"', '"')}
_AFTER_SPEECH = re.compile(r"[,.!?][”\"»]\s+(?:\S+\s*){1,6}\Z")
_POSSESSIVE = re.compile(r"['’]s?\b")
_ABBREVIATION = re.compile(r"\b(?:\w\.)+(?:\w\b)?")
_IN_ID = 3
_LONGEST_ID = 40
_ENDS_ABBREVIATED = re.compile(r"\b\w\.\w\.\Z")
_TELLS_WHEN = re.compile(
    r"(?:on|in|at|during|within|last|past|previous|this|next|earlier|later|yesterday|today|tonight|tomorrow|early|mid|late)\b|"
    r"\w+\s\w+\sago\b",
    re.IGNORECASE,
)
"""How words for a time begin that tell when: "of 16 February" may tell of a week, "about 6 March" of days around it."""
_WAS_AHEAD = re.compile(r"\b(?:would|(?:was|were)\s(?:\w+\s)?to)\b", re.IGNORECASE)
"""What lay ahead of a time before the article: on which side of it a month without a year is, nobody can tell."""
_DETERMINER = re.compile(
    r"(?:The|A|An|One|Two|Some|Several|Un|Une|Le|La|Les|Der|Die|Das|Ein|Eine|El|Los|Las)\s"
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A claim that could be made of a sentence; only what the words themselves show."""

    id: str
    text: str
    """The statement without the words that attribute it, or the whole quotation."""
    quote: str
    span: Span
    speaker: str = ""
    """As a voice of `said_by`: an entity's id or a description; empty where none is named."""
    date: str = ""
    printed: str = ""
    """The words that tell the date, where they are relative or partial."""
    proof: str = ""
    """How the date follows from them."""
    further: tuple[str, ...] = ()
    """Other quotations that it rests on beside `quote`."""
    unclear: tuple[str, ...] = ()
    """Pronouns and relative times in `text`: what they stand for is in other sentences."""


def offers(
    source: Source, spans: Sequence[Span], corpus: Corpus, known: Names, taken: frozenset[str] = frozenset()
) -> Iterator[Offer]:
    """Offer a claim for each stretch of a source whose words can be quoted as they stand.

    Args:
        source: the article, with its text.
        spans: the sentences.
        corpus: of the desk.
        known: the names of its entities.
        taken: ids that claims have already.

    """
    used = set(taken)
    for span in spans:
        made = _offer(source, span, corpus, known, used)
        if made:
            used.add(made.id)
            yield made


def offer(
    source: Source, span: Span, corpus: Corpus, known: Names, taken: frozenset[str] = frozenset()
) -> Offer | None:
    """Offer a claim for one stretch; None if its words cannot be quoted, since they are not there once."""
    return _offer(source, span, corpus, known, set(taken))


def _offer(source: Source, span: Span, corpus: Corpus, known: Names, taken: set[str]) -> Offer | None:
    words = " ".join(quotation.words(source.text, quotation.Match((span,))))
    quote = without_stop(words)
    match = quotation.find(source.text, quote, [at for _, at in source.skip], source.sentences)
    if not isinstance(match, quotation.Match):
        return None
    pack = language(source.lang)
    who, what = _attributed(quote, pack)
    text = _as_sentence(_linked(_without_opener(what, pack), source, span, corpus.mentions[source.id], known))
    date, printed, proof = _dated(source, match.spans, what, corpus)
    common = pack.common if pack else frozenset()
    return Offer(
        id=_free(_id(latin(what, source.lang), common), taken),
        text=text,
        quote=quote,
        span=span,
        speaker=_speaker(who, source, span, corpus),
        date=date,
        printed=printed,
        proof=proof,
        unclear=_unclear(text, source.lang, pack, date),
    )


def without_stop(words: str) -> str:
    """Return the words of a sentence without its full stop, unless that is part of an abbreviation."""
    return words if _ENDS_ABBREVIATED.search(words) else words.rstrip(_STOPS) or words


def _attributed(quote: str, pack: Language | None) -> tuple[str, str]:
    """Part a sentence into who says it and what; nobody, and all of it, where it attributes nothing."""
    for pattern in pack.attributions if pack else ():
        match = re.fullmatch(pattern, quote)
        if match and _is_whole(match["what"]):
            return match["who"].strip(" ,"), _unquoted(match["what"].strip(" ,"))
    return "", quote


def _is_whole(words: str) -> bool:
    """Return whether no quotation mark or bracket stays open in what is left, and no speaker's office hangs on speech."""
    marks = words.count("“") == words.count("”") and words.count("(") == words.count(")")
    even = marks and words.count('"') % 2 == 0 and words.count("«") == words.count("»")
    return even and not (words[0] in '“"«„' and _AFTER_SPEECH.search(words))


def _unquoted(words: str) -> str:
    """Take off quotation marks that enclose all of it."""
    inner = words[1:-1]
    whole = (words[:1], words[-1:]) in _PAIRS and not set(inner) & {words[0], words[-1]}
    return inner.rstrip(" ,") if whole else words


def _without_opener(what: str, pack: Language | None) -> str:
    """Leave out a word that only joins the sentence to the one before it ("However,")."""
    first, comma, rest = what.partition(", ")
    is_opener = pack is not None and comma and " " not in first and first.casefold() in pack.common
    return rest if is_opener else what


def _as_sentence(what: str) -> str:
    first = what[:1].upper() + what[1:]
    end = "" if first[-1:] in ".!?。！？" else "。" if "\u3040" <= first[-1:] <= "\u9fff" else "."
    return f"{first}{end}"


def _linked(what: str, source: Source, span: Span, mentions: Mentions, known: Names) -> str:
    """Link the names that mean something only in this source; all others link by themselves."""
    plain = prose_safe(what)
    by_itself = {mention.entity for mention in names.find(known, prepare(plain))}
    for entity, (start, end) in mentions:
        words = " ".join(source.text.raw[start:end].split())
        if span[0] <= start and end <= span[1] and entity not in by_itself and plain.count(words) == 1:
            plain = plain.replace(words, f"[[{entity}|{words}]]")
            by_itself.add(entity)
    return plain


def prose_safe(words: str) -> str:
    """Leave out the brackets that would be markup in a sentence of ours."""
    return re.sub(r"\[\[?|\]\]?", "", words)


def _id(what: str, common: frozenset[str]) -> str:
    plain = _ABBREVIATION.sub(lambda match: match[0].replace(".", ""), _POSSESSIVE.sub("", what))
    weighty = [word for word in plain.split() if word.strip(".,;:“”\"'’()").casefold() not in common]
    return addresses.slug(" ".join(weighty) or plain, most=_IN_ID)[:_LONGEST_ID].strip("-._")


def _free(wanted: str, taken: set[str]) -> str:
    name, n = wanted, 1
    while name in taken:
        n += 1
        name = f"{wanted}-{n}"
    return name


def _speaker(who: str, source: Source, span: Span, corpus: Corpus) -> str:
    """Name the voice: a person or what most of the words name, or the words themselves; never the publisher."""
    words = " ".join(who.split())
    if not words:
        return ""
    if words.casefold() in (alias := {name.casefold(): entity for name, entity in source.one_voice.items()}):
        return alias[words.casefold()]
    for entity, (start, end) in corpus.mentions[source.id]:
        name = " ".join(source.text.raw[start:end].split())
        if span[0] <= start and end <= span[1] and name in words:
            found = corpus.entities.get(entity)
            if (found and found.kind == "person") or len(name) * 2 >= len(words):
                return "" if entity == source.publisher else entity
    if " " not in words:
        return f"{words} (who?)"  # one word would be an id
    return words[0].lower() + words[1:] if _DETERMINER.match(words) else words


def _dated(source: Source, spans: tuple[Span, ...], what: str, corpus: Corpus) -> tuple[str, str, str]:
    """Read the date of what is stated, where its words tell one time only and that is read whole."""
    if source.lang.partition("-")[0] != "en":
        return "", "", ""
    found = printed_times.read(what, running=True)
    if len(found) != 1 or found[0].weak or found[0].kind in {"same", "duration"} or found[0].edge:
        return "", "", ""
    one = found[0]
    if not _TELLS_WHEN.match(one.words) or (_WAS_AHEAD.search(what) and not one.year):
        return "", "", ""
    anchor = dates.local_days(source.published) if source.published else None
    about = time_meanings.Anchor(*anchor, "article") if anchor else None
    if about is None and not one.year:
        return "", "", ""
    days = time_meanings.readings(one, about, ahead=printed_times.looks_ahead(what))
    told = {edtf(day.first, day.last) for day in days if day.weekday is None or day.first == day.last}
    if len(told) != 1 or len({(day.first, day.last) for day in days}) != 1:
        return "", "", ""
    date = told.pop()
    is_whole = bool(one.year and (one.month is None or one.day or date.count("-") == 1))
    printed = "" if is_whole else one.words
    claim = Claim(
        ref="offered#offered",
        briefing="offered",
        id="offered",
        place=Place("offered", ()),
        text=prose.Sentence(()),
        kind="report",
        source=source.id,
        passages=(Passage(source.id, spans, (what,)),),
        date=dates.parse(date),
        printed=printed,
    )
    proof = date_proof.prove(replace(corpus, claims={**corpus.claims, claim.ref: claim}), claim)
    if proof is None or not proof.fits:
        return "", "", ""
    return date, printed, proof.told


def _unclear(text: str, lang: str, pack: Language | None, date: str) -> tuple[str, ...]:
    """List the words of a sentence whose meaning is in other sentences."""
    if pack is None:
        return ()
    pronouns = re.finditer(pack.pronouns, text, re.IGNORECASE) if pack.pronouns else ()
    found = [match[0] for match in pronouns if len(match[0]) == 1 or not match[0].isupper()]  # the US
    if lang.partition("-")[0] == "en":
        times = [one.words.rstrip(".") for one in printed_times.read(text, running=True) if not one.year]
    else:
        words = (*pack.weekdays, *pack.day_words, *pack.year_words)
        pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
        times = [match[0] for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE)]
    return tuple(dict.fromkeys((*found, *(() if date else times))))
