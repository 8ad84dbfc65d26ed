"""How places are called: by the gazetteer's names where the text writes nearly those, by the text's own where it has others."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from pourparlers.mentions.words import fold
from pourparlers.model.mention import Mention, Place, PlaceMention

_FRENCH = re.compile(r"[A-Za-zÀ-ÂÇ-ËÎÏÔÙ-ÜŸà-âç-ëîïôù-üÿŒœ' -]+")
#: Spellings of one name share this much.
_ALIKE = 0.6


def without_names(places: Sequence[PlaceMention], mentions: Sequence[Mention]) -> tuple[PlaceMention, ...]:
    """The places without those whose words turned out to be an actor's name, unless they stand for it as a metonym."""
    names = [m.span for m in mentions if m.form == "name"]
    starts = [span.start for span in names]
    kept = []
    for place in places:
        near = names[max(0, bisect_right(starts, place.span.start) - 4) : bisect_right(starts, place.span.end)]
        if place.metonym or not any(span.covers(place.span) for span in near):
            kept.append(place)
    return tuple(kept)


def same_place(a: Place, b: Place) -> bool:
    """True for two readings of a name that are one place."""
    return (a.name, a.country) == (b.name, b.country)


def framed_precision(place: Place) -> str:
    """ "la région de X" is a region where the gazetteer has the town of that name alone."""
    return "region" if place.precision == "city" else place.precision


def usual_name(listed: str, written: str) -> str:
    """The gazetteer's name where the text writes nearly that (Kharkov, Kharkiv); the text's own where it has another (Kongo Central, Bas-Congo)."""
    return listed if alike(listed, written) and _FRENCH.fullmatch(listed) else written


def alike(listed: str, written: str) -> bool:
    """True for two spellings of one name."""
    from rapidfuzz.distance import OSA

    return OSA.normalized_similarity(fold(listed), fold(written)) >= _ALIKE
