"""Find changes beyond single claims: sources, states, corroboration, disagreements, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.derive import states
from mkdocs_briefings.derive.impact import impact
from mkdocs_briefings.derive.origins import same
from mkdocs_briefings.model.corpus_fields import OF_DISAGREEMENT, OF_QUESTION, OF_SOURCE
from mkdocs_briefings.pages.phrases import name
from mkdocs_briefings.review.change import (
    CorroborationChange,
    DisagreementChange,
    FieldChange,
    Flag,
    QuestionChange,
    SourceChange,
    StateChange,
)
from mkdocs_briefings.review.field_changes import field_changes
from mkdocs_briefings.review.sentence_changes import sentence_flags
from mkdocs_briefings.review.statements import cite, cited, evidence, origin_words, renamed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_briefings.derive.states import StateEvent
    from mkdocs_briefings.model.corpus import Corpus, Disagreement, Question, Source
    from mkdocs_briefings.review.change import Cited, Edition


def source_changes(base: Edition, head: Edition) -> tuple[SourceChange, ...]:
    """Compare the sources; of those that fell, tell what falls with them."""
    one, two = base.result.corpus, head.result.corpus
    found = []
    for id_ in dict.fromkeys((*two.sources, *one.sources)):
        old, new = one.sources.get(id_), two.sources.get(id_)
        if new is None:
            assert old is not None  # noqa: S101, one of the two has it
            found.append(SourceChange(id_, old.label, "lost", (), old.status, old.status_note, (), ()))
            continue
        if old is None:
            flags = tuple(_fell(None, new))
            falls = tuple(_falls(head, id_)) if flags else ()
            found.append(SourceChange(id_, new.label, "added", (), new.status, new.status_note, falls, flags))
            continue
        fields = field_changes(OF_SOURCE, old, new)
        if old.digest != new.digest:
            fields = (FieldChange("text", "", ""), *fields)
        if fields:
            flags = tuple(_fell(old, new))
            falls = tuple(_falls(head, id_)) if flags else ()
            found.append(
                SourceChange(id_, new.label, "changed", fields, new.status, new.status_note, falls, flags)
            )
    return tuple(sorted(found, key=lambda change: (not change.flags, change.how == "added", change.id)))


def _fell(old: Source | None, new: Source) -> Iterator[Flag]:
    if new.status not in {"current", old.status if old else "current"}:
        yield Flag("source-fell", f"Its publisher has {new.status} it.")
    if old and old.digest != new.digest:
        yield Flag("source-text", "The text of the article itself changed.")


def _falls(head: Edition, source: str) -> Iterator[str]:
    corpus = head.result.corpus
    found = impact(corpus, head.result.derived, source)
    yield from (f"state of {name(corpus, measure)}" for measure in found.measures)
    yield from (f"claim {claim.ref}: {claim.text.text}" for claim in found.claims if claim.analysed)
    yield from (f"{link.part} of {link.home}: {link.sentence.text}" for link in found.sentences)
    yield from (f"answer in {one.briefing}: {one.text.text}" for one in found.answers)
    yield from (f"disagreement in {one.briefing}: {one.about.text}" for one in found.disagreements)
    yield from (f"claim {claim.ref}, which refers to it: {claim.text.text}" for claim in found.referring)


def state_changes(base: Edition, head: Edition) -> tuple[StateChange, ...]:
    """Tell which measures are in another state than before, and by which claim."""
    one, two = base.result, head.result
    found = []
    for measure in sorted({*one.derived.states, *two.derived.states}):
        old = states.current(one.derived.states.get(measure, ()))
        new = states.current(two.derived.states.get(measure, ()))
        if (old.state if old else "") == (new.state if new else ""):
            continue
        corpus = two.corpus if new else one.corpus
        teller: StateEvent | None = new or old
        assert teller is not None  # noqa: S101, they differ
        words = f"{old.state if old else 'none'} → {new.state if new else 'none'}."
        found.append(
            StateChange(
                measure,
                name(corpus, measure),
                old.state if old else "",
                new.state if new else "",
                teller.claim.ref,
                teller.claim.text.text,
                evidence(corpus, teller.claim),
                (Flag("state", words),),
            )
        )
    return tuple(found)


def corroboration_changes(
    base: Edition, head: Edition, now: Mapping[str, str]
) -> tuple[CorroborationChange, ...]:
    """Tell which claims that stayed have gained or lost origins; claims that state the same are told once."""
    one, two = base.result, head.result
    groups = {ref: group for group in same(two.corpus) for ref in group}
    found: dict[tuple[object, ...], CorroborationChange] = {}
    for old, new in sorted(now.items(), key=lambda pair: pair[1]):
        before, after = (
            dict.fromkeys(origin_words(result.corpus, o) for o in result.derived.corroborations[ref].origins)
            for result, ref in ((one, old), (two, new))
        )
        gained = tuple(origin for origin in after if origin not in before)
        dropped = tuple(origin for origin in before if origin not in after)
        if not gained and not dropped:
            continue
        flag = Flag("origin-lost", "None of its former origins says it any more.")
        flags = () if before.keys() & after.keys() else (flag,)
        text = two.corpus.claims[new].text.text
        sizes = (len(before), len(after))
        made = CorroborationChange(new, text, len(groups[new]) - 1, gained, dropped, *sizes, flags)
        found.setdefault((groups[new], gained, dropped), made)
    return tuple(sorted(found.values(), key=lambda change: (not change.flags, change.claim)))


def disagreement_changes(
    base: Edition, head: Edition, homes: Mapping[str, str], now: Mapping[str, str]
) -> tuple[DisagreementChange, ...]:
    """Compare the disagreements by the ids of their places."""
    one, two = base.result.corpus, head.result.corpus
    olds = {
        _place(homes, found): found for briefing in one.briefings.values() for found in briefing.disagreements
    }
    news = {
        _place({}, found): found for briefing in two.briefings.values() for found in briefing.disagreements
    }
    changes = []
    for ref, new in news.items():
        old = olds.get(ref)
        if old is None:
            changes.append(
                DisagreementChange(
                    ref, "opened", new.about.text, "", new.class_, "", _note(new), _sides(two, new), ()
                )
            )
        elif found := field_changes(OF_DISAGREEMENT, old, new, now=now):
            fields = tuple(one for one in found if one.field not in {"class", "note"})
            changes.append(
                DisagreementChange(
                    ref,
                    "changed",
                    new.about.text,
                    old.class_,
                    new.class_,
                    _note(old),
                    _note(new),
                    _sides(two, new),
                    fields,
                )
            )
    for ref, old in olds.items():
        if ref not in news:
            changes.append(
                DisagreementChange(
                    ref, "closed", old.about.text, old.class_, "", _note(old), "", _sides(one, old), ()
                )
            )
    return tuple(sorted(changes, key=lambda change: (change.how != "closed", change.how, change.ref)))


def _place(homes: Mapping[str, str], one: Disagreement | Question) -> str:
    return f"{homes.get(one.briefing, one.briefing)}#{one.id}"


def _note(one: Disagreement) -> str:
    return one.note.text if one.note else ""


def _sides(corpus: Corpus, one: Disagreement) -> tuple[Cited, ...]:
    return tuple(side for ref in one.between if (side := cite(corpus, ref)))


def question_changes(
    base: Edition, head: Edition, homes: Mapping[str, str], now: Mapping[str, str]
) -> tuple[QuestionChange, ...]:
    """Compare the questions by the ids of their places: what was asked, answered, left out."""
    one, two = base.result.corpus, head.result.corpus
    olds = {
        _place(homes, found): found for briefing in one.briefings.values() for found in briefing.questions
    }
    news = {_place({}, found): found for briefing in two.briefings.values() for found in briefing.questions}
    changes = []
    for ref, new in news.items():
        old = olds.get(ref)
        before, after = _answer(old), _answer(new)
        moved = old is not None and renamed(old.answer, now) != renamed(new.answer, {})
        fields = field_changes(OF_QUESTION, old, new, {"answer"}, now) if old else ()
        if old is not None and before == after and not moved and not fields:
            continue
        flags = sentence_flags(one, two, old.answer if old else None, new.answer, now)
        text, rests_on = new.text.text, cited(two, new.answer)
        if after and not before:
            changes.append(QuestionChange(ref, "answered", text, "", after, rests_on, flags, fields))
        elif old is None:
            changes.append(QuestionChange(ref, "asked", text, "", "", (), (), ()))
        elif before == after and not moved:
            changes.append(QuestionChange(ref, "changed", text, "", "", (), (), fields))
        elif after:
            changes.append(
                QuestionChange(ref, "answer changed", text, before, after, rests_on, flags, fields)
            )
        else:
            rested = cited(one, old.answer)
            changes.append(QuestionChange(ref, "reopened", text, before, "", rested, (), fields))
    for ref, old in olds.items():
        if ref not in news:
            changes.append(QuestionChange(ref, "removed", old.text.text, _answer(old), "", (), (), ()))
    return tuple(sorted(changes, key=lambda change: (_ORDER.index(change.how), change.ref)))


_ORDER = ("reopened", "answered", "answer changed", "changed", "removed", "asked")


def _answer(question: Question | None) -> str:
    return question.answer.text if question and question.answer else ""
