"""An edit of a served desk: what it changes is written again, and the site is then what a build from nothing gives."""

from __future__ import annotations

import random
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs_briefings.mkdocs.server import Serving
from mkdocs_briefings.pages import entity_list, list_parts, question_list, timeline

from tests.mkdocs.served import DESK, Served, cold, desk, differing, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

BRIEFING = "briefings/2026-02-13-pilots-leave.yml"
PAGE = "briefings/pilots-leave/index.html"
NEW = "briefings/2026-03-09-zephyr.yml"
OUTLETS = "briefings/entities/outlets.yml"
DRAFT = "briefings/2026-03-12-summer-lock.yml"
SOURCE = "seeds/06-port-notice.txt"
Edit = tuple[str, str | None]


def changed(path: str, old: str, new: str) -> Edit:
    text = (DESK / path).read_text(encoding="utf-8")
    assert old in text
    return path, text.replace(old, new, 1)


def original(path: str) -> Edit:
    return path, (DESK / path).read_text(encoding="utf-8")


EDITS: dict[str, Edit] = {
    "prose": changed(BRIEFING, "summary: |\n  ", "summary: |\n  Zephyrs blow. "),
    "title": changed(BRIEFING, "title: ", "title: Now "),
    "claim": changed(BRIEFING, "published its report on", "published a report on"),
    "faulty": changed(BRIEFING, "sources: [gazette-pilots]", "sources: [gazette-pilots, no-such]"),
    "mended": original(BRIEFING),
    "alias": changed(OUTLETS, "name: Coast Wire,", "name: Coast Wire, aliases: [Port-Clair],"),
    "renamed": changed(OUTLETS, "name: Coast Wire,", "name: Wire of the Coast, aliases: [Coast Wire],"),
    "named as before": original(OUTLETS),
    "published": changed(DRAFT, "status: draft\n", ""),
    "draft": original(DRAFT),
    "source withdrawn": changed(SOURCE, "status: corrected", "status: withdrawn"),
    "source": original(SOURCE),
    "new": (NEW, "title: Zephyr\nsources: [port-notice]\nsummary: Zephyrs blow [@port-notice].\n"),
    "removed": (NEW, None),
    "option": changed("mkdocs.yml", "manual: true", "manual: true\n      max_share: 0.2"),
    "option as before": original("mkdocs.yml"),
    "storyline": changed("briefings/storylines.yml", "title: ", "title: A tale of "),
    "storyline as before": original("briefings/storylines.yml"),
    "hand-written": ("docs/about.md", "# About\n\nSee [it](briefings/zephyr.md) and [that](briefings/pilots-leave.md#no).\n"),
}  # fmt: skip


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    made = Served(desk(tmp_path / "desk"), tmp_path / "site")
    yield made
    made.close()


def same(served: Served, tmp_path: Path) -> None:
    assert differing(tree(served.site), cold(served.root, tmp_path / "cold")) == []


@pytest.mark.slow
def test_what_an_edit_changes_is_written_and_nothing_else(served: Served, tmp_path: Path) -> None:
    """No whole build is made for an edit of the desk, also if there are other pages then."""
    before = {path: (served.site / path).stat().st_ino for path in tree(served.site)}
    served.edit(EDITS["prose"])
    assert b"Zephyrs blow." in (served.site / PAGE).read_bytes()
    written = [path for path, inode in before.items() if (served.site / path).stat().st_ino != inode]
    assert PAGE in written
    assert "briefings/tide-gauge/index.html" not in written
    assert "search/records.js" in written
    for name in ("new", "alias", "source withdrawn"):
        served.edit(EDITS[name])
    assert (served.site / "briefings/zephyr/index.html").is_file()
    same(served, tmp_path)
    served.edit(EDITS["removed"])
    assert not (served.site / "briefings/zephyr").exists()
    assert served.whole == 1
    assert not list(served.site.parent.glob(".site.update.*"))


@pytest.mark.slow
@pytest.mark.usefixtures("long_lists")
def test_a_sample_of_edits_gives_what_a_build_from_nothing_gives(served: Served, tmp_path: Path) -> None:
    for name in ("renamed", "published", "faulty", "mended", "hand-written", "storyline"):
        served.edit(EDITS[name])
    same(served, tmp_path)
    served.edit(EDITS["new"])  # to which a page written by hand leads
    assert b'href="../briefings/zephyr/"' in (served.site / "about/index.html").read_bytes()
    served.edit(EDITS["option"])
    same(served, tmp_path)


