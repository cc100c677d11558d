"""What a change does to a desk, as frozen data for all reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.build import Result
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.report.location import Located

Look = Literal[
    "error", "code", "negation", "source-fell", "source-text", "origin-lost", "state", "voice", "kind", "figures",
    "sentence-alone", "passage-alone", "citation", "publication", "address",
]  # fmt: skip
LOOKS: tuple[Look, ...] = (
    "error", "code", "negation", "source-fell", "source-text", "origin-lost", "state", "voice", "kind", "figures",
    "sentence-alone", "passage-alone", "citation", "publication", "address",
)  # fmt: skip
"""What a reviewer must look at, the most important first."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One side of a comparison."""

    result: Result
    """Built with its drafts: reviewers judge what is to come."""
    problems: tuple[Located, ...]
    """As a check of the published desk tells them, those that the baseline freezes among them."""
    public: frozenset[str]
    """The pages that readers would see."""
    tree: Mapping[str, bytes]
    settings: Settings
    """What `result` was built from, and how."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Ids that were changed in `result` to those of the other side."""
    docs: Mapping[str, bytes] = field(default_factory=dict)
    """The hand-written pages and what lies beside them, by their paths there."""
    doubts: tuple[Located, ...] = ()
    """What a reviewer should look at in the published desk, without what was dismissed."""
    site: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """All that mkdocs.yml sets, a row for each setting."""
    code: Mapping[str, bytes] = field(default_factory=dict)
    """The files that can run where the site is built or read, as far as mkdocs.yml tells them."""

    @property
    def failed(self) -> bool:
        """Whether one of the two builds has no pages: a draft that is cited fails what readers would see alone."""
        return self.result.failed or any(found.problem.is_error for found in self.problems)


@dataclass(frozen=True, slots=True)
class Flag:
    """One reason to look at something."""

    look: Look
    words: str


