"""Fit what each difference between a sentence and its evidence weighs, so that changed sentences come before honest ones.

    python tests/evidence/fit.py [--without FOLDER …] > generator/mkdocs_briefings/rules/doubt_weights.py

The loss is that of a pair: a sentence into which a change of meaning was planted, and an honest one of the same briefing.
`--without` leaves a set out and tells, on standard error, at which place its changed sentences come.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
from mkdocs_briefings.model.problem import Severity
from mkdocs_briefings.model.recorded import Once
from mkdocs_briefings.rules import evidence_of
from mkdocs_briefings.rules.catalogue import ROWS
from mkdocs_briefings.rules.doubting import cited
from mkdocs_briefings.rules.reads_otherwise import RULE
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.said import ASSERTED, own_sentences
from mkdocs_briefings.rules.traits import traits

from tests.evidence.measure import ALL, Case, built, cases, is_in_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mkdocs_briefings.rules.said import OwnSentence

Weights = dict[str, float]
_VALUES = (
    "value",
    "number",
    "date",
    "name",
    "state",
    "quoted",
    "unit",
    "currency",
    "printed",
    "why",
    "direction",
)
"""How kinds of faults begin that change no meaning, and that other rules refuse."""
_ROUNDS, _PULL, _OWN, _LEAST_SEEN = 6, 10.0, 3.0, 12
_DOUBTS = [
    row
    for row in ROWS
    if isinstance(row, OfSentences) and row.rule.severity is Severity.DOUBT and row.rule is not RULE
]
_SHOWN = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence with its differences."""

    said: OwnSentence
    told: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Changed:
    """A sentence into which a change was planted, and the honest ones of its briefing; the first is its own, if there is one."""

    told: Mapping[str, float]
    others: tuple[Mapping[str, float], ...]
    has_own: bool


def sentences(case: Case, old: str = "", new: str = "") -> list[Seen]:
    result = built(case, old, new)
    evidence = evidence_of(result.corpus, result.derived, Once())
    made = []
    for said in own_sentences(evidence):
        if said.kind in ASSERTED:
            codes = {
                p.rule.code for row in _DOUBTS if said.kind in row.kinds for p in row.check(evidence, said)
            }
            told = {
                name: strength
                for name, (strength, _) in traits(said, cited(evidence, said)).items()
                if strength
            }
            made.append(Seen(said, told | {f"rule {code}": 1.0 for code in codes} if told else {}))
    return made


def changes(folder: Path) -> Iterator[Changed]:
    for case in cases(folder):
        honest = sentences(case)
        for kind, old, new in case.faults:
            if kind.startswith(_VALUES):
                continue
            line = next(row for row in case.text.splitlines() if old in row).replace(old, new, 1)
            texts = {one.said.text for one in honest}
            for one in sentences(case, old, new):
                if (
                    one.said.text in texts
                    or not one.told
                    or not is_in_line(one.said.at(0, len(one.said.text)), line)
                ):
                    continue
                same = [o for o in honest if o.said.place.loc == one.said.place.loc]
                own = max(same, key=lambda o: _alike(o.said.text, one.said.text), default=None)
                others = [o.told for o in honest if o is not own and o.told]
                yield Changed(one.told, ((own.told,) if own else ()) + tuple(others), own is not None)


def _alike(text: str, other: str) -> int:
    return len(set(text.split()) & set(other.split())) + len(set(text) & set(other))


def fitted(pairs: Sequence[Changed]) -> Weights:
    """Find the weights of the least loss, by Newton’s method; what is seen seldom has none, and all are pulled to nothing."""
    seen = Counter(name for one in pairs for told in (one.told, *one.others[:1]) for name in told)
    names = sorted(name for name, times in seen.items() if times >= _LEAST_SEEN)
    numbers = {name: n for n, name in enumerate(names)}
    rows = [row for one in pairs for row in _differences(one, numbers)]
    weights = [0.0] * len(names)
    for _ in range(_ROUNDS):
        slope = [_PULL * weight for weight in weights]
        bend = [[0.0] * len(names) for _ in names]
        for n, row in enumerate(bend):
            row[n] = _PULL
        for share, apart in rows:
            lead = sum(weights[n] * by for n, by in apart)
            wrong = 1 / (1 + math.exp(max(-30.0, min(30.0, lead))))
            for n, by in apart:
                slope[n] -= share * wrong * by
                steep, row = share * wrong * (1 - wrong) * by, bend[n]
                for m, other in apart:
                    row[m] += steep * other
        weights = [weight - step for weight, step in zip(weights, _solved(bend, slope), strict=True)]
    return dict(zip(names, weights, strict=True))


def _differences(one: Changed, numbers: Mapping[str, int]) -> Iterator[tuple[float, list[tuple[int, float]]]]:
    """How a changed sentence differs from each honest one, and how much that counts: its own most."""
    for n, other in enumerate(one.others):
        names = [name for name in {**one.told, **other} if name in numbers]
        apart = [(numbers[name], one.told.get(name, 0.0) - other.get(name, 0.0)) for name in names]
        yield _OWN if one.has_own and n == 0 else 2 / len(one.others), [(k, by) for k, by in apart if by]


def _solved(rows: list[list[float]], right: list[float]) -> list[float]:
    """Solve equations whose diagonal is large, by elimination."""
    rows, made = [[*row, by] for row, by in zip(rows, right, strict=True)], [0.0] * len(rows)
    for n, row in enumerate(rows):
        for other in rows[n + 1 :]:
            if part := other[n] / row[n]:
                other[n:] = [a - part * b for a, b in zip(other[n:], row[n:], strict=True)]
    for n in range(len(rows) - 1, -1, -1):
        made[n] = (rows[n][-1] - sum(rows[n][m] * made[m] for m in range(n + 1, len(rows)))) / rows[n][n]
    return made


def score(weights: Weights, told: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) * strength for name, strength in told.items())


def places(weights: Weights, pairs: Sequence[Changed]) -> str:
    """Tell how many changed sentences are among the first of their briefings."""
    ranks = [
        1 + sum(score(weights, o) > score(weights, one.told) for o in one.others[int(one.has_own) :])
        for one in pairs
    ]
    return (
        ", ".join(f"{sum(rank <= n for rank in ranks)} among the first {n}" for n in _SHOWN)
        + f" of {len(ranks)}"
    )


def main() -> None:
    without = [Path(one) for one in sys.argv[2:]] if sys.argv[1:2] == ["--without"] else []
    names = {one.resolve() for one in without}
    held = {
        folder: list(changes(folder))
        for folder in (*ALL, *without)
        if folder.resolve() not in names or folder in without
    }
    weights = fitted([one for folder, pairs in held.items() if folder not in without for one in pairs])
    for folder in without:
        click.echo(f"{folder.name}: {places(weights, held[folder])}", err=True)
    click.echo(
        _FILE
        + "".join(
            f'    "{name}": {weight:.2f},\n'
            for name, weight in weights.items()
            if f"{abs(weight):.2f}" != "0.00"
        )
        + "}"
    )


_FILE = '''"""What each difference between a sentence and its evidence weighs: fitted to planted faults by `tests/evidence/fit.py`."""

from __future__ import annotations

LEAST = 3.0
"""What a sentence weighs at least that no other doubt is about, to be shown."""
WEIGHTS: dict[str, float] = {
'''

if __name__ == "__main__":
    main()
