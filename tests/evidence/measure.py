"""Honest briefings and planted faults: what the rules refuse wrongly, and what they let pass.

    python tests/evidence/measure.py [FOLDER …]

Each file of a set is one article with one briefing about it, honest as it stands, and faults: some words of the
briefing and what takes their place.
"""

from __future__ import annotations

import difflib
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from mkdocs_briefings.build import build
from mkdocs_briefings.edit.seal import seal
from mkdocs_briefings.model.problem import foremost
from mkdocs_briefings.model.settings import Settings
from ruamel.yaml import YAML

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.build import Result
    from mkdocs_briefings.model.problem import Place, Problem

SETS = Path(__file__).parent / "sets"
LATER = tuple(Path(__file__).parent / name for name in ("second", "third", "values"))
"""Each written after the rules had been mended for those before it; of what it showed, the kinds were mended."""
MEANINGS = tuple(Path(__file__).parent / name for name in ("meanings", "meanings-later"))
"""Paraphrases that keep a meaning, and faults that change it, no number; the second written after the rules for the first."""
STRANGERS = tuple(
    Path(__file__).parent / name
    for name in ("stranger", "stranger-second", "stranger-third", "stranger-fourth", "stranger-fifth")
)
"""By people who had never read the rules; the kinds of wrong errors that their first runs showed were mended."""
UNSEEN = Path(__file__).parent / "stranger-sixth"
"""By another such person, after the rules were mended for the others; nothing was mended, and no weight fitted, after it."""
CLAUSES = Path(__file__).parent / "clauses"
"""Order, conditions, deeds, ranks, denials and voices turned; written before the rules that compare clauses by these."""
VALUES_LATER = Path(__file__).parent / "values-later"
"""Values changed in eight briefings; written before the rules for voices, roles, directions and closed classes of words."""
ALL = (SETS, *LATER, *MEANINGS, *STRANGERS, CLAUSES, VALUES_LATER)
BRIEFING = "briefings/2026-01-01-case.yml"


@dataclass(frozen=True, slots=True)
class Case:
    """A file of a set; `text` is what follows the article in it."""

    name: str
    head: str
    text: str
    faults: tuple[tuple[str, str, str], ...]
    """Kind, words, and what takes their place."""


@dataclass(frozen=True, slots=True)
class Fault:
    case: str
    kind: str
    old: str
    new: str
    found: tuple[Problem, ...]
    """What the rules say of it, and do not say of the honest briefing."""


def cases(folder: Path = SETS) -> Iterator[Case]:
    for path in sorted(folder.glob("*.yml")):
        whole = path.read_text()
        head, mark, rest = whole.partition("\nentities:")
        text, _, _ = rest.partition("\nfaults:")
        data = YAML(typ="safe").load(whole)
        faults = tuple((kind, old, new) for kind, old, new in data.get("faults") or ())
        yield Case(path.stem, head + "\n", mark.strip() + text + "\n", faults)


def problems(case: Case, old: str = "", new: str = "") -> tuple[Problem, ...]:
    """Give what is said of a case, with some words of its briefing replaced, and the doubts that are shown."""
    result = built(case, old, new)
    return tuple(p for p in (*result.problems, *foremost(result.doubts)) if p.rule.code not in _OTHER)


def built(case: Case, old: str = "", new: str = "") -> Result:
    """Build the desk of a case, with some words of its briefing replaced.

    Raises:
        ValueError: the words are not there once.

    """
    if old and case.text.count(old) != 1:
        raise ValueError(f"{case.name}: “{old}” stands there {case.text.count(old)} times")
    data: dict[str, Any] = YAML(typ="safe").load(case.head + case.text.replace(old, new, 1))
    front = f"title: {_scalar(data.get('headline') or data['article'].splitlines()[0])}\nlang: {data.get('article_lang', data['lang'])}\n"
    front += f"published: {data['published']}\npublisher: not stated\n"
    source = f"---\n{front}---\n{data['article']}".encode()
    fields = {"lang": data["lang"], "sources": ["a"]} | {
        k: data[k]
        for k in ("title", "summary", "claims", "questions", "disagreements", "translator")
        if k in data
    }
    tree = {
        "seeds/a.txt": seal(source) or source,
        BRIEFING: _dump(fields),
        "briefings/entities/all.yml": _dump(data["entities"] or {}),
    }
    return build(tree, Settings())


_OTHER = {"outlet-unknown", "single-value-property", "title-too-long", "unmentioned-entity"}


