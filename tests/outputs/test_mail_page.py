"""Pages for mails: what they hold, and that a mail program shows them: no styles apart, no scripts, full addresses."""

from __future__ import annotations

import datetime as dt
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from mkdocs_briefings import outputs
from mkdocs_briefings.cli.main import main
from mkdocs_briefings.outputs.mail_page import one_briefing, what_is_new

from tests import whole
from tests.desks import tree
from tests.outputs.desks import ADDRESS, HOSTILE, hostile, published, with_deadline

if TYPE_CHECKING:
    from pathlib import Path

DAY = dt.date(2025, 6, 14)
VOID = {"meta", "br"}


class Mail(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert tag not in {"script", "style", "link", "img", "form", "iframe"}
        assert not {"class", "id", "onclick"} & given.keys()
        if tag == "a":
            self.links.append(given["href"] or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def test_a_week_holds_what_changed_in_it() -> None:
    publication = published().publication
    week = Mail(what_is_new(publication, DAY - dt.timedelta(days=7), DAY))
    assert all(link.startswith(ADDRESS) for link in week.links)
    assert "A desk: What is new After 7 June 2025, up to 14 June 2025." in week.text
    assert "Acme sold chips Evidence to 10 June 2025." in week.text
    assert "Corrected: Acme sold chips" in week.text
    assert "Allegation: Acme sold 40 chips. — a clerk of the office → Acme (a call) → Post" in week.text
    before = Mail(what_is_new(publication, DAY, DAY + dt.timedelta(days=7)))
    assert "Nothing is new after 14 June 2025, up to 21 June 2025." in before.text


def test_one_briefing_or_the_note_of_its_withdrawal() -> None:
    result = published()
    told = Mail(one_briefing(result.publication, result.corpus.briefings["main"]))
    assert "Acme sold chips" in told.text
    gone = Mail(one_briefing(result.publication, result.corpus.briefings["gone"]))
    assert "Withdrawn: Gone This briefing was withdrawn. It was wrong." in gone.text


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_title_breaks_a_mail(kind: str) -> None:
    Mail(what_is_new(hostile(kind).publication, dt.date(2000, 1, 1), dt.date(2030, 1, 1)))


def test_each_briefing_leads_to_its_page_for_a_mail() -> None:
    result = published()
    foot = outputs.foot(result.publication)
    of = {page.path: foot(page) for page in result.pages}
    assert (
        '<a href="../../digest/briefings/main.html">this briefing as one plain page</a>'
        in of["briefings/main.md"]
    )
    assert 'data-b-copy-page="../../digest/briefings/main.html" hidden' in of["briefings/main.md"]
    assert not any(
        "data-b-copy-page" in text for path, text in of.items() if not path.startswith("briefings/")
    )
    assert "data-b-copy-page" not in of["briefings/gone.md"]
    assert "Acme sold chips" in Mail(result.outputs["digest/briefings/main.html"].decode()).text
    week = Mail(result.outputs["digest/new.html"].decode()).text
    assert "After 7 June 2025, up to 14 June 2025." in week
    flat = published(directory_urls=False)
    page = next(page for page in flat.pages if page.path == "briefings/main.md")
    assert 'href="../digest/briefings/main.html"' in outputs.foot(flat.publication)(page)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for path, data in tree(with_deadline(whole.desk())).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    (tmp_path / "docs").mkdir()
    settings = f"site_name: A desk\nsite_url: {ADDRESS}\ntheme: {{name: material, font: false}}\nplugins: [briefings]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return tmp_path


def test_the_command(desk: Path) -> None:
    def run(*args: str) -> tuple[int, str]:
        done = CliRunner().invoke(main, ["--root", str(desk), "digest", *args])
        return done.exit_code, done.output

    code, text = run()
    assert code == 0
    assert "Acme sold chips" in Mail(text).text
    assert run("main")[0] == 0
    assert run("--output", str(desk / "mail.html")) == (0, "")
    assert (desk / "mail.html").read_text("utf-8") == text
    code, text = run("nowhere")
    assert code == 1
    assert "there is no published briefing `nowhere`" in text
    assert run("--until", "tomorrow")[0] == run("--until", "0001-01-03")[0] == 2
    settings = desk / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace(f"site_url: {ADDRESS}\n", ""), encoding="utf-8")
    code, text = run()
    assert code == 1
    assert "set `site_url` in mkdocs.yml" in text
