"""The versions of a briefing: each at a permanent address, and what changed from one to the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.version_changes import (
    ReplyTold,
    StatesTold,
    TranslationTold,
    states_told,
    version_changes,
)
from mkdocs_briefings.derive.version_content import content
from mkdocs_briefings.document.nodes import (
    Bullets,
    Citation,
    Citations,
    Heading,
    PageAnchor,
    PageLink,
    Para,
    Remark,
    Row,
    Strong,
    Table,
    joined,
)
from mkdocs_briefings.document.words import words as words_of
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.model.corpus import Reply, Voice
from mkdocs_briefings.pages import phrases, view
from mkdocs_briefings.pages.claim import mention_then
from mkdocs_briefings.pages.moved import moved_pages
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.parse.version_ledger import (
    ToldClaim,
    ToldCorrection,
    ToldDisagreement,
    ToldQuestion,
    ToldReply,
    ToldSentence,
)
from mkdocs_briefings.text.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs_briefings.derive.version_changes import Told
    from mkdocs_briefings.document.nodes import Block, Inline
    from mkdocs_briefings.model.corpus import Briefing
    from mkdocs_briefings.pages.view import View
    from mkdocs_briefings.parse.version_ledger import Version, VersionLedger


def version_pages(desk: View) -> Iterable[Page]:
    """Make for each published briefing the list of its versions and a page of each; of a withdrawn one, notes."""
    for briefing in desk.corpus.briefings.values():
        ledger = desk.ledgers.get(briefing.id)
        if ledger is None:
            continue
        makers = {briefing.id: partial(_list, desk, briefing, ledger)}
        makers |= {
            f"{briefing.id}/{one.number}": partial(_version, desk, briefing, ledger, one)
            for one in ledger.versions
        }
        for part, make in makers.items():
            page = desk.once(("version page", part), make, ledger, briefing)
            yield page
            rest = part.removeprefix(briefing.id)
            former = [f"{old}{rest}" for old in briefing.formerly]
            yield from moved_pages(desk, page, addresses.versions_of, former)


def _page(desk: View, briefing: Briefing, part: str, title: str, blocks: Iterable[Block]) -> Page:
    day = phrases.seen_from(desk.say, desk.corpus.as_of)
    return Page(
        addresses.versions_of(part),
        "version",
        typeset(title, briefing.lang),
        (Heading(1, title), *blocks),
        description=desk.say("versions-description", briefing=briefing.title, day=day),
        listed=False,
        lang=briefing.lang,
    )


def _list(desk: View, briefing: Briefing, ledger: VersionLedger) -> Page:
    desk = desk.within(briefing.lang)
    title = desk.say("versions-of", briefing=briefing.title)
    if briefing.status == "withdrawn":
        return _page(desk, briefing, briefing.id, title, _withdrawn(desk, briefing))
    return _page(desk, briefing, briefing.id, title, _steps(desk, briefing, ledger))


def _steps(desk: View, briefing: Briefing, ledger: VersionLedger) -> Iterator[Block]:
    """Show the versions, the newest first, each with what changed with it."""
    say = desk.say
    yield Para(say("versions-about", briefing=view.briefing_as(briefing)))
    now = content(briefing, desk.corpus)
    newest = ledger.versions[-1]
    if newest.said != now.said:
        yield Heading(2, phrases.upper(say("version-changed", number=newest.number)))
        yield from _changed(desk, newest, now)
    for version in reversed(ledger.versions):
        yield Heading(2, _dated(desk, version), addresses.entry(str(version.number)))
        if version.removed:
            yield _removed(desk, version)
            continue
        target = Target(addresses.versions_of(f"{briefing.id}/{version.number}"))
        yield Para(PageLink(target, say("version-read", number=version.number)))
        if version.number == 1:
            yield Para(say("version-first"))
        else:
            yield from _changed(desk, ledger.versions[version.number - 2], version)


def _version(desk: View, briefing: Briefing, ledger: VersionLedger, version: Version) -> Page:
    desk = desk.within(briefing.lang)
    part = f"{briefing.id}/{version.number}"
    told = briefing.title if briefing.status == "withdrawn" or version.removed else version.title
    title = desk.say("version-title", briefing=told, number=version.number)
    if briefing.status == "withdrawn":
        return _page(desk, briefing, part, title, _withdrawn(desk, briefing))
    return _page(desk, briefing, part, title, _blocks(desk, briefing, ledger, version))


def _withdrawn(desk: View, briefing: Briefing) -> Iterator[Block]:
    """Say of every version of a withdrawn briefing what the briefing itself says."""
    say = desk.say
    said = say("withdrawn-on", day=say.date(briefing.updated)) if briefing.updated else say("withdrawn")
    yield Para(say.line(Strong(said), briefing.withdrawn or say("withdrawn-no-reason")))


def _blocks(desk: View, briefing: Briefing, ledger: VersionLedger, version: Version) -> Iterator[Block]:
    say = desk.say
    yield Remark(_dated(desk, version), say("version-about"))
    yield Para(say("version-newest", briefing=view.briefing_as(briefing)))
    told = {(one.date, one.text) for one in version.corrections}
    later = [one for one in content(briefing, desk.corpus).corrections if (one.date, one.text) not in told]
    for one in later:
        yield Remark(say("corrected-on", day=_day(desk, one.date)), one.text)
    every = Target(addresses.versions_of(briefing.id))
    yield Para(PageLink(every, say("versions-all", count=len(ledger.versions))))
    if version.removed:
        yield _removed(desk, version)
        return
    numbers = _numbers(briefing, version)
    yield Heading(2, say("bottom-line"))
    yield from _prose(desk, briefing, version, numbers)
    if version.matters:
        yield Para(say.line(Strong(say("why-it-matters")), version.matters))
    if version.note:
        yield Para(say("editors-note", note=version.note))
    if states := [_state(desk, one) for one in states_told(version)]:
        yield Heading(2, say("state-of-play"))
        yield Bullets(tuple(states))
    if version.claims:
        yield Heading(2, say("claims-and-passages"))
        heads = (say("head-number"), say("head-claim"), say("head-passage"))
        claims = sorted(version.claims, key=lambda one: numbers[f"{briefing.id}#{one.id}"])
        yield Table(heads, tuple(_claim_row(desk, briefing, version, one, numbers) for one in claims))
    yield from _open(desk, version)
    now = content(briefing, desk.corpus)
    yield Heading(2, phrases.upper(say("version-changed", number=version.number)))
    yield from _changed(desk, version, now)


def _open(desk: View, version: Version) -> Iterator[Block]:
    """Show what was in dispute, open, answered and corrected then."""
    say = desk.say
    if version.disagreements:
        yield Heading(2, say("disagreements"))
        yield Bullets(tuple(_told(desk, one) for one in version.disagreements))
    if open_ := tuple(_told(desk, one) for one in version.questions if not one.answer):
        yield Heading(2, say("what-is-open"))
        yield Bullets(open_)
    if answered := tuple(_told(desk, one) for one in version.questions if one.answer):
        yield Heading(2, say("what-is-answered"))
        yield Bullets(answered)
    if version.corrections:
        yield Heading(2, say("corrections"))
        yield Bullets(tuple(_told(desk, one) for one in version.corrections))


def _dated(desk: View, version: Version) -> str:
    if version.evidence is None:
        return desk.say("version", number=version.number)
    day = phrases.seen_from(desk.say, version.evidence)
    return desk.say("version-dated", number=version.number, day=day)


def _removed(desk: View, version: Version) -> Para:
    return Para(desk.say.line(Strong(desk.say("version-removed")), version.reason))


def _marked(text: str, marks: Citations) -> Inline:
    """Put citations before the full stop, as a briefing has them; behind what is quoted to its end."""
    words = text.rstrip(".!?。！？")
    return (words, marks, text[len(words) :])


def _numbers(briefing: Briefing, version: Version) -> dict[str, int]:
    """Number what a version cites, as its page did: first in the order of the summary, then its other claims."""
    cited = (ref for one in version.summary for ref in one.cites)
    own = (f"{briefing.id}#{one.id}" for one in version.claims)
    return {ref: n for n, ref in enumerate(dict.fromkeys((*cited, *own)), 1)}


def _prose(
    desk: View, briefing: Briefing, version: Version, numbers: Mapping[str, int]
) -> Iterator[Para | Bullets]:
    """Show the bottom line; its citations lead to the claims below, or to what another page holds now."""
    here = addresses.versions_of(f"{briefing.id}/{version.number}")
    own = {f"{briefing.id}#{one.id}": one for one in version.claims}

    def place(ref: str) -> Target | None:
        if ref in own:
            return Target(here, addresses.entry(own[ref].id))
        is_held = ref in desk.corpus.claims or ref in desk.corpus.sources
        return view.target_of(ref) if is_held else None

    bullets: list[Inline] = []
    for bullet, sentences in _paragraphs(version.summary):
        told: list[Inline] = []
        for one in sentences:
            cited = [(ref, to) for ref in one.cites if (to := place(ref))]
            marks = tuple(
                Citation(
                    numbers[ref], to, view.fallen(desk, ref), _cited(desk, own.get(ref), ref, numbers[ref])
                )
                for ref, to in cited
            )
            told.append(_marked(one.text, Citations(marks)) if marks else one.text)
        words = desk.say.line(*told)
        if bullet:
            bullets.append(words)
            continue
        if bullets:
            yield Bullets(tuple(bullets))
            bullets = []
        yield Para(words)
    if bullets:
        yield Bullets(tuple(bullets))


def _cited(desk: View, own: ToldClaim | None, ref: str, number: int) -> str:
    """Name a citation by who says what it leads to, as notes do: no note stands beside it here.

    Args:
        desk: the desk.
        own: the claim, if the version has it.
        ref: a claim that the desk holds, or a source, else.
        number: its number.

    """
    say, corpus = desk.say, desk.corpus
    who: Inline
    if own:
        kind, who = phrases.kind(say, own.kind, analysed=own.analysed), _voices(desk, own)
    elif claim := corpus.claims.get(ref):
        kind, who = phrases.kind(say, claim.kind, analysed=claim.analysed), phrases.who(say, corpus, claim)
    else:
        return say("cite-name", mark=number, who=phrases.source_line(say, corpus, corpus.sources[ref]))
    return say("cite-name", mark=number, who=words_of((kind, " ", who)))


def _paragraphs(summary: Sequence[ToldSentence]) -> Iterator[tuple[bool, list[ToldSentence]]]:
    held: list[ToldSentence] = []
    for one in summary:
        if one.opens and held:
            yield held[0].opens == "bullet", held
            held = []
        held.append(one)
    if held:
        yield held[0].opens == "bullet", held


def _claim_row(
    desk: View, briefing: Briefing, version: Version, claim: ToldClaim, numbers: Mapping[str, int]
) -> Row:
    ref = f"{briefing.id}#{claim.id}"
    denied_by = [one for one in version.claims if one.denies == ref]
    denial = joined(
        [desk.say("found-denied-by", voices=_voices(desk, one)) for one in denied_by],
        desk.say("between-clauses"),
    )
    anchor = PageAnchor(addresses.entry(claim.id))
    number = (anchor, str(numbers[ref]))
    replies = [_reply(desk, one) for one in claim.replies]
    answers = joined([one for one in (denial, *replies) if one], desk.say("between-clauses"))
    passages = _passages(desk, briefing, claim)
    if claim.translations:
        translated = _translation(desk, claim.translations, claim.translator)
        label = desk.say.of("change", "translation")
        passages = desk.say.line(passages, desk.say("label", label=label, words=translated))
    return Row((number, _claim(desk, claim, answers), passages))


def _reply(desk: View, one: ToldReply) -> Inline:
    """Say what came of the desk's asking, in the words of then."""
    try:
        day, asked = dates.parse(one.date), dates.parse(one.asked) if one.asked else None
    except dates.DateError:
        return one.words
    reply = Reply(one.party, one.outcome, day, asked, one.words)
    return phrases.reply(desk.say, reply, view.entity(desk, one.party))


