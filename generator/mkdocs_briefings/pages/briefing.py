"""A briefing: evidence to which date, the bottom line, how it is told, state of play, what is open, all claims."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mkdocs_briefings.derive.last_change import last_change
from mkdocs_briefings.derive.origins import relayed, routes
from mkdocs_briefings.document.nodes import (
    Bullets,
    Citation,
    Citations,
    Fold,
    Heading,
    PageAnchor,
    Para,
    Remark,
    Row,
    Span,
    Strong,
    Table,
    joined,
)
from mkdocs_briefings.model import addresses
from mkdocs_briefings.model.corpus_fields import of_briefing
from mkdocs_briefings.model.prose import cited
from mkdocs_briefings.pages import phrases, view, who, workings
from mkdocs_briefings.pages.claim import mention_dated, mention_side, number_links, quoted, told_at_home
from mkdocs_briefings.pages.figures import flow
from mkdocs_briefings.pages.measures import state_heads, state_row
from mkdocs_briefings.pages.moved import moved_pages
from mkdocs_briefings.pages.page import Page
from mkdocs_briefings.pages.terms import term
from mkdocs_briefings.pages.version_link import version_link
from mkdocs_briefings.text.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_briefings.document.nodes import Block, Inline
    from mkdocs_briefings.model.corpus import Briefing, Claim, Disagreement, Question
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.pages.view import View


def briefing_pages(desk: View) -> Iterable[Page]:
    """Make the page of each briefing, the notes that withdrawn ones leave, and the redirects of old addresses."""
    for briefing in desk.corpus.briefings.values():
        page = page_of(desk, briefing)
        yield page
        yield from moved_pages(desk, page, addresses.briefing, briefing.formerly)


def page_of(desk: View, briefing: Briefing) -> Page:
    """Make the page of a briefing, or the note that a withdrawn one leaves; once, until something on it changes."""
    make = withdrawn_page if briefing.status == "withdrawn" else briefing_page
    return desk.once(("briefing page", briefing.id), partial(make, desk, briefing), briefing)


def briefing_page(desk: View, briefing: Briefing) -> Page:
    changed = last_change(desk.corpus, briefing)
    desk = desk.within(briefing.lang)
    return Page(
        addresses.briefing(briefing.id),
        "briefing",
        typeset(briefing.title, briefing.lang),
        desk.row(partial(_blocks, desk, briefing)),
        briefing.path,
        typeset(_description(desk, briefing), briefing.lang),
        lang=briefing.lang,
        modified=changed.isoformat() if changed else "",
        tags=tuple(desk.corpus.storylines[id_].title for id_ in briefing.storylines),
    )


def _blocks(desk: View, briefing: Briefing) -> Iterator[Block]:
    say = desk.say
    yield from told_blocks(desk, briefing)
    if references := view.references(desk, (*briefing.sources, *note_numbers(briefing))):
        yield Heading(2, say("sources"))
        yield Bullets(references)
    if briefing.storylines:
        yield Heading(2, term(say, "storyline", say("part-of-heading")))
        yield Bullets(tuple(view.storyline(desk, id_) for id_ in briefing.storylines))


def told_blocks(desk: View, briefing: Briefing) -> Iterator[Block]:
    """Show all that a briefing says, without the lists of its sources and storylines."""
    say, numbers = desk.say, note_numbers(briefing)
    yield Heading(1, briefing.title)
    if draft := draft_words(desk, briefing):
        yield Remark(draft, say("draft-about"))
    yield Para(_basis(desk, briefing))
    sources = joined([_source(desk, briefing, id_) for id_ in briefing.sources], say("between-clauses"))
    yield Para(say("rests-on", sources=sources))
    yield from corrections(desk, briefing, numbers)

    yield Heading(2, say("bottom-line"))
    yield from view.prose(desk, briefing.summary, linked=set(), numbers=numbers, below=workings.below)
    if briefing.matters:
        yield Para(say.line(Strong(say("why-it-matters")), briefing.matters))
    if briefing.note:
        yield Para(say("editors-note", note=briefing.note))

    if rows := tuple(_tellings(desk, briefing, numbers)):
        yield Heading(2, say("tellings"))
        picture = flow.flow(desk, briefing, numbers)
        table = Table((say("head-who"), say("head-claims")), rows)
        # The picture tells all that the table does.
        yield from picture or (table,)
        about = tuple(
            say("who-is", name=view.entity(desk, one.id), words=words)
            for one, words in who.speakers(desk, briefing.claims)
        )
        if below := (*((table,) if picture else ()), *((Bullets(about),) if about else ())):
            yield Fold(say("who-speaks"), below)

    if measures := dict.fromkeys(measure for claim in briefing.claims for measure, _ in claim.states):
        yield Heading(2, term(say, "state", say("state-of-play")))
        rows = tuple(state_row(desk, measure, numbers=numbers) for measure in measures)
        yield Table(state_heads(say), rows, style="b-states")

    yield from _open(desk, briefing, numbers)
    if briefing.claims:
        yield Heading(2, say("claims-and-passages"))
        claims = sorted(briefing.claims, key=lambda claim: numbers[claim.ref])
        told = tuple(told_at_home(desk, claim, numbers[claim.ref]) for claim in claims)
        yield Fold(say("fold-claims", count=len(told)), told)


def _open(desk: View, briefing: Briefing, numbers: Mapping[str, int]) -> Iterator[Block]:
    """Show what is open, in dispute, and answered since."""
    open_ = tuple(question(desk, one, numbers) for one in briefing.questions if not one.answer)
    if open_ or briefing.disagreements:
        yield Heading(2, desk.say("what-is-open"))
        if open_:
            yield Bullets(open_)
        for one in briefing.disagreements:
            yield from disagreement(desk, one, numbers, 3)
    if answered := tuple(question(desk, one, numbers) for one in briefing.questions if one.answer):
        yield Heading(2, desk.say("what-is-answered"))
        yield Bullets(answered)


def _basis(desk: View, briefing: Briefing) -> Inline:
    say = desk.say
    evidence = phrases.evidence_to(say, evidence_to(desk, briefing))
    parts: list[Inline] = [Strong(phrases.upper(evidence))]
    if (line := view.dateline(desk, briefing)) and not view.is_reported(desk, briefing):
        parts.append(line)
    parts.append(say.of("level-about", briefing.level))
    if briefing.updated:
        parts.append(say("updated-on", day=say.date(briefing.updated)))
    if version := version_link(desk, briefing):
        parts.append(version)
    return joined(parts, " · ")


def corrections(desk: View, briefing: Briefing, numbers: Mapping[str, int] | None) -> Iterator[Remark]:
    """Show what was corrected, and when; without links where nothing is numbered."""
    for one in briefing.corrections:
        linked: set[str] | None = None if numbers is None else set()
        words = view.sentence(desk, one.text, linked=linked, numbers=numbers)
        yield Remark(desk.say("corrected-on", day=phrases.date_words(desk.say, one.date)), words)


def draft_words(desk: View, briefing: Briefing) -> str:
    """Say that a briefing is not published, in the desk's own preview; nothing of one that is."""
    if briefing.status == "draft":
        return desk.say("draft")
    if briefing.embargo and briefing.is_held(desk.corpus.as_of):
        return desk.say("embargo", day=desk.say.date(briefing.embargo))
    return ""


