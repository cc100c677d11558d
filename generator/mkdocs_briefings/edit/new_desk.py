"""The files of a new desk, and the line that an existing mkdocs.yml needs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from mkdocs_briefings.edit.id_schemas import FOLDER, id_schemas
from mkdocs_briefings.model.desk_format import FORMAT
from mkdocs_briefings.pages.kinds import navigation
from mkdocs_briefings.parse.jsonschema import schemas

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ruamel.yaml.nodes import Node

PLUGIN = "briefings"
LEFT = ("/.site.*", "/.cache/", "/.briefings.*", ".*.tmp")
"""What builds and writing leave in a site folder, in the words of a .gitignore."""
PRIVATE = ("/seeds/*", "!/seeds/README.md")
"""What keeps the texts of articles out of a repository, in the words of a .gitignore."""
_FORMAT = "format"
_PLAIN = re.compile(r"[^\W\d_][\w .,'’()–&-]*[\w)]")


def files(starter: Mapping[str, str], name: str, requirement: str) -> dict[str, bytes]:
    """Return the files of a new desk.

    Args:
        starter: the templates, by their paths; `dot.` at the beginning of a name stands for a dot.
        name: of the site.
        requirement: how pip gets this program.

    """
    # PyYAML, with which MkDocs reads it, has words for yes and no.
    is_plain = _PLAIN.fullmatch(name) and yaml.safe_load(name) == name
    title = name if is_plain else json.dumps(name, ensure_ascii=False)
    listed = "".join(f"  - {words}: {path}\n" for words, path in navigation())
    made = {}
    for path, text in starter.items():
        target = "/".join(re.sub(r"^dot\.", ".", part) for part in path.split("/"))
        named = text.replace("REQUIREMENT", requirement).replace("  # NAVIGATION\n", listed)
        made[target] = named.replace("SITE_NAME", name if path.endswith(".md") else title).encode()
    for folder, texts in (("schema", schemas()), (FOLDER, id_schemas(None))):
        made |= {f"{folder}/{file}": text.encode() for file, text in texts.items()}
    return made


def with_plugin(text: str) -> str | None:
    """Return an mkdocs.yml with this plugin in it, else unchanged to the byte; None if that cannot be done.

    The list of plugins is found where YAML says it is, and the plugin put before its first entry: whatever else
    is in the file, comments and tags included, is not read, only kept.
    """
    node = _compose(text)
    if not isinstance(node, MappingNode):
        return None
    plugins = _value(node, "plugins")
    if plugins is not None and PLUGIN in _named(plugins):
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    made = _inserted(text, node, plugins, newline)
    after = _compose(made) if made is not None else None
    if made is None or not isinstance(after, MappingNode):
        return None
    now = _value(after, "plugins")
    before = [] if plugins is None else _named(plugins)
    kept = now is not None and set(_named(now)) == {*(before or _named(now)), PLUGIN}
    others = [key.value for key, _ in node.value if key.value != "plugins"]
    return (
        made if kept and others == [key.value for key, _ in after.value if key.value != "plugins"] else None
    )


def with_format(text: str) -> str | None:
    """Return an mkdocs.yml that names the present format of a desk's files; None if it has to be written by hand."""
    node = _compose(text)
    plugins = _value(node, "plugins") if isinstance(node, MappingNode) else None
    found = _place_of_options(text, plugins)
    if found is None:
        return None
    options, at, written = found
    line = f"{_FORMAT}: {FORMAT}"
    given = _value(options, _FORMAT) if isinstance(options, MappingNode) else None
    if given is not None:
        made = f"{text[: given.start_mark.index]}{FORMAT}{text[given.end_mark.index :]}"
    else:
        made = f"{text[:at]}{written.format(line)}{text[at:]}"
    after = _compose(made)
    now = _place_of_options(made, _value(after, "plugins") if isinstance(after, MappingNode) else None)
    named = _value(now[0], _FORMAT) if now and isinstance(now[0], MappingNode) else None
    return made if named is not None and named.value == str(FORMAT) else None


