"""Draw cards with Pillow, an extra, from the fonts and the colours of the theme; the same card gives the same bytes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.mkdocs.fonts import FOLDER, STYLE, THEME
from mkdocs_briefings.mkdocs.typefaces import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_briefings.outputs.share_cards import ShareCard

FORM = 1
"""Of the drawings; another one for another way to draw, so that no old one is taken for it."""
WIDTH, HEIGHT = 1200, 630
"""In pixels: what every program that shows cards takes (1.91 to 1)."""
SERIF, SANS = "Source Serif 4", "Public Sans"
_SIDE, _TOP, _BAR = 70, 56, 14
_SITE = 28
_TITLES = (70, 60, 52, 44)
"""Sizes of the title, the greatest first."""
_MOST_ROWS = 4
_LINE = 29
_LEADING = 1.18
_LINE_LEADING = 1.38
_SHADES = 16
_TOKEN = re.compile(r"--b-([a-z-]+): (#[0-9a-f]{3,6});")
_FONT = re.compile(
    r'font-family:"([^"]+)";font-style:normal;[^}]*?url\("fonts/([^"]+)"\)[^}]*?unicode-range:([^}]+)'
)


_BOUND = re.compile(" ([→·])")
"""Signs between two things, which begin no row."""


class NoCardsError(Exception):
    """No card can be drawn here; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """A file of a family, and the characters that it has."""

    path: str
    characters: frozenset[int]


@dataclass(frozen=True, slots=True)
class Style:
    """What cards are drawn with."""

    families: Mapping[str, tuple[FontFile, ...]] = field(repr=False)
    colors: Mapping[str, str]
    """By the names of the tokens, and `bar`."""
    title: str = SERIF
    """The family of titles."""

    @property
    def name(self) -> object:
        """What makes it another one: fonts are named by what they hold."""
        files = sorted(Path(one.path).name for files in self.families.values() for one in files)
        return files, sorted(self.colors.items()), self.title

    def lacking(self, card: ShareCard) -> str:
        """Give the first character of a card that no font has; nothing where all are there."""
        titles, rest = self._characters(self.title), self._characters(SANS)
        below = "".join((card.site, *(f"{one.label}{one.words}" for one in card.lines)))
        missing = (
            *(c for c in _normal(card.title) if ord(c) not in titles),
            *(c for c in _normal(below) if ord(c) not in rest),
        )
        return missing[0] if missing else ""

    def _characters(self, family: str) -> frozenset[int]:
        return frozenset().union(*(one.characters for one in self.families[family]))


@dataclass(frozen=True, slots=True)
class _Brush:
    """A family at a size and a weight."""

    files: tuple[FontFile, ...]
    size: int
    weight: float

    def runs(self, text: str) -> Iterator[tuple[Any, str]]:
        """Part a text into stretches that one file has, each with its font."""
        start, before = 0, None
        for at, character in enumerate(text):
            font = next(one for one in self.files if ord(character) in one.characters)
            if font is not before and before is not None:
                yield _font(before.path, self.size, self.weight), text[start:at]
                start = at
            before = font
        if before is not None:
            yield _font(before.path, self.size, self.weight), text[start:]

    def width(self, text: str) -> float:
        return float(sum(font.getlength(run) for font, run in self.runs(text)))

    def words(self, text: str, color: str) -> list[_CardWord]:
        """Give the words of a text; what no row parts is one: a blank that holds two together ends none."""
        found = _BOUND.sub("\u00a0\\1", _normal(text)).split(" ")
        return [_CardWord(one, self, color, self.width(one)) for one in found if one]


@dataclass(frozen=True, slots=True)
class _CardWord:
    text: str
    pen: _Brush
    color: str
    width: float


