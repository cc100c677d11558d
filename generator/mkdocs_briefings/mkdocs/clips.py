"""What the server of a preview answers when words of a source are selected: a citation or a claim, to be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from mkdocs_briefings.edit.clip import ClipError, clip
from mkdocs_briefings.resolve.entities import gather_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs_briefings.edit.clip import Form
    from mkdocs_briefings.mkdocs.answers import Application, StartResponse
    from mkdocs_briefings.model.corpus import Corpus

ADDRESS = "clip.txt"
"""Beside the pages: `?source=ID&form=claim&part=WORDS&part=WORDS`."""
HEADER = "Clip"
"""Of an answer: `text` to be copied, or `refused` with the reason. An error of HTTP would fill the console of browsers."""
_LONGEST = 20_000
"""Of what is asked, in characters."""
_FORMS: dict[str, Form] = {"claim": "claim", "citation": "citation"}


def answering(
    application: Application, mount: str, corpus: Callable[[], Corpus | None]
) -> Callable[[dict[str, Any], StartResponse], Iterable[bytes]]:
    """Stand before a server; whatever else is asked, it answers.

    Args:
        application: the server.
        mount: where the site begins.
        corpus: gives what is shown now; None before the first build.

    """

    def answer(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        if environ.get("PATH_INFO") != f"{mount}{ADDRESS}":
            return application(environ, start_response)
        try:
            told, text = "text", _clip(environ.get("QUERY_STRING", ""), corpus())
        except ClipError as error:
            told, text = "refused", f"{error}\n"
        data = text.encode()
        headers = [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Length", str(len(data))),
            ("Cache-Control", "no-store"),
            (HEADER, told),
            ("X-Content-Type-Options", "nosniff"),
        ]
        start_response("200 OK", headers)
        return [data]

    return answer


def _clip(query: str, corpus: Corpus | None) -> str:
    if len(query) > _LONGEST:
        raise ClipError("that is too much; select a sentence or a few")
    asked = parse_qs(query, max_num_fields=200)
    source = corpus.sources.get(asked.get("source", [""])[0]) if corpus else None
    if corpus is None or source is None or source.outline is not None:
        raise ClipError("the preview has no text of this source; load the page again")
    form = _FORMS.get(asked.get("form", ["claim"])[0], "claim")
    return clip(source, asked.get("part", []), corpus, gather_names(corpus.entities), form)
