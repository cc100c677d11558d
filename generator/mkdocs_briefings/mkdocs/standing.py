"""Have the site of a preview follow an edit of its desk, as long as what stands can be changed in part."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_briefings.files import collector
from mkdocs_briefings.mkdocs import generated
from mkdocs_briefings.mkdocs.added_files import edit_uri
from mkdocs_briefings.mkdocs.desk_build import build_desk, read_desk
from mkdocs_briefings.mkdocs.update import Standing, is_plain, navigation
from mkdocs_briefings.pages.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_briefings.build import Result
    from mkdocs_briefings.mkdocs.session import Current, Session
    from mkdocs_briefings.pages.page import Page

log = logging.getLogger("mkdocs.plugins.briefings")


def stand(session: Session, current: Current) -> Standing | None:
    """Keep the site of a preview, so that an edit of the desk changes it in part; None if that is not possible."""
    config, files, result = current.config, current.files, current.result
    if current.shared is None or files is None or result is None or session.dirty:
        return None
    if current.nav is None or current.env is None or not is_plain(config, current.plugin):
        return None

    def shared() -> generated.Pages:
        assert current.result is not None  # noqa: S101, it was built
        return generated.shared(current.result, files, config, current.plugin, current.links)

    def edit_uri_of(page: Page) -> str | None:
        assert current.result is not None  # noqa: S101, it was built
        return edit_uri(page, current.result, config)

    def made(page: Page) -> generated.GeneratedFile:
        assert current.shared is not None  # noqa: S101, pages are generated
        (file,) = generated.files_of([page], current.shared, config, edit_uri_of)
        return file

    standing = Standing(
        current,
        session.search,
        files,
        current.nav,
        current.env,
        shared,
        made,
        edit_uri_of,
        Path(current.site),
        navigation(config, result),
    )
    standing.remember(result.pages)
    return standing


def follow(
    session: Session, current: Current, standing: Standing | None, changed: frozenset[str]
) -> bool | None:
    """Bring the site of a preview up to date; see `Serving.update`."""
    preview = session.preview
    folders = (current.settings.briefings_dir, current.settings.seeds_dir)
    if standing is None or preview is None or not all(_is_below(path, folders) for path in changed):
        return False
    begun = time.monotonic()
    session.known.forget(changed)

    def hurry(result: Result) -> None:
        current.result = result
        current.links = preview.links()
        standing.hurry(result, changed, preview)

    result = build_desk(session, current, *read_desk(current.root, current.settings, session.known), hurry)
    if standing.is_another_navigation(result):
        return False
    current.links = preview.links()
    preview.edited = standing.edited(result, changed)
    with collector.uncollected():
        count = standing.update(result, preview)
    if count is None:
        return None
    log.info("Done: %s written in %.2f seconds", counted(count, "page"), time.monotonic() - begun)
    return True


def _is_below(path: str, folders: Iterable[str]) -> bool:
    return any(path == folder or path.startswith(f"{folder}/") for folder in folders)
