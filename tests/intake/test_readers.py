"""Files of every kind that can be read, made by the programs that make them where one can be had."""

from __future__ import annotations

import email
import gzip
import io
import plistlib
import re
import zipfile
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs_briefings.intake.article import UnreadableError
from mkdocs_briefings.intake.extraction import READERS, extract
from mkdocs_briefings.intake.web_archive import article, captures

SAVED = Path(__file__).parent / "saved"
PAGE = (
    "<html><head><title>Lock late | Courier</title><meta property=og:site_name content=Courier></head><body><article><h1>Lock late</h1><p>"
    + "The port is quiet today, and Seán knows why. " * 10
    + "</p></article></body></html>"
)


def told(name: str, data: bytes) -> dict[str, str]:
    return {field: one.value for field, one in extract(name, data).metadata.items()}


def saved(name: str) -> bytes:
    return (SAVED / name).read_bytes()


NEW = "New lock will not open before June"
BY_LINE = """New lock will not open before June
Jane Moor
2026-03-04
New lock will not open before June
The port authority of Westhaven said on Tuesday that the new lock opens on 1 June, because steel came late. [1] The budget is 40 million, the mayor said.
The lock saves 10^6 tonnes of CO2 a year, the authority says. A study is to follow.
What is left to do
Hang the gates.
Fill the basin; the plan says “slowly”.
"""


def saved_on(name: str) -> str:
    """Return the day on which a page was saved, as the file has it."""
    head = gzip.decompress(saved(name)) if name.endswith(".gz") else saved(name)
    if (found := re.search(rb"WARC-Date: (\S{10})", head)) is not None:
        return found[1].decode()
    mail = email.message_from_bytes(head)
    return parsedate_to_datetime(str(mail["Date"])).date().isoformat()


def test_a_page_that_chrome_saved_as_one_file() -> None:
    made = extract("lock.mhtml", saved("lock.mhtml"))
    assert "opens on 1 June, because steel came late, and Seán the crane driver agreed." in made.text
    assert "The gates are hung in May, a script of this page adds." in made.text
    assert "The lock saves 10^6 tonnes of CO2 a year." in made.text
    assert told("lock.mhtml", saved("lock.mhtml")) == {
        "title": NEW,
        "published": "2026-03-04T09:00Z",
        "publisher": "Westhaven Courier",
        "author": "Jane Moor",
        "lang": "en-GB",
        "captured": saved_on("lock.mhtml"),
        "address": "http://127.0.0.1:8931/lock",
    }


def test_a_headline_of_four_lines_in_a_pdf_stays_whole() -> None:
    made = extract("lock.pdf", saved("lock.pdf"))
    assert made.metadata["title"].value == (
        "Harbour administration of Westhaven puts off the opening of the new lock until June"
    )
    assert made.metadata["author"].value == "Jane Moor"
    assert made.remarks == ("1 page, line breaks as in the PDF",)
    assert "published" not in made.metadata, "the day on which the file was made is not that of the article"


def test_raised_figures_of_a_pdf_are_set_apart() -> None:
    made = extract("office.pdf", saved("office.pdf"))
    assert "steel came late. [1] The budget" in made.text
    assert "The lock saves 10^6 tonnes of CO2 a year" in made.text
    assert made.text.endswith("\n1 The supplier disputes this.\n1\n")


@pytest.mark.parametrize("name", ["lock.docx", "office.docx", "lock.odt", "office.odt"])
def test_a_document_with_changes_a_comment_a_note_and_a_table(name: str) -> None:
    made = extract(name, saved(name))
    assert made.text == (
        f"{BY_LINE}We are late, and we know it.\n| Year | Ships |\n| 2024 | 12 |\n| 2025 | 14 |\n"
        "\nNotes\n[1] The supplier disputes this.\n"
    )
    assert made.remarks == ("left out: 2 struck-out or hidden words",)
    assert told(name, saved(name)) == {
        "title": NEW,
        "author": "Jane Moor",
        "published": "2026-03-04",
        "lang": "en-GB",
    }


