"""Names in a sentence, of entities or not, that nothing cited has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model import dates
from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.row import OfSentences
from mkdocs_briefings.rules.said import within
from mkdocs_briefings.rules.word_forms import (
    contains_nationality,
    contains_word,
    content_words,
    is_land,
    is_nationality_of,
    stem,
)
from mkdocs_briefings.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.quotation import Span

RULE = Rule(
    "unsupported-name",
    Severity.ERROR,
    "A sentence has a name that is in nothing it cites.",
    "A clause about somebody whom the evidence does not name has no support.",
    "`Acme is leaving, said John Smith [@leaving].`, where no passage knows a John Smith",
    "Cite the claim that has the name, or remove the clause. If the source uses another name, add it as an alias.",
)


_CAPITALISED = re.compile(r"(?<![\w'’.-])(?:[^\W\d_a-z]|\d+[^\W\d_a-z])[\w&'’.-]*", re.UNICODE)
_OPENING = re.compile(r"[\s\"'“‘(\[—–-]*")
_MORE = re.compile(r"[.!?…]\W*\s\W*\w")
"""Where another sentence may begin."""
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,}|\w*\d\w*|[A-Z]?[a-z]+[A-Z]\w*")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_SPEAKS = re.compile(
    r"\s+(?:says?|said|tells?|told|writes?|wrote|argues?|argued|claims?|claimed|denie[sd])\b|['’]s\s"
)
_CALENDAR = frozenset(
    stem(name.lower()) for name in (*dates.MONTHS, *dates.WEEKDAYS, *(month[:3] for month in dates.MONTHS))
)
# Words that may well have a capital and name nothing.
# fmt: off
_NO_NAMES = frozenset(map(stem, (
    "i", "he", "she", "it", "they", "we", "you", "this", "that", "these", "those", "nobody", "nothing",
    "someone", "somebody", "everyone", "who", "what", "which", "here", "there", "mr", "mrs", "ms", "dr", "in",
    "on", "at", "by", "for", "from", "the", "a", "an", "but", "and", "or", "since", "after",
    "before", "under", "with", "without", "when", "while", "if", "as", "to", "of", "until", "during", "within",
    "some", "between", "because", "though", "although", "despite", "amid", "among", "all", "its", "his", "her", "their",
    "our", "other", "according", "unlike", "like", "through", "over", "about", "against", "so", "yes", "no", "not",
    "neither", "both", "one", "none", "another", "others",
)))
# fmt: on
# fmt: on
_NAMED_BY_US = frozenset({"measure", "technology"})


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find names that nothing cited has."""
    for start, end in _unknown_names(evidence, said):
        yield RULE.at(
            said.at(start, end), f"the name “{said.text[start:end]}” is in no cited passage or claim"
        )


def _unknown_names(evidence: Evidence, said: OwnSentence) -> Iterator[Span]:
    """The names that nothing cited has: of entities, and capitalised words that are none of them."""
    known = frozenset().union(*(support.entities for support in said.supports))
    for one in said.named:
        if one.entity not in known and not _told_otherwise(evidence, said, one.entity):
            yield one.span
    names = [one.span for one in said.named]
    unknown = [span for span in _capitalised(said) if not within(names, span[0])]
    unknown = [span for span in unknown if not _is_known(evidence, said, known, span)]
    last: Span | None = None
    for start, end in unknown:
        if last and not said.text[last[1] : start].strip(" ").removeprefix("of"):
            last = (last[0], end)
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def _told_otherwise(evidence: Evidence, said: OwnSentence, id_: str) -> bool:
    """Whether the evidence has a name of the entity in another form: in small letters, or as "Chinese"."""
    entity = evidence.corpus.entities.get(id_)
    if entity is None:
        return True
    forms = [name.lower() for name in (entity.name, *entity.aliases)]
    # The names of measures and technologies are ours: what counts is that the source has their words.
    ours = list(content_words(entity.name)) if entity.kind in _NAMED_BY_US else ()
    for support in said.supports:
        if any(contains_word(support.words, form) for form in forms):
            return True
        if ours and all(contains_word(support.words, word) for word in ours):
            return True
        if is_land(entity.kind) and any(contains_nationality(support.words, form) for form in forms):
            return True
    return False


def _capitalised(said: OwnSentence) -> Iterator[Span]:
    """Words with a capital that a sentence does not ask for; of headlines with all capitals, acronyms alone."""
    found = list(_CAPITALISED.finditer(said.text))
    if not found:
        return
    shouted = said.kind == "title" and _is_shouted(said)
    firsts = _firsts(said.text)
    for match in found:
        word = match[0].rstrip(".'’-")
        start, end = match.start(), match.start() + len(word)
        certain = bool(_ACRONYM.fullmatch(word))
        if shouted and not certain:
            continue
        if start in firsts and not certain and not (_SPEAKS.match(said.text, end) or _run_on(said, end)):
            continue
        yield start, end


def _firsts(text: str) -> set[int]:
    """Where sentences begin: an answer, or what a claim states, may be more than one."""
    starts = [start for start, _ in sentences(text)] if _MORE.search(text) else [0]
    return {opening.end() for start in starts if (opening := _OPENING.match(text, start))}


def _is_shouted(said: OwnSentence) -> bool:
    """Whether a headline begins all its words with a capital, so that it tells nothing of names."""
    names = [one.span for one in said.named]
    words = [match[0] for match in _LONG_WORD.finditer(said.text) if not within(names, match.start())]
    return len(words) > 3 and sum(word[0].isupper() for word in words) * 5 > len(words) * 4  # noqa: PLR2004


def _run_on(said: OwnSentence, end: int) -> bool:
    """Whether another capitalised word follows that belongs to no name found."""
    following = re.match(r" (?=[A-Z][a-z])", said.text[end:])
    return bool(following) and not any(one.span[0] == end + 1 for one in said.named)


def _is_known(evidence: Evidence, said: OwnSentence, known: frozenset[str], span: Span) -> bool:
    for part in re.split(r"[-&/]", said.text[span[0] : span[1]].replace("’", "'")):
        root = stem(part.lower())
        if part[:1].islower():
            continue
        if root in _CALENDAR or root in _NO_NAMES or root.isdigit():
            continue
        if any(contains_word(support.words, root) for support in said.supports):
            continue
        if not any(_names_it(evidence, id_, root) for id_ in known):
            return False
    return True


def _names_it(evidence: Evidence, id_: str, word: str) -> bool:
    entity = evidence.corpus.entities[id_]
    forms = [name.lower() for name in (entity.name, *entity.aliases)]
    if is_land(entity.kind) and any(is_nationality_of(form, word) for form in forms):
        return True
    return any(contains_word(form, word) for form in forms)


ROW = OfSentences(RULE, check, names=True)
