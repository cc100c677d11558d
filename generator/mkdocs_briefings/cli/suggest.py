"""`suggest`: list names in the sources that no entity covers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from mkdocs_briefings.cli import shell
from mkdocs_briefings.edit import stub
from mkdocs_briefings.intake import suggestions
from mkdocs_briefings.intake.holdings import holdings

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_briefings.intake.suggestions import Suggestion

_SENTENCES = 3
_FEW = 5
"""Sources: in fewer, a name that is there once may matter."""
_LONGEST = 240


@click.command(short_help="List names in the sources that no entity covers.")
@click.argument("sources", nargs=-1, metavar="[SOURCE…]")
@click.option("--yaml", "only_yaml", is_flag=True, help="Print the YAML entries only.")
@click.option(
    "--least",
    type=click.IntRange(min=1),
    help="How often a name has to be there; by default twice, or once in fewer than five sources.",
)
@shell.format_option
@click.pass_obj
def suggest(
    root: Path, /, sources: tuple[str, ...], only_yaml: bool, least: int | None, format_: str
) -> None:
    """List the names in the sources that no entity covers, each with its sentences and a first entry.

    The kind is taken from words in the text; where it is a guess, a comment says so. A name that is similar to that of
    an entity, or to another one in the list, is printed as a question instead.
    """
    site = shell.opened(root, preview=True)
    known = site.result.corpus.sources
    for id_ in sources:
        if id_ not in known:
            shell.fail(f"there is no source `{id_}`; known are: {', '.join(sorted(known)) or 'none'}")
    looked_at = [known[id_] for id_ in dict.fromkeys(sources or sorted(known))]
    for source in looked_at:
        if why := suggestions.unfit(source):
            click.echo(f"{source.id}: {why}", err=True)
    found = suggestions.suggest(
        looked_at,
        site.result.corpus.mentions,
        site.result.corpus.entities,
        holdings(site.tree, site.settings).ids,
        least or (1 if len(looked_at) < _FEW else 2),
    )
    if format_ == "json":
        click.echo(shell.as_json([_as_data(one) for one in found]))
        return
    if only_yaml:
        click.echo("".join(_entry(one) for one in found if one.entry), nl=False)
        return
    _print(found)


def _print(found: list[Suggestion]) -> None:
    for one in found:
        times = "once" if one.count == 1 else f"{one.count} times"
        click.echo(shell.printable(f"{one.name}, {times}"))
        for source_id, sentence in one.sentences[:_SENTENCES]:
            is_short = len(sentence) <= _LONGEST or not sys.stdout.isatty()
            cut = sentence if is_short else f"{sentence[: _LONGEST - 1]}…"
            click.echo(shell.printable(f"  {source_id}: {cut}"))
        for id_, name in one.maybe:
            click.echo(
                shell.printable(
                    f"  ? `{one.name}` may be `{id_}` ({name}); if so, add it to the aliases there or to `misprints` of the source"
                )
            )
        if one.entry:
            click.echo("".join(f"    {line}\n" for line in _entry(one).splitlines()))
        else:
            click.echo()
    new = sum(bool(one.entry) for one in found)
    click.echo(
        f"{shell.counted(new, 'name')} without an entity, {shell.counted(len(found) - new, 'question')}. Check each kind, and correct those marked as guesses."
    )


def _as_data(one: Suggestion) -> dict[str, object]:
    return {
        "name": one.name,
        "count": one.count,
        "id": one.id,
        "entry": dict(one.entry),
        "guess": one.guess,
        "maybe": [{"id": id_, "name": name} for id_, name in one.maybe],
        "sentences": [{"source": source, "text": text} for source, text in one.sentences],
    }


def _entry(one: Suggestion) -> str:
    """Write an entry; a comment marks a guessed kind, since an entry without one is not valid."""
    kind, *rest = stub.dump(dict(one.entry)).splitlines()
    lines = [f"{kind}  # a guess: the texts do not say" if one.guess else kind, *rest]
    return f"{one.id}:\n" + "".join(f"  {line}\n" for line in lines)
