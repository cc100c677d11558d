"""A whole desk, built: what comes out, and that the same comes out anywhere."""

from __future__ import annotations

import gzip
import os
import re
import textwrap
from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.model import addresses

from tests.site.conftest import Desk, copy, tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.site.conftest import Built, Html

pytestmark = pytest.mark.slow

SHIFTED_CLOCK = """
    import datetime, time

    DAYS = 40
    now, real = time.time, datetime.datetime
    time.time = lambda: now() + DAYS * 86400
    gmtime, localtime = time.gmtime, time.localtime
    time.gmtime = lambda seconds=None: gmtime(time.time() if seconds is None else seconds)
    time.localtime = lambda seconds=None: localtime(time.time() if seconds is None else seconds)

    class Kind(type):
        def __instancecheck__(cls, one): return isinstance(one, real)
        def __subclasscheck__(cls, one): return issubclass(one, real)

    class Shifted(real, metaclass=Kind):
        @classmethod
        def now(cls, tz=None): return real.now(tz) + datetime.timedelta(days=DAYS)
        @classmethod
        def utcnow(cls): return real.utcnow() + datetime.timedelta(days=DAYS)
        @classmethod
        def today(cls): return real.today() + datetime.timedelta(days=DAYS)

    datetime.datetime = Shifted
"""


def test_a_build_tells_what_it_built(built: Built) -> None:
    assert built.code == 0
    assert re.search(
        r"\d\d+ pages from 8 sources and \d\d briefings: \d\d+ claims, \d\d+ passages verified, \d\d+ sentences held "
        r"against them, \d+ warning",
        built.output,
    )
    assert built.desk.leftovers() == []


def test_every_kind_of_page_is_there(built: Built) -> None:
    expected = {
        addresses.HOME, addresses.BRIEFINGS, addresses.STORYLINES, addresses.ENTITIES, addresses.SOURCES, addresses.MEASURES, addresses.TIMELINE,
        addresses.DISAGREEMENTS, addresses.QUESTIONS, addresses.RULES, addresses.YAML_REFERENCE, "about.md", "method.md",
    }  # fmt: skip
    expected |= {addresses.source(re.findall(r"^id: (\S+)", p.read_text("utf-8"), re.MULTILINE)[0])
                 for p in (built.desk.root / "seeds").glob("*.txt")}  # fmt: skip
    expected |= {
        addresses.briefing(re.sub(r"^[\d-]+-(?=\D)", "", path.stem))
        for path in (built.desk.root / "briefings").glob("[12]*.yml")
        if "\nstatus: draft" not in path.read_text("utf-8")
    }
    missing = [path for path in sorted(expected) if not (built.site / html_of(path)).is_file()]
    assert missing == []
    for name in ("404.html", "sitemap.xml", "sitemap.xml.gz", "pagefind/shards.json"):
        assert (built.site / name).is_file(), name


def test_the_sitemap_lists_every_page_that_is_to_be_found(built: Built, pages: Mapping[str, Html]) -> None:
    listed = set(re.findall(r"<loc>https://desk\.example/below/(.*?)</loc>", sitemap(built.site)))
    shown = {path for path, page in pages.items() if path != "404.html" and page.robots != "noindex"}
    assert listed == {path.removesuffix("index.html") for path in shown}
    assert {"briefings/lock-at-night/index.html", "briefings/quay-fire/index.html"} <= pages.keys() - shown
    assert gzip.decompress((built.site / "sitemap.xml.gz").read_bytes()).decode() == sitemap(built.site)


def test_the_same_bytes_anywhere(built: Built, tmp_path: Path) -> None:
    """Another folder, locale, encoding, time zone and day make no difference."""
    other = copy(tmp_path / "a folder with spaces – and ünïcode")
    (tmp_path / "sitecustomize.py").write_text(textwrap.dedent(SHIFTED_CLOCK), encoding="utf-8")
    env = {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "TZ": "FAR-14",
        "PYTHONPATH": os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH")))),
    }
    clock = other.run("python", "-c", "import datetime; print(datetime.datetime.now().date())")
    shifted = other.run("python", "-c", "import datetime; print(datetime.datetime.now().date())", **env)
    assert clock.stdout < shifted.stdout
    done = other.build_whole(**env)
    assert done.returncode == 0, done.stdout
    one, two = tree(built.site), tree(other.site)
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path]] == []


def test_no_path_of_this_machine(built: Built) -> None:
    here = [str(built.desk.root).encode(), str(__file__).encode().partition(b"/tests/")[0] + b"/"]
    assert [path for path, data in tree(built.site).items() if any(one in data for one in here)] == []


def test_a_desk_without_a_date_or_a_briefing_builds(small: Desk) -> None:
    (small.root / "briefings/2026-01-02-first.yml").unlink()
    small.write("docs/about.md", "# About\n")
    small.write("seeds/report.txt", "The office closes, its head said on Friday.\n")
    done = small.run("mkdocs", "build")
    assert done.returncode == 0, done.stdout
    assert "Traceback" not in done.stdout
    assert "The office closes" not in (small.site / "sources/report/index.html").read_text("utf-8")


def html_of(page: str) -> str:
    stem = page.removesuffix(".md")
    return f"{stem}.html" if stem.endswith("index") else f"{stem}/index.html"


def sitemap(site: Path) -> str:
    return (site / "sitemap.xml").read_text("utf-8")
