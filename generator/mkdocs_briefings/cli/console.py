"""The way in from a console: whatever ends the command ends it as Ctrl-C does, quietly and with nothing half-written."""

from __future__ import annotations

import signal
import sys

_ENDING = ("SIGTERM", "SIGHUP")
"""What a system and a terminal that is closed send; not every system knows both."""


def main() -> None:
    try:
        _end_as_ctrl_c_does()
        from mkdocs_briefings.cli.main import main as command  # noqa: PLC0415, loading it is what may be interrupted

        command()
    except KeyboardInterrupt:
        sys.stderr.write("\nAborted!\n")  # as click says it
        sys.exit(1)


def _end_as_ctrl_c_does() -> None:
    numbers = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]

    def end(*_: object) -> None:
        # What is written is put back now; a second signal must not cut that short.
        for number in (signal.SIGINT, *numbers):
            signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt

    for number in numbers:
        if signal.getsignal(number) is signal.SIG_DFL:  # `nohup` has it ignored
            signal.signal(number, end)
