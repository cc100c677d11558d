"""The options of the plugin, and the settings of a build that follow from them."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError
from mkdocs.exceptions import PluginError
from mkdocs.theme import Theme

from mkdocs_briefings.mkdocs import clock
from mkdocs_briefings.mkdocs.admission import is_name
from mkdocs_briefings.model import desk_format, homepage
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.outputs.table import DEFAULT, NAMES

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class _Host(c.Type[str]):
    def __init__(self) -> None:
        super().__init__(str)

    def run_validation(self, value: object) -> str:
        name: str = super().run_validation(value)
        if not is_name(name):
            raise ValidationError(f"`{name}` is not a host name; write it without `http://` and port")
        return name


class _Count(c.Type[int]):
    def __init__(self, default: int) -> None:
        super().__init__(int, default=default)

    def run_validation(self, value: object) -> int:
        number: int = super().run_validation(value)
        if isinstance(value, bool) or number < 1:
            raise ValidationError(f"`{value}` is not a whole number from 1 on")
        return number


class _Format(c.Type[int]):
    def __init__(self) -> None:
        super().__init__(int, default=desk_format.UNNAMED)

    def run_validation(self, value: object) -> int:
        named: int = super().run_validation(value)
        if why := desk_format.refusal(named):
            raise ValidationError(why)
        return named


class BriefingsConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' own
    """The options of the plugin in mkdocs.yml."""

    format = _Format()
    """The format of the desk's files; `briefings check --fix` brings them to the present one."""
    briefings_dir = c.Type(str, default="briefings")
    seeds_dir = c.Type(str, default="seeds")
    as_of = c.Optional(c.Type((str, dt.date)))
    """A day (`2026-01-24`), or `today`; the day of the newest source if left out."""
    max_share = c.Optional(c.Type((int, float)))
    """The greatest share of a source's words that pages print, from 0 to 1."""
    manual = c.Type(bool, default=False)
    """Publish the editors' manual with the site."""
    index_people = c.Type(bool, default=False)
    """Let search engines list the pages of persons; the site's own search finds them in any case."""
    render = c.Choice(("html", "markdown"), default="html")
    """Whether generated pages are written as HTML, or as Markdown that MkDocs renders as it does other pages."""
    search = c.Type(bool, default=True)
    """Give the site a search."""
    outputs = c.ListOfItems(c.Choice(NAMES), default=list(DEFAULT))
    """What leaves the site beside its pages."""
    feed_claims = _Count(default=5)
    """In how many claims an entity must be named to have a feed of its own."""
    edit_url = c.Optional(c.Type(str))
    """Where the hosting edits a file, `{path}` its path: `https://github.com/ORG/REPO/edit/main/{path}`."""
    editor = c.Optional(c.Type(str))
    """The address that opens a place in an editor, for the preview: `vscode://file/{path}:{line}:{column}`."""
    hosts = c.ListOfItems(_Host(), default=[])
    """Further names by which the preview may be called."""


def settings_of(config: MkDocsConfig, options: BriefingsConfig, *, preview: bool, own_home: bool) -> Settings:
    """Read the settings of a site.

    Raises:
        PluginError: `as_of` is no day, or the environment names no moment.

    """
    return Settings(
        briefings_dir=options.briefings_dir.strip("/"),
        seeds_dir=_folder(options.seeds_dir),
        title=config.site_name,
        description=config.site_description or "",
        language=language(config),
        as_of=_day(options.as_of),
        max_share=None if preview else options.max_share,
        preview=preview,
        own_home=own_home,
        manual=options.manual,
        index_people=options.index_people,
        address=config.site_url or "",
        directory_urls=config.use_directory_urls,
        outputs=tuple(dict.fromkeys(options.outputs)),
        feed_claims=options.feed_claims,
        desk_format=options.format,
    )


def language(config: MkDocsConfig) -> str:
    """Return the language of the site: that of its theme."""
    theme = config.get("theme")
    return str((theme.get("language") if isinstance(theme, Theme | dict) else "") or "en")


def has_home(config: MkDocsConfig) -> bool:
    """Return whether a site has a first page written by hand."""
    return homepage.is_own(lambda name: (Path(config.docs_dir) / name).is_file(), config.exclude_docs)


def _folder(path: str) -> str:
    """Name a folder as the paths of its files begin: `./seeds/` is `seeds`."""
    return posixpath.normpath(path.strip("/") or ".") if path.strip("/.") else path.strip("/")


def _day(value: object) -> dt.date | None:
    if value is None or isinstance(value, dt.date):
        return value
    text = str(value)
    if text == "today":
        try:
            return clock.today()
        except clock.MomentError as error:
            raise PluginError(str(error)) from error
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise PluginError(
            f"mkdocs.yml: briefings: as_of: `{text}` is not a day; write 2026-01-24 or today"
        ) from error


def address(option: str, template: str | None) -> str | None:
    """Check an address that an option gives.

    Raises:
        PluginError: it is no address, or leaves no room for a path.

    """
    if template is not None and not re.match(r"[a-z][a-z0-9+.-]*://.*\{path\}", template):
        raise PluginError(
            f"mkdocs.yml: briefings: {option}: `{template}` is not an address with `{{path}}` in it"
        )
    return template
