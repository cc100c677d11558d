"""Say what a long build is doing: a bar on a terminal, a plain line elsewhere, nothing of steps that are soon done."""

from __future__ import annotations

from threading import Lock, Timer
from typing import TYPE_CHECKING, Self

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from rich.console import Console
    from rich.progress import TaskID

LOGGER = "mkdocs.plugins.briefings.progress"
"""Has the lines where there is no bar: they tell of this build alone."""
AFTER = 2.0
"""Seconds after which a step is worth telling."""
AGAIN = 10.0
"""Seconds between two lines about the same step, where there is no bar."""


class Steps:
    """Tells of the steps of a build, one after the other. A context, which leaves nothing on the terminal."""

    def __init__(self, console: Console | None, line: Callable[[str], object]) -> None:
        """Begin with no step.

        Args:
            console: that of people, who may look at a terminal; None tells nothing at all.
            line: prints a line where there is no terminal.

        """
        self.console, self.line = console, line
        self.words = ""
        self.done, self.total = 0, 0
        self.timer: Timer | None = None
        self.bar: Progress | None = None
        self.task: TaskID | None = None
        self.lock = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def __call__(self, words: str, total: int = 0) -> None:
        """Begin a step.

        Args:
            words: what is done, such as “Checking the sentences”.
            total: how many things it has, if it will tell of each (`advance`).

        """
        self.end()
        if self.console is None:
            return
        with self.lock:
            self.words, self.done, self.total = words, 0, total
            self._wait(AFTER)

    def advance(self) -> None:
        """Count one of the things of the step."""
        self.done += 1
        if self.bar is not None and self.task is not None:
            self.bar.update(self.task, completed=self.done)

    def end(self) -> None:
        """End the step, and take its bar away."""
        with self.lock:
            self.words = ""
            if self.timer is not None:
                self.timer.cancel()
            self.timer = None
            bar, self.bar, self.task = self.bar, None, None
        if bar is not None:
            bar.stop()

    def _wait(self, seconds: float) -> None:
        self.timer = Timer(seconds, self._tell)
        self.timer.daemon = True
        self.timer.start()

    def _tell(self) -> None:
        with self.lock:
            if not self.words or self.console is None:
                return
            if not self.console.is_terminal:
                count = f" ({self.done:,} of {self.total:,})" if self.total else ""
                self.line(f"{self.words}{count} …")
                self._wait(AGAIN)
                return
            counted = [MofNCompleteColumn()] if self.total else []
            columns = (TextColumn("{task.description}"), BarColumn(), *counted, TimeElapsedColumn())
            self.bar = Progress(*columns, console=self.console, transient=True)
            self.task = self.bar.add_task(self.words, total=self.total or None, completed=self.done)
            self.bar.start()
