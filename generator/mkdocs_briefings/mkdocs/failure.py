"""Explain failed builds and bad links for the panel of the preview, with a place wherever possible."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError

from mkdocs_briefings.mkdocs import preview
from mkdocs_briefings.mkdocs.internals import LINK, OPTION, TOO_DEEP
from mkdocs_briefings.mkdocs.preview import Notice
from mkdocs_briefings.report.location import Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


_OWN = re.compile(r"mkdocs\.yml: (.*)", re.DOTALL)
_KEYS = re.compile(r"'([\w.-]+)'|(?:^|(?<=: ))([\w-]+)(?=: )")
_STAYS = "until then the site stays as it is."


@dataclass(frozen=True, slots=True)
class Where:
    """Where the things of a site lie."""

    config: Path
    """Its mkdocs.yml, an absolute path."""
    docs: Path
    link: Callable[[Spot], str]
    """Gives the address that opens a place in an editor."""

    @property
    def root(self) -> Path:
        return self.config.parent


def is_reported(message: str) -> bool:
    """Return whether a line of MkDocs' log is worth a place in the panel."""
    return bool(OPTION.match(message) or LINK.match(message))


def failures(error: BaseException, said: Iterable[str], where: Where) -> list[Notice]:
    """Tell what ended a build: mkdocs.yml, a template, or whatever it was.

    Args:
        error: the exception.
        said: what MkDocs logged before (`is_reported`).
        where: where the site lies.

    """
    options = [match for line in said if (match := OPTION.match(line))]
    if options:
        return [_option(where, match[2], [match[1], *_keys(match[2])]) for match in options]
    text = str(error)
    if own := _OWN.match(text):
        return [_option(where, own[1], ["plugins", *_keys(own[1])])]
    if (mark := getattr(error.__context__, "problem_mark", None)) is not None:
        what = getattr(error.__context__, "problem", None) or "this is not YAML"
        path = Path(mark.name) if Path(mark.name).is_file() else where.config
        spot = (mark.line + 1, mark.column + 1)
        return [_at(where, path, spot, f"{path.name} cannot be read: {what}", f"Correct the YAML; {_STAYS}")]
    if isinstance(error, RecursionError) and _reads_yaml(error):
        message = f"{where.config.name} cannot be read: {TOO_DEEP}"
        return [_at(where, where.config, (1, 1), message, f"Correct the YAML; {_STAYS}")]
    cause = error.__cause__ if isinstance(error.__cause__, TemplateError) else error
    name, line = template_place(cause)
    if name:
        return [_at(where, Path(name), (line, 1), str(cause), f"Correct the template; {_STAYS}")]
    message = text if type(error).__module__.startswith("mkdocs.") else f"{type(error).__name__}: {text}"
    hint = f"The terminal may show more; {_STAYS}"
    frames = [f for f in traceback.extract_tb(error.__traceback__) if _is_of(where.root, f.filename)]
    if frames:
        return [_at(where, Path(frames[-1].filename), (frames[-1].lineno or 1, 1), message, hint)]
    return [Notice("error", message, hint)]


def warned(said: Iterable[str], where: Where) -> list[Notice]:
    """Tell what MkDocs only logs: options that it does not know, links of hand-written pages that lead nowhere."""
    lines = list(said)
    options = [match for line in lines if (match := OPTION.match(line))]
    links = [_bad_link(line, match, where) for line in lines if (match := LINK.match(line))]
    return [
        *(
            replace(
                _option(where, match[2], [match[1], *_keys(match[2])], "Correct this option."),
                severity="warning",
            )
            for match in options
        ),
        *links,
    ]


def template_place(error: BaseException) -> tuple[str, int]:
    """Say which line of which template is wrong, as far as Jinja tells; an empty name if it does not."""
    frames = [(f.filename, f.lineno or 0) for f in traceback.extract_tb(error.__traceback__)]
    spots = [(name, line) for name, line in frames if not name.endswith(".py") and not name.startswith("<")]
    spots.append((getattr(error, "filename", None) or "", getattr(error, "lineno", 0)))
    return next((spot for spot in reversed(spots) if spot[0]), ("", 0))


def _reads_yaml(error: BaseException) -> bool:
    return any("yaml" in Path(frame.filename).parts for frame in traceback.extract_tb(error.__traceback__))


def _keys(message: str) -> list[str]:
    return [match[1] or match[2] for match in _KEYS.finditer(message)]


def _option(
    where: Where, message: str, keys: Iterable[str], hint: str = f"Correct this option; {_STAYS}"
) -> Notice:
    """Place a fault of mkdocs.yml at the last of the options that it names, each found below the one before."""
    text = where.config.read_text(encoding="utf-8", errors="replace") if where.config.is_file() else ""
    at, begins = 0, "^"
    for key in keys:
        pattern = rf"{begins}(?<![\w-]){re.escape(key)}(?=\s*(?:[:,\]}}]|$))"
        found = re.compile(pattern, re.MULTILINE).search(text, at)
        if found:
            at, begins = found.start(), ""
    spot = (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    return _at(where, where.config, spot, message, hint)


def _bad_link(line: str, match: re.Match[str], where: Where) -> Notice:
    path = where.docs / match[1]
    hint = "Link to an existing page, or to an existing place on one."
    if not path.is_file():
        return Notice("warning", line, hint)
    rows = path.read_text(encoding="utf-8", errors="replace").splitlines()
    spots = ((n, row.find(match[2]) + 1) for n, row in enumerate(rows, 1) if match[2] in row)
    return replace(_at(where, path, next(spots, (1, 1)), line, hint), severity="warning")


def _is_of(root: Path, name: str) -> bool:
    path = Path(name)
    return path.is_absolute() and path.is_relative_to(root) and "site-packages" not in path.parts


def _at(where: Where, path: Path, spot: tuple[int, int], message: str, hint: str) -> Notice:
    shown = path.relative_to(where.root).as_posix() if path.is_relative_to(where.root) else path.as_posix()
    rows = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    place = Spot(shown, *spot)
    row = rows[place.line - 1] if 0 < place.line <= len(rows) else ""
    before, at, after = preview.marked(row, place.column)
    editor = where.link(place)
    return Notice("error", message, hint, "", shown, place.line, place.column, before, at, after, editor)
