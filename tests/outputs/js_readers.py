"""Programs in JavaScript that read outputs: a script of a few lines runs beside them."""

from __future__ import annotations

import functools
import json
import subprocess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


@functools.cache
def home() -> Path:
    """Give the folder in which they are installed, and install them first if they are not there."""
    done = subprocess.run(
        [ROOT / "tools/get-js-readers"], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip())


def run(script: str, given: object) -> Any:
    """Run a script (a function body of the variable `given`, with `require`); give what it returns."""
    code = f"const given = JSON.parse(require('fs').readFileSync(0, 'utf8'));\n{WRAP % script}"
    done = subprocess.run(
        ["node", "-e", code],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=home(),
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


WRAP = "(async () => { %s })().then((value) => process.stdout.write(JSON.stringify(value)));"
