"""Recognise files that editors and interrupted commands leave behind; they are not part of the desk."""

from __future__ import annotations

import re

_PASSING = re.compile(
    r"\.#.*"  # Emacs: a link that leads nowhere, while a file is changed
    r"|#.*#"  # Emacs: what was not saved
    r"|.*~"  # the version before
    r"|\..*\.sw[a-p]"  # Vim: what was not saved
    r"|4913"  # Vim: whether it may write here
    r"|\..*\.tmp"  # ours: `files/temporary.py`
)


def is_passing(path: str) -> bool:
    """Return whether a file, by its name, is not part of the desk."""
    return _PASSING.fullmatch(path.rpartition("/")[2]) is not None
