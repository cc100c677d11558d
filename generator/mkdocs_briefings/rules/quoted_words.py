"""Words in quotation marks in our own sentences that no cited passage has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.said import ASSERTED, EXPLAINED, REMARKS
from mkdocs_briefings.text.nearest import most_similar
from mkdocs_briefings.text.prepared import is_edge, normalise, prepare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.prepared import Span, Text

RULE = Rule(
    "quoted-words",
    Severity.ERROR,
    "Words in quotation marks are in no cited passage.",
    "Quotation marks promise the source's own words.",
    "`The firm speaks of “total theft” [@speaks].`, where the article has “massive theft”",
    "Quote the exact words, or remove the quotation marks. Write marks of your own as `[[!“so-called”]]`.",
)

_OPENING = frozenset('"“„«「『')
_CLOSING = " .,;:!?…。，、；：！？"
# What an editor puts into a quotation or leaves out: `[…]`, `[the]`.
_PUT_IN = re.compile(r"\[[^\[\]]*\]|\.\.\.")
_LONGEST = 160


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Hold what a sentence quotes against the passages that it cites; a title against all of their articles."""
    for start, end, texts in _not_found(evidence, said):
        if not _is_judged(evidence, said):
            continue
        words = normalise(said.text[start + 1 : end - 1])
        yield RULE.at(
            said.at(start, end),
            f"“{cut(words)}” is in no cited passage",
            hint=f"{_nearest(texts, words)}{RULE.remedy}",
        )


def untranslated(evidence: Evidence, said: OwnSentence) -> Iterator[Span]:
    """Return what a sentence quotes that may be somebody's translation, which nothing here can judge."""
    if any(support.pack is not said.pack for support in said.supports):
        for start, end, _ in _not_found(evidence, said):
            if not _is_judged(evidence, said):
                yield start, end


def _not_found(evidence: Evidence, said: OwnSentence) -> Iterator[tuple[int, int, list[Text]]]:
    """Return what a sentence quotes and no text that it cites has, with these texts."""
    quotes = [span for span in said.quoted if said.text[span[0] : span[0] + 1] in _OPENING]
    quotes = [span for span in quotes if not _in_italics(said.text, span)]
    texts: list[Text] | None = None
    for start, end in quotes:
        words = normalise(said.text[start + 1 : end - 1])
        if not words or _is_name(evidence, words):
            continue
        texts = [prepare(text) for text in _texts(evidence, said)] if texts is None else texts
        if not any(_has(text, words) for text in texts):
            yield start, end, texts


def _is_judged(evidence: Evidence, said: OwnSentence) -> bool:
    """Whether all that a sentence rests on is in its language, or translated into it."""
    claims = [claim for ref in said.cited if (claim := evidence.corpus.claims.get(ref))]
    translated = {claim.source for claim in claims if claim.translations}
    return all(
        support.pack is said.pack or translated.issuperset(support.sources) for support in said.supports
    )


def _in_italics(text: str, span: tuple[int, int]) -> bool:
    return text[span[0] - 1 : span[0]] in {"*", "_"} or text[span[0] + 1 : span[0] + 2] in {"*", "_"}


def _is_name(evidence: Evidence, words: str) -> bool:
    """Whether the words are a name of something: of an entity, an article, a briefing."""
    return words.rstrip(_CLOSING).lower() in evidence.once(
        ("names in quotation marks", ""), lambda: _names(evidence)
    )


def _names(evidence: Evidence) -> frozenset[str]:
    corpus = evidence.corpus
    found = [name for one in corpus.entities.values() for name in (one.name, *one.aliases, one.short)]
    found += [name for one in corpus.sources.values() for name in (one.title or "", one.label)]
    found += [one.title for one in corpus.briefings.values()]
    found += [one.title for one in corpus.storylines.values()]
    return frozenset(normalise(name).rstrip(_CLOSING).lower() for name in found if name)


def _texts(evidence: Evidence, said: OwnSentence) -> Iterator[str]:
    corpus = evidence.corpus
    sources = dict.fromkeys(id_ for support in said.supports for id_ in support.sources)
    claims = [claim for ref in said.cited if (claim := corpus.claims.get(ref))]
    if said.kind == "title" or said.kind in REMARKS | EXPLAINED:
        whole = list(sources)
    else:
        whole = [ref for ref in said.cited if ref in corpus.sources]
        for claim in claims:
            yield from (
                " ".join(source.text.raw[slice(*span)].split()) for source, span in evidence.around(claim, 1)
            )
            yield claim.printed
    for claim in claims:
        yield from claim.translations
    for id_ in whole:
        yield f"{corpus.sources[id_].text.raw}\n{corpus.sources[id_].title or ''}"
    yield from (corpus.sources[id_].title or "" for id_ in sources)


def _has(text: Text, words: str) -> bool:
    """Whether all parts of a quotation stand in a text, in order; the first letter's case and the last mark may differ."""
    at = 0
    for part in _PUT_IN.split(words):
        plain = part.strip(_CLOSING)
        if not plain:
            continue
        at = min((end for form in _forms(plain) if (end := _end_of(text.norm, form, at)) >= 0), default=-1)
        if at < 0:
            return False
    return True


def _forms(plain: str) -> tuple[str, str]:
    return plain, plain[0].swapcase() + plain[1:]


def _end_of(norm: str, part: str, start: int) -> int:
    at = norm.find(part, start)
    while at >= 0:
        if is_edge(norm, at) and is_edge(norm, at + len(part)):
            return at + len(part)
        at = norm.find(part, at + 1)
    return -1


def _nearest(texts: Sequence[Text], words: str) -> str:
    for text in texts:
        near = most_similar(text, words).nearest
        if near:
            return f"The nearest words there: “{cut(' '.join(text.raw[slice(*near)].split()))}”. "
    return ""


def cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


ROW = OfSentences(RULE, check, ASSERTED | REMARKS | EXPLAINED, names=True)
