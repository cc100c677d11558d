"""Make the files of tests/intake/saved anew, each by the program whose files it stands for.

    python tools/saved_files.py [FOLDER]

Needs what Debian calls pandoc, libreoffice-writer, bibutils, wget, mutt and chromium. What is not installed makes no file,
and is named at the end. The words in tests/intake/saved/written are ours.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SAVED = Path(__file__).parents[1] / "tests" / "intake" / "saved"
WRITTEN = SAVED / "written"
PORT = 8931
"""Of the server whose pages are saved: it stands in the files."""


def run(*command: str | Path, data: bytes | None = None, cwd: Path | None = None, code: int = 0) -> bytes:
    """Run a program and return what it prints; stop if it ends with another code."""
    done = subprocess.run(command, input=data, check=False, capture_output=True, cwd=cwd)
    if done.returncode != code:
        sys.exit(f"{command[0]}: {done.stderr.decode(errors='replace')}")
    return done.stdout


def by_pandoc(folder: Path) -> None:
    """A document out of Markdown; out of that, its changes accepted, another and a book; lists of references out of CSL-JSON."""
    run("pandoc", WRITTEN / "lock.md", "--output", folder / "lock.docx")
    told = ("--metadata=publisher:Westhaven Courier", "--metadata=lang:en-GB")
    for name in ("lock.odt", "lock.epub"):
        run("pandoc", *told, folder / "lock.docx", "--output", folder / name)
    references = WRITTEN / "lock.json"
    for form, name in (
        ("biblatex", "biblatex.bib"),
        ("bibtex", "bibtex.bib"),
        ("csljson", "references.json"),
    ):
        (folder / name).write_bytes(run("pandoc", "--from", "csljson", "--to", form, references))


def by_bibutils(folder: Path) -> None:
    """A list as RIS out of one as BibTeX."""
    xml = run("bib2xml", "--no-bom", folder / "bibtex.bib")
    (folder / "references.ris").write_bytes(run("xml2ris", "--no-bom", "/dev/stdin", data=xml))


def by_libreoffice(folder: Path) -> None:
    """The documents of pandoc, opened and saved: as documents with the changes, as a book and a print with none left."""
    with tempfile.TemporaryDirectory() as made:
        profile = f"-env:UserInstallation={Path(made, 'profile').as_uri()}"
        for form, opened in (
            ("odt", "lock.docx"),
            ("docx:MS Word 2007 XML", "lock.docx"),
            ("epub", "lock.odt"),
            ("pdf", "lock.odt"),
        ):
            run("soffice", profile, "--headless", "--convert-to", form, "--outdir", made, folder / opened)
            ending = form.partition(":")[0]
            shutil.copy(Path(made, f"lock.{ending}"), folder / f"office.{ending}")


def by_chromium(folder: Path) -> None:
    """Pages saved as one file and printed."""
    with served(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{PORT}/lock")
        saved = page.context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})["data"]
        (folder / "lock.mhtml").write_bytes(saved.encode())
        page.goto(f"http://127.0.0.1:{PORT}/headline")
        page.pdf(path=folder / "lock.pdf")
        browser.close()


def by_wget(folder: Path) -> None:
    """Web archives of a page and of one that is not there (code 8): one packed; one plain, with answers that came packed."""
    with served():
        for name, *options in (("lock",), ("plain", "--no-warc-compression", "--compression=gzip")):
            run(
                "wget", "--quiet", "--delete-after", f"--warc-file={name}", "--no-warc-digests", "--no-warc-keep-log", *options,
                f"http://127.0.0.1:{PORT}/lock", f"http://127.0.0.1:{PORT}/gone", cwd=folder, code=8,
            )  # fmt: skip


def by_mutt(folder: Path) -> None:
    """A mail with an attached picture, as mutt hands it to what sends mails."""
    with tempfile.TemporaryDirectory() as made:
        sender = Path(made, "keep")
        sender.write_text(f"#!/bin/sh\ncat > {folder / 'mutt.eml'}\n", encoding="utf-8")
        sender.chmod(0o755)
        picture = Path(made, "lock.png")
        picture.write_bytes(b"\x89PNG\r\n\x1a\n")
        options = (f"set sendmail={sender}", "set from=press@port.example", "set realname='Port of Westhaven'", "set copy=no",
            "set charset=utf-8", "set hostname=port.example", "set use_envelope_from=no")  # fmt: skip
        run(
            "mutt", "-n", "-F", "/dev/null", *(part for one in options for part in ("-e", one)),
            "-s", "Lock late: Seán’s statement", "-a", picture, "--", "desk@courier.example",
            data=(WRITTEN / "lock.txt").read_bytes(),
        )  # fmt: skip


def by_python(folder: Path) -> None:
    """A mail as text and as a page, by the library that most scripts send with."""
    mail = EmailMessage()
    mail["Subject"] = "Lock late: Seán’s statement"
    mail["From"] = "Port of Westhaven <press@port.example>"
    mail["Date"] = "Wed, 04 Mar 2026 09:05:00 +0100"
    mail.set_content((WRITTEN / "lock.txt").read_text(encoding="utf-8"))
    mail.add_alternative((WRITTEN / "lock.html").read_text(encoding="utf-8"), subtype="html")
    (folder / "python.eml").write_bytes(bytes(mail))


def chromium() -> str:
    """Return the browser that saves pages."""
    return (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    )


class Pages(BaseHTTPRequestHandler):
    """Answers with the pages that we wrote, packed for those who ask for it, and in chunks."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer a request; an address without a page has the status 404 and a page that says so."""
        file = WRITTEN / f"{self.path.strip('/')}.html"
        data = (
            file.read_bytes()
            if file.is_file()
            else b"<html><body><h1>Not found</h1><p>No page.</p></body></html>"
        )
        packed = "gzip" in self.headers.get("Accept-Encoding", "")
        self.send_response(200 if file.is_file() else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Transfer-Encoding", "chunked")
        self.send_header("Connection", "close")
        if packed:
            self.send_header("Content-Encoding", "gzip")
            data = gzip.compress(data, mtime=0)
        self.end_headers()
        for part in (data[:100], data[100:]):
            self.wfile.write(b"%x\r\n%b\r\n" % (len(part), part))
        self.wfile.write(b"0\r\n\r\n")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served() -> Iterator[None]:
    """Serve the pages."""
    server = ThreadingHTTPServer(("127.0.0.1", PORT), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


MAKERS: dict[str, Callable[[Path], None]] = {
    "pandoc": by_pandoc, "bib2xml": by_bibutils, "soffice": by_libreoffice, "wget": by_wget, "mutt": by_mutt, chromium(): by_chromium,
    sys.executable: by_python,
}  # fmt: skip
"""By the program that each needs."""


def main(folder: Path) -> None:
    """Make all files whose programs are here."""
    folder.mkdir(parents=True, exist_ok=True)
    absent = [program for program in MAKERS if shutil.which(program) is None]
    for program, make in MAKERS.items():
        if program not in absent:
            make(folder.resolve())
            print(f"made by {Path(program).name}")
    if absent:
        sys.exit(f"not installed: {', '.join(absent)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else SAVED)
