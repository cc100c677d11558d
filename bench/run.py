"""Measures the generator on synthetic sites, and beside it plain MkDocs on the same pages.

    python bench/run.py [--sizes 200 1000 5000] [--repeat 3] [--json FILE]

What is measured runs in processes of its own; builds with and without the plugin take turns, so that a noisy
machine is noisy to both. 5,000 briefings take some minutes for each repetition.
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

from bench import make_site

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOST_RATIO, MOST_GROWTH = 1.3, 1.2
"""The whole build with the plugin, times plain MkDocs at 1,000; our CPU per briefing at 5,000, times that at 1,000."""
RATIO_AT, GROWTH_TO = 1000, 5000
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
    """Make a site, build it by phases, with the plugin and as plain pages; medians of all repetitions."""
    site, plain, cache = (folder / name for name in ("site", "plain", "cache"))
    make_site.write(site, make_site.make(size, seed))
    run(
        sys.executable,
        "-c",
        "from mkdocs_briefings.cli.main import main; main()",
        "--root",
        site,
        "write",
        plain / "docs",
        cwd=folder,
        cache=cache,
    )
    (plain / "mkdocs.yml").write_text(make_site.MKDOCS.format(plugin="search"), encoding="utf-8")
    mkdocs = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    core: list[dict[str, Any]] = []
    ours: list[Cost] = []
    theirs: list[Cost] = []
    for n in range(repeat):
        found = subprocess.run(
            [sys.executable, __file__, "--phases", site], check=True, capture_output=True, text=True
        )
        core.append(json.loads(found.stdout))
        turns = [(ours, site), (theirs, plain)]
        for costs, root in turns if n % 2 == 0 else turns[::-1]:
            costs.append(run(*mkdocs, cwd=root, cache=cache))
    ratios = [[a[key] / b[key] for a, b in zip(ours, theirs, strict=True)] for key in ("wall", "cpu")]
    by_phase = {name: _median([one["phases"][name] for one in core]) for name in PHASES}
    own = statistics.median(sum(one["phases"][name]["cpu"] for name in PHASES) for one in core)
    return {
        "briefings": size,
        "pages": core[0]["pages"],
        "phases": by_phase,
        "with plugin": _median(ours),
        "plain MkDocs": _median(theirs),
        "ratio": statistics.median(ratios[0]),
        "ratios": ratios[0],
        "cpu ratios": ratios[1],
        "own cpu per briefing": own / size,
    }


def _median(costs: Sequence[Cost]) -> Cost:
    return {key: statistics.median(cost[key] for cost in costs) for key in ("wall", "cpu", "peak")}


def report(result: dict[str, Any]) -> None:
    print(f"\n{result['briefings']:,} briefings, {result['pages']:,} pages")
    print(f"  {'':14}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}")
    rows = {**result["phases"], "with plugin": result["with plugin"], "plain MkDocs": result["plain MkDocs"]}
    for name, cost in rows.items():
        print(f"  {name:14}{cost['wall']:9.2f}{cost['cpu']:9.2f}{cost['peak']:9.0f}")
    for what in ("ratios", "cpu ratios"):
        each = ", ".join(f"{ratio:.2f}" for ratio in result[what])
        print(f"  with plugin / plain MkDocs, {what}: {statistics.median(result[what]):.2f} ({each})")
    print(f"  our own CPU per briefing: {result['own cpu per briefing'] * 1000:.2f} ms", flush=True)


def judge(results: dict[int, dict[str, Any]]) -> bool:
    """Hold the results against the requirements, as far as their sizes were measured."""
    good = True
    if RATIO_AT in results:
        # By CPU: both builds are one thread that never waits, and the wall measures whatever else runs, too.
        ratio = statistics.median(results[RATIO_AT]["cpu ratios"])
        good &= ratio <= MOST_RATIO
        print(f"\nwhole build at {RATIO_AT:,}: {ratio:.2f} times plain MkDocs, at most {MOST_RATIO} wanted")
        if GROWTH_TO in results:
            here, there = (results[size]["own cpu per briefing"] for size in (RATIO_AT, GROWTH_TO))
            good &= there / here <= MOST_GROWTH
            growth = f"{there / here:.2f} times that at {RATIO_AT:,}"
            print(f"CPU per briefing at {GROWTH_TO:,}: {growth}, at most {MOST_GROWTH} wanted")
    return good


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
