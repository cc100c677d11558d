"""Pictures that were drawn before, kept beside a desk by all that they were drawn from, so that nobody draws them again.

As with kept sites, each bears a seal of this user: what came with a desk, a fork or an archive is not published.
"""

from __future__ import annotations

import hmac
import os
import re
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_briefings.files.kept_sites import DRAWINGS, FOLDER, is_elsewhere, make_folder, own_secret, plain

if TYPE_CHECKING:
    from collections.abc import Collection

MOST = 2000
"""Pictures that are kept beside those of the last build."""
_KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class KeptDrawings:
    """The pictures that are kept of a desk."""

    folder: Path
    secret: bytes

    @classmethod
    def of(cls, root: Path) -> KeptDrawings | None:
        """Open those of a desk; None where none can be kept, because this user has no place for a secret."""
        secret = own_secret()
        folder = root / FOLDER / DRAWINGS
        return None if secret is None or is_elsewhere(folder) else cls(folder, secret)

    def find(self, key: str) -> bytes | None:
        """Find the picture of a key (64 hexadecimal digits); None where there is none, or not one of this user."""
        try:
            seal, _, data = plain(self.folder / key).partition(b"\n")
        except OSError:
            return None
        return data if hmac.compare_digest(seal, self._seal(key, data)) else None

    def keep(self, key: str, data: bytes) -> None:
        """Keep a picture, if the disk lets us."""
        with suppress(OSError):
            make_folder(self.folder)
            handle, made = tempfile.mkstemp(dir=self.folder)
            with os.fdopen(handle, "wb") as file:
                file.write(self._seal(key, data) + b"\n" + data)
            # Of a link that somebody put there, not what it leads to.
            Path(made).replace(self.folder / key)

    def clear(self, used: Collection[str]) -> None:
        """Let go of the oldest of those that are not in use, beyond `MOST`, and of what was not finished."""
        with suppress(OSError):
            idle = [one for one in self.folder.iterdir() if one.name not in used]
            idle.sort(key=lambda one: (bool(_KEY.fullmatch(one.name)), one.lstat().st_mtime_ns), reverse=True)
            for one in idle[MOST:]:
                one.unlink()

    def _seal(self, key: str, data: bytes) -> bytes:
        return hmac.new(self.secret, b"card " + key.encode() + b"\n" + data, "sha256").hexdigest().encode()
