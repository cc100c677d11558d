"""Web addresses that come from others: what may be published as a link, and why another may not."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import urlsplit

_MOST = 2_000
"""Characters; browsers and servers refuse longer ones."""
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_LONGEST_HOST = 253
_FORBIDDEN = frozenset("<>\"'\\^`{|}")
_MOST_PORT = 65_535
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
"""Whose letters look like each other's: a name that mixes two of them is made to be taken for another."""


def fault(address: str) -> str:
    """Say what is wrong with a web address; empty if it can be published as a link (RFC 3986, RFC 5890).

    Args:
        address: as it was typed or found.

    Returns:
        The end of a sentence that begins with the address, such as `names a user or a password`.

    """
    if len(address) > _MOST:
        return f"has more than {_MOST:,} characters"
    if any(not char.isprintable() or char.isspace() or char in _FORBIDDEN for char in address):
        return "holds a space, a control character or a sign that an address may not have"
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return f"has a host or a port that cannot be: a port is a number from 1 to {_MOST_PORT:,}"
    if parts.scheme not in {"http", "https"}:
        return "does not begin with `https://` or `http://`"
    if "@" in parts.netloc:
        return "names a user or a password, which would be published"
    if port == 0 or parts.netloc.endswith(":"):
        return f"has no port after the colon: a port is a number from 1 to {_MOST_PORT:,}"
    return _fault_of_host(parts.hostname or "")


def _fault_of_host(host: str) -> str:
    if not host:
        return "names no host"
    if ":" in host:
        return "" if _is_ip(host) else "has a host that cannot be"
    labels = host.removesuffix(".").split(".")
    if len(host) > _LONGEST_HOST or not all(map(_LABEL.fullmatch, labels)):
        return "has a host that cannot be"
    if labels[-1].isdigit() and not _is_ip(host):
        return "has a host that cannot be"
    for label in labels:
        scripts = {name for char in label if (name := unicodedata.name(char, "").split(" ")[0]) in _SCRIPTS}
        if len(scripts) > 1:
            return f"has a host that mixes letters of {' and '.join(sorted(one.title() for one in scripts))} (`{label}`)"
    return ""


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
