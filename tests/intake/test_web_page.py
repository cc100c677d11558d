from __future__ import annotations

import pytest
from mkdocs_briefings.intake import web_page


def told(html: str, name: str) -> str:
    found = web_page.read(html).get(name)
    return found.value if found else ""


THING = '{"@type":"NewsArticle","headline":"Lock late","datePublished":"2026-03-04","publisher":{"name":"Courier"},"author":{"name":"Jane Moor"}}'


def ld(text: str) -> str:
    return f'<html><head><script type="application/ld+json">{text}</script></head><body></body></html>'


@pytest.mark.parametrize(
    "text",
    [
        THING,
        f"//<![CDATA[\n{THING}\n//]]>",
        f"<![CDATA[{THING}]]>",
        f"<!--\n{THING}\n-->",
        f"/*<![CDATA[*/{THING}/*]]>*/",
        THING.replace('"}}', '",},}'),
        THING.replace("Lock late", "Lock\nlate"),
        f'{{"@type":"WebPage","mainEntity":{THING}}}',
        f'{{"@graph":[{{"@type":"WebPage","mainEntityOfPage":{THING}}}]}}',
        f"[{THING}]",
        (
            '{"@graph":[{"@type":"Organization","@id":"#o","name":"Courier"},{"@type":"Person","@id":"#p","name":"Jane Moor"},'
            '{"@type":"NewsArticle","headline":"Lock late","datePublished":"2026-03-04","publisher":{"@id":"#o"},"author":[{"@id":"#p"}]}]}'
        ),
    ],
)
def test_structured_data_is_read_however_it_is_wrapped(text: str) -> None:
    found = {name: one.value for name, one in web_page.read(ld(text)).items()}
    assert found | {"author": "Jane Moor"} == {
        "title": "Lock late",
        "published": "2026-03-04",
        "publisher": "Courier",
        "author": "Jane Moor",
    }


def test_character_references_in_structured_data_are_read_once() -> None:
    html = ld(THING.replace("Courier", "Courier &amp; Post").replace("Jane Moor", "Se&aacute;n &amp;amp; Co"))
    assert told(html, "publisher") == "Courier & Post"
    assert told(html, "author") == "Seán &amp; Co"


@pytest.mark.parametrize(
    "body",
    [
        '<span itemprop="datePublished" content="2026-03-04T09:00:00+01:00">Wednesday</span>',
        '<div itemprop="datePublished">4 March 2026, 09:00</div>',
        '<abbr class="published" title="2026-03-04T09:00:00+01:00">Wednesday</abbr>',
        '<time class="dt-published" datetime="2026-03-04 09:00">Wednesday</time>',
        '<span property="schema:datePublished" content="2026-03-04T09:00">x</span>',
        '<meta itemprop="datePublished" content="Wed, 04 Mar 2026 09:00:00 +0100">',
        '<meta name="citation_publication_date" content="2026/03/04">',
        '<meta name="DC.date.issued" content="20260304">',
        '<p><time datetime="2026-03-04">4.3.</time></p>',
    ],
)
def test_the_day_is_read_from_any_of_its_marks(body: str) -> None:
    assert told(f"<html><body>{body}</body></html>", "published")[:10] == "2026-03-04"


PROSE = "<p>The port said on 1 June 2025 that the lock, which it had promised for 2 May 2024, is not yet what it has to be, nor near it.</p>"


ENTRY = f'<section><time datetime="2026-03-0{{}}T10:00">10:00</time>{PROSE}</section>'