def style(config: MkDocsConfig, color: str | None, typeface: str) -> Style:
    """Read what cards are drawn with: the fonts and the colours of the light scheme, which is that of the pages.

    Args:
        config: that of MkDocs.
        color: that of the heads of pages, if the site chose one.
        typeface: what the site's text is set in.

    """
    families: dict[str, list[FontFile]] = {}
    for family, name, ranges in _FONT.findall((THEME / STYLE).read_text("ascii")):
        families.setdefault(family, []).append(
            FontFile(str(THEME / FOLDER / name), frozenset(_characters(ranges)))
        )
    tokens: dict[str, str] = {}
    for name, value in _TOKEN.findall((THEME / "assets/tokens.css").read_text("utf-8")):
        tokens.setdefault(name, value)  # those of the light scheme come first
    bar = color or _of_material(config) or tokens["accent"]
    found = {family: tuple(files) for family, files in families.items()}
    return Style(found, {**tokens, "bar": bar}, SERIF if typeface == "serif" else SANS)


def _characters(ranges: str) -> Iterator[int]:
    for one in ranges.split(","):
        low, _, high = one.strip().removeprefix("U+").partition("-")
        yield from range(int(low, 16), int(high or low, 16) + 1)


def _of_material(config: MkDocsConfig) -> str:
    """Give the one of Material's colours that the site chose; nothing where it chose none."""
    palette = config.theme.get("palette") or {}
    first = palette[0] if isinstance(palette, list) else palette
    name = re.escape(str(first.get("primary") or ""))
    where = re.compile(rf"\[data-md-color-primary={name}\]\{{--md-primary-fg-color:(#[0-9a-f]+)")
    for folder in config.theme.dirs:
        for path in sorted(Path(folder).glob("assets/stylesheets/palette.*.css")):
            if found := where.search(path.read_text("utf-8")):
                return found[1]
    return ""


def version() -> str:
    """Name the program that draws.

    Raises:
        NoCardsError: it is not there.

    """
    try:
        import PIL  # noqa: PLC0415, an extra
    except ImportError as error:
        raise NoCardsError(
            "cards are drawn with Pillow, which is not installed: `pip install 'mkdocs-briefings[cards]'`, "
            "or leave `cards` out of `outputs` in mkdocs.yml"
        ) from error
    return PIL.__version__


def drawn(card: ShareCard, chosen: Style) -> bytes | None:
    """Draw a card as a PNG file; None where there is no room for all of it.

    Raises:
        NoCardsError: Pillow cannot read our fonts.

    """
    rows = _laid_out(card, chosen)
    if rows is None:
        return None
    from PIL import Image, ImageDraw  # noqa: PLC0415, an extra

    names = list(dict.fromkeys((*(word.color for row in rows for word in row.words), "bar", "line")))
    masks = {name: Image.new("L", (WIDTH, HEIGHT)) for name in names}
    pens = {name: ImageDraw.Draw(mask) for name, mask in masks.items()}
    pens["bar"].rectangle((0, 0, WIDTH, _BAR - 1), fill=255)
    for row in rows:
        x = float(_SIDE)
        for word in row.words:
            for font, run in word.pen.runs(word.text):
                pens[word.color].text((x, row.y), run, font=font, fill=255, anchor="ls")
                x += font.getlength(run)
            x += row.space
    if card.lines:
        y = min(row.y for row in rows if row.is_below) - _LINE - 22
        pens["line"].rectangle((_SIDE, y, WIDTH - _SIDE, y + 1), fill=255)
    image = Image.new("P", (WIDTH, HEIGHT))
    palette: list[int] = []
    for number, name in enumerate(names):
        # A mask tells how much of the colour there is: 16 shades are as many as eyes see at the edge of a letter.
        shades = masks[name].point([number * _SHADES + (value >> 4) for value in range(256)])
        image.paste(shades, mask=masks[name].point([255 if value >> 4 else 0 for value in range(256)]))
        palette += _shades(chosen.colors[name], chosen.colors["paper"])
    image.putpalette(palette)
    out = BytesIO()
    image.save(out, "PNG", compress_level=9)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _CardRow:
    words: tuple[_CardWord, ...]
    space: float
    y: int
    """Of the line on which the letters stand."""
    is_below: bool


