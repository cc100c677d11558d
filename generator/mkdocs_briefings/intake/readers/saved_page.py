"""Saved web pages: the article's text as readers see it, and what the page says of it."""

from __future__ import annotations

from mkdocs_briefings.intake import page_text, text_lines, web_page
from mkdocs_briefings.intake.article import FIELDS, Article, FieldValue, UnreadableError
from mkdocs_briefings.intake.decoding import decode
from mkdocs_briefings.intake.readers import body
from mkdocs_briefings.parse import seed
from mkdocs_briefings.text.prepared import normalise

_FEWEST_WORDS = 20
"""Of a page: what has less is a menu, or an article that a script would have fetched."""
_MOST_ELEMENTS, _MOST_TEXT = 50_000, seed.MOST + seed.MOST // 2
"""Of a page, and characters between its tags: more need more memory than a small computer has, and no article has them."""
_NOT_SHOWN = ("script", "style", "!--")


def read(_name: str, data: bytes, encoding: str) -> Article:
    """Read a page from its bytes.

    Raises:
        UnreadableError: it cannot be decoded, or holds no article.

    """
    html, converted = decode(data, encoding=encoding, is_page=True)
    return of_html(html, body.remarks(converted))


def of_html(html: str, remarks: tuple[str, ...] = ()) -> Article:
    """Take the article out of a page.

    Raises:
        UnreadableError: there is no article in it, or the extra that reads pages is not installed.

    """
    try:
        import trafilatura  # noqa: PLC0415, an extra, and slow to load
    except ImportError:
        raise UnreadableError(
            "saved pages need `pip install trafilatura`; or save the article's text as .txt"
        ) from None
    refuse_huge(html)
    told_by_page = web_page.read(html)
    try:
        tree = trafilatura.load_html(html)
        left_out = () if tree is None else page_text.make_readable(tree)
        text = "" if tree is None else trafilatura.extract(tree, include_comments=False) or ""
    except Exception as error:
        raise UnreadableError(
            f"the page cannot be read ({type(error).__name__}); save its text as .txt"
        ) from error
    text = body.unix(text)
    if len(text.split()) < _FEWEST_WORDS and len(text) < 4 * _FEWEST_WORDS:
        raise UnreadableError("there is no article in this page; save the article's text as .txt")
    by_lines, skip = text_lines.read(text)
    shown = {normalise(line) for line in text.splitlines()}
    told = {name: told_by_page.get(name) or by_lines.get(name) for name in FIELDS}
    plainly = {
        name: FieldValue(one.value) if normalise(one.value) in shown else one
        for name, one in told.items()
        if one
    }
    return Article(text.encode(), plainly, skip, remarks=(*remarks, *left_out))


def refuse_huge(html: str) -> None:
    """Refuse a page that would need too much memory.

    Raises:
        UnreadableError: it has too many elements, or too much text.

    """
    pieces = html.split("<") if html.count("<") <= 3 * _MOST_ELEMENTS else []
    elements = html.count("<") - html.count("</")
    text = sum(len(one) - one.find(">") - 1 for one in pieces if not one[:6].lower().startswith(_NOT_SHOWN))
    for count, most, what in (
        (elements, _MOST_ELEMENTS, "elements"),
        (text, _MOST_TEXT, "characters of text"),
    ):
        if count > most:
            raise UnreadableError(
                f"the page has {count:,} {what}; the maximum is {most:,}; save the article's text as .txt"
            )
