"""Measures the search: what an index costs to make, and what a browser fetches before it shows the first hits.

    python -m bench.search [--briefings 10000] [--desk DIR]

The desk is read, resolved and derived by the core, and its records are indexed as a build does it. It is neither
checked nor rendered: the search reads no page that is made from the desk. Then Chromium opens a page with nothing but the search and looks for a rare, a usual and a
common word, each with a cold cache. Bytes are counted at the server, heads and workers included, uncompressed.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_briefings.derive import derive
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.messages import for_scripts
from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.mkdocs import indexing
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse import lifecycle
from mkdocs_briefings.parse.file import parse
from mkdocs_briefings.resolve import resolve
from mkdocs_briefings.search import finds, pagefind, record_files, site_words, spelling
from playwright.sync_api import sync_playwright

from bench import make_site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_briefings.search.pagefind import Shard
    from mkdocs_briefings.search.record_files import Located
    from playwright.sync_api import Browser

MOST_BYTES, MOST_MEMORY = 300_000, 1000
"""Before the first hits; MB of the process that makes the index."""
ASSETS = Path(indexing.__file__).parents[1] / "theme/assets"
PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<link rel="stylesheet" href="assets/tokens.css">
<body data-md-color-scheme="default"><button type="button" data-b-search hidden>Search</button>
<script src="assets/words.js"></script><script src="assets/say.js"></script><script src="assets/search-open.js"></script>
<script>
new MutationObserver(() => {
  if (document.querySelector(".b-search-hits li") && !window.told) { window.told = true; fetch("first-hits"); }
}).observe(document.body, {childList: true, subtree: true});
</script></body></html>
"""


@dataclass(slots=True)
class Sent:
    """A response, in the order of the requests."""

    path: str
    size: int = 0


