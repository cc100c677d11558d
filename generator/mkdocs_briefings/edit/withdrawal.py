"""Take a source, or all that is told of an entity, out of a desk: what rests on it, and what changes."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.edit import removal
from mkdocs_briefings.edit.format import format_text
from mkdocs_briefings.edit.rename.changes import walk
from mkdocs_briefings.edit.rename.references import keys_at, reader_at
from mkdocs_briefings.edit.withdrawn_versions import versions_without
from mkdocs_briefings.model import corpus_fields as fields
from mkdocs_briefings.model import prose
from mkdocs_briefings.model.parts import QUOTATION
from mkdocs_briefings.parse import seed
from mkdocs_briefings.parse.file import SeedText, model_of, parse
from mkdocs_briefings.parse.schema import BriefingFile, SourceFront
from mkdocs_briefings.parse.schema_fields import part_at
from mkdocs_briefings.parse.version_ledger import VersionLedger, dumps
from mkdocs_briefings.parse.yaml import load
from mkdocs_briefings.resolve import resolve
from mkdocs_briefings.resolve.ids import source_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic import BaseModel

    from mkdocs_briefings.model.corpus import Claim, Corpus, Storyline
    from mkdocs_briefings.model.corpus_fields import PlacedSentence
    from mkdocs_briefings.model.problem import Loc
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.parse.file import Parsed
    from mkdocs_briefings.text.prepared import Span

TITLE = "Withdrawn"
"""Of a briefing of which nothing but a note is left: its title told what is gone."""


class TakedownError(Exception):
    """It cannot be taken down; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be taken down, and how."""

    id: str
    """Of a source or an entity."""
    reason: str = ""
    """What readers are told where a briefing was."""
    notes: bool = True
    """Leave a note in the place of each briefing that goes."""
    keep_text: bool = False
    """Mark a source as withdrawn, and keep its text on the desk."""


@dataclass(slots=True)
class Takedown:
    """What rests on a source or an entity, and what becomes of it."""

    kind: str
    names: tuple[str, ...]
    """What it is called, for looking elsewhere."""
    claims: list[Claim] = field(default_factory=list)
    sentences: list[PlacedSentence] = field(default_factory=list)
    briefings: list[str] = field(default_factory=list)
    """Briefings that go as a whole, as their bottom line or all of their sources do; storylines, too."""
    changes: dict[str, bytes | None] = field(default_factory=dict)
    """The files that change, by path; None for one that goes."""
    texts: list[str] = field(default_factory=list)
    """Articles that still name the entity: their texts are never edited."""


def takedown(tree: Mapping[str, bytes], settings: Settings, order: Order) -> Takedown:
    """Find what is built from a source, or told of an entity, and what the files are without it.

    Drafts and withdrawn briefings count too. The desk must have no errors.

    Raises:
        TakedownError: there is no such source or entity, its text is missing here, or a file cannot be changed.

    """
    files = [found for path in sorted(tree) if (found := parse(path, tree[path], settings)) and found.entry]
    corpus, _ = resolve(files, settings.as_of)
    plan = _Plan(files, corpus, settings, order)
    made = Takedown(plan.kind, plan.names)
    plan.spread()
    made.claims = [claim for ref, claim in corpus.claims.items() if ref in plan.claims]
    made.sentences = [told for told in fields.of_corpus(corpus) if told.thing != "claim" and plan.tells(told)]
    made.briefings = sorted(plan.briefings | plan.storylines)
    for parsed in files:
        data = plan.changed(parsed, tree[parsed.path])
        if data != tree[parsed.path]:
            made.changes[parsed.path] = data
    made.texts = [
        one.path for one in corpus.sources.values() if plan.kind == "entity" and plan.is_named_in(one.id)
    ]
    return made


class _Plan:
    """What goes, found in rounds: a claim takes those with it that only deny it, a bottom line its briefing."""

    def __init__(self, files: list[Parsed], corpus: Corpus, settings: Settings, order: Order) -> None:
        self.files, self.corpus, self.settings, self.order = files, corpus, settings, order
        self.kind = "source" if order.id in corpus.sources else "entity"
        if self.kind == "source":
            source = corpus.sources[order.id]
            self.names: tuple[str, ...] = tuple(filter(None, (source.title, source.label)))
            if source.outline is not None:
                raise TakedownError(f"the text of `{order.id}` is missing here; run this where the text is")
        elif order.id in corpus.entities:
            entity = corpus.entities[order.id]
            self.names = tuple(filter(None, (entity.name, *entity.aliases, entity.short)))
        else:
            raise TakedownError(f"there is no source or entity `{order.id}`")
        self._words = re.compile(
            "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(self.names, key=len, reverse=True))
            or "(?!)"
        )
        self.claims = {ref for ref, claim in corpus.claims.items() if self._is_claim(claim)}
        self.briefings: set[str] = set()
        self.storylines: set[str] = set()
        self._written = {
            parsed.name.id: parsed.entry
            for parsed in files
            if isinstance(parsed.entry, BriefingFile) and parsed.name
        }

    def spread(self) -> None:
        """Go on until nothing more goes."""
        before = -1
        while before != len(self.claims) + len(self.briefings) + len(self.storylines):
            before = len(self.claims) + len(self.briefings) + len(self.storylines)
            self.storylines |= {one.id for one in self.corpus.storylines.values() if self._is_told_of(one)}
            self.briefings |= {id_ for id_ in self.corpus.briefings if self._goes(id_)}
            self.claims |= {
                ref
                for ref, claim in self.corpus.claims.items()
                if claim.briefing in self.briefings
                or (claim.denies in self.claims and self._has_no_text(claim))
            }

    def tells(self, told: PlacedSentence) -> bool:
        """Return whether a sentence rests on what goes, or names it."""
        is_plain = self.kind == "entity" and told.plain and bool(self._words.search(told.sentence.text))
        return (
            is_plain
            or any(item.ref in self.claims or item.ref == self.order.id for item in told.sentence.cites)
            or (
                any(
                    isinstance(one, prose.Name) and one.entity == self.order.id
                    for one in told.sentence.inlines
                )
            )
        )

    def is_named_in(self, source: str) -> bool:
        return any(entity == self.order.id for entity, _ in self.corpus.mentions[source])

    def changed(self, parsed: Parsed, data: bytes) -> bytes | None:
        """Return what a file is afterwards; None if it goes.

        Raises:
            TakedownError: it cannot be changed.

        """
        if isinstance(parsed.entry, VersionLedger):
            return self._versions(parsed.entry, data)
        model = model_of(parsed.path, self.settings)
        assert model is not None  # noqa: S101, it was parsed
        if isinstance(parsed.entry, SeedText):
            return self._source(parsed, data)
        if parsed.name and parsed.name.id in self.briefings:
            return self._note(parsed, data) if self.order.notes else None
        head = seed.BOM if data.startswith(seed.BOM) else b""
        made = self._text(parsed, data[len(head) :].decode("utf-8"), model)
        return None if made is None else head + made.encode()

    def _is_claim(self, claim: Claim) -> bool:
        if self.kind == "source":
            return claim.source == self.order.id
        spans = [span for passage in claim.passages for span in passage.spans]
        mentions = (span for entity, span in self.corpus.mentions[claim.source] if entity == self.order.id)
        named = any(isinstance(one, prose.Name) and one.entity == self.order.id for one in claim.text.inlines)
        voices = (voice for chain in claim.chains for voice in chain)
        return (
            named
            or any(self._words.search(f"{voice.description} {voice.occasion}") for voice in voices)
            or self.order.id in fields.referred_by_claim(claim)
            or any(_meet(mention, span) for mention in mentions for span in spans)
        )

    def _is_told_of(self, storyline: Storyline) -> bool:
        """Return whether nothing is left of a storyline, or its title names what goes."""
        told = list(fields.of_storyline(storyline))
        summary = [self.tells(one) for one in told if one.kind == "summary"]
        return all(summary) or any(self.tells(one) for one in told if one.kind == "title")

    def _has_no_text(self, claim: Claim) -> bool:
        entry = self._written[claim.briefing].claims.get(claim.id)
        return entry is not None and entry.text is None

    def _goes(self, briefing: str) -> bool:
        """Return whether a briefing goes as a whole: with its first sentence, whose title it is, or its last source."""
        found = self.corpus.briefings[briefing]
        summary = [told for told in fields.of_briefing(found) if told.kind == "summary"]
        titled = any(told.kind == "title" and self.tells(told) for told in fields.of_briefing(found))
        sources = self._written[briefing].sources
        return bool(
            titled or (summary and self.tells(summary[0])) or (sources and set(sources) <= {self.order.id})
        )

    def _source(self, parsed: Parsed, data: bytes) -> bytes | None:
        assert isinstance(parsed.entry, SeedText)  # noqa: S101, for mypy
        is_it = self.kind == "source" and source_id(parsed) == self.order.id
        split = seed.split(data)
        if is_it and not self.order.keep_text:
            return None
        front = split.front
        if front is None and not is_it:
            return data
        made = front if is_it or front is None else self._text(parsed, front, SourceFront)
        if is_it:
            lines = (
                line
                for line in (made or "").splitlines(keepends=True)
                if not line.startswith(("status:", "status_note:"))
            )
            reason = json.dumps(self.order.reason or TITLE, ensure_ascii=False)
            made = format_text(
                parsed.path, f"{''.join(lines)}status: withdrawn\nstatus_note: {reason}\n", SourceFront
            )
        if made == front:
            return data
        return split.head + f"---\n{made or ''}---\n".encode() + split.body

    def _versions(self, ledger: VersionLedger, data: bytes) -> bytes | None:
        is_whole = ledger.briefing in self.briefings
        if is_whole and not self.order.notes:
            return None
        names = self._words if self.kind == "entity" else None
        made = versions_without(ledger, self.order.id, self.claims, names, self.order.reason, whole=is_whole)
        return data if made == ledger else dumps(made)

    def _note(self, parsed: Parsed, data: bytes) -> bytes:
        entry = parsed.entry
        assert isinstance(entry, BriefingFile)  # noqa: S101, for mypy
        kept: dict[str, Any] = {"title": TITLE, "status": "withdrawn"}
        kept |= {"withdrawn": self.order.reason} if self.order.reason else {}
        kept |= {"formerly": entry.formerly} if entry.formerly else {}
        kept |= {"lang": entry.lang} if entry.lang != "en" else {}
        schema = re.match(rb"# yaml-language-server:[^\r\n]*\r?\n", data)
        lines = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in kept.items())
        return (schema[0] if schema else b"") + format_text(parsed.path, lines, BriefingFile).encode()

    def _text(self, parsed: Parsed, text: str, model: type[BaseModel]) -> str | None:
        data = load("", text).data
        texts = dict(self._prose(parsed, data))
        cuts = {loc for loc, words in texts.items() if not words}
        cuts |= {loc for loc, _ in self._referring(parsed, data, model)}
        cuts |= {
            told.place.loc
            for told in fields.of_corpus(self.corpus)
            if told.place.path == parsed.path and self.tells(told) and told.kind != "summary"
        }
        texts = {loc: words for loc, words in texts.items() if words}
        if not cuts and not texts:
            return text
        going = removal.complete(data, model, cuts)
        if going is None:
            return None
        try:
            return removal.removed(
                text,
                going,
                {loc: w for loc, w in texts.items() if not any(loc[:n] in going for n in range(len(loc)))},
            )
        except removal.RemovalError:
            raise TakedownError(
                f"{parsed.path}: it cannot be changed as it is typed; run `briefings fmt` first"
            ) from None

    def _quotes_name(self, loc: Loc, value: Any) -> bool:
        """Return whether a place of front matter, or its key, quotes words of the article with the entity's name."""
        key = part_at(SourceFront, loc, key=True) if loc else None
        here = part_at(SourceFront, loc) if isinstance(value, str) else None
        words = (str(loc[-1]) if key == QUOTATION else "", value if here == QUOTATION else "")
        return self.kind == "entity" and any(map(self._words.search, words))

    def _prose(self, parsed: Parsed, data: Any) -> Iterator[tuple[Loc, str]]:
        """Return the summaries that lose sentences, as they read without them."""
        told: defaultdict[Loc, list[bool]] = defaultdict(list)
        for one in fields.of_corpus(self.corpus):
            if one.kind == "summary" and one.place.path == parsed.path:
                told[one.place.loc].append(not self.tells(one))
        lang = parsed.entry.lang if isinstance(parsed.entry, BriefingFile) else "en"
        for loc, is_kept in told.items():
            if not all(is_kept):
                words = data
                for part in loc:
                    words = words[part]
                yield loc, prose.kept(words, lang, is_kept)

    def _referring(self, parsed: Parsed, data: Any, model: type[BaseModel]) -> Iterator[tuple[Loc, str]]:
        """Return the places of ids and references, other than in prose, that lead to what goes."""
        home = parsed.name.id if parsed.name else ""
        gone = {(self.kind, self.order.id), *(("storyline", id_) for id_ in self.storylines)}
        for loc, value in walk(data, ()):
            if model is SourceFront and self._quotes_name(loc, value):
                yield loc, ""
                continue
            if loc and isinstance(loc[-1], str):
                key = keys_at(model, loc)
                is_claim = key == "claim" and f"{home}#{loc[-1]}" in self.claims
                if is_claim or (key, loc[-1]) in gone:
                    yield loc, loc[-1]
                    continue
            reader = reader_at(model, loc) if isinstance(value, str) else None
            if reader is None or reader.is_prose:
                continue
            for kind, words in reader.read(value):
                ref = words if "#" in words else f"{home}#{words}"
                is_gone = (kind, words) in gone or (kind == "any" and words == self.order.id)
                if is_gone or (
                    kind == "ref"
                    and (ref in self.claims or (words == self.order.id and self.kind == "source"))
                ):
                    yield loc, words


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def still_named(tree: Mapping[str, bytes], names: Iterable[str]) -> list[str]:
    """Return the lines, `path:line`, in which one of some names or ids still is."""
    found = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names if name) or "(?!)")
    return [
        f"{path}:{n}"
        for path, data in sorted(tree.items())
        for n, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1)
        if found.search(line)
    ]
