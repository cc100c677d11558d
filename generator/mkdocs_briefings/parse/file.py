"""Parse one file of the desk. The result depends only on path and content, so it can be kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from mkdocs_briefings.model import addresses, dates
from mkdocs_briefings.model.problem import Place, Problem
from mkdocs_briefings.parse import file_codes, seed, tombstone, version_ledger, yaml_codes
from mkdocs_briefings.parse.schema import ID_PATTERN, BriefingFile, EntitiesFile, SourceFront, StorylinesFile
from mkdocs_briefings.parse.validate import validate
from mkdocs_briefings.parse.yaml import load

if TYPE_CHECKING:
    from mkdocs_briefings.model.corpus import Outline
    from mkdocs_briefings.model.settings import Settings
    from mkdocs_briefings.parse.version_ledger import VersionLedger

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class BriefingName:
    """Id and date from the file name of a briefing: `2026-01-24-oicts-departures.yml`."""

    id: str
    date: dates.Date | None


@dataclass(frozen=True, slots=True)
class SeedText:
    """A source as it is in its file."""

    front: SourceFront
    text: str
    digest: str
    """SHA-256 of the text's bytes."""
    above: int
    """Lines of the file above the text."""
    outline: Outline | None = None
    """None where the text is here."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """One file as it was written. With problems, `entry` holds what is sound of it, or nothing."""

    path: str
    entry: BriefingFile | EntitiesFile | StorylinesFile | SeedText | VersionLedger | None
    problems: tuple[Problem, ...] = ()
    broken: frozenset[str] = frozenset()
    """Ids that the file names but whose entries are unsound: references to them are no further faults."""
    name: BriefingName | None = None


def parse(path: str, data: bytes, settings: Settings) -> Parsed | None:
    """Parse one file of the desk; None for a file that is no part of it (README.md, for one)."""
    if not path.startswith((f"{settings.seeds_dir}/", f"{settings.briefings_dir}/")):
        return None
    model = model_of(path, settings)
    if model is SourceFront:
        return _in_language(_parse_source(path, data), settings.language)
    if model is BriefingFile:
        return _in_language(_parse_briefing(path, data), settings.language)
    if model is not None:
        return _parse_yaml(path, data, model)
    if version_ledger.is_ledger(path, settings):
        return Parsed(path, *version_ledger.read(path, data))
    if (
        path.endswith((".md", "/baseline.txt", "/dismissed.txt"))
        or path in {lock_path(settings), messages_path(settings)}
        or "/." in f"/{path}"
    ):
        return None
    return Parsed(path, None, (file_codes.UNKNOWN_FILE.at(Place(path), "nothing reads this file"),))


def _in_language(parsed: Parsed, language: str) -> Parsed:
    """Take what does not give its language to be in that of the site."""
    match parsed.entry:
        case BriefingFile() as entry if "lang" not in entry.model_fields_set and entry.lang != language:
            return replace(parsed, entry=entry.model_copy(update={"lang": language}))
        case SeedText(front=front) as text if "lang" not in front.model_fields_set and front.lang != language:
            return replace(parsed, entry=replace(text, front=front.model_copy(update={"lang": language})))
        case _:
            return parsed


def model_of(path: str, settings: Settings) -> type[BaseModel] | None:
    """Return the model for the YAML of a file, by its path; None if nothing reads the file."""
    seeds, briefings = f"{settings.seeds_dir}/", f"{settings.briefings_dir}/"
    if path.startswith(seeds) and path.endswith(".txt"):
        return SourceFront
    if path.startswith(briefings) and path.endswith(".yml"):
        inner = path.removeprefix(briefings)
        if inner.startswith("entities/"):
            return EntitiesFile
        if path == messages_path(settings):
            return None
        return StorylinesFile if inner == "storylines.yml" else BriefingFile
    return None


def lock_path(settings: Settings) -> str:
    """Return the path of the lock, which replaces missing texts (`mkdocs_briefings.lock`)."""
    return f"{settings.briefings_dir}/sources.lock"


def messages_path(settings: Settings) -> str:
    """Return the path of the messages that a desk says in its own words (`messages.own_messages`)."""
    return f"{settings.briefings_dir}/messages.yml"


def stem(path: str) -> str:
    """Return the name of a file without folder and extension."""
    return path.rpartition("/")[2].rpartition(".")[0]


def name_of(path: str) -> BriefingName | None:
    """Read id and date from the file name of a briefing; None if it has none."""
    match = re.fullmatch(r"((?:\d{4}(?:-\d\d){0,2}-)?)(.+)", stem(path))
    if match is None or not re.fullmatch(ID_PATTERN, match[2]):
        return None
    try:
        date = dates.parse(match[1].removesuffix("-")) if match[1] else None
    except dates.DateError:
        return None
    return BriefingName(match[2], date)


def _parse_yaml(path: str, data: bytes, model: type[M]) -> Parsed:
    try:
        text = data.removeprefix(seed.BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        return Parsed(path, None, (seed.decoding_problem(path, data, error),))
    loaded = load(path, text)
    if loaded.data is None:
        nothing = yaml_codes.EMPTY.at(Place(path), "There is no YAML here")
        return Parsed(path, None, loaded.problems or (nothing,))
    found, left_out = tombstone.completed(loaded.data) if model is BriefingFile else (loaded.data, {})
    validated = validate(path, model, found)
    entry = validated.entry.model_copy(update=left_out) if validated.entry and left_out else validated.entry
    assert entry is None or isinstance(entry, BriefingFile | EntitiesFile | StorylinesFile)  # noqa: S101, for mypy
    return Parsed(path, entry, loaded.problems + validated.problems, validated.broken)


def _parse_briefing(path: str, data: bytes) -> Parsed:
    parsed = _parse_yaml(path, data, BriefingFile)
    name, problems, broken = name_of(path), parsed.problems, parsed.broken
    if name is None:
        problem = file_codes.BAD_FILE_NAME.at(Place(path), f"`{stem(path)}` does not give a date and an id")
        problems = (problem, *problems)
        name = BriefingName(addresses.slug(stem(path), most=20), None)
    if parsed.entry is None:
        broken |= {name.id}
    return Parsed(path, parsed.entry, problems, broken, name)


def _parse_source(path: str, data: bytes) -> Parsed:
    if (large := seed.size_problem(path, data)) is not None:
        return Parsed(path, None, (large,), frozenset({stem(path)}))
    try:
        split = seed.split(data)
    except UnicodeDecodeError as error:
        return Parsed(path, None, (seed.decoding_problem(path, data, error),), frozenset({stem(path)}))
    if (alone := re.search(r"\r(?!\n)", split.text)) is not None:
        return Parsed(
            path, None, (seed.line_end_problem(path, split, alone.start()),), frozenset({stem(path)})
        )
    if (unusable := seed.fence_problem(path, split) or seed.text_problem(path, split)) is not None:
        return Parsed(path, None, (unusable,), frozenset({stem(path)}))
    problems: tuple[Problem, ...] = ()
    front = SourceFront()
    broken: frozenset[str] = frozenset()
    if split.front is not None:
        loaded = load(path, split.front, line_offset=1)
        problems = loaded.problems
        if loaded.data is not None:
            validated = validate(path, SourceFront, loaded.data)
            problems += validated.problems
            front, broken = validated.entry or front, validated.broken
    above = 0 if split.front is None else split.front.count("\n") + 2
    return Parsed(path, SeedText(front, split.text, seed.seal(split.body), above), problems, broken)
