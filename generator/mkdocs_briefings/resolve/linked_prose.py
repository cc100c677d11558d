"""Resolve prose: link names, resolve citations, make claims of quotations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mkdocs_briefings.model import prose
from mkdocs_briefings.model.prose import Block, Broken, Cite, Inline, Item, Name, Plain, Sentence, Words
from mkdocs_briefings.model.wording import IN_CITE, MOST
from mkdocs_briefings.parse.schema import REF_PATTERN
from mkdocs_briefings.parse.validate import PLACEHOLDER
from mkdocs_briefings.resolve import reference_codes
from mkdocs_briefings.resolve.entities import require
from mkdocs_briefings.text.prepared import prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs_briefings.model.problem import Place, Problem
    from mkdocs_briefings.resolve.ids import Known
    from mkdocs_briefings.resolve.lookups import NameFinder

    QuoteClaim = Callable[[Item, Sentence, Place], str | None]
    """Make the claim of a quotation in the prose; gives its reference, or None if it was refused."""


@dataclass(slots=True)
class ProseContext:
    """What has been read of one document so far: a short form counts only after the full name."""

    path: str
    briefing: str
    """The briefing whose claims are cited by their bare ids; empty elsewhere."""
    known: Known
    find: NameFinder
    quote_claim: QuoteClaim | None
    """None where the prose may not quote by itself (storylines)."""
    problems: list[Problem]
    seen: set[str] = field(default_factory=set)
    lang: str = "en"


def resolve_prose(document: ProseContext, text: str, place: Place) -> prose.Prose:
    """Resolve a text of paragraphs and bullets."""
    if text == PLACEHOLDER:
        return ()
    return tuple(
        Block(block.bullet, tuple(resolve_sentence(document, s, place) for s in block.sentences))
        for block in prose.parse(text, document.lang)
    )


def resolve_line(document: ProseContext, text: str, place: Place) -> Sentence:
    """Resolve a text of one piece."""
    return resolve_sentence(document, prose.parse_line(text), place)


def resolve_sentence(document: ProseContext, sentence: Sentence, place: Place) -> Sentence:
    """Resolve the links and citations of a sentence, and find the names in its words."""
    made: list[Inline] = []
    typed = ""
    for inline in sentence.inlines:
        place = replace(place, before=typed)
        typed = (typed + prose.typed([inline]))[-MOST:]
        match inline:
            case Words(words):
                made += _linked(document, words)
            case Name(entity, words):
                near = replace(place, near=f"[[{entity}")
                document.problems += require(document.known, entity, frozenset(), near)
                if _is_entity(document.known, entity):
                    document.seen.add(entity)
                    made.append(replace(inline, words=words or document.known.names[entity]))
            case Cite(items):
                refs = (_cited(document, item, sentence, place) for item in items)
                made.append(Cite(tuple(Item(ref) for ref in refs if ref)))
            case Broken(words):
                near = replace(place, near=words[:30])
                straight = words.count('"') > 2  # noqa: PLR2004, those around the quotation
                message = f"`{words}` {'has straight quotation marks in a quotation' if straight else 'is not complete'}"
                hint = (
                    "Write those inside the quotation as “ ”; the source may have either." if straight else ""
                )
                document.problems.append(reference_codes.PROSE_SYNTAX.at(near, message, hint=hint))
                made.append(Cite(()))
            case Plain():
                made.append(inline)
    return Sentence(tuple(made))


def resolve_role(document: ProseContext, text: str) -> Sentence:
    """Resolve a role, `executive director of oicts`: words that are ids of entities become links."""
    parts = re.split(r"([^\W_][\w.-]*)", text)
    made: list[Inline] = []
    for n, part in enumerate(parts):
        if n % 2 and _is_entity(document.known, part):
            made.append(Name(part, document.known.names[part]))
        elif made and isinstance(last := made[-1], Words):
            made[-1] = Words(last.words + part)
        elif part:
            made.append(Words(part))
    return Sentence(tuple(made))


def resolve_ref(document: ProseContext, ref: str, place: Place) -> str | None:
    """Complete a reference to a claim (`claim`, `briefing#claim`); None, and a problem, if the claim does not exist."""
    home, mark, claim = ref.rpartition("#")
    home = home if mark else document.briefing
    known = document.known
    if f"{home}#{claim}" in known.refs:
        return f"{home}#{claim}"
    if home not in known.broken and claim not in known.broken:
        hint = _nearest_claim(known, home, claim)
        document.problems.append(
            reference_codes.UNKNOWN_CLAIM.at(place, f"there is no claim `{ref}`", hint=hint)
        )
    return None


def _cited(document: ProseContext, item: Item, sentence: Sentence, place: Place) -> str | None:
    near = replace(place, near=item.quote[:60] or f"@{item.ref}", before=place.before + IN_CITE)
    if not re.fullmatch(REF_PATTERN, item.ref):
        document.problems.append(reference_codes.UNKNOWN_CLAIM.at(near, f"`@{item.ref}` is not a reference"))
        return None
    if item.quote:
        if document.quote_claim is None:
            message = "only the prose of a briefing may contain quotations"
            document.problems.append(reference_codes.PROSE_SYNTAX.at(near, message))
            return None
        return document.quote_claim(item, sentence, near)
    local = f"{document.briefing}#{item.ref}" in document.known.refs
    if not local and document.known.kinds.get(item.ref) == "source":
        return item.ref
    return resolve_ref(document, item.ref, near)


def _linked(document: ProseContext, words: str) -> Iterator[Inline]:
    end = 0
    for mention in document.find(prepare(words), document.seen):
        if mention.start > end:
            yield Words(words[end : mention.start])
        yield Name(mention.entity, mention.words)
        document.seen.add(mention.entity)
        end = mention.end
    if end < len(words):
        yield Words(words[end:])


def _is_entity(known: Known, id_: str) -> bool:
    return known.kinds.get(id_, "source") not in {"source", "briefing", "storyline"}


def _nearest_claim(known: Known, home: str, claim: str) -> str:
    from rapidfuzz import process  # noqa: PLC0415, only when something is wrong

    if home not in known.claims:
        near = process.extractOne(home, sorted(known.claims), score_cutoff=75)
        return f"There is no briefing `{home}`." + (f" Did you mean `{near[0]}`?" if near else "")
    near = process.extractOne(claim, sorted(known.claims[home]), score_cutoff=70)
    return f"Did you mean `{near[0]}`?" if near else ""
