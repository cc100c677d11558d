"""Let signals end the program cleanly, as Ctrl-C does."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ENDING = ("SIGTERM", "SIGHUP")
"""What a system and a terminal that is closed send; not every system knows both."""


def end_as_ctrl_c_does() -> Callable[[], None]:
    """Take a signal that would end the program at once for Ctrl-C; give what undoes this.

    What is ignored stays so (`nohup`), and what the program that we run in handles itself does, too.
    """
    if threading.current_thread() is not threading.main_thread():
        return lambda: None
    numbers = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    ours = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]

    def end(*_: object) -> None:
        # What is written is put back now; a second signal must not cut that short.
        for number in (signal.SIGINT, *ours):
            signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt

    def undo() -> None:
        for number in ours:
            if signal.getsignal(number) is end:
                signal.signal(number, signal.SIG_DFL)

    for number in ours:
        signal.signal(number, end)
    return undo