def _place_of_options(text: str, plugins: Node | None) -> tuple[Node | None, int, str] | None:
    """Find the options of the plugin, where a further one may be written, and how."""
    newline = "\r\n" if "\r\n" in text else "\n"
    if isinstance(plugins, SequenceNode):
        entries = [
            (one, *one.value[0]) if isinstance(one, MappingNode) and one.value else (one, one, None)
            for one in plugins.value
        ]
    elif isinstance(plugins, MappingNode):
        entries = [(key, key, value) for key, value in plugins.value]
    else:
        return None
    for _, key, options in entries:
        if key.value != PLUGIN:
            continue
        if options is None:  # a bare name in a list
            inner = ": {{{}}}" if plugins.flow_style else f":{newline}{' ' * (key.start_mark.column + 2)}{{}}"
            return None, key.end_mark.index, inner
        if isinstance(options, MappingNode) and options.value:
            after = ", " if options.flow_style else f"{newline}{' ' * options.value[0][0].start_mark.column}"
            return options, options.value[0][0].start_mark.index, f"{{}}{after}"
        if isinstance(options, MappingNode):
            return options, options.start_mark.index + 1, "{}"
        if isinstance(options, ScalarNode) and not options.value:
            return None, text.index(":", key.end_mark.index) + 1, " {{{}}}"
    return None


def unignored(text: str, *, private: bool = False) -> list[str]:
    """Return what a .gitignore does not name yet: what the program leaves in a site folder, and `private` texts."""
    named = {line.strip().strip("/").removeprefix("**/") for line in text.splitlines()}
    left = [
        one for one in LEFT if one.strip("/") not in named and not (one.endswith(".tmp") and "*.tmp" in named)
    ]
    is_kept = not private or {"seeds", "seeds/*"} & named
    return left if is_kept else [*left, *PRIVATE]


def with_lines(text: str, lines: Sequence[str]) -> str:
    """Put lines at the end of a text, in its own way of ending lines."""
    newline = "\r\n" if "\r\n" in text else "\n"
    gap = "" if text.endswith("\n") or not text else newline
    return f"{text}{gap}{''.join(f'{line}{newline}' for line in lines)}"


def _inserted(text: str, root: MappingNode, plugins: Node | None, newline: str) -> str | None:
    if plugins is None:
        # A site that names plugins has no search but ours.
        gap = "" if text.endswith("\n") or not text else newline
        block = not root.flow_style
        return f"{text}{gap}plugins:{newline}  - {PLUGIN}{newline}" if block else None
    if isinstance(plugins, SequenceNode | MappingNode):
        empty = "{}" if isinstance(plugins, MappingNode) else ""
        word = f"{PLUGIN}: {empty}" if empty else PLUGIN
        at = plugins.start_mark.index
        if plugins.flow_style:
            return f"{text[: at + 1]}{word}{', ' if plugins.value else ''}{text[at + 1 :]}"
        column = plugins.start_mark.column
        dash = "" if empty else "- "
        return f"{text[:at]}{dash}{word}{newline}{' ' * column}{text[at:]}"
    if isinstance(plugins, ScalarNode) and not plugins.value:
        key = next(key for key, value in root.value if value is plugins)
        end = text.find(newline, key.end_mark.index)
        end = len(text) if end < 0 else end
        return f"{text[:end]}{newline}  - {PLUGIN}{text[end:]}"
    return None


def _compose(text: str) -> Node | None:
    try:
        node: Node | None = YAML(typ="rt", pure=True).compose(text)
    except (YAMLError, RecursionError):
        return None
    return node


def _value(node: MappingNode, name: str) -> Node | None:
    return next((value for key, value in node.value if key.value == name), None)


def _named(plugins: Node) -> list[str]:
    """Name the plugins of a list or a mapping; a plugin with options is a mapping of one key."""
    if isinstance(plugins, MappingNode):
        return [str(key.value) for key, _ in plugins.value]
    if not isinstance(plugins, SequenceNode):
        return []
    return [
        str(one.value[0][0].value) if isinstance(one, MappingNode) and one.value else str(one.value)
        for one in plugins.value
    ]
