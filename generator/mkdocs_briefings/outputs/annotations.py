"""Cited passages as W3C Web Annotations: for each source a page that says which words of the article carry which claims.

The words beside a passage, which help to find it again, are uncited: they leave only where the whole text may.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.model import addresses
from mkdocs_briefings.outputs.json_form import json_line
from mkdocs_briefings.outputs.publication import first_id

if TYPE_CHECKING:
    from mkdocs_briefings.model.corpus import Claim, Passage, Source
    from mkdocs_briefings.outputs.publication import Publication

Node = dict[str, Any]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_SPACE = re.compile(r"\s+")
BESIDE = 32
"""Characters before and after a passage, at most."""


def annotation_files(publication: Publication) -> dict[str, bytes]:
    """Write a page of annotations for each source of which something is cited."""
    cited: defaultdict[str, dict[Passage, list[Claim]]] = defaultdict(dict)
    for claim in publication.corpus.claims.values():
        for passage in claim.passages:
            cited[passage.source].setdefault(passage, []).append(claim)
    made = {}
    for id_ in sorted(cited):
        path = addresses.annotations_of(id_)
        page: Node = {"@context": CONTEXT, "id": publication.address(path), "type": "AnnotationPage"}
        shown = sorted(cited[id_].items(), key=lambda item: item[0].spans)
        source = publication.corpus.sources[id_]
        items = ",\n".join(
            json_line(_annotation(publication, source, passage, claims)) for passage, claims in shown
        )
        # An annotation a line: indented, it takes ten times as long.
        made[path] = f'{json_line(page)[:-1]}, "items": [\n{items}\n]}}\n'.encode()
    return made


def _annotation(publication: Publication, source: Source, passage: Passage, claims: list[Claim]) -> Node:
    place = addresses.passage(first_id(source.id, source.formerly), passage.start, passage.end)
    path = f"{place.page.removesuffix('.md')}/passages/{'_'.join(f'{a}-{b}' for a, b in passage.spans)}"
    return {
        "id": publication.name(path),
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "value": publication.told(claim), "format": "text/plain"}
            for claim in claims
        ]
        + _translations(publication, passage, claims),
        "target": {
            "source": source.address or publication.address(addresses.source(source.id)),
            "selector": [
                one for span in passage.spans for one in _selectors(publication, source, passage, span)
            ],
        },
    }


def _translations(publication: Publication, passage: Passage, claims: list[Claim]) -> list[Node]:
    """Give what the desk's translations of a passage say, each with its language and who made it."""
    if publication.passage(passage) is None:
        return []
    found = {
        (claim.translations[claim.passages.index(passage)], claim.briefing, claim.translator)
        for claim in claims
        if claim.translations
    }
    return [
        {
            "type": "TextualBody",
            "value": words,
            "format": "text/plain",
            "language": publication.corpus.briefings[briefing].lang,
            "creator": translator,
        }
        for words, briefing, translator in sorted(found)
    ]


def _selectors(
    publication: Publication, source: Source, passage: Passage, span: tuple[int, int]
) -> list[Node]:
    """Give the words of a stretch, where they are not withheld, and its characters in the sealed text."""
    start, end = span
    position: Node = {"type": "TextPositionSelector", "start": start, "end": end}
    if publication.passage(passage) is None:
        return [position]
    quote: Node = {"type": "TextQuoteSelector", "exact": passage.words[passage.spans.index(span)]}
    if source.publishable and source.outline is None:
        quote |= dict(zip(("prefix", "suffix"), _beside(source.text.raw, start, end), strict=True))
    return [quote, position]


def _beside(raw: str, start: int, end: int) -> tuple[str, str]:
    """Give the words before and after a stretch, within its line: readers join the blocks of a page without a blank."""
    first, last = raw.rfind("\n", 0, start) + 1, raw.find("\n", end)
    before, after = (
        _SPACE.sub(" ", raw[first:start]),
        _SPACE.sub(" ", raw[end : last if last >= 0 else len(raw)]),
    )
    if len(before) > BESIDE:
        before = before[-BESIDE:].partition(" ")[2]
    if len(after) > BESIDE:
        after = after[:BESIDE].rpartition(" ")[0]
    return before.lstrip(), after.rstrip()
