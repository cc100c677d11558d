"""`coverage` and `impact`: what of the sources is covered, and what depends on a source, a claim or an entity."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import click
from rapidfuzz import process
from rich.table import Table

from mkdocs_briefings.cli import shell
from mkdocs_briefings.derive.impact import impact as make_impact

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_briefings.derive.impact import Impact
    from mkdocs_briefings.model.corpus import Corpus


@click.command(short_help="Show how much of each source the claims cover.")
@click.option("--list", "show", is_flag=True, help="List the sentences that no claim covers.")
@shell.format_option
@click.pass_obj
def coverage(root: Path, show: bool, format_: str) -> None:
    """Show how many sentences of each source are covered by the passages of claims."""
    site = shell.sound(root)
    sources = site.result.corpus.sources
    rows = []
    lines: dict[str, list[str]] = {}
    for id_, found in site.result.derived.coverage.items():
        text = sources[id_].text.raw
        here = sources[id_].outline is None
        lines[id_] = [" ".join(text[a:b].split()) for a, b in found.untouched] if here else []
        rows.append(
            {
                "source": id_,
                "sentences": len(found.touched) + len(found.untouched),
                "covered": len(found.touched),
                "share": round(found.share, 4),
                "words_published": round(found.published_share, 4),
                "text_here": here,
                **({"left": lines[id_]} if show else {}),
            }
        )
    if format_ == "json":
        click.echo(shell.as_json(rows))
        return
    table = Table("source", "sentences", "covered", "share", "words published", box=None)
    for row in rows:
        shares = (f"{row[name]:.0%}" for name in ("share", "words_published"))
        table.add_row(str(row["source"]), str(row["sentences"]), str(row["covered"]), *shares)
    shell.tabulate(table)
    for row in rows if show else ():
        if not row["text_here"]:
            click.echo(f"{row['source']}: its text is missing here")
        for words in lines[str(row["source"])]:
            click.echo(shell.printable(f"{row['source']}: {words}"))


@click.command(short_help="Show what depends on a source, a claim or an entity.")
@click.argument("id_", metavar="ID")
@shell.format_option
@click.pass_obj
def impact(root: Path, id_: str, format_: str) -> None:
    """Show what depends on ID: claims, states, sentences, disagreements and answers.

    ID is that of a source, an entity (for an outlet, what its articles report counts) or a claim (`briefing#claim`, or
    `claim` where only one briefing has it).
    """
    site = shell.sound(root)
    corpus = site.result.corpus
    meant = _meant(corpus, id_)
    rows = _rows(make_impact(corpus, site.result.derived, meant))
    if format_ == "json":
        named = {
            name.replace(" ", "_"): [{"at": at, "text": text} for at, text in lines]
            for _, name, lines in rows
        }
        click.echo(shell.as_json({"id": meant, **named}))
        return
    for one, many, lines in rows:
        click.echo(f"{len(lines)} {one if len(lines) == 1 else many}")
        for at, text in lines:
            click.echo(shell.printable(f"  {at}: {text}" if text else f"  {at}"))


def _meant(corpus: Corpus, id_: str) -> str:
    """Return the id of a source or an entity, or the reference of a claim."""
    if id_ in corpus.sources or id_ in corpus.entities or id_ in corpus.claims:
        return id_
    refs = [ref for ref in corpus.claims if ref.endswith(f"#{id_}")]
    if len(refs) != 1:
        _refuse(corpus, id_, refs)
    return refs[0]


def _refuse(corpus: Corpus, id_: str, refs: list[str]) -> NoReturn:
    if refs:
        shell.fail(f"there are several claims `{id_}`: {', '.join(sorted(refs))}")
    known = [*corpus.sources, *corpus.entities, *corpus.claims]
    near = [found[0] for found in process.extract(id_, known, limit=3, score_cutoff=70)]
    hint = f"; did you mean {' or '.join(f'`{one}`' for one in near)}?" if near else ""
    shell.fail(f"there is no source, entity or claim `{id_}`{hint}")


def _rows(found: Impact) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return what depends, by kind: its name for one and for many, and for each the place and the words."""
    return [
        ("claim", "claims", [(one.ref, one.text.text) for one in found.claims]),
        (
            "measure whose current state depends on it",
            "measures whose current state depends on it",
            [(measure, "") for measure in found.measures],
        ),
        (
            "sentence",
            "sentences",
            [(f"{link.home} ({link.part})", link.sentence.text) for link in found.sentences],
        ),
        ("disagreement", "disagreements", [(one.briefing, one.about.text) for one in found.disagreements]),
        ("answer", "answers", [(one.briefing, one.text.text) for one in found.answers]),
        (
            "question about its claims",
            "questions about its claims",
            [(one.briefing, one.text.text) for one in found.questions],
        ),
        (
            "other claim that refers to its claims",
            "other claims that refer to its claims",
            [(one.ref, one.text.text) for one in found.referring],
        ),
        (
            "claim that loses an origin",
            "claims that lose an origin",
            [(one.ref, one.text.text) for one in found.weakened],
        ),
    ]
