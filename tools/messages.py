"""Bring the translations up to date with the messages of the site: new ones empty, changed ones doubtful, gone ones out.

Run it in the environment of the project after a change of `messages/site_messages.py`; then translate what is empty.
With `--check` it changes nothing, and fails if a file is not up to date.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from mkdocs_briefings.messages.site_messages import ENGLISH
from mkdocs_briefings.messages.translations import LANGUAGES

FOLDER = Path(__file__).parents[1] / "generator" / "mkdocs_briefings" / "messages"
HEAD = "# {language}: what readers see. The context of a message is its id; keep what is in braces.\n#"


def updated(data: bytes, language: str) -> bytes:
    """Bring the file of a language up to date."""
    locale = language.replace("-", "_")
    given = {one.context: one for one in read_po(io.BytesIO(data), locale=locale, charset="utf-8")}
    head = HEAD.format(language=language)
    made = Catalog(locale=locale, charset="utf-8", header_comment=head, fuzzy=False)
    for id_, said in ENGLISH.items():
        old = given.get(id_)
        same_forms = old is not None and isinstance(old.id, str) == isinstance(said, str)
        string = old.string if old is not None and same_forms else ""
        is_changed = bool(any(string or ()) and old and (old.fuzzy or old.id != said))
        made.add(said, string, context=id_, flags=("fuzzy",) if is_changed else ())
    out = io.BytesIO()
    write_po(out, made, width=0)
    # No dates and no versions: the same messages give the same file.
    kept = (
        line
        for line in out.getvalue().decode().splitlines()
        if not line.startswith(
            (
                '"POT-Creation',
                '"PO-Revision',
                '"Project-Id',
                '"Report-Msgid',
                '"Last-Tr',
                '"Generated',
                '"Language-Team',
            )
        )
    )
    return ("\n".join(kept).strip() + "\n").encode()


def main() -> int:
    """Update the files, or with `--check` say which are not up to date."""
    late = []
    for language in LANGUAGES[1:]:
        path = FOLDER / f"{language}.po"
        before = path.read_bytes() if path.exists() else b""
        after = updated(before, language)
        if after == before:
            continue
        late.append(path.name)
        if "--check" not in sys.argv:
            path.write_bytes(after)
    if late:
        print(f"{'not up to date' if '--check' in sys.argv else 'updated'}: {', '.join(late)}")
    return int(bool(late) and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
