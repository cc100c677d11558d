"""The members of files that are ZIP packages of XML (DOCX, EPUB), read within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from mkdocs_briefings.intake.article import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST = 50_000_000
"""All members that are read may have so many bytes together when they are unpacked."""
MOST_OF_ONE = 12_000_000
"""No member may have more: as a tree in memory it takes some twenty times as much."""


class Package:
    """A ZIP file whose members are read one by one, up to a bound of bytes in all."""

    def __init__(self, data: bytes, kind: str) -> None:
        article = "an" if kind[0] in "AEIOU" else "a"
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self.zip.namelist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise UnreadableError(f"this is not {article} {kind} file; save its text as .txt") from error
        self.kind = kind
        self.left = MOST

    def member(self, name: str) -> bytes:
        """Read a member.

        Raises:
            UnreadableError: it is missing, encrypted, damaged or too large.

        """
        try:
            with self.zip.open(name) as file:
                data = file.read(min(self.left, MOST_OF_ONE) + 1)
        except (
            KeyError,
            RuntimeError,
            OSError,
            EOFError,
            ValueError,
            NotImplementedError,
            zipfile.BadZipFile,
            zlib.error,
        ) as error:
            raise UnreadableError(
                f"the {self.kind} file cannot be read ({name}); save its text as .txt"
            ) from error
        self.left -= len(data)
        if self.left < 0 or len(data) > MOST_OF_ONE:
            most, what = (MOST, "it has") if self.left < 0 else (MOST_OF_ONE, f"{name} in it has")
            raise UnreadableError(
                f"{what} more than {most:,} bytes when it is unpacked; save its text as .txt"
            )
        return data

    def xml(self, name: str) -> _Element:
        """Read a member as XML; entities that it declares are not resolved.

        Raises:
            UnreadableError: as for `member`, or it is no XML.

        """
        try:
            from lxml import etree  # noqa: PLC0415, an extra
        except ImportError:
            raise UnreadableError(
                f"{self.kind} files need `pip install lxml`; or save the text as .txt"
            ) from None
        data = self.member(name)
        if b"<!DOCTYPE" in data[:2000] and b"<!ENTITY" in data:
            raise UnreadableError(f"the {self.kind} file declares entities ({name}); save its text as .txt")
        try:
            return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        except (etree.XMLSyntaxError, ValueError) as error:
            raise UnreadableError(
                f"the {self.kind} file cannot be read ({name}); save its text as .txt"
            ) from error
