"""How a text tells days: as dispatches do, as papers do, or neither.

Dispatches name bare weekdays, that of their writing first of all (« a déclaré mardi la ministre »). A paper that says « hier » or « ce soir » in its
own words needs no weekday for its own day or the day before. Others tell days with their dates only (« le dimanche 17 août ») and soon after them.
"""

import re
from collections.abc import Sequence
from functools import cache

from pourparlers.dating.hang import Tied
from pourparlers.dating.weekdays import how_told
from pourparlers.lexicon import read_yaml
from pourparlers.model.relation import relation

DISPATCH, PAPER, NEITHER = "dispatch", "paper", ""

#: « Hier », and how many days from that of writing « hier » and « demain » lie.
_YESTERDAY, _BESIDE = relation("unit", unit="day", n="-1"), (-1, 1)

#: The letters of the shortest names of agencies that are looked for.
_SHORTEST = 3


def style_of(tied: Sequence[Tied], text: str) -> str:
    """The style of a text: "dispatch", "paper" or "". tied: its expressions."""
    if _agencies().search(text) is not None:
        return DISPATCH
    near, bare = sum(map(_is_near, tied)), sum(map(_is_bare, tied))
    if near > 0 and near >= bare:  # one « hier » among many weekdays makes no paper
        return PAPER
    return DISPATCH if bare > 0 else NEITHER


def says_yesterday(tied: Sequence[Tied]) -> bool:
    """True for a text with « hier » in its own words. tied: its expressions."""
    return any(t.relation == _YESTERDAY and _is_near(t) for t in tied)


def _is_near(tied: Tied) -> bool:
    """True for « hier », « demain », « ce soir » in the text's own words. « Aujourd'hui » is told of lasting states too."""
    told = tied.relation
    is_day = told.op == "unit" and told.get("unit") == "day" and tied.anchor == "published" and not tied.quoted
    return is_day and (told.number("n") in _BESIDE or told.get("part") is not None)


def _is_bare(tied: Tied) -> bool:
    """True for a weekday without its date on which something happened or will, in the text's own words."""
    return tied.relation.op == "weekday" and how_told(tied) in ("past", "future") and not tied.quoted


@cache
def _agencies() -> re.Pattern[str]:
    """The names of agencies, but for those so short that much else bears them."""
    entries = read_yaml("world/agencies")["entries"]
    names = sorted({name for entry in entries for name in (entry["name"], *entry["forms"]) if len(name) >= _SHORTEST})
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
