"""Corrections may name what was wrong before; titles keep the negation of what they tell; a run says what is not checked."""

from __future__ import annotations

from typing import Any

import pytest
from mkdocs_briefings.report.summary import basis

from tests.desks import made, source, yaml


def built(title: str = "The harbour", lang: str = "en", **fields: Any) -> Any:
    text = "The court did not ban the harbour of Larn. It counted 40 ships on 3 May 2025."
    files: dict[str, str | bytes] = {
        "seeds/a.txt": source(text, lang=lang),
        "briefings/2026-01-24-b.yml": yaml(
            title=title,
            sources=["a"],
            summary="The court counted 40 ships [@ships].",
            claims={
                "ships": {"text": "There were 40 ships.", "quote": "It counted 40 ships on 3 May 2025"},
                "ban": {"text": "The court did not ban the harbour.", "quote": "The court did not ban the harbour of Larn"},
            },
            **fields,
        ),
        "briefings/entities/all.yml": yaml(),
    }  # fmt: skip
    return made(files)


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("An earlier version said 50 ships; there were 40 [@ships].", False),
        ("The count was on 3 May 2025, not on 5 May 2025 [@ships].", False),
        ("There were 50 ships [@ships].", True),
        ("The count was on 5 May 2025 [@ships].", True),
    ],
)
def test_a_correction_may_name_the_wrong_figure(text: str, warned: bool) -> None:
    result = built(corrections=[{"date": "2026-01-25", "text": text}])
    assert any(p.rule.code == "note-unsupported" for p in result.problems) == warned


@pytest.mark.parametrize(("title", "doubted"), [("Court bans harbour of Larn", True), ("Court does not ban harbour of Larn", False)])  # fmt: skip
def test_a_title_keeps_the_negation(title: str, doubted: bool) -> None:
    found = [p for p in built(title).doubts if p.rule.code == "negation-left-out"]
    assert bool(found) == doubted


@pytest.mark.parametrize(("lang", "said"), [("pt-BR", "words in pt-BR are not checked"), ("de", "texts")])
def test_a_language_without_a_pack_is_named(lang: str, said: str) -> None:
    assert basis(built(lang=lang)).endswith((said, f"{said}, for want of a language pack"))


@pytest.mark.parametrize(
    ("label", "refused"),
    [("Larn", False), ("the harbour", False), ("the Larn quay", False), ("Globex Corp", True), ("Larn of Velmonde", True)],
)  # fmt: skip
def test_the_words_of_a_link_name_nobody_else(label: str, refused: bool) -> None:
    files: dict[str, str | bytes] = {
        "seeds/a.txt": source("The court did not close the harbour of Larn. It counted 40 ships."),
        "briefings/2026-01-24-b.yml": yaml(
            title="The harbour",
            sources=["a"],
            summary=f"The court did not close it, says [[larn|{label}]] [@c].",
            claims={"c": {"text": "The court did not close it.", "quote": "The court did not close the harbour of Larn"}},
        ),
        "briefings/entities/all.yml": yaml(larn={"kind": "place", "name": "Larn"}),
    }  # fmt: skip
    assert any(p.rule.code == "unsupported-name" for p in made(files).problems) == refused
