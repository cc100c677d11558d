"""One side of a comparison, built: its settings are read from mkdocs.yml as data, never by MkDocs, which may run code."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator import baseline, garbage
from generator.build import build
from generator.codes import files as codes
from generator.diff.change import Edition
from generator.locate import locate
from generator.plugin import BriefingsConfig, settings_of
from generator.problem import Place
from generator.revision import RevisionError
from generator.settings import Settings

if TYPE_CHECKING:
    from generator.build import Memo
    from generator.revision import Snapshot

_PARENTS = 8
"""Files that `INHERIT` may lead through."""


@dataclass(frozen=True, slots=True)
class _Site:
    settings: Settings
    docs: str
    """The folder of the hand-written pages; empty without one."""


def edition(snapshot: Snapshot, name: str, memo: Memo) -> Edition:
    """Build one side: with its drafts, which reviewers judge; its problems and addresses are those of readers.

    Args:
        snapshot: the files.
        name: what to call it in messages.
        memo: what was parsed of the other side already.

    Raises:
        RevisionError: it holds no desk, or mkdocs.yml cannot be read.

    """
    site = _site(snapshot, name)
    shown = replace(site.settings, preview=False)
    tree, problems = snapshot.desk(shown)
    if not tree and not problems:
        raise RevisionError(
            f"{name}: no `{shown.briefings_dir}/` and no `{shown.seeds_dir}/` there; is it a site folder?"
        )
    with garbage.uncollected():
        published = build(tree, shown, memo)
        whole = replace(shown, preview=True, max_share=None)
        preview = build(tree, whole, memo)
    docs = snapshot.names(site.docs) if site.docs else frozenset()
    problems += published.problems
    problems += [
        codes.PAGE_TAKEN.at(Place(posixpath.join(site.docs, page.path)), "the generator makes this page")
        for page in published.pages
        if page.path in docs
    ]
    partly = bool(published.lock.stands_for)
    told = dict.fromkeys((*problems, *baseline.apply(problems, tree, shown, partly=partly)))
    public = frozenset(page.path for page in published.pages)
    return Edition(preview, tuple(locate(told, tree)), public, tree, whole)


def _site(snapshot: Snapshot, name: str) -> _Site:
    data = _inherited(snapshot, name, "mkdocs.yml", 0)
    if data is None:
        return _Site(Settings(), "")
    config = MkDocsConfig()
    config["site_name"] = Settings().title
    for key in ("site_name", "site_description"):
        if isinstance(data.get(key), str):
            config[key] = data[key]
    options = BriefingsConfig()
    options.load_dict(_options(data.get("plugins")))
    failed, _ = options.validate()
    if failed:
        raise RevisionError(f"{name}: mkdocs.yml: briefings: {failed[0][0]}: {failed[0][1]}")
    try:
        settings = settings_of(config, options, preview=False)
    except PluginError as error:
        raise RevisionError(f"{name}: {error}") from error
    docs = posixpath.normpath(str(data.get("docs_dir") or "docs"))
    inside = not docs.startswith(("/", "..")) and docs != "."
    return _Site(settings, docs if inside else "")


def _inherited(snapshot: Snapshot, name: str, path: str, depth: int) -> dict[str, Any] | None:
    """Read a file of settings, over the one that it inherits from."""
    text = snapshot.file(path)
    if text is None and depth == 0:
        return None
    data: Any = None
    why = "there is no such file" if text is None else "it holds no settings"
    if text is not None and depth < _PARENTS:
        try:
            data = yaml.load(text, _Data)  # noqa: S506, a safe loader that knows no tags at all
        except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError) as error:
            why = " ".join(str(error).split())
    if not isinstance(data, dict):
        raise RevisionError(f"{name}: {path}: {why}")
    parent = data.pop("INHERIT", None)
    if not isinstance(parent, str):
        return data
    above = posixpath.normpath(posixpath.join(posixpath.dirname(path), parent))
    return {**(_inherited(snapshot, name, above, depth + 1) or {}), **data}


def _options(plugins: object) -> dict[str, Any]:
    """Find the options of the plugin in either form that MkDocs takes."""
    listed = [{name: given} for name, given in plugins.items()] if isinstance(plugins, dict) else plugins
    for one in listed if isinstance(listed, list) else []:
        if isinstance(one, dict) and isinstance(one.get("briefings"), dict):
            return dict(one["briefings"])
    return {}


class _Data(yaml.SafeLoader):
    """YAML as MkDocs reads it, but that a tag (`!!python/name`, `!ENV`) names nothing: its value is left out."""


def _left_out(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> None:
    del loader, suffix, node


_Data.add_multi_constructor("", _left_out)