@dataclass(frozen=True, slots=True)
class PrintedPassage:
    """A passage as it is printed beside what rests on it."""

    source: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in words: all that a reader is told of it."""

    text: str
    said_by: tuple[str, ...]
    """One way of the words for each independent voice, origin first, the source last."""
    kind: str
    date: str
    states: tuple[str, ...]
    values: tuple[str, ...]
    roles: tuple[str, ...]
    replies: tuple[str, ...]
    translations: tuple[str, ...]
    translator: str
    denies: str
    same: tuple[str, ...]
    at: str
    printed: str
    why: str
    note: str
    passages: tuple[PrintedPassage, ...]


@dataclass(frozen=True, slots=True)
class ClaimChange:
    ref: str
    """In the head, or in the base if it is lost."""
    was: str
    """The reference that it had in the base, where that is another one."""
    how: Literal["added", "changed", "renamed", "lost", "unreadable"]
    """`unreadable`: its file has errors now, so that nobody can tell."""
    old: Statement | None
    new: Statement | None
    fields: tuple[str, ...]
    """The fields of the statement that changed."""
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """What a sentence rests on: a claim, or a source as a whole, which has no passages."""

    ref: str
    text: str
    passages: tuple[PrintedPassage, ...]


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """A sentence of our own prose."""

    home: str
    """The briefing or storyline that it is in."""
    page: str
    part: str
    how: Literal["added", "changed", "lost"]
    old: str
    new: str
    cited: tuple[Cited, ...]
    """What it cites now, or, of a lost one, what it cited."""
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class FieldChange:
    field: str
    old: str
    new: str
    """In words; of the text of a source, which has its seal for that, nothing."""


@dataclass(frozen=True, slots=True)
class EntityChange:
    id: str
    name: str
    kind: str
    how: Literal["added", "changed", "lost"]
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class SourceChange:
    id: str
    label: str
    how: Literal["added", "changed", "lost"]
    fields: tuple[FieldChange, ...]
    status: str
    status_note: str
    falls: tuple[str, ...]
    """What rests on it, in words, where it was corrected or withdrawn or its text changed."""
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class BriefingChange:
    id: str
    was: str
    title: str
    how: Literal["added", "changed", "renamed", "lost"]
    old: str
    """Whether readers saw it: `published`, `draft`, `under embargo`, `withdrawn`, or nothing."""
    new: str
    flags: tuple[Flag, ...]
    fields: tuple[FieldChange, ...]
    """What changed beside its sentences, claims, disagreements and questions."""


@dataclass(frozen=True, slots=True)
class StorylineChange:
    """What changed beside its sentences."""

    id: str
    title: str
    how: Literal["added", "changed", "lost"]
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class StateChange:
    measure: str
    name: str
    old: str
    new: str
    claim: str
    """The claim that tells the new state, or, if there is none any more, told the old one."""
    text: str
    passages: tuple[PrintedPassage, ...]
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class CorroborationChange:
    claim: str
    """The first of the claims that state the same."""
    text: str
    others: int
    """How many more claims state the same."""
    gained: tuple[str, ...]
    dropped: tuple[str, ...]
    before: int
    after: int
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class DisagreementChange:
    ref: str
    how: Literal["opened", "closed", "changed"]
    about: str
    old_class: str
    new_class: str
    old_note: str
    new_note: str
    sides: tuple[Cited, ...]
    fields: tuple[FieldChange, ...]
    """What else changed."""


@dataclass(frozen=True, slots=True)
class QuestionChange:
    ref: str
    how: Literal["asked", "answered", "answer changed", "changed", "reopened", "removed"]
    text: str
    old_answer: str
    new_answer: str
    cited: tuple[Cited, ...]
    flags: tuple[Flag, ...]
    fields: tuple[FieldChange, ...]
    """What changed beside the answer."""


@dataclass(frozen=True, slots=True)
class PageChange:
    path: str
    title: str
    how: Literal["added", "changed", "gone", "moved"]
    to: str
    """Where a moved one leads."""
    listed: bool
    """An editor wrote the file that makes it; lists change with everything."""


@dataclass(frozen=True, slots=True)
class BrokenAddress:
    """An address that readers had and that leads nowhere now."""

    path: str
    title: str
    why: str
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class SiteChange:
    """A setting of the site, or a file that can run where it is built or read."""

    name: str
    sort: Literal["setting", "file"]
    how: Literal["added", "changed", "gone"]
    old: str
    new: str
    """The values of a setting; empty for a file."""
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class ReportedProblem:
    path: str
    line: int
    column: int
    severity: str
    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class FaultyFile:
    """A changed file that has errors now."""

    path: str
    errors: int
    read: bool
    """What it says could be read but for what is at fault, so that its sentences are compared."""


@dataclass(frozen=True, slots=True)
class Change:
    """Everything that the head has otherwise than the base."""

    base_errors: int
    head_errors: int
    faulty: tuple[FaultyFile, ...]
    """What nobody can judge as a whole, since it has errors."""
    claims: tuple[ClaimChange, ...]
    sentences: tuple[SentenceChange, ...]
    sources: tuple[SourceChange, ...]
    entities: tuple[EntityChange, ...]
    briefings: tuple[BriefingChange, ...]
    storylines: tuple[StorylineChange, ...]
    states: tuple[StateChange, ...]
    corroboration: tuple[CorroborationChange, ...]
    disagreements: tuple[DisagreementChange, ...]
    questions: tuple[QuestionChange, ...]
    pages: tuple[PageChange, ...]
    addresses: tuple[BrokenAddress, ...]
    site: tuple[SiteChange, ...]
    doubts: tuple[ReportedProblem, ...]
    """Doubts about meaning that the base does not have."""
    new_problems: tuple[ReportedProblem, ...]
    mended_problems: tuple[ReportedProblem, ...]
    public: frozenset[str]
    """The pages of the head that readers would see, to which links can lead."""
