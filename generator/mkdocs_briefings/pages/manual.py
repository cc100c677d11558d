"""The editors' manual as pages: every rule from the catalogue, every field from the models."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.document.escape import Md, anchor, inline, md
from mkdocs_briefings.model import addresses
from mkdocs_briefings.pages import view
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.rows import TableCells
from mkdocs_briefings.parse import schema
from mkdocs_briefings.rules.catalogue import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel

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


@dataclass(frozen=True, slots=True)
class RuleView:
    mark: Md
    code: str
    severity: str
    what: Md
    why: Md
    example: Md
    remedy: Md


def manual_pages(desk: View) -> Iterable[Page]:
    yield rules_page(desk)
    yield yaml_page(desk)


def rules_page(desk: View) -> Page:
    page = Page(
        addresses.RULES, "manual", "Rules", Md(""), description="Everything that a check can find, by code."
    )
    groups = [(name, [_rule(rule) for rule in rules]) for name, rules in GROUPS]
    return view.fill(desk, "rules", page, groups=groups)


def yaml_page(desk: View) -> Page:
    page = Page(
        addresses.YAML_REFERENCE,
        "manual",
        "YAML reference",
        Md(""),
        description="Every field that an editor may write.",
    )
    models = [(code_md(name), code_md(model.__doc__ or ""), list(_fields(model))) for name, model in _MODELS]
    return view.fill(desk, "yaml", page, models=models)


def code_md(text: str) -> Md:
    """Escape a text of ours in which backquotes mark code."""
    parts = re.split(r"`([^`]*)`", " ".join(text.split()))
    return Md(
        "".join(f"`{part}`".replace("|", "\\|") if n % 2 else inline(part) for n, part in enumerate(parts))
    )


def _rule(rule: Rule) -> RuleView:
    return RuleView(
        anchor(addresses.rule(rule.code).anchor),
        rule.code,
        rule.severity.value,
        code_md(rule.what),
        code_md(rule.why),
        code_md(rule.example),
        code_md(rule.remedy),
    )


def _fields(model: type[BaseModel]) -> Iterable[TableCells]:
    properties: dict[str, Any] = model.model_json_schema(by_alias=True)["properties"]
    required = {field.alias or name for name, field in model.model_fields.items() if field.is_required()}
    for name, described in properties.items():
        need = "required" if name in required else ""
        choices = _choices(described)
        meaning = described.get("description", "") + (
            f" One of: {', '.join(f'`{c}`' for c in choices)}." if choices else ""
        )
        yield TableCells((code_md(f"`{name}`"), md(need), md(_type(described)), code_md(meaning)))


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
