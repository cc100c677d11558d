"""The desk on which outputs are tried: every field, hostile words, and all that must not leave it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.outputs.table import NAMES

from tests import whole
from tests.desks import made, source, told, yaml

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result

ADDRESS = "https://desk.example/below/"
LONG = "long " * 2000
HOSTILE = {
    "formula": "=cmd|' /C calc'!A",
    "plus": "+one of them",
    "at": "@everybody",
    "quotes": "He said \"no\", 'no', “no”; and so on",
    "cdata": "]]> <![CDATA[ <b>bold</b> &amp; {{ x }} \\ % $ # _ ~ ^ {",
    "lines": "first\nsecond\n\nBEGIN:VEVENT\nTY  - JOUR",
    "directions": "\u202eright to left \u200f\u2067 and on",
    "long": LONG.strip(),
    "markup": "</title></script><script>alert(x)</script>",
}
"""Titles that break a form whose writer does not look."""
HIDDEN = "Hiddenword"
"""Stands in drafts, under embargo, in withdrawn summaries, and in the words of sources that nobody cites."""
QUOTED = "Quotedword"
"""Stands in a passage that a claim cites, and nowhere else."""


def with_deadline(data: whole.Desk) -> dict[str, str]:
    """Give the files of a desk that also expects something, and asks about it."""
    words = "The chip curb ends by 31 January 2026"
    claim = {
        "text": "The chip curb ends by 31 January 2026.",
        "said_by": "acme",
        "date": "..2026-01-31",
        "quote": words,
    }
    data["other"]["claims"]["ends"] = claim
    answer = "The chip curb ends [@ends]."
    data["other"]["questions"] = [{"id": "when", "text": "When is it over?", "on": "ends", "answer": answer}]
    files = whole.files(data)
    files["seeds/b.txt"] = source(f"{whole.OTHER_TEXT} {words}, Acme said.", **data["other seed"])
    return files


def published(data: whole.Desk | None = None, **settings: Any) -> Result:
    """Build a desk with all outputs."""
    given = {"title": "A desk", "address": ADDRESS, "outputs": NAMES, "feed_claims": 1, **settings}
    result = made(with_deadline(data or whole.desk()), **given)
    assert not result.failed, told(result)
    return result


def guarded(**settings: Any) -> Result:
    """Build a desk that hides a draft, an embargo, a withdrawn summary, and words that nothing cites."""
    data = whole.desk()
    data["gone"]["summary"] = f"Gamma left, says {HIDDEN} [@other#left]."
    data["main"]["claims"]["issued"]["quote"] = f"A curb was issued, {QUOTED} said"
    files = whole.files(data)
    text = whole.TEXT.replace("A curb was issued", f"A curb was issued, {QUOTED} said")
    files["seeds/a.txt"] = source(f"{text} {HIDDEN} is uncited.", **whole.SEED)
    hidden = {
        "sources": ["b"],
        "title": f"{HIDDEN} left",
        "summary": f"{HIDDEN} left, and Gamma [@left].",
        "claims": {"left": {"text": f"{HIDDEN} left in March.", "date": "2030-03", "quote": "Gamma left"}},
        "questions": [f"Who is {HIDDEN}?"],
        "corrections": [{"date": "2025-06-14", "text": f"It was {HIDDEN}."}],
    }
    files["briefings/2025-06-14-draft.yml"] = yaml(status="draft", **hidden)
    files["briefings/2025-06-14-later.yml"] = yaml(embargo="2031-01-01", **hidden)
    given = {"title": "A desk", "address": ADDRESS, "outputs": NAMES, "feed_claims": 1, **settings}
    result = made(files, **given)
    assert not result.failed
    return result


@functools.cache
def hostile(kind: str) -> Result:
    """Build a desk whose titles, names and texts break a form whose writer does not look."""
    words = HOSTILE[kind]
    data = whole.desk()
    plain = words.replace("[", "(").replace("]", ")")
    data["main"]["title"] = words
    data["seed"]["title"] = words
    data["seed"]["label"] = words
    data["main"]["claims"]["bought"]["text"] = f"{plain} Beta bought 50 chips"
    data["entities"]["curb"]["name"] = f"curb {words}"
    data["storylines"]["line"]["title"] = words
    data["gone"]["withdrawn"] = words
    return published(data, title=words, description=words)


def text(data: bytes) -> str:
    """Give all text in a file, databases too."""
    return data.decode("utf-8", "replace")
