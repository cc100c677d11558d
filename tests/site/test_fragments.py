"""Links to passages in the original article: Chromium finds them on pages made of the sealed texts."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.build import build
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.text.fragment import with_fragment

from tests.sampling import examples
from tests.site.conftest import DESK, REPOSITORY, serving

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_briefings.model.corpus import Passage, Source
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow
APART = "<div style='height: 3000px'></div>"
"""Between two lines, so that only one of them is in the window."""


def page(source: Source, passage: Passage) -> str:
    """Give an article with a block for each line, the one in which the passage begins marked."""
    lines, at = [], 0
    for line in source.text.raw.splitlines(keepends=True):
        mark = " id=expected" if at <= passage.start < at + len(line) else ""
        lines.append(f"<p{mark}>{html.escape(line)}</p>{APART}")
        at += len(line)
    return f"<!doctype html><meta charset=utf-8><title>A</title>{APART}{''.join(lines)}"


@pytest.mark.parametrize("folder", [DESK, REPOSITORY], ids=["tests", "repository"])
def test_chromium_goes_to_the_passage(folder: Path, browser: Browser, tmp_path: Path) -> None:
    tree, _ = read(folder, Settings())
    corpus = build(tree, Settings()).corpus
    passages = {
        passage: corpus.sources[passage.source]
        for claim in corpus.claims.values()
        for passage in claim.passages
    }
    assert len(passages) > 20
    chosen = list(passages.items())[:: max(1, len(passages) // examples(12))]
    with serving(tmp_path) as port:
        window = browser.new_page(viewport={"width": 800, "height": 600})
        for number, (passage, source) in enumerate(chosen):
            (tmp_path / f"{number}.html").write_text(page(source, passage), encoding="utf-8")
            address = f"http://127.0.0.1:{port}/{number}.html"
            window.goto(with_fragment(address, source.text.raw, passage.spans))
            window.wait_for_function("scrollY > 0", timeout=5000)
            box = window.locator("#expected").bounding_box()
            assert box, passage
            assert -box["height"] <= box["y"] <= 600, (source.id, passage.words, box)
        window.close()
