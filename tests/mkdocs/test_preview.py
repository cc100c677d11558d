"""What the preview shows of a desk with faults: never a fault, always all of the rest."""

from __future__ import annotations

import json
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.build import Kept, build
from mkdocs_briefings.mkdocs import preview
from mkdocs_briefings.mkdocs.failure import Where
from mkdocs_briefings.mkdocs.preview import Files, Notice, marked, sound_tree
from mkdocs_briefings.mkdocs.server import Serving
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.report.location import Spot, locate, spots_of
from mkdocs_briefings.report.printing import visible

from tests.desks import source, tree, yaml
from tests.sampling import examples

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mkdocs_briefings.build import Memo
    from mkdocs_briefings.mkdocs.preview import Preview

SETTINGS = Settings(preview=True)
A, B, C = "briefings/2026-01-24-a.yml", "briefings/2026-01-24-b.yml", "briefings/2026-01-24-c.yml"
SEED, ENTITIES = "seeds/acme.txt", "briefings/entities/all.yml"


def briefing(title: str = "Acme sold", **more: object) -> str:
    claims = {"sold": {"text": "Acme sold chips.", "quote": "Acme sold chips"}}
    fields = {"title": title, "sources": ["acme-1"], "summary": "Acme sold [@sold].", "claims": claims}
    return yaml(**(fields | more))


SOUND = tree(
    {
        SEED: source("Acme sold chips. Beta did not.", id="acme-1"),
        A: briefing(),
        B: briefing(storylines=["s"]),
        "briefings/storylines.yml": yaml(s={"title": "Chips", "summary": "Acme sold [@b#sold]."}),
        ENTITIES: yaml(acme={"kind": "company", "name": "Acme"}),
    }
)
NOTHING = Files({})
NO_YAML = b"title: [[\n"
BAD = {
    "no YAML": NO_YAML,
    "no UTF-8": b"title: \xff\n",
    "empty": b"",
    "unknown field": briefing(sauces=["acme-1"]).encode(),
    "unknown source": briefing(sources=["nobody"]).encode(),
    "not in the source": briefing(
        claims={"sold": {"text": "Acme sold.", "quote": "Acme bought chips"}}
    ).encode(),
}


def shown(desk: Mapping[str, bytes], before: Files = Files(SOUND)) -> Preview:  # noqa: B008, it is frozen
    made = sound_tree(desk, before, SETTINGS, {})
    assert not any(problem.is_error for problem in made.result.problems)
    return made


def bodies(made: Preview) -> dict[str, str]:
    return {page.path: page.text() for page in made.result.pages}


def test_a_sound_desk_is_shown_as_it_is() -> None:
    made = shown(SOUND, NOTHING)
    assert made.result == build(SOUND, SETTINGS)
    assert (made.held, made.left_out, made.files) == ((), (), Files(SOUND))


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_file_keeps_its_last_good_pages_and_the_rest_is_new(bad: bytes) -> None:
    made = shown({**SOUND, A: bad, B: briefing("Acme has sold", storylines=["s"]).encode()})
    assert made.held == (A,)
    assert made.left_out == ()
    assert "# Acme sold\n" in bodies(made)["briefings/a.md"]
    assert "# Acme has sold\n" in bodies(made)["briefings/b.md"]
    assert {problem.place.path for problem in made.problems if problem.is_error} == {A}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_file_that_was_never_good_has_a_stub(bad: bytes) -> None:
    made = shown({**SOUND, C: bad})
    assert made.left_out == (C,)
    stub = next(page for page in made.result.pages if page.path == "briefings/c.md")
    assert stub.made_from == C
    assert not stub.listed
    assert "has errors" in stub.body
    expected = build(SOUND, SETTINGS).pages
    assert made.result.pages == (*expected, stub), "and changes nothing else"


def test_at_the_first_build_what_only_refers_to_a_faulty_file_is_shown() -> None:
    """The storyline rests on claims of b, and a names the storyline; neither is at fault."""
    for path in (A, B, "briefings/storylines.yml"):
        desk = {**SOUND, A: briefing(storylines=["s"]).encode()}
        bad = desk[path][:-1] + b', "sauces": 1}'
        made = shown({**desk, path: bad}, NOTHING)
        assert path in made.left_out
        texts = bodies(made)
        assert sum("Acme sold\n" in texts[f"briefings/{id_}.md"] for id_ in "ab") >= 1
        assert "sources/acme-1.md" in texts


def test_at_the_first_build_what_rests_on_a_faulty_file_waits_with_it() -> None:
    made = shown({**SOUND, SEED: SOUND[SEED].replace(b"Beta did", b"Beta bid")}, NOTHING)
    assert {A, B, SEED} <= set(made.left_out)
    texts = bodies(made)
    assert {"briefings/a.md", "briefings/b.md", "sources/acme-1.md"} <= texts.keys()
    assert "Not shown yet" in texts["sources/acme-1.md"]
    assert {problem.rule.code for problem in made.problems if problem.is_error} == {"seal-broken"}


