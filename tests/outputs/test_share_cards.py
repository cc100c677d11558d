"""The pictures beside links: no allegation stands there without its voices and who denies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings import outputs
from mkdocs_briefings.outputs.share_cards import SITE

from tests.desks import made, source, yaml
from tests.outputs.desks import ADDRESS, DENIER, REPLY, SPEAKER, alleged, guarded, published

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result
    from mkdocs_briefings.outputs.share_cards import ShareCard


def small(text: str = "It fell.", **fields: object) -> Result:
    files = {
        "seeds/a.txt": source(text, id="a"),
        "briefings/2026-01-24-fall.yml": yaml(title="It fell", sources=["a"], **fields),
    }
    return made(files, address=ADDRESS, outputs=("cards",))


def alleging(result: Result) -> tuple[ShareCard, ...]:
    """Give the forms of the card of the briefing that alleges something."""
    (forms,) = (
        forms for forms in cards(result).values() if any(one.kind == "allegation" for one in forms[0].lines)
    )
    return forms


def cards(result: Result) -> dict[str, tuple[ShareCard, ...]]:
    return dict(outputs.pictures(result.publication))


@pytest.mark.parametrize(("language", "kind"), [("en", "Allegation"), ("de", "Vorwurf")])
def test_every_form_names_who_alleges_and_who_denies(language: str, kind: str) -> None:
    for card in alleging(alleged(language=language)):
        (line,) = (one for one in card.lines if SPEAKER in one.words)
        assert (line.label, line.kind) == (kind, "allegation")
        assert DENIER in line.words
        assert REPLY in line.words
        assert f"{kind}: " in card.alt
        assert SPEAKER in card.alt


def test_what_denies_an_allegation_is_named_once() -> None:
    assert [one.kind for one in alleging(alleged())[0].lines].count("denial") == 0


def test_reports_go_first_where_there_is_no_room() -> None:
    claims: dict[str, dict[str, object]] = {
        f"c{n}": {"text": "It fell.", "said_by": f"voice number {n}", "quote": "It fell"} for n in range(5)
    }
    claims["said"] = {"text": "It fell.", "said_by": "a clerk", "kind": "opinion", "quote": "It fell"}
    cited = "; ".join(f"@{id_}" for id_ in claims)
    result = small(summary=f"It fell [{cited}].", claims=claims)
    (forms,) = (forms for path, forms in cards(result).items() if path != SITE)
    reports = [next((one.words for one in card.lines if one.kind == "report"), "") for card in forms]
    assert [words.count("voice number") for words in reports] == [5, 3, 1, 0]
    assert [words.endswith(more) for words, more in zip(reports, ("", "2 more", "4 more", ""), strict=True)]
    assert all(any(one.kind == "opinion" for one in card.lines) for card in forms)


def test_only_what_stands_has_a_card_of_its_own() -> None:
    """Neither what is withdrawn, nor a draft, nor what is under embargo; and none has one without an address."""
    shown = cards(guarded())
    assert shown == cards(guarded(drafts=False))
    assert not [path for path in shown if "gone" in path or "draft" in path or "later" in path]
    assert SITE in shown
    assert cards(published(address="")) == {}
    assert cards(published(outputs=("feeds",))) == {}


def test_a_briefing_without_claims_names_its_articles() -> None:
    result = small(summary="It fell [@a].")
    (forms,) = (forms for path, forms in cards(result).items() if path != SITE)
    (line,) = forms[0].lines
    assert line.words.startswith("Rests on ")
    assert line.label == ""


@pytest.mark.parametrize(
    ("summary", "wanted"),
    [
        ("It fell, a clerk said [@fell].", "It fell, a clerk said. Denied by the firm → A report."),
        ("It fell, which the firm denied [@fell; @no].", "It fell, which the firm denied."),
    ],
)
def test_the_description_of_a_page_names_who_denies_it(summary: str, wanted: str) -> None:
    """It is shown alone, beside links: the first sentence is all of the briefing there."""
    claims = {
        "fell": {"text": "It fell.", "said_by": "a clerk", "kind": "allegation", "quote": "It fell"},
        "no": {"denies": "fell", "said_by": "the firm", "quote": "It did not"},
    }
    result = small("It fell. It did not, the firm said.", summary=summary, claims=claims)
    page = next(one for one in result.pages if one.kind == "briefing")
    assert page.description == wanted
