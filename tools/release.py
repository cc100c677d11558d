"""Make a release of the program: set its version, build it, take its notes from the changelog. It pushes nothing.

    make release VERSION=0.3.0

`--built VERSION` builds a version that is set already: what the workflow does with a tag.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.version import InvalidVersion, Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ROOT = Path(__file__).parents[1]
UV = os.environ.get("UV", "uv")
SETTINGS, LOCK, CHANGELOG = "pyproject.toml", "uv.lock", "CHANGELOG.md"
_HEADING = re.compile(r"^## \[(?P<name>[^\]\n]+)\](?: - (?P<date>\S+))?[ \t]*$", re.MULTILINE)
_VERSION = re.compile(r'(?<=^version = ")[^"\n]+(?="$)', re.MULTILINE)
_OPEN = "unreleased"


class ReleaseError(Exception):
    """Why there can be no release; the message says what to do."""


def asked(text: str, changelog: str, tags: Iterable[str]) -> Version:
    """Read the version that shall be released.

    Args:
        text: as typed, such as `0.3.0` (PEP 440).
        changelog: the text of the changelog.
        tags: the tags of the repository; those of releases are `v` and the version.

    Raises:
        ReleaseError: it is no version in its normal form, or not newer than what was released.

    """
    try:
        version = Version(text)
    except InvalidVersion as error:
        raise ReleaseError(f"{text!r} is not a version. Write one such as 0.3.0") from error
    if str(version) != text:
        raise ReleaseError(f"The normal form of {text} is {version}: write that")
    released = [one for name in _released(changelog, tags) if (one := _version(name)) is not None]
    if released and version <= (newest := max(released)):
        raise ReleaseError(f"{version} is not newer than {newest}, which is released already")
    return version


def _released(changelog: str, tags: Iterable[str]) -> list[str]:
    """Give the names that look like versions: of tags, and of the sections that are not open."""
    named = [tag.removeprefix("v") for tag in tags if tag.startswith("v")]
    return named + [one["name"] for one in _HEADING.finditer(changelog) if not _is_open(one)]


def _version(name: str) -> Version | None:
    try:
        return Version(name)
    except InvalidVersion:
        return None


def _is_open(heading: re.Match[str]) -> bool:
    return _OPEN in {heading["name"].lower(), (heading["date"] or "").lower()}


def _section(changelog: str, version: Version) -> tuple[re.Match[str], str]:
    """Find the section of a version, or the one that is called Unreleased: its heading, its text."""
    headings = list(_HEADING.finditer(changelog))
    ends = [*(heading.start() for heading in headings[1:]), len(changelog)]
    for name in (str(version), _OPEN):
        for heading, end in zip(headings, ends, strict=False):
            if heading["name"].lower() == name:
                return heading, changelog[heading.end() : end].strip()
    raise ReleaseError(f"{CHANGELOG} has no section [{version}] or [Unreleased]: say there what is new")


def notes(changelog: str, version: Version) -> str:
    """Give what the changelog says about a version, without the heading.

    Raises:
        ReleaseError: it says nothing.

    """
    _, text = _section(changelog, version)
    if not any(line.strip() and not line.startswith("#") for line in text.splitlines()):
        raise ReleaseError(f"The section of {version} in {CHANGELOG} is empty: say there what is new")
    return f"{text}\n"


def dated(changelog: str, version: Version, day: str) -> str:
    """Give the changelog with the section of a version under its name and day (ISO 8601).

    Raises:
        ReleaseError: there is no such section.

    """
    heading, _ = _section(changelog, version)
    return f"{changelog[: heading.start()]}## [{version}] - {day}{changelog[heading.end() :]}"


def numbered(settings: str, version: Version) -> str:
    """Give pyproject.toml with another version.

    Raises:
        ReleaseError: it has none, or more than one.

    """
    found, count = _VERSION.subn(str(version), settings)
    if count != 1:
        raise ReleaseError(f"{SETTINGS} has {count} lines `version = …`, not one")
    return found


def checksums(files: Mapping[str, bytes]) -> str:
    """Give the SHA-256 of files by name, in the form that `sha256sum --check` reads."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))


