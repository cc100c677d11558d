"""Generated pages in MkDocs: their HTML, their places in the navigation, and what other plugins meet and may not do."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs_briefings.document.html import Title
from mkdocs_briefings.mkdocs.generated import contents, folder_of, headings, titles

SEED = """\
---
title: Der Hafen schließt
label: A German report
lang: de
published: 2026-01-02
publisher: not stated
---
Acme said -- "1/2" of (c) the office closes.
"""
BRIEFING = """\
title: The office closes
summary: Acme said that the office closes [@closes].
sources: [report]
claims:
  closes:
    text: The office closes.
    said_by: acme
    quote: Acme said -- "1/2" of (c) the office closes
"""
SITE = """\
site_name: Desk
theme: {name: mkdocs}
plugins: [briefings: {search: false}]
validation: {anchors: warn}
markdown_extensions: [smarty, abbr, {toc: {permalink: true}}]
nav: [Start: index.md, {Told: [{All of it: briefings/index.md}]}, about.md]
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    put(tmp_path, "mkdocs.yml", SITE)
    put(tmp_path, "docs/about.md", "# About\n\n[A claim](briefings/first.md#c-closes) and *1/2 -- (c)*.\n")
    put(tmp_path, "seeds/report.txt", SEED)
    put(tmp_path, "briefings/2026-01-02-first.yml", BRIEFING)
    put(tmp_path, "briefings/entities/all.yml", "acme: {kind: company, name: Acme}\n")
    return tmp_path


