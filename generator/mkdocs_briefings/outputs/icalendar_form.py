"""The form of iCalendar (RFC 5545): its lines, its text, its days.

Six kinds of lines need no library; the one for it takes longer to load than all outputs take to make.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from mkdocs_briefings.outputs.clean import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_BYTES = 75
"""Of a line, its end not counted; a longer one goes on in the next, which begins with a blank."""
_SIGNS = re.compile(r"[\\;,]")


def text(*lines: str) -> str:
    """Write a text of lines, each of them cleaned."""
    return "\\n".join(_SIGNS.sub(lambda sign: f"\\{sign[0]}", one_line(line)) for line in lines)


def day(of: dt.date) -> str:
    """Write a day."""
    return of.strftime("%Y%m%d") if of.year > 999 else f"{of.year:04}{of.month:02}{of.day:02}"  # noqa: PLR2004, strftime pads no year


def moment(of: dt.date) -> str:
    """Write the moment in which a day begins in UTC."""
    return f"{day(of)}T000000Z"


def days(first: dt.date, last: dt.date) -> Iterable[str]:
    """Write whole days; the end of an event is the first day that is no longer part of it."""
    yield f"DTSTART;VALUE=DATE:{day(first)}"
    if last < dt.date.max:
        yield f"DTEND;VALUE=DATE:{day(last + dt.timedelta(days=1))}"


def written(lines: Iterable[str]) -> bytes:
    """Write lines with the ends that the form wants, folded between characters where they are long."""
    out: list[bytes] = []
    for line in lines:
        data = line.encode()
        while len(data) > MOST_BYTES:
            end = MOST_BYTES
            while data[end] & 0xC0 == 0x80:  # noqa: PLR2004, within a character of several bytes
                end -= 1
            out.append(data[:end])
            data = b" " + data[end:]
        out.append(data)
    return b"".join(line + b"\r\n" for line in out)
