"""What a field is, as an editor writes it: a sentence, words, a reference, an id or a value.

Each field of `parse/schema.py` carries its part as an annotation; `model/corpus_fields.py` says it of the corpus.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sort = Literal["prose", "text", "reference", "id", "value"]
Form = Literal["", "paragraphs", "quotation", "headline", "voices", "role", "compared", "items", "former"]


@dataclass(frozen=True, slots=True)
class Part:
    """What a field is, as it is written."""

    sort: Sort
    of: str = ""
    """What a reference leads to, or an id names: `source`, `briefing`, `storyline`, `entity`, `claim`, `any`, …"""
    form: Form = ""
    """How it is read, where it is more than one piece."""

    @property
    def is_sentence(self) -> bool:
        """Whether words are there, and YAML must not cut them."""
        return self.sort in {"prose", "text"} or self.form == "voices"

    @property
    def refers(self) -> bool:
        """Whether an id may be in it that a change of ids changes."""
        return self.sort in {"prose", "reference", "id"} or self.form == "compared"


PROSE = Part("prose", form="paragraphs")
"""Paragraphs and bullets of sentences with links and citations."""
LINE = Part("prose")
"""One piece of prose."""
TEXT = Part("text")
"""Words of ours, without links and citations."""
QUOTATION = Part("text", form="quotation")
"""Words of a source."""
HEADLINE = Part("text", form="headline")
"""The title of a source, as it prints it: no passage of its text."""
VOICES = Part("reference", "entity", "voices")
ROLE = Part("reference", "entity", "role")
COMPARED = Part("value", "entity", "compared")
"""A date, a number, a state word or an entity's id."""
VALUE = Part("value")
ITEMS = Part("value", form="items")
"""Things with fields of their own."""
FORMER = Part("value", form="former")
"""An id that it had before, which leads here and nowhere else."""
ENTITY = Part("reference", "entity")
SOURCE = Part("reference", "source")
STORYLINE = Part("reference", "storyline")
CLAIM = Part("reference", "claim")
ANY = Part("reference", "any")
"""An id of anything, or words."""
ITS_ID = {of: Part("id", of) for of in ("source", "claim", "entity", "storyline", "place")}
