"""What an editor may write, as pydantic models: the edge where YAML becomes data.

The JSON Schemas that editors complete and validate with, and the YAML reference of the site, are made from
these models, so each field's description is documentation.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from mkdocs_briefings.model import dates
from mkdocs_briefings.model.corpus import NOT_STATED

ID_PATTERN = r"^[^\W_]+([._-]+[^\W_]+)*$"
REF_PATTERN = r"^([^\W_]+([._-]+[^\W_]+)*#)?[^\W_]+([._-]+[^\W_]+)*$"
DATE_PATTERN = r"^\s*[0-9.][0-9TZ.:/?~%+-]*\s*$"
"""Matches every date and few other words; `mkdocs_briefings.model.dates` parses it."""
PUBLISHED_PATTERN = r"^\s*[0-9.][0-9TZ.:/?~%+-]*\s*$|^not stated$"
"""Matches a date of publication, or the words for an article that gives none."""

Kind = Literal["report", "allegation", "denial", "opinion", "forecast"]
State = Literal[
    "considered", "proposed", "issued", "in force", "suspended", "withdrawn", "revoked", "dropped", "expired"
]
EntityKind = Literal[
    "person", "agency", "company", "outlet", "organization", "country", "place", "technology", "measure"
]
DisagreementClass = Literal["contradiction", "superseded", "scope", "wording", "internal", "causation"]
Rights = Literal[
    "public-domain", "cc0", "cc-by", "cc-by-sa", "cc-by-nc", "cc-by-nd", "cc-by-nc-sa", "cc-by-nc-nd", "own",
    "permission", "all-rights-reserved",
]  # fmt: skip
SkipKind = Literal["heading", "caption", "boilerplate", "advertisement", "byline"]


def _date(value: str) -> str:
    try:
        dates.parse(value)
    except dates.DateError as error:
        raise PydanticCustomError("bad_date", "{reason}", {"reason": str(error)}) from error
    return value


def _date_or_not_stated(value: str) -> str:
    return value if value == NOT_STATED else _date(value)


def _year_as_text(value: object) -> object:
    return str(value) if type(value) is int else value


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _as_question(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


_TEXT = {"type": "string", "minLength": 1, "pattern": r"\S"}
_ONE_OR_MANY = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]}

Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=100)]
Ref = Annotated[str, StringConstraints(pattern=REF_PATTERN, max_length=201)]
DateText = Annotated[
    str,
    BeforeValidator(_year_as_text),
    AfterValidator(_date),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": DATE_PATTERN},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ]
        }
    ),
]
PublishedText = Annotated[
    str,
    BeforeValidator(_year_as_text),
    AfterValidator(_date_or_not_stated),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": PUBLISHED_PATTERN},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ]
        }
    ),
]
Texts = Annotated[list[Text], BeforeValidator(_as_list), Field(min_length=1), WithJsonSchema(_ONE_OR_MANY)]
Refs = Annotated[list[Ref], BeforeValidator(_as_list), Field(min_length=1), WithJsonSchema(_ONE_OR_MANY)]
Scalar = str | int | float
ValueText = Scalar | list[Scalar]


class _Model(BaseModel):
    model_config = ConfigDict(
        extra="forbid", strict=True, populate_by_name=False, use_attribute_docstrings=True
    )


class ClaimEntry(_Model):
    """One atomic statement that a source reports, in our words, with the passage that it rests on."""

    text: Text | None = None
    """The bare statement, in our words; the page adds the voice and the kind. A denial may leave it out."""
    denies: Ref | None = None
    """The claim that this one denies."""
    kind: Kind | None = None
    """How the source presents it; by default `report`, or `denial` if `denies` is given."""
    said_by: (
        Annotated[list[Text], BeforeValidator(_as_list), Field(min_length=1), WithJsonSchema(_ONE_OR_MANY)]
        | None
    ) = None
    """Who says it, origin first: `people familiar with the matter > wsj`. Words with a space describe, a word
    without is an entity's id, `id (occasion)` adds the occasion; use `not stated` if the text hides the speaker.
    Never name the source's publisher. Use a list for voices that are independent of each other."""
    source: Id | None = None
    """The source of the passages; needed only if more than one source of the briefing contains them."""
    at: Ref | None = None
    """The claim whose event is the occasion of this statement and gives its date."""
    date: DateText | None = None
    """When it happened or is to happen (EDTF). A claim with a date is an event."""
    printed: Text | None = None
    """The date in the words of the source, if they are relative or partial."""
    why: Text | None = None
    """How `date` follows from the printed words."""
    state: dict[Id, State] | None = None
    """The state into which the event moves a measure: `{measure: issued}`."""
    value: dict[Id, dict[Text, ValueText]] | None = None
    """Values that can be compared, `{subject: {property: value}}`: dates, numbers, ids and state words only.
    `{measure: {answers: other-measure}}` says that the first is called a response to the second."""
    role: dict[Id, Text] | None = None
    """Who holds which role, `{person: executive director of some-agency}`; words that are ids become links."""
    quote: Texts
    """The passage, word for word; `[…]` marks a gap within one sentence. Use a list if several passages say it."""
    same: Refs | None = None
    """Claims of other briefings that state the same."""
    formerly: list[Id] = []
    """Former ids in this briefing; links to them lead here."""
    note: Text | None = None
    """The editor's remark, shown as such."""


