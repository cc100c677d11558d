"""The built site as a whole: every link leads somewhere, nothing comes from elsewhere."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from tests.site.conftest import EDIT_URI, SITE_URL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.site.conftest import Built, Html

pytestmark = pytest.mark.slow

HYPERLINKS = {("a", "href"), ("link", "href", "canonical")}
OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
CSS_LOAD = re.compile(r"""(?:url\(\s*|@import\s*)["']?([^"')]+)""")


def test_no_dead_link_or_anchor(built: Built, pages: Mapping[str, Html]) -> None:
    assert dead_links(built.site, pages) == []


def dead_links(site: Path, pages: Mapping[str, Html]) -> list[tuple[str, str]]:
    """Give the links within a site that lead nowhere, each with its page."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    ids = {path: set(page.ids) for path, page in pages.items()}
    return [
        (path, value)
        for path, page in pages.items()
        for value in inner(page)
        if not leads_somewhere(path, value, files, ids)
    ]


def test_no_id_twice_on_a_page(pages: Mapping[str, Html]) -> None:
    twice = {(path, name) for path, page in pages.items() for name, n in Counter(page.ids).items() if n > 1}
    assert twice == set()


def test_one_heading_and_a_title_of_its_own(pages: Mapping[str, Html]) -> None:
    assert [path for path, page in pages.items() if page.h1 != 1] == []
    assert [path for path, page in pages.items() if not page.title.strip()] == []


def test_nothing_is_loaded_from_elsewhere(built: Built, pages: Mapping[str, Html]) -> None:
    loaded = [
        (path, tag, value)
        for path, page in pages.items()
        for tag, _, value in page.links
        if OUTSIDE.match(value) and tag != "a" and not (tag == "link" and value.startswith(SITE_URL))
    ]
    assert loaded == []
    styles = {path: path.read_text("utf-8") for path in built.site.rglob("*.css")}
    styles |= {built.site / path: (built.site / path).read_text("utf-8") for path in pages}
    assert [(path, url) for path, text in styles.items() for url in CSS_LOAD.findall(text)
            if OUTSIDE.match(url) and "<style" in text + "<style"] == []  # fmt: skip


def test_links_out_are_plain_hyperlinks(pages: Mapping[str, Html]) -> None:
    out = {
        urlsplit(value).scheme
        for page in pages.values()
        for tag, _, value in page.links
        if tag == "a" and re.match(r"[a-z][a-z0-9+.-]*:", value)
    }
    assert out <= {"https", "http", "mailto", "data"}, "data: what a citation saves"


def test_the_edit_link_leads_to_what_made_the_page(built: Built, pages: Mapping[str, Html]) -> None:
    base = EDIT_URI.removesuffix("docs/")
    wrong = []
    for path, page in pages.items():
        (moved_to,) = [value.partition("url=")[2] for tag, _, value in page.links if tag == "meta"] or [""]
        shown = posixpath.normpath(posixpath.join(posixpath.dirname(path), moved_to, "index.html"))
        expected = made_from(built, shown if moved_to else path)
        # A browser takes the `..` out, as it does in any address.
        leads_to = posixpath.normpath(page.edit.removeprefix(base)) if page.edit.startswith(base) else None
        if leads_to != expected:
            wrong.append((path, page.edit, expected))
        if expected:
            assert (built.desk.root / expected).is_file()
    assert wrong == []


def made_from(built: Built, path: str) -> str | None:
    """Find the file that an editor would change for a page; None for a page that is made from many."""
    folder, _, rest = path.partition("/")
    id_ = rest.removesuffix("/index.html")
    root = built.desk.root
    found: list[str] = []
    if (root / "docs" / f"{folder}.md").is_file():
        found = [f"docs/{folder}.md"]
    elif not rest.endswith("/index.html") or path.startswith("briefings/versions/"):
        return None
    elif folder == "briefings":
        found = [p.name for p in (root / folder).glob("*.yml") if re.fullmatch(rf"[\d-]+-{id_}", p.stem)]
        found = [f"briefings/{name}" for name in found]
    elif folder == "entities":
        found = defining(built, "briefings/entities", id_)
    elif folder == "storylines":
        found = ["briefings/storylines.yml"]
    elif folder == "sources":
        found = [
            p.relative_to(root).as_posix()
            for p in (root / "seeds").glob("*.txt")
            if re.search(rf"^id: {re.escape(id_)}$", p.read_text("utf-8"), re.MULTILINE)
        ]
    else:
        return None
    assert len(found) == 1, (path, found)
    return found[0]


def defining(built: Built, folder: str, id_: str) -> list[str]:
    pattern = re.compile(rf"^{re.escape(id_)}:", re.MULTILINE)
    return [
        p.relative_to(built.desk.root).as_posix()
        for p in (built.desk.root / folder).glob("*.yml")
        if pattern.search(p.read_text("utf-8"))
    ]


def inner(page: Html) -> Iterator[str]:
    """Give the links of a page that stay on the site."""
    for _, name, value in page.links:
        address = value.partition("url=")[2] if name == "content" else value
        address = address.replace(SITE_URL, "/below/")
        if not OUTSIDE.match(address) and not re.match(r"(?:mailto|data|javascript):", address):
            yield address


def leads_somewhere(path: str, value: str, files: set[str], ids: Mapping[str, set[str]]) -> bool:
    address, anchor = urldefrag(value)
    address = unquote(address.partition("?")[0])
    if address.startswith("/below/"):
        target = address.removeprefix("/below/")
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) if address else path
        target += "/" if address.endswith(("/", ".")) and target != "." else ""
    if target in {"", "."} or target.endswith("/"):
        target = posixpath.join("" if target == "." else target, "index.html")
    if target not in files:
        return False
    return not anchor or unquote(anchor) in ids.get(target, set())
