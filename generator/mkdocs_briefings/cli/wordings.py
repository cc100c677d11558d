"""`messages`: what a site says in its language, for a desk that wants to say it otherwise."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from mkdocs_briefings.cli import shell
from mkdocs_briefings.messages.message import messages_of, untranslated
from mkdocs_briefings.messages.site_messages import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mkdocs_briefings.messages.message import Messages


@click.command(short_help="List all labels of the site, to say them otherwise.")
@click.option("--language", metavar="TAG", help="In this language (BCP 47) rather than that of the site.")
@click.option("--missing", is_flag=True, help="Only what is in English, because nobody has translated it.")
@click.pass_obj
def messages(root: Path, language: str | None, missing: bool) -> None:
    """List all messages of the site in the form of `messages.yml`.

    What stands in that file, in the folder of the briefings, is said instead of what comes with the program.
    """
    site = shell.opened(root)
    language = language or site.settings.language
    say = messages_of(language, site.result.own)
    wanted = untranslated(say, language) if missing else tuple(ENGLISH)
    click.echo(f"{language}:")
    for id_ in wanted:
        click.echo(f"  {id_}: {json.dumps(_said(say, id_), ensure_ascii=False)}")


def _said(say: Messages, id_: str) -> str | Mapping[str, str]:
    if isinstance(ENGLISH[id_], str):
        return say.template(id_)
    return say.forms(id_)


def advice(language: str, say: Messages) -> str:
    """Say which part of a site is in English, though its language is another; nothing if none is."""
    left = len(untranslated(say, language))
    if not left:
        return ""
    return (
        f"The site is in `{language}`, but {left} of its {len(ENGLISH)} messages are in English. "
        f"`briefings messages --missing` lists them; write your own into briefings/messages.yml."
    )
