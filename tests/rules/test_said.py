"""Whatever words of a sentence a rule names, their place is where they stand: lines are compared, and columns."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs_briefings.model import prose
from mkdocs_briefings.model.problem import Place
from mkdocs_briefings.report.location import locate
from mkdocs_briefings.rules import said
from mkdocs_briefings.rules.unsupported_name import RULE as UNSUPPORTED_NAME

from tests.desks import made, source, tree, yaml
from tests.rules.test_own_voice import CLAIMS, ENTITIES, TEXT
from tests.sampling import examples

HEAD = "title: A title\nsources: [a]\nsummary: |\n"
FIRST = len(HEAD.splitlines()) + 1


def spots(lines: str, *codes: str) -> list[tuple[int, str]]:
    """Give line and the words at the place of each problem in a summary."""
    text = HEAD + "".join(f"  {line}\n" for line in lines.splitlines())
    text += f"claims: {json.dumps(CLAIMS)}\n"
    files = {
        "seeds/a.txt": source(TEXT, publisher="post", published="2025-06-09", means={"Washington": "us"}),
        "briefings/2026-01-24-b.yml": text,
        "briefings/entities/all.yml": yaml(**ENTITIES),
    }
    problems = [problem for problem in made(files).problems if problem.rule.code in codes]
    return [
        (one.spot.line - FIRST, one.source_line[one.spot.column - 1 :])
        for one in locate(problems, tree(files))
    ]


@pytest.mark.parametrize(
    ("summary", "code", "line", "words"),
    [
        ("So it is [@leave].\nSales fell by 14 [@sales].", "unsupported-number", 1, "14 "),
        ("So it is [@leave].\nSales of 2019 [@sales] fell.", "unsupported-date", 1, "2019 "),
        ("So it is [@leave].\nSales fell, 14\n[@sales].", "unsupported-number", 1, "14"),
        ("So it is [@leave].\n- Sales of *14* fell [@sales].", "unsupported-number", 1, "14*"),
        ("Sales of 2024 fell [@sales].\nThe 14 fell [@sales]. So did 14 [@sales]. Or 14?", "unsupported-number", 1, "14 fell"),
        ("It is [@leave].\nWe saw [[!Alpha Corp]] leave [@leave].", "unsupported-name", 1, "Alpha"),
        ("It is [@leave].\nWe saw [[bo-ray]] leave [@leave].", "unsupported-name", 1, "[[bo-ray]]"),
        ("It is [@leave].\nHe saw [[bo-ray|Mr\nRay]] 14 times [@leave].", "unsupported-number", 2, "14 times"),
        ('It is [@leave].\nThey leave [@leave; @a "Nobody answered"], all 14 [@leave].', "unsupported-number", 1, "14 "),
        ("It is [@leave].\nBeta was sold. It is [@leave].\nThe ministry was sold. Or not.", "uncited-sentence", 1, "Beta"),
        ("They leave [@leave].\nThey leave too [@leav].", "unknown-claim", 1, "@leav]"),
        ("It is [@leave], said [[bo-ray-s-son|he]], not\n[[bo-ray-s]] [@leave].", "unknown-entity", 1, "[[bo-ray-s]]"),
    ],
)  # fmt: skip
def test_words_before_a_citation(summary: str, code: str, line: int, words: str) -> None:
    found = spots(summary, code)
    assert any(at == line and shown.startswith(words) for at, shown in found), found


def test_each_of_several_has_its_own_place() -> None:
    summary = "By 14 [@leave].\nSo 14 [@leave], or 14\nthen [@leave]. Last: 14 [@leave]."
    assert spots(summary, "unsupported-number") == [
        (0, "14 [@leave]."),
        (1, "14 [@leave], or 14"),
        (1, "14"),
        (2, "14 [@leave]."),
    ]
    assert spots("As he says [@gone].\nOr [@gone].\nAcme left. Then Acme left.", "unknown-claim") == [
        (0, "@gone]."),
        (1, "@gone]."),
    ]
    assert spots("Now [[gone]] says it [@leave].\nOr [[gone]] did [@leave].", "unknown-entity") == [
        (0, "[[gone]] says it [@leave]."),
        (1, "[[gone]] did [@leave]."),
    ]
    assert [at for at, _ in spots("Now (it's [@leave]).\nIt left.\nThen it left.", "uncited-sentence")] == [
        1,
        2,
    ]


WORD = st.sampled_from(["it", "fell", "14", "2019", "it's", '"so"', "(then)", "—", "a,", "x-y", "l'Oréal's"])
MARK = st.sampled_from(["[@a]", "[@a; @b#c]", '[@a "it fell"]', "[[a|the firm]]", "[[!it fell]]", "[[a]]"])
STOP = st.sampled_from([".", " [@a].", " [@a; @b].", "?"])
UNSAID = r'\[@(?:"[^"]*"|[^\]"])*\]|\[\[a(?:\|[^\]]*)?\]\]'
SENTENCE = st.tuples(st.lists(WORD | MARK, min_size=1, max_size=8), STOP)


@settings(deadline=None, max_examples=examples(100))
@given(st.lists(SENTENCE, min_size=1, max_size=4), st.data())
def test_the_place_is_that_of_the_word(parts: list[tuple[list[str], str]], data: st.DataObject) -> None:
    text = ""
    for number, (words, stop) in enumerate(parts):
        # Each has a word of its own: what two sentences share to the letter, nobody can tell apart.
        for word in (f"Number{number}", *words):
            text += (data.draw(st.sampled_from([" ", "\n"]), label="gap") if text else "") + word
        text += stop
    file = "summary: |\n" + "".join(f"  {row}\n" for row in text.split("\n"))
    expected = [
        match.span() for match in re.finditer(r"\w+", re.sub(UNSAID, lambda m: " " * len(m[0]), file))
    ]
    found = []
    for sentence in (one for block in prose.parse(text) for one in block.sentences):
        one = said.own_sentence("summary", sentence, Place("b.yml", ("summary",)), (), ())
        links = [named.span for named in one.named]
        for match in re.finditer(r"\w+", one.text):
            if not said.within(links, match.start()):
                found.append(UNSUPPORTED_NAME.at(one.at(*match.span()), match[0]))
    located = locate(found, {"b.yml": file.encode()})
    starts = [0, *(match.end() for match in re.finditer("\n", file))]
    assert [(starts[one.spot.line - 1] + one.spot.column - 1, one.problem.message) for one in located] == [
        (start, file[start:end]) for start, end in expected[1:]
    ]
