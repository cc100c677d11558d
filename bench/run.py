"""Measures the generator on synthetic sites, and beside it Hugo with Pagefind and plain MkDocs on the same pages.

    python -m bench.run [--sizes 200 1000 5000] [--repeat 3] [--json FILE]

What is measured runs in processes of its own; the builds take turns, so that a noisy machine is noisy to all. 5,000
briefings take some minutes for each repetition. Fails (exit 1) where a target is missed.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import make_site, peers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOST_OF_HUGO = {"cpu": 0.8, "wall": 0.8, "peak": 0.25}
"""Our build with search, times Hugo and Pagefind; the peak is that of the largest process. Held at these sizes and above:"""
HELD_FROM = 1000
MOST_OF_PLAIN = 1.3
"""The CPU of our build, times plain MkDocs with Material's search."""
MOST_GROWTH = 1.1
"""Our own CPU per briefing at the largest size, times that at the smallest."""
PHASES = ("read", "parse", "resolve", "derive", "check", "render")
Cost = dict[str, float]
"""`wall` and `cpu` in seconds, `peak` in MB."""


def phases(root: Path) -> dict[str, Any]:
    """Time each phase of a build in this process; `derive` runs again for what is published."""
    from mkdocs_briefings.derive import derive  # noqa: PLC0415
    from mkdocs_briefings.files.reader import read  # noqa: PLC0415
    from mkdocs_briefings.model.settings import Settings  # noqa: PLC0415
    from mkdocs_briefings.pages import render  # noqa: PLC0415
    from mkdocs_briefings.pages.view import View  # noqa: PLC0415
    from mkdocs_briefings.parse import lifecycle  # noqa: PLC0415, here and below: only in the child
    from mkdocs_briefings.parse.file import parse  # noqa: PLC0415
    from mkdocs_briefings.resolve import resolve  # noqa: PLC0415
    from mkdocs_briefings.rules import check  # noqa: PLC0415

    costs: dict[str, Cost] = {name: {"wall": 0.0, "cpu": 0.0, "peak": 0.0} for name in PHASES}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        wall, cpu = time.perf_counter(), time.process_time()
        result = work()
        costs[name]["wall"] += time.perf_counter() - wall
        costs[name]["cpu"] += time.process_time() - cpu
        costs[name]["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return result

    settings = Settings()
    gc.disable()  # as the shells do
    tree, _ = timed("read", lambda: read(root, settings))
    parsed = timed("parse", lambda: [parse(path, tree[path], settings) for path in sorted(tree)])
    files = [one for one in parsed if one is not None]
    corpus, problems = timed("resolve", lambda: resolve(files))
    derived = timed("derive", lambda: derive(corpus))
    problems += timed("check", lambda: check(corpus, derived))
    shown = lifecycle.published(files, corpus.as_of, drafts=False)
    if shown != files:
        corpus = timed("resolve", lambda: lifecycle.hide(corpus, shown))
        derived = timed("derive", lambda: derive(corpus))
    pages = timed("render", lambda: render(View(corpus, derived, settings)))
    if any(problem.is_error for problem in problems):
        raise SystemExit(f"{root}: the synthetic site has errors")
    return {"phases": costs, "pages": len(pages)}


def run(*command: str | Path, cwd: Path, cache: Path) -> Cost:
    """Run a command and give what it cost; Python keeps its compiled modules in `cache`, as it does for everyone."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPYCACHEPREFIX": str(cache)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryFile() as output:
        began = time.perf_counter()
        process = subprocess.Popen(list(map(str, command)), cwd=cwd, env=env, stdout=output, stderr=output)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise SystemExit(f"{command} failed:\n{output.read().decode()}")
    return {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss / 1024}


def measure(size: int, seed: int, repeat: int, folder: Path) -> dict[str, Any]:
    """Make a site, build it by phases and as a whole, and let the others build its pages; medians of all repetitions."""
    site, pages, cache = folder / "site", folder / "pages", folder / "cache"
    make_site.write(site, make_site.make(size, seed))
    write = "from mkdocs_briefings.cli.main import main; main()"
    run(sys.executable, "-c", write, "--root", site, "write", pages, cwd=folder, cache=cache)
    mkdocs = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(site / "mkdocs.yml"))
    commands = {
        "ours": mkdocs,
        "Hugo + Pagefind": peers.hugo(pages, folder / "hugo"),
        "plain MkDocs": peers.plain(pages, folder / "plain"),
    }
    built = {
        "ours": site / "site",
        "Hugo + Pagefind": folder / "hugo/public",
        "plain MkDocs": folder / "plain/site",
    }
    core: list[dict[str, Any]] = []
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for n in range(repeat):
        found = subprocess.run(
            [sys.executable, "-m", "bench.run", "--phases", site],
            cwd=Path(__file__).parents[1],
            check=True,
            capture_output=True,
            text=True,
        )
        core.append(json.loads(found.stdout))
        turns = [*commands.items()]
        for name, command in (*turns[n % len(turns) :], *turns[: n % len(turns)]):
            shutil.rmtree(built[name], ignore_errors=True)
            shutil.rmtree(site / ".cache", ignore_errors=True)
            costs[name].append(run(*command, cwd=folder, cache=cache))
    own = statistics.median(sum(one["phases"][name]["cpu"] for name in PHASES) for one in core)
    return {
        "briefings": size,
        "pages": core[0]["pages"],
        "phases": {name: _median([one["phases"][name] for one in core]) for name in PHASES},
        "builds": {name: _median(found) for name, found in costs.items()},
        "bytes": {name: peers.size(path) for name, path in built.items()},
        "ratios": {
            name: {
                key: [mine[key] / other[key] for mine, other in zip(costs["ours"], found, strict=True)]
                for key in MOST_OF_HUGO
            }
            for name, found in costs.items()
            if name != "ours"
        },
        "own cpu per briefing": own / size,
    }


def _median(costs: Sequence[Cost]) -> Cost:
    return {key: statistics.median(cost[key] for cost in costs) for key in ("wall", "cpu", "peak")}


def report(result: dict[str, Any]) -> None:
    print(f"\n{result['briefings']:,} briefings, {result['pages']:,} pages")
    print(f"  {'':16}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'site MB':>9}")
    for name, cost in {**result["phases"], **result["builds"]}.items():
        size = f"{result['bytes'][name] / 1e6:9.1f}" if name in result["bytes"] else ""
        print(f"  {name:16}{cost['wall']:9.2f}{cost['cpu']:9.2f}{cost['peak']:9.0f}{size}")
    for name, ratios in result["ratios"].items():
        for key, found in ratios.items():
            each = ", ".join(f"{ratio:.2f}" for ratio in found)
            print(f"  ours / {name}, {key}: {statistics.median(found):.2f} ({each})")
    print(f"  our own CPU per briefing: {result['own cpu per briefing'] * 1000:.2f} ms", flush=True)


def judge(results: dict[int, dict[str, Any]]) -> bool:
    """Hold the results against the targets, as far as their sizes were measured."""
    held: list[tuple[str, float, float]] = []
    for size, result in sorted(results.items()):
        if size >= HELD_FROM:
            ratios = {
                name: {key: statistics.median(found) for key, found in of.items()}
                for name, of in result["ratios"].items()
            }
            of_hugo = ratios["Hugo + Pagefind"]
            held += [
                (f"{key} at {size:,}, of Hugo and Pagefind", of_hugo[key], most)
                for key, most in MOST_OF_HUGO.items()
            ]
            held.append((f"cpu at {size:,}, of plain MkDocs", ratios["plain MkDocs"]["cpu"], MOST_OF_PLAIN))
    if len(results) > 1:
        small, large = min(results), max(results)
        growth = results[large]["own cpu per briefing"] / results[small]["own cpu per briefing"]
        held.append((f"our own CPU per briefing at {large:,}, of that at {small:,}", growth, MOST_GROWTH))
    print()
    for what, is_, most in held:
        print(f"{'met   ' if is_ <= most else 'MISSED'} {what}: {is_:.2f}, at most {most}")
    return all(is_ <= most for _, is_, most in held)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the generator on synthetic sites.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 1000, 5000])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, help="write the results here, too")
    parser.add_argument("--phases", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.phases:
        print(json.dumps(phases(args.phases)))
        return
    results = {}
    for size in args.sizes:
        folder = Path(tempfile.mkdtemp(prefix="briefings-bench-"))
        try:
            results[size] = measure(size, args.seed, args.repeat, folder)
        finally:
            shutil.rmtree(folder)
        report(results[size])
    good = judge(results)
    if args.json:
        args.json.write_text(json.dumps(list(results.values()), indent=1) + "\n", encoding="utf-8")
    sys.exit(not good)


if __name__ == "__main__":
    main()