def _laid_out(card: ShareCard, chosen: Style) -> list[_CardRow] | None:
    """Place the words of a card: the title as large as there is room for it with all that is below it."""
    files = chosen.families[SANS]
    plain, strong = _Brush(files, _LINE, WEIGHTS[0]), _Brush(files, _LINE, WEIGHTS[1])
    below = []
    for line in card.lines:
        words = [*strong.words(line.label, line.kind or "ink"), *plain.words(line.words, "soft")]
        below.append(_broken(words, plain.width(" "), _most()))
    for size in _TITLES:
        pen = _Brush(chosen.families[chosen.title], size, WEIGHTS[1])
        title = _balanced(pen.words(card.title, "ink"), pen.width(" "))
        if title is None or any(rows is None for rows in below):
            continue
        rows = [row for rows in below for row in rows or ()]
        top = _TOP + (_SITE + 34 if card.site else 20)
        height = round(len(title) * size * _LEADING) + (44 if rows else 0)
        height += round(len(rows) * _LINE * _LINE_LEADING)
        if len(title) > _MOST_ROWS or top + height > HEIGHT - _TOP + 10:
            continue
        made = []
        if card.site:
            name = _Brush(files, _SITE, WEIGHTS[1])
            site = _broken(name.words(card.site, "soft"), name.width(" "), _most())
            if site is None or len(site) > 1:
                return None
            made.append(_CardRow(site[0], name.width(" "), _TOP + _SITE, is_below=False))
        made += [
            _CardRow(row, pen.width(" "), top + round((n + 0.85) * size * _LEADING), is_below=False)
            for n, row in enumerate(title)
        ]
        first = HEIGHT - _TOP - round((len(rows) - 1) * _LINE * _LINE_LEADING)
        made += [
            _CardRow(row, plain.width(" "), first + round(n * _LINE * _LINE_LEADING), is_below=True)
            for n, row in enumerate(rows)
        ]
        return made
    return None


def _most() -> float:
    return WIDTH - 2 * _SIDE


def _broken(words: Iterable[_CardWord], space: float, most: float) -> list[tuple[_CardWord, ...]] | None:
    """Break words into rows; None where one is longer than a row."""
    rows: list[list[_CardWord]] = []
    at = 0.0
    for word in words:
        if word.width > most:
            return None
        if not rows or at + space + word.width > most:
            rows.append([])
            at = -space
        rows[-1].append(word)
        at += space + word.width
    return [tuple(row) for row in rows]


def _balanced(words: list[_CardWord], space: float) -> list[tuple[_CardWord, ...]] | None:
    """Break a title into as few rows as it needs, of much the same length."""
    found = _broken(words, space, _most())
    if found is None:
        return None
    low, high = 0, int(_most())
    while low < high:
        middle = (low + high) // 2
        tried = _broken(words, space, middle)
        if tried is None or len(tried) > len(found):
            low = middle + 1
        else:
            high = middle
    return _broken(words, space, high)


@lru_cache(maxsize=64)
def _font(path: str, size: int, weight: float) -> Any:
    """Open a font.

    Raises:
        NoCardsError: Pillow cannot read it.

    """
    from PIL import ImageFont  # noqa: PLC0415, an extra

    try:
        # Without the layout engine that some machines have: with it, words have other widths there.
        data = BytesIO(Path(path).read_bytes())
        font = ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.BASIC)
        font.set_variation_by_axes([weight])
    except (OSError, NotImplementedError) as error:
        raise NoCardsError(
            f"this Pillow cannot read the fonts of the site ({error}): install its wheel"
        ) from error
    return font


def _shades(color: str, paper: str) -> Iterator[int]:
    """Give a colour from none to all of it on paper."""
    over, under = _rgb(color), _rgb(paper)
    for shade in range(_SHADES):
        share = shade / (_SHADES - 1)
        yield from (round(a * share + b * (1 - share)) for a, b in zip(over, under, strict=True))


def _rgb(color: str) -> tuple[int, ...]:
    digits = color.removeprefix("#")
    if len(digits) == 3:  # noqa: PLR2004, as CSS has it
        digits = "".join(2 * one for one in digits)
    return tuple(int(digits[at : at + 2], 16) for at in (0, 2, 4))


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)
