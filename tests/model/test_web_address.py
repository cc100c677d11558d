from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs_briefings.model.web_address import fault


@pytest.mark.parametrize(
    "address",
    [
        "https://courier.example/lock?page=2#end",
        "http://127.0.0.1:8931/lock",
        "https://[2001:db8::1]:443/",
        "https://münchen.example/straße",
        "https://北京.example/",
        "https://xn--mnchen-3ya.example./a,b;c=(d)",
        "HTTPS://COURIER.EXAMPLE",
        "https://courier.example/mail@home",
        "https://пример.example/",
    ],
)
def test_what_can_be_published(address: str) -> None:
    assert fault(address) == ""


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("javascript:alert(1)", "does not begin with"),
        ("ftp://courier.example/", "does not begin with"),
        ("//courier.example/", "does not begin with"),
        ("courier.example/lock", "does not begin with"),
        ("https://reader:secret@courier.example/", "names a user or a password"),
        ("https://courier.example@other.example/", "names a user or a password"),
        ("https://courier.example:99999/", "cannot be"),
        ("https://courier.example:0/", "no port"),
        ("https://courier.example:/", "no port"),
        ("https://courier.example:http/", "cannot be"),
        ("https:///lock", "names no host"),
        ("https://", "names no host"),
        ("https://a..example/", "cannot be"),
        ("https://-a.example/", "cannot be"),
        (f"https://{'a' * 64}.example/", "cannot be"),
        ("https://1.2.3.999/", "cannot be"),
        ("https://[::x]/", "cannot be"),
        ("https://courier.example/a b", "holds a space"),
        ("https://courier.example/\x07", "holds a space"),
        ("https://courier.example/\u202ea", "holds a space"),
        ("https://courier.example/\u200b", "holds a space"),
        ("https://courier.example\\@other.example/", "holds a space"),
        ('https://courier.example/"onclick=', "holds a space"),
        ("https://c\u043eurier.example/", "mixes letters of Cyrillic and Latin"),
        ("https://courier.example/" + "a" * 2_000, "more than 2,000"),
    ],
)
def test_what_cannot(address: str, why: str) -> None:
    assert why in fault(address)


@given(st.text(max_size=60))
def test_any_text_has_an_answer(text: str) -> None:
    assert isinstance(fault(f"https://{text}"), str)
