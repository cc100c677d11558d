"""What a preview holds does not grow with the builds: nothing of an earlier one stays."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.commands.build import build
from mkdocs_briefings.files import collector

from tests.mkdocs.test_plugin import desk, loaded, plugin

if TYPE_CHECKING:
    from pathlib import Path

assert desk  # a fixture


class Circle:
    """Refers to itself, as pages refer to each other."""

    def __init__(self) -> None:
        self.me = self


def test_what_was_kept_and_is_garbage_is_let_go() -> None:
    gone = weakref.ref(Circle())
    collector.keep()
    assert gone() is not None
    collector.forget()
    assert gone() is None
    assert gc.get_freeze_count() == 0


@pytest.mark.slow
def test_nothing_of_an_earlier_build_stays(desk: Path, tmp_path: Path) -> None:
    """Row 9: `gc.freeze` kept each build's pages, which refer to each other, for good."""
    held: list[Any] = []
    for number in range(4):
        config = loaded(desk, site_dir=str(tmp_path / "preview"))
        if not number:
            config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url="http://127.0.0.1:8000/")
        held.append(weakref.ref(plugin(config).current.files))
    try:
        assert [one() is not None for one in held[:-2]] == [False, False]
    finally:
        config.plugins.on_shutdown()
        collector.forget()
