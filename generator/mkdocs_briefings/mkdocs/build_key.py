"""The name of all that a site is made from; two builds with the same name give the same bytes.

What cannot be named is refused: another plugin or a hook may read anything, a clock and the network too.
"""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import json
import logging
import os
import platform
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from importlib import resources
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from mkdocs.config.base import Config
from mkdocs.theme import Theme

from mkdocs_briefings.files.installed import files as files_of_package
from mkdocs_briefings.mkdocs import clock, internals

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_briefings.model.settings import Settings

FORM = 2
"""Of the names; another one for another way to make or to keep a site."""
_IDLE = frozenset({"site_dir", "config_file_path", "plugins", "hooks", "dev_addr", "watch"})
"""Options that change no file of a site, and those that are looked at apart."""
_OWN_EVENTS = frozenset({"startup", "shutdown", "serve"})
"""Events of other plugins in which they learn nothing of a site."""
_KNOWN = frozenset({"markdown", "pymdownx", "material", "mkdocs", "mkdocs_briefings"})
"""Packages whose functions read nothing but what they are given."""
_EXTENSIONS = frozenset(
    [
        "abbr",
        "admonition",
        "attr_list",
        "codehilite",
        "def_list",
        "extra",
        "fenced_code",
        "footnotes",
        "legacy_attrs",
        "legacy_em",
        "md_in_html",
        "meta",
        "nl2br",
        "sane_lists",
        "smarty",
        "tables",
        "toc",
        "wikilinks",
    ]
)
"""Extensions of Python-Markdown that read nothing but a page."""
_READING = frozenset({"pymdownx.snippets", "pymdownx.b64"})
"""Extensions of known packages that read files, wherever these are."""
_ICONS = "custom_icons"
"""An option of Material's emoji that names folders."""


class UnknownInputError(Exception):
    """Something goes into a site that cannot be named; the message says what, as the end of a sentence."""


def key(config: MkDocsConfig, settings: Settings, tree: Mapping[str, bytes], own: object) -> str:
    """Name all that a build reads: the program and what it rests on, the configuration, the desk, pages and templates.

    Args:
        config: that of MkDocs, when all plugins have had a look at it.
        settings: those of the build.
        tree: the files of the desk.
        own: our plugin.

    Returns:
        64 hexadecimal digits.

    Raises:
        UnknownInputError: something cannot be named.
        OSError: something cannot be read.

    """
    _refuse(config, own)
    found = hashlib.sha256()
    options = {name: value for name, value in config.data.items() if name not in _IDLE}
    plugins = {name: plugin.config for name, plugin in config.plugins.items()}
    named = {
        "form": FORM,
        "python": [sys.version, sys.platform, platform.machine(), sys.path],
        "moment": clock.given(),
        "level": logging.getLogger(internals.LOGGER).getEffectiveLevel(),
        "config": plain(options, "mkdocs.yml"),
        "plugins": plain(plugins, "mkdocs.yml: plugins"),
        "settings": plain(asdict(settings), "settings"),
    }
    _add(found, "named", json.dumps(named).encode())
    for name, data in (*_installed(), *files_of_package(resources.files("mkdocs_briefings"))):
        _add(found, name, data)
    for path in sorted(tree):
        _add(found, f"desk {path}", tree[path])
    package, purelib = Path(__file__).parents[1], Path(sysconfig.get_path("purelib"))
    for folder in (config.docs_dir, *config.theme.dirs):
        # What is installed was named already.
        if not any(Path(folder).is_relative_to(one) for one in (package, purelib)):
            for path, data in _files(Path(folder)):
                _add(found, f"{folder} {path}", data)
    return found.hexdigest()


def _add(found: hashlib._Hash, name: str, data: bytes) -> None:
    """Add something under a name, so that no two lists of things give the same bytes."""
    found.update(f"{len(name)} {len(data)} {name}\n".encode("utf-8", "surrogateescape"))
    found.update(data)


def _refuse(config: MkDocsConfig, own: object) -> None:
    if not internals.is_of_mkdocs(config):
        raise UnknownInputError("another program than MkDocs builds the site")
    if config.hooks:
        raise UnknownInputError("a hook may read anything")
    for event, methods in config.plugins.events.items():
        for method in methods:
            if event not in _OWN_EVENTS and (plugin := getattr(method, "__self__", None)) is not own:
                raise UnknownInputError(f"the plugin `{type(plugin).__module__}` may read anything")
    for name in config.markdown_extensions:
        is_known = name in _EXTENSIONS or name.partition(".")[0] in _KNOWN
        if not is_known or name in _READING or _ICONS in str(config.mdx_configs.get(name)):
            raise UnknownInputError(f"the Markdown extension `{name}` may read files")


def plain(value: object, where: str) -> Any:
    """Give a value of a configuration as JSON has it, and no two the same.

    Raises:
        UnknownInputError: it has no such form.

    """
    match value:
        case None | bool() | int() | float() | str():
            return value
        case dt.date():
            return [str(type(value)), value.isoformat()]
        case PurePath():
            return ["path", str(value)]
        case Mapping() if not isinstance(value, Config | Theme):
            return {"map": [[str(name), plain(one, f"{where}: {name}")] for name, one in value.items()]}
        case list() | tuple():
            return [plain(one, where) for one in value]
        case set() | frozenset():
            return ["set", *sorted(map(repr, value))]
        case _:
            return [type(value).__name__, *_parts(value, where)]


def _parts(value: object, where: str) -> list[Any]:
    """Give what makes up a thing of MkDocs, or a function of a known package, as `plain` does."""
    match value:
        case Config():
            return [plain(value.data, where)]
        case Theme():
            own = [value.name, value.dirs, sorted(value.static_templates), str(value.locale)]
            variables = {name: one for name, one in value.items() if name != "locale"}
            return [plain(own, where), plain(variables, where)]
        case functools.partial():
            return [plain(one, where) for one in (value.func, value.args, value.keywords)]
    if (patterns := getattr(value, "patterns", None)) is not None:  # of `exclude_docs`
        return [[one.include, getattr(one.regex, "pattern", None)] for one in patterns]
    module, name = getattr(value, "__module__", ""), getattr(value, "__qualname__", "<")
    if callable(value) and "<" not in name and str(module).partition(".")[0] in _KNOWN:
        return [module, name]
    raise UnknownInputError(f"`{where}` has a value ({type(value).__name__}) that is no data")


def _installed() -> Iterator[tuple[str, bytes]]:
    """Give what is installed: the lists of files, with their digests (PyPA, Recording installed projects)."""
    for folder in dict.fromkeys(sys.path):
        if not os.path.isdir(folder):  # noqa: PTH112, of many entries
            continue
        for one in sorted(Path(folder).glob("*.dist-info")):
            listed = next((path for path in (one / "RECORD", one / "METADATA") if path.is_file()), None)
            if listed is None:
                continue
            when = b"" if listed.name == "RECORD" else str(listed.stat().st_mtime_ns).encode()
            yield str(one), listed.read_bytes() + when


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give the files of a folder of pages or templates, as MkDocs goes through it: links are followed.

    Raises:
        UnknownInputError: a link leads round in a circle.

    """
    seen = set()
    for at, below, names in os.walk(folder, followlinks=True):
        real = Path(at).resolve()
        if real in seen:
            raise UnknownInputError(f"a link leads to `{real}` once more")
        seen.add(real)
        below.sort()
        for name in sorted(names):
            path = Path(at, name)
            yield path.relative_to(folder).as_posix(), path.read_bytes() if path.is_file() else b""
