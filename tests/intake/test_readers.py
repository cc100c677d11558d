"""Files of every kind that can be read, made by the programs that make them where one can be had."""

from __future__ import annotations

import io
import plistlib
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
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


def test_a_page_that_chrome_saved_as_one_file() -> None:
    made = extract("lock.mhtml", saved("lock.mhtml"))
    assert "opens on 1 June, because steel came late, and Seán the crane driver agreed." in made.text
    assert made.metadata["title"].value == "New lock will not open before June"
    assert made.metadata["published"].value == "2026-03-04T09:00Z"
    assert made.metadata["captured"].value == "2026-11-30"
    assert made.metadata["address"].value == "http://127.0.0.1:8931/lock"


def test_a_headline_of_three_lines_in_a_pdf_stays_whole() -> None:
    made = extract("lock.pdf", saved("lock.pdf"))
    assert made.metadata["title"].value == (
        "Harbour administration of Westhaven puts off the opening of the new lock until June"
    )
    assert made.metadata["author"].value == "Jane Moor"
    assert made.remarks == ("1 page, line breaks as in the PDF",)
    assert "published" not in made.metadata, "the day on which the file was made is not that of the article"


def test_a_word_document_with_changes_a_comment_a_note_and_a_table() -> None:
    made = extract("lock.docx", saved("lock.docx"))
    assert (
        "opens on 1 June, because steel came late. [1] The budget is 40 million, the mayor said." in made.text
    )
    assert "The lock saves 10^6 tonnes of CO2 a year, the authority says. A study is to follow." in made.text
    assert "| 2024 | 12 |\n| 2025 | 14 |\n" in made.text
    assert made.text.endswith("\nNotes\n[1] The supplier disputes this.\n")
    for gone in ("1 May", "30 million", "Is this right?"):
        assert gone not in made.text
    assert made.remarks == ("left out: 2 struck-out or hidden words",)
    assert (made.metadata["title"].value, made.metadata["author"].value, made.metadata["lang"].value) == (
        "New lock will not open before June",
        "Jane Moor",
        "en-GB",
    )


def test_a_book_gives_its_chapters_and_metadata() -> None:
    made = extract("lock.epub", saved("lock.epub"))
    assert "because steel came late. [1] The budget is 40 million" in made.text
    assert "| 2024 | 12 |" in made.text
    assert "↩" not in made.text
    assert {name: one.value for name, one in made.metadata.items()} == {
        "title": "New lock will not open before June",
        "author": "Jane Moor",
        "publisher": "Westhaven Courier",
        "published": "2026-03-04",
        "lang": "en-GB",
    }


def test_a_web_archive_gives_each_of_its_pages() -> None:
    found = captures("lock.warc.gz", saved("lock.warc.gz"))
    assert [one.address for one in found] == ["http://127.0.0.1:8931/lock", "http://127.0.0.1:8931/other"]
    made = article(found[1])
    assert made.metadata["address"].value == "http://127.0.0.1:8931/other"
    assert made.metadata["captured"].value == "2026-11-30"
    assert made.metadata["published"].value == "2026-03-04T09:00Z"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("archive/data.warc.gz", saved("lock.warc.gz"))
        package.writestr("pages/pages.jsonl", "{}")
    assert captures("lock.wacz", packed.getvalue()) == found


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


def entry(name: str, data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, data)
    return made.getvalue()


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
        ("a.odt", b"x", "save it as .docx or PDF"),
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

    monkeypatch.setattr(pypdf.PageObject, "extract_text", lambda _: "قال الميناء إن القفل يفتح في حزيران")
    with pytest.raises(UnreadableError, match="from right to left"):
        extract("a.pdf", saved("lock.pdf"))


@given(
    name=st.sampled_from(["lock.docx", "lock.epub", "lock.mhtml", "lock.warc.gz"]),
    at=st.integers(0, 20_000),
    noise=st.binary(max_size=6),
)
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
        pypdf.PageObject, "extract_text", lambda _: "The budget of 2024\u00ad25 and export con\u00ad\ntrols"
    )
    assert extract("a.pdf", saved("lock.pdf")).text == "The budget of 2024-25 and export con\u00ad\ntrols\n"
