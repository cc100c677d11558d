"""Whole sites, built, served and looked at in a real browser: what the tests of this folder share."""

from __future__ import annotations

import functools
import http.client
import http.server
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.edit.seal import seal
from playwright.sync_api import sync_playwright

from tests.site import prepared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from playwright.sync_api import Browser, BrowserContext, Page

REPOSITORY = Path(__file__).parents[2]
DESK = Path(__file__).parents[1] / "desk"
BIN = Path(sys.executable).parent
SITE_URL = "https://desk.example/below/"
EDIT_URI = "https://forge.example/desk/edit/main/docs/"
SLOW = "was preloaded using link preload but not used within a few seconds"
"""What the browser says of a font that came too late for its page (`font-display: optional`): of a busy machine, not of the site."""
REMEDY = """\
No Chromium or Chrome for the browser tests. Do one of these:
  make test                                        (installs one as root on Debian, downloads one elsewhere)
  apt-get install chromium
  CHROMIUM=/path/to/chrome .venv/bin/pytest"""

SMALL = {
    "mkdocs.yml": """\
site_name: A small desk
theme: {name: material, font: false, custom_dir: overrides}
plugins: [briefings]
validation: {anchors: warn, omitted_files: warn, absolute_links: warn, unrecognized_links: warn}
""",
    "overrides/.keep": "",
    "docs/about.md": "# About\n\nA [briefing](briefings/first.md).\n",
    "seeds/report.txt": """\
---
id: report
title: The office closes
published: 2026-01-02
publisher: not stated
---
The office closes, its head said on Friday.
""",
    "briefings/2026-01-02-first.yml": """\
title: The office closes
sources: [report]
summary: |
  The office closes, its head says [@closes].
claims:
  closes:
    text: The office closes.
    said_by: its head
    quote: The office closes, its head said on Friday
""",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """A site folder of its own, to build, to change and to break."""

    root: Path

    @property
    def site(self) -> Path:
        return self.root / "site"

    def write(self, path: str, text: str) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        before = self.read(path)
        assert before.count(old) == 1, f"{path}: {old!r} stands there {before.count(old)} times"
        self.write(path, before.replace(old, new))

    def configure(self, **options: str) -> None:
        """Set options of mkdocs.yml, one line each."""
        text = self.read("mkdocs.yml")
        for name, value in options.items():
            text = re.sub(rf"^{name}:.*\n", "", text, flags=re.MULTILINE) + f"{name}: {value}\n"
        self.write("mkdocs.yml", text)

    def run(self, *command: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the environment here; give its exit code and what it printed, errors included."""
        around = environment() | env
        if prepared.can_run(command[0], around):
            return prepared.run(command, self.root, around, timeout=120)
        return subprocess.run(
            [BIN / command[0], *command[1:]],
            cwd=self.root,
            env=around,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="backslashreplace",
            timeout=120,
            check=False,
        )

    def build(self, **env: str) -> subprocess.CompletedProcess[str]:
        """Build strictly: for desks of a few lines."""
        return self.run("mkdocs", "build", "--strict", **env)

    def build_whole(self, **env: str) -> subprocess.CompletedProcess[str]:
        """Build, and let warnings be: a new one is no fault of what a test of a whole site is about."""
        return self.run("mkdocs", "build", **env)

    def leftovers(self) -> list[str]:
        """Name what a build should have cleared away."""
        return [path.name for path in self.root.iterdir() if path.name.startswith(".site")]


@dataclass(frozen=True, slots=True)
class Built:
    """The desk of the tests, copied and built."""

    desk: Desk
    output: str
    code: int

    @property
    def site(self) -> Path:
        return self.desk.site

    def first(self, folder: str) -> str:
        """Give the address of a page in `folder` that is not its index."""
        return f"{folder}/{min(path.name for path in (self.site / folder).iterdir() if path.is_dir())}/"


@dataclass(slots=True)
class Html:
    """What the tests ask of a page."""

    ids: list[str] = field(default_factory=list)
    article_ids: list[str] = field(default_factory=list)
    """Those that Markdown holds: without the theme's own (`__…`, `b-…`) and those of pictures drawn afterwards."""
    links: list[tuple[str, str, str]] = field(default_factory=list)
    """Tag, attribute, value of everything that leads or loads."""
    alternates: list[str] = field(default_factory=list)
    """The addresses of the same in other forms."""
    edit: str = ""
    h1: int = 0
    title: str = ""
    robots: str = ""


class _Reader(HTMLParser):
    LAYOUT = ("b-page", "b-columns", "b-newest", "b-lead", "b-side")
    LOADING = frozenset({"href", "src", "srcset", "action", "poster", "data", "content"})

    def __init__(self) -> None:
        super().__init__()
        self.html = Html()
        self.in_article = 0
        self.in_picture = 0
        self.in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.in_article += tag == "article"
        class_ = given.get("class", "")
        self.in_picture += tag == "div" and (
            self.in_picture > 0 or (class_.startswith("b-") and not class_.startswith(self.LAYOUT))
        )
        self.in_title = tag == "title"
        self.html.h1 += tag == "h1"
        if "id" in given:
            self.html.ids.append(given["id"])
            if self.in_article and not self.in_picture and not given["id"].startswith(("__", "b-")):
                self.html.article_ids.append(given["id"])
        if "alternate" in given.get("rel", "").split():
            self.html.alternates.append(given["href"])
        if given.get("rel") == "edit":
            self.html.edit = given["href"]
        if tag == "meta" and given.get("name") == "robots":
            self.html.robots = given["content"]
        for name in self.LOADING & given.keys():
            if name != "content" or given.get("http-equiv") == "refresh":
                self.html.links.append((tag, name, given[name]))

    def handle_endtag(self, tag: str) -> None:
        self.in_article -= tag == "article"
        self.in_picture -= tag == "div" and self.in_picture > 0
        self.in_title = self.in_title and tag != "title"

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.html.title += data


def read_html(text: str) -> Html:
    reader = _Reader()
    reader.feed(text)
    return reader.html


def environment() -> dict[str, str]:
    """Give the environment of the tests without what would let a clock or a banner in."""
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    return kept | {"NO_MKDOCS_2_WARNING": "1"}


def tree(folder: Path) -> dict[str, bytes]:
    """Read all files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def copy(root: Path, of: Path = DESK) -> Desk:
    """Copy the content of a desk to a folder; the code is the installed one."""
    for name in ("docs", "briefings", "seeds"):
        shutil.copytree(of / name, root / name, copy_function=shutil.copyfile)
    shutil.copyfile(of / "mkdocs.yml", root / "mkdocs.yml")
    desk = Desk(root)
    desk.configure(site_url=SITE_URL, edit_uri=EDIT_URI)
    return desk


def until(condition: Callable[[], object], what: str, seconds: float = 30) -> None:
    """Wait for a condition.

    Raises:
        AssertionError: it did not come true.

    """
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds} s for {what}"
        time.sleep(0.05)


def get(port: int, path: str, seconds: float) -> tuple[int, str]:
    """Ask a server on this machine for a page; one that does not answer in time fails the test."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()
    finally:
        connection.close()


class Preview:
    """`mkdocs serve` at work."""

    def __init__(self, desk: Desk, log: Path, command: tuple[str, ...] = ("mkdocs", "serve")) -> None:
        self.desk = desk
        self.log = log
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        # A shell that starts the tests in the background has them ignore SIGINT, and so would what they start.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                [BIN / command[0], *command[1:], "--dev-addr", f"127.0.0.1:{self.port}"],
                cwd=desk.root,
                env=environment() | {"PYTHONUNBUFFERED": "1"},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    @property
    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/below/"

    def get(self, path: str, seconds: float = 30) -> tuple[int, str]:
        """Ask for a page. While it builds, MkDocs lets requests wait; a build that failed must not."""
        return get(self.port, f"/below/{path}", seconds)

    def shows(self, path: str, words: str) -> None:
        """Wait until a page shows the words."""
        until(lambda: words in self.get(path)[1], f"{words!r} on /{path}; the terminal:\n{self.printed}")

    def says(self, words: str) -> None:
        """Wait until the terminal says the words."""
        until(lambda: words in self.printed, f"{words!r} in the terminal:\n{self.printed}")

    def started(self) -> bool:
        assert self.process.poll() is None, self.printed
        return "Serving on" in self.printed

    def stop(self) -> int:
        """Press Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=20)


@dataclass(slots=True)
class Visit:
    """A page in the browser, with everything that it complained about and asked for."""

    page: Page
    url: str
    complaints: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        response = self.page.goto(self.url + path)
        assert response is not None
        assert response.ok, f"{path}: {response.status}"
        return self.page

    def listen(self) -> None:
        self.page.on(
            "console",
            lambda said: (
                self.complaints.append(f"{self.page.url}: {said.text}")
                if said.type in {"error", "warning"} and SLOW not in said.text
                else None
            ),
        )
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self.page.on(
            "request",
            lambda asked: (
                None
                if asked.url.startswith(("http://127.0.0.1:", "data:", "blob:"))
                else self.outside.append(f"{self.page.url}: {asked.url}")
            ),
        )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build a copy of the desk of the tests, once."""
    desk = copy(tmp_path_factory.mktemp("built"))
    done = desk.build_whole()
    assert done.returncode == 0, done.stdout
    return Built(desk, done.stdout, done.returncode)


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build a copy of this repository's content, strictly."""
    desk = copy(tmp_path_factory.mktemp("repository"), REPOSITORY)
    done = desk.build()
    return Built(desk, done.stdout, done.returncode)


@pytest.fixture(scope="session")
def pages(built: Built) -> Mapping[str, Html]:
    """Read every page of the built site, by its path below it."""
    return {
        path.relative_to(built.site).as_posix(): read_html(path.read_text(encoding="utf-8"))
        for path in sorted(built.site.rglob("*.html"))
        if not path.is_relative_to(built.site / "assets")
    }


@pytest.fixture(scope="session")
def served(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the built site below a path, as `site_url` says; give its address."""
    folder = tmp_path_factory.mktemp("www")
    (folder / "below").symlink_to(built.site, target_is_directory=True)
    with serving(folder) as port:
        yield f"http://127.0.0.1:{port}/below/"


class serving:  # noqa: N801, a context manager
    """Serve a folder on a free port."""

    def __init__(self, folder: Path) -> None:
        class Handler(http.server.SimpleHTTPRequestHandler):
            def log_message(self, format: str, *args: object) -> None:  # noqa: A002, as the base class names it
                pass

        handler = functools.partial(Handler, directory=str(folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05})

    def __enter__(self) -> int:
        self.thread.start()
        return self.server.server_address[1]

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def small(tmp_path: Path) -> Desk:
    """Make the smallest desk."""
    desk = Desk(tmp_path / "small")
    for path, text in SMALL.items():
        desk.write(path, text)
    source = desk.root / "seeds/report.txt"
    source.write_bytes(seal(source.read_bytes()) or b"")
    return desk


@pytest.fixture
def instant(small: Desk, tmp_path: Path) -> Iterator[str]:
    """Build the smallest desk so that its pages come without a reload, and serve it; give its address."""
    (tmp_path / "www").mkdir()
    (tmp_path / "www/below").symlink_to(small.site, target_is_directory=True)
    with serving(tmp_path / "www") as port:
        url = f"http://127.0.0.1:{port}/below/"
        theme = "{name: material, font: false, custom_dir: overrides, features: [navigation.instant]}"
        small.configure(site_url=url, theme=theme)
        done = small.build()
        assert done.returncode == 0, done.stdout
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser; one that is missing fails the tests, with what to do."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if path is None:
        pytest.fail(REMEDY, pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, served: str) -> Iterator[Callable[..., Visit]]:
    """Open a window on the built site; at the end nothing may have complained or left the machine."""
    opened: defaultdict[BrowserContext, list[Visit]] = defaultdict(list)

    def window(width: int = 1440, height: int = 900, *, url: str = served, javascript: bool = True) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=javascript
        )
        context.set_default_timeout(10_000)
        made = Visit(context.new_page(), url)
        made.listen()
        opened[context].append(made)
        return made

    yield window
    for context, visits in opened.items():
        context.close()
        for one in visits:
            assert one.complaints == []
            assert one.outside == []
