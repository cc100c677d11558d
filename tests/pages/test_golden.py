"""Golden pages: tiny desks whose whole site stands beside them, to be read as a reader would.

After a deliberate change of the pages, write them anew and read every line of the difference:

    UPDATE_GOLDEN=1 .venv/bin/pytest tests/pages/test_golden.py; git diff tests/golden
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from mkdocs_briefings.build import build
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.model.settings import Settings

GOLDEN = Path(__file__).parents[1] / "golden"
DESKS = {"levels": False, "life": False, "life-preview": True}
"""Each desk, and whether it is shown as the desk itself sees it."""


@pytest.mark.parametrize("name", DESKS)
def test_pages_are_as_expected(name: str) -> None:
    preview = DESKS[name]
    folder = GOLDEN / name.removesuffix("-preview")
    expected = folder / ("expected-preview" if preview else "expected")
    settings = Settings(preview=preview, title="Golden desk")
    tree, problems = read(folder, settings)
    result = build(tree, settings)
    assert [*problems, *result.problems] == []
    pages = {page.path: page.text() for page in result.pages}
    if os.environ.get("UPDATE_GOLDEN"):
        shutil.rmtree(expected, ignore_errors=True)
        for path, text in pages.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_text(text, encoding="utf-8", newline="\n")
    stands = {
        path.relative_to(expected).as_posix(): path.read_text("utf-8") for path in expected.rglob("*.md")
    }
    assert sorted(pages) == sorted(stands)
    for path, text in pages.items():
        assert text == stands[path], path
