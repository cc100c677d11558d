"""A page as data: blocks in reading order, made of inlines; text is plain `str` until a writer prints it.

Nodes know no page: relative addresses, the numbering of headings and "no link to oneself" belong to the writers, so
one node serves every page that shows it. `node` makes classes that type checkers hold to be frozen; a dataclass that
is frozen at run time, too, takes three times as long to make.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar, dataclass_transform, overload

if TYPE_CHECKING:
    import datetime as dt

    from mkdocs_briefings.model.addresses import Target
    from mkdocs_briefings.model.dates import Date

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def node(cls: type[T]) -> type[T]:
    """Make a class of nodes: with slots, and equal where their fields are."""
    return dataclass(slots=True)(cls)


Facets: TypeAlias = "tuple[tuple[str, tuple[str, ...]], ...]"
"""What filters can choose an entry by: names of facets, each with its values."""


@node
class PageLink:
    """Leads to a page of the site or a place in it; to the page itself it is words alone."""

    to: Target
    words: Inline
    lang: str = ""
    """Of the words (BCP 47), where it may be another than the page's."""
    name: str = ""
    """What it is called where its words, a number, say too little; it holds them."""


@node
class WebLink:
    """Leads to another site; an address that is not plain http(s) is words alone."""

    address: str
    words: Inline


@node
class Citation:
    """One thing that a sentence rests on: its number or word, its place, and what befell the article."""

    mark: int | str
    to: Target
    fallen: str = ""
    name: str = ""
    """What it is called where no note of the page tells what it leads to."""


@node
class Citations:
    """What a sentence rests on. Readers get notes beside it for what has a number."""

    items: tuple[Citation, ...]
    gap: bool = True
    """A space goes before, and with it."""


@node
class Kind:
    """The kind of a claim, as readers call it."""

    name: str
    words: str


@node
class State:
    """The state of a measure, with its sign."""

    name: str
    words: str


@node
class Strong:
    words: Inline


@node
class Code:
    words: str


@node
class Span:
    """Words of a card that have a style of their own; elsewhere they are words alone."""

    style: str
    words: Inline


@node
class Verbatim:
    """Words of somebody else, to the character; all other words are ours and get typographic marks."""

    words: str


@node
class Term:
    """A word that this site uses in a sense of its own: the first of a page leads to what it means, below the page."""

    name: str
    words: Inline
    meaning: str
    """A sentence or two that begin with the word."""


@node
class ClaimMention:
    """A claim within a line or a cell: in which manner it is said, by whom, and who denies it or replies.

    None of them has a default, so that no page can print a claim bare; `pages.claim` alone makes it.
    """

    kind: Kind | None
    """None for what is simply reported, and where the voices were not analysed: then these say so."""
    words: Inline
    voices: Inline
    """Empty only where they are in the next cell or before it in the line."""
    answers: Inline
    """Who denies it, and what those whom it is about replied to the desk; empty where nobody does."""
    marks: tuple[str, str, str] = (": ", " — ", "; ")
    """What the language puts behind the kind, before the voices and before the answers."""

    @property
    def said(self) -> Inline:
        """The whole as a line says it."""
        colon, dash, semicolon = self.marks
        kind = (self.kind, colon) if self.kind else ()
        voices = (dash, self.voices) if self.voices else ()
        answers = (semicolon, self.answers) if self.answers else ()
        return (*kind, self.words, *voices, *answers)


@node
class PageAnchor:
    """An anchor; `name` comes from `addresses`."""

    name: str


Inline: TypeAlias = "str | PageLink | WebLink | Citations | Kind | State | Strong | Code | Span | Verbatim | Term | ClaimMention | PageAnchor | tuple[Inline, ...]"


@node
class Heading:
    level: int
    words: Inline
    anchor: str = ""
    """A permanent one, where the words may change."""
    lang: str = ""


@node
class Para:
    words: Inline


@node
class Bullets:
    items: tuple[Inline, ...]


@node
class Row:
    cells: tuple[Inline, ...]
    anchor: str = ""
    """The row is an entry, which filters can choose."""
    facets: Facets = ()


