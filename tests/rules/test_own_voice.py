"""What a sentence of ours says must stand in what it cites: what passes, what does not, and what is caught of faults."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desks import made, source, told, yaml

TEXT = (
    "US Deputy Secretary Ann Lee said on Friday that two officials of the Trade Office would leave by 30 June. "
    "She did not say why, and Beta declined to comment. Chinese sales of 5.5 billion dollars fell 12 percent in 2024. "
    "The ministry proposed the chip rule. In Washington, three firms with 1,200 workers were sold in May.\n"
    "A union denied the report. It was unclear who paid. Nobody answered. Far off, the Herald wrote nothing of it."
)
ENTITIES = {
    "us": {"kind": "country", "name": "United States", "aliases": ["US"]},
    "china": {"kind": "country", "name": "China"},
    "trade-office": {"kind": "agency", "of": "us", "name": "Trade Office", "aliases": ["TO"]},
    "ann-lee": {"kind": "person", "name": "Ann Lee", "short": "Lee"},
    "bo-ray": {"kind": "person", "name": "Bo Ray"},
    "beta": {"kind": "company", "name": "Beta"},
    "post": {"kind": "outlet", "name": "Daily Post"},
    "herald": {"kind": "outlet", "name": "Herald"},
    "ministry": {"kind": "agency", "name": "Ministry of Trade"},
    "chip-rule": {"kind": "measure", "name": "chip rule", "issuer": "ministry"},
}
LEAVE = {
    "text": "Officials would leave.",
    "date": "2025-06-30",
    "said_by": "ann-lee",
    "quote": "two officials of the Trade Office would leave by 30 June",
}
SALES = {"text": "Sales fell.", "quote": "sales of 5.5 billion dollars fell 12 percent in 2024"}
RULE = {
    "text": "The chip rule was proposed.",
    "state": {"chip-rule": "proposed"},
    "quote": "The ministry proposed the chip rule",
}
FIRMS = {"text": "Firms were sold.", "quote": "three firms with 1,200 workers were sold in May"}
TIME = {"text": "It went on.", "date": "2024-11-03..2024-11-09", "quote": "Far off"}
CLAIMS = {"leave": LEAVE, "sales": SALES, "rule": RULE, "firms": FIRMS, "time": TIME}


def faults(*codes: str, claims: dict[str, Any] | None = None, **fields: Any) -> list[str]:
    briefing = {
        "title": "A title",
        "sources": ["a"],
        "summary": "So it is [@leave].",
        "claims": claims or CLAIMS,
    }
    files = {
        "seeds/a.txt": source(TEXT, publisher="post", published="2025-06-09", means={"Washington": "us"}),
        "briefings/2026-01-24-b.yml": yaml(**(briefing | fields)),
        "briefings/entities/all.yml": yaml(**ENTITIES),
    }
    return [one for one in told(made(files)) if one.split(" ")[0] in codes]


def of_summary(code: str, summary: str) -> list[str]:
    return [one.partition("“")[2].partition("”")[0] for one in faults(code, summary=summary)]


@pytest.mark.parametrize(
    ("summary", "unsupported"),
    [
        ("Two officials leave [@leave].", ""),
        ("2 officials leave, both of one office [@leave].", ""),
        ("Three officials leave [@leave].", "Three"),
        ("It was one of two [@leave].", ""),
        ("Sales of $5.5 billion fell by 12% [@sales].", ""),
        ("Sales of 5,5 billion fell by 12 per cent [@sales].", ""),
        ("Sales of 5500 million fell [@sales].", ""),
        ("Sales of $5.6 billion fell [@sales].", "$5.6 billion"),
        ("Sales of 5.5 million fell [@sales].", "5.5 million"),
        ("Sales of €5.5 billion fell [@sales].", "€5.5 billion"),
        ("Sales fell by 12 billion [@sales].", "12 billion"),
        ("Sales fell for the second time [@sales].", "second"),
        ("The first fell, the second rose [@sales].", ""),
        ("Firms with 1200 workers were sold [@firms].", ""),
        ("Firms with 1,300 workers were sold [@firms].", "1,300"),
        ("Seventeen firms were sold [@firms].", "Seventeen"),
        ("Sales and rule are told in one article [@sales; @rule].", ""),
        ("Sales and rule are told in two articles [@sales; @rule].", "two"),
        ("It is one measure that is proposed [@rule].", ""),
        ("Four measures are proposed [@rule].", "Four"),
        ("If the two are the same, sales fell [@sales].", ""),
        ("It was sold in H20 boxes [@firms].", ""),
    ],
)
def test_numbers(summary: str, unsupported: str) -> None:
    assert of_summary("unsupported-number", summary) == ([unsupported] if unsupported else [])


@pytest.mark.parametrize(
    ("summary", "unsupported"),
    [
        ("They leave by 30 June 2025 [@leave].", ""),
        ("They leave in June 2025, by June 30 [@leave].", ""),
        ("They leave in 2025 [@leave].", ""),
        ("They leave by 29 June 2025 [@leave].", "29 June 2025"),
        ("They leave by 30 July 2025 [@leave].", "30 July 2025"),
        ("They leave by 30 June 2026 [@leave].", "30 June 2026"),
        ("They leave in July [@leave].", "July"),
        ("They leave, it was said on Friday [@leave].", ""),
        ("They leave, it was said on Tuesday [@leave].", "Tuesday"),
        ("On 6 June 2025 it was said that they leave [@leave].", ""),
        ("On 5 June 2025 it was said that they leave [@leave].", "5 June 2025"),
        ("Sales of 2024 fell [@sales].", ""),
        ("Sales of 2023 fell [@sales].", "2023"),
        ("An article of 9 June 2025 says so [@sales].", ""),
        ("An article of 10 June 2025 says so [@sales].", "10 June 2025"),
        ("Sales fell on 9 June 2025 [@sales].", "9 June 2025"),
        ("Between 3 and 9 November 2024 it went on [@time].", ""),
        ("Between 3 and 8 November 2024 it went on [@time].", "3 and 8 November 2024"),
        ("In November 2024 it went on [@time].", ""),
        ("They may leave, and march on [@leave].", ""),
    ],
)
def test_dates(summary: str, unsupported: str) -> None:
    assert of_summary("unsupported-date", summary) == ([unsupported] if unsupported else [])


@pytest.mark.parametrize(
    ("summary", "unsupported"),
    [
        ("Two officials of the TO leave, Ann Lee says in the Daily Post [@leave].", ""),
        ("Officials of an office of the US leave, the Deputy Secretary says [@leave].", ""),
        ("Bo Ray leaves [@leave].", "Bo Ray"),
        ("Officials leave, said John Smith of Acme Corp [@leave].", "John Smith of Acme Corp"),
        ("John Smith said that officials leave [@leave].", "John Smith"),
        ("Smith said that officials leave [@leave].", "Smith"),
        ("Officials leave, per the FBI [@leave].", "FBI"),
        ("FBI officials leave [@leave].", "FBI"),
        ("Sales in China fell [@sales].", ""),
        ("Chinese sales fell, American ones did not [@sales].", "American"),
        ("Firms in the US were sold [@firms].", ""),
        ("The Ministry of Trade proposed the chip rule [@rule].", ""),
        ('Sales of "Gamma" fell [@sales].', "Gamma"),
        ("[[bo-ray|A man]] leaves [@leave].", "A man"),
    ],
)
def test_names(summary: str, unsupported: str) -> None:
    assert of_summary("unsupported-name", summary) == ([unsupported] if unsupported else [])


def test_a_quotation_in_the_prose_does_not_support_itself() -> None:
    summary = 'In 2019 Bo Ray sold nine firms [@a "three firms with 1,200 workers were sold"].'
    codes = ("unsupported-number", "unsupported-date", "unsupported-name")
    assert [one.split(" ")[0] for one in faults(*codes, summary=summary)] == list(codes)


def test_what_is_merely_summarised_is_held_against_its_article() -> None:
    files = {"seeds/a.txt": source("Three firms were sold."), "briefings/2026-01-24-b.yml": yaml(title="T", sources=["a"], summary="Three firms were sold.")}  # fmt: skip
    assert told(made(files)) == []
    files["briefings/2026-01-24-b.yml"] = yaml(title="T", sources=["a"], summary="Four firms were sold.")
    assert told(made(files)) == [
        "unsupported-number summary: the number “Four” is in no cited passage or claim"
    ]


def test_titles_and_answers_and_claims_are_held_too() -> None:
    assert faults("unsupported-number", title="Two officials leave; 12 percent less is sold") == []
    assert faults("unsupported-number", title="Nine officials leave") == [
        "unsupported-number title: the number “Nine” is in no cited passage or claim"
    ]
    assert faults("unsupported-name", title="Trade Officials Leave After Sale Of Many Firms") == []
    assert faults("unsupported-name", title="NATO Officials Leave After Sale Of Many Firms") != []
    [fault] = faults("unsupported-date", questions=[{"text": "When?", "answer": "In 2026 [@leave]."}])
    assert fault.startswith("unsupported-date questions.0.answer")
    [fault] = faults("unsupported-name", claims={"leave": LEAVE | {"text": "Bo Ray would leave."}})
    assert fault.startswith("unsupported-name claims.leave.text")


@pytest.mark.parametrize(
    ("summary", "hedge"),
    [
        ("Officials will reportedly leave [@leave].", "reportedly"),
        ("Ann Lee is said to leave [@leave].", "is said to"),
        ("According to reports two officials leave [@leave].", "According to reports"),
        ("It is reported that they leave [@leave].", "It is reported"),
        ("Officials will reportedly leave, Ann Lee says [@leave].", ""),
        ("Officials will reportedly leave, according to the Trade Office [@leave].", ""),
        ("Officials will reportedly leave, the article says [@leave].", ""),
        ("The Daily Post is reported to say that they leave [@leave].", ""),
        ("Officials leave; their names are not reported [@leave].", ""),
        ('They "reportedly" leave [@leave].', ""),
    ],
)
def test_speakers(summary: str, hedge: str) -> None:
    assert of_summary("speaker-missing", summary) == ([hedge] if hedge else [])


@pytest.mark.parametrize(
    ("said_by", "quote", "is_there"),
    [
        ("ann-lee", "two officials of the Trade Office would leave", True),
        ("bo-ray", "two officials of the Trade Office would leave", False),
        ("herald", "two officials of the Trade Office would leave", False),
        ("US officials", "two officials of the Trade Office would leave", True),
        ("a Swiss banker", "two officials of the Trade Office would leave", False),
        ("ann-lee", "She did not say why", True),
        ("ann-lee", "sales of 5.5 billion dollars fell", False),
        ("ann-lee", "The ministry proposed the chip rule", False),
        ("china", "sales of 5.5 billion dollars fell", True),
        ("ann-lee > post", "She did not say why", True),
        ("a union", "Nobody answered", False),
    ],
)
def test_chains(said_by: str, quote: str, is_there: bool) -> None:
    claims = {"leave": {"text": "So.", "said_by": said_by, "quote": quote}}
    assert (faults("chain-unsupported", claims=claims) == []) is is_there


@pytest.mark.parametrize(
    ("text", "quote", "keeps"),
    [
        ("She did not say why.", "She did not say why", True),
        ("She said why.", "She did not say why", False),
        ("She refused to say why.", "She did not say why", True),
        ("It was not clear who paid.", "It was unclear who paid", True),
        ("It was clear who paid.", "It was unclear who paid", False),
        ("A union made a report.", "A union denied the report", False),
        ("A union rejected the report.", "A union denied the report", True),
        ("Sales did not fall.", "sales of 5.5 billion dollars fell", False),
        ("Somebody answered.", "Nobody answered", False),
    ],
)
def test_negations_of_claims(text: str, quote: str, keeps: bool) -> None:
    claims = {"leave": {"text": text, "quote": quote}}
    assert (faults("negation-lost", claims=claims, summary="So [@leave].") == []) is keeps


@pytest.mark.parametrize(
    ("summary", "keeps"),
    [
        ("She did not say why [@why].", True),
        ("She did say why [@why].", False),
        ("She said why [@why].", False),
        ("Sales fell, and she did not say why [@why; @sales].", True),
        ("Sales fell, and she said why [@why; @sales].", False),
        ("Sales did not rise, and she said why [@why; @sales].", False),
        ("The reason is not given [@sales].", True),
        ("The reason is given [@sales].", False),
        ("The article does name the firm [@sales].", False),
        ("No source tells whether sales fell [@sales].", True),
        ("The source tells whether sales fell [@sales].", False),
        ("The article reports no decision [@sales].", True),
        ("The article reports a decision [@sales].", False),
    ],
)
def test_negations_of_summaries(summary: str, keeps: bool) -> None:
    why = {"text": "She did not say why.", "quote": "She did not say why"}
    assert (faults("negation-lost", claims={"why": why, "sales": SALES}, summary=summary) == []) is keeps


@pytest.mark.parametrize(
    ("summary", "told_state"),
    [
        ("The chip rule was proposed [@rule].", ""),
        ("The chip rule was issued [@rule].", "issued"),
        ("The ministry imposes the rule [@rule].", "imposes"),
        ("The chip rule took effect [@rule].", "took effect"),
        ("The chip rule was revoked [@rule].", "revoked"),
        ("The chip rule bans sales [@rule].", "bans"),
        ("The chip rule was dropped [@rule].", "dropped"),
        ("The chip rule is to ban sales [@rule].", ""),
        ("The office dropped its plan [@leave].", "dropped"),
        ("They introduced themselves [@leave].", ""),
    ],
)
def test_states(summary: str, told_state: str) -> None:
    assert of_summary("state-not-told", summary) == ([told_state] if told_state else [])


def test_each_sentence_of_an_answer_begins_with_a_capital() -> None:
    question = {"text": "Who?", "answer": "Two officials leave [@leave]. Silence follows [@leave]."}
    assert faults("unsupported-name", questions=[question]) == []
    question["answer"] = "Two officials leave [@leave]. So did Smith [@leave]."
    assert len(faults("unsupported-name", questions=[question])) == 1
