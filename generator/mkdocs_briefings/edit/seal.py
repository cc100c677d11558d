"""Write the seal of a source into its front matter, and nothing else."""

from __future__ import annotations

import re

from mkdocs_briefings.parse import seed

_SEAL = re.compile(r"^sha256[ \t]*:.*$", re.MULTILINE)


def seal(data: bytes) -> bytes | None:
    """Return the file with its seal; None if it has one already, right or wrong.

    The text stays as it is to the byte, and the front matter as it was typed. A raw text gets a front matter
    that holds the seal alone.

    Raises:
        UnicodeDecodeError: the file is not UTF-8.

    """
    split = seed.split(data)
    digest = seed.seal(split.body)
    if split.front is None:
        return split.head + f"---\nsha256: {digest}\n---\n".encode() + split.body
    if _SEAL.search(split.front):
        return None
    above = data[: len(data) - len(split.body)].decode("utf-8")
    newline = "\r\n" if "\r\n" in above else "\n"
    boundary = above.rstrip("\r\n").rfind("---")
    front = above[:boundary]
    if not front.endswith("\n"):
        front += newline
    return f"{front}sha256: {digest}{newline}{above[boundary:]}".encode() + split.body
