"""Read a desk, build it, and tell what is wrong with it."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from rich.console import Console

from mkdocs_briefings.build import build, forget
from mkdocs_briefings.files import collector
from mkdocs_briefings.files.desk import JournalError, heal
from mkdocs_briefings.files.editor_ids import refresh_editor_ids
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.files.second_process import begin
from mkdocs_briefings.files.taken_pages import taken_pages
from mkdocs_briefings.mkdocs.progress import LOGGER as PROGRESS
from mkdocs_briefings.mkdocs.progress import Steps
from mkdocs_briefings.model import baseline
from mkdocs_briefings.report import printing
from mkdocs_briefings.report.location import locate

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_briefings.build import Result
    from mkdocs_briefings.files.reader import KnownFiles
    from mkdocs_briefings.mkdocs.session import Current, Session
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.model.settings import Settings

log = logging.getLogger("mkdocs.plugins.briefings")


def read_desk(
    root: Path, settings: Settings, known: KnownFiles | None
) -> tuple[dict[str, bytes], list[Problem]]:
    """Read the desk, which no command may have left half changed.

    Raises:
        PluginError: it cannot be read.

    """
    try:
        heal(root, (settings.briefings_dir, settings.seeds_dir), log.info)
        return read(root, settings, known=known)
    except JournalError as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        path = os.path.relpath(error.filename or root, root)
        raise PluginError(f"{path}: {error.strerror}; the old site was not changed") from error


def build_desk(
    session: Session,
    current: Current,
    tree: dict[str, bytes],
    problems: list[Problem],
    hurry: Callable[[Result], None] = lambda _: None,
) -> Result:
    """Build the desk; tell what is wrong with it.

    Args:
        session: that of MkDocs.
        current: this build, which learns the result.
        tree: its files.
        problems: what was wrong when they were read.
        hurry: told what a preview will show before its pages are made.

    Raises:
        PluginError: it has errors, and is not previewed.

    """
    root, settings = current.root, current.settings
    current.tree = tree
    if not session.serving and log.isEnabledFor(logging.INFO):
        current.step = Steps(Console(stderr=True), logging.getLogger(PROGRESS).info)
    with collector.uncollected():
        if session.preview is None:
            result = build(tree, settings, session.memo, step=current.step, begin=begin)
            forget(session.memo, tree)
            problems += result.problems
        else:
            shown = session.preview.build(tree, settings, session.memo, session.kept)
            hurry(shown.result)
            result = session.preview.complete(shown, tree)
            problems += shown.problems
        current.pages = {page.path: page for page in result.pages}
    current.result = result
    current.step.end()
    problems += taken_pages(result, Path(current.config.docs_dir), root)
    partly = bool(result.lock.replacements)
    spots = session.preview.spots if session.preview else None
    located = locate(baseline.apply(problems, tree, settings, partly=partly), tree, spots)
    errors = [one for one in located if one.problem.is_error]
    if session.preview is not None:
        session.preview.located = located
        refresh_editor_ids(root, result.corpus)
    elif errors:
        text = printing.plain(located)
        raise PluginError(f"the briefings have {len(errors)} error(s); the old site was not changed\n{text}")
    told, left_out = printing.shortened(located)
    for one in told:
        text = printing.plain([one])
        if one.problem.is_error:
            log.error("%s", text)
        else:
            current.warn(text)
    for rest in left_out:
        log.info("%s", rest)
    return result
