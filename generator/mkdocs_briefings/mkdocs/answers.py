"""What the server of a preview answers while an edit settles: pages that are right already, and old ones, marked."""

from __future__ import annotations

import posixpath
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    StartResponse = Callable[..., Any]
    Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]

MARK = ("Briefings-Preview", "old")
"""The header of a page that may yet change."""
_META = b'<meta name="briefings-preview" content="old">'
_POLLS = "/livereload/"
_OPEN = 90.0
"""Seconds for which a page counts as open after its last question for a newer version, which waits for a minute."""


@dataclass(slots=True)
class Answers:
    """Stands before the server; it knows which pages are open, and which are right."""

    application: Application
    mount: str
    """Where the site begins."""
    is_settling: bool = False
    right: set[str] = field(default_factory=set)
    """The files of the site that are as they will be, while all settles."""
    gave_old: bool = False
    """Whether somebody got a page that was not known to be right."""
    asked: dict[str, float] = field(default_factory=dict)
    """When a file of the site was last shown."""

    def begin(self) -> None:
        """Take all pages for old from now on."""
        self.right = set()
        if not self.is_settling:  # else the edit before was not taken up as a whole
            self.gave_old = False
        self.is_settling = True

    def end(self) -> bool:
        """Take all pages for right from now on; return whether somebody got one that was not."""
        self.is_settling = False
        return self.gave_old

    def open_files(self) -> set[str]:
        """Name the files that browsers show."""
        since = time.monotonic() - _OPEN
        self.asked = {file: when for file, when in list(self.asked.items()) if when > since}
        return set(self.asked)

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "").encode("latin-1", "replace").decode("utf-8", "replace")
        if path.startswith(_POLLS):
            self._note(environ.get("HTTP_REFERER", ""))
        file = self.file(path)
        if path.startswith(_POLLS):
            return self.application(environ, start_response)
        is_old = self.is_settling and file.endswith(".html") and file not in self.right
        self.gave_old |= is_old
        return _whole(self.application, environ, start_response, is_old=is_old)

    def file(self, path: str) -> str:
        """Name the file of the site that a path leads to."""
        below = path.removeprefix(self.mount)
        whole = f"{below}index.html" if path.endswith("/") else below
        return posixpath.normpath(f"/{whole}").lstrip("/")

    def _note(self, address: str) -> None:
        try:
            path = unquote(urlsplit(address).path)
        except ValueError:
            return
        if path:
            self.asked[self.file(path)] = time.monotonic()


def _whole(
    application: Application, environ: dict[str, Any], start_response: StartResponse, *, is_old: bool
) -> Iterable[bytes]:
    """Answer with a file as it was read; a page that may be old says so of itself.

    MkDocs opens a file and then asks for the length of the one that has its name: another one, if it was replaced.
    """
    told: list[Any] = []
    body = application(environ, lambda *args: told.append(args))
    page = b"".join(body)
    if close := getattr(body, "close", None):
        close()
    status, headers, *more = told[-1]
    if status.startswith("200"):
        headers = [(name, value) for name, value in headers if name.lower() != "content-length"]
        if is_old:
            page = page.replace(b"<head>", b"<head>" + _META, 1)
            headers.append(MARK)
        headers.append(("Content-Length", str(len(page))))
    start_response(status, headers, *more)
    return [page]