def _scalar(text: str) -> str:
    import json  # noqa: PLC0415

    return json.dumps(text, ensure_ascii=False)


def _dump(data: object) -> bytes:
    import json  # noqa: PLC0415

    return json.dumps(data, ensure_ascii=False, indent=1, default=str).encode()


def measured(case: Case, every: int = 1) -> tuple[tuple[Problem, ...], list[Fault]]:
    """Give what is said of an honest case, and what of each fault, or of one in `every` so many.

    What is said of a fault counts only at the sentence that was changed, and only if the honest one draws no error and no
    warning, nor the same doubt.
    """
    honest = problems(case)
    found = []
    for kind, old, new in case.faults[::every]:
        line = next(row for row in case.text.splitlines() if old in row)
        before = {(p.rule.code, p.message) for p in honest if is_in_line(p.place, line)}
        if any(not p.key for p in honest if is_in_line(p.place, line)):
            found.append(Fault(case.name, kind, old, new, ()))
            continue
        changed = line.replace(old, new, 1)
        said = [p for p in problems(case, old, new) if is_in_line(p.place, changed) and _names(p, old, new)]
        said = [p for p in said if (p.rule.code, p.message) not in before]
        found.append(Fault(case.name, kind, old, new, tuple(said)))
    return honest, found


def is_in_line(place: Place, line: str) -> bool:
    """Whether a place is in the sentence of a line of the case: of a field on it, or of words that are in it."""
    loc = place.loc
    entry = re.match(r"\s*([\w-]+):", line)
    if loc[:1] in {("summary",), ("title",)}:
        if line.startswith("title:") or loc[:1] == ("title",):
            return line.startswith("title:") and loc[:1] == ("title",)
        words, near = _plain(line), _plain(place.near)
        before, after = _plain(place.before), _plain(place.after)
        return (before[-_AROUND:] + near + after[:_AROUND]) in words or words in near
    return entry is not None and entry[1] in loc


def _names(problem: Problem, old: str, new: str) -> bool:
    """Whether a problem that is about some words of a sentence is about those that were changed."""
    if problem.rule.code not in _OF_WORDS or not problem.place.near:
        return True
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    same = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changed = [word for tag, _, _, a, b in same if tag != "equal" for word in after[a:b]]
    near = _plain(problem.place.near)
    return not changed or any(word in near or near in word for word in changed)


_TOKEN = re.compile(r"[\d.,]*\d|[\u3040-\u9fff]|[^\W\d_]+")
_OF_WORDS = {"unsupported-number", "unsupported-date", "unsupported-name", "figure-turned", "word-exchanged"}


def _plain(text: str) -> str:
    """A text without citations, marks of links and white space."""
    return re.sub(r"\[@[^\]]*\]|\[\[(?:[^\]|]*\|)?|\]\]|\s", "", text)


_AROUND = 10
"""Characters beside the words of a problem by which its sentence is known."""


def main() -> None:
    for folder in [Path(one) for one in sys.argv[1:]] or ALL:
        click.echo(f"{folder.name}:")
        report(folder)


def report(folder: Path) -> None:
    """Print what is said of the honest cases of a set, and the faults that are caught, by kind."""
    made, refused, seen = Counter[str](), Counter[str](), Counter[str]()
    alarms = Counter[str]()
    for case in cases(folder):
        honest, faults = measured(case)
        for problem in honest:
            alarms[problem.rule.severity] += 1
            click.echo(
                f"{case.name}: honest: {problem.rule.severity}: {problem.message} [{problem.rule.code}]: "
                f"{'.'.join(map(str, problem.place.loc))} {problem.place.near[:60]}"
            )
        for fault in faults:
            made[fault.kind] += 1
            refused[fault.kind] += any(p.is_error for p in fault.found)
            seen[fault.kind] += bool(fault.found)
            if not any(p.is_error for p in fault.found):
                how = "only told" if fault.found else "missed"
                click.echo(f"{case.name}: {how}: {fault.kind}: {fault.old} -> {fault.new}")
    click.echo(f"alarms on honest text: {dict(alarms)}")
    for kind in sorted(made):
        click.echo(f"{kind:10} {refused[kind]:3} refused, {seen[kind]:3} reported of {made[kind]:3}")
    click.echo(f"{'all':10} {refused.total():3} refused, {seen.total():3} reported of {made.total():3}")


if __name__ == "__main__":
    main()
