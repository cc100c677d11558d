"""What leaves a site beside its pages is written, linked and checked as what MkDocs writes, though it knows none of it."""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs_briefings.build import build as build_desk
from mkdocs_briefings.files import kept_sites
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.mkdocs import desk_build
from mkdocs_briefings.mkdocs.options import settings_of

from tests.mkdocs.served import built
from tests.mkdocs.test_generated import BRIEFING, SEED

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = """\
site_name: Desk
site_url: https://desk.example/below/
theme: {name: mkdocs}
strict: true
plugins: [briefings: {search: false, outputs: [feeds, data, embeds, digests]}]
exclude_docs: /digest/new.html
nav: [Start: index.md, Feed: feeds/site.xml]
"""
ABOUT = """\
# About

[A claim](embed/claims/first/closes.html), [the data](data/desk.sqlite?raw=1), [the feed](feeds/site.xml).
"""
SEAL = hashlib.sha256(SEED.rpartition("---\n")[2].encode()).hexdigest()
FILES = {
    "mkdocs.yml": CONFIG,
    "docs/about.md": ABOUT,
    "seeds/report.txt": SEED.replace("publisher:", f"sha256: {SEAL}\npublisher:"),
    "briefings/2026-01-02-first.yml": BRIEFING,
    "briefings/entities/all.yml": "acme: {kind: company, name: Acme}\n",
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for path, text in FILES.items():
        put(tmp_path, path, text)
    return tmp_path


def put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def made(root: Path) -> dict[str, bytes]:
    """Make the outputs without MkDocs."""
    config = load_config(str(root / "mkdocs.yml"))
    settings = settings_of(config, config.plugins["briefings"].config, preview=False, own_home=False)
    return dict(build_desk(read(root, settings)[0], settings).outputs)


@pytest.mark.slow
def test_all_is_written_and_pages_lead_there(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = built(desk)
    expected = made(desk)
    assert expected.pop("digest/new.html")
    assert len(expected) > 40
    assert {path: site[path] for path in expected} == expected
    assert "digest/new.html" not in site, "what a site leaves out is not written"
    about = site["about/index.html"].decode()
    for href in ("../embed/claims/first/closes.html", "../data/desk.sqlite?raw=1", "../feeds/site.xml"):
        assert f'href="{href}"' in about
    assert b'href="../data/desk.sqlite"' in site["data/index.html"]
    assert not (desk / "site/embed/claims/first/closes.html").stat().st_mode & 0o111
    # Kept, they lie in one file, and are brought from there.
    (kept,) = (desk / kept_sites.FOLDER / "sites").glob("?" * 64)
    assert not (kept / "files/embed").exists()
    with monkeypatch.context() as patch:
        patch.setattr(desk_build, "build", None)
        (desk / "site/embed/claims/first/closes.json").unlink()
        assert built(desk) == site
    packed = kept / "packed"
    packed.write_bytes(packed.read_bytes().replace(b"Acme", b"Beta", 1))
    (desk / "site/index.html").unlink()
    assert built(desk) == site, "what was altered is made again"


HOOK = """\
from mkdocs.structure.files import File, Files

def on_files(files, config):
    files = Files(list(files))
    files.append(File.generated(config, "feeds/site.json", content="theirs"))
    return files
"""


@pytest.mark.slow
def test_a_hook_may_bring_a_list_and_a_file_of_its_own(desk: Path) -> None:
    put(desk, "hook.py", HOOK)
    put(desk, "mkdocs.yml", f"{CONFIG}hooks: [hook.py]\n")
    site = built(desk)
    assert site["feeds/site.json"] == b"theirs"
    assert b'href="../embed/claims/first/closes.html"' in site["about/index.html"]


@pytest.mark.slow
def test_a_file_by_hand_in_its_place_is_an_error(desk: Path, caplog: pytest.LogCaptureFixture) -> None:
    put(desk, "docs/embed/claims/first/closes.html", "<p>Ours.</p>")
    put(desk, "docs/data/desk.sqlite", "ours")
    put(desk, "docs/data/more.csv", "a,b\n")
    with pytest.raises(Abort):
        built(desk)
    for path in ("embed/claims/first/closes.html", "data/desk.sqlite"):
        assert f"docs/{path}:1:1: error: a generated file has this path [page-taken]" in caplog.text
    assert "more.csv" not in caplog.text


@pytest.mark.slow
def test_a_link_to_what_is_not_made_is_told(desk: Path, caplog: pytest.LogCaptureFixture) -> None:
    put(desk, "docs/about.md", "# About\n\n[Gone](embed/claims/first/gone.html)\n")
    with caplog.at_level(logging.WARNING), pytest.raises(Exception, match="strict mode"):
        built(desk)
    assert "embed/claims/first/gone.html" in caplog.text
