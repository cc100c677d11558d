"""The way in from a console: Ctrl-C ends the command quietly even while its modules are still being loaded."""

from __future__ import annotations

import sys


def main() -> None:
    try:
        from generator.cli import main as command  # noqa: PLC0415, loading it is what may be interrupted

        command()
    except KeyboardInterrupt:
        sys.stderr.write("\nAborted!\n")  # as click says it
        sys.exit(1)
