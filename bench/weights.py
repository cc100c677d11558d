"""Measures what readers download: each kind of page with nothing cached, and what each further page adds.

    python -m bench.weights [--site site] [--briefings 10000]

A built site is served with gzip and visited by Chromium, the search unopened; bytes are those of the compressed
bodies. With `--briefings` the heaviest pages of a synthetic desk of that size are rendered as well, and the gzip of
their content is told: what a page adds once everything that pages share is cached (its frame, some 4 kB, aside).
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import sys
from collections import defaultdict
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_briefings.build import build
from mkdocs_briefings.model.addresses import md_link
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.pages import readers
from mkdocs_briefings.pages.view import View
from playwright.sync_api import sync_playwright

from bench import make_site
from tools.shots import PAGES, served

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result
    from mkdocs_briefings.pages.page import Page
    from playwright.sync_api import Browser, Response
    from playwright.sync_api import Page as Window

MOST_COLD, MOST_FURTHER = 130_000, 60_000
"""Bytes: a briefing with nothing cached, and each further page."""
PACKED = (".woff2", ".png", ".ico", ".jpg")


def weight(path: str, body: bytes) -> int:
    """Give the bytes of a response as a server sends it: text is compressed, fonts and pictures are already."""
    return len(body) if path.endswith(PACKED) else len(gzip.compress(body, 6))


def visits(browser: Browser, address: str) -> dict[str, tuple[int, int]]:
    """Visit every kind of page twice: with nothing cached, and after the first page."""
    found = {}
    warm = browser.new_context()
    _loaded(warm.new_page(), address)
    for name, path in PAGES.items():
        if name == "search":
            continue
        cold = browser.new_context()
        first = sum(_loaded(cold.new_page(), address + path).values())
        cold.close()
        further = _loaded(warm.new_page(), address + path)
        found[name] = first, sum(further.values())
    return found


def _loaded(page: Window, address: str) -> dict[str, int]:
    """Open a page; give what came over the network, not from the browser's cache, by address."""
    cached: set[str] = set()
    responses: list[Response] = []
    session = page.context.new_cdp_session(page)
    session.on("Network.responseReceived", lambda told: _note(cached, told["response"]))
    session.send("Network.enable")
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108, Playwright marks the function
    page.goto(address, wait_until="networkidle")
    return {
        one.url: weight(one.url, one.body())
        for one in responses
        if one.status == HTTPStatus.OK and one.url.startswith("http") and one.url not in cached
    }


def _note(cached: set[str], response: dict[str, object]) -> None:
    if (
        response.get("fromDiskCache")
        or response.get("fromPrefetchCache")
        or not response.get("encodedDataLength")
    ):
        cached.add(str(response["url"]))


def heaviest(result: Result, settings: Settings, each: int = 3) -> dict[str, int]:
    """Write the longest pages of each kind; give the greatest weight of each."""
    kinds: defaultdict[str, list[Page]] = defaultdict(list)
    for page in result.pages:
        kinds[page.kind].append(page)
    desk = View(result.corpus, result.derived, settings)
    site = readers.site(desk, lambda folder, path: md_link(f"{folder}x.md", path).replace(".md", "/"))
    found = {}
    for kind, of_kind in kinds.items():
        longest = sorted(of_kind, key=lambda page: -len(page.body))[:each]
        folders = (page.path.rpartition("/") for page in longest)
        written = (
            readers.written(page, site, "".join(folder[:2]))
            for page, folder in zip(longest, folders, strict=True)
        )
        found[kind] = max(weight("page.html", one.html.encode()) for one in written)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--site", type=Path, default=Path("site"))
    parser.add_argument("--briefings", type=int, default=0)
    options = parser.parse_args()
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with served(options.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        found = visits(browser, address)
        browser.close()
    print(f"{'page':16}{'cold, kB':>10}{'further, kB':>13}")
    for name, (cold, further) in found.items():
        print(f"{name:16}{cold / 1000:10.1f}{further / 1000:13.1f}")
    failed = found["briefing"][0] > MOST_COLD or any(further > MOST_FURTHER for _, further in found.values())
    if options.briefings:
        made = make_site.make(options.briefings, 1)
        tree = {path: data for path, data in made.items() if path.startswith(("seeds/", "briefings/"))}
        weights = heaviest(build(tree, Settings()), Settings())
        print(f"\n{options.briefings} synthetic briefings: heaviest content by kind, kB")
        for kind, size in sorted(weights.items(), key=lambda item: -item[1]):
            print(f"{kind:16}{size / 1000:10.1f}")
        failed = failed or max(weights.values()) > MOST_FURTHER
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
