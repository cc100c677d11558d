"""Sites that were built before, kept whole beside a desk, so that the same input need not be built again.

Whatever is read here may have been damaged, or put here by somebody else: each site is named by all that it was made
from, its list of files bears a seal of this user (HMAC-SHA-256, RFC 2104), and each file is held against its digest.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import secrets
import shutil
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_state_path

from mkdocs_briefings.files.joined_files import NOTHING, unpack
from mkdocs_briefings.files.kernel_lock import HeldError, locked
from mkdocs_briefings.files.site_files import files_below, is_foreign, write_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_briefings.files.joined_files import Pack, Parts

FOLDER = ".cache/briefings"
"""Below the folder of mkdocs.yml; whoever removes it loses nothing but time."""
SITES, DRAWINGS = "sites", "cards"
MOST_SITES = 3
MOST_BYTES = 2_000_000_000
_LIST = "files.json"
_FILES, _PACK = "files", "packed"
_NEW = ".new."
_KEY = re.compile(r"[0-9a-f]{64}")
_SECRET = 32
"""Bytes of what only this user knows."""


@dataclass(frozen=True, slots=True)
class KeptSite:
    """A site as it is kept."""

    folder: Path
    files: dict[str, str]
    """The SHA-256 of each file that is kept as it is, by its path in the site."""
    packed: Parts
    """The others, which lie in one."""
    facts: Mapping[str, Any]
    """What was told of it when it was kept."""


@dataclass(frozen=True, slots=True)
class KeptSites:
    """The sites that are kept of a desk."""

    folder: Path
    secret: bytes

    @classmethod
    def of(cls, root: Path) -> KeptSites | None:
        """Open those of a desk; None where none can be kept, because this user has no place for a secret."""
        secret = own_secret()
        return None if secret is None else cls(root / FOLDER / SITES, secret)

    def find(self, key: str) -> KeptSite | None:
        """Find the site of a key (64 hexadecimal digits); None where there is none, or not one of this user."""
        folder = self.folder / key
        if is_elsewhere(self.folder):
            return None
        try:
            seal, _, told = plain(folder / _LIST).partition(b"\n")
            if not hmac.compare_digest(seal, self._seal(key, told)):
                return None
            data = json.loads(told)
            with suppress(OSError):
                os.utime(folder)
            packed = {path: (int(size), str(digest)) for path, (size, digest) in data["packed"].items()}
            return KeptSite(folder, dict(data["files"]), packed, dict(data["facts"]))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def keep(self, key: str, site: Path, facts: Mapping[str, Any], packed: Pack = NOTHING) -> None:
        """Keep a copy of a site, and let go of the oldest beyond `MOST_SITES` and `MOST_BYTES`.

        Args:
            key: names all that it was made from; 64 hexadecimal digits.
            site: its folder.
            facts: what to tell of it, as JSON has it.
            packed: those of its files that lie in one already, which is taken from there.

        Raises:
            OSError: it could not be kept; nothing of it is left that counts.

        """
        if is_elsewhere(self.folder):
            return
        make_folder(self.folder)
        with suppress(HeldError), locked(self.folder, None):  # another build keeps one: it may
            self._clear()
            paths = [path for path in files_below(site) if path not in packed.parts]
            size = sum((site / path).lstat().st_size for path in paths)
            size += sum(size for size, _ in packed.parts.values())
            if size <= MOST_BYTES and not (self.folder / key).exists():
                self._evict(MOST_SITES - 1, MOST_BYTES - size)
                self._copy(key, site, paths, facts, packed)

    def _copy(
        self, key: str, site: Path, paths: Iterable[str], facts: Mapping[str, Any], packed: Pack
    ) -> None:
        made = Path(tempfile.mkdtemp(prefix=_NEW, dir=self.folder))
        try:
            digests = {}
            folders = set()
            for path in paths:
                found, target = site / path, made / _FILES / path
                data = plain(found)
                if (folder := path.rpartition("/")[0]) not in folders:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    folders.add(folder)
                _link(found, target, data)
                digests[path] = hashlib.sha256(data).hexdigest()
            if packed.parts:
                if packed.file is None:
                    raise OSError("there was no room for them")
                shutil.move(packed.file, made / _PACK)
            kept = {"files": digests, "packed": packed.parts, "facts": facts}
            told = json.dumps(kept, ensure_ascii=False).encode()
            (made / _LIST).write_bytes(self._seal(key, told) + b"\n" + told)
            made.rename(self.folder / key)
        finally:
            shutil.rmtree(made, ignore_errors=True)

    def _clear(self) -> None:
        """Remove what builds left that were interrupted."""
        for one in self.folder.iterdir():
            if one.name.startswith(_NEW):
                shutil.rmtree(one, ignore_errors=True)

    def _evict(self, most: int, room: int) -> None:
        """Remove the oldest sites beyond so many, or so many bytes."""
        kept = [one for one in self.folder.iterdir() if _KEY.fullmatch(one.name) and not one.is_symlink()]
        kept.sort(key=lambda one: one.stat().st_mtime_ns, reverse=True)
        for number, one in enumerate(kept):
            room -= sum((one / path).lstat().st_size for path in files_below(one))
            if number >= most or room < 0:
                # Nobody finds half of it meanwhile.
                gone = one.with_name(f"{_NEW}{secrets.token_hex(4)}")
                one.rename(gone)
                shutil.rmtree(gone, ignore_errors=True)

    def _seal(self, key: str, told: bytes) -> bytes:
        return hmac.new(self.secret, key.encode() + b"\n" + told, "sha256").hexdigest().encode()


def is_elsewhere(folder: Path) -> bool:
    """Whether a link leads out of the desk: what came with it must not have us write, or remove, anywhere else."""
    return any(one.is_symlink() for one in (folder, *list(folder.parents)[:2]))


def stands(kept: KeptSite, site: Path) -> bool:
    """Return whether a folder has just the files of a kept site; those that MkDocs never makes do not count."""
    try:
        found = {path for path in files_below(site) if not is_foreign(path)}
        wanted = kept.files | {path: digest for path, (_, digest) in kept.packed.items()}
        return found == {path for path in wanted if not is_foreign(path)} and all(
            _sound(site / path, digest) is not None for path, digest in wanted.items()
        )
    except OSError:
        return False


def bring(kept: KeptSite, target: Path) -> bool:
    """Copy a kept site into a new folder; false, and nothing there, if any of its files is not what it was."""
    try:
        write_all(target, _kept(kept))
    except OSError:
        shutil.rmtree(target, ignore_errors=True)
        shutil.rmtree(kept.folder, ignore_errors=True)
        return False
    return True


def _kept(kept: KeptSite) -> Iterator[tuple[str, bytes]]:
    for path, digest in kept.files.items():
        yield path, _sound(kept.folder / _FILES / path, digest)
    if kept.packed:
        _check_plain(kept.folder / _PACK)
        yield from unpack(kept.packed, kept.folder / _PACK)


def forget(root: Path) -> bool:
    """Remove all sites and pictures that are kept of a desk; give whether there were any."""
    kept = [root / FOLDER / name for name in (SITES, DRAWINGS)]
    found = [folder for folder in kept if not is_elsewhere(folder) and folder.is_dir()]
    for folder in found:
        shutil.rmtree(folder)
    return bool(found)


def own_secret() -> bytes | None:
    """Give what only this user knows on this machine, made when it is first needed; None where it cannot be kept.

    With it, no desk, fork or archive can bring a site that was not built here.
    """
    path = user_state_path("briefings", appauthor=False) / "secret"
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with suppress(FileExistsError):
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(secrets.token_bytes(_SECRET))
        data = path.read_bytes()
        # Another build may be writing it just now, and a full disk leaves an empty one.
        return data if len(data) == _SECRET else None
    return None


def make_folder(folder: Path) -> None:
    """Make the folder of the sites, which is for no repository and no backup (CACHEDIR.TAG, bford.info/cachedir)."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (
        (".gitignore", "*\n"),
        ("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n"),
    ):
        if not os.path.lexists(folder.parent / name):
            (folder.parent / name).write_text(text, encoding="ascii")


def _link(path: Path, target: Path, data: bytes) -> None:
    """Give a file a second name, or else make a copy: whoever changes it later is found out by its digest."""
    try:
        os.link(path, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        target.write_bytes(data)


def _sound(path: Path, digest: str) -> bytes:
    """Read a file.

    Raises:
        OSError: it is not what it was, or cannot be read.

    """
    data = plain(path)
    if hashlib.sha256(data).hexdigest() != digest:
        raise OSError(f"{path} is not what it was")
    return data


def plain(path: Path) -> bytes:
    """Read a file that is no link.

    Raises:
        OSError: it is one, or cannot be read.

    """
    _check_plain(path)
    return path.read_bytes()


def _check_plain(path: Path) -> None:
    if not stat.S_ISREG(path.lstat().st_mode):
        raise OSError(f"{path} is no plain file")
