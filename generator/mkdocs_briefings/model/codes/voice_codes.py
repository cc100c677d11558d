"""What can be wrong with our own voice: what a sentence says and its evidence does not."""

from __future__ import annotations

from mkdocs_briefings.model.problem import Rule, Severity

UNSUPPORTED_NUMBER = Rule(
    "unsupported-number",
    Severity.ERROR,
    "A number that nothing cited tells.",
    "A figure is what readers carry away, and a slip of one digit looks as sure as the truth.",
    "`Three officials were dismissed [@dismissed].`, where the passage has “two officials”",
    "Correct the number, or cite the claim that tells it.",
)
UNSUPPORTED_DATE = Rule(
    "unsupported-date",
    Severity.ERROR,
    "A date that nothing cited tells.",
    "A date must be printed in the passage, or stand in the claim's `date`, its occasion's or the source's.",
    "`It was proposed in October 2024 [@proposed].`, where the claim has `date: 2024-09-23`",
    "Correct the date, cite the claim that dates it, or give the claim its `date`.",
)
UNSUPPORTED_NAME = Rule(
    "unsupported-name",
    Severity.ERROR,
    "A name that nothing cited tells.",
    "A clause about somebody whom the evidence does not name rests on nothing.",
    "`Acme is leaving, said John Smith [@leaving].`, where no passage knows a John Smith",
    "Cite the claim that names them, or remove the clause. If the source names them in another way, add the alias.",
)
SPEAKER_MISSING = Rule(
    "speaker-missing",
    Severity.WARNING,
    "“Reportedly” or the like, and nobody who reports.",
    "Whose word it is, is what readers need to judge it.",
    "`The meeting will reportedly involve three secretaries [@involve].`",
    "Say in the same sentence who says it: “…, the Journal reports”, “…, the article says without naming a source”.",
)
CHAIN_UNSUPPORTED = Rule(
    "chain-unsupported",
    Severity.WARNING,
    "A chain credits somebody whom the passage and the sentences beside it do not name.",
    "Who said it must be shown by the source, like all else.",
    "`said_by: reuters`, where the sentence ends “according to the Journal”",
    "Correct the voice, quote the words that name it too, or add the name that the source uses as an alias.",
)
NEGATION_LOST = Rule(
    "negation-lost",
    Severity.WARNING,
    "The evidence has a “not” or the like and the sentence has none, or the other way round.",
    "One small word turns a statement into its opposite.",
    "`text: The firm does business in the US.`, quoted “as it does not conduct business in the U.S.”",
    "Correct the text, or quote what it rests on in full; where both mean the same, use the source's own word.",
)
STATE_NOT_TOLD = Rule(
    "state-not-told",
    Severity.ERROR,
    "The sentence has a measure in a state that nothing cited tells.",
    "A proposal is no rule, and a rule that is issued is not yet in force.",
    "`The ban was issued [@proposed].`, where the claim has `state: {ban: proposed}`",
    "Use the word for the state that the claim has, or cite the claim that tells the other.",
)
RULES = (
    UNSUPPORTED_NUMBER,
    UNSUPPORTED_DATE,
    UNSUPPORTED_NAME,
    SPEAKER_MISSING,
    CHAIN_UNSUPPORTED,
    NEGATION_LOST,
    STATE_NOT_TOLD,
)
