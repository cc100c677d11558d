"""Find where this program was installed from, so that a new desk can pin the same version."""

from __future__ import annotations

import importlib.metadata
import json
import re
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from mkdocs_briefings.files import wheel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import Distribution
    from importlib.resources.abc import Traversable

NAME = "mkdocs-briefings"
EXTRAS = "[html,pdf]"
_VERSION = re.compile(rb"^Version: .*$", re.MULTILINE)
_SHORT = 12
"""Digits of a digest: enough to tell the builds of one release apart."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """How pip gets the program that is running."""

    requirement: str
    """A line of a requirements.txt."""
    reason: str
    """What to know of it, as the end of a sentence."""
    file: tuple[str, bytes] | None = None
    """The path and the bytes of the copy that the line names, relative to the desk."""


def origin() -> Requirement | None:
    """Return the address and commit of the repository that it came from, else a copy; None if it is not installed."""
    try:
        found = importlib.metadata.distribution(NAME)
    except importlib.metadata.PackageNotFoundError:
        return None
    direct_url = json.loads(found.read_text("direct_url.json") or "null") or {}
    repository, url = direct_url.get("vcs_info", {}), str(direct_url.get("url", ""))
    commit = repository.get("commit_id")
    if repository.get("vcs") == "git" and commit and url.startswith(("https://", "ssh://")):
        below = f"#subdirectory={direct_url['subdirectory']}" if direct_url.get("subdirectory") else ""
        return Requirement(
            f"{NAME}{EXTRAS} @ git+{url}@{commit}{below}",
            "the commit that is installed here. Every machine that builds the desk must reach that address. "
            "For a newer version, change the commit",
        )
    name, data = _copy(found)
    path = f"vendor/{name}"
    return Requirement(
        f"./{path}{EXTRAS}",
        "a copy of the program that is installed here. Commit it with the desk. "
        "For a newer version, replace the wheel and its name",
        (path, data),
    )


def files(folder: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    """Return the files of a package, by path; not what Python and editors leave among them."""
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_dir() and one.name != "__pycache__":
            yield from files(one, f"{above}{one.name}/")
        elif one.is_file() and not one.name.startswith("."):
            yield f"{above}{one.name}", one.read_bytes()


def _copy(found: Distribution) -> tuple[str, bytes]:
    """Return the file name and the bytes of a wheel of what is installed.

    Its version has a local part (PEP 440) made from its content: pip installs no wheel of a version that is there
    already, and between two releases the version does not change.
    """
    licenses = (f"licenses/{name}" for name in found.metadata.get_all("License-File") or ())
    texts = {path: found.read_text(path) for path in ("METADATA", "entry_points.txt", *licenses)}
    facts = {path: text.encode() for path, text in texts.items() if text is not None}
    code = dict(files(resources.files("mkdocs_briefings"), "mkdocs_briefings/"))
    release = found.version.partition("+")[0]
    facts["METADATA"] = _VERSION.sub(f"Version: {release}".encode(), facts["METADATA"], count=1)
    version = f"{release}+{wheel.digest({**code, **facts})[:_SHORT]}"
    facts["METADATA"] = _VERSION.sub(f"Version: {version}".encode(), facts["METADATA"], count=1)
    return wheel.file_name(NAME, version), wheel.wheel(NAME, version, code, facts)
