"""Citations in the forms that reference managers read: CSL-JSON, BibLaTeX and RIS."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.outputs.json_form import json_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.outputs.csl import Item

_TYPES = {
    "report": ("report", "RPRT"),
    "article-newspaper": ("article", "NEWS"),
    "webpage": ("online", "ELEC"),
    "document": ("misc", "GEN"),
}
"""Of CSL, each with that of BibLaTeX and of RIS."""
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_TEX_SIGN = re.compile(r"[\\{}~^&%$#_]")
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", ";": "%3B"})


def csl_json(items: Iterable[Item]) -> str:
    """Write CSL-JSON, one item a line."""
    lines = ",\n".join(json_line(item) for item in items)
    return f"[\n{lines}\n]\n"


def biblatex(items: Iterable[Item]) -> str:
    """Write BibLaTeX; `year` is for BibTeX, which knows no `date`."""
    return "\n".join(map(_biblatex, items))


def ris(items: Iterable[Item]) -> str:
    """Write RIS."""
    return "".join(f"{tag}  - {value}\r\n" for item in items for tag, value in _ris(item))


def _biblatex(item: Item) -> str:
    kind = _TYPES[item["type"]][0]
    parts = _date(item)
    where = {
        "report": "institution",
        "article": "journal",
        "online": "organization",
        "misc": "howpublished",
    }[kind]
    fields = {
        # The second pair of braces keeps capitals and names as they are.
        "title": f"{{{_tex(item['title'])}}}",
        "author": f"{{{_tex(item['author'][0]['literal'])}}}" if "author" in item else "",
        where: _tex(item.get("publisher", "")),
        "type": _tex(messages(item["language"])("found.briefing")) if kind == "report" else "",
        "date": "-".join(f"{part:02}" for part in parts),
        "year": f"{parts[0]:04}" if parts else "",
        "url": address(item.get("URL", "")),
        "note": _tex(item.get("note", "")),
        "language": item.get("language", ""),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{item['id']},\n{lines}}}\n"


def _ris(item: Item) -> Iterator[tuple[str, str]]:
    parts = _date(item)
    day = "/".join([*(f"{part:02}" for part in parts), "", "", ""][:3]) + "/" if parts else ""
    fields = (
        ("TY", _TYPES[item["type"]][1]),
        ("TI", item["title"]),
        ("AU", item["author"][0]["literal"] if "author" in item else ""),
        ("T2", item.get("container-title", "")),
        ("PB", item.get("publisher", "")),
        ("PY", f"{parts[0]:04}" if parts else ""),
        ("DA", day),
        ("UR", address(item.get("URL", ""))),
        ("LA", item.get("language", "")),
        ("N1", item.get("note", "")),
        ("ID", item["id"]),
    )
    yield from ((tag, value) for tag, value in fields if value)
    yield "ER", ""


def _date(item: Item) -> list[int]:
    parts: list[int] = item["issued"]["date-parts"][0] if "issued" in item else []
    return parts


def _tex(words: str) -> str:
    return _TEX_SIGN.sub(lambda sign: _TEX[sign[0]], words)


def address(url: str) -> str:
    """Write an address without the signs that would end it in one of these forms."""
    return url.translate(_IN_ADDRESS)
