"""The documentation is true: its commands exist, its links lead somewhere, its examples work when followed in order."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import click
import pytest
from markdown.extensions.toc import slugify
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.cli.site import open_site
from mkdocs_briefings.mkdocs.plugin import BriefingsPlugin
from mkdocs_briefings.model import dates

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
CONTRIBUTING = ROOT / "docs" / "contributing.md"
DOCS = tuple(sorted((ROOT / "docs").glob("*.md")))
PICTURES = sorted((ROOT / "docs" / "images").iterdir())

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`((?:inbox|seeds|briefings)/[^`*]+\.\w+|mkdocs\.yml)`")
LINK = re.compile(r"\]\(([^()\s]+)\)")


@dataclass(frozen=True)
class Step:
    """A fenced block of a page, and the sentence above it, which says what to do with it."""

    where: str
    language: str
    text: str
    above: str


def steps(page: Path) -> Iterator[Step]:
    text = page.read_text(encoding="utf-8")
    for match in FENCE.finditer(text):
        paragraph = text[: match.start()].rstrip().rpartition("\n\n")[2]
        sentence = re.split(r"[.:] (?=[A-Z])", " ".join(paragraph.split()))[-1]
        line = text.count("\n", 0, match.start()) + 1
        yield Step(f"{page.name}:{line}", match[1], match[2], sentence)


def follow(page: Path, folder: Path) -> Path:
    """Do what a page says, block by block; gives the folder in which it ends.

    A block below a sentence that names a file and ends in a colon is that file, or its end, or goes into its
    front matter. Shell blocks run. Any other text block is what the shell block above it prints.
    """
    output = ""
    walk = list(steps(page))
    for step, following in zip(walk, [*walk[1:], None], strict=True):
        file = FILE.search(step.above)
        if step.language == "sh":
            fails = following is not None and "error:" in following.text
            code, output, folder = run(step.text, folder)
            assert code == int(fails), f"{step.where}: exit status {code}\n{output}"
        elif file and step.above.endswith(":"):
            put(folder / file[1], step)
        elif step.language == "text":
            assert step.text.strip() in output, f"{step.where}: not printed, but\n{output}"
    return folder


def put(path: Path, step: Step) -> None:
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    new = step.text
    if "front matter of" in step.above:
        assert old.startswith("---\n"), step.where
        new = "---\n" + new + old.removeprefix("---\n")
    elif "the end of" in step.above:
        assert old, step.where
        new = old + new
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(new, encoding="utf-8")


def run(commands: str, folder: Path) -> tuple[int, str, Path]:
    """Run shell commands in a folder: exit status, what they printed, the folder that they end in."""
    end = folder / ".end"
    here = Path(sys.executable).parent
    done = subprocess.run(
        ["sh", "-ec", f"end=$PWD/.end; trap 'pwd >\"$end\"' EXIT\n{commands}"],
        cwd=folder,
        env={**os.environ, "PATH": f"{here}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    ended = Path(end.read_text(encoding="utf-8").strip())
    end.unlink()
    return done.returncode, done.stdout, ended


@pytest.mark.slow
def test_the_walk_of_the_readme_and_the_examples_of_contributing_work(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    clone.mkdir()
    desk = follow(README, clone)
    assert desk == tmp_path / "harbour"
    assert "Steel for the lock was delivered late" in (
        desk / "site/briefings/lock-delayed/index.html"
    ).read_text(encoding="utf-8")
    assert follow(CONTRIBUTING, desk) == desk
    code, output, _ = run("mkdocs build --strict", desk)
    assert code == 0, output
    assert (desk / "site/briefings/lock-in-june/index.html").is_file()


@pytest.mark.parametrize("page", [README, ROOT / "docs/architecture.md"], ids=lambda page: page.name)
def test_a_page_that_everybody_reads_is_short(page: Path) -> None:
    assert len(page.read_text(encoding="utf-8").splitlines()) <= 150


def test_the_readme_lists_every_command_with_its_options_and_no_other() -> None:
    told = {
        name.strip() or "briefings": set(re.findall(r"--[a-z]+(?:-[a-z]+)*", row))
        for name, row in re.findall(
            r"^\| `briefings([a-z ]*)[A-Z]*` \|(.*)$", README.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    commands = {"briefings": main, **main.commands}
    assert told == {name: options(command) for name, command in commands.items()}


def options(command: click.Command) -> set[str]:
    return {name for one in command.params if isinstance(one, click.Option) for name in one.opts}


def test_contributing_names_every_setting_of_the_plugin() -> None:
    settings = [name for name, _ in BriefingsPlugin.config_scheme]
    assert len(settings) > 3
    text = CONTRIBUTING.read_text(encoding="utf-8")
    assert [name for name in settings if f"`{name}`" not in text] == []


def test_contributing_shows_dates_as_the_pages_do() -> None:
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \|", CONTRIBUTING.read_text(encoding="utf-8"), re.MULTILINE)
    shown = {written: words for written, words in rows if dates.is_date(written)}
    assert len(shown) > 10
    assert {written: dates.words(dates.parse(written)) for written in shown} == shown


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in (README, *DOCS):
        named = set(re.findall(r"`make ([a-z]+)", page.read_text(encoding="utf-8")))
        assert named <= targets, page


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """The generated pages: path and Markdown."""
    site = open_site(ROOT)
    return {page.path: page.text() for page in site.result.pages}


@pytest.mark.parametrize("page", [README, ROOT / "seeds" / "README.md", *DOCS], ids=lambda page: page.name)
def test_every_relative_link_leads_to_a_file_or_a_generated_page(page: Path, made: dict[str, str]) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        path, _, anchor = unquote(link).partition("#")
        if re.match(r"[a-z]+:", path):
            continue
        target = (page.parent / path).resolve() if path else page
        name = target.relative_to(ROOT / "docs").as_posix() if target.is_relative_to(ROOT / "docs") else ""
        assert target.exists() or name in made, f"{page.name}: {link}"
        if anchor:
            text = made[name] if name in made else target.read_text(encoding="utf-8")
            assert anchor in anchors(text), f"{page.name}: {link}"


def anchors(text: str) -> set[str]:
    """The places of a page that a link may lead to."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {slugify(heading, "-") for heading in headings} | set(re.findall(r'<a id="([^"]+)">', text))


def test_the_pictures_are_few_and_light() -> None:
    assert len(PICTURES) <= 6
    assert all(picture.stat().st_size < 200_000 for picture in PICTURES)
    texts = "".join(page.read_text(encoding="utf-8") for page in (README, *DOCS))
    assert all(f"images/{picture.name}" in texts for picture in PICTURES)


def test_each_guard_that_the_security_page_names_has_its_tests() -> None:
    named = re.findall(r"`(tests/[\w/.]+)`", (ROOT / "SECURITY.md").read_text(encoding="utf-8"))
    assert len(named) > 10
    assert [path for path in named if not (ROOT / path).is_file()] == []