@pytest.mark.parametrize(
    ("lang", "body", "day"),
    [
        ("en", "<h1>Lock late</h1><p>By Jane Moor | 4 March 2026</p>", "2026-03-04"),
        ("en", "<p>No 34/24</p><p>Velm, 4 March 2026</p><h1>Lock late</h1>", "2026-03-04"),
        ("en", "<h1>Lock late</h1><dl><dt>Last updated</dt><dd>9 March 2026</dd><dt>Published</dt><dd>4 March 2026</dd></dl>", "2026-03-04"),
        ("en", "<h1>Lock late</h1><div>March 4, 2026 9:15 AM UTC Updated March 9, 2026</div>", "2026-03-04T09:15Z"),
        ("en", "<h1>Lock late</h1><p>VELM, March 4, 2026 — The port said that the new lock will not be open this year.</p>", "2026-03-04"),
        ("de", "<h1>Lock late</h1><span>Stand: 04.03.2026, 09:15 Uhr</span>", "2026-03-04T09:15"),
        ("es", "<h1>Lock late</h1><p>Publicado: 04/03/2026 09:15 | Actualizado: 09/03/2026</p>", "2026-03-04T09:15"),
        ("en-US", "<h1>Lock late</h1><p>04/03/2026</p>", "2026-04-03"),
        ("ja", "<p>令和8年3月4日（水）</p><h1>Lock late</h1>", "2026-03-04"),
        ("ko", "<h1>Lock late</h1><p>입력 2026.03.04 09:15</p><p>수정 2026.03.09 10:00</p>", "2026-03-04T09:15"),
        ("ar", "<h1>Lock late</h1><p>٤ مارس ٢٠٢٦</p>", "2026-03-04"),
        ("ru", "<h1>Lock late</h1><p>4 марта 2026 г., 09:15</p>", "2026-03-04T09:15"),
        ("en", '<meta name="govuk:first-published-at" content="2026-03-04"><meta name="govuk:public-updated-at" content="2026-03-09">', "2026-03-04"),
        ("en", '<link rel="canonical" href="https://courier.example/2026/03/04/lock"><h1>Lock late</h1>', "2026-03-04"),
        ("en", '<h1>Lock late</h1><span title="4 March 2026 09:15">2 days ago</span>', "2026-03-04T09:15"),
        ("pt", '<h1>Lock late</h1><small title="04/03/2026">há 2 dias</small>', "2026-03-04"),
        ("en", '<h1>Lock late</h1><relative-time datetime="2026-03-04">2 days ago</relative-time>', "2026-03-04"),
        ("pl", f"<article><h1>Lock late</h1>{PROSE}{PROSE}<p>Data publikacji: 4 marca 2026</p></article><p>Opublikowano 9 marca 2026</p>", "2026-03-04"),
        ("en", f"<main><h1>Lock late</h1>{ENTRY.format(4)}{ENTRY.format(6)}{ENTRY.format(9)}</main>", "2026-03-04T10:00"),
        ("en", f"<h1>Lock late</h1><p>4 March 2026</p>{PROSE}{ENTRY.format(9)}{ENTRY.format(6)}", "2026-03-04"),
        # no day of its own
        ("en", f"<main><h1>Lock late</h1>{ENTRY.format(9)}{ENTRY.format(6)}{ENTRY.format(4)}</main>", ""),
        ("en", f'<h1>Lock late</h1>{PROSE}<p><span title="The year 2026, 9 March">words</span></p>', ""),
        ("en", '<h1>Lock late</h1><p><ins datetime="2026-03-09">It is later still.</ins></p>', ""),
        ("pl", f"<article><h1>Lock late</h1>{PROSE}{PROSE}<p>Aktualizacja publikacji: 4 marca 2026</p></article>", ""),
        ("en", "<h1>Lock late</h1><p>04/03/2026</p>", ""),
        ("en", f"<h1>Lock late</h1>{PROSE}", ""),
        ("en", f"<h1>Lock late</h1><p>Updated 9 March 2026</p>{PROSE}", ""),
        ("en", f'<h1>Lock late</h1>{PROSE}{PROSE}<ul><li><a href="/a">Other</a> <time datetime="2026-03-09">9 March 2026</time></li></ul>', ""),
        ("en", '<nav><time datetime="2026-03-09">9 March 2026</time></nav><h1>Lock late</h1>', ""),
        ("en", '<h1>Lock late</h1><p><time class="updated" datetime="2026-03-09">9 March 2026</time></p>', ""),
        ("en", '<meta name="publish_date_modified" content="2026-03-09"><h1>Lock late</h1>', ""),
    ],
)  # fmt: skip
def test_the_day_beside_the_headline_is_read_and_no_other(lang: str, body: str, day: str) -> None:
    html = f'<html lang="{lang}"><head><title>Lock late - Courier</title></head><body>{body}</body></html>'
    assert told(html, "published") == day


