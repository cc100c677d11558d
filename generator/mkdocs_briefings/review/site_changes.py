"""Find changes around the desk: settings, and files that can run code."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Literal, TypeVar

from mkdocs_briefings.review.change import Flag, SiteChange
from mkdocs_briefings.review.hand_written_changes import is_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_briefings.review.change import Edition

_DECIDES = re.compile(
    r"""(?: hooks | plugins | markdown_extensions | extra_javascript | extra_css | extra_templates | docs_dir
        | theme\.(?: name | custom_dir | font | static_templates ) | extra\.analytics )(?: \. | $ ) | theme$""",
    re.VERBOSE,
)
_OURS = ("plugins", "briefings")
"""What our own plugin takes is read by nobody else; where it reads is another matter."""
_READS = ("seeds_dir", "briefings_dir")
_ADDRESSES = re.compile(r"(?:site_url|repo_url|edit_uri\w*|nav)(?:\.|$)")
"""Settings in which an address is only a link."""
_ELSEWHERE = re.compile(r"<\s*[a-z!/]|(?:^|[\s\"'(=:])//|https?://|\bjavascript:|\bdata:", re.IGNORECASE)
_RUNS = (".js", ".mjs", ".css", ".html", ".htm", ".svg", ".wasm", ".xhtml", ".xht", ".xml", ".xsl")
_IN_PAGE = re.compile(
    r"""<\s*(?: script | iframe | frame | object | embed | link | style | meta | base | form | svg | math | img
        | video | audio | source )\b | \bon\w+\s*= | (?: java | vb )script\s*:
        | !\[[^\]]{0,400}\]\(\s*<?\s*(?: https? : | [/\\]{2} )
        | \b(?: src | srcset | href | action | formaction | style | poster | background | data | ping )\s*= | ^\s*template\s*: """,
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
_ELSEWHERE_SHOWN = re.compile(r"!\[(?![^\[\]\n]{0,400}\]\([^()<\s])")
"""A picture whose address is elsewhere: in a definition, on another line."""
_ADDRESS = re.compile(r"https?:|[/\\]{2}", re.IGNORECASE)
_PARTED = re.compile(
    r"\b(?:on\w+|style|formaction|src|srcset|href|action)[ \t\f]*[\r\n]\s*=(?!=)", re.IGNORECASE
)
"""An attribute on two lines, as nobody writes one who does not hide it."""
_LINE = re.compile(r"\r\n?|\n")
"""Lines as Markdown has them: a form feed, where Python would part one, is a blank in HTML."""
_UNSEEN = re.compile(r"[\x00-\x1f\x7f]")
"""What browsers pass over in an address."""
_SCRIPT = re.compile(r"<\s*script\b", re.IGNORECASE)

_K = TypeVar("_K")
_How = Literal["added", "changed", "gone"]


def site_changes(base: Edition, head: Edition) -> tuple[SiteChange, ...]:
    """Tell each setting that changed with its values, and each file that can run; nothing of them is run for it."""
    found = (*_settings(base.site, head.site), *_files(base.code, head.code))
    return tuple(sorted(found, key=lambda change: (not change.flags, change.sort, change.name)))


def _settings(
    olds: Mapping[tuple[str, ...], str], news: Mapping[tuple[str, ...], str]
) -> Iterator[SiteChange]:
    for key, how in _changed(olds, news):
        name, old, new = ".".join(key), olds.get(key, ""), news.get(key, "")
        # By its parts: a plugin may have a name with a dot.
        ours = key[:2] == _OURS and key[2:] and key[2] not in _READS
        decides = _DECIDES.match(name) and not ours
        words = ""
        if decides:
            words = "This setting decides what code runs, or what is loaded from elsewhere."
        elif not _ADDRESSES.match(name) and _more(_ELSEWHERE, old, new):
            words = "It contains HTML or an address, which can run code or load something from elsewhere."
        yield SiteChange(name, "setting", how, old, new, (Flag("code", words),) if words else ())


def _files(olds: Mapping[str, bytes], news: Mapping[str, bytes]) -> Iterator[SiteChange]:
    for path, how in _changed(olds, news):
        words = "" if how == "gone" else "It runs, or decides what runs, when the site is built or read."
        if is_page(path):
            old, new = (side.get(path, b"").decode(errors="replace") for side in (olds, news))
            if not _loads(old, new):
                continue
            words = (
                "HTML or an address was added or changed; it can run code or load something from elsewhere."
            )
        yield SiteChange(path, "file", how, "", "", (Flag("code", words),) if words else ())


def _changed(olds: Mapping[_K, object], news: Mapping[_K, object]) -> Iterator[tuple[_K, _How]]:
    for name in dict.fromkeys((*olds, *news)):
        if olds.get(name) != news.get(name):
            yield name, "added" if name not in olds else "changed" if name in news else "gone"


def _loads(old: str, new: str) -> bool:
    """Return whether what came into a page may run or load something; what has no place of its own there counts each time."""
    if _SCRIPT.search(new) or _PARTED.search(new) or _more(_IN_PAGE, old, new):
        return True
    plain = html.unescape(new)
    apart = _ELSEWHERE_SHOWN.search(plain) and _ADDRESS.search(plain)
    return bool(apart) and (_more(_ELSEWHERE_SHOWN, old, new) or _more(_ADDRESS, old, new))


def _more(what: re.Pattern[str], old: str, new: str) -> bool:
    """Return whether a line came in which `what` is found; one that stayed has been judged before."""
    known = set(_LINE.split(old))
    plain = (html.unescape(line) for line in _LINE.split(new) if line not in known)
    return any(what.search(line) or what.search(_UNSEEN.sub("", line)) for line in plain)


def runs(path: str) -> bool:
    """Return whether a file among the hand-written pages can run in a reader's browser."""
    return is_page(path) or path.lower().endswith(_RUNS)
