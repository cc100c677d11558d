"""Write problems as SARIF 2.1.0 (OASIS), which code hosts show beside the lines."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs_briefings.model.problem import Severity
from mkdocs_briefings.report.printing import json_text, visible
from mkdocs_briefings.rules.catalogue import ALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_briefings.model.problem import Rule
    from mkdocs_briefings.report.location import Located, Spot

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(located: Sequence[Located]) -> str:
    """Return all problems as one run; each keeps its fingerprint while it stands, whatever line it moves to."""
    rules = [ALL[code] for code in sorted({one.problem.rule.code for one in located})]
    places = {rule.code: n for n, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": {"name": "briefings", "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, places, seen) for one in located],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _level(rule: Rule) -> str:
    return "note" if rule.severity is Severity.DOUBT else rule.severity.value


def _rule(rule: Rule) -> dict[str, object]:
    text = f"{rule.what} {rule.why} Example: {rule.example} What to do: {rule.remedy}"
    markdown = f"{rule.what} {rule.why}\n\nExample: {rule.example}\n\nWhat to do: {rule.remedy}"
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": rule.why},
        "help": {"text": text, "markdown": markdown},
        "defaultConfiguration": {"level": _level(rule)},
    }


def _result(one: Located, places: dict[str, int], seen: Counter[str]) -> dict[str, object]:
    problem = one.problem
    named = f"{one.spot.path}\0{problem.rule.code}\0{problem.message}"
    seen[named] += 1
    digest = hashlib.sha256(f"{named}\0{seen[named]}".encode(errors="surrogatepass")).hexdigest()
    made: dict[str, object] = {
        "ruleId": problem.rule.code,
        "ruleIndex": places[problem.rule.code],
        "level": _level(problem.rule),
        "message": {"text": visible(f"{problem.message}. {problem.hint}")},
        "locations": [_location(one.spot)],
        "partialFingerprints": {"briefings/v1": digest},
    }
    if one.related:
        made["relatedLocations"] = [{"id": n, **_location(spot)} for n, spot in enumerate(one.related)]
    return made


def _location(spot: Spot) -> dict[str, object]:
    uri = quote(spot.path.encode(errors="surrogateescape"))
    region = {"startLine": spot.line, "startColumn": spot.column}
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
