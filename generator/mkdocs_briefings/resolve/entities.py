"""Resolve entities, and collect the names by which texts mention them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_briefings.model import dates, names
from mkdocs_briefings.model.corpus import Entity
from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.parse.schema import EntitiesFile, EntityEntry
from mkdocs_briefings.resolve import reference_codes
from mkdocs_briefings.resolve.lookups import Tables, remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs_briefings.parse.file import Parsed
    from mkdocs_briefings.resolve.ids import Known
    from mkdocs_briefings.resolve.lookups import ResolveMemo

KNOWN_FROM = EntityEntry.model_fields.keys() - {
    "quiet",
    "note",
    "outside",
    "formerly",
    "reviewed",
    "taken_as_one",
}
"""The fields of which `outside` can say where they are known from."""
_BODIES = frozenset({"agency", "company", "outlet", "organization", "country", "place"})


def entities(
    files: Iterable[Parsed], known: Known, memo: ResolveMemo | None = None
) -> tuple[dict[str, Entity], list[Problem]]:
    """Resolve all entities, ordered by name within the order of kinds that `EntityEntry` gives."""
    made: dict[str, Entity] = {}
    problems: list[Problem] = []
    for parsed in files:
        if isinstance(parsed.entry, EntitiesFile):

            def resolved(
                against: Tables, path: str = parsed.path, file: EntitiesFile = parsed.entry
            ) -> dict[str, Entity]:
                return _entities(path, file, against.known, problems)

            made |= remembered(memo, parsed, Tables(known), problems, resolved)
    problems += _cycles(made)
    problems += _ambiguous(made)
    return dict(sorted(made.items(), key=lambda item: (item[1].name.casefold(), item[0]))), problems


def _entities(path: str, file: EntitiesFile, known: Known, problems: list[Problem]) -> dict[str, Entity]:
    made = {}
    for id_, entry in file.root.items():
        if known.places[id_].path == path:
            problems += _references(path, id_, entry, known)
            problems += _bases(path, id_, entry)
            made[id_] = _entity(path, id_, entry)
    return made


def gather_names(made: Mapping[str, Entity], memo: ResolveMemo | None = None) -> names.Names:
    """Make the matcher for the names of all entities; the same one for the same names."""
    full = {id_: (entity.name, *entity.aliases) for id_, entity in made.items()}
    short = {id_: entity.short for id_, entity in made.items() if entity.short}
    if memo and memo.names and memo.names[0] == (full, short):
        return memo.names[1]
    gathered = names.gather(full, short)
    if memo:
        memo.names = (full, short), gathered
    return gathered


def require(known: Known, id_: str, kinds: frozenset[str], place: Place) -> Iterator[Problem]:
    """Report what is wrong with a reference to an entity of certain kinds (any kind if none are given)."""
    kind = known.kinds.get(id_)
    if kind is None or (not kinds and kind in {"source", "briefing", "storyline"}):
        if id_ not in known.broken:
            what = f"`{id_}` is a {kind}, not an entity" if kind else f"there is no entity `{id_}`"
            yield reference_codes.UNKNOWN_ENTITY.at(place, what, hint=_suggest(known, id_))
    elif kinds and kind not in kinds:
        wanted = " or ".join(f"`{one}`" for one in sorted(kinds))
        yield reference_codes.WRONG_KIND.at(
            place, f"`{id_}` has the kind `{kind}`; this field needs {wanted}"
        )


def _suggest(known: Known, id_: str) -> str:
    from rapidfuzz import process  # noqa: PLC0415, only when something is wrong

    near = process.extractOne(id_, sorted(known.kinds), score_cutoff=75)
    return f"Did you mean `{near[0]}`? Otherwise add it in briefings/entities/." if near else ""


def _entity(path: str, id_: str, entry: EntityEntry) -> Entity:
    return Entity(
        id=id_,
        path=path,
        kind=entry.kind,
        name=entry.name,
        aliases=tuple(entry.aliases),
        short=entry.short or "",
        of=entry.of,
        issuer=entry.issuer,
        targets=tuple(entry.targets),
        technologies=tuple(entry.technologies),
        part_of=entry.part_of,
        quiet=entry.quiet,
        wikidata=entry.wikidata or "",
        note=entry.note or "",
        outside=entry.outside,
        formerly=tuple(entry.formerly),
        reviewed=dates.parse(entry.reviewed) if entry.reviewed else None,
        description=entry.description or "",
        medium=entry.medium or "",
        ownership=entry.ownership or "",
        reading=entry.reading or "",
        taken_as_one=entry.taken_as_one or "",
    )


def _bases(path: str, id_: str, entry: EntityEntry) -> Iterator[Problem]:
    for field in entry.outside:
        if field not in KNOWN_FROM:
            where = Place(path, (id_, "outside", field), at_key=True)
            yield reference_codes.UNKNOWN_INFERRED.at(where, f"an entity has no field `{field}` with a basis")


def _references(path: str, id_: str, entry: EntityEntry, known: Known) -> Iterator[Problem]:
    single = (
        ("of", entry.of, _BODIES),
        ("issuer", entry.issuer, _BODIES),
        ("part_of", entry.part_of, frozenset({"measure"})),
    )
    for field, other, kinds in single:
        if other is not None:
            yield from require(known, other, kinds, Place(path, (id_, field)))
    many = (
        ("targets", entry.targets, frozenset[str]()),
        ("technologies", entry.technologies, frozenset({"technology"})),
    )
    for field, others, kinds in many:
        for n, other in enumerate(others):
            yield from require(known, other, kinds, Place(path, (id_, field, n)))
    for field in ("medium", "ownership") if entry.kind != "outlet" else ():
        if getattr(entry, field):
            yield reference_codes.WRONG_KIND.at(
                Place(path, (id_, field), at_key=True),
                f"`{id_}` has the kind `{entry.kind}`; only an `outlet` has `{field}`",
            )
    if entry.kind != "measure":
        for field in ("issuer", "targets", "technologies", "part_of", "reviewed", "taken_as_one"):
            if getattr(entry, field):
                place = Place(path, (id_, field), at_key=True)
                yield reference_codes.WRONG_KIND.at(
                    place, f"`{id_}` has the kind `{entry.kind}`; only a `measure` has `{field}`"
                )


def _cycles(made: Mapping[str, Entity]) -> Iterator[Problem]:
    for field in ("of", "part_of"):
        told: set[str] = set()
        for id_, entity in made.items():
            step, seen = getattr(entity, field), {id_: None}
            while step in made and step not in seen:
                seen[step] = None
                step = getattr(made[step], field)
            if step == id_ and id_ not in told:
                told |= seen.keys()
                way = " > ".join(f"`{one}`" for one in (*seen, id_))
                yield reference_codes.CYCLE.at(
                    Place(entity.path, (id_, field)), f"`{id_}` belongs to itself through `{field}`: {way}"
                )


def _ambiguous(made: Mapping[str, Entity]) -> Iterator[Problem]:
    taken: dict[str, tuple[str, Place]] = {}
    for id_, entity in made.items():
        fields = [
            (("name",), entity.name),
            *((("aliases", n), alias) for n, alias in enumerate(entity.aliases)),
        ]
        if entity.short:
            fields.append((("short",), entity.short))
        for loc, name in fields:
            place = Place(entity.path, (id_, *loc))
            other = taken.setdefault(name, (id_, place))
            if other[0] != id_:
                message = f"“{name}” is also a name of `{other[0]}`"
                yield reference_codes.AMBIGUOUS_ALIAS.at(place, message, related=(other[1],))
