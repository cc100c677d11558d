"""`seal` and `stub`: commands about a source."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mkdocs_briefings.cli import shell
from mkdocs_briefings.edit import seal as sealing
from mkdocs_briefings.edit.body_sentences import body_sentences
from mkdocs_briefings.edit.offer import offers
from mkdocs_briefings.edit.stub import fields, remarks
from mkdocs_briefings.edit.stub import stub as make_stub
from mkdocs_briefings.files.desk import FileChange
from mkdocs_briefings.files.reader import below, is_file
from mkdocs_briefings.resolve.entities import gather_names


@click.command(short_help="Seal new sources, or the named files.")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def seal(root: Path, files: tuple[Path, ...]) -> None:
    """Seal new sources: write the SHA-256 of the text into the front matter.

    FILES are files in seeds/, by default all without a seal. An existing seal is not changed, even if it is wrong.
    """
    found = shell.settings(root)
    folder = root / found.seeds_dir
    with shell.changing(root, found) as desk:
        changes = []
        unfit = {}
        for path in files or [path for path in below(folder) if path.suffix == ".txt" and is_file(path)]:
            if not path.resolve().is_relative_to(folder.resolve()):
                shell.fail(f"{path} is not in {folder}")
            data = path.read_bytes()
            try:
                sealed = sealing.seal(data)
            except UnicodeDecodeError:
                unfit[path] = "not UTF-8; `briefings check` says how to convert it"
                continue
            if sealed is not None:
                changes.append(FileChange(path, data, sealed))
            elif files:
                click.echo(f"{path}: already sealed; remove `sha256` to seal it again")
        refused = desk.change(changes, together=False)
    for change in changes:
        if change.path not in refused:
            click.echo(f"{change.path}: sealed")
    if not files and not changes and not unfit:
        click.echo("all sources are sealed")
    for path, why in unfit.items():
        shell.say(f"{path}: {why}")
    shell.refuse(refused, together=False)
    sys.exit(1 if unfit else 0)


@click.command(short_help="Print a claim for each sentence that no claim covers yet.")
@click.argument("source")
@shell.format_option
@click.pass_obj
def stub(root: Path, source: str, format_: str) -> None:
    """Print a claim for each sentence of SOURCE that no claim covers yet, as far as its words show one.

    Text, quotation and date are filled in; who says it and what a pronoun stands for are comments, for you to decide.
    Headlines, bylines, captions and notes are left out.
    """
    site = shell.sound(root)
    known = site.result.corpus.sources
    if source not in known:
        shell.fail(f"there is no source `{source}`; known are: {', '.join(sorted(known)) or 'none'}")
    if known[source].outline is not None:
        shell.fail(f"the text of `{source}` is missing here; run this where the text is")
    corpus = site.result.corpus
    taken = frozenset(claim.id for claim in corpus.claims.values() if claim.source == source)
    untouched = set(site.result.derived.coverage[source].untouched)
    spans = [span for span in body_sentences(known[source]) if span in untouched]
    found = tuple(offers(known[source], spans, corpus, gather_names(corpus.entities), taken))
    if format_ == "json":
        click.echo(shell.as_json([{"id": one.id, **fields(one), "remarks": remarks(one)} for one in found]))
        return
    click.echo(make_stub(found), nl=False)
    if not found:
        click.echo(f"every sentence of `{source}` that states something is covered by a claim", err=True)
