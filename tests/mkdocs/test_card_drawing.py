"""Cards as they are drawn: what fits, what the fonts lack, what is kept, what a build makes of them."""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.config import load_config
from mkdocs_briefings.files import kept_sites
from mkdocs_briefings.files.kept_drawings import KeptDrawings
from mkdocs_briefings.mkdocs import card_files
from mkdocs_briefings.mkdocs.card_drawing import NoCardsError, drawn, style
from mkdocs_briefings.mkdocs.card_files import Cards, cards
from mkdocs_briefings.outputs.share_cards import SITE, CardLine, ShareCard
from PIL import Image

from tests.desks import source, tree, yaml
from tests.mkdocs.served import built

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_briefings.mkdocs.card_drawing import Style

CONFIG = """\
site_name: Wind
site_url: https://wind.example/
theme: material
plugins: [briefings: {search: false, outputs: [cards], color: '#7a1f3d'}]
"""
ADDRESS = "https://wind.example/"
NEUTRAL = ShareCard("Wind", lines=(CardLine("Briefings on wind."),))
DENIED = CardLine("Scott Şahin → the Post; denied by Acme", "Allegation", "allegation")
CARD = ShareCard("Acme “sold” 50 chips", "Wind", (DENIED, CardLine("the Post", "Report", "report")))
PAGE = "briefings/2026-01-02-wind.md"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def chosen(tmp_path: Path) -> Style:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Wind\ntheme: {name: material, palette: {primary: teal}}\n"
    )
    (tmp_path / "docs").mkdir()
    return style(load_config(str(tmp_path / "mkdocs.yml")), None, "serif")


def shown(chosen: Style, *forms: ShareCard, kept: KeptDrawings | None = None) -> Cards:
    return cards({SITE: (NEUTRAL,), PAGE: forms}, chosen, ADDRESS, kept)


def test_a_card_has_its_size_and_the_colours_of_the_site(chosen: Style) -> None:
    data = drawn(CARD, chosen)
    assert data is not None
    assert drawn(CARD, chosen) == data
    image = Image.open(BytesIO(data)).convert("RGB")
    assert image.size == (1200, 630)
    assert image.getpixel((600, 5)) == (0x00, 0x94, 0x85), "Material's teal"
    assert image.getpixel((5, 600)) == (255, 255, 255)
    seen = {color for _, color in image.getcolors(1 << 16) or ()}
    assert (0xA1, 0x3D, 0x1F) in seen, "the colour of allegations"
    assert drawn(CARD, replace(chosen, title="Public Sans")) != data


def test_the_fullest_form_is_taken_for_which_there_is_room(chosen: Style) -> None:
    long = replace(CARD, lines=(CardLine("a voice; and " * 60, "Report", "report"), DENIED))
    assert drawn(long, chosen) is None
    made = shown(chosen, long, CARD)
    assert made.shown[PAGE][1] == CARD.alt
    assert made.told == ()
    # No form has room: the card of the site says nothing of it.
    made = shown(chosen, long, replace(CARD, title="word " * 200))
    assert PAGE not in made.shown
    assert [PAGE in line for line in made.told] == [True]


@pytest.mark.parametrize("words", ["半導体", "رقائق", "чипы", "chips 🙂", "e\u0301\u0323"])
def test_what_the_fonts_lack_gives_the_neutral_card(chosen: Style, words: str) -> None:
    for card in (replace(CARD, title=words), replace(CARD, lines=(replace(DENIED, words=words),))):
        made = shown(chosen, card)
        assert list(made.shown) == [SITE]
        assert len(made.told) == 1
    assert cards({SITE: (ShareCard(words),), PAGE: (CARD,)}, chosen, ADDRESS, None).shown == {}


def test_signs_and_letters_of_all_our_fonts_are_drawn(chosen: Style) -> None:
    said = "Łódź, Ştefan, naïve — “no” → ‘yes’, 5 €, e\u0301"
    assert PAGE in shown(chosen, replace(CARD, title="Łódź — “no”, naïve", lines=(CardLine(said),))).shown


def test_what_was_drawn_is_not_drawn_again(
    chosen: Style, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = KeptDrawings.of(tmp_path)
    first = shown(chosen, CARD, kept=kept)
    drawings: list[ShareCard] = []

    def counted(card: ShareCard, style: Style) -> bytes | None:
        drawings.append(card)
        return drawn(card, style)

    monkeypatch.setattr(card_files, "drawn", counted)
    assert shown(chosen, CARD, kept=kept) == first
    assert drawings == []
    # What somebody else put there, or a link that leads elsewhere, is drawn again.
    folder, outside = tmp_path / kept_sites.FOLDER / kept_sites.DRAWINGS, tmp_path / "outside"
    outside.write_bytes(b"mine")
    one, other = (path for path in folder.iterdir() if len(path.name) == 64)
    one.write_bytes(b"0" * 64 + b"\n" + b"forged")
    other.unlink()
    other.symlink_to(outside)
    assert shown(chosen, CARD, kept=kept) == first
    assert len(drawings) == 2
    assert outside.read_bytes() == b"mine"
    assert kept_sites.forget(tmp_path), "a takedown leaves none"
    assert not folder.exists()


def test_without_pillow_it_is_said_what_to_install(chosen: Style, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(NoCardsError, match=r"mkdocs-briefings\[cards\]"):
        shown(chosen, CARD)


def desk(root: Path, **fields: object) -> None:
    claims = {"blew": {"text": "It blew.", "said_by": "the gazette", "quote": "It did blow"}}
    given: dict[str, Any] = {
        "title": "A storm came",
        "summary": "It blew [@blew].",
        "claims": claims,
        **fields,
    }
    files = {
        "mkdocs.yml": CONFIG,
        "docs/about.md": "# About\n",
        "seeds/a.txt": source("It did blow.", id="a"),
        "briefings/2026-01-02-wind.yml": yaml(sources=["a"], **given),
    }
    for path, data in tree(files).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


@pytest.mark.slow
def test_a_build_names_cards_and_a_withdrawal_takes_them_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    desk(tmp_path)
    site = built(tmp_path)
    found = [path for path in site if path.startswith("assets/cards/")]
    (own,) = (path for path in found if "wind." in path)
    (neutral,) = (path for path in found if "site." in path)
    briefing, about = site["briefings/wind/index.html"], site["about/index.html"]
    assert f'<meta property="og:image" content="{ADDRESS}{own}">'.encode() in briefing
    assert b'<meta property="og:image:alt" content="A storm came \xc2\xb7 Report: ' in briefing
    for page, data in site.items():
        if page.endswith("index.html"):
            assert b'name="twitter:card" content="summary_large_image"' in data, page
            assert data.count(b'"og:image:width" content="1200"') == 1, page
    assert f'content="{ADDRESS}{neutral}"'.encode() in about
    assert built(tmp_path) == site
    desk(tmp_path, status="withdrawn", withdrawn="It was wrong.")
    assert [path for path in built(tmp_path) if path.startswith("assets/cards/")] == [neutral]
    monkeypatch.setitem(sys.modules, "PIL", None)
    (tmp_path / "docs/about.md").write_text("# About us\n")
    caplog.clear()
    site = built(tmp_path)
    assert not [path for path in site if path.startswith("assets/cards/")]
    assert b'name="twitter:card" content="summary"' in site["about/index.html"]
    assert [one.levelname for one in caplog.records if "Pillow" in one.getMessage()] == ["WARNING"]
