"""Write the search index at the end of a build: a list of records, or Pagefind."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.mkdocs.site_language import site_language
from mkdocs_briefings.pages.kinds import BY_NAME
from mkdocs_briefings.search import finds, pagefind, pagefind_order, record_files, site_words, spelling
from mkdocs_briefings.search.hand_written import written_find
from mkdocs_briefings.search.record import Find, Record, facets
from mkdocs_briefings.search.record_files import Address

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from mkdocs_briefings.build import Result
    from mkdocs_briefings.messages.message import Messages
    from mkdocs_briefings.search.pagefind import Shard
    from mkdocs_briefings.search.record_files import Located

log = logging.getLogger("mkdocs.plugins.briefings")

Engine = str
"""`pagefind`, an index of which a browser fetches parts, or `records`, a list that it scans as a whole."""
RECORDS = "search/records.js"
NAMES = "search/names.js"
SITE = "search/site.js"
SAID = "assets/search-said.js"
"""The messages of an opened search, in the language of the site; made with each build."""
OPENER, EARLY = "assets/search-open.js", "assets/search-early.js"
"""What every page has of the search: it fetches the rest, and early what Pagefind needs."""
_PATIENCE = 0.5
"""Seconds between two looks whether the index is still wanted."""


class Search:
    """The search of a site while MkDocs builds it: it gathers what the pages say, and writes at the end."""

    def __init__(self, *, serving: bool) -> None:
        self.serving = serving
        self.engines: tuple[Engine, ...] = ()
        self.written: dict[str, Find] = {}
        """Pages that are not made from the desk, by their Markdown paths; a dirty build keeps those of before."""

        self.say: Messages = messages("en")
        """Says what hits are called, in the language of the site."""

    def configure(self, config: MkDocsConfig) -> None:
        """Choose the engines."""
        self.engines = engines(serving=self.serving, directory_urls=config.use_directory_urls)

    def read(self, html: str, page: Page, config: MkDocsConfig) -> None:
        """Take what can be found on a page that is not made from the desk, unless it asks to be left out."""
        path = page.file.src_uri
        self.written.pop(path, None)
        asked = page.meta.get("search")
        if not (isinstance(asked, dict) and asked.get("exclude")):
            # MkDocs takes a title from the HTML of the first heading.
            self.written[path] = written_find(
                path, unescape(str(page.title)), html, self.say.of("found", "page"), site_language(config)
            )

    def write(self, result: Result, known: Files, config: MkDocsConfig) -> Work:
        """Begin to write what the engines search: Pagefind is a program of its own, and leaves time for other work."""
        desk = result.desk
        say = self.say
        kind = say.of("found", "page")
        home = Record("", kind, config.site_description or "", facets=facets(kind=kind))
        first = (page for page in result.pages if BY_NAME[page.kind].found_by == "site")
        found = (
            *(Find(one.path, config.site_name, (home,), lang=site_language(config)) for one in first),
            *finds(desk.corpus, desk.derived, desk.say, preview=self.serving, once=desk.reads),
            *(find for _, find in sorted(self.written.items())),
        )
        located = [
            (find, Address(file.url, file.dest_uri))
            for find in found
            if (file := known.src_uris.get(find.path)) is not None
        ]
        site = Path(config.site_dir)
        write_text(site / SITE, site_words.script(site_language(config), kind, located))
        write_text(site / NAMES, spelling.script(spelling.called(result.corpus, result.derived)))
        engines = self.engines
        return Work(lambda stopped: write(located, site, engines, stopped))


class Work:
    """Something that is done beside the rest of a build."""

    def __init__(self, work: Callable[[Event], None]) -> None:
        self.work = work
        self.stopped = Event()
        self.error: BaseException | None = None
        self.thread = Thread(target=self._run, name="search", daemon=True)
        self.thread.start()

    def _run(self) -> None:
        try:
            self.work(self.stopped)
        except BaseException as error:  # noqa: BLE001, raised again where it is waited for
            self.error = error

    def wait(self) -> None:
        """Wait for the end, and raise what was raised."""
        self.thread.join()
        if self.error is not None:
            raise self.error

    def stop(self) -> None:
        """Have it end soon: nobody wants it any more."""
        self.stopped.set()
        self.thread.join()


def engines(*, serving: bool, directory_urls: bool) -> tuple[Engine, ...]:
    """Choose the engines of a site.

    A preview is searched by records, made anew in no time with each build. Without directory URLs a site can also be
    opened as files, where browsers load no index, so it gets both.
    """
    if serving:
        return ("records",)
    return ("pagefind",) if directory_urls else ("pagefind", "records")


def openers(chosen: Sequence[Engine]) -> list[str]:
    """Name the scripts of the search that every page has."""
    return [EARLY, OPENER] if "pagefind" in chosen else [OPENER]


def scripts(chosen: Sequence[Engine]) -> list[str]:
    """Name the scripts of an opened search: words, front, then its engines, whose presence says which there are."""
    front = ("search-words", "search-hits", "search-list", "search")
    return [SAID, *(f"assets/{name}.js" for name in (*front, *(f"search-{engine}" for engine in chosen)))]


def write(
    finds: Sequence[Located], site: Path, chosen: Sequence[Engine], stopped: Event | None = None
) -> None:
    """Write what the engines search.

    Args:
        finds: what can be found, with the address of each page.
        site: the folder of the site.
        chosen: the engines.
        stopped: tells that nobody wants it any more.

    Raises:
        PluginError: Pagefind is missing or failed.

    """
    if "records" in chosen:
        write_text(site / RECORDS, record_files.script(finds))
    if "pagefind" in chosen:
        index = site / pagefind.FOLDER
        shutil.rmtree(index, ignore_errors=True)  # a dirty build leaves the old one
        names = []
        for shard in pagefind.shards(finds):
            run(shard, index / shard.name, stopped or Event())
            names.append(shard.name)
        write_text(index / "shards.json", f"{len(names)}\n")


def write_text(target: Path, text: str) -> None:
    """Write a file of the search, in a folder that need not be there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")


