"""What can be wrong with a quotation."""

from __future__ import annotations

from mkdocs_briefings.model.problem import Rule, Severity

PASSAGE_NOT_FOUND = Rule(
    "passage-not-found",
    Severity.ERROR,
    "The quotation does not stand in the source, word for word.",
    "This is the promise of the site: no claim without its passage.",
    "The source has “submitted her resignation”, the quotation “handed in her resignation”.",
    "Copy the words from the source. White space, line breaks and the shape of quotation marks do not matter, all else does.",
)
PASSAGE_NOT_UNIQUE = Rule(
    "passage-not-unique",
    Severity.ERROR,
    "The quotation stands in the source more than once.",
    "A passage is a place, and a reader must be led to the right one.",
    "`quote: export controls`",
    "Lengthen the quotation until it stands there once.",
)
PASSAGE_CUTS_WORD = Rule(
    "passage-cuts-word",
    Severity.ERROR,
    "The quotation begins or ends inside a word.",
    "“able” is not what a source that prints “unable” says.",
    "`quote: able to sell` where the source has “unable to sell”",
    "Begin and end the quotation with whole words.",
)
PASSAGE_EMPTY = Rule(
    "passage-empty",
    Severity.ERROR,
    "The quotation has no words, or begins or ends with a gap.",
    "A gap stands between two parts that are quoted.",
    "`quote: […] resigned`",
    "Quote the words that carry the claim.",
)
GAP_CROSSES_SENTENCE = Rule(
    "gap-crosses-sentence",
    Severity.ERROR,
    "The gap `[…]` of a quotation leads from one sentence into another.",
    "Two halves of two sentences say what neither sentence says.",
    "`quote: The firm […] denied the allegations` over a full stop",
    "Quote each sentence as an item of its own under `quote:`.",
)
GAP_SWALLOWS_NEGATION = Rule(
    "gap-swallows-negation",
    Severity.ERROR,
    "The gap `[…]` of a quotation leaves out a negation.",
    "Without its “not” the passage says the opposite.",
    "`quote: the sanctions would […] impact its operations`",
    "Quote the negation too.",
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
    "More than one source of the briefing holds the quotation.",
    "A claim is what one source reports.",
    "Two articles that print the same agency report.",
    "Name the one meant: `source: id`.",
)
NOT_VERIFIED = Rule(
    "not-verified",
    Severity.ERROR,
    "The text of the source is not here, and the lock does not hold this passage.",
    "Where the texts may not be public, the lock vouches for every passage that was found in them, and for no other.",
    "A new quotation, typed where there is no `seeds/`.",
    "Run `briefings lock` where the text is; it looks the quotation up. Until then cite a claim that is there already.",
)
RULES = (
    PASSAGE_NOT_FOUND,
    PASSAGE_NOT_UNIQUE,
    PASSAGE_CUTS_WORD,
    PASSAGE_EMPTY,
    GAP_CROSSES_SENTENCE,
    GAP_SWALLOWS_NEGATION,
    NEGATION_BESIDE,
    SOURCE_AMBIGUOUS,
    NOT_VERIFIED,
)
