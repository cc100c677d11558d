"""The editors' manual as pages, in English as the command is: every rule from the catalogue, every field from the models."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.document.nodes import Code, Heading, PageAnchor, Para, Row, Strong, Table
from mkdocs_briefings.model import addresses
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.parse import schema
from mkdocs_briefings.rules.catalogue import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

    from mkdocs_briefings.document.nodes import Block, Inline
    from mkdocs_briefings.model.problem import Rule
    from mkdocs_briefings.pages.view import View

_MODELS: tuple[tuple[str, type[BaseModel]], ...] = (
    ("A source: front matter of `seeds/*.txt`", schema.SourceFront),
    ("A briefing: `briefings/YYYY-MM-DD-id.yml`", schema.BriefingFile),
    ("A claim, under `claims`", schema.ClaimEntry),
    ("A disagreement, under `disagreements`", schema.DisagreementEntry),
    ("A question, under `questions`", schema.QuestionEntry),
    ("A correction, under `corrections`", schema.CorrectionEntry),
    ("An entity, in `briefings/entities/*.yml`", schema.EntityEntry),
    ("A storyline, in `briefings/storylines.yml`", schema.StorylineEntry),
)


def manual_pages(_: View) -> Iterable[Page]:
    yield Page(
        addresses.RULES,
        "manual",
        "Rules",
        tuple(_rules()),
        description="Everything that a check can find, by code.",
        lang="en",
    )
    yield Page(
        addresses.YAML_REFERENCE,
        "manual",
        "YAML reference",
        tuple(_yaml()),
        description="Every field that an editor may write.",
        lang="en",
    )


def _rules() -> Iterator[Block]:
    yield Heading(1, "Rules")
    yield Para(
        with_code(
            "Everything that `briefings check` can find. Errors stop a build; warnings stop it under `--strict`, "
            "and a baseline (`briefings baseline`) freezes those that a desk starts with."
        )
    )
    for name, rules in GROUPS:
        yield Heading(2, name)
        for rule in rules:
            yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[Block]:
    yield Heading(3, rule.code)
    mark = PageAnchor(addresses.rule(rule.code).anchor)
    yield Para((mark, Strong(f"{rule.severity.value}."), " ", with_code(rule.what)))
    yield Para(with_code(rule.why))
    yield Para(("Example: ", with_code(rule.example)))
    yield Para(("What to do: ", with_code(rule.remedy)))


def _yaml() -> Iterator[Block]:
    yield Heading(1, "YAML reference")
    yield Para("Every field that an editor may write, made from the models that check it.")
    for name, model in _MODELS:
        yield Heading(2, with_code(name))
        yield Para(with_code(model.__doc__ or ""))
        yield Table(("Field", "Must", "Type", "Meaning"), tuple(_fields(model)))


def with_code(text: str) -> Inline:
    """Show a text of ours in which backquotes mark code."""
    parts = re.split(r"`([^`]*)`", " ".join(text.split()))
    return tuple(Code(part) if n % 2 else part for n, part in enumerate(parts))


def _fields(model: type[BaseModel]) -> Iterable[Row]:
    properties: dict[str, Any] = model.model_json_schema(by_alias=True)["properties"]
    required = {field.alias or name for name, field in model.model_fields.items() if field.is_required()}
    for name, described in properties.items():
        need = "required" if name in required else ""
        choices = _choices(described)
        meaning = described.get("description", "") + (
            f" One of: {', '.join(f'`{c}`' for c in choices)}." if choices else ""
        )
        yield Row((Code(name), need, _type(described), with_code(meaning)))


def _choices(described: dict[str, Any]) -> list[str]:
    options = [described, *described.get("anyOf", ())]
    return [choice for option in options for choice in option.get("enum", ())]


def _type(described: dict[str, Any]) -> str:
    if "anyOf" in described:
        kinds = dict.fromkeys(_type(option) for option in described["anyOf"])
        return " or ".join(kind for kind in kinds if kind != "null")
    if "$ref" in described:
        return "mapping"
    names = {
        "string": "text",
        "array": "list",
        "object": "mapping",
        "integer": "number",
        "boolean": "true or false",
    }
    kind = str(described.get("type", ""))
    return names.get(kind, kind)
