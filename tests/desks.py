"""Small desks, made where a test needs one: from a mapping of paths to texts, the sources sealed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.build import Result, build
from mkdocs_briefings.edit.seal import seal
from mkdocs_briefings.model.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping


def source(text: str, **front: object) -> str:
    """Give a source file; its front matter is sound, but for what `front` says (None leaves a field out)."""
    fields = {"title": "A report", "published": "2026-01-24", "publisher": "not stated", **front}
    lines = [f"{name}: {json.dumps(value)}\n" for name, value in fields.items() if value is not None]
    return f"---\n{''.join(lines)}---\n{text}"


def yaml(**fields: object) -> str:
    """Give a YAML file as JSON, which takes any text as it is."""
    return json.dumps(fields, ensure_ascii=False, indent=1)


def tree(files: Mapping[str, str | bytes]) -> dict[str, bytes]:
    """Give the files as a shell reads them, every source with its seal."""
    made = {path: data if isinstance(data, bytes) else data.encode() for path, data in files.items()}
    return {p: (seal(data) or data) if p.startswith("seeds/") else data for p, data in made.items()}


def made(files: Mapping[str, str | bytes], **settings: Any) -> Result:
    """Build a desk."""
    return build(tree(files), Settings(**settings))


def sound(files: Mapping[str, str | bytes], **settings: Any) -> Result:
    """Build a desk that has no fault at all."""
    result = made(files, **settings)
    assert told(result) == []
    return result


def told(result: Result) -> list[str]:
    """Give what is wrong: code and message, and the path in the data."""
    return [
        f"{p.rule.code} {'.'.join(map(str, p.place.loc))}: {p.message}".replace(" :", ":")
        for p in result.problems
    ]


def page(result: Result, path: str) -> str:
    """Give the Markdown of a page."""
    return next(page.body for page in result.pages if page.path == path)
