"""Files that are cut, empty, encrypted or huge: refused in clear words, in bounded memory, and nothing is lost."""

from __future__ import annotations

import gzip
import io
import os
import signal
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from mkdocs_briefings.intake.article import UnreadableError
from mkdocs_briefings.intake.extraction import READERS, extract
from mkdocs_briefings.intake.web_archive import captures

SAVED = Path(__file__).parent / "saved"
COMMAND = (sys.executable, "-m", "mkdocs_briefings")
MOST_MEMORY = 400
"""Megabytes."""
MEASURE = (
    "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:], capture_output=True, text=True, check=False); "
    "print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, done.stdout + done.stderr)"
)
"""Run by a small process: what a big one starts counts the memory of the big one."""
ENDINGS = sorted({ending for reader in READERS for ending in reader.endings})


def packed(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return made.getvalue()


def document(paragraphs: int) -> bytes:
    head = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    return packed(
        {"word/document.xml": head + b"<w:p><w:r><w:t>word word word</w:t></w:r></w:p>" * paragraphs + b"</w:body></w:document>"}
    )  # fmt: skip


def odt(paragraphs: int) -> bytes:
    names = b" ".join(
        b'xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (one, one)
        for one in (b"office", b"text", b"style")
    )
    head = b"<office:document-content " + names + b"><office:body><office:text>"
    line = b'<text:p>word <text:span text:style-name="T1">word</text:span></text:p>'
    return packed(
        {"content.xml": head + line * paragraphs + b"</office:text></office:body></office:document-content>"}
    )


def book(paragraphs: int, sheet: bytes = b"") -> bytes:
    chapter = b"<html><body>" + b"<p>word word word</p>" * paragraphs + b"</body></html>"
    container = b'<c><rootfile full-path="b.opf"/></c>'
    spine = b'<p><manifest><item id="a" href="a.xhtml"/><item id="s" href="s.css" media-type="text/css"/></manifest><spine><itemref idref="a"/></spine></p>'
    return packed({"META-INF/container.xml": container, "b.opf": spine, "a.xhtml": chapter, "s.css": sheet})


def page(paragraphs: int, words: bytes = b"word ") -> bytes:
    lines = b"".join(b"<p>The port said that lock %d is late.</p>\n" % n for n in range(paragraphs))
    return b"<!doctype html><title>Lock late</title><h1>Lock late</h1>" + lines + b"<p>" + words


def archive(size: int) -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>" + b"a" * size
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: application/http\r\n"
    return gzip.compress(head + b"Content-Length: %d\r\n\r\n" % len(body) + body + b"\r\n\r\n")


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("data", [b"", b" \n", b"\0" * 100, b"PK\x03\x04", b"%PDF-1.7\n"], ids=repr)
def test_what_is_empty_or_only_begins_is_refused(ending: str, data: bytes) -> None:
    with pytest.raises(UnreadableError) as refused:
        extract(f"a{ending}", data)
    assert str(refused.value).isprintable()


@pytest.mark.parametrize(
    "name", ["lock.docx", "office.odt", "office.epub", "lock.mhtml", "office.pdf", "lock.warc.gz", "mutt.eml"]
)
def test_a_cut_file_is_refused_or_gives_what_is_there(name: str) -> None:
    data = (SAVED / name).read_bytes()
    for tenths in range(1, 10):
        cut = data[: len(data) * tenths // 10]
        with suppress(UnreadableError):
            assert captures(name, cut) if name.endswith(".gz") else extract(name, cut).text.strip()


def test_an_encrypted_package_is_refused() -> None:
    data = bytearray(document(1))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # the first bit of the flags: encrypted
        data[data.index(mark) + at] |= 1
    with pytest.raises(UnreadableError, match="cannot be read"):
        extract("a.docx", bytes(data))


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.html", b"<html>" + b"<p>" * 50_001, "50,002 elements"),
        ("a.html", b"<html><p>" + b"word " * 1_700_000, "8,500,000 characters"),
        ("a.txt", b"x" * 4_000_001, "divide it into several files"),
        ("a.pdf", b"%PDF-" + b"x" * 20_000_000, "the maximum is 20,000,000"),
        ("a.docx", packed({"word/document.xml": b" " * 12_000_001}), "more than 12,000,000 bytes"),
    ],
)
def test_what_is_just_too_large_is_refused(name: str, data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        extract(name, data)


HUGE = {
    "full.docx": lambda: document(190_000), "bomb.docx": lambda: document(1_000_000), "full.epub": lambda: book(49_000), "over.epub": lambda: book(570_000),
    "bomb.epub": lambda: book(3_000_000), "full.html": lambda: page(45_000), "long.html": lambda: page(10, b"word " * 1_190_000),
    "over.html": lambda: page(10, b"word " * 10_000_000), "full.txt": lambda: b"The lock is late.\n" * 220_000,
    "over.txt": lambda: b"x " * 25_000_000, "over.pdf": lambda: b"%PDF-1.4\n" + b"x" * 50_000_000,
    "noise.pdf": lambda: b"%PDF-1.4\n" + bytes(range(256)) * 70_000, "bomb.warc.gz": lambda: archive(200_000_001),
    "full.mhtml": lambda: b"Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n" + page(45_000) + b"\n--x--\n",
    "full.eml": lambda: b"From: a@b.example\nSubject: T\nContent-Type: text/html\n\n" + page(45_000),
    "state.html": lambda: page(10) + b"<script>window.a = [" + b'{"title": "Lock", "published": "x"},' * 110_000 + b"{}]</script>",
    "full.odt": lambda: odt(160_000), "bomb.odt": lambda: odt(1_000_000), "styled.epub": lambda: book(49_000, b".a { top: 1 }\n" * 800_000),
    "rows.csv": lambda: b"file,title\n" + b"".join(b"missing-%d.txt,Title %d\n" % (n, n) for n in range(100_000)),
}  # fmt: skip


@pytest.mark.soak
@pytest.mark.parametrize("name", HUGE)
def test_memory_is_bounded(name: str, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    subprocess.run([*COMMAND, "init", desk], check=True, capture_output=True)
    file = tmp_path / name
    file.write_bytes(HUGE[name]())
    before = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
    told = subprocess.run(
        [sys.executable, "-c", MEASURE, *COMMAND, "--root", desk, "add", file],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    code, memory, words = told.split(" ", 2)
    assert int(memory) <= MOST_MEMORY, told[:300]
    assert "Traceback" not in words
    assert code == "0" or "refused" in words or "not there" in words or "missing" in words, told[:500]
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.soak
def test_ctrl_c_leaves_whole_sources_or_none(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    subprocess.run([*COMMAND, "init", desk], check=True, capture_output=True)
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for n in range(60):
        (inbox / f"page-{n}.html").write_bytes(page(200, b"About %d. " % n * 40))
    files = [os.fspath(path) for path in sorted(inbox.iterdir())]
    for wait in (0.8, 1.5, 2.5, 4.0):
        process = subprocess.Popen(
            [*COMMAND, "--root", desk, "add", *files], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        time.sleep(wait)
        process.send_signal(signal.SIGINT)
        told, _ = process.communicate(timeout=120)
        assert b"Traceback" not in told
        checked = subprocess.run(
            [*COMMAND, "--root", desk, "check"], capture_output=True, text=True, check=False
        )
        assert checked.returncode == 0, checked.stdout
    assert sorted(os.fspath(path) for path in inbox.iterdir()) == files
