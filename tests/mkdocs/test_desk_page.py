"""The page of a preview that lists what is to do."""

from __future__ import annotations

from mkdocs_briefings.build import build
from mkdocs_briefings.mkdocs.desk_page import desk_page
from mkdocs_briefings.model.settings import Settings

from tests.desks import source, tree

FILES = {
    "seeds/lock.txt": source("The lock is late. It rains, and the Courier tells it.\n", id="lock", title="Lock", publisher="courier"),
    "seeds/unused.txt": source("Nobody reads this.\n", id="unused", title="Unused <b>"),
    "briefings/entities/all.yml": "courier: {kind: outlet, name: Courier}\n",
    "briefings/2026-02-01-late.yml": "title: Lock late\nsources: [lock]\nsummary: It is late [@late].\nclaims:\n  late: {text: It is late., quote: the lock is late}\n".replace("the lock", "The lock"),
    "briefings/baseline.txt": "# frozen\nbriefings/2026-02-01-late.yml: the speaker is missing\n",
}  # fmt: skip


def test_each_thing_to_do_leads_to_its_page_and_says_what_mends_it() -> None:
    files = tree(FILES)
    result = build(files, Settings(preview=True))
    page = desk_page(result, files)
    assert page.path not in {one.path for one in result.pages}
    assert not page.listed
    text = page.body
    for told in (
        "[late](briefings/late.md)",
        "[unused](sources/unused.md)",
        "`briefings new unused`",
        "`briefings take lock late`",
        "the speaker is missing",
    ):
        assert told in text
    assert "[courier](" in text
    assert "`ownership`" in text
    assert "<b>" not in text
