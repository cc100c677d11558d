"""The cards of a site as files, and the tags that lead to them; what was drawn before is not drawn again."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import attribute
from mkdocs_briefings.mkdocs import card_drawing
from mkdocs_briefings.mkdocs.card_drawing import FORM, HEIGHT, WIDTH, drawn
from mkdocs_briefings.outputs.share_cards import SITE
from mkdocs_briefings.pages.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_briefings.files.kept_drawings import KeptDrawings
    from mkdocs_briefings.mkdocs.card_drawing import Style
    from mkdocs_briefings.outputs.share_cards import ShareCard
    from mkdocs_briefings.pages.page import Page

FOLDER = "assets/cards"
_NONE = b""
"""Kept in the place of a card for which there is no room."""


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of a site."""

    address: str = ""
    """Of the site, in full."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """The pictures, by their paths in the site."""
    shown: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The path of its picture and what this says, by the path of a page; `SITE` has that of all others."""
    told: tuple[str, ...] = ()
    """What the desk should know."""

    def head(self, page: Page | None) -> str:
        """Write the tags of a page (ogp.me); None stands for one that is written by hand."""
        of_page = self.shown.get(page.path) if page and page.kind == "briefing" else None
        found = of_page or self.shown.get(SITE)
        if found is None:
            return ""
        path, alt = found
        said = {
            "og:image": self.address + path,
            "og:image:type": "image/png",
            "og:image:width": str(WIDTH),
            "og:image:height": str(HEIGHT),
            "og:image:alt": alt,
        }
        return "".join(
            f'<meta property="{name}" content="{attribute(value)}">\n' for name, value in said.items()
        )


def cards(
    wanted: Mapping[str, tuple[ShareCard, ...]], chosen: Style, address: str, kept: KeptDrawings | None
) -> Cards:
    """Draw the cards of a site, each in the fullest form for which there is room.

    A picture is named by what it shows. Whoever kept the address of one that was corrected, withdrawn or taken down
    finds nothing there, and asks the page again.

    Args:
        wanted: the forms of cards by the paths of pages.
        chosen: what they are drawn with.
        address: of the site, in full.
        kept: what was drawn before.

    Raises:
        NoCardsError: none can be drawn here.

    """
    files: dict[str, bytes] = {}
    shown: dict[str, tuple[str, str]] = {}
    used: set[str] = set()
    lacking: Counter[str] = Counter()
    crowded: list[str] = []
    by = json.dumps((FORM, card_drawing.version(), chosen.name))
    for page, forms in wanted.items():
        if page != SITE and SITE not in shown:
            break  # the name of the site is on every card
        if missing := chosen.lacking(forms[0]):
            lacking[missing] += 1
            continue
        for card in forms:
            key = hashlib.sha256(f"{by} {json.dumps(asdict(card))}".encode()).hexdigest()
            used.add(key)
            data = kept.find(key) if kept else None
            if data is None:
                data = drawn(card, chosen) or _NONE
                if kept:
                    kept.keep(key, data)
            if data != _NONE:
                stem = page.rpartition("/")[2].removesuffix(".md") or "site"
                path = f"{FOLDER}/{stem}.{key[:12]}.png"
                files[path], shown[page] = data, (path, card.alt)
                break
        else:
            crowded.append(page)
    if kept:
        kept.clear(used)
    return Cards(address, files, shown, tuple(_told(shown, lacking, crowded)))


def _told(shown: Mapping[str, object], lacking: Counter[str], crowded: list[str]) -> Iterator[str]:
    """Say which pages have no card of their own, and why."""
    instead = "the card of the site" if SITE in shown else "no card"
    if lacking:
        (sign, _), *_ = lacking.most_common(1)
        pages = counted(lacking.total(), "page")
        yield f"cards: the fonts of the site cannot draw `{sign}` (U+{ord(sign):04X}): {pages} with {instead}"
    if crowded:
        first = crowded[0] or "the name of the site"
        pages = counted(len(crowded), "page")
        yield f"cards: there is no room for the title with its voices and denials ({first}): {pages} with {instead}"
