"""Build the preview of a desk with errors: everything that is valid, and the problems for the panel."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs_briefings.build import Result, build
from mkdocs_briefings.document.nodes import Heading, Para
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.problem import Place, Severity
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.parse.file import Parsed, SeedText, parse
from mkdocs_briefings.parse.schema import EntitiesFile, StorylinesFile
from mkdocs_briefings.report.printing import visible
from mkdocs_briefings.resolve.ids import source_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import PurePath

    from mkdocs_briefings.build import Kept, Memo
    from mkdocs_briefings.model.corpus import Corpus
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.report.location import Located, Spot

Tree = Mapping[str, bytes]

_ROUNDS = 12
"""How often what the last round found is put back: faults may follow from what was put back before."""
_TRIES = 8
"""How many changed files are tried one by one where a fault arises from several together."""
_WIDTH = 160
_WORD = re.compile(r"\w+|\S|$")
_SLASH = re.compile(r"(?:(?<=//)|(?<![:/]))/(?=\{path\})")
"""A slash that would be twice before a path that begins with one."""


@dataclass(frozen=True, slots=True)
class Files:
    """Files of a desk, of which some wait: nothing is shown of them, and what refers to them is not at fault."""

    tree: Tree
    waiting: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Preview:
    """A desk as the preview shows it."""

    files: Files
    """What is shown: the files of the desk, faulty ones as they were when they were last sound."""
    result: Result
    """What they give: no errors, and a page for each file of which nothing is shown."""
    problems: tuple[Problem, ...] = ()
    """All that is wrong with the desk as it is."""
    held: tuple[str, ...] = ()
    """Files shown as they were before."""
    left_out: tuple[str, ...] = ()
    """Files of the desk that have never been sound."""


@dataclass(frozen=True, slots=True)
class _Maker:
    """Builds some of the files of a desk."""

    settings: Settings
    memo: Memo
    kept: Kept | None = None

    def make(self, files: Files) -> Result:
        waiting = {
            (path, files.tree[path]): empty
            for path in files.waiting
            if path in files.tree and (empty := self.emptied(path, files.tree[path]))
        }
        return build(files.tree, self.settings, {**self.memo, **waiting} if waiting else self.memo, self.kept)

    def emptied(self, path: str, data: bytes) -> Parsed | None:
        """Take a file for one that cannot be read, but whose ids are known; None if it has none, or must be read.

        Entities must: pages show of them what is not on the page of the entity.
        """
        parsed = self.memo.get((path, data)) or parse(path, data, self.settings)
        if parsed is None or isinstance(parsed.entry, EntitiesFile):
            return None
        ids = parsed.broken
        if isinstance(parsed.entry, SeedText):
            ids |= {source_id(parsed)}
        if isinstance(parsed.entry, StorylinesFile):
            ids |= parsed.entry.root.keys()
        if parsed.name is not None:
            ids |= {parsed.name.id}
        return replace(parsed, entry=None, problems=(), broken=ids) if ids else None


def sound_tree(
    tree: Tree, before: Files, settings: Settings, memo: Memo, kept: Kept | None = None
) -> Preview:
    """Build as much of a desk as is sound.

    Args:
        tree: its files.
        before: what the preview showed before (`Preview.files`); empty at the start.
        settings: the settings of the site.
        memo: what was parsed before.
        kept: what was resolved and derived before.

    """
    maker = _Maker(settings, memo, kept)
    true = maker.make(Files(tree))
    if not true.failed:
        return Preview(Files(tree), true, true.problems)
    found = (
        _put_back(tree, true, before, maker)
        or _one_by_one(tree, before, maker)
        # The settings may have changed: then what was sound before tells nothing.
        or _put_back(tree, true, Files({}), maker)
    )
    shown, made = found or (Files({}), maker.make(Files({})))
    seen = {path: data for path, data in shown.tree.items() if path not in shown.waiting}
    left_out = tuple(sorted(tree.keys() - seen.keys()))
    held = tuple(sorted(path for path in seen if seen[path] != tree.get(path)))
    taken = {page.path for page in made.pages}
    stubs = tuple(
        stub for path in left_out if (stub := _stub(path, tree[path], settings)) and stub.path not in taken
    )
    return Preview(shown, replace(made, given=made.pages + stubs), true.problems, held, left_out)


def _put_back(tree: Tree, true: Result, before: Files, maker: _Maker) -> tuple[Files, Result] | None:
    """Put the files that have errors back to what they were, until none has; None if that does not help."""
    shown, made = Files(tree), true
    for _ in range(_ROUNDS):
        was = shown
        for path in sorted({problem.place.path for problem in made.problems if problem.is_error}):
            shown = _without(shown, path, before, maker)
        if shown == was:
            return None
        made = maker.make(shown)
        if not made.failed:
            return shown, made
    return None


def _without(shown: Files, path: str, before: Files, maker: _Maker) -> Files:
    """Show a file as it was; one that was not shown before waits, or is left out if that is not enough."""
    if path in before.tree and path not in before.waiting:
        return Files({**shown.tree, path: before.tree[path]}, shown.waiting - {path})
    if path in shown.tree and path not in shown.waiting and maker.emptied(path, shown.tree[path]):
        return Files(shown.tree, shown.waiting | {path})
    return Files({p: data for p, data in shown.tree.items() if p != path}, shown.waiting - {path})


def _one_by_one(tree: Tree, before: Files, maker: _Maker) -> tuple[Files, Result] | None:
    """Begin with what was shown before and take over each change with which that stays sound."""
    shown, made = before, maker.make(before)
    if made.failed:
        return None
    changed = {path for path in tree.keys() | before.tree.keys() if tree.get(path) != before.tree.get(path)}
    for path in sorted(changed | before.waiting)[:_TRIES]:
        others = {p: data for p, data in shown.tree.items() if p != path}
        tried = Files(others | ({path: tree[path]} if path in tree else {}), shown.waiting - {path})
        built = maker.make(tried)
        if not built.failed:
            shown, made = tried, built
    return shown, made


def _stub(path: str, data: bytes, settings: Settings) -> Page | None:
    """Make a page that says why there is none; only briefings and sources have one address each."""
    parsed = parse(path, data, settings)
    if parsed is None:
        return None
    if isinstance(parsed.entry, SeedText):
        address = addresses.source(source_id(parsed))
    elif parsed.name is not None:
        address = addresses.briefing(parsed.name.id)
    else:
        return None
    title = f"Not shown yet: {path}"
    why = (
        "This file has errors, or depends on files that have some, and it has not been valid since the "
        "preview started. The panel lists the errors. Once they are corrected, the page is shown here."
    )
    return Page(address, "stub", title, (Heading(1, title), Para(why)), path, listed=False)


@dataclass(frozen=True, slots=True)
class Notice:
    """A fault as the panel shows it. Without a path it has no place, without a line its file has none."""

    severity: str
    message: str
    hint: str = ""
    code: str = ""
    path: str = ""
    line: int = 0
    column: int = 0
    before: str = ""
    """The offending line, up to the place, ..."""
    at: str = ""
    """... the word there, ..."""
    after: str = ""
    """... and the rest."""
    editor: str = ""
    """The address that opens the place in an editor, if one is set."""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}: " if self.path else ""
        return f"{place}{self.severity}: {self.message}" + (f"\n    {self.hint}" if self.hint else "")


def notice(one: Located, editor: str = "") -> Notice:
    """Tell a problem of the desk to the panel; `editor` is the address that opens it."""
    problem = one.problem
    before, at, after = marked(one.source_line, one.spot.column)
    hint = "\n".join((problem.hint, *(f"see {spot}" for spot in one.related)))
    return Notice(
        severity=problem.rule.severity.value,
        message=visible(problem.message),
        hint="\n".join(visible(line) for line in hint.split("\n")),
        code=problem.rule.code,
        path=visible(one.spot.path),
        line=one.spot.line,
        column=one.spot.column,
        before=before,
        at=at,
        after=after,
        editor=editor,
    )


def marked(line: str, column: int) -> tuple[str, str, str]:
    """Split a line around the word at `column` (from 1), a long one cut to what is near it."""
    line = visible(line.replace("\t", " ").rstrip())
    place = min(max(column - 1, 0), len(line))
    word = _WORD.match(line, place)
    end = min(word.end() if word else place, place + _WIDTH // 2)
    start = max(0, place - _WIDTH // 2)
    return line[start:place].lstrip(), line[place:end], line[end : end + _WIDTH // 2]


def panel(notices: Iterable[Notice], held: Iterable[str], left_out: Iterable[str]) -> dict[str, object]:
    """Return what `problems.json` holds, the errors first."""
    order = [one.value for one in Severity]
    ordered = sorted(notices, key=lambda one: order.index(one.severity))
    return {
        "problems": [asdict(one) for one in ordered],
        "held": [visible(path) for path in held],
        "left_out": [visible(path) for path in left_out],
    }


def editor_link(scheme: str, root: PurePath, spot: Spot) -> str:
    """Fill in the address that opens a place in an editor: `vscode://file/{path}:{line}:{column}`."""
    path = quote((root / spot.path).as_posix(), safe="/:")
    if path.startswith("/"):
        scheme = _SLASH.sub("", scheme)
    filled = scheme.replace("{path}", path)
    return filled.replace("{line}", str(spot.line)).replace("{column}", str(spot.column))


def origins(corpus: Corpus) -> Iterator[tuple[addresses.Target, Place]]:
    """Return what pages show at which anchor (none: the page as a whole), and where the desk says it."""
    for briefing in corpus.briefings.values():
        yield addresses.Target(addresses.briefing(briefing.id)), Place(briefing.path)
        for claim in briefing.claims:
            yield addresses.claim(claim.ref), claim.place
        for n, one in enumerate(briefing.disagreements):
            yield addresses.disagreement(briefing.id, one.id), Place(briefing.path, ("disagreements", n))
        for n, question in enumerate(briefing.questions):
            yield addresses.question(briefing.id, question.id), Place(briefing.path, ("questions", n))
    for entity in corpus.entities.values():
        yield addresses.Target(addresses.entity(entity.id)), Place(entity.path, (entity.id,), at_key=True)
    for storyline in corpus.storylines.values():
        yield (
            addresses.Target(addresses.storyline(storyline.id)),
            Place(storyline.path, (storyline.id,), at_key=True),
        )
    for source in corpus.sources.values():
        yield addresses.Target(addresses.source(source.id)), Place(source.path)
