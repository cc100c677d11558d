"""One side of a comparison, built."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_briefings.build import build
from mkdocs_briefings.files import collector
from mkdocs_briefings.model import addresses, baseline, homepage
from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.parse import file_codes
from mkdocs_briefings.report.location import locate
from mkdocs_briefings.review.change import Edition
from mkdocs_briefings.review.configuration import configured
from mkdocs_briefings.review.revision import RevisionError
from mkdocs_briefings.review.site_changes import runs

if TYPE_CHECKING:
    from mkdocs_briefings.build import Memo
    from mkdocs_briefings.review.revision import Snapshot


def edition(snapshot: Snapshot, name: str, memo: Memo) -> Edition:
    """Build one side: with its drafts, which reviewers judge; its problems and addresses are those of readers.

    Args:
        snapshot: the files.
        name: what to call it in messages.
        memo: what was parsed of the other side already.

    Raises:
        RevisionError: it holds no desk, or mkdocs.yml cannot be read.

    """
    site = configured(snapshot, name)
    docs = snapshot.files(site.docs) if site.docs else {}
    own_home = homepage.is_own(docs.__contains__, site.excluded)
    shown = replace(site.settings, preview=False, own_home=own_home)
    tree, problems = snapshot.desk(shown)
    if not tree and not problems:
        raise RevisionError(
            f"{name}: no `{shown.briefings_dir}/` and no `{shown.seeds_dir}/` there; is it a site folder?"
        )
    with collector.uncollected():
        published = build(tree, shown, memo)
        whole = replace(shown, preview=True, max_share=None)
        preview = build(tree, whole, memo)
    problems += published.problems
    problems += [
        file_codes.PAGE_TAKEN.at(Place(posixpath.join(site.docs, page.path)), "the generator makes this page")
        for page in published.pages
        if page.path in docs
    ]
    partly = bool(published.lock.stands_for)
    told = dict.fromkeys((*problems, *baseline.apply(problems, tree, shown, partly=partly)))
    public = frozenset(page.path for page in published.pages) | ({addresses.HOME} if own_home else set())
    return Edition(
        preview,
        tuple(locate(told, tree)),
        public,
        tree,
        whole,
        docs=docs,
        site=site.rows,
        code={**site.code, **{f"{site.docs}/{path}": text for path, text in docs.items() if runs(path)}},
    )
