"""Parse editors' prose: paragraphs and bullets of sentences with links and citations."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from mkdocs_briefings.model.wording import LINK
from mkdocs_briefings.text.frozen import dataclass
from mkdocs_briefings.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words, in which names link by themselves."""

    words: str


@dataclass(frozen=True, slots=True)
class Plain:
    """Words in which nothing links: `[[!no link]]`, and what is in quotation marks."""

    words: str
    own: bool = False
    """Written as `[[!…]]`: what has quotation marks in it is not quoted from a source."""


@dataclass(frozen=True, slots=True)
class Name:
    """Words that link to an entity: `[[id]]` (words empty), `[[id|words]]`, or a name found in the text."""

    entity: str
    words: str = ""
    explicit: bool = False
    """The editor made the link, so it links even where a name would not by itself."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing cited: a claim, or a source with or without a quotation from it."""

    ref: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation, `[@claim; @briefing#claim; @source "exact words"]`."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """A `[[` or `[@` that is not complete."""

    words: str


Inline = Words | Plain | Name | Cite | Broken


@dataclass(frozen=True, slots=True)
class Sentence:
    inlines: tuple[Inline, ...]

    @property
    def cites(self) -> Iterator[Item]:
        return (item for inline in self.inlines if isinstance(inline, Cite) for item in inline.items)

    @property
    def refused(self) -> bool:
        """Whether it has a citation that was refused, which is reported already: it is kept, empty."""
        return any(isinstance(inline, Cite) and not inline.items for inline in self.inlines)

    @property
    def text(self) -> str:
        """The words alone, without links and citations."""
        left = (i for i in without_cites(self.inlines) if not isinstance(i, Cite))
        words = "".join(i.words or getattr(i, "entity", "") for i in left)
        return " ".join(words.split())


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a bullet."""

    bullet: bool
    sentences: tuple[Sentence, ...]


Prose = tuple[Block, ...]


def typed(inlines: Iterable[Inline]) -> str:
    """Return what was typed, without citations and with a sign for each link: where it is in its file."""
    return "".join(
        LINK if isinstance(i, Name) and i.explicit else i.words
        for i in inlines
        if not isinstance(i, Cite | Broken)
    )


def without_cites(inlines: Iterable[Inline], but: Callable[[Cite], bool] = lambda _: False) -> list[Inline]:
    """Leave citations out, all `but` some, and the space before those that punctuation follows."""
    kept: list[Inline] = []
    gap = False
    for inline in inlines:
        if isinstance(inline, Cite) and not but(inline):
            gap = True
            continue
        before = kept[-1] if kept else None
        if gap and isinstance(before, Words) and isinstance(inline, Words) and _CLOSING.match(inline.words):
            kept[-1] = Words(before.words.rstrip())
        gap = False
        kept.append(inline)
    return kept


_WIDTH = 110
_CLOSING = re.compile(r"[\s.,;:!?)]")
_QUOTE = r'"[^"]*"|“[^”]*”'
# What our own prose quotes, with the marks of several languages; a citation takes the first two.
_QUOTED = _QUOTE + r"|„[^„“”]*[“”]|«[^«»]*»|「[^「」]*」|『[^『』]*』"
_ITEM = rf"\s*@(?P<ref>[^\s;\]\"“]+)\s*(?P<quote>{_QUOTE})?\s*"
_CITE = re.compile(
    rf"\[(?:{_ITEM.replace('?P<ref>', '?:').replace('?P<quote>', '?:')})(?:;(?:{_ITEM.replace('?P<ref>', '?:').replace('?P<quote>', '?:')}))*\]"
)
_ITEMS = re.compile(_ITEM)
_LINK = re.compile(r"\[\[([^\[\]\n]+)\]\]")
QUOTED = re.compile(_QUOTED)
"""What stands in quotation marks."""
_TOKEN = re.compile(
    rf"(?P<cite>{_CITE.pattern})|{_LINK.pattern.replace('(', '(?P<link>')}|(?P<broken>\[@|\[\[)|(?P<quoted>{_QUOTED})"
)


def cited(prose: Prose) -> Iterator[str]:
    """Give the refs of the claims and sources that a text cites, in its order, as often as it does."""
    return (item.ref for block in prose for sentence in block.sentences for item in sentence.cites)


