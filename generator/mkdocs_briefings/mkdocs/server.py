"""The server of the preview: it answers during builds, survives failures and reports problems to the browser."""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs_briefings.build import forget
from mkdocs_briefings.mkdocs import internals, preview
from mkdocs_briefings.mkdocs.answers import Answers
from mkdocs_briefings.mkdocs.clips import answering
from mkdocs_briefings.mkdocs.desk_page import desk_page
from mkdocs_briefings.mkdocs.failure import Where, failures, is_reported, warned
from mkdocs_briefings.mkdocs.preview import Files
from mkdocs_briefings.mkdocs.watching import Watcher
from mkdocs_briefings.model import dismissals
from mkdocs_briefings.model.addresses import DESK_STATUS
from mkdocs_briefings.model.problem import foremost
from mkdocs_briefings.report.location import KnownSpots, Located, Spot, locate, spots_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from mkdocs.config.base import Config
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from mkdocs_briefings.build import Kept, Memo, Result
    from mkdocs_briefings.mkdocs.answers import Application
    from mkdocs_briefings.mkdocs.preview import Notice, Preview, Tree
    from mkdocs_briefings.model.problem import Place, Problem
    from mkdocs_briefings.model.settings import Settings

log = logging.getLogger("mkdocs.plugins.briefings")

PACKAGE = Path(__file__).parents[1]
PROBLEMS = "problems.json"
_PAUSE = 0.05
"""Seconds without a change after which a build begins: an editor may write a file in several steps."""
_REST = 1.0
"""Seconds between two looks of an idle server, which a change or Ctrl-C wakes anyhow."""
PANEL = ("assets/panel.css", "assets/panel.js", "assets/clips.js")
"""What only the preview ships."""


