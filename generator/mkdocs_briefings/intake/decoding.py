"""Decode bytes by the encoding that the file declares; nothing is guessed."""

from __future__ import annotations

import codecs
import re

from mkdocs_briefings.intake.article import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_WHERE_DECLARED = 4096
_FEW_FAULTY = 3
_RARE = 500
"""So many faulty bytes, and not more often than one in so many, are an accident; more are another encoding."""
_AS_BROWSERS_READ = {
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "us-ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    # Whoever could read this in the page's own letters knows that they have not two bytes each.
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "unicode"), "utf-8"),
}
"""What browsers take a label for, as https://encoding.spec.whatwg.org/#names-and-labels has it."""


def decode(data: bytes, *, encoding: str = "", is_page: bool = False) -> tuple[str, str]:
    """Return the text without its byte order mark, and the encoding if it is not UTF-8.

    A mark counts most, then that the bytes are UTF-8, for other text hardly ever is; then what a page declares.

    Args:
        data: the file.
        encoding: what the editor says that files are which do not tell it themselves.
        is_page: a page may declare its encoding itself.

    Raises:
        UnreadableError: the file is in no encoding that it tells.

    """
    mark, name = next(((m, n) for m, n in _MARKS if data.startswith(m)), (b"", ""))
    declared = [name] if name else [_declared(data) if is_page else "", encoding]
    # These two are UTF-8 by their bytes alone: UTF-16 without its mark, and ISO-2022, which is told by escapes.
    doubtful = b"\0" in data or (data.isascii() and b"\x1b" in data)
    order = [*declared, "utf-8"] if name or doubtful else ["utf-8", *declared]
    tried = list(dict.fromkeys(filter(None, order)))
    at = 0
    for used in tried:
        try:
            text = data[len(mark) :].decode(used)
        except LookupError:
            if used == encoding:
                raise UnreadableError(
                    f"`{used}` is not a known encoding; try utf-8, cp1252 or shift_jis"
                ) from None
        except UnicodeError as error:
            at = len(mark) + (error.start if isinstance(error, UnicodeDecodeError) else 0)
        else:
            text = text.replace("\0", "") if is_page else text  # as browsers do
            return _checked(text), "" if codecs.lookup(used).name == "utf-8" else used
    if is_page and (mended := _mended(data, mark, tried)) is not None:
        return mended
    raise UnreadableError(
        f"not {', not '.join(name.upper() for name in tried)} (byte 0x{data[at]:02x} at {at:,}); "
        "name its encoding, for example --encoding cp1252, and check the result"
    )


def _mended(data: bytes, mark: bytes, tried: list[str]) -> tuple[str, str] | None:
    """Read a page with a few faulty bytes as browsers do; None if so many are at fault that it is in another encoding."""
    for used in tried:
        try:
            text = data[len(mark) :].decode(used, "replace").replace("\0", "")
        except LookupError:
            continue
        faulty = text.count("\ufffd")
        sound = sum(1 for char in text if char > "\x7f") - faulty
        if faulty * _RARE <= len(data) and faulty <= max(_FEW_FAULTY, sound // 20):
            return text, f"{used} with {faulty} faulty {'byte' if faulty == 1 else 'bytes'} (shown as \ufffd)"
    return None


def _checked(text: str) -> str:
    if "\0" in text:
        raise UnreadableError(
            "it contains zero bytes: it is not text, or it is UTF-16 without a byte order mark (then use --encoding utf-16-le)"
        )
    return text


def _declared(data: bytes) -> str:
    """Return what a page says its encoding is."""
    found = _DECLARED.search(data, 0, _WHERE_DECLARED)
    label = found[1].decode("ascii", "replace").lower() if found else ""
    return _AS_BROWSERS_READ.get(label, label)
