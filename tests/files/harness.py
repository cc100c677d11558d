"""Commands killed at each of their steps, and run beside each other, in children of one process that has loaded all.

Run it from the project: `python -m tests.files.harness kills|pairs|editors [--command NAME]… [--rounds N] [--most N]`.
It prints a JSON object: what was run, and what was lost.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.__main__ import cli as mkdocs
from mkdocs_briefings.cli.main import main as briefings
from mkdocs_briefings.edit.seal import seal
from mkdocs_briefings.files import exchange, journal, unsettled
from mkdocs_briefings.files.publish import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

BASE = Path(__file__).parents[1] / "cases/_base"
COMMANDS: dict[str, tuple[str, ...]] = {
    "add": ("add", "inbox/list.csv", "--yes"),
    "rename": ("rename", "chip-post", "post-of-chips"),
    "rename briefing": ("rename", "chip-rule-proposed", "rule-proposed"),
    "fmt": ("fmt",),
    "seal": ("seal",),
    "lock": ("lock",),
    "baseline": ("baseline",),
    "fix": ("check", "--fix"),
    "new": ("new", "chip-post", "--title", "A new briefing"),
    "init": ("init", "."),
    "build": ("mkdocs", "build"),
}
TOGETHER = {"rename", "rename briefing", "fix"}
"""All files of these change, or none."""
MEND = ("mend",)
"""What a build does first."""
OURS = re.compile(r"\.briefings\.(aside\.)?tmp$|\.briefings\.(journal|lock)|/\.site\.")
CHANGES = {
    f"os.{name}"
    for name in ("rename", "remove", "rmdir", "mkdir", "link", "symlink", "chmod", "chown", "truncate", "utime", "setxattr")
} | {"mkdocs_briefings.exchange"}  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def made(root: Path) -> Path:
    """Make a desk in which each command finds something to change, and each file has a word of its own."""
    shutil.copytree(BASE, root)
    post = (root / "seeds/chip-post.txt").read_bytes()
    for name in ("two", "three"):
        front = (
            f"---\nid: {name}\ntitle: Report {name}\npublished: 2025-01-11\npublisher: post\n---\n".encode()
        )
        data = front + post.partition(b"\n---\n")[2] + f"The word is mark-{name}.\n".encode()
        (root / f"seeds/{name}.txt").write_bytes(data if name == "two" else (seal(data) or data))
    for number in range(3):
        (root / f"briefings/2025-01-0{number + 7}-case-{number}.yml").write_text(
            f"# mark-case-{number}\nsummary: 'Acme expects no harm [@no-harm]. Sales go on.'\ntitle: Acme expects no harm\n"
            "sources: [chip-post]\nclaims:\n  no-harm: {text: The rule would not hurt Acme's sales., said_by: acme,"
            " quote: the rule would not hurt its sales}\n  again: {text: The ministry proposed the chip rule.,"
            " said_by: wire > post, quote: the chip rule on Monday}\n",
            encoding="utf-8",
        )
    for number in range(3):
        text = f"A report of day {number}\n\nThe harbour was closed, says mark-inbox-{number}, {number} times {'x' * number}.\n"
        (root / "inbox").mkdir(exist_ok=True)
        (root / f"inbox/{number}.txt").write_text(text, encoding="utf-8")
    (root / "inbox/list.csv").write_text(
        "file,publisher,date\n0.txt,,\n1.txt,Gazette,2025-02-02\n2.txt,Herald,2025-02-03\n", encoding="utf-8"
    )
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(
        "site_name: Desk\ntheme: {name: material}\nplugins: [briefings: {format: 2, search: false}]\n",
        encoding="utf-8",
    )
    (root / ".gitignore").write_text("/site/\n", encoding="utf-8")
    return root


@dataclass(slots=True)
class Steps:
    """Counts what changes a file below a folder, and ends the process before one of these steps."""

    root: str
    at: int | None = None
    count: int = 0
    names: list[str] = field(default_factory=list)

    def hook(self, event: str, args: tuple[Any, ...]) -> None:
        if event == "open":
            _, mode, flags = args
            if not (set(mode or "") & set("wax+") or (isinstance(flags, int) and flags & WRITING)):
                return
        elif event not in CHANGES:
            return
        if self.is_inside(args[0]):
            self.step(f"{event} {args[0]}")

    def is_inside(self, path: object) -> bool:
        if isinstance(path, int):
            return True
        text = os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else ""
        return "/.cache" not in text and (text.startswith(self.root) or not text.startswith("/"))

    def step(self, name: str) -> None:
        self.count += 1
        self.names.append(name)
        if self.count == self.at:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self) -> None:
        """Count from now on: what Python tells of, writing the second half of a file, and waiting for the disk."""
        sys.addaudithook(self.hook)
        real, fsync = os.fdopen, os.fsync

        class Halves:
            def __init__(self, handle: int, mode: str) -> None:
                self.file = real(handle, mode)

            def write(self_, data: bytes) -> None:  # noqa: N805
                self_.file.write(data[: len(data) // 2])
                self_.file.flush()
                self.step("the second half")
                self_.file.write(data[len(data) // 2 :])

            def __getattr__(self, name: str) -> Any:
                return getattr(self.file, name)

            def __enter__(self) -> Any:
                return self

            def __exit__(self, *_: object) -> None:
                self.file.close()

        def settled(handle: int) -> None:
            self.step("fsync")
            fsync(handle)

        os.fdopen = Halves  # type: ignore[assignment]
        os.fsync = settled  # type: ignore[assignment]


def begun(
    root: Path, argv: Sequence[str], steps: Steps | None = None, before: Callable[[], None] | None = None
) -> int:
    """Begin a command in a child; what it prints goes into a file beside the desk."""
    child = os.fork()
    if child:
        return child
    code = 3
    try:
        os.chdir(root)
        out = os.open(f"{root}.out", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
        os.dup2(out, 1)
        os.dup2(out, 2)
        if before is not None:
            before()
        if steps is not None:
            steps.watch()
        if tuple(argv) == MEND:
            Stage.of(root / "site", print).drop()
            code = 0
        else:
            command, rest = (mkdocs, argv[1:]) if argv[0] == "mkdocs" else (briefings, argv)
            command(list(rest))
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:  # noqa: BLE001, a child must never come back
        import traceback  # noqa: PLC0415

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        if steps is not None:
            Path(f"{root}.steps").write_text(json.dumps(steps.names), encoding="utf-8")
        os._exit(code)


def ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def run(root: Path, argv: Sequence[str], steps: Steps | None = None) -> int:
    return ended(begun(root, argv, steps))


def held(root: Path) -> dict[str, bytes]:
    """Give all files of a desk; not what can be made again at will."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink() and ".cache" not in path.parts
    }


