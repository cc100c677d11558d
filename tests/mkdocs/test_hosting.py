"""Where the hosting of a desk shows a file or a folder."""

from __future__ import annotations

import pytest
from mkdocs_briefings.mkdocs.hosting import edit, folder


@pytest.mark.parametrize(
    ("template", "wanted"),
    [
        ("https://github.com/edit/desk/edit/main/{path}", "https://github.com/edit/desk/tree/main/a%20b/c"),
        ("https://gitlab.com/org/desk/-/edit/main/sub/{path}", "https://gitlab.com/org/desk/-/tree/main/sub/a%20b/c"),
        ("https://code.example/org/desk/_edit/main/{path}", "https://code.example/org/desk/src/branch/main/a%20b/c"),
        ("https://editor.example/open?file={path}", ""),
    ],
)  # fmt: skip
def test_a_folder_is_shown_where_the_host_is_known(template: str, wanted: str) -> None:
    assert folder(template, "a b/c") == wanted


def test_a_file_is_opened_in_the_host_s_editor() -> None:
    assert edit("https://h.example/edit/{path}", "a b/ç.yml") == "https://h.example/edit/a%20b/%C3%A7.yml"