@pytest.mark.slow
def test_pages_that_somebody_waits_for_come_first(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = served.preview
    right: list[str] = []
    looked: list[int] = []
    monkeypatch.setattr(Serving, "right", lambda _, file: right.append(file))
    made: list[int] = []
    complete = Serving.complete

    def completed(self: Serving, *given: Any) -> object:
        made.append(len(right))
        return complete(self, *given)

    monkeypatch.setattr(Serving, "complete", completed)
    monkeypatch.setattr(Serving, "look", lambda _: looked.append(len(right)))
    assert preview.answers is not None
    ask(preview.answers, "/livereload/1/1", "http://127.0.0.1:8000/timeline/")
    served.edit(EDITS["claim"])
    assert right[0] == PAGE
    assert made == [1], "before any other page is made"
    assert looked[0] == 1
    assert set(right[: looked[1]]) == {PAGE, "timeline/index.html"}
    assert len(looked) == 2


def ask(
    application: Callable[..., Iterable[bytes]], path: str, referer: str = ""
) -> tuple[dict[str, str], bytes]:
    """Ask a server without a socket; give status and headers, and the body."""
    told: dict[str, str] = {}

    def start(status: str, headers: list[tuple[str, str]], *_: object) -> None:
        told.update(dict(headers), status=status)

    asked = {"PATH_INFO": path, "HTTP_REFERER": referer, "HTTP_HOST": "localhost", "REQUEST_METHOD": "GET"}
    body = application(asked, start)
    try:
        return told, b"".join(body)
    finally:
        if close := getattr(body, "close", None):
            close()


@pytest.mark.slow
def test_an_old_page_is_marked_until_all_is_right(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = served.preview.answers
    assert answers is not None
    marked: dict[str, bool] = {}

    def look() -> None:
        for path in ("/briefings/pilots-leave/", "/timeline/", "/assets/panel.css"):
            told, body = ask(answers, path)
            assert told["status"] == "200 OK"
            assert int(told["Content-Length"]) == len(body)
            marked[path] = told.get("Briefings-Preview") == "old"
            assert (b'<meta name="briefings-preview" content="old">' in body) is marked[path]

    look()
    assert not any(marked.values())
    monkeypatch.setattr(Serving, "look", lambda _: look())
    served.edit(EDITS["prose"])
    assert marked == {"/briefings/pilots-leave/": False, "/timeline/": True, "/assets/panel.css": False}
    look()
    assert not any(marked.values())


@pytest.mark.slow
def test_another_edit_takes_up_what_is_left(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever types on need not wait until all pages are there."""
    with monkeypatch.context() as patch:
        patch.setattr(Serving, "is_impatient", lambda _: True)
        served.edit(EDITS["new"])
    assert b"Zephyr" not in (served.site / "timeline/index.html").read_bytes()
    assert b'"state": "settling"' in (served.site / "problems.json").read_bytes()
    served.edit(EDITS["prose"])
    assert b'"state": "done"' in (served.site / "problems.json").read_bytes()
    same(served, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("hook.py", "def on_page_content(html, page, config, files):\n    return html\n"),
        (
            "overrides/main.html",
            '{% extends "base.html" %}{% block footer %}{{ pages | length }}{% endblock %}',
        ),
    ],
    ids=["a hook", "a template that lists all pages"],
)
def test_where_an_edit_may_change_any_page_all_are_built(tmp_path: Path, path: str, text: str) -> None:
    root = desk(tmp_path / "desk")
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    config = (
        f"{config}hooks: [hook.py]\n"
        if path == "hook.py"
        else config.replace("theme:\n", "theme:\n  custom_dir: overrides\n")
    )
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    served = Served(root, tmp_path / "site")
    try:
        served.edit(EDITS["prose"])
        assert served.whole == 2
        assert b"Zephyrs blow." in (served.site / PAGE).read_bytes()
    finally:
        served.close()


@pytest.fixture
def long_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have lists that are long at two or three entries, so that they have parts of their own."""
    for name, number in {"WHOLE": 2, "NEWEST": 1, "MOST": 3}.items():
        monkeypatch.setattr(list_parts, name, number)
        for module in (question_list, timeline, entity_list):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, number)


@pytest.mark.soak
@pytest.mark.usefixtures("long_lists")
@pytest.mark.parametrize("seed", range(3))
def test_random_edits_give_what_a_build_from_nothing_gives(served: Served, tmp_path: Path, seed: int) -> None:
    choose = random.Random(seed)  # noqa: S311, a seeded one is wanted
    log: list[str] = []
    states = set()
    # Each once, and then any.
    names = choose.sample(sorted(EDITS), len(EDITS)) + choose.choices(sorted(EDITS), k=30 - len(EDITS))
    for number, name in enumerate(names):
        path, text = EDITS[name]
        if text is None and not (served.root / path).exists():
            continue
        if text is not None and choose.random() < 0.3:
            text = re.sub(r"^(title: \S+)", rf"\1 {number}", text, count=1, flags=re.MULTILINE)
        log.append(name)
        served.edit((path, text))
        shown = served.preview.shown
        assert shown is not None
        if shown.held and not shown.left_out:
            # A faulty file is shown as it was: so is a desk that has it as it was, but for what is told of it.
            root = desk(tmp_path / "sound", served.root)
            for path_, data in shown.files.tree.items():
                (root / path_).write_bytes(data)
            wanted = cold(root, tmp_path / "cold")
            shutil.rmtree(root)
            assert set(differing(tree(served.site), wanted)) <= {"problems.json"}, log
            states.add("held")
        elif not shown.left_out:
            assert differing(tree(served.site), cold(served.root, tmp_path / "cold")) == [], log
            states.add("sound")
    assert states == {"held", "sound"}
