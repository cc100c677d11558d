"""The fonts of the pages, which were cut when the package was built (`tools/fonts/font_cutting.py`)."""

from __future__ import annotations

from pathlib import Path

from mkdocs.exceptions import PluginError

from mkdocs_briefings.mkdocs.typefaces import FACES

THEME = Path(__file__).parents[1] / "theme"
FOLDER = "assets/fonts"
STYLE = "assets/fonts.css"


def first(theme: Path = THEME) -> tuple[str, ...]:
    """Give the fonts that every page wants first, by their paths in the theme.

    Raises:
        PluginError: there are none.

    """
    found = [sorted((theme / FOLDER).glob(f"{face.name}.*.woff2")) for face in FACES]
    if not all(len(files) == 1 for files in found) or not (theme / STYLE).is_file():
        raise PluginError(
            "error: the fonts of the pages are not there: they are cut when the package is built\n"
            "  Install the package again: `make site` in a checkout, elsewhere `pip install --force-reinstall`"
        )
    return tuple(
        f"{FOLDER}/{files[0].name}" for face, files in zip(FACES, found, strict=True) if face.preload
    )