def put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def built(desk: Path, caplog: pytest.LogCaptureFixture, **options: Any) -> tuple[dict[str, str], list[str]]:
    """Build a site; give its pages and the warnings of the build but for those of the desk."""
    caplog.clear()
    config = load_config(str(desk / "mkdocs.yml"), **options)
    config.plugins.on_startup(command="build", dirty=False)
    with caplog.at_level(logging.INFO, "mkdocs"):
        build(config)
    config.plugins.on_shutdown()
    site = Path(config.site_dir)
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    return pages, [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


FIRST, SOURCE = "briefings/first/index.html", "sources/report/index.html"


@pytest.mark.slow
def test_pages_have_our_html_and_the_signs_of_the_site(desk: Path, caplog: pytest.LogCaptureFixture) -> None:
    pages, warnings = built(desk, caplog)
    assert not [one for one in warnings if "briefings/first.md" in one or "anchor" in one]
    assert '<details class="b-evidence">' in pages[FIRST]
    assert '<a class="headerlink" href="#the-bottom-line" title="Permanent link">¶</a>' in pages[FIRST]
    assert ">All of it<" in pages["index.html"], "the navigation keeps its words"
    assert '<a href="../../sources/report/#p-' in pages[FIRST]


@pytest.mark.slow
def test_markdown_extensions_leave_the_words_of_a_passage_alone(
    desk: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pages, _ = built(desk, caplog)
    assert 'Acme said -- "1/2" of (c) the office closes' in pages[SOURCE]
    assert "&ndash;" in pages["about/index.html"], "a page written by hand has them"


@pytest.mark.slow
def test_what_the_desk_calls_an_article_is_in_our_language(
    desk: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pages, _ = built(desk, caplog)
    assert '<a lang="de"' not in pages[FIRST]
    assert '<blockquote lang="de">' in pages[FIRST]
    assert '<h1 lang="de"' in pages[SOURCE]


@pytest.mark.slow
def test_a_link_to_an_anchor_that_is_not_there_is_reported(
    desk: Path, caplog: pytest.LogCaptureFixture
) -> None:
    put(desk, "docs/about.md", "[A claim](briefings/first.md#c-gone)\n")
    _, warnings = built(desk, caplog)
    assert [one for one in warnings if "'briefings/first.md' does not contain an anchor '#c-gone'" in one]


HOOK = """\
def on_page_markdown(markdown, page, config, files):
    page.meta["seen"] = markdown
    SEEN.append(markdown)
    return markdown + CHANGE
SEEN = []
CHANGE = ""
def on_files(files, config):
    if LOST:
        files.remove(files.get_file_from_path(LOST))
    return files
LOST = ""
"""


@pytest.mark.slow
def test_who_wants_the_markdown_gets_it(desk: Path, caplog: pytest.LogCaptureFixture) -> None:
    put(desk, "mkdocs.yml", f"{SITE}hooks: [hook.py]\n")
    put(desk, "hook.py", f"{HOOK}from pathlib import Path\ndef on_post_build(config):\n"
                         "    Path(config.docs_dir, '../seen.txt').write_text('\\n'.join(SEEN))\n")  # fmt: skip
    pages, warnings = built(desk, caplog)
    seen = (desk / "seen.txt").read_text("utf-8")
    assert "## The bottom line\n\n[Acme](../entities/acme.md) said that" in seen
    assert not [one for one in warnings if "another plugin or a hook" in one]
    assert "b-evidence" in pages[FIRST]


@pytest.mark.slow
def test_a_line_end_at_the_end_is_no_change(desk: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A template engine, as that of the plugin macros, takes it away."""
    put(desk, "mkdocs.yml", f"{SITE}hooks: [hook.py]\n")
    put(
        desk,
        "hook.py",
        "def on_page_markdown(markdown, page, config, files):\n    return markdown.rstrip()\n",
    )
    assert not [one for one in built(desk, caplog)[1] if "another plugin or a hook" in one]


@pytest.mark.slow
def test_pages_tell_other_plugins_of_themselves(desk: Path, caplog: pytest.LogCaptureFixture) -> None:
    put(desk, "mkdocs.yml", f"{SITE}hooks: [hook.py]\n")
    put(desk, "hook.py", "import json\nfrom pathlib import Path\nSEEN = {}\n"
        "def on_page_content(html, page, config, files):\n    SEEN[page.file.src_uri] = dict(page.meta)\n"
        "def on_post_build(config):\n    Path(config.docs_dir, '../seen.json').write_text(json.dumps(SEEN))\n")  # fmt: skip
    built(desk, caplog)
    told = json.loads((desk / "seen.json").read_text("utf-8"))["briefings/first.md"]
    assert {"title", "description", "date"} <= told.keys()
    assert told["date"] == "2026-01-02"


@pytest.mark.slow
def test_a_change_to_a_generated_page_is_left_out_and_reported_once(
    desk: Path, caplog: pytest.LogCaptureFixture
) -> None:
    put(desk, "mkdocs.yml", f"{SITE}hooks: [hook.py]\n")
    put(desk, "hook.py", HOOK.replace('CHANGE = ""', 'CHANGE = "\\n\\nAdded by a hook."'))
    pages, warnings = built(desk, caplog)
    (told,) = [one for one in warnings if "another plugin or a hook" in one]
    assert "render: markdown" in told
    assert "Added by a hook" not in pages[FIRST]
    assert "Added by a hook" in pages["about/index.html"]


@pytest.mark.slow
def test_a_page_that_another_plugin_takes_away_is_missed(
    desk: Path, caplog: pytest.LogCaptureFixture
) -> None:
    put(desk, "mkdocs.yml", f"{SITE}hooks: [hook.py]\n")
    put(desk, "hook.py", HOOK.replace('LOST = ""', 'LOST = "entities/acme.md"'))
    _, warnings = built(desk, caplog)
    assert [one for one in warnings if "entities/acme.md, which another plugin removed" in one]


@pytest.mark.slow
def test_mkdocs_renders_the_markdown_of_a_site_that_says_so(
    desk: Path, caplog: pytest.LogCaptureFixture
) -> None:
    put(
        desk,
        "mkdocs.yml",
        SITE.replace("search: false", "search: false, render: markdown").replace("smarty, ", ""),
    )
    pages, _ = built(desk, caplog)
    told = [record.getMessage() for record in caplog.records if "render: markdown" in record.getMessage()]
    assert len(told) == 1
    assert "b-evidence" not in pages[FIRST]
    assert '<p>Report · Acme → <a href="../../sources/report/">A German report</a>' in pages[FIRST].replace(
        '<a href="../../entities/acme/">Acme</a>', "Acme"
    )


class Page:
    """What `folder_of` reads of a page."""

    def __init__(self, url: str, name: str) -> None:
        self.url, self.file = url, type("File", (), {"name": name})


@pytest.mark.parametrize(
    ("url", "name", "folder"),
    [
        ("", "index", ""),
        ("briefings/", "index", "briefings/"),
        ("briefings/x/", "x", "briefings/*/"),
        ("timeline/", "timeline", "*/"),
        ("briefings/x.html", "x", "briefings/"),
        ("index.html", "index", ""),
    ],
)
def test_pages_of_a_folder_share_an_address(url: str, name: str, folder: str) -> None:
    assert folder_of(Page(url, name)) == folder  # type: ignore[arg-type]


def test_the_options_of_toc_are_read() -> None:
    assert headings({}).permalink == ""
    own = headings({"permalink": "#", "toc_depth": "2-3", "separator": "_", "permalink_title": "Hier"})
    assert (own.permalink, own.top, own.bottom, own.separator, own.permalink_title) == (
        "#",
        2,
        3,
        "_",
        "Hier",
    )
    assert headings({"permalink": True, "toc_depth": 4}).bottom == 4


def test_a_table_of_contents_is_nested() -> None:
    levels = (1, 2, 3, 2, 1)
    made = contents(Title(level, str(n), f"i{n}") for n, level in enumerate(levels))
    (first, last) = made
    assert [child.id for child in first.children] == ["i1", "i3"]
    assert [child.id for child in first.children[0].children] == ["i2"]
    assert last.id == "i4"


def test_the_titles_of_a_navigation() -> None:
    nav = [{"Start": "index.md"}, {"More": [{"A": "a.md"}, "b.md"]}, {"Out": "https://x.example"}]
    assert dict(titles(nav)) == {"index.md": "Start", "a.md": "A", "b.md": None, "https://x.example": "Out"}
    assert dict(titles(None)) == {}


@pytest.mark.slow
def test_other_plugins_can_render_our_templates(desk: Path, caplog: pytest.LogCaptureFixture) -> None:
    """As the plugin print-site does, which makes an environment of its own."""
    put(desk, "mkdocs.yml", f"{SITE}hooks: [hook.py]\n")
    put(desk, "hook.py", "from pathlib import Path\ndef on_post_build(config):\n"
        "    made = config.theme.get_env().from_string('{{ say(\"search\") }}').render()\n"
        "    Path(config.docs_dir, '../said.txt').write_text(made)\n")  # fmt: skip
    built(desk, caplog)
    assert (desk / "said.txt").read_text("utf-8") == "Search"
