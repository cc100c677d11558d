"""The fields that editors may write, as pydantic models.

The JSON Schemas that editors complete and validate with, and the YAML reference of the site, are made from
these models, so each field's description is documentation.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

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

from mkdocs_briefings.model import dates, web_address
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.model.parts import (
    ANY,
    CLAIM,
    COMPARED,
    ENTITY,
    FORMER,
    HEADLINE,
    ITS_ID,
    LINE,
    PROSE,
    QUOTATION,
    ROLE,
    SOURCE,
    STORYLINE,
    TEXT,
    VALUE,
    VOICES,
)  # fmt: skip

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
Medium = Literal[
    "state media", "news agency", "newspaper", "broadcaster", "magazine", "trade press", "local news", "aggregator",
    "think tank", "official",
]  # fmt: skip
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


def _address(value: str) -> str:
    if why := web_address.fault(value):
        raise PydanticCustomError("bad_address", "{reason}", {"reason": why})
    return value


def _short_id(value: str) -> str:
    if len(value.encode()) > _MOST_BYTES:
        raise PydanticCustomError(
            "too_many_bytes", f"More than {_MOST_BYTES} bytes, which no file name could hold"
        )
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
_MOST_BYTES = 200
"""Of an id: it becomes the name of a folder, for which most file systems have 255 bytes."""
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=100), AfterValidator(_short_id)]
Ref = Annotated[str, StringConstraints(pattern=REF_PATTERN, max_length=201)]
DateText = Annotated[
    str,
    VALUE,
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
    VALUE,
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
ValueText = Annotated[Scalar | list[Scalar], COMPARED]


class _FieldModel(BaseModel):
    model_config = ConfigDict(
        extra="forbid", strict=True, populate_by_name=False, use_attribute_docstrings=True
    )


class ReplyEntry(_FieldModel):
    """What came of the desk's asking somebody whom a claim is about."""

    asked: DateText | None = None
    """The day on which the desk asked for a reply. Alone, it says that none has come."""
    answered: DateText | None = None
    """The day of the reply; `words` gives it."""
    declined: DateText | None = None
    """The day on which they declined to comment."""
    words: Annotated[Text, TEXT] | None = None
    """The reply in their own words. The desk vouches for them, no source does; pages say so."""


class ClaimEntry(_FieldModel):
    """One atomic statement that a source reports, in our words, with the passage that it rests on."""

    text: Annotated[Text, LINE] | None = None
    """The bare statement, in our words; the page adds the voice and the kind. A denial may leave it out."""
    denies: Annotated[Ref, CLAIM] | None = None
    """The claim that this one denies."""
    kind: Kind | None = None
    """How the source presents it; by default `report`, or `denial` if `denies` is given."""
    said_by: (
        Annotated[
            list[Text], BeforeValidator(_as_list), Field(min_length=1), WithJsonSchema(_ONE_OR_MANY), VOICES
        ]
        | None
    ) = None
    """Who says it, origin first: `people familiar with the matter > wsj`. Words with a space describe, a word
    without is an entity's id (in Chinese, Japanese or Thai it may describe), `id (occasion)` adds the occasion;
    use `not stated` if the text hides the speaker.
    Never name the source's publisher. Use a list for voices that are independent of each other."""
    source: Annotated[Id, SOURCE] | None = None
    """The source of the passages; needed only if more than one source of the briefing contains them."""
    at: Annotated[Ref, CLAIM] | None = None
    """The claim whose event is the occasion of this statement and gives its date."""
    date: DateText | None = None
    """When it happened or is to happen (EDTF). A claim with a date is an event."""
    printed: Annotated[Text, QUOTATION] | None = None
    """The date in the words of the source, if they are relative or partial."""
    why: Annotated[Text, TEXT] | None = None
    """How `date` follows from the printed words."""
    state: dict[Annotated[Id, ENTITY], State] | None = None
    """The state into which the event moves a measure: `{measure: issued}`."""
    value: dict[Annotated[Id, ENTITY], dict[Annotated[Text, VALUE], ValueText]] | None = None
    """Values that can be compared, `{subject: {property: value}}`: dates, numbers, ids and state words only.
    `{measure: {answers: other-measure}}` says that the first is called a response to the second."""
    role: dict[Annotated[Id, ENTITY], Annotated[Text, ROLE]] | None = None
    """Who holds which role, `{person: executive director of some-agency}`; words that are ids become links."""
    reply: dict[Annotated[Id, ENTITY], ReplyEntry] | None = None
    """What those whom the claim is about replied to the desk, `{party: {asked: 2025-03-01, declined: 2025-03-02}}`."""
    quote: Annotated[Texts, QUOTATION]
    """The passage, word for word; `[…]` marks a gap within one sentence. Use a list if several passages say it."""
    translation: (
        Annotated[
            list[Text], BeforeValidator(_as_list), Field(min_length=1), WithJsonSchema(_ONE_OR_MANY), TEXT
        ]
        | None
    ) = None
    """What the passage says in the language of the briefing, in the desk's own words. Pages show it below the passage
    as the desk's translation; sentences may quote it. Use a list if `quote` is one."""
    translator: Annotated[Text, VALUE] | None = None
    """Who translated it; that of the briefing if left out."""
    same: Annotated[Refs, CLAIM] | None = None
    """Claims of other briefings that state the same."""
    formerly: list[Annotated[Id, FORMER]] = []
    """Former ids in this briefing; links to them lead here."""
    note: Annotated[Text, TEXT] | None = None
    """The editor's remark, shown as such."""


