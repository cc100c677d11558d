"""ProperDocs, which carries MkDocs on, builds the same site; our plugin finds in it what it imports from MkDocs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import tree
from tests.site.test_publishing import UNCITED

if TYPE_CHECKING:
    from tests.site.conftest import Desk

pytestmark = pytest.mark.slow

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


def pages(desk: Desk) -> dict[str, bytes]:
    """Give the built site without what Pagefind made and without the name of what built it."""
    return {
        path: GENERATOR.sub(b"", data)
        for path, data in tree(desk.site).items()
        if not path.startswith("pagefind/")
    }


def test_properdocs_builds_the_same_site(small: Desk) -> None:
    done = small.run("mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stdout
    made = pages(small)
    done = small.run("properdocs", "build", "--strict", "-f", "mkdocs.yml")
    assert done.returncode == 0, done.stdout
    assert pages(small) == made
    assert small.leftovers() == []


@pytest.mark.parametrize("quiet", [(), ("--quiet",)])
def test_strict_properdocs_refuses_warnings(small: Desk, quiet: tuple[str, ...]) -> None:
    small.write("site/index.html", "the site of before")
    small.edit("briefings/2026-01-02-first.yml", "\nclaims:", UNCITED)
    done = small.run("properdocs", "build", "--strict", "-f", "mkdocs.yml", *quiet)
    assert done.returncode == 1, done.stdout
    assert "Aborted with 1 warning" in done.stdout
    assert small.read("site/index.html") == "the site of before"
    assert small.leftovers() == []
