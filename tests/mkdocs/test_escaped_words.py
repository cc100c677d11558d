"""Words of mkdocs.yml and of front matter are text on the pages, wherever the theme prints them, escaped once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs_briefings.mkdocs.escaped_words import escaped_settings

ROOT = Path(__file__).parents[2]
CONFIG = """\
site_name: Steel & <samp>"Bronze"</samp>
site_description: A desk of "<samp>steel</samp>" & bronze
site_author: <sub>"Doe"</sub> & Co
site_url: https://desk.example/
theme: {name: material, font: false, features: [navigation.tabs, navigation.footer, navigation.path]}
plugins: [briefings: {search: false}]
nav:
- index.md
- Iron & <samp>tin</samp>: about.md
- Metals & <samp>ores</samp>:
    - page.md
    - <var>Outside</var> & in: https://outside.example/
"""
PAGES = {
    "index.md": "# Home & hearth\n",
    "about.md": "# About\n",
    "page.md": '---\ntitle: A <samp>page</samp> & "more"\ndescription: Of <samp>"it"</samp>\n---\n# Words\n',
}


@pytest.mark.slow
def test_themes_print_words_as_text(tmp_path: Path) -> None:
    root = Path(shutil.copytree(ROOT / "tests/cases/_base", tmp_path / "desk"))
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (root / "docs").mkdir()
    for name, text in PAGES.items():
        (root / "docs" / name).write_text(text, "utf-8")
    config = load_config(str(root / "mkdocs.yml"))
    build(config)
    assert config.site_name == 'Steel & <samp>"Bronze"</samp>'
    pages = {
        path.relative_to(root / "site").as_posix(): path.read_text("utf-8")
        for path in (root / "site").rglob("*.html")
    }
    for name, html in pages.items():
        for mark in ("<samp>", "<sub>", "<var>", "&amp;amp;", "&amp;lt;", "&amp;#34;"):
            assert mark not in html, f"{name}: {html[max(html.find(mark) - 80, 0) : html.find(mark) + 80]}"
    assert "<title>Steel &amp; &lt;samp&gt;&#34;Bronze&#34;&lt;/samp&gt;</title>" in pages["index.html"]
    about = pages["about/index.html"]
    assert 'content="A desk of &#34;&lt;samp&gt;steel&lt;/samp&gt;&#34; &amp; bronze"' in about
    for words in (
        "Iron &amp; &lt;samp&gt;tin&lt;/samp&gt;",
        "Metals &amp; &lt;samp&gt;ores",
        "&lt;var&gt;Outside",
        "Home &amp; hearth",
    ):
        assert words in about
    assert 'content="Of &lt;samp&gt;&#34;it&#34;&lt;/samp&gt;"' in pages["page/index.html"]
    assert "A &lt;samp&gt;page&lt;/samp&gt; &amp; &#34;more&#34;" in pages["page/index.html"]


def test_settings_are_put_back_whatever_happens(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A & B\n")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    shown = []

    def fail() -> None:
        with escaped_settings(config):
            shown.append((config.site_name, config.site_author))
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert shown == [("A &amp; B", None)]
    assert config.site_name == "A & B"
