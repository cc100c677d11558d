"""Publish a site that was built before from the same, instead of building it again; quotations are held against the texts."""

from __future__ import annotations

import logging
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mkdocs_briefings.files import kept_sites
from mkdocs_briefings.mkdocs import clock, internals
from mkdocs_briefings.mkdocs.build_key import UnknownInputError, key
from mkdocs_briefings.mkdocs.progress import LOGGER as PROGRESS
from mkdocs_briefings.pages.phrases import counted
from mkdocs_briefings.report.summary import basis, summary
from mkdocs_briefings.resolve import passages_again

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_briefings.build import Result
    from mkdocs_briefings.files.joined_files import Pack
    from mkdocs_briefings.files.kept_sites import KeptSite, KeptSites
    from mkdocs_briefings.files.publish import Stage
    from mkdocs_briefings.model.settings import Settings

log = logging.getLogger("mkdocs.plugins.briefings")


class _Heard(logging.Handler):
    """Remembers what a build says, but not how far it is."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[tuple[str, int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name != PROGRESS:
            self.lines.append((record.name, record.levelno, record.getMessage()))


@dataclass(slots=True)
class Warm:
    """A build, and the sites that are kept of its desk."""

    sites: KeptSites
    key: str
    told: _Heard = field(default_factory=_Heard)
    summary: str = ""
    """Of the kept site that is published; empty where the site is built."""
    is_kept: bool = False
    """Whether the site is that of a build before."""
    brought: Path | None = None
    """Where it lies; None where it is published already."""

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Remember what is said meanwhile."""
        self.listen()
        try:
            yield
        finally:
            self.leave()

    def listen(self) -> None:
        logging.getLogger(internals.LOGGER).addHandler(self.told)

    def leave(self) -> None:
        logging.getLogger(internals.LOGGER).removeHandler(self.told)

    def bring(self, stage: Stage, tree: Mapping[str, bytes]) -> bool:
        """Bring the site that was built from the same; false where there is none, or it does not hold.

        Args:
            stage: where it is published.
            tree: the files of the desk, whose texts must have all passages of the site.

        """
        site = self.sites.find(self.key)
        if site is None or (verified := _verified(site, tree)) is None:
            return False
        if not kept_sites.stands(site, stage.site):
            self.brought = stage.apart()
            if not kept_sites.bring(site, self.brought):
                return False
        self.is_kept = True
        self.summary = (
            f"nothing has changed since a build before, and the site is the same: {site.facts['summary']}; "
            f"{counted(verified, 'passage')} held against the texts again"
        )
        for name, level, text in site.facts["told"]:
            logging.getLogger(name).log(level, "%s", text)
        return True

    def keep(self, site: Path, result: Result, tree: Mapping[str, bytes], outputs: Pack) -> None:
        """Keep a site that was built. Whatever hinders that, the site is published.

        One that nothing dates has the day of its build on it, and is another one tomorrow.
        """
        if clock.given() is None:
            return
        rows = passages_again.rows(result.corpus)
        facts = {
            "passages": rows,
            "told": self.told.lines,
            "summary": f"{summary(result)}; {basis(result)}",
        }
        if passages_again.verified(rows, tree) is None:
            return
        with suppress(OSError):
            self.sites.keep(self.key, site, facts, outputs)


def warm(
    config: MkDocsConfig, settings: Settings, tree: Mapping[str, bytes], own: object, root: Path
) -> Warm | None:
    """Look for what is kept of a desk; None where nothing can be, of which only the log of debugging tells.

    Args:
        config: that of MkDocs.
        settings: those of the build.
        tree: the files of the desk.
        own: our plugin.
        root: the folder of mkdocs.yml.

    """
    sites = kept_sites.KeptSites.of(root)
    if sites is None:
        log.debug("no site is kept: this user has no folder for state")
        return None
    try:
        return Warm(sites, key(config, settings, tree, own))
    except UnknownInputError as why:
        log.debug("no site is kept: %s", why)
    except OSError as error:
        log.debug("no site is kept: %s", error)
    return None


def _verified(site: KeptSite, tree: Mapping[str, bytes]) -> int | None:
    try:
        return passages_again.verified(site.facts["passages"], tree)
    except (KeyError, TypeError, ValueError):
        return None
