"""Take the pictures of the documentation from a built site: `make shots`.

The browser is the one that `CHROMIUM` names (`tools/get-browser` prints the path of one), else a Chromium or
Chrome on the PATH, else Playwright's own. A page that asks anything of another host is refused.
"""

from __future__ import annotations

import functools
import os
import shutil
import sys
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import FloatRect, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
BRIEFING = "briefings/oicts-departures/"
CLAIM = "c-resigned"
MOST = 200_000
"""Bytes: a picture in a README should not weigh more."""

_AROUND = """anchor => {
  const first = anchor.closest('p, h3, h4, div'), parts = [first];
  while (parts.at(-1).nextElementSibling && !parts.at(-1).nextElementSibling.querySelector('a[id^="c-"]'))
    parts.push(parts.at(-1).nextElementSibling);
  const boxes = parts.map(part => part.getBoundingClientRect());
  const top = boxes[0].top + scrollY, bottom = boxes.at(-1).bottom + scrollY;
  return {x: boxes[0].left - 16, y: top - 12, width: boxes[0].width + 32, height: bottom - top + 24};
}"""
"""The place of a claim on its page: from its anchor to the next one's."""


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

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


def opened(browser: Browser, address: str, *, width: int, height: int) -> Page:
    """Open a page in a window of its own, light and without movement."""
    page = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme="light", reduced_motion="reduce"
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + BRIEFING, wait_until="networkidle")
    if outside := [url for url in asked if not url.startswith((address, "data:", "blob:"))]:
        sys.exit(f"{BRIEFING} asks other hosts: {', '.join(outside)}")
    return page


def shoot(browser: Browser, address: str) -> list[Path]:
    """Take all pictures; gives their files."""
    whole, part = IMAGES / "briefing.png", IMAGES / "claim.png"
    opened(browser, address, width=1100, height=820).screenshot(path=whole)
    narrow = opened(browser, address, width=720, height=900)
    place: FloatRect = narrow.locator(f"#{CLAIM}").evaluate(_AROUND)
    narrow.screenshot(path=part, full_page=True, clip=place)
    return [whole, part]


def main(site: Path) -> None:
    """Take all pictures from the site in a folder."""
    if not (site / BRIEFING / "index.html").is_file():
        sys.exit(f"{site / BRIEFING} is not there: run make site")
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    IMAGES.mkdir(exist_ok=True)
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        pictures = shoot(browser, address)
        browser.close()
    for picture in pictures:
        size = picture.stat().st_size
        sys.stdout.write(f"{picture.relative_to(ROOT)}: {size:,} bytes\n")
        if size >= MOST:
            sys.exit(f"{picture.name} is too heavy: at most {MOST:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "site")
