"""The newcomer: a clean environment, eight saved articles, and a first quoted briefing that is published."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.papers import MINUTES

if TYPE_CHECKING:
    from collections.abc import Callable

REPOSITORY = Path(__file__).parents[2]
SAVED = REPOSITORY / "tests/newcomer"
SOURCE = "westhaven-courier-brunel-steel-finish"
TITLE = f"  Brunel Steel to finish the new lock [@{SOURCE}].\n"
QUOTED = f"""\
  Brunel Steel is to finish Westhaven's new lock
  [@{SOURCE} "has named Brunel Steel as the contractor that will finish the new lock"].
"""

pytestmark = pytest.mark.slow


def uv() -> str:
    """Find uv where `make` finds it or puts it."""
    own = sorted(REPOSITORY.glob(".uv/*/bin/uv"))
    found = shutil.which("uv")
    if not own and not found:
        pytest.skip("no uv, so no wheel: `make test` installs one")
    return str(own[-1]) if own else str(found)


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and install it into an environment that holds nothing else; give that one's programs."""
    folder = tmp_path_factory.mktemp("clean")
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    environment.pop("VIRTUAL_ENV", None)

    def run(*command: str) -> None:
        subprocess.run(
            [uv(), *command], cwd=REPOSITORY, env=environment, check=True, capture_output=True, timeout=300
        )

    run("build", "--wheel", "--quiet", "--out-dir", str(folder))
    (wheel,) = folder.glob("*.whl")
    run("venv", "--quiet", "--python", sys.executable, str(folder / "venv"))
    run("pip", "install", "--quiet", "--python", str(folder / "venv"), f"{wheel}[html,pdf]")
    return folder / "venv/bin"


LISTED = """\
file,publisher,published
Lock contractor named _ Westhaven Courier.html,,
ferry-strike.html,,
harbour-notice.html,,
oyster.htm,Island Gazette,
dredging ruling.txt,not stated,not stated
night-boat.txt,not stated,
pilots.txt,not stated,
minutes.pdf,not stated,2026-03
"""
"""What the newcomer knows of the articles, where they do not tell it themselves."""


@pytest.fixture
def shell(tools: Path, tmp_path: Path) -> Callable[..., str]:
    """Give a way to run the commands of the clean environment, without this one's."""

    def run(*command: str | Path, cwd: Path = tmp_path) -> str:
        done = subprocess.run(
            [str(tools / command[0]), *map(str, command[1:])],
            cwd=cwd,
            env={
                "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
                "HOME": str(tmp_path),
                "LANG": "C.UTF-8",
                "NO_COLOR": "1",
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=240,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    return run


def test_a_newcomer_publishes_a_quoted_briefing(shell: Callable[..., str], tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    shutil.copytree(SAVED, saved)
    (saved / "minutes.pdf").write_bytes(MINUTES)
    desk = tmp_path / "harbour"

    shell("briefings", "init", "harbour")
    assert "0 errors, 0 warnings" in shell("briefings", "check", "--strict", cwd=desk)
    shell("mkdocs", "build", "--strict", cwd=desk)
    assert "no briefing" in (desk / "site/index.html").read_text(encoding="utf-8")

    (saved / "list.csv").write_text(LISTED, encoding="utf-8")
    added = shell("briefings", "add", "--yes", saved / "list.csv", cwd=desk)
    assert "8 added, 0 already there, 0 refused" in added
    assert "0 errors" in shell("briefings", "check", cwd=desk)

    shell("briefings", "new", SOURCE, cwd=desk)
    assert "0 errors" in shell("briefings", "check", cwd=desk)
    (file,) = (desk / "briefings").glob("2026-*.yml")
    draft = file.read_text(encoding="utf-8")
    assert draft.count(TITLE) == 1
    edited = draft.replace(TITLE, QUOTED).replace("status: draft\n", "")
    file.write_text(edited, encoding="utf-8")

    assert "1 passage verified" in shell("briefings", "check", cwd=desk)
    assert "say there what each is: `medium: newspaper`" in added
    outlets = desk / "briefings/entities/outlets.yml"
    known = outlets.read_text(encoding="utf-8")
    assert known.count('Westhaven Courier"}') + known.count("Westhaven Courier}") == 1
    outlets.write_text(known.replace("Westhaven Courier", "Westhaven Courier, medium: newspaper", 1), "utf-8")
    shell("briefings", "suggest", "--yaml", cwd=desk)
    shell("mkdocs", "build", "--strict", cwd=desk)
    page = (desk / "site/briefings/brunel-steel-to-finish-the-new/index.html").read_text(encoding="utf-8")
    assert "has named Brunel Steel as the contractor" in page
    assert "draft" not in page.lower().partition("<article")[2].partition("</article>")[0]
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith(".")) == [
        "harbour",
        "saved",
    ]
