"""PDF files: their text, line breaks as printed, and what their metadata says."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs_briefings.intake import text_lines
from mkdocs_briefings.intake.article import Article, FieldValue, UnreadableError
from mkdocs_briefings.intake.page_text import raised
from mkdocs_briefings.intake.readers import body
from mkdocs_briefings.text.prepared import normalise

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_MOST_RIGHT_TO_LEFT = 0.05
"""Of the letters: beyond, the words of a PDF come out in an order that cannot be relied on."""
_TOP, _SHORTEST = 30, 10
"""Lines in which a headline is looked for, and characters of one."""
_SMALL, _LEAST_LIFTED = 0.85, 0.2
"""Of the size of the words before it, what is raised: it is smaller, and stands higher."""
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_MADE_BY_PROGRAMS = re.compile(
    r"(?:microsoft word - .*|untitled.*|.*\.(?:docx?|pdf|indd|qxd|tex|dvi))", re.IGNORECASE
)


def read(_name: str, data: bytes, _encoding: str) -> Article:
    """Read a PDF file.

    Raises:
        UnreadableError: it cannot be read, is encrypted, holds no text, or text that runs from right to left.

    """
    try:
        import pypdf  # noqa: PLC0415, an extra
    except ImportError:
        raise UnreadableError(
            "PDF files need `pip install pypdf`; or save the article's text as .txt"
        ) from None
    try:
        paper = pypdf.PdfReader(io.BytesIO(data))
        text = "\n".join(_words(one).rstrip() for one in paper.pages)
        # What is in a PDF was drawn: within a line, a soft hyphen is a hyphen that readers see, as in "2024-25".
        text = re.sub("\u00ad(?=[^\\s])", "-", text)
        told_by_file = _metadata(paper)
    except Exception as error:
        # What is wrong with a PDF makes the reader raise whatever it happens upon.
        why = "it needs a password" if "decrypted" in str(error) else type(error).__name__
        raise UnreadableError(f"the PDF cannot be read ({why}); save its text as .txt") from error
    text = body.unix(text)
    body.require_words(text, "the PDF contains images of text; run it through an OCR program first")
    _refuse_right_to_left(text)
    told, skip = text_lines.read(text)
    if "title" in told and (whole := _whole_headline(text, told["title"].value)):
        told["title"] = FieldValue(whole, "The first lines of the text.")
    if (declared := told_by_file.get("title")) and (shown := _shown(text, normalise(declared.value))):
        told["title"] = FieldValue(shown)
    if "title" in told:
        told["title"] = replace(told["title"], value=_LIGATURES.sub(_apart, told["title"].value))
    told = {**told_by_file, **told}
    return Article(
        text.encode(),
        told,
        skip,
        remarks=(
            f"{len(paper.pages)} {'page' if len(paper.pages) == 1 else 'pages'}, line breaks as in the PDF",
        ),
    )


def _words(page: PageObject) -> str:
    """Return the text of a page; raised figures are set apart in it, so that 10⁶ is not read as 106."""
    parts: list[str] = []
    last = _Drawn("", 0, 0)

    def take(words: str, place: list[float], matrix: list[float], _font: object, size: float) -> None:
        nonlocal last
        level = matrix[4] * place[1] + matrix[5] * place[3] + place[5]
        drawn = _Drawn(words, abs(size * matrix[3] * place[3]), level)
        parts.append(raised(last.words[-40:], words, links=False) if drawn.is_raised_after(last) else words)
        if words.strip():
            last = drawn

    whole = page.extract_text(visitor_text=take)
    # A reader that hands its words over in other pieces than it returns leaves the text as it is.
    told = "".join(parts)
    return told if re.sub(r"[\[\]^ ]", "", told) == re.sub(r"[\[\]^ ]", "", whole) else whole


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Words that a page draws in one go."""

    words: str
    size: float
    """Of the font, as it is drawn."""
    level: float
    """Of the line that the letters stand on; more is higher."""

    def is_raised_after(self, other: _Drawn) -> bool:
        lifted = self.level - other.level
        return (
            bool(self.words.strip())
            and not other.words[-1:].isspace()
            and 0 < self.size < _SMALL * other.size
            and _LEAST_LIFTED * other.size < lifted < other.size
        )


def _shown(text: str, declared: str) -> str:
    """Return the lines near the top that are the title of the file, or begin it: what is above them is a menu or a logo."""
    lines = [" ".join(line.split()) for line in text.splitlines()[:_TOP]]
    for n, first in enumerate(lines):
        if len(first) >= _SHORTEST and declared.startswith(normalise(first)):
            head = first
            for line in lines[n + 1 :]:
                if not line or not declared.startswith(normalise(f"{head} {line}")):
                    break
                head = f"{head} {line}"
            return head
    return ""


def _apart(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])


def _metadata(paper: PdfReader) -> dict[str, FieldValue]:
    """Return the title and the author that the file declares; its dates are those of the file, not of the article."""
    facts = paper.metadata
    found = {"title": facts.title, "author": facts.author} if facts is not None else {}
    lines = {name: " ".join(str(words).split()) for name, words in found.items() if words}
    return {
        name: FieldValue(line, f"The metadata of the PDF ({name.title()}).")
        for name, line in lines.items()
        if line.isprintable() and not _MADE_BY_PROGRAMS.fullmatch(line)
    }


def _refuse_right_to_left(text: str) -> None:
    letters = [unicodedata.bidirectional(char) for char in text if char.isalpha()]
    if sum(one in _RIGHT_TO_LEFT for one in letters) > _MOST_RIGHT_TO_LEFT * len(letters):
        raise UnreadableError(
            "its text runs from right to left, and no reader of PDF files gives such words in their order; "
            "copy the text from a viewer and save it as .txt, or save the web page"
        )


def _whole_headline(text: str, first: str) -> str:
    """Return a headline of two or three lines whole: what is together above a blank line or the byline."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    start = lines.index(first) if first in lines else len(lines)
    head = [first]
    for line in lines[start + 1 : start + 3]:
        # A headline goes on where its line is full: the next one begins in lower case, or the line ends on a small word.
        if not line or line.endswith((".", ":")) or not _goes_on(head[-1], line):
            break
        head.append(line)
    return " ".join(head) if len(head) > 1 else ""


def _goes_on(line: str, following: str) -> bool:
    small = {
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "over",
        "the",
        "to",
        "with",
    }
    return (
        following[:1].islower()
        or line.rpartition(" ")[2].casefold() in small
        or line.endswith((",", "-", "–", "—", "&"))
    )
