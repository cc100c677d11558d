"""Hypothesis strategies for whole desks: articles, entities, briefings, with words of many scripts and hostile signs.

Most of them are sound, because what they say is what they quote; what they say is nonsense.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tests.desks import source, tree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MARK = "fuzzed"
"""Stands in every piece of markup that is put into a text: as an element, an attribute or an address it must not come out."""
PIECES = (
    f"<script>{MARK}</script>", f"<img src={MARK} onerror={MARK}>", f"<b {MARK}>", f"[x](javascript:{MARK})",
    f"![{MARK}](//{MARK}.example/x.png)", f"{{{{ {MARK} }}}}", f"{{% {MARK} %}}", f"&lt;{MARK}&gt;", f"<!--{MARK}-->",
    f"]]>{MARK}", f"|{MARK}|", f"`{MARK}`", f"*{MARK}*", f"{{: .{MARK} onclick={MARK}}}", f"\\{MARK}", f"={MARK}()",
    f"--8<-- {MARK}", f"$({MARK})", f"%3C{MARK}%3E", f"'{MARK}", f"«{MARK}»",
)  # fmt: skip
LANGUAGES = ("en", "de", "fr", "es", "ja", "zh", "ar", "pl", "zh-Hans", "pt-BR")
_LETTERS = st.sampled_from(
    ("abcdefghij", "äöüßéñ", "бвгдж", "αβγδε", "漢字仮名", "カキクケ", "אבגד", "بتثج", "कखग", "ａｂ")
)
_EITHER = st.booleans()
_MARKS = st.sampled_from(("", "", "", "\u200b", "\u00ad", "\u200f", "\u0301", "ﬁ", "\u2011"))


@st.composite
def word(draw: st.DrawFn, number: int) -> str:
    """Give a word that no other number gives."""
    letters = draw(_LETTERS)
    own = "".join(letters[int(digit) % len(letters)] for digit in f"{number:04d}")
    tail = "".join(chr(ord("k") + int(digit)) for digit in f"{number:04d}")
    return own + draw(_MARKS) + tail


class _Words:
    """Gives words that are all different, so that each quotation is in one place."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw, self.used = draw, 0

    def word(self) -> str:
        self.used += 1
        return self.draw(word(self.used))

    def words(self, least: int, most: int) -> list[str]:
        made = [self.word() for _ in range(self.draw(st.integers(least, most)))]
        if self.draw(st.integers(0, 3)) == 0:
            made.insert(self.draw(st.integers(1, len(made))), self.draw(st.sampled_from(PIECES)))
        return made

    def text(self) -> str:
        return " ".join(self.words(2, 6))


def _article(words: _Words, names: Sequence[str]) -> list[list[str]]:
    sentences = [words.words(5, 9) for _ in range(words.draw(st.integers(2, 5)))]
    for sentence in sentences:
        if words.draw(_EITHER) and names:
            sentence.insert(words.draw(st.integers(1, len(sentence) - 1)), words.draw(st.sampled_from(names)))
    return sentences


def _claim(words: _Words, quote: str, entities: Sequence[str], kind: str) -> dict[str, Any]:
    made: dict[str, Any] = {"text": f"{quote}.", "quote": quote, "kind": kind}
    if kind != "report" or words.draw(_EITHER):
        voices = [f"a {words.word()} there", *entities]
        made["said_by"] = words.draw(st.sampled_from(voices))
    if words.draw(st.integers(0, 4)) == 0:
        made["note"] = words.text()
    return made


@st.composite
def desks(draw: st.DrawFn) -> Mapping[str, bytes]:  # noqa: C901, a part of a desk after the other
    """Give the files of a desk, by path."""
    words = _Words(draw)
    entities = {f"e{n}": {"kind": kind, "name": words.word().capitalize()} for n, kind in enumerate(draw(st.lists(st.sampled_from(["person", "company", "outlet", "measure", "place"]), max_size=4)))}  # fmt: skip
    files: dict[str, str | bytes] = {}
    articles: dict[str, list[list[str]]] = {}
    names = [str(one["name"]) for one in entities.values()]
    outlets = [id_ for id_, one in entities.items() if one["kind"] == "outlet"]
    speakers = [id_ for id_, one in entities.items() if one["kind"] in {"person", "company"}]
    for n in range(draw(st.integers(1, 3))):
        articles[f"s{n}"] = sentences = _article(words, names)
        day = draw(st.sampled_from(["2026-01-24", "2026-01", "2026", "2025-12-31..2026-01-02", "not stated"]))
        files[f"seeds/s{n}.txt"] = source(
            "\n\n".join(f"{' '.join(one)}." for one in sentences) + "\n",
            title=words.text(),
            published=day,
            publisher=draw(st.sampled_from([*outlets, "not stated"])),
            lang=draw(st.sampled_from(LANGUAGES)),
            rights=draw(st.sampled_from(["all-rights-reserved", "cc-by", "own"])),
            note=draw(st.none() | st.just(words.text())),
        )
    if entities:
        files["briefings/entities/all.yml"] = json.dumps(entities, ensure_ascii=False, indent=1)
    free = [(id_, sentence) for id_, sentences in articles.items() for sentence in sentences]
    cited: list[str] = []
    for n in range(draw(st.integers(0, min(3, len(free))))):
        own, free = free[: max(1, len(free) // 2)], free[max(1, len(free) // 2) :]
        if not own:
            break
        claims = {
            f"c{m}": _claim(
                words,
                " ".join(sentence),
                speakers,
                draw(st.sampled_from(["report", "report", "opinion", "forecast"])),
            )
            for m, (_, sentence) in enumerate(own)
        }
        told = [f"{' '.join(sentence)} [@c{m}]." for m, (_, sentence) in enumerate(own)]
        status = draw(st.sampled_from(["published", "published", "draft", "withdrawn"]))
        briefing: dict[str, Any] = {
            "title": " ".join(own[0][1]),
            "sources": sorted({id_ for id_, _ in own}),
            "lang": draw(st.sampled_from(LANGUAGES)),
            "summary": "\n\n".join([told[0], *(f"- {one}" for one in told[1:])]) + "\n",
            "claims": claims,
            "status": status,
        }
        if status == "withdrawn":
            briefing["withdrawn"] = words.text()
        if draw(_EITHER):
            briefing["questions"] = [f"{words.text()}?", {"text": f"{words.text()}?", "on": "c0"}]
        if len(claims) > 1 and draw(_EITHER):
            briefing["disagreements"] = [{"about": words.text(), "class": "scope", "between": ["c0", "c1"]}]
        if draw(st.integers(0, 3)) == 0:
            briefing["corrections"] = [{"date": "2026-02-01", "text": words.text()}]
        if draw(st.integers(0, 3)) == 0:
            briefing["formerly"] = [f"old{n}"]
        files[f"briefings/2026-0{n + 1}-b{n}.yml"] = json.dumps(briefing, ensure_ascii=False, indent=1)
        if status == "published":
            cited.append(f"{' '.join(own[0][1])} [@b{n}#c0].")
    if draw(_EITHER) and cited:
        lines = {"line": {"title": words.text(), "summary": "\n\n".join(cited)}}
        files["briefings/storylines.yml"] = json.dumps(lines, ensure_ascii=False, indent=1)
    return tree(files)
