"""The names that are offered for a misspelt one: those of the desk, the most named first, in a bounded script."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.build import build
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.search.spelling import GLOBAL, MOST_BYTES, called, script

from tests.desks import made, page, source, yaml

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result

GOLDEN = Path(__file__).parents[1] / "golden"
DESK = {
    "seeds/report.txt": source(
        "Acme closes, its head said. Acme denied it. The Wrie relayed it.",
        id="report",
        publisher="wire",
        misprints={"Wrie": "wire"},
    ),
    "briefings/2026-01-20-first.yml": yaml(
        title="The office closes",
        sources=["report"],
        summary="[[acme]] closes, its head says [@closes].",
        claims={
            "closes": {
                "text": "[[acme]] closes.",
                "said_by": "its head",
                "quote": "Acme closes, its head said",
            },
            "denied": {"text": "[[acme]] denies it.", "kind": "denial", "quote": "Acme denied it"},
        },
    ),
    "briefings/2026-01-22-draft.yml": yaml(
        title="Not yet", sources=["report"], status="draft", summary="[[nobody]] is away [@report]."
    ),
    "briefings/entities/all.yml": yaml(
        wire={"kind": "outlet", "name": "The Wire", "aliases": ["TW"], "wikidata": "Q1"},
        acme={"kind": "company", "name": "Acme", "short": "AC"},
        nobody={"kind": "person", "name": "Nobody at all"},
    ),
}


def names(result: Result) -> tuple[str, ...]:
    return called(result.corpus, result.derived)


def test_the_most_named_first_and_neither_drafts_nor_misprints_nor_numbers() -> None:
    assert names(made(DESK)) == ("Acme", "AC", "The Wire", "TW")


@pytest.mark.parametrize("name", ["levels", "life"])
def test_every_name_stands_on_a_page_of_its_entity(name: str) -> None:
    settings = Settings()
    tree, _ = read(GOLDEN / name, settings)
    result = build(tree, settings)
    paths = [one.path for one in result.pages if one.kind == "entity" and one.listed]
    shown = " ".join(page(result, path).replace("\\", "") for path in paths)
    assert names(result)
    assert [one for one in names(result) if one not in shown] == []


@given(st.lists(st.text(st.sampled_from("</script>!-[]\"'&=\\ \n\u2028aé中\ud800"), max_size=30), max_size=8))
def test_a_script_of_names_is_data_and_nothing_else(given_: list[str]) -> None:
    text = script(given_)
    assert not set("<>&\u2028\u2029") & set(text)
    text.encode()
    start, end = f"globalThis.{GLOBAL}=", ";\n"
    assert text.startswith(start)
    assert json.loads(text[len(start) : -len(end)]) == given_


@pytest.mark.parametrize("name", ["A company with a name", "中国公司", "<&>"])
def test_what_does_not_fit_is_left_out_from_the_end(name: str) -> None:
    many = [f"{name} {n}" for n in range(20_000)]
    text = script(many)
    assert MOST_BYTES - 100 < len(text.encode()) <= MOST_BYTES
    kept = json.loads(text.partition("=")[2].rstrip(";\n"))
    assert kept == many[: len(kept)]
