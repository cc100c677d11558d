"""`mkdocs serve`: what an editor sees while typing, also while it is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import Preview, copy, tree, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.site.conftest import Visit

pytestmark = pytest.mark.slow

BRIEFING = "briefings/2026-02-13-pilots-leave.yml"
PAGE = "briefings/pilots-leave/"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Serve a copy of the desk that has been built before."""
    desk = copy(tmp_path_factory.mktemp("served"))
    desk.write("site/index.html", "the site of before")
    started = Preview(desk, tmp_path_factory.mktemp("log") / "log")
    try:
        until(started.started, "the preview", 120)
        yield started
    finally:
        started.process.kill()
        started.process.wait()


def test_a_changed_summary_is_on_the_open_page(preview: Preview, visit: Callable[..., Visit]) -> None:
    page = visit(url=preview.url).open(PAGE)
    preview.desk.edit(BRIEFING, "summary: |\n  ", "summary: |\n  Zephyrs blow: ")
    page.get_by_text("Zephyrs blow:").first.wait_for(timeout=30_000)
    assert "Zephyrs blow:" in preview.get(PAGE)[1]
    page.close()


def test_a_changed_seed_is_on_its_page(preview: Preview) -> None:
    path = next((preview.desk.root / "seeds").glob("01-*")).relative_to(preview.desk.root).as_posix()
    text = preview.desk.read(path)
    preview.desk.write(path, re.sub(r"^label: .*$", "label: A zephyr of a source", text, flags=re.MULTILINE))
    preview.shows("sources/", "A zephyr of a source")


def test_a_changed_docs_page_is_there(preview: Preview) -> None:
    preview.desk.write("docs/about.md", "# About\n\nZephyrs and more.\n")
    preview.shows("about/", "Zephyrs and more.")


def test_a_new_briefing_and_a_removed_one(preview: Preview) -> None:
    new = preview.desk.root / "briefings/2026-03-09-zephyr.yml"
    new.write_text(
        "title: Zephyr\nsources: [gazette-pilots]\nsummary: Zephyrs blow [@gazette-pilots].\n", "utf-8"
    )
    preview.shows("briefings/", "zephyr/")
    new.unlink()
    until(lambda: preview.get("briefings/zephyr/")[0] == 404, "the page to go")


@pytest.mark.parametrize(
    ("new", "told", "mended"),
    [("\nsources: [[", "", "mildly"), ("\nsources: [no-such-source, ", "[unknown-source]", "wildly")],
    ids=["syntax", "reference"],
)
def test_a_mistake_in_a_file_keeps_its_pages_and_holds_nothing_else_up(
    preview: Preview, new: str, told: str, mended: str
) -> None:
    sound = preview.desk.read(BRIEFING)
    said = len(preview.printed)
    preview.desk.edit(BRIEFING, "\nsources: [", new)
    error = re.compile(rf"{re.escape(BRIEFING)}:\d+:\d+: error: .*{re.escape(told)}")
    until(lambda: error.search(preview.printed[said:]), f"the error:\n{preview.printed[said:]}")
    assert "Traceback" not in preview.printed
    assert "Zephyrs blow:" in preview.get(PAGE, seconds=3)[1]
    preview.desk.write("docs/about.md", f"# About\n\nMeanwhile it blows {mended}.\n")
    preview.shows("about/", f"Meanwhile it blows {mended}.")
    preview.desk.write(BRIEFING, sound.replace("Zephyrs blow:", f"Zephyrs blow: {mended}"))
    preview.shows(PAGE, f"Zephyrs blow: {mended}")
    preview.desk.write(BRIEFING, sound)


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        ("mkdocs.yml", "      manual: true", "      manual: maybe", "manual"),
        ("docs/about.md", "", "", ""),
    ],
    ids=["configuration", "template"],
)
def test_a_mistake_is_told_and_mended(preview: Preview, path: str, old: str, new: str, told: str) -> None:
    """Whatever is wrong, the old pages stay up, and the next good build takes their place."""
    broken = preview.desk.read(path)
    said = len(preview.printed)
    if old:
        preview.desk.edit(path, old, new)
    else:
        told = "overrides/main.html:2:1: error: "
        preview.desk.write("overrides/main.html", '{% extends "base.html" %}\n{% endblok %}\n')
        text = preview.desk.read("mkdocs.yml")
        preview.desk.write("mkdocs.yml", text.replace("theme:\n", "theme:\n  custom_dir: overrides\n"))
    until(lambda: "the old site stays up" in preview.printed[said:], f"a report:\n{preview.printed[said:]}")
    assert told in preview.printed[said:]
    assert "Traceback" not in preview.printed
    assert "Zephyrs blow:" in preview.get(PAGE, seconds=3)[1]
    assert preview.get("timeline/", seconds=3)[0] == 200

    preview.desk.write(path, broken)
    if not old:
        preview.desk.write(
            "mkdocs.yml", preview.desk.read("mkdocs.yml").replace("  custom_dir: overrides\n", "")
        )
    preview.desk.write("docs/method.md", f"# Method\n\nMended after {told}\n")
    preview.shows("method/", f"Mended after {told}")
    assert "Zephyrs blow:" in preview.get(PAGE)[1]


def test_ctrl_c_ends_it_cleanly(preview: Preview) -> None:
    """The last test here, as the preview is over then."""
    assert preview.stop() == 0, preview.printed
    assert "Shutting down" in preview.printed
    assert "Traceback" not in preview.printed
    assert preview.desk.leftovers() == []
    assert tree(preview.desk.site) == {"index.html": b"the site of before"}
