"""What can be wrong with a quotation."""

from __future__ import annotations

from mkdocs_briefings.model.problem import Rule, Severity

PASSAGE_NOT_FOUND = Rule(
    "passage-not-found",
    Severity.ERROR,
    "The quotation is not in the source, word for word.",
    "The site promises that no claim is published without its passage.",
    "The source has “submitted her resignation”; the quotation has “handed in her resignation”.",
    "Copy the words from the source. White space, line breaks and the shape of quotation marks may differ; nothing else may.",
)
PASSAGE_NOT_UNIQUE = Rule(
    "passage-not-unique",
    Severity.ERROR,
    "The quotation occurs in the source more than once.",
    "A passage is one place in the text, and readers must be led to the right one.",
    "`quote: export controls`",
    "Lengthen the quotation until it occurs only once.",
)
PASSAGE_CUTS_WORD = Rule(
    "passage-cuts-word",
    Severity.ERROR,
    "The quotation begins or ends inside a word or a number.",
    "A source that prints “unable” does not say “able”, and “-5 percent” is not “5 percent”.",
    "`quote: able to sell` where the source has “unable to sell”",
    "Begin and end the quotation with whole words and numbers, with their sign and unit.",
)
PASSAGE_EMPTY = Rule(
    "passage-empty",
    Severity.ERROR,
    "The quotation has no words, or begins or ends with a gap.",
    "A gap joins two quoted parts.",
    "`quote: […] resigned`",
    "Quote the words that support the claim.",
)
GAP_CROSSES_SENTENCE = Rule(
    "gap-crosses-sentence",
    Severity.ERROR,
    "The gap `[…]` of a quotation crosses the end of a sentence.",
    "Two halves of two sentences can say something that neither sentence says.",
    "`quote: The firm […] denied the allegations` across a full stop",
    "Quote each sentence as a separate item under `quote:`.",
)
GAP_SWALLOWS_NEGATION = Rule(
    "gap-swallows-negation",
    Severity.ERROR,
    "The gap `[…]` of a quotation leaves out a negation, or a word such as “may”.",
    "Without its “not” the passage says the opposite, without its “may” it says more.",
    "`quote: the sanctions would […] impact its operations`",
    "Quote that word too.",
)
NEGATION_BESIDE = Rule(
    "negation-beside",
    Severity.ERROR,
    "The quotation begins right after a negation, or ends right before one.",
    "Without its “not” the passage says the opposite.",
    "`quote: impact its operations` where the source has “will not impact its operations”",
    "Quote the negation too.",
)
SOURCE_AMBIGUOUS = Rule(
    "source-ambiguous",
    Severity.ERROR,
    "More than one source of the briefing contains the quotation.",
    "A claim is what a single source reports.",
    "Two articles print the same agency report.",
    "Say which one is meant: `source: id`.",
)
NOT_VERIFIED = Rule(
    "not-verified",
    Severity.ERROR,
    "The text of the source is missing here, and the lock does not contain this passage.",
    "Where the texts are not public, only a passage recorded in the lock is known to be in them.",
    "A new quotation, typed where `seeds/` is missing.",
    "Run `briefings lock` where the text is; it looks the quotation up. Until then, cite an existing claim.",
)
TRANSLATION_UNCLEAR = Rule(
    "translation-unclear",
    Severity.ERROR,
    "It is not clear what a `translation` is of, or who made it.",
    "Readers see a translation below the words that it is of, with the name of whoever vouches for it.",
    "`translation: The firm denies it.` in a briefing without a `translator`",
    "Give a translation for each quotation, in the same order, and name the `translator` in the claim or the briefing.",
)
