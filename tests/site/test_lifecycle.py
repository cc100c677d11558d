"""What is not published leaves no trace in the published site, and is marked in the preview."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from tests.site.conftest import Desk, Preview, copy, read_html, serving, tree, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.site.conftest import Visit

pytestmark = pytest.mark.slow

SEED = """\
---
id: quaxlive-source
title: The mill at Quaxton
published: 2025-12-01
publisher: not stated
---
The mill at Quaxton closed, the miller said. Its wheel was sold, the miller said. Its pond was drained, the miller said.
"""
LIVE = """\
title: The mill at Quaxton closed
sources: [quaxlive-source]
formerly: [quaxold-mill]
summary: |
  The mill closed, the miller says [@closed].
claims:
  closed: {text: The mill closed., said_by: the miller, quote: "The mill at Quaxton closed, the miller said"}
"""
HIDDEN = """\
title: {word} wheel sold
sources: [quaxlive-source]
{status}
formerly: [{word}-before]
summary: |
  The {word} wheel was sold, the miller says [@{word}-claim].
claims:
  {word}-claim:
    text: The {word} wheel was sold.
    said_by: the miller
    value: {{{word}-body: {{answers: {word}-body}}}}
    date: 2025-11-30
    quote: Its wheel was sold, the miller said
    note: A {word} note.
questions:
- {{id: {word}-question, text: "Did [[{word}-body]] buy the {word} wheel?"}}
"""
ENTITY = "{word}-body: {{kind: organization, name: {word} body, formerly: [{word}-body-before]}}\n"
STATUS = {
    "quaxdraft": "status: draft",
    "quaxembargo": "embargo: 2999-01-01",
    "quaxgone": "status: withdrawn\nwithdrawn: The miller took his words back.",
}


def add_hidden(desk: Desk) -> Desk:
    """Add a draft, a briefing under embargo, a withdrawn one, and a published one that has moved."""
    desk.write("seeds/quaxlive.txt", SEED)
    assert desk.run("briefings", "seal").returncode == 0
    desk.write("briefings/2025-12-01-quaxlive.yml", LIVE)
    desk.write("briefings/entities/quax.yml", "".join(ENTITY.format(word=word) for word in STATUS))
    for word, status in STATUS.items():
        desk.write(f"briefings/2025-12-01-{word}-id.yml", HIDDEN.format(word=word, status=status))
    return desk


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = add_hidden(copy(tmp_path_factory.mktemp("published")))
    done = desk.build_whole()
    assert done.returncode == 0, done.stdout
    return desk


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    started = Preview(
        add_hidden(copy(tmp_path_factory.mktemp("previewed"))), tmp_path_factory.mktemp("log") / "log"
    )
    try:
        until(started.started, "the preview")
        yield started
    finally:
        started.process.kill()
        started.process.wait()


def found(desk: Desk, word: str) -> list[str]:
    """Name the files of the site that hold a word, in their text or their path."""
    return [
        path
        for path, data in tree(desk.site).items()
        if word in path.casefold()
        or word.encode() in (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data).lower()
    ]


@pytest.mark.parametrize("word", ["quaxdraft", "quaxembargo"])
def test_what_is_not_published_leaves_no_trace(published: Desk, word: str) -> None:
    assert found(published, "quaxlive") != []
    assert found(published, word) == []
    # Its passage, which no published claim rests on, is not printed either.
    assert found(published, "wheel was sold") == []


def test_a_withdrawn_briefing_leaves_a_tombstone_and_nothing_else(published: Desk) -> None:
    page = published.site / "briefings/quaxgone-id/index.html"
    assert "withdrawn" in page.read_text("utf-8")
    assert "The miller took his words back." in page.read_text("utf-8")
    assert read_html(page.read_text("utf-8")).robots == "noindex"
    assert found(published, "quaxgone") == [
        "briefings/quaxgone-before/index.html",
        "briefings/quaxgone-id/index.html",
        "feeds/site.json",
        "feeds/site.xml",
    ]
    for word in ("quaxgone-claim", "quaxgone-body", "quaxgone-question", "quaxgone note", "quaxgone body"):
        assert found(published, word) == []


def test_redirects_are_not_to_be_found(published: Desk) -> None:
    feeds = ["changes.json", "feeds/site.json", "feeds/site.xml"]
    assert found(published, "quaxold") == ["briefings/quaxold-mill/index.html", *feeds], "names stay"
    parts = "".join(
        gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        for path in (published.site / "pagefind").rglob("*.pf_fragment")
    )
    marks = unquote(parts)
    assert "briefings/quaxlive/" in marks
    assert "briefings/quaxold-mill/" not in marks
    assert "briefings/quaxgone-id/" not in marks
    sitemap = (published.site / "sitemap.xml").read_text("utf-8")
    assert "briefings/quaxlive/" in sitemap
    assert "quaxold" not in sitemap
    assert "quaxgone" not in sitemap


@pytest.mark.parametrize("javascript", [True, False])
def test_a_redirect_leads_on(published: Desk, visit: Callable[..., Visit], javascript: bool) -> None:
    with serving(published.site) as port:
        window = visit(url=f"http://127.0.0.1:{port}/", javascript=javascript)
        page = window.open("briefings/quaxold-mill/")
        page.wait_for_url("**/briefings/quaxlive/")
        assert page.locator("h1").inner_text().startswith("The mill at Quaxton closed")
        page.close()


@pytest.mark.parametrize(("word", "mark"), [("quaxdraft", "Draft"), ("quaxembargo", "embargo until")])
def test_the_preview_shows_and_marks_what_is_not_published(preview: Preview, word: str, mark: str) -> None:
    status, page = preview.get(f"briefings/{word}-id/")
    assert status == 200
    assert f"The {word} wheel was sold." in page
    assert mark in re.findall(r"<blockquote>(.*?)</blockquote>", page, re.DOTALL)[0]
    listed = next(row for row in preview.get("briefings/")[1].split("<tr>") if f"{word}-id/" in row)
    assert mark in listed
    assert preview.get(f"entities/{word}-body/")[0] == 200
