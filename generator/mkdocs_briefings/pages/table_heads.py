"""Tables for narrow screens: each cell carries the heading of its column, so that rows can stand as small cards."""

from __future__ import annotations

import html
import re

_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_CELL = re.compile(r"<td\b")
_TAG = re.compile(r"<[^>]*>")


def labelled(content: str) -> str:
    """Give the tables of a page a class, and their cells the words of their heads; a table that has a class is left.

    Args:
        content: the HTML of the page, as a Markdown renderer makes it: no table stands in another.

    """
    return _TABLE.sub(_table, content)


def _table(table: re.Match[str]) -> str:
    heads = [html.unescape(_TAG.sub("", head)).strip() for head in _HEAD.findall(table[1])]

    def row(cells: re.Match[str]) -> str:
        labels = iter(heads)
        return f"<tr>{_CELL.sub(lambda _: _cell(next(labels, '')), cells[1])}</tr>"

    return f'<table class="b-table">{_ROW.sub(row, table[1])}</table>'


def _cell(label: str) -> str:
    return f'<td data-label="{html.escape(label)}"' if label else "<td"
