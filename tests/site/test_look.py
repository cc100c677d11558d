"""The fonts and the mark of a built site: there on every page, from the site itself, wherever it stands."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.mkdocs.typefaces import FACES

from tests.site.conftest import read_html

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.site.conftest import Built, Desk, Html, Visit

    Window = Callable[..., Visit]

pytestmark = pytest.mark.slow

OURS = "theme: {name: material, font: false, custom_dir: overrides}"


def leading(page: str, html: Html, kind: str) -> set[str]:
    """Give the files of a kind that a page links, by their paths in the site."""
    found = {value for tag, _, value in html.links if tag == "link" and value.endswith(kind)}
    return {posixpath.normpath(posixpath.join(posixpath.dirname(page), value)) for value in found}


@pytest.mark.parametrize("path", ["index.html", "about/index.html", "measures/index.html"])
def test_each_page_asks_first_for_the_fonts_of_its_text(built: Built, path: str) -> None:
    html = read_html((built.site / path).read_text("utf-8"))
    fonts = leading(path, html, ".woff2")
    assert {font.rpartition("/")[2].partition(".")[0] for font in fonts} == {"source-serif", "public-sans"}
    assert [font for font in fonts if not (built.site / font).is_file()] == []
    assert "assets/briefings.css" in leading(path, html, ".css")
    assert leading(path, html, "mark.svg") == {"assets/mark.svg"}


def test_text_is_set_in_them(visit: Window) -> None:
    page = visit().open("about/")
    page.reload()  # font-display: optional; by now they are in the cache
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
    assert {"Source Serif 4", "Public Sans"} <= {name.strip('"') for name in loaded}


def test_a_site_that_says_nothing_of_fonts_asks_nobody_and_keeps_its_own_mark(small: Desk) -> None:
    small.edit(
        "mkdocs.yml", OURS, "theme: {name: material, favicon: own.svg, logo: own.svg, custom_dir: overrides}"
    )
    small.write("docs/own.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    small.configure(use_directory_urls="false")
    done = small.build()
    assert done.returncode == 0, done.stdout
    path = "briefings/first.html"
    text = (small.site / path).read_text("utf-8")
    assert "googleapis" not in text
    assert "gstatic" not in text
    assert "assets/briefings.css" in leading(path, read_html(text), ".css")
    assert len(list((small.site / "assets/fonts").glob("*.woff2"))) == len(FACES)
    assert leading(path, read_html(text), ".woff2") == set(), "from a folder, browsers refuse to load ahead"
    assert leading(path, read_html(text), ".svg") == {"own.svg"}


def test_a_font_of_somebody_else_is_told(small: Desk) -> None:
    small.edit("mkdocs.yml", OURS, "theme: {name: material, font: {text: Lato}, custom_dir: overrides}")
    done = small.build()
    assert done.returncode == 1
    assert "mkdocs.yml: theme: font: " in done.stdout
    assert "Traceback" not in done.stdout