@pytest.mark.parametrize(
    ("name", "publisher", "first_row"),
    [("lock.epub", "Westhaven Courier\n", "| Year | Ships |\n"), ("office.epub", "", "")],
)
def test_a_book_gives_its_chapters_and_metadata(name: str, publisher: str, first_row: str) -> None:
    made = extract(name, saved(name))
    assert made.text == (
        BY_LINE.replace("Moor\n", f"Moor\n{publisher}", 1)
        + f"We are late,\nand we know it.\n{first_row}| 2024 | 12 |\n| 2025 | 14 |\n[1] The supplier disputes this.\n"
    )
    assert made.remarks == ("left out: 2 struck-out words",)
    known = told(name, saved(name))
    assert (known["title"], known["author"], known["lang"]) == (NEW, "Jane Moor", "en-GB")
    assert known.get("publisher", "") == publisher.strip()


@pytest.mark.parametrize("name", ["lock.warc.gz", "plain.warc"])
def test_a_web_archive_gives_each_of_its_pages(name: str) -> None:
    (page,) = captures(name, saved(name))
    assert page.address == "http://127.0.0.1:8931/lock"
    made = article(page)
    assert "Seán the crane driver agreed." in made.text
    assert made.metadata["address"].value == page.address
    assert made.metadata["captured"].value == saved_on(name)
    assert made.metadata["published"].value == "2026-03-04T09:00Z"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr(f"archive/{name}", saved(name))
        package.writestr("pages/pages.jsonl", "{}")
    assert captures("lock.wacz", packed.getvalue()) == [page]


def test_a_mail_that_mutt_sent() -> None:
    made = extract("mutt.eml", saved("mutt.eml"))
    assert made.text == (SAVED / "written" / "lock.txt").read_text(encoding="utf-8")
    assert made.remarks == ("left out: 1 attached file",)
    known = {field: one.value[:17] for field, one in made.metadata.items()}
    assert known["published"].startswith(saved_on("mutt.eml"))
    assert (known["title"], known["publisher"]) == ("Lock late: Seán’s", "Port of Westhaven")


def test_a_mail_that_python_sent_is_read_by_its_page() -> None:
    made = extract("python.eml", saved("python.eml"))
    assert made.text.startswith(f"{NEW}\nBy Jane Moor\n")
    assert "| 2025 | 14 |" in made.text
    assert told("python.eml", saved("python.eml"))["published"] == "2026-03-04T09:05+01:00"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Transfer-Encoding: chunked\r\n", b"5\r\n<html\r\n" + f"{len(PAGE.encode()) - 5:x}".encode() + b"\r\n" + PAGE.encode()[5:] + b"\r\n0\r\n\r\n"),
        ("Transfer-Encoding: chunked\r\n", PAGE.encode()),
        ("Content-Encoding: x-unknown\r\n", PAGE.encode()),
    ],
)  # fmt: skip
def test_a_response_is_read_as_a_crawler_left_it(head: str, body: bytes) -> None:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{head}\r\n".encode() + body
    record = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/lock\r\n"
        f"WARC-Date: 2026-03-05T10:00:00Z\r\nContent-Length: {len(answer)}\r\n\r\n"
    ).encode() + answer + b"\r\n\r\n"  # fmt: skip
    (one,) = captures("a.warc", record)
    assert (one.data.decode(), one.day, one.encoding) == (PAGE, "2026-03-05", "utf-8")


def test_a_mail_is_read_by_its_headers_and_its_page() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Lock late: Seán’s statement"
    mail["From"] = "Port of Westhaven <press@port.example>"
    mail["Date"] = "Wed, 04 Mar 2026 09:05:00 +0100"
    mail.set_content("The port is quiet today, and Seán knows why.")
    made = extract("a.eml", bytes(mail))
    assert made.text == "The port is quiet today, and Seán knows why.\n"
    assert {name: one.value for name, one in made.metadata.items()} == {
        "title": "Lock late: Seán’s statement",
        "published": "2026-03-04T09:05+01:00",
        "publisher": "Port of Westhaven",
    }
    mail.add_alternative(PAGE, subtype="html")
    mail.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    both = extract("a.eml", bytes(mail))
    assert "The port is quiet today, and Seán knows why. The port" in both.text
    assert "left out: 1 attached file" in both.remarks


def test_what_safari_saves() -> None:
    data = plistlib.dumps(
        {
            "WebMainResource": {
                "WebResourceData": PAGE.encode("latin-1"),
                "WebResourceTextEncodingName": "iso-8859-1",
                "WebResourceURL": "https://courier.example/lock",
            }
        },
        fmt=plistlib.FMT_BINARY,
    )
    made = extract("a.webarchive", data)
    assert "Seán knows why" in made.text
    assert made.metadata["address"].value == "https://courier.example/lock"


