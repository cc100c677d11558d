"""What previews tell."""

from __future__ import annotations

from typing import Any

import pytest
from mkdocs_briefings.document.nodes import Heading, PageLink, Verbatim
from mkdocs_briefings.document.words import words
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.pages.cards import card
from mkdocs_briefings.pages.view import View, source_as

from tests.desks import sound, source, yaml

TEXT = "The Harbour Post says that <b>Ann Lee</b> left on 2 March 2026. Ann Lee denies it.\n"
DESK = {
    "seeds/post.txt": source(TEXT, id="post", lang="en"),
    "briefings/entities/all.yml": yaml(
        **{
            "ann-lee": {"kind": "person", "name": "Ann Lee", "aliases": ["Lee & <Sons>"]},
            "harbour-post": {"kind": "outlet", "name": "The Harbour Post", "medium": "newspaper"},
        }
    ),
    "briefings/2026-03-02-left.yml": yaml(
        title="Ann Lee left",
        sources=["post"],
        summary="Ann Lee left, The Harbour Post says [@left].",
        claims={
            "left": {
                "text": "Ann Lee left.",
                "said_by": "harbour-post",
                "quote": "The Harbour Post says that <b>Ann Lee</b> left on 2 March 2026",
            },
        },
    ),
}


HOME, ANN = Target("briefings/left.md", "c-left"), Target("entities/ann-lee.md")


def shown(to: Target, files: dict[str, str] = DESK, **settings: Any) -> str:
    """Give the lines of a card, each with its style."""
    result = sound(files, **settings)
    desk = View(result.corpus, result.derived, Settings(**settings))
    return "\n".join(f"{line.style}: {words(line.words)}" for line in card(desk, to))


def test_a_claim_tells_kind_voices_words_and_source() -> None:
    assert shown(HOME) == (
        "b-who: Report The Harbour Post → A report, 24 Jan 2026\n"
        "b-words: “The Harbour Post says that <b>Ann Lee</b> left on 2 March 2026”"
    )


def test_a_voice_is_told_with_its_occasion() -> None:
    voiced = DESK["briefings/2026-03-02-left.yml"].replace('"harbour-post"', '"harbour-post (front page)"')
    assert "Report The Harbour Post (front page) → A report" in shown(
        HOME, {**DESK, "briefings/2026-03-02-left.yml": voiced}
    )


def test_an_entity_tells_what_it_is() -> None:
    told = shown(ANN)
    assert "b-what: person · also Lee & <Sons>" in told
    assert "b-more: In 2 sentences" in told


def test_a_source_without_publisher_is_named_by_its_label() -> None:
    assert NOT_STATED in DESK["seeds/post.txt"]
    assert "publisher not stated" not in shown(HOME)


def test_words_that_are_withheld_stay_so() -> None:
    told = shown(HOME, max_share=0.01)
    assert "not printed" in told
    assert "Ann Lee" not in told


@pytest.mark.parametrize(
    "to", [Target("sources/post.md", "p-0-1"), Target("briefings/left.md"), Target("x.md")]
)
def test_most_places_have_none(to: Target) -> None:
    assert shown(to) == ""


def test_a_quotation_in_another_language_says_so() -> None:
    desk = DESK | {"seeds/post.txt": source(TEXT, id="post", lang="de")}
    result = sound(desk)
    lines = card(View(result.corpus, result.derived, Settings()), HOME)
    assert [line.lang for line in lines] == ["", "de"]
    pages = {page.path: page for page in result.pages}
    title = Heading(1, Verbatim("A report"), lang="de")
    assert pages["sources/post.md"].blocks[0] == title


def test_what_the_desk_calls_a_source_is_in_the_language_of_the_desk() -> None:
    """An article without a title once had our English words for it marked as its own language."""
    for title, lang in (
        ({"title": "not stated"}, ""),
        ({"title": "Ein Bericht", "label": "A report"}, ""),
        ({"title": "Ein Bericht"}, "de"),
    ):
        result = sound(DESK | {"seeds/post.txt": source(TEXT, id="post", lang="de", **title)})
        link = source_as(View(result.corpus, result.derived, Settings()), result.corpus.sources["post"])
        parts = link if isinstance(link, tuple) else (link,)
        assert [part.lang for part in parts if isinstance(part, PageLink)] == [lang]


def test_a_name_of_ours_for_an_article_without_a_title_says_so() -> None:
    """Ours, with its capital, once looked like a title."""
    desk = DESK | {"seeds/post.txt": source(TEXT, id="post", title="not stated", label="Article on reports")}
    result = sound(desk)
    view = View(result.corpus, result.derived, Settings())
    assert words(source_as(view, result.corpus.sources["post"])) == "Article on reports (untitled)"
