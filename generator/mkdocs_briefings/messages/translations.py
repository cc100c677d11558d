"""The translations that come with the program: gettext files, one a language, read when first asked for."""

from __future__ import annotations

import functools
import io
import pkgutil
from gettext import GNUTranslations, NullTranslations

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("en", "de", "fr", "es", "ja", "zh-Hans")
"""Complete ones (BCP 47)."""
_OTHER_NAMES = {"zh": "zh-Hans", "zh-CN": "zh-Hans", "zh-SG": "zh-Hans", "zh-Hans-CN": "zh-Hans"}


def nearest(language: str) -> str:
    """Name the translation for a language tag: its own, that of the language without its region, or English."""
    wanted = language.replace("_", "-")
    for tried in (wanted, _OTHER_NAMES.get(wanted, ""), wanted.split("-", maxsplit=1)[0]):
        if tried in LANGUAGES:
            return tried
    return "en"


@functools.cache
def translations(name: str) -> NullTranslations:
    """Read the translation of one of `LANGUAGES`; what it lacks falls back to English.

    The file is part of the program: it is read as an import is, once, when something needs it.
    """
    data = None if name == "en" else pkgutil.get_data(__package__, f"{name}.po")
    return read(data) if data is not None else NullTranslations()


def read(po: bytes) -> GNUTranslations:
    """Read a gettext file: the context of each message is its id. Doubtful (fuzzy) ones are left out."""
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(po), charset="utf-8", abort_invalid=True))
    compiled.seek(0)
    return GNUTranslations(compiled)