def test_markdown_with_the_front_matter_of_other_programs() -> None:
    text = (
        "---\ntitle: Lock late\ndate: 2026-03-04\nauthor:\n  - '[[Jane Moor]]'\nsource: https://courier.example/lock\n"
        "created: 2026-03-05\ntags: [lock]\nlayout: post\n---\nThe lock is late, the port said.\n"
    )
    made = extract("lock.md", text.encode())
    assert {name: one.value for name, one in made.metadata.items()} == {
        "title": "Lock late",
        "published": "2026-03-04",
        "author": "Jane Moor",
        "address": "https://courier.example/lock",
        "captured": "2026-03-05",
    }
    assert made.text == "The lock is late, the port said.\n"
    assert made.remarks == ("front matter fields that are not used: tags, layout",)


def test_a_page_with_a_zero_byte_or_a_faulty_one_is_read_as_browsers_do() -> None:
    assert "\0" not in extract("a.html", PAGE.replace("quiet", "qui\0et").encode()).text
    made = extract("a.html", PAGE.encode().replace(b"quiet", b"qu\xffiet", 1))
    assert "qu\ufffdiet" in made.text
    assert made.remarks == ("read as utf-8 with 1 faulty byte (shown as \ufffd), written as UTF-8",)
    with pytest.raises(UnreadableError, match="not UTF-8"):
        extract("a.html", PAGE.replace("Seán knows", "Zażółć gęślą jaźń").encode("cp1250"))


def test_the_beginning_of_a_file_goes_before_its_name() -> None:
    assert told("a.txt", saved("lock.pdf"))["author"] == "Jane Moor"
    assert told("a.txt", PAGE.encode())["publisher"] == "Courier"