def run(shard: Shard, bundle: Path, stopped: Event) -> None:
    """Have Pagefind make a part of the index in a folder, unless nobody wants it any more.

    Raises:
        PluginError: Pagefind is missing or failed.

    """
    with tempfile.TemporaryDirectory(prefix="briefings-search-") as name:
        folder = Path(name)
        for path, html in shard.pages:
            (folder / path).write_text(html, encoding="utf-8", newline="\n")
        if stopped.is_set():
            return
        with subprocess.Popen(  # noqa: S603, our own interpreter, no shell
            command(shard, folder, bundle),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as process:
            said = _said(process, stopped)
    if stopped.is_set():
        return
    if process.returncode or not (bundle / "pagefind.js").is_file():
        raise PluginError(
            f"error: Pagefind, which makes the search index, failed: {said}\n"
            "  Install it again (`make site` here; elsewhere `pip install --force-reinstall 'pagefind[bin]'`), "
            "or build without search: `search: false` below `briefings` in mkdocs.yml"
        )
    for pattern in shard.unused:
        for one in bundle.glob(pattern):
            one.unlink()
    _put_in_order(bundle)


def _put_in_order(bundle: Path) -> None:
    """Have the same pages make the same files."""
    files = {
        one.relative_to(bundle).as_posix(): one.read_bytes()
        for pattern in pagefind_order.OUT_OF_ORDER
        for one in bundle.glob(pattern)
    }
    try:
        made = pagefind_order.ordered(files)
    except ValueError:
        log.info(
            "the installed Pagefind writes its index in a form that is not known here: "
            "its files will differ from build to build. Install 1.5 to have the same"
        )
        return
    for path, data in made.items():
        if data is None:
            (bundle / path).unlink()
        else:
            (bundle / path).write_bytes(data)


def _said(process: subprocess.Popen[str], stopped: Event) -> str:
    """Wait for Pagefind, and give the last line that it printed."""
    while True:
        try:
            printed, _ = process.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            if stopped.is_set():
                process.kill()
        else:
            return (printed.strip().splitlines() or ["it printed nothing"])[-1]


def command(shard: Shard, pages: Path, bundle: Path) -> list[str]:
    """Return the command that indexes slim pages; a file `pagefind.py` beside mkdocs.yml is not meant."""
    return [sys.executable, "-P", "-m", "pagefind", *shard.arguments(pages, bundle)]
