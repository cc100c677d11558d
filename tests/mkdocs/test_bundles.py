"""One style sheet and one script of ours, which hold what a site put in the place of a part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build

from tests.mkdocs.test_plugin import desk, loaded

if TYPE_CHECKING:
    from pathlib import Path

assert desk  # a fixture


@pytest.mark.slow
def test_pages_ask_for_one_of_each_and_a_site_may_change_a_part(desk: Path) -> None:
    (desk / "docs/assets").mkdir()
    (desk / "docs/assets/print.css").write_text("/* the site's own */")
    build(loaded(desk))
    site = desk / "site"
    style, script = ((site / f"assets/briefings.{kind}").read_text("utf-8") for kind in ("css", "js"))
    assert "/* the site's own */" in style
    assert style.index("@font-face") < style.index("--b-paper") < style.index("the site's own")
    for path in re.findall(r'url\("(fonts/[^"]+)"\)', style):
        assert (site / "assets" / path).is_file()
    assert '"use strict"' in script
    page = (site / "index.html").read_text("utf-8")
    asked = re.findall(r'(?:src|href)="(assets/[^"]+\.(?:js|css))"', page)
    ours = [path for path in asked if "stylesheets" not in path and "javascripts" not in path]
    assert sorted(ours) == ["assets/briefings.css", "assets/briefings.js"]
    assert not any((site / f"assets/{name}.js").exists() for name in ("notes", "board"))
    assert "form.elements.known" in (site / "assets/forms.js").read_text("utf-8")
    assert "form.elements.known" not in script
    assert not any(f'"{id_}"' in script for id_ in ("search-hint", "panel-list", "clip-text", "cite-about"))


def test_a_configuration_that_names_no_files_gets_ours_once(desk: Path) -> None:
    """MkDocs has one list as the default of all configurations: what is put into it stays for the next build."""
    for _ in range(2):
        config = loaded(desk)
        config.plugins.on_config(config)
        assert sorted(map(str, config.extra_css)).count("assets/briefings.css") <= 1
    assert list(loaded(desk).extra_css) == []
