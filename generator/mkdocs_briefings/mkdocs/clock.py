"""The time of a build: SOURCE_DATE_EPOCH if it is set, otherwise the clock. Only this module reads the clock."""

from __future__ import annotations

import datetime as dt
import os
import re

NAME = "SOURCE_DATE_EPOCH"
_LAST = int(dt.datetime(9999, 12, 31, tzinfo=dt.UTC).timestamp())


class MomentError(ValueError):
    """The environment names no moment; the message says what to do."""


def given() -> int | None:
    """Return the seconds since 1970 that the environment names; None if it names none, or an empty one.

    Raises:
        MomentError: it is no number of seconds, or lies beyond the year 9999.

    """
    text = os.environ.get(NAME, "")
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,12}", text) or int(text) > _LAST:
        raise MomentError(
            f"{NAME}: `{text[:40]}` is not a number of seconds since 1970; use digits, as printed by "
            "`git log -1 --format=%ct`, or unset it"
        )
    return int(text)


def today() -> dt.date:
    """Return the day, in UTC.

    Raises:
        MomentError: SOURCE_DATE_EPOCH is set, and is no moment.

    """
    seconds = given()
    now = dt.datetime.now(dt.UTC) if seconds is None else dt.datetime.fromtimestamp(seconds, dt.UTC)
    return now.date()


def clear_empty() -> None:
    """Take a moment that is set to nothing for none, for MkDocs does not.

    Raises:
        MomentError: it is set to something else that is no moment.

    """
    if given() is None:
        os.environ.pop(NAME, None)


def date(day: dt.date) -> None:
    """Date what MkDocs builds by a day, unless the environment names a moment."""
    seconds = int(dt.datetime.combine(day, dt.time(), dt.UTC).timestamp())
    os.environ.setdefault(NAME, str(max(seconds, 0)))


def undate(before: str | None) -> None:
    """Put back what the environment named before."""
    if before is None:
        os.environ.pop(NAME, None)
    else:
        os.environ[NAME] = before
