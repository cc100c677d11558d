"""Make a wheel from an installed Python package; the same files give the same bytes."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_WHEEL = "Wheel-Version: 1.0\nGenerator: mkdocs-briefings\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def file_name(name: str, version: str) -> str:
    return f"{_escaped(name)}-{version}-py3-none-any.whl"


def wheel(name: str, version: str, files: Mapping[str, bytes], facts: Mapping[str, bytes]) -> bytes:
    """Make a wheel.

    Args:
        name: of the distribution.
        version: of it.
        files: what is installed, by its path.
        facts: what is told of the distribution, by its path in `.dist-info/`: `METADATA`, `entry_points.txt`, licenses.

    """
    about = f"{_escaped(name)}-{version}.dist-info"
    told = {f"{about}/{path}": data for path, data in sorted({**facts, "WHEEL": _WHEEL.encode()}.items())}
    members = {**dict(sorted(files.items())), **told}
    record = "".join(f"{path},sha256={_digest(data)},{len(data)}\n" for path, data in members.items())
    members[f"{about}/RECORD"] = f"{record}{about}/RECORD,,\n".encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path, data in members.items():
            member = zipfile.ZipInfo(path, _EPOCH)
            member.external_attr = 0o100644 << 16
            archive.writestr(member, data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def digest(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 of files and their paths, in hexadecimal digits, whatever the order."""
    listed = "".join(f"{path}\0{hashlib.sha256(data).hexdigest()}\n" for path, data in sorted(files.items()))
    return hashlib.sha256(listed.encode()).hexdigest()


def _escaped(name: str) -> str:
    """Write the name of a distribution as file names have it (the wheel specification: no hyphens)."""
    return re.sub(r"[-_.]+", "_", name).lower()


def _digest(data: bytes) -> str:
    return urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
