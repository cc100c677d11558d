"""What the plugin holds: what lasts from one build to the next, and what one build holds."""

from __future__ import annotations

import logging
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_briefings.build import Kept
from mkdocs_briefings.files.joined_files import NOTHING
from mkdocs_briefings.files.reader import KnownFiles
from mkdocs_briefings.mkdocs import clock
from mkdocs_briefings.mkdocs.progress import Steps
from mkdocs_briefings.model.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.plugins import BasePlugin
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from mkdocs_briefings.build import Memo, Result
    from mkdocs_briefings.files.joined_files import Pack
    from mkdocs_briefings.files.publish import Stage
    from mkdocs_briefings.mkdocs import generated
    from mkdocs_briefings.mkdocs.indexing import Search, Work
    from mkdocs_briefings.mkdocs.options import BriefingsConfig
    from mkdocs_briefings.mkdocs.server import Serving
    from mkdocs_briefings.mkdocs.shells import Shells
    from mkdocs_briefings.mkdocs.warm import Warm
    from mkdocs_briefings.pages.page import Page

log = logging.getLogger("mkdocs.plugins.briefings")


@dataclass(slots=True)
class Session:
    """What lasts from one build to the next, from the start of MkDocs to its end."""

    serving: bool = False
    dirty: bool = False
    memo: Memo = field(default_factory=dict)
    language: str = ""
    """Of the site, at the last build."""
    kept: Kept = field(default_factory=Kept)
    preview: Serving | None = None
    search: Search | None = None
    fonts: tuple[str, ...] = ()
    """Those that every page wants first."""
    told_format: bool = False
    """Whether the log says that there is a newer format."""
    address: str = ""
    """The name or the address that a preview is bound to."""
    known: KnownFiles = field(default_factory=KnownFiles)
    """The files of the desk, as they were read last."""
    undo: list[Callable[[], None]] = field(default_factory=list)
    """Leaves the program that runs MkDocs as it was."""

    def speak(self, language: str) -> None:
        """Forget what was parsed in another language of the site: where a file gives none, that is its own."""
        if self.language != language:
            self.memo.clear()
            self.language = language


@dataclass(slots=True)
class Current:
    """What one build holds."""

    plugin: BasePlugin[BriefingsConfig]
    config: MkDocsConfig
    root: Path
    site: str
    """The folder of the site, as it is set."""
    moment: str | None
    """What the environment says of the moment of the build."""
    stage: Stage | None = None
    published: bool = False
    """Whether the stage has taken the place of the old site, which may still come back."""
    settings: Settings = field(default_factory=Settings)
    tree: Mapping[str, bytes] = field(default_factory=dict)
    """The files of the desk."""
    warm: Warm | None = None
    """The sites of before; None where none can be kept."""
    result: Result | None = None
    warnings: list[str] = field(default_factory=list)
    """What we warned of: MkDocs counts none where it prints none."""
    pages: dict[str, Page] = field(default_factory=dict)
    files: Files | None = None
    outputs: Pack = NOTHING
    """What was written beside the pages; MkDocs has no files of these."""
    nav: Navigation | None = None
    env: Environment | None = None
    shared: generated.Pages | None = None
    """What the generated pages have in common; None where MkDocs makes them from Markdown."""
    shells: Shells | None = None
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    head: Callable[[Page | None], str] = field(default=lambda _: "")
    """Writes what outputs put into the head of a page; None stands for one written by hand."""
    has_cards: bool = False
    """Whether every page has a picture that is shown beside links to it."""
    foot: Callable[[Page], str] = field(default=lambda _: "")
    """Writes what outputs put below a generated page."""
    step: Steps = field(default_factory=lambda: Steps(None, str))
    """Tells of what takes long."""
    searching: Work | None = None
    """The making of the search, beside that of the pages."""
    rendering: ExitStack = field(default_factory=ExitStack)
    """What holds while templates are filled."""

    @property
    def options(self) -> BriefingsConfig:
        """What mkdocs.yml says below `briefings`."""
        return self.plugin.config

    def warn(self, text: str) -> None:
        """Warn of something; strict mode refuses what was warned of."""
        self.warnings.append(text)
        log.warning("%s", text)

    @property
    def is_kept(self) -> bool:
        """Whether the site is published as a build before left it, so that nothing is made."""
        return self.warm is not None and self.warm.is_kept

    def end(self) -> None:
        """Leave nothing behind, whatever ended the build: the old site is back, and everything is set as it was."""
        self.step.end()
        if self.searching is not None:
            self.searching.stop()
        if self.stage is not None and self.published:
            self.stage.take_back()
        elif self.stage is not None:
            self.stage.drop()
        self.over()

    def over(self) -> None:
        """Set everything as it was."""
        self.rendering.close()
        if self.warm is not None:
            self.warm.leave()
        self.stage = None
        self.config.site_dir = self.site
        clock.undate(self.moment)