def test_a_stub_takes_the_place_of_no_page() -> None:
    """Two files of one id: the one that is shown keeps the address."""
    twin = "briefings/2025-01-24-a.yml"
    made = shown({**SOUND, twin: briefing("Acme again").encode()})
    assert "# Acme sold\n" in bodies(made)["briefings/a.md"]
    assert len({page.path for page in made.result.pages}) == len(made.result.pages)


def test_a_fault_of_several_files_holds_back_only_what_makes_it() -> None:
    """The claim that the storyline cites is gone: neither file is at fault alone."""
    desk = {
        **SOUND,
        A: briefing("Acme has sold").encode(),
        B: briefing(summary="Acme sold [@sells].", claims={"sells": {"text": "Acme sold chips.",
                    "quote": "Acme sold chips"}}, storylines=["s"]).encode(),
    }  # fmt: skip
    made = shown(desk)
    assert made.held == (B,)
    assert "# Acme has sold\n" in bodies(made)["briefings/a.md"]
    assert {problem.place.path for problem in made.problems if problem.is_error} == {
        "briefings/storylines.yml"
    }


def test_a_file_that_is_gone_stays_while_others_need_it() -> None:
    desk = {path: data for path, data in SOUND.items() if path != SEED}
    made = shown({**desk, "briefings/storylines.yml": b"{}"})
    assert SEED in made.files.tree
    assert SEED in made.held
    assert "sources/acme-1.md" in bodies(made)


def test_sound_edits_are_taken_over_while_a_fault_stays() -> None:
    """What is shown becomes what is fallen back to: each save builds on it."""
    first = shown({**SOUND, A: NO_YAML})
    later = {**SOUND, A: NO_YAML, B: briefing("Acme has sold", storylines=["s"]).encode()}
    second = shown(later, first.files)
    assert "# Acme has sold\n" in bodies(second)["briefings/b.md"]
    third = shown({**later, A: briefing("Acme mended").encode()}, second.files)
    assert "# Acme mended\n" in bodies(third)["briefings/a.md"]
    assert (third.held, third.left_out) == ((), ())


def test_other_folders_in_the_settings_leave_a_preview() -> None:
    """What was sound under the old settings need not be under the new."""
    other = Settings(briefings_dir="texts", preview=True)
    made = sound_tree({**SOUND, "texts/2026-01-24-x.yml": NO_YAML}, Files(SOUND), other, {})
    assert not made.result.failed
    assert "briefings/x.md" in {page.path for page in made.result.pages}


PIECES = {
    SEED: [SOUND[SEED], None, SOUND[SEED].replace(b"chips", b"ships")],
    A: [SOUND[A], None, *BAD.values()],
    B: [SOUND[B], None, NO_YAML, briefing(sources=["nobody"]).encode()],
    C: [None, NO_YAML, briefing("Third").encode(), briefing(summary="Acme sold [@a#sold].").encode()],
    ENTITIES: [SOUND[ENTITIES], None, b"acme: 1\n"],
    "briefings/storylines.yml": [SOUND["briefings/storylines.yml"], None, b"s: 1\n"],
}
DESKS = st.fixed_dictionaries({path: st.sampled_from(versions) for path, versions in PIECES.items()})


@settings(deadline=None, max_examples=examples(50))
@given(edits=st.lists(DESKS, min_size=1, max_size=4))
def test_whatever_is_saved_the_preview_is_sound_and_tells_every_fault(
    edits: list[dict[str, bytes | None]],
) -> None:
    before = NOTHING
    for edit in edits:
        desk = {path: data for path, data in edit.items() if data is not None}
        made = shown(desk, before)
        true = build(desk, SETTINGS)
        assert made.problems == true.problems
        if not true.failed:
            assert made.result == true
        seen = {path: data for path, data in made.files.tree.items() if path not in made.files.waiting}
        assert {path for path in seen if seen[path] != desk.get(path)} == set(made.held)
        assert desk.keys() - seen.keys() == set(made.left_out)
        made_from = {page.made_from for page in made.result.pages}
        assert {path for path in made.left_out if path in {A, B, C}} <= made_from, "a stub, or its twin"
        before = made.files


@given(line=st.text(st.characters(exclude_categories=["Cs"])), column=st.integers(-2, 400))
def test_a_marked_line_is_a_piece_of_the_line_and_short(line: str, column: int) -> None:
    before, at, after = marked(line, column)
    assert len(before + at + after) <= 3 * 80
    assert "\n" not in before + at + after
    assert before + at + after in visible(line.replace("\t", " "))


def test_the_word_at_the_place_is_marked() -> None:
    assert marked("  sauces: [acme]", 3) == ("", "sauces", ": [acme]")
    assert marked("title", 99) == ("title", "", "")


