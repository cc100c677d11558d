"""Take pictures of the built site, to be looked at, and those of the README and of docs/: `make shots`.

Every kind of page as readers meet it (a desktop, a phone, a dark desktop, paper) goes to `.cache/shots/`. The
browser is the one that `CHROMIUM` names (`tools/get-browser` prints the path of one), else a Chromium or Chrome
on the PATH, else Playwright's own. A page that asks anything of another host is refused.
"""

from __future__ import annotations

import functools
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from markdown_it import MarkdownIt
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Browser, FloatRect, Page

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
SHOTS = ROOT / ".cache" / "shots"
PAGES = {
    "home": "",
    "briefing": "briefings/oicts-departures/",
    "measure": "entities/connected-vehicle-rule/",
    "person": "entities/liz-cannon/",
    "outlet": "entities/global-times/",
    "company": "entities/huawei/",
    "country": "entities/us/",
    "source": "sources/gt-oicts/",
    "storyline": "storylines/vehicle-rule/",
    "version": "briefings/versions/oicts-departures/",
    "hand-written": "about/",
    "search": "",
}
"""The pages that are taken of the kinds that have many; of every other kind, the first there is."""
KIND = re.compile(r'class="b-page b-([a-z-]+)')
Way = tuple[int, int, Literal["light", "dark"]]
"""Width and height of the window in pixels, and the colour scheme."""
PAPER = 1440
"""Paper is printed from windows of this width: it is the same from a phone."""
WAYS: dict[str, Way] = {
    "desktop": (1440, 900, "light"),
    "phone": (390, 844, "light"),
    "dark-phone": (390, 844, "dark"),
    "dark": (1440, 900, "dark"),
}
WORDS = "resignation"
"""What the picture of the search has looked for."""
CLAIM = "c-resigned"
MOST = 200_000
"""Bytes: a picture in a README should not weigh more."""

BIN = Path(sys.executable).parent
CORRECTED = "briefings/2026-01-23-oicts-departures.yml"
MISTAKE = {
    "said_by: people familiar with the matter > wsj\n    at: report\n    quote: >-\n      The WSJ report cited": (
        "said_by: wsj\n    at: report\n    quote: >-\n      The WSJ report cited"
    ),
    "according to people familiar with the matter whom the Journal's report\n    of 23 January cited": (
        "according to the Journal's report of 23 January"
    ),
}
"""What a copy of the desk gets wrong, so that it can be corrected: the Journal only relays this."""
SLIP = (
    "quote: >-\n      The WSJ report cited",
    "note: The voice: not the Journal itself\n    quote: >-\n      The WSJ report cited",
)
"""A colon in a text without quotation marks: no YAML."""
BESIDE: FloatRect = {"x": 250, "y": 100, "width": 970, "height": 840}
"""Of a page in a wide window: its text and the notes beside it, without what stands around them."""
SMALLER = 0.85
"""How large the pictures of a preview are, which hold much."""
REPORT_STYLE = """
body { color: #1f2328; font: 14px/1.5 "Public Sans", system-ui, sans-serif; margin: 24px; }
h2, h3 { border-bottom: 1px solid #d1d9e0; padding-bottom: 4px; } h4 { margin-bottom: 0; }
table { border-collapse: collapse; } td, th { border: 1px solid #d1d9e0; padding: 4px 10px; text-align: left; vertical-align: top; }
code { background: #eff1f3; border-radius: 4px; padding: 1px 4px; } del { color: #a40e26; }
"""


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word, to be kept by browsers as a published site is."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port; gives its address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def kinds(site: Path) -> dict[str, str]:
    """Find a page of every kind: its name, and its address below the site's."""
    found: dict[str, str] = {}
    for path in sorted(site.rglob("*.html")):
        if kind := KIND.search(path.read_text(encoding="utf-8")):
            address = path.relative_to(site).as_posix()
            found.setdefault(kind[1], address.removesuffix("index.html"))
    return {**found, **PAGES}


def opened(browser: Browser, address: str, name: str, way: Way, *, preview: bool = False) -> Page:
    """Open a page in a window of its own, without movement. A preview is never idle: it waits for changes.

    Args:
        browser: the browser.
        address: where the site is.
        name: the page, by its name or by its address below the site's.
        way: the window.
        preview: the site is a preview.

    """
    width, height, scheme = way
    page = browser.new_page(
        viewport={"width": width, "height": height},
        device_scale_factor=SMALLER if preview else 1,
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ready: Literal["load", "networkidle"] = "load" if preview else "networkidle"
    page.goto(address + PAGES.get(name, name), wait_until=ready)
    # A first visit does not wait for the fonts: what is shown is the second, as readers mostly see it.
    page.reload(wait_until=ready)
    if not page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Source Serif 4\"'))"):
        sys.exit(f"{name} is not set in its fonts")
    if name == "search":
        page.keyboard.press("/")
        page.keyboard.type(WORDS)
        page.locator("dialog mark").first.wait_for()
    if outside := [url for url in asked if not url.startswith((address, "data:", "blob:"))]:
        sys.exit(f"{name} asks other hosts: {', '.join(outside)}")
    return page


