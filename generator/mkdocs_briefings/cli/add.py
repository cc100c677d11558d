"""`add`: make sources of saved articles."""

from __future__ import annotations

import logging
import os
import re
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import Progress

from mkdocs_briefings.cli import shell
from mkdocs_briefings.cli.add_report import FileOutcome, report
from mkdocs_briefings.cli.inbox import Candidate, candidates
from mkdocs_briefings.files import desk as desks
from mkdocs_briefings.files.reader import lies_elsewhere, read
from mkdocs_briefings.files.unsettled import watched
from mkdocs_briefings.intake import duplicates, outlets
from mkdocs_briefings.intake.article import ASKED, FIELDS, Article, FieldValue, UnreadableError
from mkdocs_briefings.intake.extraction import extract
from mkdocs_briefings.intake.holdings import Holdings, folded, free, holdings
from mkdocs_briefings.intake.moments import moment
from mkdocs_briefings.intake.source_file import compose, file_stem, handle
from mkdocs_briefings.intake.web_archive import article as archived
from mkdocs_briefings.model import dates, web_address
from mkdocs_briefings.model.addresses import slug
from mkdocs_briefings.model.corpus import NOT_STATED
from mkdocs_briefings.parse.schema import ID_PATTERN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_briefings.model.settings import Settings

_MOST_ASKED = 5
"""For more files than these nobody wants to answer questions; what is missing is listed."""


@dataclass(frozen=True, slots=True)
class _AddRun:
    """Where articles are added, how, and what has been learnt in this run."""

    root: Path
    door: desks.LockedDesk
    settings: Settings
    held: Holdings
    anyway: bool
    yes: bool
    ask: bool
    id_: str
    outlets: dict[str, str] = field(default_factory=dict)
    """Publishers that were entered in this run: name and id."""
    unknown: dict[str, str] = field(default_factory=dict)
    """Publishers that nobody entered: name and entry."""
    rows: list[FileOutcome] = field(default_factory=list)
    """What became of the files so far."""
    bar: Progress = field(default_factory=lambda: Progress(console=_err(), transient=True))


def _err() -> Console:
    return Console(highlight=False, stderr=True)


@click.command(short_help="Add saved articles to seeds/, sealed.")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE…", type=click.Path(exists=True, path_type=Path)
)
@click.option("--title", help="The headline.")
@click.option("--publisher", help="The name or id of the publisher, or `not stated`.")
@click.option(
    "--published",
    metavar="DATE",
    help="Date of publication: 2026-03-04, 2026-03, 2026-03-01..2026-03-04 or `not stated`.",
)
@click.option("--address", help="The web address.")
@click.option("--author", help="The author as printed.")
@click.option("--lang", help="The language, such as `de` or `pt-BR`; English by default.")
@click.option("--captured", metavar="DATE", help="The day it was captured.")
@click.option("--id", "id_", default="", help="A short id to cite it by.")
@click.option(
    "--encoding",
    default="",
    help="The encoding of files that declare none and are not UTF-8, such as cp1252.",
)
@click.option(
    "--anyway", is_flag=True, help="Add an article even if it is nearly the same as an existing source."
)
@click.option("--yes", is_flag=True, help="Ask nothing; add unknown publishers to entities/outlets.yml.")
@click.pass_obj
def add(  # noqa: PLR0913, an option for each field
    root: Path,
    /,
    files: tuple[Path, ...],
    id_: str,
    encoding: str,
    anyway: bool,
    yes: bool,
    **given: str | None,
) -> None:
    """Add saved articles to seeds/, sealed: web pages, PDF, text and others, folders and tables of them.

    Read are HTML, MHTML, Safari's archives, PDF, Word (DOCX), EPUB, mails (EML), text, Markdown, and each page of a
    web archive (WARC, WACZ).

    A table has the columns file, title, publisher, date, address, author, lang and captured; only file is
    required, relative to the table. Nothing is downloaded. Articles that are sources already are left alone, so an
    interrupted run can simply be repeated.
    """
    metadata = _checked({name: value.strip() for name, value in given.items() if value and value.strip()})
    for noisy in ("trafilatura", "pypdf"):
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
    _require_encoding(encoding)
    settings = shell.settings(root)
    _require_desk(root, settings)
    found = candidates(files, metadata, encoding)
    if id_ and (len(found.candidates) != 1 or not re.match(ID_PATTERN, id_)):
        shell.fail("--id works with a single file only, and takes letters, digits and hyphens")
    with shell.changing(root, settings) as door:
        tree, _ = read(root, settings)
        run = _AddRun(root, door, settings, holdings(tree, settings), anyway, yes, asks() and not yes, id_)
        run.rows.extend(FileOutcome(path, "", why) for path, why in found.refused)
        run.rows.extend(FileOutcome(path, "", why, "skipped") for path, why in found.passed)
        try:
            _add_all(run, found.candidates, encoding)
        except (KeyboardInterrupt, click.Abort):
            run.rows.append(FileOutcome(Path("…"), "", "interrupted; run the same command again to continue"))
        except OSError as error:
            run.rows.append(FileOutcome(Path(error.filename or root), "", error.strerror or str(error)))
    report(run.rows, _outlets(run), run.outlets.values(), run.unknown.values())
    sys.exit(1 if any(row.status == "refused" for row in run.rows) else 0)


