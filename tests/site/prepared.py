"""Runs commands of the environment in children of a process that has imported them: most of a small build is imports.

    python -m tests.site.prepared

reads requests from its standard input, a line of JSON each (`Request`), and answers each with its exit code. A child has its
own memory, environment, folder and output, as if it had been started anew.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import gc
import json
import os
import runpy
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping

BIN = Path(sys.executable).parent
PREPARED = {"mkdocs", "briefings"}
IMPORTED = (
    "material.plugins.search.plugin",
    "mkdocs.commands.build",
    "mkdocs.commands.serve",
    "mkdocs_briefings.cli.main",
    "mkdocs_briefings.mkdocs.plugin",
)
READ_AT_THE_START = ("PYTHON", "LC_", "LANG", "LD_", "PATH")
"""How names begin of what a process reads from its environment before any of its own code runs."""


class Request(TypedDict):
    """A command, what it runs in, and the file that takes what it prints."""

    command: list[str]
    cwd: str
    env: dict[str, str]
    umask: int
    prints_to: str
    timeout: float
    """In seconds."""


def can_run(command: str, env: Mapping[str, str]) -> bool:
    """Tell whether a command would be the same in a process that has begun already."""
    return command in PREPARED and hasattr(os, "fork") and _of_the_start(env) == _of_the_start(os.environ)


def run(
    command: tuple[str, ...], cwd: Path, env: Mapping[str, str], timeout: float
) -> subprocess.CompletedProcess[str]:
    """Run a command as `subprocess.run` would, without input, its errors among what it prints.

    Raises:
        subprocess.TimeoutExpired: it takes longer than `timeout` seconds.

    """
    with tempfile.TemporaryDirectory() as folder:
        printed = Path(folder) / "printed"
        mask = os.umask(0)
        os.umask(mask)
        asked = Request(
            command=list(command),
            cwd=str(cwd),
            env=dict(env),
            umask=mask,
            prints_to=str(printed),
            timeout=timeout,
        )
        server = _server()
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(json.dumps(asked) + "\n")
        server.stdin.flush()
        code = json.loads(server.stdout.readline())
        told = printed.read_text(encoding="utf-8", errors="backslashreplace")
    if code is None:
        raise subprocess.TimeoutExpired(command, timeout, told)
    return subprocess.CompletedProcess(command, code, told)


def _of_the_start(env: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in env.items() if name.startswith(READ_AT_THE_START)}


@functools.cache
def _server() -> subprocess.Popen[str]:
    server = subprocess.Popen(
        [sys.executable, "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
    )
    atexit.register(server.kill)
    return server


def _become(asked: Request) -> str:
    """Have this process be the one that was asked for; give the script that it runs."""
    os.umask(asked["umask"])
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["env"])
    time.tzset()
    out = os.open(asked["prints_to"], os.O_WRONLY | os.O_CREAT, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for taken, given in ((nothing, 0), (out, 1), (out, 2)):
        os.dup2(taken, given)
    script = str(BIN / asked["command"][0])
    sys.argv = [script, *asked["command"][1:]]
    sys.path[:] = [path for path in sys.path if path not in {"", str(Path(__file__).parents[2])}]
    sys.path.insert(0, str(BIN))
    return script


def _ended(child: int, timeout: float) -> int | None:
    """Wait for a child; give its exit code as `subprocess` does, none if it had to be killed."""
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return None


def _serve() -> str | None:
    """Answer requests until there are no more; in a child, give the script that it is to run."""
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            return _become(asked)
        sys.stdout.write(json.dumps(_ended(child, asked["timeout"])) + "\n")
        sys.stdout.flush()
    return None


if __name__ == "__main__":
    with contextlib.redirect_stdout(sys.stderr):
        for module in IMPORTED:
            import_module(module)
    gc.freeze()
    if script := _serve():
        runpy.run_path(script, run_name="__main__")
