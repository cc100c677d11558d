"""The desk on which outputs are tried: every field, hostile words, and all that must not leave it."""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import TYPE_CHECKING, Any

from mkdocs_briefings.derive.version_content import changed, content
from mkdocs_briefings.outputs.table import NAMES
from mkdocs_briefings.parse.version_ledger import VersionLedger, dumps, version_sum

from tests import whole
from tests.desks import made, source, told, yaml

if TYPE_CHECKING:
    from mkdocs_briefings.build import Result

ADDRESS = "https://desk.example/below/"
LONG = "long " * 2000
HOSTILE = {
    "formula": "=cmd|' /C calc'!A",
    "plus": "+one of them",
    "at": "@everybody",
    "quotes": "He said \"no\", 'no', “no”; and so on",
    "cdata": "]]> <![CDATA[ <b>bold</b> &amp; {{ x }} \\ % $ # _ ~ ^ {",
    "lines": "first\nsecond\n\nBEGIN:VEVENT\nTY  - JOUR",
    "directions": "\u202eright to left \u200f\u2067 and on",
    "long": LONG.strip(),
    "markup": "</title></script><script>alert(x)</script>",
    "control": "bell\x07 escape\x1b nul\0 next\x85 mark\ufeff end",
}
"""Titles that break a form whose writer does not look."""
HIDDEN = "Hiddenword"
"""Stands in drafts, under embargo, in withdrawn summaries, and in the words of sources that nobody cites."""
QUOTED = "Quotedword"
"""Stands in a passage that a claim cites, and nowhere else."""


def with_deadline(data: whole.Desk) -> dict[str, str]:
    """Give the files of a desk that also expects something, and asks about it."""
    words = "The chip curb ends by 31 January 2026"
    claim = {
        "text": "The chip curb ends by 31 January 2026.",
        "said_by": "acme",
        "date": "..2026-01-31",
        "quote": words,
    }
    data["other"]["claims"]["ends"] = claim
    answer = "The chip curb ends [@ends]."
    data["other"]["questions"] = [{"id": "when", "text": "When is it over?", "on": "ends", "answer": answer}]
    files = whole.files(data)
    files["seeds/b.txt"] = source(f"{whole.OTHER_TEXT} {words}, Acme said.", **data["other seed"])
    return files


def published(data: whole.Desk | None = None, **settings: Any) -> Result:
    """Build a desk with all outputs."""
    given = {"title": "A desk", "address": ADDRESS, "outputs": NAMES, "feed_claims": 1, **settings}
    result = made(with_deadline(data or whole.desk()), **given)
    assert not result.failed, told(result)
    return result


def versioned() -> Result:
    """Build a desk whose second briefing had another title and another bottom line before, and a version of each."""
    made_ = published()
    briefing = made_.corpus.briefings["other"]
    now = content(briefing, made_.corpus)
    then = now.model_copy(
        update={
            "title": f"{HIDDEN} before",
            "evidence": dt.date(2025, 6, 1),
            "summary": now.summary[:1],
        }
    )
    then = then.model_copy(update={"sum": version_sum(then)})
    known = {"other": VersionLedger(briefing="other", versions=(then,))}
    ledger = next(one for one in changed(made_.corpus, known) if one.briefing == "other")
    files = {**with_deadline(whole.desk()), "briefings/versions/other.json": dumps(ledger).decode()}
    result = made(files, title="A desk", address=ADDRESS, outputs=NAMES, feed_claims=1)
    assert not result.failed, told(result)
    return result


def guarded(*, drafts: bool = True, **settings: Any) -> Result:
    """Build a desk that hides a draft, an embargo, a withdrawn briefing, and words that nothing cites."""
    data = whole.desk()
    data["gone"] |= {
        "summary": f"Gamma left, says {HIDDEN} [@left].",
        "claims": {
            "left": {
                "text": f"Gamma left, says {HIDDEN}.",
                "quote": "Ben Writer",
                "date": "2031-02",
                "said_by": f"an aide to {HIDDEN}",
            }
        },
        "questions": [{"text": f"Who is {HIDDEN}?", "on": "left", "answer": f"It is {HIDDEN} [@left]."}],
        "corrections": [{"date": "2025-06-14", "text": f"It was {HIDDEN}."}],
    }
    data["main"]["claims"]["issued"]["quote"] = f"A curb was issued, {QUOTED} said"
    data["other seed"] |= {"rights": "all-rights-reserved", "lang": "en"}
    files = whole.files(data)
    text = whole.TEXT.replace("A curb was issued", f"{HIDDEN} wrote: A curb was issued, {QUOTED} said")
    files["seeds/a.txt"] = source(f"{text} {HIDDEN} is uncited.", **whole.SEED)
    hidden = {
        "sources": ["b"],
        "title": f"{HIDDEN} left",
        "summary": f"{HIDDEN} left, and Gamma [@left].",
        "claims": {"left": {"text": f"{HIDDEN} left in March.", "date": "2030-03", "quote": "Gamma left"}},
        "questions": [f"Who is {HIDDEN}?"],
        "corrections": [{"date": "2025-06-14", "text": f"It was {HIDDEN}."}],
        "storylines": ["line"],
    }
    if drafts:
        files["briefings/2025-06-14-draft.yml"] = yaml(status="draft", **hidden)
        files["briefings/2025-06-14-later.yml"] = yaml(embargo="2031-01-01", **hidden)
    given = {"title": "A desk", "address": ADDRESS, "outputs": NAMES, "feed_claims": 1, **settings}
    result = made(files, **given)
    assert not result.failed, told(result)
    return result


