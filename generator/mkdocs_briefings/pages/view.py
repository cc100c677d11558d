"""What every page is made from, and how the things of the desk are shown on any of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mkdocs_briefings.document.escape import Md, external_link, inline, join, link, md
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.model.prose import Cite, Name, without_cites

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jinja2 import Environment

    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.model.addresses import Target
    from mkdocs_briefings.model.corpus import Chain, Claim, Corpus, Source, Voice
    from mkdocs_briefings.model.dates import Date
    from mkdocs_briefings.model.prose import Prose, Sentence
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.pages.page import Page

ARROW = " → "
LEADS_TO = "→\u00a0"
"""Before the word for what a link leads to: "→ claim"; the two stay on one line."""


@dataclass(frozen=True, slots=True)
class View:
    """Everything that a page may show."""

    corpus: Corpus
    derived: Derived
    settings: Settings
    templates: Environment
    cards: dict[Target, str] = field(default_factory=dict)
    """Previews that were made already: the same claim is linked from many pages."""


def fill(made: View, template: str, page: Page, **model: object) -> Page:
    """Make the body of a page from a template and its model."""
    body = made.templates.get_template(f"{template}.md.j2").render(page=page, **model)
    text = "\n".join(line.rstrip() for line in body.splitlines())
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return replace(page, body=Md(text.strip() + "\n"))


def page_link(page: str, words: object, target: Target | str) -> Md:
    return link(words, addresses.md_link(page, target))


def entity(made: View, page: str, id_: str, words: str = "") -> Md:
    """Show an entity by its name or other words, linked unless the page is its own."""
    known = made.corpus.entities.get(id_)
    if known is None:
        return md(words or id_)
    if id_ not in made.derived.present or page == addresses.entity(id_):
        return md(words or known.name)
    return page_link(page, words or known.name, addresses.entity(id_))


def entities(made: View, page: str, ids: Iterable[str]) -> Md:
    return join((entity(made, page, id_) for id_ in ids), ", ")


def sentence(
    made: View,
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
    text = ""
    for part in without_cites(shown.inlines, but=lambda cite: bool(_numbered(cite, numbers))):
        if isinstance(part, Cite):
            text += _cite(made, page, part, numbers)
        elif isinstance(part, Name):
            text += _name(made, page, part, linked)
        else:
            # After digits alone, a full stop would open a list.
            opens = not text.strip(" ").strip("0123456789")
            text += inline(part.words, first=opens)
    return Md(text.strip())


def _numbered(cite: Cite, numbers: Mapping[str, int] | None) -> list[str]:
    return [item.ref for item in cite.items if item.ref in (numbers or {})]


def _cite(made: View, page: str, part: Cite, numbers: Mapping[str, int] | None) -> Md:
    marks = (
        Md(f"{page_link(page, (numbers or {})[ref], target_of(ref))}{fallen(made, ref)}")
        for ref in _numbered(part, numbers)
    )
    return Md(f"\\[{join(marks, ', ')}\\]")


def _name(made: View, page: str, part: Name, linked: set[str] | None) -> Md:
    known = made.corpus.entities.get(part.entity)
    words = part.words or (known.name if known else part.entity)
    quiet = known is not None and known.quiet and not part.explicit
    if linked is None or quiet or part.entity in linked:
        return inline(words, first=True)
    linked.add(part.entity)
    return entity(made, page, part.entity, words)


def prose(made: View, page: str, shown: Prose, *, linked: set[str], numbers: Mapping[str, int]) -> Md:
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
    return addresses.claim(ref) if "#" in ref else addresses.Target(addresses.source(ref))


def fallen(made: View, *refs: str) -> Md:
    """Mark what rests on an article that its publisher corrected or withdrew; nothing for the others.

    Args:
        made: the desk.
        refs: claims, or sources as a whole.

    """
    sources = (made.corpus.claims[ref].source if ref in made.corpus.claims else ref for ref in refs)
    found = {made.corpus.sources[id_].status for id_ in sources if id_ in made.corpus.sources}
    return Md(next((f" (article {status})" for status in ("withdrawn", "corrected") if status in found), ""))


def voice(made: View, page: str, shown: Voice) -> Md:
    if not shown.entity and not shown.description:
        return Md("speaker not stated")
    occasion = f" ({md(shown.occasion)})" if shown.occasion else ""
    who = entity(made, page, shown.entity) if shown.entity else md(shown.description)
    return Md(who + occasion)


def publisher(made: View, page: str, source: Source) -> Md:
    """Name who publishes a source, or that the text does not state it."""
    if source.publisher is None or source.publisher == NOT_STATED:
        return Md("publisher not stated")
    return entity(made, page, source.publisher)


def chain(made: View, page: str, source: Source, shown: Chain) -> Md:
    """Show by which way words came: origin first, the source last."""
    if source.publisher in {None, NOT_STATED}:
        last = page_link(page, source.label, addresses.source(source.id))
    else:
        last = entity(made, page, source.publisher or "")
    last = Md(f"{last}{fallen(made, source.id)}")
    return join((*(voice(made, page, one) for one in shown), last), ARROW)


def chains(made: View, page: str, claim: Claim) -> Md:
    source = made.corpus.sources[claim.source]
    if not claim.analysed:
        return Md(f"quoted from {chain(made, page, source, ())}, voices not analysed")
    return join((chain(made, page, source, one) for one in claim.chains or ((),)), "; and ")


def source_title(source: Source) -> str:
    return source.title if source.title and source.title != NOT_STATED else source.label


def source_link(made: View, page: str, source: Source, *, target: Target | None = None) -> Md:
    """Show a source: its label, its publisher, its date."""
    title = page_link(page, source.label, target or addresses.source(source.id))
    parts = [Md(f"{title}{fallen(made, source.id)}")]
    if source.publisher and source.publisher != NOT_STATED:
        parts.append(publisher(made, page, source))
    parts.append(md(day_words(source.published)) if source.published else Md("date not stated"))
    return join(parts, ", ")


def reference(made: View, page: str, source: Source) -> Md:
    """Show a source in full, as at the end of a document: title as printed, author, publisher, date, address."""
    target, mark = addresses.source(source.id), fallen(made, source.id)
    if not source.title or source.title == NOT_STATED:
        title = Md(f"{page_link(page, source.label, target)}{mark}, title not stated")
    elif source.title == source.label:
        title = Md(f"“{page_link(page, source.title, target)}”{mark}")
    else:
        title = Md(f"{page_link(page, source.label, target)}{mark}: “{md(source.title)}”")
    parts = {"title": title}
    if source.author and source.author != NOT_STATED:
        parts["author"] = md(source.author)
    parts["publisher"] = publisher(made, page, source)
    parts["published"] = md(day_words(source.published)) if source.published else Md("date not stated")
    if source.address:
        parts["address"] = external_link(source.address, source.address)
    return join((Md(f"{part}{_basis(source, field)}") for field, part in parts.items()), ", ")


def references(made: View, page: str, refs: Iterable[str]) -> list[Md]:
    """Show in full the sources of what is cited, each once: claims, or sources as a whole."""
    known = made.corpus
    ids = dict.fromkeys(known.claims[ref].source if ref in known.claims else ref for ref in refs)
    return [reference(made, page, known.sources[id_]) for id_ in ids if id_ in known.sources]


def _basis(source: Source, field: str) -> str:
    if field in source.inferred:
        return " (inferred)"
    return " (not from the text)" if field in source.outside else ""


def day_words(date: Date | None) -> str:
    """Give a date in words without its time of day."""
    return dates.words(_day(date)) if date else "not dated"


def day_short(date: Date | None) -> str:
    """Give a date in the words of a table without its time of day."""
    return dates.short(_day(date)) if date else "not dated"


def _day(date: Date) -> Date:
    return dates.parse(date.text.split("T", maxsplit=1)[0])


def date_words(date: Date | None) -> str:
    return dates.words(date) if date else "not dated"


def day(date: Date | None) -> str:
    """Give the latest day of a date in ISO 8601, or nothing."""
    return date.latest.isoformat() if date and not date.open_end else ""
