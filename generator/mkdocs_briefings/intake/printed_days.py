"""Find the day that a page prints beside its headline; other articles, changes and events have days on it, too."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING

from mkdocs_briefings.intake.moments import moment, moments_in, plain_figures
from mkdocs_briefings.text.prepared import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mkdocs_briefings.intake.page_blocks import PageLine

_LONGEST_LABEL = 100
"""Characters that stand beside a printed day; a line that has more is prose, and its days are those of events."""
_LONGEST_LINE = 400
_BELOW, _ABOVE = 15, 6
"""How many lines below and above the headline may print the day."""
_FEW_WORDS = 6
"""Of a label: what has more and ends as a sentence is one."""
_PROSE = 2
"""Paragraphs below the headline at which the text has begun: one may be a lead above the byline."""
_ENTRIES = 3
"""From so many on, parts of a text with days of their own are entries."""
_LOOKED_AT = 400
"""Lines below the headline in which entries are looked for."""
_SHORTEST_TITLE = 8
_CHANGE = re.compile(
    r"updat|modif|revis|correct|aktuali|geänd|mis à jour|mise à jour|actualiza|atualiza|alterad|aggiorna|bijgewerkt|gewijzigd|"
    r"uppdater|ändrad|opdater|oppdater|päivitet|обновл|измен|оновл|güncelle|更新|修正|改訂|최종|수정|تحديث|تعديل|viewed|accessed|retrieved|abgerufen|consulté",
    re.IGNORECASE,
)
"""What stands before the day of a change or of a look, not of publication."""
_PUBLICATION = re.compile(
    r"publi|veröffent|posted|issued|released|erschien|gepubl|pubbl|опубл|yayın|公開|掲載|发布|入力|입력|등록|승인|نشر",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-z][^\d\n.!?]{1,40}?)[,(]\s*(?:le\s+|den\s+)?(?P<day>[^\n]{6,60}?)\)?\s*(?:[–—]|--?|/)(?:\s|\w)"
)
"""The place and the day before the first words of a report."""


def beside_headline(
    blocks: Sequence[PageLine], heads: Sequence[str], title: str, lang: str
) -> Iterator[tuple[str, str]]:
    """Yield days that could be that of publication, the likeliest first, each with where it stands.

    Args:
        blocks: the lines of the page.
        heads: the headlines that the page declares or shows as its first heading.
        title: of the page.
        lang: that the page declares.

    """
    at = _headline(blocks, heads, title)
    if at is None:
        yield from _only_time(one for one in blocks if not one.aside)
        return
    whole = blocks[at].whole
    below = [one for one in blocks[at + 1 :] if not one.aside]
    if not _is_running(below, lang):
        yield from _days(_above_the_text(below[:_BELOW]), lang, "printed below the headline")
    above = [one for one in reversed(blocks[max(0, at - 2 * _ABOVE) : at]) if not one.aside]
    yield from _days(above[:_ABOVE], lang, "printed above the headline")
    first = next((one for one in below if _is_prose(one)), None)
    if first is not None and (dateline := _DATELINE.match(first.words[:_LONGEST_LINE])) is not None:
        yield moment(dateline["day"].strip(" ,"), lang), "the text's dateline"
    own = [one for one in below if whole and one.whole == whole]
    yield from _only_time(own)
    yield from _only_published(own, lang)


def _only_time(blocks: Iterable[PageLine]) -> Iterator[tuple[str, str]]:
    told = dict.fromkeys(day for one in blocks if not one.leads_elsewhere and (day := moment(one.moment)))
    if len({day[:10] for day in told}) == 1:
        yield next(iter(told)), "time"


def _only_published(blocks: Iterable[PageLine], lang: str) -> Iterator[tuple[str, str]]:
    """Yield the one day of which a line of the article says that it is that of publication, wherever the line is."""
    told: dict[str, str] = {}
    for one in blocks:
        words = plain_figures(one.words) if len(one.words) <= _LONGEST_LABEL else ""
        found = (
            list(moments_in(words, lang)) if _PUBLICATION.search(words) and not _CHANGE.search(words) else []
        )
        if (
            len(found) == 1
            and not one.leads_elsewhere
            and not _ends_as_prose("".join(_between(words, found)))
        ):
            told[found[0][2]] = words
    if len({day[:10] for day in told}) == 1:
        day, words = next(iter(told.items()))
        yield day, f"printed: “{words}”"


def _is_running(below: Sequence[PageLine], lang: str) -> bool:
    """Return whether the text is in entries with days of their own, the newest first: none is that of the whole.

    Those of comments are later than the article's, which is above them.
    """
    days: list[str] = []
    since_text = True
    for one in below[:_LOOKED_AT]:
        if len(one.words) > _LONGEST_LABEL:
            since_text = True
        elif since_text and not one.leads_elsewhere:
            words = plain_figures(one.words)
            printed = list(moments_in(words, lang))
            day = moment(one.moment, lang) or (printed[0][2] if printed else "")
            if day and not _PUBLICATION.search(words):
                days.append(day[:10])
                since_text = False
    return len(days) >= _ENTRIES and days == sorted(days, reverse=True) and days[0] > days[-1]


def _headline(blocks: Sequence[PageLine], heads: Sequence[str], title: str) -> int | None:
    """Return the line that is the headline: as declared, else the one with which the page's title begins."""
    wanted = {normalise(one).casefold() for one in heads if one}
    exact = [n for n, one in enumerate(blocks) if normalise(one.words).casefold() in wanted]
    if exact:
        return next((n for n in exact if not blocks[n].aside and not blocks[n].leads_elsewhere), exact[0])
    page = normalise(title).casefold()
    return next(
        (
            n
            for n, one in enumerate(blocks)
            if len(one.words) >= _SHORTEST_TITLE and not one.aside and normalise(one.words).casefold() in page
        ),
        None,
    )


