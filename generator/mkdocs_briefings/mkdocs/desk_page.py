"""The page of a preview that lists what the desk has still to do; a published site has none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.document.nodes import Bullets, Code, Heading, PageLink, Para, Row, Table, Verbatim
from mkdocs_briefings.model import addresses, baseline
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.report.desk_status import desk_status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_briefings.build import Result
    from mkdocs_briefings.document.nodes import Block, Inline
    from mkdocs_briefings.model.corpus import Corpus
    from mkdocs_briefings.report.desk_status import Task, TaskList

TITLE = "What the desk has still to do"
_MOST = 50
"""Things of a kind that are shown; the command tells all."""
_CODE = re.compile(r"(`[^`]+`)")


def desk_page(result: Result, tree: Mapping[str, bytes]) -> Page:
    """Make the page of what `briefings status` tells.

    Args:
        result: what the preview shows.
        tree: the files of the desk.

    """
    frozen = baseline.frozen_lines(tree, result.settings)
    desk = result.desk
    found = desk_status(desk.corpus, desk.derived, frozen, result.ledgers, desk.reads)
    blocks = tuple(_blocks(found, result.corpus))
    return Page(addresses.DESK_STATUS, "desk-status", TITLE, blocks, lang="en", listed=False)


def _blocks(found: tuple[TaskList, ...], corpus: Corpus) -> Iterator[Block]:
    yield Heading(1, TITLE)
    about = "Only the preview has this page; it is never published. The same is printed by "
    yield Para((about, Code("briefings status"), "."))
    yield Bullets(tuple(f"{one.title}: {len(one.tasks) or 'none'}" for one in found))
    for one in found:
        if not one.tasks:
            continue
        yield Heading(2, one.title)
        shown = one.tasks[:_MOST]
        yield Table(("What", "Why", "What to do"), tuple(_row(task, corpus) for task in shown))
        if left := len(one.tasks) - len(shown):
            yield Para((f"{left} more: ", Code("briefings status --all")))


def _row(task: Task, corpus: Corpus) -> Row:
    mend: Inline = Code(task.mend) if task.mend.startswith("briefings ") else _told(task.mend)
    return Row((_linked(task.at, corpus), _told(task.why), mend))


def _linked(at: str, corpus: Corpus) -> Inline:
    """Link an id to its page; the path of a file is words."""
    if at in corpus.claims:
        return PageLink(addresses.claim(at), Verbatim(at))
    for things, address in (
        (corpus.briefings, addresses.briefing),
        (corpus.sources, addresses.source),
        (corpus.entities, addresses.entity),
    ):
        if at in things:
            return PageLink(addresses.Target(address(at)), Verbatim(at))
    return Verbatim(at)


def _told(words: str) -> Inline:
    """Set what is in backquotes as code."""
    return tuple(
        Code(part[1:-1]) if part.startswith("`") else Verbatim(part) for part in _CODE.split(words) if part
    )
