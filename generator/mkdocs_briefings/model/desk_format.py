"""The format of a desk's files, as a number that goes up when an older program could not read them."""

from __future__ import annotations

FORMAT = 2
"""What this program reads and writes; it reads every older one too.

1. Up to 0.1, which wrote no number.
2. From 0.2: fields and forms of prose that 0.1 does not know, and withdrawn briefings with no more than a title.
"""
UNNAMED = 1
"""That of a desk which names none."""


def refusal(named: int) -> str:
    """Say why a desk of a format cannot be read; empty if it can."""
    if named > FORMAT:
        return (
            f"this desk has format {named} and needs a newer version of the program: this one reads formats up to {FORMAT}. "
            "Install what the desk's requirements.txt names"
        )
    return "" if named >= UNNAMED else f"`{named}` is not a format: this program writes {FORMAT}"


def advice(named: int) -> str:
    """Say that a newer format exists; empty if the desk has it."""
    if named >= FORMAT:
        return ""
    return (
        f"the files of this desk have format {named}; `briefings check --fix` brings them to {FORMAT}, "
        "which older versions of the program cannot read"
    )
