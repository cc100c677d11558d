"""The page of a source: what is seen at once, and what opens on demand."""

from __future__ import annotations

from typing import Any

from mkdocs_briefings.document.nodes import Fold, Quotation

from tests.desks import sound, source, yaml


def passages(count: int) -> tuple[int, list[int]]:
    """Give how many passages stand open on the page of a source, and how many are in each fold."""
    names = [f"Ship {chr(65 + n)}" for n in range(count)]
    claims: dict[str, Any] = {
        f"c{n}": {"text": f"{name} sank.", "quote": f"{name} sank, said the port"}
        for n, name in enumerate(names)
    }
    text = "".join(f"{name} sank, said the port.\n\n" for name in names)
    cited = "; ".join(f"@{id_}" for id_ in claims)
    result = sound(
        {
            "seeds/port.txt": source(text, id="port"),
            "briefings/2026-03-02-ships.yml": yaml(
                title="Ships sank",
                sources=["port"],
                summary=f"Ships sank, the port says [{cited}].",
                claims=claims,
            ),
        }
    )
    blocks = next(page for page in result.pages if page.path == "sources/port.md").blocks
    folds = [
        sum(isinstance(one, Quotation) for one in block.blocks) for block in blocks if isinstance(block, Fold)
    ]
    return sum(isinstance(block, Quotation) for block in blocks), folds


def test_the_first_passages_stand_open_and_none_is_folded_alone() -> None:
    assert passages(3) == (3, [])
    assert passages(6) == (6, [])
    assert passages(9) == (5, [4])
