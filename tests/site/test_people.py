"""Pages of persons are left out by search engines, not by the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site.conftest import Built

pytestmark = pytest.mark.slow


def test_persons_are_left_out_by_search_engines_alone(built: Built) -> None:
    pages = {
        kind: [
            one
            for one in sorted((built.site / "entities").glob("*/index.html"))
            if f"<p>{kind}" in one.read_text("utf-8")
        ]
        for kind in ("person", "agency")
    }
    assert all(pages.values())
    listed = (built.site / "sitemap.xml").read_text("utf-8")
    for kind, found in pages.items():
        for one in found:
            is_asked = 'name="robots" content="noindex"' in one.read_text("utf-8")
            assert is_asked == (kind == "person"), one
            assert (f"/entities/{one.parent.name}/<" in listed) == (kind != "person"), one
