"""Cut fonts to the characters that pages need, and write their CSS, when the package is built.

    python tools/fonts/font_cutting.py

writes them into the theme of this checkout, as installing it does.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from mkdocs_briefings.mkdocs import typefaces
from mkdocs_briefings.mkdocs.typefaces import (
    ACCENTED,
    BORROWS,
    FACES,
    FALLBACKS,
    FEATURES,
    FURTHER,
    LETTERS,
    OFTEN,
    SIGNS,
    named,
)

if TYPE_CHECKING:
    from mkdocs_briefings.mkdocs.typefaces import Face, Fallback


def cut_into(assets: Path) -> None:
    """Write the fonts and their style sheet below a folder, unless what is there was made from the same."""
    folder, style = assets / "fonts", assets / "fonts.css"
    key = f"/* {_key()} */\n".encode()
    if style.is_file() and style.read_bytes().startswith(key):
        return
    made = make()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, data in made.items():
        if not name.endswith(".css"):
            (folder / name).write_bytes(data)
    (rules,) = (data for name, data in made.items() if name.endswith(".css"))
    style.write_bytes(key + rules)  # last: it tells that all are there


def _key() -> str:
    """Name everything that the bytes of the files depend on."""
    packages = ("fonttools", "brotli", *sorted({face.package.replace("_", "-") for face in FACES}))
    versions = "".join(f"{name} {version(name)}\n" for name in packages)
    sources = [Path(__file__), Path(typefaces.__file__)]
    says = versions.encode() + b"".join(path.read_bytes() for path in sources)
    return hashlib.sha256(says).hexdigest()[:16]


def make() -> dict[str, bytes]:
    """Make every font file and the style sheet, by names that tell their content."""
    made: dict[str, bytes] = {}
    rules: dict[str, list[str]] = {face.family: [] for face in FACES}
    for face in FACES:
        font = _cut(face)
        out = BytesIO()
        font.flavor = "woff2"
        font.save(out)
        name = named(face.name, "woff2", data=out.getvalue())
        made[name] = out.getvalue()
        characters = sorted(c for c in font.getBestCmap() if _within(c, face.ranges))
        rules[face.family].append(_face(face.family, name, face, characters))
        if signs := [c for c in characters if _within(c, SIGNS)]:
            rules[BORROWS].append(_face(BORROWS, name, face, signs))
        if face.preload:
            rules[face.family].append(_fallback(FALLBACKS[face.family], font))
    style = "".join(f"{rule}\n" for found in rules.values() for rule in found).encode()
    made[named("fonts", "css", data=style)] = style
    return made


def _cut(face: Face) -> Any:
    """Leave of a font what the pages need: its characters, a stretch of its axes, some of its features."""
    source = files(face.package) / "files" / face.file
    # The time of day must not get into the file.
    font = TTFont(BytesIO(source.read_bytes()), recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = list(FEATURES)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # the licence travels with the font
    options.notdef_outline = True
    options.hinting = False
    options.desubroutinize = True
    options.recalc_timestamp = False
    cutter = subset.Subsetter(options)
    # What sets type on paper takes a blank from the font of the letter before it.
    cutter.populate(unicodes=[ord(" "), *(c for low, high in face.ranges for c in range(low, high + 1))])
    cutter.subset(font)
    return instancer.instantiateVariableFont(font, dict(face.axes), inplace=True)


def _within(character: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(low <= character <= high for low, high in ranges)


def _face(family: str, name: str, face: Face, has: list[int]) -> str:
    weight = dict(face.axes)["wght"]
    weights = " ".join(f"{limit:g}" for limit in (weight if isinstance(weight, tuple) else (weight,)))
    # A page does not change its typeface while it is read; but a letter of ours beside a strange one would stay so.
    display = "swap" if face.ranges in {ACCENTED, FURTHER} else "optional"
    return (
        f'@font-face{{font-family:"{family}";font-style:{face.style};font-weight:{weights};font-display:{display};'
        f'src:url("fonts/{name}") format("woff2");unicode-range:{_unicode_range(has)}}}'
    )


def _unicode_range(characters: list[int]) -> str:
    text = ""
    for character in characters:
        last = re.search(r"([0-9A-F]+)$", text)
        if last and int(last[1], 16) == character - 1:
            begin = text[: last.start()]
            text = f"{begin if begin.endswith('-') else f'{text}-'}{character:X}"
        else:
            text += f"{',' if text else ''}U+{character:X}"
    return text


def _fallback(fallback: Fallback, font: Any) -> str:
    """Return a local font the width and the height of ours, so that a page does not move when ours comes late."""
    em = font["head"].unitsPerEm
    metrics, names = font["hmtx"].metrics, font.getBestCmap()
    ours = sum(often * metrics[names[ord(c)]][0] for c, often in zip(LETTERS, OFTEN, strict=True)) / em
    theirs = sum(often * fallback.widths[c] for c, often in zip(LETTERS, OFTEN, strict=True)) / 1000
    size = ours / theirs
    head = font["hhea"]
    up, down, gap = (
        f"{100 * value / em / size:.2f}%" for value in (head.ascent, -head.descent, head.lineGap)
    )
    local = ",".join(f'local("{name}")' for name in fallback.local)
    return (
        f'@font-face{{font-family:"{fallback.family}";src:{local};size-adjust:{100 * size:.2f}%;'
        f"ascent-override:{up};descent-override:{down};line-gap-override:{gap}}}"
    )


if __name__ == "__main__":
    cut_into(Path(__file__).parents[2] / "generator/mkdocs_briefings/theme/assets")
