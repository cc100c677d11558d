"""Words that are selected in a source, as a citation and as a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from mkdocs_briefings.build import build
from mkdocs_briefings.edit.body_sentences import body_sentences
from mkdocs_briefings.edit.clip import ClipError, Form, clip
from mkdocs_briefings.edit.offer import offers
from mkdocs_briefings.edit.stub import claim_lines
from mkdocs_briefings.mkdocs.clips import answering
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.yaml import load
from mkdocs_briefings.resolve.entities import gather_names

from tests.desks import source

if TYPE_CHECKING:
    from mkdocs_briefings.model.corpus import Corpus

TEXT = (
    "The Harbour Board’s engineers found cracks in two gates, the port said on 3 March 2026. Nobody had told the\n"
    "fishermen   about the survey.\n\nA spokeswoman said “we will not pay for it” at noon. The lock is closed.\n"
    "The lock is closed.\n"
)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return build({"seeds/lock.txt": source(TEXT, published="2026-03-04").encode()}, Settings()).corpus


def clipped(corpus: Corpus, form: Form, *parts: str) -> str:
    return clip(corpus.sources["lock"], parts, corpus, gather_names(corpus.entities), form)


@pytest.mark.parametrize(
    ("parts", "citation"),
    [
        (["Nobody had told the fishermen about the survey."], '"Nobody had told the fishermen about the survey"'),
        (["rs found cracks in two ga"], '"engineers found cracks in two gates"'),
        (["Board’s engineers found", "two gates"], '"Board’s engineers found […] two gates"'),
        (["the port said", "Nobody had told the"], '"the port said"; @lock "Nobody had told the"'),
        (["said “we will not pay for it”"], '"said “we will not pay for it”"'),
    ],
)  # fmt: skip
def test_a_citation_has_the_words_of_the_text_whole(corpus: Corpus, parts: list[str], citation: str) -> None:
    assert clipped(corpus, "citation", *parts) == f"[@lock {citation}]\n"


def test_a_claim_is_that_of_stub(corpus: Corpus) -> None:
    article = corpus.sources["lock"]
    found = offers(article, body_sentences(article), corpus, gather_names(corpus.entities))
    first = next(iter(found))
    selected = article.text.raw[slice(*first.span)]
    assert clipped(corpus, "claim", selected) == "".join(f"  {line}\n" for line in claim_lines(first))
    assert "# said_by: the port" in clipped(corpus, "claim", selected)


def test_a_claim_of_two_paragraphs_has_a_quotation_of_each(corpus: Corpus) -> None:
    made = clipped(corpus, "claim", "told the\nfishermen about the survey.", "A spokeswoman said")
    data = load("x.yml", f"claims:\n{made}").data
    assert isinstance(data, dict)
    (claim,) = data["claims"].values()
    assert claim["quote"] == ["told the fishermen about the survey", "A spokeswoman said"]


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ([], "nothing is selected"),
        (["  "], "nothing is selected"),
        (["The tide is high"], "not in the text"),
        (["The lock is closed."], "2 times in the text"),
        (["we will", "pay for it"], "negation"),
    ],
)
def test_what_cannot_be_quoted_is_told(corpus: Corpus, parts: list[str], why: str) -> None:
    with pytest.raises(ClipError, match=why):
        clipped(corpus, "citation", *parts)


@pytest.mark.parametrize(
    ("path", "query", "told", "body"),
    [
        ("/below/clip.txt", "source=lock&form=citation&part=Nobody%20had%20told", "text", '[@lock "Nobody had told"]\n'),
        ("/below/clip.txt", "source=lock&form=other&part=Nobody%20had%20told", "text", "  told:\n    text: Nobody had told.\n"),
        ("/below/clip.txt", "source=gone&part=x", "refused", "the preview has no text of this source; load the page again\n"),
        ("/below/clip.txt", "part=" + "x" * 30_000, "refused", "that is too much"),
        ("/below/other.txt", "", "other", "passed on"),
    ],
)  # fmt: skip
def test_the_server_of_a_preview_answers(corpus: Corpus, path: str, query: str, told: str, body: str) -> None:
    given: dict[str, str] = {}

    def server(_environ: dict[str, Any], start: Any) -> list[bytes]:
        start("404 Not Found", [("Clip", "other")])
        return [b"passed on"]

    answer = answering(server, "/below/", lambda: corpus)
    made = b"".join(
        answer({"PATH_INFO": path, "QUERY_STRING": query}, lambda _status, headers: given.update(headers))
    )
    assert given["Clip"] == told
    assert made.decode().startswith(body)
