"""Read a site from a git revision as data: nothing is checked out or run."""

from __future__ import annotations

import os
import posixpath
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.parse import file_codes
from mkdocs_briefings.parse.leftovers import is_passing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from mkdocs_briefings.model.settings import Settings


class RevisionError(Exception):
    """A revision cannot be read; the message says why and what to do."""


class _Blob(NamedTuple):
    mode: str
    id: str


_LINK = "120000"
_MODULE = "160000"
_MOST_LINKS = 8


@dataclass(frozen=True, slots=True)
class Commit:
    """A site in a commit: its blobs, as they are stored, without filters, hooks or a working tree."""

    root: Path
    blobs: Mapping[str, _Blob]

    def file(self, path: str) -> bytes | None:
        found = self._followed(path)
        return self._read([self.blobs[found].id])[0] if found and found in self.blobs else None

    def names(self) -> list[str]:
        return sorted({path.partition("/")[0] for path in self.blobs})

    def desk(self, settings: Settings) -> tuple[dict[str, bytes], list[Problem]]:
        """Return the files of the desk; links are followed within the site, as they are in a folder."""
        wanted: dict[str, str] = {}
        problems: list[Problem] = []
        for path in sorted(self.blobs):
            if is_passing(path) or not path.startswith(
                (f"{settings.seeds_dir}/", f"{settings.briefings_dir}/")
            ):
                continue
            found = self._followed(path)
            if found is None:
                problems.append(
                    file_codes.PATH_OUTSIDE.at(Place(path), "this link leads out of the site folder")
                )
            elif found in self.blobs and self.blobs[found].mode != _MODULE:
                wanted[path] = self.blobs[found].id
            else:
                message = "this link leads nowhere" if path != found else "another repository is here"
                hint = "Replace it with the files themselves, or remove it."
                problems.append(file_codes.UNKNOWN_FILE.at(Place(path), message, hint=hint))
        return dict(zip(wanted, self._read(wanted.values()), strict=True)), problems

    def files(self, folder: str) -> dict[str, bytes]:
        wanted = {}
        home = self._followed(folder)
        for path in sorted(path for path in self.blobs if home and path.startswith(f"{home}/")):
            found = self._followed(path)
            blob = self.blobs.get(found) if found else None
            if found is None:
                blob = self.blobs[path]
            if blob and blob.mode != _MODULE:
                wanted[path.removeprefix(f"{home}/")] = blob.id
        return dict(zip(wanted, self._read(wanted.values()), strict=True))

    def _followed(self, path: str) -> str | None:
        """Follow links to the path that they lead to, there or not; None if it lies outside the site."""
        for _ in range(_MOST_LINKS):
            blob = self.blobs.get(path)
            if blob is None or blob.mode != _LINK:
                return path
            to = os.fsdecode(self._read([blob.id])[0])
            path = posixpath.normpath(posixpath.join(posixpath.dirname(path), to))
            if path.startswith(("/", "../")) or path == "..":
                return None
        return ""

    def _read(self, ids: Iterable[str]) -> list[bytes]:
        wanted = list(ids)
        if not wanted:
            return []
        output = _git(self.root, "cat-file", "--batch", input_="".join(f"{id_}\n" for id_ in wanted).encode())
        found, at = [], 0
        for _ in wanted:
            end = output.index(b"\n", at)
            size = int(output[at:end].split()[2])
            found.append(output[end + 1 : end + 1 + size])
            at = end + size + 2
        return found


def commit(root: Path, name: str) -> Commit:
    """Open a revision of the repository that `root` is in.

    Raises:
        RevisionError: there is no such revision, no repository, or no git.

    """
    try:
        found = _git(
            root, "rev-parse", "--quiet", "--verify", "--end-of-options", f"{name}^{{commit}}"
        ).strip()
    except _GitError as error:
        if error.told:
            raise RevisionError(f"{root}: git cannot read it: {error.told}") from error
        raise RevisionError(
            f"`{name}` is neither a folder nor a revision of the repository at {root}; "
            "in a shallow clone, fetch it first (`git fetch origin main`)"
        ) from error
    prefix = _git(root, "rev-parse", "--show-prefix").removesuffix(b"\n")
    listed = _git(
        root,
        "ls-tree",
        "-r",
        "-z",
        "--full-tree",
        found.decode(),
        "--",
        *([os.fsdecode(prefix)] if prefix else []),
    )
    blobs = {}
    for row in listed.split(b"\0"):
        facts, _, path = row.partition(b"\t")
        if path.startswith(prefix) and facts:
            mode, _, id_ = facts.decode().split()
            blobs[os.fsdecode(path.removeprefix(prefix))] = _Blob(mode, id_)
    return Commit(root, blobs)


def prefix(root: Path) -> str:
    """Return where a folder lies in its repository, with a slash at the end; empty at its top or without a repository."""
    try:
        found = _git(root, "rev-parse", "--show-prefix")
    except RevisionError:
        return ""
    return os.fsdecode(found.removesuffix(b"\n"))


def holding(root: Path, paths: Iterable[str]) -> list[str]:
    """Return the commits, newest first and short, in which files were changed, on any branch.

    Raises:
        RevisionError: there is no repository, or no git.

    """
    wanted = list(paths)
    if not wanted:
        return []
    found = _git(root, "log", "--all", "--format=%h", "--", *(f":(literal){path}" for path in wanted))
    return found.decode().split()


class _GitError(RevisionError):
    """Git refused; `told` is what it said."""

    def __init__(self, told: str) -> None:
        super().__init__(f"git: {told or 'it failed without a message'}")
        self.told = told


def _git(root: Path, *arguments: str, input_: bytes | None = None) -> bytes:
    # Replacements and missing objects fetched on demand would let a repository answer otherwise than its commits.
    environment = {**os.environ, "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    command = ["git", "--no-replace-objects", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, input=input_, capture_output=True, check=False, env=environment)  # noqa: S603, an argument list, revisions behind --end-of-options
    except FileNotFoundError as error:
        raise RevisionError("git is not installed; give two folders instead of revisions") from error
    if done.returncode:
        raise _GitError(done.stderr.decode(errors="replace").strip().removeprefix("fatal: "))
    return done.stdout
