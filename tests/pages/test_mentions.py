"""No page shows a claim without who says it: each place where one is shown, and that nothing else opens its words."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs_briefings.document.nodes import (
    Bullets,
    Citations,
    ClaimMention,
    Columns,
    Entry,
    Figure,
    Fold,
    Heading,
    Line,
    PageLink,
    Para,
    Quotation,
    Remark,
    Span,
    Strong,
    Table,
    Told,
    WebLink,
)
from mkdocs_briefings.document.words import words
from mkdocs_briefings.messages.message import messages
from mkdocs_briefings.model import addresses
from mkdocs_briefings.pages.cards import card
from mkdocs_briefings.pages.view import View
from mkdocs_briefings.search import finds
from mypy import api

from tests.desks import made, page, source, told, yaml
from tests.pages.figures import drawn, figures_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.build import Result
    from mkdocs_briefings.document.nodes import Block, Inline

PAGES = Path(__file__).parents[2] / "generator/mkdocs_briefings/pages"
TEXT = """\
The Harbour Post says that Lock Ltd has hidden a leak. Lock Ltd denies it. The port rule is in force since 1 May 2025.
The Post expects that the lock will close on 1 May 2030. Ann Lee is head of Lock Ltd. It is said to be so.
"""
SAID = "Harbour Post → A report"
DENIED = "denied by Lock Ltd → A report"
REPLIED = "Ann Lee declined to comment (1 March 2026; asked 28 February 2026)"
DESK = {
    "seeds/post.txt": source(TEXT, id="post", lang="en"),
    "briefings/entities/all.yml": yaml(
        **{
            "ann-lee": {"kind": "person", "name": "Ann Lee"},
            "lock-ltd": {"kind": "company", "name": "Lock Ltd"},
            "harbour-post": {"kind": "outlet", "name": "Harbour Post"},
            "port-rule": {"kind": "measure", "name": "port rule"},
        }
    ),
    "briefings/storylines.yml": yaml(
        lock={"title": "The lock", "summary": "Harbour Post says so [@leak#hidden].", "measures": ["port-rule"]}
    ),
    "briefings/2026-03-02-leak.yml": yaml(
        title="Harbour Post tells of a leak",
        sources=["post"],
        storylines=["lock"],
        summary="Lock Ltd has hidden a leak, Harbour Post says [@hidden].",
        claims={
            "hidden": {
                "text": "Lock Ltd has hidden a leak.", "kind": "allegation", "said_by": "harbour-post", "date": "2025",
                "why": "The article does not say when; it tells of 1 leak.", "quote": "The Harbour Post says that Lock Ltd has hidden a leak",
                "role": {"ann-lee": "hider of leaks"}, "value": {"lock-ltd": {"leaks": 1}},
                "reply": {"ann-lee": {"asked": "2026-02-28", "declined": "2026-03-01"}},
            },
            "no": {"denies": "hidden", "said_by": "lock-ltd", "quote": "Lock Ltd denies it"},
            "force": {
                "text": "The port rule is in force.", "kind": "allegation", "state": {"port-rule": "in force"},
                "date": "2025-05-01", "said_by": "harbour-post", "quote": "The port rule is in force since 1 May 2025",
            },
            "close": {
                "text": "The lock will close.", "kind": "forecast", "said_by": "harbour-post", "date": "2030-05-01",
                "quote": "The Post expects that the lock will close on 1 May 2030",
            },
            "same": {"text": "A leak was hidden by Lock Ltd.", "same": "hidden", "quote": "It is said to be so", "said_by": "harbour-post"},
        },
        questions=[{"text": "When does the lock close?", "on": "close"}],
        disagreements=[{"about": "Whether a leak was hidden", "class": "contradiction", "between": ["hidden", "no"]}],
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def result() -> Result:
    built = made(DESK)
    assert built.pages, told(built)
    return built


def lines_of(result: Result, path: str, about: str) -> list[str]:
    lines = page(result, path).splitlines()
    return [line for line in lines if about in line and not line.startswith("State of play: ")]


@pytest.mark.parametrize(
    ("path", "about", "heads"),
    [
        ("entities/lock-ltd.md", "| Allegation: ", "Allegation: "),
        ("entities/ann-lee.md", "| hider of leaks", "Allegation: "),
        ("entities/lock-ltd.md", "| leaks |", "Allegation: "),
        ("entities/lock-ltd.md", "| 2025 |", "Allegation: "),
        ("storylines/lock.md", "| 2025 |", "Allegation: "),
        ("storylines/lock.md", "| 1 |", "Allegation: "),
        ("disagreements.md", "| Allegation", "Allegation: "),
        ("briefings/leak.md", "The same elsewhere: ", "Allegation: "),
        ("timeline.md", "Allegation ", "Allegation · "),
    ],
)
def test_whoever_shows_a_denied_allegation_says_all_of_it(
    result: Result, path: str, about: str, heads: str
) -> None:
    shown = lines_of(result, path, about)
    assert shown
    for line in shown:
        plain = line.replace("[", "").replace("]", "")
        assert heads in plain, line
        assert "Harbour Post" in plain, line
        if path != "timeline.md":  # which says so in the lines below
            assert "denied(" in plain, line
            assert "declined to comment (1 March 2026;" in plain, line


@pytest.mark.parametrize(
    ("path", "about"),
    [
        ("measures.md", "■ in force"),
        ("entities/port-rule.md", "in force"),
        ("storylines/lock.md", "| [port rule]"),
        ("briefings/leak.md", "| [port rule]"),
        ("index.md", "port rule]"),
    ],
)
def test_a_state_says_who_tells_it(result: Result, path: str, about: str) -> None:
    shown = lines_of(result, path, about)
    assert shown
    for line in shown:
        assert "Allegation" in line, line
        assert "Harbour Post" in line, line


def test_what_is_expected_says_so(result: Result) -> None:
    for path in ("index.md", "questions.md"):
        (line,) = lines_of(result, path, "1 May 2030")[:1]
        assert "Forecast: [The lock will close.]" in line
        assert "Harbour Post" in line


def test_previews_and_pictures_say_it_too(result: Result) -> None:
    desk = View(result.corpus, result.derived, result.settings)
    claim = next(iter(result.corpus.claims))
    assert claim == "leak#hidden"
    shown = [words(line.words) for line in card(desk, addresses.claim(claim))]
    assert shown[0].startswith(f"Allegation {SAID}")
    assert shown[-2:] == ["Denied by Lock Ltd → A report", f"To this desk: {REPLIED}."]
    for path in ("measures.md", "timeline.md", "briefings/leak.md"):
        blocks = next(one.blocks for one in result.pages if one.path == path)
        for figure in figures_of(blocks):
            html = drawn(figure)
            assert "has hidden" not in html or ("Allegation: " in html and f"{DENIED}; {REPLIED}" in html), (
                path
            )
            assert 'title="in force' not in html or f"in force: 1 May 2025 ({SAID})" in html, path


def test_a_hit_says_it_too(result: Result) -> None:
    found = [one for find in finds(result.corpus, result.derived, messages("en")) for one in find.records]
    hit = next(one for one in found if one.anchor == "c-hidden")
    assert hit.kind == "Event · Allegation"
    assert hit.said == f"{SAID}; {DENIED}; {REPLIED}"


# What is not a mention shows no claim


def bare(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the words of all links to claims that neither a mention nor an entry of a claim holds."""
    for block in blocks:
        match block:
            case Para(inner) | Heading(_, inner) | Remark(_, inner) | Line(_, inner):
                yield from bare_in(inner)
            case Bullets(items):
                yield from (one for item in items for one in bare_in(item))
            case Table(_, rows):
                yield from (one for row in rows for cell in row.cells for one in bare_in(cell))
            case Quotation():
                yield from bare_in(block.below)
            case Told():
                yield from (one for inner in (*block.facts, *block.remarks) for one in bare_in(inner))
            case Entry(inside) | Fold(_, inside):
                yield from bare(inside)
            case Columns(groups):
                yield from (one for _, inside in groups for one in bare(inside))
            case Figure():
                pass


