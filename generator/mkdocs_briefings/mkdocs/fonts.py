"""The fonts of the pages, and the cache that keeps them between builds."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_briefings.files.kernel_lock import HeldError, locked
from mkdocs_briefings.mkdocs.typefaces import FACES, FALLBACKS, FEATURES, OFTEN, named

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = "assets/fonts/"
STYLE = "assets/fonts.css"


@dataclass(frozen=True, slots=True)
class Fonts:
    """What the site gets: files by their path in it, and which of them every page wants first."""

    files: Mapping[str, bytes]
    preload: tuple[str, ...]


def fonts(cache: Path) -> Fonts:
    """Return the fonts of the site, from the cache if it holds them whole.

    Args:
        cache: the folder that may keep them; where it cannot be written they are made anew each time.

    """
    folder = cache / f"fonts-{_key()}"
    made = _kept(folder)
    if made is None:
        from mkdocs_briefings.mkdocs.font_cutting import make  # noqa: PLC0415, importing fontTools takes half a second

        made = make()
        _keep(folder, made)
    files = {STYLE if name.endswith(".css") else f"{FOLDER}{name}": data for name, data in made.items()}
    first = tuple(f"{FOLDER}{face.name}." for face in FACES if face.preload)
    return Fonts(files, tuple(path for path in files if path.startswith(first)))


def _key() -> str:
    """Name everything that the bytes of the files depend on."""
    packages = ("fonttools", "brotli", *(face.package for face in FACES))
    says = [
        [asdict(face) for face in FACES],
        [asdict(fallback) for fallback in FALLBACKS.values()],
        FEATURES,
        OFTEN,
        {name: version(name.replace("_", "-")) for name in packages},
        hashlib.sha256((Path(__file__).parent / "font_cutting.py").read_bytes()).hexdigest(),
    ]
    return hashlib.sha256(json.dumps(says).encode()).hexdigest()[:16]


def _kept(folder: Path) -> dict[str, bytes] | None:
    """Read what the cache holds; None unless each file is there with the content that its name tells."""
    expected = [*(f"{face.name}.*.woff2" for face in FACES), "fonts.*.css"]
    try:
        found = {
            path.name: path.read_bytes() for pattern in expected for path in sorted(folder.glob(pattern))
        }
    except OSError:
        return None
    whole = all(
        name == named(name.partition(".")[0], name.rpartition(".")[2], data=data)
        for name, data in found.items()
    )
    return found if whole and len(found) == len(expected) else None


def _keep(folder: Path, made: Mapping[str, bytes]) -> None:
    """Write the cache beside its place and move it there, so that nobody finds half of it."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with locked(folder.parent, None) as is_alone:
            for left in folder.parent.glob(".fonts-*") if is_alone else ():  # of a build that was killed here
                shutil.rmtree(left, ignore_errors=True)
            beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
            try:
                for name, data in made.items():
                    (beside / name).write_bytes(data)
                shutil.rmtree(folder, ignore_errors=True)
                beside.rename(folder)
            finally:
                shutil.rmtree(beside, ignore_errors=True)
    except (OSError, HeldError):
        return  # a second build at the same time, or no room: the next one makes them again
