"""Write a file so that an interruption leaves the old or the new one, never half of either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.files.exchange import settle_folder
from mkdocs_briefings.files.temporary import beside

if TYPE_CHECKING:
    from pathlib import Path


def write_whole(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write `data` to `path`, in place of what is there. The folder must exist; a link is followed.

    For what the program makes: pages, reports, schemas. What an editor wrote goes through `files.desk`. The file
    keeps its permissions. `durable` waits for the disk, so that a power cut does no harm either.

    Raises:
        OSError: the file could not be written; what was there is there still.

    """
    target = path.resolve()
    temporary = beside(target, data, durable=durable)
    try:
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if durable:
        settle_folder(target.parent)
