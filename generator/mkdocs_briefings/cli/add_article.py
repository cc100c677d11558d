"""Make one article a source: unless it is one already, and after asking for what its file does not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mkdocs_briefings.cli import shell
from mkdocs_briefings.cli.add_report import FileOutcome
from mkdocs_briefings.cli.add_source import write_source
from mkdocs_briefings.cli.add_update import updated
from mkdocs_briefings.intake import duplicates, outlets
from mkdocs_briefings.intake.article import ASKED, FIELDS, Article, FieldValue, UnreadableError
from mkdocs_briefings.intake.holdings import folded
from mkdocs_briefings.intake.moments import moment
from mkdocs_briefings.model import dates
from mkdocs_briefings.model.corpus import NOT_STATED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mkdocs_briefings.cli.add_run import AddRun
    from mkdocs_briefings.cli.inbox import Candidate


def add_article(run: AddRun, one: Candidate, article: Article | str, *, asks: bool) -> None:
    """Make one article a source, or say why not; nothing is left half done."""
    if isinstance(article, str):
        run.rows.append(FileOutcome(one.name, "", article))
        return
    editor = {name: FieldValue(value) for name, value in one.metadata.items() if name in FIELDS}
    metadata = {**article.metadata, **editor} if article.front is None else {**editor, **article.metadata}
    known = _known(run, article, metadata, anyway=_is_yes(one.metadata.get("anyway", "")))
    if known:
        source, what, status = known
        other = _other_values(run, source, one.metadata) if status == "already there" else {}
        if other and run.update:
            run.rows.append(
                updated(
                    run.door,
                    run.root,
                    run.held.corpus.sources[source],
                    other,
                    one.name,
                    yes=run.yes or not run.ask,
                )
            )
            return
        kept = _unheeded(other)
        run.rows.append(FileOutcome(one.name, source, what, status, reasons=kept))
        return
    try:
        metadata = _asked(one.name, metadata) if run.ask and asks else metadata
        write_source(run, one.name, article, metadata, one.metadata.get("id", run.id_))
    except UnreadableError as error:
        run.rows.append(FileOutcome(one.name, "", str(error)))


def _is_yes(cell: str) -> bool:
    return cell.strip().casefold() in {"yes", "y", "x", "1", "true", "ja", "oui", "sí"}


def _known(
    run: AddRun, article: Article, metadata: Mapping[str, FieldValue], *, anyway: bool
) -> tuple[str, str, str] | None:
    """Name the source that this article is already: its id, what is alike, and whether that is for an editor to judge."""
    mark = duplicates.fingerprint(article.text)
    twin = duplicates.same(mark, run.held.texts)
    if twin:
        return twin, f"it is `{twin}`", "already there"
    if run.anyway or anyway:
        return None
    near, share = duplicates.nearest(mark, run.held.texts)
    if near:
        return (
            near,
            f"{share:.0%} of its words are also in `{near}`; use --anyway to add it, or `yes` in a column `anyway`",
            "refused",
        )
    address = metadata.get("address")
    other = run.held.addresses.get(address.value, "") if address else ""
    return (other, f"`{other}` has the same address; use --anyway to add it", "refused") if other else None


def _other_values(run: AddRun, source: str, metadata: Mapping[str, str]) -> dict[str, str]:
    """Return what is given of an article that is there already, and is not what its source tells."""
    held = run.held.metadata.get(source, {})
    publisher = metadata.get("publisher", "")
    known = outlets.known(publisher, run.held.corpus.entities) or run.outlets.get(folded(publisher), "")
    meant = {**metadata, "publisher": known or publisher} if publisher else metadata
    return {name: meant[name] for name in FIELDS if name in meant and meant[name] != held.get(name, "")}


def _unheeded(other: Mapping[str, str]) -> tuple[str, ...]:
    if not other:
        return ()
    return (
        f"{', '.join(other)} given here but not changed: use --update, or edit the front matter of the source",
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
        while name == "published" and answer and not day(answer):
            answer = click.prompt(
                "  not a date; write it as 2026-03-04", default="", show_default=False
            ).strip()
        if answer:
            answers[name] = FieldValue(day(answer) if name == "published" else answer)
    return answers


def day(words: str, *, not_stated: bool = True) -> str:
    """Return the date that an editor means, or `not stated`; empty if it is neither."""
    if not_stated and words.casefold() == NOT_STATED:
        return NOT_STATED
    return words if dates.is_date(words) else moment(words) or ""
