"""The files that we add to those of a site: pages, what leaves beside them, cards, words, styles and scripts."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from mkdocs_briefings import outputs
from mkdocs_briefings.files import collector
from mkdocs_briefings.files.kept_drawings import KeptDrawings
from mkdocs_briefings.messages import for_scripts
from mkdocs_briefings.mkdocs import bundles, generated
from mkdocs_briefings.mkdocs.bundles import bundle
from mkdocs_briefings.mkdocs.card_drawing import NoCardsError, style
from mkdocs_briefings.mkdocs.card_files import Cards, cards
from mkdocs_briefings.mkdocs.edit_links import found_at
from mkdocs_briefings.mkdocs.indexing import SAID, openers, scripts
from mkdocs_briefings.mkdocs.look import FORM_SCRIPTS, SCRIPTS, STYLES, THEME, WORDS, chosen_style
from mkdocs_briefings.mkdocs.output_files import write_outputs
from mkdocs_briefings.mkdocs.server import PANEL
from mkdocs_briefings.outputs.table import lacking

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_briefings.build import Result
    from mkdocs_briefings.mkdocs.session import Current, Session
    from mkdocs_briefings.pages.page import Page

log = logging.getLogger("mkdocs.plugins.briefings")


def add_ours(session: Session, current: Current, files: Files, config: MkDocsConfig) -> Files:
    """Add what we make; the edit link of each page leads to the file that made it."""
    preview, result, options = session.preview, current.result, current.options
    assert result is not None  # noqa: S101, MkDocs calls on_pre_build first
    current.links = preview.links() if preview else {}
    if preview is None:
        for path in PANEL:
            if (unwanted := files.get_file_from_path(path)) is not None:
                files.remove(unwanted)
    drawn = _cards(current, result, config)
    apart = current.stage.home if current.stage is not None and current.warm is not None else None
    with collector.uncollected():
        made = {**result.take_outputs(), **drawn.files}
        current.outputs = write_outputs(made, files, config, apart / "packed" if apart else None)
        del made
    collector.keep()
    heads = outputs.head(result.publication), drawn.head
    current.head = lambda page: "".join(head(page) for head in heads)
    current.has_cards = bool(drawn.shown)
    current.foot = outputs.foot(result.publication)
    if (without := lacking(current.settings)) and preview is None:
        log.info("not made: %s; set `site_url` in mkdocs.yml to have them", ", ".join(without))
    for file in _pages(current, result, files, config):
        files.append(file)
    say = result.desk.say
    search = session.search
    if search is not None:
        search.say = say
    said = (*for_scripts.PAGE, *(for_scripts.PREVIEW if preview else ()))
    files.append(File.generated(config, WORDS, content=for_scripts.script(say, said)))
    chosen = chosen_style(options.color, options.typeface)
    bundle(files, config, bundles.STYLE, STYLES, ours=THEME, more=chosen)
    bundle(
        files,
        config,
        bundles.SCRIPT,
        (*SCRIPTS, *(openers(search.engines) if search else [])),
        ours=THEME,
    )
    bundle(files, config, bundles.FORMS_SCRIPT, FORM_SCRIPTS, ours=THEME)
    if search:
        said = for_scripts.SEARCH
        files.append(File.generated(config, SAID, content=for_scripts.script(say, said)))
        bundle(files, config, bundles.SEARCH_STYLE, (bundles.SEARCH_STYLE,), ours=THEME)
        bundle(files, config, bundles.SEARCH_SCRIPT, scripts(search.engines), ours=THEME)
    current.files = files
    return files


def edit_uri(page: Page, result: Result, config: MkDocsConfig) -> str | None:
    """Give the path from the folder of hand-written pages to the file that a page was made from."""
    up = os.path.relpath(Path(config.config_file_path).parent, config.docs_dir).replace(os.sep, "/")
    path = found_at(page, result)
    return f"{up}/{path}" if path else None


def _cards(current: Current, result: Result, config: MkDocsConfig) -> Cards:
    """Draw the cards of the pages, if the site wants any and they can be drawn here."""
    wanted = outputs.pictures(result.publication)
    if wanted:
        options = current.options
        try:
            current.step("Drawing cards")
            chosen = style(config, options.color, options.typeface)
            kept = KeptDrawings.of(current.root) if options.cache else None
            made = cards(wanted, chosen, current.settings.address, kept)
        except NoCardsError as error:
            current.warn(f"mkdocs.yml: briefings: outputs: {error}")
        else:
            for told in made.told:
                log.info("%s", told)
            return made
        finally:
            current.step.end()
    return Cards()


def _pages(current: Current, result: Result, files: Files, config: MkDocsConfig) -> Iterable[File]:
    """Make the files of the generated pages."""

    def edit_uri_of(page: Page) -> str | None:
        return edit_uri(page, result, config)

    if current.options.render == "markdown":
        log.info("render: markdown: pages have no notes, filters or figures, because Markdown has none")
        return generated.files_of_markdown(result.pages, config, edit_uri_of)
    current.shared = generated.shared(result, files, config, current.plugin, current.links)
    current.shared.outputs = current.outputs.parts
    return generated.files_of(result.pages, current.shared, config, edit_uri_of)
