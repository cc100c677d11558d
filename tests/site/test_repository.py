"""The repository's own site, as `make site` builds it: strictly, without a dead link, and its hand-written pages readable.

The other tests of this folder build the invented desk in `tests/desk`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.site.conftest import REPOSITORY, read_html, serving
from tests.site.test_html import complaints
from tests.site.test_links import dead_links
from tests.site.test_search import FIND

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.site.conftest import Built, Visit

pytestmark = pytest.mark.slow


def test_the_site_of_this_repository_builds_strictly(repository: Built) -> None:
    assert repository.code == 0, repository.output
    assert "WARNING" not in repository.output
    assert ", 0 warnings; checked against the texts" in repository.output


def test_the_site_of_this_repository_has_no_dead_link_and_is_valid(repository: Built) -> None:
    pages = {
        path.relative_to(repository.site).as_posix(): read_html(path.read_text(encoding="utf-8"))
        for path in sorted(repository.site.rglob("*.html"))
        if not path.is_relative_to(repository.site / "assets")
    }
    assert dead_links(repository.site, pages) == []
    assert complaints(repository.site) == []


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=["desktop", "phone"])
def test_the_hand_written_pages_of_this_repository_have_no_barrier(
    repository: Built, visit: Callable[..., Visit], tmp_path: Path, size: tuple[int, int]
) -> None:
    (tmp_path / "below").symlink_to(repository.site, target_is_directory=True)
    with serving(tmp_path) as port:
        window = visit(*size, url=f"http://127.0.0.1:{port}/below/")
        for written in sorted((REPOSITORY / "docs").glob("*.md")):
            page = window.open(f"{written.stem}/")
            assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0, written.name
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
        window.page.close()


QUESTIONS = {
    "who owns Global Times": "entities/global-times/",
    "who is Liz Cannon": "entities/liz-cannon/",
    "can nvidia sell to china": "briefings/h200-sales/",
    "did the US drop the drone plan": "briefings/drone-plan-dropped/",
    "why did Liz Cannon resign": "briefings/oicts-departures/",
    "what did China say about the hacking charge": "briefings/integrity-charge/",
    "who sanctioned Integrity Technology Group": "briefings/integrity-charge/",
    "how much did nvidia write down": "briefings/nvidia-write-down/",
    "when was the connected vehicle rule issued": "briefings/vehicle-ban-proposed/#q-was-a-rule-issued-after-the-proposal-on",
    "is huawei banned": "briefings/huawei-listed/",
    "Liz Cannon fired": "briefings/oicts-departures/",
    "fired": "briefings/oicts-departures/",
    "battery permit retaliation": "briefings/battery-permits/",
    "does huawei spy": "briefings/huawei-listed/",
    "who leads the OICTS": "briefings/oicts-departures/#q-who-will-lead-the-oicts",
    "what happened in London": "entities/london/",
    "are battery exports restricted": "briefings/battery-permits/",
    "who denies hacking": "briefings/integrity-charge/#d-hacking-or-unfounded",
    "what is the DeepSeek investigation": "briefings/nvidia-inquiry/",
    "h200 chips": "entities/h200-permission/",
    "who opposed the huawei rule": "briefings/huawei-rule-withdrawn/",
    "will the magnet rule come": "entities/magnet-rule/",
    "what are the soybean tariffs on nvidia": "entities/nvidia/",
}
"""Questions in everyday words, with the first hit."""


def test_questions_in_everyday_words_find_their_answers(
    repository: Built, visit: Callable[..., Visit], tmp_path: Path
) -> None:
    (tmp_path / "below").symlink_to(repository.site, target_is_directory=True)
    with serving(tmp_path) as port:
        page = visit(url=f"http://127.0.0.1:{port}/below/").open("about/")
        page.keyboard.press("/")
        page.wait_for_function("globalThis.briefingsSearch?.site.topics.length > 0")
        found = page.evaluate(FIND, ["pagefind", list(QUESTIONS)])
        page.close()
    assert {query: hits[0].removesuffix("#") for query, hits in found.items() if hits} == QUESTIONS