def package(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return made.getvalue()


def entry(name: str, data: bytes) -> bytes:
    return package({name: data})


def odt(text: str, styles: str = "") -> bytes:
    names = " ".join(
        f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"'
        for one in ("office", "text", "style", "table", "drawing")
    )
    return entry(
        "content.xml",
        f"<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document-content>".encode(),
    )


def test_styles_of_a_document_rest_on_others() -> None:
    styles = (
        '<style:style style:name="Old"><style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="T1" style:parent-style-name="Old"/>'
        '<style:style style:name="T2"><style:text-properties style:text-position="33% 58%"/></style:style>'
        '<style:style style:name="P1"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="Round" style:parent-style-name="Round"/>'
    )
    text = (
        '<text:p text:style-name="P1">A note to ourselves.</text:p><text:p>It costs <text:span text:style-name="T1">30</text:span> 40'
        '<text:s/>million, 10<text:span text:style-name="T2">6</text:span><text:span text:style-name="Round"> tonnes</text:span>.</text:p>'
        "<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:table-cell><table:table>"
        "<table:table-row><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table></table:table-cell>"
        "</table:table-row></table:table>"
    )
    made = extract("a.odt", odt(text, styles))
    assert made.text == "It costs 40 million, 10^6 tonnes.\n| Year | | 12 | |\n"
    assert made.remarks == ("left out: 5 struck-out or hidden words",)


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        (".a { vertical-align: super }", "It saves 10^6 tonnes"),
        (
            "/* .a { display: none } */ b, span.a { position: relative; top: -0.3em; font-size: 58% }",
            "It saves 10^6 tonnes",
        ),
        (".a { TEXT-DECORATION: line-through }", "It saves 10 tonnes"),
        (".a { display: none }", "It saves 10 tonnes"),
        (
            "@media print { .a { display: none } } p .a { display: none } .b { display: none }",
            "It saves 106 tonnes",
        ),
        (".a { position: relative; top: -0.3em }", "It saves 106 tonnes"),
    ],
)
def test_the_style_sheet_of_a_book_says_what_is_raised_or_struck_out(sheet: str, told: str) -> None:
    made = package(
        {
            "META-INF/container.xml": b'<c><rootfile full-path="b.opf"/></c>',
            "b.opf": b'<p><manifest><item id="a" href="a.xhtml"/><item id="s" href="s.css" media-type="text/css"/>'
            b'<item id="t" href="gone.css" media-type="text/css"/></manifest><spine><itemref idref="a"/></spine></p>',
            "a.xhtml": b'<html><body><p>It saves 10<span class="a c">6</span> tonnes</p></body></html>',
            "s.css": sheet.encode(),
        }
    )
    assert extract("a.epub", made).text == f"{told}\n"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.docx", b"no package", "this is not a Word file"),
        ("a.docx", entry("other.xml", b"<a/>"), "this is not a Word file"),
        ("a.docx", entry("word/document.xml", b"<a"), "cannot be read"),
        (
            "a.docx",
            entry("word/document.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
            "declares entities",
        ),
        ("a.docx", entry("word/document.xml", b" " * 12_000_001), "when it is unpacked"),
        ("a.epub", b"", "this is not an EPUB file"),
        ("a.epub", entry("META-INF/container.xml", b"<a/>"), "there is no book"),
        ("a.mhtml", b"From: x\nContent-Type: text/plain\n\nx", "there is no web page in this file"),
        ("a.webarchive", b"bplist00", "there is no web page in this archive"),
        ("a.eml", b"Subject: x\nContent-Type: image/png\n\nx", "there is no text in this mail"),
        ("a.rtf", b"x", "save it as .docx, .odt or PDF"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600,
            "it has a password, or the form of Word before 2007",
        ),
        ("a.odt", b"x", "this is not an OpenDocument file"),
        ("a.odt", entry("other.xml", b"<a/>"), "this is not an OpenDocument file"),
        ("a.odt", entry("content.xml", b"<a/>"), "not a text document"),
        (
            "a.odt",
            package({"META-INF/manifest.xml": b"<a><encryption-data/></a>", "content.xml": b"\x01"}),
            "needs a password",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_remedy(name: str, data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        extract(name, data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"no archive", "not a web archive"),
        (b"WARC/1.0\r\nContent-Length: 9\r\n\r\nx", "in the middle of a record"),
        (b"WARC/1.0\r\nContent-Length: x\r\n\r\n", "cannot be read"),
        (b"", "no web page"),
        (b"\x1f\x8bx", "cannot be read"),
    ],
)
def test_a_broken_web_archive_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        captures("a.warc", data)


def test_text_that_runs_from_right_to_left_is_refused_from_a_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdf  # noqa: PLC0415

    monkeypatch.setattr(
        pypdf.PageObject, "extract_text", lambda _, **__: "قال الميناء إن القفل يفتح في حزيران"
    )
    with pytest.raises(UnreadableError, match="from right to left"):
        extract("a.pdf", saved("lock.pdf"))


@given(
    name=st.sampled_from(
        ["lock.docx", "office.odt", "office.epub", "lock.mhtml", "lock.warc.gz", "python.eml"]
    ),
    at=st.integers(0, 20_000),
    noise=st.binary(max_size=6),
)
@example(name="python.eml", at=30, noise=b"\0")
def test_no_damage_breaks_a_reader(name: str, at: int, noise: bytes) -> None:
    data = bytearray(saved(name))
    at %= len(data)
    data[at : at + len(noise)] = noise
    try:
        if name.endswith(".gz"):
            for one in captures(name, bytes(data)):
                article(one)
        else:
            extract(name, bytes(data))
    except UnreadableError:
        return


def test_no_two_kinds_claim_an_ending() -> None:
    endings = [ending for reader in READERS for ending in reader.endings]
    assert len(endings) == len(set(endings))


def test_a_soft_hyphen_within_a_line_of_a_pdf_is_the_hyphen_that_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import pypdf  # noqa: PLC0415

    monkeypatch.setattr(
        pypdf.PageObject,
        "extract_text",
        lambda _, **__: "The budget of 2024\u00ad25 and export con\u00ad\ntrols",
    )
    assert extract("a.pdf", saved("lock.pdf")).text == "The budget of 2024-25 and export con\u00ad\ntrols\n"


def test_a_table_in_the_cell_of_another_is_read_once() -> None:
    row = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p>%s</w:tc></w:tr></w:tbl>"
    body = row % ("Year", row % ("12", ""))
    made = entry(
        "word/document.xml",
        f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'.encode(),
    )
    assert extract("a.docx", made).text == "| Year | 12 | |\n"