def left(files: dict[str, bytes]) -> list[str]:
    return [path for path in files if OURS.search(f"/{path}")]


def split(files: dict[str, bytes]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Part the files of the site from those of the desk."""
    site = {path: data for path, data in files.items() if path.startswith("site/")}
    return site, {
        path: data for path, data in files.items() if path not in site and not OURS.search(f"/{path}")
    }


class Scenario:
    """A command, the desk before it and the one after it."""

    def __init__(self, name: str, home: Path) -> None:
        self.name, self.argv, self.home = name, COMMANDS[name], home
        self.template = made(home / "template")
        if name == "init":
            (self.template / "mkdocs.yml").unlink()
        if name == "build":
            assert run(self.template, self.argv) == 0
            edited = self.template / "briefings/2025-01-07-case-0.yml"
            edited.write_text(
                edited.read_text("utf-8").replace("Sales go on", "Sales go down"), encoding="utf-8"
            )
        self.before = held(self.template)
        root = self.fresh()
        self.steps = Steps(str(root))
        code = run(root, self.argv, self.steps)
        self.names: list[str] = json.loads(Path(f"{root}.steps").read_text("utf-8"))
        self.after = held(root)
        said = Path(f"{root}.out").read_text("utf-8")
        assert code in {0, 1}, said
        assert self.after != self.before, f"{name} changes nothing: {said}"
        assert left(self.after) == [], left(self.after)

    def fresh(self) -> Path:
        root = self.home / "desk"
        for path in (root, Path(f"{root}.out"), Path(f"{root}.steps")):
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        return Path(shutil.copytree(self.template, root))

    def killed(self, at: int) -> Iterator[str]:
        """Kill the command before a step; give what is wrong then, and after the next commands."""
        root = self.fresh()
        code = run(root, self.argv, Steps(str(root), at))
        if code != -signal.SIGKILL:
            yield f"it ended with {code}"
            return
        found = held(root)
        yield from self.wrong(found)
        run(root, MEND if self.name == "build" else ("check",))
        mended = held(root)
        yield from (f"after the next command: {one}" for one in self.wrong(mended))
        if journal.NAME in mended:
            yield "the next command left the journal"
        if self.name in TOGETHER and split(mended)[1] not in (split(self.before)[1], split(self.after)[1]):
            yield "the next command left half of the change"
        run(root, self.argv)
        last = held(root)
        if rest := left(last):
            yield f"the next run left {rest}"
        site, desk = split(last)
        if site != split(self.after)[0] or (desk != split(self.after)[1] and self.name != "new"):
            yield "the next run did not do the rest"

    def is_known(self, data: bytes | None, old: bytes | None, new: bytes | None) -> bool:
        """Whether a file is the old one or the new one; `add` enters publishers one after another."""
        between = self.name == "add" and data is not None and new is not None and new.startswith(data)
        return data in (old, new) or (between and data is not None and data.startswith(old or b""))

    def wrong(self, found: dict[str, bytes]) -> Iterator[str]:
        (site, desk), before, after = split(found), split(self.before), split(self.after)
        if site not in (before[0], after[0]):
            yield "the site is neither the old one nor the new one"
        for path in desk.keys() | before[1].keys():
            if not self.is_known(desk.get(path), before[1].get(path), after[1].get(path)):
                yield f"{path} is neither old nor new"
        whole = (before[1], after[1])
        if self.name in TOGETHER and journal.NAME not in found and desk not in whole:
            yield "half of the change, and no journal"
        if journal.NAME in found:
            known = {*self.before.values(), *self.after.values()}
            lost = {one for one in self.before.values() if one not in found.values()} - set(
                self.after.values()
            )
            if lost:
                yield "old bytes are neither in the desk nor kept beside it"
            for step in json.loads(found[journal.NAME])["steps"]:
                spare = str(Path(step["path"]).with_name(step["spare"]))
                old, new = self.before.get(step["path"]), self.after.get(step["path"])
                if (
                    found.get(spare, b"")
                    and found[spare] not in known
                    and not self.is_known(found[spare], old, new)
                ):
                    yield f"{spare} holds what nobody wrote"


def kills(names: Sequence[str], most: int, seed: int, home: Path) -> tuple[dict[str, int], list[str]]:
    """Kill each command at each of its steps, or at so many of them."""
    done: dict[str, int] = {}
    failures = []
    for name in names:
        folder = home / name.replace(" ", "-")
        folder.mkdir()
        scenario = Scenario(name, folder)
        steps = list(range(1, len(scenario.names) + 1))
        if name == "build":  # pages are written by the hundred, and all alike
            steps = [
                at
                for at in steps
                if ".site.stage" not in scenario.names[at - 1] or at % 10 == 0 or at > len(steps) - 40
            ]
        if most and len(steps) > most:
            steps = sorted(random.Random(seed).sample(steps, most))  # noqa: S311, the same each time
        for at in steps:
            failures += [
                f"{name} killed before {scenario.names[at - 1]}: {one}" for one in scenario.killed(at)
            ]
        done[name] = len(steps)
        shutil.rmtree(folder)
    return done, failures


# Beside each other

MARK = re.compile(rb"mark-[a-z]+(?:-\d+)?")


def slowed(rng: random.Random, most: float = 0.03) -> Callable[[], None]:
    """Let a child begin a little later, and take its time between the last look at a file and the exchange."""
    late, slow = rng.random() * 0.3, rng.random() * most

    def before() -> None:
        real = exchange.swap

        def swap(spare: Path, target: Path) -> None:
            time.sleep(slow)
            real(spare, target)

        exchange.swap = swap
        time.sleep(late)

    return before


def marks(files: dict[str, bytes]) -> set[bytes]:
    desk = {path: data for path, data in files.items() if not path.startswith(("site/", "inbox/"))}
    return {mark for data in desk.values() for mark in MARK.findall(data)}


def template(home: Path, *, built: bool) -> Path:
    """Make a desk, and build it once if that is needed."""
    root = made(home / "template")
    if not built:
        return root
    assert run(root, COMMANDS["build"]) == 0
    return root


def pair(one: str, two: str, rng: random.Random, root: Path) -> Iterator[str]:
    """Run two commands at once; give what is lost, or wrong afterwards."""
    before = held(root)
    children = [begun(root, COMMANDS[name], before=slowed(rng)) for name in (one, two)]
    codes = [ended(child) for child in children]
    after = held(root)
    said = Path(f"{root}.out").read_text("utf-8")
    if set(codes) - {0, 1}:
        yield f"exit codes {codes}\n{said}"
    wanted = marks(before)
    if "add" in (one, two):
        wanted |= {b"mark-inbox-0", b"mark-inbox-1", b"mark-inbox-2"}
    if lost := wanted - marks(after):
        yield f"lost {sorted(lost)}\n{said}"
    if rest := left(after):
        yield f"left {rest}"
    if ("build" in (one, two)) and "site/index.html" not in after:
        yield f"no site\n{said}"
    if run(root, ("check",)):
        told = Path(f"{root}.out").read_text("utf-8").removeprefix(said)
        yield f"check fails: {told}\n{said}"


AIMS: dict[str, list[str]] = {}


def aims(name: str, before: dict[str, bytes], root: Path) -> list[str]:
    """Name the files that a command changes, found by letting it; if none, all that somebody may be editing."""
    if name not in AIMS:
        copy = Path(shutil.copytree(root, root.with_name("aims")))
        run(copy, COMMANDS[name])
        after = held(copy)
        shutil.rmtree(copy)
        mine = [path for path in before if path.startswith(("briefings/", "seeds/two", "mkdocs.yml"))]
        AIMS[name] = [path for path in mine if after.get(path) != before[path]] or mine
    return AIMS[name]


EDITORS = ("in place", "by a new file", "by a backup")


def editor(root: Path, path: str, text: bytes, how: str, rng: random.Random) -> int:
    """Save a file a little later, as editors do."""
    late = rng.random() * 1.2
    child = os.fork()
    if child:
        return child
    time.sleep(late)
    target = root / path
    if how == "in place":
        target.write_bytes(text)
    elif how == "by a new file":
        other = target.with_name(f"{target.name}~new")
        other.write_bytes(text)
        other.replace(target)
    else:
        backup = target.with_name(f"{target.name}~")
        if target.exists():
            target.rename(backup)
        target.write_bytes(text)
        backup.unlink(missing_ok=True)
    os._exit(0)


def edited(name: str, rng: random.Random, root: Path) -> Iterator[str]:
    """Run a command beside somebody who saves a file; give what is lost of it."""
    before = held(root)
    path = rng.choice(aims(name, before, root))
    mark = f"mark-saved-{rng.randrange(10**6)}"
    text = before[path] + (f"# {mark}\n" if path.endswith(".yml") else f"{mark}\n").encode()
    how = rng.choice(EDITORS)
    children = [editor(root, path, text, how, rng), begun(root, COMMANDS[name], before=slowed(rng, 0.2))]
    codes = [ended(child) for child in children]
    after = held(root)
    said = Path(f"{root}.out").read_text("utf-8") if Path(f"{root}.out").exists() else ""
    what = f"{path} saved {how}"
    if codes[0] or codes[1] not in {0, 1}:
        yield f"{what}: exit codes {codes}\n{said}"
    holding = [one for one, data in after.items() if mark.encode() in data and not one.startswith("site/")]
    if not [one for one in holding if not OURS.search(f"/{one}")]:
        yield f"{what}: lost\n{said}"
    if rest := left(after):
        yield f"{what}: left {rest}"
    for one in holding:
        data = after[one]
        if one.endswith(".txt") and b"\nsha256: " in data.partition(b"\n---\n")[0]:
            bare = re.sub(rb"\nsha256: [^\n]*", b"", data, count=1)
            if seal(bare) != data:
                yield f"{what}: sealed, but not with the seal of what was saved"


def beside(rounds: int, seed: int, home: Path, plan: Sequence[tuple[str, Callable[[random.Random, Path], Iterator[str]]]]) -> tuple[dict[str, int], list[str]]:  # fmt: skip
    """Do each of a plan so many times, each time in a fresh copy of the same desk."""
    source = template(home, built=any("build" in name for name, _ in plan))
    failures = []
    done: dict[str, int] = {}
    for name, trial in plan:
        for number in range(rounds):
            root = home / "desk"
            shutil.rmtree(root, ignore_errors=True)
            Path(f"{root}.out").unlink(missing_ok=True)
            shutil.copytree(source, root)
            rng = random.Random(f"{seed} {name} {number}")  # noqa: S311, the same each time
            failures += [f"{name}, round {number}: {one}" for one in trial(rng, root)]
        done[name] = rounds
    return done, failures


def main() -> int:
    """Run what is asked for, and print it; 1 if anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["kills", "pairs", "editors"])
    parser.add_argument("--command", action="append", choices=list(COMMANDS))
    parser.add_argument("--most", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.umask(0o022)
    unsettled.YOUNG = 0.0  # a desk is made a moment before
    names = asked.command or list(COMMANDS)
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108, waiting for a disk shows nothing here
    with tempfile.TemporaryDirectory(prefix="briefings-harness-", dir=memory) as folder:
        home = Path(folder).resolve()
        (home / "run").mkdir()
        if asked.what == "kills":
            done, failures = kills(names, asked.most, asked.seed, home / "run")
            shutil.rmtree(home / "run")
        else:
            plan: list[tuple[str, Any]]
            if asked.what == "pairs":
                pairs = list(itertools.combinations_with_replacement(names, 2))
                if asked.most:
                    pairs = random.Random(asked.seed).sample(pairs, asked.most)  # noqa: S311
                plan = [(f"{a} and {b}", lambda rng, root, a=a, b=b: pair(a, b, rng, root)) for a, b in pairs]
            else:
                plan = [(a, lambda rng, root, a=a: edited(a, rng, root)) for a in names]
            done, failures = beside(asked.rounds, asked.seed, home / "run", plan)
    json.dump({"done": done, "sum": sum(done.values()), "failures": failures}, sys.stdout, indent=1)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
