"""A sound desk that uses every field that an editor may write, as data, so that a test can change one of them."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.parse.schema import BriefingFile, EntitiesFile, SourceFront, StorylinesFile

from tests.desks import source, yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Loc
    from pydantic import BaseModel

TEXT = (
    "SALES NEWS\nAcmee sold 40 chips on Friday, said a clerk of the office. Beta bought 50 chips in May 2025, said the "
    "Post. Nobody sold 60 chips in Lund, the minister told the Post. The old rule ended. A curb was issued. End of page."
)
OTHER_TEXT = "Gamma left the market in March 2025. The Post saw 70 chips, wrote Ben Writer."
Data = dict[str, Any]

SEED: Data = {
    "id": "a",
    "formerly": ["was-a"],
    "title": "Chips sold",
    "label": "Report on chips",
    "published": "2025-06-10",
    "publisher": "post",
    "author": "A. Writer",
    "address": "https://example.org/a",
    "captured": "2025-06-11",
    "inferred": {"publisher": "The text names the Post.", "one_voice": "Only one clerk speaks."},
    "outside": {"published": "The desk knows the day."},
    "note": "Read twice.",
    "lang": "en",
    "rights": "all-rights-reserved",
    "skip": {"heading": ["SALES NEWS"], "boilerplate": "End of page."},
    "misprints": {"Acmee": "acme", "SALES": "Sales"},
    "means": {"Lund": "land"},
    "one_voice": {"a clerk of the office": "clerk"},
    "retranslated": {"fr": "the minister told the Post", "und": ["a clerk of the office"]},
    "cites": {"post": ["said the Post"], "other-post": "the minister told the Post"},
    "status": "corrected",
    "status_note": "A name was mended.",
}
OTHER_SEED: Data = {"id": "b", "title": "Gamma left", "published": "2025-06-12", "publisher": "post"}
ENTITIES: Data = {
    "acme": {
        "kind": "company", "of": "land", "name": "Acme", "aliases": ["Acme Works"], "short": "Works", "reading": "Akmi", "quiet": False,
        "wikidata": "Q42", "formerly": ["was-acme"], "note": "A firm.", "outside": {"of": "Everybody knows."},
    },
    "beta": {"kind": "company", "name": "Beta"},
    "gamma": {"kind": "company", "name": "Gamma"},
    "land": {"kind": "country", "name": "Landia"},
    "north": {"kind": "country", "name": "Northland"},
    "office": {"kind": "agency", "of": "land", "name": "Office of Trade", "aliases": ["the office"]},
    "court": {"kind": "agency", "of": "land", "name": "High Court"},
    "post": {
        "kind": "outlet", "name": "Post", "description": "A daily.", "medium": "newspaper", "ownership": "A trust.",
        "outside": {"medium": "Its own page."},
    },
    "other-post": {"kind": "outlet", "name": "Other Post"},
    "clerk": {"kind": "person", "name": "Ann Clerk"},
    "writer": {"kind": "person", "name": "Ben Writer"},
    "chips": {"kind": "technology", "name": "chips"},
    "lasers": {"kind": "technology", "name": "lasers"},
    "curb": {
        "kind": "measure", "name": "chip curb", "issuer": "office", "targets": ["acme"], "technologies": ["chips"],
        "part_of": "old-rule",
        "reviewed": "2025-03-05",
    },
    "old-rule": {"kind": "measure", "name": "old rule", "taken_as_one": "Two texts tell of an old rule."},
    "new-rule": {"kind": "measure", "name": "new rule", "technologies": ["lasers"], "targets": ["north"], "issuer": "court"},
}  # fmt: skip
STORYLINES: Data = {
    "line": {
        "title": "Chips and rules", "measures": ["curb"], "reviewed": "2025-03-04", "summary": "Acme sold chips [@main#sold].", "formerly": ["was-line"],
    },
    "side": {"title": "Others", "measures": ["new-rule"], "summary": "Gamma left [@other#left]."},
}  # fmt: skip
MAIN: Data = {
    "title": "Acme sold chips",
    "sources": ["a"],
    "storylines": ["line"],
    "summary": "Acme sold 40 chips [@sold]. Beta bought 50 chips [@bought], and nobody sold 60 [@none].\n\n- A curb was issued [@issued].",
    "matters": "Chips are scarce.",
    "claims": {
        "sold": {
            "text": "Acme sold 40 chips.", "kind": "allegation", "said_by": ["a clerk of the office > acme (a call)", "not stated"],
            "source": "a", "at": "bought", "value": {"curb": {"chips sold": 40, "answers": "old-rule", "sides": ["acme", "beta"]}},
            "role": {"clerk": "clerk of office"},
            "reply": {
                "acme": {"asked": "2025-06-11", "answered": "2025-06-12", "words": "We sold what we had."},
                "clerk": {"asked": "2025-06-11", "declined": "2025-06-12"},
            },
            "quote": "Acmee sold 40 chips on Friday", "translation": "Acme sold 40 chips on Friday.", "translator": "A. Editor", "date": "2025-06-06", "printed": "on Friday",
            "why": "The Friday before.", "note": "A remark.", "formerly": ["was-sold"],
        },
        "bought": {
            "text": "Beta bought 50 chips.", "said_by": "acme", "date": 2025, "same": "other#saw", "value": {"beta": {"chips sold": 50, "sides": ["acme"]}},
            "quote": ["Beta bought 50 chips in May 2025"],
        },
        "none": {"denies": "sold", "quote": "Nobody sold 60 chips in Lund", "same": ["other#left", "other#saw"]},
        "issued": {"text": "A curb was issued.", "state": {"curb": "issued"}, "quote": ["A curb was issued"], "translation": ["A curb was issued."]},
    },
    "disagreements": [
        {"id": "how-many", "about": "How many", "class": "scope", "between": ["sold", "bought"], "note": "Both may hold [@sold]."},
    ],
    "questions": [
        "What comes next?",
        {"id": "who", "text": "Who was it?", "on": "bought", "answer": "Beta bought 50 chips [@bought]."},
    ],
    "status": "published",
    "updated": "2025-06-14",
    "corrections": [{"date": "2025-06-14", "text": "A name was wrong [@sold]."}],
    "formerly": ["was-main"],
    "embargo": "2025-06-01",
    "lang": "en",
    "translator": "B. Editor",
    "note": "A note.",
}  # fmt: skip
OTHER: Data = {
    "title": "Gamma left",
    "sources": ["b"],
    "summary": "Gamma left [@left], and the Post saw 70 chips [@saw].",
    "claims": {
        "left": {"text": "Gamma left the market.", "quote": "Gamma left the market"},
        "saw": {"text": "The Post saw 70 chips.", "quote": "The Post saw 70 chips"},
    },
}
GONE: Data = {
    "title": "Gone",
    "sources": ["b"],
    "summary": "Gamma left [@other#left].",
    "status": "withdrawn",
    "withdrawn": "It was wrong.",
}
Desk = dict[str, Data]

MODELS: dict[str, type[BaseModel]] = {
    "seed": SourceFront,
    "main": BriefingFile,
    "gone": BriefingFile,
    "entities": EntitiesFile,
    "storylines": StorylinesFile,
}
"""The parts of the desk that use every field."""


def desk() -> Desk:
    """Give the desk, to be changed."""
    return copy.deepcopy(
        {
            "seed": SEED, "other seed": OTHER_SEED, "entities": ENTITIES, "storylines": STORYLINES, "main": MAIN, "other": OTHER,
            "gone": GONE,
        }
    )  # fmt: skip


PATHS = {
    "seed": "seeds/a.txt",
    "other seed": "seeds/b.txt",
    "entities": "briefings/entities/all.yml",
    "storylines": "briefings/storylines.yml",
    "main": "briefings/2025-06-13-main.yml",
    "other": "briefings/2025-06-13-other.yml",
    "gone": "briefings/2025-06-13-gone.yml",
}


def files(data: Desk) -> dict[str, str]:
    """Give the files of a desk."""
    return {
        PATHS[name]: source(OTHER_TEXT if name == "other seed" else TEXT, **one)
        if "seed" in name
        else yaml(**one)
        for name, one in data.items()
    }


def leaves(data: object, loc: Loc = ()) -> Iterator[Loc]:
    """Give the places of all texts, numbers and other values."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*loc, key))
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from leaves(value, (*loc, n))
    else:
        yield loc


def put(data: Data, loc: Loc, value: object) -> None:
    """Put another value into a place."""
    owner: Any = data
    for step in loc[:-1]:
        owner = owner[step]
    owner[loc[-1]] = value
