"""Count the keys with which the claims of all articles are typed at `briefings take`, until the files are those committed.

    python bench/typing_effort.py [--sources it-london,tit-for-tat,…] [--json FILE]

The briefings of the articles lose their claims; then each claim is typed again, key by key, into the real prompts. For each
line the fewest keys are found that give it. Every key counts: letters, Enter, Tab, arrows, and those that choose what to do.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import io
import json
import shutil
import statistics
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click
from mkdocs_briefings.cli import take
from mkdocs_briefings.cli.site import open_site
from mkdocs_briefings.cli.terminal import Terminal
from mkdocs_briefings.edit.claim_walk import KEYS, KINDS
from mkdocs_briefings.edit.stretch import stretch
from mkdocs_briefings.edit.typing_aid import chunk, clause
from mkdocs_briefings.parse.yaml import load
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_briefings.model.corpus import Source
    from mkdocs_briefings.text.quotation import Span

LIMIT = 100
"""Keys a claim."""
_TAB, _UP, _DOWN, _RIGHT, _END, _ENTER = "\t", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[F", "\r"
_FIELD_OF = {name: key for key, name in KEYS.items()}
_KIND_OF = {kind: key for key, kind in KINDS.items()}


def fewest(wanted: str, guesses: take.Guesses) -> list[str]:
    """Return the fewest keys that give a line, without Enter."""
    best: list[list[str] | None] = [[], *([None] * len(wanted))]
    for at in range(len(wanted)):
        so_far = best[at]
        if so_far is None:
            continue
        steps = [(wanted[at], wanted[at])]
        found = guesses(wanted[:at])
        for key, rest in zip((_TAB, _UP, _DOWN), found, strict=False):
            steps.append((key, chunk(rest)))
        if found:
            steps += [(_RIGHT, clause(found[0])), (_END, found[0])]
        for key, words in steps:
            end = at + len(words)
            if words and wanted.startswith(words, at):
                old = best[end]
                if old is None or len(so_far) + 1 < len(old):
                    best[end] = [*so_far, key]
    return best[-1] or []  # each letter is a way, so that there is one


@dataclass(slots=True)
class Typist:
    """Answers the questions of the walk with the claims to be typed, through real prompts, and counts the keys."""

    raw: str
    claims: list[tuple[str, dict[str, Any]]]
    span: Span = (0, 0)
    keys: Counter[str] = field(default_factory=Counter)
    """By what they were for."""
    left: list[str] = field(default_factory=list)
    """Fields of the claim that are still to be typed."""
    quotes: list[str] = field(default_factory=list)
    each: list[int] = field(default_factory=list)
    """The keys of each claim."""
    is_first: bool = True
    """Whether the quotation that is asked for is the first."""

    def key(self, question: str, allowed: Iterable[str]) -> str:  # noqa: ARG002, the questions of the walk
        allowed = tuple(allowed)
        if "q" in allowed and "u" in allowed:
            if not self.claims:
                return "q"
            self._begin(self.claims[0][1])
            return self._press("choice", "e")
        if set(allowed) == set(KINDS):
            return self._press("kind", _KIND_OF[self.claims[0][1]["kind"]])
        if not self.left:
            self.claims.pop(0)
            key = self._press("choice", "enter")
            self.each.append(self.keys.total() - sum(self.each))
            return key
        name = self.left[0]
        if name == "kind":
            self.left.pop(0)
        return self._press(name, _FIELD_OF[name])

    def _begin(self, claim: dict[str, Any]) -> None:
        quotes = claim["quote"]
        self.is_first = True
        self.quotes = list(quotes) if isinstance(quotes, list) else [quotes]
        self.left = ["quote"] * (len(self.quotes) - 1) + [
            name
            for name, value in claim.items()
            if name not in {"text", "quote", "source"}
            for _ in (value if name == "role" else (0,))
        ]

    def _press(self, purpose: str, key: str) -> str:
        self.keys[purpose] += 1
        sent = _ENTER if key == "enter" else key
        with create_pipe_input() as pipe:
            pipe.send_text(sent)
            return Terminal(pipe, DummyOutput()).key("", (key,))

    def line(self, question: str, guesses: take.Guesses) -> str:
        name = question.strip().rstrip(":")
        id_, claim = self.claims[0]
        if name == "quote":
            keys = self._shortest(self.quotes.pop(0), guesses)
            if not self.is_first and self.left[:1] == ["quote"]:
                self.left.pop(0)
            self.is_first = False
        else:
            nth = len(claim[name]) - self.left.count(name) if name == "role" else 0
            wanted = id_ if name == "id" else _typed(name, claim.get(name, ""), nth)
            taken_as_offered = name in {"text", "id"} and guesses("")[:1] == (wanted,)
            keys = [] if taken_as_offered else fewest(wanted, guesses)
            if name in self.left:
                self.left.remove(name)
        self.keys[name] += len(keys) + 1
        with create_pipe_input() as pipe:
            pipe.send_text("".join([*keys, _ENTER]))
            return Terminal(pipe, DummyOutput()).line("", guesses)

    def _shortest(self, wanted: str, guesses: take.Guesses) -> list[str]:
        """Return the shortest form of a quotation, or all of it."""
        literal = fewest(wanted, guesses)
        for typed in sorted(_short_forms(wanted), key=len):
            if len(typed) >= len(literal):
                break
            if stretch(self.raw, typed, self.span) == wanted:
                return list(typed)
        return literal


def _short_forms(wanted: str) -> set[str]:
    """Return ways to say a quotation by its first and last words."""
    if "[…]" in wanted:
        parts = [sorted(_short_forms(part.strip()), key=len)[:400] for part in wanted.split("[…]")]
        return {f"{a} […] {b}" for a in parts[0][:60] for b in parts[-1][:60]} if len(parts) == 2 else set()  # noqa: PLR2004
    starts = [wanted[:n] for n in range(min(30, len(wanted)))]
    words = wanted.split(" ")
    ends = [""]
    for count in (1, 2, 3):
        tail = " ".join(words[-count:])
        before = len(tail) - len(words[-1])
        ends += [tail[:n] for n in range(before + 1, len(tail) + 1)]
    return {f"{a}..{b}" for a in starts for b in ends} | {""}


def _typed(name: str, value: Any, nth: int = 0) -> str:
    """Return a value as it is typed in one line."""
    if name == "role":
        person, role = list(value.items())[nth]
        return f"{person}: {role}"
    if isinstance(value, dict):
        return _flow(value).removeprefix("{").removesuffix("}")
    return _flow(value) if isinstance(value, list) else str(value)


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return str(value)


def without_claims(text: str, gone: set[str]) -> str:
    """Take claims out of a file, and leave the rest as it is."""
    kept, skipping, inside = [], False, False
    for line in text.splitlines(keepends=True):
        if line[:1] not in {" ", "#", "-", "\n"}:
            inside, skipping = line.startswith("claims:"), False
        elif inside and line.startswith("  ") and line[2:3] not in {" ", "#", "\n", "-"}:
            skipping = line.strip().rstrip(":").strip("'\"") in gone
        if not skipping:
            kept.append(line)
    made = "".join(kept)
    return made.replace("claims:\n", "", 1) if _is_bare(made) else made


def _is_bare(text: str) -> bool:
    lines = text.splitlines()
    at = next((n for n, line in enumerate(lines) if line == "claims:"), None)
    return at is not None and (at + 1 == len(lines) or not lines[at + 1].startswith(" "))


def retype(root: Path, names: tuple[str, ...] = ()) -> tuple[Counter[str], list[int], list[str]]:
    """Type the claims of these sources again, or of all.

    Returns:
        The keys by purpose, those of each claim, and the files that came out different.

    """
    committed = open_site(root, preview=True).result.corpus
    names = names or tuple(committed.sources)
    by: dict[str, dict[str, list[str]]] = {}
    for claim in committed.claims.values():
        if claim.source in names and claim.analysed:
            by.setdefault(claim.briefing, {}).setdefault(claim.source, []).append(claim.id)
    wanted = {one.path: (root / one.path).read_text(encoding="utf-8") for one in committed.briefings.values()}
    for id_, found in by.items():
        path = committed.briefings[id_].path
        gone = {one for ids in found.values() for one in ids}
        (root / path).write_text(without_claims(wanted[path], gone), encoding="utf-8")
    keys: Counter[str] = Counter()
    each: list[int] = []
    different = []
    for id_ in sorted(by, key=lambda one: committed.briefings[one].path):
        path = committed.briefings[id_].path
        entries = cast("dict[str, Any]", load(path, wanted[path]).data)["claims"]
        for source_id, ids in by[id_].items():
            typed = [(name, entries[name]) for name in entries if name in ids]
            typist = _typed_into(root, id_, committed.sources[source_id], typed)
            keys += typist.keys
            each += typist.each
        if (root / path).read_text(encoding="utf-8") != wanted[path]:
            different.append(path)
            made = (root / path).read_text(encoding="utf-8")
            sys.stderr.writelines(
                difflib.unified_diff(wanted[path].splitlines(True), made.splitlines(True), "committed", path)
            )
    return keys, each, different


def _typed_into(root: Path, briefing: str, source: Source, typed: list[tuple[str, dict[str, Any]]]) -> Typist:
    """Walk through a source for one briefing; each sentence is at hand, since a quotation is found from anywhere."""
    site = open_site(root, preview=True)
    walk = take.started(root, site.settings, site.result.corpus, source.id, briefing)
    first = source.sentences[0]
    typist = Typist(source.text.raw, list(typed), first)
    take.walked(walk, [first], typist)
    return typist


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sources", default="", help="Ids with commas; by default all.")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "desk"
        shutil.copytree(
            Path(__file__).parents[1],
            root,
            ignore=shutil.ignore_patterns(".*", "site", "tests", "node_modules"),
        )
        with contextlib.redirect_stdout(io.StringIO()):  # what the walk prints
            keys, each, different = retype(root, tuple(filter(None, given.sources.split(","))))
    count, median = len(each), statistics.median(each)
    by = {purpose: round(number / count, 1) for purpose, number in keys.most_common()}
    total = round(keys.total() / count, 1)
    click.echo(
        f"{count} claims, {keys.total()} keys, {total} a claim (at most {LIMIT}), {median:g} of the median claim"
    )
    click.echo(", ".join(f"{purpose} {number}" for purpose, number in by.items()))
    for path in different:
        click.echo(f"{path}: differs from the committed file")
    if given.json:
        given.json.write_text(
            json.dumps({"claims": count, "keys": total, "median": median, "by": by}, indent=1),
            encoding="utf-8",
        )
    sys.exit(1 if different or total > LIMIT else 0)


if __name__ == "__main__":
    main()