class DisagreementEntry(_FieldModel):
    """Claims that cannot all hold without qualification."""

    id: Annotated[Id, ITS_ID["place"]] | None = None
    """The permanent name of its place; made from `about` if left out."""
    about: Annotated[Text, LINE]
    """What the claims disagree about, in a few words."""
    class_: Annotated[DisagreementClass, Field(alias="class")]
    """The kind of disagreement, as the editor judges it."""
    between: Annotated[list[Annotated[Ref, CLAIM]], Field(min_length=2)]
    """The claims that disagree."""
    note: Annotated[Text, LINE] | None = None
    """What a reader needs to judge it."""


class QuestionEntry(_FieldModel):
    """What is not known, and what would settle it."""

    id: Annotated[Id, ITS_ID["place"]] | None = None
    """The permanent name of its place; made from `text` if left out."""
    text: Annotated[Text, LINE]
    """The question."""
    on: Annotated[Ref, CLAIM] | None = None
    """The scheduled event or expectation that it asks about."""
    answer: Annotated[Text, LINE] | None = None
    """The answer, with a citation, once a source gives it."""


class CorrectionEntry(_FieldModel):
    """What was corrected after publication, and when."""

    date: DateText
    """The day of the correction."""
    text: Annotated[Text, LINE]
    """What was wrong and what it says now."""


def _unless_withdrawn(described: dict[str, Any]) -> None:
    """Say in a JSON Schema that a withdrawn briefing needs no more than its title."""
    needed = described.pop("required")
    described["required"] = ["title"]
    is_withdrawn = {"properties": {"status": {"const": "withdrawn"}}, "required": ["status"]}
    described |= {"if": is_withdrawn, "else": {"required": [name for name in needed if name != "title"]}}


