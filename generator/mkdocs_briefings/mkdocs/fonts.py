"""The fonts of the pages, which were cut when the package was built (`tools/fonts/font_cutting.py`)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from mkdocs_briefings.messages import for_scripts
from mkdocs_briefings.messages.screen_messages import SCREEN
from mkdocs_briefings.mkdocs.typefaces import ACCENTED, FACES

if TYPE_CHECKING:
    from mkdocs_briefings.messages.message import Messages

THEME = Path(__file__).parents[1] / "theme"
FOLDER = "assets/fonts"
STYLE = "assets/fonts.css"


def first(say: Messages, theme: Path = THEME) -> tuple[str, ...]:
    """Give the fonts that every page of a site wants first, by their paths in the theme.

    Args:
        say: the messages in the language of the site: where they have accents, so have all pages.
        theme: the folder with the fonts.

    Raises:
        PluginError: there are none.

    """
    found = [sorted((theme / FOLDER).glob(f"{face.name}.*.woff2")) for face in FACES]
    if not all(len(files) == 1 for files in found) or not (theme / STYLE).is_file():
        raise PluginError(
            "error: the fonts of the pages are not there: they are cut when the package is built\n"
            "  Install the package again: `make site` in a checkout, elsewhere `pip install --force-reinstall`"
        )
    accents = is_accented(for_scripts.script(say, SCREEN))
    return tuple(
        f"{FOLDER}/{files[0].name}"
        for face, files in zip(FACES, found, strict=True)
        if face.preload or (accents and face.ranges == ACCENTED)
    )


def is_accented(text: str) -> bool:
    """Return whether a text has letters that the accented files hold."""
    return any(
        character.isalpha() and low <= ord(character) <= high for character in text for low, high in ACCENTED
    )