def withdrawal(desk: View, briefing: Briefing) -> tuple[Block, ...]:
    """Show the note that a withdrawn briefing leaves."""
    say = desk.say
    said = say("withdrawn-on", day=say.date(briefing.updated)) if briefing.updated else say("withdrawn")
    reason = briefing.withdrawn or say("withdrawn-no-reason")
    return (Heading(1, briefing.title), Para(say.line(Strong(said), reason)))


def withdrawn_page(desk: View, briefing: Briefing) -> Page:
    desk = desk.within(briefing.lang)
    return Page(
        addresses.briefing(briefing.id),
        "withdrawn",
        typeset(briefing.title, briefing.lang),
        (*withdrawal(desk, briefing), *corrections(desk, briefing, None)),
        briefing.path,
        listed=False,
        lang=briefing.lang,
    )


_NUMBERED = ("briefing", "claim", "question", "disagreement", "correction")


def note_numbers(briefing: Briefing) -> dict[str, int]:
    """Number what a briefing cites: first in the order of its summary, then all its other claims, then the rest."""
    told = sorted(of_briefing(briefing), key=lambda one: _NUMBERED.index(one.thing))
    cited = (item.ref for one in told if one.kind == "summary" for item in one.sentence.cites)
    others = (item.ref for one in told for item in one.sentence.cites)
    own = (claim.ref for claim in briefing.claims)
    ordered = dict.fromkeys((*cited, *own, *others))
    return {ref: n for n, ref in enumerate(ordered, 1)}


def claim_numbers(briefing: Briefing) -> dict[str, int]:
    """Give the same numbers, of a briefing's own claims alone: what comes behind them is not looked for."""
    own = [claim.ref for claim in briefing.claims]
    numbers = {ref: n for n, ref in enumerate(dict.fromkeys((*cited(briefing.summary), *own)), 1)}
    return {ref: numbers[ref] for ref in own}


