"""What `rename` and `takedown` do to recorded versions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.derive.version_content import changed, ledgers
from mkdocs_briefings.edit.rename import plan, renamed
from mkdocs_briefings.edit.withdrawal import Order, takedown
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.file import parse
from mkdocs_briefings.parse.version_ledger import VersionLedger, dumps, path_of
from mkdocs_briefings.resolve import resolve

if TYPE_CHECKING:
    from mkdocs_briefings.model.corpus import Corpus

SETTINGS = Settings()
BARE = {
    path: data
    for path, data in read(Path(__file__).parents[1] / "desk", SETTINGS)[0].items()
    if "/versions/" not in path
}


def resolved(tree: dict[str, bytes]) -> tuple[Corpus, dict[str, VersionLedger]]:
    files = [found for path in sorted(tree) if (found := parse(path, tree[path], SETTINGS))]
    assert not [problem for parsed in files for problem in parsed.problems if problem.is_error]
    return resolve(files)[0], ledgers(files)


BEFORE, _ = resolved(BARE)
TREE = BARE | {path_of(SETTINGS, one.briefing): dumps(one) for one in changed(BEFORE, {})}
PUBLISHED = ledgers([found for path, data in TREE.items() if (found := parse(path, data, SETTINGS))])
QUOTED = next(one for one in BEFORE.claims.values() if not one.analysed)
MEASURE = next(measure for one in BEFORE.claims.values() for measure, _ in one.states)
SPEAKER = next(
    voice.entity
    for one in BEFORE.claims.values()
    for chain in one.chains
    for voice in chain
    if voice.entity and BEFORE.entities[voice.entity].kind == "person"
)
DENIAL = next(one for one in BEFORE.claims.values() if one.denies)


def after(tree: dict[str, bytes], changes: dict[str, bytes | None]) -> dict[str, bytes]:
    return {path: data for path, data in {**tree, **changes}.items() if data is not None}


@pytest.mark.parametrize(
    "old", [QUOTED.source, QUOTED.briefing, MEASURE, SPEAKER, DENIAL.ref, DENIAL.denies, DENIAL.briefing]
)
def test_versions_follow_a_renaming(old: str) -> None:
    """After it every briefing is still as its newest version says."""
    new = f"{old}-anew"
    tree = after(TREE, renamed(TREE, SETTINGS, plan(TREE, SETTINGS, old, new)))
    corpus, known = resolved(tree)
    assert len(known) == len(PUBLISHED)
    assert [one.briefing for one in changed(corpus, known)] == []


@pytest.mark.parametrize("id_", [QUOTED.source, SPEAKER])
def test_a_takedown_replaces_every_version(id_: str) -> None:
    later = {
        path: dumps(
            found.model_copy(
                update={
                    "versions": (
                        *found.versions,
                        found.versions[0].model_copy(update={"number": 2}),
                    )
                }
            )
        )
        for one in changed(BEFORE, {})
        if (path := path_of(SETTINGS, one.briefing)) and (found := one)
    }
    tree = TREE | later
    made = takedown(tree, SETTINGS, Order(id_, "By order."))
    rest = after(tree, made.changes)
    corpus, known = resolved(rest)
    gone = {claim.briefing for claim in made.claims} | {one.home for one in made.sentences}
    names = made.names if made.kind == "entity" else ()
    for briefing, ledger in known.items():
        data = rest[path_of(SETTINGS, briefing)]
        assert ledger.versions[0].removed == ledger.versions[1].removed
        assert not any(name.encode() in data for name in names)
        assert f'"{id_}"'.encode() not in data
        if ledger.versions[0].removed:
            assert ledger.versions[0].reason == "By order."
            assert [*ledger.versions[0].texts] == ["", ""]
    assert {id_ for id_, one in known.items() if one.versions[0].removed} >= gone & known.keys()
    assert any(not one.versions[0].removed for one in known.values()), "the others stay"
    assert corpus.briefings.keys() >= known.keys()


def test_a_desk_without_notes_keeps_no_version_of_what_goes_as_a_whole() -> None:
    made = takedown(TREE, SETTINGS, Order(QUOTED.source, notes=False))
    rest = after(TREE, made.changes)
    corpus, known = resolved(rest)
    assert known.keys() <= corpus.briefings.keys()
    assert made.briefings
