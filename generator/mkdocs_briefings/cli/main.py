"""The command `briefings` and its subcommands."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path
from typing import Any

import click

from mkdocs_briefings.cli import (
    add,
    check,
    diff,
    digest,
    edition_pdf,
    fmt,
    init,
    lock,
    new,
    release,
    rename,
    shell,
    source_tools,
    status,
    suggest,
    take,
    takedown,
    what_rests,
    wordings,
    write,
)
from mkdocs_briefings.files.installed import NAME


class _Group(click.Group):
    """Reports a file that cannot be read or written like any other problem, without a traceback."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        for word in args:
            if any("\ud800" <= char <= "\udfff" for char in word) and not os.path.lexists(word):
                raise click.UsageError(
                    f"`{shell.printable(word)}` is not UTF-8, and there is no file of that name", ctx
                )
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None:
            _refuse_empty(command, ctx, rest)
        return name, command, rest

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        _refuse_empty(self, ctx, args)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter of an article
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            shell.fail(f"{error.filename or 'the site'}: {error.strerror or error}")


def _refuse_empty(command: click.Command, ctx: click.Context, args: list[str]) -> None:
    """Refuse arguments and paths that are empty, as those of a script are whose variable is not set.

    An empty path would be the current folder: a comparison with it says that nothing changes.
    """
    try:
        given, _, _ = command.make_parser(ctx).parse_args(list(args))
    except click.UsageError:
        return  # click tells it
    for one in command.params:
        values = given.get(one.name or "")
        is_empty = "" in values if isinstance(values, (list, tuple)) else values == ""
        if is_empty and (isinstance(one, click.Argument) or isinstance(one.type, click.Path)):
            name = one.opts[0] if isinstance(one, click.Option) else one.make_metavar(ctx)
            raise click.UsageError(f"{name} is empty; is a variable not set?", ctx)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The site folder (with mkdocs.yml, seeds/ and briefings/); the current one by default.",
)
@click.version_option(package_name=NAME, prog_name="briefings")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Check, edit, review and write a desk of briefings.

    Exit status: 0 success, 1 something is wrong with the desk, 2 wrong usage.
    """
    context.obj = root
    shell.heal(root)


for _command in (
    init.init,
    add.add,
    new.new,
    suggest.suggest,
    check.check,
    check.explain,
    check.freeze,
    fmt.format_,
    rename.rename,
    source_tools.seal,
    lock.lock,
    release.release,
    source_tools.stub,
    take.take,
    status.status,
    what_rests.coverage,
    what_rests.impact,
    takedown.takedown,
    diff.diff,
    wordings.messages,
    write.write,
    digest.digest,
    edition_pdf.edition,
    write.schema,
):
    main.add_command(_command)