class BriefingFile(_FieldModel):
    """One development, based on its sources. The file is named `YYYY-MM-DD-id.yml`."""

    model_config = ConfigDict(json_schema_extra=_unless_withdrawn)

    title: Annotated[Text, TEXT]
    """The bottom line in one line."""
    sources: Annotated[list[Annotated[Id, SOURCE]], Field(min_length=1)]
    """The sources that it is based on; one that is withdrawn may leave them out."""
    storylines: list[Annotated[Id, STORYLINE]] = []
    """The storylines that it belongs to."""
    summary: Annotated[Text, PROSE]
    """The bottom line first: paragraphs and `- ` bullets, each sentence with its citation before the full stop.
    One that is withdrawn may leave it out."""
    matters: Annotated[Text, TEXT] | None = None
    """Why it matters, in a sentence of the desk's own, shown as such."""
    claims: dict[Annotated[Id, ITS_ID["claim"]], ClaimEntry] = {}
    """The claims, by id."""
    disagreements: list[DisagreementEntry] = []
    """Claims, of this or other briefings, that cannot all hold."""
    questions: list[
        Annotated[
            QuestionEntry, BeforeValidator(_as_question, json_schema_input_type=str | QuestionEntry), LINE
        ]
    ] = []
    """Open questions; a plain text is a question too."""
    status: Literal["draft", "published", "withdrawn"] = "published"
    """Drafts never leave the desk; a withdrawn briefing leaves a note in its place."""
    withdrawn: Annotated[Text, TEXT] | None = None
    """Why it was withdrawn, for readers."""
    updated: DateText | None = None
    """The day of the last change of substance."""
    corrections: list[CorrectionEntry] = []
    """What was corrected after publication; always visible."""
    formerly: list[Annotated[Id, FORMER]] = []
    """Former ids; their addresses lead here."""
    embargo: DateText | None = None
    """The briefing is a draft until this day."""
    lang: Annotated[Text, VALUE] = "en"
    """The language of the briefing (BCP 47); that of the site (`theme.language`) if left out."""
    translator: Annotated[Text, VALUE] | None = None
    """Who translated what its claims quote, unless a claim says otherwise."""
    note: Annotated[Text, TEXT] | None = None
    """The editor's remark, shown as such."""


class EntityEntry(_FieldModel):
    """Names and classification only; what is known of it comes from claims."""

    kind: EntityKind
    """The kind of entity."""
    of: Annotated[Id, ENTITY] | None = None
    """The body or country that it belongs to."""
    name: Annotated[Text, VALUE]
    """The name that pages use."""
    aliases: list[Annotated[Text, VALUE]] = []
    """Other names, matched as typed."""
    short: Annotated[Text, VALUE] | None = None
    """A short form that counts only after the full name in the same text."""
    reading: Annotated[Text, VALUE] | None = None
    """How its name is read, by which lists are sorted: kana, pinyin where characters have more than one, a family name first."""
    description: Annotated[Text, TEXT] | None = None
    """What it is, in one line; `outside: {description: …}` names where that is known from. A role that a claim reports comes before it."""
    medium: Medium | None = None
    """What sort of outlet it is; `outside: {medium: …}` names where that is known from."""
    ownership: Annotated[Text, TEXT] | None = None
    """Who owns or controls the outlet; `outside: {ownership: …}` names where that is known from."""
    issuer: Annotated[Id, ENTITY] | None = None
    """Who issued or would issue the measure."""
    targets: list[Annotated[Id, ENTITY]] = []
    """Those whom the measure is aimed at."""
    technologies: list[Annotated[Id, ENTITY]] = []
    """The technologies that the measure is about."""
    part_of: Annotated[Id, ENTITY] | None = None
    """The measure that this one is a part of."""
    taken_as_one: Annotated[Text, TEXT] | None = None
    """Why the desk takes it to be one measure, where no source says so: every line that joins two of its states says that this
    is the desk's own reading."""
    reviewed: DateText | None = None
    """The day on which somebody of the desk last looked for news of the measure, found or not."""
    quiet: bool = False
    """Too common to link by itself; `[[id]]` still links."""
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[1-9]\d*$"), VALUE] | None = None
    """The Wikidata id, checked by hand."""
    formerly: list[Annotated[Id, FORMER]] = []
    """Former ids; their addresses lead here."""
    note: Annotated[Text, TEXT] | None = None
    """A remark about the classification, shown as such."""
    outside: dict[Annotated[Text, VALUE], Annotated[Text, TEXT]] = {}
    """`{field: reason}`: fields known to the editor from elsewhere; always shown as such."""


class EntitiesFile(RootModel[dict[Annotated[Id, ITS_ID["entity"]], EntityEntry]]):
    """Entities by id."""


