"""An id changed everywhere: every kind of reference, nothing else, all files or none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from mkdocs_briefings.build import build
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.edit.rename import plan, renamed
from mkdocs_briefings.edit.rename.proof import is_same, neutral
from mkdocs_briefings.edit.seal import seal
from mkdocs_briefings.files import exchange
from mkdocs_briefings.files.reader import read
from mkdocs_briefings.model.settings import Settings

if TYPE_CHECKING:
    from click.testing import Result
    from mkdocs_briefings.build import Result as Built

DESK = Path(__file__).parents[1] / "desk"

MEASURE = "briefings/2025-01-10-rule-issued.yml"
DENIAL = "briefings/2025-01-12-no-harm.yml"
FILES = {
    "seeds/post.txt": """\
---
title: "The post"  # as printed
published: 2025-01-11
publisher: acme-post
means: {'The firm': acme}
misprints:
  Acmee: acme
one_voice: {a buyer: acme}
cites: {acme-wire: The wire reports it}
---
The rule bars sales, Acme said. The firm denies harm. Acmee denies the report.
A buyer wants chips. The wire reports it. It was issued on 10 January 2025, the agency said.
""",
    "seeds/raw_text.txt": "The rule bars nothing. Acme buys lidar.\n",
    "briefings/entities/all.yml": """\
# of the firm
acme: {kind: company, name: Acme}
acme-post:   # the paper
    kind: outlet
    name: Acme Post
    of: acme
acme-wire: {kind: outlet, name: Acme Wire, formerly: [acme-news]}
agency: {kind: agency, name: agency}
jo: {kind: person, name: Jo}
rule: {kind: measure, name: rule, issuer: agency, targets: [ acme ]}
part: {kind: measure, name: part rule, part_of: "rule"}
""",
    "briefings/storylines.yml": """\
