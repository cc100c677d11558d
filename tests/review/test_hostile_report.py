"""A whole report of a desk whose every text is hostile: it stays Markdown of ours, with links of ours."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from mkdocs_briefings.review.markdown_report import markdown

from tests.desks import source, yaml
from tests.review.sides import change
from tests.review.test_comment_text import COMMONMARK, SECOND_LOOK, TEXTS, seen
from tests.sampling import examples

OURS = {
    "h2",
    "h3",
    "h4",
    "p",
    "ul",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "s",
    "strong",
    "code",
    "a",
}


def desk(text: str, *, late: bool) -> dict[str, str | bytes]:
    said, then = f"{text} x", "later" if late else "sooner"
    line = " ".join(text.split())
    claim: dict[str, Any] = {
        "text": f"{said} {'was' if late else 'was not'} sold.",
        "quote": f"Acme did not sell {line} chips" if line else "Acme did not sell",
        "said_by": f"a man {line.replace('>', '')}",
        "note": said,
        "why": f"{said} 5",
        "value": {"acme": {f"p {line}": 5}},
    }
    made = {
        "title": f"{said} {then}",
        "sources": ["a"],
        "summary": f"{said} {then} [@sold]." if "[" not in text else "Acme [@sold].",
        "claims": {"sold": claim, "more": {**claim, "text": f"{then} {said}", "quote": "Beta sold"}},
        "disagreements": [
            {
                "id": "d",
                "about": f"{said} {then}",
                "class": "scope",
                "between": ["sold", "more"],
                "note": said,
            }
        ],
        "questions": [{"id": "q", "text": said, "answer": f"{then} [@sold]."}],
    }
    status = {"status": "withdrawn", "status_note": said} if late else {}
    front = {"title": said, "label": said, "author": said, **status}
    return {
        "seeds/a.txt": source(f"Acme did not sell {line} chips. Beta sold {line} chips.", id="a", **front),
        "briefings/entities/all.yml": yaml(
            acme={"kind": "company", "name": said, "short": then, "note": f"{said} {then}"}
        ),
        "briefings/2026-01-24-sales.yml": yaml(**made),
    }


@pytest.mark.slow
@settings(deadline=None, max_examples=examples(30))
@given(TEXTS)
@example("/close")
@example("@acme #12 https://x.org www.x.org <img src=x> [a](http://x) `")
@example("| a | ~~b~~ **c** <!--")
def test_a_report_of_hostile_texts(text: str) -> None:
    found = change(desk(text, late=False), desk(text, late=True))
    for most in (None, 8_000):
        report = markdown(found, preview="https://preview.example.org", most=most)
        shown = seen(report.replace("- [ ] ", "- "))
        assert set(shown.tags) <= OURS
        assert not SECOND_LOOK.search(re.sub(r"\[…", "", shown.text)), shown.text
        links = re.findall(r'href="([^"]*)"', COMMONMARK.render(report))
        assert all(link.startswith("https://preview.example.org/") for link in links)
        assert not re.search(r"^\s*/", report, re.MULTILINE)
        rows = re.findall(r"<tr>(.*?)</tr>", COMMONMARK.render(report), re.DOTALL)
        assert {len(re.findall(r"<t[dh]", row)) for row in rows} <= {2, 3}


def test_the_hostile_desk_is_told_whole() -> None:
    text = "@acme #12 https://x.org <img src=x> `"
    report = markdown(
        change(desk(text, late=False), desk(text, late=True)), preview="https://preview.example.org"
    )
    assert "error" not in report.split("###", 1)[0]
    for title in ("Claims", "Our own sentences", "Sources", "Disagreements", "Questions", "Pages"):
        assert f"### {title} (" in report
    assert "](https://preview.example.org/briefings/sales/#c-sold)" in report
