"""A site that was built before is published again where nothing has changed, and only then."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import random
import shutil
from typing import TYPE_CHECKING, Any, cast

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs_briefings.files import kept_sites
from mkdocs_briefings.files.kernel_lock import locked
from mkdocs_briefings.mkdocs import desk_build
from mkdocs_briefings.mkdocs import plugin as plugins
from mkdocs_briefings.mkdocs.build_key import UnknownInputError, key
from mkdocs_briefings.mkdocs.options import settings_of
from mkdocs_briefings.resolve import passages_again

from tests.mkdocs.served import built, desk, differing, tree
from tests.mkdocs.test_update import EDITS, Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

CONFIG = """\
site_name: Wind
theme:
  name: material
  custom_dir: overrides
plugins:
- briefings: {search: false}
"""
SOURCE = "---\nid: gazette\ntitle: Wind\npublished: 2026-01-02\npublisher: not stated\n---\nThe zephyr did blow on Monday.\n"
BRIEFING = """\
title: Wind
sources: [gazette]
summary: It blew [@blew].
claims:
  blew:
    text: The zephyr blew.
    said_by: not analysed
    quote: The zephyr did blow
"""
BRIEFINGS = "briefings/2026-01-02-wind.yml"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give this user a place for a secret, which other tests have not."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path / "state"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    root = tmp_path / "small"
    for path, text in {
        "mkdocs.yml": CONFIG,
        "seeds/gazette.txt": SOURCE,
        BRIEFINGS: BRIEFING,
        "docs/about.md": "# About\n\nAs told.\n",
        "overrides/main.html": '{% extends "base.html" %}',
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def sites(root: Path) -> list[Path]:
    return sorted((root / kept_sites.FOLDER / "sites").glob("?" * 64))


@pytest.mark.slow
def test_nothing_is_made_where_nothing_has_changed(
    small: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even a page; what the build said is said again, and a site that stands is not touched."""
    (small / "docs/about.md").write_text("# About\n\n[Gone](gone.md)\n", encoding="utf-8")
    caplog.set_level(logging.INFO)
    first = built(small)
    assert len(sites(small)) == 1
    with monkeypatch.context() as patch:
        patch.setattr(desk_build, "build", None)
        when = (small / "site/index.html").stat()
        caplog.clear()
        assert built(small) == first
        assert (small / "site/index.html").stat().st_mtime_ns == when.st_mtime_ns
        told = "\n".join(record.getMessage() for record in caplog.records)
        assert "'about.md' contains a link 'gone.md'" in told
        assert "1 passage held against the texts again" in told
        shutil.rmtree(small / "site")
        assert built(small) == first
        (small / "site/about/index.html").write_bytes(b"altered")
        (small / "site/.htaccess").write_bytes(b"of the host")
        assert built(small) == {**first, ".htaccess": b"of the host"}
        assert not [path for path in small.iterdir() if path.name.startswith(".site")]
    (small / "docs/about.md").write_text("# About\n\nNow.\n", encoding="utf-8")
    assert b"Now." in built(small)["about/index.html"]
    assert len(sites(small)) == 2


@pytest.mark.slow
def test_what_somebody_else_put_there_is_not_published(small: Path, tmp_path: Path) -> None:
    first = built(small)
    shutil.rmtree(small / "site")
    (kept,) = sites(small)
    key_, listed, page = kept.name, kept / "files.json", kept / "files/about/index.html"
    saved = tmp_path / "saved"
    kept.rename(saved)

    def brought(user: kept_sites.KeptSites | None = None) -> bool:
        own = user or kept_sites.KeptSites.of(small)
        assert own is not None
        found = own.find(key_)
        return found is not None and kept_sites.bring(found, tmp_path / "brought")

    def put() -> None:
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(saved, kept)
        page.unlink()

    put()
    os.mkfifo(page)
    assert not brought(), "a pipe"
    put()
    page.symlink_to(saved / "files/about/index.html")
    assert not brought(), "a link"
    put()
    page.write_bytes(b"forged")
    assert not brought(), "another file"
    put()
    page.write_bytes(b"forged")
    seal, told = listed.read_bytes().split(b"\n", 1)
    forged = json.loads(told)
    forged["files"]["about/index.html"] = hashlib.sha256(b"forged").hexdigest()
    listed.write_bytes(seal + b"\n" + json.dumps(forged).encode())
    assert not brought(), "another list"
    theirs = kept_sites.KeptSites(kept.parent, b"x" * 32)
    shutil.rmtree(kept)
    shutil.copytree(saved / "files", tmp_path / "theirs")
    (tmp_path / "theirs/about/index.html").unlink()
    (tmp_path / "theirs/about/index.html").write_bytes(b"forged")
    theirs.keep(key_, tmp_path / "theirs", json.loads(told)["facts"])
    assert brought(theirs), "it is whole"
    shutil.rmtree(tmp_path / "brought")
    assert not brought(), "the list of another user"
    assert built(small) == first