chips:
  title: acme and chips
  measures: [rule]
  summary: Acme [[acme|denies]] the harm of acme [@no-harm#denies; @no-harm#wants].
""",
    MEASURE: """\
title: The rule is issued
sources: [post]
storylines: [chips]
# acme stays here
summary: |
  The [[rule]] bars sales, [[acme]] said [@bars; @post "The rule bars sales"]. It says *"[[acme]]"* [@bars].
claims:
  bars:
    text: The [[rule]] bars sales.
    said_by: acme (statement) > agency
    state: {rule: proposed}
    value: {rule: {bars: [acme], acme: acme}}
    quote: The rule bars sales, Acme said
    formerly: [banned]
  issued:
    text: The rule was issued.
    date: 2025-01-10
    said_by: agency
    state:
      "rule": issued
    role: {jo: head of acme}
    quote: It was issued on 10 January 2025, the agency said
disagreements:
- {about: What bars does, class: scope, between: [bars, 'no-harm#denies'], note: "See [@bars]."}
questions:
- {text: "Does [[acme]] sell?", on: bars, answer: 'It denies [@no-harm#denies].', id: acme}
""",
    DENIAL: """\
title: Acme denies
sources: [post, raw-text]
summary: Acme denies the harm, it says [@denies; @rule-issued#bars]. It buys lidar [@raw-text "Acme buys lidar"].
claims:
  denies: {denies: rule-issued#bars, said_by: acme, quote: The firm denies harm, at: rule-issued#issued}
  wants: {text: A buyer wants chips., said_by: a buyer, quote: A buyer wants chips, source: post, same: [rule-issued#bars]}
formerly:
- no-harm-done
""",
}
IDS = [
    "acme", "acme-post", "agency", "rule", "part", "post", "raw-text", "chips", "rule-issued", "no-harm",
    "jo", "rule-issued#bars", "rule-issued#issued", "no-harm#denies", "no-harm#wants",
]  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        data = text.encode()
        file.write_bytes((seal(data) or data) if path == "seeds/post.txt" else data)
    return tmp_path


def tree_of(root: Path) -> dict[str, bytes]:
    return read(root, Settings())[0]


def run(root: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["--root", str(root), "rename", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def built(root: Path) -> Built:
    return build(tree_of(root), Settings())


def test_the_desk_of_these_tests_has_no_error(desk: Path) -> None:
    assert [problem.message for problem in built(desk).problems if problem.is_error] == []


@pytest.mark.slow
@pytest.mark.parametrize("old", IDS)
def test_every_id_can_be_renamed_and_back(desk: Path, old: str) -> None:
    before, first = tree_of(desk), built(desk)
    home, mark, name = old.rpartition("#")
    result = run(desk, old, "fresh.id")
    assert result.exit_code == 0, result.output
    now = built(desk)
    assert len(now.problems) == len(first.problems)
    assert run(desk, f"{home}{mark}fresh.id", name).exit_code == 0
    after = tree_of(desk)
    assert sum(data.count(b"fresh.id") for data in after.values()) == 1
    forgotten = {path: without_former(data) for path, data in after.items()}
    if old == "raw-text":
        before["seeds/raw_text.txt"] = b"---\nid: raw-text\n---\n" + before["seeds/raw_text.txt"]
    if old == "post":
        before["seeds/post.txt"] = before["seeds/post.txt"].replace(b"---\n", b"---\nid: post\n", 1)
    assert forgotten == before


def without_former(data: bytes) -> bytes:
    typed = rb"^ *formerly: \[fresh.id\]\n|^- fresh.id\n|, formerly: \[fresh.id\]|, fresh.id(?=\])"
    return re.sub(typed, b"", data, flags=re.MULTILINE)


def test_an_entity_is_renamed_where_it_is_meant_and_nowhere_else(desk: Path) -> None:
    result = run(desk, "acme", "acme-corp")
    assert result.exit_code == 0, result.output
    after = {path: data.decode() for path, data in tree_of(desk).items()}
    source = after["seeds/post.txt"]
    for line in (
        "means: {'The firm': acme-corp}",
        "  Acmee: acme-corp",
        "one_voice: {a buyer: acme-corp}",
        "publisher: acme-post",
    ):
        assert line in source
    assert "cites: {acme-wire: The wire reports it}" in source
    entities = after["briefings/entities/all.yml"]
    assert entities == FILES["briefings/entities/all.yml"].replace(
        "\nacme: {kind: company, name: Acme}", "\nacme-corp: {kind: company, name: Acme, formerly: [acme]}"
    ).replace("of: acme", "of: acme-corp").replace("[ acme ]", "[ acme-corp ]")
    assert "Acme [[acme-corp|denies]] the harm of acme [@" in after["briefings/storylines.yml"]
    assert "title: acme and chips" in after["briefings/storylines.yml"]
    measure = after[MEASURE]
    for line in (
        "# acme stays here\n",
        'The [[rule]] bars sales, [[acme-corp]] said [@bars; @post "The rule bars sales"]. It says *"[[acme]]"* [@bars].',
        "said_by: acme-corp (statement) > agency",
        "value: {rule: {bars: [acme-corp], acme: acme-corp}}",
        "role: {jo: head of acme-corp}",
        "- {text: \"Does [[acme-corp]] sell?\", on: bars, answer: 'It denies [@no-harm#denies].', id: acme}",
    ):
        assert line in measure, line


def test_a_renamed_briefing_leaves_its_old_address_behind(desk: Path) -> None:
    result = run(desk, "rule-issued", "rule-of-2025")
    assert result.exit_code == 0, result.output
    assert f"{MEASURE}: removed" in result.output
    tree = tree_of(desk)
    assert MEASURE not in tree
    assert tree["briefings/2025-01-10-rule-of-2025.yml"].endswith(b"formerly: [rule-issued]\n")
    assert b"denies: rule-of-2025#bars" in tree[DENIAL]
    moved = {page.path: page.moved_to for page in built(desk).pages if page.moved_to}
    assert moved["briefings/rule-issued.md"] == "briefings/rule-of-2025.md"


def test_a_briefing_can_have_an_old_id_of_its_own_again(desk: Path) -> None:
    assert run(desk, "no-harm", "no-harm-done").exit_code == 0
    assert tree_of(desk)["briefings/2025-01-12-no-harm-done.yml"].endswith(b"formerly:\n- no-harm\n")


@pytest.mark.parametrize(
    ("old", "folder"), [("acme", "entities"), ("rule", "entities"), ("chips", "storylines"), ("post", "sources"), ("raw-text", "sources")]
)  # fmt: skip
def test_every_old_address_leads_to_the_new_one(desk: Path, old: str, folder: str) -> None:
    result = run(desk, old, "fresh")
    assert result.exit_code == 0, result.output
    assert "The old address redirects to the new one (`formerly`)." in result.output
    assert run(desk, "fresh", "fresher").exit_code == 0
    moved = {page.path: page for page in built(desk).pages if page.moved_to}
    for path in (f"{folder}/{old}.md", f"{folder}/fresh.md"):
        assert (moved[path].moved_to, moved[path].listed) == (f"{folder}/fresher.md", False)


def test_a_text_stays_sealed_when_its_source_is_renamed(desk: Path) -> None:
    assert run(desk, "post", "the-post").exit_code == 0
    assert tree_of(desk)["seeds/post.txt"].startswith(
        b'---\nid: the-post\nformerly: [post]\ntitle: "The post"  # as'
    )
    assert "the-post" not in {one.place.path for one in built(desk).problems if one.is_error}
    assert built(desk).corpus.sources["the-post"].sealed


def test_a_renamed_claim_keeps_its_permanent_links(desk: Path) -> None:
    result = run(desk, "rule-issued#bars", "rule-issued#forbids")
    assert result.exit_code == 0, result.output
    assert "Links to #c-bars on the page of `rule-issued` still work" in result.output
    (page,) = (page for page in built(desk).pages if page.path == "briefings/rule-issued.md")
    assert '<a id="c-forbids"></a><a id="c-banned"></a><a id="c-bars"></a>' in page.body
    assert page.body.count('"c-bars"') == 1
    measure = tree_of(desk)[MEASURE].decode()
    assert "between: [forbids, 'no-harm#denies'], note: \"See [@forbids].\"" in measure
    assert "about: What bars does" in measure


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("nobody", "x", "there is no source, briefing, entity or storyline `nobody`"),
        ("rule-issued#nothing", "x", "there is no claim `rule-issued#nothing`"),
        ("no-harm-done", "x", "there is no source, briefing, entity or storyline `no-harm-done`; briefings/2025-01-12-no-harm.yml had that id before"),
        ("acme-news", "x", "there is no source, briefing, entity or storyline `acme-news`; `acme-wire` in briefings/entities/all.yml had that id before"),
        ("acme", "agency", "`agency` is already used"),
        ("acme", "acme-news", "`acme-news` is already used in briefings/entities/all.yml"),
        ("rule-issued#issued", "banned", "would cause these problems"),
        ("acme", "no-harm-done", "`no-harm-done` is already used"),
        ("rule-issued#bars", "issued", "there is already a claim `rule-issued#issued`"),
        ("acme", "acme corp", "`acme corp` is not an id"),
        ("acme", "acme/../x", "is not an id"),
        ("acme", "x" * 101, "is not an id"),
        ("acme", "2025", "`2025` does not work as an id"),
        ("acme", "true", "`true` does not work as an id"),
        ("acme", "acme", "`acme` already has that id"),
        ("acme", "index", "would cause these problems"),
        ("acme", "Agency", "would cause these problems"),
        ("acme", "issued", "would cause these problems"),
        ("acme", "head", "would change something else"),
    ],
)  # fmt: skip
def test_what_is_refused_changes_nothing(desk: Path, old: str, new: str, why: str) -> None:
    before = tree_of(desk)
    result = run(desk, old, new)
    assert result.exit_code == 1
    assert why in " ".join(result.output.split())
    assert tree_of(desk) == before


def test_a_desk_with_errors_is_told_and_left(desk: Path) -> None:
    file = desk / DENIAL
    file.write_text(file.read_text() + "unknown: 1\n")
    before = tree_of(desk)
    result = run(desk, "acme", "acme-corp")
    assert result.exit_code == 1
    assert "[unknown-field]" in result.output
    assert tree_of(desk) == before


def test_a_reference_that_is_hidden_by_escapes_is_told_and_left(desk: Path) -> None:
    file = desk / "briefings/storylines.yml"
    file.write_text(
        'chips:\n  title: x\n  measures: [rule]\n  summary: "Acme [[ac\\u006De|denies]] the harm [@no-harm#denies]."\n'
    )
    before = tree_of(desk)
    result = run(desk, "acme", "acme-corp")
    assert result.exit_code == 1
    assert (
        "briefings/storylines.yml:4:1: `acme` cannot be changed here because of how it is typed"
        in result.output
    )
    assert tree_of(desk) == before


@pytest.mark.parametrize("at", range(1, 7))
def test_an_interruption_leaves_all_files_as_they_were(
    desk: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    before = {
        path.relative_to(desk).as_posix(): path.read_bytes() for path in desk.rglob("*") if path.is_file()
    }
    real, taken = exchange.swap, 0

    def swap(spare: Path, target: Path) -> None:
        nonlocal taken
        taken += 1
        if taken == at:
            raise OSError(28, "No space left on device", str(target))
        real(spare, target)

    monkeypatch.setattr(exchange, "swap", swap)
    result = run(desk, "rule", "the-rule")
    after = {
        path.relative_to(desk).as_posix(): path.read_bytes() for path in desk.rglob("*") if path.is_file()
    }
    assert (after == before) == (result.exit_code == 1)
    assert result.exit_code == 1 or at > 3


def test_frozen_warnings_stay_frozen(desk: Path) -> None:
    runner = CliRunner()
    assert runner.invoke(main, ["--root", str(desk), "baseline"]).exit_code == 0
    strict = runner.invoke(main, ["--root", str(desk), "check", "--strict"])
    assert strict.exit_code == 0, strict.output
    assert run(desk, "raw-text", "leaflet").exit_code == 0
    again = runner.invoke(main, ["--root", str(desk), "check", "--strict"])
    assert again.exit_code == 0, again.output


@pytest.mark.slow
def test_ids_of_a_whole_desk_go_and_come_back() -> None:
    settings = Settings()
    tree = read(DESK, settings)[0]
    first = build(tree, settings)
    ids = [
        *first.corpus.sources,
        *first.corpus.storylines,
        *list(first.corpus.entities)[::18],
        *[ref for ref, claim in first.corpus.claims.items() if claim.analysed][::40],
    ]
    for old in ids:
        there = plan(tree, settings, old, "fresh-id")
        moved = {
            path: data
            for path, data in {**tree, **renamed(tree, settings, there)}.items()
            if data is not None
        }
        second = build(moved, settings)
        assert second.problems == ()
        assert is_same(first, second, neutral(there))
        home, mark, name = old.rpartition("#")
        back = plan(moved, settings, f"{home}{mark}fresh-id", name)
        again = {**moved, **renamed(moved, settings, back)}
        assert {path: without_former(data or b"") for path, data in again.items()} == tree