def _translation(desk: View, words: Sequence[str], translator: str) -> Inline:
    """Give the words of a translation, with who made it."""
    told = (phrases.in_marks(desk.say, one) for one in words)
    return desk.say.line(*told, *((desk.say.aside(translator),) if translator else ()))


def _claim(desk: View, claim: ToldClaim, denial: Inline = "") -> Inline:
    date = desk.say.aside(_day(desk, claim.date)) if claim.date else ""
    return mention_then(desk, claim, date, _voices(desk, claim), denial)


def _day(desk: View, text: str) -> str:
    """Say a date; one that nobody can read is shown as it is written."""
    try:
        return desk.say.date(dates.parse(text))
    except dates.DateError:
        return text


def _voices(desk: View, claim: ToldClaim) -> Inline:
    say = desk.say
    source = desk.corpus.sources.get(claim.source)
    last: Inline = phrases.teller(say, desk.corpus, source) if source else claim.source
    if not claim.analysed:
        return say("quoted-from", source=last)
    chains = [tuple(Voice(**one.model_dump()) for one in way) for way in claim.said_by] or [()]
    return joined(
        [phrases.chain(say, way, last, lambda id_: view.entity(desk, id_)) for way in chains],
        say("between-ways"),
    )


def _passages(desk: View, briefing: Briefing, claim: ToldClaim) -> Inline:
    """Lead to the passage if the briefing still cites it, else to the source, if it is still held."""
    source = desk.corpus.sources.get(claim.source)
    if source is None:
        return claim.source
    cited = {(one.source, passage.spans): passage for one in briefing.claims for passage in one.passages}
    held = [
        addresses.passage(source.id, passage.start, passage.end)
        for spans in claim.passages
        if (passage := cited.get((source.id, spans)))
    ]
    return view.source_link(desk, source, target=held[0] if held else None)


