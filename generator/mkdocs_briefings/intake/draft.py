"""Write a first draft of a briefing from the titles of its sources; it passes the check."""

from __future__ import annotations

import itertools
import re
import unicodedata
from typing import TYPE_CHECKING

from mkdocs_briefings.edit import stub
from mkdocs_briefings.edit.body_sentences import body_sentences
from mkdocs_briefings.edit.format import UnformattableError, format_file
from mkdocs_briefings.edit.offer import offers
from mkdocs_briefings.intake.holdings import free
from mkdocs_briefings.intake.source_file import slug
from mkdocs_briefings.model import dates
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.parse.schema import BriefingFile
from mkdocs_briefings.resolve.entities import gather_names
from mkdocs_briefings.text.prepared import normalise
from mkdocs_briefings.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs_briefings.derive.coverage import Coverage
    from mkdocs_briefings.model.corpus import Corpus, Source

_IN_NAME = 6
_SHOWN = 5
"""How many sentences are offered as quotations."""
_LONGEST = 300
_FEWEST = 6
"""How many letters a sentence has at least where no spaces part its words."""
_UNWRITTEN = "To be written"
_MARKUP = re.compile(r"[\[\]]")


def title(sources: Iterable[Source]) -> str:
    """Return the first title that a source states; empty if none does."""
    return next((one.title for one in sources if one.title and one.title != NOT_STATED), "")


def day(sources: Iterable[Source]) -> str:
    """Return the date of the newest source as a file's name can hold it; empty if it is a range or not known."""
    known = [one.published for one in sources if one.published]
    newest = max(known, key=dates.sort_key, default=None)
    return point(newest.text) if newest else ""


def point(date: str) -> str:
    """Return a day, month or year without its time and marks; empty if the date is a range."""
    found = dates.parse(date)
    return found.text.partition("T")[0].rstrip("?~%") if found.shape is dates.Shape.POINT else ""


def file_name(date: str, words: str, ids: set[str], lang: str) -> str:
    """Name a briefing's file by its date, and an id that nothing has yet."""
    id_ = free(slug(words, _IN_NAME, lang)[:80].strip("-") or "briefing", ids)
    return f"{date}-{id_}.yml" if date else f"{id_}.yml"


def drafts(sources: Sequence[Source], claims: str, words: str, schema: str) -> Iterator[str]:
    """Return drafts from the best to the barest: a headline may say what the text below it does not bear out.

    Args:
        sources: that it is told from.
        claims: their field, or nothing.
        words: its title.
        schema: its first line, for editors that complete YAML.

    """
    below = claims + _offered(sources)
    for title_, said in ((words, words), (words, _UNWRITTEN), (_UNWRITTEN, _UNWRITTEN)):
        text = schema + _head(sources, title_, said, words) + below
        try:
            yield format_file("draft.yml", text.encode(), BriefingFile).decode()
        except UnformattableError:
            yield text


def claims(
    sources: Sequence[Source],
    coverage: Mapping[str, Coverage],
    corpus: Corpus,
    without: frozenset[str] = frozenset(),
) -> str:
    """Write the field `claims` with an offer for each sentence that no claim covers yet.

    Args:
        sources: that the briefing is told from.
        coverage: of each source.
        corpus: of the desk.
        without: claims that are left out, since they would not pass the check.

    """
    taken: frozenset[str] = frozenset()
    known = gather_names(corpus.entities)
    made = ""
    for source in sources:
        untouched = set(coverage[source.id].untouched)
        spans = [span for span in body_sentences(source) if span in untouched]
        found = tuple(offers(source, spans, corpus, known, taken))
        taken |= {one.id for one in found}
        found = tuple(one for one in found if one.id not in without)
        made += stub.stub(found, source.id if len(sources) > 1 else "").removeprefix("claims:\n")
    return f"claims:\n{made}" if made else ""


def _head(sources: Sequence[Source], title_: str, said: str, words: str) -> str:
    ids = [one.id for one in sources]
    cites = f"[{'; '.join(f'@{id_}' for id_ in ids)}]"
    plain = _MARKUP.sub("", said)
    spoken = [plain[a:b].rstrip(" .!?…:;,") for a, b in sentences(plain, wrapped=True)]
    summary = " ".join(f"{one} {cites}." for one in spoken if one) or f"{_UNWRITTEN} {cites}."
    note = "" if title_ == words else f"# The text of the sources does not support this title: {words}\n"
    return (
        f"{note}{stub.dump({'title': title_, 'sources': ids})}"
        '# The bottom line first. Cite before the full stop: [@source "exact words"].\n'
        f"summary: |\n  {summary}\n"
        "# The next line keeps the draft off the site; remove it to publish.\nstatus: draft\n"
    )


def _offered(sources: Sequence[Source]) -> str:
    """Show how the first sentences are cited: below the last field, where a comment cuts nothing."""
    lines = []
    for source in (one for one in sources if one.outline is None):
        stating = (
            source.text.raw[a:b]
            for a, b in source.sentences
            if not any(start < b and a < end for _, (start, end) in source.skip)
        )
        texts = (" ".join(words.split()).rstrip(".。") for words in stating)
        fit = (text for text in texts if _is_citable(text, source))
        lines += [f'#   [@{source.id} "{text}"]\n' for text in itertools.islice(fit, _SHOWN)]
    return f"\n# Sentences that you can cite, for example:\n{''.join(lines)}" if lines else ""


def _is_citable(text: str, source: Source) -> bool:
    """Return whether a sentence is more than a word, and can stand as it is, once, between quotation marks."""
    many = " " in text or sum(unicodedata.category(char) == "Lo" for char in text) >= _FEWEST
    plain = len(text) <= _LONGEST and not re.search(r"[\"“”\[\]]", text)
    return many and plain and source.text.norm.count(normalise(text)) == 1