@pytest.mark.parametrize(
    ("body", "author"),
    [
        ('<div class="info__author">Written by Jane Moor – 4 March 2026</div>', "Jane Moor"),
        ('<span class="c-writer">佐藤美咲</span>', "佐藤美咲"),
        ('<div class="author-bio">Jane Moor</div>', ""),
        ('<div class="article-author">Our harbour desk is where the news of ships is</div>', ""),
        ('<span itemprop="author" itemscope><span itemprop="name">Jane Moor</span>, harbour editor</span>', "Jane Moor"),
        ('<a rel="author" href="/jane">Jane Moor</a>', "Jane Moor"),
        ('<meta name="byl" content="By Jane Moor">', "Jane Moor"),
        ('<meta name="citation_author" content="Moor, Jane"><meta name="citation_author" content="Roe, Ann">', "Moor, Jane, Roe, Ann"),
        ('<meta name="article:author" content="https://social.example/jane">', ""),
    ],
)  # fmt: skip
def test_authors_are_read_where_they_are_marked(body: str, author: str) -> None:
    assert told(f"<html><body>{body}</body></html>", "author") == author


HEAD = "New lock will not open before June"


@pytest.mark.parametrize(
    "html",
    [
        f'<title>{HEAD} | Westhaven Courier</title><h1><a href="/">Westhaven Courier</a></h1><h2>{HEAD}</h2>',
        f'<title>Westhaven Courier: {HEAD}</title><meta property="og:title" content="{HEAD}">',
        f"<title>{HEAD} - Harbour - Westhaven Courier</title><h1>{HEAD}</h1>",
        f'<title>{HEAD} – Westhaven Courier</title><link rel=canonical href="https://www.westhavencourier.example/a">',
        f'<title>Westhaven Courier » {HEAD}</title><meta property="og:site_name" content="Westhaven Courier">',
        f'<title>{HEAD}</title><meta property="og:site_name" content="Westhaven Courier"><h1>Westhaven Courier</h1>',
        f'<meta property="og:title" content="{HEAD} | Westhaven Courier"><meta property="og:site_name" content="westhaven courier">',
    ],
)  # fmt: skip
def test_the_title_is_the_headline_without_the_site(html: str) -> None:
    assert told(f"<html><head></head>{html}</html>", "title") == HEAD


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Iran–Iraq: a border - and a river", "Iran–Iraq: a border - and a river"),
        ("US - China talks", "US - China talks"),
    ],
)
def test_a_headline_with_a_dash_stays_whole(title: str, kept: str) -> None:
    assert told(f"<title>{title}</title>", "title") == kept


@pytest.mark.parametrize(
    ("html", "address", "captured"),
    [
        (("<!-- FILE ARCHIVED ON 10:11:12 Mar 04, 2026 AND RETRIEVED FROM THE INTERNET ARCHIVE ON 01:02:03 Apr 05, 2026. -->"
         '<link rel=canonical href="https://web.archive.org/web/20260304101112/https://courier.example/lock">'),
         "https://courier.example/lock", "2026-03-04"),
        ('<link rel=canonical href="https://web.archive.org/web/20260304101112/http://courier.example/lock">',
         "http://courier.example/lock", "2026-03-04"),
        ("<!-- Mirrored from courier.example/lock.html by HTTrack Website Copier/3.x [XR&CO'2014], Wed, 04 Mar 2026 10:00:00 GMT -->",
         "http://courier.example/lock.html", "2026-03-04"),
        ("<!--\n Page saved with SingleFile \n url: https://courier.example/lock \n saved date: Wed Mar 04 2026 10:00:00 GMT+0100\n-->",
         "https://courier.example/lock", "2026-03-04"),
        ("<!-- saved from url=(0029)https://courier.example/lock -->", "https://courier.example/lock", ""),
    ],
)  # fmt: skip
def test_what_an_archive_notes_is_the_capture_never_the_publication(
    html: str, address: str, captured: str
) -> None:
    page = f"<html>{html}<body></body></html>"
    assert told(page, "address") == address
    assert told(page, "captured") == captured
    assert told(page, "published") == ""


