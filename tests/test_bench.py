"""The makers of synthetic sites: what they make is sound, and the same each time."""

from __future__ import annotations

from mkdocs_briefings.build import build
from mkdocs_briefings.model.settings import Settings

from bench.make_site import make


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
