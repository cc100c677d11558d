"""The language of a site, as its theme names it: one that Material has words for, or the nearest to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale
from babel.core import UnknownLocaleError
from mkdocs.exceptions import PluginError
from mkdocs.theme import Theme
from rapidfuzz import fuzz, process

from mkdocs_briefings.messages.translations import nearest

if TYPE_CHECKING:
    from collections.abc import Collection

    from mkdocs.config.defaults import MkDocsConfig

_FOLDER = "partials/languages"
_NEAR = 75
"""From which likeness (0 to 100) a name may be another spelling of a known one."""
_OTHER_TAGS = {"zh-Hans": "zh", "zh-CN": "zh", "zh-SG": "zh", "zh-HK": "zh-Hant", "no": "nb", "iw": "he"}
"""Tags that others use, with those of Material."""


def site_language(config: MkDocsConfig) -> str:
    """Return the language of the site: that of its theme.

    Raises:
        PluginError: the theme is Material, which has no words in that language and would end the build.

    """
    theme = config.get("theme")
    language = str((theme.get("language") if isinstance(theme, Theme | dict) else "") or "en")
    if isinstance(theme, Theme) and theme.name == "material" and (why := refusal(language, _known(theme))):
        raise PluginError(f"mkdocs.yml: theme: language: {why}")
    return language


def refusal(language: str, known: Collection[str]) -> str:
    """Say that a theme lacks a language, which is nearest, and what comes of that; empty if it has it."""
    if not known or language in known:
        return ""
    said = f"the theme has no words in `{language}`, so no page can be made"
    near = _nearest(language, known)
    if not near:
        return f"{said}; it has {', '.join(sorted(known))}"
    ours = nearest(near)
    of_ours = "" if ours == near.split("-")[0] or ours == "zh-Hans" else ", and what no theme says in English"
    return f"{said}. The nearest is `{near}`: labels are then in {_name(near)}{of_ours}"


def _known(theme: Theme) -> frozenset[str]:
    files = (path for folder in theme.dirs for path in (Path(folder) / _FOLDER).glob("*.html"))
    return frozenset(path.stem for path in files)


def _nearest(language: str, known: Collection[str]) -> str:
    tag = language.replace("_", "-").casefold()
    tags = {one.casefold(): one for one in known}
    others = {one.casefold(): other for one, other in _OTHER_TAGS.items()}
    for tried in (tag, others.get(tag, ""), "-".join(tag.split("-")[:2]), tag.split("-")[0]):
        if tried in tags:
            return tags[tried]
    names = {name.casefold(): one for one in sorted(known) for name in (_name(one), _name(one, one)) if name}
    found = process.extractOne(tag, [*names], scorer=fuzz.ratio, score_cutoff=_NEAR)
    return names[found[0]] if found else ""


def _name(language: str, within: str = "en") -> str:
    """Name a language in English, or in another one."""
    try:
        said = Locale.parse(language, sep="-").get_display_name(Locale.parse(within, sep="-"))
    except (ValueError, UnknownLocaleError):
        return ""
    return said or ""
