"""Find the file to edit for a page: its own, or the folder that a list is made from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_briefings.files.reader import lies_elsewhere
from mkdocs_briefings.pages.kinds import BY_NAME

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

    from mkdocs_briefings.build import Result
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.pages.page import Page


def written_by_hand(file: File, config: MkDocsConfig) -> str:
    """Return the file of a hand-written page below the site folder; empty for what a plugin made, or lies elsewhere."""
    root = Path(config.config_file_path).parent
    path = Path(file.abs_src_path) if file.abs_src_path else None
    return path.relative_to(root).as_posix() if path and path.is_relative_to(root) else ""


def found_at(page: Page, result: Result | None) -> str:
    """Return the file that a page was made from; empty if it is none of the repository that readers see."""
    absent = page.kind == "source" and result is not None and result.lock.path
    return "" if absent or lies_elsewhere(page.made_from) else page.made_from


def gathered_from(page: Page, result: Result, settings: Settings) -> str:
    """Return what a list was made from: a file, or a folder of files, which ends in a slash; empty for other pages."""
    match BY_NAME[page.kind].gathered_from:
        case "":
            return ""
        case "sources":
            hidden = result.lock.path or lies_elsewhere(settings.seeds_dir)
            return "" if hidden else f"{settings.seeds_dir}/"
        case "entities" if result.corpus.entities:
            return f"{settings.briefings_dir}/entities/"
        case "storylines" if result.corpus.storylines:
            return f"{settings.briefings_dir}/storylines.yml"
        case _:
            return f"{settings.briefings_dir}/"
