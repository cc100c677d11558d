"""Name the other plugin that ended a build, and what to use instead."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from mkdocs.exceptions import MkDocsException

if TYPE_CHECKING:
    from collections.abc import Mapping

_INSTEAD = {
    "rss": "It reads the files of pages, which generated pages do not have. Use the feeds of briefings (`outputs: [feeds]`), "
    "or limit it to hand-written pages (`match_path`)",
    "i18n": "It reads the files of pages, which generated pages do not have. Build a site for each language",
    "llmstxt": "Without a `nav` in mkdocs.yml it looks for pages that are not written. Set one, or leave it out: "
    "`briefings write DIR` gives all pages as Markdown",
    "ezlinks": "It reads the files of pages, which generated pages do not have. Use another plugin for links between hand-written pages",
}
"""By the name in mkdocs.yml: what is known of plugins that do not work beside ours (docs/neighbours.md)."""
_UNKNOWN = (
    "It may read the files of pages, which generated pages do not have. List it on the other side of briefings, or leave it "
    "out; the documentation has a table of plugins that were tried"
)


def blame(error: BaseException, plugins: Mapping[str, object]) -> str:
    """Say which plugin ended a build, and what to do; empty if none did, or if it says itself what is wrong.

    Args:
        error: what ended the build.
        plugins: the other plugins, by their names in mkdocs.yml.

    """
    if isinstance(error, MkDocsException) or (
        isinstance(error, OSError) and not isinstance(error, FileNotFoundError)
    ):
        return ""
    modules = [str(frame.f_globals.get("__name__")) for frame, _ in traceback.walk_tb(error.__traceback__)]
    homes = {name: _home(type(plugin).__module__) for name, plugin in plugins.items()}
    for module in reversed(modules):
        for name, home in homes.items():
            if module == home or module.startswith(f"{home}."):
                short = name.rpartition("/")[2]
                what = " ".join(f"{type(error).__name__}: {error}".split())
                return (
                    f"mkdocs.yml: {short}: this plugin ended the build ({what}); the old site was not changed\n"
                    f"  {_INSTEAD.get(short, _UNKNOWN)}. `mkdocs build --verbose` shows its traceback."
                )
    return ""


def _home(module: str) -> str:
    """Give the package of a plugin's module, or the module itself if it is in none."""
    return module.rpartition(".")[0] or module
