"""A German and a Japanese desk, made from nothing: labels, dates, search, all in the language of the site."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs_briefings.edit.seal import seal

from tests.site.conftest import Desk, serving, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.site.conftest import Visit

pytestmark = pytest.mark.slow

GERMAN: dict[str, Any] = {
    "source": {"title": "Hafenbehörde kündigt Gebühr an", "published": "2026-03-04", "publisher": "kurier", "label": "Kurier zur Gebühr"},
    "text": "Die Hafenbehörde führt am 1. April 2026 eine Schleusengebühr ein, sagte ihr Sprecher dem Kurier.\n",
    "entities": {"kurier": {"kind": "outlet", "name": "Kurier"}, "behoerde": {"kind": "agency", "name": "Hafenbehörde"}},
    "summary": "Die Hafenbehörde führt eine Schleusengebühr ein [@gebuehr].\n",
    "title": "Hafenbehörde plant eine Gebühr",
    "claim": {"text": "Die Hafenbehörde führt am 1. April 2026 eine Schleusengebühr ein.", "said_by": "behoerde", "date": "2026-04-01", "printed": "am 1. April 2026",
              "quote": "führt am 1. April 2026 eine Schleusengebühr ein, sagte ihr Sprecher"},
}  # fmt: skip
JAPANESE: dict[str, Any] = {
    "source": {"title": "宇宙カプセル回収", "published": "2026-03-04", "publisher": "shinbun", "label": "新聞の報道"},
    "text": "宇宙機関は2026年4月1日にカプセルを回収すると新聞に述べた。\n",
    "entities": {"shinbun": {"kind": "outlet", "name": "新聞"}, "kikan": {"kind": "agency", "name": "宇宙機関"}},
    "summary": "宇宙機関はカプセルを回収する [@kaishu]。\n",
    "title": "宇宙機関がカプセルを回収する",
    "claim": {"text": "宇宙機関は2026年4月1日にカプセルを回収する。", "said_by": "kikan", "date": "2026-04-01", "printed": "2026年4月1日",
              "quote": "宇宙機関は2026年4月1日にカプセルを回収する"},
}  # fmt: skip
ARABIC: dict[str, Any] = {
    "source": {"title": "هيئة الميناء تعلن رسما", "published": "2026-03-04", "publisher": "barid", "label": "تقرير البريد عن الرسم"},
    "text": "قال متحدث باسم هيئة الميناء إن الهيئة تفرض رسما على القفل في 1 أبريل 2026. وأضاف أن السفن تدفع عند الدخول.\n",
    "entities": {"barid": {"kind": "outlet", "name": "البريد"}, "hayat": {"kind": "agency", "name": "هيئة الميناء"}},
    "summary": "تفرض هيئة الميناء رسما على القفل [@rasm].\n",
    "title": "هيئة الميناء تفرض رسما",
    "claim": {"text": "تفرض هيئة الميناء رسما على القفل في 1 أبريل 2026.", "said_by": "hayat", "date": "2026-04-01", "printed": "في 1 أبريل 2026",
              "quote": "الهيئة تفرض رسما على القفل في 1 أبريل 2026"},
}  # fmt: skip


def desk(root: Path, language: str, data: dict[str, Any]) -> Desk:
    """Make and build a desk of one article and one briefing."""
    made = Desk(root / language)
    made.write(
        "mkdocs.yml",
        f"site_name: Desk\ntheme: {{name: material, font: false, language: {language}}}\nplugins: [briefings]\n",
    )
    made.write("docs/about.md", "# A\n")
    front = "".join(
        f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in data["source"].items()
    )
    made.write("seeds/a.txt", f"---\n{front}---\n{data['text']}")
    source = made.root / "seeds/a.txt"
    source.write_bytes(seal(source.read_bytes()) or b"")
    made.write("briefings/entities/all.yml", json.dumps(data["entities"], ensure_ascii=False))
    id_ = data["summary"].partition("[@")[2].partition("]")[0]
    briefing = {
        "title": data["title"],
        "sources": ["a"],
        "summary": data["summary"],
        "claims": {id_: data["claim"]},
    }
    made.write("briefings/2026-03-04-first.yml", json.dumps(briefing, ensure_ascii=False))
    done = made.run("mkdocs", "build")
    assert done.returncode == 0, done.stdout
    return made


@pytest.mark.parametrize(
    ("language", "data", "labels", "query", "found"),
    [
        (
            "de", GERMAN,
            ("Belege bis 4. März 2026", "Das Wichtigste", "Aussagen und ihre Textstellen", "angesetzt: 1. April 2026", "Dieses Briefing zitieren"),
            "Schleusengebühr", "Treffer",
        ),
        (
            "ja", JAPANESE,
            ("2026年3月4日までの情報に基づく", "要点", "主張と引用箇所", "予定：2026年4月1日", "このブリーフィングを引用する"),
            "カプセル", "結果",
        ),
    ],
    ids=["de", "ja"],
)  # fmt: skip
def test_a_desk_is_in_its_language(  # noqa: PLR0913, what a language is shown by
    language: str,
    data: dict[str, Any],
    labels: tuple[str, ...],
    query: str,
    found: str,
    tmp_path: Path,
    visit: Callable[..., Visit],
) -> None:
    made = desk(tmp_path, language, data)
    with serving(made.site) as port:
        page = visit(url=f"http://127.0.0.1:{port}/").open("briefings/first/")
        assert page.locator("html").get_attribute("lang") == language
        text = page.locator("body").text_content() or ""
        assert [label for label in labels if label not in text] == []
        page.keyboard.press("/")
        page.locator(".b-search input").fill(query)
        page.locator(".b-search-hits mark").first.wait_for()
        until(lambda: found in page.locator(".b-search-count").inner_text(), "the count of the hits")
        assert query in "".join(page.locator(".b-search-hits mark").all_inner_texts())
        page.wait_for_load_state("networkidle")


STICKS_OUT = """() => {
    const width = document.documentElement.clientWidth;
    const seen = [...document.querySelectorAll("header a, .b-page *, .b-note, .b-page")];
    return seen.filter(one => {
        const box = one.getBoundingClientRect();
        const hidden = !box.width || getComputedStyle(one).position === "absolute";
        return !hidden && !one.closest(".md-typeset__scrollwrap, template, .b-figure, .b-flow") && (box.left < -1 || box.right > width + 1);
    }).map(one => one.outerHTML.slice(0, 120));
}"""


def test_an_arabic_page_runs_from_right_to_left_and_loses_nothing(
    tmp_path: Path, visit: Callable[..., Visit]
) -> None:
    made = desk(tmp_path, "ar", ARABIC)
    with serving(made.site) as port:
        for width in (390, 1440):
            page = visit(width=width, url=f"http://127.0.0.1:{port}/").open("briefings/first/")
            assert page.locator("body").get_attribute("dir") == "rtl"
            assert page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            )
            assert page.evaluate(STICKS_OUT) == []
        note, text = page.locator(".b-note").first, page.locator(".b-page p").first
        note.wait_for()
        until(
            lambda: (
                (note.bounding_box() or {"x": 9e9, "width": 0})["x"] >= 0
                and (note.bounding_box() or {"x": 9e9})["x"] < (text.bounding_box() or {"x": 0})["x"]
            ),
            "the note stands to the left of its sentence",
        )