def _state(desk: View, told: StatesTold) -> Inline:
    states = desk.say.items(*(desk.say.of("state", one) for one in told.states))
    return desk.say("label", label=view.entity(desk, told.measure), words=states)


def _changed(desk: View, old: Version, new: Version) -> Iterator[Block]:
    say = desk.say
    if old.removed or new.removed:
        yield Para(say("version-unknown"))
        return
    rows = tuple(
        Row((say.of("change", one.what), _told(desk, one.before), _told(desk, one.after)))
        for one in version_changes(old, new)
    )
    if rows:
        yield Table((say("head-changed"), say("head-before"), say("head-after")), rows)
    else:
        yield Para(say("version-same"))


def _told(desk: View, one: Told | None) -> Inline:
    say = desk.say
    match one:
        case None:
            return say("change-none")
        case str():
            return one
        case ToldSentence():
            return one.text
        case ToldClaim():
            return _claim(desk, one)
        case ReplyTold() | TranslationTold():
            return _beside(desk, one)
        case StatesTold():
            return _state(desk, one)
        case ToldDisagreement():
            return (one.about, say.aside(say.of("disagreement", one.sort)))
        case ToldQuestion():
            answer = (" ", Strong(say("answer")), " ", one.answer) if one.answer else ()
            return (one.text, *answer)
        case ToldCorrection():
            return say.line(Strong(say("corrected-on", day=_day(desk, one.date))), one.text)


def _beside(desk: View, one: ReplyTold | TranslationTold) -> Inline:
    """Say what stood beside a claim."""
    if isinstance(one, ReplyTold):
        return _claim(desk, one.claim, _reply(desk, one.reply))
    return _translation(desk, one.words, one.translator)
