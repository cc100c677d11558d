"""Editions: what they hold before they are set; `make soak` sets them with WeasyPrint and reads the PDF."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from mkdocs_briefings.cli.edition_pdf import pdf
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.outputs.edition_style import FONTS, SCHEME
from mkdocs_briefings.outputs.edition_text import (
    edition_files,
    edition_html,
    of_all,
    of_briefing,
    of_storyline,
)
from pypdf import PdfReader

from tests import whole
from tests.desks import tree
from tests.outputs.desks import ADDRESS, HIDDEN, HOSTILE, guarded, hostile, published, with_deadline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_briefings.build import Result

ROOT = Path(__file__).parents[2]
SAME = """\
from tests.outputs.test_edition import mark
print(mark())
"""


def all_of(result: Result) -> str:
    return edition_html(result.publication, of_all(result.publication))


def one_of(result: Result, id_: str) -> str:
    return edition_html(result.publication, of_briefing(result.corpus.briefings[id_]))


def words(text: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", re.sub(r"^.*</head>", "", text, flags=re.DOTALL)).split())


@pytest.mark.parametrize("kind", HOSTILE)
def test_its_links_lead_to_places_that_are_there_once(kind: str) -> None:
    for path, data in edition_files(hostile(kind).publication).items():
        text = data.decode()
        ids = Counter(re.findall(r'<[^>]+ id="([^"]+)"', text))
        assert {id_: n for id_, n in ids.items() if n > 1} == {}, path
        assert {unquote(to) for to in re.findall(r'href="#([^"]+)"', text)} <= ids.keys()


def test_it_loads_nothing_but_its_fonts() -> None:
    text = all_of(hostile("markup"))
    assert set(re.findall(r'url\("([^"]+)"\)', text)) == {f"{SCHEME}{name}" for name in FONTS.values()}
    assert not re.search(r"<(?:script|link|img|iframe|object|embed)\b|\ssrc=|@import", text)


def test_a_citation_has_its_note_once_with_who_says_it_and_the_passage() -> None:
    text = one_of(published(), "main")
    notes = re.findall(r'<span class="note">(.*?)</span>', text)
    assert [words(note).partition(" ")[0] for note in notes] == ["1", "2", "3", "4"]
    first = words(notes[0])
    assert "Allegation" in first
    assert "a clerk of the office" in first
    assert "“Acmee sold 40 chips on Friday”" in first


def test_the_outline_takes_its_words_from_no_number() -> None:
    text = one_of(published(), "main")
    headings = re.findall(r'<h\d[^>]* data-label="([^"]*)"[^>]*>', text)
    assert headings[0] == "Acme sold chips"
    assert headings[-3:] == ["Who is who", "Sources", "What words mean here"]
    assert len(headings) == len(re.findall(r"<h\d", text))


def test_it_ends_with_who_is_who_and_the_sources_that_it_names() -> None:
    text = words(one_of(published(), "other"))
    assert "Gamma · company" in text
    assert re.search("Sources “ ?Gamma left ?”, Post , 12 June 2025", text)
    assert "Beta · company" not in text


def test_who_is_who_is_in_the_order_of_the_lists_of_the_site() -> None:
    data = whole.desk()
    data["entities"]["beta"] |= {"name": "Ätna Beta", "aliases": ["Beta"]}
    text = words(all_of(published(data)))
    _, _, who = text.partition("Who is who")
    assert who.index("Acme · ") < who.index("Ätna Beta · ") < who.index("chip curb · ")


def test_a_date_is_told_with_its_reason() -> None:
    assert "The date, by the editor: The Friday before." in words(one_of(published(), "main"))


def test_a_storyline_holds_its_briefings_the_oldest_first() -> None:
    result = published()
    text = edition_html(
        result.publication, of_storyline(result.publication, result.corpus.storylines["line"])
    )
    assert text.index("<h1") < text.index('id="storylines.line"') < text.index('id="briefings.main"')
    assert 'id="briefings.other"' not in text
    whole_ = all_of(result)
    dated = [one.id for one in result.corpus.briefings.values()]
    assert [whole_.index(f'id="briefings.{id_}"') for id_ in reversed(dated)] == sorted(
        whole_.index(f'id="briefings.{id_}"') for id_ in dated
    )


def test_of_a_withdrawn_briefing_the_note_alone() -> None:
    text = one_of(guarded(), "gone")
    assert "It was wrong." in text
    assert HIDDEN not in text
    assert "Claims and their passages" not in text


def test_a_briefing_of_another_language_says_so() -> None:
    data = whole.desk()
    data["other"]["lang"] = "de"
    assert re.search(r'<section id="briefings.other" lang="de" dir="ltr">', all_of(published(data)))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for path, data in tree(with_deadline(whole.desk())).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    (tmp_path / "docs").mkdir()
    settings = f"site_name: A desk\nsite_url: {ADDRESS}\ntheme: {{name: material, font: false}}\nplugins: [briefings]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return tmp_path


def run(desk: Path, *args: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["--root", str(desk), "edition", *args, "--output", str(desk / "a.pdf")])
    return done.exit_code, done.output


def test_one_thing_is_named(desk: Path) -> None:
    for args in ((), ("main", "--all"), ("--all", "--storyline", "line")):
        code, text = run(desk, *args)
        assert code == 2
        assert "name one: a BRIEFING, --storyline ID or --all" in text


def test_what_is_not_there_is_named(desk: Path) -> None:
    assert run(desk, "nowhere") == (1, "there is no published briefing `nowhere`\n")
    assert run(desk, "--storyline", "nowhere") == (1, "there is no storyline `nowhere`\n")


def test_without_the_extra_the_remedy_is_told(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    code, text = run(desk, "main")
    assert code == 1
    assert "pip install mkdocs-briefings[edition]" in text
    assert not (desk / "a.pdf").exists()


def mark() -> str:
    return hashlib.sha256(pdf(all_of(published()))).hexdigest()


def titles(outline: Sequence[object]) -> Iterator[str]:
    for one in outline:
        if isinstance(one, list):
            yield from titles(one)
        else:
            yield str(getattr(one, "title", ""))


@pytest.mark.soak
def test_the_pdf_says_what_the_text_says(desk: Path) -> None:
    assert run(desk, "main")[0] == 0
    read = PdfReader(desk / "a.pdf")
    text = one_of(published(), "main")
    assert list(titles(read.outline)) == re.findall(r'<h[1-4][^>]* data-label="([^"]*)"', text)
    assert read.metadata is not None
    assert read.metadata.title == "Acme sold chips"
    assert str(read.root_object["/Lang"]) == "en"
    assert read.root_object["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert "/StructTreeRoot" in read.root_object
    pages = [" ".join(page.extract_text().split()) for page in read.pages]
    assert "Acmee sold 40 chips on Friday" in pages[0], "a note is on the page of its citation"
    assert "A desk" in pages[-1]
    assert f"{len(pages)} / {len(pages)}" in pages[-1]


@pytest.mark.soak
def test_the_same_text_gives_the_same_bytes() -> None:
    env = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    done = subprocess.run(
        [sys.executable, "-c", SAME], cwd=ROOT, env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == mark()


@pytest.mark.soak
@pytest.mark.parametrize("kind", HOSTILE)
def test_no_words_break_a_pdf(kind: str) -> None:
    read = PdfReader(BytesIO(pdf(all_of(hostile(kind)))))
    assert any("Beta bought 50 chips" in " ".join(page.extract_text().split()) for page in read.pages)


@pytest.mark.soak
@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/a.png", "file:///etc/hostname", f"{SCHEME}../../tokens.css"]
)
def test_nothing_else_is_loaded(address: str) -> None:
    with pytest.raises(BaseException, match="an edition loads nothing but its fonts"):
        pdf(f'<html lang="en"><body><img src="{address}" alt=""></body></html>')


@pytest.mark.soak
def test_all_letters_of_latin_are_set_in_our_fonts() -> None:
    read = PdfReader(
        BytesIO(pdf(all_of(published()).replace("Acme sold chips", "Ä Ō ß Ł é — “x” Acme <b>Ä Ō</b>")))
    )
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in read.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert any("Edition-Serif-further" in name for name in fonts)
