"""How long pages are on a phone, and that what opens on demand opens for whoever is led to it."""

from __future__ import annotations

import re
import statistics
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import serving

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.site.conftest import Built, Visit

    Window = Callable[..., Visit]

pytestmark = pytest.mark.slow

SCREENS = "document.documentElement.scrollHeight / innerHeight"


def paths(page: object, folder: str) -> list[str]:
    listed = page.request.get(f"{page.url}sitemap.xml").text()  # type: ignore[attr-defined]
    return sorted(set(re.findall(rf"{folder}/[^/<]+/", listed)))


def test_pages_are_short_on_a_phone(visit: Window) -> None:
    page = visit(390, 844).open("")
    home, lengths = page.url, dict[str, list[float]]()
    found = {folder: paths(page, folder) for folder in ("briefings", "entities")}
    for folder, all_ in found.items():
        for path in all_:
            page.goto(f"{home}{path}")
            lengths.setdefault(folder, []).append(page.evaluate(SCREENS))
    assert len(lengths["briefings"]) > 10
    assert statistics.median(lengths["briefings"]) <= 5
    assert max(lengths["entities"]) <= 8


MOST = {
    "": 8, "new/": 6, "briefings/": 7, "storylines/": 3, "measures/": 7, "timeline/": 7, "disagreements/": 6, "questions/": 7,
    "entities/": 6, "sources/": 6, "sources/gt-oicts/": 5, "follow/": 7,
}  # fmt: skip
"""Phone screens of this repository's lists, and of the source with most passages: what is beyond them opens on demand."""


def test_lists_are_short_on_a_phone(repository: Built, visit: Window, tmp_path: Path) -> None:
    (tmp_path / "below").symlink_to(repository.site, target_is_directory=True)
    with serving(tmp_path) as port:
        page = visit(390, 844, url=f"http://127.0.0.1:{port}/below/").open("")
        home, lengths = page.url, {}
        for path in MOST:
            page.goto(f"{home}{path}")
            lengths[path] = round(page.evaluate(SCREENS), 1)
        page.close()
    assert {path: length for path, length in lengths.items() if length > MOST[path]} == {}


def test_measures_of_long_ago_open_on_demand_and_with_the_day(
    repository: Built, visit: Window, tmp_path: Path
) -> None:
    (tmp_path / "below").symlink_to(repository.site, target_is_directory=True)
    with serving(tmp_path) as port:
        page = visit(url=f"http://127.0.0.1:{port}/below/").open("measures/")
        fold = page.locator("details.b-fold:has(.b-row)")
        assert "more than a year before the newest evidence" in fold.locator("summary").inner_text()
        assert fold.get_attribute("open") is None
        page.goto(f"{page.url}?day=2020-02-11")
        page.wait_for_function("document.querySelector('.b-fold:has(.b-row)').open")
        row = fold.locator(".b-row", has_text="Huawei rule")
        assert "withdrawn" in row.inner_text()
        page.close()


def test_a_claim_in_a_fold_is_in_sight_for_whoever_is_led_to_it(visit: Window) -> None:
    page = visit().open("briefings/pilots-leave/")
    claim = page.locator("#c-resigned")
    assert not claim.is_visible()
    page.goto(f"{page.url}#c-resigned")
    page.wait_for_function("document.getElementById('c-resigned').closest('details').open")
    assert claim.evaluate("one => one.closest('details').open")


def test_paper_shows_what_is_folded(visit: Window) -> None:
    page = visit().open("briefings/pilots-leave/")
    page.emulate_media(media="print")
    assert (
        page.locator(".b-fold .b-entry, .b-fold section").first.evaluate(
            "one => one.getBoundingClientRect().height"
        )
        > 0
    )
    # The one that names what no heading names stays as a label.
    assert page.locator(".b-fold > summary:visible").all_inner_texts() == ["Who speaks"]
