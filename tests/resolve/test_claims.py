"""Claims resolved: passages, voices, dates, states, values, roles and references to other claims."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs_briefings.model import dates
from mkdocs_briefings.model.corpus import Claim, Comparable, Voice
from mkdocs_briefings.model.prose import Name

from tests.desks import made, sound, source, told, yaml

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result

TEXT = (
    "Acme fired Ann Lee, people familiar with the matter told the Post. The Post was told so. Lee denies it."
)
ENTITIES = yaml(
    acme={"kind": "company", "name": "Acme"},
    post={"kind": "outlet", "name": "The Post", "medium": "newspaper"},
    lee={"kind": "person", "name": "Ann Lee", "short": "Lee"},
    rule={"kind": "measure", "name": "chip rule"},
    china={"kind": "country", "name": "China"},
    商務省={"kind": "agency", "name": "商務省"},
)
QUOTE = "Acme fired Ann Lee"


def desk(
    claim: dict[str, Any], others: dict[str, Any] | None = None, files: dict[str, str] | None = None
) -> dict[str, str | bytes]:
    claims = {"x": {"text": "Acme fired Lee.", "quote": QUOTE} | claim, **(others or {})}
    return {
        "seeds/a.txt": source(TEXT),
        "briefings/2026-01-24-b.yml": yaml(title="T", sources=["a"], summary="S [@x].", claims=claims),
        "briefings/entities/all.yml": ENTITIES,
        **(files or {}),
    }


def claim_of(result: Result, ref: str = "b#x") -> Claim:
    assert [p for p in result.problems if p.is_error] == []
    return result.corpus.claims[ref]


def resolved(**claim: Any) -> Claim:
    return claim_of(made(desk(claim)))


@pytest.mark.parametrize(
    ("said_by", "chains"),
    [
        (None, ()),
        ("post", ((Voice("post"),),)),
        ("people familiar with the matter > post", ((Voice("", "people familiar with the matter"), Voice("post")),)),
        ("lee (interview, Friday) > post", ((Voice("lee", "", "interview, Friday"), Voice("post")),)),
        ("not stated > post", ((Voice(), Voice("post")),)),
        ("not stated", ((Voice(),),)),
        (["lee", "an Acme spokesman > post"], ((Voice("lee"),), (Voice("", "an Acme spokesman"), Voice("post")))),
        ("lee>post", ((Voice("lee"), Voice("post")),)),
        ("労働組合 > post", ((Voice("", "労働組合"), Voice("post")),)),
        ("有媒体 (未具名)", ((Voice("", "有媒体 (未具名)"),),)),
        ("商務省", ((Voice("商務省"),),)),
    ],
)  # fmt: skip
def test_chains(said_by: object, chains: object) -> None:
    assert resolved(said_by=said_by).chains == chains


@pytest.mark.parametrize(
    ("said_by", "problem"),
    [
        ("psot", "unknown-entity claims.x.said_by: there is no entity `psot`"),
        ("lee > psot (x)", "unknown-entity claims.x.said_by: there is no entity `psot`"),
        (["lee", "psot"], "unknown-entity claims.x.said_by.1: there is no entity `psot`"),
        ("b", "unknown-entity claims.x.said_by: `b` is a briefing, not an entity"),
    ],
)
def test_a_mistyped_voice_is_an_error(said_by: object, problem: str) -> None:
    assert problem in told(made(desk({"said_by": said_by})))


def test_the_publisher_is_never_typed() -> None:
    files = desk({"said_by": "lee > post"}) | {"seeds/a.txt": source(TEXT, publisher="post")}
    assert told(made(files)) == ["publisher-typed claims.x.said_by: `post` is the publisher of this source, which a chain never names"] + [
        p for p in told(made(files)) if p.startswith("unmentioned")
    ]  # fmt: skip


def test_passages_keep_positions_in_the_sources_own_text() -> None:
    (passage,) = resolved(quote="Acme […] Ann Lee").passages
    assert [TEXT[a:b] for a, b in passage.spans] == ["Acme", "Ann Lee"]
    assert passage.words == ("Acme", "Ann Lee")
    first, second = resolved(quote=["Lee denies it", QUOTE]).passages
    assert (first.start, second.start) == (TEXT.index("Lee denies"), 0)


@pytest.mark.parametrize("head", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("front", [True, False])
def test_positions_do_not_count_the_bom_and_the_front_matter(
    head: bytes, newline: str, *, front: bool
) -> None:
    text = f"First line.{newline}Acme “fired”{newline}Ann\u00a0Lee.{newline}"
    raw = (source("", sha256=None) if front else "").replace("\n", newline) + text
    files = desk({"quote": 'Acme "fired" Ann Lee.'}) | {"seeds/a.txt": head + raw.encode()}
    result = made(files)
    (passage,) = claim_of(result).passages
    assert text[passage.start : passage.end] == f"Acme “fired”{newline}Ann\u00a0Lee."
    assert passage.words == ("Acme “fired” Ann Lee.",)
    assert result.corpus.sources["a"].text.raw == text
    assert not [p for p in told(result) if p.startswith("seal")]


def test_the_source_is_found_by_the_quotation() -> None:
    files = desk({}) | {
        "seeds/z.txt": source("Another text."),
        "briefings/2026-01-24-b.yml": yaml(
            title="T",
            sources=["z", "a"],
            summary="S [@x; @z].",
            claims={"x": {"text": "T.", "quote": [QUOTE, "Lee denies it"]}},
        ),
    }
    assert claim_of(made(files)).source == "a"


def test_kinds() -> None:
    assert resolved().kind == "report"
    assert resolved(kind="allegation").kind == "allegation"
    files = desk({"denies": "y"}, {"y": {"text": "It was so.", "quote": "Lee denies it"}})
    assert claim_of(made(files)).kind == "denial"
    files = desk({"denies": "y", "kind": "opinion"}, {"y": {"text": "It was so.", "quote": "Lee denies it"}})
    assert claim_of(made(files)).kind == "opinion"


def test_a_denial_without_a_text_is_that_of_what_it_denies() -> None:
    result = made(desk({}, {"no": {"denies": "x", "quote": "Lee denies it", "said_by": "lee"}}))
    denial = claim_of(result, "b#no")
    assert denial.text.text == "Denied: Acme fired Lee."
    assert denial.denies == "b#x"
    assert [c.ref for c in result.derived.denials["b#x"]] == ["b#no"]
    # Nowhere does it read as if the denier said what is denied.
    shown = [line for page in result.pages for line in page.body.splitlines() if "#c-no" in line]
    assert shown
    assert all("denied" in line.casefold() or re.search(r"\[\d\]\(#c-no\)", line) for line in shown)


def test_a_denial_of_a_denial_needs_its_own_text() -> None:
    others = {
        "no": {"denies": "x", "quote": "Lee denies it"},
        "yes": {"denies": "no", "quote": "The Post was told so"},
    }
    assert "missing-field claims.yes: `yes` needs `text`" in told(made(desk({}, others)))


def test_a_denial_of_a_claim_of_another_briefing() -> None:
    other = yaml(
        title="T",
        sources=["a"],
        summary="S [@no].",
        claims={"no": {"denies": "b#x", "quote": "Lee denies it"}},
    )
    result = made(desk({}, files={"briefings/2026-01-25-c.yml": other}))
    assert claim_of(result, "c#no").denies == "b#x"
    assert claim_of(result, "c#no").text.text == "Denied: Acme fired Lee."


def test_a_claim_needs_a_text_and_cannot_deny_itself() -> None:
    assert "missing-field claims.x: `x` needs `text`" in told(made(desk({"text": None})))
    assert "cycle claims.x.denies: `x` denies itself" in told(made(desk({"denies": "x"})))


def test_the_occasion_of_a_saying() -> None:
    result = made(
        desk(
            {"at": "y"},
            {"y": {"text": "It was told.", "quote": "The Post was told so", "date": "2026-01-23"}},
        )
    )
    assert claim_of(result).at == "b#y"
    assert [p for p in told(result) if p.startswith("occasion")] == []
    undated = made(desk({"at": "y"}, {"y": {"text": "It was told.", "quote": "The Post was told so"}}))
    assert "occasion-undated claims.x.at: `y` has no date" in [p.replace("b#y", "y") for p in told(undated)]


def test_the_same_elsewhere() -> None:
    other = yaml(
        title="T", sources=["a"], summary="S [@x].", claims={"x": {"text": "T.", "quote": "Lee denies it"}}
    )
    for same in ("c#x", ["c#x"], ["c#x", "y"]):
        files = desk(
            {"same": same},
            {"y": {"text": "Y.", "quote": "The Post was told so"}},
            files={"briefings/2026-01-25-c.yml": other},
        )
        assert claim_of(made(files)).same[0] == "c#x"
    assert "unknown-claim claims.x.same: there is no claim `c#y`" in told(made(desk({"same": "c#y"})))


def test_roles_link_what_is_an_entity() -> None:
    (role,) = resolved(role={"lee": "head of acme, in China"}).roles
    assert role.person == "lee"
    assert [i for i in role.role.inlines if isinstance(i, Name)] == [Name("acme", "Acme")]
    assert role.role.text == "head of Acme, in China"
    assert "wrong-kind claims.x.role.acme: `acme` has the kind `company`; this field needs `person`" in told(
        made(desk({"role": {"acme": "head"}}))
    )


def test_a_reply_says_what_came_of_asking() -> None:
    replies = resolved(
        reply={
            "acme": {"asked": "2026-01-20", "answered": "2026-01-22", "words": "Lee left by himself."},
            "lee": {"asked": "2026-01-20"},
            "china": {"declined": "2026-01-21"},
        }
    ).replies
    assert [(one.party, one.outcome, one.date.text, one.words) for one in replies] == [
        ("acme", "answered", "2026-01-22", "Lee left by himself."),
        ("lee", "asked", "2026-01-20", ""),
        ("china", "declined", "2026-01-21", ""),
    ]
    assert replies[0].asked == dates.parse("2026-01-20")


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        ({"words": "No."}, "`asked`, `answered` or `declined` is needed"),
        ({"asked": "2026-01-20", "words": "No."}, "`words` need the day"),
        ({"answered": "2026-01-20"}, "`answered` needs `words`"),
        ({"answered": "2026-01-20", "declined": "2026-01-20", "words": "No."}, "cannot both be"),
        ({"asked": "2026-01-20", "declined": "2026-01-19"}, "comes before the question"),
    ],
)
def test_a_reply_that_says_too_little_or_too_much(reply: dict[str, str], fault: str) -> None:
    (line,) = told(made(desk({"reply": {"acme": reply}})))
    assert line.startswith("reply-unclear claims.x.reply.acme")
    assert fault in line


def test_only_a_party_replies() -> None:
    (line,) = told(made(desk({"reply": {"rule": {"declined": "2026-01-20"}}})))
    assert line.startswith("wrong-kind claims.x.reply.rule")


def test_states_and_values() -> None:
    claim = resolved(
        why="The fields are those of the test: a limit of 5 in force since January 2025.",
        state={"rule": "in force"},
        value={"rule": {"aimed at": ["china"], "limit": 5, "since": "2025-01", "state": "in force"}},
    )
    assert claim.states == (("rule", "in force"),)
    assert claim.values == (
        Comparable("rule", "aimed at", ("china",)),
        Comparable("rule", "limit", (5,)),
        Comparable("rule", "since", ("2025-01",)),
        Comparable("rule", "state", ("in force",)),
    )
    assert (
        "wrong-kind claims.x.state.acme: `acme` has the kind `company`; this field needs `measure`"
        in told(made(desk({"state": {"acme": "issued"}})))
    )
    assert (
        "bad-value claims.x.value.rule.limit: “about five” is not a date, number, id or state word"
        in told(made(desk({"value": {"rule": {"limit": "about five"}}})))
    )


def test_a_claim_without_its_passage_is_no_claim() -> None:
    result = made(desk({"quote": "Acme hired Ann Lee"}))
    assert result.failed
    assert "b#x" not in result.corpus.claims
    assert [p.rule.code for p in result.problems if p.is_error] == ["passage-not-found"]


def test_a_sound_desk_has_no_problem() -> None:
    files = desk(
        {"said_by": "people familiar with the matter > post", "kind": "allegation"},
        {"no": {"denies": "x", "said_by": "lee", "quote": "Lee denies it"}},
    )
    files["briefings/2026-01-24-b.yml"] = str(files["briefings/2026-01-24-b.yml"]).replace(
        "S [@x].", "S [@x; @no]."
    )
    files["briefings/entities/all.yml"] = yaml(
        acme={"kind": "company", "name": "Acme"},
        post={"kind": "outlet", "name": "The Post", "medium": "newspaper"},
        lee={"kind": "person", "name": "Ann Lee", "short": "Lee"},
    )
    assert sound(files).pages
