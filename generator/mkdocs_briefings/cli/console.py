"""The way in from a console: whatever ends the command ends it as Ctrl-C does, quietly and with nothing half-written."""

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
