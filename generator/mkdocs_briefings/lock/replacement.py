"""Use the lock in a build: it replaces the sources whose texts are missing, and reports its own errors."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from mkdocs_briefings.lock import lock_codes
from mkdocs_briefings.lock.document import MOST, VERSION, Head, LockedSource, entry_sum
from mkdocs_briefings.lock.making import entries
from mkdocs_briefings.lock.outline import HIDDEN, fill
from mkdocs_briefings.model.baseline import worded
from mkdocs_briefings.model.corpus import Outline
from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.parse import seed
from mkdocs_briefings.parse.file import Parsed, SeedText, lock_path
from mkdocs_briefings.resolve.ids import source_id

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from mkdocs_briefings.derive.date_proof import Proof
    from mkdocs_briefings.model.corpus import Corpus
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.text.prepared import Span

_NOT_HERE = (
    "Some of the texts are missing here: if they support the sentence, run `briefings lock` where they are."
)
_ID = re.compile(r'^   "id": "([^"\\]+)"', re.MULTILINE)
_VERSION = re.compile(r'^ *"version": (\d{1,9}),', re.MULTILINE)
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Lock:
    """The lock of a desk, and what the build takes from it."""

    path: str = ""
    """Empty if the desk has none."""
    context: int = 0
    borne_out: frozenset[str] = frozenset()
    sums: Mapping[str, object] = field(default_factory=dict)
    """The sum of each entry, by the path of its source."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Where each entry begins, by the path of its source."""
    replacements: tuple[Parsed, ...] = ()
    """The sources whose texts are not here, and what is wrong with them."""
    broken: bool = False


def read(tree: Mapping[str, bytes], settings: Settings, files: Iterable[Parsed]) -> Lock:
    """Read the lock of a desk, if it has one.

    Args:
        tree: the files of the desk.
        settings: where the sources lie.
        files: the same files, parsed. A text among them wins: what the lock tells of it is not used.

    """
    path = lock_path(settings)
    data = tree.get(path)
    if data is None:
        return Lock()
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    try:
        head = Head.model_validate_json(text)
    except ValidationError as error:
        return Lock(path, broken=True, replacements=_unreadable(path, text, error, tree, settings))
    here = {source_id(parsed) for parsed in files if isinstance(parsed.entry, SeedText)}
    sums: dict[str, object] = {}
    lines: dict[str, int] = {}
    waiting: list[Parsed] = []
    for raw in head.sources:
        name, id_ = f"{settings.seeds_dir}/{raw.get('path')}", str(raw.get("id"))
        sums[name], lines[name] = raw.get("sum"), _line_of(text, raw.get("path"))
        if name in tree or id_ in here:
            continue
        try:
            waiting.append(_parsed(name, LockedSource.model_validate_json(json.dumps(raw))))
        except ValueError:
            message = f"the entry of `{id_}` was changed after `briefings lock` wrote it"
            problem = lock_codes.LOCK_BROKEN.at(Place(path, line=lines[name]), message)
            waiting.append(Parsed(name, None, (problem,), frozenset({id_})))
    return Lock(path, head.context, frozenset(head.borne_out), sums, lines, tuple(waiting))


def _unreadable(
    path: str, text: str, error: ValidationError, tree: Mapping[str, bytes], settings: Settings
) -> tuple[Parsed, ...]:
    """Tell of a lock that cannot be read, where it is needed; references to its sources are no further faults."""
    if any(name.startswith(f"{settings.seeds_dir}/") and name.endswith(".txt") for name in tree):
        return ()
    at = re.search(r"at line (\d+)", str(error))
    place = Place(path, line=int(at[1]) if at else 1)
    version = _VERSION.search(text)
    if version and int(version[1]) > VERSION:
        message = f"the lock has format {version[1]}, and this program reads {VERSION}: it was written by a newer version"
        problem = lock_codes.LOCK_BROKEN.at(
            place, message, hint="Install what the desk's requirements.txt names."
        )
    else:
        problem = lock_codes.LOCK_BROKEN.at(place, "the lock cannot be read")
    return (Parsed(path, None, (problem,), frozenset(_ID.findall(text))),)