class StorylineEntry(_FieldModel):
    """Briefings and measures that belong together over time."""

    title: Annotated[Text, TEXT]
    """The name of the storyline."""
    measures: list[Annotated[Id, ENTITY]] = []
    """The measures that it is about."""
    reviewed: DateText | None = None
    """The day on which somebody of the desk last looked for news of it, found or not."""
    summary: Annotated[Text, PROSE]
    """The current state, with citations."""
    formerly: list[Annotated[Id, FORMER]] = []
    """Former ids; their addresses lead here."""


class StorylinesFile(RootModel[dict[Annotated[Id, ITS_ID["storyline"]], StorylineEntry]]):
    """Storylines by id."""


class SourceFront(_FieldModel):
    """The front matter of a source: what is known of a captured article. An absent field has not been looked at yet."""

    id: Annotated[Id, ITS_ID["source"]] | None = None
    """A short handle; by default the file name without `.txt`."""
    formerly: list[Annotated[Id, FORMER]] = []
    """Former ids; their addresses lead here."""
    title: Annotated[Text, HEADLINE] | None = None
    """The headline, or `not stated`."""
    label: Annotated[Text, VALUE] | None = None
    """A short name for lists, if the title is long or not stated."""
    published: PublishedText | None = None
    """When it was published (EDTF), or when it must have been, or `not stated`."""
    publisher: Annotated[Text, ENTITY] | None = None
    """The outlet's id, or `not stated`."""
    author: Annotated[Text, VALUE] | None = None
    """The author as printed."""
    address: Annotated[Text, AfterValidator(_address), VALUE] | None = None
    """The web address that it was captured from."""
    captured: DateText | None = None
    """When it was captured."""
    inferred: dict[Annotated[Text, VALUE], Annotated[Text, TEXT]] = {}
    """`{field: reason}`: fields inferred from the text."""
    outside: dict[Annotated[Text, VALUE], Annotated[Text, TEXT]] = {}
    """`{field: reason}`: fields known to the editor from elsewhere; always shown as such."""
    note: Annotated[Text, TEXT] | None = None
    """A remark about the text as a whole, shown as such."""
    lang: Annotated[Text, VALUE] = "en"
    """The language of the text (BCP 47); that of the site (`theme.language`) if left out."""
    rights: Rights = "all-rights-reserved"
    """The whole text is published only if this allows it."""
    skip: dict[SkipKind, Annotated[Texts, QUOTATION]] = {}
    """Lines that state nothing: quotations, word for word."""
    misprints: dict[Annotated[Text, QUOTATION], Annotated[Text, ANY]] = {}
    """`{printed: meant}`; what is meant is words or an entity's id."""
    means: dict[Annotated[Text, QUOTATION], Annotated[Id, ENTITY]] = {}
    """`{Beijing: china}`: metonyms, in this source only."""
    one_voice: dict[Annotated[Text, QUOTATION], Annotated[Id, ENTITY]] = {}
    """`{a Chinese expert: ma-jihua}`: an unnamed voice that is taken to be a named one; say why in
    `inferred: {one_voice: …}`."""
    cites: dict[Annotated[Id, ENTITY], Annotated[Texts, QUOTATION]] = {}
    """The sources that the article itself lists: `{outlet: quotation}`."""
    retranslated: dict[Annotated[Text, VALUE], Annotated[Texts, QUOTATION]] = {}
    """`{de: quotations}`: what the article quotes in its own translation of words that were said in another language
    (BCP 47; `und` if it does not say which). Every page that shows such a passage says so."""
    status: Literal["current", "corrected", "withdrawn"] = "current"
    """What the publisher did with the article later."""
    status_note: Annotated[Text, TEXT] | None = None
    """What was corrected, or why the article was withdrawn."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$"), VALUE] | None = None
    """The seal: SHA-256 of the bytes below the front matter (`briefings seal` writes it)."""


FILES: tuple[type[BaseModel], ...] = (SourceFront, BriefingFile, EntitiesFile, StorylinesFile)
"""What a file of a desk may be."""
