"""An edition: one briefing, a storyline or all of them as one document for paper, with who is who and sources at its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_briefings.document.direction import direction
from mkdocs_briefings.document.escape import attribute, html
from mkdocs_briefings.document.nodes import Bullets, Line, Para, Strong
from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.addresses import Target
from mkdocs_briefings.outputs.clean import title
from mkdocs_briefings.outputs.edition_style import STYLE
from mkdocs_briefings.outputs.paper_html import Paper
from mkdocs_briefings.pages import briefing as briefings
from mkdocs_briefings.pages import storyline as storylines
from mkdocs_briefings.pages import view
from mkdocs_briefings.pages.cards import card
from mkdocs_briefings.text import alphabet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_briefings.document.nodes import Block, Inline
    from mkdocs_briefings.model.corpus import Briefing, Storyline
    from mkdocs_briefings.outputs.publication import Publication
    from mkdocs_briefings.pages.view import View


@dataclass(frozen=True, slots=True)
class EditionChoice:
    """What an edition holds."""

    title: str
    lang: str
    briefings: tuple[Briefing, ...]
    """In the order in which they are read: the oldest first."""
    storyline: Storyline | None = None


def of_briefing(briefing: Briefing) -> EditionChoice:
    """Choose one briefing, or the note that a withdrawn one leaves."""
    return EditionChoice(briefing.title, briefing.lang, (briefing,))


def of_storyline(publication: Publication, storyline: Storyline) -> EditionChoice:
    """Choose a storyline with its briefings."""
    members = (one for one in _in_order(publication) if storyline.id in one.storylines)
    return EditionChoice(storyline.title, publication.settings.language, tuple(members), storyline)


def of_all(publication: Publication) -> EditionChoice:
    """Choose all that is published."""
    return EditionChoice(
        publication.settings.title, publication.settings.language, tuple(_in_order(publication))
    )


def _in_order(publication: Publication) -> Iterable[Briefing]:
    return reversed(tuple(publication.corpus.briefings.values()))


def edition_html(publication: Publication, edition: EditionChoice) -> str:
    """Write an edition as HTML for paper."""
    # Written twice: whether a link leads within the document is known when it is written once.
    first = _write(publication, edition, frozenset())[1]
    return _write(publication, edition, frozenset(first.places))[0]


def edition_files(publication: Publication) -> dict[str, bytes]:
    """Write all that there is to write, before it becomes a PDF."""
    corpus = publication.corpus
    made = {f"edition/{one.id}.html": of_briefing(one) for one in corpus.briefings.values()}
    made |= {
        f"edition/storylines/{one.id}.html": of_storyline(publication, one)
        for one in corpus.storylines.values()
    }
    made["edition.html"] = of_all(publication)
    return {path: edition_html(publication, one).encode() for path, one in made.items()}


def _write(publication: Publication, edition: EditionChoice, known: frozenset[Target]) -> tuple[str, Paper]:
    desk = publication.desk

    def note(to: Target, lang: str) -> Inline:
        return _note(desk.within(lang), to)

    paper = Paper(known, publication.web, note)
    home = desk.within(edition.lang)
    is_one = edition.storyline is None and len(edition.briefings) == 1
    told = "".join(_told(desk, paper, edition, below=0 if is_one else 1))
    back = "".join(_back(home, paper))
    front = "" if is_one else _front(home, edition)
    return _page(publication, home, edition, f"{front}{told}{back}", is_one=is_one), paper


def _told(desk: View, paper: Paper, edition: EditionChoice, *, below: int) -> Iterator[str]:
    """Write the storyline and the briefings."""
    if edition.storyline:
        stand = [one for one in edition.briefings if one.status != "withdrawn"]
        blocks = list(storylines.told_blocks(desk, edition.storyline, stand))
        yield paper.part(addresses.storyline(edition.storyline.id), edition.lang, blocks, below=below)
    for one in edition.briefings:
        within = desk.within(one.lang)
        tell = briefings.withdrawal if one.status == "withdrawn" else briefings.told_blocks
        yield paper.part(addresses.briefing(one.id), one.lang, tell(within, one), below=below)


def _front(home: View, edition: EditionChoice) -> str:
    """Write the list of what the document holds, with the numbers of its pages."""
    pages = (
        [(edition.storyline.title, addresses.storyline(edition.storyline.id), home.say.language)]
        if edition.storyline
        else []
    )
    pages += [(one.title, addresses.briefing(one.id), one.lang) for one in edition.briefings]
    lines = "".join(
        f'<li><a class="page" lang="{attribute(lang)}" href="#{attribute(page.removesuffix(".md").replace("/", "."))}">'
        f"{html(title(said))}</a></li>\n"
        for said, page, lang in pages
    )
    return f"<nav>\n{_heading(home.say('edition-contents'))}<ol>\n{lines}</ol>\n</nav>\n"


def _back(home: View, paper: Paper) -> Iterator[str]:
    """Write who is who, the sources, and what words mean: of all that the document leads to."""
    lang, corpus, say = home.say.language, home.corpus, home.say
    asked = {to.page for to in paper.asked}
    people = [one for one in corpus.entities.values() if addresses.entity(one.id) in asked]
    if people:
        yield f"<section>\n{_heading(say('edition-who'))}"
        for one in sorted(people, key=lambda one: (alphabet.key(one.sorted_by, lang), one.id)):
            yield paper.part(addresses.entity(one.id), lang, _who(home, one.id), tag="div")
        yield "</section>\n"
    sources = [one for one in corpus.sources.values() if addresses.source(one.id) in asked]
    if sources:
        yield f"<section>\n{_heading(say('sources'))}"
        for source in sorted(sources, key=lambda one: (alphabet.key(one.label, lang), one.id)):
            yield paper.part(
                addresses.source(source.id), lang, [Para(view.reference(home, source))], tag="div"
            )
        yield "</section>\n"
    if paper.meanings:
        ordered: list[Inline] = [*sorted(paper.meanings.values(), key=lambda one: alphabet.key(one, lang))]
        meanings = Bullets(tuple(ordered))
        yield f"<section>\n{_heading(say('edition-words'))}{paper.part('words.md', lang, [meanings], tag='div')}</section>\n"


def _heading(words: str) -> str:
    return f'<h2 data-label="{attribute(words)}">{html(words)}</h2>\n'


def _who(home: View, id_: str) -> list[Block]:
    """Say who somebody is, as a preview does: the name first."""
    lines = [line for line in card(home, Target(addresses.entity(id_))) if line.style != "b-more"]
    name = next(line.words for line in lines if line.style == "b-name")
    rest = [line for line in lines if line.style != "b-name"]
    return [Para((Strong(name), " · ", rest[0].words)), *(Line("", line.words) for line in rest[1:])]


def _note(desk: View, to: Target) -> Inline:
    """Say in a note who says a claim and in which words, or which article is meant."""
    if lines := card(desk, to):
        return desk.say.line(*(line.words for line in lines))
    found = desk.corpus.sources.get(to.page.removesuffix(".md").rpartition("/")[2])
    return view.source_link(desk, found) if found and to.page == addresses.source(found.id) else ""


def _page(publication: Publication, home: View, edition: EditionChoice, body: str, *, is_one: bool) -> str:
    say = home.say
    site, name = title(publication.settings.title), title(edition.title)
    evidence = publication.corpus.as_of
    day = evidence.isoformat() if evidence else ""
    facts = [say("cite-as-of", day=say.date(dates.parse(day)))] if day else []
    if publication.settings.address:
        facts.append(publication.settings.address)
    head = "" if is_one else f'<h1 data-label="{attribute(name)}">{html(name)}</h1>\n'
    created = f'<meta name="dcterms.created" content="{day}">\n' if day else ""
    return (
        f'<!doctype html>\n<html lang="{attribute(say.language)}" dir="{direction(say.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<title>{html(name)}</title>\n<meta name="author" content="{attribute(site)}">\n{created}'
        f'<style>\n{STYLE}</style>\n</head>\n<body class="{"one" if is_one else "many"}">\n'
        f'<header>\n<p class="site">{html(site)}</p>\n{head}<p class="facts">{html(" · ".join(facts))}</p>\n</header>\n'
        f"{body}</body>\n</html>\n"
    )
