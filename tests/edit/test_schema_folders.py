"""Where a desk has its schemas is read from what the desk says to editors, whatever the folder is called."""

from __future__ import annotations

import json

import pytest
from mkdocs_briefings.edit.schema_folders import LINE, schema_folders


def head(path: str) -> str:
    return LINE.format(path=path) + "title: A\n"


@pytest.mark.parametrize(
    ("heads", "vscode", "folders"),
    [
        ({}, "", ["schema"]),
        ({"briefings/a.yml": head("../tool/schema/briefing.json")}, "", ["tool/schema", "schema"]),
        ({"briefings/entities/a.yml": head("../../forms/entities.json")}, "", ["forms", "schema"]),
        ({"briefings/a.yml": head("briefing.json")}, "", ["briefings", "schema"]),
        ({"briefings/a.yml": head("../../shared/briefing.json")}, "", ["../shared", "schema"]),
        (
            {"briefings/a.yml": head("../one/x.json"), "briefings/b.yml": head("../two/x.json"),
             "briefings/c.yml": "# A note\n" + head("../two/x.json")},
            "",
            ["two", "one", "schema"],
        ),
        ({"briefings/a.yml": head("https://desk.example/briefing.json")}, "", ["schema"]),
        ({"briefings/a.yml": "title: $schema=x/y.json\n"}, "", ["schema"]),
        ({}, json.dumps({"yaml.schemas": {"./forms/briefing.json": ["*.yml"]}}), ["forms", "schema"]),
        ({}, json.dumps({"yaml.schemas": {"https://x.example/a.json": ["*.yml"]}}), ["schema"]),
        (
            {"briefings/a.yml": head("../one/x.json")},
            json.dumps({"yaml.schemas": {"schema/briefing.json": []}}),
            ["one", "schema"],
        ),
        ({}, "// a comment\n{}", ["schema"]),
        ({}, "[]", ["schema"]),
        ({}, '{"yaml.schemas": [1]}', ["schema"]),
    ],
)  # fmt: skip
def test_the_folders(heads: dict[str, str], vscode: str, folders: list[str]) -> None:
    assert schema_folders(heads, vscode) == folders
