"""Find the address at which the code host edits a file, from `edit_url`."""

from __future__ import annotations

from urllib.parse import quote

_VIEWS = (("/-/edit/", "/-/tree/"), ("/_edit/", "/src/branch/"), ("/edit/", "/tree/"))
"""How GitLab, Gitea and GitHub open a file for editing, and how they show a folder, which cannot be edited."""


def edit(template: str, path: str) -> str:
    return template.replace("{path}", quote(path))


def folder(template: str, path: str) -> str:
    """Return the address of a folder; empty if the host is none that we know."""
    for editing, showing in _VIEWS:
        before, found, after = template.rpartition(editing)
        if found:
            return edit(f"{before}{showing}{after}", path)
    return ""
