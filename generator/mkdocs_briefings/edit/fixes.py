"""Fix problems that have exactly one safe remedy, without judgement and without changing a statement."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.edit import requotes, seal
from mkdocs_briefings.model import baseline
from mkdocs_briefings.parse import seed
from mkdocs_briefings.parse.compose import compose
from mkdocs_briefings.parse.file import SeedText, model_of, parse
from mkdocs_briefings.parse.repair import prepare
from mkdocs_briefings.parse.schema import SourceFront
from mkdocs_briefings.parse.yaml import load
from mkdocs_briefings.resolve import reference_codes, source_codes
from mkdocs_briefings.resolve.ids import source_id
from mkdocs_briefings.text import quotation
from mkdocs_briefings.text.prepared import prepare as prepare_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_briefings.model.problem import Loc, Problem
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.parse.fault import Mark, ValueSpan
    from mkdocs_briefings.text.prepared import Text

_LINE = re.compile(r"\r\n|\r|\n")
_LAST_VOICE = re.compile(r"""\s*>[^>'"]*?(?=\s*['"]?\s*\Z)""")


def fixed(
    tree: Mapping[str, bytes], problems: Iterable[Problem], settings: Settings
) -> tuple[dict[str, bytes | None], list[str]]:
    """Return the files that fixing changes, by path (None for one that goes), and what was fixed, in words.

    Mended are texts that YAML misreads, sources without a seal, a publisher typed at the end of a chain, and lines
    of the baseline whose warning no longer occurs.
    """
    problems = list(problems)
    made: dict[str, bytes | None] = {}
    told: list[str] = []
    stale: set[int] = set()
    for path in dict.fromkeys(one.place.path for one in problems if one.rule in requotes.RULES):
        if model := model_of(path, settings):
            data, texts = requotes.requoted(path, tree[path], model, _Texts(tree, settings).hold)
            if texts:
                made[path] = data
                told += [f"{path}: quoted so that YAML reads it as typed: `{text}`" for text in texts]
    for problem in problems:
        place = problem.place
        data = made.get(place.path) or tree.get(place.path, b"")
        new: bytes | None = None
        if problem.rule is source_codes.SEAL_MISSING:
            new = seal.seal(data)
        elif problem.rule is reference_codes.PUBLISHER_TYPED:
            new = _without_publisher(place.path, data, place.loc)
        elif problem.rule is baseline.BASELINE_STALE:
            stale.add(place.line)
            told.append(f"{place.path}: {problem.message}: line removed")
        if new is not None:
            made[place.path] = new
            words = (
                "sealed"
                if problem.rule is source_codes.SEAL_MISSING
                else f"{problem.message}: removed from the chain"
            )
            told.append(f"{place.path}: {words}")
    if stale:
        path = baseline.path(settings)
        made[path] = _without_lines(tree[path], stale)
    return made, told


class _Texts:
    """The texts of the sources, read when the first quotation is looked for."""

    def __init__(self, tree: Mapping[str, bytes], settings: Settings) -> None:
        self._tree, self._settings = tree, settings

    @cached_property
    def _known(self) -> dict[str, Text]:
        parsed = (
            parse(path, data, self._settings)
            for path, data in self._tree.items()
            if model_of(path, self._settings) is SourceFront
        )
        return {
            source_id(one): prepare_text(one.entry.text)
            for one in parsed
            if one and isinstance(one.entry, SeedText)
        }

    def hold(self, sources: Iterable[str], words: str) -> bool:
        texts = [self._known[id_] for id_ in sources if id_ in self._known]
        return any(isinstance(quotation.find(text, words), quotation.Match) for text in texts)


def _without_lines(data: bytes, lines: set[int]) -> bytes | None:
    left = [
        line
        for n, line in enumerate(data.decode("utf-8", "replace").splitlines(keepends=True), 1)
        if n not in lines
    ]
    is_empty = all(not line.strip() or line.startswith("#") for line in left)
    return None if is_empty else "".join(left).encode()


def _without_publisher(path: str, data: bytes, loc: Loc) -> bytes | None:
    """Take the last voice off a chain of several, where it is; None where that is not plainly possible."""
    text = data.decode("utf-8")
    before = load(path, text.removeprefix(seed.BOM.decode()))
    if before.problems or text.startswith(seed.BOM.decode()):
        return None
    here = _at(before.data, loc)
    if isinstance(here, list):
        loc, here = (*loc, 0), here[0]
    if not isinstance(here, str) or ">" not in here:
        return None
    spans: dict[Loc, ValueSpan] = {}
    compose(prepare(text)[0], spans=spans)
    starts = [0, *(match.end() for match in _LINE.finditer(text))]

    def offset(mark: Mark) -> int:
        return min(starts[mark[0]] + mark[1], len(text))

    start, end = offset(spans[loc].start), offset(spans[loc].end)
    made = text[:start] + _LAST_VOICE.sub("", text[start:end]) + text[end:]
    after = load(path, made)
    wanted = here.rpartition(">")[0].rstrip()
    is_mended = not after.problems and requotes.replaced(before.data, loc, wanted) == after.data
    return made.encode() if is_mended else None


def _at(data: Any, loc: Loc) -> Any:
    for part in loc:
        data = data[part]
    return data
