"""What claims say in values that a machine compares, in the words of the page's language."""

from __future__ import annotations

import re

import pytest
from mkdocs_briefings.pages import entity_list, readers, render

from tests.desks import made, page, source, yaml


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", ("fee, Gebühr: 1,5", "fee, Frist: 6. Mai 2025", "fee, Jahr: 2025", "fee, Stand: in Kraft", "fee, antwortet auf: toll")),
        ("en", ("fee, Gebühr: 1.5", "fee, Frist: 6 May 2025", "fee, Jahr: 2025", "fee, Stand: in force", "fee, answers: toll")),
        ("ja", ("fee、Gebühr：1.5", "fee、Frist：2025年5月6日", "fee、Jahr：2025", "fee、Stand：施行中", "fee、対抗先の措置：toll")),
    ],
)  # fmt: skip
def test_values_are_said_in_the_language_of_the_page(language: str, said: tuple[str, ...]) -> None:
    fee = {"Gebühr": 1.5, "Frist": "2025-05-06", "Jahr": 2025, "Stand": "in force", "answers": "toll"}
    claim = {"text": "The fee is so.", "quote": "The fee is so", "value": {"fee": fee}}
    measures = {id_: {"kind": "measure", "name": id_} for id_ in ("fee", "toll")}
    briefing = yaml(title="B", sources=["a"], summary="The fee is so [@it].", claims={"it": claim})
    result = made(
        {
            "seeds/a.txt": source("The fee is so, and the toll."),
            "briefings/entities/all.yml": yaml(**measures),
            "briefings/2026-01-25-b.yml": briefing,
        },
        language=language,
    )
    words = (
        next(one.body for one in render(result.desk) if one.path == "briefings/b.md")
        .replace("\\", "")
        .replace("[fee](../entities/fee.md)", "fee")
        .replace("[toll](../entities/toll.md)", "toll")
    )
    assert [one for one in said if one not in words] == []


def test_a_japanese_list_stands_in_the_rows_of_kana(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entity_list, "FEW", 2)
    names = {
        "kaishu": ("回収", "かいしゅう"),
        "gasu": ("ガス", None),
        "aki": ("秋", "あき"),
        "sora": ("空", None),
    }
    entities = {
        id_: {"kind": "place", "name": name, **({"reading": read} if read else {})}
        for id_, (name, read) in names.items()
    }
    text = "。".join(name for name, _ in names.values())
    result = made(
        {
            "seeds/a.txt": source(text, lang="ja"),
            "briefings/entities/all.yml": yaml(**entities),
            "briefings/2026-01-25-b.yml": yaml(
                title="B",
                lang="ja",
                sources=["a"],
                summary="回収、ガス、秋、空があると新聞が伝えた [@a]。",
            ),
        },
        language="ja",
    )
    listed = page(result, "entities/index.md")
    assert [listed.index(name) for name in ("[秋]", "[回収]", "[ガス]", "[空]")] == sorted(
        listed.index(f"[{name}]") for name, _ in names.values()
    )
    assert "[あ](" in listed
    assert "[か](" in listed
    assert "[漢字](" in listed


@pytest.mark.parametrize(("language", "printed"), [("ja", "伝えた[1]"), ("en", "伝えた [1]")])
def test_no_space_stands_before_a_note_where_a_language_has_none(language: str, printed: str) -> None:
    result = made(
        {
            "seeds/a.txt": source("秋だ。", lang="ja"),
            "briefings/2026-01-25-b.yml": yaml(
                title="B", lang=language, sources=["a"], summary="新聞が伝えた [@a]。"
            ),
        },
        language=language,
    )
    html = readers.written(
        next(one for one in render(result.desk) if one.path == "briefings/b.md"),
        readers.site(result.desk, lambda _, path: path),
        "",
    ).html
    assert printed in re.sub("<[^>]*>", "", html)
