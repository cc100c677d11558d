"""Who publishes a site gets the one that was built: mike, gh-deploy, a quiet build."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import BIN, Desk

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow
IDENTITY = dict.fromkeys(
    ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "a@b"
)
UNCITED = "\n  It closes for good.\nclaims:"


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **IDENTITY, "GIT_CONFIG_GLOBAL": os.devnull},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


@pytest.fixture
def repository(small: Desk, tmp_path: Path) -> Desk:
    """Put the smallest desk into git, with a remote on this machine."""
    git(tmp_path, "init", "-q", "--bare", "remote.git")
    small.write(".gitignore", "site/\n.cache/\n")
    git(small.root, "init", "-q", "-b", "main")
    git(small.root, "remote", "add", "origin", str(tmp_path / "remote.git"))
    git(small.root, "add", "-A")
    git(small.root, "commit", "-qm", "A desk")
    return small


def test_mike_deploys_a_version_that_holds_the_site(repository: Desk) -> None:
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    done = repository.run("mike", "deploy", "1.0", PATH=path, GIT_CONFIG_GLOBAL=os.devnull, **IDENTITY)
    assert done.returncode == 0, done.stdout
    listed = git(repository.root, "ls-tree", "-r", "--name-only", "gh-pages").split()
    assert {"1.0/index.html", "1.0/briefings/first/index.html", "1.0/pagefind/shards.json"} <= set(listed)


def test_gh_deploy_pushes_the_site(repository: Desk, tmp_path: Path) -> None:
    done = repository.run("mkdocs", "gh-deploy", GIT_CONFIG_GLOBAL=os.devnull, **IDENTITY)
    assert done.returncode == 0, done.stdout
    listed = git(tmp_path / "remote.git", "ls-tree", "-r", "--name-only", "gh-pages").split()
    assert {"index.html", "briefings/first/index.html", "pagefind/shards.json"} <= set(listed)
    assert str(repository.site) in done.stdout


def test_a_quiet_strict_build_refuses_our_warnings(small: Desk) -> None:
    small.write("site/index.html", "the site of before")
    small.edit("briefings/2026-01-02-first.yml", "\nclaims:", UNCITED)
    done = small.run("mkdocs", "build", "--strict", "--quiet")
    assert done.returncode == 1
    assert "Aborted with 1 warning in strict mode!" in done.stdout
    assert "[uncited-sentence]" in done.stdout
    assert small.read("site/index.html") == "the site of before"
    assert small.leftovers() == []
    assert small.run("mkdocs", "build", "--quiet").returncode == 0
