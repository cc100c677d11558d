"""Read YAML as far as it is readable, and report where it stops."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]  # ruamel lists it nowhere
from ruamel.yaml.docinfo import DocInfo
from ruamel.yaml.error import MarkedYAMLError

from mkdocs_briefings.parse import yaml_codes
from mkdocs_briefings.parse.fault import Mark, ValueSpan, YamlFault, mark
from mkdocs_briefings.parse.reading import EnoughError, EventReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_briefings.model.problem import Loc


@dataclass(frozen=True, slots=True)
class ScalarSpan:
    """A scalar that was read: style (empty if plain, else one of ``'"|>``), start and end."""

    style: str
    start: Mark
    end: Mark


@dataclass(frozen=True, slots=True)
class Stop:
    """Where YAML could not go on, and what it was doing there."""

    at: Mark
    problem: str
    context: str
    context_at: Mark
    scalar: ScalarSpan | None
    """The last one before."""
    flow: Mark | None
    """Where the outermost `[` or `{` stands that is open."""
    columns: tuple[int, ...]
    """Of the block lists and mappings that are open, the innermost last."""


@dataclass(frozen=True, slots=True)
class Composed:
    """What could be read; `stop` is set if that is not all."""

    data: Any
    faults: tuple[YamlFault, ...]
    stop: Stop | None


def compose(text: str, *, fast: bool = False, spans: dict[Loc, ValueSpan] | None = None) -> Composed:
    r"""Read `text`, whose lines end with ``\n`` and which holds no forbidden character. Never raises.

    `fast` takes libyaml's scanner instead of ruamel's own, which alone decides where the two differ.
    `spans` is filled with the place of every value.
    """
    reading = EventReader(text.split("\n"), spans)
    stop = None
    try:
        for event in events(text, fast=fast):
            reading.take(event)
    except MarkedYAMLError as error:
        stop = _stop(reading, error)
    except EnoughError:
        pass
    if not reading.begun and stop is None:
        reading.faults.append(YamlFault(yaml_codes.EMPTY, (0, 0), "There is no YAML here"))
    return Composed(reading.root, tuple(reading.faults), stop)


def events(text: str, *, fast: bool = False) -> Iterator[Any]:
    """Return ruamel's events of a YAML text, by libyaml's scanner if `fast`.

    Raises:
        MarkedYAMLError: where YAML cannot go on.

    """
    return _libyaml(text) if fast else _ruamel(text)


def _libyaml(text: str) -> Iterator[Any]:
    parser = CParser(text)
    while (event := parser.get_event()) is not None:
        yield event


def _ruamel(text: str) -> Iterator[Any]:
    yaml = YAML(typ="safe", pure=True)
    # As `YAML.parse` does, which forgets the position before an exception gets here.
    yaml.doc_infos.append(DocInfo())
    yaml.tags = {}
    parser = yaml.get_constructor_parser(text)[1]
    try:
        while parser.check_event():
            yield parser.get_event()
    except MarkedYAMLError:
        raise
    except Exception as error:
        # ruamel lets through what its parts raise: ValueError and OverflowError at `"\UFFFFFFFF"`, say.
        raise MarkedYAMLError(problem=f"{error}", problem_mark=yaml.reader.get_mark()) from error


def _stop(reading: EventReader, error: MarkedYAMLError) -> Stop:
    last = reading.last
    return Stop(
        at=mark(error.problem_mark or error.context_mark),
        problem=str(error.problem),
        context=str(error.context or ""),
        context_at=mark(error.context_mark or error.problem_mark),
        scalar=ScalarSpan(last.style or "", mark(last.start_mark), mark(last.end_mark)) if last else None,
        flow=next((frame.at for frame in reading.stack if frame.flow), None),
        columns=tuple(frame.at[1] for frame in reading.stack if not frame.flow),
    )