def shoot(browser: Browser, address: str, pages: Mapping[str, str]) -> None:
    """Take all pictures, whole pages but for the search, and print each page."""
    for name, path in pages.items():
        for called, way in WAYS.items():
            page = opened(browser, address, name if name in PAGES else path, way)
            page.screenshot(path=SHOTS / f"{name}-{called}.png", full_page=name != "search")
            if way[0] == PAPER and name != "search":  # paper is the same from a dark screen
                page.pdf(path=SHOTS / f"{name}-print-from-{way[2]}.pdf", format="A4")
            page.close()


def shoot_for_readme(browser: Browser, address: str) -> None:
    """Take a briefing with its notes, one on a phone, and a claim, for the README and the page about the site."""
    opened(browser, address, "briefing", (1240, 720, "light")).screenshot(path=IMAGES / "briefing.png")
    phone = opened(browser, address, "briefing", (390, 720, "dark"))
    phone.locator(".b-evidence > summary").first.click()
    phone.locator(".b-page > h2").first.evaluate("one => scrollTo(0, one.getBoundingClientRect().top - 70)")
    phone.screenshot(path=IMAGES / "phone.png")
    narrow = opened(browser, address, "briefing", (720, 900, "light"))
    narrow.evaluate("for (const fold of document.querySelectorAll('.b-fold')) fold.open = true")
    narrow.locator(f".b-entry:has(#{CLAIM})").screenshot(path=IMAGES / "claim.png")


def desks(folder: Path) -> tuple[Path, Path]:
    """Copy the desk twice, the first time with a mistake that a reader can find and no check can."""
    wrong, right = folder / "wrong", folder / "right"
    for desk in (wrong, right):
        for name in ("docs", "briefings", "seeds"):
            shutil.copytree(ROOT / name, desk / name)
        settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        ours = "  - briefings:\n"
        address = "https://forge.example/desk/edit/main/{path}"
        (desk / "mkdocs.yml").write_text(
            settings.replace(ours, f"{ours}      edit_url: {address}\n"), encoding="utf-8"
        )
    for old, new in MISTAKE.items():
        exchange(wrong / CORRECTED, old, new)
    return wrong, right


def exchange(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    if text.count(old) != 1:
        sys.exit(f"{path.name} has changed: {old!r} stands there {text.count(old)} times")
    path.write_text(text.replace(old, new), encoding="utf-8")


@contextmanager
def previewed(desk: Path) -> Iterator[str]:
    """Preview a desk on a free port; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    command: list[str | Path] = [BIN / "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    # It would print the mistake that it shall show.
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=desk, stdout=quiet, stderr=quiet) as process:
        try:
            for _ in range(600):
                try:
                    urllib.request.urlopen(address).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield address
        finally:
            process.terminate()


def shoot_a_correction(browser: Browser, folder: Path) -> None:
    """Take the way of a correction, for the page about contributing: the page, the preview, the report."""
    wrong, right = desks(folder)
    with previewed(wrong) as address:
        page = opened(browser, address, "briefing", (1240, 940, "light"), preview=True)
        page.screenshot(path=IMAGES / "correction-page.png", clip=BESIDE)
        page.set_viewport_size({"width": 1240, "height": 600})
        exchange(wrong / CORRECTED, *SLIP)
        page.locator(".b-panel[data-open] li").first.wait_for(timeout=60_000)
        page.screenshot(path=IMAGES / "correction-preview.png")
        exchange(wrong / CORRECTED, *SLIP[::-1])
    compared: list[str | Path] = [BIN / "briefings", "diff", wrong, right]
    report = subprocess.run(compared, capture_output=True, encoding="utf-8", check=True).stdout
    html = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).render(report)
    page = browser.new_page(viewport={"width": 1000, "height": 820})
    page.set_content(f"<!doctype html><style>{REPORT_STYLE}</style>{html.replace('[ ]', '☐')}")
    page.screenshot(path=IMAGES / "correction-report.png")


def main(site: Path) -> None:
    """Take all pictures from the site in a folder."""
    if not (site / PAGES["briefing"] / "index.html").is_file():
        sys.exit(f"{site / PAGES['briefing']} is not there: run make site")
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    IMAGES.mkdir(exist_ok=True)
    SHOTS.mkdir(parents=True, exist_ok=True)
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        shoot(browser, address, kinds(site))
        shoot_for_readme(browser, address)
        with tempfile.TemporaryDirectory() as folder:
            shoot_a_correction(browser, Path(folder))
        browser.close()
    for picture in (*sorted(SHOTS.iterdir()), *sorted(IMAGES.glob("*.png"))):
        size = picture.stat().st_size
        sys.stdout.write(f"{picture.relative_to(ROOT)}: {size:,} bytes\n")
        if picture.parent == IMAGES and size >= MOST:
            sys.exit(f"{picture.name} is too heavy: at most {MOST:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "site")