def parse(text: str, lang: str = "en") -> Prose:
    """Read prose in a language (BCP 47). Any text is prose; what is malformed in it becomes `Broken`."""
    return tuple(
        Block(bullet, tuple(Sentence(tuple(_inlines(body[a:b]))) for a, b in _spans(body, lang)))
        for bullet, body in _blocks(text)
    )


def kept(text: str, lang: str, is_kept: Sequence[bool]) -> str:
    """Return prose without some of its sentences, in lines of one width; empty if none is kept.

    Args:
        text: the prose as it was typed.
        lang: its language (BCP 47), as for `parse`.
        is_kept: of each of its sentences, in order.

    """
    left: list[tuple[bool, str]] = []
    wanted = iter(is_kept)
    for bullet, body in _blocks(text):
        words = " ".join(body[a:b].strip() for a, b in _spans(body, lang) if next(wanted))
        if words:
            left.append(
                (bullet, _wrapped(f"- {words}" if bullet else words, words, indent="  " if bullet else ""))
            )
    made = ""
    for n, (bullet, words) in enumerate(left):
        gap = "\n" if bullet and n and left[n - 1][0] else "\n\n" if n else ""
        made += gap + words
    return f"{made}\n" if made else ""


def _wrapped(typed: str, words: str, *, indent: str) -> str:
    """Break a paragraph or a bullet into lines, unless one of them would be read as a bullet."""
    made = textwrap.fill(
        typed, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return made if [body for _, body in _blocks(made)] == [words] else typed


def parse_line(text: str) -> Sentence:
    """Read a text of one piece (a claim, a question) as a single sentence."""
    return Sentence(tuple(_inlines(" ".join(text.split()))))


def _spans(body: str, lang: str) -> tuple[tuple[int, int], ...]:
    spans = sentences(_LINK.sub(_masked, body), lang=lang)
    return tuple((0 if n == 0 else a, b) for n, (a, b) in enumerate(spans))


def _masked(link: re.Match[str]) -> str:
    """Show a link as its words in brackets, of the same length: no sentence begins with an id or ends in a link."""
    inner = link[1]
    plain = inner[1:] if inner.startswith("!") else inner.partition("|")[2]
    words = re.sub(r"[^\w\s]", "x", plain or "X" * len(inner))
    return f"{'(' * (len(link[0]) - len(words) - 2)}{words}))"


def _blocks(text: str) -> Iterator[tuple[bool, str]]:
    for paragraph in re.split(r"\n[ \t]*\n", text):
        lines: list[str] = []
        bullet = False
        for line in paragraph.splitlines():
            if re.match(r"[ \t]*[-*•] ", line):
                if lines:
                    yield bullet, " ".join(lines)
                lines, bullet = [line.lstrip(" \t")[2:].strip()], True
            elif line.strip():
                lines.append(line.strip())
        if lines:
            yield bullet, " ".join(lines)


def _inlines(text: str) -> Iterator[Inline]:
    end = 0
    for match in _TOKEN.finditer(text):
        if match.start() > end:
            yield Words(text[end : match.start()])
        end = match.end()
        if match["cite"]:
            items = _ITEMS.finditer(match["cite"][1:-1])
            yield Cite(tuple(Item(m["ref"], (m["quote"] or "")[1:-1]) for m in items))
        elif match["link"]:
            yield _link(match["link"])
        elif match["broken"]:
            yield Broken(_unfinished(text, match.start()))
            end = match.start() + len(match[0])
            yield Words(match[0])
        else:
            yield Plain(match["quoted"])
    if end < len(text):
        yield Words(text[end:])


_LONGEST_BROKEN = 200


def _unfinished(text: str, at: int) -> str:
    """Give a citation that cannot be read up to its bracket, if that is near, else how it begins."""
    close = text.find("]", at, at + _LONGEST_BROKEN)
    return text[at : close + 1] if close >= 0 and text[at] + text[at + 1] == "[@" else text[at : at + 30]


def _link(inner: str) -> Inline:
    if inner.startswith("!"):
        return Plain(inner[1:], own=True)
    entity, bar, words = inner.partition("|")
    if not entity.strip() or (bar and not words.strip()):
        return Broken(f"[[{inner}]]")
    return Name(entity.strip(), words.strip(), explicit=True)
