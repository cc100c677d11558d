"""No word in the lock that nobody cites."""

from __future__ import annotations

import itertools
import json
import re
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from mkdocs_briefings.build import build
from mkdocs_briefings.derive.coverage import merge
from mkdocs_briefings.lock.outline import fill, redact

from tests.lock.harbour import LOCK, SETTINGS, desk, locked, whole
from tests.sampling import examples

if TYPE_CHECKING:
    from collections.abc import Iterator


_WORDS = [f"w{n}x" for n in range(400)]


@st.composite
def desks(draw: st.DrawFn) -> tuple[dict[str, bytes], list[str], set[int], int]:
    """Make a desk with a text of words that are all different, quoted here and there."""
    count = draw(st.integers(20, 120))
    words = _WORDS[:count]
    gaps = st.sampled_from([" "] * 8 + [". Then ", ".\n", "\n\n", ", ", " — "])
    text = "".join(word + draw(gaps) for word in words)
    cited: set[int] = set()
    summary = []
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, count - 2))
        end = draw(st.integers(start + 1, min(count, start + 9)))
        a, b = text.index(words[start]), text.index(words[end - 1]) + len(words[end - 1])
        cited |= set(range(start, end))
        summary.append(f"It is said [@paper {json.dumps(' '.join(text[a:b].split()))}].")
    context = draw(st.integers(0, 3))
    briefing = {"title": "A title", "sources": ["paper"], "summary": " ".join(summary)}
    return (
        desk(briefing, text, skip={}, misprints={}, means={}, one_voice={}, retranslated={}),
        words,
        cited,
        context,
    )


@hypothesis_settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck))
@given(desks())
def test_no_word_farther_from_a_passage_than_the_context(
    made: tuple[dict[str, bytes], list[str], set[int], int],
) -> None:
    files, words, cited, context = made
    if build(files, SETTINGS).failed:  # "Then" between the words of a quotation may make it two sentences
        return
    public = locked(files, context=context)
    told_words = set(re.findall(r"\w+", " ".join(strings(json.loads(public[LOCK])))))
    held = {n for n, word in enumerate(words) if word in told_words}
    near = {n + d for n in cited for d in range(-context, context + 1)}
    assert cited <= held <= near
    assert build(public, SETTINGS).pages == build(files, SETTINGS).pages


def test_of_the_texts_of_a_whole_desk_no_two_words_that_nobody_cites() -> None:
    """Two words that stand side by side elsewhere, in what the public side has anyhow, are no find."""
    files = whole()
    public, result = locked(files), build(files, SETTINGS)
    anyhow = "\n".join(data.decode() for path, data in public.items() if path != LOCK)
    known = pairs(anyhow + "".join(page.text() for page in result.pages))
    held = {pair for words in strings(json.loads(public[LOCK])) for pair in pairs(words)}
    seen = 0
    for one in result.corpus.sources.values():
        spans = [
            span
            for c in result.corpus.claims.values()
            for p in c.passages
            if c.source == one.id
            for span in p.spans
        ]
        spans += [span for _, passage in one.cites for span in passage.spans]
        ends = [0, *itertools.chain.from_iterable(merge(spans)), len(one.text.raw)]
        uncited = {
            pair for a, b in zip(ends[::2], ends[1::2], strict=True) for pair in pairs(one.text.raw[a:b])
        } - known
        seen += len(uncited)
        assert not uncited & held, one.id
    assert seen > 50


def pairs(text: str) -> set[tuple[str, str]]:
    return set(itertools.pairwise(re.findall(r"\w+", text)))


def strings(data: Any) -> Iterator[str]:
    """Give all texts in a JSON document, keys too."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for one in data:
            yield from strings(one)
    elif isinstance(data, dict):
        for name, value in data.items():
            yield name
            yield from strings(value)


@given(
    st.text(alphabet="ab .\n\u00e9,", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=4),
    st.sets(st.integers(0, 60), max_size=4),
)
def test_what_is_hidden_keeps_its_places_and_its_number_of_words(
    raw: str, known: list[tuple[int, int]], cuts: set[int]
) -> None:
    spans = merge((min(a, len(raw)), min(a + n, len(raw))) for a, n in known if a < len(raw))
    cuts = {at for at in cuts if at <= len(raw)}
    filled = fill(redact(raw, spans, cuts))
    assert len(filled) == len(raw)
    assert all(filled[a:b] == raw[a:b] for a, b in spans)
    ends = sorted({0, len(raw), *cuts, *itertools.chain.from_iterable(spans)})
    for a, b in itertools.combinations(ends, 2):
        assert len(filled[a:b].split()) == len(raw[a:b].split())
    shown = {at for a, b in spans for at in range(a, b)}
    assert not any(char.isalnum() for at, char in enumerate(filled) if at not in shown)
