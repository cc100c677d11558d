"""What can be wrong with a field: its name, its presence, its type, its form."""

from __future__ import annotations

from mkdocs_briefings.model.problem import Rule, Severity

UNKNOWN_FIELD = Rule(
    "unknown-field",
    Severity.ERROR,
    "The format has no field of this name.",
    "A misspelt field would silently have no effect.",
    "`said-by: wsj`",
    "Use the suggested field, or remove it; the YAML reference lists all fields.",
)
MISSING_FIELD = Rule(
    "missing-field",
    Severity.ERROR,
    "A required field is missing.",
    "A claim without a quotation has no evidence, and a briefing without a title has no page.",
    "A claim with `text` and no `quote`.",
    "Add the field; the YAML reference says what it holds.",
)
WRONG_TYPE = Rule(
    "wrong-type",
    Severity.ERROR,
    "A value has the wrong type or is empty.",
    "YAML reads `2025` as a number and `a: b` as a mapping, even where a text was meant.",
    "`title: 2025`",
    "Use the type that the message names; put a number that is meant as text in quotation marks.",
)
BAD_CHOICE = Rule(
    "bad-choice",
    Severity.ERROR,
    "The field does not allow this word.",
    "Kinds, states and classes are fixed lists, so that pages can compare them.",
    "`kind: fact`",
    "Use one of the words in the message.",
)
BAD_ID = Rule(
    "bad-id",
    Severity.ERROR,
    "An id or a reference is malformed.",
    "Ids become web addresses, and only letters and digits joined by hyphens are safe everywhere.",
    "`Liz Marlow:` as an id, `oicts#departures#resigned` as a reference",
    "Write ids like `liz-marlow` and references like `claim` or `briefing#claim`.",
)
BAD_ADDRESS = Rule(
    "bad-address",
    Severity.ERROR,
    "A web address cannot be published as a link.",
    "On a public page it could run a script, reveal a password or imitate another host.",
    "`address: https://user:secret@courier.example/lock`",
    "Write the address where readers find the article, beginning with `https://`, or leave the field out.",
)
BAD_DATE = Rule(
    "bad-date",
    Severity.ERROR,
    "A date does not exist or is not in EDTF form.",
    "Dates are compared and sorted by machine; a wrong date is worse than a vague one.",
    "`date: 2024-02-30`, `date: 8.10.2024`",
    "Write `2024-10-08`, `2024-10`, `2024`, `2024-10-08..2024-10-15` (one day within), `..2025-01-20` (by then), "
    "`2024~` (about).",
)
