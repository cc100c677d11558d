"""Put in order what Pagefind keeps in the order of its hash tables, another one at each run: filters and their values."""

from __future__ import annotations

import gzip
import hashlib
import json
from typing import TYPE_CHECKING, Any

import cbor2

if TYPE_CHECKING:
    from collections.abc import Mapping

ENTRY = "pagefind-entry.json"
OUT_OF_ORDER = (ENTRY, "*.pf_meta", "filter/*.pf_filter")
"""The files that differ between two runs, as patterns below the folder of an index."""
_SIGNATURE = b"pagefind_dcd"
"""What its files begin with when they are unpacked; the script in the browser takes them packed and unpacked."""
_FILTERS = 3
"""Where the list of filters is among the parts of the list of pages (`.pf_meta`)."""


def ordered(files: Mapping[str, bytes]) -> dict[str, bytes | None]:
    """Return the files of an index in one order, each named after its content.

    They are left unpacked, for what packs them differs between machines (zlib, zlib-ng) and they are small.

    Args:
        files: those of `OUT_OF_ORDER`, by their paths below the folder of the index.

    Returns:
        What each file is to hold; None for those that now have another name.

    Raises:
        ValueError: the files have another form than that of Pagefind 1.5.

    """
    try:
        return dict.fromkeys(files) | _ordered(files)
    except (LookupError, TypeError, ValueError, EOFError, OSError, cbor2.CBORDecodeError) as error:
        raise ValueError("not an index of Pagefind 1.5") from error


def _ordered(files: Mapping[str, bytes]) -> dict[str, bytes]:
    made: dict[str, bytes] = {}
    entry = json.loads(files[ENTRY])
    for language, about in entry["languages"].items():
        parts = _read(files[f"pagefind.{about['hash']}.pf_meta"])
        filters = []
        for name, mark in sorted(parts[_FILTERS]):
            named, values = _read(files[f"filter/{mark}.pf_filter"])
            data = _written([named, sorted(values)])
            own = f"{language}_{_hash(data)[:7]}"
            made[f"filter/{own}.pf_filter"] = data
            filters.append([name, own])
        parts[_FILTERS] = filters
        data = _written(parts)
        about["hash"] = f"{language}_{_hash(data)[:11]}"
        made[f"pagefind.{about['hash']}.pf_meta"] = data
    made[ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return made


def _read(data: bytes) -> list[Any]:
    plain = data if data.startswith(_SIGNATURE) else gzip.decompress(data)
    if not plain.startswith(_SIGNATURE):
        raise ValueError(plain[:20])
    found: list[Any] = cbor2.loads(plain.removeprefix(_SIGNATURE))
    return found


def _written(parts: list[Any]) -> bytes:
    return _SIGNATURE + cbor2.dumps(parts)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
