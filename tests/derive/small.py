"""A desk of one briefing, made from its claims alone: each claim has a sentence of its own in its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.derive import derive
from mkdocs_briefings.model.settings import Settings
from mkdocs_briefings.parse.file import parse
from mkdocs_briefings.resolve import resolve

from tests.desks import source, tree, yaml

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from mkdocs_briefings.derive import Derived
    from mkdocs_briefings.model.corpus import Corpus

Fields = dict[str, Any]

OUTLETS = {
    id_: {"kind": "outlet", "name": f"The {id_.title()}"} for id_ in ("wire", "post", "blog", "gazette")
}
ENTITIES: dict[str, Fields] = {
    **OUTLETS,
    "ministry": {"kind": "agency", "name": "Ministry of Trade"},
    "acme": {"kind": "company", "name": "Acme"},
    "rule": {"kind": "measure", "name": "chip rule", "issuer": "ministry", "targets": ["acme"]},
    "reply": {"kind": "measure", "name": "counter rule"},
    "minister": {"kind": "person", "name": "Ada Ames"},
}


@dataclass(frozen=True, slots=True)
class Small:
    corpus: Corpus
    derived: Derived


def files(
    claims: Mapping[str, Fields],
    *,
    sources: Mapping[str, Fields] | None = None,
    entities: Mapping[str, Fields] | None = None,
    **briefing: object,
) -> dict[str, str]:
    """Write the desk. A claim without `source` is of source `a`; `sources` gives their front matter."""
    fronts = {"a": {}, **(sources or {})}
    texts: dict[str, list[str]] = {id_: ["Here it begins."] for id_ in fronts}
    entries: dict[str, Fields] = {}
    for name, fields in claims.items():
        words = f"Of {name} a clerk reports it"
        entries[name] = {"source": "a", "quote": words, **fields}
        if "denies" not in fields:
            entries[name].setdefault("text", f"It is so with {name}.")
        texts[entries[name]["source"]].append(f"{words}.")
    fields = {
        "title": "A development",
        "sources": list(fronts),
        "summary": f"It is so [@{next(iter(claims))}].",
        "claims": entries,
        **briefing,
    }
    return {
        **{
            f"seeds/{id_}.txt": source("\n".join(texts[id_]), id=id_, **front)
            for id_, front in fronts.items()
        },
        "briefings/2026-01-24-told.yml": yaml(**fields),
        "briefings/entities/all.yml": yaml(**(ENTITIES | dict(entities or {}))),
    }


def small(
    claims: Mapping[str, Fields],
    *,
    as_of: datetime.date | None = None,
    max_share: float | None = None,
    **rest: Any,
) -> Small:
    """Resolve a desk and derive from it, without making its pages."""
    return resolved(files(claims, **rest), as_of=as_of, max_share=max_share)


def resolved(
    made: Mapping[str, str], *, as_of: datetime.date | None = None, max_share: float | None = None
) -> Small:
    """Resolve files.

    Raises:
        AssertionError: they are not sound.

    """
    parsed = [one for path, data in sorted(tree(made).items()) if (one := parse(path, data, Settings()))]
    corpus, problems = resolve(parsed, as_of)
    errors = [
        f"{p.rule.code} {p.place.loc}: {p.message}"
        for p in (*problems, *(p for one in parsed for p in one.problems))
        if p.is_error
    ]
    assert errors == []
    return Small(corpus, derive(corpus, max_share))
