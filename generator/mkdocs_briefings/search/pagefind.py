"""What Pagefind is to index, as data: slim pages made from the records, in shards of bounded size; a shell runs it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.search import record_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import PurePath

    from mkdocs_briefings.search.record_files import Address, Located

FOLDER = "pagefind"
"""Where a site has its index."""
_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
"""Front ends that Pagefind brings along: the site has its own."""
_SHARED = ("pagefind.js", "pagefind-worker.js")
"""Scripts that one shard holds for all."""
_DIGITS = 24
_LANGUAGE = "und"
"""Of no language (BCP 47), so that Pagefind cuts off no endings: it finds words by their beginnings, the scripts do the rest."""


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the index, to be made by one run of Pagefind."""

    name: str
    """Its folder, below that of the index."""
    finds: Sequence[Located]
    """What it is made from."""
    unused: tuple[str, ...]
    """Patterns of files that Pagefind makes and the site does not need."""

    @property
    def pages(self) -> Iterator[tuple[str, str]]:
        """The slim pages that it is made from, name and HTML, written one by one.

        They lie in one folder, for thousands of folders take longer than what is in them. No reader sees their names.
        """
        for find, address in self.finds:
            yield _name(address), record_files.slim(find, address)

    def arguments(self, pages: PurePath, bundle: PurePath) -> list[str]:
        """Return what Pagefind is called with, given where the slim pages are and where the index goes."""
        return [
            *("--site", str(pages)),
            *("--output-path", str(bundle)),
            *("--force-language", _LANGUAGE),
            "--silent",
        ]


def _name(address: Address) -> str:
    """Name a slim page after its address, whatever its length, so that no other page changes the name."""
    return f"{hashlib.sha256(address.file.encode('utf-8', 'surrogatepass')).hexdigest()[:_DIGITS]}.html"


def shards(finds: Sequence[Located]) -> Iterator[Shard]:
    """Part what can be found, newest first."""
    for number, part in enumerate(record_files.shards(finds)):
        yield Shard(str(number), part, _UNUSED if number == 0 else (*_UNUSED, *_SHARED))
