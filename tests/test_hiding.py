"""What is hidden is left out without resolving the desk a second time, with the same result."""

from __future__ import annotations

from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse import lifecycle
from mkdocs_briefings.parse.file import parse
from mkdocs_briefings.resolve import resolve

from bench.make_site import make

STORIES = "briefings/storylines.yml"


def test_hiding_gives_what_resolving_the_rest_gives() -> None:
    tree = make(110, seed=3)
    newest = next(path for path in tree if path.endswith("-b109.yml"))
    withdrawn = b"status: withdrawn\nwithdrawn: It was wrong.\nsummary: |"
    tree[newest] = tree[newest].replace(b"summary: |", withdrawn, 1)
    files = [parsed for path in sorted(tree) if (parsed := parse(path, tree[path], Settings()))]

    corpus, _ = resolve(files)
    shown = lifecycle.published(files, corpus.as_of, drafts=False)
    assert lifecycle.hide(corpus, shown) is None, "a storyline cites the newest briefing"

    corpus, _ = resolve([parsed for parsed in files if parsed.path != STORIES])
    shown = [parsed for parsed in shown if parsed.path != STORIES]
    hidden = lifecycle.hide(corpus, shown)
    again, _ = resolve(shown, corpus.as_of)
    assert hidden == again
    assert list(hidden.claims) == list(again.claims)
    assert list(hidden.briefings) == list(again.briefings)
    assert hidden.briefings["b109"].claims == ()
    assert "b99" in corpus.briefings
    assert "b99" not in hidden.briefings
