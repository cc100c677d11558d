"""Decide which requests the preview answers: those addressed to this machine, for a valid path.

A page elsewhere that has its name lead to this machine (DNS rebinding) would else read drafts and private texts.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_ANY = frozenset({"0.0.0.0", "::", ""})  # noqa: S104, recognised, not bound to
"""What a server is bound to that answers at every address of the machine."""
_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\s:@/\\\[\]]+))(?::[0-9]{1,5})?")
_NO_PATH = re.compile(r"[\x00-\x1f\x7f\\]")
LONGEST = 4096
"""Bytes of a path, far more than any page of a site has."""
HEADERS = (("Cross-Origin-Resource-Policy", "same-origin"),)
"""What every answer carries: no page elsewhere may load a script or a picture of the preview either."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request gets no answer."""

    status: HTTPStatus
    message: str

    @property
    def line(self) -> str:
        return f"{self.status.value} {self.status.phrase}"


def refusal(request: Mapping[str, Any], bound: str, hosts: Collection[str]) -> Refusal | None:
    """Say why a request is refused; None if it is to be answered.

    Args:
        request: a WSGI environment.
        bound: the name or address that the server is bound to.
        hosts: further names that it may be called by.

    """
    found = _HOST.fullmatch(str(request.get("HTTP_HOST", "")))
    if found is None:
        return Refusal(HTTPStatus.BAD_REQUEST, "The request names no host.\n")
    name = (found[1] or found[2]).lower().removesuffix(".")
    known = _LOCAL | {bound.lower(), *(one.lower() for one in hosts)}
    if name not in known and not (bound in _ANY and _is_address(name)):
        return Refusal(
            HTTPStatus.FORBIDDEN,
            "The preview answers to localhost and to the address that it is bound to, not to this name.\n"
            "If you want it to, add the name to mkdocs.yml, below the plugin `briefings`: `hosts: [NAME]`.\n",
        )
    if not _is_path(str(request.get("PATH_INFO", ""))):
        return Refusal(HTTPStatus.BAD_REQUEST, "The request names no path.\n")
    return None


def is_name(host: str) -> bool:
    """Return whether a text is the name or the address of a machine, without a port."""
    return _is_address(host) or bool(re.fullmatch(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*", host))


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_path(path: str) -> bool:
    """Return whether a path, as WSGI passes it (its bytes as Latin-1), can name something on the site."""
    try:
        text = path.encode("latin-1").decode()
    except UnicodeError:
        return False
    return path.startswith("/") and len(path) <= LONGEST and not _NO_PATH.search(text)
