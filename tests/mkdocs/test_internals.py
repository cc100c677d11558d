# ruff: noqa: SLF001, what is private is what this file is about
"""What we use of MkDocs that it does not document is there, in MkDocs and in ProperDocs: if not, mend `internals.py`."""

from __future__ import annotations

import importlib
import inspect
import logging
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs_briefings.mkdocs import internals
from mkdocs_briefings.mkdocs.admission import HEADERS, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROGRAMS = ("mkdocs", "properdocs")
USED = {
    "livereload.LiveReloadServer": (
        "_watched_paths", "_epoch_cond", "_wanted_epoch", "_visible_epoch",
    ),
    "config.base.Config": ("_schema_keys",),
    "structure.pages.Page": (
        "_title_from_render", "self.title = title", "present_anchor_ids", "links_to_anchors", "def read_source(", "def render(",
    ),
}  # fmt: skip


def module(program: str, path: str) -> Any:
    return importlib.import_module(f"{program}.{path}")


def changed(program: str, what: str) -> str:
    found = importlib.metadata.version(program)
    return f"{program} {found} {what}: mend generator/mkdocs_briefings/mkdocs/internals.py, or bound it in pyproject.toml"


@pytest.fixture
def server() -> Iterator[Any]:
    made = module("mkdocs", "livereload").LiveReloadServer(lambda: None, "127.0.0.1", 0, ".")
    yield made
    made.server_close()


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize(("path", "names"), USED.items())
def test_the_names_are_there(program: str, path: str, names: tuple[str, ...]) -> None:
    folder, _, name = path.rpartition(".")
    source = inspect.getsource(getattr(module(program, folder), name))
    for one in names:
        assert one in source, changed(program, f"has no `{one}` in `{path}` any more")


@pytest.mark.parametrize("program", PROGRAMS)
def test_strict_mode_counts_with_a_handler(program: str) -> None:
    handler = module(program, "utils").CountHandler()
    assert handler.get_counts() == [], changed(program, "counts warnings in another way")
    source = inspect.getsource(module(program, "commands.build").build)
    assert "CountHandler" in source, changed(program, "counts warnings in another way")
    assert "clean_directory(config.site_dir)" in source, changed(program, "empties another folder")


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("config.base", "Config value '{config_name}': "),
        ("config.base", "Unrecognised configuration name: {key}"),
        ("config.config_options", "Plugin '{inst_name}' option '{key}': "),
        ("structure.pages", "Doc file '{self.file.src_uri}' contains a"),
    ],
)
def test_the_log_is_worded_as_we_read_it(program: str, path: str, words: str) -> None:
    assert words in inspect.getsource(module(program, path)), changed(program, f"no longer says `{words}`")


def test_warnings_are_found_above_our_logger() -> None:
    counter = module("mkdocs", "utils").CountHandler(level=logging.WARNING)
    above = logging.getLogger("test-of-internals")
    logger = logging.getLogger(internals.LOGGER)
    before = logger.parent
    logger.parent, above.parent = above, None
    try:
        above.addHandler(counter)
        assert not internals.warned()
        logging.getLogger(f"{internals.LOGGER}.plugins.briefings").warning("x")
        assert internals.warned()
        internals.count_no_warnings()
        assert above.handlers == []
    finally:
        logger.parent = before


def test_a_server_answers_while_it_builds(server: Any) -> None:
    server._visible_epoch, server._wanted_epoch = 1, 2
    wanted = internals.answer(server)
    assert (wanted, server._wanted_epoch) == (2, 1), changed("mkdocs", "waits in another way")
    internals.wait(server, wanted)
    assert server._wanted_epoch == 2


def test_a_folder_is_watched_once(server: Any, tmp_path: Path) -> None:
    internals.watch(server, tmp_path)
    internals.watch(server, tmp_path)
    assert server._watched_paths == {str(tmp_path): 1}, changed("mkdocs", "watches in another way")


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_server_answers_by_the_method_that_we_guard(program: str) -> None:
    source = inspect.getsource(module(program, "livereload").LiveReloadServer)
    assert "self.set_app(self.serve_request)" in source, changed(program, "answers by another method")


def test_a_server_learns_to_refuse_and_forgets_it() -> None:
    kind = module("mkdocs", "livereload").LiveReloadServer
    before = kind.serve_request
    undo = internals.admit(lambda asked: refusal(asked, "127.0.0.1", ()))
    made = kind(lambda: None, "127.0.0.1", 0, ".")
    sent: list[Any] = []
    try:
        app = made.get_app()
        body = b"".join(app({"HTTP_HOST": "desk.example", "PATH_INFO": "/"}, lambda *told: sent.append(told)))
        assert b"hosts: [NAME]" in body
        list(app({"HTTP_HOST": "localhost", "PATH_INFO": "/none"}, lambda *told: sent.append(told)))
    finally:
        made.server_close()
        undo()
    assert [told[0] for told in sent] == ["403 Forbidden", "404 Not Found"]
    assert all(set(HEADERS) <= set(told[1]) for told in sent)
    assert kind.serve_request is before
