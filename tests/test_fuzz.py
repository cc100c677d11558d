"""What holds for every desk: no traceback, no live markup, the same bytes, one answer of all who check it."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, event, given, settings
from lxml import etree
from mkdocs_briefings import lock_proof
from mkdocs_briefings.build import Result, build
from mkdocs_briefings.edit.format import UnformattableError, format_file
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.pages import readers
from mkdocs_briefings.parse.file import model_of
from mkdocs_briefings.report import printing
from mkdocs_briefings.report.location import locate
from mkdocs_briefings.report.sarif import sarif
from mkdocs_briefings.review.comparison import compare
from mkdocs_briefings.review.edition import Side, edition
from mkdocs_briefings.review.json_report import as_json
from mkdocs_briefings.review.markdown_report import markdown

from tests.sampling import examples
from tests.whole_desks import MARK, desks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.build import Memo

SITE = Settings(title=f"A site <b {MARK}>", address="https://desk.example/", outputs=("feeds",))
UNSAFE = {"script", "style", "iframe", "object", "embed", "base", "link", "meta"}


class Markup(HTMLParser):
    """Reads a page, and refuses what a text brought along."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in UNSAFE, tag
        assert MARK not in tag
        for name, value in attrs:
            assert not name.startswith("on"), name
            assert MARK not in name, name
            if name in {"href", "src", "action"}:
                assert not (value or "").lower().lstrip().startswith(("javascript:", "data:", "//")), value

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)


def pages_of(result: Result) -> dict[str, str]:
    """Return the HTML of all pages, by path."""
    site = readers.site(result.desk, lambda folder, path: posixpath.relpath(path, folder or "."))
    return {
        page.path: readers.written(page, site, posixpath.dirname(page.path)).html for page in result.pages
    }


def hold(files: Mapping[str, bytes]) -> None:
    """Hold a desk to all that is promised of every one."""
    result = build(files, SITE)
    located = locate(result.problems, files)
    for told in (
        printing.plain(located),
        printing.github(located),
        printing.as_json(located),
        sarif(located),
    ):
        assert "Traceback" not in told
    assert bool(result.pages) != result.failed
    event("with errors" if result.failed else "sound")

    other_order = build(dict(reversed(list(files.items()))), SITE)
    assert other_order.problems == result.problems
    side = Side(SITE, files, (), "", {}, {}, {})
    memo: dict[str, Memo] = {}
    both = edition(side, memo), edition(side, memo)
    change = compare(*both)
    assert "Nothing on the desk changes" in markdown(change, most=None)
    as_json(change)
    if result.failed:
        assert not result.outputs
        return

    html = pages_of(result)
    for page in html.values():
        reader = Markup()
        reader.feed(page)
        reader.close()
    assert pages_of(other_order) == html
    assert other_order.outputs == result.outputs
    for path, data in result.outputs.items():
        if path.endswith((".xml", ".atom")):
            etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))

    _hold_without_drafts(files, html)
    _hold_formatted(files, html)
    _hold_locked(files, html)


def _hold_without_drafts(files: Mapping[str, bytes], html: dict[str, str]) -> None:
    """Drafts leave no trace."""
    bare = build({path: data for path, data in files.items() if b'"status": "draft"' not in data}, SITE)
    if not bare.failed:
        assert pages_of(bare) == html


def _hold_formatted(files: Mapping[str, bytes], html: dict[str, str]) -> None:
    """The formatter changes no page, and nothing when it comes again."""
    made = dict(files)
    for path, data in files.items():
        model = model_of(path, SITE)
        assert model is not None
        try:
            made[path] = format_file(path, data, model)
        except UnformattableError:
            continue
        assert format_file(path, made[path], model) == made[path], path
    assert pages_of(build(made, SITE)) == html


def _hold_locked(files: Mapping[str, bytes], html: dict[str, str]) -> None:
    """A build from the lock gives the same pages, and the lock has no word that they do not have."""
    lock = lock_proof.lock(files, SITE)
    public = {path: data for path, data in files.items() if not path.startswith("seeds/")}
    locked = build({**public, "briefings/sources.lock": lock}, SITE)
    assert pages_of(locked) == html


@pytest.mark.slow
@settings(max_examples=examples(20), deadline=None, suppress_health_check=list(HealthCheck))
@given(desks())
def test_any_desk_holds(files: Mapping[str, bytes]) -> None:
    hold(files)
