"""The package as it is installed: whatever lies beside a desk, each way of installing it gives the same program."""

from __future__ import annotations

import json
import os
import shutil
import site
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
from mkdocs_briefings.edit.id_schemas import FOLDER
from mkdocs_briefings.parse.jsonschema import schemas

from tests.cli.test_main import SALES, SOUND, put
from tests.files.test_installed import UV

ROOT = Path(__file__).parents[1]
BASE = ROOT / "tests/cases/_base"
IN_THE_WAY = "raise SystemExit('a file of the user is run')\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution, and of it the wheel."""
    folder = tmp_path_factory.mktemp("dist")
    uv("build", "--sdist", "--quiet", "--out-dir", folder, ROOT)
    (sdist,) = folder.glob("*.tar.gz")
    uv("build", "--wheel", "--quiet", "--out-dir", folder, sdist)
    return folder


def uv(*arguments: str | Path) -> None:
    done = subprocess.run(
        [UV, *map(str, arguments)], cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr


def installed(kind: str, built: Path, folder: Path) -> Path:
    """Install the program into an environment of its own, where all that it needs is lent; give its `bin`."""
    if kind == "editable":
        return Path(sys.executable).parent
    venv.create(folder, symlinks=True)
    home = folder / "bin"
    (packages,) = folder.glob("lib/python*/site-packages")
    (packages / "lent.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    (source,) = built.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    uv("pip", "install", "--quiet", "--no-deps", "--python", home / "python", source)
    return home


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk whose files have the names of our package, of its folders and of the program."""
    root = Path(shutil.copytree(BASE, tmp_path / "desk"))
    put(root, SALES, SOUND)
    put(root, "mkdocs.yml", "site_name: A desk\ntheme: {name: material, font: false}\nplugins: [briefings]\n")
    put(root, "docs/about.md", "# About\n")
    for name in ("generator", "briefings", "pagefind"):
        put(root, f"{name}.py", IN_THE_WAY)
    return root


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["editable", "wheel", pytest.param("sdist", marks=pytest.mark.soak)])
def test_files_beside_a_desk_are_not_taken_for_the_program(
    built: Path, desk: Path, tmp_path: Path, kind: str
) -> None:
    home = installed(kind, built, tmp_path / "env")

    def run(*words: str) -> str:
        done = subprocess.run(
            [home / words[0], *words[1:]],
            cwd=desk,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": ""},
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout
        return done.stdout

    where = run("python", "-c", "import mkdocs_briefings; print(mkdocs_briefings.__file__)").strip()
    assert Path(where).is_relative_to(ROOT / "generator" if kind == "editable" else tmp_path / "env")
    assert "0 errors" in run("briefings", "check")
    assert "0 errors" in run("python", "-m", "mkdocs_briefings", "check")
    assert "version" in run("python", "-m", "mkdocs_briefings", "--version")
    run("python", "-m", "mkdocs", "build", "--strict")
    assert (desk / "site/briefings/sales/index.html").is_file()
    assert (desk / "site/pagefind/shards.json").is_file()
    run("briefings", "write", "written")
    assert (desk / "written/briefings/sales.md").is_file()
    run("briefings", "init", "new")
    assert (desk / "new/vendor").is_dir()


def test_python_can_run_the_package_as_a_module(desk: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs_briefings", "check"],
        cwd=desk,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert "0 errors" in done.stdout


@pytest.mark.slow
def test_distributions_hold_the_program_and_no_articles(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    folders = {name.partition("/")[0] for name in names}
    assert folders <= {
        "generator",
        "tools",
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "pyproject.toml",
        "PKG-INFO",
        ".gitignore",
    }
    ours = {
        path.relative_to(ROOT / "generator").as_posix()
        for path in (ROOT / "generator").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as file:
        held = {name for name in file.namelist() if ".dist-info/" not in name}
    assert held == ours
    cut = {name for name in ours if "/theme/assets/fonts" in name}
    assert any(name.endswith(".woff2") for name in cut)
    found = {name.removeprefix("generator/") for name in names if name.startswith("generator/")}
    assert found == ours - cut, "the fonts are cut when the wheel is built"
    assert {name for name in names if name.startswith("tools/")} == {
        "tools/fonts/build_hook.py",
        "tools/fonts/font_cutting.py",
    }
    for name in (
        "theme/main.html",
        "schema/briefing.json",
        "starter/mkdocs.yml",
        "py.typed",
    ):
        assert f"mkdocs_briefings/{name}" in held


@pytest.mark.parametrize("path", sorted((ROOT / "briefings").rglob("*.yml")), ids=lambda path: path.name)
def test_every_file_is_bound_to_a_schema_and_to_the_ids_of_the_desk(path: Path) -> None:
    assert not path.read_text(encoding="utf-8").startswith("# yaml-language-server"), "it would hide the ids"
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    name = path.relative_to(ROOT)
    bound = [
        Path(one)
        for one, globs in settings["yaml.schemas"].items()
        if any(name.match(glob.replace("**/", "")) for glob in globs)
    ]
    (schema,) = (one for one in bound if FOLDER not in one.as_posix())
    assert json.loads((ROOT / schema).read_text(encoding="utf-8")) == json.loads(schemas()[schema.name])
    assert Path(FOLDER) / schema.name in bound


@pytest.mark.slow
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_commands(shell: str) -> None:
    def complete(mode: str, **more: str) -> str:
        done = subprocess.run(
            [Path(sys.executable).parent / "briefings"],
            env={**os.environ, "_BRIEFINGS_COMPLETE": f"{shell}_{mode}", **more},
            check=False,
            capture_output=True,
            text=True,
        )
        return done.stdout

    assert "_BRIEFINGS_COMPLETE" in complete("source")
    # Fish gives the word that is begun, the others its number.
    asked = complete("complete", COMP_WORDS="briefings che", COMP_CWORD="che" if shell == "fish" else "1")
    assert "check" in asked
