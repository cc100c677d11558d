"""Find the files that `add` is to add: those named, those in a folder, those in a table. Reads the disk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_briefings.files.reader import below, is_file
from mkdocs_briefings.intake.article import UnreadableError
from mkdocs_briefings.intake.extraction import PAGES, can_read, other_kind
from mkdocs_briefings.intake.listing import TABLES, read
from mkdocs_briefings.intake.reference_lists import LISTS, read_references
from mkdocs_briefings.intake.web_archive import captures, is_archive

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs_briefings.intake.web_archive import Capture

_BESIDE = "_files"
"""How the folder ends that a browser saves beside a page."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file, and what a table or the editor tells of it."""

    path: Path
    metadata: Mapping[str, str]
    row: str = ""
    """The table that names it, and the line."""
    capture: Capture | None = None
    """The page, if the file is a web archive."""

    @property
    def name(self) -> Path:
        """How it is named in reports."""
        return Path(f"{self.path}: {self.capture.address}") if self.capture else self.path


Why = tuple[Path, str]
"""A file, a folder, or a line of a table, and why it is not added."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """What becomes of all that was named."""

    candidates: list[Candidate]
    refused: list[Why]
    passed: list[Why]
    """What lies in a folder and is no article that could be read."""


def candidates(files: Iterable[Path], metadata: Mapping[str, str], encoding: str) -> Inbox:
    """Look into folders and tables; a file that is named twice counts once, and what a table tells of it counts."""
    found: dict[tuple[Path, str], Candidate] = {}
    refused: list[Why] = []
    passed: list[Why] = []
    columns: list[Why] = []
    barred: set[Path] = set()
    named = list(files)
    for file in named:
        listed: list[Candidate] = []
        try:
            if file.is_dir():
                listed, over = _in_folder(file)
                passed += over
                refused += [] if listed else [(file, "there is nothing in this folder that can be read")]
            elif file.suffix.lower() in (*TABLES, *LISTS):
                listed, faults, unused = _in_table(file, encoding)
                columns += [(file, f"columns that are not used: {', '.join(unused)}")] if unused else []
                refused += [(Path(one.row), f"{one.path.name}: {why}") for one, why in faults]
                barred |= {one.path for one, _ in faults}
            elif is_archive(file.name):
                listed = [Candidate(file, {}, capture=one) for one in captures(file.name, file.read_bytes())]
            else:
                listed = [Candidate(file, {})]
        except UnreadableError as error:
            refused.append((file, str(error)))
        for one in listed:
            key = (one.path, one.capture.address if one.capture else "")
            before = found.get(key)
            if before is None or not before.metadata:
                found[key] = one
            elif one.metadata and one.metadata != before.metadata:
                refused.append((Path(one.row), f"{one.path.name}: {before.row} gives other values for it"))
    paths = {path for path, _ in found}
    return Inbox(
        [
            replace(one, metadata={**one.metadata, **metadata})
            for one in found.values()
            if one.path not in barred
        ],
        refused,
        [*columns, *(one for one in passed if one[0] not in paths and one[0] not in named)],
    )


def _in_table(table: Path, encoding: str) -> tuple[list[Candidate], list[tuple[Candidate, str]], list[str]]:
    """Find the files that a table lists, those of rows that are at fault, and the columns that are not used."""
    home = table.parent.resolve()
    found: list[Candidate] = []
    faults: list[tuple[Candidate, str]] = []
    ending = table.suffix.lower()
    made = (read if ending in TABLES else read_references)(table.read_bytes(), ending, encoding)
    for row in made.rows:
        path = table.parent / row.file.replace("\0", "")
        one = Candidate(path, row.metadata, f"{table}:{row.line}")
        if "\0" in row.file or not path.resolve().is_relative_to(home):
            faults.append((one, f"`{row.file}` is outside the folder of the table"))
        elif row.fault:
            faults.append((one, row.fault))
        elif not path.exists():
            faults.append((one, "there is no such file"))
        else:
            found.append(one)
    return found, faults, made.unused


def _in_folder(folder: Path) -> tuple[list[Candidate], list[Why]]:
    """Find the articles of a folder, and what else is in it; hidden files and what belongs to a saved page are neither."""
    found: list[Candidate] = []
    passed: list[Why] = []
    for path in below(folder):
        inner = path.relative_to(folder).parts
        if any(part.startswith(".") for part in inner):
            continue
        parents = (folder.joinpath(*inner[: n + 1]) for n in range(len(inner)))
        beside = next((one for one in parents if one.name.endswith(_BESIDE) and one.is_dir()), None)
        if beside is not None:
            if path == beside and not _has_page(beside):
                passed.append(
                    (path, "looks like a folder that a browser saved with a page; name it to add its files")
                )
        elif why := _unfit(path, folder):
            passed.append((path, why))
        elif not path.is_dir():
            found.append(Candidate(path, {}))
    return found, passed


def _has_page(beside: Path) -> bool:
    stem = beside.name.removesuffix(_BESIDE)
    return any(beside.with_name(stem + ending).exists() for ending in PAGES)


def _unfit(path: Path, folder: Path) -> str:
    """Say why what lies in a folder is skipped; empty for an article, and for a folder."""
    if path.is_dir():
        return "a link to a folder; name that folder instead" if path.is_symlink() else ""
    if not is_file(path):
        return "not a regular file"
    if path.suffix.lower() in (*TABLES, ".ris", ".bib"):
        return "a table; name it to add the files that it lists"
    if is_archive(path.name):
        return "a web archive; name it to add the pages in it"
    if not can_read(path.suffix):
        return other_kind(path.suffix)
    inside = path.resolve().is_relative_to(folder.resolve())
    return "" if inside else "a link that leads out of the folder; name the file itself instead"