def _add_all(run: _AddRun, found: Sequence[Candidate], encoding: str) -> None:
    """Write each article before the next is read, so that whoever interrupts it keeps all that came before."""
    few = len(found) <= _MOST_ASKED
    run.bar.disable = few or not run.bar.console.is_terminal
    with run.bar:
        task = run.bar.add_task("adding", total=len(found))
        for one in found:
            _add(run, one, _extracted(one, encoding), asks=few)
            run.bar.advance(task)


def asks() -> bool:
    """Return whether somebody is there to answer."""
    return sys.stdin.isatty()


def _checked(metadata: dict[str, str]) -> dict[str, str]:
    for name in ("published", "captured"):
        if name in metadata:
            day = _day(metadata[name], not_stated=name == "published")
            if not day:
                shell.fail(f"--{name}: `{metadata[name]}` is not a date; write it as 2026-03-04")
            metadata[name] = day
    if "address" in metadata and (why := web_address.fault(metadata["address"])):
        shell.fail(f"--address: it {why}")
    return metadata


def _require_encoding(name: str) -> None:
    try:
        b" ".decode(name or "utf-8")
    except UnicodeError:
        return  # it has more bytes to a letter
    except (LookupError, ValueError):
        shell.fail(f"--encoding: `{name}` is not a known encoding; try cp1252, gb18030 or shift_jis")


def _day(words: str, *, not_stated: bool = True) -> str:
    """Return the date that an editor means, or `not stated`; empty if it is neither."""
    if not_stated and words.casefold() == NOT_STATED:
        return NOT_STATED
    return words if dates.is_date(words) else moment(words) or ""


def _require_desk(root: Path, settings: Settings) -> None:
    folder = root / settings.seeds_dir
    if not folder.is_dir() and not (root / settings.briefings_dir).is_dir():
        shell.fail(
            f"{root}: there is no `{settings.seeds_dir}/` here; name a desk with --root DIR, or make one with `briefings init DIR`"
        )
    for inner in (settings.seeds_dir, settings.briefings_dir):
        chosen = inner == settings.seeds_dir and lies_elsewhere(inner)
        if not chosen and not (root / inner).resolve().is_relative_to(root.resolve()):
            shell.fail(f"{root / inner}: leads out of the site folder")
        if chosen and not (root / inner).is_dir():
            shell.fail(
                f"{root / inner}: this folder is missing; it is outside the site folder, so create it yourself"
            )


def _extracted(one: Candidate, encoding: str) -> Article | str:
    """Return the article of a file, or say why there is none."""
    try:
        if why := watched([one.path]).get(one.path):
            return why
        if one.capture is not None:
            return archived(one.capture)
        return extract(one.path.name, one.path.read_bytes(), encoding)
    except UnreadableError as error:
        return str(error)
    except OSError as error:
        return error.strerror or str(error)


def _add(run: _AddRun, one: Candidate, article: Article | str, *, asks: bool) -> None:
    """Make one article a source, or say why not; nothing is left half done."""
    if isinstance(article, str):
        run.rows.append(FileOutcome(one.name, "", article))
        return
    editor = {name: FieldValue(value) for name, value in one.metadata.items() if name != "id"}
    metadata = {**article.metadata, **editor} if article.front is None else {**editor, **article.metadata}
    known = _known(run, article, metadata)
    if known:
        source, what, status = known
        kept = _unheeded(run, source, one.metadata) if status == "already there" else ()
        run.rows.append(FileOutcome(one.name, source, what, status, reasons=kept))
        return
    try:
        metadata = _asked(one.name, metadata) if run.ask and asks else metadata
        _write(run, one.name, article, metadata, one.metadata.get("id", run.id_))
    except UnreadableError as error:
        run.rows.append(FileOutcome(one.name, "", str(error)))


