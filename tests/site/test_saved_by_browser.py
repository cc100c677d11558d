"""Pages as a real browser saves them: MHTML and PDF by Chromium, read as sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.intake.extraction import extract

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

SENTENCE = "The port of Westhaven said that the new lock will not open before June."
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>New lock is late - Westhaven Courier</title>
<meta property="article:published_time" content="2026-03-04T09:15:00+01:00"></head><body><nav><a href="/">Home</a></nav>
<article><h1>New lock is late</h1><p>By Jane Moor</p><p>{SENTENCE} It costs 10<sup>6</sup> crowns, <del>two</del> three times as
much as before.</p><p>Fischer sind verärgert über die Schließung, and nobody had told them of the survey that began on Monday.</p>
</article></body></html>"""


def test_what_chromium_saves_and_prints_is_read(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "lock.html").write_text(PAGE, encoding="utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "lock.html").as_uri())
    saved = page.context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})["data"]
    printed = page.pdf()
    page.context.close()
    article = extract("lock.mhtml", saved.encode())
    assert SENTENCE in article.text
    assert "verärgert über die Schließung" in article.text
    assert "10^6" in article.text
    assert "two" not in article.text.split()
    told = {name: one.value for name, one in article.metadata.items()}
    assert told["title"] == "New lock is late"
    assert told["published"][:10] == "2026-03-04"
    assert told["captured"]
    paper = extract("lock.pdf", printed)
    assert SENTENCE in " ".join(paper.text.split())
    assert paper.metadata["title"].value.startswith("New lock is late")
