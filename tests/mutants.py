"""Breaks copies of a desk in one place at a time, in memory: does the build refuse every one of them?

    python tests/mutants.py [ROOT]

Without ROOT it is the desk of the tests.

Every file is written anew from its data, one JSON value a line (JSON is YAML), so that a fault can be put into any
place whatever the style; only comments are put into the text as it was typed. Exit 1 if a mutant survives.
"""

from __future__ import annotations

import copy
import json
import multiprocessing
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from mkdocs_briefings.build import build
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse import seed
from mkdocs_briefings.parse.compose import compose
from mkdocs_briefings.parse.yaml import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs_briefings.build import Memo
    from mkdocs_briefings.model.problem import Loc

KINDS = (
    "negation removed",
    "number changed",
    "word changed",
    "voice misspelt",
    "reference cut",
    "date impossible",
    "comment behind quotation",
    "own number changed",
    "own date changed",
    "own name changed",
    "invented name added",
    "own negation removed",
    "proposed made issued",
    "origin swapped",
    "weekday changed",
)
# The share of a kind that must be caught, where it is not all; of our own voice warnings count, as under `--strict`.
LEAST = {
    "own negation removed": 0.8,
    "proposed made issued": 0.8,
    "origin swapped": 0.8,
    "weekday changed": 0.8,
}
SETTINGS = Settings()
_NEGATION = re.compile(
    r"(?<!\w)(?:not|no|nor|never|neither|without|none|nothing)\s+|(?<=\w)n['’]t(?!\w)|(?<=can)not(?!\w)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d(?=\D*\Z)|\d(?=\D)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_CITE = re.compile(r'@(?P<ref>[^\s;\]"“]+)(?:\s*["“](?P<words>[^"”]*)["”])?')
_VOICE = re.compile(r"(?:^|(?<=>))\s*(?P<id>[^\s(>]+)(?:\s+\([^()]*\))?\s*(?=>|$)")
_LINKED = re.compile(r"\[@[^\]]*\]|\[\[[^\]]*\]\]|\"[^\"]*\"")
_CITE_BEFORE_STOP = re.compile(r"\s+\[@[^\]]*\](?=[.;,])")
_OWN: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("own number changed", r"(?i:\b(?:two|three|five|six|eight)(?=\s[a-z]))|(?<=\$)\d(?=\.\d)|\b\d\d(?=\sdays)",
     lambda old: "seven" if old.isalpha() else str(int(old) * 7 % 100)),
    ("own date changed", r"(?<![\w-])20\d\d(?![\w-])", lambda old: str(int(old) + 13)),
    ("own name changed", r"(?<=[a-z,] )(?:[A-Z][a-z]+ )+[A-Z][a-z]+(?=[ ,.;'])", lambda _: "Meridian Holt"),
    ("own negation removed", r"\bnot\s+", lambda _: ""),
    ("proposed made issued", r"\bproposed(?=\s(?:on|in|to|by|a|an|the)\b)", lambda _: "issued"),
)  # fmt: skip
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_REFERENCES = ("at", "denies", "same", "on", "between")
_DATES = ("date", "published", "captured", "updated", "embargo")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file of the desk with one fault."""

    kind: str
    path: str
    where: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the desk, taken apart."""

    path: str
    data: Any
    text: str
    """As typed, without a source's article."""
    body: bytes | None

    def whole(self, front: str) -> bytes:
        return front.encode() if self.body is None else f"---\n{front}---\n".encode() + self.body

    def again(self, data: Any) -> bytes:
        """Write the file anew from data."""
        return self.whole(
            "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in data.items())
        )

    def changed(self, loc: Loc, new: Any) -> bytes:
        data = copy.deepcopy(self.data)
        owner = data
        for part in loc[:-1]:
            owner = owner[part]
        owner[loc[-1]] = new
        return self.again(data)


