"""Make every path, anchor and link of the site.

Pages are named by their Markdown path below `docs/`; a path never depends on a title. Anchors carry a prefix
(`c-` a claim, `d-` a disagreement, `q-` a question, `p-` a passage, `e-` an entry of a list), so that no id
that an editor types can collide with the anchor of a heading.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from mkdocs_briefings.text.frozen import dataclass

HOME = "index.md"
OVERVIEW = "overview.md"
"""Where our first page stands if the site has one of its own."""
BRIEFINGS = "briefings/index.md"
STORYLINES = "storylines/index.md"
ENTITIES = "entities/index.md"
SOURCES = "sources/index.md"
MEASURES = "measures.md"
TIMELINE = "timeline.md"
DISAGREEMENTS = "disagreements.md"
QUESTIONS = "questions.md"
FOLLOW = "follow.md"
DATA = "data.md"
DESK_STATUS = "desk-status.md"
"""Of the preview alone."""
RULES = "manual/rules.md"
YAML_REFERENCE = "manual/yaml.md"

RESERVED_IDS = frozenset({"index", "readme"})
"""Ids that would take the place of an index page."""


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """A page, or a place in it."""

    page: str
    anchor: str = ""


def briefing(id_: str) -> str:
    """Return the path of the page of a briefing."""
    return f"briefings/{id_}.md"


def storyline(id_: str) -> str:
    """Return the path of the page of a storyline."""
    return f"storylines/{id_}.md"


def entity(id_: str) -> str:
    """Return the path of the page of an entity."""
    return f"entities/{id_}.md"


def source(id_: str) -> str:
    """Return the path of the page of a source."""
    return f"sources/{id_}.md"


def feed(name: str) -> str:
    """Return the path of a feed, without the ending that says its form."""
    return f"feeds/{name}"


def calendar(name: str) -> str:
    """Return the path of a calendar, without its ending."""
    return f"calendars/{name}"


def data(name: str) -> str:
    """Return the path of a file of the data."""
    return f"data/{name}"


def embed(name: str) -> str:
    """Return the path of what other sites show of this one, without its ending where it has several."""
    return f"embed/{name}"


def annotations_of(source_id: str) -> str:
    """Return the path of the annotations of a source."""
    return f"annotations/{source_id}.json"


def briefings_by(part: str) -> str:
    """Lead to a part of the list of briefings; a folder of its own, so that no id can take its place."""
    return f"briefings/by/{part}.md"


def versions_of(part: str) -> str:
    """Lead to the versions of a briefing (its id), or to one of them (`id/number`)."""
    return f"briefings/versions/{part}.md"


def storyline_by(id_: str, part: str) -> str:
    """Return the path of a part of the list of a storyline's briefings."""
    return f"storylines/by/{id_}/{part}.md"


def entities_by(part: str) -> str:
    """Return the path of a part of the list of entities."""
    return f"entities/by/{part}.md"


def sources_by(part: str) -> str:
    """Return the path of a part of the list of sources."""
    return f"sources/by/{part}.md"


def measures_by(part: str) -> str:
    """Lead to the measures of an issuer, or of none."""
    issuer, slash, rest = part.partition("/")
    return f"measures/by/{part}.md" if issuer else f"measures/not-stated{slash}{rest}.md"


def disagreements_by(part: str) -> str:
    """Return the path of a part of the list of disagreements."""
    return f"disagreements/{part}.md"


def questions_by(part: str) -> str:
    """Return the path of a part of the list of questions."""
    return f"questions/{part}.md"


def timeline(part: str) -> str:
    """Lead to a year (`2026`) or a month (`2026-03`) of the timeline."""
    return f"timeline/{part}.md"


def claim(ref: str) -> Target:
    """Lead to the claim `briefing#claim`."""
    home, _, name = ref.partition("#")
    return Target(briefing(home), f"c-{name}")


def disagreement(home: str, name: str) -> Target:
    """Return the place of a disagreement on the page of its briefing."""
    return Target(briefing(home), f"d-{name}")


def question(home: str, name: str) -> Target:
    """Return the place of a question on the page of its briefing."""
    return Target(briefing(home), f"q-{name}")


def passage(source_id: str, start: int, end: int) -> Target:
    """Lead to the passage between two characters of a sealed text: permanent, as the text is."""
    return Target(source(source_id), f"p-{start}-{end}")


def rule(code: str) -> Target:
    """Return the place of a code in the manual."""
    return Target(RULES, f"r-{code}")


def entry(name: str) -> str:
    """Make the anchor of a list's entry about `name` (an id, or a reference `briefing#claim`)."""
    return f"e-{name.replace('#', '.')}"


def slug(words: str, most: int = 6) -> str:
    """Make an id out of the first `most` words of a text, letters of any script kept."""
    return "-".join(re.findall(r"[^\W_]+", words.casefold())[:most]) or "x"


def md_link(page: str, to: Target | str) -> str:
    """Write the link target that leads from `page` to another page or place, relative.

    The path is percent-encoded, the anchor is not: MkDocs looks for it as it is written, and holds only
    what is safe in a link (letters of any script, digits, `.`, `_`, `-`).
    """
    target = Target(to) if isinstance(to, str) else to
    path = "" if target.page == page else _relative(page.rpartition("/")[0], target.page)
    return f"{path}#{target.anchor}" if target.anchor else path


@lru_cache(maxsize=1 << 16)
def _relative(folder: str, page: str) -> str:
    """Write the path from a folder to a page (`posixpath.relpath` would ask for the working directory)."""
    here, there = folder.split("/") if folder else [], page.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return quote("/".join([".."] * (len(here) - shared) + there[shared:]))