def test_a_notice_holds_what_an_editor_needs() -> None:
    desk = {**SOUND, A: BAD["unknown field"]}
    located = locate(shown(desk).problems, desk)
    one = preview.notice(located[0], "edit://x")
    line = desk[A].decode().split("\n")[one.line - 1]
    assert (one.path, one.code, one.severity, one.editor) == (A, "unknown-field", "error", "edit://x")
    assert one.before + one.at + one.after == line.strip()
    assert one.at in {'"', "sauces"}
    assert "sauces" in one.message
    assert one.hint.strip()


def test_what_is_written_for_the_panel_names_errors_first_and_shows_no_control_characters() -> None:
    made = preview.panel([Notice("warning", "w"), Notice("error", "e")], ["a\u202eb"], ["c"])
    told = json.loads(json.dumps(made))
    assert [one["severity"] for one in told["problems"]] == ["error", "warning"]
    assert told["held"] == ["a\ufffdb"]
    assert told["left_out"] == ["c"]


@pytest.mark.parametrize(
    ("scheme", "root", "expected"),
    [
        ("vscode://file/{path}:{line}:{column}", "/home/a b", "vscode://file/home/a%20b/x.yml:7:3"),
        ("vscode://file{path}:{line}", "/home", "vscode://file/home/x.yml:7"),
        ("subl://open?url=file://{path}&line={line}", "/home", "subl://open?url=file:///home/x.yml&line=7"),
        ("subl://open?url=file:///{path}&line={line}", "/home", "subl://open?url=file:///home/x.yml&line=7"),
        ("idea://open?file={path}&line={line}", "/home", "idea://open?file=/home/x.yml&line=7"),
    ],
)
def test_an_editor_is_led_to_the_place(scheme: str, root: str, expected: str) -> None:
    assert preview.editor_link(scheme, PurePosixPath(root), Spot("x.yml", 7, 3)) == expected


def test_an_editor_on_windows_is_led_to_the_place() -> None:
    link = preview.editor_link(
        "vscode://file/{path}:{line}:{column}", PureWindowsPath("C:\\desk"), Spot("a/x.yml", 7, 3)
    )
    assert link == "vscode://file/C:/desk/a/x.yml:7:3"


def test_everything_that_has_an_anchor_is_led_back_to_its_line() -> None:
    text = briefing(
        disagreements=[{"about": "x", "class": "superseded", "between": ["sold", "b#sold"]}],
        questions=["Who?", "Acme?"],
    )
    desk = {**SOUND, A: text.encode()}
    made = shown(desk)
    pages = {page.path: page.text() for page in made.result.pages}
    lines = {}
    for target, place in preview.origins(made.result.corpus):
        if target.page in pages and target.anchor:
            assert f'<a id="{target.anchor}"></a>' in pages[target.page]
        spot = spots_of(place.path, desk[place.path], [place])[place]
        lines[target] = desk[place.path].decode().split("\n")[spot.line - 1].strip()
    assert lines[addresses.claim("a#sold")].startswith('"sold": {')
    assert lines[addresses.Target("entities/acme.md")].startswith('"acme": {')
    assert lines[addresses.question("a", "acme")] == '"Acme?"'
    assert lines[addresses.disagreement("a", "x")] in {"{", '"about": "x",'}
    assert lines[addresses.Target("storylines/s.md")].startswith('"s": {')
    assert lines[addresses.Target("sources/acme-1.md")] == "---"


def test_the_panel_lists_doubts_until_they_are_dismissed(tmp_path: Path) -> None:
    """With the words that decide, behind errors and warnings; while an edit settles, they are not looked for."""
    serving = Serving(where=Where(tmp_path / "mkdocs.yml", tmp_path / "docs", lambda _: ""))
    memo: Memo = {}
    kept = Kept()
    text = source("Acme may have sold chips.", id="acme-1")
    claims = {"sold": {"text": "Acme may have sold chips.", "quote": "Acme may have sold chips"}}
    files = tree(
        {SEED: text, A: briefing(claims=claims), ENTITIES: yaml(acme={"kind": "company", "name": "Acme"})}
    )

    def panel(state: str = "done", **more: str) -> list[dict[str, str]]:
        serving.build({**files, **tree(more)}, SETTINGS, memo, kept)
        serving.write(tmp_path, [Notice("warning", "Look out.")], state=state)
        told: list[dict[str, str]] = json.loads((tmp_path / "problems.json").read_text())["problems"]
        return told

    assert [one["severity"] for one in panel("settling")] == ["warning"]
    warning, doubt = panel()
    assert (warning["severity"], doubt["severity"], doubt["code"]) == ("warning", "doubt", "hedge-lost")
    assert "“may”" in doubt["message"]
    assert doubt["path"] == A
    assert "Acme sold [@sold]" in doubt["before"] + doubt["at"] + doubt["after"]
    assert panel() == [warning, doubt]
    key = doubt["hint"].rpartition("`")[0].rpartition("`")[2]
    assert panel(**{"briefings/dismissed.txt": f"{key} It is sure by now.\n"}) == [warning]
