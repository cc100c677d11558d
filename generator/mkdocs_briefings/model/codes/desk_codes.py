"""What can be wrong with the prose and with the desk as a whole."""

from __future__ import annotations

from mkdocs_briefings.model.problem import Rule, Severity

PROSE_SYNTAX = Rule(
    "prose-syntax",
    Severity.ERROR,
    "A `[[…]]` or `[@…]` in the prose is not complete.",
    "It would be printed as it stands, and the sentence would lose its evidence.",
    "`She resigned [@resigned.`",
    'Write `[[entity]]`, `[[entity|words]]`, `[[!no link]]`, `[@claim; @briefing#claim]` or `[@source "exact words"]`.',
)
UNCITED_SENTENCE = Rule(
    "uncited-sentence",
    Severity.WARNING,
    "A sentence of a summary cites nothing.",
    "Every sentence shows its evidence; this one asks to be believed.",
    "`This changes everything.`",
    "Cite the claim that it rests on before the full stop, or remove the sentence.",
)
ANSWER_UNCITED = Rule(
    "answer-uncited",
    Severity.ERROR,
    "The answer to a question cites nothing.",
    "A question is answered when a source answers it.",
    "`answer: Yes, in January.`",
    "Cite the claim that answers it.",
)
AMBIGUOUS_ALIAS = Rule(
    "ambiguous-alias",
    Severity.ERROR,
    "Two entities have the same name.",
    "Names link by themselves; this one would lead to either.",
    "`aliases: [Commerce]` of two ministries",
    "Keep it for one of them. In a single source, `means` tells what a name stands for.",
)
UNMENTIONED_ENTITY = Rule(
    "unmentioned-entity",
    Severity.WARNING,
    "An entity that nothing mentions.",
    "Its page would be empty; often its name is spelt in another way than the texts spell it.",
    "`mofcom` without the alias that the article uses",
    "Add the name that the texts use as an alias, or remove the entity.",
)
UNCLASSED_DISAGREEMENT = Rule(
    "unclassed-disagreement",
    Severity.ERROR,
    "Two claims give values that cannot both hold, and no disagreement says so.",
    "Readers must be told where sources do not agree, and an editor must have judged why.",
    "One claim has `linked to: [china]`, another `linked to: [china, russia]`.",
    "Add both claims to an entry under `disagreements:`, with its class and a note.",
)
DENIAL_MISSING = Rule(
    "denial-missing",
    Severity.WARNING,
    "A summary cites an allegation and not its denial.",
    "An allegation stands beside its denial.",
    "The summary has `[@hacking]`, and `firm-denies` denies it.",
    "Cite the denial in the summary too.",
)
SINGLE_VALUE_PROPERTY = Rule(
    "single-value-property",
    Severity.WARNING,
    "A property of `value` that only one claim uses.",
    "Values are there to be compared; one alone is often a misspelling of another.",
    "`linked-to` in one claim, `linked to` in all others",
    "Use the property's usual spelling, or put it into `text`.",
)
UNUSED_SOURCE = Rule(
    "unused-source",
    Severity.WARNING,
    "A briefing names a source that it takes nothing from.",
    "Readers would believe that it rests on more articles than it does.",
    "`sources: [a, b]`, and all claims quote `a`",
    "Cite the source, or remove it from `sources`.",
)
BASELINE_STALE = Rule(
    "baseline-stale",
    Severity.WARNING,
    "The baseline lists a warning that no longer occurs.",
    "A frozen warning that is mended would be free to come back unnoticed.",
    "A sentence was given its citation, the baseline still excuses it.",
    "Run `briefings baseline` again.",
)
RULES = (
    PROSE_SYNTAX,
    UNCITED_SENTENCE,
    ANSWER_UNCITED,
    AMBIGUOUS_ALIAS,
    UNMENTIONED_ENTITY,
    UNCLASSED_DISAGREEMENT,
    DENIAL_MISSING,
    SINGLE_VALUE_PROPERTY,
    UNUSED_SOURCE,
    BASELINE_STALE,
)
