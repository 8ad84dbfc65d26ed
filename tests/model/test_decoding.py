"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparlers.model.decoding import decode

TEXT = "« L’été », c’est l’œuvre d’une année à 10 €."


@pytest.mark.parametrize(
    "written, declared, found",
    [
        ("utf-8", None, "utf-8"),
        ("utf-8-sig", None, "utf-8"),
        ("utf-16", None, "utf-16-le"),
        ("utf-16-be", None, "utf-16-be"),
        ("utf-16-le", None, "utf-16-le"),
        ("utf-32", None, "utf-32-le"),
        ("cp1252", None, "cp1252"),
        ("cp1252", "iso-8859-1", "cp1252"),
        ("utf-8", "iso-8859-1", "utf-8"),
        ("utf-8", "no-such-charset", "utf-8"),
        ("utf-8", "hex", "utf-8"),
        ("cp1252", "utf-8", "cp1252"),
    ],
)
def test_charsets(written, declared, found):
    decoded = decode(TEXT.encode(written), declared)
    assert (decoded.text.removeprefix("\ufeff"), decoded.encoding, decoded.broken) == (TEXT, found, 0)


def test_a_declared_charset_is_believed_when_the_bytes_fit():
    assert decode("été".encode("mac-roman"), "macintosh").text == "été"


def test_utf_8_with_a_broken_byte_stays_utf_8():
    decoded = decode(TEXT.encode() + b"\xc3")
    assert (decoded.text, decoded.broken) == (TEXT + "\ufffd", 1)


def test_bytes_that_mean_nothing_in_windows_1252():
    assert decode(b"\x81\xe9").text == "\x81é"


@given(st.binary())
def test_any_bytes_are_some_text(content):
    assert isinstance(decode(content).text, str)


@given(st.text(st.characters(codec="utf-8")))
def test_utf_8_comes_back(text):
    assert decode(text.encode()).text == text or "\x00" in text  # zero bytes may pass for UTF-16