def refuse_changes(status: str) -> None:
    """Refuse a working tree that is not as committed.

    Args:
        status: what `git status --porcelain` prints.

    Raises:
        ReleaseError: a file is changed, or unknown to git.

    """
    if lines := status.splitlines():
        shown = "\n".join(lines[:10])
        raise ReleaseError(f"Commit or remove first, {len(lines)} file(s) are not as committed:\n{shown}")


def publishing(version: Version, folder: str) -> list[str]:
    """Give the commands that commit, tag and push a release."""
    return [
        f'git commit --message "Version {version}" {SETTINGS} {LOCK} {CHANGELOG}',
        f"git tag --annotate --cleanup=whitespace --file {folder}/NOTES.md v{version}",
        f"git push --atomic origin HEAD v{version}",
    ]


def build(root: Path, version: Version) -> Path:
    """Build both packages into `dist/VERSION`, with their sums and the notes; give the folder.

    Raises:
        ReleaseError: the folder has something in it, or pyproject.toml has another version.
        subprocess.CalledProcessError: the build failed; it says why.

    """
    text = (root / SETTINGS).read_text(encoding="utf-8")
    if numbered(text, version) != text:
        raise ReleaseError(f"{SETTINGS} has another version than {version}")
    folder = root / "dist" / str(version)
    if folder.is_dir() and any(folder.iterdir()):
        raise ReleaseError(f"dist/{version} is not empty: remove it first")
    said = notes((root / CHANGELOG).read_text(encoding="utf-8"), version)
    _run(root, UV, "build", "--quiet", "--out-dir", str(folder))
    packages = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in {".whl", ".gz"}}
    (folder / "SHA256SUMS").write_text(checksums(packages), encoding="utf-8")
    (folder / "NOTES.md").write_text(said, encoding="utf-8")
    return folder


def release(root: Path, text: str, day: str, checks: Sequence[str]) -> list[str]:
    """Set the version in all files, build; the files are as before if anything fails. Gives the commands that are left.

    Args:
        root: the folder of the project.
        text: the version, as typed.
        day: of the release, ISO 8601.
        checks: the targets of the Makefile that must succeed first.

    Raises:
        ReleaseError: there can be no release.
        subprocess.CalledProcessError: a check or the build failed; it says why.

    """
    refuse_changes(_output(root, "git", "status", "--porcelain"))
    before = {name: (root / name).read_bytes() for name in (SETTINGS, LOCK, CHANGELOG)}
    changelog, settings = (before[name].decode() for name in (CHANGELOG, SETTINGS))
    version = asked(text, changelog, _output(root, "git", "tag", "--list").split())
    notes(changelog, version)
    after = {CHANGELOG: dated(changelog, version, day), SETTINGS: numbered(settings, version)}
    for check in checks:
        _run(root, "make", check)
    try:
        for name, new in after.items():
            (root / name).write_text(new, encoding="utf-8", newline="")
        _run(root, UV, "lock", "--offline", "--quiet")
        folder = build(root, version)
    except BaseException:
        for name, data in before.items():
            (root / name).write_bytes(data)
        raise
    return publishing(version, folder.relative_to(root).as_posix())


def _run(root: Path, *command: str) -> None:
    subprocess.run(command, cwd=root, check=True)


def _output(root: Path, *command: str) -> str:
    return subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout


def main() -> int:
    """Read the command line; 1 if there is no release."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("version")
    parser.add_argument("--built", action="store_true", help="build a version that is set already")
    parser.add_argument("--unchecked", action="store_true", help="leave out `make lint` and `make quick`")
    given = parser.parse_args()
    try:
        if given.built:
            refuse_changes(_output(ROOT, "git", "status", "--porcelain"))
            print(f"built: {build(ROOT, Version(given.version)).relative_to(ROOT)}")
            return 0
        day = datetime.now(UTC).date().isoformat()
        left = release(ROOT, given.version, day, () if given.unchecked else ("lint", "quick"))
    except (ReleaseError, InvalidVersion) as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"No release: `{' '.join(error.cmd)}` failed", file=sys.stderr)
        return 1
    print(
        "Built, with SHA256SUMS and NOTES.md. Nothing is committed or pushed. Read the notes, then:",
        *left,
        sep="\n",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