PRINTED = (
    "<html><head><title>{title}</title></head><body><header><h1><a href='/'>The Courier</a></h1></header><h1>Lock late</h1>"
    "<p class='{by}'>{line}</p><p class='date'>{date}</p></body></html>"
)


@pytest.mark.parametrize(
    ("by", "line", "author"),
    [("byline", "By Ada Alder", "Ada Alder"), ("author", "Ada Alder", "Ada Alder"), ("post-meta", "Von Ada von Alder, 3. März 2026", "Ada von Alder"),
     ("meta", "3 comments", ""), ("author", "Read all of our stories", ""), ("byline", "By staff", ""), ("meta", "Filed under News Desk here", "")],
)  # fmt: skip
def test_a_printed_byline_names_the_author(by: str, line: str, author: str) -> None:
    found = web_page.read(PRINTED.format(title="x", by=by, line=line, date=""))
    assert (found["author"].value if "author" in found else "") == author


@pytest.mark.parametrize(
    ("date", "day"),
    [("March 3, 2026", "2026-03-03"), ("3. März 2026", "2026-03-03"), ("soon", ""), ("2 days ago", "")],
)
def test_a_printed_date_counts_where_nothing_else_is_declared(date: str, day: str) -> None:
    found = web_page.read(PRINTED.format(title="x", by="x", line="", date=date))
    assert (found["published"].value if "published" in found else "") == day


@pytest.mark.parametrize(
    ("title", "publisher"),
    [("Lock late | Westhaven Post", "Westhaven Post"), ("Lock late | News | Westhaven Post", "Westhaven Post"), ("Something else - The Courier", "The Courier"),
     ("Something else - Another", ""), ("Lock late", ""), ("Lock late | a line that is much too long to be a name", "")],
)  # fmt: skip
def test_the_title_of_a_page_ends_with_its_publisher(title: str, publisher: str) -> None:
    found = web_page.read(PRINTED.format(title=title, by="x", line="", date=""))
    assert (found["publisher"].value if "publisher" in found else "") == publisher


STATE = """{"related": [{"headline": "Other", "publishedAt": "2026-03-09"}], "article": {"headline": "Lock late", "publishedAt": "2026-03-04T09:00:00Z",
"updatedAt": "2026-03-10", "authors": [{"name": "Jane Moor"}]}}"""


@pytest.mark.parametrize(
    ("script", "day", "author"),
    [
        (f"<script>window.__STATE__ = {STATE};</script>", "2026-03-04T09:00Z", "Jane Moor"),
        (f"<script>var a = b; var page={STATE}; go(page)</script>", "2026-03-04T09:00Z", "Jane Moor"),
        (f'<script id="__NEXT_DATA__" type="application/json">\n{STATE}</script>', "2026-03-04T09:00Z", "Jane Moor"),
        (f"<script>window.__STATE__ = {STATE.replace('Lock late', 'Lock early')};</script>", "", ""),
        (f"<script>window.__STATE__ = {STATE[:-1]};</script>", "", ""),
        ('<script>window.a = {"headline": "Lock late", "publishedAt": "2026-03-04", "firstPublished": "2026-03-01"}</script>', "", ""),
        ('<script>window.a = {"headline": "Lock late", "updatedAt": "2026-03-04"}</script>', "", ""),
        (f"<script>window.a = {'[' * 5000}</script>", "", ""),
        (f"<script>window.a = [{'1,' * 2_100_000}1]; window.b = {STATE}</script>", "", ""),
    ],
    ids=range(9),
)  # fmt: skip
def test_the_state_of_a_page_is_read_where_it_has_its_headline(script: str, day: str, author: str) -> None:
    html = f"<html><head><title>Lock late - Courier</title></head><body><h1>Lock late</h1>{PROSE}{script}</body></html>"
    assert (told(html, "published"), told(html, "author")) == (day, author)


def test_entries_of_a_live_blog_are_not_the_page() -> None:
    entry = (
        THING.replace("Lock late", "The gate is in")
        .replace("2026-03-04", "2026-03-09")
        .replace("Jane Moor", "Ann Roe")
    )
    html = ld(f"[{entry}, {THING}]").replace("<body>", "<body><h1>Lock late</h1>")
    assert (told(html, "published"), told(html, "author")) == ("2026-03-04", "Jane Moor")
