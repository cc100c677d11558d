"""What the desk already has, as far as a new article needs it: ids, texts, addresses, publishers."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.intake import duplicates
from mkdocs_briefings.lock import replacement
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.parse.file import parse
from mkdocs_briefings.resolve import resolve
from mkdocs_briefings.resolve.ids import know

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.model.corpus import Corpus, Source
    from mkdocs_briefings.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Holdings:
    """What grows with each article that is added."""

    corpus: Corpus
    ids: set[str]
    """All ids that are taken, case-folded: they may not differ in capitals alone."""
    texts: dict[str, duplicates.Fingerprint]
    addresses: dict[str, str]
    """The source that was captured from an address."""
    metadata: dict[str, Mapping[str, str]]
    """What the front matter of each source tells."""


def holdings(tree: Mapping[str, bytes], settings: Settings) -> Holdings:
    """Read what the desk holds; what is unsound elsewhere is no hindrance."""
    files = [parsed for path in sorted(tree) if (parsed := parse(path, tree[path], settings))]
    files += replacement.read(tree, settings, files).replacements
    corpus, _ = resolve(files, settings.as_of)
    ids = {*know(files)[0].places, *(id_ for parsed in files for id_ in parsed.broken), "index", "readme"}
    return Holdings(
        corpus,
        {folded(id_) for id_ in ids},
        {
            id_: duplicates.fingerprint(source.text.raw)
            for id_, source in corpus.sources.items()
            if source.outline is None
        },
        {source.address: id_ for id_, source in corpus.sources.items() if source.address},
        {id_: _told(source) for id_, source in corpus.sources.items()},
    )


def _told(source: Source) -> dict[str, str]:
    return {
        "title": source.title or "",
        "published": source.published.text if source.published else NOT_STATED if source.undated else "",
        "publisher": source.publisher or "",
        "author": source.author,
        "address": source.address,
        "captured": source.captured.text if source.captured else "",
        "lang": source.lang,
    }


def folded(id_: str) -> str:
    return unicodedata.normalize("NFKC", id_).casefold()


def free(wanted: str, ids: set[str]) -> str:
    """Return the id, or the next that nothing has yet."""
    id_, n = wanted, 1
    while folded(id_) in ids:
        n += 1
        id_ = f"{wanted}-{n}"
    return id_
