"""Many small files as one, so that keeping them takes no file each."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    Parts = Mapping[str, tuple[int, str]]
    """The size and the SHA-256 of each file, by its path, in the order in which they lie behind each other."""


@dataclass(frozen=True, slots=True)
class Pack:
    """Files that lie behind each other in one."""

    parts: Parts = field(default_factory=dict)
    file: Path | None = None
    """Where they lie; None where they could not be kept."""


NOTHING = Pack()


def pack(files: Mapping[str, bytes], target: Path | None) -> Pack:
    """Write files behind each other into a new one, if there is room.

    Args:
        files: by their paths.
        target: where they are to lie; None for nowhere.

    """
    parts = {path: (len(data), hashlib.sha256(data).hexdigest()) for path, data in files.items()}
    if target is not None and files:
        with suppress(OSError), target.open("wb") as file:
            file.writelines(files.values())
            return Pack(parts, target)
    return Pack(parts)


def unpack(parts: Parts, file: Path) -> Iterator[tuple[str, bytes]]:
    """Give the files that lie in one.

    Raises:
        OSError: one is not what it was, or they cannot be read.

    """
    with file.open("rb") as whole:
        for path, (size, digest) in parts.items():
            data = whole.read(size)
            if hashlib.sha256(data).hexdigest() != digest:
                raise OSError(f"{path} in {file} is not what it was")
            yield path, data
