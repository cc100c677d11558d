"""What every page is made from, and how the things of the desk are shown on any of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import dates, urls
from generator.corpus import NOT_STATED
from generator.md import Md, inline, join, link, md
from generator.pages.page import Page
from generator.prose import Cite, Name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jinja2 import Environment

    from generator.corpus import Chain, Claim, Corpus, Source, Voice
    from generator.dates import Date
    from generator.derive import Derived
    from generator.prose import Prose, Sentence
    from generator.settings import Settings
    from generator.urls import Target

ARROW = " → "


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that a page may show."""

    corpus: Corpus
    derived: Derived
    settings: Settings
    templates: Environment


def fill(made: Desk, template: str, page: Page, **model: object) -> Page:
    """Make the body of a page from a template and its model."""
    body = made.templates.get_template(f"{template}.md.j2").render(page=page, **model)
    text = "\n".join(line.rstrip() for line in body.splitlines())
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return Page(
        path=page.path,
        kind=page.kind,
        title=page.title,
        body=Md(text.strip() + "\n"),
        made_from=page.made_from,
        description=page.description,
        lang=page.lang,
        modified=page.modified,
        listed=page.listed,
        moved_to=page.moved_to,
    )


def page_link(page: str, words: object, target: Target | str) -> Md:
    return link(words, urls.md_link(page, target))


def entity(made: Desk, page: str, id_: str, words: str = "") -> Md:
    """Show an entity by its name or other words, linked unless the page is its own."""
    known = made.corpus.entities.get(id_)
    if known is None:
        return md(words or id_)
    if id_ not in made.derived.present or page == urls.entity(id_):
        return md(words or known.name)
    return page_link(page, words or known.name, urls.entity(id_))


def entities(made: Desk, page: str, ids: Iterable[str]) -> Md:
    return join((entity(made, page, id_) for id_ in ids), ", ")


def sentence(
    made: Desk,
    page: str,
    shown: Sentence,
    *,
    linked: set[str] | None = None,
    numbers: Mapping[str, int] | None = None,
) -> Md:
    """Show a sentence.

    Args:
        made: the desk.
        page: the page that it is shown on.
        shown: the sentence.
        linked: the entities that this section has linked already, and now links; None links none.
        numbers: the number of each note on this page; None leaves the citations out.

    """
    parts: list[Md] = []
    for part in shown.inlines:
        if isinstance(part, Cite):
            parts.append(_cite(page, part, numbers))
        elif isinstance(part, Name):
            parts.append(_name(made, page, part, linked))
        else:
            parts.append(inline(part.words, first=not parts))
    text = "".join(parts).strip()
    if numbers is None:
        text = _tidy(text)
    return Md(text)


def _cite(page: str, part: Cite, numbers: Mapping[str, int] | None) -> Md:
    if numbers is None:
        return Md("")
    known = [item.ref for item in part.items if item.ref in numbers]
    if not known:
        return Md("")
    marks = (page_link(page, numbers[ref], target_of(ref)) for ref in known)
    return Md(f"\\[{join(marks, ', ')}\\]")


def _name(made: Desk, page: str, part: Name, linked: set[str] | None) -> Md:
    known = made.corpus.entities.get(part.entity)
    words = part.words or (known.name if known else part.entity)
    quiet = known is not None and known.quiet and not part.explicit
    if linked is None or quiet or part.entity in linked:
        return inline(words, first=True)
    linked.add(part.entity)
    return entity(made, page, part.entity, words)


def _tidy(text: str) -> str:
    """Close the gap that a left-out citation leaves before a full stop."""
    return text.replace(" .", ".").replace(" ;", ";").replace(" ,", ",").replace("  ", " ")


def prose(made: Desk, page: str, shown: Prose, *, linked: set[str], numbers: Mapping[str, int]) -> Md:
    """Show paragraphs and bullets."""
    lines: list[str] = []
    before = False
    for block in shown:
        text = join((sentence(made, page, s, linked=linked, numbers=numbers) for s in block.sentences), " ")
        lines.append(("" if block.bullet and before else "\n") + ("- " if block.bullet else "") + text)
        before = block.bullet
    return Md("\n".join(lines).strip())


def target_of(ref: str) -> Target:
    """Lead to what a citation cites: a claim, or a source as a whole."""
    return urls.claim(ref) if "#" in ref else urls.Target(urls.source(ref))


def voice(made: Desk, page: str, shown: Voice) -> Md:
    if not shown.entity and not shown.description:
        return Md("speaker not stated")
    occasion = f" ({md(shown.occasion)})" if shown.occasion else ""
    who = entity(made, page, shown.entity) if shown.entity else md(shown.description)
    return Md(who + occasion)


def publisher(made: Desk, page: str, source: Source) -> Md:
    """Name who publishes a source, or that the text does not state it."""
    if source.publisher is None or source.publisher == NOT_STATED:
        return Md("publisher not stated")
    return entity(made, page, source.publisher)


def chain(made: Desk, page: str, source: Source, shown: Chain) -> Md:
    """Show by which way words came: origin first, the source last."""
    if source.publisher in {None, NOT_STATED}:
        last = page_link(page, source.label, urls.source(source.id))
    else:
        last = entity(made, page, source.publisher or "")
    return join((*(voice(made, page, one) for one in shown), last), ARROW)


def chains(made: Desk, page: str, claim: Claim) -> Md:
    source = made.corpus.sources[claim.source]
    if not claim.analysed:
        return Md(f"quoted from {chain(made, page, source, ())}, voices not analysed")
    return join((chain(made, page, source, one) for one in claim.chains or ((),)), "; and ")


def source_title(source: Source) -> str:
    return source.title if source.title and source.title != NOT_STATED else source.label


def source_link(made: Desk, page: str, source: Source, *, target: Target | None = None) -> Md:
    """Show a source: its label, its publisher, its date."""
    title = page_link(page, source.label, target or urls.source(source.id))
    parts = [title]
    if source.publisher and source.publisher != NOT_STATED:
        parts.append(publisher(made, page, source))
    parts.append(md(dates.words(source.published)) if source.published else Md("date not stated"))
    return join(parts, ", ")


def date_words(date: Date | None) -> str:
    return dates.words(date) if date else "not dated"


def day(date: Date | None) -> str:
    """Give the latest day of a date in ISO 8601, or nothing."""
    return date.latest.isoformat() if date and not date.open_end else ""
