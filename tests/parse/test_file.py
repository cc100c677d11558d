"""Which file is what, and what a file amounts to."""

from __future__ import annotations

import hashlib

import pytest
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.file import SeedText, name_of, parse
from mkdocs_briefings.parse.schema import BriefingFile, EntitiesFile, StorylinesFile

BRIEFING = b"title: T\nsources: [a]\nsummary: S\n"


@pytest.mark.parametrize(
    ("path", "data", "kind"),
    [
        ("briefings/2025-01-01-a.yml", BRIEFING, BriefingFile),
        ("briefings/folder/2025-01-01-a.yml", BRIEFING, BriefingFile),
        ("briefings/entities/a.yml", b"a: {kind: person, name: A}\n", EntitiesFile),
        ("briefings/entities/more/a.yml", b"a: {kind: person, name: A}\n", EntitiesFile),
        ("briefings/storylines.yml", b"a: {title: T, summary: S}\n", StorylinesFile),
        ("seeds/a.txt", b"Text.\n", SeedText),
        ("seeds/folder/a.txt", b"Text.\n", SeedText),
    ],
)
def test_what_a_file_is(path: str, data: bytes, kind: type) -> None:
    parsed = parse(path, data, Settings())
    assert parsed is not None
    assert isinstance(parsed.entry, kind)
    assert not parsed.problems


@pytest.mark.parametrize(
    "path", ["README.md", "docs/a.yml", "seeds/README.md", "briefings/notes.md", "briefings/baseline.txt", "seeds/.hidden",
             "briefings/.git/x", "seedsx/a.txt", "a.yml"],
)  # fmt: skip
def test_what_is_no_part_of_the_desk(path: str) -> None:
    assert parse(path, b"\xff", Settings()) is None


@pytest.mark.parametrize(
    "path",
    [
        "briefings/a.yaml",
        "briefings/entities/a.json",
        "briefings/a.txt",
        "seeds/a.html",
        "seeds/a.TXT",
        "seeds/a",
    ],
)
def test_what_nothing_reads_is_told(path: str) -> None:
    parsed = parse(path, b"", Settings())
    assert parsed is not None
    assert [p.rule.code for p in parsed.problems] == ["unknown-file"]


def test_other_folders() -> None:
    settings = Settings(briefings_dir="desk/b", seeds_dir="desk/s")
    assert parse("briefings/2025-01-01-a.yml", BRIEFING, settings) is None
    parsed = parse("desk/b/2025-01-01-a.yml", BRIEFING, settings)
    assert parsed is not None
    assert isinstance(parsed.entry, BriefingFile)


@pytest.mark.parametrize(
    ("path", "id_", "date"),
    [
        ("briefings/2025-01-02-a-b.yml", "a-b", "2025-01-02"),
        ("briefings/2025-01-a.yml", "a", "2025-01"),
        ("briefings/2025-a.yml", "a", "2025"),
        ("briefings/a.yml", "a", None),
        ("briefings/2025-01-02-工业.yml", "工业", "2025-01-02"),
    ],
)
def test_a_name_gives_date_and_id(path: str, id_: str, date: str | None) -> None:
    name = name_of(path)
    assert name is not None
    assert name.id == id_
    assert (name.date.start.earliest.isoformat().startswith(date) if name.date and date else name.date) == (
        bool(date) or None
    )


@pytest.mark.parametrize(
    "stem",
    ["2025-13-01-a", "2025-02-30-a", "My briefing", "2025-01-01-", "-a", "2025-01-01-a b", "a..b c", ""],
)
def test_a_name_that_gives_none(stem: str) -> None:
    path = f"briefings/{stem}.yml"
    assert name_of(path) is None
    parsed = parse(path, BRIEFING, Settings())
    assert parsed is not None
    assert [p.rule.code for p in parsed.problems] == ["bad-file-name"]
    assert isinstance(parsed.entry, BriefingFile), "the rest of it is checked all the same"


@pytest.mark.parametrize("data", [b"", b"null\n", b"~", b"# x\n", b"---\n", b"\xef\xbb\xbf"])
@pytest.mark.parametrize(
    "path", ["briefings/2025-a.yml", "briefings/entities/a.yml", "briefings/storylines.yml"]
)
def test_a_file_of_nothing_is_told(path: str, data: bytes) -> None:
    parsed = parse(path, data, Settings())
    assert parsed is not None
    assert parsed.entry is None
    assert [p.rule.code for p in parsed.problems] == ["yaml-empty"]


def test_a_briefing_that_cannot_be_read_is_known_to_be_broken() -> None:
    parsed = parse("briefings/2025-01-01-a.yml", b"\xff", Settings())
    assert parsed is not None
    assert [p.rule.code for p in parsed.problems] == ["bad-encoding"]
    assert "a" in parsed.broken


def test_a_source_with_faulty_front_matter_keeps_its_text() -> None:
    parsed = parse("seeds/a.txt", b"---\nid: good\ntitle: 3\ntitel: x\n---\nThe text.\n", Settings())
    assert parsed is not None
    assert isinstance(parsed.entry, SeedText)
    assert [p.rule.code for p in parsed.problems] == ["wrong-type", "unknown-field"]
    assert parsed.entry.front.id == "good"
    assert parsed.entry.text == "The text.\n"
    assert parsed.entry.above == 5
    assert parsed.entry.digest == hashlib.sha256(b"The text.\n").hexdigest()


@pytest.mark.parametrize(("letters", "is_short"), [(66, True), (67, False)])
def test_an_id_fits_into_the_name_of_a_folder(letters: int, *, is_short: bool) -> None:
    parsed = parse(
        "briefings/entities/a.yml", f"{'北' * letters}: {{kind: person, name: A}}\n".encode(), Settings()
    )
    assert parsed is not None
    assert (parsed.problems == ()) == is_short
