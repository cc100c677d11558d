"""Which files are to be added: those named, those of a folder, those of a table. Reads the disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.adding.article import UnreadableError
from generator.adding.extract import PAGES, PAPERS, TEXTS
from generator.adding.listing import TABLES, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file, and what a table or the editor tells of it."""

    path: Path
    told: Mapping[str, str]


def wanted(
    files: Iterable[Path], told: Mapping[str, str], encoding: str
) -> tuple[list[Wanted], list[tuple[Path, str]]]:
    """Look into folders and tables; a file that is named twice counts once.

    Returns:
        What is to be added, and what cannot be, with the reason.

    """
    found: dict[Path, Wanted] = {}
    refused: list[tuple[Path, str]] = []
    for file in files:
        try:
            for one in _listed(file, encoding):
                found.setdefault(one.path, Wanted(one.path, {**one.told, **told}))
        except UnreadableError as error:
            refused.append((file, str(error)))
    return list(found.values()), refused


def _listed(file: Path, encoding: str) -> Iterator[Wanted]:
    if file.is_dir():
        yield from (Wanted(path, {}) for path in _in_folder(file))
        return
    ending = file.suffix.lower()
    if ending not in TABLES:
        yield Wanted(file, {})
        return
    home = file.parent.resolve()
    for row in rows(file.read_bytes(), ending, encoding):
        if "\0" in row.file or not (file.parent / row.file).resolve().is_relative_to(home):
            raise UnreadableError(f"`{row.file}` lies outside the table's folder")
        yield Wanted(file.parent / row.file, row.told)


def _in_folder(folder: Path) -> list[Path]:
    """Find the articles of a folder; what a browser saved beside a page, and hidden files, are none."""
    home = folder.resolve()
    found = []
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder).parts
        hidden = any(part.endswith("_files") or part.startswith(".") for part in inner)
        readable = path.suffix.lower() in PAGES | PAPERS | TEXTS and path.is_file()
        if readable and not hidden and path.resolve().is_relative_to(home):
            found.append(path)
    if not found:
        raise UnreadableError("no text, HTML or PDF in this folder")
    return found
