"""What every page gets of us: templates, styles, scripts, a mark, the colour and type that the site chose, no fonts of others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_briefings.mkdocs import bundles, fonts

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

THEME = Path(__file__).parents[1] / "theme"
WORDS = "assets/words.js"
"""The messages for the scripts of every page, in the language of the site; made with each build."""
_STYLES = ("tokens", "page", "evidence", "figures", "controls", "tables", "print")
_SCRIPTS = ("say", "menu", "notes", "evidence", "forms-open", "target", "keyboard")
STYLES = (fonts.STYLE, *(f"assets/{name}.css" for name in _STYLES))
SCRIPTS = (WORDS, *(f"assets/{name}.js" for name in _SCRIPTS))
"""What every page loads, in this order, from `theme/assets`."""
FORM_SCRIPTS = ("assets/board.js", "assets/filters.js")
"""What pages with such a form load besides."""


TYPEFACES = {
    "serif": "",
    "sans": ":root{--b-serif:var(--b-sans)}",
    "system": ":root{--b-sans:system-ui,sans-serif;--b-serif:var(--b-sans)}",
}
"""What text is set in, with the style that makes it so."""
_CHOSEN = "site"
"""The name of the site's own colour among those of Material."""


def chosen_style(color: str | None, typeface: str) -> str:
    """Write the style of what a site chose; the tokens make the rest of it."""
    bar = f'[data-md-color-primary="{_CHOSEN}"]{{--md-primary-fg-color:{color}}}' if color else ""
    return f"{bar}{TYPEFACES[typeface]}"


def look(config: MkDocsConfig, color: str | None = None) -> str | None:
    """Set what every page gets, where the site does not set it otherwise; return what is to be warned of."""
    theme = config.theme
    if color:
        palettes = theme.get("palette") or {}
        theme["palette"] = (
            _coloured(palettes) if isinstance(palettes, dict) else [_coloured(one) for one in palettes]
        )
    # Behind the site's own overrides, before what they override.
    theme.dirs.insert(1 if theme.custom_dir else 0, str(THEME))
    # Before those of the site, which may say otherwise. The default of MkDocs is one list for all builds.
    config.extra_css = [bundles.STYLE, *config.extra_css]
    config.extra_javascript = [*config.extra_javascript, bundles.SCRIPT]
    if theme.get("favicon") in {None, "assets/images/favicon.png"}:
        theme["favicon"] = "assets/mark.svg"
    icon = theme.get("icon") or {}
    if not theme.get("logo") and not icon.get("logo"):
        theme["icon"] = {**icon, "logo": "briefings/mark"}
    # Material takes its fonts from Google unless told not to: a site of ours asks nobody.
    if theme.get("font") == {"text": "Roboto", "code": "Roboto Mono"}:
        theme["font"] = False
    elif theme.get("font"):
        return (
            "mkdocs.yml: theme: font: every page loads this font from Google; "
            "write `font: false` to use the fonts that come with the site"
        )
    return None


def _coloured(palette: dict[str, object]) -> dict[str, object]:
    return {"scheme": "default", "accent": "custom"} | palette | {"primary": _CHOSEN}
