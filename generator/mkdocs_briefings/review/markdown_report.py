"""Write a change as Markdown for the comment on a pull request, most important things first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from mkdocs_briefings.document.escape import Md, join
from mkdocs_briefings.model import addresses
from mkdocs_briefings.review.bounded import ReportEntry, Section, joined
from mkdocs_briefings.review.change import LOOKS
from mkdocs_briefings.review.comment_text import code, inline_text, marked, place
from mkdocs_briefings.review.word_changes import differences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.review.change import (
        Change,
        Cited,
        ClaimChange,
        DisagreementChange,
        FieldChange,
        Flag,
        Look,
        PrintedPassage,
        QuestionChange,
        ReportedProblem,
        SentenceChange,
        SourceChange,
        Statement,
    )

_T = TypeVar("_T")

LABELS: dict[Look, str] = {
    "error": "Error",
    "code": "Code",
    "negation": "Negation",
    "source-fell": "Source status",
    "source-text": "Source text",
    "origin-lost": "Origin lost",
    "state": "State",
    "voice": "Voice",
    "kind": "Kind",
    "figures": "Number or date",
    "sentence-alone": "Sentence alone",
    "passage-alone": "Passage alone",
    "citation": "Citation",
    "publication": "Publication",
    "address": "Address",
}
_SHORT = 240
"""Characters of one text, where the report as a whole has to be shortened."""
_FEW = 5
"""Passages, citations and the like of one thing, where it has to be shortened."""
_FACTS = (
    ("said_by", "Said by"),
    ("kind", "Kind"),
    ("date", "Date"),
    ("states", "State"),
    ("values", "Value"),
    ("roles", "Role"),
    ("replies", "Reply to the desk"),
    ("translations", "Translation"),
    ("translator", "Translator"),
    ("denies", "Denies"),
    ("same", "The same as"),
    ("at", "Occasion"),
    ("printed", "Date as printed"),
    ("why", "Why this date"),
    ("note", "Note"),
)


def markdown(change: Change, *, preview: str = "", most: int | None = None) -> str:
    """Write the report.

    Args:
        change: what to report.
        preview: the address of a built preview of the head, for links; no links if empty.
        most: the maximum size in bytes of UTF-8, at least `bounded.LEAST`; texts are shortened and entries
            summarised to keep to it. None writes everything.

    """
    whole = _Report(change, preview, None).write(None)
    if most is None or len(whole.encode()) <= most:
        return whole
    return _Report(change, preview, _SHORT).write(most)


@dataclass(frozen=True, slots=True)
class _Report:
    change: Change
    preview: str
    short: int | None

    def write(self, most: int | None) -> str:
        change = self.change
        sections = (
            Section("Look at these first", tuple(self._first()), listed=True),
            Section("Doubts about meaning", tuple(self._problem(one) for one in change.doubts), listed=True),
            Section("Claims", tuple(ReportEntry(one.how, self._claim(one)) for one in change.claims)),
            Section("Our own sentences", tuple(ReportEntry(one.how, self._sentence(one)) for one in change.sentences)),
            Section("Sources", tuple(ReportEntry(one.how, self._source(one)) for one in change.sources)),
            Section("Entities", tuple(self._entities()), listed=True),
            Section("States", tuple(self._states())),
            Section("Corroboration", tuple(self._corroboration()), listed=True),
            Section("Disagreements", tuple(ReportEntry(d.how, self._disagreement(d)) for d in change.disagreements)),
            Section("Questions", tuple(ReportEntry(q.how, self._question(q)) for q in change.questions)),
            Section("Briefings", tuple(self._briefings()), listed=True),
            Section("Storylines", tuple(self._storylines()), listed=True),
            Section("Broken addresses", tuple(self._addresses()), listed=True),
            Section("Settings and code", tuple(self._site()), listed=True),
            Section("New problems", tuple(self._problem(one) for one in change.new_problems), listed=True),
            Section("Fixed problems", tuple(self._problem(one) for one in change.mended_problems), listed=True),
            Section("Pages", tuple(self._pages()), listed=True),
        )  # fmt: skip
        return joined(self._head(sections, bounded=most is not None), sections, most)

    def _head(self, sections: Sequence[Section], *, bounded: bool) -> Md:
        lines = ["## What this change does"]
        sums = [f"{one.title}: {len(one.entries)}" for one in sections[1:] if one.entries]
        lines.append(" · ".join(sums) or "Nothing on the desk changes.")
        if self.change.head_errors:
            lines.append(
                f"**The head has {_counted(self.change.head_errors, 'error')}.** Faulty parts were left out, so "
                "this report is incomplete; generated pages and their addresses could not be compared."
            )
        elif self.change.base_errors:
            lines.append(
                f"The base has {_counted(self.change.base_errors, 'error')}: generated pages and their addresses "
                "could not be compared, and a warning listed as new may be an old one."
            )
        if bounded:
            lines.append(
                "The change is too large to be shown here in full: texts are shortened, and each section says how "
                "much is left out. `briefings diff` shows everything with `--most 0` or `--format json`."
            )
        return Md("\n\n".join(lines))

    # What to look at first.

    def _first(self) -> Iterator[ReportEntry]:
        flagged: list[tuple[Flag, Md]] = [
            *((flag, self._ref(one.ref)) for one in self.change.claims for flag in one.flags),
            *(
                (flag, self._page(one.page, inline_text(f"{one.part} of {one.home}")))
                for one in self.change.sentences
                for flag in one.flags
            ),
            *((flag, self._page(addresses.source(one.id), code(one.id))) for one in self.change.sources for flag in one.flags),
            *((flag, self._page(addresses.entity(one.measure), inline_text(one.name))) for one in self.change.states for flag in one.flags),
            *((flag, self._question_link(one)) for one in self.change.questions for flag in one.flags),
            *((flag, self._ref(one.claim)) for one in self.change.corroboration for flag in one.flags),
            *((flag, self._page(addresses.briefing(one.id), code(one.id))) for one in self.change.briefings for flag in one.flags),
            *((flag, code(one.path)) for one in self.change.addresses for flag in one.flags),
            *((flag, code(one.name)) for one in self.change.site for flag in one.flags),
        ]  # fmt: skip
        if self.change.head_errors:
            text = f"- **Error**: the head has {_counted(self.change.head_errors, 'error')}."
            yield ReportEntry("error", Md(text))
        for one in self.change.faulty:
            how = (
                "its sentences are compared below, but what is at fault is left out"
                if one.read
                else "nothing of it could be read, so that its sentences are not compared: read the file"
            )
            text = f"- **Not judged** · {code(one.path)}: {_counted(one.errors, 'error')}; {how}."
            yield ReportEntry("error", Md(text))
        for flag, where in sorted(flagged, key=lambda pair: LOOKS.index(pair[0].look)):
            label = LABELS[flag.look]
            yield ReportEntry(label.lower(), Md(f"- **{label}** · {where}: {self._inline(flag.words)}"))

    # Claims.

    def _claim(self, one: ClaimChange) -> Md:
        was = Md(f" (was {code(one.was)})") if one.was else Md("")
        parts = [f"#### {one.how.capitalize()}: {self._ref(one.ref)}{was}", self._flags(one.flags)]
        old, new = one.old, one.new
        if one.how == "unreadable":
            parts.append("Its file has errors now, so its changes cannot be shown.")
        rows = []
        if old and new and old != new:
            rows = [("before", self._text(old, new, "lost"), self._passages(old.passages))]
            passages = Md("the same") if new.passages == old.passages else self._passages(new.passages)
            rows.append(("after", self._text(old, new, "gained"), passages))
        elif told_now := new or old:
            rows = [
                ("now" if new else "before", self._inline(told_now.text), self._passages(told_now.passages))
            ]
        parts += [_table(("", "Sentence", "Passage"), rows), self._facts(old, new)]
        if new and (one.fields or not old):
            parts.append("- [ ] The passage supports the whole sentence, in this voice.")
        return _blocks(parts)

    def _text(self, old: Statement, new: Statement, fate: str) -> Md:
        shown = (part for part in differences(old.text, new.text) if part.fate in {"kept", fate})
        return marked(shown, self.short)

    def _facts(self, old: Statement | None, new: Statement | None) -> Md:
        facts = []
        for field, label in _FACTS:
            before, after = (_joined(getattr(side, field)) if side else "" for side in (old, new))
            if not before and not after:
                continue
            if old and new and before != after:
                text = marked(differences(before, after), self.short)
            else:
                text = self._inline(after or before)
            facts.append(f"{label}: {text}")
        return Md(" · ".join(facts))

    # The desk.

    def _sentence(self, one: SentenceChange) -> Md:
        where = self._page(one.page, inline_text(f"{one.part} of {one.home}"))
        parts = [f"#### {one.how.capitalize()}: {where}", self._flags(one.flags)]
        if one.how == "changed" and one.old != one.new:
            text = marked(differences(one.old, one.new), self.short)
        else:
            text = self._inline(one.new or one.old)
        if one.part in _UNCITED:
            parts.append(text)
        else:
            rows = [("" if n else text, *cells) for n, cells in enumerate(self._cited(one.cited))]
            parts.append(_table(("Sentence", "Cites", "Passage"), rows or [(text, "nothing", "")]))
        if one.how != "lost":
            parts.append(f"- [ ] {_UNCITED.get(one.part, 'Its citations support it.')}")
        return _blocks(parts)

    def _source(self, one: SourceChange) -> Md:
        where = self._page(addresses.source(one.id), code(one.id))
        fell = one.status != "current" and all(change.field != "status" for change in one.fields)
        status = Md(f" It is {one.status}. {self._inline(one.status_note)}") if fell else Md("")
        parts = [f"#### {one.how.capitalize()}: {where}", self._flags(one.flags)]
        parts += [f"{self._inline(one.label)}.{status}", self._fields(one.fields)]
        if one.falls:
            lines = [f"- {self._inline(words)}" for words in self._few(one.falls)]
            parts += [f"{_counted(len(one.falls), 'thing')} on the desk depend on it:", "\n".join(lines)]
            parts.append(self._rest(one.falls))
        return _blocks(parts)

    def _entities(self) -> Iterator[ReportEntry]:
        for one in self.change.entities:
            where = self._page(addresses.entity(one.id), inline_text(one.name, self.short))
            text = self._fields(one.fields) or Md(one.kind)
            yield ReportEntry(one.how, Md(f"- {one.how}: {where} ({code(one.id)}): {text}"))

    def _fields(self, fields: Iterable[FieldChange]) -> Md:
        return Md(" · ".join(map(self._field, fields)))

    def _field(self, one: FieldChange) -> str:
        name = one.field.replace("_", " ").capitalize()
        if one.old == one.new:
            return f"{name}: changed"
        return f"{name}: {marked(differences(one.old, one.new), self.short)}"

    def _states(self) -> Iterator[ReportEntry]:
        for one in self.change.states:
            name = self._page(addresses.entity(one.measure), inline_text(one.name))
            states = f"~~{inline_text(one.old or 'none')}~~ **{inline_text(one.new or 'none')}**"
            row = (
                states,
                Md(f"{self._inline(one.text)} {self._ref(one.claim)}"),
                self._passages(one.passages),
            )
            parts = (f"#### {name}", _table(("State", "Claim", "Passage"), [row]))
            yield ReportEntry("moved", _blocks(parts))

    def _corroboration(self) -> Iterator[ReportEntry]:
        for one in self.change.corroboration:
            moves = [f"gained {self._inline('; '.join(one.gained))}"] if one.gained else []
            moves += [f"dropped {self._inline('; '.join(one.dropped))}"] if one.dropped else []
            others = f" and {_counted(one.others, 'claim')} that say the same" if one.others else ""
            text = (
                f"- {self._ref(one.claim)}{others}: {_counted(one.before, 'origin')} → {one.after}, {', '.join(moves)}"
                f" (“{self._inline(one.text)}”)"
            )
            yield ReportEntry("dropped" if one.dropped else "gained", Md(text))

    def _disagreement(self, one: DisagreementChange) -> Md:
        target = addresses.disagreement(*one.ref.split("#", 1))
        where = self._page(target.page, inline_text(one.about, self.short), target.anchor)
        classes = _moved(one.old_class, one.new_class)
        parts = [f"#### {one.how.capitalize()}: {where}", f"Class: {classes}"]
        if one.old_note or one.new_note:
            parts.append(f"Note: {marked(differences(one.old_note, one.new_note), self.short)}")
        parts.append(self._fields(one.fields))
        rows = [(told_, passage) for told_, passage in self._cited(one.sides)]
        parts.append(_table(("Claim", "Passage"), rows))
        return _blocks(parts)

    def _question(self, one: QuestionChange) -> Md:
        parts = [f"#### {one.how.capitalize()}: {self._question_link(one)}", self._flags(one.flags)]
        parts.append(self._fields(one.fields))
        if one.old_answer or one.new_answer:
            answer = marked(differences(one.old_answer, one.new_answer), self.short)
            rows = [("" if n else answer, *cells) for n, cells in enumerate(self._cited(one.cited))]
            parts.append(_table(("Answer", "Cites", "Passage"), rows or [(answer, "nothing", "")]))
        if one.new_answer:
            parts.append("- [ ] Its citations support it.")
        return _blocks(parts)

    def _question_link(self, one: QuestionChange) -> Md:
        target = addresses.question(*one.ref.split("#", 1))
        return self._page(target.page, inline_text(one.text, self.short), target.anchor)

    def _briefings(self) -> Iterator[ReportEntry]:
        for one in self.change.briefings:
            where = self._page(addresses.briefing(one.id), inline_text(one.title, self.short))
            was = f", was {code(one.was)}" if one.was else ""
            text = f"- {one.how}: {where} ({code(one.id)}{was}): {_moved(one.old, one.new)}"
            fields = Md(f" · {self._fields(one.fields)}") if one.fields else Md("")
            yield ReportEntry(one.how, Md(f"{text}{fields}"))

    def _storylines(self) -> Iterator[ReportEntry]:
        for one in self.change.storylines:
            where = self._page(addresses.storyline(one.id), inline_text(one.title, self.short))
            fields = Md(f": {self._fields(one.fields)}") if one.fields else Md("")
            yield ReportEntry(one.how, Md(f"- {one.how}: {where} ({code(one.id)}){fields}"))

    def _addresses(self) -> Iterator[ReportEntry]:
        for one in self.change.addresses:
            yield ReportEntry(
                "addresses", Md(f"- {code(one.path)} ({self._inline(one.title)}): {inline_text(one.why)}")
            )

    def _problem(self, one: ReportedProblem) -> ReportEntry:
        spot = code(f"{one.path}:{one.line}:{one.column}")
        text = f"- {one.severity}: {spot}: {self._inline(one.message)} ({code(one.code)}). {self._inline(one.hint)}"
        return ReportEntry(f"{one.severity}s", Md(text))

    def _pages(self) -> Iterator[ReportEntry]:
        for one in self.change.pages:
            where = self._page(one.path, code(one.path))
            to = f" → {self._page(one.to, code(one.to))}" if one.to else ""
            title = f", {self._inline(one.title)}" if one.title else ""
            yield ReportEntry(one.how, Md(f"- {one.how}: {where}{to}{title}"))

    def _site(self) -> Iterator[ReportEntry]:
        for one in self.change.site:
            values = f": {marked(differences(one.old, one.new), _SHORT)}" if one.old or one.new else ""
            yield ReportEntry(one.how, Md(f"- {one.how}: {code(one.name)}{values}"))

    # Parts of them.

    def _inline(self, text: str) -> Md:
        return inline_text(text, self.short)

    def _few(self, items: Sequence[_T]) -> Sequence[_T]:
        return items if self.short is None else items[:_FEW]

    def _rest(self, items: Sequence[object]) -> str:
        left = len(items) - len(self._few(items))
        return f"{left} more, not shown here." if left else ""

    def _flags(self, flags: Iterable[Flag]) -> str:
        return "\n".join(f"- **{LABELS[flag.look]}**: {self._inline(flag.words)}" for flag in flags)

    def _cited(self, cited: Sequence[Cited]) -> Iterator[tuple[Md, Md]]:
        for one in self._few(cited):
            yield Md(f"{self._ref(one.ref)} {self._inline(one.text)}".strip()), self._passages(one.passages)
        if rest := self._rest(cited):
            yield Md(rest), Md("")

    def _passages(self, passages: Sequence[PrintedPassage]) -> Md:
        shown = [
            Md(f"“{self._inline(one.words)}” ({self._inline(one.label)})") for one in self._few(passages)
        ]
        return join((*shown, *filter(None, (Md(self._rest(passages)),))), " ")

    def _ref(self, ref: str) -> Md:
        target = addresses.claim(ref) if "#" in ref else addresses.Target(addresses.source(ref))
        return self._page(target.page, code(ref), target.anchor)

    def _page(self, page: str, words: Md, anchor: str = "") -> Md:
        return place(self.preview if page in self.change.public else "", page, anchor, words)


_UNCITED = {
    "title": "The summary supports it.",
    "note": "It is a fair remark of the desk.",
    "withdrawal": "It says why.",
}
"""What a reviewer confirms of sentences that cite nothing."""


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Md:
    if not rows:
        return Md("")
    lines = [head, ["---"] * len(head), *rows]
    return Md("\n".join(f"| {' | '.join(cells)} |" for cells in lines))


def _blocks(parts: Iterable[str]) -> Md:
    return Md("\n\n".join(part for part in parts if part))


def _joined(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "; ".join(value)


def _moved(old: str, new: str) -> Md:
    return marked(differences(old, new)) if old and new else inline_text(new or old)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