@node
class Table:
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    none: str = "None."
    """What is there instead of a table without rows."""
    style: str = ""
    """What its columns hold, for style sheets: `b-dated` a day first, `b-states` a state second, `b-standing` both last,
    `b-sides` what one side says and who says it. The words of the heads change with the language."""


@node
class Quotation:
    """Words of a source, to the character, paragraph by paragraph."""

    paragraphs: tuple[str, ...]
    lang: str
    below: Inline
    """Whose words they are, or what rests on them."""
    anchor: str = ""
    whole_text_of: str = ""
    """The id of the source, if this is all of its text."""


@node
class Remark:
    """A box of ours above the text: a draft, a correction."""

    head: str
    words: Inline


@node
class Told:
    """A claim as an entry: who says it, in which manner, on which passages.

    Kind and voices have no default, so that no page can print a claim bare.
    """

    kind: Kind | None
    """None only where the voices were not analysed; then `voices` says so."""
    voices: Inline
    words: Inline
    anchors: tuple[str, ...]
    """The first one is the place of the entry."""
    facts: tuple[Inline, ...]
    quotations: tuple[Quotation, ...]
    remarks: tuple[Inline, ...]
    """Who denies it or replies, where sources disagree, the same claim elsewhere."""
    proof: tuple[Inline, ...]
    """How its date and figures were found; folded where it can be."""
    notes: tuple[Inline, ...]
    facets: Facets
    lead: Inline = ""
    """What goes before it: its number at home, its date on a timeline."""
    is_home: bool = False
    """Whether this is the place that links to the claim lead to."""
    is_short: bool = False
    """Whether its passages and remarks open on demand, where something can be opened: a long list of claims is to be
    looked over."""


@node
class Entry:
    """Blocks that belong together, which filters choose as one; its anchor is in the first of them."""

    blocks: tuple[Block, ...]
    facets: Facets


@node
class Columns:
    """Blocks that are beside each other where there is room, each group with the name of its place."""

    groups: tuple[tuple[str, tuple[Block, ...]], ...]


@node
class Fold:
    """Blocks that open on demand, where something can be opened: a link to a place in them opens them, too."""

    label: str
    blocks: tuple[Block, ...]


@node
class Figure:
    """A picture of facts that the page also tells in words: data, and the name of what draws it."""

    anchor: str
    drawing: str
    data: object


@node
class Line:
    """A line of a card, with its style."""

    style: str
    words: Inline
    lang: str = ""


Block: TypeAlias = (
    "Heading | Para | Bullets | Table | Quotation | Remark | Told | Entry | Columns | Fold | Figure | Line"
)


class Say(Protocol):
    """Says the messages of one language, see `messages.message`."""

    @property
    def language(self) -> str: ...

    @overload
    def __call__(self, id_: str, /, **values: str | int) -> str: ...
    @overload
    def __call__(self, id_: str, /, **values: Inline | int) -> Inline: ...
    @overload
    def of(self, group: str, value: str, /, **values: str | int) -> str: ...
    @overload
    def of(self, group: str, value: str, /, **values: Inline | int) -> Inline: ...
    def either(self, *words: str) -> str: ...
    def both(self, *words: str) -> str: ...
    def number(self, number: int) -> str: ...
    def date(self, date: Date) -> str: ...
    def date_short(self, date: Date) -> str: ...
    def date_within(self, date: Date, year: int) -> str: ...
    def year(self, first: dt.date) -> str: ...
    def month_short(self, first: dt.date) -> str: ...
    def month_name(self, first: dt.date) -> str: ...


class Pen(Protocol):
    """What a drawing function asks of the writer."""

    say: Say
    """Says what readers see in the language of the page."""

    def lead(self, to: Target) -> str:
        """Return the value of `href` that leads to a place, escaped."""

    def mark(self, to: Target, words: str) -> str:
        """Return the same for a mark without words of its own, whose preview begins with `words`."""


def joined(parts: tuple[Inline, ...] | list[Inline], between: str) -> Inline:
    """Put words between inlines."""
    if len(parts) == 1:
        return parts[0]
    made: list[Inline] = []
    for part in parts:
        if made:
            made.append(between)
        made.append(part)
    return tuple(made)
