"""Build one side of a comparison."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mkdocs_briefings.build import build
from mkdocs_briefings.model import addresses, baseline, dismissals
from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.parse import file_codes
from mkdocs_briefings.report.location import locate
from mkdocs_briefings.review.change import Edition
from mkdocs_briefings.review.site_changes import runs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.build import Memo
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison, as it was read."""

    settings: Settings
    """Those of what readers see."""
    tree: Mapping[str, bytes]
    """The files of the desk."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the tree itself."""
    docs_dir: str = ""
    """The folder of the hand-written pages; empty without one."""
    docs: Mapping[str, bytes] = field(default_factory=dict)
    """The files there, by their paths in it."""
    site: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """All that mkdocs.yml sets, a row for each setting."""
    code: Mapping[str, bytes] = field(default_factory=dict)
    """The files beside the desk and its pages that run where the site is built or read, or decide what does."""


def edition(side: Side, memos: dict[str, Memo]) -> Edition:
    """Build one side: with its drafts, which reviewers judge; its problems and addresses are those of readers.

    Args:
        side: what was read.
        memos: what was parsed of the other side already, by the language of the site.

    """
    shown, tree, docs = side.settings, side.tree, side.docs
    memo = memos.setdefault(shown.language, {})
    published = build(tree, shown, memo)
    whole = replace(shown, preview=True, max_share=None)
    preview = build(tree, whole, memo)
    problems = [*side.problems, *published.problems]
    problems += [
        file_codes.PAGE_TAKEN.at(
            Place(posixpath.join(side.docs_dir, page.path)), "a generated page has this path"
        )
        for page in published.pages
        if page.path in docs
    ]
    partly = bool(published.lock.replacements)
    told = dict.fromkeys((*problems, *baseline.apply(problems, tree, shown, partly=partly)))
    own_home = {addresses.HOME} if shown.own_home else set()
    return Edition(
        preview,
        tuple(locate(told, tree)),
        frozenset(page.path for page in published.pages) | own_home,
        tree,
        whole,
        docs=docs,
        doubts=tuple(locate(dismissals.left(published.doubts, tree, shown), tree)),
        site=side.site,
        code={**side.code, **{f"{side.docs_dir}/{path}": text for path, text in docs.items() if runs(path)}},
    )
