"""The makers of synthetic sites: what they make is sound, and the same each time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from mkdocs_briefings.build import build
from mkdocs_briefings.model.settings import Settings

from bench.make_site import make
from bench.saved_pages import LAYOUTS, measured, ours, pages, second, third
from bench.typing_effort import fewest, retype
from tests.desks import source

if TYPE_CHECKING:
    from pathlib import Path


def test_a_synthetic_site_is_sound_and_seeded() -> None:
    files = make(30, seed=1)
    assert files == make(30, seed=1)
    assert files != make(30, seed=2)
    result = build(files, Settings())
    assert [problem.message for problem in result.problems] == []
    assert len(result.corpus.claims) > 150
    assert {entity.kind for entity in result.corpus.entities.values()} >= {"person", "measure", "technology"}
    assert any(
        len(passage.spans) > 1 for claim in result.corpus.claims.values() for passage in claim.passages
    )


def test_claims_are_typed_again_with_few_keys_and_come_out_as_committed(tmp_path: Path) -> None:
    for folder in ("seeds", "briefings"):
        (tmp_path / folder).mkdir()
    text = "The port said that the new lock is late. It opens in June, when the gate is there.\n"
    (tmp_path / "seeds/lock.txt").write_text(source(text, published="2026-03-04"), encoding="utf-8")
    path = tmp_path / "briefings/2026-03-04-late.yml"
    committed = (
        "title: Lock late\nsources:\n- lock\nsummary: |\n  It is late [@late].\nclaims:\n"
        "  late:\n    text: The new lock is late.\n    kind: opinion\n    said_by: the port\n    quote: the new lock is late\n"
        "    note: The new lock opens in June.\n"
    )
    path.write_text(committed, encoding="utf-8")
    with ThreadPoolExecutor(
        1
    ) as pool:  # a browser that other tests left open has an event loop in this thread
        keys, each, different = pool.submit(retype, tmp_path).result()
    assert (each, different) == ([keys.total()], [])
    assert path.read_text(encoding="utf-8") == committed
    assert keys.total() < 50
    assert keys["kind"] == 2


def test_a_line_is_given_by_the_keys_that_are_found_for_it() -> None:
    def guesses(typed: str) -> tuple[str, ...]:
        return (" lock is late, very",) if typed == "the" else ("x", "tis") if typed.endswith(", i") else ()

    assert fewest("the lock is late", guesses) == ["t", "h", "e", "\x1b[C"]
    assert fewest("a, itis", guesses) == ["a", ",", " ", "i", "\x1b[A"]


def test_made_pages_are_seeded_and_are_read_at_least_as_well_as_they_were() -> None:
    made = pages(36, seed=3)
    assert made == pages(36, seed=3)
    assert {page.layout for page in made} == set(LAYOUTS)
    assert {page.lang for page in made} == {"en", "de", "fr"}
    found = measured(made, ours)
    assert not any(found[name].get("wrong", 0) for name in ("published", "author", "publisher"))
    assert found["published"]["right"] >= 33
    assert found["author"]["right"] >= 33
    assert found["title"]["right"] >= 33
    assert found["body"]["kept"] == 1.0
    assert found["furniture"]["came"] == 0.0


def test_pages_of_known_systems_are_read_as_well_as_they_were() -> None:
    made = second(seed=4)
    assert made == second(seed=4)
    assert len({page.lang for page in made}) == 15
    found = measured(made[::3], ours)
    assert found["published"] == {"right": 33}
    assert found["title"] == {"right": 33}
    assert found["author"]["right"] >= 30
    assert not found["author"].get("wrong", 0)
    assert found["publisher"] == {"right": 33}


def test_no_day_is_mistaken_where_it_is_hard_to_find() -> None:
    found = measured(third(seed=4), ours)
    assert found["published"] == {"right": 56}
    assert found["title"] == {"right": 56}
    assert found["author"] == {"right": 56}
    assert found["publisher"] == {"right": 56}
