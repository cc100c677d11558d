"""Notes beside the sentences that cite claims, and previews of other links."""

from __future__ import annotations

import re

from mkdocs_briefings.pages.margin_notes import beside

CARD = (
    '<p class="b-who"><b class="b-kind k-report">Report</b> the Journal</p><p class="b-words">“they left”</p>'
)
CARDS = {
    "#c-left": CARD,
    "#c-stayed": CARD.replace("they left", "they stayed"),
    "../../entities/wsj/": "<p>outlet</p>",
}


def cite(*marks: tuple[str, int]) -> str:
    return "[" + ", ".join(f'<a href="{href}">{number}</a>' for href, number in marks) + "]"


def test_a_note_stands_behind_the_paragraph_that_cites() -> None:
    shown = beside(f"<p>They left {cite(('#c-left', 1))}.</p>\n<p>Nothing.</p>", CARDS)
    assert re.fullmatch(
        r"<p>They left<span class=\"b-cites\"> \[<a class=\"b-cite\" href=\"#c-left\">1</a>\]</span>\.</p>\n"
        r"<details class=\"b-evidence\"><summary>1 passage behind this</summary><ol>.*they left.*</ol></details>\n"
        r"<p>Nothing\.</p>",
        shown,
    )


def test_every_block_has_its_own_notes_and_what_stands_above_is_marked() -> None:
    text = f"<ul>\n<li>They left {cite(('#c-left', 1), ('#c-stayed', 2))}.</li>\n<li>Again {cite(('#c-left', 1))}.</li>\n</ul>"
    shown = beside(text, CARDS)
    first, second = re.findall(r"<details.*?</details>", shown)
    assert "2 passages behind this" in first
    assert "b-again" not in first
    assert second.count("<li") == second.count("b-again") == 1
    assert shown.count("</li>\n<li>Again") == 1  # the notes stand inside the item


def test_the_number_of_a_note_leads_to_its_claim() -> None:
    shown = beside(f"<p>They left {cite(('#c-left', 7))}.</p>", CARDS)
    assert (
        '<li class="b-note" data-for="#c-left"><p class="b-who"><a class="b-number" href="#c-left">7</a> '
        in shown
    )


def test_links_without_a_note_have_a_preview_and_only_those_that_are_linked() -> None:
    shown = beside('<p>The <a href="../../entities/wsj/">Journal</a>.</p>', CARDS)
    assert shown.endswith(
        '<template id="b-previews"><div data-for="../../entities/wsj/"><p>outlet</p></div></template>'
    )
    assert "they left" not in shown


def test_a_mark_of_a_corrected_article_stays() -> None:
    text = '<p>They left [<a href="#c-left">1</a> (article corrected), <a href="#c-stayed">2</a>].</p>'
    shown = beside(text, CARDS)
    assert '<a class="b-cite" href="#c-left">1</a> (article corrected), <a class="b-cite"' in shown


def test_brackets_that_are_no_citation_stay_as_they_are() -> None:
    for text in ("<p>[not a note]</p>", '<p>[<a href="#c-left">left</a>]</p>', "<p>[1]</p>"):
        assert beside(text, {"#c-stayed": CARD}) == text


def test_nothing_happens_where_nothing_is_linked() -> None:
    assert beside("<p>Text.</p>", {}) == "<p>Text.</p>"
