"""What a version holds, when there is a new one, and what changed between two."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs_briefings.build import build
from mkdocs_briefings.derive.version_changes import version_changes
from mkdocs_briefings.derive.version_content import changed, content
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.version_ledger import Version, VersionLedger, dumps, version_sum
from mkdocs_briefings.parse.version_ledger import read as read_ledger

DESK = Path(__file__).parents[1] / "desk"
CORPUS = build(read(DESK, Settings())[0], Settings()).corpus
LEDGERS = {one.briefing: one for one in changed(CORPUS, {})}


def test_every_published_briefing_has_a_first_version_that_can_be_read_again() -> None:
    assert LEDGERS.keys() == {id_ for id_, one in CORPUS.briefings.items() if one.status == "published"}
    for id_, ledger in LEDGERS.items():
        assert read_ledger(f"briefings/versions/{id_}.json", dumps(ledger)) == (ledger, ())


def test_no_word_of_a_source_is_in_a_version() -> None:
    """Beside what our own sentences quote: a passage is named by its place."""
    for ledger in LEDGERS.values():
        written = dumps(ledger).decode()
        ours = " ".join(ledger.versions[0].texts)
        for claim in CORPUS.briefings[ledger.briefing].claims:
            for words in (words for passage in claim.passages for words in passage.words):
                assert words in ours or words not in written


def test_what_has_not_changed_gets_no_version() -> None:
    assert [*changed(CORPUS, LEDGERS)] == []


def test_a_version_follows_the_one_before() -> None:
    id_, ledger = next(iter(LEDGERS.items()))
    older = ledger.versions[0].model_copy(update={"title": "Older"})
    (made,) = changed(CORPUS, {**LEDGERS, id_: VersionLedger(briefing=id_, versions=(older,))})
    assert [one.number for one in made.versions] == [1, 2]
    assert made.versions[0] == older
    assert made.versions[1].evidence == CORPUS.as_of


RICH = content(
    next(b for b in CORPUS.briefings.values() if b.disagreements and b.questions and len(b.claims) > 2),
    CORPUS,
)
PLAIN = next(n for n, claim in enumerate(RICH.claims) if not claim.states)
STATED = next(one.versions[0] for one in LEDGERS.values() if any(c.states for c in one.versions[0].claims))


def other(version: Version, field: str, at: int, **values: Any) -> Version:
    """Give a version in which one thing of a list is other, or without values not there."""
    items = list(getattr(version, field))
    one = items.pop(at)
    if values:
        items.insert(at, one.model_copy(update=values))
    return version.model_copy(update={field: tuple(items)})


@pytest.mark.parametrize(
    ("new", "whats"),
    [
        (RICH, []),
        (RICH.model_copy(update={"title": "Other"}), ["title"]),
        (RICH.model_copy(update={"note": "Read it twice."}), ["note"]),
        (other(RICH, "summary", 0, text=f"{RICH.summary[0].text} Perhaps."), ["sentence"]),
        (other(RICH, "summary", 0, cites=()), ["citations"]),
        (other(RICH, "summary", -1), ["sentence"]),
        (other(RICH, "claims", 0, text="Nothing of the sort."), ["claim"]),
        (other(RICH, "claims", 0, kind="forecast"), ["claim"]),
        (other(RICH, "claims", 0, said_by=((), ())), ["claim"]),
        (other(RICH, "claims", 0, passages=(((1, 2),),)), ["passage"]),
        (other(RICH, "claims", PLAIN), ["claim"]),
        (other(RICH, "disagreements", 0), ["disagreement"]),
        (other(RICH, "questions", 0, answer="So it is."), ["question"]),
    ],
)
def test_what_changed_is_named_both_ways(new: Version, whats: list[str]) -> None:
    told = version_changes(RICH, new)
    assert [one.what for one in told] == whats
    back = version_changes(new, RICH)
    assert [(one.after, one.before) for one in back] == [(one.before, one.after) for one in told]


def test_a_state_is_told_beside_its_claim() -> None:
    at = next(n for n, claim in enumerate(STATED.claims) if claim.states)
    measure, _ = STATED.claims[at].states[0]
    moved = other(STATED, "claims", at, states=((measure, "expired"),))
    (change,) = version_changes(STATED, moved)
    assert change.what == "state"
    assert "expired" in str(change.after)


def test_replies_and_translations_are_recorded_and_compared() -> None:
    told = next(v for one in LEDGERS.values() for v in one.versions if any(c.replies for c in v.claims))
    at = next(n for n, claim in enumerate(told.claims) if claim.replies)
    claim = told.claims[at]
    asked = [one for held in CORPUS.briefings.values() for one in held.claims if one.replies]
    assert claim.replies[0].party in {one.party for held in asked for one in held.replies}
    assert any(c.translations for one in LEDGERS.values() for c in one.versions[0].claims)
    reply = claim.replies[0].model_copy(
        update={"outcome": "answered", "words": "We did nothing of the sort."}
    )
    answered = other(told, "claims", at, replies=(reply, *claim.replies[1:]))
    (change,) = version_changes(told, answered)
    assert change.what == "reply"
    assert "nothing of the sort" in str(change.after)
    assert [one.what for one in version_changes(told, other(told, "claims", at, replies=()))] == ["reply"]
    (change,) = version_changes(told, other(told, "claims", at, translations=("In other words",)))
    assert change.what == "translation"
    assert version_sum(answered) != version_sum(told)


def test_a_sentence_is_paired_with_the_one_most_like_it() -> None:
    texts = ("The port closed on Monday.", "Ada Alder left the office in May.")
    old = RICH.model_copy(
        update={"summary": tuple(RICH.summary[0].model_copy(update={"text": t}) for t in texts)}
    )
    turned = ("Ada Alder left the office in June.", "The port closed on Tuesday.")
    new = RICH.model_copy(
        update={"summary": tuple(RICH.summary[0].model_copy(update={"text": t}) for t in turned)}
    )
    told = [(one.before, one.after) for one in version_changes(old, new)]
    assert {(b.text, a.text) for b, a in told} == {(texts[1], turned[0]), (texts[0], turned[1])}  # type: ignore[union-attr]


def test_of_what_was_taken_down_nothing_is_told() -> None:
    assert version_changes(Version(number=1, removed=True), RICH) == ()