def evidence_to(desk: View, briefing: Briefing) -> Date | None:
    """The date of the newest source of the briefing, as uncertain as it is."""
    published = [date for id_ in briefing.sources if (date := desk.corpus.sources[id_].published)]
    return max(published, key=lambda date: (date.latest, date.text), default=None)


def question(desk: View, shown: Question, numbers: Mapping[str, int] | None) -> Inline:
    """Show a question; on another page than its briefing's, where nothing is numbered, with a link to it."""
    place = addresses.question(shown.briefing, shown.id)
    anchor = addresses.entry(f"{shown.briefing}#{shown.id}") if numbers is None else place.anchor
    words: list[Inline] = [PageAnchor(anchor), view.sentence(desk, shown.text, linked=set())]
    if shown.answer:
        answer = view.sentence(desk, shown.answer, linked=set(), numbers=numbers)
        words += (" ", Strong(desk.say("answer")), " ", answer)
    if shown.on and shown.on in desk.corpus.claims:
        words += (" ", Span("b-about", _asked(desk, desk.corpus.claims[shown.on], numbers)))
    if numbers is None:
        words += (" ", Span("b-about", view.briefing_as(desk.corpus.briefings[shown.briefing], place)))
    return tuple(words)


def _asked(desk: View, claim: Claim, numbers: Mapping[str, int] | None) -> Inline:
    """Name the claim that a question is about: by its number where the page tells it, else by its words."""
    if numbers and claim.ref in numbers:
        return desk.say("asks-about-number", number=number_links(desk, [claim.ref], numbers))
    return desk.say("asks-about", claim=mention_dated(desk, claim))


def disagreement(
    desk: View, one: Disagreement, numbers: Mapping[str, int] | None, level: int
) -> Iterator[Block]:
    """Show a disagreement with its sides next to each other; elsewhere than at home with a link to it."""
    place = addresses.disagreement(one.briefing, one.id)
    facts: Inline = phrases.upper(desk.say.of("disagreement", one.class_))
    anchor = place.anchor
    if numbers is None:
        anchor = addresses.entry(f"{one.briefing}#{one.id}")
        facts = (facts, " · ", view.briefing_as(desk.corpus.briefings[one.briefing], place))
    yield Heading(level, view.sentence(desk, one.about, linked=set()), anchor)
    yield Para(facts)
    sides = tuple(desk.corpus.claims[ref] for ref in one.between if ref in desk.corpus.claims)
    yield Table(
        (desk.say("head-claim"), desk.say("head-who")),
        tuple(_side(desk, claim, numbers or {}) for claim in sides),
        style="b-sides",
    )
    if one.note:
        yield Para(view.sentence(desk, one.note, linked=set(), numbers=numbers))
    if numbers is None:
        passages = tuple(
            desk.say("label", label=view.chains(desk, claim), words=quoted(desk, claim)) for claim in sides
        )
        yield Fold(
            desk.say("passages-behind", count=sum(len(one.passages) for one in sides)), (Bullets(passages),)
        )


def _side(desk: View, claim: Claim, numbers: Mapping[str, int]) -> Row:
    mark = Citations(
        (Citation(numbers.get(claim.ref, desk.say.of("part", "claim")), addresses.claim(claim.ref)),)
    )
    return Row((mention_side(desk, claim, mark), view.chains(desk, claim)))


def _description(desk: View, briefing: Briefing) -> str:
    """Give the first sentence, and who denies what it cites, unless it says so itself: alone it stands elsewhere."""
    first = next((one for block in briefing.summary for one in block.sentences if one.text), None)
    if first is None:
        return ""
    cited = [item.ref for item in first.cites]
    denials = (one for ref in cited for one in desk.derived.denials.get(ref, ()) if one.ref not in cited)
    denied = (
        desk.say("sentence", words=desk.say("denied-by", voices=phrases.who(desk.say, desk.corpus, one)))
        for one in denials
    )
    return desk.say.sentences(first.text, *dict.fromkeys(denied))


def _source(desk: View, briefing: Briefing, id_: str) -> Inline:
    shown = view.source_link(desk, desk.corpus.sources[id_])
    relays = relayed(desk.corpus, briefing, id_)
    if not relays:
        return shown
    return (shown, desk.say.space, desk.say("relays", outlets=view.entities(desk, relays)))


def _tellings(desk: View, briefing: Briefing, numbers: Mapping[str, int]) -> Iterator[Row]:
    for telling in routes(briefing):
        who = view.chain(desk, desk.corpus.sources[telling.source], telling.chain)
        refs = sorted((claim.ref for claim in telling.claims), key=lambda ref: numbers[ref])
        way = who if telling.analysed else (who, desk.say.aside(desk.say("voices-not-analysed")))
        yield Row((way, number_links(desk, refs, numbers)))
