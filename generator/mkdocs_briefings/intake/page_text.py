"""Extract the text of a saved page as readers see it: hidden or struck-out text is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STRUCK = ("del", "s", "strike")
_HIDDEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*(?:!important\s*)?(?:;|$)", re.IGNORECASE
)
_QUOTATION = {"q": ("“", "”")}
_TRANSPARENT = ("time", "ins", "wbr", "output", "center")
"""What the extractor would drop, or part from its sentence, and readers see as words of it."""

_CORRECTION = re.compile(
    r"(?:correction|clarification|update|editor['’]s note|berichtigung|korrektur|anmerkung der redaktion|rectificatif|"
    r"correction apportée|corrección|rectificación|訂正|更正)",
    re.IGNORECASE,
)
"""How the note begins in which a newspaper corrects an article: part of it, wherever the page has put it."""
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|e|os?|as?|º|ª)\.?", re.IGNORECASE)
_NOTE = re.compile(r"\[?\s*(?:\d{1,3}|[a-z]|[*†‡§¶]+)\s*\]?", re.IGNORECASE)
_POWER = re.compile(r"[-−–+]?\d{1,3}|[n-z]")
_UNIT = re.compile(r"(?:^|[\s\d(/·])(?:k|c|m|d|h)?(?:m|s|g|l|in|ft|yd|mi)$")
_NOTE_TEXTS = ("footnote", "endnote", "rearnote")
_LAYOUT_ROLES = frozenset({"presentation", "none"})
_BLOCKS = ("p", "div", "h1", "h2", "h3", "ul", "ol", "article", "section", "blockquote")
_LINES = frozenset(
    {
        *_BLOCKS,
        "h4",
        "h5",
        "h6",
        "li",
        "tr",
        "dt",
        "dd",
        "figcaption",
        "pre",
        "br",
        "body",
        "header",
        "footer",
        "main",
    }
)
_LONG_CELL = 40
"""Words of a cell with blocks in it, from which on it is a column of a page, not a figure."""


def make_readable(tree: HtmlElement) -> tuple[str, ...]:
    """Change the tree of a page so that its words are those that readers see; say what was left out.

    Args:
        tree: the page; it is changed in place.

    Returns:
        A remark for each kind of words that are not in it any more.

    """
    struck = _drop([one for tag in _STRUCK for one in tree.iter(tag)])
    hidden = _drop([one for one in tree.iter() if _is_hidden(one)])
    _set_notes_apart(tree)
    for one in list(tree.iter("rt", "rp")):
        one.drop_tree()
    for one in list(tree.iter(*_QUOTATION)):
        before, after = _QUOTATION[str(one.tag)]
        one.text = before + (one.text or "")
        one.tail = after + (one.tail or "")
        one.drop_tag()
    for one in list(tree.iter(*_TRANSPARENT)):
        one.drop_tag()
    _keep_speakers(tree)
    for one in list(tree.iter("aside", "footer")):
        if any(above.tag == "article" for above in one.iterancestors()) and _CORRECTION.match(
            one.text_content().strip()
        ):
            one.tag = "div" if next(one.iter(*_BLOCKS), None) is not None else "p"
    for one in list(tree.iter("table")):
        _arrange(one)
    kinds = (_counted(struck, "struck-out"), _counted(hidden, "hidden"))
    return tuple(f"left out: {words}" for words in kinds if words)


def _set_notes_apart(tree: HtmlElement) -> None:
    """Number notes and their marks, set raised words apart, and drop the links back."""
    for one in [one for one in tree.iter() if _is_note(one, *_NOTE_TEXTS)]:
        _number(one)
    for one in list(tree.iter("sup")):
        _set_apart(one)
    for one in [one for one in tree.iter("a") if _is_note(one, "noteref")]:
        if one.find(".//sup") is None and one.getparent() is not None:
            one.tail = f" [{' '.join(one.text_content().split()).strip('[] ')}]" + (one.tail or "")
            one.drop_tree()
    for one in [one for one in tree.iter("a") if _is_note(one, "backlink")]:
        one.drop_tree()


def _keep_speakers(tree: HtmlElement) -> None:
    """Make plain paragraphs of those who are quoted in a block: the extractor drops every footer, and figures whole."""
    for quoted in list(tree.iter("blockquote")):
        figure = next(quoted.iterancestors("figure"), None)
        if figure is not None:
            figure.tag = "div"
        for one in list((quoted if figure is None else figure).iter("footer", "figcaption")):
            one.tag = "div" if next(one.iter(*_BLOCKS), None) is not None else "p"


def _counted(words: int, kind: str) -> str:
    return f"{words} {kind} {'word' if words == 1 else 'words'}" if words else ""


def _drop(elements: list[HtmlElement]) -> int:
    """Take elements out, and give the number of their words. What follows them stays."""
    words = 0
    for one in elements:
        if one.getparent() is not None:
            words += len(one.text_content().split())
            one.drop_tree()
    return words


def _is_hidden(one: HtmlElement) -> bool:
    if not isinstance(one.tag, str) or one.tag in {"html", "body", "input", "script", "style", "template"}:
        return False
    return ("hidden" in one.attrib and one.get("hidden") != "until-found") or bool(
        _HIDDEN.search(one.get("style", ""))
    )


def _is_note(one: HtmlElement, *kinds: str) -> bool:
    """Return whether an element is such a part of a note: the link to it, or back, or its text (DPUB-ARIA, EPUB)."""
    if not isinstance(one.tag, str):
        return False
    told = {*one.get("epub:type", "").split(), one.get("role", "").removeprefix("doc-")}
    return not told.isdisjoint(kinds)


def _number(note: HtmlElement) -> None:
    """Write the number of a note before its text, as its mark has it: the one that it begins with, else its place in a list."""
    back = next(note.iter("a"), None)
    mark = " ".join(back.text_content().split()) if back is not None else ""
    first = " ".join(note.text_content().split())
    if mark and back is not None and first.startswith(mark) and _NOTE.fullmatch(mark):
        raised_ = back.getparent() if back.getparent().tag == "sup" else back
        raised_.drop_tree()
    elif note.tag == "li" and note.getparent() is not None and note.getparent().tag == "ol":
        start = note.getparent().get("start", "1")
        before = sum(1 for one in note.itersiblings("li", preceding=True))
        mark = str(before + (int(start) if start.isdecimal() else 1))
    else:
        return
    first_block = next((one for one in note.iter(*_BLOCKS) if one is not note), note)
    first_block.text = f"[{mark.strip('[] ')}] {(first_block.text or '').lstrip()}"


def _set_apart(one: HtmlElement) -> None:
    words = " ".join(one.text_content().split())
    links = bool(list(one.iter("a"))) or one.getparent().tag == "a"
    one.tail = raised(_words_before(one), words, links=links) + (one.tail or "")
    one.drop_tree()


def raised(before: str, words: str, *, links: bool) -> str:
    """Write raised words in a line: a power as `10^6`, the mark of a note as `late [12]`, an ordinal as it is.

    Args:
        before: what precedes them in their paragraph.
        words: what is raised.
        links: whether it is a link, as marks of notes are.

    """
    if not words or (_ORDINAL.fullmatch(words) and before[-1:].isdigit()):
        return words
    if not links and _POWER.fullmatch(words) and (before[-1:].isdigit() or _UNIT.search(before)):
        return f"^{words}"
    if _NOTE.fullmatch(words) and before.strip():
        return f" [{words.strip('[] ')}]"
    return words


def lines(tree: HtmlElement) -> list[str]:
    """Return the text of a page whole, a line for each paragraph, heading, item or row; for pages without menus."""
    found: list[list[str]] = [[]]

    def walk(one: HtmlElement) -> None:
        if not isinstance(one.tag, str) or one.tag in {"head", "script", "style", "template", "nav"}:
            return
        is_line = one.tag in _LINES
        if is_line:
            found.append([])
        found[-1].append(one.text or "")
        for child in one:
            if child.tag in {"td", "th"}:
                found[-1].append(" | ")
            walk(child)
            found[-1].append(child.tail or "")
        if one.tag == "tr":
            found[-1].append(" |")
        if is_line:
            found.append([])

    walk(tree)
    return [line for parts in found if (line := " ".join("".join(parts).split()))]


def _words_before(one: HtmlElement) -> str:
    """Return the end of what precedes an element in its paragraph."""
    before = ""
    while one is not None and not before.strip():
        previous = one.getprevious()
        if previous is not None:
            whole = previous.text_content() if isinstance(previous.tag, str) else ""
            before = whole + (previous.tail or "") + before
            one = previous
            continue
        parent = one.getparent()
        if parent is None:
            break
        before = (parent.text or "") + before
        if parent.tag in _BLOCKS or parent.tag in {"td", "th", "li", "body"}:
            break
        one = parent
    return before[-40:]


def _arrange(table: HtmlElement) -> None:
    """Keep a table of data row by row, and take a table that only lays out a page apart."""
    cells = list(table.iter("td", "th"))
    rows = list(table.iter("tr"))
    nested = any(one is not table for one in table.iter("table"))
    columns = max((sum(1 for _ in row.iterchildren("td", "th")) for row in rows), default=0)
    long = any(
        next(one.iter(*_BLOCKS), None) is not None and len(one.text_content().split()) > _LONG_CELL
        for one in cells
    )
    if table.get("role", "").lower() in _LAYOUT_ROLES or nested or long or columns < 2:  # noqa: PLR2004, one column tabulates nothing
        for one in [table, *table.iter("thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "caption")]:
            is_cell = one.tag in {"td", "th"}
            one.tag = "p" if is_cell and next(one.iter(*_BLOCKS, "table"), None) is None else "div"
        return
    for cell in cells:
        for block in list(cell.iter(*_BLOCKS)):
            if block.getprevious() is not None or (block.getparent().text or "").strip():
                block.text = " " + (block.text or "")
            block.drop_tag()
