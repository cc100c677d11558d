"""Tests of work that a second process does."""

from __future__ import annotations

import os
import threading

import pytest
from mkdocs_briefings.files import second_process
from mkdocs_briefings.files.second_process import begin

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")


@pytest.fixture(autouse=True)
def _forks(monkeypatch: pytest.MonkeyPatch) -> None:
    # Test runners have threads of their own, and a machine may have one processor.
    monkeypatch.setattr(second_process, "_may_fork", lambda: True)


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_the_result_comes_from_another_process() -> None:
    wait = begin(os.getpid)
    assert wait() != os.getpid()


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_a_result_may_be_longer_than_a_pipe_holds() -> None:
    assert begin(lambda: "ä" * 1_000_000)() == "ä" * 1_000_000


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_what_comes_to_grief_beside_is_done_here() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            raise MemoryError
        return here

    assert begin(work)() == here


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_what_is_wrong_here_too_is_raised() -> None:
    def work() -> None:
        raise ValueError("wrong")

    wait = begin(work)
    with pytest.raises(ValueError, match="wrong"):
        wait()


def test_without_a_second_process_the_work_is_done_by_who_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_process, "_may_fork", lambda: False)
    assert begin(os.getpid)() == os.getpid()


def test_with_threads_there_is_no_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert begin(os.getpid)() == os.getpid()
    finally:
        done.set()
        thread.join()
