"""Write a claim, with its quotation filled in, for each sentence of a source that no claim touches."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import FoldedScalarString

from mkdocs_briefings.model import addresses

if TYPE_CHECKING:
    from mkdocs_briefings.derive.coverage import Coverage
    from mkdocs_briefings.model.corpus import Source

WIDTH = 100


def stub(source: Source, coverage: Coverage, taken: frozenset[str] = frozenset()) -> str:
    """Return YAML to paste under `claims:` of a briefing: a claim for each sentence that is not touched yet."""
    claims: dict[str, dict[str, str]] = {}
    for start, end in coverage.untouched:
        words = " ".join(source.text.raw[start:end].split())
        quote = words.rstrip(".") or words
        claims[_free(addresses.slug(words, most=4), set(claims) | taken)] = {"text": "", "quote": quote}
    return dump({"claims": claims}) if claims else ""


def dump(data: object) -> str:
    """Write YAML 1.2 as this project writes it: long texts folded."""
    yaml = YAML()
    yaml.width = WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(_folded(data), stream)
    return stream.getvalue()


def _folded(data: object) -> object:
    if isinstance(data, dict):
        return {key: _folded(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_folded(value) for value in data]
    if isinstance(data, str) and len(data) > WIDTH - 20:
        return _fold(data)
    return data


def _fold(text: str) -> FoldedScalarString:
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + len(word) + 1 > WIDTH - 6:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    folded: FoldedScalarString = FoldedScalarString(" ".join([*lines, line]))
    at, folds = -1, []
    for part in lines:
        at += len(part) + 1
        folds.append(at)
    folded.fold_pos = folds  # type: ignore[attr-defined]  # how ruamel keeps the places of line breaks
    return folded


def _free(wanted: str, taken: set[str]) -> str:
    name, n = wanted, 1
    while name in taken:
        n += 1
        name = f"{wanted}-{n}"
    return name
