"""What can be wrong with ids and with what refers to them."""

from __future__ import annotations

from mkdocs_briefings.model.problem import Rule, Severity

UNKNOWN_SOURCE = Rule(
    "unknown-source",
    Severity.ERROR,
    "There is no source with this id in `seeds/`.",
    "A passage can only be verified in a text that the desk has.",
    "`sources: [gt-oitcs]`",
    "Use the id of a source: the `id` in its front matter, or its file name without `.txt`.",
)
UNKNOWN_CLAIM = Rule(
    "unknown-claim",
    Severity.ERROR,
    "A citation or reference names a claim that does not exist.",
    "A sentence whose evidence is missing must not be published.",
    "`[@resgined]`",
    'Use the id of a claim of this briefing, `briefing#claim` for another\'s, or `source "words"` for a quotation.',
)
UNKNOWN_ENTITY = Rule(
    "unknown-entity",
    Severity.ERROR,
    "There is no entity with this id.",
    "A mistyped voice or measure would look like a new one.",
    "`said_by: wjs`",
    "Correct the id, or add the entity in `briefings/entities/`. To describe a voice instead, use at least two words.",
)
UNKNOWN_STORYLINE = Rule(
    "unknown-storyline",
    Severity.ERROR,
    "There is no storyline with this id in `briefings/storylines.yml`.",
    "The briefing would be missing from the storyline that readers follow.",
    "`storylines: [vehicle-rules]`",
    "Correct the id, or add the storyline.",
)
WRONG_KIND = Rule(
    "wrong-kind",
    Severity.ERROR,
    "The id belongs to something of the wrong kind.",
    "Only a measure has a state, only a person has a role, only an outlet publishes, and no law replies.",
    "`state: {nvidia: issued}`",
    "Use the id of something of the kind that the message names.",
)
NOT_PUBLISHED = Rule(
    "not-published",
    Severity.ERROR,
    "Something published depends on a draft, or on an embargoed or withdrawn briefing.",
    "Readers would find a citation that leads nowhere, or a draft would become public.",
    "A published summary cites `[@next-week#planned]`, a claim of a draft.",
    "Publish the other briefing, or cite a claim that is published.",
)
DUPLICATE_ID = Rule(
    "duplicate-id",
    Severity.ERROR,
    "Two things have the same id.",
    "An id is unique in the whole desk, so that every link has one meaning.",
    "A source and a briefing both called `oicts`.",
    "Rename one of them.",
)
ID_COLLISION = Rule(
    "id-collision",
    Severity.ERROR,
    "Two ids differ only in upper and lower case or in how letters are encoded.",
    "On many systems they would be the same file, and to most readers the same address.",
    "`Nvidia` and `nvidia`",
    "Rename one of them.",
)
RESERVED_ID = Rule(
    "reserved-id",
    Severity.ERROR,
    "The id is reserved for a page of the site.",
    "Its page would replace an index page.",
    "A briefing with the id `index`.",
    "Choose another id.",
)
CYCLE = Rule(
    "cycle",
    Severity.ERROR,
    "Something belongs to itself, or denies itself.",
    "Nothing can be a part of one of its own parts.",
    "`us-commerce: {of: oicts}` and `oicts: {of: us-commerce}`",
    "Remove one of the references.",
)
UNKNOWN_INFERRED = Rule(
    "unknown-inferred",
    Severity.ERROR,
    "`inferred` or `outside` gives a reason for a field that does not exist.",
    "Readers see the reason next to the field; a misspelt name would hide it.",
    "`inferred: {publishers: …}`",
    "Use the name of a field of the source or entity.",
)
REPLY_UNCLEAR = Rule(
    "reply-unclear",
    Severity.ERROR,
    "The `reply` of somebody does not say what came of it.",
    "Readers must see whether somebody was asked, answered or declined, and on which day.",
    "`reply: {harbour-board: {answered: 2025-03-02}}` without `words`",
    "Write `{asked: 2025-03-01}` alone, or the day as `answered` (with `words`) or as `declined`.",
)
PUBLISHER_TYPED = Rule(
    "publisher-typed",
    Severity.WARNING,
    "A chain names the publisher of its own source.",
    "The publisher is behind everything in its article; in the chain it would look like an additional voice.",
    "`said_by: people familiar with the matter > wsj > global-times` in an article of the Global Times",
    "Remove it from the chain.",
)
BAD_VALUE = Rule(
    "bad-value",
    Severity.ERROR,
    "A value cannot be compared by machine.",
    "Disagreements are computed from values, so they may only be dates, numbers, ids or state words.",
    "`value: {connected-vehicle-rule: {linked to: China and others}}`",
    "Use an entity's id, a date, a number or a state word; put other words into `text` or `note`.",
)
PROSE_SYNTAX = Rule(
    "prose-syntax",
    Severity.ERROR,
    "A `[[…]]` or `[@…]` in the prose is not complete.",
    "It would be printed literally, and the sentence would lose its evidence.",
    "`She resigned [@resigned.`",
    'Write `[[entity]]`, `[[entity|words]]`, `[[!no link]]`, `[@claim; @briefing#claim]` or `[@source "exact words"]`.',
)
AMBIGUOUS_ALIAS = Rule(
    "ambiguous-alias",
    Severity.ERROR,
    "Two entities have the same name.",
    "Names become links automatically; this one would be ambiguous.",
    "`aliases: [Commerce]` of two ministries",
    "Keep it for one of them. For a single source, `means` can say whom a name refers to.",
)
