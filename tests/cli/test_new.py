"""`briefings new`: a draft that passes the check as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.edit.id_schemas import FOLDER
from mkdocs_briefings.edit.seal import seal
from mkdocs_briefings.intake import draft
from mkdocs_briefings.parse.file import name_of
from mkdocs_briefings.parse.yaml import load

from tests.desks import made, source

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

TEXT = """\
The port authority of Westhaven said on Tuesday, 3 March 2026, that the new lock will not open before June.
The lock was to open in April. A contractor told "the Courier" that steel had been delivered late.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for folder in ("seeds", "briefings", "schema"):
        (tmp_path / folder).mkdir()
    put(tmp_path, "lock", TEXT, title="Lock late: it's June now", published="2026-03-04T10:00")
    return tmp_path


def put(root: Path, id_: str, text: str, **front: object) -> None:
    sealed = seal(source(text, **front).encode())
    assert sealed is not None
    (root / f"seeds/{id_}.txt").write_bytes(sealed)


def run(root: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["--root", str(root), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def only(root: Path) -> Path:
    (path,) = (root / "briefings").glob("*.yml")
    return path


def test_a_draft_passes_the_check_and_is_not_published(desk: Path) -> None:
    result = run(desk, "new", "lock")
    assert result.exit_code == 0, result.output
    assert only(desk).name == "2026-03-04-lock-late-its-june-now.yml"
    assert "draft written" in result.output
    check = run(desk, "check", "--strict")
    assert check.exit_code == 0, check.output
    assert "0 briefings" in check.output
    path = only(desk)
    path.write_text(path.read_text(encoding="utf-8").replace("status: draft\n", ""), encoding="utf-8")
    assert "1 briefing:" in run(desk, "check").output


def test_the_quotations_that_it_offers_hold(desk: Path) -> None:
    run(desk, "new", "lock")
    path = only(desk)
    text = path.read_text(encoding="utf-8")
    offered = [line.removeprefix("#   ") for line in text.splitlines() if line.startswith("#   [@")]
    assert len(offered) == 2, "the sentence with quotation marks cannot be cited in them"
    head, _, _ = text.partition("summary: |\n")
    path.write_text(
        f"{head}summary: |\n" + "".join(f"  The lock is late {one}.\n" for one in offered), encoding="utf-8"
    )
    assert "0 errors" in run(desk, "check").output


def offered(root: Path) -> list[str]:
    lines = only(root).read_text(encoding="utf-8").splitlines()
    return [line.partition('"')[2].removesuffix('"]') for line in lines if line.startswith("#   [@")]


def test_lines_that_state_nothing_and_words_that_stand_twice_are_not_offered(desk: Path) -> None:
    text = (
        "Lock late\n\nBy Lukasz\n\n11 February 2026\n\nThe port waits. It rains. The port waits. It snows.\n"
    )
    put(desk, "rain", text, title="Rain", skip={"byline": ["By Lukasz", "11 February 2026"]})
    run(desk, "new", "rain")
    assert offered(desk) == ["Lock late", "It rains", "It snows"]


@pytest.mark.parametrize("end", ["。", "。\n"])
def test_a_text_without_spaces_is_offered_too_and_holds(desk: Path, end: str) -> None:
    text = f"港务局表示新船闸在六月之前不会开放{end}钢材交付延迟，承包商说{end}是{end}"
    put(desk, "chuan", text, title="新船闸", lang="zh", published="2026-03-04")
    run(desk, "new", "chuan")
    assert offered(desk) == ["港务局表示新船闸在六月之前不会开放", "钢材交付延迟，承包商说"]
    path = only(desk)
    head, _, _ = path.read_text(encoding="utf-8").partition("summary: |\n")
    cites = "".join(f'  The lock is late [@chuan "{one}"].\n' for one in offered(desk))
    path.write_text(f"{head}summary: |\n{cites}", encoding="utf-8")
    assert "0 errors" in run(desk, "check").output


def test_claims_are_stubs_that_hold(desk: Path) -> None:
    run(desk, "new", "lock", "--claims")
    text = only(desk).read_text(encoding="utf-8")
    assert text.count("quote:") == 3
    assert "0 errors" in run(desk, "check").output
    (only(desk)).write_text(text.replace("status: draft\n", ""), encoding="utf-8")
    assert "3 claims, 3 passages verified" in run(desk, "check").output


ARTICLE = """\
HARBOUR / NEWS
By Ada Alder
Published 4 March 2026

The port authority of Westhaven said on Tuesday that the new lock will not open before June. However, it was to open in April.

"We regret the delay," said Ruth Alder. The lock cost 3 million. Photo: The lock. Read more: Lock late
On 2 March 2026, the gate was delivered.

Notes
The first note has a sentence that states something.
"""


def test_claims_are_offered_for_sentences_of_the_body_alone(desk: Path) -> None:
    put(desk, "harbour", ARTICLE, title="HARBOUR / NEWS", published="2026-03-04")
    result = run(desk, "new", "harbour", "--claims", "--title", "The lock opens in June")
    assert result.exit_code == 0, result.output
    text = only(desk).read_text(encoding="utf-8")
    assert "title: The lock opens in June\n" in text, "the title that was given stays"
    loaded = load("x.yml", text).data
    assert isinstance(loaded, dict)
    claims = loaded["claims"]
    assert [one["text"] for one in claims.values()] == [
        "The new lock will not open before June.", "It was to open in April.", "We regret the delay.",
        "The lock cost 3 million.", "On 2 March 2026, the gate was delivered.",
    ]  # fmt: skip
    assert "# said_by: the port authority of Westhaven\n" in text
    assert "# say who, what or when this is: It, in April\n" in text
    assert list(claims.values())[-1]["date"] == "2026-03-02"
    assert "0 errors" in run(desk, "check").output


def test_the_schema_line_is_there_if_the_desk_has_schemas(desk: Path) -> None:
    run(desk, "new", "lock")
    assert "yaml-language-server" not in only(desk).read_text(encoding="utf-8")
    only(desk).unlink()
    (desk / "schema/briefing.json").write_text("{}", encoding="utf-8")
    run(desk, "new", "lock")
    first = only(desk).read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schema/briefing.json"


def test_there_is_no_schema_line_if_the_desk_binds_its_ids(desk: Path) -> None:
    (desk / "schema/briefing.json").write_text("{}", encoding="utf-8")
    (desk / ".vscode").mkdir(exist_ok=True)
    bound = f'{{"yaml.schemas": {{"./{FOLDER}/briefing.json": ["briefings/2*.yml"]}}}}'
    (desk / ".vscode/settings.json").write_text(bound, encoding="utf-8")
    run(desk, "new", "lock")
    assert "yaml-language-server" not in only(desk).read_text(encoding="utf-8")


def test_the_schema_line_leads_where_the_others_of_the_desk_do(desk: Path) -> None:
    (desk / "forms").mkdir()
    (desk / "forms/briefing.json").write_text("{}", encoding="utf-8")
    (desk / ".vscode").mkdir(exist_ok=True)
    bound = '{"yaml.schemas": {"./forms/briefing.json": ["briefings/2*.yml"]}}'
    (desk / ".vscode/settings.json").write_text(bound, encoding="utf-8")
    run(desk, "new", "lock")
    first = only(desk).read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../forms/briefing.json"


def test_nothing_is_overwritten(desk: Path) -> None:
    run(desk, "new", "lock")
    before = only(desk).read_bytes()
    again = run(desk, "new", "lock")
    assert again.exit_code == 0
    names = sorted(path.name for path in (desk / "briefings").glob("*.yml"))
    assert names == ["2026-03-04-lock-late-its-june-now-2.yml", "2026-03-04-lock-late-its-june-now.yml"]
    assert (desk / "briefings" / names[1]).read_bytes() == before
    assert "0 errors" in run(desk, "check").output


def test_several_sources_and_words_of_ones_own(desk: Path) -> None:
    put(desk, "ferry", "The ferry stops at noon.\n", published="2026-03-05..2026-03-07", title=None)
    result = run(desk, "new", "lock", "ferry", "lock", "--title", "Lock and ferry", "--date", "2026-03")
    assert result.exit_code == 0, result.output
    assert only(desk).name == "2026-03-lock-and-ferry.yml"
    assert "summary: |\n  Lock and ferry [@lock; @ferry].\n" in only(desk).read_text(encoding="utf-8")
    assert "0 errors" in run(desk, "check").output


@pytest.mark.parametrize(
    ("arguments", "why"),
    [(["nowhere"], "there is no source `nowhere`; known are: ferry, lock"), (["lock", "--date", "soon"], "is not a day, month or year"),
     (["lock", "--date", "2026-01..2026-02"], "is not a day, month or year"), (["ferry"], "has no title")],
)  # fmt: skip
def test_what_it_cannot_do_it_says(desk: Path, arguments: list[str], why: str) -> None:
    put(desk, "ferry", "The ferry stops at noon.\n", title="not stated")
    result = run(desk, "new", *arguments)
    assert result.exit_code == 1
    assert why in result.output
    assert not list((desk / "briefings").iterdir())


def test_a_desk_at_fault_elsewhere_is_no_hindrance(desk: Path) -> None:
    (desk / "briefings/2026-01-01-broken.yml").write_text("title: [", encoding="utf-8")
    assert run(desk, "new", "lock").exit_code == 0
    assert len(list((desk / "briefings").glob("*.yml"))) == 2


@settings(deadline=None)
@given(st.text(min_size=1, max_size=120).map(lambda text: " ".join(text.split())).filter(bool))
@example("One. Two? Three!")
@example("[[no]] [@link “x”] [@")
@example("- # : | > & * ! %")
@example("2026-03-04 is the day")
@example("Q: “Is it?” A: 'no'")
@example("index")
@example("“")
def test_one_of_the_drafts_is_sound_whatever_the_title(title: str) -> None:
    files = {"seeds/lock.txt": source(TEXT, title="Lock late")}
    lock = made(files).corpus.sources["lock"]
    name = draft.file_name("2026-03-04", title, {"lock", "index", "readme"}, "en")
    assert name_of(name) is not None
    assert "/" not in name
    *_, barest = draft.drafts([lock], "", title, "")
    found = [one for one in made(files | {f"briefings/{name}": barest}).problems if one.is_error]
    # Control characters are refused in YAML, whoever types them.
    assert not found or not title.isprintable(), (barest, found)


def test_a_title_that_the_text_does_not_bear_out_is_left_to_the_editor(desk: Path) -> None:
    result = run(desk, "new", "lock", "--title", "The lock cost 17 million and Lord Marmaduke is furious")
    assert result.exit_code == 0, result.output
    text = only(desk).read_text(encoding="utf-8")
    assert "title: To be written\n" in text
    assert "# The text of the sources does not support this title: The lock cost 17" in text
    assert "0 errors" in run(desk, "check").output
