"""The ledger of a briefing, `briefings/versions/ID.json`: what each of its versions said; `briefings release` writes it.

It is data and holds no word of a source: of a passage it has the positions in the sealed text, which never changes.
"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date  # noqa: TC003, pydantic reads it
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from mkdocs_briefings.model.problem import Place, Problem, Rule, Severity
from mkdocs_briefings.parse import seed
from mkdocs_briefings.parse.schema import ID_PATTERN, REF_PATTERN, DisagreementClass, Kind, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.model.settings import Settings

VERSIONS_BROKEN = Rule(
    "versions-broken",
    Severity.ERROR,
    "A file in `briefings/versions/` cannot be read, or was changed by hand.",
    "It is the record of what readers were told; each version has a permanent address.",
    "Two changes to it were merged, and a conflict was left in it.",
    "Take the whole file from one side of the merge, then run `briefings release`. Never edit it.",
)
VERSIONS_ORPHANED = Rule(
    "versions-without-briefing",
    Severity.WARNING,
    "There are recorded versions of a briefing that is not on the desk.",
    "Each version was promised a permanent address; without the briefing, none of them has a page.",
    "The file of a briefing was deleted or renamed by hand.",
    "Withdraw a briefing (`status: withdrawn`) rather than delete it, and rename it with `briefings rename`.",
)
MOST_BYTES = 10_000_000
"""Of a ledger: far more than a briefing that changes daily for years."""
_MOST_FAULTS = 20
_LONGEST = 20_000

_Line = Annotated[
    str, StringConstraints(max_length=_LONGEST, pattern="^[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*$")
]
_Name = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=200)]
_Cited = Annotated[str, StringConstraints(pattern=REF_PATTERN, max_length=400)]
_At = Annotated[int, Field(ge=0, le=MOST_BYTES)]
_Many = Field(max_length=5_000)


class _LedgerModel(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Speaker(_LedgerModel):
    """A voice of a chain; all empty where the source does not state it."""

    entity: _Name | Literal[""] = ""
    description: _Line = ""
    occasion: _Line = ""


class ToldSentence(_LedgerModel):
    """A sentence of the bottom line."""

    opens: Literal["", "paragraph", "bullet"] = ""
    """What begins with it."""
    text: _Line
    cites: Annotated[tuple[_Cited, ...], _Many] = ()
    """Claims as `briefing#claim`, and sources."""


class ToldReply(_LedgerModel):
    """What came of asking somebody whom a claim is about."""

    party: _Name
    outcome: Literal["asked", "answered", "declined"]
    date: _Line
    asked: _Line = ""
    words: _Line = ""


class ToldClaim(_LedgerModel):
    """A claim, as a reader was told it."""

    id: _Name
    text: _Line
    kind: Kind = "report"
    analysed: bool = True
    said_by: Annotated[tuple[Annotated[tuple[Speaker, ...], _Many], ...], _Many] = ()
    source: _Name
    passages: Annotated[tuple[Annotated[tuple[tuple[_At, _At], ...], _Many], ...], _Many] = ()
    """Of each passage the characters of the source's text, a span for each part between gaps."""
    date: _Line = ""
    states: Annotated[tuple[tuple[_Name, State], ...], _Many] = ()
    denies: _Cited | Literal[""] = ""
    replies: Annotated[tuple[ToldReply, ...], _Many] = ()
    translations: Annotated[tuple[_Line, ...], _Many] = ()
    """The desk's own words for each passage of another language."""
    translator: _Line = ""


class ToldDisagreement(_LedgerModel):
    id: _Name
    about: _Line
    sort: DisagreementClass


class ToldQuestion(_LedgerModel):
    id: _Name
    text: _Line
    answer: _Line = ""


class ToldCorrection(_LedgerModel):
    date: _Line
    text: _Line


class Version(_LedgerModel):
    """What a briefing said from one release to the next; of one that was taken down, that it was."""

    number: Annotated[int, Field(ge=1, le=100_000)]
    evidence: date | None = None
    """The day of the newest evidence on the desk."""
    sum: _Line = ""
    """The first half of the SHA-256 of its words, so that nobody changes it by hand or by a merge."""
    removed: bool = False
    reason: _Line = ""
    """Why it was taken down."""
    lang: _Line = "en"
    title: _Line = ""
    note: _Line = ""
    matters: _Line = ""
    sources: Annotated[tuple[_Name, ...], _Many] = ()
    summary: Annotated[tuple[ToldSentence, ...], _Many] = ()
    claims: Annotated[tuple[ToldClaim, ...], _Many] = ()
    disagreements: Annotated[tuple[ToldDisagreement, ...], _Many] = ()
    questions: Annotated[tuple[ToldQuestion, ...], _Many] = ()
    corrections: Annotated[tuple[ToldCorrection, ...], _Many] = ()

    @property
    def said(self) -> Version:
        """What it says, whatever its number and its day."""
        return self.model_copy(update={"number": 1, "evidence": None, "sum": ""})

    @property
    def texts(self) -> Iterator[str]:
        """All words of it, in order."""
        yield from (self.title, self.note)
        yield from (one.text for one in self.summary)
        for claim in self.claims:
            yield from (claim.text, claim.date)
            yield from (
                words for way in claim.said_by for one in way for words in (one.description, one.occasion)
            )
        yield from (one.about for one in self.disagreements)
        yield from (words for one in self.questions for words in (one.text, one.answer))
        yield from (one.text for one in self.corrections)
        yield from filter(None, (self.matters,))
        for claim in self.claims:
            for reply in claim.replies:
                yield from (reply.outcome, reply.date, reply.asked, reply.words)
            yield from (*claim.translations, *filter(None, (claim.translator,)))