def _known(run: _AddRun, article: Article, metadata: Mapping[str, FieldValue]) -> tuple[str, str, str] | None:
    """Name the source that this article is already: its id, what is alike, and whether that is for an editor to judge."""
    mark = duplicates.fingerprint(article.text)
    twin = duplicates.same(mark, run.held.texts)
    if twin:
        return twin, f"it is `{twin}`", "already there"
    if run.anyway:
        return None
    near, share = duplicates.nearest(mark, run.held.texts)
    if near:
        return near, f"{share:.0%} of its words are also in `{near}`; use --anyway to add it", "refused"
    address = metadata.get("address")
    other = run.held.addresses.get(address.value, "") if address else ""
    return (other, f"`{other}` has the same address; use --anyway to add it", "refused") if other else None


def _unheeded(run: _AddRun, source: str, metadata: Mapping[str, str]) -> tuple[str, ...]:
    """Say what is told of an article that is there already, and is not what its source tells."""
    held = run.held.metadata.get(source, {})
    publisher = metadata.get("publisher", "")
    known = outlets.known(publisher, run.held.corpus.entities) or run.outlets.get(folded(publisher), "")
    meant = {**metadata, "publisher": known or publisher} if publisher else metadata
    other = [name for name in FIELDS if name in meant and meant[name] != held.get(name, "")]
    return (
        (f"{', '.join(other)} given here but not changed: edit the front matter of the source",)
        if other
        else ()
    )


def _asked(path: Path, metadata: Mapping[str, FieldValue]) -> dict[str, FieldValue]:
    """Ask for what a reader needs and the file does not tell; an empty answer leaves it out."""
    answers = dict(metadata)
    missing = [name for name in ASKED if name not in metadata]
    if missing:
        click.echo(
            shell.printable(
                f"{path}: please fill in what the file does not give ({', '.join(missing)}). "
                "Press Enter to leave a field out, or type `not stated`."
            )
        )
    for name in missing:
        answer = click.prompt(f"  {name}", default="", show_default=False).strip()
        while name == "published" and answer and not _day(answer):
            answer = click.prompt(
                "  not a date; write it as 2026-03-04", default="", show_default=False
            ).strip()
        if answer:
            answers[name] = FieldValue(_day(answer) if name == "published" else answer)
    return answers


def _write(run: _AddRun, path: Path, article: Article, metadata: dict[str, FieldValue], wanted: str) -> None:
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
    entity = _publisher(run, publisher.value) if publisher else ""
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
    wanted_id = handle(values)
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
    source = _create(run, file_stem(values, path.stem), data, row)
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


def _create(run: _AddRun, stem: str, data: bytes, row: FileOutcome) -> str:
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


def _free_path(run: _AddRun, stem: str, *, own: bool) -> Path:
    """Name a file that is not there yet; without an id of its own, one whose id is free, too."""
    n = 1
    while True:
        name = stem if n == 1 else f"{stem}-{n}"
        path = run.root / run.settings.seeds_dir / f"{name}.txt"
        if not os.path.lexists(path) and (own or folded(slug(name, most=20)) not in run.held.ids):
            return path
        n += 1


def _publisher(run: _AddRun, name: str) -> str:
    """Return the id for a publisher's name, entering it if the editor agrees; empty if there is none."""
    if name.casefold() == NOT_STATED:
        return NOT_STATED
    id_ = outlets.known(name, run.held.corpus.entities) or run.outlets.get(folded(name), "")
    if id_:
        return id_
    id_ = outlets.new_id(name, run.held.ids)
    line = outlets.entry(id_, name)
    if (run.yes or (run.ask and _agreed(run, name, id_))) and _enter(run, line):
        run.held.ids.add(folded(id_))
        run.outlets[folded(name)] = id_
        return id_
    run.unknown[name] = line
    return ""


def _outlets(run: _AddRun) -> str:
    return f"{run.settings.briefings_dir}/entities/outlets.yml"


def _agreed(run: _AddRun, name: str, id_: str) -> bool:
    run.bar.stop()  # it would draw over the question
    agreed = click.confirm(
        shell.printable(f"  “{name}” is not one of your publishers yet. Add it as `{id_}`?"), default=True
    )
    run.bar.start()
    return agreed


def _enter(run: _AddRun, line: str) -> bool:
    path = _outlets(run)
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