def _line_of(text: str, path: Any) -> int:
    at = text.find(f'   "path": {json.dumps(path, ensure_ascii=False)}')
    return text.count("\n", 0, max(at, 0)) + 1


def _parsed(path: str, entry: LockedSource) -> Parsed:
    """Return the source of an entry as if it had been read from its file.

    Raises:
        ValueError: the entry does not hold together, or somebody changed it.

    """
    if entry.sum != entry_sum(entry):
        raise ValueError("another sum")
    if sum(len(piece) if isinstance(piece, str) else piece[1] for piece in entry.text) > MOST:
        raise ValueError("too long")
    text = fill(entry.text)
    outline = None
    if entry.outline is None:
        if seed.seal(text.encode()) != entry.digest:
            raise ValueError("another text")
    else:
        outline = Outline(
            entry.outline.sentences,
            tuple((kind, (start, end)) for kind, start, end in entry.outline.skip),
            tuple((entity, (start, end)) for entity, start, end in entry.outline.mentions),
            frozenset(entry.outline.passages),
            frozenset(entry.outline.ahead),
            entry.outline.days,
        )
        _hold_together(outline, text)
    return Parsed(path, SeedText(entry.front, text, entry.digest, 0, outline))


def _hold_together(outline: Outline, text: str) -> None:
    """Make sure that every place is one of the text, and every passage known.

    Raises:
        ValueError: one is not.

    """
    _in_order(outline.sentences, len(text))
    for spans in outline.passages:
        _in_order(spans, len(text))
        if not spans or any(HIDDEN in text[start:end] for start, end in spans):
            raise ValueError("a passage without its words")
    for _, span in (*outline.skip, *outline.mentions):
        _in_order((span,), len(text))
    if any(number >= len(outline.sentences) for number in outline.ahead):
        raise ValueError("no such sentence")


def _in_order(spans: Sequence[Span], length: int) -> None:
    last = 0
    for start, end in spans:
        if not last <= start < end <= length:
            raise ValueError("a place outside the text")
        last = end


def judged(found: Iterable[Problem], lock: Lock, beside: Container[str]) -> list[Problem]:
    """Of what rules find without the texts, leave out what the texts bear out, and say so of the rest.

    `beside` holds the codes of the rules that read beside the passages, where the lock holds no words.
    """
    if not lock.replacements:
        return list(found)
    return [
        replace(problem, hint=f"{problem.hint} {_NOT_HERE}") if problem.rule.code in beside else problem
        for problem in found
        if problem.rule.code not in beside or worded(problem) not in lock.borne_out
    ]


def out_of_date(
    lock: Lock, files: Iterable[Parsed], corpus: Corpus, proofs: Mapping[str, Proof], settings: Settings
) -> Iterator[Problem]:
    """Report a lock that does not match the texts that are here."""
    if not lock.path:
        return
    place = Place(lock.path, line=1)
    if lock.broken and lock.replacements:
        return
    if lock.broken:
        yield lock_codes.LOCK_OUT_OF_DATE.at(
            place, "the lock cannot be read; the texts here are used instead"
        )
        return
    ours = entries(files, corpus, proofs, settings, lock.context)
    differ = [one.id for one in ours if lock.sums.get(f"{settings.seeds_dir}/{one.path}") != one.sum]
    if differ:
        ids = ", ".join(f"`{id_}`" for id_ in differ[:_MOST_NAMED])
        rest = f" and {len(differ) - _MOST_NAMED} more" if len(differ) > _MOST_NAMED else ""
        yield lock_codes.LOCK_OUT_OF_DATE.at(
            place, f"the lock does not match the texts and briefings for {ids}{rest}"
        )


def placed(problems: Iterable[Problem], lock: Lock) -> list[Problem]:
    """Put what is wrong with a source that the lock stands for at its entry there."""
    absent = {parsed.path for parsed in lock.replacements}

    def moved(place: Place) -> Place:
        if place.path not in absent or place.path == lock.path:
            return place
        return Place(lock.path, line=lock.lines[place.path])

    return [
        replace(problem, place=moved(problem.place), related=tuple(map(moved, problem.related)))
        for problem in problems
    ]
