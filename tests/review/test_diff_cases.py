"""Golden changes: two small desks, and all that is told of what lies between them.

A case is a folder. Its `base/` is laid over `tests/cases/_base/`, its `head/` over that, less what `removed.txt`
lists. After a deliberate change, write the expected files anew and read every line of the difference:

    UPDATE_DIFFS=1 .venv/bin/pytest tests/review; git diff tests/review
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.review.json_report import as_json
from mkdocs_briefings.review.markdown_report import markdown

from tests.desks import source, yaml
from tests.review.sides import change, folders

if TYPE_CHECKING:
    from mkdocs_briefings.review.change import Change

HERE = Path(__file__).parent
BASE = HERE.parent / "cases/_base"
UPDATE = bool(os.environ.get("UPDATE_DIFFS"))
CASES = sorted(
    path.name for path in HERE.iterdir() if (path / "head").is_dir() or (path / "removed.txt").exists()
)
PREVIEW = "https://preview.example.org/7"


def without_lists(found: Change) -> Change:
    """Leave out the pages that list others: they change with everything, and with the program."""
    return replace(found, pages=tuple(page for page in found.pages if page.listed))


def golden(path: Path, text: str) -> str:
    if UPDATE:
        path.write_text(text, encoding="utf-8", newline="\n")
    return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.mark.parametrize("case", CASES)
def test_case(case: str, tmp_path: Path) -> None:
    folder = HERE / case
    base = Path(shutil.copytree(BASE, tmp_path / "base"))
    if (folder / "base").is_dir():
        shutil.copytree(folder / "base", base, dirs_exist_ok=True)
    head = Path(shutil.copytree(base, tmp_path / "head"))
    if (folder / "head").is_dir():
        shutil.copytree(folder / "head", head, dirs_exist_ok=True)
    if (folder / "removed.txt").exists():
        for path in (folder / "removed.txt").read_text(encoding="utf-8").split():
            (head / path).unlink()
    found = without_lists(folders(base, head))
    told = markdown(found, preview=PREVIEW)
    assert told == golden(folder / "expected.md", told)
    data = as_json(found)
    assert data == golden(folder / "expected.json", data)


def test_there_are_cases() -> None:
    assert len(CASES) >= 7


def many(number: int) -> dict[str, str | bytes]:
    files: dict[str, str | bytes] = {
        "seeds/a.txt": source("Acme sold chips. Beta did not buy chips. " * 2 + "End.")
    }
    for n in range(number):
        files[f"seeds/s{n}.txt"] = source(f"Acme sold {n + 10} chips to Beta on Monday.", id=f"s{n}")
        files[f"briefings/2026-01-24-b{n}.yml"] = yaml(
            title=f"Acme sold {n + 10} chips",
            sources=[f"s{n}"],
            summary=f"Acme sold {n + 10} chips [@sold].",
            claims={"sold": {"text": f"Acme sold {n + 10} chips.", "quote": f"Acme sold {n + 10} chips"}},
        )
    return files


@pytest.mark.slow
def test_a_change_of_500_files_is_summed_up() -> None:
    found = without_lists(change({"seeds/a.txt": many(0)["seeds/a.txt"]}, many(250)))
    told = markdown(found, preview=PREVIEW, most=20_000)
    assert len(told.encode()) <= 20_000
    assert told == golden(HERE / "500-files.md", told)
    assert json.loads(as_json(found))["counts"]["claims"] == 250
    whole = markdown(found, preview=PREVIEW)
    assert all(f"`b{n}#sold`" in whole for n in range(250))
