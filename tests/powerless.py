"""Commands run as a user for whom permissions count, even where the tests run as root."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

BIN = Path(sys.executable).parent
# 24 is PR_CAPBSET_DROP; 1 and 2 are what lets root pass over permissions. Anybody else has neither to drop.
_DROP = """\
import ctypes, os, sys
for power in (1, 2):
    ctypes.CDLL(None).prctl(24, power, 0, 0, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


def powerless(
    command: str, *arguments: str, cwd: Path, env: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a command of the environment, and give its exit code and all that it printed."""
    return subprocess.run(
        [sys.executable, "-c", _DROP, BIN / command, *arguments],
        cwd=cwd,
        env=dict(env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
