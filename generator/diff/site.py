"""What a change does to the site around the desk: its settings, and the files that run where it is built or read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from generator.diff.change import Flag, SiteChange
from generator.diff.written import is_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.diff.change import Edition

_DECIDES = re.compile(
    r"""(?: hooks | plugins | markdown_extensions | extra_javascript | extra_css | extra_templates | docs_dir
        | theme\.(?: name | custom_dir | font | static_templates ) | extra\.analytics )(?: \. | $ ) | theme$""",
    re.VERBOSE,
)
_OURS = re.compile(r"plugins\.briefings\.(?!seeds_dir|briefings_dir)")
"""What our own plugin takes is read by nobody else; where it reads is another matter."""
_ADDRESSES = re.compile(r"(?:site_url|repo_url|edit_uri\w*|nav)(?:\.|$)")
"""Settings in which an address is only a link."""
_ELSEWHERE = re.compile(r"<\s*[a-z!/]|(?:^|[\s\"'(=:])//|https?://|\bjavascript:|\bdata:", re.IGNORECASE)
_RUNS = (".js", ".mjs", ".css", ".html", ".htm", ".svg", ".wasm", ".xhtml", ".xht", ".xml", ".xsl")
_IN_PAGE = re.compile(
    r"""<\s*(?: script | iframe | frame | object | embed | link | style | meta | base | form | svg | math | img
        | video | audio | source )\b | \bon\w+\s*= | javascript\s*: | !\[[^\]]{0,400}\]\(\s*<?\s*(?: https? : )?//
        | \b(?: src | srcset | href | action )\s*= | ^\s*template\s*: """,
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
_SCRIPT = re.compile(r"<\s*script\b", re.IGNORECASE)

_How = Literal["added", "changed", "gone"]


def site_changes(base: Edition, head: Edition) -> tuple[SiteChange, ...]:
    """Tell each setting that changed with its values, and each file that can run; nothing of them is run for it."""
    found = (*_settings(base.site, head.site), *_files(base.code, head.code))
    return tuple(sorted(found, key=lambda change: (not change.flags, change.sort, change.name)))


def _settings(olds: Mapping[str, str], news: Mapping[str, str]) -> Iterator[SiteChange]:
    for name, how in _changed(olds, news):
        old, new = olds.get(name, ""), news.get(name, "")
        decides = _DECIDES.match(name) and not _OURS.match(name)
        words = ""
        if decides:
            words = "This setting decides what code runs, or what is read or loaded from elsewhere."
        elif not _ADDRESSES.match(name) and _more(_ELSEWHERE, old, new):
            words = "It holds HTML or an address, which can run code or load something from elsewhere."
        yield SiteChange(name, "setting", how, old, new, (Flag("code", words),) if words else ())


def _files(olds: Mapping[str, bytes], news: Mapping[str, bytes]) -> Iterator[SiteChange]:
    for path, how in _changed(olds, news):
        words = "" if how == "gone" else "It runs, or decides what runs, where the site is built or read."
        if is_page(path):
            old, new = (side.get(path, b"").decode(errors="replace") for side in (olds, news))
            if not _SCRIPT.search(new) and not _more(_IN_PAGE, old, new):
                continue
            words = "It holds HTML or an address that came or changed, and can run code or load something from elsewhere."
        yield SiteChange(path, "file", how, "", "", (Flag("code", words),) if words else ())


def _changed(
    olds: Mapping[str, str] | Mapping[str, bytes], news: Mapping[str, str] | Mapping[str, bytes]
) -> Iterator[tuple[str, _How]]:
    for name in dict.fromkeys((*olds, *news)):
        if olds.get(name) != news.get(name):
            yield name, "added" if name not in olds else "changed" if name in news else "gone"


def _more(what: re.Pattern[str], old: str, new: str) -> bool:
    """Whether a line came in which `what` is found; one that stayed has been judged before."""
    known = set(old.splitlines())
    return any(what.search(line) for line in new.splitlines() if line not in known)


def runs(path: str) -> bool:
    """Whether a file among the hand-written pages can run in a reader's browser."""
    return is_page(path) or path.lower().endswith(_RUNS)