class LoggedProblems(logging.Handler):
    """Remembers what MkDocs says of mkdocs.yml and of hand-written pages, which it tells the terminal only."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        lines = self.errors if record.levelno >= logging.ERROR else self.warnings
        if is_reported(text) and text not in lines:
            lines.append(text)

    def hear_of(self, config: Config) -> None:
        """Remember the options that nobody knows; ours end the reading of mkdocs.yml."""
        for key in internals.unknown_options(config):
            text = f"Config value '{key}': {internals.UNKNOWN.format(key=key)}"
            if text not in self.warnings:
                self.warnings.append(text)

    def forget(self) -> None:
        self.errors.clear()
        self.warnings.clear()

    def forget_links(self, *, pages: bool) -> None:
        """Forget what was said of links to anchors; with `pages`, of links to pages as well."""
        kept = [
            text
            for text in self.warnings
            if not (internals.LINK.match(text) and (pages or internals.ANCHOR in text))
        ]
        self.warnings[:] = kept


@dataclass(slots=True)
class Serving:
    """What lasts from one build of the preview to the next."""

    editor: str = ""
    """The address that opens a place in an editor, with `{path}`, `{line}` and `{column}`."""
    desk: str = ""
    """The address of the page of what is to do, from the first page of the site."""
    where: Where | None = None
    shown: Preview | None = None
    located: Sequence[Located] = ()
    """What was wrong with the desk when it was last read."""
    spots: KnownSpots = field(default_factory=dict)
    """Where that was: a file that is as it was is not read again for it."""
    error: Exception | None = None
    """What ended this build: MkDocs itself only says that there was something."""
    logged: LoggedProblems = field(default_factory=LoggedProblems)
    lines: dict[tuple[bytes, tuple[Place, ...]], list[int]] = field(default_factory=dict)
    """What was located for the links into the editor, by the bytes of a file and the places in it."""
    doubted: dict[tuple[bytes, tuple[Problem, ...]], list[Located]] = field(default_factory=dict)
    """The doubts of each file, by its bytes, so that none is read again for them."""
    server: LiveReloadServer | None = None
    awaited: int | None = None
    """The version that the server waits for, while it answers with the one before."""
    watcher: Watcher = field(default_factory=Watcher)
    answers: Answers | None = None
    update: Callable[[frozenset[str]], bool | None] | None = None
    """Brings the site up to date after edits of these files; false if it cannot, None if the next edit takes up the rest."""
    edited: frozenset[str] = frozenset()
    """The files of the site that were made from what was edited."""

    def listen(self) -> None:
        """Begin to remember what MkDocs says, until `close`."""
        logging.getLogger(internals.LOGGER).addHandler(self.logged)

    def close(self) -> None:
        """Leave nothing behind in the program that runs the preview."""
        logging.getLogger(internals.LOGGER).removeHandler(self.logged)

    def configure(self, config: MkDocsConfig, editor: str) -> None:
        """Load the panel on every page; let nothing that is wrong end the preview."""
        self.editor = editor
        self.desk = f"{DESK_STATUS.removesuffix('.md')}{'/' if config.use_directory_urls else '.html'}"
        self.where = Where(Path(config.config_file_path).absolute(), Path(config.docs_dir), self.link)
        style, *scripts = PANEL
        # Not into the lists that are there: MkDocs has one default for all builds.
        config.extra_css = [*config.extra_css, style]
        config.extra_javascript = [*config.extra_javascript, *scripts]
        # Strict mode guards what is published; here it would refuse what the panel tells anyhow.
        internals.count_no_warnings()
        # At the first build, MkDocs has told of options that nobody knows before it told that this is a preview.
        self.logged.hear_of(config)
        self.watch([config.theme.custom_dir] if config.theme.custom_dir else [])

    def build(self, tree: Tree, settings: Settings, memo: Memo, kept: Kept) -> Preview:
        """Build all that is sound; what is not is shown as it was when it was. No page is made yet, but for stubs."""
        before = self.shown.files if self.shown else Files({})
        self.shown = preview.sound_tree(tree, before, settings, memo, kept)
        forget(memo, tree, self.shown.files.tree)
        return self.shown

    def complete(self, shown: Preview, tree: Tree) -> Result:
        """Make the pages of what was built, and that of what the desk has still to do."""
        pages = (*shown.result.pages, desk_page(shown.result, tree))
        result = replace(shown.result, follows=shown.result.derived, given=pages)
        self.shown = replace(shown, result=result)
        return result

    def write(self, site: Path, failed: Iterable[Notice] = (), *, state: str = "done") -> None:
        """Write what the panel shows into a site, in one go: a browser may be reading it."""
        assert self.where is not None  # noqa: S101, `configure` came first
        notices = [*failed, *(preview.notice(one, self.link(one.spot)) for one in self.located)]
        notices += warned(self.logged.warnings, self.where)
        if state == "done":
            notices += [preview.notice(one, self.link(one.spot)) for one in self.doubts()]
        held, left_out = (self.shown.held, self.shown.left_out) if self.shown else ((), ())
        part = site / f"{PROBLEMS}.part"
        desk = self.desk if self.shown else ""
        told = {"state": state, "desk": desk, **preview.panel(notices, held, left_out)}
        part.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
        part.replace(site / PROBLEMS)

    def doubts(self) -> Iterator[Located]:
        """Locate what a reviewer should look at first in what is shown, and nobody has dismissed."""
        if self.shown is None:
            return
        result, tree = self.shown.result, self.shown.files.tree
        found: defaultdict[str, list[Problem]] = defaultdict(list)
        for one in foremost(dismissals.left(result.doubts, tree, result.settings)):
            found[one.place.path].append(one)
        before, self.doubted = self.doubted, {}
        for path, problems in found.items():
            key = (tree.get(path, b""), tuple(problems))
            self.doubted[key] = before.get(key) or locate(problems, tree)
            yield from self.doubted[key]

    def link(self, spot: Spot) -> str:
        """Return the address that opens a place in the editor that is set; empty if none is."""
        return preview.editor_link(self.editor, self.where.root, spot) if self.editor and self.where else ""

    def links(self) -> dict[str, dict[str, str]]:
        """Return the links into the editor, as HTML, by page and anchor (none: the page as a whole)."""
        if not self.editor or self.shown is None:
            return {}
        wanted: dict[str, list[tuple[str, str, Place]]] = {}
        for target, place in preview.origins(self.shown.result.corpus):
            wanted.setdefault(place.path, []).append((target.page, target.anchor, place))
        made: dict[str, dict[str, str]] = {}
        before, self.lines = self.lines, {}
        for path, things in wanted.items():
            places = tuple(place for _, _, place in things)
            # A file has to be read again for that: once for each of its versions.
            key = (self.shown.files.tree.get(path, b""), places)
            lines = self.lines[key] = before.get(key) or _lines(path, *key)
            for (page, anchor, _), line in zip(things, lines, strict=True):
                href = escape(self.link(Spot(path, line, 1)))
                html = f'<a class="b-goto" data-pagefind-ignore href="{href}">edit line {line}</a>'
                made.setdefault(page, {})[anchor] = html
        return made

    def start(
        self, server: LiveReloadServer, builder: Callable[..., Any], folders: Iterable[Path | str]
    ) -> None:
        """Take over a server: what it watches, how it builds, when it answers."""
        self.server = server
        internals.observe(server, self.watcher)
        server.build_delay = _PAUSE
        server.shutdown_delay = _REST
        application = cast("Application", server.get_app())
        clipping = answering(
            application, server.mount_path, lambda: self.shown.result.corpus if self.shown else None
        )
        self.answers = Answers(clipping, server.mount_path)
        server.set_app(self.answers)
        self.watch([*folders, *own_folders()])
        server.builder = self._tolerant(builder)

    def watch(self, folders: Iterable[Path | str]) -> None:
        """Watch folders that MkDocs does not, each once."""
        for folder in map(Path, folders):
            if self.server is not None:
                internals.watch(self.server, folder)

    def _tolerant(self, builder: Callable[..., Any]) -> Callable[..., Any]:
        """Wrap MkDocs' builder, which ends in an exception if anything is wrong.

        MkDocs would then let every request wait until a build succeeds. Returning as if all were well has it
        answer with the site that stays up, and reload the pages that are open: their panel says what failed.
        """

        def build_or_report(*args: Any, **kwargs: Any) -> None:
            self.error = None
            changed = self.watcher.taken()
            self.answer()
            if self._is_updated(changed):
                return
            self.logged.forget()
            try:
                builder(*args, **kwargs)
            except (Exception, SystemExit) as raised:  # noqa: BLE001, whatever failed, the old site stays up
                told = failures(self.error or raised, self.logged.errors, self.where) if self.where else []
                text = "\n".join(map(str, told)) or raised
                log.error("the build failed, the old site stays up\n%s", text)  # noqa: TRY400, editors need no traceback
                if self.server is not None and told:
                    self.write(Path(self.server.root), told)
            finally:
                if self.answers is not None:
                    self.answers.end()
                self.settle()

        return build_or_report

    def _is_updated(self, changed: frozenset[Path]) -> bool:
        """Bring the site up to date without a whole build, if that is possible."""
        if self.server is None or self.answers is None or self.where is None or self.update is None:
            return False
        root = self.where.root
        if not all(path.is_relative_to(root) for path in changed):
            return False
        done: bool | None = False
        try:
            done = self.update(frozenset(path.relative_to(root).as_posix() for path in changed))
        except Exception as error:  # noqa: BLE001, whatever it was, a whole build mends or tells it
            log.info("building all pages, because the edit could not be taken up alone: %r", error)
        if done is False:
            return False
        if done:
            if self.answers.end():
                internals.show(self.server)
            self.write(Path(self.server.root))
        # Browsers have what there is; none need load it again.
        self.awaited = internals.version(self.server)
        self.settle()
        return True

    # What waits for an update

    def first(self) -> frozenset[str]:
        return self.edited | self.answers.open_files() if self.answers else self.edited

    def right(self, file: str) -> None:
        if self.answers is not None:
            self.answers.right.add(file)

    def look(self) -> None:
        if self.server is not None:
            self.write(Path(self.server.root), state="settling")
            internals.show(self.server)

    def forget_links(self, *, pages: bool) -> None:
        self.logged.forget_links(pages=pages)

    def is_impatient(self) -> bool:
        return self.server is not None and internals.is_wanted(self.server)

    def answer(self) -> None:
        """Have the server answer with the old pages while new ones are built beside them."""
        if self.server is not None:
            self.awaited = internals.answer(self.server)
            if self.answers is not None:
                self.answers.begin()
            self.write(Path(self.server.root), state="settling")

    def settle(self) -> None:
        """Have requests wait again, for the moment in which the new pages take the place of the old."""
        if self.server is not None and self.awaited is not None:
            internals.wait(self.server, self.awaited)
            self.awaited = None


def _lines(path: str, data: bytes, places: tuple[Place, ...]) -> list[int]:
    spots = spots_of(path, data, list(places))
    return [spots[place].line for place in places]


def own_folders() -> list[Path]:
    """Name the folders of templates that somebody may be changing: those of a checkout, not of an installation."""
    if {"site-packages", "dist-packages"} & set(PACKAGE.parts):
        return []
    return [PACKAGE / "theme"]
