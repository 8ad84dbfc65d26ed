"""Characters made plain."""

import pytest

from pourparlers.cleaning.traced import Traced
from pourparlers.cleaning.typography import normalise, plain_markup


def plain(text: str) -> str:
    return normalise(plain_markup(Traced.of(text))).text


@pytest.mark.parametrize("char", "àâäçèéêëîïôöùûüÿœæÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŸŒÆ«»’‘“”–—…€°")
def test_what_was_read_as_windows_1252_is_mended(char: str) -> None:
    misread = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in char.encode())
    assert plain(f"avant {misread} après") == f"avant {char} après"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("La trÃªve a Ã©tÃ© signÃ©e Ã\u00a0 l’aube.", "La trêve a été signée à l’aube."),
        ("Â« Nous signerons Â»", "« Nous signerons »"),
        ("Âge, Âme et SÃO TOMÉ", "Âge, Âme et SÃO TOMÉ"),
        ("la ﬁn de l'oﬀensive", "la fin de l'offensive"),
        ("la tre\u0302ve", "la trêve"),
        ("ces\u00adsez\u200b-le-feu", "cessez-le-feu"),
        ("12\u202f000\u00a0hommes", "12 000 hommes"),
        ("une ligne\r\nune autre\u2028une troisième", "une ligne\nune autre\nune troisième"),
        ("l&rsquo;accord &amp; la tr&ecirc;ve", "l’accord & la trêve"),
        ("A&B&nope; restent", "A&B&nope; restent"),
        ("<p>Un <b>accord</b></p>", "\nUn accord\n"),
        ("x < y et y > z", "x < y et y > z"),
    ],
)
def test_each_step(written: str, read: str) -> None:
    assert plain(written) == read
