"""The fonts: the same bytes each time, small, cut when the package is built, with what the pages print."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import font_cutting
import pytest
from font_cutting import cut_into
from fontTools.ttLib import TTFont
from mkdocs.exceptions import PluginError
from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.mkdocs.fonts import FOLDER, STYLE, THEME, first, is_accented
from mkdocs_briefings.mkdocs.typefaces import ACCENTED, FACES, FURTHER, Face

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

MOST = 110_000
"""Bytes of all font files together."""
FIRST = 40_000
"""Bytes of those that pages ask for first."""
PROSE = "".join(map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x180)))) + "–—‘’“”…•·§©«» ≠≤≥≈−×€£"
RARE = set("ĬĭĲĳŉŦŧſ")
"""Letters of few languages and of other times, which one of the fonts does not have."""
BY_THE_SERIF = "→←■✓"


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """What installing the package has cut, by path in the site."""
    paths = (THEME / STYLE, *(THEME / FOLDER).glob("*.woff2"))
    return {path.relative_to(THEME).as_posix(): path.read_bytes() for path in paths}


def font(made: dict[str, bytes], name: str) -> TTFont:
    return TTFont(BytesIO(next(data for path, data in made.items() if f"/{name}." in path)))


@pytest.mark.soak
def test_they_are_the_same_each_time(made: dict[str, bytes], tmp_path: Path) -> None:
    cut_into(tmp_path)
    again = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*.*")}
    assert {f"assets/{path}": data for path, data in again.items()} == made


def test_they_are_cut_anew_only_when_they_would_be_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cuts: list[int] = []

    def make() -> dict[str, bytes]:
        cuts.append(1)
        return {"sans.1.woff2": b"", "fonts.1.css": b""}

    monkeypatch.setattr(font_cutting, "make", make)
    for told in ("", "", "of another version", ""):
        if told:
            (tmp_path / "fonts.css").write_text(told)
        cut_into(tmp_path)
    assert len(cuts) == 2


def test_all_of_them_are_small(made: dict[str, bytes]) -> None:
    files = [data for path, data in made.items() if path.endswith(".woff2")]
    assert len(files) == len(FACES)
    assert 0 < sum(map(len, files)) < MOST


def test_without_them_the_remedy_is_told(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match="Install the package again"):
        first(messages("en"), tmp_path)


@pytest.mark.parametrize(
    "face", [face for face in FACES if face.ranges not in {ACCENTED, FURTHER}], ids=lambda face: face.name
)
def test_they_hold_what_prose_needs(made: dict[str, bytes], face: Face) -> None:
    together = [one.name for one in FACES if (one.family, one.style) == (face.family, face.style)]
    has = {character for name in together for character in font(made, name).getBestCmap()}
    assert {c for c in PROSE if ord(c) not in has} <= RARE


def test_what_prose_needs_is_in_the_files_that_its_pages_ask_for_first(made: dict[str, bytes]) -> None:
    of_language = {
        "en": "“Quoted” – one’s own §9 · 20\u00a0€ × £5 © … ¶",
        "de": "„Größe“ – ‚Übung‘, Straße §9 Ö Ä",
        "fr": "« Français », l’œuvre ; L’été à Noël, où ça",
        "es": "¿Qué? ¡Sí! El señor, 1.º de mayo",
    }
    for language, prose in of_language.items():
        asked = first(messages(language))
        for family in ("source-serif", "public-sans"):
            names = [path.rpartition("/")[2].partition(".")[0] for path in asked if f"/{family}" in path]
            has = {c for name in names for c in font(made, name).getBestCmap()}
            assert [c for c in prose if ord(c) not in has] == [], (language, family)
    assert sum(len(made[path]) for path in first(messages("en"))) < FIRST


@pytest.mark.parametrize(
    ("text", "is_"), [("Grüße", True), ("café", True), ("2 × 3 ÷ 1 ½", False), ("北京", False)]
)
def test_accents_are_letters(text: str, is_: bool) -> None:
    assert is_accented(text) is is_


def test_the_sans_borrows_signs_from_the_serif_which_has_them(made: dict[str, bytes]) -> None:
    has = font(made, "source-serif").getBestCmap()
    assert [c for c in BY_THE_SERIF if ord(c) not in has] == []
    style = made[STYLE].decode()
    borrowed = next(
        rule for rule in style.splitlines() if '"Public Sans"' in rule and "source-serif." in rule
    )
    assert "U+2190-2193" in borrowed


def test_weights_can_be_chosen_between_text_and_bold(made: dict[str, bytes]) -> None:
    for name in ("source-serif", "public-sans"):
        axes = {a.axisTag: (a.minValue, a.defaultValue, a.maxValue) for a in font(made, name)["fvar"].axes}
        assert axes == {"wght": (400, 400, 650)}
    assert "fvar" not in font(made, "source-serif-italic")


def test_figures_stand_below_each_other_and_pairs_are_kerned(made: dict[str, bytes]) -> None:
    for face in (face for face in FACES if face.ranges not in {ACCENTED, FURTHER}):
        one = font(made, face.name)
        features = {r.FeatureTag for r in one["GSUB"].table.FeatureList.FeatureRecord}
        names = one.getBestCmap()
        widths = {one["hmtx"][names[ord(digit)]][0] for digit in "0123456789"}
        assert "tnum" in features or len(widths) == 1, face.name
        assert "kern" in {r.FeatureTag for r in one["GPOS"].table.FeatureList.FeatureRecord}, face.name


def test_the_style_sheet_names_the_files_that_are_there_and_the_page_asks_first_for_two(
    made: dict[str, bytes],
) -> None:
    style = made[STYLE].decode()
    named = {f"assets/{path}" for path in re.findall(r'url\("([^"]+)"\)', style)}
    assert named == made.keys() - {STYLE}
    assert [path.rpartition("/")[2].partition(".")[0] for path in first(messages("en"))] == [
        "source-serif",
        "public-sans",
    ]
    assert set(first(messages("de"))) < set(made)


def test_the_fallbacks_are_stretched_a_little_and_as_high_as_ours(made: dict[str, bytes]) -> None:
    style = made[STYLE].decode()
    for family, height in (("Source Serif Fallback", 1.371), ("Public Sans Fallback", 1.175)):
        rule = next(line for line in style.splitlines() if f'"{family}"' in line)
        size, up, down, gap = (
            float(value) / 100
            for value in re.findall(r"(?:size-adjust|(?:ascent|descent|line-gap)-override):([\d.]+)%", rule)
        )
        assert 0.9 < size < 1.2
        assert size * (up + down + gap) == pytest.approx(height, abs=0.001)
