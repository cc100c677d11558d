"""Many edits while many read: no page is stale once all is done, none gets stuck, and memory does not grow."""

from __future__ import annotations

import http.client
import re
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import Preview, copy, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.soak

BRIEFING = "briefings/2026-02-13-pilots-leave.yml"
PAGES = (
    "briefings/pilots-leave/",
    "briefings/",
    "",
    "timeline/",
    "entities/tobias-fenn/",
    "storylines/ferry-rule/",
)
SHOWING = ("briefings/pilots-leave/", "briefings/")
EDITS, READERS, STUCK = 200, 20, 30.0


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    started = Preview(copy(tmp_path / "desk"), tmp_path / "log")
    try:
        until(started.started, "the preview", 120)
        yield started
    finally:
        started.process.kill()
        started.process.wait()


class Reader(threading.Thread):
    """Asks for pages, one after the other, and holds each against the last edit that was done before."""

    def __init__(self, preview: Preview, number: int) -> None:
        super().__init__(daemon=True)
        self.preview, self.number = preview, number
        self.is_over = threading.Event()
        self.done = 0
        """The last edit of which all pages were said to be right."""
        self.read = 0
        self.marked = 0
        self.faults: list[str] = []

    def run(self) -> None:
        while not self.is_over.is_set():
            path = PAGES[(self.read + self.number) % len(PAGES)]
            done, begun = self.done, time.monotonic()
            connection = http.client.HTTPConnection("127.0.0.1", self.preview.port, timeout=STUCK)
            try:
                connection.request("GET", f"/below/{path}")
                answer = connection.getresponse()
                page = answer.read().decode()
            except OSError as error:
                self.faults.append(f"{path}: {error} after {time.monotonic() - begun:.1f} s")
                continue
            finally:
                connection.close()
            self.read += 1
            is_old = answer.headers.get("Briefings-Preview") == "old"
            self.marked += is_old
            if answer.status != 200 or not page.rstrip().endswith("</html>"):
                self.faults.append(f"{path}: {answer.status}, {len(page)} characters")
            shown = max(map(int, re.findall(r"Zephyr(\d+)", page)), default=0)
            if path in SHOWING and shown < done:
                self.faults.append(f"{path}: edit {shown}, though {done} was done")


def is_done(preview: Preview, number: int) -> bool:
    """Whether all pages are said to be right, the list of briefings after an edit among them."""
    is_told = '"state": "done"' in preview.get("problems.json")[1]
    return is_told and f"Zephyr{number} blows" in preview.get("briefings/")[1]


def test_200_edits_with_20_readers(preview: Preview) -> None:
    desk = preview.desk
    text = desk.read(BRIEFING)
    readers = [Reader(preview, number) for number in range(READERS)]
    for reader in readers:
        reader.start()
    for number in range(1, EDITS + 1):
        desk.write(BRIEFING, text.replace("summary: |\n  ", f"summary: |\n  Zephyr{number} blows. ", 1))
        preview.shows(PAGES[0], f"Zephyr{number} blows")
        until(partial(is_done, preview, number), f"edit {number} to be done:\n{preview.printed[-2000:]}")
        for reader in readers:
            reader.done = number
    for reader in readers:
        reader.is_over.set()
        reader.join(STUCK)
        assert not reader.is_alive()
    assert [fault for reader in readers for fault in reader.faults] == []
    read, marked = (sum(getattr(one, name) for one in readers) for name in ("read", "marked"))
    print(f"{read} pages read, {marked} of them marked as old")  # noqa: T201, shown by `pytest -rP`
