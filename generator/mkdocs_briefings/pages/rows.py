"""A row of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_briefings.document.escape import Md


@dataclass(frozen=True, slots=True)
class TableCells:
    """A row, cell by cell."""

    cells: tuple[Md, ...]