class DisagreementEntry(_Model):
    """Claims that cannot all hold without qualification."""

    id: Id | None = None
    """The permanent name of its place; made from `about` if left out."""
    about: Text
    """What the claims disagree about, in a few words."""
    class_: Annotated[DisagreementClass, Field(alias="class")]
    """The kind of disagreement, as the editor judges it."""
    between: Annotated[list[Ref], Field(min_length=2)]
    """The claims that disagree."""
    note: Text | None = None
    """What a reader needs to judge it."""


class QuestionEntry(_Model):
    """What is not known, and what would settle it."""

    id: Id | None = None
    """The permanent name of its place; made from `text` if left out."""
    text: Text
    """The question."""
    on: Ref | None = None
    """The scheduled event or expectation that it asks about."""
    answer: Text | None = None
    """The answer, with a citation, once a source gives it."""


class CorrectionEntry(_Model):
    """What was corrected after publication, and when."""

    date: DateText
    """The day of the correction."""
    text: Text
    """What was wrong and what it says now."""


class BriefingFile(_Model):
    """One development, based on its sources. The file is named `YYYY-MM-DD-id.yml`."""

    title: Text
    """The bottom line in one line."""
    sources: Annotated[list[Id], Field(min_length=1)]
    """The sources that it is based on."""
    storylines: list[Id] = []
    """The storylines that it belongs to."""
    summary: Text
    """The bottom line first: paragraphs and `- ` bullets, each sentence with its citation before the full stop."""
    claims: dict[Id, ClaimEntry] = {}
    """The claims, by id."""
    disagreements: list[DisagreementEntry] = []
    """Claims, of this or other briefings, that cannot all hold."""
    questions: list[
        Annotated[QuestionEntry, BeforeValidator(_as_question, json_schema_input_type=str | QuestionEntry)]
    ] = []
    """Open questions; a plain text is a question too."""
    status: Literal["draft", "published", "withdrawn"] = "published"
    """Drafts never leave the desk; a withdrawn briefing leaves a note in its place."""
    withdrawn: Text | None = None
    """Why it was withdrawn, for readers."""
    updated: DateText | None = None
    """The day of the last change of substance."""
    corrections: list[CorrectionEntry] = []
    """What was corrected after publication; always visible."""
    formerly: list[Id] = []
    """Former ids; their addresses lead here."""
    embargo: DateText | None = None
    """The briefing is a draft until this day."""
    lang: Text = "en"
    """The language of the briefing (BCP 47)."""
    note: Text | None = None
    """The editor's remark, shown as such."""


