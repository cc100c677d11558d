"""The ledger of a briefing is read as it was written, and untrusted."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.version_ledger import (
    MOST_BYTES,
    Speaker,
    ToldClaim,
    ToldSentence,
    Version,
    VersionLedger,
    dumps,
    is_ledger,
    read,
    version_sum,
)
from mkdocs_briefings.report.location import locate

PATH = "briefings/versions/sale.json"


def version(number: int, **said: Any) -> Version:
    made = Version(
        number=number,
        evidence=dt.date(2025, 1, 6),
        title="Acme “sells”",
        sources=("post",),
        summary=(
            ToldSentence(opens="paragraph", text="Acme sells [chips].", cites=("sale#sold",)),
            ToldSentence(opens="bullet", text="所以。", cites=("post",)),
        ),
        claims=(
            ToldClaim(
                id="sold",
                text="Acme sells.",
                kind="allegation",
                said_by=((Speaker(description="a clerk"), Speaker(entity="wire", occasion="call")), ()),
                source="post",
                passages=(((3, 9), (12, 20)),),
                date="2025-01",
                states=(("rule", "in force"),),
            ),
        ),
    ).model_copy(update=said)
    return made.model_copy(update={"sum": version_sum(made)})


LEDGER = VersionLedger(briefing="sale", versions=(version(1), version(2, title="Acme buys")))


def test_it_is_read_as_it_was_written() -> None:
    assert read(PATH, dumps(LEDGER)) == (LEDGER, ())
    assert read(PATH, dumps(LEDGER).replace(b"\n", b"\r\n")) == (LEDGER, ())


def test_a_claim_is_one_line_for_whoever_reads_the_difference() -> None:
    lines = dumps(LEDGER).decode().splitlines()
    assert sum('"text": "Acme sells."' in line for line in lines) == 2
    assert max(map(len, lines)) < 300


def test_ids_play_no_part_in_the_sum_and_words_do() -> None:
    one = version(1)
    renamed = one.model_copy(update={"claims": (one.claims[0].model_copy(update={"id": "was-sold"}),)})
    assert version_sum(renamed) == one.sum
    for words in ({"text": "Acme sold."}, {"kind": "report"}, {"date": "2025"}, {"passages": (((3, 9),),)}):
        other = one.model_copy(update={"claims": (one.claims[0].model_copy(update=words),)})
        assert version_sum(other) != one.sum, words


def changed(path: str, value: Any) -> bytes:
    """Give the ledger with another value at a place."""
    data = json.loads(dumps(LEDGER))
    owner: Any = data
    *above, last = path.split(".")
    for part in above:
        owner = owner[int(part) if part.isdigit() else part]
    owner[int(last) if last.isdigit() else last] = value
    return json.dumps(data, indent=1).encode()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (changed("versions.0.title", "Other"), "5:3: version 1 was changed after"),
        (changed("versions.1.number", 4), "version 2 has the number 4"),
        (changed("briefing", "other"), "3:14: this is the ledger of `other`"),
        (changed("format", 2), "2:12: `format`: input should be 1"),
        (changed("versions", []), "4:14: `versions`: tuple should have at least 1 item"),
        (changed("versions.0.claims.0.source", "../x"), "`source`: string should match pattern"),
        (changed("versions.0.claims.0.kind", "fact"), "`kind`: input should be"),
        (changed("versions.0.claims.0.text", "a\x1b[2Jb"), "`text`: string should match pattern"),
        (changed("versions.0.summary.0.cites", ["a" * 500]), "`cites`: string should have at most"),
        (changed("versions.0.summary.1.text", "x" * 20_001), "`text`: string should have at most 20000"),
        (changed("versions.0.summary", [{"text": "x"}] * 5_001), "`summary`: tuple should have at most 5000"),
        (changed("versions.0.evidence", "soon"), "`evidence`: "),
        (changed("versions.0.extra", 1), "`extra`: extra inputs are not permitted"),
        (b"[" * 100_000, "this is not JSON: recursion limit exceeded"),
        (b'{"format": 1,\n<<<<<<< HEAD\n', "2:1: this is not JSON: key must be a string"),
        (b"", "1:1: this is not JSON: EOF"),
        (b"\xff\xfe{}", "1:1: "),
        (b" " * (MOST_BYTES + 1), "1:1: a ledger has at most 10,000,000 bytes"),
        (b'"\\ud800"', "1:"),
        (b'{"format": 1e999, "briefing": "sale", "versions": null}', "`versions`: input should be a valid array"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(data: bytes, told: str) -> None:
    ledger, problems = read(PATH, data)
    assert ledger is None
    lines = [str(one).removeprefix(f"{PATH}:") for one in locate(problems, {PATH: data})]
    assert any(told in line for line in lines), lines
    assert len(lines) <= 20
    assert all(len(line) < 400 for line in lines)


def test_only_a_file_of_the_folder_is_one() -> None:
    settings = Settings()
    assert is_ledger(PATH, settings)
    for path in ("briefings/versions/a/b.json", "briefings/versions/.a.json", "seeds/versions/a.json"):
        assert not is_ledger(path, settings)
