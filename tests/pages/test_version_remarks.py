"""What stood beside a claim, a reply and a translation, is on the page of the version that had it, and in what changed since."""

from __future__ import annotations

from mkdocs_briefings.derive.version_content import changed
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.version_ledger import dumps

from tests.desks import made, page, source, yaml

TEXT = "Le phare est fermé."
ENTITIES = yaml(agency={"kind": "agency", "name": "Agency of Lights"})


def _desk(**claim: object) -> dict[str, str | bytes]:
    fields = {"text": "The light is out of use.", "quote": "Le phare est fermé", **claim}
    return {
        "seeds/a.txt": source(TEXT, lang="fr"),
        "briefings/entities/all.yml": ENTITIES,
        "briefings/2026-01-25-b.yml": yaml(
            title="B", sources=["a"], summary="The light is out of use [@it].", claims={"it": fields}
        ),
    }


def test_versions_show_replies_and_translations() -> None:
    before = _desk(
        translation="The lighthouse is closed",
        translator="Ada Bell",
        reply={"agency": {"answered": "2026-01-20", "words": "It was mended."}},
    )
    (ledger,) = changed(made(before).corpus, {})
    after = _desk(
        translation="The light is closed",
        translator="Ada Bell",
        reply={"agency": {"answered": "2026-01-21", "words": "It is lit again."}},
    )
    result = made({**after, f"{Settings().briefings_dir}/versions/b.json": dumps(ledger)})
    version = page(result, "briefings/versions/b/1.md")
    assert "Translation: “The lighthouse is closed” (Ada Bell)" in version
    assert "It was mended." in version
    every = page(result, "briefings/versions/b.md")
    assert [
        words for words in ("Reply to the desk", "It was mended.", "It is lit again.") if words not in every
    ] == []
    assert [
        words
        for words in ("Translation", "The lighthouse is closed", "The light is closed")
        if words not in every
    ] == []
