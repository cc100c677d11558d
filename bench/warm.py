"""Measures builds of a desk that was built before: nothing changed, one briefing changed, beside a build from nothing.

    python -m bench.warm [--briefings 1000] [--repeat 3] [--program MKDOCS]

CPU seconds (user and system, children too), medians; `--program` is the mkdocs of another version, whose build from
nothing the others are held against. The share of the search, which is nearly all Pagefind's, is that of a build with it
less one without.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench import make_site
from bench.run import run
from bench.serve import prose

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = {"nothing changed": 0.05, "one briefing changed": 0.10}
"""Of a build from nothing with the other program."""


def measure(root: Path, cache: Path, other: str | None, repeat: int) -> dict[str, list[float]]:
    """Build a desk in each way, in turns; give the CPU seconds of each."""
    own = (sys.executable, "-m", "mkdocs")
    file, _ = prose(root, 0)
    original = file.read_text("utf-8")
    costs: dict[str, list[float]] = {}

    def built(name: str, program: tuple[str, ...] = own) -> None:
        command = (*program, "build", "--quiet", "--config-file", str(root / "mkdocs.yml"))
        costs.setdefault(name, []).append(run(*command, cwd=root, cache=cache)["cpu"])

    def cleared(*names: str) -> None:
        for name in names:
            shutil.rmtree(root / name, ignore_errors=True)

    for number in range(1, repeat + 1):
        cleared("site", ".cache")
        if other:
            built("from nothing, the other", (other,))
            cleared("site", ".cache")
        built("from nothing")
        built("nothing changed")
        cleared("site")
        built("nothing changed, the site is gone")
        file.write_text(prose(root, number)[1], "utf-8")
        built("one briefing changed")
        without_search(root, lambda: built("one briefing changed, no search"))
        file.write_text(original, "utf-8")
    return costs


def without_search(root: Path, build: Callable[[], None]) -> None:
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("  - briefings\n", "  - briefings: {search: false}\n"), "utf-8")
    try:
        build()
    finally:
        config.write_text(text, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure builds of a desk that was built before.")
    parser.add_argument("--briefings", type=int, default=1000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--program", help="the mkdocs of another version")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="briefings-bench-") as name:
        os.environ["XDG_STATE_HOME"] = str(Path(name, "state"))
        root = Path(name, "desk")
        make_site.write(root, make_site.make(args.briefings, 1))
        found = {
            way: statistics.median(costs)
            for way, costs in measure(root, Path(name, "cache"), args.program, args.repeat).items()
        }
    whole = found.get("from nothing, the other", found["from nothing"])
    for way, cost in found.items():
        print(f"  {way:36} {cost:6.2f} s of CPU   {cost / whole:.3f}")
    search = found["one briefing changed"] - found["one briefing changed, no search"]
    print(f"  the search of one that changed: {search:.2f} s")
    missed = [way for way, most in MOST.items() if found[way] / whole > most]
    for way, most in MOST.items():
        print(f"{'MISSED' if way in missed else 'met   '} {way}: at most {most}")
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
