"""Which requests the preview answers."""

from __future__ import annotations

import pytest
from mkdocs_briefings.mkdocs.admission import LONGEST, is_name, refusal


def status(host: str | None = "localhost", path: str = "/", bound: str = "127.0.0.1", *hosts: str) -> int:
    found = refusal({"PATH_INFO": path} | ({} if host is None else {"HTTP_HOST": host}), bound, hosts)
    return found.status if found else 200


@pytest.mark.parametrize(
    "host",
    ["localhost", "LOCALHOST:8000", "localhost.", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:8000"],
)
def test_this_machine_is_answered(host: str) -> None:
    assert status(host) == 200


@pytest.mark.parametrize(
    "host",
    ["desk.example", "localhost.desk.example", "127.0.0.1.desk.example", "10.0.0.1", "[::2]", "127.0.0.2"],
)
def test_another_name_is_refused(host: str) -> None:
    assert status(host) == 403
    assert status(host, "/", "127.0.0.1", "other.example") == 403


@pytest.mark.parametrize(
    "host",
    [None, "", "a b", "localhost:", "localhost:x", "localhost:123456", "u@localhost", "localhost/", "[localhost]", "::1",
     "localhost, desk.example", "http://localhost"],
)  # fmt: skip
def test_no_name_is_a_bad_request(host: str | None) -> None:
    assert status(host) == 400


def test_names_that_are_set_or_bound_are_answered() -> None:
    assert status("desk.example:8000", "/", "127.0.0.1", "Desk.example") == 200
    assert status("desk.example", "/", "desk.example") == 200
    assert status("10.0.0.1", "/", "10.0.0.1") == 200


@pytest.mark.parametrize("bound", ["0.0.0.0", "::"])  # noqa: S104, what somebody may type
def test_bound_to_every_address_it_answers_to_addresses_and_to_no_name(bound: str) -> None:
    """A name may have been made to lead here; an address cannot."""
    assert status("192.168.1.5:8000", "/", bound) == 200
    assert status("[fd00::1]:8000", "/", bound) == 200
    assert status("desk.example", "/", bound) == 403


@pytest.mark.parametrize(
    "path", ["/", "/a b/", "/caf\xc3\xa9/", "/%", "/livereload/1/2", "/" + "a" * (LONGEST - 1)]
)
def test_a_path_is_answered(path: str) -> None:
    assert status(path=path) == 200


@pytest.mark.parametrize("path", ["", "a", "/\0", "/a\n", "/\x7f", "/a\\b", "/\xff", "/" + "a" * LONGEST])
def test_what_is_no_path_is_a_bad_request(path: str) -> None:
    assert status(path=path) == 400


def test_names_of_machines() -> None:
    for good in ("localhost", "desk.example", "a-b_c", "10.0.0.1", "::1"):
        assert is_name(good), good
    for bad in ("", "http://desk.example", "desk.example:80", "*.example", "a..b", ".a", "a b"):
        assert not is_name(bad), bad
