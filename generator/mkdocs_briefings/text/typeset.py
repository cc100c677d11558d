"""Typographic quotation marks and apostrophes for the straight ones that keyboards give."""

from __future__ import annotations

import re

from mkdocs_briefings.text.languages import language

_WORD = r"[^\W_]"
# A mark that follows a letter or a digit opens nothing: 6" and 5' are measures.
_PAIR = re.compile(rf'(?<!{_WORD})"(?=\S)([^"]+?)(?<=\S)"(?!{_WORD})')
_UNSPACED_PAIR = re.compile(r'"([^"]+)"')
_LETTER = r"[^\W\d_]"
_SHORTENED = re.compile(r"(?<!\w)'(?=\d\ds?\b)")
_INNER = re.compile(rf"(?<={_WORD})'(?={_LETTER})")
_SINGLE = re.compile(r"(?<!\w)'(?=\S)([^']+?)(?<=\S)'(?!\w)")
_LAST = re.compile(rf"(?<={_LETTER})'(?!\w)")
_AFTER_NAME = re.compile(rf"^'(?={_LETTER}|\s|$)")


def typeset(text: str, lang: str, *, goes_on: bool = False) -> str:
    """Set the straight marks of a text as its language prints them; measures and lone marks stay.

    Args:
        text: a piece of our own prose, in which the words of others are between marks.
        lang: its language (BCP 47); one without a pack is left as it is.
        goes_on: a word goes before the text, such as a link, so that an apostrophe may open it.

    """
    has_single = "'" in text
    if not has_single and '"' not in text:
        return text
    pack = language(lang)
    if pack is None or not pack.marks:
        return text
    opening, closing, first, last = pack.marks
    pair = _PAIR if pack.spaced else _UNSPACED_PAIR
    text = pair.sub(lambda found: f"{opening}{found[1]}{closing}", text)
    if not has_single:
        return text
    if goes_on:
        text = _AFTER_NAME.sub("’", text)
    text = _INNER.sub("’", _SHORTENED.sub("’", text))
    text = _SINGLE.sub(lambda found: f"{first}{found[1]}{last}", text)
    return _LAST.sub("’", text)
