"""The command `briefings`: what an editor runs at the desk."""

from __future__ import annotations

import errno
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
from rich.console import Console
from rich.table import Table

from generator import baseline, report, sealing
from generator.codes import ALL
from generator.derive.impact import impact as make_impact
from generator.parse.jsonschema import schemas
from generator.plugin import summary
from generator.site import Site, SiteError, open_site
from generator.site import settings as read_settings
from generator.stub import stub as make_stub

if TYPE_CHECKING:
    from generator.settings import Settings


class _Group(click.Group):
    """Tells of a file that cannot be read or written as of any other fault, without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter of an article
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            _fail(f"{error.filename or 'the site'}: {error.strerror or error}")


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The site folder (with mkdocs.yml, seeds/ and briefings/); the current one by default.",
)
@click.version_option(package_name="briefings")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Check, seal and write a desk of briefings.

    Exit status: 0 all is well, 1 something is wrong with the desk, 2 the command was called wrongly.
    """
    context.obj = root


@main.command()
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help="For people, for GitHub's annotations, or as JSON.",
)
@click.pass_obj
def check(root: Path, strict: bool, format_: str) -> None:
    """Check the whole desk and tell everything that is wrong, at once."""
    site = _open(root)
    located = site.located()
    errors = sum(one.problem.is_error for one in located)
    if format_ == "json":
        click.echo(report.as_json(located))
    elif format_ == "github":
        click.echo(report.github(located), nl=bool(located))
    else:
        report.people(located, Console(highlight=False))
        click.echo(_verdict(site, errors, len(located) - errors))
    sys.exit(1 if errors or (strict and located) else 0)


@main.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def seal(root: Path, files: tuple[Path, ...]) -> None:
    """Seal new sources: write the SHA-256 of the text into the front matter.

    FILES are files of seeds/; all that have no seal by default. A seal that is there stays, right or wrong.
    """
    found = _settings(root)
    folder = root / found.seeds_dir
    for path in files or sorted(path for path in folder.rglob("*.txt") if path.is_file()):
        if not path.resolve().is_relative_to(folder.resolve()):
            _fail(f"{path}: not in {folder}")
        try:
            sealed = sealing.seal(path.read_bytes())
        except UnicodeDecodeError:
            _fail(f"{path}: not UTF-8; `briefings check` tells how to convert it")
        if sealed is not None:
            path.write_bytes(sealed)
            click.echo(f"{path}: sealed")
        elif files:
            click.echo(f"{path}: has a seal already; remove `sha256` to seal it anew")


@main.command()
@click.argument("source")
@click.pass_obj
def stub(root: Path, source: str) -> None:
    """Print a claim with its quotation for each sentence of SOURCE that no claim touches yet."""
    site = _sound(root)
    known = site.result.corpus.sources
    if source not in known:
        _fail(f"there is no source `{source}`; there are {', '.join(sorted(known)) or 'none'}")
    taken = frozenset(claim.id for claim in site.result.corpus.claims.values() if claim.source == source)
    click.echo(make_stub(known[source], site.result.derived.coverage[source], taken), nl=False)


@main.command()
@click.option("--list", "show", is_flag=True, help="List the sentences that no claim touches.")
@click.pass_obj
def coverage(root: Path, show: bool) -> None:
    """Tell how many sentences of each source a claim's passage touches."""
    site = _sound(root)
    table = Table("source", "sentences", "touched", "share", "of its words published", box=None)
    for id_, found in site.result.derived.coverage.items():
        total = len(found.touched) + len(found.untouched)
        table.add_row(
            id_, str(total), str(len(found.touched)), f"{found.share:.0%}", f"{found.published_share:.0%}"
        )
    Console(highlight=False).print(table)
    if show:
        for id_, found in site.result.derived.coverage.items():
            text = site.result.corpus.sources[id_].text.raw
            for start, end in found.untouched:
                click.echo(f"{id_}: {' '.join(text[start:end].split())}")


@main.command()
@click.argument("source")
@click.pass_obj
def impact(root: Path, source: str) -> None:
    """Tell what depends on SOURCE: claims, states, sentences, disagreements and answers."""
    site = _sound(root)
    corpus, derived = site.result.corpus, site.result.derived
    if source not in corpus.sources:
        _fail(f"there is no source `{source}`; there are {', '.join(sorted(corpus.sources)) or 'none'}")
    found = make_impact(corpus, derived, source)
    for title, lines in (
        ("claims", [f"{claim.ref}: {claim.text.text}" for claim in found.claims]),
        ("measures whose current state rests on it", list(found.measures)),
        ("sentences", [f"{link.home} ({link.part}): {link.sentence.text}" for link in found.sentences]),
        ("disagreements", [f"{one.briefing}: {one.about.text}" for one in found.disagreements]),
        ("answers", [f"{one.briefing}: {one.text.text}" for one in found.answers]),
        ("questions about its claims", [f"{one.briefing}: {one.text.text}" for one in found.questions]),
        (
            "claims of other sources that refer to its claims",
            [f"{one.ref}: {one.text.text}" for one in found.referring],
        ),
    ):
        click.echo(f"{len(lines)} {title}")
        for line in lines:
            click.echo(f"  {line}")


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--preview", is_flag=True, help="With drafts, and the whole text of every source.")
@click.pass_obj
def write(root: Path, folder: Path, preview: bool) -> None:
    """Write all pages as Markdown into DIR, for reading as they are or for another site builder."""
    site = _sound(root, preview=preview)
    for page in site.result.pages:
        path = folder / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text(), encoding="utf-8", newline="\n")
    click.echo(summary(site.result))


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def schema(folder: Path) -> None:
    """Write the JSON Schemas of all file kinds into DIR."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        click.echo(folder / name)


@main.command()
@click.argument("code", type=click.Choice(sorted(ALL)), metavar="CODE")
def explain(code: str) -> None:
    """Explain a CODE: what it finds, why it matters, an example, what to do."""
    rule = ALL[code]
    click.echo(f"{rule.code} ({rule.severity.value})\n\n{rule.what} {rule.why}\n")
    click.echo(f"Example: {rule.example}\n\nWhat to do: {rule.remedy}")


@main.command("baseline")
@click.pass_obj
def freeze(root: Path) -> None:
    """Freeze today's warnings, so that only new ones count from now on."""
    site = _open(root)
    path = root / baseline.path(site.settings)
    text = baseline.write(site.problems)
    frozen = sum(not line.startswith("#") for line in text.splitlines())
    if frozen:
        path.write_text(text, encoding="utf-8", newline="\n")
    else:
        path.unlink(missing_ok=True)
    click.echo(
        f"{frozen} warnings frozen in {path}" if frozen else "no warnings to freeze; there is no baseline"
    )


def _settings(root: Path) -> Settings:
    try:
        return read_settings(root)[0]
    except SiteError as error:
        _fail(str(error))


def _open(root: Path, *, preview: bool = False) -> Site:
    try:
        return open_site(root, preview=preview)
    except SiteError as error:
        _fail(str(error))


def _sound(root: Path, *, preview: bool = False) -> Site:
    """Open a site that has no errors; otherwise tell them and end."""
    site = _open(root, preview=preview)
    errors = [one for one in site.located() if one.problem.is_error]
    if errors:
        report.people(errors, Console(highlight=False, stderr=True))
        _fail(_verdict(site, len(errors), 0))
    return site


def _verdict(site: Site, errors: int, warnings: int) -> str:
    counts = f"{errors} error{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}"
    if errors:
        return f"{counts}. `briefings explain CODE` tells more of any of them."
    return f"{counts}. {summary(site.result)}"


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)
