"""What is hidden is left out without resolving the desk a second time, with the same result."""

from __future__ import annotations

from bench.make_site import make
from generator import lifecycle
from generator.parse.file import parse
from generator.resolve import resolve
from generator.settings import Settings

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
