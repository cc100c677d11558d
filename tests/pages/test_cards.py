"""What previews tell."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from mkdocs_briefings.model.corpus import NOT_STATED

from tests.desks import sound, source, yaml

if TYPE_CHECKING:
    import pytest

TEXT = "The Harbour Post says that <b>Ann Lee</b> left on 2 March 2026. Ann Lee denies it.\n"
DESK = {
    "seeds/post.txt": source(TEXT, id="post", lang="en"),
    "briefings/entities/all.yml": yaml(
        **{
            "ann-lee": {"kind": "person", "name": "Ann Lee", "aliases": ["Lee & <Sons>"]},
            "harbour-post": {"kind": "outlet", "name": "The Harbour Post"},
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


def cards(path: str, **settings: object) -> dict[tuple[str, str], str]:
    result = sound(DESK, **settings)
    page = next(page for page in result.pages if page.path == path)
    return {(card.page, card.anchor): card.html for card in page.cards}


def test_a_claim_tells_kind_voices_words_and_source() -> None:
    card = cards("briefings/left.md")["briefings/left.md", "c-left"]
    assert '<b class="b-kind k-report">Report</b> The Harbour Post → ' in card
    assert "md:sources/post.md#p-0-" in card
    assert "“The Harbour Post says that &lt;b&gt;Ann Lee&lt;/b&gt; left on 2 March 2026”" in card
    assert "24 Jan 2026" in card


def test_an_entity_tells_what_it_is_escaped() -> None:
    card = cards("briefings/left.md")["entities/ann-lee.md", ""]
    assert "person · also Lee &amp; &lt;Sons&gt;" in card
    assert "sentence" in card


def test_a_source_without_publisher_is_named_by_its_label() -> None:
    assert NOT_STATED in DESK["seeds/post.txt"]
    assert ">publisher not stated<" not in cards("briefings/left.md")["briefings/left.md", "c-left"]


def test_words_that_are_withheld_stay_so() -> None:
    card = cards("briefings/left.md", max_share=0.01)["briefings/left.md", "c-left"]
    assert "not printed" in card
    assert "Ann Lee" not in card


def test_pages_that_print_the_passages_carry_no_preview_of_claims() -> None:
    assert not [key for key in cards("sources/post.md") if key[1]]


def test_a_quotation_in_another_language_says_so() -> None:
    desk = DESK | {"seeds/post.txt": source(TEXT, id="post", lang="de")}
    pages = {page.path: page for page in sound(desk).pages}
    assert pages["briefings/left.md"].foreign == (("sources/post.md", "de", "A report"),)
    assert pages["sources/post.md"].foreign == (("sources/post.md", "de", "A report"),)
    assert pages["entities/index.md"].foreign == ()


def test_a_page_of_many_links_keeps_the_cards_of_its_own_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ("entities/ann-lee.md", "") in cards("briefings/left.md")
    monkeypatch.setattr(import_module("mkdocs_briefings.pages.cards"), "MOST", 0)
    assert list(cards("briefings/left.md")) == [("briefings/left.md", "c-left")]


def test_a_mark_of_a_picture_tells_when_and_what_even_where_the_page_prints_the_passage() -> None:
    days = ["1 March", "2 March", "3 March", "4 March"]
    desk = {
        "seeds/post.txt": source("".join(f"It fell on {day} 2025.\n" for day in days), id="post", lang="en"),
        "briefings/2026-03-02-fell.yml": yaml(
            title="It fell",
            sources=["post"],
            summary="\n\n".join(f"It fell on {day} 2025 [@fell-{day[0]}]." for day in days),
            claims={
                f"fell-{day[0]}": {
                    "text": f"It fell on {day} 2025, <i>again</i>.",
                    "date": f"2025-03-0{day[0]}",
                    "quote": f"It fell on {day} 2025",
                }
                for day in days
            },
        ),
    }
    result = sound(desk)
    pages = {page.path: page for page in result.pages}
    found = {card.anchor: card.html for card in pages["timeline.md"].cards}
    assert found["c-fell-2"].startswith(
        '<p class="b-mark-of">2 March 2025: It fell on 2 March 2025, &lt;i&gt;again&lt;/i&gt;.</p>'
    )
    assert "“It fell on 2 March 2025”" in found["c-fell-2"]
    assert not [card for card in pages["briefings/fell.md"].cards if "b-mark-of" in card.html]
