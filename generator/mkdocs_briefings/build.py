"""The pipeline from files to pages, in the order in which it runs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_briefings import outputs
from mkdocs_briefings.derive import derive, shared, sharing, version_content
from mkdocs_briefings.lock import replacement as locks
from mkdocs_briefings.lock.replacement import Lock
from mkdocs_briefings.messages.own_messages import own_messages
from mkdocs_briefings.model.recorded import Fleeting, Once, Reads
from mkdocs_briefings.outputs.publication import Publication
from mkdocs_briefings.pages import render
from mkdocs_briefings.pages.view import View
from mkdocs_briefings.parse import lifecycle
from mkdocs_briefings.parse.file import Parsed, parse
from mkdocs_briefings.resolve import reference_codes, resolve
from mkdocs_briefings.resolve.lookups import ResolveMemo
from mkdocs_briefings.rules import OF_ROWS, check, doubts
from mkdocs_briefings.rules.catalogue import BESIDE
from mkdocs_briefings.rules.soundness import faults

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping

    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.messages.message import Own
    from mkdocs_briefings.model.corpus import Corpus
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.pages.page import Page
    from mkdocs_briefings.parse.version_ledger import VersionLedger
    from mkdocs_briefings.rules import Begin

    Memo = MutableMapping[tuple[str, bytes], Parsed | None]
    """What was parsed before, by path and content: a shell that builds again and again keeps it."""


@dataclass(frozen=True)
class Result:
    """What a build gives. With errors among the problems there are no pages."""

    corpus: Corpus
    problems: tuple[Problem, ...]
    settings: Settings
    follows: Derived | None = field(default=None, compare=False)
    """What follows from the corpus, if it was needed for finding problems; else it is made when asked for."""
    lock: Lock = field(default_factory=Lock)
    """What stood for texts that are not here."""
    given: tuple[Page, ...] | None = None
    """Pages other than those that follow from the rest."""
    own: Own = field(default_factory=dict)
    """Messages in the desk's own words."""
    ledgers: Mapping[str, VersionLedger] = field(default_factory=dict)
    """The recorded versions of briefings, by their ids."""
    reads: Once | None = field(default=None, compare=False, repr=False)
    """What a shell keeps of what pages are made from."""

    @cached_property
    def derived(self) -> Derived:
        """What follows from the corpus."""
        return derive(self.corpus, self.settings.max_share) if self.follows is None else self.follows

    @property
    def desk(self) -> View:
        """What pages are made from."""
        once = self.reads or Once()
        return View(
            once.take("corpus", self.corpus),
            once.take("derived", self.derived),
            once.take("settings", self.settings),
            reads=once,
            own=self.own,
            ledgers=once.take("ledgers", self.ledgers),
        )

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages, made when somebody asks for them first."""
        if self.given is not None:
            return self.given
        if self.failed:
            return ()
        made = render(self.desk)
        return (*made, *outputs.pages(self.publication))

    @cached_property
    def publication(self) -> Publication:
        """The site as its outputs see it."""
        return Publication(self.desk)

    @cached_property
    def outputs(self) -> Mapping[str, bytes]:
        """The files for other programs, by their paths in the site, made when somebody asks for them first."""
        return {} if self.failed else outputs.files(self.publication)

    def take_outputs(self) -> Mapping[str, bytes]:
        """Give the same to somebody who writes them; they are let go of, for they are larger than what they are made from."""
        made = self.outputs
        del self.__dict__["outputs"]
        return made

    @cached_property
    def doubts(self) -> tuple[Problem, ...]:
        """What a reviewer should look at, found when somebody asks for it first; an error silences what rests on it."""
        read = [problem for problem in self.problems if problem.rule not in OF_ROWS]
        once = self.reads or Fleeting()
        corpus, derived = once.take("corpus", self.corpus), once.take("derived", self.derived)
        found = doubts(corpus, derived, faults(read, self.settings), once)
        return tuple(dict.fromkeys(found))

    @property
    def failed(self) -> bool:
        return any(problem.is_error for problem in self.problems)


@dataclass(slots=True)
class Stages:
    """A corpus with all that was made of it."""

    corpus: Corpus | None = None
    derived: Derived | None = None
    reads: Reads = field(default_factory=Reads)

    def derive(self, corpus: Corpus, max_share: float | None) -> tuple[Corpus, Derived]:
        """Give the corpus and what follows from it; what is equal to what was before is the same object."""
        self.reads.turn()
        self.corpus = corpus = sharing.corpus(self.corpus, corpus) if self.corpus else corpus
        derived = derive(self.reads.take("corpus", corpus), max_share, self.reads)
        self.derived = derived = shared(self.derived, derived) if self.derived else derived
        return corpus, derived


@dataclass(slots=True)
class Kept:
    """What a shell keeps from one build to the next, so that equal inputs give the same objects again."""

    resolved: ResolveMemo = field(default_factory=ResolveMemo)
    whole: Stages = field(default_factory=Stages)
    """Of all that there is, which is checked."""
    shown: Stages = field(default_factory=Stages)
    """Of what is shown, which is without what is withdrawn."""


def build(  # noqa: PLR0913, what a shell may give
    tree: Mapping[str, bytes],
    settings: Settings,
    memo: Memo | None = None,
    kept: Kept | None = None,
    step: Callable[[str], object] = str,
    begin: Begin | None = None,
) -> Result:
    """Turn the files of a desk into its pages, or into everything that is wrong with them.

    Args:
        tree: the files of the desk, by path.
        settings: the settings of the site.
        memo: what was parsed before, by path and content.
        kept: what was resolved and derived before.
        step: hears what is done next.
        begin: has a part of the checks done beside the others.

    """
    step("Reading the files of the desk")
    files = _parse(tree, settings, {} if memo is None else memo)
    lock = locks.read(tree, settings, files)
    files += lock.replacements
    files.sort(key=lambda parsed: parsed.path)
    step("Finding the passages in their sources")
    corpus, problems = resolve(files, settings.as_of, kept.resolved if kept else None)
    problems += [problem for parsed in files for problem in parsed.problems]
    problems += version_content.orphaned(files)
    ledgers = version_content.ledgers(files)
    own, wrong = own_messages(tree, settings)
    problems += wrong
    shown = lifecycle.published(files, corpus.as_of, drafts=settings.preview)
    seen = corpus if shown == files else lifecycle.hide(corpus, shown)
    hidden: list[Problem] = []
    if seen is None:
        seen, hidden = resolve(shown, corpus.as_of, kept.resolved if kept else None)
    paths = [parsed.path for parsed in files]
    if not lock.path:
        # The parsed files take as much memory as the corpus, and from here on only a lock is compared with them.
        files.clear()
    del shown
    is_whole = seen is corpus
    if not is_whole:
        seen = lifecycle.recalled(seen, corpus)
    corpus, derived = _derived(corpus, settings, kept.whole if kept else None)

    step("Holding the sentences against their evidence")
    unsound = faults(problems, settings)
    if kept:
        once = kept.whole.reads
        found = check(once.take("corpus", corpus), once.take("derived", derived), unsound, once)
    else:
        found = check(corpus, derived, unsound, begin=begin)
    problems += locks.judged(found, lock, BESIDE)
    if lock.broken or not any(problem.is_error for problem in problems):
        problems += locks.out_of_date(lock, files, corpus, derived.proofs, settings)

    problems += _rests_on_hidden(hidden, problems)
    follows: Derived | None = derived
    if not is_whole:
        corpus, follows = kept.shown.derive(seen, settings.max_share) if kept else (seen, None)
    elif kept:
        kept.shown.reads.turn()
    if kept:
        kept.resolved.forget(paths)

    told = tuple(dict.fromkeys(locks.placed(problems, lock)))
    reads = kept.shown.reads if kept else None
    return Result(corpus, told, settings, follows, lock, own=own, ledgers=ledgers, reads=reads)


def _derived(corpus: Corpus, settings: Settings, kept: Stages | None) -> tuple[Corpus, Derived]:
    if kept is None:
        return corpus, derive(corpus, settings.max_share)
    return kept.derive(corpus, settings.max_share)


def _parse(tree: Mapping[str, bytes], settings: Settings, memo: Memo) -> list[Parsed]:
    files = []
    for path in sorted(tree):
        key = (path, tree[path])
        if key not in memo:
            memo[key] = parse(path, tree[path], settings)
        parsed = memo[key]
        if parsed is not None:
            files.append(parsed)
    return files


def forget(memo: Memo, *trees: Mapping[str, bytes]) -> None:
    """Keep of a memo only what was parsed of the files of these trees, so that it does not grow with each build."""
    wanted = {item for tree in trees for item in tree.items()}
    for key in memo.keys() - wanted:
        del memo[key]


def _rests_on_hidden(hidden: list[Problem], known: list[Problem]) -> list[Problem]:
    """Tell what refers to claims that exist, but are not published."""
    return [
        replace(
            problem,
            rule=reference_codes.NOT_PUBLISHED,
            message=f"{problem.message} that is published",
            hint=reference_codes.NOT_PUBLISHED.remedy,
        )
        for problem in hidden
        if problem.rule is reference_codes.UNKNOWN_CLAIM and problem not in known
    ]
