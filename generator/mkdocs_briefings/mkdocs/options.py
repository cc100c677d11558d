"""The options of the plugin, and the settings of a build that follow from them."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError
from mkdocs.exceptions import PluginError
from rapidfuzz import fuzz, process

from mkdocs_briefings.files.reader import lies_elsewhere
from mkdocs_briefings.mkdocs import clock
from mkdocs_briefings.mkdocs.admission import is_name
from mkdocs_briefings.mkdocs.look import TYPEFACES
from mkdocs_briefings.mkdocs.site_language import site_language
from mkdocs_briefings.model import desk_format, homepage
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.outputs.table import DEFAULT, NAMES

if TYPE_CHECKING:
    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig

_NEAR = 70
"""How alike an option must be (0 to 100) to be taken for what was meant."""


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


class _FolderOption(c.Type[str]):
    """A folder, by its path from that of mkdocs.yml; `elsewhere` it may lie beside that."""

    def __init__(self, default: str, *, elsewhere: bool = False) -> None:
        super().__init__(str, default=default)
        self.elsewhere = elsewhere

    def run_validation(self, value: object) -> str:
        given: str = super().run_validation(value)
        folder = posixpath.normpath(given.strip() or ".")
        if folder == "." or "\\" in folder or posixpath.isabs(folder) or re.match("[A-Za-z]:", folder):
            raise ValidationError(
                f"`{given}` is not a folder of the site; write its path from mkdocs.yml, such as `{self.default}`"
            )
        if lies_elsewhere(folder) and not self.elsewhere:
            raise ValidationError(f"`{given}` leads out of the site folder")
        return folder


class _ShareOption(c.Optional[float]):
    def __init__(self) -> None:
        super().__init__(c.Type((int, float)))

    def run_validation(self, value: object) -> float | None:
        share: float | None = super().run_validation(value)
        if share is not None and (isinstance(value, bool) or not 0 <= share <= 1):
            raise ValidationError(
                f"`{value}` is not a share; write a number from 0 to 1, such as 0.3 for 30 %"
            )
        return share


class _ColorOption(c.Optional[str]):
    def __init__(self) -> None:
        super().__init__(c.Type(str))

    def run_validation(self, value: object) -> str | None:
        color: str | None = super().run_validation(value)
        if color is not None and not re.fullmatch("#(?:[0-9A-Fa-f]{3}){1,2}", color):
            raise ValidationError(f"`{color}` is not a colour; write it as `'#7a1f3d'`, in quotation marks")
        return color


class _AddressOption(c.Optional[str]):
    """An address with a place for the path of a file."""

    def __init__(self) -> None:
        super().__init__(c.Type(str))

    def run_validation(self, value: object) -> str | None:
        template: str | None = super().run_validation(value)
        if template is not None and not re.match(r"[a-z][a-z0-9+.-]*://.*\{path\}", template):
            raise ValidationError(f"`{template}` is not an address with `{{path}}` in it")
        return template


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
    briefings_dir = _FolderOption("briefings")
    seeds_dir = _FolderOption("seeds", elsewhere=True)
    as_of = c.Optional(c.Type((str, dt.date)))
    """A day (`2026-01-24`), or `today`; the day of the newest source if left out."""
    max_share = _ShareOption()
    """The greatest share of a source's words that pages print, from 0 to 1."""
    manual = c.Type(bool, default=False)
    """Publish the editors' manual with the site."""
    index_people = c.Type(bool, default=False)
    """Let search engines list the pages of persons; the site's own search finds them in any case."""
    color = _ColorOption()
    """The colour of the head of each page, such as `#7a1f3d`; one of Material's is `palette: primary` of the theme."""
    typeface = c.Choice(tuple(TYPEFACES), default="serif")
    """What text is set in: the fonts that come with the site, or those of the reader's system."""
    home = c.ListOfItems(c.Choice(homepage.SECTIONS), default=list(homepage.SECTIONS))
    """The sections of the first page, in order."""
    render = c.Choice(("html", "markdown"), default="html")
    """Whether generated pages are written as HTML, or as Markdown that MkDocs renders as it does other pages."""
    search = c.Type(bool, default=True)
    """Give the site a search."""
    outputs = c.ListOfItems(c.Choice(NAMES), default=list(DEFAULT))
    """What leaves the site beside its pages."""
    feed_claims = _Count(default=5)
    """In how many claims an entity must be named to have a feed of its own."""
    cache = c.Type(bool, default=True)
    """Keep built sites in `.cache/briefings`, and publish one again whose input is the same."""
    edit_url = _AddressOption()
    """Where the hosting edits a file, `{path}` its path: `https://github.com/ORG/REPO/edit/main/{path}`."""
    editor = _AddressOption()
    """The address that opens a place in an editor, for the preview: `vscode://file/{path}:{line}:{column}`."""
    hosts = c.ListOfItems(_Host(), default=[])
    """Further names by which the preview may be called."""

    def _validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Refuse options that there are not: MkDocs only warns of them, and commands show no warnings of MkDocs."""
        failed, _ = super()._validate()
        names = [name for name, _ in self._schema]
        for key in sorted(map(str, self.keys() - set(names))):
            near = process.extractOne(key, names, scorer=fuzz.ratio, score_cutoff=_NEAR)
            hint = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(sorted(names))}"
            failed.append((key, ValidationError(f"there is no such option; {hint}")))
        return failed, []


def settings_of(config: MkDocsConfig, options: BriefingsConfig, *, preview: bool, own_home: bool) -> Settings:
    """Read the settings of a site.

    Raises:
        PluginError: `as_of` is no day, or the environment names no moment.

    """
    return Settings(
        briefings_dir=options.briefings_dir,
        seeds_dir=options.seeds_dir,
        title=config.site_name,
        description=config.site_description or "",
        language=site_language(config),
        as_of=_day(options.as_of),
        max_share=None if preview else options.max_share,
        preview=preview,
        own_home=own_home,
        manual=options.manual,
        index_people=options.index_people,
        home=tuple(dict.fromkeys(options.home)),
        address=config.site_url or "",
        directory_urls=config.use_directory_urls,
        outputs=tuple(dict.fromkeys(options.outputs)),
        feed_claims=options.feed_claims,
        desk_format=options.format,
    )


def keep_apart(config: MkDocsConfig, settings: Settings) -> None:
    """See that what the desk keeps is neither published as it is nor overwritten.

    Raises:
        PluginError: two folders lie within each other.

    """
    root = Path(config.config_file_path).parent.resolve()
    desk = {"briefings_dir": settings.briefings_dir, "seeds_dir": settings.seeds_dir}
    where = {name: (root / folder).resolve() for name, folder in desk.items()}
    if _overlap(*where.values()):
        raise PluginError("mkdocs.yml: briefings: `briefings_dir` and `seeds_dir` lie within each other")
    others = {"docs_dir": Path(config.docs_dir).resolve(), "site_dir": Path(config.site_dir).resolve()}
    for (name, folder), (other, path) in product(where.items(), others.items()):
        if not _overlap(folder, path) or (other == "docs_dir" and _is_excluded(config, folder, path)):
            continue
        what = (
            "would publish its files as they are; move it, or name it below `exclude_docs`"
            if other == "docs_dir"
            else "writes the site there"
        )
        raise PluginError(
            f"mkdocs.yml: briefings: `{name}: {desk[name]}` and `{other}` lie within each other, and MkDocs {what}"
        )


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _is_excluded(config: MkDocsConfig, folder: Path, docs: Path) -> bool:
    """Return whether a folder lies in that of the hand-written pages, but no file of it is one of theirs."""
    excluded = config.exclude_docs
    return (
        folder.is_relative_to(docs)
        and excluded is not None
        and all(
            excluded.match_file((folder / f"a{suffix}").relative_to(docs).as_posix())
            for suffix in (".txt", ".yml", ".md")
        )
    )


def has_home(config: MkDocsConfig) -> bool:
    """Return whether a site has a first page written by hand."""
    return homepage.is_own(lambda name: (Path(config.docs_dir) / name).is_file(), config.exclude_docs)


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
