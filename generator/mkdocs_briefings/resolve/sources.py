"""Resolve sources: front matter, seal, skipped lines, misprints, names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_briefings.model import dates, names
from mkdocs_briefings.model.corpus import NOT_STATED, Misprint, Passage, Source
from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.parse.file import Parsed, SeedText
from mkdocs_briefings.resolve import passages, reference_codes, source_codes
from mkdocs_briefings.resolve.entities import require
from mkdocs_briefings.resolve.ids import source_id
from mkdocs_briefings.resolve.lookups import Tables, remembered
from mkdocs_briefings.resolve.passages import Held
from mkdocs_briefings.text import quotation
from mkdocs_briefings.text.quotation import prepare
from mkdocs_briefings.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mkdocs_briefings.model.corpus import Mentions
    from mkdocs_briefings.parse.schema import SkipKind, SourceFront
    from mkdocs_briefings.resolve.ids import Known
    from mkdocs_briefings.resolve.lookups import NameFinder, ResolveMemo
    from mkdocs_briefings.text.quotation import Span, Text

_MARGIN = " \t\r\u00a0-*•"
_HYPHENS = {"-", "\u2010", "\u2011"}
_OUTLET = frozenset({"outlet", "agency", "company", "organization"})


def sources(
    files: Iterable[Parsed], known: Known, of_entities: names.Names, memo: ResolveMemo | None = None
) -> tuple[dict[str, Source], dict[str, Held], dict[str, Mentions], list[Problem]]:
    """Resolve all sources, newest first, and prepare their texts for finding quotations."""
    made: dict[str, Source] = {}
    held: dict[str, Held] = {}
    mentions: dict[str, Mentions] = {}
    problems: list[Problem] = []
    tables = Tables(known, of_entities)
    for parsed in files:
        if not isinstance(parsed.entry, SeedText):
            continue
        id_ = source_id(parsed)
        if known.places[id_].path == parsed.path:

            def resolved(
                against: Tables, parsed: Parsed = parsed, seed: SeedText = parsed.entry, id_: str = id_
            ) -> tuple[Source, Held, Mentions]:
                return _source(parsed, seed, id_, against, problems)

            made[id_], held[id_], mentions[id_] = remembered(memo, parsed, tables, problems, resolved)
    ordered = sorted(made.values(), key=lambda s: s.id)
    ordered.sort(key=lambda s: dates.sort_key(s.published) if s.published else (), reverse=True)
    return {source.id: source for source in ordered}, held, mentions, problems


def _source(
    parsed: Parsed, seed: SeedText, id_: str, against: Tables, problems: list[Problem]
) -> tuple[Source, Held, Mentions]:
    front, path, known = seed.front, parsed.path, against.known
    outline = seed.outline
    marks = sentences(seed.text, lang=front.lang) if outline is None else outline.sentences
    verified = None if outline is None else outline.passages
    bare = Held(id_, path, prepare(seed.text), marks, above=seed.above, verified=verified)
    skip = _skipped(bare, front.skip, problems) if outline is None else outline.skip
    misprints = _misprints(bare, front.misprints, known, problems)
    ignore = tuple(span for _, span in skip) + tuple(m.span for m in misprints if m.span)
    held = replace(bare, ignore=ignore)
    sealed = front.sha256 is not None if parsed.problems else _check_front(parsed, seed, id_, known, problems)
    for word, entity in front.means.items():
        problems += require(known, entity, frozenset(), Place(path, ("means", word)))
    for words, entity in front.one_voice.items():
        problems += require(known, entity, frozenset(), Place(path, ("one_voice", words)))
    for outlet in front.cites:
        problems += require(known, outlet, _OUTLET, Place(path, ("cites", outlet), at_key=True))
    undated = front.published == NOT_STATED
    source = Source(
        id=id_,
        path=path,
        title=front.title,
        label=front.label or (front.title if front.title and front.title != NOT_STATED else id_),
        published=dates.parse(front.published) if front.published and not undated else None,
        publisher=front.publisher,
        author=front.author or "",
        address=front.address or "",
        captured=dates.parse(front.captured) if front.captured else None,
        inferred=front.inferred,
        outside=front.outside,
        note=front.note or "",
        lang=front.lang,
        rights=front.rights,
        status=front.status,
        status_note=front.status_note or "",
        text=bare.text,
        digest=seed.digest,
        sealed=sealed,
        sentences=bare.sentences,
        skip=skip,
        misprints=misprints,
        means=front.means,
        one_voice=front.one_voice,
        cites=_quoted(held, "cites", front.cites, problems),
        retranslated=_quoted(held, "retranslated", front.retranslated, problems),
        outline=outline,
        formerly=tuple(front.formerly),
        undated=undated,
    )
    if outline is None:
        return source, held, _mentions(bare.text, front, misprints, skip, against.find)
    return source, held, tuple(one for one in outline.mentions if one[0] in known.kinds)


def _quoted(
    held: Held, field: str, quotes: Mapping[str, list[str]], problems: list[Problem]
) -> tuple[tuple[str, Passage], ...]:
    """NameFinder what a field of the front matter quotes, each with its key."""
    made: list[tuple[str, Passage]] = []
    for key, many in quotes.items():
        for n, words in enumerate(many):
            found = passages.find(held, words, Place(held.path, (field, key, n)))
            if isinstance(found, Problem):
                problems.append(found)
            elif found:
                made.append((key, found))
    return tuple(made)


def _check_front(parsed: Parsed, seed: SeedText, id_: str, known: Known, problems: list[Problem]) -> bool:
    front, place = seed.front, Place(parsed.path)
    if front.sha256 is None:
        hint = source_codes.SEAL_MISSING.remedy.replace("FILE", parsed.path)
        problems.append(source_codes.SEAL_MISSING.at(place, f"`{id_}` is not sealed", hint=hint))
    elif front.sha256 != seed.digest:
        where = Place(parsed.path, ("sha256",))
        message = f"the text of `{id_}` has changed since it was sealed"
        hint = source_codes.SEAL_BROKEN.remedy.replace("FILE", parsed.path)
        problems.append(source_codes.SEAL_BROKEN.at(where, message, hint=hint))
    missing = [f"`{field}`" for field in ("title", "published", "publisher") if getattr(front, field) is None]
    if missing:
        problems.append(source_codes.METADATA_MISSING.at(place, f"`{id_}` has no {', '.join(missing)}"))
    if front.publisher and front.publisher != NOT_STATED:
        problems += require(known, front.publisher, _OUTLET, Place(parsed.path, ("publisher",)))
    fields = set(type(front).model_fields)
    for group in ("inferred", "outside"):
        for field in getattr(front, group):
            if field not in fields:
                where = Place(parsed.path, (group, field), at_key=True)
                problems.append(
                    reference_codes.UNKNOWN_INFERRED.at(where, f"a source has no field `{field}`")
                )
    return front.sha256 is not None


def _skipped(
    held: Held, skip: Mapping[SkipKind, list[str]], problems: list[Problem]
) -> tuple[tuple[str, Span], ...]:
    """Find the lines that state nothing; unlike a passage, such a line may recur and a gap may span sentences.

    Where the words are a line of their own, they are not meant where they are in others.
    """
    found = [
        (kind, span)
        for kind, quotes in skip.items()
        for n, words in enumerate(quotes)
        for span in _lines(
            held.text.raw, _stretches(held, words, Place(held.path, ("skip", kind, n)), problems)
        )
    ]
    return tuple(sorted(found, key=lambda item: item[1]))


def _lines(raw: str, spans: Sequence[Span]) -> Sequence[Span]:
    """Keep the spans that are whole lines, or all if none is."""
    whole = [
        (a, b)
        for a, b in spans
        if not raw[raw.rfind("\n", 0, a) + 1 : a].strip(_MARGIN)
        and not raw[b:].partition("\n")[0].strip(_MARGIN)
    ]
    return whole or spans


def _misprints(
    held: Held, printed: Mapping[str, str], known: Known, problems: list[Problem]
) -> tuple[Misprint, ...]:
    made: list[Misprint] = []
    for words, meant in printed.items():
        spans = _stretches(held, words, Place(held.path, ("misprints", words), at_key=True), problems)
        is_id = meant in known.kinds
        made += [
            Misprint(words, span, entity=meant if is_id else "", words="" if is_id else meant)
            for span in spans
        ]
    return tuple(made)


def _stretches(held: Held, words: str, place: Place, problems: list[Problem]) -> Sequence[Span]:
    everywhere = quotation.places(held.text, words)
    if everywhere:
        return everywhere
    found = quotation.find(held.text, words, anywhere=True)
    if isinstance(found, quotation.Match):
        return [(found.spans[0][0], found.spans[-1][1])]
    problems.append(passages.miss(held, found, place))
    return []


def _by_entity(means: Mapping[str, str]) -> dict[str, list[str]]:
    return {entity: [word for word, meant in means.items() if meant == entity] for entity in means.values()}


def _mentions(
    text: Text,
    front: SourceFront,
    misprints: Iterable[Misprint],
    skip: Iterable[tuple[str, Span]],
    find: NameFinder,
) -> Mentions:
    """Find the entities named in a source: by what it prints for them, by its metonyms, by their names.

    What is declared for this source goes before a name that is in the same place.
    """
    spans = [(*m.span, m.entity) for m in misprints if m.span and m.entity]
    # "Beijing-based" is a place, not a government: a metonym does not count beside a hyphen.
    metonyms = names.find(names.gather(_by_entity(front.means), {}), text) if front.means else []
    for m in metonyms:
        if not _HYPHENS & {text.raw[m.start - 1 : m.start], text.raw[m.end : m.end + 1]}:
            spans.append((m.start, m.end, m.entity))
    declared = tuple(spans) + tuple((a, b, "") for _, (a, b) in skip)
    for m in find(text):
        if not any(a < m.end and m.start < b for a, b, _ in declared):
            spans.append((m.start, m.end, m.entity))
    return tuple((entity, (a, b)) for a, b, entity in sorted(set(spans)))