def bare_in(inner: Inline) -> Iterator[str]:
    match inner:
        case tuple():
            yield from (one for part in inner for one in bare_in(part))
        case PageLink(to, said):
            if to.anchor.startswith("c-"):
                yield words(said)
        case Strong(said) | Span(_, said) | WebLink(_, said):
            yield from bare_in(said)
        case ClaimMention() | Citations():
            pass
        case _:
            pass


def test_a_link_to_a_claim_is_a_mention_a_number_or_leads_on(result: Result) -> None:
    """Whoever adds a place that shows a claim meets this test."""
    texts = {claim.text.text for claim in result.corpus.claims.values()}
    for one in result.pages:
        for said in bare(one.blocks):
            quoted_denial = (
                said == "“Denied: Lock Ltd has hidden a leak”"
            )  # behind "Denied by", with the voices
            assert said.isdecimal() or said.startswith(("→", "denied")) or quoted_denial, (one.path, said)
            assert said not in texts


@pytest.mark.parametrize("path", sorted(PAGES.rglob("*.py")), ids=lambda path: path.stem)
def test_nothing_but_the_makers_opens_the_words_of_a_claim(path: Path) -> None:
    """Names in a text may be looked for (`claim.text.inlines`); its words are for `pages/claim.py` alone."""
    if path.name == "claim.py":
        return
    tree = ast.parse(path.read_text("utf-8"))
    looked = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "inlines"
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "text" and id(node) not in looked:
            held = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            assert held not in {"claim", "known"}, f"{path.name}:{node.lineno}"


SNIPPET = """\
from mkdocs_briefings.document.nodes import ClaimMention, Para, Told
from mkdocs_briefings.model.corpus import Claim


def page(claim: Claim) -> None:
    Para(claim.text)
    ClaimMention(None, "It leaked.")
    Told(words="It leaked.", anchors=("c-x",), facts=(), quotations=(), remarks=(), proof=(), notes=(), facets=())
"""


@pytest.mark.slow
def test_a_bare_claim_is_an_error_for_mypy(tmp_path: Path) -> None:
    file = tmp_path / "bare.py"
    file.write_text(SNIPPET)
    out, _, code = api.run(["--strict", "--no-incremental", "--follow-imports=silent", str(file)])
    assert code == 1
    assert ':6: error: Argument 1 to "Para" has incompatible type "Sentence"' in out, out
    assert ':7: error: Missing positional arguments "voices", "answers" in call to "ClaimMention"' in out, out
    assert (
        ":8: error: Missing named arguments" in out
        or ':8: error: Missing positional arguments "kind", "voices"' in out
    ), out
