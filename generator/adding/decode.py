"""Bytes to text, by what the file says of its encoding; nothing is guessed."""

from __future__ import annotations

import codecs
import re

from generator.adding.article import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE
)
_WHERE_DECLARED = 4096
_AS_BROWSERS_READ = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}
"""Labels that browsers read as Windows-1252, as https://encoding.spec.whatwg.org/#names-and-labels has it."""


def decode(data: bytes, *, encoding: str = "", is_page: bool = False) -> tuple[str, str]:
    """Give the text without its byte order mark, and the encoding if it is not UTF-8.

    Args:
        data: the file.
        encoding: what the editor says that it is; a byte order mark goes before it.
        is_page: a page may declare its encoding itself.

    Raises:
        UnreadableError: the file is in no encoding that it tells.

    """
    mark, name = next(((m, n) for m, n in _MARKS if data.startswith(m)), (b"", ""))
    used = name or encoding or _declared(data, is_page=is_page) or "utf-8"
    try:
        text = data[len(mark) :].decode(used)
    except LookupError:
        raise UnreadableError(f"there is no encoding `{used}`; try utf-8, cp1252 or shift_jis") from None
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"not {used.upper()} (byte 0x{data[len(mark) + error.start]:02x} at {len(mark) + error.start:,}); "
            "say what it is, for example --encoding cp1252, and look at the result"
        ) from None
    if "\0" in text:
        raise UnreadableError(
            "it holds zero bytes: no text, or UTF-16 without its mark (then --encoding utf-16-le)"
        )
    return text, "" if codecs.lookup(used).name == "utf-8" else used


def _declared(data: bytes, *, is_page: bool) -> str:
    """Give what a page says its encoding is, where it is not UTF-8 all the same, as many are."""
    found = _DECLARED.search(data, 0, _WHERE_DECLARED) if is_page else None
    if found is None:
        return ""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        label = found[1].decode("ascii", "replace").lower()
        return _AS_BROWSERS_READ.get(label, label)
    return ""
