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
    "`Liz Cannon:` as an id, `oicts#departures#resigned` as a reference",
    "Write ids like `liz-cannon` and references like `claim` or `briefing#claim`.",
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
BAD_VALUE = Rule(
    "bad-value",
    Severity.ERROR,
    "A value cannot be compared by machine.",
    "Disagreements are computed from values, so they may only be dates, numbers, ids or state words.",
    "`value: {connected-vehicle-rule: {linked to: China and others}}`",
    "Use an entity's id, a date, a number or a state word; put other words into `text` or `note`.",
)
DATE_MISMATCH = Rule(
    "date-mismatch",
    Severity.ERROR,
    "A date does not match the weekday, day or relative words that the source prints.",
    "“Friday” and “last week” are turned into dates by hand, and readers would believe a wrong date because it looks precise.",
    "`printed: on Friday` with `date: 2026-01-22`, a Thursday",
    "Correct the date or the words in `printed`. If the passage mentions other times too, put into `printed` only the words "
    "that date this claim.",
)
PRINTED_NOT_FOUND = Rule(
    "printed-not-found",
    Severity.ERROR,
    "The words in `printed` are neither in the passage nor next to it.",
    "Readers see these words as the source's own.",
    "`printed: on Friday`, where the source has “on Saturday”",
    "Copy the words from the passage, from its sentence or from the one before or after it; if they are farther away, "
    "quote that place too.",
)
RULES = (
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_TYPE,
    BAD_CHOICE,
    BAD_ID,
    BAD_DATE,
    BAD_VALUE,
    DATE_MISMATCH,
    PRINTED_NOT_FOUND,
)
