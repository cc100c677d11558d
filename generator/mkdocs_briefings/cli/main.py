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
    fmt,
    init,
    lock,
    rename,
    shell,
    source_tools,
    suggest,
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
        return super().resolve_command(ctx, args)

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


for _command in (
    init.init,
    add.add,
    init.new,
    suggest.suggest,
    check.check,
    check.explain,
    check.freeze,
    fmt.format_,
    rename.rename,
    source_tools.seal,
    lock.lock,
    source_tools.stub,
    source_tools.coverage,
    source_tools.impact,
    diff.diff,
    write.write,
    write.schema,
):
    main.add_command(_command)
