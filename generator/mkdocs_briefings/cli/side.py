"""Read one side of a comparison: a folder or a revision, with the settings of its mkdocs.yml."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_briefings.files.git import RevisionError
from mkdocs_briefings.mkdocs.configuration import configured
from mkdocs_briefings.model import homepage
from mkdocs_briefings.review.edition import Side

if TYPE_CHECKING:
    from mkdocs_briefings.files.snapshot import Snapshot


def side(snapshot: Snapshot, name: str) -> Side:
    """Read one side; nothing of it is run.

    Args:
        snapshot: the files.
        name: what to call it in messages.

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
    return Side(shown, tree, tuple(problems), site.docs, docs, site.rows, site.code)