class VersionLedger(_LedgerModel):
    """The versions of a briefing, oldest first."""

    format: Literal[1] = 1
    briefing: _Name
    versions: Annotated[tuple[Version, ...], Field(min_length=1, max_length=10_000)]


def path_of(settings: Settings, briefing: str) -> str:
    """Return the path of the ledger of a briefing."""
    return f"{settings.briefings_dir}/versions/{briefing}.json"


def is_ledger(path: str, settings: Settings) -> bool:
    """Return whether a file is where a ledger would be."""
    head, tail = f"{settings.briefings_dir}/versions/", ".json"
    name = path.removeprefix(head)
    return path.startswith(head) and path.endswith(tail) and "/" not in name and not name.startswith(".")


def version_sum(version: Version) -> str:
    """Return the sum of what a version says; ids play no part in it, for they may be changed."""
    said = [version.removed, version.reason, version.lang, *version.texts]
    said += [
        (one.kind, one.analysed, one.passages, *(state for _, state in one.states)) for one in version.claims
    ]
    said += [one.opens for one in version.summary]
    return hashlib.sha256(_compact(said).encode()).hexdigest()[:32]


def read(path: str, data: bytes) -> tuple[VersionLedger | None, tuple[Problem, ...]]:
    """Read a ledger, or find what is wrong with it."""
    if len(data) > MOST_BYTES:
        return None, (VERSIONS_BROKEN.at(Place(path), f"a ledger has at most {MOST_BYTES:,} bytes"),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (seed.decoding_problem(path, data, error),)
    try:
        ledger = VersionLedger.model_validate_json(text)
    except ValidationError as error:
        return None, tuple(_faults(path, error))
    wrong = tuple(_wrong(path, ledger))
    return (None if wrong else ledger), wrong


def dumps(ledger: VersionLedger) -> bytes:
    """Write a ledger: a line for each sentence, claim and so on, in their order on the page."""
    versions = ",".join(f"\n  {{{_fields(_data(one))}\n  }}" for one in ledger.versions)
    head = f' "format": {ledger.format},\n "briefing": {_compact(ledger.briefing)},\n'
    return f'{{\n{head} "versions": [{versions}\n ]\n}}\n'.encode()


def _data(version: Version) -> dict[str, Any]:
    return version.model_dump(mode="json", exclude_defaults=True)


def _fields(data: dict[str, Any]) -> str:
    return ",".join(f"\n   {_compact(name)}: {_value(value)}" for name, value in data.items())


def _value(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return f"[{','.join(f'{chr(10)}    {_compact(one)}' for one in value)}\n   ]"
    return _compact(value)


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _faults(path: str, error: ValidationError) -> Iterator[Problem]:
    """Say what is not as the models want it, each at its place."""
    found = error.errors(include_url=False, include_input=False)
    for one in found[:_MOST_FAULTS]:
        said = one["msg"]
        at = re.search(r" at line (\d+) column (\d+)$", said)
        if at and one["type"] == "json_invalid":
            line, column = int(at[1]), int(at[2])
            words = said[: at.start()].removeprefix("Invalid JSON: ")
            place = Place(path, line=max(line, 1), column=max(column, 1))
            yield VERSIONS_BROKEN.at(place, f"this is not JSON: {words}")
            continue
        loc = one["loc"]
        name = next((str(part) for part in reversed(loc) if isinstance(part, str)), "the file")
        yield VERSIONS_BROKEN.at(Place(path, loc), f"`{name}`: {said[:1].lower()}{said[1:]}")


def _wrong(path: str, ledger: VersionLedger) -> Iterable[Problem]:
    """Find what each part allows, and the whole does not."""
    stem = path.rpartition("/")[2].removesuffix(".json")
    if ledger.briefing != stem:
        place = Place(path, ("briefing",))
        yield VERSIONS_BROKEN.at(place, f"this is the ledger of `{ledger.briefing}`, by its name of `{stem}`")
    for n, version in enumerate(ledger.versions):
        if version.number != n + 1:
            place = Place(path, ("versions", n, "number"))
            yield VERSIONS_BROKEN.at(place, f"version {n + 1} has the number {version.number}")
        elif version.sum != version_sum(version):
            place = Place(path, ("versions", n))
            yield VERSIONS_BROKEN.at(
                place, f"version {version.number} was changed after `briefings release` wrote it"
            )