def _above_the_text(below: Sequence[PageLine]) -> Iterator[PageLine]:
    prose = 0
    for one in below:
        prose += len(one.words) > _LONGEST_LABEL and not one.moment
        if prose == _PROSE:
            return
        yield one


def _is_prose(one: PageLine) -> bool:
    return len(one.words) > _LONGEST_LABEL or one.words.endswith((".", "。", "！"))


def _days(lines: Iterator[PageLine] | Sequence[PageLine], lang: str, where: str) -> Iterator[tuple[str, str]]:
    """Yield the days of lines that hold little else; what is said to be published goes first."""
    likely: list[tuple[bool, str, str]] = []
    label = ""
    for one in lines:
        words = plain_figures(one.words) if len(one.words) <= _LONGEST_LINE else ""
        found = list(moments_in(words, lang))
        rest = "".join(_between(words, found))
        if one.changed or one.leads_elsewhere or len(rest) > _LONGEST_LABEL or _ends_as_prose(rest):
            label = ""
            continue
        if (day := moment(one.moment, lang)) and not _CHANGE.search(rest if len(found) < 2 else ""):  # noqa: PLR2004, one day and another
            likely.append((not _PUBLICATION.search(rest + label), day, "time"))
        at = 0
        for start, end, day in found:
            said = words[at:start] if words[at:start].strip() or at else label
            if not _CHANGE.search(said):
                likely.append((not _PUBLICATION.search(said), day, f"{where}: “{words[start:end].strip()}”"))
            at = end
        label = "" if found else words
    yield from ((day, told) for _, day, told in sorted(likely, key=itemgetter(0)))


def _between(words: str, found: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    at = 0
    for start, end, _ in found:
        yield words[at:start]
        at = end
    yield words[at:]


def _ends_as_prose(rest: str) -> bool:
    rest = rest.rstrip()
    return rest.endswith("。") or (len(rest.split()) > _FEW_WORDS and rest.endswith((".", "!", "?", "؟")))
