"""Whether a passage tells an event for itself, or only in passing: "après le coup d'État", "les militaires qui ont renversé le président"."""

import functools
import re

from pourparlers.lexicon import groups
from pourparlers.model.claim import Claim, Event
from pourparlers.model.naming import fold

#: So many words may stand between "depuis", or "qui", and the word that tells the event.
_BETWEEN = 6


def told_in_passing(claim: Claim) -> bool:
    """True for an event whose passage tells it in a complement of time, or in a relative clause that does not begin the passage."""
    if not isinstance(claim, Event):
        return False
    start = claim.trigger.start - claim.evidence.start
    return _opening().search(fold(claim.evidence.quote[: max(0, start)]) + " ") is not None


@functools.cache
def _opening() -> re.Pattern[str]:
    """What comes before a word that tells an event in passing: nothing that ends a clause stands between."""
    before, who = (sorted(groups("fr/circumstances")[group], key=len, reverse=True) for group in ("before", "who"))
    between = rf"(?:[^\s,;:.!?]+\s+){{0,{_BETWEEN}}}"
    return re.compile(rf"(?:\b(?:{_any(before)})|\S\s+(?:{_any(who)}))(?:\s+|(?<='))(?:d[eu]s?\s+|d')?{between}$")


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, words))
