"""Sentences that say "rose" where their evidence says "fell"."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from mkdocs_briefings.model.problem import Rule, Severity
from mkdocs_briefings.rules.doubting import cited, doubt, found, unquoted
from mkdocs_briefings.rules.row import OfSentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Problem
    from mkdocs_briefings.rules.doubting import TakenUp
    from mkdocs_briefings.rules.evidence import Evidence
    from mkdocs_briefings.rules.said import OwnSentence
    from mkdocs_briefings.text.languages import Language
    from mkdocs_briefings.text.quotation import Span

RULE = Rule(
    "opposite-word",
    Severity.DOUBT,
    "A sentence has a word, and what it takes up has its opposite.",
    "A direction that is turned round looks as plausible as the right one.",
    "`Sales rose [@sales].`, where the article has “fell”",
    "Correct the word, or dismiss the doubt.",
)


def check(evidence: Evidence, said: OwnSentence) -> Iterator[Problem]:
    """Find words whose opposite is in the evidence, and not they themselves."""
    text = unquoted(said)
    taken: list[TakenUp] | None = None
    for span, other in _by_prefix(evidence, said, text):
        taken = cited(evidence, said)
        words = " ".join(text for one in taken for text, _ in one.texts).lower()
        if (
            re.search(rf"\b{other}\b", words)
            and said.pack
            and not found(text[max(0, span[0] - _NEAR) : span[0]], said.pack, "negations")
        ):
            yield doubt(RULE, said, span, f"“{text[slice(*span)]}”, and what is cited has “{other}”", taken)
    for number, pair in enumerate(said.pack.opposites if said.pack else ()):
        for mine, other in (pair, pair[::-1]):
            word = re.search(mine, text, re.IGNORECASE)
            if word is None or re.search(other, text, re.IGNORECASE):
                continue
            taken = cited(evidence, said) if taken is None else taken
            if taken and _is_turned(said, number, pair.index(mine)):
                yield doubt(
                    RULE, said, word.span(), f"“{word[0]}”, and what is cited has only its opposite", taken
                )


_PREFIX = {
    "en": re.compile(r"un|in(?=[^bmplr])|im(?=[bmp])|il(?=l)|ir(?=r)|dis|non-?"),
    "de": re.compile(r"un"),
    "fr": re.compile(r"in(?=[^bmplr])|im(?=[bmp])|il(?=l)|ir(?=r)|non-"),
    "es": re.compile(r"in(?=[^bmplr])|im(?=[bmp])|i(?=[lr])|des"),
}
"""What turns a word round in each language, joined to it."""
_LEAST = 5
_NEAR = 10
"""Characters before a word in which a negation turns it round."""
# "Form" is in "inform", and not turned round by it.
_OTHER_WORDS = re.compile(
    r"(?:form|creas|deed|side|tend|vent|come|stall|press|pact|port|vest|cover|charg|play|clos|count|flu|dustr|ter|stan|stit|quir|posi|medi|"
    r"divid|clu|cid|struc|puls|spir|spec|dica|her|jur|sist|sul|tel|vol|ver|voc|serv|cour|cuss|tanc|tinc|tribut|turb|miss|plo|solv|ord|pro|pos|"
    r"empl|echa|arroll|taca|pué|crip|cub|pach|pid|tin|ple|mens|gef|wel|fall|ters)\w*"
)
_WORDS = re.compile(r"[^\W\d_]+")


def _turned(text: str, pack: Language) -> dict[str, str]:
    """The words of a text that a prefix turns round, by what is left without it."""
    prefix = _PREFIX[pack.code]
    made = {}
    for word in _WORDS.findall(text.lower()):
        start = prefix.match(word)
        plain = word[start.end() :] if start else ""
        if len(plain) >= _LEAST and not _OTHER_WORDS.fullmatch(plain):
            made[plain] = word
    return made


def _by_prefix(evidence: Evidence, said: OwnSentence, text: str) -> Iterator[tuple[Span, str]]:
    """Words of which the evidence has only the opposite that a prefix makes: "unlawful" for "lawful", or the other way."""
    pack = said.pack
    if pack is None or pack.code not in _PREFIX or any(one.pack is not pack for one in said.supports):
        return
    theirs: dict[str, str] = {}
    for support in said.supports:
        theirs |= evidence.once(("turned", support.words), functools.partial(_turned, support.words, pack))
    mine = {whole: plain for plain, whole in _turned(text, pack).items()}
    if not theirs and not mine:
        return
    there = {word for support in said.supports for word in _WORDS.findall(support.words)}
    for match in _WORDS.finditer(text.lower()):
        word = match[0]
        other = mine.get(word) if mine.get(word) in there else theirs.get(word)
        if other and word not in there:
            yield match.span(), other


def _is_turned(said: OwnSentence, number: int, side: int) -> bool:
    """Whether of a pair of words the evidence has the other one alone, in whatever language."""
    texts = [(support.words, support.pack) for support in said.supports]
    pairs = [(text, pack.opposites[number]) for text, pack in texts if pack and len(pack.opposites) > number]
    mine = any(re.search(pair[side], text, re.IGNORECASE) for text, pair in pairs)
    return not mine and any(re.search(pair[1 - side], text, re.IGNORECASE) for text, pair in pairs)


ROW = OfSentences(RULE, check)
