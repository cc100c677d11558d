"""What can be wrong with a field: its name, its presence, its type, its form."""

from __future__ import annotations

from mkdocs_briefings.model.problem import Rule, Severity

UNKNOWN_FIELD = Rule(
    "unknown-field",
    Severity.ERROR,
    "A field that the format does not have.",
    "A misspelt field would be silently without effect.",
    "`said-by: wsj`",
    "Use the field that is suggested, or remove it; the YAML reference lists them all.",
)
MISSING_FIELD = Rule(
    "missing-field",
    Severity.ERROR,
    "A field that must be there is not.",
    "A claim without a quotation has no evidence, a briefing without a title no page.",
    "A claim with `text` and no `quote`.",
    "Add the field; the YAML reference tells what it holds.",
)
WRONG_TYPE = Rule(
    "wrong-type",
    Severity.ERROR,
    "A value of the wrong type, or an empty one.",
    "YAML reads `2025` as a number and `a: b` as a mapping, whatever was meant.",
    "`title: 2025`",
    "Write the type that the message names; a number meant as text stands in quotation marks.",
)
BAD_CHOICE = Rule(
    "bad-choice",
    Severity.ERROR,
    "A word that the field does not know.",
    "Kinds, states and classes are few and fixed so that pages can compare them.",
    "`kind: fact`",
    "Use one of the words in the message.",
)
BAD_ID = Rule(
    "bad-id",
    Severity.ERROR,
    "An id or a reference is malformed.",
    "Ids make addresses: letters and digits, joined by hyphens, nothing else is safe everywhere.",
    "`Liz Cannon:` as an id, `oicts#departures#resigned` as a reference",
    "Write ids like `liz-cannon` and references like `claim` or `briefing#claim`.",
)
BAD_DATE = Rule(
    "bad-date",
    Severity.ERROR,
    "A date that is impossible or not in the form of EDTF.",
    "Dates are compared and ordered by machine; a wrong one is worse than a vague one.",
    "`date: 2024-02-30`, `date: 8.10.2024`",
    "Write `2024-10-08`, `2024-10`, `2024`, `2024-10-08..2024-10-15` (one day within), `..2025-01-20` (by then), "
    "`2024~` (about).",
)
BAD_VALUE = Rule(
    "bad-value",
    Severity.ERROR,
    "A value that no machine can compare.",
    "Values are what disagreements are computed from: dates, numbers, ids and state words only.",
    "`value: {connected-vehicle-rule: {linked to: China and others}}`",
    "Use an entity's id, a date, a number, or a state word; put words into `text` or `note`.",
)
DATE_MISMATCH = Rule(
    "date-mismatch",
    Severity.ERROR,
    "A date that does not fit the weekday, the day or the relative words that the source prints.",
    "“Friday” and “last week” are turned into dates by hand; a slip would be believed, because it is precise.",
    "`printed: on Friday` with `date: 2026-01-22`, a Thursday",
    "Correct the date, or the words in `printed`. If the passage tells of other times too, give in `printed` those words "
    "that date this claim.",
)
PRINTED_NOT_FOUND = Rule(
    "printed-not-found",
    Severity.ERROR,
    "The words of `printed` do not stand in or beside the passage.",
    "Readers are shown these words as the source's own.",
    "`printed: on Friday`, where the source has “on Saturday”",
    "Copy the words from the passage, its sentence or the one before or after; if they stand farther away, quote that place "
    "too.",
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
