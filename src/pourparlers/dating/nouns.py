"""Days that complete a noun: « l'accord du 3 avril prévoit », « le scrutin du 3 avril ». The verb tells little of them: what was made or struck on a
day lies behind, whatever is said of it now; what was convened may lie on either side; of all else the nearest is meant."""

import re

from pourparlers.dating.cues import cues
from pourparlers.dating.shape import Draft
from pourparlers.dating.words import Words

#: What ties a day to its noun. « Du 3 au 5 avril » is a stretch of days, tied to its verb.
_OF = frozenset({"d'", "d’", "de", "du"})
_UP_TO = frozenset({"-", "au", "à"})

#: What stands before « de » and is no noun: « à partir du 3 avril », « datée du 3 avril », « lors du 3 avril ».
_NO_NOUN = re.compile(
    r"[^a-zàâçèéêëîïôûüœ].*|à|partir|compter|dater|date|loin|lors|autour|au-delà|delà|environs|alentours|mois|fin|début|milieu|courant|cours"
    r"|.*(?:é|ée|és|ées|issu)"
)

#: Between a noun that tells and its day stand so many words of no clause of their own: « l'accord de paix de Doha du 3 avril ».
_WITHIN = 6
_STOPS = frozenset('.!?;:,\n«»"()–—')
_CLAUSES = frozenset({"qui", "que", "qu'", "qu’", "où", "dont", "et", "ou", "mais", "par", "pour"})

#: What the cue of a noun says of the day that completes it.
_TOLD = {"asked": "past", "made": "past", "meeting": "convened", "struck": "past"}

#: Operations of days without a year that may complete a noun.
_DATES = frozenset({"day", "month"})


def told_by_noun(words: Words, draft: Draft) -> str | None:
    """What the noun says of a day or month that completes it: "past", "convened" for what may lie on either side, or "nearest"; of a weekday only
    "past". None for a day of no noun."""
    first, last = draft.first, draft.last
    if first < 2 or words.forms[first - 1].lower() not in _OF or not _UP_TO.isdisjoint(words.forms[last : last + 1]):
        return None
    if draft.relation.op == "weekday":
        told = _of_noun(words, first - 2)
        return "past" if told == "past" else None
    noun = words.forms[first - 2].lower()
    is_noun = cues().get(noun) in _TOLD or _NO_NOUN.fullmatch(noun) is None
    return _of_noun(words, first - 2) if is_noun and draft.relation.op in _DATES else None


def _of_noun(words: Words, last: int) -> str:
    for i in range(last, max(-1, last - _WITHIN), -1):
        form = words.forms[i].lower()
        if form in _STOPS or form in _CLAUSES:
            break
        told = _TOLD.get(cues().get(form, ""))
        if told is not None:
            return told
    return "nearest"