def written(path: str, data: bytes) -> Written | None:
    """Take a file apart; None for one without YAML."""
    if path.endswith(".txt"):
        split = seed.split(data)
        return (
            None
            if split.front is None
            else Written(path, load(path, split.front).data, split.front, split.body)
        )
    text = data.decode()
    return Written(path, load(path, text).data, text, None) if path.endswith(".yml") else None


def leaves(data: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    """Give every value that is no list or mapping, with its place."""
    if isinstance(data, dict | list):
        items: Iterable[tuple[Any, Any]] = data.items() if isinstance(data, dict) else enumerate(data)
        for key, value in items:
            yield from leaves(value, (*loc, key))
    else:
        yield loc, data


def mutants(file: Written) -> Iterator[Mutant]:
    """Make every mutant of a file."""
    for loc, value in leaves(file.data):
        keys = [part for part in loc if isinstance(part, str)]
        where = ".".join(map(str, loc))
        for kind, new in chain(
            _of_quotations(keys, str(value)),
            _of_voices(keys, str(value)),
            _of_references(keys, str(value)),
            _of_dates(keys),
            # The words of a withdrawn briefing are on no page.
            _of_own_voice(keys, str(value)) if file.data.get("status") != "withdrawn" else (),
            _of_origins(keys, str(value)),
        ):
            shown = new if len(new) < 200 else f"{new[:200]}…"
            yield Mutant(kind, file.path, f"{where}: {shown}", file.changed(loc, new))
    yield from _of_comments(file)


def _of_quotations(keys: list[str], value: str) -> Iterator[tuple[str, str]]:
    if keys[-1] == "quote" or "cites" in keys:
        yield from _of_words(value, 0, len(value))
    for cite in _CITE.finditer(value) if not _is_reference(keys) else ():
        if cite["words"]:
            yield from _of_words(value, *cite.span("words"))


def _of_words(value: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    for match in _NEGATION.finditer(value, start, end):
        yield "negation removed", value[: match.start()] + value[match.end() :]
    for match in _NUMBER.finditer(value, start, end):
        yield "number changed", f"{value[: match.start()]}{(int(match[0]) + 1) % 10}{value[match.end() :]}"
    words = list(_WORD.finditer(value, start, end))
    for n in dict.fromkeys((0, len(words) // 2, len(words) - 1)) if words else ():
        match, other = words[n], words[n - 1][0]
        if n in {0, len(words) - 1} or other == match[0]:
            other = match[0][:-1] + ("a" if match[0][-1] != "a" else "e")
        yield "word changed", value[: match.start()] + other + value[match.end() :]


def _of_voices(keys: list[str], value: str) -> Iterator[tuple[str, str]]:
    if keys[-1] == "said_by" and value != "not stated":
        for voice in _VOICE.finditer(value):
            for new in _misspelt(voice["id"]):
                yield "voice misspelt", value[: voice.start("id")] + new + value[voice.end("id") :]


def _misspelt(word: str) -> Iterator[str]:
    yield word[:-1] + ("x" if word[-1] != "x" else "y")
    yield word[0] + word


def _is_reference(keys: list[str]) -> bool:
    return keys[-1] in _REFERENCES


def _of_references(keys: list[str], value: str) -> Iterator[tuple[str, str]]:
    if _is_reference(keys):
        yield "reference cut", value[:-1]
    elif keys[-1] != "quote":
        for cite in _CITE.finditer(value) if "[@" in value else ():
            yield "reference cut", value[: cite.end("ref") - 1] + value[cite.end("ref") :]


def _of_dates(keys: list[str]) -> Iterator[tuple[str, str]]:
    if keys[-1] in _DATES and not {"inferred", "outside"} & set(keys):
        for new in ("2025-02-29", "2024-13", "soon"):
            yield "date impossible", new


def _of_own_voice(keys: list[str], value: str) -> Iterator[tuple[str, str]]:
    """Change what we say ourselves, outside of links, citations and quotation marks."""
    if keys[-1] == "printed":
        for match in _WEEKDAY.finditer(value):
            other = "Monday" if match[0] != "Monday" else "Tuesday"
            yield "weekday changed", value[: match.start()] + other + value[match.end() :]
    if keys[-1] not in {"summary", "answer"}:
        return
    bare = _LINKED.sub(lambda match: "_" * len(match[0]), value)
    for kind, pattern, change in _OWN:
        for match in re.finditer(pattern, bare):
            yield kind, value[: match.start()] + change(match[0]) + value[match.end() :]
    for cite in _CITE_BEFORE_STOP.finditer(value):
        yield (
            "invented name added",
            f"{value[: cite.start()]}, said John Smith of Acme Corp{value[cite.start() :]}",
        )


def _of_origins(keys: list[str], value: str) -> Iterator[tuple[str, str]]:
    if keys[-1] == "said_by" and value != "not stated":
        origin, mark, rest = value.partition(" > ")
        for other in ("a retired judge", "coast-wire"):
            if not origin.startswith(other):
                yield "origin swapped", f"{other}{mark}{rest}"


def _of_comments(file: Written) -> Iterator[Mutant]:
    """Put a comment behind every quotation that ends on a line of its own and is not quoted or folded."""
    spans: dict[Loc, Any] = {}
    compose(file.text, spans=spans)
    lines = file.text.split("\n")
    for loc, span in spans.items():
        is_quotation = "quote" in loc or "cites" in loc
        value = file.data
        for part in loc:
            value = value[part]
        row, column = span.end
        plain = lines[span.start[0]][span.start[1]] not in "\"'>|"
        if is_quotation and isinstance(value, str) and plain and not lines[row][column:].strip():
            new = [*lines[:row], f"{lines[row]} # x", *lines[row + 1 :]]
            where = f"{'.'.join(map(str, loc))}: {new[row].strip()}"
            yield Mutant("comment behind quotation", file.path, where, file.whole("\n".join(new)))


_tree: dict[str, bytes] = {}
_memo: Memo = {}


def _start(tree: dict[str, bytes]) -> None:
    _tree.update(tree)
    build(_tree, SETTINGS, _memo)


def _survives(mutant: Mutant) -> bool:
    result = build({**_tree, mutant.path: mutant.data}, SETTINGS, _memo)
    survived = not (
        result.problems if mutant.kind in KINDS[KINDS.index("own number changed") :] else result.failed
    )
    del _memo[mutant.path, mutant.data]
    return survived


def main() -> None:
    began = time.perf_counter()
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "desk"
    tree, problems = read(root, SETTINGS)
    files = [file for file in (written(path, data) for path, data in sorted(tree.items())) if file]
    anew = {**tree, **{file.path: file.again(file.data) for file in files}}
    if problems or build(tree, SETTINGS).failed or build(anew, SETTINGS).failed:
        sys.exit("the desk itself has errors: `briefings check`")
    made = [mutant for file in files for mutant in mutants(file) if mutant.data != tree[mutant.path]]
    with multiprocessing.Pool(initializer=_start, initargs=(dict(tree),)) as pool:
        alive = pool.map(_survives, made, chunksize=16)
    total = Counter(mutant.kind for mutant in made)
    survivors = [mutant for mutant, survived in zip(made, alive, strict=True) if survived]
    lost = Counter(mutant.kind for mutant in survivors)
    for mutant in survivors:
        click.echo(f"survived: {mutant.kind}: {mutant.path}: {mutant.where}")
    for kind in KINDS:
        caught = total[kind] - lost[kind]
        share = f"{caught / total[kind]:.1%}" if total[kind] else "none made"
        click.echo(f"{kind:25}{caught:6} of {total[kind]:5} caught  {share}")
    click.echo(f"{len(made)} mutants in {time.perf_counter() - began:.0f} s, {len(survivors)} survived")
    sys.exit(any(lost[kind] > (1 - LEAST.get(kind, 1)) * total[kind] for kind in KINDS))


if __name__ == "__main__":
    main()
