"""What holds for every output of the table, read as `units` reads it; a new row falls under all of this by being there.

Nothing leaves that is not published, no claim is bare, equal input gives equal bytes, no words break a form.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import posixpath
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from mkdocs_briefings import outputs
from mkdocs_briefings.outputs.table import ASKED, NAMES, OUTPUTS

from tests import whole
from tests.desks import made
from tests.outputs import units
from tests.outputs.desks import (
    ADDRESS,
    BARE,
    DENIER,
    HIDDEN,
    HOSTILE,
    QUOTED,
    REPLY,
    SPEAKER,
    alleged,
    guarded,
    hostile,
    published,
    with_deadline,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.build import Result

ROOT = Path(__file__).parents[2]
SAME = """\
from tests.outputs.desks import published
from tests.outputs.test_every_output import digest
print(digest(published()))
"""
KINDS = {"en": ("Allegation", "Denied:"), "de": ("Vorwurf", "Bestritten:")}
"""How a language calls an allegation, and what begins the words of a denial that has none of its own."""
LONG_WORDS = f", and {'so on and ' * 60}so on"


def leaving(result: Result) -> dict[str, bytes]:
    """Give all that leaves: the files, what stands in the heads and at the feet of pages, what commands write."""
    head, foot = outputs.head(result.publication), outputs.foot(result.publication)
    made = dict(result.outputs)
    for asked in ASKED:
        made |= asked.files(result.publication)
    made |= {f"{page.path}.html": f"{head(page)}{foot(page)}".encode() for page in result.pages}
    pictures = outputs.pictures(result.publication)
    made |= {
        f"{path}.card.json": json.dumps([card.alt for card in forms]).encode()
        for path, forms in pictures.items()
    }
    return made | {"by-hand.html": head(None).encode()}


def digest(result: Result) -> str:
    return hashlib.sha256(repr(sorted(leaving(result).items())).encode()).hexdigest()


def pieces(result: Result) -> Iterator[tuple[str, str]]:
    return ((path, piece) for path, data in leaving(result).items() for piece in units.read(path, data))


def test_every_output_makes_something() -> None:
    for output in OUTPUTS:
        result = published(outputs=(output.name,))
        assert result.outputs or output.files is None, output.name
        assert output.files or output.head or output.pictures, output.name
        assert {path.partition("/")[0] for path in result.outputs} == {*output.at}, output.name
    for asked in ASKED:
        assert asked.files(published().publication), asked.command


@pytest.mark.parametrize("name", NAMES)
def test_each_alone_on_an_empty_desk_and_without_an_address(name: str) -> None:
    """Whatever a site has is read, and its pages lead only to what there is."""
    given: dict[str, Any] = {"title": "A desk", "outputs": (name,), "feed_claims": 1}
    desk = with_deadline(whole.desk())
    for result in (made({}, address=ADDRESS, **given), made(desk, directory_urls=False, **given)):
        assert not result.failed
        for path, data in leaving(result).items():
            units.read(path, data)
        known = {page.path for page in result.pages} | result.outputs.keys()
        for page in result.pages:
            links = (unquote(one).partition("#")[0] for one in re.findall(r"\]\(([^)\s]+)\)", page.text()))
            led = {posixpath.join(posixpath.dirname(page.path), to) for to in links if to and "://" not in to}
            assert {*map(posixpath.normpath, led)} <= known, page.path


def test_each_language_says_in_which_direction_it_is_written() -> None:
    data = whole.desk()
    data["main"]["lang"] = "ar"
    data["other seed"]["lang"] = "he"
    made_ = published(data).outputs
    assert b'<div dir="rtl">' in made_["digest/briefings/main.html"]
    assert b'dir="rtl"' in made_["feeds/site.xml"].replace(b"&quot;", b'"')
    assert b'<blockquote lang="he" dir="rtl">' in b"".join(
        one for path, one in made_.items() if path.startswith("embed/claims/other/")
    )


def test_drafts_embargoes_withdrawn_and_uncited_words_stay() -> None:
    left = list(pieces(guarded()))
    assert len(left) > 1000
    assert [(path, piece) for path, piece in left if HIDDEN.casefold() in piece.casefold()] == []
    assert any(QUOTED in piece for _, piece in left), "a cited passage may leave"


def test_drafts_leave_no_trace() -> None:
    assert leaving(guarded()) == leaving(guarded(drafts=False))


def test_words_beyond_the_share_stay() -> None:
    assert [path for path, piece in pieces(guarded(max_share=0.0)) if QUOTED in piece] == []


def test_a_preview_has_no_outputs() -> None:
    shown = guarded(preview=True)
    assert shown.outputs == {}
    assert outputs.pictures(shown.publication) == {}
    assert outputs.head(shown.publication)(None) == ""


@pytest.mark.parametrize("language", KINDS)
@pytest.mark.parametrize("more", ["", LONG_WORDS], ids=["short", "long"])
def test_no_claim_is_bare(language: str, more: str) -> None:
    allegation, denied = KINDS[language]
    result = alleged(more, language=language)
    seen, bare = set(), []
    for path, piece in pieces(result):
        if BARE not in piece:
            continue
        seen.add(path)
        is_told = allegation.casefold() in piece.casefold() or "allegation" in piece
        is_whole = denied in piece or (is_told and SPEAKER in piece and REPLY in piece)
        if not is_whole or DENIER not in piece:
            bare.append((path, piece))
    assert bare == []
    assert len(seen) > 10


def test_a_withdrawn_briefing_leaves_its_note_alone() -> None:
    assert any("It was wrong." in piece for _, piece in pieces(published()))


def test_what_is_not_wanted_is_not_made() -> None:
    assert published(outputs=()).outputs == {}


@pytest.mark.slow
def test_equal_input_gives_equal_bytes() -> None:
    env = {**os.environ, "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, "-c", SAME], cwd=ROOT, env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == digest(published())


@functools.cache
def shape(kind: str) -> dict[str, int]:
    """Count the pieces of each file: no words make one more or one less."""
    return {path: len(units.read(path, data)) for path, data in leaving(hostile(kind)).items()}


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_words_break_a_form(kind: str) -> None:
    found = shape(kind)
    assert found == shape("formula")
    for path, piece in pieces(hostile(kind)):
        opened, closed = len(re.findall("[\u202a\u202b\u202d\u202e]", piece)), piece.count("\u202c")
        assert opened == closed, (path, piece)


def test_the_names_of_outputs_are_plain() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert not set(NAMES) & {asked.command for asked in ASKED}
