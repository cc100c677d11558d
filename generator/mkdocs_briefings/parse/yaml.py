"""Read an editor's YAML as plain data, and report all syntax errors at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.parse import yaml_codes
from mkdocs_briefings.parse.compose import compose
from mkdocs_briefings.parse.repair import prepare, repair

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_briefings.parse.fault import YamlFault

MAX_LENGTH = 1 << 20
"""In characters."""

UNUSUAL = re.compile(r"\t|[|>][-+0-9]*#|^(?:---|\.\.\.|%)|(?:^|[\s\[{,])\?(?:\s|$)", re.MULTILINE)
"""Where libyaml reads on and ruamel does not, or otherwise (found by comparing both on millions of texts)."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file holds. Where there are problems, `data` serves to find further ones, never to be published."""

    data: object
    """Of dict (with str keys), list, str, int, float, bool and None; None if nothing could be read."""
    problems: tuple[Problem, ...]
    """In the order of lines."""


def load(path: str, text: str, *, line_offset: int = 0) -> Loaded:
    """Read YAML 1.2, as far as it is JSON: dates, `NO` and `yes` are strings. Never raises.

    `path` is for the places of problems. `line_offset` counts the lines of the file above `text`.
    """
    if len(text) > MAX_LENGTH:
        place = Place(path, line=1 + line_offset, column=1)
        message = f"The file has {len(text):,} characters; the maximum is {MAX_LENGTH:,}"
        return Loaded(None, (yaml_codes.TOO_LARGE.at(place, message),))
    prepared, forbidden = prepare(text)
    if not forbidden and not UNUSUAL.search(prepared):
        composed = compose(prepared, fast=True)
        # At the top level, ruamel reads a bare text that contains `#` in another way.
        if isinstance(composed.data, dict | list) and not composed.faults and composed.stop is None:
            return Loaded(composed.data, ())
    repaired = repair(prepared)

    def place_of(at: tuple[int, int]) -> Place:
        return Place(path, line=at[0] + 1 + line_offset, column=at[1] + 1)

    return Loaded(
        repaired.data,
        tuple(
            fault.rule.at(
                place_of(fault.at),
                fault.message,
                hint=fault.hint,
                related=(place_of(fault.first),) if fault.first else (),
            )
            for fault in _one_a_line((*forbidden, *repaired.faults))
        ),
    )


def _one_a_line(faults: Iterable[YamlFault]) -> list[YamlFault]:
    """Keep the first of each line, as the others may follow from it; but the same key may be there often."""
    kept: dict[tuple[int, int], YamlFault] = {}
    for fault in faults:
        row, column = fault.at
        kept.setdefault((row, column if fault.rule is yaml_codes.DUPLICATE_KEY else -1), fault)
    return [fault for _, fault in sorted(kept.items())]
