"""Read mkdocs.yml as data, without MkDocs, which may run code."""

from __future__ import annotations

import fnmatch
import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml
from mkdocs.config import config_options as c
from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from yaml.constructor import ConstructorError

from mkdocs_briefings.files.git import RevisionError
from mkdocs_briefings.mkdocs import internals
from mkdocs_briefings.mkdocs.options import BriefingsConfig, settings_of
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.review.flat import MOST, Tagged, TooManyError, cost, flat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.files.snapshot import Snapshot
    from mkdocs_briefings.model.homepage import Excluded

_PARENTS = 8
"""Files that `INHERIT` may lead through."""
_FOLDERS = (".github/workflows", ".github/actions", "vendor")
_FILES = (".gitlab-ci.yml", ".pre-commit-config.yaml", "pyproject.toml", "uv.lock")
_LONGEST_NUMBER = 10_000
_STANDARD = "tag:yaml.org,2002:"
_INSTALLED = ("requirements*.txt", "requirements*.lock")


@dataclass(frozen=True, slots=True)
class Configured:
    """The settings of a site."""

    settings: Settings
    docs: str
    """The folder of the hand-written pages; empty without one."""
    excluded: Excluded | None
    """The files there that are no pages."""
    rows: Mapping[tuple[str, ...], str]
    """All that is set, that of MkDocs and of other plugins too."""
    code: Mapping[str, bytes]
    """The files beside the desk and its pages that run where the site is built or read, or decide what does."""


def configured(snapshot: Snapshot, name: str) -> Configured:
    """Read the settings of one side.

    Raises:
        RevisionError: they cannot be read.

    """
    data = _inherited(snapshot, name, "mkdocs.yml", 0)
    if data is None:
        return Configured(Settings(), "", None, {}, _code(snapshot, {}))
    config = MkDocsConfig()
    config["site_name"] = Settings().title
    for key in ("site_name", "site_description"):
        if isinstance(data.get(key), str):
            config[key] = data[key]
    config["theme"] = data.get("theme")
    options = BriefingsConfig()
    options.load_dict(_options(data.get("plugins")))
    failed, _ = options.validate()
    if failed:
        raise RevisionError(f"{name}: mkdocs.yml: briefings: {failed[0][0]}: {failed[0][1]}")
    try:
        settings = settings_of(config, options, preview=False, own_home=False)
    except PluginError as error:
        raise RevisionError(f"{name}: {error}") from error
    try:
        rows = flat(data)
    except TooManyError as error:
        raise RevisionError(f"{name}: mkdocs.yml: {error}") from error
    docs = _inside(data.get("docs_dir") or "docs")
    return Configured(settings, docs, _excluded(data.get("exclude_docs")), rows, _code(snapshot, data))


def _excluded(patterns: object) -> Excluded | None:
    try:
        return c.PathSpec().run_validation(patterns) if patterns else None
    except ValidationError:
        return None


def _code(snapshot: Snapshot, data: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the hooks, the templates, the workflows, and what they install."""
    theme = data.get("theme")
    custom = _inside(theme.get("custom_dir")) if isinstance(theme, dict) else ""
    hooks = data.get("hooks")
    found: dict[str, bytes] = {}
    for folder in filter(None, (custom, *_FOLDERS)):
        found |= {f"{folder}/{path}": text for path, text in snapshot.files(folder).items()}
    named = map(_inside, hooks if isinstance(hooks, list) else ())
    installed = (path for pattern in _INSTALLED for path in fnmatch.filter(snapshot.names(), pattern))
    for path in (*named, *_FILES, *installed):
        text = snapshot.file(path) if path else None
        if text is not None:
            found[path] = text
    return found


def _inside(path: object) -> str:
    """Return a path that leads below the site folder in one form, or nothing for any other."""
    if not isinstance(path, str) or not path:
        return ""
    plain = posixpath.normpath(path)
    return "" if plain.startswith(("/", "..")) or plain == "." else plain


def _inherited(snapshot: Snapshot, name: str, path: str, depth: int) -> dict[str, Any] | None:
    """Read a file of settings, over the one that it inherits from."""
    text = snapshot.file(path)
    if text is None and depth == 0:
        return None
    data: Any = None
    why = "this file is missing" if text is None else "it has no settings"
    if text is not None and depth < _PARENTS:
        try:
            data = yaml.load(text, _Data)  # noqa: S506, a safe loader that knows no tags at all
        except RecursionError:
            why = internals.TOO_DEEP
        except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
            why = " ".join(str(error).split())
    if not isinstance(data, dict):
        raise RevisionError(f"{name}: {path}: {why}")
    try:
        flat(data)  # before it is laid over another, which would take its parts as often as they repeat
    except TooManyError as error:
        raise RevisionError(f"{name}: {path}: {error}") from error
    parent = data.pop("INHERIT", None)
    if not isinstance(parent, str):
        return data
    above = posixpath.normpath(posixpath.join(posixpath.dirname(path), parent))
    return _merged(_inherited(snapshot, name, above, depth + 1) or {}, data)


def _merged(above: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """Lay settings over others, mapping by mapping, as MkDocs does."""
    made = {**above, **data}
    for key in above.keys() & data.keys():
        if isinstance(above[key], dict) and isinstance(data[key], dict):
            made[key] = _merged(above[key], data[key])
    return made


def _options(plugins: object) -> dict[str, Any]:
    """Find the options of the plugin in either form that MkDocs takes; what a tag names is left out."""
    listed = [{name: given} for name, given in plugins.items()] if isinstance(plugins, dict) else plugins
    for one in listed if isinstance(listed, list) else []:
        if isinstance(one, dict) and isinstance(one.get("briefings"), dict):
            return {
                key: None if isinstance(value, Tagged) else value for key, value in one["briefings"].items()
            }
    return {}


class _Data(yaml.SafeLoader):
    """YAML as MkDocs reads it, but that a tag (`!!python/name`, `!ENV`) names nothing and is only told."""

    def __init__(self, stream: bytes) -> None:
        super().__init__(stream)
        self.room = 2 * MOST
        """Pairs of mappings that may yet be made: those that merge others grow with each level."""

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        super().flatten_mapping(
            node
        )  # comes here for each that is merged, before any of it is laid into the other
        self.spend(len(node.value))

    def spend(self, pairs: int) -> None:
        self.room -= pairs
        if self.room < 0:
            raise TooManyError

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            if node.tag == f"{_STANDARD}int" and len(node.value) > _LONGEST_NUMBER:
                raise ValueError  # noqa: TRY301, one told as any other: `1:1:1:…` takes the square of its length in time
            return super().construct_object(node, deep)
        except (yaml.YAMLError, TooManyError, RecursionError):
            raise
        except Exception as error:
            # What the constructors of the library raise depends on how each reads its value.
            kind = node.tag.replace(_STANDARD, "!!")
            raise ConstructorError(None, None, f"this is not a `{kind}`", node.start_mark) from error


def _told(loader: _Data, suffix: str, node: yaml.Node) -> Tagged:
    del suffix
    value = node.value if isinstance(node, yaml.ScalarNode) else _words(node)
    loader.spend(10 * cost(value))  # it is slow to write, and may hold others that are written for themselves
    return Tagged(node.tag.replace(_STANDARD, "!!"), value)


def _words(node: yaml.Node) -> str:
    return str(yaml.serialize(node, Dumper=yaml.SafeDumper))


_Data.add_multi_constructor("", _told)
