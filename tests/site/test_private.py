"""Nobody else reads a preview: not by another name, not on the disk, not after its end."""

from __future__ import annotations

import http.client
import signal
import socket
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import Preview, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.site.conftest import Desk

pytestmark = pytest.mark.slow
SERVERS = (
    ("mkdocs", "serve"),
    ("mkdocs", "serve", "--no-livereload"),
    ("mkdocs", "serve", "--clean", "--no-livereload"),
    ("properdocs", "serve", "-f", "mkdocs.yml"),
)


@pytest.fixture(params=SERVERS, ids=" ".join)
def private(
    small: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Preview]:
    """Serve the smallest desk, with a folder of its own for what is temporary."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    small.edit("mkdocs.yml", "[briefings]", "[briefings: {hosts: [desk.example], search: false}]")
    preview = Preview(small, tmp_path / "log", request.param)
    try:
        until(preview.started, "the preview", 120)
        yield preview
    finally:
        preview.process.kill()
        preview.process.wait()


def test_a_preview_is_private_and_leaves_nothing(private: Preview, tmp_path: Path) -> None:
    def modes() -> list[str]:
        return [oct(one.stat().st_mode & 0o777) for one in (tmp_path / "temporary").iterdir()]

    assert modes() == ["0o700"]
    statuses = {host: ask(private.port, host, "/about/")[0] for host in HOSTS}
    assert statuses == HOSTS
    assert [ask(private.port, "localhost", path)[0] for path in ("/%00", "/about/%0a", "/%ff")] == [400] * 3
    assert ask(private.port, "localhost", "/about/")[1] == "same-origin"
    with socket.create_connection(("127.0.0.1", private.port), timeout=20) as connection:
        connection.sendall(b"GET http://desk.example/about/ HTTP/1.0\r\n\r\n")
        assert b" 400 " in connection.recv(100)
    if "Watching paths" in private.printed:
        private.desk.edit("docs/about.md", "# About", "# About it")
        until(lambda: "Reloading browsers" in private.printed, "a new build")
        assert modes() == ["0o700"]
    private.process.send_signal(signal.SIGTERM)
    assert private.process.wait(timeout=20) == 0, private.printed
    assert list((tmp_path / "temporary").iterdir()) == []
    assert "Traceback" not in private.printed


HOSTS = {"localhost": 200, "127.0.0.1:8000": 200, "[::1]": 200, "desk.example": 200, "other.example": 403}


def ask(port: int, host: str, path: str) -> tuple[int, str | None]:
    """Ask for a path under a name; give the status, and who may load the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path, headers={"Host": host})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Cross-Origin-Resource-Policy")
    finally:
        connection.close()
