"""Resolve briefings and storylines: prose, claims and references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.corpus import (
    Briefing,
    Claim,
    Correction,
    Disagreement,
    Question,
    Source,
    Storyline,
)
from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.model.prose import Item, Sentence
from mkdocs_briefings.parse.schema import BriefingFile, StorylinesFile
from mkdocs_briefings.resolve import reference_codes
from mkdocs_briefings.resolve.claims import ClaimContext, resolve_claim
from mkdocs_briefings.resolve.entities import require
from mkdocs_briefings.resolve.ids import FORMER_HINT, suggest
from mkdocs_briefings.resolve.linked_prose import ProseContext, resolve_line, resolve_prose, resolve_ref
from mkdocs_briefings.resolve.lookups import Tables, remembered
from mkdocs_briefings.resolve.passages import AllOf, Held, find

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs_briefings.model.names import Names
    from mkdocs_briefings.parse.file import Parsed
    from mkdocs_briefings.resolve.ids import Known
    from mkdocs_briefings.resolve.lookups import ResolveMemo


def claim_texts(files: Iterable[Parsed]) -> dict[str, str]:
    """Gather the text of every claim, by reference; empty for denials that leave it out."""
    return {
        f"{parsed.name.id}#{id_}": claim.text or ""
        for parsed in files
        if isinstance(parsed.entry, BriefingFile) and parsed.name
        for id_, claim in parsed.entry.claims.items()
        if claim.text or claim.denies
    }


def briefings(  # noqa: PLR0913, all that a briefing is resolved against
    files: Sequence[Parsed],
    known: Known,
    names: Names,
    sources: Mapping[str, Source],
    held: Mapping[str, Held],
    problems: list[Problem],
    memo: ResolveMemo | None = None,
) -> dict[str, Briefing]:
    """Resolve all briefings, newest first."""
    publishers = {id_: source.publisher for id_, source in sources.items()}
    tables = Tables(known, names, held, publishers, claim_texts(files))
    made = []
    for parsed in files:
        entry, name = parsed.entry, parsed.name
        if not isinstance(entry, BriefingFile) or name is None or known.places[name.id].path != parsed.path:
            continue

        def resolved(against: Tables, parsed: Parsed = parsed, entry: BriefingFile = entry) -> Briefing:
            return _resolved(parsed, entry, against, problems)

        made.append(remembered(memo, parsed, tables, problems, resolved))
    made.sort(key=lambda b: b.id)
    made.sort(key=lambda b: dates.sort_key(b.date) if b.date else (), reverse=True)
    return {briefing.id: briefing for briefing in made}


def _resolved(parsed: Parsed, entry: BriefingFile, against: Tables, problems: list[Problem]) -> Briefing:
    assert parsed.name is not None  # noqa: S101, else it is no briefing
    known = against.known
    own = tuple(against.held[id_] for id_ in _sources(parsed.path, entry, known, problems))
    document = ProseContext(parsed.path, parsed.name.id, known, against.find, None, problems, lang=entry.lang)
    quoted = _Quoted(document, own, against.held)
    document.quote_claim = quoted.claim
    is_whole = not any(id_ in known.broken for id_ in entry.sources)
    context = ClaimContext(
        document, own, against.publishers, against.texts, against.held, is_whole, entry.translator or ""
    )
    return _briefing(context, entry, quoted, parsed.name.date)


def storylines(
    files: Iterable[Parsed],
    known: Known,
    names: Names,
    problems: list[Problem],
    memo: ResolveMemo | None = None,
) -> dict[str, Storyline]:
    """Resolve all storylines, in the order of their file."""
    made: dict[str, Storyline] = {}
    for parsed in files:
        if isinstance(parsed.entry, StorylinesFile):

            def resolved(
                against: Tables, parsed: Parsed = parsed, entry: StorylinesFile = parsed.entry
            ) -> dict[str, Storyline]:
                return _storylines(parsed.path, entry, against, problems)

            made |= remembered(memo, parsed, Tables(known, names), problems, resolved)
    return made


def _storylines(
    path: str, file: StorylinesFile, against: Tables, problems: list[Problem]
) -> dict[str, Storyline]:
    made, known = {}, against.known
    for id_, entry in file.root.items():
        if known.places[id_].path != path:
            continue
        document = ProseContext(path, "", known, against.find, None, problems)
        for n, measure in enumerate(entry.measures):
            problems += require(known, measure, frozenset({"measure"}), Place(path, (id_, "measures", n)))
        summary = resolve_prose(document, entry.summary, Place(path, (id_, "summary")))
        measures, formerly = tuple(entry.measures), tuple(entry.formerly)
        reviewed = dates.parse(entry.reviewed) if entry.reviewed else None
        made[id_] = Storyline(id_, path, entry.title, summary, measures, formerly, reviewed)
    return made


class _Quoted:
    """Makes the claims of quotations in the prose of one briefing, one for each passage."""

    def __init__(self, document: ProseContext, sources: Sequence[Held], held: Mapping[str, Held]) -> None:
        self.document = document
        self.others = AllOf(held)
        self.sources = {held.id: held for held in sources}
        self.claims: dict[str, Claim] = {}

    def claim(self, item: Item, sentence: Sentence, place: Place) -> str | None:
        document = self.document
        if item.ref not in self.sources:
            if item.ref not in document.known.broken:
                message = f"`{item.ref}` is not among the `sources` of this briefing"
                document.problems.append(reference_codes.UNKNOWN_SOURCE.at(place, message))
            return None
        found = find(self.sources[item.ref], item.quote, place, self.others)
        if isinstance(found, Problem):
            document.problems.append(found)
        if found is None or isinstance(found, Problem):
            return None
        id_ = f"{item.ref}-{found.start}-{found.end}"
        ref = f"{document.briefing}#{id_}"
        self.claims.setdefault(
            ref,
            Claim(
                ref,
                document.briefing,
                id_,
                place,
                Sentence(sentence.inlines),
                "report",
                item.ref,
                (found,),
                analysed=False,
            ),
        )
        return ref


_NO_TEXTS = (
    "There is no article here. Add it with `briefings add`; or, if the texts stay out of the repository, "
    "run `briefings lock` where they are and commit briefings/sources.lock."
)


def _sources(path: str, entry: BriefingFile, known: Known, problems: list[Problem]) -> list[str]:
    own = []
    for n, id_ in enumerate(entry.sources):
        if known.kinds.get(id_) == "source":
            own.append(id_)
        elif id_ not in known.broken:
            place = Place(path, ("sources", n))
            sources = [other for other, kind in known.kinds.items() if kind == "source"]
            hint = suggest(id_, sources) if sources or known.broken else _NO_TEXTS
            problems.append(
                reference_codes.UNKNOWN_SOURCE.at(place, f"there is no source `{id_}`", hint=hint)
            )
    return own


def _briefing(home: ClaimContext, entry: BriefingFile, quoted: _Quoted, date: dates.Date | None) -> Briefing:
    document = home.document
    path, problems = document.path, document.problems
    for n, id_ in enumerate(entry.storylines):
        if document.known.kinds.get(id_) != "storyline" and id_ not in document.known.broken:
            place = Place(path, ("storylines", n))
            known = document.known.kinds.items()
            hint = suggest(id_, (other for other, kind in known if kind == "storyline"))
            problems.append(
                reference_codes.UNKNOWN_STORYLINE.at(place, f"there is no storyline `{id_}`", hint=hint)
            )
    summary = resolve_prose(document, entry.summary, Place(path, ("summary",)))
    claims = [resolve_claim(home, id_, claim) for id_, claim in entry.claims.items()]
    disagreements, questions = _disagreements(document, entry), _questions(document, entry)
    _unique([*disagreements, *questions], path, problems)
    problems += _former_claims(path, entry, {claim.id for claim in quoted.claims.values()})
    return Briefing(
        id=document.briefing,
        path=path,
        title=entry.title,
        date=date,
        sources=tuple(held.id for held in home.sources),
        summary=summary,
        storylines=tuple(id_ for id_ in entry.storylines if document.known.kinds.get(id_) == "storyline"),
        claims=(*(claim for claim in claims if claim), *quoted.claims.values()),
        disagreements=disagreements,
        questions=questions,
        status=entry.status,
        embargo=dates.parse(entry.embargo) if entry.embargo else None,
        withdrawn=entry.withdrawn or "",
        updated=dates.parse(entry.updated) if entry.updated else None,
        corrections=_corrections(document, entry),
        formerly=tuple(entry.formerly),
        lang=entry.lang,
        translator=entry.translator or "",
        note=entry.note or "",
        matters=entry.matters or "",
    )


def _former_claims(path: str, entry: BriefingFile, quoted: set[str]) -> Iterator[Problem]:
    """Tell which former ids of claims name something else in this briefing, where each names one place."""
    taken = {
        **dict.fromkeys(quoted),
        **{id_: Place(path, ("claims", id_), at_key=True) for id_ in entry.claims},
    }
    for id_, claim in entry.claims.items():
        for n, old in enumerate(claim.formerly):
            place = Place(path, ("claims", id_, "formerly", n))
            if old in taken:
                other = taken[old]
                related = (other,) if other else ()
                message = f"`{old}` is the id of something else in this briefing now"
                yield reference_codes.DUPLICATE_ID.at(place, message, hint=FORMER_HINT, related=related)
            else:
                taken[old] = place


def _disagreements(document: ProseContext, entry: BriefingFile) -> tuple[Disagreement, ...]:
    made = []
    for n, one in enumerate(entry.disagreements):
        loc = ("disagreements", n)
        refs = [
            resolve_ref(document, ref, Place(document.path, (*loc, "between", m)))
            for m, ref in enumerate(one.between)
        ]
        about = resolve_line(document, one.about, Place(document.path, (*loc, "about")))
        note = resolve_line(document, one.note, Place(document.path, (*loc, "note"))) if one.note else None
        id_ = one.id or addresses.slug(one.about)
        made.append(
            Disagreement(document.briefing, id_, about, one.class_, tuple(r for r in refs if r), note)
        )
    return tuple(made)


def _questions(document: ProseContext, entry: BriefingFile) -> tuple[Question, ...]:
    made = []
    for n, one in enumerate(entry.questions):
        loc = ("questions", n)
        on = resolve_ref(document, one.on, Place(document.path, (*loc, "on"))) if one.on else None
        text = resolve_line(document, one.text, Place(document.path, (*loc, "text")))
        answer = (
            resolve_line(document, one.answer, Place(document.path, (*loc, "answer"))) if one.answer else None
        )
        made.append(Question(document.briefing, one.id or addresses.slug(one.text, most=8), text, on, answer))
    return tuple(made)


def _corrections(document: ProseContext, entry: BriefingFile) -> tuple[Correction, ...]:
    return tuple(
        Correction(
            dates.parse(one.date),
            resolve_line(document, one.text, Place(document.path, ("corrections", n, "text"))),
        )
        for n, one in enumerate(entry.corrections)
    )


def _unique(items: Sequence[Disagreement | Question], path: str, problems: list[Problem]) -> None:
    for n, item in enumerate(items):
        if any(type(other) is type(item) and other.id == item.id for other in items[:n]):
            name = "disagreements" if isinstance(item, Disagreement) else "questions"
            place = Place(path, (name, sum(type(other) is type(item) for other in items[:n])))
            message = f"two {name} have the id `{item.id}`"
            problems.append(
                reference_codes.DUPLICATE_ID.at(place, message, hint="Give one of them a different `id`.")
            )
