"""What can be wrong with ids and with what refers to them."""

from __future__ import annotations

from mkdocs_briefings.model.problem import Rule, Severity

UNKNOWN_SOURCE = Rule(
    "unknown-source",
    Severity.ERROR,
    "A source that `seeds/` does not hold.",
    "A passage can only be verified in a text that the desk holds.",
    "`sources: [gt-oitcs]`",
    "Use the id of a source (the `id` in its front matter, or its file's stem).",
)
UNKNOWN_CLAIM = Rule(
    "unknown-claim",
    Severity.ERROR,
    "A citation or reference leads to no claim.",
    "A sentence whose evidence is missing must not be published.",
    "`[@resgined]`",
    'Use the id of a claim of this briefing, `briefing#claim` for another\'s, or `source "words"` for a quotation.',
)
UNKNOWN_ENTITY = Rule(
    "unknown-entity",
    Severity.ERROR,
    "An id that no entity has.",
    "A mistyped voice or measure would turn up as a new one.",
    "`said_by: wjs`",
    "Correct the id, or add the entity in `briefings/entities/`. A description of a voice has at least two words.",
)
UNKNOWN_STORYLINE = Rule(
    "unknown-storyline",
    Severity.ERROR,
    "A storyline that `briefings/storylines.yml` does not have.",
    "The briefing would be missing where readers follow the story.",
    "`storylines: [vehicle-rules]`",
    "Correct the id, or add the storyline.",
)
WRONG_KIND = Rule(
    "wrong-kind",
    Severity.ERROR,
    "The id is that of another kind of thing than is needed here.",
    "Only a measure has a state, only a person a role, only an outlet publishes.",
    "`state: {nvidia: issued}`",
    "Use an id of the kind that the message names.",
)
NOT_PUBLISHED = Rule(
    "not-published",
    Severity.ERROR,
    "Something published rests on a draft, an embargoed or a withdrawn briefing.",
    "Readers would meet a citation that leads nowhere, or a draft would leak.",
    "A published summary cites `[@next-week#planned]`, a claim of a draft.",
    "Publish the other briefing, or cite a claim that is published.",
)
DUPLICATE_ID = Rule(
    "duplicate-id",
    Severity.ERROR,
    "Two things have the same id.",
    "The whole desk has one space of ids, so that every link has one meaning.",
    "A source and a briefing both called `oicts`.",
    "Rename one of them.",
)
ID_COLLISION = Rule(
    "id-collision",
    Severity.ERROR,
    "Two ids differ only in capitals or in the form of their letters.",
    "They would be one file on many systems, and one address to most readers.",
    "`Nvidia` and `nvidia`",
    "Rename one of them.",
)
RESERVED_ID = Rule(
    "reserved-id",
    Severity.ERROR,
    "An id that the site needs itself.",
    "Its page would take the place of an index page.",
    "A briefing with the id `index`.",
    "Choose another id.",
)
CYCLE = Rule(
    "cycle",
    Severity.ERROR,
    "Something belongs to itself, or denies itself.",
    "A body cannot be part of its own part.",
    "`us-commerce: {of: oicts}` and `oicts: {of: us-commerce}`",
    "Remove one of the references.",
)
OCCASION_UNDATED = Rule(
    "occasion-undated",
    Severity.ERROR,
    "The occasion that dates a saying has no date itself.",
    "`at` names the event on which something was said; without a date it tells nothing.",
    "`at: call`, and the claim `call` has no `date`",
    "Give that claim a `date`, or remove `at`.",
)
UNKNOWN_INFERRED = Rule(
    "unknown-inferred",
    Severity.ERROR,
    "`inferred` or `outside` gives the reason for a field that there is not.",
    "Readers are shown the reason beside the field; a misspelt name would hide it.",
    "`inferred: {publishers: …}`",
    "Use the name of a field of the front matter.",
)
PUBLISHER_TYPED = Rule(
    "publisher-typed",
    Severity.WARNING,
    "A chain names the publisher of the source itself.",
    "Whoever publishes the article tells all of it; typed, it would look like one more voice.",
    "`said_by: people familiar with the matter > wsj > global-times` in an article of the Global Times",
    "Remove it from the chain.",
)
RULES = (
    UNKNOWN_SOURCE,
    UNKNOWN_CLAIM,
    UNKNOWN_ENTITY,
    UNKNOWN_STORYLINE,
    WRONG_KIND,
    NOT_PUBLISHED,
    DUPLICATE_ID,
    ID_COLLISION,
    RESERVED_ID,
    CYCLE,
    OCCASION_UNDATED,
    UNKNOWN_INFERRED,
    PUBLISHER_TYPED,
)