class EntityEntry(_Model):
    """Names and classification only; what is known of it comes from claims."""

    kind: EntityKind
    """The kind of entity."""
    of: Id | None = None
    """The body or country that it belongs to."""
    name: Text
    """The name that pages use."""
    aliases: list[Text] = []
    """Other names, matched as typed."""
    short: Text | None = None
    """A short form that counts only after the full name in the same text."""
    issuer: Id | None = None
    """Who issued or would issue the measure."""
    targets: list[Id] = []
    """Those whom the measure is aimed at."""
    technologies: list[Id] = []
    """The technologies that the measure is about."""
    part_of: Id | None = None
    """The measure that this one is a part of."""
    quiet: bool = False
    """Too common to link by itself; `[[id]]` still links."""
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[1-9]\d*$")] | None = None
    """The Wikidata id, checked by hand."""
    formerly: list[Id] = []
    """Former ids; their addresses lead here."""
    note: Text | None = None
    """A remark about the classification, shown as such."""
    outside: dict[Text, Text] = {}
    """`{field: reason}`: fields known to the editor from elsewhere; always shown as such."""


class EntitiesFile(RootModel[dict[Id, EntityEntry]]):
    """Entities by id."""


class StorylineEntry(_Model):
    """Briefings and measures that belong together over time."""

    title: Text
    """The name of the storyline."""
    measures: list[Id] = []
    """The measures that it is about."""
    summary: Text
    """The current state, with citations."""
    formerly: list[Id] = []
    """Former ids; their addresses lead here."""


class StorylinesFile(RootModel[dict[Id, StorylineEntry]]):
    """Storylines by id."""


class SourceFront(_Model):
    """The front matter of a source: what is known of a captured article. An absent field has not been looked at yet."""

    id: Id | None = None
    """A short handle; by default the file name without `.txt`."""
    formerly: list[Id] = []
    """Former ids; their addresses lead here."""
    title: Text | None = None
    """The headline, or `not stated`."""
    label: Text | None = None
    """A short name for lists, if the title is long or not stated."""
    published: PublishedText | None = None
    """When it was published (EDTF), or when it must have been, or `not stated`."""
    publisher: Text | None = None
    """The outlet's id, or `not stated`."""
    author: Text | None = None
    """The author as printed."""
    address: Text | None = None
    """The web address that it was captured from."""
    captured: DateText | None = None
    """When it was captured."""
    inferred: dict[Text, Text] = {}
    """`{field: reason}`: fields inferred from the text."""
    outside: dict[Text, Text] = {}
    """`{field: reason}`: fields known to the editor from elsewhere; always shown as such."""
    note: Text | None = None
    """A remark about the text as a whole, shown as such."""
    lang: Text = "en"
    """The language of the text (BCP 47)."""
    rights: Rights = "all-rights-reserved"
    """The whole text is published only if this allows it."""
    skip: dict[SkipKind, Texts] = {}
    """Lines that state nothing: quotations, word for word."""
    misprints: dict[Text, Text] = {}
    """`{printed: meant}`; what is meant is words or an entity's id."""
    means: dict[Text, Id] = {}
    """`{Beijing: china}`: metonyms, in this source only."""
    one_voice: dict[Text, Id] = {}
    """`{a Chinese expert: ma-jihua}`: an unnamed voice that is taken to be a named one; say why in
    `inferred: {one_voice: …}`."""
    cites: dict[Id, Texts] = {}
    """The sources that the article itself lists: `{outlet: quotation}`."""
    status: Literal["current", "corrected", "withdrawn"] = "current"
    """What the publisher did with the article later."""
    status_note: Text | None = None
    """What was corrected, or why the article was withdrawn."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None
    """The seal: SHA-256 of the bytes below the front matter (`briefings seal` writes it)."""