class Counting(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and writes down what it sent, in order."""

    def __init__(self, *args: object, sent: list[Sent], directory: str) -> None:
        self.sent = sent
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]  # as the server calls it

    def do_GET(self) -> None:
        one = Sent(self.path)
        self.sent.append(one)
        super().do_GET()
        one.size = self.size

    def send_header(self, keyword: str, value: str) -> None:
        self.size = getattr(self, "size", 0) + len(keyword) + len(value) + 4
        if keyword.lower() == "content-length":
            self.size += int(value)
        super().send_header(keyword, value)

    def send_response(self, code: int, message: str | None = None) -> None:
        self.size = 40
        super().send_response(code, message)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002, as the base class names it
        pass


def located(root: Path) -> tuple[list[Located], tuple[str, ...]]:
    """Resolve a desk, unchecked, and give what can be found on it, and the names that are offered for misspelt ones."""
    settings = Settings()
    tree, _ = read(root, settings)
    parsed = [one for path in sorted(tree) if (one := parse(path, tree[path], settings)) is not None]
    corpus, _ = resolve(lifecycle.published(parsed, None, drafts=False))
    derived = derive(corpus)
    found = finds(corpus, derived, messages("en"))
    stems = ((find, find.path.removesuffix(".md").removesuffix("index").strip("/")) for find in found)
    addressed = [(find, record_files.Address(f"{stem}/", f"{stem}/index.html")) for find, stem in stems]
    return addressed, spelling.called(corpus, derived)


def memory(shard: Shard, folder: Path) -> float:
    """Index a shard once more, below a small process: a child counts what its parent held when it was made. In MB."""
    for path, html in shard.pages:
        indexing.write_text(folder / "pages" / path, html)
    done = subprocess.run(
        [sys.executable, "-c", PEAK, *indexing.command(shard, folder / "pages", folder / "bundle")],
        check=True,
        capture_output=True,
        text=True,
    )
    shutil.rmtree(folder)
    return int(done.stdout) / 1024


def queries(found: Sequence[Located]) -> dict[str, str]:
    """Choose words by how many pages they stand on: a rare, a usual and the most common one."""
    pages: Counter[str] = Counter()
    for find, _ in found:
        text = " ".join(one.text for one in find.records)
        pages.update(set(re.findall(r"[a-z]{5,}", text.lower())))
    words = [word for word, _ in pages.most_common()]
    return {"rare": words[-1], "usual": words[len(words) // 4], "common": words[0]}


def first_hits(browser: Browser, site: Path, query: str) -> tuple[int, int, float]:
    """Give bytes until the first hits and until all is quiet, and the seconds until the first hits."""
    sent: list[Sent] = []
    handler = functools.partial(Counting, sent=sent, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_context().new_page()
    page.goto(f"http://127.0.0.1:{server.server_address[1]}/index.html", wait_until="networkidle")
    del sent[:]
    began = time.perf_counter()
    page.keyboard.press("/")
    page.locator(".b-search input").fill(query)
    page.locator(".b-search-hits li").first.wait_for(timeout=60_000)
    seconds = time.perf_counter() - began
    page.wait_for_load_state("networkidle")
    page.locator(".b-search-facets").wait_for(timeout=60_000)
    page.wait_for_timeout(2000)
    page.context.close()
    server.shutdown()
    marked = next(n for n, one in enumerate(sent) if one.path.endswith("first-hits"))
    return sum(one.size for one in sent[:marked]), sum(one.size for one in sent), seconds


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the search.")
    parser.add_argument("--briefings", type=int, default=10_000)
    parser.add_argument("--desk", type=Path, help="an existing desk instead of a synthetic one")
    args = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="briefings-bench-search-"))
    try:
        good = measure(args.desk, args.briefings, folder)
    finally:
        shutil.rmtree(folder)
    sys.exit(not good)


def measure(desk: Path | None, briefings: int, folder: Path) -> bool:
    root, site = desk or folder / "desk", folder / "site"
    if desk is None:
        make_site.write(root, make_site.make(briefings, 1))
    site.mkdir()
    found, called = located(root)
    records = sum(len(find.records) for find, _ in found)
    print(f"{len(found):,} pages, {records:,} records in {len(record_files.shards(found))} shard(s)")
    wall, cpu = time.perf_counter(), sum(os.times()[:4])
    indexing.write(found, site, ("pagefind",))
    wall, cpu = time.perf_counter() - wall, sum(os.times()[:4]) - cpu
    peak = max(memory(shard, folder / f"shard-{shard.name}") for shard in pagefind.shards(found))
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    print(
        f"index: {wall:.1f} s wall, {cpu:.1f} s CPU, peak of Pagefind {peak:.0f} MB, {size / 1e6:.1f} MB on disk"
    )
    script = len(record_files.script(found).encode())
    print(f"records.js (offline and preview): {script / 1e6:.1f} MB")
    print(
        f"names.js (after a miss): {len(spelling.script(called).encode()) / 1000:.0f} kB of {len(called):,} names"
    )
    shutil.copytree(ASSETS, site / "assets")
    say = messages("en")
    said = for_scripts.script(say, for_scripts.SEARCH)
    indexing.write_text(site / indexing.SAID, said)
    parts = [(site / path).read_text("utf-8") for path in indexing.scripts(("pagefind",))]
    written = {
        "index.html": PAGE,
        "assets/words.js": for_scripts.script(say, for_scripts.PAGE),
        "assets/search.js": ";\n".join(parts),
        indexing.SITE: site_words.script("en", say.of("found", "page"), found),
    }
    for path, text in written.items():
        indexing.write_text(site / path, text)
    good = peak <= MOST_MEMORY
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=["--no-sandbox"]
        )
        for name, word in queries(found).items():
            first, whole, wait = first_hits(browser, site, word)
            good &= first <= MOST_BYTES
            print(
                f"{name} ({word}): {first / 1000:.0f} kB in {wait:.2f} s to the first hits, {whole / 1000:.0f} kB in all"
            )
        browser.close()
    print(f"at most {MOST_BYTES // 1000} kB and {MOST_MEMORY} MB wanted: {'met' if good else 'NOT met'}")
    return good


if __name__ == "__main__":
    main()
