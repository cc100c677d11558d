"""Write offered claims as YAML, as this project writes it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import FoldedScalarString

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.edit.offer import Offer

WIDTH = 100


def stub(offers: Iterable[Offer], source: str = "") -> str:
    """Return YAML to paste under `claims:` of a briefing; what only an editor can decide is a comment.

    Args:
        offers: the claims.
        source: the id of their source, where the briefing has several.

    """
    found = list(offers)
    return (
        "claims:\n" + "".join(f"  {line}\n" for one in found for line in claim_lines(one, source))
        if found
        else ""
    )


def fields(offer: Offer, source: str = "") -> dict[str, str]:
    """Return the fields of an offered claim, in the order of the schema."""
    told = {
        "text": offer.text,
        "source": source,
        "date": offer.date,
        "printed": offer.printed,
        "quote": offer.quote,
    }
    return {name: value for name, value in told.items() if value}


def _quotes(offer: Offer) -> dict[str, object]:
    return {"quote": [offer.quote, *offer.further]} if offer.further else {}


def remarks(offer: Offer) -> list[str]:
    """Say what an editor has to decide: who says it, what a word stands for; and how the date was computed."""
    made = [f"said_by: {offer.speaker}"] if offer.speaker else []
    if offer.unclear:
        made.append(f"say who, what or when this is: {', '.join(offer.unclear)}")
    return [*made, f"date: {offer.proof}"] if offer.proof else made


def claim_lines(offer: Offer, source: str = "") -> Iterator[str]:
    """Yield the lines of one claim, from its id on."""
    yield f"{offer.id}:"
    yield from (f"  # {line}" for line in remarks(offer))
    told: dict[str, object] = {**fields(offer, source), **_quotes(offer)}
    for name, value in told.items():
        written = f"date: {value}\n" if name == "date" else dump({name: value})  # plain, as a person types it
        yield from (f"  {line}" for line in written.splitlines())


def dump(data: object) -> str:
    """Write YAML 1.2 as this project writes it: long texts folded."""
    yaml = YAML()
    yaml.width = WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(_folded(data), stream)
    return stream.getvalue()


def _folded(data: object) -> object:
    if isinstance(data, (CommentedMap, CommentedSeq)):
        return data  # its form is chosen
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
