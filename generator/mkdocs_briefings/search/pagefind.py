"""What Pagefind is to index, as data: slim pages made from the records, in shards of bounded size; a shell runs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.search import record_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import PurePath

    from mkdocs_briefings.search.record_files import Located

FOLDER = "pagefind"
"""Where a site has its index."""
_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
"""Front ends that Pagefind brings along: the site has its own."""
_SHARED = ("pagefind.js", "pagefind-worker.js")
"""Scripts that one shard holds for all."""
_SPACELESS = frozenset({"zh", "ja"})
"""Languages whose words Pagefind cannot part; `record_files.spaced` has done it, the rest of such a site is mostly English."""


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the index, to be made by one run of Pagefind."""

    name: str
    """Its folder, below that of the index."""
    finds: Sequence[Located]
    """What it is made from."""
    language: str
    """The language whose endings of words Pagefind cuts off."""
    unused: tuple[str, ...]
    """Patterns of files that Pagefind makes and the site does not need."""

    @property
    def pages(self) -> Iterator[tuple[str, str]]:
        """The slim pages that it is made from, path and HTML, written one by one."""
        for find, address in self.finds:
            yield address.file, record_files.slim(find, address)

    def arguments(self, pages: PurePath, bundle: PurePath) -> list[str]:
        """Return what Pagefind is called with, given where the slim pages are and where the index goes."""
        return [
            *("--site", str(pages)),
            *("--output-path", str(bundle)),
            *("--force-language", self.language),
            "--silent",
        ]


def shards(finds: Sequence[Located], lang: str) -> Iterator[Shard]:
    """Part what can be found, newest first.

    Args:
        finds: what can be found, with the address of each page.
        lang: the language of the site.

    """
    primary = lang.replace("_", "-").partition("-")[0].lower() or "en"
    language = "en" if primary in _SPACELESS else primary
    for number, part in enumerate(record_files.shards(finds)):
        yield Shard(str(number), part, language, _UNUSED if number == 0 else (*_UNUSED, *_SHARED))
