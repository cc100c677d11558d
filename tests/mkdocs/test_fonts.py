"""The fonts: the same bytes each time, small, whole, from the cache or made again, with what the pages print."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont
from mkdocs_briefings.mkdocs import font_cutting
from mkdocs_briefings.mkdocs.fonts import STYLE, Fonts, fonts
from mkdocs_briefings.mkdocs.typefaces import FACES, Face, named

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

MOST = 110_000
"""Bytes of all font files together."""
PROSE = "".join(map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x180)))) + "–—‘’“”…•·§©«» ≠≤≥≈−×€£"
RARE = set("ĬĭĲĳŉŦŧſ")
"""Letters of few languages and of other times, which one of the fonts does not have."""
BY_THE_SERIF = "→←■✓"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def made(cache: Path) -> Fonts:
    return fonts(cache)


def font(made: Fonts, name: str) -> TTFont:
    return TTFont(BytesIO(next(data for path, data in made.files.items() if f"/{name}." in path)))


def test_they_are_the_same_each_time(made: Fonts, tmp_path: Path) -> None:
    assert fonts(tmp_path).files == made.files


def test_all_of_them_are_small(made: Fonts) -> None:
    files = [data for path, data in made.files.items() if path.endswith(".woff2")]
    assert len(files) == len(FACES)
    assert 0 < sum(map(len, files)) < MOST


def test_a_second_build_takes_them_from_the_cache(
    made: Fonts, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never() -> dict[str, bytes]:
        raise AssertionError("made again")

    monkeypatch.setattr(font_cutting, "make", never)
    assert fonts(cache).files == made.files


@pytest.mark.parametrize("damage", ["cut short", "gone", "one too many", "no folder"])
def test_a_cache_that_is_not_whole_is_made_again(
    made: Fonts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    cut = {
        (path.rpartition("/")[2] if path != STYLE else named("fonts", "css", data=data)): data
        for path, data in made.files.items()
    }
    monkeypatch.setattr(font_cutting, "make", lambda: cut)
    assert fonts(tmp_path).files == made.files
    (folder,) = tmp_path.iterdir()
    file = max(folder.iterdir())
    if damage == "cut short":
        file.write_bytes(file.read_bytes()[:1000])
    elif damage == "gone":
        file.unlink()
    elif damage == "one too many":
        other = b"of another make"
        (folder / named("public-sans", "woff2", data=other)).write_bytes(other)
    else:
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
        folder.write_text("in the way")
    assert fonts(tmp_path).files == made.files
    if folder.is_dir():
        assert sorted(path.name for path in folder.iterdir()) == sorted(cut)
        assert [path.name for path in tmp_path.iterdir()] == [folder.name], "nothing half-written is left"


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_they_hold_what_prose_needs(made: Fonts, face: Face) -> None:
    has = font(made, face.name).getBestCmap()
    assert {c for c in PROSE if ord(c) not in has} <= RARE


def test_the_sans_borrows_signs_from_the_serif_which_has_them(made: Fonts) -> None:
    has = font(made, "source-serif").getBestCmap()
    assert [c for c in BY_THE_SERIF if ord(c) not in has] == []
    style = made.files[STYLE].decode()
    borrowed = next(
        rule for rule in style.splitlines() if '"Public Sans"' in rule and "source-serif." in rule
    )
    assert "U+2190-2193" in borrowed


def test_weights_can_be_chosen_between_text_and_bold(made: Fonts) -> None:
    for name in ("source-serif", "public-sans"):
        axes = {a.axisTag: (a.minValue, a.defaultValue, a.maxValue) for a in font(made, name)["fvar"].axes}
        assert axes == {"wght": (400, 400, 700)}
    assert "fvar" not in font(made, "source-serif-italic")


def test_figures_stand_below_each_other_and_pairs_are_kerned(made: Fonts) -> None:
    for face in FACES:
        one = font(made, face.name)
        features = {r.FeatureTag for r in one["GSUB"].table.FeatureList.FeatureRecord}
        names = one.getBestCmap()
        widths = {one["hmtx"][names[ord(digit)]][0] for digit in "0123456789"}
        assert "tnum" in features or len(widths) == 1, face.name
        assert "kern" in {r.FeatureTag for r in one["GPOS"].table.FeatureList.FeatureRecord}, face.name


def test_the_style_sheet_names_the_files_that_are_there_and_the_page_asks_first_for_two(made: Fonts) -> None:
    style = made.files[STYLE].decode()
    named = {f"assets/{path}" for path in re.findall(r'url\("([^"]+)"\)', style)}
    assert named == made.files.keys() - {STYLE}
    assert [path.rpartition("/")[2].partition(".")[0] for path in made.preload] == [
        "source-serif",
        "public-sans",
    ]
    assert set(made.preload) < set(made.files)


def test_the_fallbacks_are_stretched_a_little_and_as_high_as_ours(made: Fonts) -> None:
    style = made.files[STYLE].decode()
    for family, height in (("Source Serif Fallback", 1.371), ("Public Sans Fallback", 1.175)):
        rule = next(line for line in style.splitlines() if f'"{family}"' in line)
        size, up, down, gap = (
            float(value) / 100
            for value in re.findall(r"(?:size-adjust|(?:ascent|descent|line-gap)-override):([\d.]+)%", rule)
        )
        assert 0.9 < size < 1.2
        assert size * (up + down + gap) == pytest.approx(height, abs=0.001)


def test_what_a_killed_build_left_in_the_cache_is_cleared(
    made: Fonts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".fonts-0123.abcd").mkdir()
    (tmp_path / ".fonts-0123.abcd/sans.woff2").touch()
    monkeypatch.setattr(font_cutting, "make", dict)
    assert made
    fonts(tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
