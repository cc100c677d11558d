"""`briefings suggest`: names that no entity covers, and what they may be."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.edit.stub import dump
from mkdocs_briefings.intake import suggestions as suggesting
from mkdocs_briefings.parse.schema import EntitiesFile
from mkdocs_briefings.parse.yaml import load

from tests.desks import made, source, tree

if TYPE_CHECKING:
    from click.testing import Result

WHOLE = Path(__file__).parents[1] / "desk"
TEXT = """\
Yesterday Ruth Alder, director of the port authority, met Piet Hansen of the Seafarers’ Union in Westhaven.
The Fisheries Office was not there. Alder said that the union of Westhaven had asked for more. Nobody from Northline came.
Tickets are cheap in Westhaven in March. A Chinese ship waited. "We wait," said Mr Hansen. The OICS was told.
"""
KNOWN = """\
port: {kind: agency, name: port authority}
oics: {kind: agency, name: Office of Island Coast Safety}
northlines: {kind: company, name: Northlines}
"""


def run(root: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["--root", str(root), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def desk(root: Path, **files: str) -> Path:
    for path, data in tree({f"seeds/{name}.txt": text for name, text in files.items()}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    (root / "briefings/entities").mkdir(parents=True, exist_ok=True)
    (root / "briefings/entities/all.yml").write_text(KNOWN, encoding="utf-8")
    return root


def found(text: str, known: str = KNOWN, **front: object) -> dict[str, suggesting.Suggestion]:
    result = made({"seeds/a.txt": source(text, **front), "briefings/entities/all.yml": known})
    corpus = result.corpus
    return {
        one.name: one
        for one in suggesting.suggest(
            corpus.sources.values(), corpus.mentions, corpus.entities, set(corpus.entities)
        )
    }


def entry(one: suggesting.Suggestion) -> dict[str, object]:
    return dict(one.entry)


def test_names_are_found_counted_and_classed() -> None:
    names = found(TEXT)
    assert entry(names["Ruth Alder"]) == {"kind": "person", "name": "Ruth Alder", "short": "Alder"}
    assert names["Ruth Alder"].count == 2
    assert entry(names["Piet Hansen"]) == {"kind": "person", "name": "Piet Hansen", "short": "Hansen"}
    assert entry(names["Seafarers' Union"])["kind"] == "organization"
    assert entry(names["Fisheries Office"])["kind"] == "agency"
    assert entry(names["Westhaven"]) == {"kind": "place", "name": "Westhaven"}
    assert names["Westhaven"].count == 3
    assert names["Westhaven"].sentences[0][1].startswith("Yesterday Ruth Alder")


def test_what_only_opens_a_sentence_and_what_is_known_is_no_name() -> None:
    names = found(TEXT)
    assert (
        not {"Yesterday", "Tickets", "Nobody", "March", "Chinese", "A", "The", "We", "Mr Hansen", "Alder"}
        & names.keys()
    )
    assert not any("port authority" in name for name in names)


def test_what_is_alike_is_asked_about() -> None:
    names = found(TEXT)
    assert names["Northline"].maybe == (("northlines", "Northlines"),)
    assert names["OICS"].maybe == (("oics", "Office of Island Coast Safety"),)
    assert entry(names["Northline"]) == {}


def test_the_misspelt_minister_is_asked_about(tmp_path: Path) -> None:
    for folder in ("seeds", "briefings"):
        shutil.copytree(WHOLE / folder, tmp_path / folder)
    path = tmp_path / "seeds/02-ministers-call.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("misprints:\n  Minister Rouse: emile-rousse\n", ""), encoding="utf-8")
    result = run(tmp_path, "suggest", "ministers-call")
    assert "? `Rouse` may be `emile-rousse` (Rousse)" in result.output


FARMERS = """\
The Farmers' Union of Ardmore said on Monday that wells were dry. The Valley Water Board met in Ardmore.
Farmers near Ardmore waited. The Farmers’ Union wrote to the Water Board, that is The Valley Water Board.
The Farmers Union of Ardmore said nothing. The Farmers' Union of Ardmore asked the North Water Board.
"""


def test_a_town_is_nobodys_short_form() -> None:
    names = found(FARMERS)
    assert entry(names["Ardmore"]) == {"kind": "place", "name": "Ardmore"}
    assert names["Ardmore"].count == 2
    union = {"kind": "organization", "name": "Farmers' Union of Ardmore", "aliases": ["Farmers' Union"]}
    assert entry(names["Farmers' Union of Ardmore"]) == union
    ministry = found(
        "The Department of Fishing spoke. Then Fishing was silent, and the Department of Fishing, too.\n"
    )
    assert entry(ministry["Department of Fishing"])["short"] == "Fishing"


def test_two_spellings_and_two_forms_among_the_names_are_asked_about() -> None:
    names = found(FARMERS)
    assert names["Farmers Union of Ardmore"].maybe == (
        ("farmers-union-of-ardmore", "Farmers' Union of Ardmore"),
    )
    assert "The Valley Water Board" not in names
    assert names["Valley Water Board"].count == 2
    assert names["Water Board"].maybe == (
        ("north-water-board", "North Water Board"), ("valley-water-board", "Valley Water Board")
    )  # fmt: skip
    initials = found(
        "The OICS met. The OICS and the Office of Island Coast Safety are one. The OICS waits.\n", ""
    )
    assert initials["Office of Island Coast Safety"].maybe == (("oics", "OICS"),)


def test_a_kind_is_told_by_words_or_said_to_be_a_guess(tmp_path: Path) -> None:
    text = (
        "Norrland Consulting said so. Later North Wire said that Rivers Alive told Ana Reyes, 54, of it. "
        "Then spokesman Tom Wood answered Mia Lund, a retired farmer, and Jo Dee, who laughed. Nils Holm said no. "
        "Then Norrland Consulting wrote to North Wire.\n"
    )
    kinds = {name: (entry(one)["kind"], one.guess) for name, one in found(text).items()}
    assert kinds == {
        "Norrland Consulting": ("company", False), "North Wire": ("organization", True),
        "Rivers Alive": ("organization", True), "Ana Reyes": ("person", False), "Tom Wood": ("person", False),
        "Mia Lund": ("person", False), "Jo Dee": ("person", False), "Nils Holm": ("organization", True),
    }  # fmt: skip
    root = desk(tmp_path, a=source(text, title="A", published="2026", publisher="not stated"))
    printed = run(root, "suggest", "--yaml").output
    assert (
        "north-wire:\n  kind: organization  # a guess: the texts do not say\n  name: North Wire\n" in printed
    )
    assert "kind: person\n" in printed
    (root / "briefings/entities/all.yml").write_text(printed, encoding="utf-8")
    strict = run(root, "check", "--strict")
    assert strict.exit_code == 0, strict.output


def test_entries_pass_the_schema_and_the_check(tmp_path: Path) -> None:
    root = desk(tmp_path, a=source(TEXT, title="A", published="2026", publisher="not stated"))
    result = run(root, "suggest", "--yaml")
    entries = load("", result.output).data
    assert isinstance(entries, dict)
    EntitiesFile.model_validate(entries)
    (root / "briefings/entities/new.yml").write_text(result.output, encoding="utf-8")
    assert "0 errors" in run(root, "check").output
    assert "Ruth Alder" not in run(root, "suggest", "--yaml").output


def test_it_says_the_same_each_time_and_changes_nothing(tmp_path: Path) -> None:
    root = desk(tmp_path, a=source(TEXT), b=source(TEXT.replace("Piet", "Anna")))
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    first = run(root, "suggest").output
    assert first == run(root, "suggest").output
    assert "Westhaven, 6 times" in first
    assert "b: " not in run(root, "suggest", "a").output
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("text", "lang", "why"),
    [("港务局表示新船闸在六月之前不会开放。", "zh", "no capital letters"), ("Der Hafen ist zu.", "de-AT", "gives every noun a capital"),
     ("港务局表示新船闸在六月之前不会开放。", "en", "most of its letters have no capitals")],
)  # fmt: skip
def test_where_capitals_tell_nothing_it_says_so(tmp_path: Path, text: str, lang: str, why: str) -> None:
    root = desk(tmp_path, a=source(text, lang=lang))
    assert why in run(root, "suggest").output
    assert run(root, "suggest", "--yaml").stdout == ""


def test_a_source_that_there_is_not(tmp_path: Path) -> None:
    result = run(desk(tmp_path, a=source(TEXT)), "suggest", "b")
    assert result.exit_code == 1
    assert "there is no source `b`; known are: a" in result.output


def test_control_characters_are_shown_not_sent(tmp_path: Path) -> None:
    root = desk(tmp_path, a=source("He saw Ruth \x1b[2JAlder and Ruth Alder.\n"))
    assert "\x1b" not in run(root, "suggest").output


@settings(deadline=None)
@given(st.lists(st.sampled_from(
    ["Ruth", "Alder", "of", "the", "Bank", "said", ".", ",", "’s", "'", "“", "Ms", "UN", "A", "é", "Éva", "\n", "\n\n", "[", "…", "\u00ad", "ǅ", "x1", "March", "de"]
), max_size=40).map(" ".join))  # fmt: skip
@example("Bank of the")
@example("Ruth’s ’s Bank")
@example("He saw Alder Valley\u00adFarmers there")
def test_every_suggestion_is_an_entry_or_a_question(text: str) -> None:
    suggestions = found(text or "x", "")
    entries: dict[str, Any] = {one.id: entry(one) for one in suggestions.values() if one.entry}
    EntitiesFile.model_validate(entries)
    entered = made({"seeds/a.txt": source(text or "x"), "briefings/entities/all.yml": dump(entries)})
    there = {id_ for mentions in entered.corpus.mentions.values() for id_, _ in mentions}
    assert entries.keys() <= there, "an entity that nothing mentions fails a strict check"
    for one in suggestions.values():
        assert bool(one.entry) != bool(one.maybe)
        assert one.count >= 1
        assert one.sentences


FURNITURE = """\
Home News Sport Video
Use Chrome to read this page over HTTPS. Check the rules. We&apos;d like to see AT&T. Trade is free, and trade goes on.
The Phase 3 trial began in Lyon. In Lyon, Moderna Inc waited for the London-based Harbour Trust and the Institutes of Health.
Chrome is free. The United States waited, said Ruth States. Read the PDF. In March the United States left.
Share on Twitter
"""


def test_ordinary_words_furniture_and_formats_are_no_names() -> None:
    names = found(FURNITURE)
    assert names.keys() == {
        "Chrome", "Lyon", "Moderna Inc", "Harbour Trust", "Institutes of Health", "United States", "Ruth States", "AT&T",
    }  # fmt: skip
    assert entry(names["Lyon"])["kind"] == "place"
    assert names["United States"].guess, "no person, though there is a Ruth States"
    assert names["Chrome"].guess


def test_names_of_many_sources_come_first_and_rare_ones_are_left_out(tmp_path: Path) -> None:
    texts = {
        f"s{n}": source(
            f"They met Ruth Alder in Ardmore. Then {'Piet Hansen and ' * (n == 0)}others left.\n", title="A"
        )
        for n in range(6)
    }
    texts["s0"] = source(
        "They met Mia Lund, Mia Lund, Mia Lund, Mia Lund and Mia Lund and Mia Lund. Then Piet Hansen left.\n",
        title="A",
    )
    root = desk(tmp_path, **texts)
    lines = [line for line in run(root, "suggest").output.splitlines() if line.endswith("times")]
    assert lines == ["Ardmore, 5 times", "Ruth Alder, 5 times", "Mia Lund, 6 times"]
    assert "Piet Hansen, once" in run(root, "suggest", "--least", "1").output
    made_ = json.loads(run(root, "suggest", "--format", "json").stdout)
    assert [one["name"] for one in made_] == ["Ardmore", "Ruth Alder", "Mia Lund"]


def test_titles_initials_and_ampersands_in_names() -> None:
    names = found(
        "We met Energy Minister Ann Low and Bank of Tarrow Governor Piet van Aken. The court heard John F. Carver. Mr Carver sued Helix & Hart. "
        "They are in St. Brannoc's Hospital, and the Patients' Rights Charter was read to Fatima al-Sayed of the Royal Infirmary of Dunmere.",
        "{}",
    )
    assert {*names} == {
        "Ann Low", "Bank of Tarrow", "Piet van Aken", "John F. Carver", "Helix & Hart", "St. Brannoc's Hospital", "Patients' Rights Charter",
        "Fatima al-Sayed", "Royal Infirmary of Dunmere",
    }  # fmt: skip
    assert dict(names["John F. Carver"].entry) == {
        "kind": "person",
        "name": "John F. Carver",
        "short": "Carver",
    }


def test_units_datelines_and_lines_in_capitals_are_no_names_of_their_own() -> None:
    names = found(
        "CAPE LORNE, March 3: a plant of 600 MW was closed. Ferries leave Cape Lorne at noon. Lawyers for Northline were there. "
        "Who Is At Risk? Nobody, said the firm. It is near Northline, and the MPs of the EU came with 12 EU ships.",
        "{}",
    )
    assert names["Cape Lorne"].count == 2
    assert not {"CAPE LORNE", "MW", "Lawyers for Northline", "Is At Risk", "At Risk", "Risk"} & {*names}
    assert {"Northline", "EU"} <= {*names}


def kinds_in(text: str, lang: str) -> dict[str, tuple[object, bool]]:
    return {name: (entry(one).get("kind"), one.guess) for name, one in found(text, "{}", lang=lang).items()}


def test_french_names_go_on_in_small_letters_and_have_their_own_words() -> None:
    text = (
        "L'Agence nationale de sécurité des sols a parlé mardi. L'ANSS attend. La directrice de l'agence, Hélène Dubreuil, a répondu à "
        "M. Lorrain. Selon Charles de Villiers, le ministère de l'Agriculture paie 600 MW. Le ministre de la Culture, Paul Vasseur, vit à Vaubrune. "
        "La loi Mobilités et le musée Rostand plaisent au Conseil d'État et au Crédit Maritime d'Arvor. Les Norvégiens de Port-sur-Lys rient."
    )
    assert kinds_in(text, "fr") == {
        "Agence nationale de sécurité des sols": ("agency", False),
        "ANSS": ("organization", True),
        "Hélène Dubreuil": ("person", False),
        "Lorrain": ("person", False),
        "Charles de Villiers": ("organization", True),
        "ministère de l'Agriculture": ("agency", False),
        "Paul Vasseur": ("person", False),
        "Vaubrune": ("place", False),
        "loi Mobilités": ("measure", False),
        "musée Rostand": ("organization", False),
        "Conseil d'État": ("agency", False),
        "Crédit Maritime d'Arvor": ("company", False),
        "Port-sur-Lys": ("place", False),
    }


def test_spanish_names_have_their_own_words() -> None:
    text = (
        "El Instituto Nacional de Estadística habló el martes. Según la ministra de Hacienda, Lucía del Valle, el Banco de Arnedal perdió 3 GW. "
        "El fiscal Íñigo Saldaña vive en Arnedal. Los vecinos leen el Diario del Faro; la Ley de Costas les ayuda."
    )
    assert kinds_in(text, "es") == {
        "Instituto Nacional de Estadística": ("organization", False),
        "Lucía del Valle": ("person", False),
        "Banco de Arnedal": ("company", False),
        "Íñigo Saldaña": ("person", False),
        "Arnedal": ("place", False),
        "Diario del Faro": ("outlet", False),
        "Ley de Costas": ("measure", False),
    }


def test_units_and_what_an_office_is_for_are_no_names() -> None:
    names = found(
        "A tank of 40 TWh and 12 MPa fell on Ann Low, minister for Trade. Trade ended. She had 5 XQ.", "{}"
    )
    assert {*names} == {"Ann Low", "XQ"}


def test_a_town_before_an_office_is_no_person() -> None:
    assert kinds_in("In Dunmore, the mayor of the port, Ruth Osei, spoke.", "en") == {
        "Dunmore": ("place", False), "Ruth Osei": ("person", False)
    }  # fmt: skip
