"""What holds for every output: nothing leaves that is not published, equal input gives equal bytes, no title breaks it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings import outputs
from mkdocs_briefings.outputs.table import NAMES, OUTPUTS

from tests.outputs.desks import HIDDEN, HOSTILE, QUOTED, guarded, hostile, published, text

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result

ROOT = Path(__file__).parents[2]
SAME = """\
from tests.outputs.desks import published
from tests.outputs.test_every_output import digest
print(digest(published()))
"""


def leaving(result: Result) -> dict[str, str]:
    """Give the text of all that leaves: the files, and what stands in the heads of pages."""
    head = outputs.head(result.publication)
    heads = {f"head of {page.path}": head(page) for page in result.pages}
    return {path: text(data) for path, data in result.outputs.items()} | heads | {"head": head(None)}


def digest(result: Result) -> str:
    return hashlib.sha256(repr(sorted(leaving(result).items())).encode()).hexdigest()


def test_every_output_makes_something() -> None:
    for output in OUTPUTS:
        result = published(outputs=(output.name,))
        assert result.outputs or output.files is None, output.name
        assert output.files or output.head, output.name


def test_drafts_embargoes_and_uncited_words_stay() -> None:
    left = leaving(guarded())
    assert len(left) > 10
    assert [name for name, words in left.items() if HIDDEN.casefold() in words.casefold()] == []
    assert any(QUOTED in words for words in left.values()), "a cited passage may leave"


def test_words_beyond_the_share_stay() -> None:
    for name, words in leaving(guarded(max_share=0.0)).items():
        assert QUOTED not in words, name


def test_a_preview_has_no_outputs() -> None:
    shown = guarded(preview=True)
    assert shown.outputs == {}
    assert outputs.head(shown.publication)(None) == ""


def test_a_withdrawn_briefing_leaves_its_note_alone() -> None:
    told = leaving(published())
    assert any("It was wrong." in words for words in told.values())


def test_what_is_not_wanted_is_not_made() -> None:
    assert published(outputs=()).outputs == {}


@pytest.mark.slow
def test_equal_input_gives_equal_bytes() -> None:
    env = {**os.environ, "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, "-c", SAME], cwd=ROOT, env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == digest(published())


@pytest.mark.parametrize("kind", HOSTILE)
def test_files_are_text_without_control_characters(kind: str) -> None:
    for path, data in hostile(kind).outputs.items():
        if not path.endswith(".sqlite"):
            told = data.decode()
            assert not {char for char in told if ord(char) < 32} - set("\r\n\t"), path
            assert "\u202e" not in told or "\u202c" in told, path


def test_the_names_of_outputs_are_plain() -> None:
    assert len(set(NAMES)) == len(NAMES)
