"""Make the lock of a whole desk, and prove that a build from it alone gives the same pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_briefings.build import build
from mkdocs_briefings.derive import date_proof
from mkdocs_briefings.lock.document import dumps
from mkdocs_briefings.lock.making import entries
from mkdocs_briefings.model.baseline import worded
from mkdocs_briefings.parse.file import lock_path, parse
from mkdocs_briefings.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.build import Result
    from mkdocs_briefings.model.settings import Settings


class LockError(Exception):
    """There is nothing to lock, or the lock would not give the same pages; the message says which."""


def lock(tree: Mapping[str, bytes], settings: Settings, context: int = 0) -> bytes:
    """Make the lock of a desk that has no errors.

    Args:
        tree: the files of the desk, the texts among them; a lock among them plays no part.
        settings: the settings of the site.
        context: the words on either side of a passage that the lock may hold, too.

    Raises:
        LockError: no text is here, the desk is not sound, or the lock would not stand for the texts.

    """
    published = replace(settings, preview=False)
    texts = without_lock(tree, settings)
    files = [parsed for path in sorted(texts) if (parsed := parse(path, texts[path], settings))]
    corpus, _ = resolve(files, settings.as_of)
    if not corpus.sources:
        raise LockError(f"there is no text in {settings.seeds_dir}/; run this where the texts are")
    before = build(texts, published)
    if before.failed:
        raise LockError("the desk has errors; `briefings check` lists them")
    found = entries(files, corpus, date_proof.proofs(corpus), settings, context)
    bare = {path: data for path, data in texts.items() if not path.startswith(f"{settings.seeds_dir}/")}

    def built(borne_out: tuple[str, ...]) -> tuple[bytes, Result]:
        made = dumps(found, borne_out, context)
        return made, build({**bare, lock_path(settings): made}, published)

    known = {worded(problem) for problem in before.problems}
    made, after = built(())
    borne_out = tuple(told for problem in after.problems if (told := worded(problem)) not in known)
    if borne_out:
        made, after = built(borne_out)
    if after.pages != before.pages:
        raise LockError(f"{_difference(before, after)}; nothing was written")
    return made


def without_lock(tree: Mapping[str, bytes], settings: Settings) -> dict[str, bytes]:
    """Leave the lock out of a desk."""
    return {path: data for path, data in tree.items() if path != lock_path(settings)}


def _difference(before: Result, after: Result) -> str:
    errors = [problem for problem in after.problems if problem.is_error]
    if errors:
        return f"a build from the lock would have errors, first of all: {worded(errors[0])}"
    ours = {page.path: page for page in before.pages}
    theirs = {page.path: page for page in after.pages}
    path = min(path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path))
    return f"a build from the lock would change the page {path}"
