"""Write an article as a source, and its publisher as an entity if the editor agrees."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from mkdocs_briefings.cli import shell
from mkdocs_briefings.cli.add_report import FileOutcome
from mkdocs_briefings.files import desk as desks
from mkdocs_briefings.intake import duplicates, outlets
from mkdocs_briefings.intake.article import Article, FieldValue, UnreadableError
from mkdocs_briefings.intake.holdings import folded, free
from mkdocs_briefings.intake.source_file import compose, file_stem, handle
from mkdocs_briefings.model.addresses import slug
from mkdocs_briefings.model.corpus import NOT_STATED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mkdocs_briefings.cli.add_run import AddRun


def write_source(
    run: AddRun, path: Path, article: Article, metadata: dict[str, FieldValue], wanted: str
) -> None:
    """Write the source, an unknown publisher before it: an interruption leaves nothing that refers to nothing.

    Args:
        run: what is known of the desk.
        path: of the file, as reports name it.
        article: its text.
        metadata: what is known of it.
        wanted: the id that the editor or a table gives; empty if one is to be made.

    """
    metadata = dict(metadata)
    publisher = metadata.pop("publisher", None)
    lang = metadata["lang"].value if "lang" in metadata else run.settings.language
    entity = _publisher(run, publisher.value, lang) if publisher else ""
    if "publisher" in _front(article) and entity != article.metadata["publisher"].value:
        raise UnreadableError(
            f"its front matter names the publisher `{article.metadata['publisher'].value}`, which is not an entity"
        )
    if entity and publisher:
        metadata["publisher"] = FieldValue(entity, publisher.reason)
    values = {name: one.value for name, one in metadata.items()}
    if publisher:
        values["publisher"] = entity or publisher.value
    typed = _front(article)["id"].value if "id" in _front(article) else wanted
    if typed and folded(typed) in run.held.ids:
        raise UnreadableError(f"its id `{typed}` is already used")
    told = {"lang": lang, **values}
    wanted_id = handle(told)
    source_id = typed or (free(wanted_id, run.held.ids) if wanted_id else "")
    data = compose(article, source_id, metadata)
    reasons = (
        *(f"{name}: {one.reason.rstrip('.')}" for name, one in metadata.items() if one.reason),
        *(f"skipped as {kind}: {' / '.join(lines)}" for kind, lines in article.skip.items()),
        *article.remarks,
    )
    row = FileOutcome(
        path,
        source_id,
        status="added",
        metadata={name: one.value for name, one in metadata.items()},
        reasons=reasons,
    )
    source = _create(run, file_stem(told, path.stem), data, row)
    run.held.ids.add(folded(source))
    run.held.metadata[source] = {
        "lang": "en",
        **values,
        **{name: one.value for name, one in _front(article).items()},
    }
    run.held.texts[source] = duplicates.fingerprint(article.text)
    if "address" in values:
        run.held.addresses[values["address"]] = source


def _front(article: Article) -> Mapping[str, FieldValue]:
    """Return what the front matter says that a file brought along: it stays as it was typed."""
    return article.metadata if article.front is not None else {}


def _create(run: AddRun, stem: str, data: bytes, row: FileOutcome) -> str:
    """Make the file of a source under a name that is free, and note it; give the source's id."""
    while True:
        target = _free_path(run, stem, own=bool(row.source))
        source = row.source or slug(target.stem.replace("_", "-"), most=20)
        made = replace(row, file=target, source=source)
        try:
            run.door.create(target, data)
        except FileExistsError:
            continue  # taken a moment ago, by something that knows no lock
        except BaseException:
            # It may be there although Ctrl-C came: then it is reported.
            if target.is_file() and target.read_bytes() == data:
                run.rows.append(made)
            raise
        run.rows.append(made)
        return source


def _free_path(run: AddRun, stem: str, *, own: bool) -> Path:
    """Name a file that is not there yet; without an id of its own, one whose id is free, too."""
    n = 1
    while True:
        name = stem if n == 1 else f"{stem}-{n}"
        path = run.root / run.settings.seeds_dir / f"{name}.txt"
        if not os.path.lexists(path) and (own or folded(slug(name, most=20)) not in run.held.ids):
            return path
        n += 1


def _publisher(run: AddRun, name: str, lang: str) -> str:
    """Return the id for a publisher's name, entering it if the editor agrees; empty if there is none."""
    if name.casefold() == NOT_STATED:
        return NOT_STATED
    id_ = outlets.known(name, run.held.corpus.entities) or run.outlets.get(folded(name), "")
    if id_:
        return id_
    id_ = outlets.new_id(name, run.held.ids, lang)
    line = outlets.entry(id_, name)
    if (run.yes or (run.ask and _agreed(run, name, id_))) and _enter(run, line):
        run.held.ids.add(folded(id_))
        run.outlets[folded(name)] = id_
        return id_
    run.unknown[name] = line
    return ""


def outlets_file(run: AddRun) -> str:
    return f"{run.settings.briefings_dir}/entities/outlets.yml"


def _agreed(run: AddRun, name: str, id_: str) -> bool:
    run.bar.stop()  # it would draw over the question
    agreed = click.confirm(
        shell.printable(f"  “{name}” is not one of your publishers yet. Add it as `{id_}`?"), default=True
    )
    run.bar.start()
    return agreed


def _enter(run: AddRun, line: str) -> bool:
    path = outlets_file(run)
    file = run.root / path
    old = file.read_bytes() if file.is_file() else None
    schema = shell.schema_line(run.root, run.settings, file, "entities.json")
    made = outlets.appended(path, old, [line], schema)
    if made is None:
        return False
    if old is None:
        run.door.create(file, made)
        return True
    if why := run.door.change([desks.FileChange(file, old, made)]).get(file):
        run.rows.append(FileOutcome(file, "", f"{why}; left unchanged"))
    return not why
