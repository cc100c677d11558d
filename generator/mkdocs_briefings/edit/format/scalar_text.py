"""Write one text as YAML: plain if that means the same, otherwise quoted or as a block."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver

from mkdocs_briefings.parse.scalars import plain

if TYPE_CHECKING:
    from mkdocs_briefings.edit.format.yaml_tree import YamlText

WIDTH = 100
"""In characters, indentation included: where long texts are folded and short lists no longer fit in a line."""

_STR = "tag:yaml.org,2002:str"
_OPENING = frozenset(",[]{}#&*!|>'\"%@`")
_IN_FLOW = re.compile(r"[,\[\]{}]")
_PLAIN_ENDS = re.compile(r":(?:\s|$)|\s#|[\t\n\r]|^(?:[-?:](?:\s|$)|---|\.\.\.)")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})
_SPACE = re.compile(r"(?<=[^ ]) (?=[^ ])")


def is_ambiguous(text: str) -> bool:
    """Return whether some reader of YAML 1.2 takes the unquoted text for something else: a number, a date, nothing."""
    return type(plain(text)) is not str or _tag(text) != _STR


def _tag(text: str) -> str:
    return str(_resolver().resolve(ScalarNode, text, (True, False)))


@cache
def _resolver() -> Any:
    return VersionedResolver(version=(1, 2))


def is_plain(text: str, *, flow: bool) -> bool:
    """Return whether a text may stand without quotation marks and is read as the same text."""
    if not text or text != text.strip() or text[0] in _OPENING or _PLAIN_ENDS.search(text):
        return False
    return not (flow and (_IN_FLOW.search(text) or text[0] in "?:-"))


def quoted(text: str) -> str:
    """Put a text in quotation marks, those that need fewer escapes."""
    if not re.search(r"[\n\t\r]", text) and text.count("'") < text.count('"') + text.count("\\"):
        return "'" + text.replace("'", "''") + "'"
    return f'"{text.translate(_ESCAPES)}"'


def in_line(scalar: YamlText, *, flow: bool, bare: bool = True) -> str:
    """Write a scalar within a line; `bare` says that it may go without quotation marks where it is.

    What readers of YAML do not agree about stays as it was typed.
    """
    text = scalar.text
    if is_ambiguous(text):
        return quoted(text) if scalar.style else text
    return text if bare and is_plain(text, flow=flow) else quoted(text)


def block(scalar: YamlText, indent: int, *, one_line: bool, bare: bool, used: int) -> list[str]:
    """Write the value of a key, or an item: what is on the line of its key, then the lines below.

    Args:
        scalar: the text.
        indent: of the lines below, in spaces.
        one_line: rather on a long line than folded, unless it was typed folded.
        bare: it may go without quotation marks.
        used: the characters before it on the line.

    """
    text = scalar.text
    if "\n" in text:
        return _lines(scalar, indent)
    line = in_line(scalar, flow=False, bare=bare)
    if is_ambiguous(text) or not _foldable(text):
        return [line]
    is_folded = scalar.style in (">", "|")
    fits = used + len(line) <= WIDTH
    stays = fits or (one_line and not is_folded)
    if stays and not (is_folded and line != text):
        return [line]
    return [">-", *_wrapped(text, indent)]


def literal(text: str) -> bool:
    """Return whether a text of several lines may stand as it is, below `|`."""
    lines = text.rstrip("\n").split("\n")
    return (
        bool(lines[-1])
        and not re.search(r"[\t\r]", text)
        and not any(line and not line.strip() for line in lines)
    )


def _lines(scalar: YamlText, indent: int) -> list[str]:
    text = scalar.text
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    if scalar.style == ">" and ends <= 1 and all(map(_foldable, filter(None, body.split("\n")))) and body:
        lines = []
        for n, paragraph in enumerate(body.split("\n")):
            lines += [""] * (n > 0)
            lines += _wrapped(paragraph, indent) if paragraph else []
        return [">" if ends else ">-", *lines]
    if not literal(text):
        return [quoted(text)]
    first = body.lstrip("\n")
    header = "|" + ("2" if first.startswith(" ") else "") + ("-" if not ends else "+" if ends > 1 else "")
    return [
        header,
        *(f"{' ' * indent}{line}" if line else "" for line in (body + "\n" * max(ends - 1, 0)).split("\n")),
    ]


def _foldable(text: str) -> bool:
    return bool(text) and text == text.strip() and not re.search(r"[\t\r]", text)


def _wrapped(text: str, indent: int) -> list[str]:
    lines: list[str] = []
    for word in _SPACE.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(f"{' ' * indent}{word}")
    return lines
