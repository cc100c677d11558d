"""A home page written by hand is the site's; the generated one moves aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import Preview, until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.conftest import Desk

pytestmark = pytest.mark.slow

OURS = "# Welcome to the harbour\n\nThe [overview](overview.md) and the [briefings](briefings/index.md).\n"


@pytest.mark.parametrize("name", ["index.md", "README.md"])
def test_the_site_s_own_home_page_is_the_first(small: Desk, name: str) -> None:
    small.write(f"docs/{name}", OURS)
    done = small.build()
    assert done.returncode == 0, done.stdout
    home = (small.site / "index.html").read_text("utf-8")
    assert "Welcome to the harbour" in home
    assert "The office closes, its head says" not in home
    overview = (small.site / "overview/index.html").read_text("utf-8")
    assert "The office closes, its head says" in overview
    assert "<title>Overview - A small desk</title>" in overview
    assert 'href="../briefings/first/' in overview
    assert re.search(r'<a href="\.\." [^>]*md-logo', overview)
    check = small.run("briefings", "check", "--strict")
    assert check.returncode == 0, check.stdout
    sitemap = (small.site / "sitemap.xml").read_text("utf-8")
    assert len(re.findall("<loc>", sitemap)) == len(set(re.findall("<loc>.*", sitemap)))


def test_a_file_that_is_no_page_is_no_home_page(small: Desk) -> None:
    small.write("docs/README.md", "For editors\n")
    small.configure(exclude_docs="README.md")
    done = small.build()
    assert done.returncode == 0, done.stdout
    assert "The office closes, its head says" in (small.site / "index.html").read_text("utf-8")
    assert not (small.site / "overview").exists()


def test_the_preview_follows(small: Desk, tmp_path: Path) -> None:
    small.configure(site_url="https://desk.example/below/")
    preview = Preview(small, tmp_path / "log")
    try:
        until(preview.started, "the server")
        preview.shows("", "The office closes, its head says")
        small.write("docs/index.md", OURS)
        preview.shows("", "Welcome to the harbour")
        preview.shows("overview/", "The office closes, its head says")
        (small.root / "docs/index.md").unlink()
        preview.shows("", "The office closes, its head says")
    finally:
        preview.stop()
