"""Report names in a sentence that nothing it cites has."""

from __future__ import annotations

import functools
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
    is_demonym,
    is_land,
    is_nationality_of,
    stem,
)
from mkdocs_briefings.text.languages.peoples import relatives
from mkdocs_briefings.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.model.corpus import Source
    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.evidence import Evidence, Support
    from mkdocs_briefings.rules.said import Named, OwnSentence
    from mkdocs_briefings.text.languages import Language
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
_NAMED_BY_US = frozenset({"measure", "technology"})


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find names that nothing cited has."""
    for start, end in unknown_names(evidence, said):
        yield RULE.at(
            said.at(start, end), f"the name “{said.text[start:end]}” is in no cited passage or claim"
        )


def unknown_names(evidence: Evidence, said: OwnSentence) -> Iterator[Span]:
    """Return the names that nothing cited has: of entities, and words that must be names by their form."""
    known = frozenset().union(*(support.entities for support in said.supports))
    foreign = [support for support in said.supports if support.pack is not said.pack]
    other_script = any(_script(support.pack) != _script(said.pack) for support in foreign)
    for one in said.named:
        if one.entity in known or told_otherwise(evidence, said, one.entity):
            continue
        if _is_told_before(evidence, said, one.entity):
            continue
        # In another script the source may well have a name for it that nobody has listed.
        if not other_script or _is_named_in(evidence, said, one.entity):
            yield one.span
    if other_script or said.pack is None:
        return
    names = [one.span for one in said.named if not _is_another_name(evidence, said, one)]
    if not said.pack.capitals:
        yield from (span for span in _by_form(evidence, said, said.pack) if not within(names, span[0]))
        return
    # "Danish kroner" is a unit.
    names += [(one.start, one.end) for one in evidence.read(said.text, said.pack).numbers if one.unit]
    unknown = [span for span in _capitalised(said) if not within(names, span[0])]
    unknown = [span for span in unknown if not _is_known(evidence, said, known, span)]
    unknown += [span for span in _letters(said) if not within(names, span[0])]
    for span in _joined(said, unknown):
        if (not foreign or _is_whole_name(evidence, said, span)) and not _are_told_before(
            evidence, said, span
        ):
            yield span


_BEFORE = 2
"""Sentences before a passage in which something was named of which it goes on to tell."""


def _is_told_before(evidence: Evidence, said: OwnSentence, id_: str) -> bool:
    """Whether an entity is named right before a passage that names no other of its kind in its place."""
    if said.kind != "text" or id_ not in evidence.corpus.entities:
        return False
    kind = evidence.corpus.entities[id_].kind
    if kind == "outlet":
        return False
    told = {
        one for source, span in _before_passages(evidence, said) for one in evidence.mentions(source.id, span)
    }
    others = {one for one in _named_in_passages(evidence, said) if evidence.corpus.entities[one].kind == kind}
    return id_ in told and not others - {one.entity for one in said.named}


def _are_told_before(evidence: Evidence, said: OwnSentence, span: Span) -> bool:
    """Whether words with capitals are right before a passage all names of which the sentence has, too."""
    words = said.text[slice(*span)].removesuffix("'s").removesuffix("’s")
    if said.kind != "text" or _named_in_passages(evidence, said) - {one.entity for one in said.named}:
        return False
    return any(words in source.text.raw[a:b] for source, (a, b) in _before_passages(evidence, said))


def _before_passages(evidence: Evidence, said: OwnSentence) -> Iterator[tuple[Source, Span]]:
    for claim in (evidence.corpus.claims.get(ref) for ref in said.cited):
        if claim and claim.source in evidence.corpus.sources:
            yield from evidence.around(claim, _BEFORE)


def _named_in_passages(evidence: Evidence, said: OwnSentence) -> set[str]:
    """Return the entities that the sentences of the passages name."""
    claims = (evidence.corpus.claims.get(ref) for ref in said.cited)
    return {
        one
        for claim in claims
        if claim and claim.source in evidence.corpus.sources
        for source, span in evidence.around(claim)
        for one in evidence.mentions(source.id, span)
        if one in evidence.corpus.entities
    }


def _is_another_name(evidence: Evidence, said: OwnSentence, one: Named) -> bool:
    """Whether the words of a link, which an editor chose, have a name that its entity has not: they are held to the evidence."""
    entity = evidence.corpus.entities.get(one.entity)
    if not one.linked or entity is None:
        return False
    own = {word for name in (entity.name, *entity.aliases, entity.short) for word in content_words(name)}
    words = (word for word in re.findall(r"[^\W_]+", said.text[slice(*one.span)]) if word[0].isupper())
    return any(stem(word.lower()) not in own for word in words)


_INSTITUTION = re.compile(
    r"\b(?:Federal|National|State|Office|Court|Ministry|Bank|Institute|University|Agency|Authority|Commission|Council|Union|Party|"
    r"Act|Law|Department|Bureau|Service|Association|Committee|Parliament|Assembly|Senate|Center|Centre|Fund|Sea|Republic|Supreme|"
    r"Lower|Upper|Middle|Northern|Southern|Eastern|Western|Black|White|Red|Green|Great|Lake|Mount|Mountains?|River|Saint|Bay|Coast|Islands?|Isles?|Forest|"
    r"Valley|Gulf|Cape|Strait|Canal|Peninsula|Province|County|State|States|City|Kingdom|Empire|Alps|War|Treaty|Church|Army|Navy|Police|Health|Finance|"
    r"Trade|Labou?r|Justice|Interior|Foreign|Defen[cs]e|Environment|Energy|Agriculture|Transport|Education|"
    r"Central|European|Royal|General|High|Public|Constitutional|Administrative|Regional|District|North|South|East|West|New)\b"
)


def _is_whole_name(evidence: Evidence, said: OwnSentence, span: Span) -> bool:
    """Whether words are a name that languages share: of two words or more, none of which would be translated."""
    words = said.text[span[0] : span[1]]
    texts = [evidence.corpus.sources[one].text.raw for support in said.supports for one in support.sources]
    if " " not in words or _INSTITUTION.search(words):
        return False
    return not all(any(word in text for text in texts) for word in words.split() if word[:1].isupper())


def _script(pack: Language | None) -> str:
    return pack.code if pack and (not pack.spaced or pack.code == "ar") else "Latin"


def _joined(said: OwnSentence, unknown: list[Span]) -> Iterator[Span]:
    """Names of several words as one."""
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


def _is_named_in(evidence: Evidence, said: OwnSentence, id_: str) -> bool:
    """Return whether a source that is cited names it somewhere, so that its language has a name for it."""
    return any(id_ in evidence.entities_in(one) for support in said.supports for one in support.sources)


_NOUN_AFTER_NOUN = re.compile(
    r"(?<![\w-])(?=(?P<before>[A-ZÄÖÜ][\w-]*[a-zäöüß])\s(?P<name>[A-ZÄÖÜ][\w-]*[a-zäöüß])(?!\w))"
)


def _by_form(evidence: Evidence, said: OwnSentence, pack: Language) -> Iterator[Span]:
    """Names in a language whose capitals do not tell them: by the words around them.

    In German a noun right behind a noun is a name, but for amounts and times; in Chinese and Japanese a person's name
    is beside a title.
    """
    texts = [evidence.corpus.sources[one].text.raw for support in said.supports for one in support.sources]
    if pack.persons:
        for match in re.finditer(pack.persons, said.text):
            if not any(_has_parts(text, match["name"]) for text in texts):
                yield match.span("name")
    if pack.name_ends:
        yield from _ending_as_names(evidence, said, pack)
        return
    if pack.code == "de":
        yield from _nouns_behind_nouns(said, pack, texts)


def _nouns_behind_nouns(said: OwnSentence, pack: Language, texts: Sequence[str]) -> Iterator[Span]:
    """German nouns right behind another one that no text has; amounts, times and what opens the sentence aside."""
    foreign = any(support.pack is not pack for support in said.supports)
    for match in _NOUN_AFTER_NOUN.finditer(said.text):
        before, name = match["before"].lower(), match["name"]
        opens = not said.text[: match.start()].strip(' "„“‚»«(')
        if (
            before in pack.apposed
            or re.fullmatch(_POSSESSIVE, before)
            or before in pack.months
            or before in pack.weekdays
            or before in pack.numbers
        ):
            continue
        if opens and (before in pack.common or re.fullmatch(pack.openers, match["before"])):
            continue
        if opens and not any(match["before"] in text for text in texts):
            continue  # an adjective, or "Ans": nothing that the article has as a noun
        # "Four votes majority": an amount of something.
        if _AMOUNT.search(said.text, 0, match.start()) or re.search(
            _any_number(pack), said.text[: match.start()]
        ):
            continue
        if name.lower() in pack.months or name.lower() in pack.weekdays or name.lower() in pack.apposed:
            continue
        # The nouns of another language are other words, unless the name before is there: "Bruno".
        if foreign and not any(match["before"] in text for text in texts):
            continue
        if any(contains_word(text, root) for text in texts for root in _uninflected(name)):
            continue
        if _has_another_behind(said, match["before"], texts):
            yield match.span("name")


def _has_another_behind(said: OwnSentence, noun: str, texts: Sequence[str]) -> bool:
    """Whether an article has another noun behind the same one, which our sentence lacks: then ours takes the place of it."""
    behind = re.compile(rf"(?<![\w-]){re.escape(noun)}\w{{0,2}}\s([A-ZÄÖÜ][\w-]+)")
    return any(match[1] not in said.text for text in texts for match in behind.finditer(text))


_POSSESSIVE = r"(?:ihr|sein|unser|euer|mein|dein)(?:e[rmns]?)?"


_AMOUNT = re.compile(r"\d\s(?:[a-zäöüß]+\s)?$")


@functools.cache
def _any_number(pack: Language) -> re.Pattern[str]:
    """Return a number in words right before something."""
    words = "|".join(sorted(map(re.escape, pack.numbers), key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\s(?:[a-zäöüß]+\s)?$", re.IGNORECASE)


def _uninflected(noun: str) -> Iterator[str]:
    """A German noun as it is, and without each ending of a case or the plural."""
    yield noun
    yield from (
        noun.removesuffix(end)
        for end in ("s", "n", "en", "es", "e")
        if len(noun.removesuffix(end)) > _LONG_ENOUGH - 1
    )


def _ending_as_names(evidence: Evidence, said: OwnSentence, pack: Language) -> Iterator[Span]:
    """Names of places and bodies that end as another one of the evidence does, which the sentence lacks: 神戸港 for 横浜港.

    Without spaces a name begins anywhere: its last characters before the ending are looked for.
    """
    known: str | None = None
    for match in _name_ends(pack).finditer(said.text):
        own, end = match["own"], match["end"]
        if any(char in pack.no_name_parts for char in own[-_LEAST_PART:]):
            continue
        if known is None:
            known = " ".join(_all_words(evidence, said))
        if own[-_LEAST_PART:] in known:
            continue
        others = {
            other["own"][-_LEAST_PART:]
            for other in _name_ends(pack).finditer(known)
            if other["end"] == end
            and not any(char in pack.no_name_parts for char in other["own"][-_LEAST_PART:])
        }
        if any(other not in said.text for other in others):
            yield match.start("end") - _LEAST_PART, match.end()


def _all_words(evidence: Evidence, said: OwnSentence) -> Iterator[str]:
    """What a sentence rests on, with the names of all entities in it and the first lines of the articles."""
    for support in said.supports:
        yield support.words
        yield support.beside
        entities = (evidence.corpus.entities.get(id_) for id_ in support.entities)
        yield from (name.lower() for entity in entities if entity for name in (entity.name, *entity.aliases))
        for id_ in support.sources:
            source = evidence.corpus.sources[id_]
            first = source.sentences[: _OPENING_SENTENCES + 1]
            yield f"{source.title or ''} {source.text.raw[: first[-1][1]] if first else ''}".lower()


@functools.cache
def _name_ends(pack: Language) -> re.Pattern[str]:
    """Return characters of one script before one of the endings of names."""
    ends = "|".join(sorted(map(re.escape, pack.name_ends), key=len, reverse=True))
    return re.compile(rf"(?P<own>(?:[\u4e00-\u9fff々]{{2}}|[ァ-ヶー]{{2,8}}))[両各]?(?P<end>{ends})")


_LONG_ENOUGH = 4
_LEAST_PART = 2


def _has_parts(text: str, name: str) -> bool:
    """Return whether a text has a name, whole or as two parts of it: a family name, a title."""
    if name in text:
        return True
    cuts = range(_LEAST_PART, len(name) - _LEAST_PART + 1)
    return any(name[:cut] in text and name[cut:] in text for cut in cuts)


def told_otherwise(evidence: Evidence, said: OwnSentence, id_: str) -> bool:
    """Return whether the evidence has a name of the entity in another form: in small letters, or as "Chinese"."""
    entity = evidence.corpus.entities.get(id_)
    if entity is None:
        return True
    forms = [name.lower() for name in (entity.name, *entity.aliases, entity.short) if name]
    if entity.kind == "person" and " " in entity.name:
        forms.append(entity.name.split()[-1].lower())
    # The names of measures and technologies are ours: what counts is that the source has their words.
    ours = list(content_words(entity.name)) if entity.kind in _NAMED_BY_US else ()
    if any(
        _is_opening_entity(evidence, id_, source) for support in said.supports for source in support.sources
    ):
        return True
    for support in said.supports:
        if any(contains_word(support.words, form) or contains_word(support.beside, form) for form in forms):
            return True
        if ours and all(contains_word(support.words, word) for word in ours):
            return True
        if is_land(entity.kind) and any(contains_nationality(support.words, form) for form in forms):
            return True
        if has_without_rank(evidence, support, id_):
            return True
    return False


def has_without_rank(evidence: Evidence, support: Support, id_: str) -> bool:
    """Whether the evidence has a place without its rank: "奥浦駅" of 奥浦町."""
    entity = evidence.corpus.entities[id_]
    forms = [name.lower() for name in (entity.name, *entity.aliases)]
    return is_land(entity.kind) and any(one in support.words for one in _without_rank(forms, support.pack))


def _without_rank(forms: Iterable[str], pack: Language | None) -> Iterator[str]:
    """Names of a place as other names have them: "海州大学" is the university of 海州市."""
    if pack is None:
        return
    for form in forms:
        if len(form) > _LEAST_PART and form[-1] in pack.place_ends:
            yield form[:-1]


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
    """Return where sentences begin: an answer, or what a claim states, may be more than one."""
    starts = [start for start, _ in sentences(text)] if _MORE.search(text) else [0]
    return {opening.end() for start in starts if (opening := _OPENING.match(text, start))}


def _is_shouted(said: OwnSentence) -> bool:
    """Return whether a headline begins all its words with a capital, so that it tells nothing of names."""
    names = [one.span for one in said.named]
    words = [match[0] for match in _LONG_WORD.finditer(said.text) if not within(names, match.start())]
    return len(words) > 3 and sum(word[0].isupper() for word in words) * 5 > len(words) * 4  # noqa: PLR2004


def _run_on(said: OwnSentence, end: int) -> bool:
    """Return whether another capitalised word follows that belongs to no name found."""
    following = re.match(r" (?=[A-Z][a-z])", said.text[end:])
    return bool(following) and not any(one.span[0] == end + 1 for one in said.named)


def _is_known(evidence: Evidence, said: OwnSentence, known: frozenset[str], span: Span) -> bool:
    whole = said.text[span[0] : span[1]]
    if (
        len(whole) > 1
        and whole.isupper()
        and any(whole.lower() in _initialisms(one) for one in said.supports)
    ):
        return True
    titles = said.pack.no_names if said.pack else frozenset()
    for part in re.split(r"[-&/]|(?<=\w)['’](?=[^\W_]{2})", whole.replace("’", "'")):
        root = stem(part.lower())
        if part[:1].islower() or not part:
            continue
        if root in _CALENDAR or root in _NO_NAMES or root.isdigit() or part.lower().rstrip(".") in titles:
            continue
        if said.pack and (part.lower() in said.pack.currencies or part.lower() in said.pack.measures):
            continue
        words = {root, *relatives(part.lower())}
        if any(
            contains_word(one.words, word) or contains_word(one.beside, word)
            for one in said.supports
            for word in words
        ):
            continue
        if any(_names_it(evidence, id_, word) for id_ in known for word in words):
            continue
        if said.pack and any(_has_demonym(one, part.lower(), said.pack) for one in said.supports):
            continue
        if not _completes(evidence, said, span) and not _opens_article(evidence, said, root):
            return False
    return True


def _letters(said: OwnSentence) -> Iterator[Span]:
    """Letters alone behind a word, which tell one of several, that no evidence has: any word may begin with that of "line C"."""
    for match in _LETTER_BEHIND.finditer(said.text):
        letter = re.compile(rf"(?<!\w){re.escape(match[1].lower())}(?!\w)")
        if not any(letter.search(one.words) or letter.search(one.beside) for one in said.supports):
            yield match.span(1)


_LETTER_BEHIND = re.compile(r"[a-zà-ÿ]{4}\s(?![AIOYÀÉ])([A-Z])(?![\w’'.&])")


def _is_opening_entity(evidence: Evidence, id_: str, source_id: str) -> bool:
    """Whether the headline or the first lines of an article name an entity."""
    source = evidence.corpus.sources[source_id]
    first = source.sentences[: _OPENING_SENTENCES + 1]
    end = first[-1][1] if first else 0
    if any(entity == id_ for entity, span in evidence.corpus.mentions[source_id] if span[1] <= end):
        return True
    return any(mention.entity == id_ for mention in evidence.named_in(source.title or ""))


_OPENING_SENTENCES = 2


def _opens_article(evidence: Evidence, said: OwnSentence, root: str) -> bool:
    """Whether the headline or the first lines of a cited article have it, with its place: what all of it is about."""
    for support in said.supports:
        for id_ in support.sources:
            source = evidence.corpus.sources[id_]
            first = source.sentences[: _OPENING_SENTENCES + 1]
            opening = source.text.raw[: first[-1][1]] if first else ""
            if contains_word(f"{source.title or ''} {opening}".lower(), root):
                return True
    return False


_WORD_BEFORE = re.compile(r"[^\W_][\w'’.-]*$")
_WORD_AFTER = re.compile(r"\s+([^\W_][\w'’-]*)")


def _completes(evidence: Evidence, said: OwnSentence, span: Span) -> bool:
    """Return whether it is another part of a name that the evidence has: the source prints both side by side somewhere."""
    word = said.text[span[0] : span[1]].removesuffix("'s").removesuffix("’s")
    before = _WORD_BEFORE.search(said.text[: span[0]].rstrip())
    after = _WORD_AFTER.match(said.text, span[1])
    pairs = [(before[0], word)] if before and before[0][:1].isupper() else []
    pairs += (
        [(word, after[1].removesuffix("'s").removesuffix("’s"))] if after and after[1][:1].isupper() else []
    )
    for support in said.supports:
        for id_ in support.sources:
            raw = evidence.corpus.sources[id_].text.raw
            for first, second in pairs:
                other = second if first == word else first
                if f"{first} {second}" in raw and contains_word(support.words, other.lower()):
                    return True
    return False


def _has_demonym(support: Support, word: str, pack: Language) -> bool:
    """Whether the evidence has the place of a word for its people, or such a word for a place: "in Tasmania", "nantais"."""
    endings = tuple(sorted({*pack.demonyms, *(f"{one}s" for one in pack.demonyms)}, key=len, reverse=True))
    near = set(
        re.findall(rf"(?<![^\W_]){re.escape(word[:_SHARED])}[^\W\d_]*", f"{support.words} {support.beside}")
    )
    return any(is_demonym(word, one, endings) or is_demonym(one, word, endings) for one in near)


_SHARED = 4

_SMALL_WORDS = frozenset(
    ("of", "the", "and", "for", "in", "de", "des", "du", "la", "le", "del", "y", "et", "und", "der")
)


_LONGEST_INITIALISM = 5


def _initialisms(support: Support) -> frozenset[str]:
    """Return the first letters of every two to five words of the evidence: "ceo" for "chief executive officer"."""
    words = [word for word in re.findall(r"[^\W\d_]+", support.words) if word not in _SMALL_WORDS]
    letters = "".join(word[0] for word in words)
    return frozenset(
        letters[at : at + size]
        for size in range(2, _LONGEST_INITIALISM + 1)
        for at in range(len(letters) - size + 1)
    )


def _names_it(evidence: Evidence, id_: str, word: str) -> bool:
    entity = evidence.corpus.entities[id_]
    forms = [name.lower() for name in (entity.name, *entity.aliases)]
    if is_land(entity.kind) and any(is_nationality_of(form, word) for form in forms):
        return True
    return any(contains_word(form, word) for form in forms)


ROW = OfSentences(RULE, check, names=True)
