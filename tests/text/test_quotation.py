"""A quotation is found exactly where it stands, or not at all."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from mkdocs_briefings.text.quotation import (
    Match,
    Miss,
    Missed,
    context,
    find,
    normalise,
    places,
    prepare,
    words,
)

from tests.growth import grows_with_its_input
from tests.sampling import examples

if TYPE_CHECKING:
    from collections.abc import Callable

ARTICLE = (
    "Ministry:\tno\u00a0change\r\n\r\nThe U.S. “re\u00adports”\u200b it isn’t true… Trade fell by $5.5 billion. "
    "Trade rose, the minister of trade did not say why. China’s technology ministry acts.Analysts agree.\n\n"
    "Cafe\u0301s close. 商务部发言人表示，中方坚决反对。 Read more. Read more."
)


def quoted(raw: str, quotation: str) -> tuple[str, ...] | Miss:
    """Find, and give the raw characters of each part, or what went wrong."""
    text = prepare(raw)
    found = find(text, quotation)
    return tuple(raw[a:b] for a, b in found.spans) if isinstance(found, Match) else found.kind


@pytest.mark.parametrize(
    ("written", "same_as"),
    [
        ("  two \n\n words ", "two words"),
        ("a\u00a0b\u2002c\u202fd\u3000e", "a b c d e"),
        ("line\r\nbreak", "line break"),
        ("‘’‚‛′ʼ'", "'''''''"),
        ('“”„‟″"', '""""""'),
        ("zero\u200bwi\u200cdt\u200dh\u2060\ufeff", "zerowidth"),
        ("soft\u00adhyphen", "softhyphen"),
        ("wait…", "wait..."),
        ("Cafe\u0301", "Café"),
        ("e\u200b\u0301", "é"),
        ("a \u200b b", "a b"),
        ("«Case» and – dashes — stay", "«Case» and – dashes — stay"),
        ("\u1112\u1161\u11ab", "한"),
    ],
)
def test_what_counts_as_the_same(written: str, same_as: str) -> None:
    assert normalise(written) == same_as


@pytest.mark.parametrize(
    ("quotation", "stands_as"),
    [
        ("no change", "no\u00a0change"),
        ('"reports" it isn\'t true...', "“re\u00adports”\u200b it isn’t true…"),
        ("The U.S. 'reports'", Miss.NOT_FOUND),
        ("U.S", "U.S"),
        ("$5.5 billion.", "$5.5 billion."),
        ("5 billion", Miss.PART_OF_WORD),
        ("isn", Miss.PART_OF_WORD),
        ("true.", Miss.PART_OF_WORD),
        ("it isn’t true", "it isn’t true"),
        ("techno", Miss.PART_OF_WORD),
        ("ministry acts.", "ministry acts."),
        ("ministry acts", "ministry acts"),
        ("Analysts", "Analysts"),
        ("the Minister", Miss.NOT_FOUND),
        ("Cafés", "Cafe\u0301s"),
        ("Cafe", Miss.NOT_FOUND),
        ("发言人", "发言人"),
        ("Trade", Miss.NOT_UNIQUE),
        ("Trade fell", "Trade fell"),
        ("Read more.", Miss.NOT_UNIQUE),
        ("  \n", Miss.EMPTY),
        ("…!", Miss.EMPTY),
    ],
)
def test_whole_words_found_once(quotation: str, stands_as: str | Miss) -> None:
    assert quoted(ARTICLE, quotation) == (stands_as if isinstance(stands_as, Miss) else (stands_as,))


@pytest.mark.parametrize(
    ("raw", "quotation", "expected"),
    [
        ("Marlow, its head, has resigned.", "Marlow […] has resigned", ("Marlow", "has resigned")),
        ("Marlow, its head, has resigned.", "Marlow [...] has resigned", ("Marlow", "has resigned")),
        (
            "Marlow, its head, has resigned.",
            "Marlow [ … ] head […] resigned.",
            ("Marlow", "head", "resigned."),
        ),
        ("Marlow has not resigned.", "Marlow […] resigned", Miss.GAP_SWALLOWS_NEGATION),
        ("Marlow hasn’t ever resigned.", "Marlow […] resigned", Miss.GAP_SWALLOWS_NEGATION),
        ("Marlow CANNOT have resigned.", "Marlow […] resigned", Miss.GAP_SWALLOWS_NEGATION),
        ("Marlow did not say if she resigned.", "did not say […] resigned", ("did not say", "resigned")),
        ("Marlow is notable and resigned.", "Marlow […] resigned", ("Marlow", "resigned")),
        ("Marlow stays. Her deputy resigned.", "Marlow […] resigned", Miss.GAP_CROSSES_SENTENCE),
        ("Marlow stays\nHer deputy resigned.", "Marlow […] resigned", Miss.GAP_CROSSES_SENTENCE),
        ("It ends. Marlow of the U.S. team left.", "ends. Marlow […] left", ("ends. Marlow", "left")),
        ("He resigned after Marlow.", "Marlow […] resigned", Miss.OUT_OF_ORDER),
        ("Marlow left.", "Marlow […] resigned", Miss.NOT_FOUND),
        ("Marlow left.", "Marlow […] lef", Miss.PART_OF_WORD),
        ("A ban, then a ban on cars.", "A […] ban", Miss.NOT_UNIQUE),
        ("The ban or the ban on cars.", "ban […] cars", Miss.NOT_UNIQUE),
        ("A ban. Some ban on cars.", "ban […] cars", ("ban", "cars")),
        ("Marlow left.", "[…] left", Miss.GAP_JOINS_NOTHING),
        ("Marlow left.", "Marlow […]", Miss.GAP_JOINS_NOTHING),
        ("Marlow left.", "Marlow […] […] left", Miss.GAP_JOINS_NOTHING),
        ("Marlow left.", "[…]", Miss.EMPTY),
        ("He said: “We […] go.”", "We [...] go", ("We […] go",)),
    ],
)
def test_gaps(raw: str, quotation: str, expected: tuple[str, ...] | Miss) -> None:
    assert quoted(raw, quotation) == expected


@pytest.mark.parametrize(
    ("raw", "quotation", "expected"),
    [
        ("Sales will not fall.", "fall", Miss.NEGATION_BESIDE),
        ("Sales will not fall.", "Sales will", Miss.NEGATION_BESIDE),
        ("Sales will not fall.", "will not fall", ("will not fall",)),
        ("Sales will\u00a0NOT\u2003fall.", "fall", Miss.NEGATION_BESIDE),
        ("Sales won’t fall.", "fall", Miss.NEGATION_BESIDE),
        ("Sales cannot fall.", "fall", Miss.NEGATION_BESIDE),
        ("He has “never” sold.", "sold", Miss.NEGATION_BESIDE),
        ("Without a licence, sales end.", "a licence, sales", Miss.NEGATION_BESIDE),
        ("It knows whether or not sales fall.", "knows whether […] sales fall", Miss.GAP_SWALLOWS_NEGATION),
        ("A notable knot fell, not sales.", "knot fell", ("knot fell",)),
        ("Is it so? No. Sales fall.", "Sales fall", ("Sales fall",)),
        ("Yes or no\nSales fall", "Sales fall", ("Sales fall",)),
        ("Sales fall\nNo comment", "Sales fall", ("Sales fall",)),
        ("It sold non-military goods.", "military goods", Miss.PART_OF_WORD),
        ("An un‑American act.", "American act", Miss.PART_OF_WORD),
        ("Anti-dumping duties.", "dumping duties", Miss.PART_OF_WORD),
        ("Non-military and military goods.", "military", ("military",)),
        ("A US-China deal.", "China deal", ("China deal",)),
    ],
)
def test_no_negation_stands_beside_it(raw: str, quotation: str, expected: tuple[str, ...] | Miss) -> None:
    assert quoted(raw, quotation) == expected


def test_ignored_places_count_only_if_there_is_no_other() -> None:
    raw = "Photo: cars. The ban on cars. Photo: trucks. Photo: trucks."
    text = prepare(raw)
    photos = [(0, 12), (30, 44), (45, 59)]
    assert find(text, "cars", photos) == Match(((24, 28),))
    assert find(text, "trucks", photos) == Match(((37, 43),))
    assert find(text, "Photo", photos[:2]) == Match(((45, 50),))
    assert isinstance(find(text, "cars"), Missed)


def test_a_stretch_to_be_skipped_may_span_sentences() -> None:
    text = prepare("Caption. It is not here. End of caption.")
    found = find(text, "Caption. […] End of caption.", anywhere=True)
    assert found == Match(((0, 8), (25, 40)))
    assert places(prepare("- Ad -\n- Ad -"), "Ad") == ((2, 4), (9, 11))


def test_words_are_the_sources_own() -> None:
    text = prepare(ARTICLE)
    found = find(text, 'no change […] "reports" it isn\'t', anywhere=True)
    assert isinstance(found, Match)
    assert words(text, found) == ("no change", "“re\u00adports”\u200b it isn’t")


def test_context_is_cut_at_words() -> None:
    text = prepare("One  two three four five six.")
    assert context(text, (9, 14), 6) == ("two ", " four")
    assert context(text, (0, 3), 100) == ("", " two three four five six.")
    assert context(prepare("中方坚决反对"), (2, 4), 1) == ("方", "反")


@pytest.mark.parametrize(
    ("quotation", "kind", "expected", "found"),
    [
        (
            "the minister of commerce did not",
            Miss.NOT_FOUND,
            "commerce did not",
            "trade did not",
        ),
        (
            "trade rose, the minister",
            Miss.NOT_FOUND,
            "trade rose, the minister",
            "Trade rose, the minister",
        ),
        ("China's techno", Miss.PART_OF_WORD, "techno", "technology"),
        ("ology ministry", Miss.PART_OF_WORD, "ology", "technology"),
        ("the minister […] say why", Miss.GAP_SWALLOWS_NEGATION, "", "not"),
        ("say why", Miss.NEGATION_BESIDE, "", "not"),
        ("Utterly different matter", Miss.NOT_FOUND, "Utterly different matter", ""),
    ],
)
def test_a_miss_shows_the_first_difference(quotation: str, kind: Miss, expected: str, found: str) -> None:
    missed = find(prepare(ARTICLE), quotation)
    assert isinstance(missed, Missed)
    assert (missed.kind, missed.expected, missed.found) == (kind, expected, found)


def test_the_nearest_passage_is_about_the_whole_quotation() -> None:
    missed = find(prepare(ARTICLE), "Trade rose, the minister of commerce did not say why.")
    assert isinstance(missed, Missed)
    assert missed.nearest is not None
    assert ARTICLE[slice(*missed.nearest)].startswith("Trade rose, the minister of trade did not")


CHARS = st.sampled_from(
    "abBée \u0301\u0323\n\u00a0\u2000\u200b\u00ad….,'’“-—5中。ก\u0e31한\u1112\u1161\u11ab\u0958\u212b\uf900\ufe0f\u09c7\u09be"
) | st.sampled_from(["  ", "\r\n", ". ", "...", "not", "[…]", "🇩🇪", "\u1e9b\u0323"])
TEXTS = st.lists(CHARS, max_size=60).map("".join) | st.text(max_size=60)
SENTENCES = st.lists(st.text("abcdeABC'’ ,.\u00a0\n", min_size=1, max_size=12), min_size=3, max_size=20).map(
    " ".join
)


@given(TEXTS)
@settings(deadline=None)
def test_normalising_is_idempotent_and_composed(raw: str) -> None:
    norm = normalise(raw)
    assert normalise(norm) == norm
    assert unicodedata.is_normalized("NFC", norm)


@given(TEXTS, st.data())
@settings(deadline=None, max_examples=examples(400))
def test_what_is_found_is_the_quotation(raw: str, data: st.DataObject) -> None:
    start, end = sorted((data.draw(st.integers(0, len(raw))), data.draw(st.integers(0, len(raw)))))
    found = find(prepare(raw), raw[start:end])
    if isinstance(found, Match) and len(found.spans) == 1:
        assert normalise(raw[slice(*found.spans[0])]) == normalise(raw[start:end])


@given(SENTENCES, st.data())
@settings(deadline=None)
def test_unique_whole_words_are_found_at_their_place(raw: str, data: st.DataObject) -> None:
    tokens = raw.split(" ")
    first = data.draw(st.integers(0, len(tokens) - 1))
    last = data.draw(st.integers(first + 1, len(tokens)))
    start = len(" ".join([*tokens[:first], ""]))
    quotation = " ".join(tokens[first:last])
    assume(normalise(quotation).strip("',. "))
    norm = prepare(raw).norm
    assume(norm.find(normalise(quotation)) == norm.rfind(normalise(quotation)))
    found = find(prepare(raw), quotation)
    assert isinstance(found, Match)
    lead = len(quotation) - len(quotation.lstrip())
    assert found.spans == ((start + lead, start + len(quotation.rstrip())),)


@given(SENTENCES, st.data())
@settings(deadline=None)
def test_one_changed_letter_is_never_found(raw: str, data: st.DataObject) -> None:
    letters = [at for at, char in enumerate(raw) if char.isalpha()]
    assume(letters)
    at = data.draw(st.sampled_from(letters))
    assert isinstance(find(prepare(raw), raw[:at] + "z" + raw[at + 1 :]), Missed)


@given(TEXTS, TEXTS, st.integers(0, 20))
@settings(deadline=None, max_examples=examples(400))
def test_finding_never_raises(raw: str, quotation: str, width: int) -> None:
    text = prepare(raw)
    for result in (find(text, quotation), find(text, quotation, [(0, 9)], anywhere=True)):
        if isinstance(result, Match):
            assert len(words(text, result)) == len(result.spans)
            for span in result.spans:
                context(text, span, width)
        elif result.nearest:
            assert 0 <= result.nearest[0] <= result.nearest[1] <= len(raw)


@pytest.mark.parametrize(
    ("raw", "quotation", "size"),
    [
        (lambda _: "The end. " * 400, lambda n: "The " * n, 2_500_000),
        (lambda _: "The end. " * 400, lambda n: "a" + "\u0301\u0316" * n, 2_000_000),
        (lambda n: "a" * n, lambda n: "a" * (n // 2), 100_000),
        (lambda n: "a b. " * n, lambda _: "b […] a", 20_000),
    ],
    ids=["10 MB", "marks", "one letter", "sentences"],
)
def test_work_is_bounded(raw: Callable[[int], str], quotation: Callable[[int], str], size: int) -> None:
    def work(size: int) -> None:
        assert isinstance(find(prepare(raw(size)), quotation(size)), Missed)

    grows_with_its_input(work, size)


def test_work_has_a_bound_where_it_would_grow_as_a_square() -> None:
    """Without its bound this would take hours: a test that takes minutes ends the run."""
    assert isinstance(find(prepare("a " * 40_000), "a […] " * 20_000 + "a"), Missed)
