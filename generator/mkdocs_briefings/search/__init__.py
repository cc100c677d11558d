"""What readers can search for: records made from the corpus and hand-written pages, and their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model.recorded import Once
from mkdocs_briefings.search.briefing_records import briefing_finds, storyline_finds
from mkdocs_briefings.search.entity_records import entity_finds
from mkdocs_briefings.search.source_records import source_finds

if TYPE_CHECKING:
    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.messages.message import Messages
    from mkdocs_briefings.model.corpus import Corpus
    from mkdocs_briefings.search.record import Find


def finds(
    corpus: Corpus, derived: Derived, say: Messages, *, preview: bool = False, once: Once | None = None
) -> tuple[Find, ...]:
    """Return what is worth finding on the generated pages: each thing once, on the page where it lives.

    Lists and redirects repeat what other pages hold, withdrawn briefings hold nothing: they are left out.

    Args:
        corpus: the corpus.
        derived: what follows from it.
        say: the messages of the site.
        preview: the desk's own view, in which no words of passages are withheld.
        once: makes once what can be found on a page.

    """
    once = once or Once()
    return (
        *briefing_finds(corpus, derived, say, once),
        *storyline_finds(corpus, derived, say, once),
        *entity_finds(corpus, derived, say, once),
        *source_finds(corpus, derived, say, once, preview=preview),
    )
