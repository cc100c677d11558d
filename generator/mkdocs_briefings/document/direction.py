"""Which way the script of a language runs."""

from __future__ import annotations

_TO_THE_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from right to left (CLDR, `characterOrder`), where the tag names no other script."""
_SCRIPTS = frozenset({"adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"})


def direction(language: str) -> str:
    """Give the value of HTML's `dir` for a language (BCP 47): `rtl` or `ltr`."""
    base, *others = language.lower().replace("_", "-").split("-")
    script = next((one for one in others if len(one) == len("arab") and one.isalpha()), "")
    is_to_the_left = script in _SCRIPTS if script else base in _TO_THE_LEFT
    return "rtl" if is_to_the_left else "ltr"
