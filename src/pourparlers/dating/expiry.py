"""Months in which short-lived things end: « la trêve entrée en vigueur le 2 avril 2022 a expiré en octobre » is told of the same year."""

from collections.abc import Sequence

from pourparlers.dating.shape import Draft
from pourparlers.dating.words import Words, alphabet
from pourparlers.model.relation import Relation

_SENTENCE_ENDS = frozenset({".", "!", "?", "\n", ";"})

#: How far before the day of its beginning the thing stands, and before its month the verb.
_THING, _VERB = 8, 4


def lent_by_beginning(draft: Draft, before: Sequence[Draft], words: Words) -> Relation | None:
    """The relation of a month without a year with the year of the day right before it, on which what then ended had begun; None where none says so.
    `before` ends with that day, or holds nothing."""
    month = draft.relation.number("m")
    begun = before[-1].relation if before else None
    if begun is None or month is None or draft.relation.op != "month" or draft.relation.get("y") is not None or begun.op not in ("day", "month"):
        return None
    year, since = begun.get("y"), begun.number("m")
    if year is None or since is None or month <= since or not _tells_end(draft, before[-1], words):
        return None
    return draft.relation.with_slots(y=year)


def _tells_end(draft: Draft, begun: Draft, words: Words) -> bool:
    """True when a word for what does not last stands before the beginning, and one for its end before the month, in one sentence."""
    between = words.forms[begun.last : draft.first]
    thing = words.forms[max(0, begun.first - _THING) : begun.first]
    return _SENTENCE_ENDS.isdisjoint(between) and _holds(between[-_VERB:], "EXPIRED") and _holds(thing, "SHORT_LIVED")


def _holds(forms: Sequence[str], group: str) -> bool:
    return any(alphabet().value(form, group) is not None for form in forms)
