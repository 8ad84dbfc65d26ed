"""The text as tagger and rules want it: one apostrophe, one space, one dash; every character stays at its place."""

import re

#: Two hyphens make a dash that sticks to the words it sets off: "l'aide --déjà promise-- arrive".
_OPENING, _CLOSING = re.compile(r"(?<![\w-])--(?=\w)"), re.compile(r"(?<=[\w»\")%])--(?!-)")

_PLAIN = str.maketrans(
    {
        "\u2019": "'",
        "\u02bc": "'",
        "\u2032": "'",
        "\u00b4": "'",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2007": " ",
        "\u200a": " ",
        "\u200b": " ",
        "\ufeff": " ",
        "\t": " ",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "–",
        "\u2033": '"',
        "\u201f": '"',
        "\u201e": "“",
    }
)


def plain(text: str) -> str:
    """The text with typographic variants folded and double hyphens set apart, of the same length."""
    return _CLOSING.sub(" –", _OPENING.sub("– ", text.translate(_PLAIN)))