def test_a_link_in_the_place_of_the_cache_leads_nowhere(tmp_path: Path) -> None:
    """What came with a desk must not have anything written or removed elsewhere."""
    other = tmp_path / "other"
    (other / "sites").mkdir(parents=True)
    root = tmp_path / "desk"
    (root / ".cache").mkdir(parents=True)
    (root / kept_sites.FOLDER).symlink_to(other)
    kept = kept_sites.KeptSites.of(root)
    assert kept is not None
    (tmp_path / "site").mkdir()
    kept.keep("a" * 64, tmp_path / "site", {})
    assert kept.find("a" * 64) is None
    assert not kept_sites.forget(root)
    assert [*(other / "sites").iterdir()] == []


def test_few_sites_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ones that were used last; of two builds at once, one keeps its site."""
    kept = kept_sites.KeptSites.of(tmp_path)
    assert kept is not None
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_bytes(b"x" * 1000)
    for number, name in enumerate("abc"):
        kept.keep(name * 64, site, {"number": number})
        os.utime(kept.folder / (name * 64), ns=(number, number))
    assert (kept.folder.parent / ".gitignore").read_text() == "*\n"
    found = kept.find("a" * 64)
    assert found is not None
    assert found.facts == {"number": 0}
    (kept.folder / ".new.of-a-build-that-was-killed").mkdir()
    kept.keep("d" * 64, site, {})
    assert sorted(one.name[0] for one in kept.folder.iterdir()) == ["a", "c", "d"]
    monkeypatch.setattr(kept_sites, "MOST_BYTES", 2500)
    kept.keep("e" * 64, site, {})
    assert {one.name[0] for one in kept.folder.iterdir()} == {"e"} | {"d"}
    monkeypatch.setattr(kept_sites, "MOST_BYTES", 500)
    kept.keep("f" * 64, site, {})
    assert kept.find("f" * 64) is None
    with locked(kept.folder, None):
        monkeypatch.setattr(kept_sites, "MOST_BYTES", 5000)
        kept.keep("0" * 64, site, {})
    assert kept.find("0" * 64) is None
    assert kept_sites.forget(tmp_path)
    assert not kept.folder.exists()


def test_without_a_place_for_a_secret_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", os.devnull)
    assert kept_sites.KeptSites.of(tmp_path) is None


@pytest.mark.slow
def test_a_site_that_nothing_dates_is_not_kept(small: Path) -> None:
    write("seeds/gazette.txt", SOURCE.replace("2026-01-02", "not stated"))(small)
    (small / BRIEFINGS).rename(small / "briefings/wind.yml")
    assert b"Wind" in built(small)["briefings/wind/index.html"]
    assert sites(small) == []


def test_a_passage_that_is_gone_is_missed() -> None:
    told: Mapping[str, list[passages_again.Row]] = {
        "seeds/gazette.txt": [([[0, 10], [11, 14]], ["The zephyr", "did"])]
    }
    data = {"seeds/gazette.txt": SOURCE.encode()}
    assert passages_again.verified(told, data) == 1
    assert passages_again.verified(told, {"seeds/gazette.txt": SOURCE.replace("did", "has").encode()}) is None
    assert passages_again.verified(told, {}) is None
    assert passages_again.verified({"seeds/gazette.txt": [([[0, 0]], [""])]}, data) is None


def named(root: Path, **options: Any) -> str:
    """Name what a site is made from."""
    cast("Any", MkDocsConfig.plugins).plugin_cache.clear()
    config = load_config(str(root / "mkdocs.yml"), **options)
    own = config.plugins["briefings"]
    assert isinstance(own, plugins.BriefingsPlugin)
    config.plugins.on_startup(command="other", dirty=False)  # type: ignore[arg-type]  # nothing is begun
    config = config.plugins.on_config(config)
    settings = settings_of(config, own.config, preview=False, own_home=False)
    desk_files = tree(root / "briefings") | tree(root / "seeds")
    return key(config, settings, desk_files, own)


def write(path: str, text: str) -> Callable[[Path], object]:
    def change(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return change


def configure(old: str, new: str) -> Callable[[Path], object]:
    assert old in CONFIG
    return write("mkdocs.yml", CONFIG.replace(old, new))


CHANGES: dict[str, Callable[[Path], object]] = {
    "text": write("seeds/gazette.txt", SOURCE.replace("Monday", "Sunday")),
    "briefing": write(BRIEFINGS, BRIEFING.replace("It blew", "So it blew")),
    "file": write("docs/image.svg", "<svg/>"),
    "template": write("overrides/main.html", '{% extends "base.html" %} '),
    "more templates": write("overrides/partials/footer.html", ""),
    "option": configure("search: false", "search: false, manual: true"),
    "option of the theme": configure("name: material", "name: material\n  language: de"),
    "option of MkDocs": configure("site_name: Wind", "site_name: Wind\nsite_url: https://wind.example/"),
    "extension": configure("site_name: Wind", "site_name: Wind\nmarkdown_extensions: [admonition]"),
    "option of an extension": configure(
        "site_name: Wind", "site_name: Wind\nmarkdown_extensions: [toc: {permalink: true}]"
    ),
    "excluded": configure("site_name: Wind", "site_name: Wind\nexclude_docs: about.md"),
    "extra": configure("site_name: Wind", "site_name: Wind\nextra: {a: [1, {b: c}]}"),
    "environment": configure("site_name: Wind", "site_name: !ENV [WIND, Wind]"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_site_is_named_by_all_that_it_is_made_from(
    small: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    before = named(small)
    if change == "environment":
        CHANGES[change](small)
        assert named(small) == before, "the same value"
        monkeypatch.setenv("WIND", "Gale")
    else:
        CHANGES[change](small)
    assert named(small) != before


def test_the_command_line_and_what_is_installed_name_a_site_too(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = named(small)
    assert named(small) == before
    assert named(small, site_dir=str(tmp_path / "elsewhere")) == before
    with monkeypatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "86400")
        assert named(small) != before
    assert named(small, strict=True) != before
    assert named(small, use_directory_urls=False) != before
    write("other-1.dist-info/RECORD", "other.py,sha256=a,1\n")(tmp_path / "lib")
    monkeypatch.syspath_prepend(str(tmp_path / "lib"))
    with_other = named(small)
    assert with_other != before
    write("other-1.dist-info/RECORD", "other.py,sha256=b,1\n")(tmp_path / "lib")
    assert named(small) != with_other


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ("hooks: [overrides/hook.py]\n", "a hook"),
        ("markdown_extensions: [pymdownx.snippets]\n", "pymdownx.snippets"),
        ("markdown_extensions: [markdown_include]\n", "markdown_include"),
        (
            "markdown_extensions:\n- pymdownx.emoji: {options: {custom_icons: [overrides/icons]}}\n",
            "pymdownx.emoji",
        ),
        ("extra:\n  now: !!python/name:time.time\n", "extra: now"),
    ],
)
def test_what_cannot_be_named_is_not_kept(
    small: Path, monkeypatch: pytest.MonkeyPatch, more: str, why: str
) -> None:
    write(
        "markdown_include.py",
        "from markdown import Extension\nclass Mine(Extension):\n    def extendMarkdown(self, md): ...\ndef makeExtension(**_):\n    return Mine()\n",
    )(small)
    monkeypatch.syspath_prepend(str(small))
    write("overrides/hook.py", "def on_page_content(html, page, config, files):\n    return html\n")(small)
    write("mkdocs.yml", CONFIG + more)(small)
    with pytest.raises(UnknownInputError, match=why):
        named(small)


def test_another_plugin_may_read_anything(small: Path) -> None:
    configure("- briefings", "- tags\n- briefings")(small)
    with pytest.raises(UnknownInputError, match="material"):
        named(small)


def play(root: Path, cold: Path, edits: Mapping[str, Edit], names: Iterable[str]) -> None:
    """Make edits, and hold the site after each against one that is built as if nothing had been before."""
    log = []
    for name in names:
        path, text = edits[name]
        target = root / path
        if text is None:
            target.unlink(missing_ok=True)
        else:
            target.write_text(text, encoding="utf-8")
        log.append(name)
        shutil.rmtree(cold, ignore_errors=True)
        shutil.copytree(root, cold, ignore=shutil.ignore_patterns("site", ".cache"))
        wanted = built(cold)
        assert differing(built(root), wanted) == [], log
        assert differing(built(root), wanted) == [], [*log, "nothing changed"]


@pytest.mark.slow
def test_a_sample_of_edits_gives_what_a_build_from_nothing_gives(small: Path, tmp_path: Path) -> None:
    edits: dict[str, Edit] = {
        "prose": (BRIEFINGS, BRIEFING.replace("It blew", "So it blew")),
        "option": ("mkdocs.yml", CONFIG.replace("search: false", "search: false, max_share: 0.1")),
    }
    play(small, tmp_path / "cold", edits, edits)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2))
def test_random_edits_give_what_a_build_from_nothing_gives(tmp_path: Path, seed: int) -> None:
    choose = random.Random(seed)  # noqa: S311, a seeded one is wanted
    names = [name for name in sorted(EDITS) if name != "faulty"]  # which publishes nothing
    play(desk(tmp_path / "desk"), tmp_path / "cold", EDITS, choose.choices(names, k=30))
