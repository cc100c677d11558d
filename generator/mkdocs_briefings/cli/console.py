"""The entry point of the console script: whatever ends the command ends it cleanly, as Ctrl-C does."""

from __future__ import annotations

import sys

from mkdocs_briefings.files.signals import end_as_ctrl_c_does


def main() -> None:
    try:
        end_as_ctrl_c_does()
        from mkdocs_briefings.cli.main import main as command  # noqa: PLC0415, loading it is what may be interrupted

        command()
    except KeyboardInterrupt:
        sys.stderr.write("\nAborted!\n")  # as click says it
        sys.exit(1)
