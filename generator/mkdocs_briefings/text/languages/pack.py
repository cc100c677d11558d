"""What a language pack holds: the words of one language that rules look for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_briefings.text.languages.closed_classes import Classes
    from mkdocs_briefings.text.languages.course import Course
    from mkdocs_briefings.text.languages.joining import Joining
    from mkdocs_briefings.text.languages.naming import Naming
    from mkdocs_briefings.text.languages.synonyms import Synonyms

Measure = tuple[str, float]
"""A dimension, and how much of its base unit a unit is: ("time", 86400.0) for a day."""
Near = Literal["about", "below", "above"]
"""How a word rounds: either way; the true value lies below; it lies above."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The words of one language; all in small letters. Patterns are regular expressions."""

    code: str
    name: str
    capitals: bool
    """A capital inside a sentence is the mark of a name."""
    spaced: bool
    """Words are set apart by spaces."""
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    """Monday is 0."""
    numbers: Mapping[str, float]
    """Words for numbers, and such as "dozen"; those that a language composes regularly, `quantities` and `number_words` compose."""
    scales: Mapping[str, float]
    fractions: Mapping[str, float]
    """Words for a part: "half" is 0.5; a counted one multiplies it ("two thirds")."""
    percent: str
    points: str
    """Percentage points."""
    currencies: Mapping[str, str]
    measures: Mapping[str, Measure]
    rounding: Mapping[str, Near]
    """Words before a number."""
    negations: str
    half_negations: str
    """Verbs and adjectives that negate by themselves."""
    hedges: str
    prospects: str
    universals: str
    causes: str
    speech: str
    day_words: Mapping[str, int]
    """ "yesterday" is -1."""
    year_words: Mapping[str, int]
    """ "last year" is -1."""
    states: Mapping[str, str]
    """For each state the words of its family."""
    course: Course
    """Words for order, condition, deed and rank."""
    joining: Joining
    """Words that join clauses."""
    stands: Mapping[str, str]
    """Words for how somebody stands to something, and how settled it is, by name."""
    marks: tuple[str, str, str, str] | tuple[()] = ()
    """Quotation marks as they are printed: opening and closing, then those within others."""
    joined: bool = False
    """Small words are joined to the number behind them: "و51"."""
    comma: bool = True
    """The comma is the decimal point."""
    dates: tuple[str, ...] = ()
    """Forms of dates, with groups `year`, `month` (a word), `number`, `day`, `last` and `first`."""
    persons: str = ""
    """Where a name stands by the words around it, for languages without capitals: group `name`."""
    apposed: frozenset[str] = field(default_factory=frozenset)
    """Nouns that another noun may follow without being a name (German)."""
    opposites: tuple[tuple[str, str], ...] = ()
    """Pairs of patterns for words that say the opposite of each other; in all languages in the same order."""
    shares: str = ""
    """How a part is told by two numbers, `many` and `of`: "one in eight"."""
    hundreds: Mapping[str, int] = field(default_factory=dict)
    """Words for whole hundreds, which may stand before a number below a hundred."""
    hundred_gap: str = ""
    """What may be between them, as a pattern."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    """Words that part a whole after "every": "jeder Dritte"."""
    articles: str = ""
    """What stands for one before a unit: "a week"."""
    each: str = ""
    """One of what something is told for each of, where it is neither a number nor a day: "1日" (a day)."""
    closed: Classes = ()
    """Words of which one excludes the others of its class; in all languages the same classes in the same order."""
    apiece: str = ""
    """Words by which something is told of each, so that numbers multiply: "per", "a day"."""
    counters: str = ""
    """Characters behind a number that say what sort of things it counts."""
    person_counters: str = ""
    """The same for persons."""
    name_ends: tuple[str, ...] = ()
    """What proper names of places and bodies end with, in a language without spaces and capitals: the word for a port."""
    no_name_parts: str = ""
    """Characters of words that stand before one of these and name nothing: "new", "each", numbers."""
    remainders: str = ""
    """Words by which a number is a difference: "the other ten", "three more"."""
    about_after: str = ""
    """Words behind a number that round it."""
    bounds: Mapping[str, Near] = field(default_factory=dict)
    """Words before a number that is the least, or the most, of what they tell: "at most"."""
    above_after: str = ""
    below_after: str = ""
    """Words behind a number by which it is the least, or the most: "or more"."""
    multiples: tuple[tuple[float, str], ...] = ()
    """Words that multiply without a number: "doubled"."""
    times: str = ""
    """What makes a number before it multiply: "three times"."""
    weeks: Mapping[int, int] = field(default_factory=dict)
    """Numbers of days that are said for so many weeks: "quinze jours" are two."""
    compounds: Mapping[str, Measure] = field(default_factory=dict)
    """Beginnings of units that are written together with the number before them: "Dreistundenwert"."""
    same_year: str = ""
    """Words beside a date by which its year is that of the one before it: "of the same year"."""
    before_date: str = ""
    after_date: str = ""
    """Words by which a date is the first one that is left out: "before 31 August"."""
    apart: str = ""
    """Words behind "one point" by which one has so much more, or less, than another: "ahead"."""
    clock: str = ""
    """How a time of day is told, with the groups `h`, `m` (or `m2`, a second place of it), `half` and, if it is after noon, `pm`."""
    births: str = ""
    """Words beside which a year is that of a birth."""
    and_half: str = ""
    """What adds a half to the unit before it: "a year and a half"."""
    periods: tuple[tuple[str, int, int], ...] = ()
    """Parts of a year, each with its first and its last month."""
    changes: tuple[str, str] = ("", "")
    """Words by which what is beside them rises, and by which it falls."""
    compares: tuple[str, str] = ("", "")
    """Words right behind a number and its unit by which it is so much more, and so much less, than something else."""
    ranked: str = ""
    """What is the most of its kind, in the group `what`, with the `rank` that it has if it is not the first: "second-highest"."""
    inverse: str = ""
    """Words of what is worse or less when it rises, or that tell of a pace: "losses", "inflation"."""
    demonyms: tuple[str, ...] = ()
    """How words for the people of a place end, behind the place or its beginning."""
    place_ends: str = ""
    """Characters for the rank of a place ("city") that end its name, and that other names made of it lack."""
    year_before: str = ""
    """Words that lead to the same day of the year before: "a year earlier"."""
    year_after: str = ""
    """Words that lead to the year after: "a year later"."""
    month_before: str = ""
    """The same for the month before."""
    seasons: Mapping[str, int] = field(default_factory=dict)
    """The month in which each begins."""
    coming: str = ""
    gone: str = ""
    """Words for the next one and the last one, beside a season."""
    plans: str = ""
    """Further words by which a clause tells no fact: it hopes, demands, must; with `prospects`, which say so for certain."""
    hearsay: str = ""
    """Words by which a clause says that somebody alleges it: "reportedly"."""
    only: str = ""
    """Those of `universals` that leave all others out."""
    superlatives: str = ""
    """Words that leave nothing out as "all" and "never" do: "the lowest"."""
    points_back: str = ""
    """Words that stand for somebody named before; without any, every sentence may point back."""
    no_names: frozenset[str] = field(default_factory=frozenset)
    """Words that have a capital at times and name nothing: titles, "I", days."""
    never_last: str = ""
    """Abbreviations that something always follows."""
    may_be_last: str = ""
    """Abbreviations that end a sentence only before a word that opens sentences."""
    openers: str = ""
    numbered: bool = False
    """A number with a full stop is an ordinal ("3. März")."""
    attributions: tuple[str, ...] = ()
    """How a sentence says who says it, each with the groups `who` and `what`; the whole sentence is matched, without
    its full stop."""
    pronouns: str = ""
    """Words of persons and things named before."""
    apparatus: str = ""
    """How lines begin that stand around an article and state nothing of it: bylines, credits, offers to read on."""
    endnotes: str = ""
    """A line of its own after which notes and references follow."""
    common: frozenset[str] = field(default_factory=frozenset)
    """Words so frequent that they name nothing, even with a capital; all in small letters."""
    awaited: str = ""
    """Those of `hedges` for what is expected or meant to be, which a plan or a plain future tells as well."""
    turned: str = ""
    """Words whose own meaning is negative, and other plain ways to tell a "not": "acquitted", "unchanged"."""
    lacking: str = ""
    """Negations of a thing, beside which the sentence says what is so: "without"."""
    dones: tuple[str, ...] = ()
    """Words for what has been done, by kind of act: decided, in force, convicted, charged, held, agreed, paid, let, sold,
    finished, published, left; in all languages in the same order. In the group `act` are nouns and the like: evidence with one
    tells of the act, a sentence of ours with one does not say that it is done."""
    to_come: str = ""
    """Words beside which those of `dones` tell what is not done yet: "to be opened", "wird eröffnet"."""
    asks: str = ""
    """Words for what somebody asks for, and nobody has yet."""
    scopes: tuple[str, ...] = ()
    """Words for some, for most, for all."""
    partials: str = ""
    """Those for some and for most without which a sentence tells of all: "some of", not "several"."""
    at_least: str = ""
    """Words right before or behind a number above which the true one may lie."""
    at_most: str = ""
    """The same for below."""
    firsts: str = ""
    """Words by which a sentence says that nothing else is like it: "the largest", "for the first time"."""
    reasons: str = ""
    """Further words for a cause, by which evidence may tell what `causes` tell."""
    tells: str = ""
    """Verbs of telling, beside which whose word it is stands."""
    by_word: str = ""
    """What stands before whose word it is ("according to"); in Japanese behind it."""
    offices: tuple[str, ...] = ()
    """Words for who speaks by office, each with its holders: the prosecution, a court, the defence, police, researchers, a
    union, a company, a ministry, a council, doctors, a party, auditors; in all languages in the same order."""
    asked: str = ""
    """Words of a question that tell nothing of what is looked for, with spaces between them; in a language without spaces
    those that can be cut out of a sentence."""
    synonyms: Synonyms = ()
    """Groups of words that readers type for each other."""
    naming: Naming | None = None
    """Words by which names are told, in a language that writes them with capitals and other nouns without."""