BARE, SPEAKER, DENIER, REPLY = "bareword", "Speakerword", "Denierword", "Replyword"
"""Stand in the text of an allegation, the name of who says it, that of who denies it, and a reply to the desk."""


def alleged(more: str = "", **settings: Any) -> Result:
    """Build a desk with allegations at every place where claims are: dated, a state, expected, asked about.

    Args:
        more: words that each of them goes on with.
        settings: of the site.

    """
    quotes = {
        "alleged": "The chip curb was issued on 6 June 2025",
        "coming": "The chip curb comes into force in June 2026",
        "denied": "No curb was issued",
        "denied-too": "It is not coming into force in June 2026",
    }
    who = {name: DENIER if name.startswith("denied") else SPEAKER for name in quotes}
    data = whole.desk()
    data["main"]["claims"] |= {
        name: {"source": "c", "quote": quote, "said_by": f"an aide to {who[name]}"}
        for name, quote in quotes.items()
    }
    claims = data["main"]["claims"]
    claims["alleged"] |= {
        "text": f"The chip curb was issued for {BARE} chips{more}.", "kind": "allegation", "state": {"curb": "issued"},
        "date": "2025-06-06",
    }  # fmt: skip
    claims["coming"] |= {
        "text": f"The chip curb for {BARE} chips comes into force in June 2026{more}.", "kind": "allegation",
        "state": {"curb": "in force"}, "date": "2026-06",
    }  # fmt: skip
    claims["alleged"]["reply"] = claims["coming"]["reply"] = {
        "acme": {"answered": "2025-06-13", "words": f"No, {REPLY}."}
    }
    claims["denied"] |= {"denies": "alleged"}
    claims["denied-too"] |= {"denies": "coming"}
    data["main"] |= {"sources": ["a", "c"], "lang": settings.get("language", "en")}
    data["main"]["summary"] += (
        "\n\n- An aide to Speakerword spoke [@alleged; @coming], and an aide to Denierword denied it [@denied; @denied-too]."
    )
    data["main"]["questions"] = [
        {"text": "Will it come?", "on": "coming", "answer": "An aide to Speakerword spoke [@alleged]."}
    ]
    data["main"]["corrections"] = [{"date": "2025-06-14", "text": "A name was wrong [@alleged]."}]
    data["main"]["disagreements"][0]["between"] = ["sold", "alleged", "coming"]
    files = whole.files(data)
    told_in = (f"{quote}, an aide to {who[name]} said." for name, quote in quotes.items())
    files["seeds/c.txt"] = source(
        " ".join(told_in), id="c", title="Chips", published="2025-06-12", publisher="post"
    )
    given = {"title": "A desk", "address": ADDRESS, "outputs": NAMES, "feed_claims": 1, **settings}
    result = made(files, **given)
    assert not result.failed, told(result)
    return result


@functools.cache
def hostile(kind: str) -> Result:
    """Build a desk whose titles, names, notes and texts break a form whose writer does not look."""
    words = HOSTILE[kind]
    # YAML takes no control characters, so these come from `mkdocs.yml` alone.
    typed = re.sub("[\0-\x09\x0b-\x1f\x85\ufeff]", " ", words)
    plain = typed.replace("[", "(").replace("]", ")")
    data = whole.desk()
    for name in ("title", "label", "author", "status_note"):
        data["seed"][name] = typed
    data["main"]["title"] = data["storylines"]["line"]["title"] = data["gone"]["withdrawn"] = typed
    claims = data["main"]["claims"]
    claims["bought"] |= {"text": f"{plain} Beta bought 50 chips", "note": typed, "why": typed}
    claims["sold"]["said_by"] = [
        f"a clerk of the office, {re.sub('[>(){}]', ' ', plain)} > acme",
        "not stated",
    ]
    data["main"]["questions"][1]["text"] = f"Who was it, {plain}?"
    data["main"]["disagreements"][0]["note"] = f"Both may hold, {plain} [@sold]."
    data["main"]["corrections"][0]["text"] = f"A name was wrong: {plain} [@sold]."
    data["entities"]["curb"]["name"] = f"curb {typed}"
    files = with_deadline(data)
    given = {"address": ADDRESS, "outputs": NAMES, "feed_claims": 1}
    result = made(files, title=words, description=words, **given)
    assert not result.failed, told(result)
    return result
